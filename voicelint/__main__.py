"""`python -m voicelint`."""

from voicelint.cli import main

if __name__ == "__main__":
    raise SystemExit(main())

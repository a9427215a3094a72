"""`python -m voicelint`: the command, which loads nothing from the folder that it is started in."""

import os
import sys

# Python puts that folder first. It is the linted repository's: a `yaml.py` of a stranger must not be run.
if not sys.flags.safe_path and sys.path and sys.path[0] in ("", os.getcwd()):
    del sys.path[0]

from voicelint.cli import main

if __name__ == "__main__":
    raise SystemExit(main())

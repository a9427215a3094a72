"""The maintainer's benchmark: `python -m voicelint.benchmark` makes its data, measures, and prints a table."""

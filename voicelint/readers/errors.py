"""What goes wrong when a file cannot be read."""

from __future__ import annotations


class ReadError(Exception):
    """A file that cannot be read: `path`, `place` (`line 3, column 7`, or "" if it is the whole file), `message`."""

    def __init__(self, path: str, place: str, message: str) -> None:
        super().__init__(path, place, message)
        self.path, self.place, self.message = path, place, message

    def __str__(self) -> str:
        """One line for people: the path, the place and what is wrong."""
        return ": ".join(part for part in (self.path, self.place, self.message) if part)

"""The exit statuses of the command."""

CLEAN, FOUND, FAILED = 0, 1, 2

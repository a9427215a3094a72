"""What is worked out from our own data files, kept beside the package: a start reads it back in milliseconds.

The same bargain as Python's own `.pyc` files. The wheel brings the snapshots with it (`build_hook`); in a checkout they
are made again whenever a file they come from has changed. One that is damaged, stale or missing is no error: what it
holds is then worked out again, and kept if the folder can be written to.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

PACKAGE = os.path.dirname(os.path.abspath(__file__))
_FOLDER = os.path.join(PACKAGE, "snapshots")
_FORMAT = 1
_MARSHAL = 4  # the format that every Python since 3.4 reads
_CHECK = 4  # bytes of the checksum before the data


def rules_folder() -> str:
    """Where the built-in rules stand: inside the installed package, or beside it in a checkout."""
    packaged = os.path.join(PACKAGE, "rules")
    return packaged if os.path.isdir(packaged) else os.path.join(os.path.dirname(PACKAGE), "rules")


def kept(name: str, make: Callable[[], Any]) -> Any:
    """The data of that name: read back, or else made, and kept for the next start. Plain values only."""
    data = _read(os.path.join(_FOLDER, f"{name}.bin"), stamp())
    if data is None:
        data = make()
        keep(name, data)
    return data


def keep(name: str, data: Any) -> None:
    """Write the data of that name whole or not at all; a folder that cannot be written to is no error."""
    path, stamped, body = os.path.join(_FOLDER, f"{name}.bin"), stamp(), marshal.dumps(data, _MARSHAL)
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(stamped + zlib.crc32(body).to_bytes(_CHECK, "big") + body)
        os.replace(temporary, path)
    except OSError:
        return


def _read(path: str, stamped: bytes) -> Any:
    """The data of a snapshot; None if there is none that is whole and of this stamp."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        return None
    start = len(stamped) + _CHECK
    body = memoryview(content)[start:]
    check = content[len(stamped) : start]
    if not content.startswith(stamped) or int.from_bytes(check, "big") != zlib.crc32(body):
        return None
    try:
        return marshal.loads(body)  # noqa: S302  ours, and whole by its checksum: as much to be trusted as the .pyc files beside it
    except (EOFError, TypeError, ValueError):
        return None


@cache
def stamp() -> bytes:
    """What a snapshot must begin with to be believed.

    Files of an installed package do not change. In a checkout every source counts, by its size and its time.
    """
    from voicelint import __version__

    fixed = f"voicelint {__version__} {_FORMAT} {sys.byteorder}\n".encode()
    if rules_folder().startswith(PACKAGE):
        return fixed
    seen = "".join(f"{path}{size}.{time};" for path, size, time in sorted(_sources()))
    return fixed + zlib.crc32(seen.encode()).to_bytes(4, "big") + zlib.adler32(seen.encode()).to_bytes(4, "big")


def _sources() -> Iterator[tuple[str, int, int]]:
    """Name, size in bytes and time in nanoseconds of everything that a snapshot may come from."""
    rules = rules_folder()
    folders = [os.path.join(rules, part) for part in ("", "moves", "profiles", "presets")]
    for folder in (PACKAGE, os.path.join(PACKAGE, "languages"), os.path.join(PACKAGE, "models"), *folders):
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".toml", ".json")):
                    status = entry.stat()
                    yield entry.path, status.st_size, status.st_mtime_ns

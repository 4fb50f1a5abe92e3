"""The only module that writes files. Everything goes to a temporary file first, is synced, and then takes its name."""

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fabula.errors import UnreadableFile, UnwritableFile

MOST_BYTES = 64 * 1024 * 1024
"""The largest file we read: a novel of a million words with its pictures is well below it."""


def load(path: Path) -> bytes:
    """The bytes of the author's file, which is only ever opened for reading.

    Raises UnreadableFile where there is no such file, it is a folder, may not be read, or is over `MOST_BYTES`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as reason:
        raise UnreadableFile(
            f"{path} cannot be read: {_plain(reason)}.", "Check the name and that you may open it."
        ) from reason
    if len(data) > MOST_BYTES:
        raise too_large(str(path))
    return data


def too_large(name: str) -> UnreadableFile:
    """The refusal of a file that is over `MOST_BYTES`."""
    limit = f"{MOST_BYTES // 1_000_000} MB"
    return UnreadableFile(f"{name} is larger than {limit}.", "Give me one book at a time, without its pictures.")


def save_all(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write all the files or none: each is complete beside its final name before any takes it.

    Raises UnwritableFile where the disk is full, the folder is closed to us, or the old file is open elsewhere.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for path, data in files:
            _refuse_if_open(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            ready.append((_write_beside(path, data), path))
        for temporary, path in ready:
            temporary.replace(path)
    except OSError as reason:
        where = reason.filename2 or reason.filename or "the review"
        hint = (
            "Free some space, or use --out to write elsewhere."
            if reason.errno == errno.ENOSPC
            else ("Use --out to write elsewhere, or close the file if it is open.")
        )
        raise UnwritableFile(f"{where} cannot be written: {_plain(reason)}.", hint) from reason
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def _write_beside(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=".fabula-", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
    except BaseException:  # an interrupt too must not leave half a file
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refuse_if_open(path: Path) -> None:
    """Word and LibreOffice leave an owner file beside what they hold open."""
    for owner in (path.with_name(f".~lock.{path.name}#"), path.with_name(f"~${path.name[2:]}")):
        if owner.exists():
            raise UnwritableFile(f"{path} is open in another program.", "Close it there, then ask me again.")


def _plain(reason: OSError) -> str:
    return (reason.strerror or type(reason).__name__).lower()

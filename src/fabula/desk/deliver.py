"""Writes a review beside the story, in the author's own format and as a page."""

import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

import msgspec

import fabula.outputs
from fabula.desk.seal import is_ours, sealed
from fabula.desk.walk import modules_in
from fabula.errors import BadConfig, UnreadableFile
from fabula.files import save_all
from fabula.reading import Reading
from fabula.review import Review


class Output(msgspec.Struct, frozen=True):
    """A way to hand a review back: its name for `--to`, its suffix, and the formats it is made for unasked."""

    name: str
    suffix: str
    formats: tuple[str, ...]
    render: Callable[[Review, bytes], bytes]


class Delivery(msgspec.Struct, frozen=True):
    """What was written, in the order it was made."""

    paths: tuple[Path, ...]


def find_outputs() -> dict[str, Output]:
    """The outputs by name ("html", "docx", …): the last part of their suffix."""
    found: dict[str, Output] = {}
    for module in modules_in(fabula.outputs):
        if hasattr(module, "render") and hasattr(module, "SUFFIX"):
            name = module.SUFFIX.rsplit(".", 1)[-1]
            found[name] = Output(name, module.SUFFIX, module.FORMATS, module.render)
    return found


def deliver(review: Review, source: bytes, story: Path, to: Iterable[str] = (), out: Path | None = None) -> Delivery:
    """Write the outputs named in `to`, or those that suit the story's format, into `out` or beside the story.

    All are written or none. Raises BadConfig for an unknown or unfitting output, UnwritableFile, and UnreadableFile where
    `source` is not the file that was reviewed.
    """
    if sha256(source).hexdigest() != review.reading.story.source.sha256:
        raise UnreadableFile(f"{story} changed while I was reading it.", "Ask me again.")
    outputs = _chosen(review.reading.story.source.format, tuple(to))
    folder = out or story.parent
    if out and out.exists() and not out.is_dir():
        raise BadConfig(f"{out} is a file, and I need a folder to write into.", "Give --out another name.")
    files: list[tuple[Path, bytes]] = []
    for output in outputs:
        kind = f".{output.name}"
        data = sealed(output.render(review, source), kind)
        files.append((_free_path(folder / f"{story.stem}{output.suffix}", kind), data))
    save_all(files)
    return Delivery(tuple(path for path, _ in files))


def deliver_booknlp(reading: Reading, name: str, folder: Path) -> tuple[Path, ...]:
    """Write the reading in BookNLP's layout into `folder` (made where it is missing); the paths written.

    All files are written or none. Raises BadConfig where one of them is there already with other contents, UnwritableFile.
    """
    from fabula.outputs.booknlp import booknlp_files

    if folder.exists() and not folder.is_dir():
        raise BadConfig(f"{folder} is a file, and I need a folder to write into.", "Give --to booknlp another name.")
    files = tuple((folder / file, data) for file, data in booknlp_files(reading, name).items())
    for path, data in files:
        if os.path.lexists(path) and not (path.is_file() and path.read_bytes() == data):
            raise BadConfig(f"{path} is there already, and it is not what I would write.", "Give another folder.")
    save_all(files)
    return tuple(path for path, _ in files)


def _chosen(format_name: str, to: tuple[str, ...]) -> list[Output]:
    outputs = find_outputs()
    if not to:
        return [output for output in outputs.values() if "*" in output.formats or format_name in output.formats]
    for name in to:
        if name not in outputs:
            raise BadConfig(f"I cannot write “{name}”.", f"I can write: {', '.join(sorted(outputs))}.")
        if name in ("docx", "odt") and name != format_name:
            raise BadConfig(
                f"I cannot write {name} comments for a {format_name} story.",
                f"A {name} copy is only made of a {name} file; --to html or --to md always works.",
            )
    return [outputs[name] for name in dict.fromkeys(to)]


def _free_path(path: Path, kind: str) -> Path:
    """`path`, or the next numbered name where a file stands there that is not ours (any more)."""
    name, tail = path.name.split(".review", 1)
    number = 1
    candidate = path
    while os.path.lexists(candidate) and not _is_ours(candidate, kind):
        number += 1
        candidate = path.with_name(f"{name}.review-{number}{tail}")
    return candidate


def _is_ours(path: Path, kind: str) -> bool:
    """A folder is not ours, nor what we may not read."""
    try:
        return path.is_file() and is_ours(path.read_bytes(), kind)
    except OSError:
        return False

"""Opens the weights that lie in the package, after checking that they are the ones its card names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Protocol, cast

from fabula.errors import MissingModel
from fabula.models.wordpiece import WordPieces, read_vocabulary

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Arrays = Mapping[str, NDArray[numpy.float32]]

AGAIN = "Install fabula again; the weights come with it."


class Session(Protocol):
    """What we use of an onnxruntime session; `run` may be called from several threads at once."""

    def run(self, outputs: Sequence[str], feeds: Mapping[str, object]) -> list[NDArray[numpy.float32]]:
        """The arrays named in `outputs`."""
        ...


@dataclass(frozen=True)
class Labels:
    """The names of each tagger's classes, and the lexicon of lemmas: 'form|UPOS' → lemma, forms in lower case."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    deprels: tuple[str, ...]
    rules: tuple[str, ...]
    lexicon: Mapping[str, str]


@dataclass(frozen=True)
class Reader:
    """An opened model. Open it once and hand it on; it holds nothing of any story but the pieces of words met."""

    session: Session
    links: Arrays
    labels: Labels
    pieces: WordPieces
    threads: int


def load_reader(threads: int = 2, folder: Traversable | None = None) -> Reader:
    """The reader whose weights are in the package, or in another folder; `threads` windows are read at once.

    Raises MissingModel where a file is not there or is not the one that hashes.json names.
    """
    place = folder or resources.files("fabula.models") / "weights"
    hashes = cast("dict[str, str]", json.loads(file_bytes(place, "hashes.json")))
    files = {name: checked_file(place, name, digest) for name, digest in hashes.items()}
    labels = cast("dict[str, list[str]]", json.loads(files["labels.json"]))
    return Reader(
        open_session(files["reader.onnx"]),
        open_arrays(files["links.npz"]),
        Labels(
            tuple(labels["upos"]),
            tuple(labels["feats"]),
            tuple(labels["deprels"]),
            tuple(labels["rules"]),
            cast("dict[str, str]", labels["lexicon"]),
        ),
        read_vocabulary(files["vocab.txt"].decode("utf-8").split("\n")),
        threads,
    )


def file_bytes(place: Traversable, name: str) -> bytes:
    """A file of the weights. Raises MissingModel where it is not there."""
    try:
        return place.joinpath(name).read_bytes()
    except OSError:
        raise MissingModel(f"The model file {name} is not in the package.", AGAIN) from None


def checked_file(place: Traversable, name: str, digest: str) -> bytes:
    """A file of the weights that has this SHA-256. Raises MissingModel where it has not."""
    data = file_bytes(place, name)
    if hashlib.sha256(data).hexdigest() != digest:
        raise MissingModel(f"The model file {name} is not the one that belongs to this version.", AGAIN)
    return data


def open_session(model: bytes) -> Session:
    """A model made ready to run, one thread a call."""
    onnxruntime = import_module("onnxruntime")  # it has no type stubs
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return cast("Session", onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"]))


def open_arrays(data: bytes) -> Arrays:
    """The arrays of an npz file, as float32."""
    import io

    import numpy

    with numpy.load(io.BytesIO(data)) as stored:
        return {name: stored[name].astype(numpy.float32) for name in stored.files}

"""Author-marked breaks and chapter ends taken out of novels, and how many the program puts back.

    python evaluation/scene_breaks.py DATA

DATA holds `fiction-clean`. Only authors are read whom training kept out (training/scenes). Every paragraph start is a place
where a scene may begin; hits are exact, or within two sentences.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy
from training.scenes.documents import Document, kept_out, read_documents

from fabula.desk import story_from
from fabula.models.weights import load_reader
from fabula.reading import Attribution, Attributions, Cast, Mentions
from fabula.stages.model import read_closely
from fabula.stages.parts import find_parts
from fabula.stages.quotations import find_quotations
from fabula.stages.scenes import find_scenes
from fabula.stages.seams import open_seams
from fabula.stages.timing.chances import seam_chances
from fabula.stages.timing.telling import tell

CHANCES = (0.1, 0.15, 0.2, 0.3, 0.4, 0.5)
APART = 200


class Tally:
    """Hits among what was found and what there was, exact and near."""

    def __init__(self) -> None:
        self.counts = numpy.zeros(6)

    def add(self, found: list[int], true: list[int], sentences: numpy.ndarray) -> None:
        at = [numpy.searchsorted(sentences, places, "right") for places in (found, true)]
        self.counts += (
            len(set(found) & set(true)), len(found), len(true), len(set(found) & set(true)),
            sum(bool((abs(at[1] - place) <= 2).any()) for place in at[0]),
            sum(bool((abs(at[0] - place) <= 2).any()) for place in at[1]),
        )  # fmt: skip

    def __str__(self) -> str:
        hits, found, true, _, near_found, near_true = self.counts
        exact = _f1(hits / max(1, found), hits / max(1, true))
        near = _f1(near_found / max(1, found), near_true / max(1, true))
        return (
            f"{exact:.3f} exact (precision {hits / max(1, found):.3f}, recall {hits / max(1, true):.3f}), {near:.3f} within "
            f"two sentences; {int(found)} found, {int(true)} true"
        )


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--longest", type=int, default=1_000_000, help="words to read at most")
    options = parser.parse_args()
    reader, seams = load_reader(), open_seams()
    program, chosen = Tally(), {chance: Tally() for chance in CHANCES}
    seconds = read = 0.0
    for document in _kept_out(options.data / "fiction-clean", options.longest):
        story = story_from(document.text.encode(), "document.txt")
        parts = find_parts(story)
        quotations = find_quotations(story, parts)
        began = time.perf_counter()
        output = read_closely(story, parts, reader)
        read += time.perf_counter() - began
        nobody = Attributions(tuple(Attribution() for _ in quotations.items))
        began = time.perf_counter()
        scenes = find_scenes(story, parts, quotations, Mentions(()), Cast(()), nobody, output, seams)
        seconds += time.perf_counter() - began
        telling = tell(story.text, output, quotations)
        starts = output.starts[telling.paragraphs[:, 0]]
        sentences = output.starts[telling.sentences[:, 0]]
        true = [at for at, _ in document.bounds]
        program.add([scene.span.start for scene in scenes.items[1:]], true, sentences)
        chances = seam_chances(telling, seams)
        for chance, tally in chosen.items():
            tally.add([int(starts[at]) for at in _peaks(chances, telling.paragraphs[:, 0], chance)], true, sentences)
    print(f"as the program reads   F1 {program}")
    for chance, tally in chosen.items():
        print(f"every seam from {chance:.2f}   F1 {tally}")
    print(f"scenes took {seconds:.1f} s, the model's pass {read:.1f} s")


def _kept_out(folder: Path, longest: int) -> Iterator[Document]:
    documents = read_documents(folder)
    away = kept_out({one.author for one in documents})
    words = 0
    for document in documents:
        if document.author in away and document.bounds and words < longest:
            words += len(document.text.split())
            yield document


def _peaks(chances: numpy.ndarray, words: numpy.ndarray, least: float) -> list[int]:
    taken: list[int] = []
    for at in numpy.argsort(-chances):
        if chances[at] < least:
            break
        if all(abs(words[at] - words[other]) >= APART for other in taken):
            taken.append(int(at))
    return sorted(taken)


if __name__ == "__main__":
    main()

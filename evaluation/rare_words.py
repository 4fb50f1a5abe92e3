"""Writes `src/fabula/stages/wordlist/rare.txt`: real words that Harper's dictionary has not, one a line.

usage: python evaluation/rare_words.py WORDLIST...

The lists are those of SCOWL, size 70, American and British (Debian: wamerican-large, wbritish-large). Kept are words in lower
case that both dialects of Harper reject and that `fiction.txt` has not.
"""

import sys
from pathlib import Path

from harper import Dialect, Linter, get_default_lint_config

from fabula.stages.wordlist import fiction_words

TARGET = Path(__file__).resolve().parent.parent / "src/fabula/stages/wordlist/rare.txt"
AT_ONCE = 500


def rejected(words: list[str], linter: Linter) -> set[str]:
    """The words that the linter's dictionary has not."""
    piece = "\n\n".join(words)
    lints = linter.organized_lints(piece, language="plaintext", dedup=False).get("SpellCheck", [])
    return {piece[lint.span.start : lint.span.end] for lint in lints}


def main() -> None:
    fiction = fiction_words()
    lists = (Path(name).read_text("utf-8").split() for name in sys.argv[1:])
    words = sorted(
        {word for one in lists for word in one if word.isascii() and word.isalpha() and word.islower()} - set(fiction)
    )
    linters = [Linter(Dialect.AMERICAN), Linter(Dialect.BRITISH)]
    for linter in linters:
        linter.set_lint_config({rule: rule == "SpellCheck" for rule in get_default_lint_config()})
    kept: list[str] = []
    for at in range(0, len(words), AT_ONCE):
        some = words[at : at + AT_ONCE]
        both = rejected(some, linters[0]) & rejected(some, linters[1])
        kept += [word for word in some if word in both and len(word) > 3]
    TARGET.write_text("".join(f"{word}\n" for word in kept), "utf-8")
    print(f"{len(kept)} of {len(words)} words")


if __name__ == "__main__":
    main()

"""The words that well-edited fiction uses, and how often; and real words too rare for Harper's dictionary.

Sources: `fiction.txt` is counted over 51 public-domain books in the productions of Standard Ebooks (CC0 1.0), British and
American, by `evaluation/fiction_words.py`. `rare.txt` is chosen by `evaluation/rare_words.py` from SCOWL, size 70, whose
notice stands in `rare.LICENCE.txt`.
"""

from importlib.resources import files


def fiction_words() -> dict[str, float]:
    """How often each word stands in a million words of fiction; lower case, straight apostrophes, commonest first."""
    table = files(__name__).joinpath("fiction.txt").read_text("utf-8")
    pairs = (line.split(" ") for line in table.splitlines())
    return {word: float(often) for word, often in pairs}


def rare_words() -> frozenset[str]:
    """Real words, in lower case, that neither Harper nor our fiction knows."""
    return frozenset(files(__name__).joinpath("rare.txt").read_text("utf-8").split())

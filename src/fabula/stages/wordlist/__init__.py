"""The words that well-edited fiction uses, and how often; and real words too rare for Harper's dictionary.

Sources: `fiction.txt` is counted over 51 public-domain books in the productions of Standard Ebooks (CC0 1.0), British and
American, by `evaluation/fiction_words.py`. `rare.txt` is chosen by `evaluation/rare_words.py` from SCOWL, size 70, whose
notice stands in `rare.LICENCE.txt`. `genres.txt` is our own list of words of science fiction, fantasy, fan fiction and talk of
today that neither has.
"""

from importlib.resources import files


def fiction_words() -> dict[str, float]:
    """How often each word stands in a million words of fiction; lower case, straight apostrophes, commonest first."""
    table = files(__name__).joinpath("fiction.txt").read_text("utf-8")
    pairs = (line.split(" ") for line in table.splitlines())
    return {word: float(often) for word, often in pairs}


def rare_words() -> frozenset[str]:
    """Real words, in lower case, that neither Harper nor our fiction knows."""
    folder = files(__name__)
    return frozenset(
        word for name in ("rare.txt", "genres.txt") for word in folder.joinpath(name).read_text("utf-8").split()
    )

"""The words of the body with what each does in its sentence."""

import msgspec


class Syntax(msgspec.Struct, frozen=True):
    """Rows of equal length, one place for each of `n` words in text order, as Universal Dependencies has them.

    `starts`, `ends`: code points. `lemmas`; `upos`: parts of speech; `heads`: word numbers, -1 for the root of a sentence;
    `deprels`: the relation to the head. `sentences`, `paragraphs`: the number of the sentence and paragraph each word is in,
    as the model divides the text.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]

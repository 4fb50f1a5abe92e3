"""Which asterisks and underscores set words in italics, by the rules of CommonMark 0.31, section 6.2."""

import unicodedata

import msgspec


class Delimiter(msgspec.Struct):
    """A run of `*`, `_`, `~` or `=`; `token` is its index among the tokens of the block.

    What is not used up of it (`left` characters at its left end and `right` at its right) stays in the text.
    """

    token: int
    mark: str
    length: int
    opens: bool
    closes: bool
    left: int = 0
    right: int = 0

    @property
    def rest(self) -> int:
        """How many of its characters no pair has used."""
        return self.length - self.left - self.right


class Pair(msgspec.Struct, frozen=True):
    """The tokens between `first` and `last`, both excluded, are set in `style` ("" for struck out or
    highlighted).
    """

    first: int
    last: int
    style: str


def delimiter(token: int, run: str, before: str, after: str) -> Delimiter:
    """A run of marks with what it may do; `before` and `after` are its neighbours, "" at the ends of the
    block.
    """
    follows = _flanks(after, before)
    precedes = _flanks(before, after)
    opens, closes = follows, precedes
    if run[0] == "_":
        opens = follows and (not precedes or _is_punctuation(before))
        closes = precedes and (not follows or _is_punctuation(after))
    if run[0] in "~=":
        opens, closes = opens and len(run) == 2, closes and len(run) == 2
    return Delimiter(token, run[0], len(run), opens, closes)


def pairs(delimiters: list[Delimiter]) -> list[Pair]:
    """The pairs that set words apart, using up their delimiters."""
    found: list[Pair] = []
    waiting: list[Delimiter] = []
    floor: dict[tuple[str, bool, int], int] = {}
    for one in delimiters:
        key = (one.mark, one.opens, one.length % 3)
        while one.closes and one.rest:
            number = len(waiting) - 1
            while number >= 0 and waiting[number].token >= floor.get(key, -1):
                if _matches(waiting[number], one):
                    break
                number -= 1
            else:
                floor[key] = waiting[-1].token + 1 if waiting else -1
                break
            opener = waiting[number]
            del waiting[number + 1 :]
            used = 2 if opener.rest > 1 and one.rest > 1 else 1
            opener.right += used
            one.left += used
            style = "" if one.mark in "~=" else "bold" if used == 2 else "italic"
            found.append(Pair(opener.token, one.token, style))
            if not opener.rest:
                waiting.pop()
        if one.opens and one.rest:
            waiting.append(one)
    return found


def _matches(opener: Delimiter, closer: Delimiter) -> bool:
    """True where the two make a pair; the rule of three keeps `*a**b*` apart."""
    if opener.mark != closer.mark:
        return False
    if not (opener.closes or closer.opens):
        return True
    return (opener.length + closer.length) % 3 != 0 or (opener.length % 3 == 0 and closer.length % 3 == 0)


def _flanks(near: str, far: str) -> bool:
    """True where a run leans on the character `near`, seen from `far` on its other side."""
    if not near or near.isspace():
        return False
    return not _is_punctuation(near) or not far or far.isspace() or _is_punctuation(far)


def _is_punctuation(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"

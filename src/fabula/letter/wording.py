"""English as the letter needs it: lists, numbers in words, quotations from the story."""

from collections.abc import Sequence

from fabula.story import Span

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()  # noqa: SIM905
_QUOTES = "“”\"'"
_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#"})


def listed(items: Sequence[str], joint: str = "and") -> str:
    """ "A", "A and B", "A, B and C"; "" for none."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """ "no scenes", "one scene", "twelve scenes", "13 scenes"."""
    said = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{said} {one if number == 1 else many or one + 's'}"


def ordinal(number: int) -> str:
    """ "first" for 1 and so on; "21st" beyond twelve."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def plain(words: str) -> str:
    """Words of the story with the marks that Markdown would read escaped, and single spaces."""
    return " ".join(words.split()).translate(_ESCAPED)


def quote(text: str, span: Span, longest: int = 90) -> str:
    """The words under a span in quotation marks, cut at a word with an ellipsis where they are longer than `longest`."""
    words = " ".join(text[span.start : span.end].split())
    if len(words) > longest:
        words = words[:longest].rpartition(" ")[0].rstrip(" ,;:—–-") + " …"
    return f"“{plain(words.strip(_QUOTES))}”"


def first_words(text: str, span: Span, number: int = 8) -> str:
    """The first words under a span, as a quotation that goes on."""
    words = text[span.start : span.end].split()
    shown = plain(" ".join(words[:number]).strip(_QUOTES))
    return f"“{shown}{' …' if len(words) > number else ''}”"


def capital(sentence: str) -> str:
    """The sentence with a capital at its head."""
    return sentence[:1].upper() + sentence[1:]

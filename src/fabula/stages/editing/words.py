"""How a proposal is said: the words it stands on, and how they would read."""

from fabula.models.slips import SlipWords
from fabula.models.slips_proposals import Proposal
from fabula.story import Span


def span_and_words(text: str, words: SlipWords, proposal: Proposal) -> tuple[Span, str]:
    """The words a comment stands on, and what would stand there: a missing or a left-over word is shown with a neighbour."""
    start, end = proposal.start, proposal.end
    if proposal.kind == "missing":
        return _missing(text, words, proposal)
    if proposal.kind == "extra":
        if end < len(words.words) and end not in words.opens and words.words[end][:1].isalnum():
            span = Span(words.places[start][0], words.places[end][1])
            kept = text[words.places[end][0] : words.places[end][1]]
            return span, _capital(kept, words.words[start])
        if start not in words.opens:
            span = Span(words.places[start - 1][0], words.places[start][1])
            return span, text[words.places[start - 1][0] : words.places[start - 1][1]]
        return Span(*words.places[start]), ""
    span = Span(words.places[start][0], words.places[end - 1][1])
    return span, _capital(_in_manner(proposal.meant, text), words.words[start])


def _missing(text: str, words: SlipWords, proposal: Proposal) -> tuple[Span, str]:
    at, meant = proposal.start, _in_manner(proposal.meant, text)
    first, last = words.places[at]
    following = text[first:last]
    if at in words.opens or not words.words[at - 1][:1].isalnum():
        opens = following[:1].isupper() and not _keeps_capital(following)
        return Span(
            first, last
        ), f"{_capital(meant, following)} {following[:1].lower() + following[1:] if opens else following}"
    before = words.places[at - 1][0]
    return Span(before, last), f"{text[before : words.places[at - 1][1]]} {meant} {following}"


def _keeps_capital(word: str) -> bool:
    return word in ("I",) or word.startswith(("I'", "I’"))


def _in_manner(meant: str, text: str) -> str:
    """The word with the story's own apostrophe, and *I* with its capital."""
    if "'" in meant and text.count("’") > text.count("'"):
        meant = meant.replace("'", "’")
    return "I" + meant[1:] if meant == "i" or meant[:2] in ("i'", "i’") else meant


def _capital(word: str, model: str) -> str:
    """A word with the capitals of the one in whose place it stands."""
    if len(model) > 1 and model.isupper() and model != "I":
        return word.upper()
    if model[:1].isupper() and not _keeps_capital(model):
        return word[:1].upper() + word[1:]
    return word

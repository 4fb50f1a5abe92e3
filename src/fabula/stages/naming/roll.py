"""The roll of the story's people, by the names it gives them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from fabula.reading import Alias, Character, Form, Mention, Mentions
from fabula.stages.naming.forms import form_of, gender_of
from fabula.stages.naming.gender import PEOPLE
from fabula.stages.naming.variants import find_longer, slips_of
from fabula.story import Span, Story

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[\"“”«»]|\n\s*\n")
_REACH = 160


def call_roll(story: Story, mentions: Mentions) -> tuple[Character, ...]:
    """The characters, most mentioned first, with every name the story gives them and where it stands.

    A name that looks like a slip of the pen is no alias; its places still count. Pronouns are those that most often follow
    a character's name, "" where they do not agree.
    """
    spoken: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions.items:
        if mention.character is not None:
            spoken[mention.character].append(mention)
    follow = _pronouns(story.text, mentions)
    slips = _slips(story.text, mentions)
    return tuple(_character(story.text, id, spoken[id], follow[id], slips) for id in sorted(spoken))


def _character(text: str, id: int, named: list[Mention], follow: Counter[str], slips: set[str]) -> Character:
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for mention in named:
        if mention.form is not Form.NAME:
            continue
        places[_name(text, mention.span)].append(mention.span)
    proper = [name for name in places if not slips & {word.casefold() for word in name.split()}] or list(places)
    short = {name for name, longer in find_longer([name.casefold() for name in proper]).items() if longer}
    fullest = min(proper, key=lambda name: (_rank(name), name.casefold() in short, -len(places[name]), name))
    return Character(
        id=id,
        name=fullest,
        aliases=tuple(Alias(name, tuple(places[name])) for name in proper if name != fullest),
        pronouns=_choose(follow, proper),
        places=tuple(mention.span for mention in named),
    )


def _rank(name: str) -> tuple[int, int]:
    """Full names first, then names with a title, single names, and what is only a title or an epithet."""
    form = form_of(tuple(re.sub(r"^the ", "", name).replace(".", "").split()), name.startswith("the "))
    if form.surname:
        return 0, len(form.titles)
    return (1 if form.core and form.titles else 2 if form.core else 3), -len(name.split())


def _name(text: str, span: Span) -> str:
    """The words of a mention as a name: one space between words, "the" small, loud capitals lowered."""
    words = text[span.start : span.end].split()
    if words[0] in ("The", "THE"):
        words[0] = "the"
    loud = [word for word in words if word != "the"]
    if all(word.isupper() for word in loud) and max(map(len, loud)) > 3:
        words = [word if word == "the" else word.capitalize() for word in words]
    return " ".join(words)


def _slips(text: str, mentions: Mentions) -> set[str]:
    """The words of names, casefolded, that are most likely misspelt."""
    counts: Counter[str] = Counter()
    for mention in mentions.items:
        if mention.form is not Form.NAME:
            continue
        counts.update(word.casefold() for word in text[mention.span.start : mention.span.end].split())
    return set(slips_of(counts))


def _pronouns(text: str, mentions: Mentions) -> defaultdict[int, Counter[str]]:
    """For each character, how often each pronoun is the first to follow its name before another name or a speech."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    people = [one for one in mentions.items if one.character is not None and one.form is Form.NAME]
    for mention, end in zip(people, _stops(text, people), strict=True):
        for word in _WORD.finditer(text, mention.span.end, end):
            pronoun = PEOPLE.get(word.group().casefold())
            if pronoun and mention.character is not None:
                found[mention.character][pronoun] += 1
                break
    return found


def _stops(text: str, people: list[Mention]) -> Iterator[int]:
    """Where the search for each name's pronoun ends."""
    for index, mention in enumerate(people):
        following = people[index + 1].span.start if index + 1 < len(people) else len(text)
        reach = min(following, mention.span.end + _REACH)
        quoted = _QUOTED.search(text, mention.span.end, reach)
        yield quoted.start() if quoted else reach


def _choose(follow: Counter[str], names: list[str]) -> str:
    """What a title says, else what at least two thirds of the pronouns say, two at the least."""
    for name in names:
        said = gender_of(form_of(tuple(name.replace(".", "").split()), False))
        if said:
            return said
    total = sum(follow.values())
    best = max(follow, key=lambda pronoun: follow[pronoun], default="")
    return best if total >= 2 and follow[best] * 3 >= total * 2 else ""

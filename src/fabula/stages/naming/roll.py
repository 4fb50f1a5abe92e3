"""The roll of the story's people, by the names it gives them."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from fabula.reading import Alias, Character, Form, Mention, Mentions
from fabula.stages.naming.epithets import noun_aliases
from fabula.stages.naming.forms import form_of, gender_of
from fabula.stages.naming.gender import PEOPLE, following_pronouns
from fabula.stages.naming.variants import find_longer, slip_distance, slips_of
from fabula.story import Span, Story


def call_roll(story: Story, mentions: Mentions, narrators: Collection[int] = ()) -> tuple[Character, ...]:
    """The characters, most mentioned first, with every name the story gives them and where it stands.

    A name that looks like a slip of the pen is no alias; its places still count. `narrators` are the characters who tell it
    as I. Pronouns are those that most often follow a character's name or stand for it, "" where they do not agree.
    """
    spoken: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions.items:
        if mention.character is not None:
            spoken[mention.character].append(mention)
    follow = _pronouns(story.text, mentions)
    slips = _slips(story.text, mentions)
    nouns = noun_aliases(story.text, mentions)
    return tuple(
        _character(story.text, id, spoken[id], follow[id], slips, nouns.get(id, {}), id in narrators)
        for id in sorted(spoken)
    )


def _character(
    text: str,
    id: int,
    spoken: list[Mention],
    follow: Counter[str],
    slips: set[str],
    nouns: Mapping[str, Sequence[Span]],
    narrates: bool,
) -> Character:
    places: defaultdict[str, list[Span]] = defaultdict(list)
    said: Counter[str] = Counter()
    for mention in spoken:
        if mention.form is Form.NAME:
            name = _name(text, mention.span)
            places[name].append(mention.span)
            if untitled := _of_somewhere(name):
                places[untitled].append(Span(mention.span.end - len(untitled), mention.span.end))
        elif mention.form is Form.PRONOUN:
            said[PEOPLE.get(text[mention.span.start : mention.span.end].casefold(), "")] += 1
    right = [name for name in places if not slips & {word.casefold() for word in name.split()}] or list(places)
    proper = [name for name in right if not any(_is_slip_of(name, other, places) for other in right)]
    aliases = {name: places[name] for name in proper} | {name: list(where) for name, where in nouns.items()}
    if narrates and (told := [m.span for m in spoken if text[m.span.start : m.span.end] == "I"]):
        aliases["I"] = told
    fullest = _fullest(proper, places) or _described(nouns, narrates, said)
    return Character(
        id=id,
        name=fullest,
        aliases=tuple(Alias(name, tuple(where)) for name, where in aliases.items() if name != fullest),
        pronouns=_choose(follow, said, proper or list(nouns)),
        places=tuple(mention.span for mention in spoken),
    )


def _fullest(proper: list[str], places: Mapping[str, Sequence[Span]]) -> str:
    short = {name for name, longer in find_longer([name.casefold() for name in proper]).items() if longer}
    best = min(proper, key=lambda name: (_rank(name), name.casefold() in short, -len(places[name]), name), default="")
    definite = f"the {best}"
    return definite if len(places.get(definite, ())) > len(places.get(best, ())) else best


def _described(nouns: Mapping[str, Sequence[Span]], narrates: bool, said: Counter[str]) -> str:
    """What to call somebody whose name is withheld: the commonest description, "the narrator", else he or she."""
    if narrates:
        return "the narrator"
    del said[""]
    pronoun = max(said, key=lambda word: said[word], default="somebody")
    return max(nouns, key=lambda name: (len(nouns[name]), len(name), name), default=pronoun)


def _of_somewhere(name: str) -> str:
    """ "Ilvara of Sarn" out of "the Duchess Ilvara of Sarn": what stands before "of" is then a given name."""
    bare = name.removeprefix("the ")
    form = form_of(tuple(bare.split()), False)
    return " ".join(bare.split()[len(form.titles) :]) if form.titles and form.core and " of " in bare else ""


def _is_slip_of(name: str, other: str, places: Mapping[str, Sequence[Span]]) -> bool:
    """True for the rarer of two full names that a slip in one word parts (Marit Solveng, Marit Solvang)."""
    words, right = name.casefold().split(), other.casefold().split()
    if len(words) != len(right) or len(words) == 1 or len(places[name]) >= len(places[other]):
        return False
    differing = [(one, another) for one, another in zip(words, right, strict=True) if one != another]
    return len(differing) == 1 and slip_distance(*differing[0]) > 0


def _rank(name: str) -> tuple[int, int]:
    """Full names first, then names with a title, single names, and what is only a title or an epithet."""
    form = form_of(tuple(re.sub(r"^the ", "", name).replace(".", "").split()), name.startswith("the "))
    if form.surname:
        return 0, len(form.titles) + (len(form.given) == 1)
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
    """For each character, how often each pronoun is the first to follow its name."""
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    people = [one for one in mentions.items if one.character is not None and one.form is Form.NAME]
    for mention, pronoun in zip(people, following_pronouns(text, [one.span for one in people]), strict=True):
        if pronoun and mention.character is not None:
            found[mention.character][pronoun] += 1
    return found


def _choose(follow: Counter[str], said: Counter[str], names: list[str]) -> str:
    """What a title says, else what at least two thirds of the pronouns say, two at the least: of those that follow the name,
    or, where these do not agree, of those on the chain.
    """
    for name in names:
        title = gender_of(form_of(tuple(name.replace(".", "").split()), False))
        if title:
            return title
    del said[""]
    for counts in (follow, said):
        best = max(counts, key=lambda pronoun: counts[pronoun], default="")
        total = sum(counts.values())
        if total >= 2 and counts[best] * 3 >= total * 2:
            return best
    return ""

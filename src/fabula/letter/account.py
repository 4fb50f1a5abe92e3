""" "How I read it": who is who and what happened in which order, so that the author sees where a reader went astray."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from fabula.letter.wording import capital, counted, first_words, listed, ordinal, plain, quote
from fabula.reading import Character, Reading, Scene, Time, words_spoken

_FIGURES = 6
_SCENES = 12
_PERSONS = {1: "in the first person", 2: "in the second person, as “you”", 3: "in the third person"}
_TENSES = {"past": "in the past tense", "present": "in the present tense"}
_UNNAMED = frozenset(("he", "she", "they", "it", "i", "you"))
_TIMES = {Time.FLASHBACK: "a memory", Time.FLASHFORWARD: "a look ahead"}


def account(reading: Reading) -> Iterator[str]:
    """The paragraphs of the section."""
    yield _told(reading)
    yield from _people(reading)
    yield from _order(reading)


def _told(reading: Reading) -> str:
    """How the story is told: by whom, in which tense, in how many scenes."""
    scenes = reading.scenes.items
    persons = Counter(scene.person for scene in scenes if scene.person)
    tenses = Counter(scene.tense for scene in scenes if scene.tense)
    how = [_PERSONS[person] for person, _ in persons.most_common(1)]
    how += [_TENSES[tense] for tense, _ in tenses.most_common(1) if tense in _TENSES]
    kinds = Counter(_TIMES[scene.time] for scene in scenes if scene.time in _TIMES)
    aside = [_several(kind, number) for kind, number in sorted(kinds.items())]
    main = reading.cast.items[0] if reading.cast.items else None
    whose = f"I read this as {_story_of(main)}" if main else "I could not tell whose story this is"
    sentence = f"{whose}{', told ' + ', '.join(how) if how else ''}, in {counted(len(scenes), 'scene')}"
    return f"{sentence}{', ' + listed(aside) + ' among them' if aside else ''}."


def _several(kind: str, number: int) -> str:
    noun = kind.split(" ", 1)[1]
    return kind if number == 1 else counted(number, noun, {"memory": "memories", "look ahead": "looks ahead"}[noun])


def _story_of(character: Character) -> str:
    """Whose story it is; who has no name is only a pronoun in it."""
    name = plain(character.name)
    if name.casefold() in _UNNAMED:
        return f"the story of somebody who is only “{name}”"
    return f"{name}’ story" if name.endswith("s") else f"{name}’s story"


def _people(reading: Reading) -> Iterator[str]:
    """Who is who: the people that matter with their other names and their share of the talk, then the rest in a line."""
    if not reading.cast.items:
        return
    spoken = words_spoken(reading)
    total = sum(spoken.values())
    figures = [one for one in reading.cast.items if len(one.places) >= 3][:_FIGURES] or reading.cast.items[:1]
    yield "\n".join(f"- {_figure(one, spoken[one.id], total)}" for one in figures)
    rest = [plain(one.name) for one in reading.cast.items if one not in figures]
    if rest:
        more = f" and {counted(len(rest) - 10, 'other')}" if len(rest) > 10 else ""
        yield f"In passing I met {listed(rest[:10]) if not more else ', '.join(rest[:10]) + more}."


def _figure(character: Character, spoken: int, total: int) -> str:
    also = [plain(alias.name) for alias in character.aliases[:5]]
    called = f", whom I also know as {listed(also)}" if also else ""
    pronoun = f" ({character.pronouns})" if character.pronouns else ""
    return f"**{plain(character.name)}**{pronoun}{called}{_share(spoken, total)}."


def _share(spoken: int, total: int) -> str:
    """How much of the talk is one person's, as a reader would put it."""
    if not total:
        return ""
    if not spoken:
        return "; I never heard a line that was surely theirs"
    tenths = round(10 * spoken / total)
    if tenths >= 5:
        return f"; {'more than half' if spoken * 2 > total else 'half'} of all that is said aloud"
    return f"; about {counted(tenths, 'word')} in ten of the dialogue" if tenths else "; a line here and there"


def _order(reading: Reading) -> Iterator[str]:
    """What happened in which order, where that is not the order of telling; else where each scene begins."""
    scenes = reading.scenes.items
    if len(scenes) < 2:
        return
    ranked = sorted(scenes, key=lambda scene: (scene.story_order, scene.id))
    shuffled = any(earlier.id > later.id for earlier, later in pairwise(ranked))
    if shuffled:
        yield "It is not told in the order in which it happens. Put straight, I believe it runs like this:"
    else:
        yield "It is told in the order in which it happens. These are the scenes as I cut them:"
    shown = ranked if len(ranked) <= _SCENES else _telling(ranked, shuffled)
    yield "\n".join(f"{number}. {_scene(scene, reading, shuffled)}" for number, scene in enumerate(shown, 1))
    if len(shown) < len(ranked):
        left = "whose place was never in doubt" if shuffled else "between these"
        yield f"({capital(counted(len(ranked) - len(shown), 'more scene'))} {left} I leave out here.)"


def _telling(ranked: list[Scene], shuffled: bool) -> list[Scene]:
    """The scenes worth a line in a long story: those out of their turn, or evenly spread ones where there are none."""
    odd = [
        scene
        for place, scene in enumerate(ranked)
        if (place and ranked[place - 1].id > scene.id) or (place + 1 < len(ranked) and scene.id > ranked[place + 1].id)
    ]
    if shuffled and odd:
        return odd[:_SCENES]
    return [ranked[place * len(ranked) // _SCENES] for place in range(_SCENES)]


def _scene(scene: Scene, reading: Reading, shuffled: bool) -> str:
    """One scene: when and where as the story says, who is there, how it begins, and when it is told."""
    text = reading.story.text
    names = {one.id: plain(one.name) for one in reading.cast.items}
    present = [names[id] for id in scene.present if id in names][:4]
    when = f"*{plain(scene.when)}*" if scene.when else ""
    where = plain(scene.where) if scene.where else ""
    setting = ", ".join(part for part in (when, where) if part)
    people = listed(present)
    head = ": ".join(part for part in (setting, people) if part)
    begins = f"begins {first_words(text, scene.span)}"
    told = f", told {ordinal(scene.id + 1)}" if shuffled else ""
    kind = f" ({_TIMES[scene.time]})" if scene.time in _TIMES else ""
    cause = f", set off by {quote(text, scene.trigger, 60)}" if scene.trigger else ""
    return f"{head}; {begins}{kind}{told}{cause}." if head else f"{capital(begins)}{kind}{told}{cause}."

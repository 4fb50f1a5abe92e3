"""What becomes of things: their colour, what has stopped or is lost, and where it does its work after all; rooms' numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fabula.reading import Note
from fabula.stages.ledger.appearance import plain_colour
from fabula.stages.ledger.numbers import number_of
from fabula.stages.ledger.page import Page, child, has_owner, lemma, note, owner, person, subject
from fabula.stages.vocabulary import word_set

COLOURS = word_set(
    "red blue green yellow black white brown grey gray pink purple orange scarlet crimson violet silver golden cream "
    "maroon navy"
)
_LASTING = word_set(
    "bicycle bike car van truck lorry boat motorcycle motorbike scooter pony horse mare cat dog parrot door house "
    "cottage guitar "
    "piano umbrella suitcase trunk kettle typewriter tractor sledge sled wagon caravan cart carriage"
)
"""Things that people have one of, and that keep their colour."""
_GARMENTS = word_set(
    "dress gown coat shirt hat cap jacket skirt sleeve robe blouse tie cloak scarf jumper sweater waistcoat uniform tunic sash"
)
_MACHINES = word_set(
    "clock watch phone telephone oven stove radio lamp engine bell lift elevator piano car van truck television "
    "computer kettle "
    "heater generator torch flashlight printer mobile doorbell alarm boiler furnace gun pistol rifle revolver radiator "
    "typewriter"
)
_STOPS = word_set("stop die break")
_BROKEN = word_set("dead broken smashed ruined useless shattered kaput disconnected")
_WORKS = word_set(
    "ring strike chime tick buzz hum play shrill start roar whir chirp blare crackle glow tinkle purr peal"
)
_WORKED = word_set(
    "rang rings struck strikes chimed chimes ticked ticks buzzed buzzes hummed hums shrilled started starts roared "
    "roars glowed glows tinkled pealed"
)
"""What a machine does in the word behind it, however the sentence is parsed."""
_CARRIED = word_set(
    "pistol gun revolver rifle knife dagger sword ring key letter phone watch locket bag umbrella hat coat scarf "
    "notebook book map lantern torch "
    "necklace purse wallet suitcase briefcase handkerchief diary photograph passport glove gloves spectacles glasses "
    "violin axe bow staff "
    "compass medal brooch pendant flask pipe cane stick camera mask"
)
_PARTING = word_set("leave lose sell pawn burn throw give break smash bury forget drop surrender return drown")
_HOLDING = word_set(
    "draw raise wield pocket brandish wear fire aim open unfold sheathe clutch grip hold cock tighten slip pull take lift swing"
)
_KEPT = word_set("pocket hand belt coat bag hip fist fingers holster sleeve sheath scabbard neck finger wrist purse")
_ROOM = re.compile(r"\b(?:room|number|cabin|suite|no\.)\s+(?P<n>\w+(?:-\w+)?)", re.I)


def things(page: Page) -> Iterator[Note]:
    """Notes on things: "colour", "stops" and "works", "parted with" and "held", and "room number"."""
    for word in range(len(page.low)):
        name = lemma(page, word)
        if page.output.upos[word] not in ("NOUN", "PROPN", "NUM"):
            continue
        made: list[Note | None] = []
        if name in _LASTING or name in _GARMENTS:
            made += _coloured(page, word, name)
        if name in _MACHINES:
            made += _state(page, word, name)
        if name in _CARRIED:
            made += _carried(page, word, name)
        if page.low[word] in ("door", "room", "key"):
            made += _numbered(page, word)
        yield from (one for one in made if one)


def _with_modifiers(page: Page, word: int, name: str) -> str:
    """The thing as it is told apart from others of its kind: "left-hand oven", "front door"."""
    first = word
    while first > 0 and (page.low[first - 1] == "-" or _is_apart(page, first - 1, range(first, word + 1))):
        first -= 1
    apart = [page.low[one] for one in range(first, word) if page.low[one] not in COLOURS | _PLAIN]
    return " ".join([*apart, name]).replace(" - ", "-")


def _is_apart(page: Page, word: int, behind: range) -> bool:
    """Whether a word tells one of the words behind it apart from others."""
    relation = page.output.deprels[word]
    return int(page.output.heads[word]) in behind and relation in ("amod", "compound", "nummod", "flat")


_PLAIN = word_set(
    "old own new big little great small same poor good heavy silly battered worn damned bloody dear precious fine long"
)


def _coloured(page: Page, word: int, name: str) -> Iterator[Note | None]:
    colour = next(
        (
            one
            for one in page.children[word]
            if page.low[one] in COLOURS and page.output.deprels[one] in ("amod", "compound")
        ),
        None,
    )
    if colour is None or page.low[word] != name:
        return
    whose = owner(page, word)
    head = int(page.output.heads[word])
    if (
        whose is None
        and head >= 0
        and lemma(page, head) in ("have", "wear", "own")
        and page.output.deprels[word] == "obj"
    ):
        doer = subject(page, head)
        whose = person(page, doer) if doer is not None else None
    if whose is not None:
        attribute = "garment colour" if name in _GARMENTS else "colour"
        yield note(
            page, _with_modifiers(page, word, name), whose, attribute, plain_colour(page.low[colour]), colour, word
        )


def _state(page: Page, word: int, name: str) -> Iterator[Note | None]:
    """A machine that stops for good, and one that does its work."""
    if page.low[word] != name or any(
        page.low[one] in ("a", "an", "another", "no", "any", "every", "each") for one in page.children[word]
    ):
        return
    head, relation = int(page.output.heads[word]), page.output.deprels[word]
    about = _with_modifiers(page, word, name)
    whose = owner(page, word)
    dead = next(
        (one for one in page.children[word] if page.low[one] in _BROKEN and page.output.deprels[one] == "amod"), None
    )
    if dead is not None:
        yield note(page, about.replace(f"{page.low[dead]} ", ""), whose, "stops", page.low[dead], dead, word)
    behind = word + 1
    if behind < len(page.low) and page.low[behind] in _WORKED:
        yield note(page, about, whose, "works", page.low[behind], word, behind)
        return
    if head < 0:
        return
    verb = lemma(page, head)
    if relation.startswith("nsubj"):
        has = any(page.low[one] in ("had", "has", "have") for one in page.children[head])
        if (verb in _STOPS and has) or (page.low[head] in _BROKEN and child(page, head, "cop", "aux:pass") is not None):
            yield note(page, about, whose, "stops", page.low[head], word, head)
        elif verb in _WORKS and page.output.upos[head] == "VERB":
            yield note(page, about, whose, "works", page.low[head], word, head)
    elif relation == "obl" and _comes_out(page, word):
        yield note(page, about, whose, "works", "in use", word, head)


def _comes_out(page: Page, word: int) -> bool:
    """True for what is pulled "out of" an oven."""
    cases = {page.low[one] for one in page.children[word] if page.output.deprels[one] in ("case", "fixed")}
    cooks = lemma(page, word) in ("oven", "stove", "kettle", "boiler", "printer", "typewriter")
    return cooks and "out" in cases


def _carried(page: Page, word: int, name: str) -> Iterator[Note | None]:
    """A thing that somebody leaves, loses or gives away, and a thing that somebody holds."""
    if any(
        page.low[one] in ("a", "an", "another", "no", "any", "every", "each", "some", "second", "new")
        for one in page.children[word]
    ):
        return
    head, relation = int(page.output.heads[word]), page.output.deprels[word]
    if head < 0:
        return
    about, verb = _with_modifiers(page, word, name), lemma(page, head)
    doer = subject(page, head)
    whose = person(page, doer) if doer is not None else None
    if relation == "obj" and whose is not None and page.output.upos[head] == "VERB":
        if verb in _PARTING and _for_good(page, head, verb):
            yield note(page, about, whose, "parted with", page.low[head], word, head)
        elif verb in _HOLDING and has_owner(page, word):
            yield note(page, about, whose, "held", page.low[head], word, head)
    near = (*page.children[word], *_behind(page, word))
    kept = [one for one in near if lemma(page, one) in _KEPT and one != word and has_owner(page, one)]
    if kept and verb not in _PARTING and (bearer := owner(page, kept[0])) is not None:
        yield note(page, about, bearer, "held", page.low[kept[0]], word, kept[0])


def _behind(page: Page, word: int) -> range:
    """The words of "in her coat pocket" right behind a thing."""
    placed = word + 1 < len(page.low) and page.low[word + 1] in ("in", "at", "round", "around", "on", "from", "inside")
    return range(word + 2, min(word + 5, len(page.low))) if placed else range(0)


def _for_good(page: Page, verb: int, what: str) -> bool:
    """Whether a verb parts somebody from a thing: "left it in the locker", "gave it away", "threw it into the river"."""
    below = [page.low[one] for one in page.children[verb]]
    placed = any(page.output.deprels[one] == "obl" for one in page.children[verb])
    if what in ("lose", "sell", "pawn", "burn", "smash", "bury", "surrender", "drown"):
        return True
    if what in ("leave", "forget", "drop"):
        return placed and any(one in ("had", "has", "have") for one in below)
    return what in ("throw", "give") and any(one in ("away", "overboard") for one in below)


def _numbered(page: Page, word: int) -> Iterator[Note | None]:
    """The number on somebody's door, or of the room that somebody is given the key to."""
    if page.low[word] == "key":
        yield from _given_key(page, word)
    elif page.low[word] == "door" and has_owner(page, word):
        whose = owner(page, word)
        near = [
            one for one in range(max(0, word - 4), word) if number_of(page.low[one]) > 0 and page.low[one + 1] == "on"
        ]
        if near and whose is not None:
            yield note(page, "room", whose, "room number", str(number_of(page.low[near[0]])), near[0], word)


def _given_key(page: Page, word: int) -> Iterator[Note | None]:
    head = int(page.output.heads[word])
    if head < 0 or lemma(page, head) not in ("give", "hand", "get", "pass"):
        return
    match = _ROOM.match(page.text, int(page.output.ends[word]) + len(" to ")) or _ROOM.match(
        page.text, int(page.output.ends[word]) + len(" for ")
    )
    to = child(page, head, "iobj") if lemma(page, head) != "get" else child(page, head, "nsubj")
    whose = person(page, to) if to is not None else None
    if match and whose is not None and number_of(match["n"]) > 0:
        last = word
        while last + 1 < len(page.low) and int(page.output.ends[last]) < match.end():
            last += 1
        yield note(page, "room", whose, "room number", str(number_of(match["n"])), word, last)

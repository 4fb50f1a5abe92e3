"""From a reading to a review."""

from importlib.metadata import version
from typing import Any

import msgspec

from fabula import __version__
from fabula.desk.catalogue import Check, arguments_for, find_checks
from fabula.desk.config import Settings, config_for
from fabula.desk.intents import declared_intents
from fabula.desk.read import Progress, Tools, read, silence
from fabula.desk.sign import sign
from fabula.desk.silence import apply_intents, is_authors_word, one_per_slip, selected
from fabula.errors import FabulaError
from fabula.letter import write_letter
from fabula.reading import Reading
from fabula.review import About, Comment, Remark, Review
from fabula.story import Story

NOT_CHECKED = "I held the story against itself only: no date, place or fact of the world outside it was looked up."


def review_story(
    story: Story, settings: Settings | None = None, progress: Progress = silence, tools: Tools | None = None
) -> Review:
    """The review of a story: read it, then say what was noticed. `tools` is what `read` keeps between stories."""
    return review_reading(read(story, progress, tools), settings or Settings(), progress)


def review_reading(
    reading: Reading, settings: Settings | None = None, progress: Progress = silence, *, strict: bool = False
) -> Review:
    """The review of a reading. A check that breaks down is listed and the others go on, but for `strict`, where it raises.

    Raises BadConfig where a check's settings make no sense.
    """
    settings = settings or Settings()
    made: dict[type, Any] = {type(layer): layer for layer in _layers_of(reading)}
    checks = [check for check in find_checks() if selected(check, settings)]
    remarks: list[tuple[Check, Remark]] = []
    failed: list[str] = []
    words = frozenset(word.casefold() for word in settings.words)
    for check in checks:
        progress(check.name)
        try:
            found = _run(check, made, settings)
        except FabulaError:
            raise
        except Exception as reason:  # a plugin may raise anything; the others must go on
            if strict:
                raise
            failed.append(f"{check.name}: {type(reason).__name__}")
            continue
        remarks += [(check, remark) for remark in found if not is_authors_word(remark, reading.story.text, words)]
    comments = sign(one_per_slip(remarks), reading.story.text, reading.sentences)
    intents = (*reading.intents.items, *declared_intents(settings))
    kept, set_aside = apply_intents(comments, intents, settings)
    notices = (
        *reading.story.notices,
        *(f"A check broke down and was left out: {name}." for name in failed),
        NOT_CHECKED,
    )
    return Review(
        reading=reading,
        comments=kept,
        warnings=reading.warnings,
        intents=intents,
        set_aside=set_aside,
        letter=write_letter(reading, kept, set_aside, notices),
        notices=notices,
        failed=tuple(failed),
        versions=(f"fabula {__version__}", f"harper-py {version('harper-py')}"),
        checks=_explained(checks, kept),
    )


def _explained(checks: list[Check], comments: tuple[Comment, ...]) -> tuple[About, ...]:
    """What the checks that spoke look for."""
    spoke = {comment.check for comment in comments}
    return tuple(About(check.name, check.notices) for check in checks if check.name in spoke)


def _layers_of(reading: Reading) -> list[Any]:
    return [getattr(reading, field.name) for field in msgspec.structs.fields(Reading)]


def _run(check: Check, made: dict[type, Any], settings: Settings) -> list[Remark]:
    config = config_for(check.config, settings.checks.get(check.name, {}), check.name) if check.config else None
    return list(check.run(*arguments_for(check, made, config)))

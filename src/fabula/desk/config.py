"""`fabula.toml`: what the author has told us beside the story."""

from pathlib import Path
from typing import Any

import msgspec

from fabula.errors import BadConfig

NAME = "fabula.toml"


class DeclaredIntent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An intent with the checks it silences, as globs over their names."""

    text: str
    silences: tuple[str, ...] = ()


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The author's settings.

    `select` and `ignore` are globs over check names (ignore wins). `words` are spellings and names never to comment on.
    `intents` are plain sentences, read as an author's note would be, or tables with `text` and `silences`. `dismissed` are
    comment ids. `checks` holds the settings of single checks by name.
    """

    select: tuple[str, ...] = ("*",)
    ignore: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    intents: tuple[str | DeclaredIntent, ...] = ()
    dismissed: tuple[str, ...] = ()
    checks: dict[str, dict[str, Any]] = {}


def settings_beside(story: Path) -> Settings:
    """The settings in the `fabula.toml` beside the story, the default ones where there is none. Raises BadConfig."""
    path = story.parent / NAME
    return settings_in(path) if path.is_file() else Settings()


def settings_in(path: Path) -> Settings:
    """The settings in a file. Raises BadConfig with the reason in one line."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Settings)
    except OSError as reason:
        raise BadConfig(f"{path} cannot be read.", "Check the name and that you may open it.") from reason
    except (msgspec.DecodeError, UnicodeDecodeError) as reason:
        raise BadConfig(
            f"{path}: {str(reason).splitlines()[0]}.", "See docs/settings.md for what it may hold."
        ) from reason


def config_for(kind: type[Any], given: dict[str, Any], name: str) -> Any:
    """A check's own settings, of its type. Raises BadConfig where a setting is unknown or of the wrong sort."""
    hint = f"See: fabula explain {name}"
    known: tuple[str, ...] = kind.__struct_fields__
    unknown = sorted(set(given) - set(known))
    if unknown:
        raise BadConfig(f'[checks."{name}"] in {NAME} has no setting “{unknown[0]}”.', hint)
    try:
        return msgspec.convert(given, kind)
    except msgspec.ValidationError as reason:
        raise BadConfig(f'[checks."{name}"] in {NAME}: {reason}.', hint) from reason

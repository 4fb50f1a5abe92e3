"""What a reader may want to be warned of, as the archive's own terms have it."""

import msgspec

from fabula.story import Span


class ContentWarning(msgspec.Struct, frozen=True):
    """A suggested tag with the passages behind it; `archive_warning` is the archive's own term where there is one."""

    tag: str
    archive_warning: str | None
    evidence: tuple[Span, ...]
    confidence: float


class Warnings(msgspec.Struct, frozen=True):
    """A suggested rating (G, T, M or E; None where none is suggested) and content tags."""

    rating: str | None
    tags: tuple[ContentWarning, ...]

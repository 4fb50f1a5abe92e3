"""The only way we point at words."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A stretch of `Story.text`, in code points, half-open: `0 <= start <= end`.

    Raises ValueError when the ends are the wrong way round.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start


def overlaps(one: Span, other: Span) -> bool:
    """True where the two spans share at least one character."""
    return one.start < other.end and other.start < one.end


def holds(outer: Span, inner: Span) -> bool:
    """True where every character of `inner` lies in `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end

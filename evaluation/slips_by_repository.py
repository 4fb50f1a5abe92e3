"""Real slips found and mended, by repository and by category, in one process.

usage: python evaluation/slips_by_repository.py DATA [--half tuned|unseen]

DATA holds `proofreading_dev.jsonl` (slips in fiction, each mended by its author or editor) and
`proofreading_clean_dev.jsonl`. The items of one repository are read together, as `proofreading.py` packs them, and scored as it
does. Rules are tuned on one half of the repositories only (those whose name's SHA-256 is even); the other half says how they
do on authors they have not seen. Nothing of the data is written anywhere.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
from proofreading import norm, window

from fabula import desk
from fabula.review import Comment, Review, Severity

WIDEST, TRIED = 120, 5
PACKED, PACKED_CLEAN = 200, 40


class Slip(msgspec.Struct, frozen=True):
    """One mined slip: the paragraph before and after its mending, the place in `before`; or a clean passage, all in `text`."""

    repo: str
    id: str = ""
    category: str = ""
    before: str = ""
    after: str = ""
    start: int = 0
    end: int = 0
    text: str = ""


class Verdict(msgspec.Struct, frozen=True):
    """What the comments on one slip's paragraph came to; `stray` are those that are about something else."""

    strict: bool
    corrected: bool
    stray: tuple[Comment, ...]


def main() -> None:
    """Prints the tables, with a progress line for each pack on standard error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--half", choices=("tuned", "unseen"))
    options = parser.parse_args()
    items, clean = (
        [one for one in load(options.data / name) if options.half in (None, half_of(one.repo))]
        for name in ("proofreading_dev.jsonl", "proofreading_clean_dev.jsonl")
    )
    tools: desk.Tools = {}
    verdicts: list[tuple[Slip, Verdict]] = []
    for pack in packs(items, PACKED):
        verdicts += judged(pack, _reviewed(pack, tools))
    alarms = [(pack, slips_of(_reviewed(pack, tools))) for pack in packs(clean, PACKED_CLEAN)]
    print("\n".join(tables(verdicts)))
    words = sum(len(one.text.split()) for pack, _ in alarms for one in pack)
    found = sum(len(comments) for _, comments in alarms)
    print(f"\nclean passages: {found} comments in {words} words, {1000 * found / max(1, words):.2f} in 1,000")


def load(path: Path) -> list[Slip]:
    """The rows of one file of the data."""
    return [msgspec.json.decode(line, type=Slip) for line in path.read_text("utf-8").splitlines()]


def half_of(repo: str) -> str:
    """Which half a repository is in: the one rules are tuned on, or the unseen one."""
    return "unseen" if sha256(repo.encode()).digest()[-1] % 2 else "tuned"


def packs(slips: Sequence[Slip], size: int) -> Iterator[list[Slip]]:
    """The slips in packs of one repository, as the scorer of record packs them."""
    by_repo: dict[str, list[Slip]] = defaultdict(list)
    for slip in slips:
        by_repo[slip.repo].append(slip)
    for repo in sorted(by_repo):
        own = by_repo[repo]
        yield from (own[at : at + size] for at in range(0, len(own), size))


def text_of(pack: Sequence[Slip]) -> str:
    """The pack as one manuscript: a paragraph or a passage after the other."""
    return "\n\n".join(one.before or one.text for one in pack) + "\n"


def _reviewed(pack: Sequence[Slip], tools: desk.Tools) -> Review:
    print(f"{pack[0].repo}: {len(pack)} texts", file=sys.stderr, flush=True)
    return desk.review_story(desk.story_from(text_of(pack).encode(), "pack.txt"), tools=tools)


def slips_of(review: Review) -> list[Comment]:
    """The comments that the scorer counts."""
    families = ("slips", "names")
    return [
        one
        for one in review.comments
        if one.severity is Severity.SLIP and one.check.split(".", maxsplit=1)[0] in families
    ]


def judged(pack: Sequence[Slip], review: Review) -> list[tuple[Slip, Verdict]]:
    """Each slip of the pack with what its comments came to. Raises ValueError where the text was read otherwise."""
    shift = text_of(pack).find(review.reading.story.text[:80])
    comments = slips_of(review)
    found: list[tuple[Slip, Verdict]] = []
    at = -shift
    for slip in pack:
        end = at + len(slip.before)
        if review.reading.story.text[max(0, at) : end] != slip.before[max(0, -at) :]:
            raise ValueError(f"{slip.id}: the text was not read as it stands")
        own = [one for one in comments if at <= one.span.start <= end]
        found.append((slip, _judge(slip, own, at)))
        at = end + 2
    return found


def _judge(slip: Slip, comments: Sequence[Comment], shift: int) -> Verdict:
    low, high = window(slip.before, slip.start, slip.end)
    want = norm(slip.after)
    strict = corrected = False
    stray: list[Comment] = []
    for one in comments:
        start, end = one.span.start - shift, one.span.end - shift
        if not (start < high and end > low and end - start <= WIDEST):
            stray.append(one)
            continue
        gap = not slip.before[slip.start : slip.end].strip()
        strict |= (start < max(slip.end, slip.start + 1) and end > slip.start) or (
            gap and start <= slip.end and end >= slip.start
        )
        corrected |= any(norm(slip.before[:start] + new + slip.before[end:]) == want for new in one.suggestions[:1])
    return Verdict(strict, corrected, tuple(stray))


def tables(verdicts: Sequence[tuple[Slip, Verdict]]) -> Iterator[str]:
    """The shares found and mended, by half, by repository and by category, as lines."""
    for title, key in (("half", _half), ("repository", _repo), ("category", _category)):
        groups: dict[str, list[tuple[Slip, Verdict]]] = defaultdict(list)
        for slip, verdict in verdicts:
            groups[key(slip)].append((slip, verdict))
        yield f"\n{title:56} slips  found  mended  strays in 1,000 words"
        sizes = Counter({name: len(group) for name, group in groups.items()})
        for name, size in sizes.most_common():
            found = sum(verdict.strict for _, verdict in groups[name]) / size
            mended = sum(verdict.corrected for _, verdict in groups[name]) / size
            words = sum(len(slip.before.split()) for slip, _ in groups[name])
            strays = sum(len(verdict.stray) for _, verdict in groups[name])
            yield f"{name:56} {size:5}  {found:5.3f}  {mended:6.3f}  {1000 * strays / words:6.2f}"


def _half(slip: Slip) -> str:
    return half_of(slip.repo)


def _repo(slip: Slip) -> str:
    return slip.repo


def _category(slip: Slip) -> str:
    return slip.category


if __name__ == "__main__":
    main()

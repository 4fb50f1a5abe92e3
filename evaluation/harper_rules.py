"""Measures every rule of Harper on real slips and on clean fiction, and writes `docs/harper-rules.md`.

usage: python evaluation/harper_rules.py DATA

DATA holds `proofreading_dev.jsonl` (slips in fiction, each mended by its author or editor), `proofreading_clean_dev.jsonl`
and `fiction-clean.tar.gz`. From each book of the last, 6,000 words are read from its first third on, every second book
with its quotation marks made straight. Nothing of the data is written anywhere.
"""

import json
import re
import sys
import tarfile
from collections import defaultdict
from pathlib import Path

from harper import Linter, get_default_lint_config

from fabula.reading import Lint
from fabula.stages.proofreading.harper import proofreader_for, underline
from fabula.stages.trusted_rules import OUT, TRUSTED
from fabula.story import Span

WORDS_OF_A_BOOK = 6000
TARGET = Path(__file__).resolve().parent.parent / "docs/harper-rules.md"
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
HEAD = """# Which rules of Harper we use

Harper 2.13 (harper-py 0.2) has {rules} rules. Each was tried on {slips} slips that authors and editors of fiction mended, and
on {words:,} words of clean fiction (51 books, 1900 to 1963, British and American, curly and straight quotation marks).

- **hits**: slips it underlines; **right**: its first suggestion is the editor's own; **alarms**: underlinings per 100,000
  clean words.
- A rule is **in** where it hits and hardly ever alarms, or where it never spoke about the clean fiction and looks for a fixed
  slip of the hand or the ear that fiction could hold. `SpellCheck` is in, narrowed by the story's lexicon (`slips.spelling`).
- A rule is **out** where it alarms, where it is about taste, trade names, programming, office prose or abbreviations, or where
  a check of our own does it better.

Made by `evaluation/harper_rules.py`; the list itself is `src/fabula/stages/trusted_rules.py`.

## Rules that spoke, or that are in

| rule | hits | right | alarms | | why |
|---|---|---|---|---|---|
"""


def lints_of(paragraphs: list[str], rules: frozenset[str]) -> list[list[Lint]]:
    """The lints of each paragraph, places counted from its own start."""
    text = "\n\n".join(paragraphs)
    spans: list[Span] = []
    at = 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    found: list[list[Lint]] = [[] for _ in paragraphs]
    index = 0
    for lint in underline(text, spans, proofreader_for(rules)):
        while spans[index].end < lint.span.end:
            index += 1
        start = spans[index].start
        found[index].append(
            Lint(Span(lint.span.start - start, lint.span.end - start), lint.rule, lint.message, lint.replacements)
        )
    return found


def clean_paragraphs(data: Path) -> list[str]:
    """A stretch of every book, in plain text."""
    kept: list[str] = []
    with tarfile.open(data / "fiction-clean.tar.gz") as tar:
        books = [
            member for member in sorted(tar.getmembers(), key=lambda one: one.name) if "_" in Path(member.name).name
        ]
        for number, member in enumerate(books):
            stream = tar.extractfile(member)
            if stream is None:
                continue
            paragraphs = [
                re.sub(r"\[\[[\w-]+\|(.*?)\]\]", r"\1", line).replace("*", "")
                for line in stream.read().decode("utf-8").split("\n\n")
                if not line.startswith(("#", "***")) and " / " not in line
            ]
            words = 0
            for paragraph in paragraphs[len(paragraphs) // 3 :]:
                if words >= WORDS_OF_A_BOOK:
                    break
                words += len(paragraph.split())
                kept.append(paragraph.translate(STRAIGHT) if number % 2 else paragraph)
    passages = (json.loads(line) for line in (data / "proofreading_clean_dev.jsonl").read_text("utf-8").splitlines())
    return kept + [paragraph for passage in passages for paragraph in passage["text"].split("\n\n")]


def normal(text: str) -> str:
    """The text with marks straight and spaces single."""
    return " ".join(text.translate(STRAIGHT).split())


def judge(slip: dict[str, str | int], lint: Lint) -> tuple[bool, bool]:
    """Whether the lint underlines the slip, and whether its first replacement mends it."""
    before, start, end = str(slip["before"]), int(slip["start"]), int(slip["end"])
    span = lint.span
    hit = span.start < max(end, start + 1) and span.end > start
    if not hit or not lint.replacements:
        return hit, False
    mended = before[: span.start] + lint.replacements[0] + before[span.end :]
    return True, normal(mended) == normal(str(slip["after"]))


def why(rule: str, hits: int, alarms: int) -> str:
    """The reason in a few words."""
    if rule in OUT:
        return OUT[rule]
    if rule in TRUSTED:
        if hits:
            return "right on real slips"
        return "a fixed slip; silent on clean fiction" if not alarms else "a fixed slip; hardly ever wrong"
    return "wrong about fiction" if alarms else "taste, trade or office prose"


def main() -> None:
    data = Path(sys.argv[1])
    rules = frozenset(rule for rule, on in get_default_lint_config().items() if on)
    slips = [json.loads(line) for line in (data / "proofreading_dev.jsonl").read_text("utf-8").splitlines()]
    hits: dict[str, int] = defaultdict(int)
    right: dict[str, int] = defaultdict(int)
    alarms: dict[str, int] = defaultdict(int)
    for slip, lints in zip(slips, lints_of([slip["before"] for slip in slips], rules), strict=True):
        for lint in lints:
            hit, mends = judge(slip, lint)
            hits[lint.rule] += hit
            right[lint.rule] += mends
    clean = clean_paragraphs(data)
    for lints in lints_of(clean, rules):
        for lint in lints:
            alarms[lint.rule] += 1
    words = sum(len(paragraph.split()) for paragraph in clean)
    spoke = {rule for rule in {*hits, *alarms} if hits[rule] or alarms[rule]}
    listed = sorted(spoke | TRUSTED, key=lambda rule: (rule not in TRUSTED, -hits[rule], -alarms[rule], rule))
    lines = [HEAD.format(rules=len(get_default_lint_config()), slips=len(slips), words=words)]
    for rule in listed:
        rate, inside = 1e5 * alarms[rule] / words, "in" if rule in TRUSTED else "out"
        lines.append(
            f"| {rule} | {hits[rule]} | {right[rule]} | {rate:.1f} | {inside} | {why(rule, hits[rule], alarms[rule])} |\n"
        )
    silent = sorted(set(Linter().get_lint_descriptions()) - set(listed))
    lines.append(
        f"\n## Rules that never spoke and are out\n\n{len(silent)} rules: taste, trade names, programming, office prose, "
        "abbreviations, or fixed phrases that a voice may bend on purpose.\n\n"
    )
    lines.append(", ".join(silent) + "\n")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("".join(lines), "utf-8")
    loud = sum(alarms[rule] for rule in TRUSTED)
    print(f"{len(TRUSTED)} of {len(rules)} rules in; {words} clean words; {loud} alarms of rules in")


if __name__ == "__main__":
    main()

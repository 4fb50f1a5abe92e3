"""Builds small stories for the tests: paragraphs between blank lines, `***` a break, `# x` a heading."""

from fabula.story import BlockKind, Draft, PartKind, Place, Source, Story


def draft(text: str, declared: dict[str, PartKind] | None = None) -> Story:
    """The story of `text`; a paragraph that begins with a key of `declared` is declared so."""
    story, at = Draft(), 0
    for number, words in enumerate(text.strip("\n").split("\n\n")):
        if number:
            story.decoded("\n\n", Place("", 0, at - 2, at))
        bare = words.strip()
        level = len(bare) - len(bare.lstrip("#")) if bare.startswith("#") and len(bare) > 1 else 0
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        if bare in ("***", "* * *", "~", "---", "#", "xxx", "*"):
            kind = BlockKind.BREAK
        said = next((what for start, what in (declared or {}).items() if bare.startswith(start)), None)
        if level:
            at += words.index("#") + level + 1
            words = bare[level + 1 :]
        story.open(kind, level, declared=said, why="the file says so" if said else "")
        story.verbatim(words, Place("", 0, at, at + len(words)))
        story.close()
        at += len(words) + 2
    return story.finish(Source("story.txt", "txt", "0" * 64))

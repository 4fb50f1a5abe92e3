"""Words given with their own tags: the short lists of Japanese, Chinese, Korean, Polish, Ukrainian, Irish and others."""

from collections.abc import Iterator

from training.foreign.tags import Form, Line, tag


def forms(line: Line) -> Iterator[Form]:
    """`native/romanised=meaning` under a part of speech; `form/lemma/tags=meaning` under `raw`."""
    part, *more = line.section.split()
    if part == "raw":
        lemma, tags = line.more
        yield Form(line.word, lemma or line.word, tags)
        return
    tags = tag(part, *more)
    for latin in line.more or ("",):
        yield Form(f"{line.word}|{latin}" if latin else line.word, line.word, tags)

"""Words given with their own tags: the short lists of Japanese, Chinese, Korean, Polish, Ukrainian, Irish and others."""

from collections.abc import Iterator

from training.foreign import romaji_verbs
from training.foreign.tags import Form, Line, tag


def forms(line: Line) -> Iterator[Form]:
    """`native/romanised=meaning` under a part of speech; `form/lemma/tags=meaning` under `raw`."""
    part, *more = line.section.split()
    if part == "raw":
        lemma, tags = line.more
        yield Form(line.word, lemma or line.word, tags)
        return
    if part == "v" and len(line.more) == 2 and line.more[1] in "15sk":
        yield from romaji_verbs.verb(line.word, *line.more)
        return
    if part == "i" and line.more:
        for latin in line.more:
            yield from romaji_verbs.adjective(line.word, latin)
        return
    tags = tag("k" if part == "na" else part, *more)
    for latin in line.more or ("",):
        yield Form(f"{line.word}|{latin}" if latin else line.word, line.word, tags)

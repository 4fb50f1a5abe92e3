"""Any paragraphs, tracked changes, breaks and scripts: every character's place holds it, and nothing is lost."""

from hypothesis import given, settings

from fabula.formats import docx, odt
from office_files import docx_of, odt_of, para, run
from office_strategies import OPEN_PARAGRAPHS, WORD_PARAGRAPHS, open_body, word_body


@settings(max_examples=60, deadline=None)
@given(WORD_PARAGRAPHS)
def test_docx(paragraphs):
    data = docx_of(word_body(paragraphs))
    story = docx.read(data, "story.docx")
    seen = ["".join(text for _, text in runs).strip() for _, runs in paragraphs]
    assert story.text == "\n\n".join(line for line in seen if line)
    check_places(docx, data, story)


@settings(max_examples=60, deadline=None)
@given(OPEN_PARAGRAPHS)
def test_odt(paragraphs):
    data = odt_of(open_body(paragraphs))
    story = odt.read(data, "story.odt")
    check_places(odt, data, story)
    letters = [letter for runs in paragraphs for kind, text in runs for letter in shown(kind, text)]
    assert [letter for letter in story.text if not letter.isspace()] == letters


def shown(kind, text):
    return [letter for letter in text if not letter.isspace()] if kind not in ("deleted", "hidden", "tab") else []


def check_places(module, data, story):
    assert all(
        module.reread(data, origin) == story.text[origin.span.start : origin.span.end] for origin in story.origins
    )


def test_spaces_in_odt_collapse_as_libreoffice_shows_them():
    text = '  one \n  two<text:span text:style-name="T1">  three </text:span>  four <text:s text:c="2"/>five  '
    assert odt.read(odt_of(f"<text:p>{text}</text:p>"), "s.odt").text == "one two three four   five"


def test_spaces_in_docx_count_only_where_preserved():
    body = para("<w:r><w:t> one </w:t></w:r>", run(" two  three "), "<w:r><w:t>four\nfive</w:t></w:r>")
    assert docx.read(docx_of(body), "s.docx").text == "one two  three four five"

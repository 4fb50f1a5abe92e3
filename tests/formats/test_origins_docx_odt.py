"""Any paragraphs, tracked changes, breaks and scripts: every character's place holds it, and nothing is lost."""

from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import docx_of, odt_of, para, run, styled

from fabula.formats import docx, odt

WORDS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x2FFF, exclude_categories=("Cs", "Cc", "Cn")),
        st.sampled_from("😀👩‍👩‍👧é́שלוםمرحبا\u00a0\u00ad\u2028漢字“”‘’—…&<>"),
    ),
    min_size=1,
    max_size=12,
)
LOOKS = st.sampled_from(["", "<w:i/>", "<w:b/><w:u w:val='single'/>", "<w:rStyle w:val='Emphasis'/>"])


def drawn(content):
    """A run, as XML and as the text that a reader sees."""
    kind, text, look = content
    safe = escape(text)
    if kind == "deleted":
        return f'<w:del w:id="9" w:author="A"><w:r><w:delText>{safe}</w:delText></w:r></w:del>', ""
    if kind == "inserted":
        return f'<w:ins w:id="9" w:author="A">{run(safe, look)}</w:ins>', text
    if kind == "hidden":
        return run(safe, "<w:vanish/>"), ""
    if kind == "link":
        return f'<w:hyperlink w:anchor="x">{run(safe, look)}</w:hyperlink>', text
    if kind == "tab":
        return "<w:r><w:tab/></w:r>", "\t"
    if kind == "break":
        return f'<w:r><w:br/><w:t xml:space="preserve">{safe}</w:t></w:r>', f"\n{text}"
    if kind == "commented":
        return f'<w:r><w:t xml:space="preserve">{safe}<!-- aside -->{safe}</w:t></w:r>', text * 2
    return run(safe, look), text


KINDS = st.sampled_from(["plain", "plain", "plain", "deleted", "inserted", "hidden", "link", "tab", "break", "commented"])
WORD_RUNS = st.lists(st.tuples(KINDS, WORDS, LOOKS).map(drawn), max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["Normal", "Scene", "Titel"]), WORD_RUNS), min_size=1, max_size=6))
def test_docx(paragraphs):
    body = "".join(styled(style, *(xml for xml, _ in runs)) for style, runs in paragraphs)
    data = docx_of(body)
    story = docx.read(data, "story.docx")
    seen = ["".join(text for _, text in runs).strip() for _, runs in paragraphs]
    assert story.text == "\n\n".join(line for line in seen if line)
    check_places(docx, data, story)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.tuples(KINDS, WORDS), max_size=5), min_size=1, max_size=6))
def test_odt(paragraphs):
    body = "".join(f"<text:p>{''.join(spanned(*content) for content in runs)}</text:p>" for runs in paragraphs)
    data = odt_of(body)
    story = odt.read(data, "story.odt")
    check_places(odt, data, story)
    letters = [letter for runs in paragraphs for kind, text in runs for letter in shown(kind, text)]
    assert [letter for letter in story.text if not letter.isspace()] == letters


def spanned(kind, text):
    safe = escape(text)
    around = {
        "deleted": "",
        "hidden": f'<text:span text:style-name="T4">{safe}</text:span>',
        "link": f"<text:a>{safe}</text:a>",
        "tab": "<text:tab/>",
        "break": f"<text:line-break/>{safe}",
        "inserted": f'<text:change-start text:change-id="c"/>{safe}\n <text:change-end text:change-id="c"/>',
        "commented": f'<!-- aside -->{safe}<text:s text:c="3"/>',
    }
    return around.get(kind, f'<text:span text:style-name="T2">{safe}</text:span>')


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

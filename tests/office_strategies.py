"""Paragraphs that Hypothesis draws, as the XML of a Word or OpenDocument body and as a reader sees them."""

from xml.sax.saxutils import escape

from hypothesis import strategies as st

from office_files import run, styled

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


KINDS = st.sampled_from(
    ["plain", "plain", "plain", "deleted", "inserted", "hidden", "link", "tab", "break", "commented"]
)
WORD_RUNS = st.lists(st.tuples(KINDS, WORDS, LOOKS).map(drawn), max_size=5)
WORD_PARAGRAPHS = st.lists(st.tuples(st.sampled_from(["Normal", "Scene", "Titel"]), WORD_RUNS), min_size=1, max_size=6)
OPEN_PARAGRAPHS = st.lists(st.lists(st.tuples(KINDS, WORDS), max_size=5), min_size=1, max_size=6)


def word_body(paragraphs):
    return "".join(styled(style, *(xml for xml, _ in runs)) for style, runs in paragraphs)


def open_body(paragraphs):
    return "".join(f"<text:p>{''.join(spanned(*content) for content in runs)}</text:p>" for runs in paragraphs)


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

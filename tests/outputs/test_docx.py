"""The commented Word copy: comments on the exact words, the rest of the file as it was, part by part."""

import io

import docx as python_docx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from office_review import local, others, part, place_of, review_of, tree

from fabula.errors import UnwritableFile
from fabula.formats import docx as format
from fabula.outputs import docx as output
from fabula.outputs.container import rewrite
from fabula.review import Evidence
from fabula.story import Span
from office_files import W, docx_of, para, run, styled
from office_strategies import WORD_PARAGRAPHS, word_body

CHANGED = ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")
DOCUMENT = "word/document.xml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OLD = (
    '<w:comment w:id="7" w:author="Beta" w:initials="B"><w:p><w:r><w:t>Love this.</w:t></w:r></w:p></w:comment>'
    '<w:comment w:id="9" w:author="Ann" w:initials="A"><w:p><w:r><w:t>Thanks!</w:t></w:r></w:p></w:comment>'
)
OLD_MARKS = (
    '<w:commentRangeStart w:id="7"/>',
    run("smiled"),
    '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
)
FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="1">{para("<w:r><w:footnoteRef/></w:r>", " The squirrel was red.")}</w:footnote>'
)
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
    + para("Words in a box.")
    + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
    + para("Words in a box.")
    + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def commented(body, *wanted, **parts):
    data = docx_of(body, **parts)
    story = format.read(data, "story.docx")
    return data, story, output.render(review_of(story, *wanted), data)


def ranges(data):
    """What each of our comments stands on: the text between its marks, in the order of the comments."""
    open_now, found = {}, {}
    inside = {"t": lambda element: element.text or "", "tab": lambda _: "\t", "br": lambda _: "\n"}
    inside["footnoteReference"] = lambda _: "¹"
    for element in tree(data, DOCUMENT).iter():
        name, number = local(element), element.get(f"{{{W}}}id")
        if name == "commentRangeStart":
            open_now[number] = ""
        elif name == "commentRangeEnd":
            found[int(number)] = open_now.pop(number)
        elif name in inside:
            shown = inside[name](element) + "".join(child.tail or "" for child in element)
            open_now = {key: text + shown for key, text in open_now.items()}
    assert not open_now
    ours = [
        int(entry.get(f"{{{W}}}id"))
        for entry in tree(data, "word/comments.xml")
        if entry.get(f"{{{W}}}author") == "fabula"
    ]
    return [found[number] for number in ours]


def plain(root, ours):
    """A document without the comments in `ours`, neighbouring runs of one look joined, as canonical XML."""
    for element in list(root.iter()):
        added = element.get(f"{{{W}}}id") in ours
        if local(element) in ("commentRangeStart", "commentRangeEnd") and added:
            element.getparent().remove(element)
        elif local(element) == "commentReference" and added:
            element.getparent().getparent().remove(element.getparent())
    for element in list(root.iter(f"{{{W}}}r")):
        before = element.getprevious()
        if before is not None and before.tag == element.tag and look(before) == look(element):
            before.extend(child for child in element if local(child) != "rPr")
            element.getparent().remove(element)
    for element in list(root.iter(f"{{{W}}}t")):
        before = element.getprevious()
        element.attrib.pop(SPACE, None)
        if before is not None and before.tag == element.tag:
            texts = [before, *before, element, *element]
            if len(texts) == 2:  # no comment inside either
                before.text = (before.text or "") + (element.text or "")
                element.getparent().remove(element)
    return etree.tostring(root, method="c14n")


def look(element):
    properties = element.find(f"{{{W}}}rPr")
    return dict(element.attrib), b"" if properties is None else etree.tostring(properties, method="c14n")


def unchanged(before, after):
    """Assert that but for our comments the two files are the same, part by part."""
    assert others(after, *CHANGED) == others(before, *CHANGED)
    known = {entry.get(f"{{{W}}}id") for entry in old_comments(before)}
    ours = {entry.get(f"{{{W}}}id") for entry in tree(after, "word/comments.xml")} - known
    assert plain(tree(after, DOCUMENT), ours) == plain(tree(before, DOCUMENT), set())


def old_comments(data):
    try:
        return list(tree(data, "word/comments.xml"))
    except KeyError:
        return []


def test_comments_stand_on_the_exact_words():
    body = (
        styled("berschrift2", "Chapter One")
        + para("She saw the ", run("gr", "<w:b/>"), run("ey", "<w:b/><w:i/>"), " squirrel.")
        + para('<w:ins w:id="2" w:author="A">', run("new words here"), "</w:ins>", " and on.")
        + para("A ", f'<w:hyperlink w:anchor="x">{run("link of words")}</w:hyperlink>', " follows.")
        + f"<w:tbl><w:tr><w:tc>{para('cell one')}</w:tc><w:tc>{para('cell two')}</w:tc></w:tr></w:tbl>"
        + para('<w:r><w:t>Tab</w:t><w:tab/><w:t>and</w:t><w:br/><w:t xml:space="preserve">line 😀 two</w:t></w:r>')
        + para("One ends here.")
        + para("Another begins.")
    )
    wanted = ["Chapter", "grey", "ey squ", "words", "of words follows", "cell two", "b\tand\nline", "😀 t", "here"]
    data, _, copy = commented(body, *wanted, "ends here.\n\nAnother")
    assert ranges(copy) == [*wanted, "ends here.Another"]
    unchanged(data, copy)


def test_notes_and_boxes_are_commented_at_their_anchor():
    body = para("She smiled.", '<w:r><w:footnoteReference w:id="1"/></w:r>') + para("Before ", BOX, " after.")
    data, _, copy = commented(body, "was red", "in a box", "after", footnotes=FOOTNOTES)
    assert ranges(copy) == ["¹", "Words in a box.Words in a box.", "after"]
    unchanged(data, copy)


def test_a_range_into_a_box_further_up_keeps_its_beginning():
    _, _, copy = commented(para("Before ", BOX, " after."), "after.\n\nWords")
    assert ranges(copy) == ["after."]


def test_a_simple_field_is_commented_as_a_whole():
    field = f'<w:fldSimple w:instr=" TITLE ">{run("The Red Door")}</w:fldSimple>'
    data, _, copy = commented(para("Called ", field, "."), "Red")
    assert ranges(copy) == ["The Red Door"]
    unchanged(data, copy)


def test_comments_that_were_there_stay():
    data, _, copy = commented(para("She ", *OLD_MARKS, " at him."), "smi", "led at", comments=OLD)
    entries = list(tree(copy, "word/comments.xml"))
    assert [entry.get(f"{{{W}}}id") for entry in entries] == ["7", "9", "10", "11"]
    assert ranges(copy) == ["smi", "led at"]
    assert [etree.tostring(entry) for entry in entries[:2]] == [etree.tostring(entry) for entry in old_comments(data)]
    assert part(copy, "[Content_Types].xml").count(b"comments+xml") == 1
    unchanged(data, copy)


def test_word_and_python_docx_find_the_comment():
    data = docx_of(para("The house was gray and old."))
    story = format.read(data, "story.docx")
    evidence = (Evidence(place_of(story, "The house"), "the first line says"),)
    review = review_of(story, ("gray", "grey", "dun"), evidence=evidence)
    copy = output.render(review, data)
    comments = list(python_docx.Document(io.BytesIO(copy)).comments)
    assert [(comment.author, comment.initials) for comment in comments] == [("fabula", "f")]
    signature = f"slips.sample · {review.comments[0].id}"
    said = ["About 0.", "Perhaps: “grey” or “dun”", "the first line says: “The house”", signature]
    assert comments[0].text.split("\n") == said
    assert part(copy, "word/_rels/document.xml.rels").count(b"/comments") == 1


def test_same_input_same_bytes_and_the_text_reads_the_same():
    body = para("One two ", run("three", "<w:i/>"), " four.") + para("Five.")
    data, story, copy = commented(body, "two three", "Five")
    assert copy == output.render(review_of(story, "two three", "Five"), data)
    again = format.read(copy, "story.docx")
    assert (again.text, again.blocks, again.emphasis) == (story.text, story.blocks, story.emphasis)


def test_a_copy_of_a_copy_takes_new_comments():
    _, _, copy = commented(para("One two three."), "two")
    story = format.read(copy, "story.docx")
    twice = output.render(review_of(story, "two three", "One"), copy)
    assert ranges(twice) == ["two", "two three", "One"]


def test_space_that_word_drops_does_not_come_back():
    body = "<w:p><w:r><w:t>  One two  </w:t></w:r><w:r><w:t>three</w:t></w:r></w:p>"
    _, story, copy = commented(body, "two")
    assert format.read(copy, "story.docx").text == story.text == "One twothree"


def test_macros_do_not_come_along():
    more = {"word/vbaProject.bin": b"macro"}
    data = docx_of(para("One two."), more=more)
    main = "wordprocessingml.document.main+xml"
    types = part(data, "[Content_Types].xml").decode()
    assert main in types
    macro = types.replace(
        f"application/vnd.openxmlformats-officedocument.{main}",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    relations = (
        part(data, "word/_rels/document.xml.rels")
        .decode()
        .replace(
            "</Relationships>",
            '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
            'Target="vbaProject.bin"/></Relationships>',
        )
    )
    data = rewrite(data, {"[Content_Types].xml": macro.encode(), "word/_rels/document.xml.rels": relations.encode()})
    copy = output.render(review_of(format.read(data, "story.docm"), "two"), data)
    assert ranges(copy) == ["two"]
    assert [name for name, *_ in others(copy) if "vba" in name] == []
    assert main.encode() in part(copy, "[Content_Types].xml")
    assert b"vba" not in part(copy, "word/_rels/document.xml.rels")


def test_damage_that_no_copy_can_carry_is_said():
    whole = docx_of(para("One two."))
    story = format.read(whole, "story.docx")
    for data in (
        docx_of(para("One two."), more={"word/comments.xml": "<w:comm"}),
        rewrite(whole, {"[Content_Types].xml": b"<Types"}),
        rewrite(whole, {}, ("[Content_Types].xml",)),
    ):
        with pytest.raises(UnwritableFile):
            output.render(review_of(story, "two"), data)


def test_a_document_without_relations_gets_its_first():
    data = rewrite(docx_of(para("One two.")), {}, ("word/_rels/document.xml.rels",))
    copy = output.render(review_of(format.read(data, "story.docx"), "two"), data)
    assert [comment.author for comment in python_docx.Document(io.BytesIO(copy)).comments] == ["fabula"]


@settings(max_examples=80, deadline=None)
@given(WORD_PARAGRAPHS, st.data())
def test_any_span_of_any_document(paragraphs, draw):
    data = docx_of(word_body(paragraphs))
    story = format.read(data, "story.docx")
    assume(story.text)
    cuts = st.integers(0, len(story.text))
    spans = draw.draw(st.lists(st.tuples(cuts, cuts).map(sorted).map(lambda ends: Span(*ends)), max_size=4))
    copy = output.render(review_of(story, *spans), data)
    unchanged(data, copy)
    assert format.read(copy, "story.docx").text == story.text
    if "<!--" not in word_body(paragraphs) and "<w:vanish" not in word_body(paragraphs):
        said = ["".join(text.split()) for text in ranges(copy)]
        assert said == ["".join(story.text[span.start : span.end].split()) for span in spans]

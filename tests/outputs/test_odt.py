"""The commented OpenDocument copy: annotations on the exact words, the rest of the file as it was."""

import io
import zipfile

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from office_review import local, others, part, place_of, review_of, tree

from fabula.formats import odt as format
from fabula.outputs import odt as output
from fabula.review import Evidence
from fabula.story import Span
from office_files import odt_of
from office_strategies import OPEN_PARAGRAPHS, open_body

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
HOLDERS = ("p", "h", "span", "a", "meta")
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>The squirrel was red.</text:p></text:note-body></text:note>"
)
FRAME = "<draw:frame><draw:text-box><text:p>Words in a box.</text:p></draw:text-box></draw:frame>"
OLD = '<office:annotation office:name="x"><dc:creator>Beta</dc:creator><text:p>Love this.</text:p></office:annotation>'


def commented(body, *wanted):
    data = odt_of(body)
    story = format.read(data, "story.odt")
    return data, story, output.render(review_of(story, *wanted), data)


def ranges(data):
    """What each of our annotations stands on, in the order of the comments; none may stand where ODF forbids it."""
    open_now, found = {}, {}

    def walk(element):
        name, number = local(element), element.get(f"{OFFICE}name") or ""
        ours = number.startswith("fabula-")
        if name in ("annotation", "annotation-end") and ours:
            assert local(element.getparent()) in HOLDERS
        if name == "annotation" and ours:
            open_now[number] = ""
        elif name == "annotation-end" and ours:
            found[int(number.removeprefix("fabula-"))] = open_now.pop(number)
        elif name not in ("annotation", "note-citation") and not name.startswith("<"):
            add({"tab": "\t", "line-break": "\n", "s": " "}.get(name, "") + (element.text or ""))
            for child in element:
                walk(child)
                add(child.tail or "")

    def add(text):
        for number in open_now:
            open_now[number] += text

    walk(tree(data, "content.xml"))
    return [found[number] for number in sorted(found)], set(open_now)


def plain(data):
    """content.xml without our annotations, as canonical XML."""
    root = tree(data, "content.xml")
    for element in list(root.iter(f"{OFFICE}annotation", f"{OFFICE}annotation-end")):
        if element.get(f"{OFFICE}name", "").startswith("fabula-"):
            before, parent = element.getprevious(), element.getparent()
            if before is None:
                parent.text = (parent.text or "") + (element.tail or "")
            else:
                before.tail = (before.tail or "") + (element.tail or "")
            parent.remove(element)
    return etree.tostring(root, method="c14n")


def unchanged(before, after):
    assert others(after, "content.xml") == others(before, "content.xml")
    assert plain(after) == plain(before)


def test_comments_stand_on_the_exact_words():
    body = (
        '<text:h text:outline-level="1">Chapter One</text:h>'
        '<text:p>She <text:span text:style-name="T1">said <text:span text:style-name="T2">very</text:span> well</text:span>.'
        "</text:p><text:p>Tab<text:tab/>and<text:line-break/>line 😀 two, a <text:a>link of words</text:a>.</text:p>"
        "<text:list><text:list-item><text:p>An item.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>cell one</text:p></table:table-cell></table:table-row>"
        "</table:table><text:p>One ends here.</text:p><text:p>Another begins.</text:p>"
    )
    wanted = ["Chapter", "very", "aid very w", "b\tand\nline", "😀 t", "of words.", "item", "cell", "here"]
    data, _, copy = commented(body, *wanted, "ends here.\n\nAnother")
    assert ranges(copy) == ([*wanted, "ends here.Another"], set())
    unchanged(data, copy)


def test_notes_boxes_and_fields_are_commented_as_a_whole():
    body = (
        f"<text:p>She smiled.{NOTE}</text:p><text:p>Before {FRAME} after.</text:p>"
        "<text:p>Called <text:title>The Red Door</text:title>.</text:p>"
    )
    data, _, copy = commented(body, "was red", "in a box", "Red Door", "after.\n\nWords")
    assert ranges(copy) == (["The squirrel was red.", "Words in a box.", "The Red Door", "after."], set())
    unchanged(data, copy)


def test_annotations_that_were_there_stay_and_a_copy_takes_more():
    data, story, copy = commented(f"<text:p>She {OLD}smiled at him.</text:p>", "smiled")
    assert part(copy, "content.xml").count(b"Love this.") == 1
    unchanged(data, copy)
    again = format.read(copy, "story.odt")
    assert again.text == story.text
    twice = output.render(review_of(again, "smiled at"), copy)
    assert ranges(twice) == (["smiled", "smiled at"], set())


def test_what_the_annotation_says():
    data = odt_of("<text:p>The house was gray and old.</text:p>")
    story = format.read(data, "story.odt")
    review = review_of(
        story, ("gray", "grey"), evidence=(Evidence(place_of(story, "The house"), "the first line says"),)
    )
    entry = next(tree(output.render(review, data), "content.xml").iter(f"{OFFICE}annotation"))
    signature = f"slips.sample · {review.comments[0].id}"
    assert [child.text for child in entry] == [
        *("fabula", "About 0.", "Perhaps: “grey”", "the first line says: “The house”", signature)
    ]


def test_the_type_stays_first_and_unpacked_and_same_input_gives_same_bytes():
    data, story, copy = commented("<text:p>One two.</text:p>", "two")
    with zipfile.ZipFile(io.BytesIO(copy)) as container:
        first = container.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert copy[30:77] == data[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    assert copy == output.render(review_of(story, "two"), data)


@settings(max_examples=80, deadline=None)
@given(OPEN_PARAGRAPHS, st.data())
def test_any_span_of_any_document(paragraphs, draw):
    data = odt_of(open_body(paragraphs))
    story = format.read(data, "story.odt")
    assume(story.text)
    cuts = st.integers(0, len(story.text))
    spans = draw.draw(st.lists(st.tuples(cuts, cuts).map(sorted).map(lambda ends: Span(*ends)), max_size=4))
    copy = output.render(review_of(story, *spans), data)
    unchanged(data, copy)
    assert format.read(copy, "story.odt").text == story.text
    if "T4" not in open_body(paragraphs):
        said, points = ranges(copy)
        assert len(said) + len(points) == len(spans)
        words = ["".join(story.text[span.start : span.end].split()) for span in spans]
        assert [word for text in said if (word := "".join(text.split()))] == [word for word in words if word]

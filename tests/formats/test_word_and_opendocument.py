"""What a Word or OpenDocument file holds besides plain paragraphs, and what happens where one is broken."""

import pytest

from fabula.errors import UnreadableFile
from fabula.formats import container, docx, odt
from fabula.story import BlockKind, PartKind
from office_files import W, docx_of, odt_of, para, run, styled, zipped


def blocks(story):
    return [(block.kind.value, block.level, story.text[block.span.start : block.span.end]) for block in story.blocks]


def emphasis(story):
    return [(found.style, story.text[found.span.start : found.span.end]) for found in story.emphasis]


def read_docx(body, **parts):
    return docx.read(docx_of(body, **parts), "story.docx")


def read_odt(body, **parts):
    return odt.read(odt_of(body, **parts), "story.odt")


def field(instruction, result):
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin") + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f"{mark.format('separate')}{result}{mark.format('end')}"
    )


def test_docx_headings_titles_and_breaks():
    story = read_docx(
        styled("Titel", "The Red Door")
        + styled("berschrift2", "A Beginning")
        + para("Words.")
        + para()
        + para("* * *")
        + styled("Scene", "The quay")
        + styled("Own", "Later")
        + para("Chapter 2")
        + styled("Kop3", "By its id alone")
    )
    assert blocks(story) == [
        ("heading", 1, "The Red Door"),
        ("heading", 2, "A Beginning"),
        ("paragraph", 0, "Words."),
        ("break", 0, "* * *"),
        ("heading", 2, "The quay"),
        ("heading", 3, "Later"),
        ("heading", 2, "Chapter 2"),
        ("heading", 3, "By its id alone"),
    ]
    assert [block.declared for block in story.blocks[:2]] == [PartKind.TITLE, None]
    assert story.blocks[3].blank_before == 1


def test_docx_tracked_changes_read_as_accepted():
    gone = "<w:r><w:delText>never </w:delText></w:r>"
    story = read_docx(
        para("He ", f'<w:del w:id="1">{gone}</w:del>', f'<w:ins w:id="2">{run("always ")}</w:ins>', "smiled.")
        + para("One ", properties='<w:rPr><w:del w:id="3" w:author="A"/></w:rPr>')
        + para("paragraph now.")
        + f'<w:moveFrom w:id="4">{para("Moved.")}</w:moveFrom>'
    )
    assert story.text == "He always smiled.\n\nOne paragraph now."
    assert story.notices == ("3 tracked changes were read as if accepted.",)


def test_docx_emphasis_from_run_character_and_paragraph_style():
    story = read_docx(
        para("plain ", run("one", "<w:i/>"), run(" two", '<w:i w:val="1"/><w:b/>'), run(" off", '<w:i w:val="0"/>'))
        + styled("Letter", "Dear ", run("Ann", '<w:rStyle w:val="Emphasis"/>'), run("!", '<w:i w:val="false"/>'))
        + para(run("strong", '<w:rStyle w:val="Strong"/>'), run(" under", '<w:u w:val="single"/>'))
        + styled("Titel", "Bold by style")
    )
    assert emphasis(story) == [
        ("italic", "one two"),
        ("bold", " two"),
        ("italic", "Dear "),
        ("bold", "strong"),
        ("italic", "strong"),
        ("underline", " under"),
    ]


def test_docx_hidden_text_fields_links_and_controls():
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    story = read_docx(
        para("Seen", run(" hidden", "<w:vanish/>"), run(" secret", '<w:rStyle w:val="Secret"/>'), ".")
        + para(
            "On ", field(' DATE "x" ', run("Monday")), " ", f"<w:fldSimple w:instr='x'>{run('at noon')}</w:fldSimple>"
        )
        + para(f"<w:smartTag>{run('Paris')}</w:smartTag>", f"<w:hyperlink>{run(' calls')}</w:hyperlink>", prompt)
        + f"<w:sdt><w:sdtContent>{para('In a control.')}</w:sdtContent></w:sdt>"
        + para("Left open ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
        + para("is not lost.")
    )
    assert story.text == "Seen.\n\nOn Monday at noon\n\nParis calls\n\nIn a control.\n\nLeft open\n\nis not lost."
    assert story.notices == ("Hidden text in 2 places was left out.",)


def test_docx_characters_of_their_own_elements():
    story = read_docx(
        para(
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
            '<w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Arial" w:char="2014"/><w:sym w:char="zz"/></w:r>'
        )
    )
    assert story.text == "a\tb\nc\u2011d\u00ad☺—\ufffd"


def test_docx_footnotes_endnotes_and_boxes_come_after():
    box = f"<w:txbxContent>{para('In a box.')}</w:txbxContent>"
    both = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    notes = "".join(f'<w:footnote w:id="{number}">{para(f" Note {number}.")}</w:footnote>' for number in (1, 2, 3))
    story = read_docx(
        para(
            "Two",
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            " and one.",
            '<w:r><w:footnoteReference w:id="1"/></w:r>',
        )
        + para("Before.", f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>")
        + para("After.", '<w:r><w:endnoteReference w:id="1"/></w:r>'),
        footnotes=notes,
        endnotes=f'<w:endnote w:id="1">{para("The end.")}</w:endnote>',
    )
    assert story.text == "Two and one.\n\nBefore.\n\nIn a box.\n\nAfter.\n\nNote 2.\n\nNote 1.\n\nThe end."
    assert [block.declared for block in story.blocks[4:]] == [PartKind.END_NOTE] * 3


def test_docx_rule_and_contents():
    contents = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    story = read_docx(
        styled("TOC1", "Chapter 1\t3")
        + para("Words.")
        + para('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>')
        + para("More."),
        styles=contents,
    )
    assert blocks(story)[2] == ("break", 0, "* * *")
    assert story.blocks[0].declared is PartKind.META
    assert story.blocks[0].why == "the table of contents"


def test_docx_says_who_wrote_it():
    core = (
        '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>The Red Door</dc:title><dc:creator>Ann Lee</dc:creator></cp:coreProperties>"
    )
    story = read_docx(para("Words."), more={"docProps/core.xml": core})
    assert [(item.key, item.value) for item in story.declarations] == [
        ("title", "The Red Door"),
        ("author", "Ann Lee"),
    ]


def test_odt_parts_marks_and_emphasis():
    note = '<text:note text:note-class="{}"><text:note-body><text:p>{}</text:p></text:note-body></text:note>'
    story = read_odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p text:style-name="P1">The Red Door</text:p><text:h text:outline-level="2">The quay</text:h>'
        f"<text:p>She said <text:span text:style-name='T1'>no <text:span text:style-name='T2'>never</text:span></text:span>"
        f"{note.format('endnote', 'End.')}{note.format('footnote', 'Foot.')}, <text:span text:style-name='T4'>x</text:span>"
        "then<office:annotation><text:p>A comment.</text:p></office:annotation> left.</text:p><text:p/>"
        '<text:p text:style-name="Letter_20_Text">Dear <text:span text:style-name="T3">Ann</text:span></text:p>'
        '<text:p text:style-name="Horizontal_20_Line"/><text:p>#</text:p>'
        "<text:p>Before <draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame>after.</text:p>",
        meta="<dc:title>The Red Door</dc:title><meta:initial-creator>Ann</meta:initial-creator><dc:creator>Bo</dc:creator>",
    )
    assert blocks(story) == [
        ("heading", 1, "The Red Door"),
        ("heading", 2, "The quay"),
        ("paragraph", 0, "She said no never, then left."),
        ("paragraph", 0, "Dear Ann"),
        ("break", 0, "* * *"),
        ("break", 0, "#"),
        ("paragraph", 0, "Before after."),
        ("paragraph", 0, "in a box"),
        ("paragraph", 0, "Foot."),
        ("paragraph", 0, "End."),
    ]
    assert [story.blocks[index].declared for index in (0, 8, 9)] == [PartKind.TITLE, *[PartKind.END_NOTE] * 2]
    assert story.blocks[3].blank_before == 1
    assert emphasis(story) == [("italic", "no never"), ("bold", "never"), ("underline", "never"), ("italic", "Dear ")]
    assert [item.value for item in story.declarations] == ["The Red Door", "Ann"]
    assert story.notices == (
        "One tracked change was read as if accepted.",
        "Hidden text in one place was left out.",
    )


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;">]><a>&c;</a>'
DEEP = f'<w:document xmlns:w="{W}"><w:body>{"<w:sdt><w:sdtContent>" * 2000}'
XXE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


@pytest.mark.parametrize("text", [BOMB, XXE, BOMB.encode("utf-16"), DEEP, "<w:document", "", "no XML at all"])
@pytest.mark.parametrize(("module", "part"), [(docx, "word/document.xml"), (odt, "content.xml")])
def test_a_broken_main_part_is_one_clear_sentence(module, part, text):
    with pytest.raises(UnreadableFile) as refused:
        module.read(zipped({part: text}), "story.file")
    assert "story.file" in refused.value.message and "\n" not in str(refused.value)
    assert refused.value.hint


def test_styles_in_a_ring_end():
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in ("ab", "ba")
    )
    assert read_docx(styled("a", "Words."), styles=ring).text == "Words."
    ring = "".join(
        f'<style:style style:name="{one}" style:family="paragraph" style:parent-style-name="{other}"/>'
        for one, other in ("ab", "ba")
    )
    assert read_odt('<text:p text:style-name="a">Words.</text:p>', common=ring).text == "Words."


def test_deep_nesting_is_read_as_far_as_xml_goes():
    deep = para("Deep.")
    for _ in range(60):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl>"
    assert read_docx(deep).text == "Deep."
    spans = "<text:span>" * 240 + "Deep." + "</text:span>" * 240
    assert read_odt(f"<text:p>{spans}</text:p>").text == "Deep."


@pytest.mark.parametrize("module", [docx, odt])
def test_a_broken_container_is_one_clear_sentence(module):
    whole = docx_of(para("Words. " * 500)) if module is docx else odt_of(f"<text:p>{'Words. ' * 500}</text:p>")
    flipped = bytearray(whole)
    flipped[whole.find(b"word/document.xml" if module is docx else b"content.xml") + 60] ^= 0xFF
    for broken in (whole[:-30], whole[: len(whole) // 2], b"PK", bytes(flipped), zipped({"other.xml": "<a/>"})):
        with pytest.raises(UnreadableFile, match=r"story\.file"):
            module.read(broken, "story.file")


def test_a_locked_container_says_so():
    locked = bytearray(docx_of(para("Words.")))
    at = -1
    while (at := locked.find(b"PK\1\2", at + 1)) >= 0:
        locked[at + 8] |= 1
    with pytest.raises(UnreadableFile, match="password"):
        docx.read(bytes(locked), "story.docx")
    manifest = '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
    with pytest.raises(UnreadableFile, match="password"):
        odt.read(zipped({"META-INF/manifest.xml": manifest, "content.xml": "?"}), "story.odt")


def test_a_bomb_is_stopped_while_it_inflates(monkeypatch):
    bomb = zipped({"word/document.xml": "0" * 30_000_000})
    with pytest.raises(UnreadableFile, match="far more than a story"):
        docx.read(bomb, "story.docx")
    monkeypatch.setattr(container, "MAX_EXPANDED", 2000)
    with pytest.raises(UnreadableFile, match="far more than a story"):
        docx.read(docx_of(para("Words. " * 1000)), "story.docx")


def test_too_many_members_or_tags_are_refused(monkeypatch):
    monkeypatch.setattr(container, "MAX_MEMBERS", 3)
    with pytest.raises(UnreadableFile, match="more than 3 files"):
        docx.read(docx_of(para("Words.")), "story.docx")
    monkeypatch.setattr(container, "MAX_MEMBERS", 100)
    monkeypatch.setattr(container, "MAX_TAGS", 100)
    with pytest.raises(UnreadableFile, match="too large"):
        docx.read(docx_of(para("Words.") * 100), "story.docx")


def test_damage_beside_the_story_is_a_notice():
    body = para("Words.", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    more = {"word/styles.xml": "<w:sty", "word/footnotes.xml": "<", "docProps/core.xml": "<"}
    story = docx.read(docx_of(body, styles="", more=more), "story.docx")
    assert story.text == "Words."
    assert len(story.notices) == 3
    assert all("damaged" in sentence for sentence in story.notices)
    story = odt.read(odt_of("<text:p>Words.</text:p>", more={}), "story.odt")
    assert story.notices == ()


def test_nothing_outside_the_file_is_looked_at(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    body = f'<w:document xmlns:w="{W}"><w:body>{para("Words.")}</w:body></w:document>'
    text = f'<!DOCTYPE w:document SYSTEM "{secret.as_uri()}">{body}'
    assert docx.read(zipped({"word/document.xml": text}), "story.docx").text == "Words."


def test_the_files_are_known_by_what_they_hold():
    assert docx.sniff(docx_of(para("Words."))) and not docx.sniff(odt_of("<text:p>Words.</text:p>"))
    assert odt.sniff(odt_of("<text:p>Words.</text:p>")) and not odt.sniff(docx_of(para("Words.")))


def test_lone_numbers_are_headings_where_no_style_is():
    lines = ["1", "One begins.", "2", "Two goes on."]
    story = read_docx("".join(map(para, lines)))
    assert [block.kind for block in story.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH] * 2

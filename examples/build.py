"""Writes the examples that are no text files: the .docx, .odt and .epub of one story, and the .rtf of another.

    python examples/build.py

The same story in four formats must be read as the same text (tests/stories_in_every_format.py holds us to it).
"""

import re
import zipfile
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
STORY = (HERE / "salt-on-the-stairs.md").read_text("utf-8")
_DATE = (2024, 1, 1, 0, 0, 0)  # the same bytes on every day


def paragraphs(markdown: str) -> list[str]:
    return markdown.strip().split("\n\n")


def runs(paragraph: str) -> list[tuple[str, bool]]:
    """Pieces of a paragraph, each with whether it stands in italics."""
    pieces = re.split(r"\*([^*\s][^*]*)\*", paragraph)
    return [(piece, number % 2 == 1) for number, piece in enumerate(pieces) if piece]


def pack(path: Path, members: list[tuple[str, str]]) -> None:
    with zipfile.ZipFile(path, "w") as container:
        for name, content in members:
            info = zipfile.ZipInfo(name, _DATE)
            stored = name == "mimetype"
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            container.writestr(info, content)


def docx(path: Path) -> None:
    from docx import Document

    document = Document()
    for paragraph in paragraphs(STORY):
        if paragraph.startswith("# "):
            document.add_paragraph(paragraph[2:], style="Title")
            continue
        line = document.add_paragraph()
        for piece, italic in [(paragraph, False)] if paragraph == "* * *" else runs(paragraph):
            line.add_run(piece).italic = italic or None
    document.core_properties.author = "Wren Aldous"
    document.core_properties.title = "Salt on the Stairs"
    document.save(path)


def odt(path: Path) -> None:
    lines: list[str] = []
    for paragraph in paragraphs(STORY):
        if paragraph.startswith("# "):
            lines.append(f'<text:p text:style-name="Title">{escape(paragraph[2:])}</text:p>')
            continue
        inner = [(paragraph, False)] if paragraph == "* * *" else runs(paragraph)
        spans = (f'<text:span text:style-name="I">{escape(p)}</text:span>' if i else escape(p) for p, i in inner)
        lines.append(f"<text:p>{''.join(spans)}</text:p>")
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3">'
        '<office:automatic-styles><style:style style:name="I" style:family="text">'
        '<style:text-properties fo:font-style="italic"/></style:style></office:automatic-styles>'
        f"<office:body><office:text>{''.join(lines)}</office:text></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    kind = "application/vnd.oasis.opendocument.text"
    pack(path, [("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", manifest)])


def epub(path: Path) -> None:
    lines: list[str] = []
    for paragraph in paragraphs(STORY):
        if paragraph.startswith("# "):
            lines.append(f"<h1>{escape(paragraph[2:])}</h1>")
        elif paragraph == "* * *":
            lines.append("<hr/>")
        else:
            spans = (f"<em>{escape(piece)}</em>" if italic else escape(piece) for piece, italic in runs(paragraph))
            lines.append(f"<p>{''.join(spans)}</p>")
    body = "\n".join(lines)
    page = (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>Salt on the Stairs</title></head><body>\n{body}\n</body></html>"
    )
    package = (
        '<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">'
        "salt-on-the-stairs</dc:identifier><dc:title>Salt on the Stairs</dc:title><dc:creator>Wren Aldous</dc:creator>"
        '<dc:language>en</dc:language></metadata><manifest><item id="story" href="story.xhtml" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="story"/></spine></package>'
    )
    container = (
        '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles>'
        "</container>"
    )
    pack(
        path,
        [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", container),
            ("OEBPS/content.opf", package),
            ("OEBPS/story.xhtml", page),
        ],
    )


RTF_STORY = """The Cartographer’s Wife

by R. Ellery

The map came home before he did.

Sunniva Hale unrolled it on the kitchen table, under the good light, and weighed the corners down with a sugar bowl, two candlesticks and the cat.

“He’s drawn the river wrong,” she said.

“Perhaps the river has moved,” said her mother in law, who had never liked her.

It was his hand, there was no doubting that: the small neat letters, the trees like parsley. But where the Anders ran down to the sea he had drawn it climbing, in a thin blue thread, over the mountains and and off the edge of the paper.

She turned the map over. On the back he had written one line, and she read it aloud twice, once for each of them.

“*Follow it up, and bring a coat*”

“You’re not going,” said old Mrs. Hale.

“I’m not going without my coat,” said Suniva, and took it from the peg."""  # noqa: E501


def rtf(path: Path) -> None:
    def written(piece: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in piece.replace("\\", "\\\\"))

    lines: list[str] = []
    for paragraph in paragraphs(RTF_STORY):
        spans = (f"{{\\i {written(piece)}}}" if italic else written(piece) for piece, italic in runs(paragraph))
        lines.append("".join(spans) + "\\par")
    path.write_bytes(("{\\rtf1\\ansi\\ansicpg1252\\uc1\n" + "\n".join(lines) + "\n}\n").encode("ascii"))


if __name__ == "__main__":
    docx(HERE / "salt-on-the-stairs.docx")
    odt(HERE / "salt-on-the-stairs.odt")
    epub(HERE / "salt-on-the-stairs.epub")
    rtf(HERE / "the-cartographers-wife.rtf")

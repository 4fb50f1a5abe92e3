"""Builds small EPUBs from their pages, for the tests of formats and of bad input."""

import io
import zipfile

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{path}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_PACKAGE = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">{metadata}</metadata>'
    "<manifest>{manifest}</manifest><spine>{spine}</spine><guide>{guide}</guide></package>"
)


def package(pages, metadata="", guide="", order=None, missing=()):
    """The text of a package file for pages by name; `order` lists names in reading order, `!` before one outside it."""
    order = order or [name for name in pages if name.endswith("html")]
    names = [*pages, *missing]
    ids = {name: f"i{rank}" for rank, name in enumerate(names)}
    kinds = {"css": "text/css", "html": "application/xhtml+xml"}
    manifest = "".join(
        f'<item id="{ids[name]}" href="{name}" media-type="{kinds[name.rpartition(".")[2].removeprefix("x")]}"/>'
        for name in names
    )
    spine = "".join(
        f'<itemref idref="{ids[name.removeprefix("!")]}"{" linear=" + chr(34) + "no" + chr(34) if name[0] == "!" else ""}/>'
        for name in order
    )
    return _PACKAGE.format(metadata=metadata, manifest=manifest, spine=spine, guide=guide)


def epub(pages, opf=None, folder="", extra=(), **options):
    """The bytes of an EPUB of pages by name, the same for the same pages; `extra` are more members and their text."""
    path = f"{folder}content.opf"
    members = {
        "META-INF/container.xml": CONTAINER.format(path=path),
        path: opf or package(pages, **options),
        **{f"{folder}{name}": text for name, text in reversed(pages.items())},
        **dict(extra),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        _put(archive, "mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, text in members.items():
            _put(archive, name, text, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _put(archive, name, text, method):
    member = zipfile.ZipInfo(name, date_time=(2000, 1, 1, 0, 0, 0))
    member.compress_type = method
    archive.writestr(member, text)


def xhtml(body, head="", attributes=""):
    """A whole XHTML page round a body."""
    return (
        "<?xml version='1.0' encoding='utf-8'?>\n"
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">\n'
        f"<head><title/>{head}</head>\n<body{attributes}>\n{body}\n</body></html>\n"
    )

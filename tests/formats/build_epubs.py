"""Writes the EPUBs of this folder again: `PYTHONPATH=tests python tests/formats/build_epubs.py`."""

from pathlib import Path

from epub_files import epub, xhtml

HERE = Path(__file__).parent
CSS = '<link rel="stylesheet" type="text/css" href="../stylesheet.css"/>'


def archive_work():
    """An archive's download of two chapters after calibre: split at chapters, classes renamed, files out of order."""
    sheet = (
        ".calibre {display: block}\n.calibre1 {margin: 1em 0}\n.toc-heading {display: none}\n"
        ".calibre8 {font-style: italic}\n.calibre9, em.other > b {font-weight: bold}\n"
    )
    head = '<link rel="stylesheet" type="text/css" href="stylesheet.css"/>'
    preface = (
        '<div id="preface" class="calibre1"><h2 class="toc-heading" id="calibre_pb_0">Preface</h2>'
        '<p class="message"><b class="calibre3">A Kettle for Winter</b><br class="calibre4"/>'
        'Posted originally on the <a href="#">Archive of Our Own</a> at <a href="#">works/0000003</a>.</p>'
        '<div class="calibre2"><dl class="tags"><dt class="calibre6">Rating:</dt><dd class="calibre5"><a href="#">General '
        'Audiences</a></dd><dt class="calibre6">Archive Warning:</dt><dd class="calibre5"><a href="#">No Archive Warnings '
        'Apply</a></dd><dt class="calibre6">Fandom:</dt><dd class="calibre5"><a href="#">Original Work</a></dd>'
        '<dt class="calibre6">Stats:</dt><dd class="calibre5">Published: 2021-12-24\n Completed: 2021-12-25\n Words: 1,010\n'
        " Chapters: 2/2\n</dd></dl></div></div>"
    )
    again = (
        '<div id="preface" class="calibre1"><div class="calibre2"><h1 class="calibre10">A Kettle for Winter</h1>'
        '<div class="byline">by <a href="#">thistlepot</a></div><p class="calibre7">Summary</p>'
        '<blockquote class="userstuff"><p class="calibre7">Tea, mostly.</p></blockquote><p class="calibre7">Notes</p>'
        '<blockquote class="userstuff"><p class="calibre7">For R., who boils.</p></blockquote></div></div>'
        '<div id="chapters" class="userstuff1"></div>'
    )
    one = (
        '<div id="chapters" class="userstuff1"><div class="calibre1"><h2 class="heading">Chapter 1: Cold Water</h2>'
        '<p class="calibre7">Chapter Notes</p><blockquote class="userstuff"><p class="calibre7">Written on a train.</p>'
        '</blockquote><div class="calibre2">See the end of the chapter for <a href="x#endnotes1">notes</a></div></div>'
        '<div class="userstuff2"><p class="calibre7">The kettle was <i class="calibre8">hers</i>, and the water was <span '
        'class="calibre8">his</span>.</p>\n<p class="calibre7"> </p>\n<p class="calibre7">“Well,” said Hob.</p><hr '
        'class="calibre11"/><p class="calibre7"><b class="calibre9">Nobody</b> poured.</p></div>'
        '<div class="calibre1" id="endnotes1"><p class="calibre7">Chapter End Notes</p><blockquote class="userstuff">'
        '<p class="calibre7">The train was late.</p></blockquote></div></div>'
    )
    two = (
        '<div id="chapters" class="userstuff1"><div class="calibre1"><h2 class="heading">Steam</h2></div>'
        '<div class="userstuff2"><p class="calibre7">Hob poured.</p></div></div>'
    )
    after = (
        '<div id="afterword"><h2 class="toc-heading">Afterword</h2><div class="calibre2"><div id="endnotes"><p '
        'class="calibre7">End Notes</p><blockquote class="userstuff"><p class="calibre7">The kettle is real.</p></blockquote>'
        '</div></div><p class="message">Please <a href="#">drop by the Archive and comment</a> to let the creator know if you '
        "enjoyed their work!</p></div>"
    )
    parts = [xhtml(body, head, ' class="calibre"') for body in (preface, again, one, two, after)]
    pages = {f"A_Kettle_for_Winter_split_{rank:03}.xhtml": text for rank, text in enumerate(parts)}
    metadata = (
        "<dc:title>A Kettle for Winter</dc:title><dc:creator>thistlepot</dc:creator><dc:language>en</dc:language>"
        "<dc:publisher>Archive of Our Own</dc:publisher><dc:subject>Fanworks</dc:subject>"
        '<meta name="calibre:series" content="Winter Things"/>'
    )
    return epub({**pages, "stylesheet.css": sheet}, metadata=metadata, order=list(pages))


def downloader_book():
    """A downloader's book: title page, contents, log and one file a chapter."""
    title = (
        '<h3><a href="#">Gull Weather</a> by <a class="authorlink" href="#">saltpetra</a></h3>\n<div>\n<b>Genre:</b> '
        "Drama<br/>\n<b>Rating:</b> Teen<br/>\n<b>Chapters:</b> 2<br/>\n<b>Summary:</b> Gulls know.<br/>\n</div>"
    )
    contents = (
        '<div>\n<h3>Table of Contents</h3>\n<a href="file0001.xhtml">1. Landfall</a><br/>\n<a href="file0002.xhtml">'
        "2. Squall</a><br/>\n</div>"
    )
    one = (
        '<h3 class="fff_chapter_title">1. Landfall</h3>\n<div class="fff_chapter_notes fff_head_notes"><b>Author\'s Note:</b>'
        "<blockquote><p>Hello!</p></blockquote></div><p>The gulls were inland by noon.</p><div class='center'>* * *</div>"
        "<p>&#8220;Rain,&#8221; said Petra.</p>"
    )
    two = '<h3 class="fff_chapter_title">2. Squall</h3>\n<p>It rained.</p>'
    pages = {
        "title_page.xhtml": xhtml(title, attributes=' class="fff_titlepage"'),
        "toc_page.xhtml": xhtml(contents, attributes=' class="fff_tocpage"'),
        "log_page.xhtml": xhtml("<h3>Update Log</h3><p>Packaged: 2024-05-05</p>", attributes=' class="fff_logpage"'),
        "file0001.xhtml": xhtml(one, '<meta name="chapterurl" content="#"/>', ' class="fff_chapter"'),
        "file0002.xhtml": xhtml(two, '<meta name="chapterurl" content="#"/>', ' class="fff_chapter"'),
    }
    metadata = "<dc:title>Gull Weather</dc:title><dc:creator>saltpetra</dc:creator><dc:language>en</dc:language>"
    return epub(pages, folder="OEBPS/", metadata=metadata)


def published_book():
    """A publisher's book: cover, title, copyright and contents pages, a missing page, a page outside the reading order."""
    css = '<link rel="stylesheet" type="text/css" href="../css/book.css"/>'
    pages = {
        "text/cover.xhtml": xhtml('<div><img src="../cover.jpg" alt="a lighthouse"/></div>'),
        "text/p01.xhtml": xhtml(
            "<h1>The Keeper&#8217;s Dog</h1><p>By Ivo Marsh</p><p>A Small Press book</p>",
            attributes=' epub:type="titlepage"',
        ),
        "text/p02.xhtml": xhtml("<p>Copyright © 2019 Ivo Marsh</p><p>All rights reserved.</p>"),
        "text/p03.xhtml": xhtml("<h2>Contents</h2><p><a href='c1.xhtml'>One</a></p><p><a href='c2.xhtml'>Two</a></p>"),
        "text/p04.xhtml": xhtml('<section epub:type="dedication"><p>For the dog.</p></section>'),
        "text/c%201.xhtml": xhtml(
            '<h2 class="ct">I</h2><p class="first">The dog kept <span class="em">the</span> light.</p>'
            '<p>Marsh kept the dog.<a epub:type="noteref" href="#n1">1</a></p><p class="sep">&#8258;</p><p>They ate.</p>',
            css,
        ),
        "text/c2.xhtml": xhtml('<h2 class="ct">II</h2><p/><p>Nobody came; &nbsp; nobody does.</p>', css),
        "text/notes.xhtml": xhtml('<aside epub:type="footnote" id="n1"><p>A spaniel.</p></aside>'),
        "css/book.css": "span.em { font-style: italic } p.first { text-indent: 0 } @media print { p { display: none } }",
    }
    metadata = "<dc:title>The Keeper’s Dog</dc:title><dc:creator>Ivo Marsh</dc:creator><dc:date>2019</dc:date>"
    order = [name for name in pages if name.endswith("html")]
    order[order.index("text/notes.xhtml")] = "text/lost.xhtml"
    order.insert(3, "!text/notes.xhtml")
    data = {name.replace("%20", " "): text for name, text in pages.items()}
    from epub_files import package

    opf = package(pages, metadata=metadata, order=order, missing=["text/lost.xhtml"])
    return epub(data, opf=opf, folder="OPS/")


if __name__ == "__main__":
    for case, build in (
        ("epub-ao3-chapters/A_Kettle_for_Winter.epub", archive_work),
        ("epub-fanficfare/gull-weather.epub", downloader_book),
        ("epub-published-book/keepers-dog.epub", published_book),
    ):
        (HERE / case).parent.mkdir(exist_ok=True)
        (HERE / case).write_bytes(build())

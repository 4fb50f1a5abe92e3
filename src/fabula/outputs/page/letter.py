"""The editorial letter as HTML."""

_DEEPER = 2  # the page has its own title, and a heading over the letter


def letter_html(letter: str) -> str:
    """The letter's Markdown as HTML, with nothing in it that could load or lead anywhere: "" for no letter.

    Raw HTML, links and pictures stay the characters they are written with: a letter quotes the story, and the story is
    never markup. Its headings stand under the page's own.
    """
    if not letter.strip():
        return ""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False})
    markdown.disable(["link", "image", "autolink", "reference", "html_inline", "html_block"])
    tokens = markdown.parse(letter)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + _DEEPER)}"
    return markdown.renderer.render(tokens, markdown.options, {})

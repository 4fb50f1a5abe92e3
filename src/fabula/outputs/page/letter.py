"""The editorial letter as HTML."""


def letter_html(letter: str) -> str:
    """The letter's Markdown as HTML, with nothing in it that could load or lead anywhere: "" for no letter.

    Raw HTML, links and pictures stay the characters they are written with: a letter quotes the story, and the story is
    never markup.
    """
    if not letter.strip():
        return ""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False})
    markdown.disable(["link", "image", "autolink", "reference", "html_inline", "html_block"])
    return markdown.render(letter)

"""Fills the page's templates, with the style sheet and the script inline."""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any


def fill(**views: Any) -> bytes:
    """The page with these views in it, in UTF-8.

    Everything is escaped; the script and the style sheet are constants of this package, so no character of a story ever
    stands in a script, a style or a comment of the page.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    templates = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    style, script = _asset("page.css"), _asset("page.js")
    page = templates.get_template("page.html").render(
        **views, style=style, script=script, style_hash=content_hash(style), script_hash=content_hash(script)
    )
    return page.encode()


def content_hash(inline: str) -> str:
    """The hash by which a Content-Security-Policy allows exactly this inline text (CSP 3, 2.3.1)."""
    return f"sha256-{b64encode(sha256(inline.encode()).digest()).decode()}"


def _template(name: str) -> str:
    return (files("fabula.outputs.page") / "templates" / name).read_text(encoding="utf-8")


def _asset(name: str) -> str:
    return (files("fabula.outputs.page") / name).read_text(encoding="utf-8")

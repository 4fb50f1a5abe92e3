"""The letter to the author: one to two pages in Markdown, written from the reading and the comments."""

from fabula.letter.write import write_letter

__all__ = ["write_letter"]

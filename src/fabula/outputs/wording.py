"""What a comment says in a margin that takes plain lines."""

from fabula.review import Comment
from fabula.story import Span

_LONGEST_QUOTE = 120


def lines_of(comment: Comment, text: str) -> list[str]:
    """The lines of a comment: its message, what the author may have meant, and the words elsewhere it speaks of.

    `text` is the story's. Longer evidence is cut in the middle, at words; line ends in it become spaces.
    """
    lines = [comment.message]
    if comment.suggestions:
        lines.append(f"Perhaps: {' or '.join(f'“{words}”' for words in comment.suggestions)}")
    lines += [f"{item.label}: “{_quoted(text, item.span)}”" for item in comment.evidence]
    return lines


def signature_of(comment: Comment) -> str:
    """The last, small line of a comment: which check speaks, and the id to silence it by."""
    return f"{comment.check} · {comment.id}"


def _quoted(text: str, span: Span) -> str:
    words = " ".join(text[span.start : span.end].split())
    if len(words) <= _LONGEST_QUOTE:
        return words
    half = _LONGEST_QUOTE // 2
    return f"{words[:half].rpartition(' ')[0] or words[:half]} … {words[-half:].partition(' ')[2] or words[-half:]}"

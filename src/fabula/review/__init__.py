"""What we say: comments with their evidence, and the review that holds them."""

from fabula.review.comment import Comment, Evidence, Kind, Remark, Severity
from fabula.review.review import About, ContentWarning, Review, SetAside, Warnings

__all__ = [
    "About",
    "Comment",
    "ContentWarning",
    "Evidence",
    "Kind",
    "Remark",
    "Review",
    "SetAside",
    "Severity",
    "Warnings",
]

"""What we say: comments with their evidence, and the review that holds them."""

from fabula.review.comment import Comment, Evidence, Kind, Remark, Severity
from fabula.review.review import ContentWarning, Review, SetAside, Warnings

__all__ = [
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

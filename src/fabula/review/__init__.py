"""What we say: comments with their evidence, and the review that holds them."""

from fabula.review.comment import Comment, Evidence, Kind, Remark, Severity
from fabula.review.review import About, Review, SetAside

__all__ = [
    "About",
    "Comment",
    "Evidence",
    "Kind",
    "Remark",
    "Review",
    "SetAside",
    "Severity",
]

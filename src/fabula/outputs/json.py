"""The review as its interchange document."""

import msgspec

from fabula.outputs.documents import review_document
from fabula.review import Review

SUFFIX = ".review.json"
FORMATS: tuple[str, ...] = ()


def render(review: Review, source: bytes) -> bytes:
    """The review document in UTF-8, indented by two, ending in a line end. `source` is not needed."""
    document = msgspec.json.encode(review_document(review))
    return msgspec.json.format(document, indent=2) + b"\n"

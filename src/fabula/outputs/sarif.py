"""The review for editors and code hosts that show findings: SARIF 2.1.0.

Severities map to levels note and warning, never `error`: a slip is a warning, a question and a note are notes. Offsets are
code points, given as offsets into the decoded file (SARIF 3.30.9); where the story is not plain text, only offsets into the
read text are given.
"""

from typing import Any

import msgspec

from fabula.review import Comment, Evidence, Review, Severity
from fabula.story import Place, Story
from fabula.story.origins import places_of

SUFFIX = ".review.sarif"
FORMATS: tuple[str, ...] = ()
_PLAIN = ("txt", "markdown", "html", "rtf")
_LEVELS = {Severity.NOTE: "note", Severity.QUESTION: "note", Severity.SLIP: "warning"}


def render(review: Review, source: bytes) -> bytes:
    """One SARIF run in UTF-8. `source` is not needed: places come from the story's origins."""
    story = review.reading.story
    rules = sorted({comment.check for comment in review.comments})
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "fabula", "rules": [{"id": rule} for rule in rules]}},
                "columnKind": "unicodeCodePoints",
                "artifacts": [
                    {"location": {"uri": _uri(story.source.name)}, "hashes": {"sha-256": story.source.sha256}}
                ],
                "results": [_result(comment, story, rules) for comment in review.comments],
            }
        ],
    }
    return msgspec.json.format(msgspec.json.encode(log), indent=2) + b"\n"


def _result(comment: Comment, story: Story, rules: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": comment.check,
        "ruleIndex": rules.index(comment.check),
        "level": _LEVELS[comment.severity],
        "message": {"text": comment.message},
        "locations": [_location(comment, story)],
        "partialFingerprints": {"fabula/v1": comment.id},
    }
    if comment.evidence:
        result["relatedLocations"] = [_location(evidence, story) for evidence in comment.evidence]
    return result


def _location(item: Comment | Evidence, story: Story) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(story.source.name)}}
    places = places_of(story.origins, item.span)
    if story.source.format in _PLAIN and places:
        physical["region"] = _region(places, story.text[item.span.start : item.span.end])
    logical = {"fullyQualifiedName": f"text[{item.span.start}:{item.span.end}]"}
    location: dict[str, Any] = {"physicalLocation": physical, "logicalLocations": [logical]}
    if isinstance(item, Evidence):
        location["message"] = {"text": item.label}
    return location


def _region(places: list[Place], words: str) -> dict[str, Any]:
    start = places[0].start
    return {"charOffset": start, "charLength": places[-1].end - start, "snippet": {"text": words}}


def _uri(name: str) -> str:
    """The file name as a relative URI reference (RFC 3986): UTF-8, all but unreserved characters percent-encoded."""
    keep = b"-._~"
    return "".join(
        chr(b) if chr(b).isascii() and (chr(b).isalnum() or b in keep) else f"%{b:02X}" for b in name.encode()
    )

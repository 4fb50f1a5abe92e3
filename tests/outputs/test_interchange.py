import json

import jsonschema

from fabula import desk
from fabula.outputs.json import render as render_json
from fabula.outputs.sarif import render as render_sarif

TEXT = "“Rain,” she said. 🌧\r\n\r\nIt fell on the the roof.\r\n"


def review():
    return desk.review_story(desk.story_from(TEXT.encode(), "rain & räin.txt"))


def test_the_review_document():
    document = json.loads(render_json(review(), b""))
    assert document["schema"] == "fabula.review/1"
    assert document["text"] == TEXT.replace("\r\n", "\n")


def test_sarif_points_into_the_file():
    log = json.loads(render_sarif(review(), TEXT.encode()))
    (run,) = log["runs"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    region = place["region"]
    assert TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]] == "the the"
    assert place["artifactLocation"]["uri"] == "rain%20%26%20r%C3%A4in.txt"
    assert result["level"] == "warning"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "slips.doubled-word"


def test_the_schema_refuses_what_is_not_a_review():
    from fabula.outputs.documents import schema_of

    jsonschema.validate(json.loads(render_json(review(), b"")), schema_of("review"))
    broken = json.loads(render_json(review(), b""))
    broken["comments"][0]["severity"] = "error"
    try:
        jsonschema.validate(broken, schema_of("review"))
    except jsonschema.ValidationError:
        return
    raise AssertionError("a severity that does not exist was accepted")

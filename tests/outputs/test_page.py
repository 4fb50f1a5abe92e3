"""The page: nothing lost, nothing added, nothing of a story ever markup."""

import os
import re
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_parser import parse
from sample_review import comment_on, sample_review, span_of

from fabula.outputs.page import FORMATS, SUFFIX, render
from fabula.outputs.page.sheet import content_hash
from fabula.reading import (
    Break,
    Cast,
    Character,
    ContentWarning,
    Fact,
    Facts,
    Intent,
    Note,
    Parts,
    Phrase,
    Phrases,
    Scene,
    Scenes,
    Time,
    Verdict,
    Warnings,
)
from fabula.review import About, Evidence, SetAside
from fabula.story import BlockKind, Draft, Emphasis, Part, PartKind, Place, Span

STORY = """The Lamp

by A. Wren

A/N: first try, be kind!

# One

Orla {==beleived==}{>>slips.spelling: I stumbled here. -> believed -> believe<<} in *small* lamps.

Who held {==it==}{>>clarity.who: I lost him here.<<}, the {==lamp==}{>>continuity.lamp: It broke before.<<}?

***

{====}{>>time.gap: How long was she away?<<}Morning, then. {==A good line.==}{>>praise.line: This stayed with me.<<}

Thanks for reading!"""


def lamp(**more):
    return sample_review(
        STORY,
        parts=(
            (PartKind.TITLE, "The Lamp", "the first line stands alone"),
            (PartKind.BYLINE, "by A. Wren", "it begins “by”"),
            (PartKind.NOTE, "A/N: first try, be kind!", "it begins “A/N”"),
            (PartKind.HEADING, "One", "marked as a heading"),
            (PartKind.END_NOTE, "Thanks for reading!", "it thanks readers"),
        ),
        cast=(("Orla", "Wren"),),
        **more,
    )


def test_the_page_is_made_for_every_format():
    assert (SUFFIX, FORMATS) == (".review.html", ("*",))


def test_every_block_reads_back():
    review = lamp()
    story = review.reading.story
    expected = {block.span.start: story.text[block.span.start : block.span.end] for block in story.blocks}
    assert parse(render(review, b"")).blocks == expected


def test_marked_words_are_the_words():
    review = lamp()
    page = parse(render(review, b""))
    text = review.reading.story.text
    assert page.carets == {"4"}
    assert {n: text[c.span.start : c.span.end] for n, c in enumerate(review.comments, 1) if len(c.span)} == page.marked


def test_overlapping_nested_and_long_reaching_comments_are_each_marked_whole():
    review = sample_review("One two three four.\n\nFive *six seven* eight.")
    spans = [Span(0, 7), Span(4, 13), Span(4, 7), Span(8, 29), Span(26, 36), Span(26, 26)]
    comments = tuple(comment_on(span, "clarity.who", f"at {span.start}") for span in sorted(spans))
    page = parse(render(msgspec.structs.replace(review, comments=comments), b""))
    text = review.reading.story.text
    assert [page.marked[n] for n in range(1, 7)] == [
        text[comment.span.start : comment.span.end].replace("\n\n", "") for comment in comments
    ]
    assert list(page.cards) == ["1", "2", "3", "4", "5", "6"]


def test_a_comment_between_two_paragraphs_is_not_lost():
    review = sample_review("One.\n\nTwo.")
    between = comment_on(Span(4, 6), "time.gap", "A blank here?")
    page = parse(render(msgspec.structs.replace(review, comments=(between,)), b""))
    assert page.carets == {"1"} and list(page.cards) == ["1"]


def test_italics_on_the_gap_between_two_paragraphs_mark_nothing():
    page = parse(render(review_of(["One.", "Two."], emphasis=[Emphasis(Span(4, 6), "italic")]), b""))
    assert not page.carets and not [tag for tag, _ in page.skeleton if tag == "em"]


def test_links_and_labels_lead_somewhere():
    review = lamp(intents=(Intent("a first try", None, ()),))
    evidence = (Evidence(span_of(review, "small"), "earlier"), Evidence(Span(0, 3), "the title"))
    more = comment_on(span_of(review, "Morning"), "continuity.light", "Lit or not?", evidence=evidence)
    page = parse(render(msgspec.structs.replace(review, comments=(*review.comments, more)), b""))
    assert len(page.ids) == len(set(page.ids))
    assert page.targets <= set(page.ids)
    assert not page.left_open


def test_what_is_no_story_stands_folded_in_its_place_with_the_reason():
    page = render(lamp(), b"").decode()
    assert re.findall(r'<details class="aside"( open)?>\s*<summary><b>(.*?)</b> set aside: (.*?)</summary>', page) == [
        ("", "Author’s note", "it begins “A/N”"),
        ("", "Closing note", "it thanks readers"),
    ]
    assert page.index("by A. Wren</p>") < page.index("A/N: first try") < page.index(">beleived<")


def test_a_folded_note_with_a_comment_stands_open():
    review = lamp()
    on_note = comment_on(span_of(review, "first try"), "slips.grammar", "A first try?")
    assert b'<details class="aside" open>' in render(msgspec.structs.replace(review, comments=(on_note,)), b"")


def test_a_note_inside_a_paragraph_is_marked_as_set_aside():
    review = sample_review(
        "She ran (A/N: go her!) home.", parts=((PartKind.NOTE, "(A/N: go her!)", "it begins “A/N”"),)
    )
    page = render(review, b"")
    assert '<span class="inline-aside" title="Set aside: it begins “A/N”">(A/N: go her!)</span>'.encode() in page
    assert parse(page).blocks == {0: "She ran (A/N: go her!) home."}


def test_the_head_says_whose_story_and_what_was_said():
    text = " ".join(parse(render(lamp(), b"")).text.split())
    assert "A reader’s notes on The Lamp by A. Wren" in text
    assert "2 scenes 1 person" in text
    assert "~1 slip ?2 questions ≠1 contradiction +1 thing that works" in text
    assert "Nothing left this machine." in text


def test_a_card_says_kind_words_suggestions_evidence_and_what_the_check_looks_for():
    review = lamp(checks=(About("slips.spelling", "Words that no dictionary has."),))
    text = " ".join(parse(render(review, b"")).text.split())
    assert (
        "~Slip Back to the words of comment 1 beleived → perhaps believed or believe I stumbled here. "
        "slips.spelling Words that no dictionary has. More: fabula explain slips.spelling" in text
    )
    assert "Contradiction a reader would ask" in text


def test_contents_name_chapters_and_scenes():
    text = " ".join(parse(render(lamp(), b"")).text.split())
    assert "Contents 1 The Lamp by A. Wren A/N:" not in text
    assert re.search(r"Contents One .*1 Orla beleived in small lamps. Who… 2 Morning, then. A good line", text)


def test_what_follows_the_manuscript():
    review = lamp(
        intents=(Intent("the names are withheld", None, ("clarity.*",)),),
        set_aside=(SetAside("you said: the names are withheld", 7),),
        notices=("Two pictures were not read.", "A check broke down and was left out: time.gap: KeyError."),
        failed=("time.gap: KeyError", "names.twins: ValueError"),
    )
    text = " ".join(parse(render(review, b"")).text.split())
    assert "You said: the names are withheld (in fabula.toml) I keep quiet on clarity.*." in text
    assert "7 comments not made (you said: the names are withheld)" in text
    assert "Two pictures were not read. A check broke down and was left out: time.gap: KeyError." in text
    assert text.count("time.gap: KeyError") == 1 and "names.twins: ValueError" in text
    assert "Read from story.txt by fabula 0.1.0." in text


PANELS = (
    *(
        "Letter",
        "Show",
        "Who",
        "The braid",
        "Which he?",
        "Other languages",
        "What the story says",
        "Before you post it",
    ),
    *("What you said", "What I set aside", "Not read, not checked", "Set aside, not checked"),
)


def test_empty_sections_are_not_shown():
    text = parse(render(sample_review("Quiet."), b"")).text
    assert "Nothing made me stumble." in text
    for heading in PANELS:
        assert f"\n{heading}\n" not in text


def test_a_story_without_words_is_still_a_page():
    page = parse(render(sample_review(""), b""))
    assert "There are no words here to read." in page.text and not page.left_open


def test_the_letter_is_markdown_without_links_pictures_or_html():
    letter = "Dear *Wren*,\n\n<b onclick=x>hi</b> [go](http://a.example) ![pic](http://a.example/x.png)"
    page = render(lamp(letter=letter), b"").decode()
    assert "<p>Dear <em>Wren</em>,</p>" in page
    assert "&lt;b onclick=x&gt;hi&lt;/b&gt; [go](http://a.example) ![pic]" in page


def test_the_page_loads_nothing_and_allows_only_its_own_style_and_script():
    page = parse(render(lamp(), b""))
    policy = next(value for _, name, value in page.attributes if name == "content" and "default-src" in value)
    assert policy.startswith("default-src 'none';")
    assert f"style-src '{content_hash(page.raw['style'])}'" in policy
    assert f"script-src '{content_hash(page.raw['script'])}'" in policy
    assert not [name for _, name, _ in page.attributes if name in ("src", "srcset", "style") or name.startswith("on")]
    assert all(value.startswith("#") for _, name, value in page.attributes if name == "href")
    assert "url(" not in page.raw["style"] and "@import" not in page.raw["style"]


def test_hard_wrapped_text_is_joined_and_verse_is_not():
    prose = "It was a long and quiet evening in the house by the\nriver and nobody had thought of the lamp."
    verse = "Roses are red,\nviolets are blue."
    page = render(sample_review(f"{prose}\n\n{verse}"), b"").decode()
    assert '<p id="b0" class="block opens" dir="auto">' in page
    assert f'class="block lined" dir="auto">{verse}</p>' in page
    assert '<p id="b0" class="block lined opens"' in render(sample_review(prose, format="docx"), b"").decode()


def test_the_same_review_gives_the_same_bytes_in_every_run():
    here = Path(__file__).parent
    program = "import sys, test_page; sys.stdout.buffer.write(test_page.render(test_page.lamp(), b''))"
    pages = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=here,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert pages == {render(lamp(), b"")}


MARKUP = (
    "<script>alert(1)</script> </style> </script> <img/onerror=y> </title> <!-- --> ]]> {% raw %} {{7*7}} &amp; &#60;"
)
HOSTILE = st.lists(
    st.sampled_from([*MARKUP.split(), *"\"'*\n\u2028\u202eé👩 a", "javascript:"]), min_size=1, max_size=8
).map(lambda pieces: "x" + "".join(pieces) + "x")


def story_of(paragraphs):
    draft = Draft()
    for number, paragraph in enumerate(paragraphs):
        if number:
            draft.decoded("\n\n", Place("", 0, draft.length, draft.length + 2))
        draft.open(BlockKind.HEADING if number == 1 else BlockKind.PARAGRAPH, 2 if number == 1 else 0)
        draft.verbatim(paragraph, Place("", 0, draft.length, draft.length + len(paragraph)))
        draft.close()
    return draft.finish(sample_review("x").reading.story.source)


def review_of(paragraphs, comments=(), emphasis=(), parts=(), **more):
    base = sample_review("x")
    story = msgspec.structs.replace(story_of(paragraphs), emphasis=tuple(emphasis))
    cast = Cast((Character(0, paragraphs[0], (), paragraphs[0], (Span(0, 1),)),))
    reading = msgspec.structs.replace(base.reading, story=story, cast=cast, parts=Parts(parts), scenes=Scenes(()))
    return msgspec.structs.replace(base, reading=reading, comments=tuple(comments), **more)


def hostile_review(words):
    note = Part(PartKind.TITLE, Span(0, len(words)), words)
    comment = comment_on(Span(1, len(words)), "continuity.x", words, words, evidence=(Evidence(Span(0, 2), words),))
    review = review_of(
        [words, words, words],
        [comment],
        [Emphasis(Span(0, 2), "italic")],
        (note,),
        notices=(words,),
        versions=(words,),
        intents=(Intent(words, None, (words,)),),
        set_aside=(SetAside(words, 2),),
        checks=(About("continuity.x", words),),
    )
    whole, third = Span(0, len(words)), Span(2 * len(words) + 4, 3 * len(words) + 4)
    scene = Scene(0, Span(0, third.start), Time.FLASHBACK, 2, Break.START, 1.0, when=words, where=words, trigger=whole)
    reading = msgspec.structs.replace(
        review.reading,
        scenes=Scenes((scene, msgspec.structs.replace(scene, id=1, span=third, story_order=1, thread=1))),
        phrases=Phrases((Phrase(whole, words, True, Verdict.WRONG, 1.0, words, words, words, words, words, (words,)),)),
        facts=Facts((Fact(0, words, words, whole, 0),), (Note(words, 0, words, words, whole, 0),)),
        warnings=Warnings(
            "T", (ContentWarning(words, words, (whole,), 0.9), ContentWarning(words, None, (whole,), 0.5))
        ),
    )
    return msgspec.structs.replace(review, reading=reading)


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_no_word_of_a_story_is_ever_markup(words):
    page = parse(render(hostile_review(words), b""))
    harmless = parse(render(hostile_review(re.sub(r"[^\w\s]", "x", words)), b""))
    assert page.skeleton == harmless.skeleton
    assert page.raw["script"] == harmless.raw["script"] and page.raw["style"] == harmless.raw["style"]
    assert set(page.blocks.values()) == {words}
    assert page.raw["title"].startswith(f"{' '.join(words.split())} · review")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_spans_mark_exactly_their_words(data):
    paragraphs = data.draw(
        st.lists(st.text("ab <&\n", min_size=1, max_size=9).map(lambda s: f"x{s}x"), min_size=1, max_size=4)
    )
    length = len("\n\n".join(paragraphs))
    spans = st.tuples(st.integers(0, length), st.integers(0, length)).map(lambda pair: Span(min(pair), max(pair)))
    comments = [comment_on(span, "clarity.x", "?") for span in sorted(data.draw(st.lists(spans, max_size=6)))]
    emphasis = [Emphasis(span, "italic") for span in data.draw(st.lists(spans.filter(len), max_size=3))]
    review = review_of(paragraphs, comments, emphasis)
    page = parse(render(review, b""))
    text = review.reading.story.text
    within = [any(b.span.start <= at < b.span.end for b in review.reading.story.blocks) for at in range(length)]
    assert list(page.blocks.values()) == paragraphs
    for number, comment in enumerate(comments, 1):
        words = "".join(text[at] for at in range(comment.span.start, comment.span.end) if within[at])
        assert page.marked[number] == words
        assert bool(words) != (str(number) in page.carets)
    assert not page.left_open and len(page.cards) == len(comments)


def test_a_novel_takes_less_than_two_seconds():
    paragraph = "The lamp stood on the sill and nobody had lit it for a year or more, she said. " * 5
    review = review_of([paragraph.strip()] * 1250)
    step = len(review.reading.story.text) // 300
    comments = tuple(comment_on(Span(at, at + 9), "clarity.who", "Who?", "she") for at in range(0, 300 * step, step))
    review = msgspec.structs.replace(review, comments=comments)
    begin = perf_counter()
    page = render(review, b"")
    assert perf_counter() - begin < 2
    assert page.count(b'class="card ') == 300


@pytest.mark.parametrize(
    ("marked", "levels"), [("## A\n\n#### B", [3, 5]), ("# A\n\n###### B", [3, 6]), ("###### A", [3])]
)
def test_headings_of_the_story_stand_right_under_those_of_the_page(marked, levels):
    page = render(sample_review(marked), b"").decode()
    assert [int(level) for level in re.findall(r'<h(\d) id="b', page)] == levels


def test_a_scene_that_no_mark_announces_has_a_sign():
    review = sample_review("One.\n\nTwo.\n\n***\n\nThree.")
    first, marked = review.reading.scenes.items
    scenes = (
        msgspec.structs.replace(first, span=Span(0, 4)),
        msgspec.structs.replace(first, id=1, span=Span(4, marked.span.start), time=Time.FLASHBACK),
        msgspec.structs.replace(marked, id=2),
    )
    reading = msgspec.structs.replace(review.reading, scenes=Scenes(scenes))
    page = render(msgspec.structs.replace(review, reading=reading), b"").decode()
    assert re.findall(r'<p class="sign">(.*?)</p>\s*<p id="b(\d+)"', page) == [("scene 2 · flashback", "6")]


def test_a_scene_that_begins_inside_a_paragraph_is_pointed_out_there():
    review = sample_review("She slept. The stove was warm.")
    (scene,) = review.reading.scenes.items
    scenes = (
        msgspec.structs.replace(scene, span=Span(0, 11)),
        msgspec.structs.replace(scene, id=1, span=Span(11, 30), time=Time.FLASHBACK),
    )
    reading = msgspec.structs.replace(review.reading, scenes=Scenes(scenes))
    page = render(msgspec.structs.replace(review, reading=reading), b"").decode()
    assert '<span id="w11" class="place turn" title="scene 2 · flashback">The stove was warm.</span>' in page
    assert 'class="sign"' not in page


def test_headings_are_counted_and_not_listed():
    review = sample_review(
        "# One\n\nA.\n\n# Two\n\nB.",
        parts=((PartKind.HEADING, "One", "marked as one"), (PartKind.HEADING, "Two", "marked as one")),
    )
    assert "2 headings marked as one" in " ".join(parse(render(review, b"")).text.split())

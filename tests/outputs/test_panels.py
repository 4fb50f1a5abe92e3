"""The panels after the manuscript: each says what the reading knows, and every place in it is one click away."""

import html
import re
from itertools import combinations
from time import perf_counter

import msgspec
import pytest
from page_parser import parse
from sample_review import comment_on, sample_review, span_of

from fabula.outputs.page import render
from fabula.outputs.page.braid import braid_of
from fabula.outputs.page.cast import ranges
from fabula.outputs.page.contents import openings_of
from fabula.outputs.page.places import Finder, Places
from fabula.reading import (
    Attribution,
    Attributions,
    Break,
    Cast,
    ContentWarning,
    Fact,
    Facts,
    Form,
    Intent,
    Kind,
    Mention,
    Mentions,
    Modality,
    Note,
    Phrase,
    Phrases,
    Quotation,
    Quotations,
    QuoteStyle,
    Scene,
    Scenes,
    Sentences,
    Time,
    Verdict,
    Warnings,
)
from fabula.review import Evidence
from fabula.story import Declaration, Span

STORY = """Mara sat down. "Spasibo, little bird," Mara said to Orla.

Orla laughed. The kettle screamed.

***

Years before, Mara had grey eyes. She drank, and she kissed Orla.

***

"Spasibo," said Mara. Orla looked at Mara, and her eyes were green. She wept."""
BASE = sample_review(STORY, cast=(("Mara",), ("Orla", "little bird")))


def at(words, nth=1):
    return span_of(BASE, words, nth)


def knows(**more):
    """The review of the story with everything read: who speaks, when it happens, and whatever else is given."""
    people = [msgspec.structs.replace(person, pronouns="she") for person in BASE.reading.cast.items]
    first, second, third = BASE.reading.scenes.items
    layers = {
        "cast": Cast(tuple(people)),
        "quotations": Quotations(
            QuoteStyle("straight", '"', '"'),
            (Quotation(at('"Spasibo, little bird,"')), Quotation(at('"Spasibo,"'))),
        ),
        "attributions": Attributions((Attribution(0, 1), Attribution(0))),
        "scenes": Scenes(
            (
                msgspec.structs.replace(first, story_order=2, present=(0, 1)),
                msgspec.structs.replace(
                    second,
                    story_order=1,
                    thread=1,
                    time=Time.FLASHBACK,
                    when="years before",
                    present=(0,),
                    trigger=at("The kettle screamed."),
                ),
                msgspec.structs.replace(third, story_order=3, present=(0, 1)),
            )
        ),
    }
    given = {key: more.pop(key) for key in tuple(more) if hasattr(BASE.reading, key) and key != "intents"}
    reading = msgspec.structs.replace(BASE.reading, **layers | given)
    return msgspec.structs.replace(BASE, reading=reading, **more)


def said(review):
    return " ".join(parse(render(review, b"")).text.split())


def section(review, id):
    """The source of one panel, and of nothing else."""
    page = render(review, b"").decode()
    return page[page.index(f'<section class="panel" id="{id}"') :].partition("</section>")[0]


def test_every_panel_can_be_reached_and_every_link_leads_somewhere():
    review = knows(
        phrases=Phrases((Phrase(at("Spasibo"), "ru", True, Verdict.RIGHT, 0.9),)),
        facts=Facts((Fact(0, "eye colour", "grey", at("grey eyes"), 1),)),
        warnings=Warnings("G", ()),
        mentions=unsure(0.4),
    )
    page = parse(render(review, b""))
    ways = re.search(r'<nav class="ways".*?</nav>', render(review, b"").decode(), re.DOTALL)[0]
    wanted = ["manuscript", "who", "braid", "which-he", "phrases", "facts", "posting"]
    assert re.findall(r'href="#(.*?)"', ways) == wanted
    assert page.targets <= set(page.ids) and len(page.ids) == len(set(page.ids))
    assert not page.left_open


def test_the_cast_says_who_calls_whom_what():
    text = said(knows())
    assert "Mara she mentioned 5 100% of what is said in all 3 scenes" in text
    assert "little bird named 1 first in scene 1, by Mara" in text
    assert "Orla she mentioned 5 says nothing I am sure of in 2 of 3 scenes: 1, 3" in text


def test_users_of_a_name_are_counted():
    review = sample_review('"Mab," Tam said. Mab. Mab.', cast=(("Mabel", "Mab"), ("Tam",)))
    reading = msgspec.structs.replace(
        review.reading,
        quotations=Quotations(QuoteStyle("straight", '"', '"'), (Quotation(Span(0, 6)),)),
        attributions=Attributions((Attribution(1),)),
    )
    text = said(msgspec.structs.replace(review, reading=reading))
    assert "Mab named 3 first in scene 1, by Tam; used by the narrator 2, Tam 1" in text


@pytest.mark.parametrize(("numbers", "words"), [((1, 2, 3, 7), "1–3, 7"), ((4,), "4"), ((), "")])
def test_neighbouring_scenes_are_drawn_together(numbers, words):
    assert ranges(numbers) == words


def unsure(confidence):
    named = [
        Mention(at("Mara", 5), Form.NAME, Kind.PERSON, 0, 0, 0.9),
        Mention(at("Orla", 4), Form.NAME, Kind.PERSON, 1, 1, 0.9),
    ]
    she = Mention(at("She", 2), Form.PRONOUN, Kind.PERSON, 1, 1, confidence)
    return Mentions(tuple(sorted((*named, she), key=lambda mention: mention.span)))


def test_which_he_names_both_where_the_reading_was_unsure():
    assert "3 Spasibo" not in said(knows(mentions=unsure(0.9)))
    page = section(knows(mentions=unsure(0.4)), "which-he")
    assert f'<a href="#w{at("She", 2).start}"><q dir="auto">She</q></a>: <bdi>Orla</bdi> or <bdi>Mara</bdi>?' in page
    assert "<b>1</b> of 1" in page


def test_which_he_shows_what_a_comment_asks_and_what_the_author_said():
    proof = tuple(Evidence(at(name), "it may be") for name in ("Mara", "Orla"))
    comment = comment_on(at("She"), "clarity.which-he", "Is “She” Mara or Orla here?", evidence=proof)
    assert "(asked beside the text)" in section(knows(comments=(comment,)), "which-he")
    intent = Intent("names are withheld on purpose", None, ("clarity.which-he",))
    page = section(knows(mentions=unsure(0.4), intents=(intent,)), "which-he")
    assert "You said: <bdi>names are withheld on purpose</bdi>." in page


def test_the_braid_tells_order_time_trigger_and_leads_to_each_scene():
    page = section(knows(), "braid")
    starts = [scene.span.start for scene in knows().reading.scenes.items]
    knots = re.findall(r'<a href="#w(\d+)" class="knot s(\d)" aria-label="(.*?):', page)
    assert [strand for _, strand, _ in knots] == ["0", "1", "0"]
    assert [told for _, _, told in knots] == [
        "Scene 1 of 3, number 2 to happen",
        "Scene 2 of 3, flashback, number 1 to happen",
        "Scene 3 of 3, number 3 to happen",
    ]
    assert int(knots[0][0]) == starts[0]
    assert ">“The kettle screamed.”</text>" in page
    rows = [" ".join(re.sub("<.*?>", " ", row).split()) for row in re.findall("<tr>(.*?)</tr>", page)[1:]]
    assert rows[1] == "2 1 Years before, Mara had grey eyes… flashback strand 2 years before Mara The kettle screamed."


def test_one_scene_makes_no_braid():
    assert 'id="braid"' not in render(sample_review("One.\n\nTwo."), b"").decode()


def long_review(number):
    """A story of that many scenes of which every third is a memory, set off by the words before it."""
    review = sample_review("\n\n".join(["The gulls went out with the boats again, and she remembered it."] * number))
    blocks = review.reading.story.blocks
    scenes = tuple(
        Scene(
            id=index,
            span=Span(block.span.start, blocks[index + 1].span.start if index + 1 < number else block.span.end),
            time=Time.FLASHBACK if index % 3 == 2 else Time.MAIN,
            story_order=index // 3 + 1 if index % 3 == 2 else number + index,
            opened_by=Break.UNMARKED,
            confidence=0.9,
            thread=index % 5 if index % 3 == 2 else 0,
            trigger=blocks[index - 1].span if index % 3 == 2 else None,
        )
        for index, block in enumerate(blocks)
    )
    reading = msgspec.structs.replace(review.reading, scenes=Scenes(scenes))
    return msgspec.structs.replace(review, reading=reading)


@pytest.mark.parametrize("number", [3, 12, 120])
def test_no_two_things_on_the_braid_lie_on_each_other(number):
    reading = long_review(number).reading
    braid = braid_of(reading, openings_of(reading), Places(reading.story))
    reach = 4.5 if braid.crowded else 11
    boxes = [(k.x - reach, k.y - reach, k.x + reach, k.y + reach) for k in braid.knots]
    boxes += [(label.x, label.y - 10, label.x + 6 * len(label.words), label.y + 3) for label in braid.labels]
    assert len(braid.knots) == number and braid.labels
    assert all(
        left >= 0 and top >= 0 and right <= braid.width and low <= braid.height for left, top, right, low in boxes
    )
    assert not [
        (one, two)
        for one, two in combinations(boxes, 2)
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    ]


def test_a_phrase_has_its_language_script_sense_speaker_and_all_its_places():
    phrase = Phrase(at("Spasibo"), "ru", True, Verdict.RIGHT, 0.9, "спасибо", "thank you", "phrasebook")
    again = msgspec.structs.replace(phrase, span=at("Spasibo", 2))
    page = section(knows(phrases=Phrases((phrase, again))), "phrases")
    assert '<q lang="ru-Latn" dir="auto">Spasibo</q> <span class="times">× 2</span>' in page
    assert '<span class="native" lang="ru" dir="auto">спасибо</span>' in page
    assert html.unescape(page.partition('<code class="snippet">')[2].partition("</code>")[0]) == (
        '<span lang="ru-Latn" title="thank you">Spasibo</span>'
    )
    text = " ".join(re.sub("<.*?>", " ", page).split())
    assert "Russian, in Latin letters: thank you (phrasebook) ✓ right, as far as I can test" in text
    assert text.endswith("scene 1 Mara to Orla scene 3 Mara")


def test_a_phrase_with_a_fault_comes_first_with_its_evidence():
    right = Phrase(at("Spasibo"), "ru", True, Verdict.RIGHT, 0.9)
    wrong = Phrase(
        at("kettle"),
        "ru",
        True,
        Verdict.WRONG,
        0.9,
        problem="agreement",
        evidence="moya is feminine",
        suggestions=("moy",),
    )
    text = said(knows(phrases=Phrases((right, wrong))))
    assert "1 I would ask about, 1 right as far as I can test." in text
    assert "≠ I would ask : moya is feminine" in text or "≠I would ask: moya is feminine → perhaps moy" in text
    assert text.index("moya is feminine") < text.index("✓")
    assert text.count("For a page on the web") == 1


def test_a_contradiction_stands_with_both_quotations_side_by_side():
    comment = comment_on(
        at("eyes were green"),
        "continuity.appearance",
        "Grey or green?",
        evidence=(Evidence(at("grey eyes"), "before"),),
    )
    sentences = Sentences(
        (at("Years before, Mara had grey eyes."), at("Orla looked at Mara, and her eyes were green."))
    )
    page = section(knows(comments=(comment,), sentences=sentences), "facts")
    assert re.findall(r"<blockquote><q.*?>(.*?)</q> <a href=\"#w\d+\">(.*?)</a></blockquote>", page) == [
        ("Years before, Mara had grey eyes.", "scene 2, before"),
        ("Orla looked at Mara, and her eyes were green.", "scene 3"),
    ]
    assert 'Grey or green? <a href="#c1">Comment 1</a>' in page


def test_facts_say_who_tells_them_and_how():
    facts = (
        Fact(0, "eye colour", "grey", at("grey eyes"), 1),
        Fact(0, "eye colour", "green", at("eyes were green"), 2, teller=1, modality=Modality.DREAMT),
    )
    text = " ".join(re.sub("<.*?>", " ", section(knows(facts=Facts(facts)), "facts")).split())
    assert "Mara 2 eye colour grey scene 2 grey eyes green scene 3 eyes were green says Orla, dreamt" in text


def test_facts_name_people_and_tell_of_things():
    kin = Fact(0, "kinship", "sister of 1", at("grey eyes"), 1), Fact(1, "kinship", "cousin of ?", at("Orla"), 0)
    notes = Note("kettle", 1, "stops", "screamed", at("kettle"), 0), Note("", 0, "acts", "sat", at("sat"), 0)
    text = " ".join(re.sub("<.*?>", " ", section(knows(facts=Facts(kin, notes)), "facts")).split())
    assert "kinship sister of Orla scene 2" in text and "kinship cousin of somebody scene 1" in text
    assert text.endswith("Things and places 1 kettle (Orla) stops: screamed scene 1 kettle")


def test_before_it_is_posted_each_tag_has_its_passages_and_the_header_stands_beside():
    tags = (
        ContentWarning("Alcohol", None, (at("drank"),), 0.6),
        ContentWarning("Sexual content", None, (at("kissed"),), 0.9),
    )
    review = knows(warnings=Warnings("T", tags))
    story = msgspec.structs.replace(
        review.reading.story, declarations=(Declaration("rating", "General Audiences"), Declaration("tags", "Fluff"))
    )
    review = msgspec.structs.replace(review, reading=msgspec.structs.replace(review.reading, story=story))
    text = " ".join(re.sub("<.*?>", " ", section(review, "posting")).split())
    assert "Teen And Up Audiences , or General Audiences: between these two the choice is yours alone." in text
    assert "No Archive Warnings Apply : I found nothing" in text
    assert "Alcohol perhaps scene 2 drank Sexual content scene 2 What your header" in text
    assert "Rating General Audiences Teen And Up Audiences Tags Fluff Alcohol, Sexual content" in text


def test_a_long_sentence_is_cut_around_the_words_meant():
    long = sample_review(f"{'Gulls went by and ' * 20}then the lamp broke {'and gulls went by ' * 20}again.")
    reading = msgspec.structs.replace(long.reading, sentences=Sentences((long.reading.story.blocks[0].span,)))
    words = Finder(reading).words(span_of(long, "the lamp broke"), 80)
    assert words.startswith("… ") and words.endswith(" …") and "then the lamp broke and" in words
    assert len(words) < 90


def test_a_novel_of_panels_is_quick():
    review = long_review(120)
    text = review.reading.story.text
    step = len(text) // 3000
    people = sample_review("x", cast=tuple((f"P{n}", f"Q{n}") for n in range(60))).reading.cast
    mentions = tuple(
        Mention(Span(n * step, n * step + 1), Form.NAME, Kind.PERSON, n % 60, n % 60, 0.5) for n in range(3000)
    )
    facts = tuple(Fact(n % 60, f"trait {n % 7}", "so", Span(n * step, n * step + 2), 0) for n in range(3000))
    reading = msgspec.structs.replace(review.reading, cast=people, mentions=Mentions(mentions), facts=Facts(facts))
    begin = perf_counter()
    page = render(msgspec.structs.replace(review, reading=reading), b"")
    assert perf_counter() - begin < 3
    assert page.count(b"<dt>trait") == 60 * 7

"""The panels in Chromium: nothing leaves the screen of a phone, keys reach every scene, links open what is folded."""

import pytest
from sample_review import comment_on, sample_review
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from test_page_browser import press, rects, show
from test_panels import at, knows, long_review, unsure

from fabula.outputs.page import render
from fabula.reading import ContentWarning, Fact, Facts, Phrase, Phrases, Verdict, Warnings
from fabula.review import Evidence
from fabula.story import PartKind


def full():
    grey = (Evidence(at("grey eyes"), "before"),)
    return knows(
        mentions=unsure(0.4),
        phrases=Phrases((Phrase(at("Spasibo"), "ru", True, Verdict.RIGHT, 0.9, "спасибо", "thanks", "phrasebook"),)),
        facts=Facts((Fact(0, "eye colour", "grey", at("grey eyes"), 1),)),
        warnings=Warnings("T", (ContentWarning("Alcohol", None, (at("drank"),), 0.9),)),
        comments=(comment_on(at("eyes were green"), "continuity.appearance", "Grey or green?", evidence=grey),),
    )


@pytest.fixture
def panels(browser, tmp_path):
    file = tmp_path / "story.review.html"
    file.write_bytes(render(full(), b""))
    show(browser, file)
    yield file
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("width", [390, 700, 1400])
def test_no_panel_is_wider_than_the_screen(browser, panels, width):
    show(browser, panels, width=width)
    browser.execute_script("document.querySelectorAll('details').forEach(d => (d.open = true))")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    shown = rects(browser, ".panel")
    assert len(shown) == 6 and all(panel["left"] >= 0 and panel["right"] <= width for panel in shown)


def test_a_long_braid_scrolls_in_its_own_frame(browser, tmp_path):
    file = tmp_path / "long.review.html"
    file.write_bytes(render(long_review(120), b""))
    show(browser, file, width=390)
    script = "const d = document.querySelector('.drawing'); return [d.scrollWidth > 2000, d.clientWidth < 390]"
    assert browser.execute_script(script) == [True, True]
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 390


def test_keys_reach_a_scene_on_the_braid_and_go_to_its_text(browser, panels):
    browser.execute_script("document.querySelector('.drawing').focus()")
    press(browser, Keys.TAB, Keys.TAB)
    assert browser.switch_to.active_element.accessible_name.startswith("Scene 2 of 3, flashback, number 1 to happen")
    press(browser, Keys.ENTER)
    place = browser.execute_script("return document.querySelector(':target').closest('.block').textContent")
    assert place.startswith("Years before")


def test_the_ways_lead_to_every_panel(browser, panels):
    for link in browser.find_elements(By.CSS_SELECTOR, ".ways a"):
        link.click()
        title = browser.execute_script(
            "return document.querySelector(':target').closest('section, .closing').innerText"
        )
        assert link.text in title or link.text == "Manuscript"


def test_two_quotations_stand_side_by_side_where_there_is_room(browser, panels):
    one, other = rects(browser, ".sides blockquote")
    assert one["top"] == other["top"] and one["right"] < other["left"]
    show(browser, panels, width=390)
    one, other = rects(browser, ".sides blockquote")
    assert one["bottom"] < other["top"]


def test_a_link_into_a_folded_note_unfolds_it(browser, tmp_path):
    note = "A/N: be kind to me!"
    review = sample_review(f"{note}\n\nOne.", parts=((PartKind.NOTE, note, "it begins “A/N”"),))
    file = tmp_path / "note.review.html"
    file.write_bytes(render(review, b""))
    show(browser, file)
    folded = browser.find_element(By.CSS_SELECTOR, "details.aside")
    assert not folded.get_property("open")
    browser.find_element(By.CSS_SELECTOR, ".asides a").send_keys(Keys.ENTER)
    assert folded.get_property("open")

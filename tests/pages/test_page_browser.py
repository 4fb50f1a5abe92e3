"""The page in Chromium: with keys only, without script, on a phone, in both lights, on paper."""

import itertools

import msgspec
import pytest
from sample_review import comment_on, sample_review, span_of
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from fabula.outputs.page import render
from fabula.review import Evidence, Severity
from fabula.story import PartKind

FILLER = "\n\n".join(["The boats went out at six and came home at four, and the gulls went with them. " * 4] * 5)
STORY = f"""The Weir

A/N: Be kind, it is my first.

# One

Wren {{==recieved==}}{{>>slips.spelling: I stumbled here. -> received<<}} a letter, {{==and he==}}{{>>clarity.who: He \
could be either of them.<<}} burned {{==it it==}}{{>>slips.doubled: Said twice. -> it<<}} unread.

Short {{==line==}}{{>>style.echo: The third line in a row.<<}}.

{FILLER}

***

{{==Her eyes were green.==}}{{>>continuity.eyes: They were grey before.<<}} {"Pneumono" * 12} was {{====}}{{>>time.gap: \
How long after?<<}}all she said. {{==The weir kept its own hours.==}}{{>>praise.line: This stayed with me.<<}}

{FILLER}"""


@pytest.fixture
def page(browser, tmp_path):
    file = tmp_path / "story.review.html"
    review = sample_review(
        STORY,
        parts=((PartKind.TITLE, "The Weir", "alone"), (PartKind.NOTE, "A/N: Be kind, it is my first.", "begins “A/N”")),
        cast=(("Wren",),),
    )
    proof = (Evidence(span_of(review, "Short"), "earlier"),)
    comments = tuple(
        msgspec.structs.replace(comment, evidence=proof) if comment.check == "continuity.eyes" else comment
        for comment in review.comments
    )
    assert {comment.severity for comment in comments} == set(Severity)
    file.write_bytes(render(msgspec.structs.replace(review, comments=comments), b""))
    show(browser, file)
    yield file
    said = browser.get_log("browser")
    browser.execute_script("localStorage.clear()")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    assert said == []


def show(browser, file, width=1400, height=1000, dark=False):
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    light = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    still = {"name": "prefers-reduced-motion", "value": "reduce"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [light, still]})
    browser.get(file.as_uri())


def press(browser, *keys):
    ActionChains(browser).send_keys(*keys).perform()


def shown(browser):
    return [int(card.get_attribute("data-n")) for card in browser.find_elements(By.CSS_SELECTOR, ".card:not([hidden])")]


def focused(browser):
    return browser.switch_to.active_element.get_attribute("id")


def rects(browser, selector):
    script = "return Array.from(document.querySelectorAll(arguments[0]), e => e.getBoundingClientRect().toJSON())"
    return browser.execute_script(script, selector)


def test_filters_hide_comments_and_their_marks(browser, page):
    assert shown(browser) == [1, 2, 3, 4, 5, 6, 7]
    browser.find_element(By.CSS_SELECTOR, "[data-facet=kind][value=slip]").click()
    assert shown(browser) == [2, 4, 5, 6, 7]
    assert browser.find_element(By.ID, "showing").text == "5 of 7"
    mark = browser.find_element(By.CSS_SELECTOR, '.mark[data-c="1"]')
    assert mark.value_of_css_property("text-decoration-line") == "none" and mark.text == "recieved"
    browser.find_element(By.CSS_SELECTOR, "[data-facet=severity][value=note]").click()
    assert shown(browser) == [2, 5, 6]
    browser.find_element(By.ID, "reset").click()
    assert len(shown(browser)) == 7


def test_keys_alone_walk_dismiss_and_bring_back(browser, page):
    press(browser, "j")
    assert focused(browser) == "c1"
    press(browser, "n", "n", "k")
    assert focused(browser) == "c2"
    assert "current" in browser.find_element(By.CSS_SELECTOR, '.mark[data-c="2"]').get_attribute("class")
    press(browser, "d")
    assert shown(browser) == [1, 3, 4, 5, 6, 7] and focused(browser) == "c3"
    press(browser, Keys.DELETE)
    assert shown(browser) == [1, 4, 5, 6, 7]
    press(browser, "u")
    assert shown(browser) == [1, 3, 4, 5, 6, 7]
    press(browser, "w")
    assert browser.switch_to.active_element.text == "it it"
    press(browser, "f")
    assert browser.switch_to.active_element.get_attribute("value") == "slip"
    press(browser, Keys.SPACE, "?")
    assert browser.find_element(By.ID, "help").is_displayed()
    press(browser, Keys.ESCAPE)
    assert not browser.find_element(By.ID, "help").is_displayed()


def test_what_is_set_aside_stays_so_after_a_reload_and_can_be_made_to_last(browser, page):
    card = browser.find_element(By.ID, "c4")
    sign = card.get_attribute("data-id")
    card.find_element(By.CSS_SELECTOR, ".dismiss").click()
    browser.refresh()
    assert shown(browser) == [1, 2, 3, 5, 6, 7]
    assert browser.find_element(By.ID, "dismissed-line").text == f'dismissed = ["{sign}"]'
    browser.find_element(By.ID, "show-dismissed").click()
    assert browser.find_element(By.CSS_SELECTOR, "#c4 .dismiss").text == "Bring back"
    browser.find_element(By.CSS_SELECTOR, "#c4 .dismiss").click()
    assert len(shown(browser)) == 7 and not browser.find_element(By.ID, "dismissed").is_displayed()


def test_the_keys_can_be_turned_off(browser, page):
    press(browser, "?")
    browser.find_element(By.ID, "keys").click()
    press(browser, Keys.ESCAPE, "j")
    assert focused(browser) != "c1"


def test_marked_words_lead_to_their_comment(browser, page):
    browser.find_element(By.CSS_SELECTOR, 'a.mark[data-c="3"]').click()
    assert focused(browser) == "c3"


def test_without_script_everything_can_be_read(browser, page):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(page.as_uri())
    assert len([card for card in browser.find_elements(By.CSS_SELECTOR, ".card") if card.is_displayed()]) == 7
    for off in ("filters", "help"):
        assert not browser.find_element(By.ID, off).is_displayed()
    assert not [button for button in browser.find_elements(By.TAG_NAME, "button") if button.is_displayed()]
    browser.find_element(By.CSS_SELECTOR, 'a.mark[data-c="3"]').click()
    assert browser.current_url.endswith("#c3")


def test_comments_stand_beside_their_paragraph_and_never_on_each_other(browser, page):
    browser.execute_script(
        "for (const leaf of document.querySelectorAll('.leaf')) leaf.style.contentVisibility = 'visible'"
    )
    cards = rects(browser, ".card")
    for above, below in itertools.pairwise(cards):
        assert above["bottom"] <= below["top"]
    for number in (1, 5):
        words = browser.find_element(By.CSS_SELECTOR, f'.mark[data-c="{number}"]')
        paragraph = browser.execute_script(
            "return arguments[0].closest('.block').getBoundingClientRect().toJSON()", words
        )
        assert cards[number - 1]["left"] > paragraph["right"]
        assert abs(cards[number - 1]["top"] - paragraph["top"]) < 16
    blocks = rects(browser, ".leaf .passage .block")
    assert all(above["bottom"] <= below["top"] + 1 for above, below in itertools.pairwise(blocks))


@pytest.mark.parametrize(("width", "height"), [(390, 844), (768, 1024), (1100, 800), (1280, 900), (1400, 1000)])
def test_nothing_runs_off_the_side(browser, page, width, height):
    show(browser, page, width, height)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert all(card["left"] >= 0 and card["right"] <= width for card in rects(browser, ".card"))


def test_on_a_phone_comments_follow_their_paragraph(browser, page):
    show(browser, page, 390, 844)
    assert rects(browser, "#c1")[0]["top"] >= rects(browser, ".block:has([data-c='1'])")[0]["bottom"]
    assert browser.find_element(By.CSS_SELECTOR, "nav .fold").get_attribute("open") is None


CONTRAST = """
const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const lay = (colour) => { paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1); };
const light = () => {
  const part = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const [r, g, b] = paint.getImageData(0, 0, 1, 1).data;
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
};
const low = [];
for (const element of document.body.querySelectorAll("*:not(script)")) {
  if (!Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim())) continue;
  if (!element.checkVisibility() || element.closest(".visually-hidden")) continue;
  lay("white");
  const above = [];
  for (let e = element; e; e = e.parentElement) above.unshift(getComputedStyle(e).backgroundColor);
  above.forEach(lay);
  const back = light();
  lay(getComputedStyle(element).color);
  const fore = light();
  const ratio = (Math.max(back, fore) + 0.05) / (Math.min(back, fore) + 0.05);
  if (ratio < 4.5) low.push([element.className, element.textContent.trim().slice(0, 30), ratio.toFixed(2)]);
}
return low;
"""


@pytest.mark.parametrize("dark", [False, True])
def test_every_word_stands_out_from_its_paper(browser, page, dark):
    show(browser, page, dark=dark)
    press(browser, "j")
    assert browser.execute_script(CONTRAST) == []


def test_the_light_follows_the_machine_until_chosen_and_is_remembered(browser, page):
    def paper():
        return browser.execute_script("return getComputedStyle(document.body).backgroundColor")

    light = paper()
    show(browser, page, dark=True)
    dark = paper()
    assert light != dark
    browser.find_element(By.ID, "theme").click()
    assert paper() == light
    browser.refresh()
    assert paper() == light


def test_severities_differ_in_shape_and_not_only_in_colour(browser, page):
    def style(number):
        mark = browser.find_element(By.CSS_SELECTOR, f'.mark[data-c="{number}"]')
        return mark.value_of_css_property("text-decoration-style")

    assert (style(1), style(2), style(4)) == ("wavy", "dotted", "dashed")


def test_on_paper_comments_follow_and_controls_go(browser, page):
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert not any(browser.find_element(By.CSS_SELECTOR, css).is_displayed() for css in (".rail", ".tools", ".dismiss"))
    assert rects(browser, "#c1")[0]["top"] >= rects(browser, ".block:has([data-c='1'])")[0]["bottom"]


def test_headings_and_landmarks_are_in_order(browser, page):
    script = "return Array.from(document.querySelectorAll('h1,h2,h3,h4,h5,h6'), h => Number(h.tagName[1]))"
    levels = browser.execute_script(script)
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))
    for landmark in ("header", "main", "footer"):
        assert len(browser.find_elements(By.TAG_NAME, landmark)) == 1
    assert [nav.accessible_name for nav in browser.find_elements(By.TAG_NAME, "nav")] == ["On this page", "Contents"]


def test_a_comment_says_more_words_to_a_screen_reader(browser, page):
    mark = browser.find_element(By.CSS_SELECTOR, 'a.mark[data-c="1"]')
    node = browser.execute_cdp_cmd("DOM.getDocument", {})["root"]["nodeId"]
    found = browser.execute_cdp_cmd("DOM.querySelector", {"nodeId": node, "selector": 'a.mark[data-c="1"]'})
    tree = browser.execute_cdp_cmd(
        "Accessibility.getPartialAXTree", {"nodeId": found["nodeId"], "fetchRelatives": False}
    )
    assert mark.accessible_name.startswith("recieved")
    assert tree["nodes"][0]["description"]["value"] == "I stumbled here."


def test_evidence_leads_to_its_place(browser, page):
    browser.find_element(By.CSS_SELECTOR, "#c5 .evidence a").click()
    assert browser.execute_script("return document.querySelector(':target').textContent").startswith("Short")


def test_hash_of_a_comment_survives_far_down(browser, page):
    browser.get(f"{page.as_uri()}#c7")
    top = rects(browser, "#c7")[0]["top"]
    assert 0 <= top < 1000


def test_overlapping_words_open_the_weightier_comment(browser, tmp_path):
    review = sample_review("One two three.")
    words = [("style.echo", "One two three"), ("slips.spelling", "two")]
    comments = tuple(comment_on(span_of(review, said), check, "Here.") for check, said in words)
    file = tmp_path / "overlap.review.html"
    file.write_bytes(render(msgspec.structs.replace(review, comments=comments), b""))
    show(browser, file)
    browser.find_element(By.CSS_SELECTOR, '.mark[data-c="1 2"]').click()
    assert focused(browser) == "c2"

"""Reads a review page back: its blocks, its marked words, its links. Knows nothing of how the page was made."""

from collections import defaultdict
from html.parser import HTMLParser

_VOID = {"meta", "br", "input"}


class PageParser(HTMLParser):
    """After `feed`: `blocks` by offset, `marked` words by comment number, `skeleton`, `ids`, `targets`, `raw` by tag."""

    def __init__(self):
        super().__init__()
        self.blocks = defaultdict(str)
        self.marked = defaultdict(str)
        self.carets = set()
        self.skeleton = []
        self.ids = []
        self.targets = set()
        self.attributes = set()
        self.raw = defaultdict(str)
        self.text = ""
        self.cards = {}
        self.left_open = []
        self._open = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.skeleton.append((tag, tuple(sorted(given))))
        self.attributes.update((tag, name, value or "") for name, value in attrs)
        self.ids += [given["id"]] if "id" in given else []
        for name in ("href", "aria-describedby", "aria-labelledby"):
            self.targets.update(value.removeprefix("#") for value in given.get(name, "").split())
        classes = (given.get("class") or "").split()
        if "card" in classes:
            self.cards[given["data-n"]] = given
        if "caret" in classes:
            self.carets.update(given["data-c"].split())
        if tag not in _VOID:
            self._open.append((tag, classes, given))

    def handle_endtag(self, tag):
        if self._open[-1][0] != tag:
            self.left_open.append((tag, self._open[-1][0]))
        self._open.pop()

    def handle_data(self, data):
        self.text += data
        if self._open:
            self.raw[self._open[-1][0]] += data
        for _, classes, given in self._open:
            if "block" in classes:
                self.blocks[int(given["id"][1:])] += data
            if "mark" in classes:
                for number in given["data-c"].split():
                    self.marked[int(number)] += data


def parse(page: bytes) -> PageParser:
    """What stands on the page."""
    parser = PageParser()
    parser.feed(page.decode())
    parser.close()
    return parser

"""Which words are taken for which: `python -m training.slips.confusions WEIGHTS` writes slips_words.txt there.

One line a word that a slip may leave on the page: the word, then after tabs `kind:word,word`, the words that may have been
meant, each kind once: h sound or look alike (homophones.txt), i another form of the same word, s one slip of the hand away,
d a word made from the same word, f the same job in the sentence (prepositions, pronouns, articles). A word of two pieces
(`all ready`) stands with its space. Words are lower case with straight apostrophes.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from itertools import combinations, product
from pathlib import Path

from fabula.stages.spellings import slip_cost
from fabula.stages.wordlist import fiction_words

HERE = Path(__file__).parent
KINDS = "hisdf"
COMMON, SEEN = 2.0, 0.9
"""How often in a million words a word stands that may have been meant; and one that may have been typed instead."""
DEAREST = 1.15
"""The dearest slip of the hand (`slip_cost`) that leaves another word."""
MOST = 24
"""Words of one kind that are kept for a word, the cheapest and commonest."""
SAME_JOB = (
    "in on at of to for from with by into onto upon over under through about off out up down around between against",
    "he she it they we i you who",
    "him her them us me you it whom",
    "his her their our my your its whose the a",
    "himself herself themselves ourselves myself yourself itself",
    "his hers theirs ours mine yours",
    "a an the this that these those some",
    "is are was were am be been being 's",
    "do does did done doing",
    "have has had having",
    "would will could can should shall might may must",
    "and as but or an any",
    "than then as that",
    "if of it is in",
    "when where while who",
    "who which that whom what",
    "much many more most",
    "less fewer least lest",
    "good well better best",
    "not no now nor",
    "i'm i",
    "i'd i",
    "you're you your",
    "they're they their",
    "we're we were",
    "he's he his",
    "she's she",
    "it's it its",
    "i've i",
    "let's lets let",
    "that's that thats",
    "there's there theres",
    "what's what",
    "who's who",
    "isn't is", "wasn't was", "didn't did", "don't do", "doesn't does", "can't can", "won't will", "couldn't could",
    "wouldn't would", "hadn't had", "hasn't has", "haven't have",
)  # fmt: skip
SUFFIXES = ("ly", "y", "ness", "ment", "ion", "ive", "al", "er", "est", "ful", "less", "ence", "ent", "ance", "ant")
SUFFIXES += ("ity", "able", "ish", "en", "th", "ous", "e", "ed", "ing", "s", "ence", "ience", "ient", "sion", "tion")
VOWELS = "aeiou"
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Pairs = dict[str, dict[str, str]]
"""Typed word → the words that may have been meant → the kind."""


def main() -> None:
    lines = table_lines(confusions(fiction_words()))
    Path(sys.argv[1], "slips_words.txt").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} words")


def confusions(often: dict[str, float]) -> Pairs:
    """All pairs, each kind only where none before it in KINDS has the pair."""
    pairs: Pairs = defaultdict(dict)
    for kind, one, other in (*homophones(), *inflections(often), *slips_of_hand(often), *derivations(often), *jobs()):
        for typed, meant in ((one, other), (other, one)):
            if typed != meant and (kind in "hf" or (often.get(meant, 0) >= COMMON and often.get(typed, 0) >= SEEN)):
                pairs[typed].setdefault(meant, kind)
    return {typed: _fewer(typed, meant, often) for typed, meant in pairs.items()}


def _fewer(typed: str, meant: dict[str, str], often: dict[str, float]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for kind in KINDS:
        these = [word for word, its in meant.items() if its == kind]
        these.sort(key=lambda word: (round(slip_cost(typed, word), 1), -often.get(word, 0.0), word))
        kept.update(dict.fromkeys(these[:MOST], kind))
    return kept


def table_lines(pairs: Pairs) -> list[str]:
    lines: list[str] = []
    for typed in sorted(pairs):
        kinds = [(kind, [w for w, its in pairs[typed].items() if its == kind]) for kind in KINDS]
        lines.append("\t".join([typed, *(f"{kind}:{','.join(words)}" for kind, words in kinds if words)]))
    return lines


def homophones() -> list[tuple[str, str, str]]:
    """Every two words of each set of homophones.txt; `any_one` is two words."""
    found: list[tuple[str, str, str]] = []
    for words in _sets("homophones.txt"):
        found += [("h", one, other) for one, other in combinations([w.replace("_", " ") for w in words], 2)]
    return found


def jobs() -> list[tuple[str, str, str]]:
    return [("f", one, other) for words in SAME_JOB for one, other in combinations(words.split(), 2)]


def slips_of_hand(often: dict[str, float]) -> list[tuple[str, str, str]]:
    """Pairs of words that one letter left out, added, changed or moved makes of each other, and cheap two-letter ones."""
    words = {word for word, n in often.items() if n >= SEEN and word.isalpha() and len(word) > 1}
    by_less: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for at in range(len(word)):
            by_less[word[:at] + word[at + 1 :]].add(word)
    found: set[tuple[str, str]] = set()
    for less, makers in by_less.items():
        group = makers | ({less} if less in words else set())
        found |= {(min(a, b), max(a, b)) for a, b in product(makers, group) if a != b}
    return [
        ("s", a, b)
        for a, b in sorted(found)
        if len(a) + len(b) > 4 and min(slip_cost(a, b), slip_cost(b, a)) <= DEAREST
    ]


def inflections(often: dict[str, float]) -> list[tuple[str, str, str]]:
    """Forms of one verb or noun: irregular.txt, and the regular endings where the word so made is known."""
    found: list[tuple[str, str, str]] = []
    for words in _sets("irregular.txt"):
        found += [("i", one, other) for one, other in combinations([w for w in words if w != "-"], 2)]
    for word in often:
        forms = [word, *(form for form in regular_forms(word) if often.get(form, 0) >= SEEN)]
        found += [("i", one, other) for one, other in combinations(forms, 2)]
    return found


def regular_forms(word: str) -> list[str]:
    """The plural or third person, past and -ing forms that the rules of spelling give a word."""
    if len(word) < 3 or not word.isalpha() or any(word in words.split() for words in SAME_JOB):
        return []
    last, before = word[-1], word[-2]
    doubled = word + last if last not in "wxy" + VOWELS and before in VOWELS and word[-3] not in VOWELS else word
    if last == "y" and before not in VOWELS:
        return [word[:-1] + "ies", word[:-1] + "ied", word + "ing"]
    plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if last == "e":
        return [plural, word + "d", word[:-1] + "ing", word + "ing"]
    return [plural, doubled + "ed", doubled + "ing", word + "ed", word + "ing"]


def derivations(often: dict[str, float]) -> list[tuple[str, str, str]]:
    """Words with one stem of four letters or more and two of the endings that make words of words."""
    stems: dict[str, list[str]] = defaultdict(list)
    for word, n in often.items():
        if n >= SEEN and word.isalpha():
            for ending in {"", *SUFFIXES}:
                if word.endswith(ending) and len(word) - len(ending) >= 4:
                    stems[word.removesuffix(ending) if ending else word].append(word)
    return [("d", a, b) for words in stems.values() if len(words) < 12 for a, b in combinations(sorted(set(words)), 2)]


def _sets(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").split("\n")
    return [line.split() for line in lines if line and not line.startswith("#")]


if __name__ == "__main__":
    main()

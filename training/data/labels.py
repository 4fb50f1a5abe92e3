"""What the classifiers choose between: tags, feature strings, relations and lemma rules, counted on the training treebanks."""

from __future__ import annotations

from collections import Counter

from fabula.models.lemmas import lemma_rule
from fabula.models.weights import Labels
from training.data.document import Document

UPOS = tuple(
    [
        "ADJ",
        "ADP",
        "ADV",
        "AUX",
        "CCONJ",
        "DET",
        "INTJ",
        "NOUN",
        "NUM",
        "PART",
        "PRON",
        "PROPN",
        "PUNCT",
        "SCONJ",
        "SYM",
        "VERB",
        "X",
    ]
)


def count_labels(documents: list[Document], least: int = 3) -> Labels:
    """Labels met at least `least` times in documents with syntax; the rest are left to the nearest class."""
    feats, deprels, rules = Counter[str](), Counter[str](), Counter[str]()
    forms: dict[tuple[str, str], Counter[str]] = {}
    for syntax, words in ((d.syntax, d.words) for d in documents if d.syntax):
        feats.update(syntax.feats)
        deprels.update(syntax.deprels)
        for word, upos, lemma in zip(words, syntax.upos, syntax.lemmas, strict=True):
            rules[lemma_rule(word, lemma)] += 1
            if upos != "PROPN":
                forms.setdefault((word.lower(), upos), Counter())[lemma] += 1
    frequent = lambda counts: tuple(sorted(k for k, n in counts.items() if n >= least))  # noqa: E731
    return Labels(UPOS, frequent(feats), frequent(deprels), frequent(rules), _lexicon(forms))


def _lexicon(forms: dict[tuple[str, str], Counter[str]]) -> dict[str, str]:
    """Forms met twice or more whose lemma is nearly always the same (19 times in 20)."""
    sure: dict[str, str] = {}
    for (form, upos), lemmas in sorted(forms.items()):
        lemma, often = lemmas.most_common(1)[0]
        if often >= 2 and often >= 0.95 * lemmas.total():
            sure[f"{form}|{upos}"] = lemma
    return sure

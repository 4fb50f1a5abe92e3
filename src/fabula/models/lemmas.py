"""Lemmas by rule: what to cut off a word and what to put on.

Source: edit rules as in Chrupała 2006 and UDPipe (Straka 2018), suffixes only.
"""

from __future__ import annotations

KEEP, LOWER, WHOLE = "c", "k", "="


def lemma_rule(word: str, lemma: str) -> str:
    """The rule that turns a word into its lemma: 'k2y' lower-cases, cuts two letters and adds y; '=be' is the lemma itself.

    A rule beginning with 'c' keeps the case of the word.
    """
    lowered, target = word.lower(), lemma.lower()
    common = 0
    while common < min(len(lowered), len(target)) and lowered[common] == target[common]:
        common += 1
    if len(lowered) != len(word) or len(target) != len(lemma) or (not common and len(word) > 1):
        return WHOLE + lemma
    case = LOWER if lemma == target else KEEP
    return f"{case}{len(word) - common} {target[common:]}"


def apply_rule(rule: str, word: str) -> str:
    """The lemma of a word under a rule; the word itself where the rule cuts more than there is."""
    if rule.startswith(WHOLE):
        return rule[1:]
    cut, _, ending = rule[1:].partition(" ")
    base = word if rule.startswith(KEEP) else word.lower()
    if int(cut) > len(base):
        return base
    return base[: len(base) - int(cut)] + ending

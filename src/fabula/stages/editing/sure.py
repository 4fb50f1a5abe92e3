"""How sure a proposal is, and from where on it is told.

The numbers were fitted by `training/slips/calibrate.py`; `docs/slips.md` shows what each threshold gives.
"""

from math import exp, log

from fabula.models.slips_proposals import Proposal

LEAST = 0.15
"""The tagger's share from which on a word is looked at more closely."""
_MOST = 9.0
"""Log odds that hardly any proposal gains."""
HEARD_FROM = 0.2
"""How sure a doubt must be to count for a way of speaking."""
LIKELIHOOD, DOUBTED, GAIN = 0.64, 0.30, 0.08
OFFSETS = {
    "real-word": -2.20, "verb-form": -2.41, "pronoun": -2.62, "preposition": -2.32, "missing-word": -1.75,
    "extra-word": -1.24, "apostrophe": -0.8, "spacing": -0.8,
}  # fmt: skip
"""For a draft with four such slips in a thousand words."""
SPOKEN = -0.3
"""In speech people may say what they like."""
TOLD_FROM = {
    "real-word": 0.48, "verb-form": 0.42, "pronoun": 0.48, "preposition": 0.48, "missing-word": 0.21, "extra-word": 0.55,
    "apostrophe": 0.48, "spacing": 0.4,
}  # fmt: skip


def gain_of(proposal: Proposal) -> float:
    """By how much the proposal makes it likelier that there is no slip near its place, in log odds."""
    return _logit(proposal.stood) - _logit(proposal.left)


def sureness(proposal: Proposal, kind: str, *, spoken: bool) -> float:
    """The calibrated probability that there is a slip of this kind."""
    return _share(proposal, kind, gain_of(proposal), spoken=spoken)


def could_be_heard(proposal: Proposal, kind: str) -> bool:
    """Whether a proposal that is not yet read in place would be sure enough if it mended its place as well as can be."""
    return _share(proposal, kind, _MOST, spoken=False) >= HEARD_FROM


def _share(proposal: Proposal, kind: str, gain: float, *, spoken: bool) -> float:
    weighed = LIKELIHOOD * _logit(proposal.likelihood) + DOUBTED * _logit(proposal.doubted) + GAIN * gain
    return 1 / (1 + exp(-(weighed + OFFSETS[kind] + SPOKEN * spoken)))


def _logit(share: float) -> float:
    bounded = min(max(share, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))

"""How sure a proposal is, and from where on it is told.

The numbers were fitted by `training/slips/calibrate.py`; `docs/slips.md` shows what each threshold gives.
"""

from math import exp, log

from fabula.models.slips_proposals import Proposal

LEAST = 0.03
"""The tagger's share from which on a word is looked at more closely."""
_MOST = 9.0
"""Log odds that hardly any proposal gains."""
HEARD_FROM = 0.2
"""How sure a doubt must be to count for a way of speaking."""
LIKELIHOOD, DOUBTED, GAIN, COMPANY = 0.46, 0.16, 0.05, 0.24
MOST_COMPANY = 10.0
"""So much company, for or against, counts; more may be chance."""
OFFSETS = {
    "real-word": -2.87, "verb-form": -2.89, "pronoun": -2.98, "preposition": -3.21, "missing-word": -1.63,
    "extra-word": -2.82, "apostrophe": -1.19, "spacing": -2.72,
}  # fmt: skip
"""For a draft with four such slips in a thousand words."""
SPOKEN = -0.3
"""In speech people may say what they like."""
TOLD_FROM = {
    "real-word": 0.31, "verb-form": 0.38, "pronoun": 0.45, "preposition": 0.3, "missing-word": 0.34, "extra-word": 0.47,
    "apostrophe": 0.3, "spacing": 0.3,
}  # fmt: skip


def gain_of(proposal: Proposal) -> float:
    """By how much the proposal makes it likelier that there is no slip near its place, in log odds."""
    return _logit(proposal.stood) - _logit(proposal.left)


def sureness(proposal: Proposal, kind: str, *, spoken: bool) -> float:
    """The calibrated probability that there is a slip of this kind."""
    return _share(proposal, kind, gain_of(proposal), spoken=spoken)


def could_be_heard(proposal: Proposal, kind: str, least: float = HEARD_FROM) -> bool:
    """Whether a proposal that is not yet read in place would be so sure if it mended its place as well as can be."""
    return _share(proposal, kind, _MOST, spoken=False) >= least


def _share(proposal: Proposal, kind: str, gain: float, *, spoken: bool) -> float:
    company = max(-MOST_COMPANY, min(MOST_COMPANY, proposal.company))
    weighed = LIKELIHOOD * _logit(proposal.likelihood) + DOUBTED * _logit(proposal.doubted) + GAIN * gain
    weighed += COMPANY * company
    return 1 / (1 + exp(-(weighed + OFFSETS[kind] + SPOKEN * spoken)))


def _logit(share: float) -> float:
    bounded = min(max(share, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))

"""Coreference scores of the CoNLL-2012 shared task (Pradhan et al. 2014), singletons kept.

Both sides are {mention: chain}.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping

import numpy
from scipy.optimize import linear_sum_assignment

from training.scoring.counts import Counts

Chains = Mapping[Hashable, Hashable]


def muc(gold: Chains, said: Chains) -> Counts:
    """Links kept (Vilain et al. 1995)."""
    return Counts(*_links(gold, said), *_links(said, gold))


def _links(one: Chains, other: Chains) -> tuple[int, int]:
    parts: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, chain in one.items():
        parts[chain].add(("in", other[mention]) if mention in other else ("alone", mention))
    sizes = Counter(one.values())
    return sum(sizes[c] - len(p) for c, p in parts.items()), sum(n - 1 for n in sizes.values())


def b_cubed(gold: Chains, said: Chains) -> Counts:
    """The mean share of each mention's chain that the other side keeps with it (Bagga and Baldwin 1998)."""
    return Counts(*_kept(gold, said), *_kept(said, gold))


def _kept(one: Chains, other: Chains) -> tuple[float, int]:
    sizes = Counter(one.values())
    both = Counter((chain, other[mention]) for mention, chain in one.items() if mention in other)
    return sum(n * n / sizes[chain] for (chain, _), n in both.items()), len(one)


def ceaf_e(gold: Chains, said: Chains) -> Counts:
    """Chains aligned one to one for the best sum of 2|G ∩ S| / (|G| + |S|) (Luo 2005, phi 4)."""
    wanted, found = Counter(gold.values()), Counter(said.values())
    row, column = {k: i for i, k in enumerate(wanted)}, {k: i for i, k in enumerate(found)}
    alike = numpy.zeros((len(wanted), len(found)))
    for (a, b), n in Counter((c, said[m]) for m, c in gold.items() if m in said).items():
        alike[row[a], column[b]] = 2 * n / (wanted[a] + found[b])
    best = float(alike[linear_sum_assignment(-alike)].sum())
    return Counts(best, len(wanted), best, len(found))


MEASURES = {"MUC": muc, "B3": b_cubed, "CEAFe": ceaf_e}

"""Names that differ by a slip of the pen, and names that shorten one another."""

from collections import Counter, defaultdict

from rapidfuzz.distance import OSA

from fabula.stages.naming.words import DIMINUTIVES

_LONG_ENOUGH = 5
_TWO_SLIPS = 8
_RARE = 2
_TIMES_MORE = 3


def slips_of(counts: Counter[str]) -> dict[str, str]:
    """Each rare name that is most likely a misspelling, and the frequent name it stands for.

    `counts` holds single words, casefolded. A slip keeps the first letter, is seen once or twice and stands at most one
    change (two in names of eight letters) from a name seen at least three times as often. Endings that make another name
    of the same kind (Maria and Marie) or a plural are no slips.
    """
    frequent: dict[str, list[str]] = {}
    for word, count in counts.items():
        if count > 1 and len(word) >= _LONG_ENOUGH:
            frequent.setdefault(word[0], []).append(word)
    found: dict[str, str] = {}
    for word, count in counts.items():
        if count > _RARE or len(word) < _LONG_ENOUGH:
            continue
        near = [(slip_distance(word, other), -counts[other], other) for other in frequent.get(word[0], [])]
        near = [item for item in near if item[0] and _is_commoner(counts[item[2]], count, item[0], len(word))]
        if near:
            found[word] = min(near)[2]
    return found


def _is_commoner(right: int, wrong: int, distance: int, length: int) -> bool:
    """Three times as often; in a long name with one slip, once more is enough."""
    return right >= _TIMES_MORE * wrong or (distance == 1 and length >= _TWO_SLIPS and right > wrong)


def slip_distance(word: str, other: str) -> int:
    """How many slips part two names, 0 where they are too far apart, too alike in kind, or the same."""
    most = 2 if min(len(word), len(other)) >= _TWO_SLIPS else 1
    distance = OSA.distance(word, other, score_cutoff=most)
    if not 0 < distance <= most or _are_sisters(word, other):
        return 0
    return distance


def _are_sisters(word: str, other: str) -> bool:
    """True for Maria and Marie, Julian and Juliana, Elf and Elfs: names that end differently on purpose."""
    shorter, longer = sorted((word, other), key=len)
    if longer.startswith(shorter):
        return longer != shorter + shorter[-1]
    return word[:-1] == other[:-1]


def find_longer(names: list[str]) -> dict[str, list[str]]:
    """For each name (casefolded), the others it may be a short form of: a common one, or its beginning."""
    known = set(names)
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        heads[name[:3]].append(name)
    found: dict[str, list[str]] = {}
    for short in names:
        longer = {full for full in DIMINUTIVES.get(short, ()) if full in known}
        if len(short) > 2:
            longer.update(full for full in heads[short[:3]] if full.startswith(short) and len(full) > len(short) + 1)
        found[short] = sorted(longer)
    return found

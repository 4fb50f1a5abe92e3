"""Which names are one person's: "Mr. Darcy", "Darcy" and "Fitzwilliam Darcy", but never Mr. and Mrs. Bennet."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from fabula.stages.naming.forms import Form, gender_of
from fabula.stages.naming.variants import find_longer, slip_distance, slips_of
from fabula.stages.naming.words import GIVEN_TITLES, SOCIAL_TITLES

_FOREMOST = 5
_NOBLE = frozenset("count countess baron baroness lord lady marquis marquise duke duchess".split())  # noqa: SIM905
"""Titles that go with a surname as Mr. and Mrs. do."""


class Chains:
    """Forms being joined. `find` names the chain of a form by one of its keys; `rank` orders forms by first appearance."""

    def __init__(self, forms: Iterable[Form], counts: Counter[str], shown: Mapping[str, str]) -> None:
        self.forms = {form.key: form for form in forms}
        self.counts = counts
        self.rank = {key: rank for rank, key in enumerate(counts)}
        self._parent = {key: key for key in self.forms}
        self._titles = {key: {title.casefold() for title in form.titles} for key, form in self.forms.items()}
        self._gender = {key: gender_of(form) for key, form in self.forms.items()}
        self.shown = {key: gender_of(form) or shown.get(key, "") for key, form in self.forms.items()}

    def _are_two_women(self, first: str, second: str) -> bool:
        """A Mrs. and a Miss of one name are mother and daughter, or sisters."""
        one, other = self._titles[first], self._titles[second]
        return {"mrs", "miss"} <= one | other

    def find(self, key: str) -> str:
        """The key that stands for the chain of `key`."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def gender(self, key: str) -> str:
        """What the titles in the chain of `key` say: "he", "she" or ""."""
        return self._gender[self.find(key)]

    def join(self, one: str, other: str) -> bool:
        """Make one chain of two, unless their titles say that they are two persons."""
        first, second = self.find(one), self.find(other)
        if first == second:
            return True
        if {self._gender[first], self._gender[second]} == {"he", "she"} or self._are_two_women(first, second):
            return False
        self._parent[second] = first
        self._titles[first] |= self._titles[second]
        self._gender[first] = self._gender[first] or self._gender[second]
        return True


def join_forms(
    forms: dict[str, Form],
    counts: Counter[str],
    appositions: set[tuple[str, str]],
    apart: set[frozenset[str]],
    shown: Mapping[str, str],
) -> Chains:
    """The story's forms in chains, one for each person or thing.

    `counts` says how often each form stands, `appositions` which forms explain one another ("Ilvane, the Physician,"), `apart`
    which forms and single names meet in one sentence and so are two persons, `shown` which pronoun mostly follows a form.
    """
    chains = Chains(forms.values(), counts, shown)
    _join_full_names(chains)
    _join_slips(chains)
    _join_titled(chains)
    _join_families(chains, apart)
    _join_single_names(chains, apart)
    _join_titled_given(chains)
    for one, other in sorted(appositions):
        chains.join(one, other)
    _join_bare_titles(chains)
    _join_short_epithets(chains)
    return chains


def _by_count(chains: Chains, keys: Iterable[str]) -> list[str]:
    return sorted(keys, key=lambda key: (-chains.counts[key], key))


def _full(chains: Chains) -> list[str]:
    return [key for key, form in chains.forms.items() if form.surname]


def _is_mrs(form: Form) -> bool:
    return bool(form.titles) and form.titles[0].casefold() in ("mrs", "missis")


def _join_full_names(chains: Chains) -> None:
    """Full names with one given name and surname are one, with or without titles and middle names; Mrs. Newland Archer is not
    Newland Archer. "J. Wilk" is the one Józef Wilk.
    """
    seen: dict[tuple[str, str, str], str] = {}
    for key in _full(chains):
        form = chains.forms[key]
        wife = "mrs" if _is_mrs(form) else ""
        known = seen.setdefault((form.given, form.surname, wife), key)
        chains.join(known, key)
    for (initial, surname, wife), key in seen.items():
        written = initial.rstrip(".")
        if len(written) > 1:
            continue
        meant = [whole for (given, *rest), whole in seen.items() if rest == [surname, wife] and given[:1] == written]
        if len(meant) == 2 and key in meant:
            meant.remove(key)
            chains.join(meant[0], key)


def _join_slips(chains: Chains) -> None:
    """Misspelt names join the name they were meant for."""
    words: Counter[str] = Counter()
    for key, form in chains.forms.items():
        for word in form.core:
            words[word.casefold()] += chains.counts[key]
    meant = slips_of(words)
    for key, form in list(chains.forms.items()):
        mended = tuple(meant.get(word.casefold(), word.casefold()) for word in form.core)
        if mended != tuple(word.casefold() for word in form.core):
            right = _form_with(chains, form, mended)
            if right:
                chains.join(right, key)
    for key in _full(chains):
        for other in _full(chains):
            one, two = chains.forms[key], chains.forms[other]
            if key < other and one.given == two.given and slip_distance(one.surname, two.surname):
                chains.join(key, other)


def _form_with(chains: Chains, form: Form, core: tuple[str, ...]) -> str:
    """The key of the commonest form that is `form` mended, with the same titles or none."""
    same = [
        key
        for key, other in chains.forms.items()
        if tuple(word.casefold() for word in other.core) == core
        and (not other.titles or not form.titles or other.titles == form.titles)
    ]
    return next(iter(_by_count(chains, same)), "")


def _join_single_names(chains: Chains, apart: set[frozenset[str]]) -> None:
    """A name alone joins the person who has it as a given name, else as a surname: a titled gentleman before a full name, the
    commonest where several have it.
    """
    full = [key for key in _by_count(chains, _full(chains)) if not _are_neighbours(chains, chains.forms[key])]
    titled = _by_count(chains, [key for key, form in chains.forms.items() if form.titles and len(form.core) == 1])
    given: dict[str, str] = {}
    surnames: dict[str, str] = {}
    for key in full:
        if not _is_mrs(chains.forms[key]):
            given.setdefault(chains.forms[key].given, key)
    for key in sorted(titled, key=lambda key: gender_of(chains.forms[key]) == "she"):
        surnames.setdefault(chains.forms[key].given, key)
    for key in full:
        known = surnames.setdefault(chains.forms[key].surname, key)
        if gender_of(chains.forms[known]) == "she":
            surnames[chains.forms[key].surname] = key
    for key, form in chains.forms.items():
        if form.core and not form.titles and "the " + key in chains.forms:
            chains.join(key, "the " + key)
    single = [key for key, form in chains.forms.items() if len(form.core) == 1 and not form.titles]
    for key in single:
        owner = given.get(key) or surnames.get(key)
        if owner:
            chains.join(owner, key)
    for key in titled:
        if chains.forms[key].titles[0].casefold() not in SOCIAL_TITLES:
            given.setdefault(chains.forms[key].given, key)
    _join_short_names(chains, [key for key in single if key in given or key not in surnames], given, apart)


def _are_neighbours(chains: Chains, form: Form) -> bool:
    """True for a full name seen once whose words are each somebody ("asked Mary Ralph", "Bea Joss Win"): the commas were
    left out."""
    often = all(chains.counts[word.casefold()] > 2 for word in form.core)
    return often and len(form.core) > 1 and not form.titles and chains.counts[form.key] == 1


def _join_short_names(chains: Chains, single: list[str], given: dict[str, str], apart: set[frozenset[str]]) -> None:
    """Short forms join the one name they can stand for; surnames are nobody's short form."""
    whole = sorted({*single, *given})
    longer_than = find_longer(whole)
    for short in whole:
        longer = [name for name in longer_than[short] if frozenset((short, name)) not in apart]
        roots = {chains.find(given.get(name, name)) for name in longer}
        if len(roots) == 1 and not (short in given and longer[0] in given):
            chains.join(given.get(longer[0], longer[0]), given.get(short, short))


def _join_titled(chains: Chains) -> None:
    """A title with a name joins the one person it fits; failing that, the same name with a title of the same kind."""
    people: defaultdict[str, list[str]] = defaultdict(list)
    for key, form in chains.forms.items():
        if form.surname:
            people[form.given].append(key)
            people[form.surname].append(key)
    titled = [key for key, form in chains.forms.items() if form.titles and len(form.core) == 1]
    ranks: defaultdict[str, set[str]] = defaultdict(set)
    for key in titled:
        ranks[chains.forms[key].given].add(chains.forms[key].titles[0].casefold())
    for key in _by_count(chains, titled):
        form = chains.forms[key]
        family = len(ranks[form.given]) > 1
        fitting = {
            chains.find(other) for other in people[form.given] if _fits(chains, form, chains.forms[other], family)
        }
        if len(fitting) == 1:
            chains.join(fitting.pop(), key)
    for keys in _titled_by_name(chains, titled).values():
        _join_same_name(chains, keys)


def _titled_by_name(chains: Chains, titled: list[str]) -> dict[str, list[str]]:
    named: defaultdict[str, list[str]] = defaultdict(list)
    for key in _by_count(chains, titled):
        named[chains.forms[key].given].append(key)
    return named


def _join_same_name(chains: Chains, keys: list[str]) -> None:
    """ "Captain Dorric" and "Lieutenant Dorric" are one; Mrs. and Miss stay two, and so do Mr. and Mrs."""
    for index, key in enumerate(keys):
        for other in keys[:index]:
            if _same_rank(chains.forms[key], chains.forms[other]):
                chains.join(other, key)
                break


def _same_rank(one: Form, other: Form) -> bool:
    if one.titles[0].casefold() == other.titles[0].casefold():
        return True
    return gender_of(one) != "she" and gender_of(other) != "she"


def _fits(chains: Chains, form: Form, full: Form, family: bool) -> bool:
    """Whether a titled single name can be the person of a full name: "King" goes with a given name, "Mr." with a surname.

    Where a `family` shares the surname under several titles, the full name must bear a title that agrees.
    """
    genders = {gender_of(form), chains.gender(full.key)}
    if genders == {"he", "she"} or (family and len(genders) > 1 and full.given != form.given):
        return False
    if _is_mrs(form) and len(genders) > 1:
        return False
    title = form.titles[0].casefold()
    if title in SOCIAL_TITLES:
        return full.surname == form.given
    if title in GIVEN_TITLES:
        return full.given == form.given
    return True


def _join_families(chains: Chains, apart: set[frozenset[str]]) -> None:
    """ "Mr. Archer" joins the one Newland Archer whom "he" follows, in a family of several titles as well.

    Of two sons the father is who is named five times as often, or neither. A wife joins the one woman of that surname, unless
    there is a Miss, or the two meet in a sentence: then they are mother and daughter.
    """
    misses = {
        form.surname or form.given for form in chains.forms.values() if _has_title(form, "miss", "mademoiselle", "mlle")
    }
    bearers: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key in _full(chains):
        form = chains.forms[key]
        if not _is_mrs(form):
            bearers[form.surname, chains.shown[key] or chains.shown.get(form.given, "")].append(key)
    for key, form in chains.forms.items():
        gender = gender_of(form)
        if len(form.core) != 1 or not gender or not _has_title(form, *SOCIAL_TITLES, *_NOBLE):
            continue
        fitting = bearers[form.given, gender] or bearers[form.given, ""]
        if gender == "she":
            fitting = bearers[form.given, "she"]
            parted = any(frozenset((key, other)) in apart for other in fitting)
            if form.given in misses or parted or len({chains.forms[other].given for other in fitting}) > 1:
                continue
        owner = _foremost(chains, fitting)
        if owner:
            chains.join(owner, key)


def _has_title(form: Form, *titles: str) -> bool:
    return bool(form.titles) and form.titles[0].casefold() in titles


def _foremost(chains: Chains, keys: Iterable[str]) -> str:
    """The one of the full names that is named far more often than the rest, "" where none is."""
    often: Counter[str] = Counter()
    for key in keys:
        often[chains.find(key)] += chains.counts[key]
    ranked = often.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _FOREMOST * ranked[1][1]):
        return ""
    return ranked[0][0]


def _join_titled_given(chains: Chains) -> None:
    """ "Miss Daisy" joins the one Daisy, where Daisy is nobody's surname."""
    surnames = {chains.forms[key].surname for key in _full(chains)}
    called: defaultdict[str, set[str]] = defaultdict(set)
    for key, form in chains.forms.items():
        if form.core and not form.titles:
            called[form.given].add(chains.find(key))
    for key, form in chains.forms.items():
        if len(form.core) == 1 and form.titles and form.given not in surnames and len(called[form.given]) == 1:
            other = min(called[form.given])
            if form.titles[0].casefold() in SOCIAL_TITLES and other != chains.find(key) and chains.forms[other].surname:
                chains.join(other, key)


def _join_bare_titles(chains: Chains) -> None:
    """ "The Captain" joins the one captain named before it; "Captain" and "the Captain" are one in any case.

    Where the title comes first, its bearer must be named so at least half as often, or they are two.
    """
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for key, form in chains.forms.items():
        for title in form.titles if form.core or " of " in key else ():
            bearers[title.casefold()].append(key)
    for key, form in chains.forms.items():
        if not form.titles or form.core or " of " in key:
            continue
        if "the " + key in chains.forms:
            chains.join("the " + key, key)
        named = bearers[form.titles[-1].casefold()]
        earlier = {chains.find(other) for other in named if chains.rank[other] < chains.rank[key]}
        if not earlier and sum(chains.counts[other] for other in named) * 2 >= chains.counts[key]:
            earlier = {chains.find(other) for other in named}
        if len(earlier) == 1:
            chains.join(earlier.pop(), key)


def _join_short_epithets(chains: Chains) -> None:
    """ "The Warden" joins the one "Salt-Warden of Quennish", unless the story has a "Warden Kesh": an epithet's last word
    before "of" stands for all of it.
    """
    longer: defaultdict[str, set[str]] = defaultdict(set)
    for key, form in chains.forms.items():
        if form.definite and not form.core and " of " in key:
            last = key.partition(" of ")[0].rpartition(" ")[2].rpartition("-")[2]
            longer[f"the {last}"].add(chains.find(key))
    borne = {title.casefold() for form in chains.forms.values() if form.core for title in form.titles}
    for key, whom in longer.items():
        if key in chains.forms and len(whom) == 1 and key.removeprefix("the ") not in borne:
            chains.join(min(whom), key)

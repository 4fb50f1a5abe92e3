"""British and American spelling in one story

## What it notices
Words that the two spell differently ("colour" and "color", "grey" and "gray", "realise" and "realize"), where the story has
both kinds. One remark for the whole story, at the first word of the side that is fewer, with the other places as evidence.

## Why a reader minds
Each spelling is right; together they look as if two people had written the story, and a reader who notices keeps noticing.

## When it is fine
A letter or document by another hand, and a story told in two voices. Single words that both sides use are not counted, and
"-ize" counts as American only beside other American words, as some British houses print it.

## Examples
```story
She loved the colour of the harbour. It was her favourite, and grey. "What a {==color==}," he said, and meant the gray.
```
```story
He realized that the gray color of the center was an honor. The theater was gray. One {==tyre==} lay there, and a grey kerb.
```
```story
The jewellery and the tyres were grey, and so was the {==gray==} plow, and the neighbors' plough.
```
```story
She loved the colour of the harbour. It was her favourite, and grey; she realized that when she was organizing the centre.
```
```story
He realized that the gray color of the center was an honor, and traveled on.
```
```story
The colour was right. The license, the practice and the program were the same as ever, and the judgment was his.
```

## Source
The pairs of spellings are our own list, after the tables of New Hart's Rules (21) and Merriam-Webster; words that either side
also uses in another sense ("check", "story", "tire", "curb", "practice", "program") are left out.
"""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from fabula.reading import Lexicon, Tokens
from fabula.review import Evidence, Kind, Remark, Severity
from fabula.story import Span, Story

SEVERITY = Severity.QUESTION
KIND = Kind.STYLE

_PAIRS = """
    grey/gray greys/grays greyed/grayed greying/graying greyish/grayish tyre/tire tyres/tires jewellery/jewelry
    jeweller/jeweler plough/plow ploughs/plows ploughed/plowed ploughing/plowing centre/center centres/centers
    centred/centered theatre/theater theatres/theaters fibre/fiber fibres/fibers metre/meter metres/meters litre/liter
    litres/liters sombre/somber spectre/specter spectres/specters lustre/luster sabre/saber sabres/sabers
    calibre/caliber meagre/meager manoeuvre/maneuver manoeuvres/maneuvers manoeuvred/maneuvered defence/defense
    defences/defenses offence/offense offences/offenses pretence/pretense practise/practice practised/practiced
    practising/practicing kerb/curb kerbs/curbs pyjamas/pajamas moustache/mustache moustaches/mustaches
    sceptical/skeptical sceptic/skeptic cosy/cozy cosier/cozier cosily/cozily storey/story aeroplane/airplane
    aeroplanes/airplanes aluminium/aluminum mould/mold mouldy/moldy moult/molt smoulder/smolder smouldering/smoldering
    smouldered/smoldered cheque/check cheques/checks draught/draft draughts/drafts draughty/drafty sulphur/sulfur
    skilful/skillful skilfully/skillfully wilful/willful wilfully/willfully fulfil/fulfill enrol/enroll
    instalment/installment woollen/woolen marvellous/marvelous marvellously/marvelously travelled/traveled
    travelling/traveling traveller/traveler travellers/travelers cancelled/canceled cancelling/canceling
    labelled/labeled labelling/labeling levelled/leveled levelling/leveling modelled/modeled modelling/modeling
    signalled/signaled signalling/signaling quarrelled/quarreled quarrelling/quarreling tunnelled/tunneled
    funnelled/funneled channelled/channeled panelled/paneled panelling/paneling shovelled/shoveled
    shovelling/shoveling swivelled/swiveled snivelling/sniveling grovelling/groveling unravelled/unraveled
    unravelling/unraveling counsellor/counselor counsellors/counselors dialled/dialed fuelled/fueled duelling/dueling
    jewelled/jeweled towelled/toweled spiralled/spiraled spiralling/spiraling shrivelled/shriveled
    bejewelled/bejeweled analyse/analyze analysed/analyzed paralyse/paralyze paralysed/paralyzed mum/mom mums/moms
    mummy/mommy
""".split()  # noqa: SIM905
_BOTH_MEAN_MORE = frozenset(
    """
    story tire tires curb curbs check checks draft drafts practice practiced practicing mummy
    """.split()  # noqa: SIM905
)
"""American spellings that British English has too, in another sense; they prove nothing."""
_OUR = """
    arbour ardour armour behaviour candour clamour clangour colour demeanour enamour endeavour favour favourite
    fervour flavour glamour harbour honour honourable humour labour misbehaviour neighbour neighbourhood neighbouring
    odour parlour rancour rigour rumour saviour savour splendour succour tumour valour vapour vigour dishonour
    discolour
""".split()  # noqa: SIM905
_OUR_FORMS = ("", "s", "ed", "ing", "ful", "less", "able", "ly", "hood", "y", "'s")
_IZE = re.compile(r"[a-z]{3,}i(?P<letter>[sz])(?:e|es|ed|ing|ation|ations|er|ers)$")
_IZE_STEMS = frozenset(
    """
    real organ recogn apolog critic emphas memor fantas scrutin agon author brutal capital civil colon custom categor character
    equal familiar final fertil general global harmon hospital hypnot ideal immobil individual industrial institutional italic
    jeopard legal local material maxim mechan minim mobil modern monopol moral natural neutral normal optim patron penal
    personal polar popular privat public pulver random rational reorgan revolution romantic sensational serial social special
    stabil standard steril summar symbol sympath synchron terror theor traumat util vandal victim visual vocal vulgar
    """.split()  # noqa: SIM905
)


class Config(msgspec.Struct, frozen=True):
    """`least`: how many different words each side needs before the mixture is worth a remark."""

    least: int = 2


def check(story: Story, tokens: Tokens, lexicon: Lexicon, config: Config) -> Iterator[Remark]:
    """At most one remark, at the first word of the side that is fewer, with a few places of both sides as evidence."""
    british, american = _sides()
    us: list[tuple[Span, str]] = []
    uk: list[tuple[Span, str]] = []
    ize: list[tuple[Span, str]] = []
    for span in tokens.items:
        word = story.text[span.start : span.end].casefold().replace("’", "'")
        if word in lexicon.names or "-" in word:
            continue
        if word in british:
            uk.append((span, british[word]))
        elif word in american:
            us.append((span, american[word]))
        else:
            _by_ending(word, span, uk, ize)
    us += ize if len(us) >= config.least else []
    yield from _remarks(story.text, sorted(uk), sorted(us), config.least)


def _sides() -> tuple[dict[str, str], dict[str, str]]:
    """British spellings with their American ones, and the other way round."""
    pairs = {uk: us for uk, _, us in (pair.partition("/") for pair in _PAIRS)}
    for stem in _OUR:
        for form in _OUR_FORMS:
            pairs[stem + form] = stem.replace("our", "or") + form
    british = {uk: us for uk, us in pairs.items() if uk not in _BOTH_MEAN_MORE}
    american = {us: uk for uk, us in pairs.items() if us not in _BOTH_MEAN_MORE}
    return british, american


def _by_ending(word: str, span: Span, uk: list[tuple[Span, str]], ize: list[tuple[Span, str]]) -> None:
    found = _IZE.match(word)
    if found and word[: found.start("letter") - 1] in _IZE_STEMS:
        at = found.start("letter")
        other = word[:at] + ("z" if found["letter"] == "s" else "s") + word[at + 1 :]
        (uk if found["letter"] == "s" else ize).append((span, other))


def _remarks(text: str, uk: list[tuple[Span, str]], us: list[tuple[Span, str]], least: int) -> Iterator[Remark]:
    kinds = [len({other for _, other in side}) for side in (uk, us)]
    if min(kinds) < 1 or sum(kinds) < 2 * least or min(len(uk), len(us)) < least:
        return
    fewer, more = (us, uk) if len(us) <= len(uk) else (uk, us)
    name, usual = ("American", "British") if fewer is us else ("British", "American")
    span, other = fewer[0]
    word = text[span.start : span.end]
    often = Counter(text[one.start : one.end].casefold() for one, _ in more)
    told = ", ".join(f"‘{one}’" for one, _ in often.most_common(3))
    yield Remark(
        span,
        f"Most of the story is spelt the {usual} way ({told}); ‘{word}’ and {len(fewer) - 1} more are {name}. Is that meant?",
        (_with_case(word, other),),
        (*_evidence(text, fewer[1:], name), *_evidence(text, more, usual)),
        confidence=0.8,
    )


def _evidence(text: str, side: list[tuple[Span, str]], name: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(span, f"{name}: ‘{text[span.start : span.end]}’") for span, _ in side[:12])


def _with_case(word: str, other: str) -> str:
    return other[:1].upper() + other[1:] if word[:1].isupper() else other

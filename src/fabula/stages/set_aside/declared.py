"""What the sentences of fan-fiction notes declare, and the checks that such a wish silences.

The families are those that readers and betas name when they ask "is this meant?": withheld names, unmarked jumps, changed
tense, odd punctuation, dialect, languages. A sentence that asks for help, or only excuses itself, silences nothing.
"""

# ruff: noqa: E501  (a table of patterns: broken over lines they are harder to compare)

import re
from typing import NamedTuple

_MEANT = (
    r"(?:on purpose|deliberate(?:ly)?|intentional(?:ly)?|intended|purpose(?:ly|fully)|by design|by choice|stylistic|style choice|"
    r"(?:meant|supposed|intended) to|artistic (?:choice|licen[cs]e)|not (?:a |an )?(?:mistakes?|errors?|accident(?:al)?|typos?|slips?|bugs?)|"
    r"aren't (?:mistakes|errors|typos)|isn't (?:a |an )?(?:mistake|error|accident|typo)|i (?:wanted|chose|decided|meant|like|kept)|i know|"
    r"that(?:'s| is) the (?:point|plot|idea)|for a reason|for effect|bear with|sorry,? not sorry|because i (?:said so|felt like it|can)|(?:how|the way) i (?:want|like|wrote|imagine\w*) it|a style thing|don't (?:worry|panic|@ me)|is (?:a )?choice|experiment(?:al|ing)?)"
)
_NOT_MEANT = r"\b(?:not|n't|never|isn't|wasn't|aren't|weren't|nothing|none) (?:\w+ ){0,2}(?:on purpose|deliberate|intentional|intended|by design)|\b(?:unintentional|by accident|didn't mean|did not mean|unintended)"
_LANGUAGES = (
    r"(?:russian|japanese|french|german|spanish|italian|latin|irish|gaelic|gaeilge|welsh|polish|chinese|mandarin|cantonese|korean|portuguese|"
    r"dutch|swedish|norwegian|danish|finnish|czech|hungarian|ukrainian|greek|turkish|arabic|hebrew|hindi|urdu|elvish|sindarin|quenya|"
    r"klingon|yiddish|romanian|serbian|croatian|bulgarian|icelandic|scots|sign language|asl|translations?|foreign (?:words?|phrases?|languages?))"
)
_NAMES = r"\b(?:names?|nameless|unnamed)\b"


class Rule(NamedTuple):
    """One thing an author may declare: our words for it, the checks it silences (globs), and how authors put it.

    Every one of `needs` must be found in the sentence, and `unless` must not.
    """

    text: str
    silences: tuple[str, ...]
    needs: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None = None


def _rule(text: str, silences: str, *needs: str, unless: str = "") -> Rule:
    found = tuple(re.compile(need, re.I) for need in needs)
    return Rule(text, tuple(silences.split()), found, re.compile(unless, re.I) if unless else None)


_RULES: tuple[Rule, ...] = (
    _rule(
        "names are withheld on purpose", "clarity.which-he clarity.pronoun* names.unintroduced",
        rf"{_NAMES}|\bpronouns? only\b|\bonly (?:pronouns|he|she)\b|\b(?:he|she)[/ ](?:and )?(?:he|she) only\b",
        r"\b(?:left|leave|leaving|kept|keep|keeping|withh[eo]ld\w*|without|never|no|not|don't|doesn't|aren't|isn't|nobody|avoid\w*|drop\w*|omit\w*|skip\w*|only|un-?named|nameless|hid(?:e|den|ing)|refus\w+)\b",
        rf"{_MEANT}|\b(?:left|leave|leaving|kept|keeping|withh[eo]ld\w*|avoid\w*|omitt\w+)\b.{{0,40}}{_NAMES}|\b(?:pronouns? only|only pronouns|no names|nobody (?:has|gets) (?:a )?names?|nameless|un-?named|never named|no one is named)\b",
        unless=rf"{_NOT_MEANT}|\b(?:similar|alike|same (?:letter|initial)|confus|spell|own|changed|pronounce|my name|user ?name|pen ?name|credit)|\bnames? (?:from|of the (?:show|book))\b|\b(?:do not|don't) own\b",
    ),
    _rule(
        "who somebody is comes out later, on purpose", "clarity.which-he clarity.pronoun* names.unintroduced",
        r"\b(?:not|n't|aren't|never) (?:really )?(?:supposed|meant|going) to (?:know|find out|be told|learn)\b.{0,30}\b(?:who|whom|whose|name)\b|\b(?:never|don't|won't|not) (?:\w+ )?(?:learn|find out|know|be told|told) who\b.{0,60}\b(?:yet|on purpose|that's (?:how|the way)|by design|deliberate|intentional|until)",
    ),
    _rule(
        "somebody's pronouns are as they should be", "clarity.pronoun*",
        r"\b(?:uses?|goes? by|(?:his|her|their) pronouns are|pronouns:) (?:\w+/\w+|they|it|ze|xe|neo-?pronouns|singular they)\b|\b(?:they/them|he/they|she/they|it/its|xe/xem|ze/hir)\b|\bneo-?pronouns\b",
        unless=r"\bmy pronouns\b|\bi use\b",
    ),
    _rule(
        "jumps between the parts are unmarked on purpose", "clarity.lost-break",
        r"\b(?:stars?|asterisks?|breaks?|markers?|marked|unmarked|dividers?|line ?breaks?|scene ?breaks?|rules?|transitions?|jumps?|cuts?|flashbacks?|memor(?:y|ies)|slides?|bleeds?|blends?|blurs?|merges?)\b",
        rf"\b(?:no|not|un-?marked|without|never|isn't|aren't|don't|didn't|nothing|drop\w*|left out|missing)\b.*{_MEANT}|{_MEANT}.*\b(?:no|not|un-?marked|without|never|isn't|aren't|don't|nothing|left out|bleed|blend|blur|merge|run into|slide|abrupt|sudden)|\bun-?marked (?:flashbacks?|jumps?|time jumps?|scene (?:breaks?|changes?))|\bno (?:scene )?(?:breaks?|stars|asterisks)\b",
        unless=_NOT_MEANT + r"|\bno time ?jumps\b|ate my|site (?:eats|ate)|won't let|formatting",
    ),
    _rule(
        "the order is shuffled on purpose", "time.order*",
        r"\b(?:shuffled?|out of order|non-?linear|anachronic|achronological|(?:not|isn't|aren't|n't) (?:(?:told|be|in|go|going|strictly|entirely|quite) )*(?:in )?(?:chronological|order|linear)|jumbled|scrambled|backwards|reverse(?:d)? (?:order|chronolog\w+)|in reverse|jumps? (?:around|about|back and forth|through time)|(?:jumps?|hops?|skips?|moves?|goes|switches) (?:around |about )?(?:in|through|between) (?:time|timelines|years|past)|timelines? (?:is|are|jump|hop|shift|all over)|time(?:line)?s? (?:jumps?|hops?|skips?) (?:around|about|a lot|on purpose|are)|back and forth|mixed up the order|dual timeline|two timelines|flash(?:es)? back and forward)\b",
        unless=_NOT_MEANT + r"|\bno time ?jumps\b|\btenses?\b|\b(?:posted|uploaded|update) (?:\w+ ){0,3}out of order|wrong order by",
    ),
    _rule(
        "tense changes on purpose", "time.tense-slip slips.tense slips.verb-form",
        r"\b(?:past|present|future|the|verb|in|different|mixed|switch\w*|shift\w*|chang\w*|both) tenses?\b|\btenses?\b|\b(?:goes|slips|moves|shifts|switches|changes) into the (?:past|future|present)\b",
        rf"{_MEANT}|\b(?:switch|shift|chang|slip|goes|go|jump|move|var(?:y|ies)|mix)\w*\b|\bpast (?:tense )?(?:is|=|means|for)\b|\bpresent tense (?:is|=|means|for)\b",
        unless=_NOT_MEANT + r"|\b(?:sorry|struggl|bad at|trouble|tell me|let me know|point out|mistakes?|errors?|suck|catch|always mix)",
    ),
    _rule(
        "the second person is on purpose", "clarity.second-person style.second-person",
        r"\b(?:second|2nd)[- ]person\b|[\"“”‘']you[\"“”’']|\breader[- ]insert\b|\byou pov\b|\bpov second person\b|\bx ?reader\b|\baddress(?:es|ing)? (?:as )?you\b",
        unless=r"\b(?:don't|not|never|no|hate)\b.{0,15}\bsecond[- ]person",
    ),
    _rule(
        "speech has no quotation marks on purpose", "slips.punctuation* slips.quotation* slips.dialogue* slips.unclosed-quotation slips.unopened-quotation slips.missing-stop slips.tag-comma slips.stop-outside slips.beat-comma",
        r"\b(?:quotation|quote|speech|dialogue) ?marks?\b|\bquotes\b|\binverted commas\b|\bdialogue (?:is|in) (?:dash\w*|italic\w*|unmarked|unquoted)",
        r"\b(?:no|without|lack|lacks|lacking|missing|absence|don't|left out|leaving out|dropped|skipp\w+|dashes|italics|instead)\b",
        unless=_NOT_MEANT + r"|\bstraight\b|tell me|let me know",
    ),
    _rule(
        "the punctuation is free on purpose", "slips.punctuation* slips.grammar slips.apostrophe slips.vocative-comma slips.cut-in-dash slips.unclosed-quotation slips.unopened-quotation slips.missing-stop slips.tag-comma slips.stop-outside slips.beat-comma",
        r"\b(?:punctuation|commas?|full stops?|periods|run[- ]?ons?|run-on sentences?|comma splices?|apostrophes?|stream[- ]of[- ]consciousness)\b",
        _MEANT + r"|\b(?:no|without|lack of|minimal|absence of) punctuation\b|stream[- ]of[- ]consciousness",
        unless=_NOT_MEANT + r"|\b(?:sorry|bad at|struggl|tell me|let me know|mistakes are|i know (?:my|the|i))",
    ),
    _rule(
        "small letters are on purpose", "slips.capital*",
        r"\blower ?-?case\b|\b(?:no|without|lack of|lacks?) capital(?:s|i[sz]ation| letters)\b|\bcapital(?:i[sz]ation|s| letters)\b.*\b(?:on purpose|deliberate\w*|intentional\w*|intended|choice)|\buncapitali[sz]ed\b",
        unless=_NOT_MEANT,
    ),
    _rule(
        "speech goes without tags on purpose", "clarity.who-says-this",
        r"\b(?:dialog(?:ue)?|talk(?:ing)?|speech|conversations?|speakers?|lines?|said)\b.*\b(?:tags?|untagged|attribut\w+|who(?:'s| is| was)? (?:talking|speaking|says?|said))\b|\b(?:no|un|without|few|skip\w*|left out|drop\w*)[- ]?(?:dialog(?:ue)?|speech|speaker)? ?tag(?:s|ged)?\b|\bwho(?:'s| is) (?:talking|speaking)\b|\bdialog(?:ue)?[- ](?:only|heavy)\b|\ball (?:just )?dialog(?:ue)?\b",
        rf"{_MEANT}|\bdialog(?:ue)?[- ]only\b|\ball (?:just )?dialog(?:ue)?\b|\b(?:no|un|without) ?(?:dialog(?:ue)? |speech )?tag(?:s|ged)",
        unless=_NOT_MEANT + r"|\b(?:mind|heed|see|check|read|in|update|add|forgot|missed|additional|archive|more) (?:the |any |to |a )*tags?\b|\btell me\b|\blet me know\b",
    ),
    _rule(
        "a manner of speaking is spelt as it sounds",
        "slips.spelling slips.grammar slips.a-or-an slips.real-word slips.verb-form slips.missing-word slips.extra-word "
        "slips.apostrophe slips.one-word-or-two",
        r"\b(?:dialects?|accents?|phonetic\w*|brogue|drawl|slang|patois|speech patterns?|way (?:he|she|they) (?:talks?|speaks?)|broken english|scots|cockney|yorkshire|geordie|southern|text ?speak|chat ?speak|baby ?talk)\b",
        rf"{_MEANT}|\b(?:spel(?:t|led|ling)|writ(?:e|ten|ing)|wrote|phonetic\w*|is how|he (?:talks|speaks)|she (?:talks|speaks)|they (?:talk|speak)|in dialect|heavy|thick)\b",
        unless=_NOT_MEANT + r"|\b(?:sorry if|tell me|let me know|correct me|help|how did i)",
    ),
    _rule(
        "misspellings are on purpose",
        "slips.spelling slips.real-word slips.grammar slips.apostrophe slips.one-word-or-two slips.verb-form names.misspelt",
        r"\b(?:mis-?spell?\w*|spellings?|spelt|spelled|typos?|grammar|grammatical|mistakes|errors)\b",
        r"\b(?:on purpose|deliberate(?:ly)?|intentional(?:ly)?|purposely|intended|by design|supposed to be|meant to be|not (?:a |my )?(?:typos?|mistakes?|errors?)|aren't (?:typos|mistakes))\b",
        unless=_NOT_MEANT + rf"|\b(?:are|is) (?:all )?(?:mine|my own)\b|\b{_LANGUAGES}\b",
    ),
    _rule(
        "foreign words are wrong on purpose", "foreign.*",
        rf"\b{_LANGUAGES}\b|\baccent\w* (?:in|of)\b",
        r"\b(?:wrong|bad|broken|mistakes?|errors?|incorrect|mangled|garbled|terrible|butchers?|off|false|misspell?\w*)\b",
        r"\b(?:on purpose|deliberate(?:ly)?|intentional(?:ly)?|purposely|intended|by design|supposed to|meant to|for a reason|(?:is|as) a clue|is a plot point|that's the (?:point|plot|joke)|not (?:my|a) (?:mistake|error))\b",
        unless=_NOT_MEANT + r"|\b(?:tell me|let me know|correct me)\b(?!.*\bon purpose)",
    ),
    _rule(
        "asks for help with a language", "",
        rf"\b{_LANGUAGES}\b",
        r"\b(?:tell me|let me know|correct (?:me|it|any)|corrections?|fix|google|translate|deepl|duolingo|phrase ?book|dictionary|don't (?:speak|know|really speak)|do not speak|can't speak|not (?:fluent|a native)|rusty|semesters?|from school|school|self-taught|learn(?:ing|t|ed)|be kind|forgive|apolog\w+|sorry|bear with|mistakes?|wrong|check(?:ed)?|native speakers?|help|grandm\w+|butcher\w*|terrible|awful|bad|mangled)\b",
        unless=r"\b(?:on purpose|deliberate|intentional)",
    ),
    _rule(
        "English is not the author's first language", "",
        r"\benglish (?:is(?: not|n't)|ain't|is only|is) (?:\w+ )?my (?:first|native|mother|second|third|1st|2nd)|\bnot (?:a |my )?native (?:english|speaker|language)|\bmy english\b",
    ),
    _rule(
        "the narrator is not to be trusted", "continuity.*",
        r"\bunreliable narrat\w+|\b(?:narrator|he|she|they|narration)(?: \w+){0,3} (?:(?:lies|lying) (?:to|about|a lot|constantly|sometimes|all the time|through)|is lying(?! (?:in|on|down|awake|there))|is (?:an? )?liar|not (?:to be )?trust\w*|unreliable|misremember\w*|gets? (?:things|it|details?) wrong)|\bdon't (?:trust|believe) (?:a word|everything|the narrator|him|her|them|what (?:he|she))",
        unless=r"\bwant you to be\b",
    ),
    _rule(
        "the dead live or speak here", "continuity.dead-speaks",
        r"\b(?:nobody|no ?one|none of them) (?:ever )?(?:dies|died)\b|\b(?:is|are|'s|'re) (?:still |very much |not dead|alive)\b.{0,40}\b(?:alive|dead|here|because|canon|ignor\w+|fix|au)\b|\beverybody lives\b|\beveryone lives\b|\b(?:ghosts?|dead people|the dead) (?:can |do |who )?(?:talks?|speaks?|is real|are real)\b|\bback from the dead\b|\bresurrect\w+",
        unless=_NOT_MEANT + r"|\bi(?: am|'m) (?:still )?alive",
    ),
    _rule(
        "looks change on purpose", "continuity.appearance",
        r"\b(?:eyes?|hair|eye colou?rs?|hair colou?rs?|appearance|looks?|beard|skin)\b",
        r"\b(?:chang\w*|differ\w*|switch\w*|shift\w*|not the same|shape-?shift\w*|colou?r-?chang\w*)\b",
        rf"{_MEANT}|\bplot point\b|\bshape-?shift\w*|\byou'll see why\b|\bisn't a mistake\b",
        unless=_NOT_MEANT,
    ),
    _rule(
        "ages and dates are free", "continuity.age time.impossible-age",
        r"\b(?:ages?|dates?|birthdays?|years|maths?|timelines?|aged (?:up|down))\b",
        r"\b(?:fudg\w+|tweak\w+|bent|handwav\w+|hand-wav\w+|aged (?:up|down)|messed (?:with|around with)|don't (?:do|check|look too (?:hard|closely) at) the|doesn't (?:quite )?(?:work|add up)|don't (?:quite )?(?:work|add up)|changed|made up|vague)\b",
        unless=_NOT_MEANT + r"|\b(?:update|posting|schedule)\b",
    ),
    _rule(
        "places and facts are freely treated", "",
        r"\b(?:geography|medical|legal|historical(?:ly)?|history|science|research\w*|never been to|police procedure|inaccura\w+)\b",
        r"\b(?:off|wrong|pretend|made (?:it )?up|handwav\w+|hand-wav\w+|inaccura\w+|bear with|not accurate|liberties|suspend\w*|just go with it|don't @ me|invented|no research)\b",
    ),
    _rule(
        "italics carry thoughts, or speech not aloud", "",
        r"\bitalics?\b|\bitalici[sz]ed\b",
        r"\b(?:thoughts?|thinking|telepath\w*|flashbacks?|memor(?:y|ies)|sign(?:ed|ing)? (?:language)?|texts?|parseltongue|mind|another language|foreign|speaking|emphasis|dreams?)\b",
    ),
    _rule(
        "things that do not fit together are on purpose", "continuity.*",
        r"\b(?:contradict\w*|inconsisten\w*|continuity|don't (?:match|add up|agree|line up)|doesn't (?:match|add up|agree|line up)|discrepanc\w+|plot ?holes?)\b",
        r"\b(?:on purpose|deliberate(?:ly)?|intentional(?:ly)?|purposely|intended|by design|meant to|supposed to|for a reason|that's the (?:point|plot))\b",
        unless=_NOT_MEANT,
    ),
    _rule(
        "names are alike on purpose", "names.look-alike names.alike*",
        r"\b(?:alike|similar|confus\w+|rhym\w+|same (?:letter|initial|name|first letter)|start with|too close|look-?alike|nearly the same|almost the same|share (?:a|the same) name|sound the same|mixed? up)\b",
        rf"{_NAMES}|\b(?-i:[A-Z]\w+) and (?-i:[A-Z]\w+)\b|\btwins?\b|\bsame letter\b|\bcalled\b",
        rf"{_MEANT}|\b(?:yes|plot|canon|point|joke|running gag)\b",
        unless=_NOT_MEANT + r"|\b(?:sorry|tell me if|let me know if)",
    ),
    _rule(
        "the point of view moves on purpose", "clarity.point-of-view",
        r"\b(?:head[- ]?hop\w*|(?:different|another|new|someone else's|everyone's) (?:head|pov|point of view|perspective|narrator)|povs? (?:switch\w*|change\w*|shift\w*|alternat\w*|var(?:y|ies)|jump\w*|per)|(?:switch\w*|chang\w*|alternat\w*|shift\w*|multiple|rotating|dual|mixed|two|three|several|many) (?:\w+ )?(?:povs?|points? of view|perspectives?|narrators?)|omniscient|alternates? between|(?:each|every) (?:section|chapter|part|scene|bit) is (?:from |in |told (?:by|from) )?(?:a |an )?(?:\w+ )?(?:head|pov|point of view|perspective|narrator|voice|character))\b",
        unless=_NOT_MEANT + r"|\b(?:sorry|tell me|let me know|no|never|don't) (?:\w+ ){0,3}(?:head[- ]?hop|pov)",
    ),
    _rule(
        "the ending is left open", "",
        r"\b(?:open|ambiguous|unresolved|bittersweet|uncertain)[- ](?:to interpretation|end\w*)|\bend(?:ing|s)?\b.*\b(?:open|ambiguous|unresolved|interpret\w*|up to you|decide|your imagination|cliff ?hanger|unclear)\b|\b(?:up to|decide for|leave (?:it|that) to) (?:you|your|the reader)\w*\b|\bcliff ?hanger\b",
        unless=r"\b(?:sorry for the|no) cliff ?hanger",
    ),
    _rule("the ending is happy", "", r"\bhappy end\w*\b|\bhappily ever after\b|\bHEA\b|\bends? (?:well|happily)\b", unless=r"\b(?:no|not|isn't|without|never|don't expect) (?:\w+ ){0,3}happ"),
    _rule("the ending is sad", "", r"\b(?:sad|unhappy|tragic|bad) end\w*\b|\b(?:no|not a|isn't a|don't expect a) (?:\w+ )?happy end\w*\b|\bbring (?:a )?tissues\b|\bhave tissues\b"),
    _rule(
        "told plainly and in order", "",
        r"\bno (?:tricks|time ?(?:jumps|travel|skips)|flashbacks|twists)\b|\b(?:in|strictly) chronological order\b|\bplain and chronological\b|\bjust (?:plain )?(?:fluff|a simple)\b|\bno (?:plot|angst)\b|\bpwp\b|\bplot what plot\b",
        unless=r"\bnon-?linear\b|\b(?:not|n't|never|out of) (?:\w+ ){0,3}(?:chronological|in order)",
    ),
    _rule(
        "written for somebody, as comfort", "",
        r"\b(?:wr(?:ote|itten)|made|this (?:is|one'?s?|was|goes)|gift|present|dedicated|comfort|fic) (?:\w+ ){0,4}(?:to cheer|for my|for you|for (?-i:[A-Z])\w+|to (?-i:[A-Z])\w+|for (?:a|the|all|everyone) (?:friend|birthday|one|anyone)|comfort|birthday)|\b(?:cheer (?:up|me up|her up|him up|you up)|comfort ?fic|feel(?:ing)? better|birthday (?:fic|present|gift)|gift for|dedicated to|happy birthday)\b|\bhurt/comfort\b",
        unless=r"\bwritten for (?:the|an?) (?:\w+ ){0,3}(?:prompt|challenge|exchange)",
    ),
    _rule(
        "answers a prompt", "",
        r"\bprompts?\b\W{0,3}(?:was|were|is|:|used|from|by|fill\w*)|\b(?:fill(?:s|ed)?|written|wr(?:ote|itten)|response|answer|reply) (?:\w+ ){0,4}(?:prompt|challenge|exchange|bingo|kink ?meme|big bang|week|fest|day \d+|bang)\b|\bprompt(?:ed)? (?:fill|by)\b|\b(?:for|from) (?:the|this|a|an) (?:\w+ ){0,3}(?:prompts?|challenge|exchange|bingo|fest)\b",
    ),
    _rule(
        "a different world or history from its source", "continuity.canon*",
        r"\b(?:canon[- ](?:divergen\w+|divergent|non-?complian\w+|what canon)|(?:non|not)[- ]?canon(?:[- ]complian\w+)?|canon[- ]compliant|alternat(?:e|ive) universe|alternat(?:e|ive) history|what canon|fix-?it|screw canon|ignor\w+ (?:canon|the (?:finale|epilogue|last season))|diverges? from|crossover)\b|(?-i:\bAUs?\b)|\bi(?:'m| am|'ve)? (?:\w+ )?(?:ignor\w+|pretend\w*|disregard\w*) (?:\w+ ){0,3}(?:canon|happened|season|book)\b|\b(?:ages?|timelines?|dates?) (?:\w+ ){0,3}(?:changed|fudged|tweaked|don't match canon)",
    ),
    _rule(
        "British and American usage may be mixed", "slips.mixed-spelling",
        r"\b(?:brit-?pick\w*|ameri-?pick\w*|(?:british|american|canadian|australian|uk|us|u\.s\.|u\.k\.|commonwealth|english) (?:\w+ )?(?:spelling|english|usage|vocab\w*|grammar|terms|words)|spelling (?:is|are|will be) (?:\w+ )?(?:british|american|canadian|australian|mixed|uk|us))\b|\bspelling\b.*\b(?:canad\w+|austral\w+|mid-?atlantic|both|all over the place)",
    ),
    _rule(
        "no beta reader has seen it", "",
        r"\bno[- ]beta\b|\bun-?beta'?e?d\b|\bun-?beta\b|\b(?:not|n't|isn't|hasn't been|never) (?:been )?beta(?:'?e?d|[- ]?read)?\b|\bwithout a beta\b|\bbeta[- ]?less\b|\bwe die like\b|\b(?:all|any|the|other|remaining|those) (?:\w+ ){0,2}(?:mistakes|errors|typos)(?: (?:left|here|remaining))?(?: are|'re| is)? (?:still |all |entirely )?(?:mine|my (?:own|fault))|\bnot (?:proof-?read|edited)\b|\bun-?(?:edited|proofread)\b|\bself-?(?:edited|beta\w*)\b|\b(?:excuse|forgive|ignore|sorry (?:about|for)|apolog\w+ for) (?:\w+ ){0,3}(?:typos?|mistakes|errors|spelling|grammar)\b|\b(?:typed|wr(?:ote|itten)) (?:\w+ ){0,3}(?:on|from) my phone\b|\bwr(?:ote|itten) (?:\w+ ){0,3}at (?:\w+ ){0,2}(?:\d|one|two|three|four|five|stupid)(?: ?[ap]\.?m|o'clock| in the morning)|\bchecked by (?:\w+ )?nobody\b",
    ),
    _rule(
        "asks for reviews", "",
        r"\b(?:please|pls|plz|do|kindly)[, ]+(?:please )?(?:\w+ )?(?:review|comment|r ?& ?r|vote)\b|\br ?(?:&|and|n) ?r\b|\b(?:reviews?|comments?|kudos|feedback|con-?crit|constructive criticism|critique)\b.*\b(?:love[ds]?|loved|welcome|appreciated|wanted|wonderful|keep|make|feed|fuel|=|are|is|life|please|adored|thank)\b|\b(?:leave|drop|send|love|crave|want|appreciate|welcome|live for|thrive on)(?: to (?:get|hear|read))?(?: me)? (?:a |any |some |your |all |for )*(?:reviews?|comments?|kudos|feedback|con-?crit|critique|thoughts)\b|\b(?:let me know|tell me|love to (?:hear|know)|want to (?:hear|know)) (?:\w+ )?(?:what (?:you|y'?all|everyone)|in (?:a|the) (?:comment|review)|your thoughts|where|when you|which|how you|if you)\b|\btell me\b.*\bcomments?\b|\bconcrit\b",
        unless=r"\bthank\w*\b[^.!?]{0,30}\bfor (?:\w+ ){0,3}(?:reviews?|comments?|kudos|feedback)\b(?!.*\b(?:please|keep|leave)\b)|\bno (?:reviews?|concrit|critique|criticism)\b|\bspoilers? in (?:the |your )?(?:comments?|reviews?)",
    ),
    _rule(
        "asks for no criticism", "",
        r"\b(?:no|don't (?:want|need|leave)|not (?:looking for|interested in|accepting)|without) (?:\w+ ){0,2}(?:con-?crit|critique|criticism|flames|hate)\b|\bbe (?:nice|kind|gentle)\b|\bflames will be\b|\bdon't like,? don't read\b",
        unless=rf"\b{_LANGUAGES}\b",
    ),
    _rule("asks readers not to give the plot away", "", r"\b(?:no|avoid|don't (?:post|give)|without) (?:\w+ )?spoilers?\b|\bdon't spoil\b"),
    _rule(
        "the form is meant: fragments, a list, letters", "slips.fragment* style.fragment*",
        r"\b(?:fragments?|fragmented|vignettes?|drabbles?|snippets?|snapshots?|ficlets?|inventor(?:y|ies)|listicle|as a list|in list form|a list of|list format|epistolary|5\+1|five (?:times|things)|series of (?:\w+ )?(?:moments|scenes|letters|emails|texts)|told (?:\w+ )?(?:through|in|as) (?:\w+ )?(?:letters|emails|texts|lists|fragments|snippets|documents|messages)|choppy|short sentences|disjointed|incomplete sentences|sentence fragments)\b",
        unless=_NOT_MEANT + r"|\b(?:sorry|tell me|let me know) (?:\w+ ){0,3}(?:choppy|disjointed)|\bmy (?:first|last|other) (?:drabble|ficlet)",
    ),
    _rule(
        "repetition is on purpose", "slips.doubled-word slips.repeated* style.repeat* style.echo*",
        r"\b(?:repetiti\w+|repeat\w*|echo(?:es|ed|ing)?|refrain)\b",
        r"\b(?:on purpose|deliberate(?:ly)?|intentional(?:ly)?|purposely|intended|by design|meant to|supposed to|for effect|stylistic|(?:is|are|that's) the (?:whole )?(?:point|idea))\b",
        unless=_NOT_MEANT,
    ),
    _rule(
        "confusion is part of the effect", "clarity.*",
        r"\b(?:confus\w+|disorient\w+|vague\w*|unclear|lost|in the dark|cryptic)\b",
        r"\b(?:on purpose|deliberate(?:ly)?|intentional(?:ly)?|purposely|by design|meant to|supposed to|not supposed to|that's the point|all will be (?:revealed|explained)|will (?:make sense|be explained|become clear))\b",
        unless=_NOT_MEANT + r"|\b(?:names?|similar\w*|alike|sorry if|tell me where|let me know)\b",
    ),
    _rule(
        "an aim of the author's", "",
        r"\bi(?:'ve| have)? (?:really |just |always |mostly )?(?:want(?:ed)?|meant|tried|intended|hope[d]?|was (?:going|aiming|trying) for|aimed|am going for|'m going for)\b.*\b(?:it|this|the|you|her|him|them|readers?|everyone|feel|read|sound|story|ending|scene|chapter|fic) (?:\w+ )*?to (?:be|feel|read|sound|seem|have|get|stay|come)\b|\b(?:is|are|was|were|it's|they're) (?:all )?(?:meant|supposed|intended) to (?:be|feel|read|sound|seem)\b|\byou(?:'re| are) (?:meant|supposed) to\b|\bwant(?:ed)? (?:you|it|this|the \w+) to (?:be|feel|read|sound|seem|hate|love|like)\b|\bwas going for\b",
        unless=r"\b(?:update|post|upload|finish|continue) |\bhope (?:you|y'all|everyone)\b",
    ),
)  # fmt: skip


_WRITING = re.compile(
    r"\b(?:on purpose|deliberate(?:ly)?|intentional(?:ly)?|non-?linear|second[- ]person|reader[- ]insert|unreliable narrator|canon|prompt|"
    r"fic|fan ?fic(?:tion)?|one-?shot|drabble|pov|crossover|happy end\w*|no beta|unbeta'?e?d|written for|gift for|(?-i:AUs?))\b",
    re.I,
)


_AFTERTHOUGHT = re.compile(
    rf"^\W*(?:(?:and )?yes,? )?(?:it|this|that|these|those|they|which|all)(?:'s|'re)?\b.*\b{_MEANT}|^\W*(?:it|this|that)'s {_MEANT}|^\W*(?:on purpose|deliberately|intentionally)\b",
    re.I,
)
_AFTERTHOUGHT_WORDS = 9
_LONGEST = 2000
"""Code points of a sentence that are looked at: a note without a single stop is no reason to wait."""


def is_afterthought(sentence: str) -> bool:
    """True for a short sentence that says of the one before that it is meant so ("It's intentional.")."""
    short = len(sentence.split()) <= _AFTERTHOUGHT_WORDS
    return short and bool(_AFTERTHOUGHT.match(sentence.replace("’", "'")))


def speaks_of_writing(sentence: str) -> bool:
    """True where a sentence of a summary is about the text and not in it."""
    return bool(_WRITING.search(sentence.replace("’", "'")))


def rules_for(sentence: str) -> list[Rule]:
    """The rules that a sentence of a note (or a tag) fulfils, in the order of this file."""
    flat = " ".join(sentence[:_LONGEST].replace("’", "'").replace("*", "").split())
    return [rule for rule in _RULES if _fulfils(flat, rule)]


def _fulfils(sentence: str, rule: Rule) -> bool:
    wanted = all(need.search(sentence) for need in rule.needs)
    return wanted and not (rule.unless and rule.unless.search(sentence))

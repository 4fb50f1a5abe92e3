"""Verbs that a speech tag is made with, for the checks that look at how a speech and its tag are joined."""

SAYING = frozenset(
    """
    said says asked asks told replied replies answered answers cried cries shouted shouts whispered whispers murmured murmurs
    muttered mutters mumbled mumbles yelled yells screamed screams exclaimed exclaims demanded demands inquired
    enquired remarked remarks observed added adds agreed agrees continued continues snapped snaps growled growls
    hissed hisses pleaded pleads begged begs urged insisted insists protested objected argued admitted admits
    confessed conceded declared declares announced announces stated states explained explains suggested suggests offered
    promised promises warned warns ordered commanded repeated repeats echoed interrupted retorted responded responds
    rejoined countered assured reminded mused breathed croaked rasped barked bellowed roared drawled purred cooed stammered
    stuttered blurted snarled sneered scoffed grunted grumbled complained teased joked quipped chided scolded ventured
    prompted persisted concluded volunteered piped affirmed asserted wheezed corrected wondered thought
    advised advises pronounced clarified confided implored intoned proposed reported theorized theorised vowed hollered shrieked
    yelped whimpered lamented recounted specified commented noted interjected interjects instructed informed enthused
    """.split()  # noqa: SIM905
)
"""Only verbs that hardly ever follow a speech as an action of its own ("laughed" and "turned" do)."""

ASKING = frozenset("ask asks asked demand demands demanded inquire inquired enquire enquired wonder wondered".split())  # noqa: SIM905
PRONOUNS = frozenset("he she they i we you it".split())  # noqa: SIM905

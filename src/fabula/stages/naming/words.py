"""What English fiction puts round names: titles, kinship words, and capitals that name nobody."""

from fabula.stages.vocabulary import word_set

MALE_TITLES = word_set(
    """
    mr mister master sir lord king prince duke count baron earl marquis marquess viscount emperor uncle father brother
    monsieur m signor signore señor senor don herr pan grandfather grandpa abbot friar squire tsar czar sheikh sultan
    """
)
FEMALE_TITLES = word_set(
    """
    mrs miss ms missis lady queen princess duchess countess baroness marchioness viscountess empress aunt auntie aunty
    mother sister madame mme madam ma'am mademoiselle mlle signora signorina señora senora señorita senorita doña dona frau
    fräulein pani grandmother grandma dame abbess tsarina
    """
)
PLAIN_TITLES = word_set(
    """
    dr doctor prof professor captain capt colonel col major general gen lieutenant lt sergeant sgt corporal private
    admiral commander commodore marshal inspector constable detective officer agent sheriff deputy chief superintendent
    reverend rev bishop archbishop cardinal pope saint st judge justice president minister senator governor mayor chancellor
    ambassador councillor councilor alderman archmage mage magister chef coach nurse cousin elder warden regent steward
    physician recorder widow maester ser sensei
    """
)
TITLES = MALE_TITLES | FEMALE_TITLES | PLAIN_TITLES
SOCIAL_TITLES = word_set(
    "mr mister mrs miss ms missis dr doctor prof professor monsieur madame mademoiselle m mme mlle herr frau signor signora "
    "colonel col general gen major inspector superintendent judge senator admiral reverend rev"
)
"""Titles that go with a surname."""
GIVEN_TITLES = word_set(
    "king queen prince princess sir uncle aunt auntie aunty brother sister saint st father mother master lady"
)
MALE_KIN = word_set(
    "dad daddy papa pa pop pops grandpa grandad granddad grandfather father uncle gramps da tata abuelo nonno opa"
)
FEMALE_KIN = word_set(
    "mum mummy mom mommy mama mamma ma gran granny grandma grandmother nan nana mother aunt auntie nonna abuela babcia oma"
)

PLACE_WORDS = word_set(
    """
    street road lane avenue square court park bridge river lake sea ocean bay island islands isle isles hill hills
    mountain mountains mount valley forest wood woods city town village county harbour harbor port hall house castle tower
    palace abbey cathedral church school college university hospital station inn tavern hotel gate gates kingdom empire
    province coast cape beach desert field fields marsh moor close crescent terrace row wharf quay dock docks plains
    pass peak falls canal east west north south
    """
)
PLACE_BEGINNINGS = word_set("mount lake port fort north south new")
ORGANISATION_WORDS = word_set(
    """
    company corporation inc ltd society guild council ministry department office service agency institute academy
    club bank party parliament senate army navy force police union association league committee press times courier
    gazette herald tribune post news order brotherhood church board court
    """
)
KIN_NOUNS = word_set(
    """
    sister brother cousin mother father son daughter aunt uncle wife husband friend boyfriend girlfriend niece nephew
    grandmother grandfather grandson granddaughter twin neighbour neighbor colleague assistant partner boss maid servant
    fiancé fiancée lover mate roommate flatmate roomie student pupil teacher apprentice
    """
)
HONOURS = word_set(
    "grace majesty majesties highness lordship ladyship honour honor excellency holiness worship eminence"
)
IN_A_PLACE = word_set("in at into near across outside inside through throughout around beyond")
TO_A_PLACE = word_set("to from of toward towards for via over")

NOT_NAMES = word_set(
    """
    i i'm i'll i've i'd a an the this that these those my your his her its our their mine yours hers ours theirs he she it we
    you they me him us them who whom whose which what when where why how whoever whatever wherever whichever
    and but or nor so yet for because though although if unless until till while as than then there here now not no yes
    in on at by with from to of off out over under up down into onto upon about above across after against along among
    around before behind below beneath beside besides between beyond despite during except inside like near outside past
    round since through throughout toward towards underneath within without
    is are was were be been being am do does did done have has had having will would shall should can could may might must
    don't doesn't didn't isn't aren't wasn't weren't won't wouldn't shan't shouldn't can't cannot couldn't mustn't haven't
    hasn't hadn't it's that's there's here's what's who's where's how's he's she's they're we're you're let's i'd he'd
    all any both each either every few many more most much neither none one ones other others another some such same several
    two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million first
    second third last next once twice half
    anybody anyone anything everybody everyone everything nobody nothing somebody someone something people
    again ago almost alone already also always anyway away back else enough even ever everywhere far finally further
    indeed instead just later least less maybe meanwhile moreover nearly never nevertheless nowhere often only otherwise
    outside perhaps possibly probably quite rather really slowly quickly suddenly sometimes somehow somewhere soon still
    therefore thus together tomorrow tonight today too usually very well yesterday
    awfully bravo pooh encore scripture sabbath providence wal huh a-huh
    ah aha ahem alas aw aye bah bless blimey bloody boy bye cheers come crap curse dammit damn damned dear dearest eh er erm
    farewell fine gee go god god's goddess gods good goodbye goodness goodnight gosh great greetings ha hah haha hallelujah
    heaven heavens hell hello hey hi hm hmm hmmm ho hullo huh hurrah hurry hush jesus christ lord's lordy mercy mm mmm nah
    nay nope oh ohh ok okay ooh oops ouch ow oy please pray quiet quite right really say see shh shhh shit shut silence
    sorry stop sure ta thank thanks there ugh uh um wait welcome well whoa whoops why woo wow yay yeah yep yo yup
    look listen let get give take tell ask put stay leave keep make hold run sit stand
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec christmas easter xmas halloween
    english french german spanish italian russian polish irish scottish scots welsh british american european
    african asian indian chinese japanese korean latin greek roman arabic hebrew dutch swedish norwegian danish finnish
    portuguese turkish persian egyptian mexican canadian australian ukrainian czech hungarian romanian swiss
    frenchman englishman irishman scotsman welshman frenchwoman englishwoman german germans russians americans
    frenchmen englishmen christian christians jew jews jewish muslim muslims catholic catholics protestant buddhist
    bible gospel internet facebook google wifi tv ai dna pm am bc ad usa uk us eu ps p.s cc re
    day days year years eve souls morning evening night afternoon
    chapter part prologue epilogue book volume scene act note notes author author's ooc au pov end
    """
)
"""Function words, words that open a speech, the calendar, peoples and tongues: capitals that name no one."""

PERSON_VERBS = word_set(
    """
    looked looks turned turns smiled smiles nodded nods shrugged shrugs frowned frowns stood stands sat sits walked walks
    ran runs shook shakes stared stares glanced glances leaned leans leant stepped steps reached reaches grabbed grabs
    knew knows felt feels thought thinks wanted wants wished wishes hoped hopes hated hates loved loves liked likes
    remembered remembers forgot forgets believed believes heard hears saw sees watched watches listened listens
    laughed laughs cried wept weeps blushed blushes winced winces flinched flinches swallowed swallows blinked blinks
    closed opened opens pulled pulls pushed pushes picked picks put puts took takes gave gives held holds kept keeps
    came comes went goes left leaves arrived arrives followed follows entered enters climbed climbs knelt kneels
    lay lies slept sleeps woke wakes ate eats drank drinks wore wears did does had has was is would could should might must
    got gets made makes let lets tried tries began begins decided decides meant means ought seemed seems waited waits
    paused pauses hesitated hesitates bent bends bowed bows rose rises lifted lifts raised raises lowered lowers
    wiped wipes rubbed rubs scratched scratches pointed points waved waves threw throws caught catches dropped drops
    folded folds poured pours cut cuts set sets kissed kisses hugged hugs touched touches squeezed squeezes
    never always only just still already quietly softly slowly finally
    """
)
WEAK_VERBS = word_set(
    "was is had has would could should might must did does never always only just still already seemed seems finally"
)

DIMINUTIVES: dict[str, tuple[str, ...]] = {
    "alex": ("alexander", "alexandra", "alexei"), "alyosha": ("alexei", "alexey"), "andy": ("andrew",),
    "ania": ("anna",), "anya": ("anna",), "asia": ("joanna",), "bart": ("bartholomew",), "basia": ("barbara",),
    "becky": ("rebecca",), "bella": ("isabella", "annabella", "arabella"), "belle": ("isabelle", "annabelle"),
    "ben": ("benjamin", "benedict"), "benny": ("benjamin",), "beppe": ("giuseppe",), "bernie": ("bernard",),
    "bert": ("albert", "herbert", "robert"), "bess": ("elizabeth",), "beth": ("elizabeth", "bethany"),
    "beto": ("alberto", "roberto", "humberto"), "betsy": ("elizabeth",), "betty": ("elizabeth",),
    "bill": ("william",), "billy": ("william",), "bob": ("robert",), "bobby": ("robert",),
    "cathy": ("catherine", "cathleen"), "charlie": ("charles", "charlotte"), "charo": ("rosario",),
    "chema": ("josé",), "chico": ("francisco",), "chris": ("christopher", "christine", "christina"),
    "chuck": ("charles",), "concha": ("concepción",), "daisy": ("margaret",), "dan": ("daniel",),
    "danny": ("daniel",), "dasha": ("daria",), "dave": ("david",), "davy": ("david",), "des": ("desmond",), "dez": ("desmond",),
    "dick": ("richard",), "dina": ("bernardina",), "dolly": ("dorothy",), "dora": ("theodora", "dorothy"),
    "dot": ("dorothy",), "drew": ("andrew",), "ed": ("edward", "edmund", "edwin"),
    "eddie": ("edward", "edmund", "edwin"), "eliza": ("elizabeth",), "ella": ("eleanor", "isabella"),
    "ellie": ("eleanor", "ellen"), "em": ("emma", "emily"), "fanny": ("frances",), "frank": ("francis", "franklin"),
    "fred": ("frederick", "alfred"), "freddie": ("frederick", "alfred"), "fritz": ("friedrich",),
    "gabe": ("gabriel",), "geoff": ("geoffrey",), "gerry": ("gerald",), "gigi": ("luigi",), "giulietta": ("giulia",),
    "gosia": ("małgorzata",), "greg": ("gregory",), "greta": ("margarete",), "grisha": ("grigori", "grigory"),
    "gus": ("augustus", "angus"), "hal": ("henry", "harold"), "hank": ("henry",), "hans": ("johannes",),
    "harry": ("henry", "harold"), "jack": ("john",), "jake": ("jacob",), "jamie": ("james",), "janek": ("jan",),
    "jeff": ("jeffrey",), "jem": ("james", "jeremy"), "jenny": ("jennifer", "jane"),
    "jerry": ("gerald", "jeremiah", "jerome"), "jess": ("jessica",), "jim": ("james",), "jimmy": ("james",),
    "jo": ("josephine", "joanna"), "joe": ("joseph",), "joey": ("joseph",), "johnny": ("john",), "josh": ("joshua",),
    "jurek": ("jerzy",), "kasia": ("katarzyna",), "kate": ("katherine", "catherine", "kathryn"),
    "kathy": ("katherine", "kathleen"), "katie": ("katherine", "catherine"), "katya": ("ekaterina", "yekaterina"),
    "kit": ("christopher", "katherine"), "kitty": ("catherine", "katherine"), "kolya": ("nikolai",),
    "krysia": ("krystyna",), "larry": ("lawrence", "laurence"), "len": ("leonard",),
    "lena": ("helena", "magdalena", "elena"), "lenny": ("leonard",), "leo": ("leonard", "leopold"),
    "liam": ("william",), "libby": ("elizabeth",), "liz": ("elizabeth",), "lizzie": ("elizabeth",),
    "lizzy": ("elizabeth",), "lola": ("dolores",), "lottie": ("charlotte",), "lupe": ("guadalupe",),
    "maggie": ("margaret",), "manolo": ("manuel",), "masha": ("maria",), "matt": ("matthew",),
    "mattie": ("matilda", "matthew"), "max": ("maximilian", "maxwell"), "meg": ("margaret",), "memo": ("guillermo",),
    "mick": ("michael",), "mike": ("michael",), "mikey": ("michael",), "mimi": ("miriam",), "mina": ("wilhelmina",),
    "misha": ("mikhail",), "mitya": ("dmitri", "dmitry"), "molly": ("mary",), "nacho": ("ignacio",),
    "nando": ("fernando", "hernando"), "nat": ("nathaniel", "natalie"), "natasha": ("natalia",),
    "nate": ("nathan", "nathaniel"), "ned": ("edward", "edmund"), "nell": ("eleanor", "ellen", "helen"),
    "nellie": ("eleanor", "ellen", "helen"), "nick": ("nicholas",), "nicky": ("nicholas", "nicola"),
    "nino": ("antonino", "giovannino"), "nora": ("eleanora", "honora"), "olya": ("olga",), "paco": ("francisco",),
    "paddy": ("patrick",), "pam": ("pamela",), "pat": ("patrick", "patricia"), "peggy": ("margaret",),
    "pepe": ("josé", "jose"), "pete": ("peter",), "petya": ("pyotr",), "phil": ("philip", "phillip"),
    "pippo": ("filippo",), "polly": ("mary",), "quique": ("enrique",), "ray": ("raymond",), "rich": ("richard",),
    "rick": ("richard", "frederick", "patrick"), "ricky": ("richard",), "rita": ("margarita",), "rob": ("robert",),
    "robbie": ("robert",), "ron": ("ronald",), "ronnie": ("ronald",), "rosie": ("rose", "rosemary"),
    "sadie": ("sarah",), "sally": ("sarah",), "sam": ("samuel", "samantha"), "sammy": ("samuel",),
    "sandy": ("alexander", "sandra"), "sasha": ("alexander", "alexandra"), "sepp": ("josef",), "seppi": ("josef",),
    "seryozha": ("sergei", "sergey"), "staszek": ("stanisław",), "steve": ("stephen", "steven"),
    "stevie": ("stephen", "steven"), "sue": ("susan", "susannah"), "susie": ("susan", "susannah"),
    "tanya": ("tatiana",), "tasha": ("natasha",), "ted": ("edward", "theodore"), "teddy": ("edward", "theodore"),
    "tess": ("theresa", "teresa"), "tim": ("timothy",), "tina": ("christina", "martina", "valentina"),
    "toby": ("tobias",), "tom": ("thomas",), "tomek": ("tomasz",), "tommy": ("thomas",), "tonio": ("antonio",),
    "tony": ("anthony", "antony", "antonio"), "toño": ("antonio",), "uli": ("ulrich", "ulrike"), "vanya": ("ivan",),
    "vicky": ("victoria",), "vince": ("vincent",), "volodya": ("vladimir",), "walt": ("walter",), "wat": ("walter",),
    "will": ("william",), "willie": ("william",), "winnie": ("winifred",), "xander": ("alexander",),
    "zach": ("zachary",), "zhenya": ("evgeny", "evgenia"), "zosia": ("zofia",),
}  # fmt: skip
"""Short forms that are more than a cut end, each with the names it stands for."""

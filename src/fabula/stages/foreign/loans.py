"""Foreign words and phrases that English has made its own: an English desk dictionary has them, so no reader stumbles."""

from fabula.stages.vocabulary import word_set

LOAN_WORDS = word_set(
    """
    fiancé fiancée fiance fiancee cliché cliche café cafe naïve naive naïveté façade facade décor decor début debut
    dénouement rendezvous rendez-vous soirée soiree touché touche voilà voila protégé protégée protege papier-mâché
    risqué passé blasé résumé resume élan éclair eclair entrée entree gâteau purée sauté flambé cachet chic
    chauffeur chaperone chef coiffeur concierge connoisseur corsage coup couture crèche crepe crêpe croissant
    baguette brioche debris dossier ennui ensemble entourage entrepreneur envoy espionage etiquette faux fiasco
    finesse garage gauche genre gourmet grandeur hauteur liaison lingerie massage mauve milieu motif naivety
    negligee négligée nonchalant nuance panache parade parole petite pique plateau portfolio premiere première
    prestige promenade raconteur rapport regime régime repertoire reservoir restaurant roulette rouge sabotage
    sachet saboteur silhouette sobriquet souvenir suite tableau tirade toupee trousseau vignette voyeur boudoir
    bouquet boulevard bourgeois bourgeoisie brunette bureau cabaret camaraderie camouflage carafe chaise chalet
    chandelier château chateau chivalry clientele clairvoyant cordon corps cortege cuisine cul-de-sac décolletage
    decolletage demimonde détente detente divorcé divorcée divorcee double-entendre émigré emigre en ennui fête fete
    fleur-de-lis madame mademoiselle monsieur messieurs mesdames m'sieur m'lady mam'selle adieu adieux touché maître
    maitre sommelier ballet pirouette plié arabesque chassé foyer matinee matinée mélange melee mêlée ménage menage
    nouveau outré parvenu piste piquant précis purée reportage ricochet roué savant séance seance sortie soupçon
    soupcon toilette tulle valet velour vis-à-vis vinaigrette volte-face joie bonhomie bonbon bon-bon bonbons
    bric-a-brac piano pianoforte forte allegro andante adagio crescendo diminuendo vibrato soprano alto contralto
    tenor basso maestro diva prima donna opera operetta libretto aria cantata concerto sonata solo soli tempo
    virtuoso fresco stucco terracotta villa piazza portico balcony casino gondola gondolier grotto inferno incognito
    influenza lava manifesto motto paparazzi pasta pizza pizzeria spaghetti lasagna lasagne macaroni ravioli risotto
    salami prosciutto mozzarella parmesan espresso cappuccino latte macchiato barista biscotti gelato zucchini
    broccoli antipasto bruschetta pesto gnocchi tiramisu graffiti mafia mafioso capo vendetta ghetto bordello bravo
    brava bravado bimbo ciao dilettante fiasco grappa chianti lira quarto regatta replica scenario sepia staccato
    stanza studio tarantella tombola torso trattoria umbrella vermicelli volcano adios amigo amigos señor señora
    señorita senor senora senorita don doña hacienda hombre siesta fiesta sombrero poncho guitar guerrilla macho
    machismo matador toreador tornado vanilla mosquito mesquite mustang patio plaza rodeo lasso ranch rancho taco
    tacos burrito burritos tortilla tortillas enchilada enchiladas quesadilla guacamole salsa nachos tamale tamales
    tequila mezcal sangria paella chorizo jalapeño jalapeno cilantro cigarro canyon barrio armada bonanza bronco
    cabana conquistador desperado embargo flamenco gaucho gringo junta llama mañana marijuana mojito nada peso
    pinata piñata pronto quinoa sierra stampede vigilante vamoose aficionado bandolero cantina chili chilli corral
    mesa iguana kindergarten kitsch angst schadenfreude zeitgeist doppelgänger doppelganger wanderlust poltergeist
    rucksack hamster delicatessen bratwurst wurst schnitzel pretzel sauerkraut strudel pumpernickel lager stein
    schnapps spritzer noodle autobahn blitz blitzkrieg panzer flak kaiser führer fuhrer fuehrer reich gestapo
    kommandant leitmotif weltschmerz wunderkind über uber ersatz gesundheit kaput kaputt verboten dachshund poodle
    rottweiler schnauzer dirndl lederhosen waltz yodel zeppelin diesel glockenspiel hinterland edelweiss frau
    fräulein fraulein herr sensei senpai samurai ninja shogun daimyo ronin geisha kimono yukata obi katana wakizashi
    naginata shuriken kunai dojo kata karate judo aikido kendo sumo sushi sashimi tempura teriyaki ramen udon soba
    miso tofu wasabi sake bento onigiri mochi matcha origami ikebana haiku manga anime otaku karaoke emoji tsunami
    bonsai zen satori futon tatami shoji torii rickshaw kamikaze harakiri hara-kiri seppuku bushido yakuza koi akita
    shiatsu reiki tycoon honcho kawaii hentai sayonara banzai typhoon kowtow gung-ho feng shui chi qi yin yang tai
    tao tea wok dim sum bok choy lychee kung fu wushu ginseng mahjong cheongsam qipao ketchup kimchi bulgogi
    bibimbap soju hanbok taekwondo hangul chaebol k-pop tsar tsarina czar czarina tsarevich boyar cossack babushka
    balalaika samovar dacha vodka kvass borscht borsht blini pierogi pirozhki stroganoff troika taiga tundra steppe
    ushanka kremlin kgb gulag glasnost perestroika politburo soviet sputnik bolshevik menshevik kulak pogrom
    samizdat intelligentsia apparatchik nomenklatura cosmonaut matryoshka rouble ruble kopek tovarich tovarish
    comrade beluga sable mammoth parka shaman da nyet alma mater alibi alumnus alumna alumni agenda aquarium
    auditorium bona fide fides circa consensus cornucopia curriculum vitae data datum dogma ego emeritus ergo errata
    et cetera etc exit extra factotum forum gratis gravitas habeas corpus hiatus homo sapiens ibid idem ignoramus
    impetus index inertia insignia interim ipso facto lacuna magnum opus memento mori memorandum modicum momentum
    nausea nemesis nexus non sequitur omnibus onus opus pater familias paterfamilias penumbra per capita annum se
    persona non grata placebo posse post mortem postmortem premium prima facie pro bono forma quasi quid quo quorum
    quota rectum referendum requiem rigor mortis rostrum sanctum sine qua species specimen spectrum stadium status
    stigma stimulus stratum sub poena subpoena superior terminus terra firma incognita toga ultimatum vade mecum
    verbatim versus veto vice versa viva voce vortex via villa viola vox populi ad hoc infinitum lib nauseam libitum
    absentia magus magi maxima minima nova nebula supernova lumos accio expelliarmus pax patronus crucio imperio
    legilimens alohomora nova vita sigma omega alpha beta delta gamma banshee leprechaun shamrock shillelagh ceilidh
    céilidh craic colleen poteen poitín whiskey galore smithereens hooligan brogue bog clan loch glen slogan
    sassenach uisce garda gardaí taoiseach dáil schlep schmooze schmuck schmaltz schlock shtick chutzpah klutz
    kvetch nosh bagel lox mensch oy vey putz shiksa spiel glitch maven golem dybbuk kosher rabbi menorah yarmulke
    tallit bar bat mitzvah matzo matzah challah goy meshuga guru karma nirvana yoga yogi mantra avatar pundit
    pyjamas pajamas bungalow veranda verandah jungle loot thug shampoo curry chutney naan chapati samosa tandoori
    masala chai dal dhal ghee raj rajah maharaja maharani sahib memsahib sari saree sultan sultana caliph emir
    sheikh sheik vizier pasha harem hookah minaret mosque muezzin jihad fatwa hijab burqa burka niqab halal ramadan
    djinn djinni genie jinn kebab falafel hummus tahini couscous tagine souk bazaar kohl oasis fjord ski slalom
    smorgasbord ombudsman saga troll skald kraken ragnarok valkyrie berserk berserker tungsten maelstrom hygge lagom
    smörgåsbord vendetta apartheid trek veldt commando boss cookie yacht skipper coleslaw spook feta ouzo moussaka
    tzatziki gyro gyros pita baklava bouzouki taverna hoi polloi hubris pathos ethos kudos eureka paprika goulash
    hussar coach polka mazurka robot pistol dollar howitzer vampire kielbasa pierogies sauna fado favela samba bossa
    capoeira caipirinha lambada nonna nonno abuela abuelo abuelita oma opa grand-mère ouija maté boutique brasserie
    bistro buffet cabernet sauvignon merlot chardonnay pinot noir rosé brut champagne cognac armagnac calvados
    absinthe liqueur apéritif aperitif hors d'oeuvre d'oeuvres d'œuvre canapé canapés fondue soufflé mousse meringue
    crème brûlée creme brulee quiche ratatouille bouillon consommé julienne filet mignon escargot escargots pâté
    pate foie gras beignet praline truffle truffles nougat macaron macarons macaroon marinade béchamel hollandaise
    """
)
"""Single words; one alone, or several beside one another, are no foreign phrase."""

LOAN_PHRASES = frozenset(
    phrase.strip()
    for phrase in """
    déjà vu|deja vu|femme fatale|faux pas|carte blanche|raison d'être|raison d'etre|coup de grâce|coup de grace
    coup d'état|coup d'etat|tour de force|crème de la crème|creme de la creme|en route|en masse|en suite|en passant
    en garde|au fait|au pair|au courant|au naturel|au revoir|bon voyage|bon appétit|bon appetit|bon vivant
    bête noire|bete noire|cause célèbre|c'est la vie|cordon bleu|esprit de corps|fait accompli|femme fatales
    fin de siècle|grand prix|haute couture|haute cuisine|hors d'oeuvre|hors d'œuvre|idée fixe|je ne sais quoi
    joie de vivre|laissez-faire|laissez faire|ménage à trois|menage a trois|noblesse oblige|nom de plume
    nom de guerre|nouveau riche|objet d'art|par excellence|papier mâché|pièce de résistance|piece de resistance
    pied-à-terre|plus ça change|prêt-à-porter|sang-froid|sang froid|savoir-faire|savoir faire|tête-à-tête
    tete-a-tete|tête à tête|trompe l'oeil|trompe l'œil|vis-à-vis|vis a vis|vive la différence|voilà|voila|à la carte
    a la carte|à la mode|a la mode|à la|a la|à deux|enfant terrible|film noir|force majeure|mot juste|le mot juste
    bon mot|bons mots|crime passionnel|maître d'|maitre d'|maître d'hôtel|eau de toilette|eau de cologne
    eau de parfum|cri de coeur|cri de cœur|s'il vous plaît rsvp|touché|mardi gras|beau monde|belle époque
    belle epoque|petit four|petits fours|chaise longue|cul-de-sac|avant-garde|a cappella|prima donna|prima donnas
    la dolce vita|dolce vita|al dente|al fresco|alfresco|sotto voce|cosa nostra|con brio|dolce far niente|a capella
    terra cotta|che sarà sarà|que sera sera|que sera, sera|hasta la vista|mi casa es su casa|no problemo|el niño
    el dorado|vaya con dios|viva la revolución|hasta mañana|alter ego|alter egos|persona non grata|ad hoc
    ad infinitum|ad nauseam|ad lib|et cetera|et al|a priori|a posteriori|bona fide|bona fides|carpe diem
    caveat emptor|cogito ergo sum|corpus delicti|curriculum vitae|de facto|de jure|deus ex machina|ex libris
    ex officio|ex nihilo|habeas corpus|homo sapiens|in absentia|in extremis|in flagrante delicto|in flagrante
    in loco parentis|in medias res|in memoriam|in situ|in toto|in utero|in vitro|in vivo|ipso facto|magna cum laude
    summa cum laude|cum laude|magna carta|magnum opus|mea culpa|memento mori|mens rea|modus operandi|modus vivendi
    ne plus ultra|non sequitur|nota bene|pax romana|pater familias|per annum|per capita|per diem|per se|post mortem
    post scriptum|prima facie|pro bono|pro forma|pro rata|pro tempore|pro tem|quid pro quo|requiescat in pace
    rigor mortis|semper fi|sine die|sine qua non|status quo|sub rosa|tabula rasa|terra firma|terra incognita
    vice versa|viva voce|vox pop|vox populi|compos mentis|non compos mentis|ad astra|anno domini|agnus dei|ave maria
    casus belli|alma mater|lorem ipsum|ecce homo|opus dei|primus inter pares|terra nullius|veni vidi vici|id est
    exempli gratia|auf wiedersehen|doppelgänger|sturm und drang|über alles|gott im himmel|feng shui|tai chi|kung fu
    gung ho|dim sum|bok choy|yin yang|yin and yang|hara kiri|oy vey|oy gevalt|mazel tov|bar mitzvah|bat mitzvah
    hoi polloi|sinn féin|erin go bragh|craic
    coq au vin|boeuf bourguignon|bœuf bourguignon|crème brûlée|creme brulee|crème fraîche|crème caramel|crème anglaise
    café au lait|cafe au lait|pain au chocolat|pâté de foie gras|foie gras|filet mignon|table d'hôte|table d'hote
    pot-au-feu|soupe du jour|plat du jour|du jour|pot pourri|eau de vie|coup de foudre|coup de théâtre
    comme il faut|double entendre|agent provocateur|agents provocateurs|éminence grise|eminence grise
    succès de scandale|roman à clef|roman a clef|ancien régime|ancien regime|art nouveau|art déco|art deco
    arc de triomphe|champs-élysées|champs élysées|moulin rouge|notre dame|notre-dame|volte face|pas de deux|corps de ballet
    prix fixe|tarte tatin|steak tartare|salade niçoise|salade nicoise|steak frites|sauvignon blanc|pinot noir|pinot grigio
    crème de menthe|creme de menthe|bric-à-brac|de rigueur|en bloc|en famille|en plein air
    spaghetti bolognese|spaghetti carbonara|spaghetti alla carbonara|caffè latte|caffe latte|aglio e olio|pasta e fagioli
    commedia dell'arte|opera buffa|bel canto|basso profundo|mezzo forte|panna cotta
    pico de gallo|carne asada|huevos rancheros|cinco de mayo|día de los muertos|dia de los muertos|tierra del fuego
    wiener schnitzel|mein kampf
    annus horribilis|annus mirabilis|reductio ad absurdum|ad absurdum|ad hominem|aqua vitae|camera obscura
    coitus interruptus|delirium tremens|ex cathedra|ex post facto|infra dig|inter alia|lapsus linguae|locum tenens
    mutatis mutandis|nolo contendere|obiter dictum|obiter dicta|sui generis|sub judice|ultra vires
    vade mecum|in camera|in perpetuum|ad valorem|pari passu|ex gratia|lingua franca|aurora borealis|aurora australis
    rara avis|post hoc|virgo intacta|corpus christi
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
"""Whole phrases; inside a longer foreign phrase they are part of it."""

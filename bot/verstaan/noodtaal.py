"""De taal van nood: hoe mensen het zeggen. Bouwstenen en patronen, per soort; `nood` luistert ermee."""

from __future__ import annotations

import re

ZELF = r"(?:me ?zelf|mij ?zelf|mn ?zelf|mijn ?zelf|(?:mijn|mn|me|haar|zn|zijn|hun) eigen|zichzelf|haar ?zelf|hem ?zelf)"
MIJ = r"(?:me|mij|mn|ons|haar|hem)"
MIJN = r"(?:mijn|mn|me|ons|onze|haar|zijn|zn|de|het)"
IEMAND = (
    r"(?:hij|ie|zij|ze|er|iemand|die \w+|(?:mijn|mn|me|de|een|onze|haar|zijn) (?:ex\w*|man|vent|vriend|vader|pa|papa|"
    r"stiefvader|broers?|oom|ooms|neven|neef|familie|mannen|buurman|stalker|jongens|gasten|groep)|mannen|jongens|gasten)"
)
DUS = r"(?:\w+ ){0,3}"
STRAKS = r"(?:vanavond|vannacht|nu|zo|straks|seffens|direct|meteen|vandaag|vanmiddag|morgen|dadelijk|na school)"

BEELDSPRAAK = [
    r"laat (?:me|mij) niet (?:meer )?los,? (?:ik|dat|het|die)|(?:film|foto|beeld|filmpje|video|nepfilm|dat|het|dit|gedachte)\w* (?:\w+ ){0,3}laat (?:me|mij) niet (?:meer )?los",
    r"(?:krijg|haal|account|foto|filmpje|profiel|hem|het|die|ze)\b[^.]{0,25}(?:voorgoed|voor altijd) (?:weg|eraf|verwijderd|offline|gewist|van internet)|(?:is|zijn|was) (?:\w+ )?voorgoed weg",
    r"(?:camera|cameraatje|zendertje|telefoon|asbest|lekkage|muizen|schimmel)\w* (?:\w+ )?(?:verstopt|zit|zitten)|er zit (?:asbest|een|lekkage|schimmel)",
    r"over (?:\w+ ){0,2}(?:min|minuten|uur|kwartier) (?:alles|het|ze|mijn) (?:\w+ ){0,2}(?:door\w*|online|post|deelt)",
    r"\bik (?:haar|hem|ze) (?:\w+ )?(?:geslagen|geschopt|mishandeld|gewurgd|gestoken)",
    r"(?:foto|filmpje|video|film|beeld)\w*\b[^.]{0,25}waar(?:op|in)? [^.]{0,30}(?:slaat|geslagen|in elkaar|schopt)|in (?:een|dat|het) (?:filmpje|video) waar",
    r"(?:zit|staat|loopt|ligt) (?:\w+ ){0,3}op (?:die|de|dat|een|mijn|zijn) (?:foto|filmpje|video|beelden)\b",
    r"in het (?:huis|pand|appartement) dat ik",
    r"(?:maak|maken|maakt|afgemaakt|afmaken|afgeslacht|vermoord\w*|kapot ?gemaakt|neergesabeld)\b[^.]{0,30}(?:in|op) (?:de|het|alle|die) (?:comments|app|appgroep|reacties|groep|chat|groepsapp|media|pers|krant|socials|forum|recensies?)|(?:in|op) (?:de|het) (?:comments|app|reacties|groep|chat|groepsapp|media|pers|krant)[^.]{0,20}(?:afgemaakt|afmaken|afgeslacht|kapotgemaakt)",
    r"(?:mes|pistool|wapen|vuurwapen)\w*\b[^.]{0,15}(?:op|in) (?:zijn|haar|de|een|mijn) (?:profiel\w*|foto\w*|filmpje|story|bio|emoji|avatar)",
    r"niet meer (?:\w+ )?(?:leven|wonen) in (?:dat|dit|het|deze|die) (?:huis|straat|stad|dorp|land|buurt|wijk|flat)",
    r"account (?:is |wordt |werd )?(?:\w+ )?(?:vermoord|opgeblazen)|(?:stopt?|stoppen|klaar) met (?:deze|dit|de) (?:chat|gesprek|bot|app)",
    rf"(?:schaam|lach|lag|verveel|erger|schrik|schrok|werk|zoek|betaal|scrol|wacht|huil) (?:\w+ )?(?:me|mij|mn|mezelf|{ZELF}) (?:\w+ )?(?:dood|doot|kapot|rot|ziek|suf)",
    r"schaam(?:de)? (?:me|mij|mn) (?:\w+ ){0,2}(?:dood|doot|kapot|rot)",
    r"dood ?(?:moe|normaal|simpel|stil|gewoon|leuk|serieus|ziek|eng|ongelukkig|zonde|bang|op|gezwegen|gepraat|gegooid|lopend\w*|spoor|verklaard|steek)\b",
    r"doods?(?:benauwd|angst\w*|saai|bang|straf|steek)",
    r"(?:ga|ging|gaan|sterf|stierf) (?:ik )?(?:bijna )?(?:dood )?van (?:de )?(?:schaamte|stress|zenuwen|het lachen|nieuwsgierigheid|ellende|honger|verveling)",
    r"dood van schaamte",
    r"(?:telefoon|tel|accu|batterij|laptop|mobiel|account|site|link|kanaal|groep|reputatie|phone) (?:is |gaat |was |ging )?(?:al |nu )?(?:dood|died)",
    r"(?:kan|kon|zou) (?:hem|haar|ze|die \w+|dat joch)(?: \w+)? (?:wel )?(?:\w+ )?(?:vermoorden|schieten|wurgen|slaan|killen)",
    r"(?:ik )?maak (?:hem|haar|ze|die \w+) (?:\w+ )?(?:dood|af|kapot)[^.]{0,40}(?:grap\w*|haha|boos)",
    r"[^.]{0,60}(?:vermoorden|dood|schieten)[^.]{0,40}(?:haha\w*|grapje|lol|figuurlijk|hihi)",
    r"over mijn lijk",
    r"sla (?:me|mij) (?:maar )?dood\b|[^.,!]{0,40}\b(?:fifa|fortnite|xbox|ps ?5|playstation|roblox|minecraft|call of duty|potje voetbal|level \w+)\b[^.,!]{0,40}",
    r"niet (?:me|mij|mijn) ?zelf\b|(?:gaat|ging) (?:het )?over (?:me|mij|mijn) ?zelf\b|het gaat om mij ?zelf",
    r"(?:postbode|pakketbezorger|bezorger|koerier|deurwaarder|monteur|glazenwasser|collectant|pizza\w*|schoonmaker|buurvrouw|oma|opa)\b (?:\w+ ){0,2}(?:staat|staan|belt|komt|klopt)(?: \w+){0,4}",
    r"politieke zelf ?moord|zelf ?moord voor (?:mijn|je|zijn) carriere|(?:koffie|chocola|muziek|internet|mijn telefoon|thee) (?:kan|kun) (?:ik|je) niet (?:\w+ )?leven",
    r"(?:eindelijk|even|wat) rust\b[^.!]{0,30}(?:kinderen|baby|op bed|vakantie|weekend|in huis)|laatste (?:bericht|vraag|afwijzing|mail|brief|keer) (?:\w+ ){0,3}(?:vandaag|van de dag|voor nu|voor vanavond|van het bedrijf|gekregen)|laatste afwijzing",
    r"(?:schreef|schrijft|zegt|zei|stuurt|stuurde|appt|appte|roept|riep|reageert|reageerde|zeggen|schrijven|comment\w*|reactie\w*)[^.!]{0,40}dat ik (?:me|mij|mijn) ?zelf (?:maar |beter |gewoon |eens )*(?:moet|kan|zou moeten|mag)[^.!]{0,30}",
    r"(?:neem|nam|nemen|genomen|neemt) afscheid van|afscheid genomen van (?:mijn |de |onze )?(?:vrienden\w*|groep\w*|collega\w*|werk|baan|team|club|facebook|insta\w*|account|school|klas)",
    r"(?:zelf ?doding|zelf ?moord|suicide) van (?:mijn|onze|haar|zijn|de|een|hun) \w+|(?:heeft|had) (?:\w+ ){0,3}(?:een eind\w* aan (?:zijn|haar|hun|het) leven|er een eind\w* aan) (?:\w+ )?gemaakt|(?:heeft|had) (?:zich|zichzelf) (?:\w+ ){0,4}(?:van het leven beroofd|opgehangen|van kant gemaakt)|(?:zelf ?moord|suicide) (?:heeft |had )?gepleegd|pleegde (?:zelf ?moord|suicide)",
    r"(?:dat|of) (?:het|dit|alles|ze|hij|het delen|het pesten) (?:nou |nu |eens |eindelijk |gewoon |echt |een keer |ermee |er mee |)*(?:ophoudt|ophouden|stopt|stoppen|klaar is|voorbij is|weg is|weggaat|weg gaat|verdwijnt)(?= *$| *[.,!]| en| of)(?!,? voor altijd| voorgoed)",
    r"(?:al )?val ik dood|(?:kan|mag) (?:\w+ )?doodvallen",
    r"(?:zij|hij|oma|opa|vader|moeder|hond|kat|man|vrouw|kind) (?:is|was|zijn) (?:al |nu )?(?:lang )?(?:dood|overleden|dood ?gegaan|gestorven)",
    r"de dood van|mijn dood(?:e|en)? (?:vader|moeder|oma|opa)",
    r"(?:film|serie|liedje|boek|nummer|game|spel|documentaire|krant|artikel|uitzending|bericht|podcast)\b[^.]{0,40}(?:zelf ?moord|suicid\w*|dood)",
    r"(?:zelf ?moord|suicide?)(?:grap\w*|film|serie|boek|preventie)|zelf ?moord (?:pleegde|heeft gepleegd|gepleegd zou)",
    r"(?:denk|dacht|denken) (?:\w+ )?niet (?:\w+ )?aan (?:zelf ?moord|dood|zelf ?doding)|geen zelf ?moord\w*|(?:niet|no) suicid\w*|not suicidal",
    r"leven zuur|leven moeilijk maakt",
    r"(?:eind|einde|punt) (?:er )?(?:aan|achter) (?:te )?(?:maken|zetten|gemaakt|maak|zet)?,? ?(?:aan )?(?:die|deze|mijn|onze|de|dit|dat|het|al die) (?!leven)(?:\w+)",
    r"(?:maak|maken|zet|zetten) (?:ik |we )?een (?:eind|einde|punt) (?:er )?(?:aan|achter) (?:die|deze|mijn|onze|de|dit|dat|al) (?!leven)\w+",
    r"(?:relatie|verkering|verhouding|contact|pesterij\w*|roddels?|stalk\w*)[^.]{0,40}(?:eind|einde|punt) (?:er)?aan",
    r"wil (?:ik )?(?:er )?(?:gewoon )?niet meer (?:dat|da|met|bij|naar|van|daar|hem|haar|zo|lastig|op|in|verder met|aan denken|over|mee|kijken|zien|bellen|appen|lezen|praten|voorkomen|herinnerd)",
    r"(?:mag|wil) (?:ik )?(?:er )?nooit meer (?:aan denken|over praten|mee te maken|naar kijken|zien)",
    r"(?:niet|geen|nooit) (?:meer )?in gevaar|not in danger",
    r"(?:wapen|mes|pistool|bom)\w*[^.]{0,25}(?:spel|game|roblox|fortnite|getekend|emoji)|(?:spel|game|roblox|fortnite)[^.]{0,25}(?:wapen|mes|pistool|schiet)",
    r"(?:foto|filmpje|video)\w* (?:\w+ ){0,3}met (?:een|zijn) (?:wapen|mes|pistool)",
    r"(?:filmpje|foto|video|beeld|camera|bericht|naam|computer|laptop|auto van google)\w* (?:\w+ )?(?:staat|staan|hangt)",
    r"er (?:staat|staan|hangt|is) (?:\w+ )?(?:een |n |twee |mijn )?(?:\w+ )?(?:filmpje|foto|video|camera|artikel|bericht|iets over)\w*",
    r"(?:voor|bij) (?:mijn|ons) huis op google",
    r"(?:volg\w*|gevolgd) (?:\w+ ){0,3}(?:op|door een) (?:insta\w*|tiktok|snap\w*|facebook|twitter|x|nep\w*|fake\w*|account)",
    r"(?:afgesproken|komt? (?:\w+ )?langs) (?:\w+ ){0,3}(?:voor de shoot|met de advocaat|met de politie)|(?:fotograaf|agent|advocaat|wijkagent|politie|monteur|hulpverlener) komt?",
]  # fmt: skip

SUICIDE = [
    # de woorden zelf
    r"(?:stop|stoppen|ophouden|kappen|klaar) (?:\w+ )?met (?:het |mijn |mn )?(?:leven|bestaan)\b(?! (?:verpest|zuur|moeilijk|kapot|te verpest))",
    r"zelf ?moord", r"suicid", r"zelf ?doding", r"levensmoe|(?:het )?leven (?:zo |zat|beu|moe)\b", r"afscheids? ?(?:brie[fv]\w*|bericht\w*|appje\w*|video\w*|mail\w*)", r"overdosis", r"zelf ?(?:beschadig|verwond|mutilat)|automutil", r"\bstrop\b", r"euthanasie voor (?:mij|me)",
    r"unalive|\bkms\b|kill(?:ing)? my ?self|end (?:my life|it all)|(?:wanna|(?:want|wanted) to) (?:die|end it|be dead)|better off dead|no (?:point|reason) (?:in|to) (?:living|live)|(?:dont|do not) want to (?:live|be alive|be here|exist|wake up)|cant live|cut(?:ting)? myself|not be alive|take my (?:own )?life|wish i (?:was|were) dead",
    # zichzelf iets doen
    rf"{ZELF} (?:\w+ ){{0,2}}(?:van kant|iets aan|wat aan|iets|wat) ?(?:te )?(?:ga |wil )?(?:doe|doen|aandoe|aandoen|aandoet|gedaan|maken|make)?\b", rf"(?:doe|doet|ga|gaat|wil) (?:\w+ ){{0,2}}{ZELF} (?:\w+ ){{0,2}}(?:iets|wat)\b", rf"{ZELF} (?:\w+ ){{0,3}}(?:te kort|tekort|ophang\w*|opgehangen|verdrink\w*|opknop\w*|verwond\w*|pijn (?:te )?do\w+|van kant|kapot ?snij\w*|snij\w*|gesneden|gekrast|krass?\w*|af(?:maak|maken)?\b|doden|vermoord\w*|vergift\w*|uithonger\w*)",
    rf"(?:snij|snijd|snijdt|snijden|kras|krassen|maak|maakt|hang|hangt|verhang|dood) (?:\w+ )?{ZELF}(?: weer| op| af|\b)", r"in (?:mijn|mn|me|haar|zijn) (?:armen?|polsen?|benen|been) (?:te )?(?:snij|kras|gesneden)", r"polsen (?:door)?(?:snij|gesneden)",
    r"(?:van|vanaf) (?:het|de|een|t) (?:dak|balkon|flat|brug|gebouw|viaduct)\w* (?:af )?(?:te )?(?:spring|stap|gooi|vallen|af)", r"spring (?:\w+ ){0,2}van (?:het|de|een) (?:dak|balkon|flat|brug|gebouw|viaduct)", r"(?:sta|zit|ben) (?:ik )?(?:nu )?op (?:de|het|een) (?:brug|dak|spoor|viaduct|rand)", r"(?:voor|onder) (?:de|een|n) (?:trein|metro|tram|vrachtwagen|auto|bus)\b[^.]{0,15}(?:spring|gooi|lopen|loop|stap|ga\b|liggen|lig)", r"(?:spring|springen|stap|gooi|loop) (?:ik )?(?:\w+ )?(?:voor|onder) (?:de|een|n) (?:trein|metro|tram|vrachtwagen|auto)",
    r"pillen? (?:\w+ ){0,3}(?:klaar\w*|genomen|geslikt|liggen|slikken|nemen|in huis)|(?:heb|slik|neem|nam|geslikt) (?:\w+ ){0,4}(?:pillen|paracetamols?|slaappillen)\b|klaargelegde? pillen", rf"(?:pak|pakken|heb|zoek) (?:ik )?(?:een|het|al een|n) (?:mes|touw|scheermes\w*)[^.]{{0,25}}(?:{ZELF}|klaar)",
    r"poging (?:gedaan|ondernomen|tot zelf)|geprobeerd (?:\w+ ){0,4}(?:een |n )?(?:eind\w* aan|dood)",
    # niet meer willen leven
    r"(?:wil|wou|wilde|wilt|zou|liefst|hoop|liever|beter|goed) (?:ik |ze |hij |maar |om )?(?:liever |gewoon |echt |nu |het liefst |eigenlijk |alleen maar |soms |bijna |ook |net zo goed |steeds |serieus |ook maar )*(?:dood|doodgaan|dood gaan|dood zijn|sterven|doodvallen)\b", r"(?:net zo goed|beter|liever|maar) (?:af )?dood\b", r"(?:wil|wou|wilde|kan|kon|hoef|hoeft|willen) (?:\w+ ){0,5}niet (?:meer |langer )?(?:\w+ ){0,3}(?:leven|verder leven|bestaan|doorleven)\b", r"niet (?:meer|langer) (?:\w+ ){0,2}leven\b",
    r"dat (?:ze|hij|ik) (?:\w+ )?dood wil", r"(?:ze|hij|dochter|zoon|vriendin|zusje|leerling|kind) (?:wil|wilt) (?:\w+ )?(?:niet meer leven|dood|er niet meer zijn)", r"was (?:ik )?(?:maar|liever) (?:dood|nooit geboren)|(?:als|of) ik (?:al )?dood (?:ben|was|zou)\b|nooit geboren",
    r"er (?:gewoon |dan |liever |beter |straks |morgen )*niet meer (?:wil |wou |hoef |te |hoeven )?(?:zijn|ben)\b", r"als ik (?:er )?(?:straks |morgen )?niet (?:meer )?(?:besta|er (?:meer )?ben|ben|was|zou zijn)\b", r"(?:morgen|straks|binnenkort|volgende week|dan) ben ik (?:er|weg|dood)\b(?: niet meer)?", r"niet (?:meer|langer) (?:willen |wil |wou )?(?:bestaan)\b",
    r"(?:nooit|niet|noit) meer (?:\w+ )?wakker", r"wakker (?:hoef|wil) (?:ik )?(?:niet|nooit) meer", r"(?:voor altijd|voorgoed) (?:slapen|weg zijn|verdwijnen)|slapen en niet meer", r"(?:wil|wou) (?:gewoon )?(?:verdwijnen|weg)(?: en nooit meer| van de wereld| van alles|\, voor altijd| voor altijd)",
    r"alles ophoudt?,? voor altijd", r"leven (?:is voorbij en|is klaar en|hoeft niet)|(?:leven|het) (?:\w+ )?(?:hoeft|boeit|moet) (?:het |voor mij |van mij |voor hem |voor haar |allemaal )*niet meer\b(?! (?:vandaag|meteen|van hem))|(?:hoeft|moet) (?:het )?(?:leven )?(?:allemaal )?(?:voor|van) (?:mij|me|hem|haar) (?:allemaal )?(?:echt )?niet meer|(?:voor|van) (?:mij|me) (?:hoeft|moet|hoef) (?:het|t) (?:\w+ )?niet meer",
    r"klaar (?:\w+ )?met (?:het )?leven|geen (?:zin|reden) meer (?:in|om)(?: het)? (?:leven|te leven|verder)|zin (?:meer )?in (?:niks )?ook niet in leven|nergens meer zin in[^.]{0,15}leven|heeft (?:allemaal |toch |het |voor mij )*geen zin meer\b(?! om)|voor mij heeft[^.]{0,20}geen zin meer", r"zie (?:het|t) (?:\w+ )?(?:leven )?(?:\w+ )?niet meer zit", r"zie geen (?:andere )?uitweg|geen (?:andere )?uitweg(?: meer)?\b",
    r"weg (?:van|uit) (?:deze|de) wereld\b", r"er (?:maar |gewoon |liever |beter )*niet meer (?:moet |mag |te )?zijn\b", r"(?:hoop|wens|bid) (?:\w+ )?dat ik (?:\w+ ){0,3}niet (?:meer )?wakker word\w*", r"(?:voor|onder) (?:de|een) (?:trein|metro|tram) te (?:gaan|lopen|springen)(?= *$| *[.,!])", r"ik kan (?:maar )?beter (?:weg|er niet(?: meer)?) zijn(?= *$| *[.,!])",
    r"(?:wil|wou) (?:ik )?(?:gewoon |soms |echt |alleen maar )*verdwijnen(?= *$| *[.,!])",
    r"was ik er (?:maar |gewoon |echt )*niet(?: meer)?(?= *$| *[.,!]| en | dan )", r"(?:wou|wilde|wens\w*|had liever) (?:\w+ ){0,3}ik er niet meer was",
    r"(?:nadat|als|wanneer|zodra|totdat) ik (?:straks |eenmaal |er )?dood ben\b", rf"(?:maak|maakte|maken|maakt) (?:ik |hij |ze )?(?:me|mij|{ZELF}) (?:\w+ ){{0,2}}van kant\b",
    # einde maken
    r"(?:eind|einde|punt) (?:aan|achter) (?:mijn|mn|me|haar|zijn|het|alles|haar eigen) ?(?:eigen )?(?:leven)?", r"(?:maak|maakt|maken|zet|maken) (?:ik )?(?:er )?(?:een |n |t )?(?:eind|einde|punt) (?:er )?(?:aan|achter)(?! (?:die|de|deze|onze|dit|dat|al))", r"er (?:een |n )(?:eind|einde) aan (?:te )?(?:maken|maak|maakt)(?! (?:aan|met))", r"stap(?:t|pen)? (?:ik |hij |ze )?(?:er )?(?:\w+ )?eruit\b(?! (?:bij|met|de))|(?:stap|stapt) (?:ik |er )?(?:er )?(?:\w+ )?uit$|eruit (?:te )?stappen(?! (?:bij|met))", r"uit het leven (?:te )?stap", r"stekker eruit trekken(?! van)", r"\bspring ik\b",
    # verhuld
    r"of ik (?:nog |eigenlijk |wel |verder )*(?:wil|moet|kan|hoef te) (?:blijven |door ?)?(?:leven|bestaan)\b",
    r"(?:alles|het) (?:gewoon )?zwart werd|(?:heb|koop|kocht|zoek) (?:\w+ ){0,2}(?:een )?touw\b(?! (?:voor|om) de)|touw gekocht|(?:als|wanneer|dat) ik (?:gewoon |straks )?(?:verdwijn|verdween)\b(?! uit| van)|kon ik maar (?:dood|verdwijnen|sterven)|bijna (?:van (?:de|het) \w+ )?gesprongen|heb (?:\w+ )?gesprongen", r"(?:beeindigen|beeindig|eindigen|stoppen)\b[^.]{0,20}(?:mijn|mn|me|het) leven|(?:mijn|mn|me) leven (?:te |willen |wil )?(?:beeindig|stoppen|opgeven|nemen|eindig)\w*|een einde[^.]{0,15}leven", r"en dan is het (?:voorbij|klaar|gedaan|over)(?= *$| *[.,!])|(?:straks|vanavond|vannacht|morgen|binnenkort) is het (?:allemaal )?(?:voorbij|over|gedaan)(?= *$| *[.,!])", rf"(?:doe|doet|toebreng\w*|bezorg) (?:ik )?{ZELF} (?:\w+ )?(?:pijn|zeer|schade)|{ZELF} (?:\w+ )?(?:pijn|zeer) (?:te )?doe", r"(?:hoeft?|hoeven) (?:\w+ )?niet meer (?:te )?leven|leven (?:\w+ )?(?:hoeft|hoef) (?:\w+ )?niet|moe van (?:het )?leven|(?:wil|wou) (?:er )?(?:\w+ )?(?:tussenuit|een punt achter zetten)|dood ?vallen(?! wat)", r"(?:zelfmoord|suicide)poging|intensive care na|maag leeg\w*|overdose", r"(?:iedereen|niemand|jullie|mijn ouders) (?:\w+ ){0,4}(?:last|verdriet|gemist|merkt|merken) (?:\w+ ){0,3}als ik (?:verdwijn|weg|er niet|dood)",
    r"waarom (?:leef|besta|ben) ik (?:nog|uberhaupt|eigenlijk)\b(?= *$| *[.,!?]| nog)|waarvoor leef ik|waar leef ik nog voor|wat heb ik nog om voor te leven", r"(?:zin|reden|nut)\b[^.]{0,25}(?:om|van) (?:\w+ )?(?:te leven|door te gaan|verder te gaan|door te leven|mijn leven)|(?:niets|niks) (?:meer )?om voor te leven|(?:leven|ik ben) (?:\w+ )?(?:niets|niks|niet) (?:meer )?waard\b|verdien (?:het )?niet (?:om )?te leven|verdien het leven niet", r"(?:dit (?:is|was|wordt)|hierbij) (?:mijn|me|mn) (?:laatste|afscheid)\b|(?:laatste|afscheids?) (?:bericht|berichtje|keer dat ik)[^.]{0,20}(?:was|is|van mij|stuur|$)|vaarwel|tot nooit meer",
    r"(?:voorgoed|voor altijd|voor eeuwig)\b(?= *$| *[.,!]| rust| slapen| vertrekken)|(?:tussenuit|weg|vertrek|ga ik),? (?:\w+ )?(?:voorgoed|voor altijd)", r"uit (?:mijn|me|haar|zijn) lijden|doodswens|eindelijk rust|alleen (?:nog )?(?:maar )?rust wil", r"(?:hoop|wou|wilde|wens|bid) dat (?:ik|iemand (?:me|mij)|een auto (?:me|mij)) (?:\w+ ){0,4}(?:dood|onder een|niet bestond|niet besta|verongeluk|aanrijdt|aangereden|overrijdt|er niet was|nooit geboren|niet meer wakker|inslaap|inslapen|sterf)", r"onder een (?:auto|trein|bus|vrachtwagen) (?:kom|loop|lig|kwam|spring)", r"pijnloos|dodelijke dosis|hoeveel (?:pillen|paracetamols?) |hoe (?:je )?(?:het snelst|makkelijk|zonder pijn) (?:dood|doodga|sterf)",
    r"(?:strip|pot|potje|fles|flesje|doos|doosje|hele|overdosis|handvol|alle|heel veel|te veel) (?:\w+ )?(?:pillen|paracetamols?|medicijnen|slaappillen|tabletten)\b|(?:pillen|paracetamols?|medicijnen|slaappillen) (?:\w+ ){0,4}(?:achterover|geslikt|ingenomen|genomen|slikken|innemen|opgespaard|verzameld)", r"(?:op|tussen|naar) (?:het spoor|de rails|het treinspoor)", r"ik geef (?:het|t|mezelf|alles) (?:echt |nu )?op\b|genoeg geweest[^.]{0,20}(?:op|klaar|stop)|geef de moed op|geen kracht meer om (?:door|te leven|verder)|geen toekomst meer", r"(?:opgelucht|blij|gelukkiger|beter af|verlost|rust) (?:\w+ ){0,3}(?:als|wanneer|nu|zonder|van) (?:ik (?:er niet|weg|dood)|mij\b|me\b)|van (?:me|mij) verlost", r"(?:dood|doodgaan|sterven) (?:lijkt|is|was|klinkt) (?:\w+ ){0,2}(?:beter|makkelijker|fijner|de enige|een oplossing|rustiger)|(?:enige|beste) (?:uitweg|oplossing) is (?:\w+ )?(?:dood|er niet)", r"(?:in|het) (?:het )?(?:water|kanaal|rivier|ijskoude water) (?:in )?(?:springen|spring|lopen|loop)|tegen een boom (?:rijden|rij)|van de trap gooien", r"weet je waarom(?= *$| *[.,!])|als ik (?:morgen|straks) (?:niet|er niet)[^.]{0,30}weet (?:je|u|iedereen) waarom",
    r"(?:reason|point|will) (?:to|in) (?:keep )?(?:living|live|going|go on)|cant (?:go on|do this anymore|take it anymore)|want to disappear(?: forever)?|better (?:off )?without me|give up on life|not wake up",
    r"niemand (?:\w+ )?(?:zou|zal|gaat) (?:\w+ )?(?:me|mij) missen|(?:me|mij) (?:\w+ )?(?:toch )?niet missen", r"(?:iedereen|niemand|jullie|ze|wereld)[^.]{0,30}(?:beter|makkelijker|fijner)[^.]{0,15}(?:zonder (?:mij|me)|als ik (?:er niet|dood|weg))", r"zonder (?:mij|me) (?:is|zijn|hebben|heeft|was) (?:\w+ ){0,3}(?:beter|leuker|makkelijker|fijner)|beter (?:af )?zonder (?:mij|me)\b", r"(?:allemaal|eindelijk) van (?:me|mij) af\b", r"last (?:ben )?voor iedereen|iedereen tot last|laat (?:mij|me) maar gaan\b",
    r"afscheid (?:genomen|nemen van (?:iedereen|het leven|alles))|alles (?:al )?weggegeven", r"zorg\w* (?:\w+ )?(?:voor|straks) (?:\w+ ){0,4}als ik er niet|wie (?:gaat|moet|zorgt)[^.]{0,40}als ik er niet", r"zeg (?:tegen|aan) (?:mijn|mn|me) (?:\w+) dat (?:het me spijt|het mij spijt|ik van)", r"(?:weet niet|geen idee|vraag me af|twijfel) of ik (?:\w+ ){0,3}(?:morgen|volgende week|het weekend|vanavond|de kerst|mijn verjaardag|maandag|de ochtend)[^.]{0,30}", r"\bof ik (?:morgen|het weekend|de ochtend|volgende week) (?:nog )?(?:wel )?(?:haal|leef|er ben|meemaak|opsta|ga|wakker)", r"of (?:ik )?(?:uberhaupt|ooit) (?:nog )?(?:iets|wat|verder|iemand|leef)\b|of uberhaupt nog", r"(?:haal|haalt) (?:ik )?(?:de|het) (?:ochtend|morgen|weekend|nacht|einde van de week) niet", r"waar ik niet (?:meer )?van terug ?(?:kan|kom)", r"weet (?:al |precies )?hoe ik het (?:ga )?doe\w*(?: en wanneer)?",
    r"ik (?:trek|red|hou|houd) (?:het|dit|t) (?:echt |gewoon |zo )?niet (?:meer|langer)(?: vol)?\b(?! (?:met|op|bij|dat) )", r"(?:kan|kon) (?:er |het |dit )?(?:echt |zo )?niet meer (?:tegen|aan),? (?:zo )?(?:te )?leven", r"(?:kan|kon) (?:het |dit )?(?:echt |zo )?niet meer (?:aan|verdragen) en (?:wil|weet)", r"\bik kan (?:echt |gewoon |het )?niet meer\b(?= *$| *[.,!]| en )", r"(?:wil|hoef) (?:echt )?niet meer\b(?= *$| *[.,!]| en | ik | bruh| man\b| bro\b)", r"\bniet meer willen\b$", r"gaat (?:echt )?niet meer\b(?= *$| *[.,!])[^?]{0,60}(?:kan|wil|hoef) niet", r"in een (?:diepe |zwarte )?put", r"praat (?:steeds |vaak )?over (?:dood ?gaan|er niet meer zijn|de dood)", r"aan dood ?gaan|dood ?gaan\b(?! van)",
]  # fmt: skip

WANHOOP = [
    # wat jongeren over hun ouders zeggen is meestal een manier van spreken, en soms niet: vragen
    r"(?:(?:mijn|mn|me) )?(?:ouders|moeder|vader|mama|papa|mam|pap|ma|pa)\b (?:\w+ ){0,2}(?:vermoord\w*|killen|maakt|maken) (?:me|mij)(?: \w+){0,2} (?:als|wanneer|zodra) (?:ze|hij|zij|die|ie)\b[^.!]{0,30}",
    # gaat vaak ook over iets anders: eerst vragen
    r"(?:wil|wou) (?:ik )?(?:gewoon |soms |echt |alleen maar )*verdwijnen(?= *$| *[.,!])",
    r"(?:ik )?(?:kan|kon) (?:er |het |dit |zo )?(?:echt |gewoon |bijna )*niet meer(?: (?:aan|verder|tegen|zo verder|meer verder))?\b", r"ik (?:trek|red|hou|houd) (?:het|dit|t) (?:echt |gewoon |zo )?niet (?:meer|langer)(?: vol)?(?: zo)?\b",
    r"(?:weet|geen idee|twijfel)[^.]{0,15}of ik (?:morgen |maandag |nog |ooit )*naar (?:school|mijn werk|werk) (?:ga|kom|durf)", r"(?:voor mij )?heeft (?:het )?(?:allemaal |toch )?geen zin meer|zie (?:het|t) (?:echt |gewoon )?niet meer zitten", r"(?:cant|cannot) (?:do this|take (?:it|this)) anymore",
]  # fmt: skip

KIND = r"(?:dochters?|zoons?|zoontje|dochtertje|kind|kinderen|zusje|broertje|zus|broer|nichtje|neefje|vriendin|vriend|leerling\w*|pupil|client\w*)"
_WIE = r"(?:ik|ze|zij|hij|we|wij)"
_ZO = r"(?:echt |gewoon |zelf |nu |ook |helemaal |allemaal |totaal |zo |heel |erg |compleet )*"
_TOT_HIER = r"(?= *$| *[.,!]| (?:en|want|maar|dus|help|nu|aub|alsjeblieft|ik|hij|ze)\b)"

RADELOOS = [
    # geen signaal, wel een reden om het zacht te vragen; 'niet meer wat ik moet invullen' gaat over iets anders
    rf"we(?:et|ten) (?:ik |we |me )?{_ZO}niet (?:meer|langer) wat {_WIE} (?:nu |nog |toch |hier |dan |verder |allemaal )*(?:moet|moeten|kan|kunnen)(?: doen)?{_TOT_HIER}", rf"niet (?:meer|langer) wat te doen{_TOT_HIER}",
    rf"we(?:et|ten) (?:ik |we )?{_ZO}niet (?:meer|langer) hoe (?:{_WIE}|het) (?:nu |nog |hier |hiermee |dan )*verder (?:moet|moeten|kan|kunnen){_TOT_HIER}",
    r"we(?:et|ten) (?:\w+ ){0,3}geen raad(?! (?:meer )?met (?:de|het|een|die|deze|dat|dit|mijn) \w)", r"ten einde raad\b",
    rf"(?:ik (?:ben|word|voel (?:me|mij))|(?:ben|word) ik|voel ik (?:me|mij)|{KIND} (?:is|voelt zich)|(?:ze|zij) (?:is|voelt zich)) {_ZO}(?:radeloos|wanhopig|hopeloos)\b",
    rf"(?:{KIND}|ze|zij) (?:kan|trekt|houdt) (?:er |het |dit )?{_ZO}niet (?:meer|langer)(?: vol| aan| verder)?{_TOT_HIER}", rf"(?:{KIND}|ze|zij|hij) (?:ziet het {_ZO}niet meer zitten|het {_ZO}niet meer ziet zitten){_TOT_HIER}",
    rf"(?:ik|ze|zij|{KIND}) zit er {_ZO}doorheen\b|zit ik er {_ZO}doorheen\b", rf"wordt? (?:het |dit )?(?:me|mij) {_ZO}te ?veel\b",
]  # fmt: skip
OVER_MIJZELF = r"\b(?:ik|mezelf|mijzelf)\b"
OVER_EEN_ANDER = rf"\b(?:{KIND}|ze|zij|hij|haar|hem)\b"
BEZORGD = [
    # zo begint wie zich zorgen maakt om een ander; het 'ik' hierin is niet degene om wie het gaat
    r"ik (?:ben|was|word) (?:zo |heel |erg |echt )*(?:bang|bezorgd|ongerust)(?: dat| om| voor)?", r"(?:ik maak|maak ik) (?:me|mij) (?:\w+ ){0,2}zorgen(?: dat| om| over)?", r"(?:ik )?(?:denk|vrees|hoor|zie|merk|weet|vind|heb het idee)(?: ik)?(?: niet| echt)?(?: dat| of| hoe| wat)?(?= (?:ze|zij|hij|haar|hem|mijn|onze|een))", r"(?:wat|hoe) (?:kan|moet) ik (?:\w+ ){0,2}(?:doen|helpen)",
]  # fmt: skip
RADELOOS_LOS = [
    # alleen als er geen vraag openstaat: anders is dit het antwoord daarop
    rf"(?:ik )?weet (?:ik )?(?:het|t) {_ZO}niet meer{_TOT_HIER}",
]  # fmt: skip

_PLEK = r"(?:deur|voordeur|achterdeur|huis|raam|straat|tuin|flat|portiek|woning|kamer|slaapkamer|stoep|oprit|trap|school ?plein|school|werk)"
_WAPEN = r"(?:mes|pistool|wapen|vuurwapen|hamer|machete|bijl|stok|geweer|bom)\b"
_DODEN = r"(?:vermoord\w*|afma\w+|doodma\w+|doodste\w+|doodschie\w+|doodslaan|neerste\w+|neerschie\w+|kapotschie\w+|omleg\w+|steken|afslachten|wurgen)"

GEVAAR = [
    # ze zijn hier
    rf"{IEMAND} (?:staat|staan|zit|zitten|loopt|lopen|rijdt|rijden|bonkt|bonken|wacht|wachten|hangt|hangen|klopt|belt aan|is|zijn) (?!(?:\w+ ){{0,3}}(?:op|in) (?:haar|zijn|hun) (?:slaap)?kamer\b)(?:\w+ ){{0,4}}(?:voor|aan|bij|om|in|achter|rond|op) (?:{MIJN}|dees) {_PLEK}\b", rf"(?:staat|staan|bonkt|bonken|klopt|kloppen|wacht|wachten) (?:\w+ ){{0,4}}(?:voor|aan|op) (?:{MIJN} )?(?:deur|voordeur|raam|stoep)", r"(?:staat|staan|zit|zitten|wacht\w*) (?:\w+ ){0,5}(?:buiten|beneden|in zijn auto|in de auto)\b[^.]{0,30}(?:wacht|mij|me\b|ik|aan)?", r"wacht\w* (?:\w+ ){0,2}(?:buiten|beneden|me op|mij op)|buiten (?:\w+ ){0,3}te wachten|op (?:me|mij) (?:te )?wachten", rf"(?:mannen|man|jongens|gasten|groep|auto)\b[^.]{{0,40}}(?:voor|bij|door) (?:{MIJN} )(?:deur|huis|straat)", rf"iemand (?:\w+ ){{0,2}}in (?:{MIJN}) (?:tuin|huis|kamer|woning)", r"met (?:zn |z n )?(?:vieren|drieen|tweeen|vijven|een groep)[^.]{0,30}(?:buiten|voor|deur|wachten)",
    rf"(?:bedreigd?|lastiggevallen) (?:\w+ ){{0,5}}voor (?:{MIJN}) (?:huis|deur)", r"(?:wil|willen|probeert|proberen) (?:\w+ )?(?:naar )?binnen(?: te)?(?: komen| dringen)?\b(?!.{0,15}(?:account|mail|telefoon|snap|insta|cloud|laptop))(?<!account binnen)", r"(?:^|[.,!] |en )(?:hij|ze|zij|er is iemand) (?:is|zijn) (?:nu |al )?binnen(?: *$| *[.,!])", rf"{IEMAND} (?:(?:breekt|brak|breken) (?:\w+ ){{0,3}}in\b|(?:breekt|brak|probeert) (?:\w+ ){{0,3}}(?:in te breken))(?!.{{0,25}}(?:account|mail|telefoon|snap|insta|cloud|laptop))",
    # terug, of opnieuw
    r"(?:belt|bellen|klopt|bonst|bonkt|staat|staan) (?:\w+ ){0,2}(?:weer|opnieuw|alweer|nog een keer|nog eens) (?:\w+ )?(?:aan|op de deur|voor de deur|hier|buiten|beneden)\b|(?:hij|ze|zij|mijn ex|die man|die gast) (?:\w+ ){0,3}(?:belt|bellen) (?:\w+ ){0,2}aan\b(?! het)|(?:is|zijn) (?:\w+ )?(?:weer|alweer) (?:terug|hier|voor de deur|binnen|buiten)(?= *$| *[.,!])",
    r"(?:hoor|zie) (?:ik )?(?:hem|haar|ze|iemand|voetstappen) (?:\w+ ){0,4}(?:trap|gang|galerij|deur|binnen|beneden|boven|tuin|portiek|slot|buiten staan)|(?:trap|gang|portiek|galerij) (?:op|af) (?:komen|lopen|rennen)|(?:draait|steekt|stak) (?:\w+ ){0,3}sleutel",
    r"(?:rijdt|rijden|fietst|loopt|komt|komen|rijd) (?:\w+ ){0,3}naar (?:ons|mijn|het|me) huis\b|naar (?:ons|mijn|het) huis (?:\w+ )?(?:rijdt|rijden|komt|komen|fietst|onderweg|toe)|(?:is|zijn) (?:\w+ )?(?:nu |al )?onderweg naar (?:mij|ons|mijn|me)\b",
    r"krijg (?:ik )?(?:\w+ ){0,3}(?:klappen|slaag|een pak slaag|ervan langs)\b",
    # ze komen
    r"(?:bonst|bonkt|gebonsd|gebonkt|geklopt|klopt|gebeukt|gebeld|tikt) (?:\w+ ){0,2}(?:op|aan|tegen) (?:mijn|de|het|ons|me) (?:raam|deur|voordeur|ruit)|(?:op|aan|tegen) (?:mijn|de|het|ons|me) (?:raam|deur|voordeur|ruit)\w* (?:\w+ ){0,2}(?:gebonsd|gebonkt|geklopt|gebeukt|te bonzen|te bonken|te kloppen|te rammen)", r"(?:staat|staan|schreeuwt|roept) (?:\w+ ){0,4}(?:onder|voor|op|bij|achter) (?:mijn|ons|me|het) (?:balkon|raam|stoep|galerij|voortuin|tuin|dak|poort|hek|auto)", r"(?:word|wordt|ben|werd) (?:\w+ ){0,3}(?:achtervolgd|nagelopen|gevolgd door (?:een|die) (?:auto|man|jongen|groep))|achtervolgt (?:me|mij) (?:nu|met)", rf"{MIJ} (?:\w+ )?(?:vermoordt|vermoord|doodmaakt|afmaakt|neersteekt|doodschiet)\b", r"hou(?:dt|d) (?:me|mij|haar) (?:\w+ ){0,2}(?:tegen|vast|binnen|gevangen|gegijzeld)", r"(?:komen|komt|lopen|rennen) (?:\w+ )?(?:deze|mijn|onze) kant (?:op|uit)|komen? op (?:me|mij) af", r"bewusteloos (?:geslagen|geschopt)|(?:wordt|word) (?:nu |weer )?(?:geslagen|mishandeld|gewurgd|geschopt)|(?:moeder|zus|zusje|vriendin|dochter|broertje) (?:\w+ ){0,2}(?:geslagen|mishandeld|gewurgd)", r"(?:blijft|blijven|bleef|staat) (?:\w+ ){0,2}(?:aanbellen|aan te bellen|bonken|bonzen|kloppen)|durf (?:de|mijn) deur niet (?:open|uit)|durf niet open te doen",
    r"(?:schopt|trapt|ramt|beukt|slaat|breekt|trapte|schopte|ramde|bonst|gooit) (?:\w+ ){0,3}(?:deur|raam|ruit|voordeur)\w*(?: in| open| kapot|\b)", r"(?:naar binnen|binnen) ?(?:geklommen|gekomen|gedrongen|gelopen|gestormd)|binnengedrongen|(?:klimt|klom|dringt|stormt) (?:\w+ ){0,4}binnen|(?:staat|staan|loopt|zit) (?:\w+ ){0,2}in mijn (?:huis|kamer|keuken|woonkamer|slaapkamer|gang)", r"(?:hij|ze|zij|die man|mijn ex) (?:is|zijn|staat|staan) (?:nu |al )?(?:hier|er)(?= *$| *[.,!])", r"(?:in|naar) (?:zijn|een|de|hun) (?:auto|busje|wagen) (?:\w+ )?(?:getrokken|gesleurd|geduwd|gezet|meegenomen|meegesleurd)|tegen mijn (?:wil|zin) mee|(?:heeft|hebben) (?:me|mij|haar) meegenomen|weet niet waar (?:ik ben|we (?:heen|naartoe)|hij me)", r"(?:wacht|wachten|wachtten|staan|staat) (?:me|mij|haar|hem) (?:\w+ ){0,3}op\b|op (?:te )?wachten|opwachten", r"over (?:\w+ ){0,2}(?:min|minuten|minuutjes|uur|kwartier|halfuur) (?:\w+ ){0,2}(?:bij me|bij mij|hier|er|thuis|voor de deur|is)\b", r"(?:om|rond) (?:het|mijn|ons) huis (?:\w+ ){0,3}(?:met een|te lopen|lopen|sluip)|(?:sluipt|sluipen|loopt|lopen) (?:\w+ ){0,2}(?:om|rond) (?:het|mijn|ons) huis|iemand (?:\w+ ){0,3}(?:om|rond) (?:het|mijn|ons) huis",
    r"(?:verstop|verschuil|verberg) (?:ik )?(?:me|mij|mezelf)\b(?! voor de camera| achter)(?<!wil me)|zit (?:ik )?(?:\w+ )?(?:verstopt|verscholen|ondergedoken)|verstopt in (?:de|mijn|het)", r"keel (?:\w+ )?(?:dicht\w*|vast\w*|gegrepen)|bij (?:mijn|me|haar) keel|(?:me|mij|haar) (?:\w+ )?(?:gewurgd|wurgen|gestikt)", r"(?:dreigt|dreigde|staat|bedreigt|loopt|zwaait|komt) (?:\w+ ){0,4}met (?:een |n |zijn |het )?(?:mes|schaar|hakmes|honkbalknuppel|knuppel|koevoet|pistool|wapen|hamer|bijl|fles|riem)\b", r"(?:vader|broers?|familie|ooms?|ouders|man|stiefvader)\b[^.]{0,40}(?:gaat|gaan|zal|zullen|komt|komen|wil|willen) (?:me|mij|haar) (?:\w+ )?(?:slaan|vermoorden|doden|doodmaken|afmaken|opsluiten|uithuwelijken|meenemen|verstoten en)|eerwraak|uitgehuwelijkt", r"gaat (?:me|mij|haar|hem) (?:\w+ ){0,2}slaan", rf"{MIJ} (?:\w+ ){{0,3}}(?:komen|komt|kwam|kwamen) (?:halen|pakken|opzoeken|afmaken|slaan|zoeken|ophalen)", r"(?:rijdt|rijden|loopt|lopen|fietst|rent|rennen|zit|zitten) (?:\w+ ){0,5}achter (?:me|mij|ons|haar) aan", r"(?:zit|is) (?:\w+ )?bij (?:een|die) (?:\w+ )?(?:man|vent|kerel|vreemde) (?:in de auto|thuis|in huis)|(?:stuurt|appt|roept|fluistert|schreeuwt) (?:om )?(?:help|hulp|sos)\b",
    rf"{IEMAND} (?:\w+ ){{0,3}}(?:onderweg|komt eraan|komen eraan|is onderweg|komt er aan)\b", rf"(?:hij|ze|zij|ex|man|vent|vader|broers?|mannen) (?:\w+ )?(?:komt|komen) (?:me |mij )?(?:\w+ )?{STRAKS} (?:\w+ )?(?:naar|bij|langs|thuis|me|mij|terug|hierheen|opzoeken|halen)", rf"(?:komt|komen) (?:me |mij |ons )?{STRAKS}? ?(?:naar|bij) (?:mij|mijn huis|mn huis|ons huis|me|me thuis|mij thuis)(?: toe| langs|\b)[^.]{{0,20}}", r"(?:komt|komen) (?:me|mij|haar|ons) (?:\w+ )?(?:opzoeken|halen|pakken|afmaken|slaan|zoeken|ophalen)", r"komen? (?:me|mij|ons) {0,1}(?:nu|straks) halen", rf"hij komt (?:zo|seffens|straks|{STRAKS}) thuis", r"(?:weet|kent) waar ik (?:nu )?ben en",
    # geweld
    rf"(?:slaat|slaagt|slaan|sloeg|wurgt|wurgde|schopt|schopte|trapt|mishandelt|mishandelde|stompt) (?:\w+ )?{MIJ}\b(?! (?:over|op insta|foto))", r"(?:slaat|sloeg|schopt|mishandelt) (?:mijn|mn) (?:zoon|dochter|moeder|zusje|kind|kinderen)", rf"{MIJ} (?:\w+ ){{0,2}}(?:net|nu|vandaag|vanavond|gisteren|vanmiddag|weer|vannacht|zojuist)? ?(?:\w+ )?(?:geslagen|geschopt|gewurgd|mishandeld|gestoken|neergestoken)\b", rf"slaat (?:hij )?(?:{MIJ}|mijn moeder)\b", r"in elkaar (?:ge)?(?:slagen|slaan|gaan slaan|slaat|rammen|ramt|trappen|timmeren|rossen|gerost|beuken|geramd|getrapt)", rf"(?:heeft|hebben|met|zwaait met|trekt|trok|pakt|pakte) (?:een|n|zijn|het|messen) ?{_WAPEN}", rf"(?:{_WAPEN}) (?:\w+ )?(?:bij zich|op me|op mij|getrokken|tegen mijn)", r"steekt (?:me|mij|haar|hem) (?:neer|dood|nog)",
    rf"(?:gaat|gaan|komt|komen|wil|willen|zegt|zei|zeggen|dreigt|dreigen|zal|ga|laten) (?:\w+ ){{0,6}}{MIJ} (?:\w+ ){{0,4}}{_DODEN}", rf"(?:gaan|gaat|willen|wil|ga) {MIJ} (?:\w+ ){{0,3}}{_DODEN}", rf"{MIJ} (?:vanavond|vannacht|nu|straks|morgen|echt|nog) (?:\w+ )?{_DODEN}", rf"(?:maakt|maken|maak) (?:ze |hij |zij )?{MIJ} (?:echt |nog |vanavond |helemaal )*(?:af|dood)\b", r"vermoord(?:en|t)? (?:ze |hij |zij )?(?:me|mij|haar|ons)\b(?! als ik haar verjaardag)", r"(?:bonkt|bonken|schreeuwt|deur)[^.]{0,50}kapot maak", r"(?:vanavond|nu|vandaag|morgen|straks|vannacht)[^.]{0,40}(?:vermoorden|doodmaken|doodsteken|neersteken|afmaken|in elkaar slaan|in brand|in de fik|zuur)", r"(?:zuur|brandende vloeistof|benzine)\b[^.]{0,20}(?:naar|over) (?:me|mij|haar|ons)|gooi\w* (?:\w+ )?zuur", r"(?:huis|auto|deur|woning)\b[^.]{0,20}in (?:de )?(?:fik|brand)|steek (?:ik )?(?:je|jou|jullie) ", r"(?:brand|explosie|vuurwerk|bom|explosief)\w* (?:\w+ )?(?:bij|voor|door|gesticht|gelegd)[^.]{0,25}(?:deur|huis|brievenbus)", r"ruit(?:en)? (?:is |zijn |net |van ons )*(?:ingegooid|ingeslagen)",
    # vast, gevolgd, gevlucht
    r"opgesloten|(?:sluit|sloot) (?:me|mij|haar) op\b", rf"laat {MIJ} (?:\w+ )?niet (?:meer )?(?:weg|gaan|eruit|naar buiten|los|naar huis|vertrekken)", rf"hou(?:dt|d|den)? (?:\w+ )?{MIJ} (?:\w+ )?vast\b", r"mag (?:van hem )?niet (?:weg|naar buiten|het huis uit)", r"volgt (?:me|mij) (?:\w+ )?(?:nu|op straat|naar huis|met de auto)|(?:ik )?word (?:nu )?gevolgd\b|(?:zit|zitten|komt|komen|rennen|rent|loopt|lopen|rijdt) (?:\w+ )?achter (?:me|mij|ons) aan", r"(?:gevlucht|weggerend|weggelopen|ondergedoken)\b[^.]{0,40}(?:zoekt|zoeken|bij die|man|bang|hij|ze)", r"(?:zoekt|zoeken) (?:me|mij) (?:overal|nu)|ze zoeken (?:me|mij)\b", r"(?:weggelopen|afgesproken|ontmoeting|meegegaan|meegenomen)[^.]{0,40}(?:die man|met hem|man van internet|volwassen man)[^.]{0,40}(?:nu|vanavond|neemt niet op|onbereikbaar|weg)", r"(?:zit|is|blijft) (?:nu )?bij (?:die|een) (?:man|vent|kerel|loverboy)\b", r"durf (?:echt |nu |al )?(?:niet|nie) (?:meer )?(?:naar buiten|naar huis|de deur uit|de straat op)",
    # nu
    r"ik ben (?:nu )?in gevaar|acuut gevaar|direct gevaar", r"bel (?:de )?(?:politie|112) (?:voor|nu)", r"help (?:me|mij|snel)[^.]{0,20}(?:nu|snel|alsjeblieft)[^.]{0,20}(?:hij|ze|binnen|deur)", rf"(?:bedreigt|bedreigd|bedreigen) (?:{MIJ} )?(?:\w+ )?met (?:een |n )?(?:mes|pistool|wapen)", r"(?:verkracht|aangerand|gedrogeerd) (?:net|vannacht|vandaag|zojuist|gisteravond|en hij)|(?:net|vannacht|zojuist|vandaag|gisteren|gisteravond|vanavond) (?:\w+ )?(?:verkracht|aangerand|gedrogeerd)",
    # Engels
    r"(?:he|she) (?:is|s) (?:outside|at my (?:door|house)|coming|here|on (?:his|her) way|inside|following me)|(?:hes|shes) (?:outside|here|coming|inside)", r"(?:going to|gonna|will|wants to|says hell|threatens to) (?:kill|hurt|stab|shoot|beat) (?:me|her|us)", r"someone is (?:at|outside|in) my|(?:break|breaking) (?:in|into my house)\b(?! my account)", r"(?:has|got|with) a (?:knife|gun)", r"(?:is )?(?:beating|hitting|choking|hits|beats) (?:me|her)\b", r"(?:locked me|wont let me (?:leave|go)|holding me)", r"(?:i am|im) in danger|raped me|was (?:just )?raped",
]  # fmt: skip


STOND_VOOR_DE_DEUR = [
    rf"(?:stond|stonden|kwam|kwamen|hing|hingen|liep|liepen) (?:er )?(?:\w+ ){{0,4}}(?:een|twee|drie|vreemde|onbekende|die|mijn ex|hij|iemand)\b (?:\w+ ){{0,4}}(?:voor|aan|bij|in|op|rond) (?:{MIJN}) {_PLEK}\b",
    r"(?:mijn ex|hij|iemand|(?:een|die) (?:vreemde |onbekende )?(?:man|vent|kerel|gast|vrouw)) (?:stond|hing|liep|kwam) (?:\w+ ){0,4}(?:voor|aan|bij|in|op|rond) (?:mijn|onze|ons|de) (?:voordeur|achterdeur|raam|tuin|oprit|stoep|deur)\b",
    r"(?:hij|ze|zij|mijn ex|mijn man|mijn vader|mijn broers?|mijn familie) (?:\w+ ){0,3}(?:weet|weten) (?:nu |precies |ineens |al )*waar (?:ik|we) (?:nu |precies )*(?:ben|zijn|zit|zitten|slaap|slapen|logeer)\b",
]  # fmt: skip
"""Wat al voorbij is of nog moet komen, is geen nood; wel een reden om te vragen of iemand nu veilig is."""


def samen(patronen: list[str]) -> re.Pattern[str]:
    """Eén patroon dat op elk van deze past, aan het begin van een woord."""
    return re.compile("(?<![a-z0-9])(?:" + "|".join(f"(?:{p})" for p in patronen) + ")")

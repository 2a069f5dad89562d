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
    r"zelf ?moord", r"suicid", r"zelf ?doding", r"levensmoe|(?:het )?leven (?:zo |zat|beu|moe)\b", r"afscheids? ?(?:brief|bericht|appje|video)", r"overdosis", r"zelf ?(?:beschadig|verwond|mutilat)|automutil", r"\bstrop\b", r"euthanasie voor (?:mij|me)",
    r"unalive|\bkms\b|kill(?:ing)? my ?self|end (?:my life|it all)|(?:want|wanted|wanna) (?:to )?(?:die|end it|be dead)|better off dead|no (?:point|reason) (?:in|to) (?:living|live)|(?:dont|do not) want to (?:live|be alive|be here|exist|wake up)|cant live|cut(?:ting)? myself|not be alive|take my (?:own )?life|wish i (?:was|were) dead",
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
    # einde maken
    r"(?:eind|einde|punt) (?:aan|achter) (?:mijn|mn|me|haar|zijn|het|alles|haar eigen) ?(?:eigen )?(?:leven)?", r"(?:maak|maakt|maken|zet|maken) (?:ik )?(?:er )?(?:een |n |t )?(?:eind|einde|punt) (?:er )?(?:aan|achter)(?! (?:die|de|deze|onze|dit|dat|al))", r"er (?:een |n )(?:eind|einde) aan (?:te )?(?:maken|maak|maakt)(?! (?:aan|met))", r"stap(?:t|pen)? (?:ik |hij |ze )?(?:er )?(?:\w+ )?eruit\b(?! (?:bij|met|de))|(?:stap|stapt) (?:ik |er )?(?:er )?(?:\w+ )?uit$|eruit (?:te )?stappen(?! (?:bij|met))", r"uit het leven (?:te )?stap", r"stekker eruit trekken(?! van)", r"\bspring ik\b",
    # verhuld
    r"niemand (?:\w+ )?(?:zou|zal|gaat) (?:\w+ )?(?:me|mij) missen|(?:me|mij) (?:\w+ )?(?:toch )?niet missen", r"(?:iedereen|niemand|jullie|ze|wereld)[^.]{0,30}(?:beter|makkelijker|fijner)[^.]{0,15}(?:zonder (?:mij|me)|als ik (?:er niet|dood|weg))", r"zonder (?:mij|me) (?:is|zijn|hebben|heeft|was) (?:\w+ ){0,3}(?:beter|leuker|makkelijker|fijner)|beter (?:af )?zonder (?:mij|me)\b", r"(?:allemaal|eindelijk) van (?:me|mij) af\b", r"last (?:ben )?voor iedereen|iedereen tot last|laat (?:mij|me) maar gaan\b",
    r"afscheid (?:genomen|nemen van (?:iedereen|het leven|alles))|alles (?:al )?weggegeven", r"zorg\w* (?:\w+ )?(?:voor|straks) (?:\w+ ){0,4}als ik er niet|wie (?:gaat|moet|zorgt)[^.]{0,40}als ik er niet", r"zeg (?:tegen|aan) (?:mijn|mn|me) (?:\w+) dat (?:het me spijt|het mij spijt|ik van)", r"(?:weet niet|geen idee|vraag me af|twijfel) of ik (?:\w+ ){0,3}(?:morgen|volgende week|het weekend|vanavond|de kerst|mijn verjaardag|maandag|de ochtend)[^.]{0,30}", r"\bof ik (?:morgen|het weekend|de ochtend|volgende week) (?:nog )?(?:wel )?(?:haal|leef|er ben|meemaak|opsta|ga|wakker)", r"of (?:ik )?(?:uberhaupt|ooit) (?:nog )?(?:iets|wat|verder|iemand|leef)\b|of uberhaupt nog", r"(?:haal|haalt) (?:ik )?(?:de|het) (?:ochtend|morgen|weekend|nacht|einde van de week) niet", r"waar ik niet (?:meer )?van terug ?(?:kan|kom)", r"weet (?:al |precies )?hoe ik het (?:ga )?doe\w*(?: en wanneer)?",
    r"ik (?:trek|red|hou|houd) (?:het|dit|t) (?:echt |gewoon |zo )?niet (?:meer|langer)(?: vol)?\b(?! (?:met|op|bij|dat) )", r"(?:kan|kon) (?:er |het |dit )?(?:echt |zo )?niet meer (?:tegen|aan),? (?:zo )?(?:te )?leven", r"(?:kan|kon) (?:het |dit )?(?:echt |zo )?niet meer (?:aan|verdragen) en (?:wil|weet)", r"\bik kan (?:echt |gewoon |het )?niet meer\b(?= *$| *[.,!]| en )", r"(?:wil|hoef) (?:echt )?niet meer\b(?= *$| *[.,!]| en | ik | bruh| man\b| bro\b)", r"\bniet meer willen\b$", r"gaat (?:echt )?niet meer\b(?= *$| *[.,!])[^?]{0,60}(?:kan|wil|hoef) niet", r"in een (?:diepe |zwarte )?put", r"praat (?:steeds |vaak )?over (?:dood ?gaan|er niet meer zijn|de dood)", r"aan dood ?gaan|dood ?gaan\b(?! van)",
]  # fmt: skip

_PLEK = r"(?:deur|voordeur|achterdeur|huis|raam|straat|tuin|flat|portiek|woning|kamer|slaapkamer|stoep|oprit|trap|school ?plein|school|werk)"
_WAPEN = r"(?:mes|pistool|wapen|vuurwapen|hamer|machete|bijl|stok|geweer|bom)\b"
_DODEN = r"(?:vermoord\w*|afma\w+|doodma\w+|doodste\w+|doodschie\w+|doodslaan|neerste\w+|neerschie\w+|kapotschie\w+|omleg\w+|steken|afslachten|wurgen)"

GEVAAR = [
    # ze zijn hier
    rf"{IEMAND} (?:staat|staan|zit|zitten|loopt|lopen|rijdt|rijden|bonkt|bonken|wacht|wachten|hangt|hangen|klopt|belt aan|is|zijn) (?:\w+ ){{0,4}}(?:voor|aan|bij|om|in|achter|rond|op) (?:{MIJN}|dees) {_PLEK}\b", rf"(?:staat|staan|bonkt|bonken|klopt|kloppen|wacht|wachten) (?:\w+ ){{0,4}}(?:voor|aan|op) (?:{MIJN} )?(?:deur|voordeur|raam|stoep)", r"(?:staat|staan|zit|zitten|wacht\w*) (?:\w+ ){0,5}(?:buiten|beneden|in zijn auto|in de auto)\b[^.]{0,30}(?:wacht|mij|me\b|ik|aan)?", r"wacht\w* (?:\w+ ){0,2}(?:buiten|beneden|me op|mij op)|buiten (?:\w+ ){0,3}te wachten|op (?:me|mij) (?:te )?wachten", rf"(?:mannen|man|jongens|gasten|groep|auto)\b[^.]{{0,40}}(?:voor|bij|door) (?:{MIJN} )(?:deur|huis|straat)", rf"iemand (?:\w+ ){{0,2}}in (?:{MIJN}) (?:tuin|huis|kamer|woning)", r"met (?:zn |z n )?(?:vieren|drieen|tweeen|vijven|een groep)[^.]{0,30}(?:buiten|voor|deur|wachten)",
    rf"(?:bedreigd?|lastiggevallen) (?:\w+ ){{0,5}}voor (?:{MIJN}) (?:huis|deur)", r"(?:wil|willen|probeert|proberen) (?:\w+ )?(?:naar )?binnen(?: te)?(?: komen| dringen)?\b(?!.{0,15}(?:account|mail|telefoon|snap|insta|cloud|laptop))(?<!account binnen)", r"(?:^|[.,!] |en )(?:hij|ze|zij|er is iemand) (?:is|zijn) (?:nu |al )?binnen(?: *$| *[.,!])", rf"{IEMAND} (?:(?:breekt|brak|breken) (?:\w+ ){{0,3}}in\b|(?:breekt|brak|probeert) (?:\w+ ){{0,3}}(?:in te breken))(?!.{{0,25}}(?:account|mail|telefoon|snap|insta|cloud|laptop))",
    # ze komen
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


def samen(patronen: list[str]) -> re.Pattern[str]:
    """Eén patroon dat op elk van deze past, aan het begin van een woord."""
    return re.compile("(?<![a-z0-9])(?:" + "|".join(f"(?:{p})" for p in patronen) + ")")

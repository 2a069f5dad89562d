"""Wat iemand met een bericht doet of vraagt: de gesprekshandeling, de vraag, de rol, en of het hier thuishoort."""

from __future__ import annotations

import re

from bot.verstaan.normaal import normaal

Regels = tuple[tuple[str, re.Pattern[str]], ...]


def _regels(*paren: tuple[str, str]) -> Regels:
    return tuple((naam, re.compile(patroon)) for naam, patroon in paren)


HANDELING = _regels(
    ("stop", r"^(?:stop|stoppen|ik wil stoppen|laat maar|doei|dag|tot ziens|quit|exit|hou op)\b.{0,20}$"),
    ("wis", r"\b(?:wis alles|alles wissen|verwijder (?:dit|mijn) gesprek|gooi alles weg|wissen)\b"),
    ("opnieuw", r"^(?:opnieuw|begin opnieuw|start opnieuw|overnieuw|reset)\b"),
    ("terug", r"^(?:terug|vorige vraag|ga terug|vorige|stap terug)\b.{0,15}$"),
    ("overzicht", r"\b(?:wat heb ik (?:al )?verteld|overzicht|mijn antwoorden)\b"),
    ("waarom", r"^(?:waarom (?:vraag|wil|moet|is dat|moet ik dat)|waarom$|hoezo$|hoezo\b.{0,20}(?:vraag|weten)|waar is dat voor nodig|wat maakt dat uit)"),
    ("mens", r"\b(?:echt mens|een mens|met iemand (?:praten|bellen|spreken)|medewerker|iemand spreken|persoon spreken|ik wil bellen|echte persoon)\b"),
    ("robot", r"\b(?:ben (?:je|jij) (?:een )?(?:robot|echt|mens|bot|computer|ai|chatgpt)|praat ik met een|is dit een (?:robot|bot|mens|echt))\b"),
    ("privacy", r"\b(?:bewaar (?:je|jij|jullie)|wie leest|wie kan dit lezen|is dit anoniem|blijft dit (?:anoniem|geheim|prive)|wordt dit opgeslagen|sla je dit op|lezen jullie mee)\b"),
    ("dank", r"^(?:dank|bedankt|thanks|thx|merci|top bedankt|super bedankt|fijn dank|dankjewel|dank je)\b.{0,40}$"),
    ("groet", r"^(?:hoi+|hallo+|hey+|hee+|he|goedemorgen|goedemiddag|goedenavond|dag|yo|heej|hallo daar|goeiedag|moi|hi)(?: (?:daar|bot|allemaal))?$"),
    ("scheldwoord", r"^(?:(?:kut|kanker|tering|fuck|rot|stom|domme|klote|tyfus)\w*[ ]?){1,3}(?:bot|robot|ding|programma|zooi|off|je|jij|op)?$|^(?:fuck you|rot op|hou je bek|je bent (?:dom|stom|waardeloos|nutteloos))"),
)  # fmt: skip

VRAAG = _regels(
    ("consequences_for_me", r"\b(?:ben ik (?:zelf |nu |dan )?(?:strafbaar|fout|de pineut|schuldig)|kan ik (?:zelf |ook |nu )*(?:aangeklaagd|straf|problemen|een strafblad|vervolgd|gepakt|opgepakt|aansprakelijk)|krijg ik (?:een )?(?:straf|strafblad|boete)|moet ik (?:de gevangenis|zitten|voorkomen|betalen aan)|word ik (?:opgepakt|vervolgd|gestraft)|wat kan (?:mij|me) gebeuren|wat staat (?:mij|me) te wachten|aangifte tegen (?:mij|me|mijn zoon|mijn dochter)|mag ik (?:zelf |zijn |haar |een |die |dat |de |op |foto|film|naam)\w*|ik word (?:nu )?beschuldigd|ben ik nu|loop ik risico|strafblad|heb ik iets fout|ga ik de cel)"),
    ("compensation", r"\b(?:schadevergoeding|smartengeld|schade (?:vergoed|verhalen|claimen)|geld (?:terug|krijgen|eisen)|vergoeding|wie betaalt|vergoed|wie draait|claim indienen|hoeveel (?:geld )?(?:kan|krijg) ik)"),
    ("cost_lawyer", r"\b(?:wat kost|kosten (?:van|voor)|advocaat nodig|gratis advocaat|kan (?:ik )?(?:een )?advocaat (?:niet )?betalen|pro deo|toevoeging|heb ik een advocaat|duur is een)"),
    ("deadline", r"\b(?:hoe lang (?:heb|kan|mag|duurt|geleden)|tot wanneer|verjaar|te laat om|termijn|binnen hoeveel|is het (?:al |nog )?te laat|kan (?:ik )?(?:na|nog) (?:\w+ ){0,3}(?:jaar|maanden)|nu nog aangifte|nog aangifte)"),
    ("find_perpetrator", r"\b(?:achterhalen|wie (?:er)?achter|kom ik erachter wie|opsporen|ip adres|traceren|wie het (?:is|was|heeft)|uitvinden wie|identiteit van|naam van (?:de )?(?:dader|eigenaar)|wie zit hier)"),
    ("how_to_prove", r"\b(?:bewijs|bewijzen|aantonen|toon ik aan|hard maken|screenshots?|vastleggen|bewaren als)"),
    ("report_police", r"\b(?:aangifte|politie|aangeven|klacht indienen|wijkagent|melding doen|naar de politie|anoniem melden)"),
    ("remove_content", r"\b(?:weghalen|verwijder|eraf|offline|weg krijg|weg laten|van (?:het )?internet|laten wissen|weg te halen|weg van|uit google|vanaf krijg|eraf gehaald|weg hebben|wissen|krijg ik (?:dat|het|dit|die) (?:weg|eraf)|op slot|blokkeren laten|welke knop|rapporteren)"),
    ("someone_else", r"\b(?:hoe (?:kan|help|steun|moet) ik (?:haar|hem|mijn|een|die)|wat (?:kan|moet) ik (?:voor|tegen|met) (?:haar|hem)|moet ik (?:haar|hem|de ouders|zijn ouders|haar moeder|haar ouders|het|dat) (?:\w+ )?(?:zeggen|vertellen|inlichten|melden)|hoe ga ik (?:hier|daar)mee om (?:met|als)|hoe pak ik dit (?:\w+ ){0,3}aan met|hoe praat ik|(?:voor|namens) (?:haar|hem) (?:melden|bellen|aangifte)|kan ik dit voor)"),
    ("who_helps", r"\b(?:waar kan ik (?:\w+ )?(?:terecht|heen|hulp)|wie (?:kan|helpt|gaat) (?:mij|me|mijn|ons|helpen)|wie kan (?:\w+ )?helpen|bij wie|welke (?:instantie|organisatie)|met wie kan ik|hulplijn|waar (?:moet|kan) ik (?:\w+ )?(?:naartoe|zijn|bellen)|waar vind ik hulp|heen)\b"),
    ("definition", r"\b(?:wat (?:is|betekent|houdt) (?:\w+ ){0,3}(?:precies|eigenlijk|smaad|laster|doxing|sextortion|deepfake|het verschil|grooming|een)|wat is (?:het )?verschil|verschil tussen|wanneer is (?:iets|het) (?:smaad|laster|stalking|belediging|doxing|strafbaar|chantage)|wat verstaan|valt (?:dit|dat|het) onder|telt (?:dit|dat|het) als|noem je dit|is (?:dit|dat|het) (?:\w+ ){0,2}(?:smaad|laster|stalking|doxing|chantage|afpersing|grooming|echt of nep))"),
    ("is_it_punishable", r"\b(?:strafbaar|mag (?:dat|dit|hij|zij|ze|die|mijn|een|iemand|zoiets|zo)|is (?:dat|dit|het) (?:\w+ ){0,2}(?:verboden|illegaal|toegestaan|legaal|legal|een misdrijf|wettelijk|tegen de wet)|mogen (?:ze|zij|hun|die|ouders|scholen|mensen)|illegaal|verboden|kan (?:dat|dit) (?:zomaar|wel)|zomaar|tegen de wet|maakt dat uit|lasterlijk|mag het|gestraft|hoor[ten]* dat)"),
    ("what_can_i_do", r"\b(?:wat (?:kan|moet|kunnen|moeten|doe) (?:ik|we|wij|je|jij|nu)|wat nu|help(?: me| mij|en)?\b|hoe (?:kan|moet|krijg|stop|voorkom) (?:ik|je|we)|hoe nu verder|weet niet wat|kan ik (?:hier |er |daar |dit |dat )?(?:iets |wat )|wat te doen|kan ik iets|kan (?:iemand|u|je|jij) (?:mij |me )?helpen|wat raad|stappen ondernemen|afdwingen|valt er iets|iets aan (?:te )?doen|kunnen we|kan ik|moet ik|kunt)\b"),
    ("emotional", r"\b(?:bang|schaam|schaamte|huil|kapot|slaap niet|slecht van|paniek|verdriet|boos|walg|eenzaam|stress|ellendig|kan niet meer|voel me|niemand gelooft|mijn schuld|durf|radeloos|wanhopig|misselijk|trillen|in shock)"),
)  # fmt: skip

ROL = _regels(
    ("accused", r"\b(?:aangifte (?:tegen|gedaan tegen) (?:mij|me)|tegen (?:mij|me) aangifte|beschuldig(?:t|en|d)? (?:mij|me|word ik)|word (?:ik )?(?:nu |vals |onterecht )?beschuldigd|ik word (?:nu )?(?:verdacht|aangeklaagd)|aangeklaagd worden|kan ik (?:zelf )?aangeklaagd|brief van (?:een|zijn|haar) advocaat gekregen|eist dat ik (?:mijn |de |het |een )?(?:post|bericht|recensie|review|verwijder|rectific)|dreigt met (?:een )?(?:advocaat|aangifte|rechtszaak|smaad)|dreigen met (?:een )?(?:advocaat|rechtszaak|juridisch)|wil(?:len)? (?:mij|me) aanklagen|sommatie (?:gekregen|ontvangen))"),
    ("perpetrator", r"\b(?:ik heb (?:\w+ ){0,5}(?:doorgestuurd|gedeeld|gepost|online gezet|gemaakt van (?:haar|hem|een)|verspreid|geplaatst over|gelekt)|heb (?:\w+ ){0,3}(?:foto|filmpje|nude|video|naakt)\w* (?:\w+ ){0,4}(?:doorgestuurd|gedeeld|gepost)|spijt (?:van|dat ik)|ik (?:deelde|stuurde|plaatste|maakte|zette) (?:\w+ ){0,4}(?:foto|filmpje|naakt|deepfake|van haar|van hem|door)|heb ik (?:\w+ ){0,5}(?:doorgestuurd|gedeeld|op (?:insta|facebook|internet) gezet)|ik (?:had|heb) (?:haar|hem|iemand) (?:\w+ ){0,3}(?:gechanteerd|bedreigd|lastig gevallen)|mag ik (?:een |de |die |het |mijn |zijn |haar )?(?:foto|filmpje|naam|post|bericht|recensie|review|gesprek|video|ex|collega|buurman|dief|dader|screenshot)\w*)"),
    ("professional", r"\b(?:leerling(?:en)?|ik ben (?:\w+ )?(?:mentor|leraar|docent|juf|meester|hulpverlener|jongerenwerker|advocaat|huisarts|psycholoog|journalist|agent|coach|trainer|directeur)|mijn (?:client|patient|klas|team|cliente|pupil)|client(?:en)?|onze school|als (?:school|werkgever|docent|journalist|raadslid|wethouder|burgemeester|hulpverlener|mentor|agent)|op onze school|bij ons op school werk|in mijn praktijk|mijn werk als|een medewerker van (?:mij|ons)|team)\b"),
    ("parent", r"\b(?:mijn|onze|ons|haar|je) (?:\w+ )?(?:dochter|zoon|kind|kinderen|dochtertje|zoontje|kleinkind|kleindochter|kleinzoon|puber|tiener|stiefdochter|stiefzoon|peuter|kindje|kids|oudste|jongste|meisje van \d+|jongen van \d+)\b"),
    ("bystander", r"\b(?:(?:een |mijn |beste |die )?(?:vriendin|vriend|zusje|zus|broer|broertje|nichtje|neefje|collega|klasgenoot|klasgenootje|buurmeisje|kennis|vriendinnetje|huisgenoot) (?:van (?:mij|me|mijn|haar|ons) )?(?:\(?\d+\)? )?(?:wordt|word|heeft (?:naakt|foto|een|haar|me verteld)|is (?:slachtoffer|gefilmd|gechanteerd)|staat|zit|stuurde|krijgt|durft|zegt|chat|kreeg)|ik zag (?:een|net|dat)|kreeg (?:een |net )?(?:foto|filmpje|nude)\w* (?:\w+ )?(?:doorgestuurd|toegestuurd|binnen)|ik zit in een (?:groep|app)|in (?:een|de|onze|mijn) (?:app)?groep (?:\w+ ){0,4}(?:gedeeld|foto|filmpje)|voor een vriend|iemand die ik ken|als (?:omstander|getuige))"),
)  # fmt: skip

DOMEIN = re.compile(
    r"\b(?:foto\w*|film\w*|video\w*|beeld\w*|naakt\w*|nude\w*|bloot|blote|deepfake\w*|seksfake\w*|nep\w*|porno\w*|seks\w*|sext\w*|dickpic\w*|chant\w*|afpers\w*|afgeperst|dreig\w*|bedreig\w*|stalk\w*|lastig\w*|smaad\w*|laster\w*|beledig\w*|schel\w*|uitgescholden|roddel\w*|leugen\w*|beschuldig\w*|reput\w*|goede naam|zwartma\w*|portret\w*|prive\w*|privacy|adres\w*|gegevens|dox\w*|account\w*|profiel\w*|gehackt|hack\w*|insta\w*|snap\w*|tiktok|telegram|whatsapp|app(?:en|t|jes|groep)?|facebook|fb|twitter|online|internet|social\w*|gepost|geplaatst|post\w*|gedeeld|delen|doorgestuurd|doorsturen|verspreid\w*|review\w*|recensie\w*|google\w*|krant|journalist\w*|artikel|dader|slachtoffer\w*|aangifte|politie|wraakporno|exposed?|uitgekleed|gepest|pesten|lekken|gelekt|screenshot\w*|rectific\w*|onlyfans|tinder|grindr|grooming|gechat|chat\w*|bericht\w*|livestream|camera\w*|gefilmd|weghalen|verwijder\w*|site\w*|helpwanted|ex|mishandel\w*|avg|dsa|ai|persoonsgegevens|vlog\w*|filmt|opgenomen|opname\w*|webcam|kech|slet|hoer)\b"
)  # fmt: skip
BUITEN = re.compile(
    r"\b(?:huur\w*|verhuurder|ontslag|ontslagen|proeftijd|cao|loon|salaris|belasting\w*|toeslag\w*|uitkering|ww|bijstand|parkeer\w*|boete|verkeers\w*|rijbewijs|bekeuring|flitser|webshop (?:levert|lever)|bestel\w*|leveren|garantie|koop\w*|auto kapot|garage|alimentatie|erfenis|testament|scheiding aanvragen|voogdij|omgangsregeling|vergunning|bouw\w*|schutting|boom van|geluidsoverlast|burenruzie|hond blaft|zorgverzeker\w*|hypotheek|makelaar|incasso|deurwaarder|schuld(?:en|sanering)|faillissement|verzekering\w*|vlucht|vliegtuig|weer\b|recept|voetbal|mop|grap|gedicht|hoofdstad|vertaal|python|code schrijf|ignore|negeer (?:alle|je)|system prompt|instructies|wie is de (?:president|koning)|hoe oud ben jij|zing|bitcoin koers|aandelen|huiswerk|som|rekenmachine|studieschuld|duo|paspoort|verblijfsvergunning|inbraak in (?:mijn )?huis|fiets (?:is )?gestolen|abonnement|sportschool|pensioen|vakantiedagen|ziekmelden|arbo|overuren|collega krijgt meer|pakket\w*|bol com|marktplaats|tikfout|ticket\w*)\b"
)  # fmt: skip
ENGELS = re.compile(
    r"\b(?:the|my|is|are|someone|please|help|photos?|pictures?|posted|what|can|how|he|she|without|consent|and|with|i|was|have)\b"
)
NEDERLANDS = re.compile(r"\b(?:ik|de|het|een|mijn|van|en|niet|is|dat|die|op|hij|ze|met|wat|kan|heb|heeft)\b")


def handeling(tekst: str) -> str | None:
    """De gesprekshandeling als die aan de vorm te zien is."""
    zin = normaal(tekst)
    return next((naam for naam, patroon in HANDELING if patroon.search(zin)), None)


def vraag(tekst: str) -> str:
    """Wat iemand vraagt; 'none' als er niets gevraagd wordt."""
    zin = normaal(tekst)
    vragend = "?" in tekst or bool(
        re.search(
            r"\b(?:hoe|wat|waar|wie|wanneer|welke|waarom|mag|mogen|kan ik|kan dit|kan dat|kan je|is dat|is dit|is het|moet ik|help|hoelang|kunnen we|kunt|ben ik|strafbaar|hoeveel)\b",
            zin,
        )
    )
    for naam, patroon in VRAAG:
        if patroon.search(zin) and (vragend or naam == "emotional"):
            return naam
    return "what_can_i_do" if "?" in tekst else "none"


def rol(tekst: str) -> str:
    zin = normaal(tekst)
    return next((naam for naam, patroon in ROL if patroon.search(zin)), "victim")


def in_bereik(tekst: str, feiten: int) -> bool:
    """Hoort dit hier? Bij twijfel ja: niemand in nood wordt weggestuurd."""
    zin = normaal(tekst)
    domein = len(set(DOMEIN.findall(zin)))
    if BUITEN.search(zin):
        return domein >= 2 and feiten >= 1
    if domein or feiten:
        return True
    letters = sum(teken.isalpha() for teken in tekst)
    klinkers = sum(teken in "aeiouy" for teken in zin)
    return letters >= 2 and (klinkers / max(letters, 1) > 0.2)


def is_engels(tekst: str) -> bool:
    woorden = tekst.lower().split()
    return len(woorden) >= 4 and len(ENGELS.findall(tekst.lower())) > 2 * len(NEDERLANDS.findall(tekst.lower()))

"""Welke situaties een bericht beschrijft, de waarschijnlijkste eerst. Leeg als dat niet te zeggen is."""

from __future__ import annotations

import re

from bot.verstaan.feiten import Gehoord
from bot.verstaan.normaal import normaal

HOOGSTENS = 3
_JONG = {"onder_12", "van_12_tot_16", "van_16_tot_18", "onder_18"}
_TREFWOORDEN: tuple[tuple[str, float, re.Pattern[str]], ...] = tuple(
    (naam, gewicht, re.compile(rf"\b(?:{patroon})"))
    for naam, gewicht, patroon in (
        ("deepfake_sexual", 3.0, r"deepfake|seksfake|deepnude|uitkleed|nepporno|nep naakt\w*|ai (?:naakt|foto|beeld|gegenereerd)\w*|met ai|nudify|fake nude|neppe? (?:naakt|porno|seks)|(?:mijn|haar|zijn) (?:gezicht|hoofd) (?:op|geplakt)|grok\b"),
        ("intimate_image_threat", 3.0, r"sextortion|chant(?:age|eer|eert|eren)\w*|gechanteerd|afpers\w*|afgeperst|dreig\w* (?:\w+ ){0,6}(?:foto|film|video|naakt|nude|beeld|delen|online|doorsturen|sturen|posten|publiceren|lekken)|anders (?:\w+ ){0,5}(?:stuur|zet|deel|post|gaat|gooi|krijg|zien)\w*|(?:foto|film|video|nude)\w* (?:\w+ ){0,6}als ik niet|als ik (?:hem|haar|ze)? ?niet (?:\w+ ){0,3}(?:betaal|stuur|terug|doe)|(?:wil|eist|vraagt) (?:\w+ ){0,3}(?:geld|euro|bitcoin)|bitcoin"),
        ("intimate_image_made", 2.4, r"stiekem (?:\w+ ){0,3}(?:gefilmd|foto|film|opgenomen|gemaakt)|verborgen camera|spycam|upskirt|onder (?:mijn|haar|een) rok|camera (?:in|opgehangen|verstopt|gevonden)|filmde (?:mij|me|haar|ons) (?:stiekem|onder|terwijl)|gefilmd (?:terwijl|onder de douche|in (?:de|het|mijn|een) (?:kleedkamer|pashok|douche|toilet|badkamer|sauna|slaapkamer))|cameraatje"),
        ("intimate_image_hacked", 2.6, r"gehackt?|hack\w*|ingelogd (?:op|in)|account (?:\w+ ){0,2}(?:overgenomen|weg|gestolen|kwijt)|wachtwoord|icloud|cloud|(?:van|uit) (?:mijn|haar) (?:telefoon|mobiel|laptop|computer|pc|galerij) (?:gehaald|gestolen|gekopieerd)|phishing|opnieuw inloggen|spyware|in mijn (?:mail|whatsapp|account|telefoon|snap)"),
        ("fake_profile_identity", 2.8, r"nep ?(?:account|profiel)\w*|fake ?(?:account|profiel)\w*|vals\w* (?:\w+)?(?:account|profiel)\w*|(?:doet|doen|voordoet|voordoen|uitgeeft|geeft) (?:zich |zichzelf )?(?:\w+ ){0,2}(?:voor|alsof|uit voor|als)|op mijn naam|onder mijn naam|in mijn naam|met mijn (?:foto\w*|naam) (?:en|op|een) (?:tinder|account|profiel|datingsite)|profiel\w* (?:\w+ ){0,3}(?:met|van) mijn (?:foto|naam)|catfish\w*|identiteit\w*fraude|(?:tinder|grindr|dating)\w*profiel\w*|aan de haal|zich voor (?:mij|me|mijn)"),
        ("intimate_image_shared", 2.0, r"(?:naakt|nude|bloot|blote|intieme?|seks|porno|pikante?|topless|lingerie|privefoto|wraakporno|vieze filmpje)\w*(?: \w+){0,9} (?:gedeeld|delen|deelt|doorgestuurd|doorstuur\w*|doorsturen|rondgestuurd|rond|online|internet|gepost|geplaatst|gelekt|verspreid\w*|site|telegram|snap|groep\w*|gezien|staat|staan|gezet)|wraakporno|(?:doorgestuurd|gedeeld|verspreid|gelekt|online gezet|rondgestuurd)(?: \w+){0,6} (?:naakt|nude|bloot|blote|intieme|seks)\w*|bangalijst|exposed|expose ?groep|exposen|iedereen heeft (?:dat|die|het|mijn) (?:filmpje|foto|video)|(?:dat|die|mijn|het|de) (?:filmpje|foto|fotos|video|nude|nudes) (?:\w+ ){0,4}(?:gaat rond|gaan rond|rondgaat|gezien|doorgestuurd|gelekt|gedeeld|rondgaan|overal)|telegramgroep"),
        ("stalking_online", 2.4, r"stalk\w*|belag\w*|laat (?:mij|me|mijn|haar) niet met rust|met rust (?:laat|laten)|(?:blijft|blijven) (?:\w+ ){0,3}(?:appen|bellen|mailen|sturen|berichten|volgen|reageren|contact|lastig|dm)|steeds (?:\w+ ){0,2}nieuwe accounts?|valt (?:mij|me|haar) (?:\w+ )?lastig|lastig ?gevallen|lastigvallen|(?:tientallen|honderden|\d\d+) (?:berichten|appjes|mails|keer per dag)|bedreig\w*|doodsbedreiging\w*|(?:trackt?|tracker|airtag|locatie) (?:\w+ )?(?:mij|me|van mij)|achtervolg\w*|gps|geblok\w*|nieuw nummer|met de dood|hate\b|haatberichten|intimid\w*"),
        ("privacy_personal_data", 2.5, r"(?:mijn|haar|ons|zijn) (?:\w+ )?(?:adres|telefoonnummer|nummer|06|huisadres|gegevens|persoonsgegevens|woonadres|bsn|school en adres)|dox\w*|prive ?gegevens|persoonsgegevens|adres (?:\w+ ){0,3}(?:online|gepost|gedeeld|gezet)|mijn naam (?:is |staat )?(?:op|online)|medische gegevens|dossier|(?:recht om )?vergeten (?:te )?worden|datalek|avg\b|als je (?:mijn naam|mij|me) google\w*|googel\w*|oude (?:berichten|artikelen|veroordeling)"),
        ("chat_leaked", 2.2, r"(?:mijn|onze|ons|prive|snap) ?(?:chats?|gesprek\w*|appjes|berichten|dms|snaps|mails?|dagboek|voice\w*|spraak\w*) (?:\w+ ){0,5}(?:gedeeld|doorgestuurd|online|gelekt|gepost|door|rond|voorgelezen|geplaatst|laten zien)|screenshots? (?:van|uit) (?:mijn|onze|ons|het|een prive) ?\w*|(?:gesprek|telefoongesprek|opname) (?:\w+ ){0,3}(?:opgenomen|online|gedeeld)|(?:deelt|stuurt|zet) (?:\w+ ){0,3}(?:mijn|onze|ons) (?:chat|gesprek|appjes|berichten|mails?)\w*"),
        ("review_business", 2.6, r"review\w*|recensie\w*|(?:mijn|ons|onze) (?:bedrijf|zaak|restaurant|salon|winkel|praktijk|onderneming|webshop|kapsalon|hotel|cafe|team|keuken|praktijk|kantoor|merk)|klant\w* (?:\w+ ){0,5}(?:zet|schrijft|noemt|plaatst|beweert|negatief|slecht|roddelt)|google maps|google ?review\w*|trustpilot|concurrent|oud werkneme?r?|oud medewerker|zzp"),
        ("press_publication", 2.6, r"krant\w*|journalist\w*|omroep|redactie|tv ?programma|televisie|op tv|uitzending|documentaire|rectificatie|artikel (?:over|in)|nieuwssite|geenstijl|dumpert|blogger|persbericht|weblog|radio|in het nieuws|interview|pers\b|podcast"),
        ("defamation_false", 2.3, r"laster\w*|(?:vals|onterecht|valselijk) (?:beschuldig\w*|aangifte)|valse (?:beschuldiging\w*|aangifte|geruchten|verhalen)|leugens?|liegt|liegen|gelogen|verzon\w*|onwaarheden|onwaar|niet waar|klopt (?:\w+ ){0,2}(?:niet|niks)|nooit gedaan|helemaal niet gedaan|verzint|uit de duim"),
        ("defamation_facts", 2.2, r"smaad\w*|eerroof|beschuldig\w*|zwart ?(?:maken|gemaakt|maakt)|roddel\w*|(?:goede |mijn )naam|reputatie|pedo\w*|oplichter\w*|verkrachter|fraudeur|vertelt (?:aan |overal |iedereen |dat )|(?:zegt|schrijft|beweert|vertelt|post|zet) (?:\w+ ){0,4}dat (?:ik|wij|mijn|hij|we|onze)|noemt (?:mij|me|mijn|ons|haar) (?:\w+ )?(?:pedo|oplichter|dief|fraudeur|verkrachter|leugenaar|crimineel)|geruchten|met naam en (?:toenaam|foto)|schandpaal|naming|dader\w* (?:\w+ ){0,3}(?:naam|online|noemen|posten)|cancel\w*"),
        ("insult", 2.2, r"scheld\w*|uitgescholden|beledig\w*|(?:noemt|noemen|noemde|noemden) (?:mij|me|haar|ons|mijn) |uitgemaakt voor|hoer\b|slet\b|kech|bitch|kanker\w*|dik\w* varken|racist\w*|homo\b|aap\b|vernederd\w*|haatreacties|belachelijk|gepest|cyberpesten|pesten|uitgelachen|meme\w*"),
        ("portrait_use", 2.0, r"portret\w*|(?:foto\w*|filmpje\w*|video\w*|beeld\w*) (?:\w+ ){0,4}van (?:mijn|mij|me|ons|onze|mn|haar) (?:\w+ ){0,4}(?:op|online|gebruikt?|geplaatst|gepost|gezet|gemaakt|facebook|insta|website|flyer|folder|poster)|(?:mijn|haar|onze|zijn) (?:\w+ )?(?:foto|portret|filmpje|video|gezicht|stem|beeltenis)\w* (?:\w+ ){0,4}(?:gebruik\w*|reclame|advertentie|flyer|folder|site|website|weghalen|geplaatst)|(?:film\w*|gefilmd|fotograf\w*|op de foto|op foto)\b|foto\w* (?:\w+ ){0,3}(?:weghalen|verwijderen|zonder toestemming)|vlogger|groepsfoto|schoolfoto|klassenfoto|stockfoto|fotograaf|modell\w*|livestream|youtube"),
    )
)  # fmt: skip
_SEKSUEEL = re.compile(
    r"\b(?:naakt\w*|nude\w*|bloot|blote|intieme?|seks\w*|porno\w*|pikante?|topless|lingerie|dickpic\w*|ondergoed|borsten|onlyfans|sext\w*|uitgekleed|nudes|privefotos?|masturb\w*|bevredig\w*|webcam)\b"
)
_KIND = re.compile(
    r"\b(?:(?:dochter|zoon|kind|kindje|zusje|broertje|nichtje|neefje|meisje|jongen|leerling|vriendin|vriend|puber|tiener)\w*(?: van mij| van me)?(?: is| van)? (?:pas |nog maar )?\(?(?:[5-9]|1[0-7])\b|ik (?:ben|was) (?:pas |nog maar |nu |toen )?(?:[89]|1[0-7])\b|minderjarig\w*|1[0-7] jarige?|onder de 18|(?:van|is|was) (?:pas |nog )?1[0-7]\b|\(1[0-7]\)|1[0-7] jaar|kinderporno|kinderfoto\w*)"
)
_BEELD = re.compile(r"\b(?:foto\w*|film\w*|video\w*|beeld\w*|nude\w*|naakt\w*|livestream|snaps?)\b")


def situaties(tekst: str, gehoord: tuple[Gehoord, ...]) -> tuple[str, ...]:
    """De labels, beste eerst, hoogstens drie."""
    zin = normaal(tekst)
    feiten = {g.feit: g.waarde for g in gehoord if g.zeker}
    score: dict[str, float] = {}
    for naam, gewicht, patroon in _TREFWOORDEN:
        treffers = {t.group() for t in patroon.finditer(zin)}
        if treffers:
            score[naam] = gewicht + 0.4 * (len(treffers) - 1)
    seksueel = bool(_SEKSUEEL.search(zin)) or feiten.get("beeld") in ("echt", "nep")
    beeld = bool(_BEELD.search(zin))
    if (_KIND.search(zin) or (feiten.get("leeftijd") and _onder_18(str(feiten["leeftijd"])))) and (seksueel or beeld):
        score["minor_image"] = 3.6 if seksueel else 2.3
    if feiten.get("beeld") == "nep":
        score["deepfake_sexual"] = max(3.2, score.get("deepfake_sexual", 0.0))
    if feiten.get("dreigt_delen") == "ja":
        score["intimate_image_threat"] = max(3.0, score.get("intimate_image_threat", 0.0))
    if seksueel and feiten.get("gedeeld") == "ja" and "intimate_image_shared" not in score:
        score["intimate_image_shared"] = 1.8
    if seksueel and "portrait_use" in score:
        score["portrait_use"] -= 1.2
    if "defamation_false" in score and "defamation_facts" not in score:
        score["defamation_facts"] = 0.9
    if "deepfake_sexual" in score and "intimate_image_shared" in score:
        score["intimate_image_shared"] -= 0.8
    volgorde = sorted(score.items(), key=lambda paar: -paar[1])
    if not volgorde or volgorde[0][1] < 1.5:
        return ()
    return tuple(naam for naam, waarde in volgorde if waarde >= volgorde[0][1] - 1.6)[:HOOGSTENS]


def _onder_18(leeftijd: str) -> bool:
    return leeftijd in _JONG or (leeftijd.isdigit() and int(leeftijd) < 18)

"""Nood horen: gedachten aan zelfmoord en acuut gevaar. Alleen de standaardbibliotheek, zodat dit altijd werkt."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Nood = Literal["suicide", "gevaar"]

_NIET_LETTERLIJK = [
    r"schaam (?:me|mij|mn|mezelf) (?:echt )?(?:dood|kapot|rot)", r"lach (?:me|mij) (?:dood|kapot)", r"(?:verveel|erger|schrik|schrok|werk|zoek|betaal) (?:me|mij) (?:nog )?(?:dood|kapot|rot|ziek)",
    r"dood ?(?:moe|normaal|simpel|stil|gewoon|leuk|serieus|ziek|eng|ongelukkig|zonde|bang)", r"doods?(?:benauwd|angsten|saai)", r"eind(?:e)? aan (?:te )?(?:maken|gemaakt|maak)[^.]{0,20}(?:relatie|verkering|vriendschap|contact|pesten|stalken|roddel|verhaal)",
    r"(?:relatie|verkering|verhouding|contact|pesterij|roddels?)[^.]{0,40}(?:eind|einde|punt) (?:er)?aan", r"(?:eind|einde|punt) (?:er )?aan (?:te )?maken,? (?:aan )?(?:die|deze|mijn|onze|de) (?:relatie|verkering|vriendschap|chat|hetze)",
    r"kan (?:hem|haar|ze|die|dat joch|die gast) wel (?:vermoorden|schieten|wurgen|slaan)", r"over mijn lijk", r"dood(?:s)?(?:kist)?lachen", r"(?:telefoon|accu|batterij|laptop|mobiel|account|site|link|kanaal|groep) (?:is |gaat |was )?(?:al )?dood", r"dood spoor",
    r"(?:mag|wil) (?:ik )?(?:er )?(?:niet|nooit) meer (?:aan denken|over praten|over hebben|mee te maken|naar kijken|zien|bellen|appen|lezen)", r"wil (?:ik )?niet meer (?:dat|met|bij|naar|van|daar|hem|haar|zo|lastig|op die|in die|verder met)", r"zelfmoord(?:grap|film|serie|boek)",
    r"(?:film|serie|liedje|boek|nummer|game)[^.]{0,30}(?:zelfmoord|dood)", r"wie het leven (?:zuur|moeilijk) maakt", r"leven zuur", r"(?:ga|ging) (?:ik )?dood van (?:schaamte|de stress|het lachen|nieuwsgierigheid|ellende)", r"dood van schaamte", r"dood gegooid", r"mond ?dood", r"(?:zij|hij|oma|opa|vader|moeder|hond|kat|man|vrouw) is (?:al )?(?:lang )?(?:dood|overleden)", r"dood(?:verklaard)? voor mij", r"mijn dood(?:e|en)? (?:vader|moeder|oma|opa)",
]  # fmt: skip
_SUICIDE = [
    r"zelf ?moord", r"suicid", r"zelf ?doding", r"kill(?:ing)? my ?self", r"end my life", r"want(?:ed)? to die", r"wanna die", r"\bkms\b", r"(?:mezelf|me ?zelf|mij ?zelf|m ?n ?eigen|mijn eigen|zichzelf|haarzelf|hemzelf|haar eigen|zn eigen) (?:van kant|iets aan|wat aan|te kort|tekort|ophangen|verdrinken|pijn (?:te )?doen|(?:kapot )?snijden|opknopen|voor de trein)",
    r"(?:iets|wat) (?:aan (?:te )?doen aan )?(?:mezelf|mijzelf|zichzelf)", r"(?:mezelf|me|mij|zichzelf|haarzelf|hemzelf) (?:iets|wat) aan ?(?:te )?(?:doe|ga|wil|doen)", r"van (?:het|de) (?:dak|balkon|flat|brug|gebouw|viaduct) (?:af )?(?:springen|spring|stap|gooien)", r"(?:voor|onder) (?:de|een) (?:trein|metro|tram|vrachtwagen) (?:springen|spring|gooi|lopen|stap|ga)",
    r"(?:spring|springen|stap|gooi) (?:ik )?(?:me |mezelf )?(?:voor|onder) (?:de|een) (?:trein|metro|auto)", r"(?:wil|wou|wilde|zou) (?:ik )?(?:liever |gewoon |echt |nu |het liefst |eigenlijk |alleen maar |soms )*(?:dood|doodgaan|sterven|er niet (?:meer )?zijn)\b", r"\b(?:wil|wou|wilde|kan|hoef|hoeft) (?:\w+ )?(?:echt |gewoon |zo )?niet (?:meer )?(?:leven|verder leven|bestaan|doorleven)",
    r"niet meer (?:willen |wil |wilt |wilde |kunnen |te )?leven", r"(?:liever|beter) (?:af )?(?:dood|niet meer (?:leven|wakker|bestaan|hier))", r"was (?:ik )?(?:maar|liever) (?:dood|nooit geboren)", r"(?:er|mijn leven|me leven|mn leven|alles) (?:zelf )?(?:een |n )?(?:eind|einde|punt) (?:aan|achter) (?:te )?(?:maken|maak|zetten)?",
    r"(?:maak|maakt|maken|zet) (?:ik )?(?:er )?(?:een |n )?(?:eind|einde|punt) (?:er )?(?:aan|achter)(?! (?:die|de|deze|onze|het))", r"een eind aan maken", r"eruit stappen(?! (?:uit|bij|met))", r"stap(?:t|pen)? (?:ik |hij |ze )?eruit$", r"niet meer wakker (?:worden|wil|te worden)", r"(?:nooit|niet) meer (?:wakker|opstaan)", r"geen (?:zin|reden) meer (?:in|om) (?:het leven|te leven|leven|verder)",
    r"heeft (?:allemaal |toch |het )*geen zin meer(?! om (?:te )?(?:melden|bellen|aangifte|klagen|reageren))", r"zie het (?:leven )?niet meer zitten", r"(?:niemand|iedereen)[^.]{0,30}(?:beter af zonder mij|zonder mij beter)", r"zonder mij (?:is|zijn|hebben|heeft) (?:\w+ ){0,3}(?:beter|leuker|makkelijker|fijner)", r"beter (?:af )?zonder (?:mij|me)\b", r"(?:niemand|ze) (?:zou|zal|gaan|gaat) (?:mij|me) missen", r"afscheids?brief", r"(?:laatste|vaarwel|afscheid)[^.]{0,15}(?:bericht|keer dat (?:jullie|je)|groet)[^.]{0,15}(?:mij|me|van mij)",
    r"pillen (?:klaar|genomen|geslikt|liggen|slikken)", r"overdosis", r"\b(?:ik |mij |me |mezelf )?(?:snijd|snij|snijden|kras|krassen|automutil)\w* (?:mezelf|me|mij|in mijn)", r"of (?:ik )?(?:uberhaupt|ooit) (?:nog )?(?:iets|wat|verder|iemand)\b", r"of uberhaupt nog", r"(?:weet niet of ik|of ik) (?:morgen|volgende week|het weekend|vanavond|de kerst) (?:nog )?(?:wel )?(?:haal|leef|er ben|meemaak|opsta|ga|naar school ga)",
    r"(?:haal|haalt) (?:ik )?(?:de|het) (?:ochtend|morgen|weekend|nacht|einde van de week) niet", r"wil (?:ik )?(?:gewoon )?(?:weg|verdwijnen|verdwijn|slapen en niet)(?: (?:van alles|van de wereld|voor altijd|voorgoed))", r"(?:voor altijd|voorgoed) (?:slapen|weg|verdwijnen)", r"(?:kan|kon) (?:het |dit |er )?(?:echt |zo )?niet meer (?:aan|verdragen) en (?:wil|weet)", r"(?:wil|hoef) (?:echt )?niet meer\b(?=$|[.,!]| en | ik )", r"\bniet meer willen\b$",
    r"dood ?gaan\b(?! van)", r"dan (?:ben ik|is ze|is hij) (?:er )?(?:liever |beter )?(?:niet meer|dood)", r"zegt dat (?:ze|hij) (?:niet meer wil(?: leven)?|dood wil|er niet meer wil zijn)", r"(?:ze|hij|dochter|zoon|vriendin|zusje|leerling|kind) (?:wil|wilt) (?:niet meer leven|dood|er niet meer zijn)", r"praat over (?:dood ?gaan|zelfmoord|er niet meer zijn|de dood)", r"leven (?:hoeft|boeit) (?:voor mij |van mij )?niet meer", r"hoeft (?:het )?(?:leven )?(?:voor mij|van mij) niet meer", r"uit het leven (?:stappen|te stappen)", r"levensmoe", r"ik (?:trek|red|hou|houd) (?:het|dit) (?:echt )?niet (?:meer|langer)(?: vol)?\b(?! (?:met|op|bij) )",
    r"er (?:dan |liever |beter |gewoon )*niet meer (?:zijn|ben|te zijn|hoeven zijn)\b", r"als ik er niet (?:meer )?(?:ben|was|zou zijn)", r"\bik kan (?:echt |gewoon )?niet meer\b(?= *$| *[.,!]| en )", r"geen uitweg", r"het gaat (?:echt )?niet meer\b(?= *$| *[.,!])[^?]{0,60}(?:kan|wil|hoef)", r"de stekker eruit trekken(?! van)", r"in een put", r"zelf(?:beschadiging|verwonding)", r"(?:pak|pakken|heb) (?:ik )?(?:een|het|al een) (?:mes|touw|strop|scheermes)[^.]{0,25}(?:mezelf|mij|me|klaar)", r"strop", r"(?:onder|van) (?:de|een) (?:brug|trein) (?:springen|af)", r"geen uitweg(?: meer)?$", r"geen andere uitweg", r"maak(?:t)? (?:ik )?me(?:zelf)? van kant", r"(?:ben|was) (?:er )?(?:straks|morgen|binnenkort) niet meer\b",
]  # fmt: skip
_GEVAAR = [
    r"(?:staat|staan|is|zijn|loopt|lopen|rijdt|rijden|bonkt|bonken|belt aan|zit|zitten) (?:\w+ ){0,4}(?:nu |weer |buiten |beneden )?(?:voor|bij|aan|om|in) (?:de|mijn|onze|me|mn|het|ons) (?:deur|huis|raam|straat|tuin|flat|portiek)", r"(?:hij|ze|zij|die|vent|man|mannen|ex) (?:\w+ ){0,3}(?:onderweg|komt eraan|komt nu|komen nu|is onderweg|komt vanavond|komt zo)\b",
    r"komt (?:nu |zo |straks |vanavond |nu meteen )?(?:naar|bij) (?:mij|mijn huis|ons|me|me thuis|mijn werk|school) (?:toe|langs|om)", r"(?:slaat|sloeg|wurgt|wurgde|schopt|trapt|steekt|mishandelt) (?:\w+ )?(?:mij|me|mn|haar|hem|mijn (?:zoon|dochter|moeder|zusje))", r"in elkaar (?:geslagen|slaan|gaan slaan|slaat)", r"(?:heeft|met|zwaait met|trekt|trok) (?:een|n|zijn|het) (?:mes|pistool|wapen|vuurwapen|hamer|machete|bijl)",
    r"(?:hij|ze|iemand|man|vent) (?:(?:breekt|brak) (?:\w+ ){0,3}in|(?:breekt|brak|probeert) (?:\w+ ){0,3}(?:binnen|in te breken))\b(?!.{0,15}(?:account|mail|telefoon|snap|insta|cloud|laptop))", r"durf (?:echt |nu |niet meer )?(?:niet )?(?:\w+ )?(?:naar buiten|naar huis|de deur uit|meer naar buiten|de straat op)", r"(?:opgesloten|zit vast in|houdt me vast|laat me niet (?:weg|gaan|eruit)|mag niet weg)",
    r"(?:maakt|maak|maken|ga|gaat|gaan|komt|komen) (?:\w+ ){0,3}(?:dood(?:maken)?|vermoorden|afmaken|neersteken|doodschieten|doodsteken|kapotschieten)(?:\b.{0,20}(?:vanavond|nu|vandaag|morgen|straks|vannacht|zo))", r"(?:vanavond|nu|vandaag|morgen|straks|vannacht)[^.]{0,40}(?:vermoorden|doodmaken|doodsteken|neersteken|afmaken|in elkaar slaan|in brand|zuur)", r"help (?:me|mij|snel)[^.]{0,20}(?:nu|snel|alsjeblieft)[^.]{0,20}(?:hij|ze|binnen|deur)", r"volgt (?:me|mij) (?:nu|op straat|naar huis)",
    r"(?:maken|maakt|slaan|slaat|steken|steekt|schieten|schiet) (?:ze |hij |zij |mijn \w+ )?(?:me|mij|haar|ons|mn|hem) (?:echt |nog )?(?:af|dood|neer|kapot)\b", r"vermoord(?:en|t)? (?:ze |hij |zij )?(?:me|mij|haar|ons)\b", r"ik ben (?:nu )?in gevaar", r"acuut gevaar", r"(?:er is|heb) (?:nu )?direct gevaar", r"bel (?:de )?(?:politie|112) (?:voor|nu)", r"(?:bedreigt|bedreigd) (?:me|mij|haar|ons)? ?(?:nu )?met (?:een|n) (?:mes|pistool|wapen)", r"(?:verkracht|verkracht me|aangerand) (?:net|vannacht|vandaag|zojuist|gisteravond)", r"(?:net|vannacht|zojuist|vandaag|gisteren) (?:\w+ )?(?:verkracht|aangerand|gedrogeerd)", r"ruit(?:en)? (?:is |zijn |net |van ons )*(?:ingegooid|ingeslagen)", r"(?:brand|explosie|vuurwerk|bom) (?:bij|voor|door) (?:mijn|onze|de) (?:deur|huis|brievenbus)",
    r"(?:he is|hes|she is|shes) (?:outside|at my door|going to kill|here)", r"going to kill me", r"someone is (?:at|outside) my", r"met (?:vier|drie|twee|een paar|een groep|meerdere) (?:mannen|man|jongens)[^.]{0,30}(?:voor|bij|deur|huis)", r"auto met [^.]{0,20}(?:mannen|jongens|gasten)[^.]{0,30}(?:voor|bij|straat)",
]  # fmt: skip
_UITZONDERING = [re.compile(rf"(?<![a-z0-9])(?:{p})") for p in _NIET_LETTERLIJK]
_SIGNALEN: tuple[tuple[Nood, list[re.Pattern[str]]], ...] = (
    ("suicide", [re.compile(rf"(?<![a-z0-9])(?:{p})") for p in _SUICIDE]),
    ("gevaar", [re.compile(rf"(?<![a-z0-9])(?:{p})") for p in _GEVAAR]),
)
_TEKENS = re.compile(r"[^a-z0-9,.! ]+")


def luister(tekst: str) -> Nood | None:
    """Het ernstigste signaal in deze tekst. Beeldspraak ('ik schaam me dood') telt niet."""
    uit = unicodedata.normalize("NFKD", tekst.lower())
    uit = "".join(teken for teken in uit if not unicodedata.combining(teken)).replace("'", "").replace("’", "")
    uit = " ".join(_TEKENS.sub(" ", uit).split())
    for uitzondering in _UITZONDERING:
        uit = uitzondering.sub(" ", uit)
    uit = " ".join(uit.split())
    for soort, patronen in _SIGNALEN:
        if any(patroon.search(uit) for patroon in patronen):
            return soort
    return None

"""Een bericht eerst lezen als antwoord op de vraag die openstaat."""

from __future__ import annotations

import re
from datetime import date

from bot.verstaan import keuzes
from bot.verstaan.aanloop import JA, NEE, OKE, kern
from bot.verstaan.datum import lees_moment, noemt_alleen_een_tijd
from bot.verstaan.feiten import Gehoord
from bot.verstaan.getal import zonder_hoeveelheden
from bot.verstaan.kalender import MAAND, BestaatNiet
from bot.verstaan.normaal import normaal
from knowledge import Kennis
from knowledge.gesprek import NOODVRAAG
from knowledge.schema import Feit, Optie

KLOPT_NIET = re.compile(
    r"(?:nee+ )?(?:(?:dat|dit|het|er) )?(?:klopt|is) (?:(?:dat|er|echt|helemaal|gewoon) )*(?:niet|niks|iets niet)(?: (?:zo|waar|helemaal|allemaal|van|goed))*"
)
WEET_NIET = re.compile(
    r"^(?:(?:uh+|eh+|ehm|pff+|tja+|hmm*|nou|sorry|ja|nee|oei|joh|man|dat|daar|er|mwah) )*(?:(?:echt )?geen (?:flauw |enkel )?(?:idee|benul)|weet ik (?:het |t )?veel|wist ik (?:het |t )?maar|joost mag het weten|al sla je me dood|zou (?:goed |best )?kunnen|kan (?:zijn|best|wel)|geen id|weet (?:ik )?(?:het |t |dat )?(?:echt |nog |nu |ff |even )?niet|weetniet|weet k niet|k ?weet (?:het |t )?niet|kweeni?e?t?|kweni|ik weet (?:het |dat |t )?(?:echt |nog |gewoon |eigenlijk |eerlijk gezegd )?niet|wnt|wtn|idk|dunno|dont know|no idea|(?:zou|kan) (?:ik )?(?:het |t |dat |je dat )?(?:echt )?niet (?:weten|zeggen|vertellen)|niet zeker|(?:ik )?twijfel|misschien(?! \w+ \w+ \w+)|wie weet|moeilijk te zeggen|lastig te zeggen|(?:wil|zeg) (?:ik )?(?:dat |het )?(?:liever )?niet(?: zeggen| kwijt)?$|liever niet|geen antwoord$|sla (?:deze |dit )?over|overslaan|skip|volgende vraag|weet niemand|niet dat ik weet|herinner (?:ik )?(?:me|mij) niet|(?:ben|ik ben) (?:het |dat |t )?(?:vergeten|kwijt)|vergeten|nvt|maakt niet uit|geen mening|\?+$)"
)
BEIDE = re.compile(
    r"^(?:(?:een )?beetje (?:van )?(?:allebei|beide)|(?:een )?beetje (?:van het een en|ja een beetje) (?:van het ander|nee)|allebei(?: een beetje)?|ja en nee|nee en ja|half half|deels(?: wel deels niet)?|(?:zowel|beide)(?: eigenlijk)?|eerst wel (?:maar )?(?:toen|later|daarna) niet(?: meer)?|ligt eraan|hangt ervan af|kan allebei|wel en niet)(?: (?:ofzo|eigenlijk|denk ik|of zo))?$"
)
"""'beetje van allebei' op een ja-neevraag: dat is geen ja en geen nee, en we vragen het niet nog eens."""
LOS = 5
"""Zoveel woorden: daarboven vertelt iemand iets, ook als het met 'weet niet' begint."""
WAT_NU = re.compile(
    r"^(?:pff+ |nou |sorry |oke? )?(?:(?:ik )?weet (?:ik )?(?:echt |nog |gewoon |zelf )*niet|(?:ik )?heb geen idee|geen idee) (?:wat|waar|hoe) ik (?:nu |dan |eerst |het eerst |moet |kan |ga |wil )*(?:doen|beginnen|kiezen|verder|nu|eerst)(?: moet| kan)?$"
)
_KAAL_GETAL = re.compile(r"^(?:ik (?:ben|was) )?([1-9]\d)(?: ?jaar)?$")
_AL_GEZEGD = re.compile(
    r"^(?:ja+ |nee+ |nou |hallo )*(?:dat |die |het )?(?:(?:zei|schreef|vertelde|typte) ik (?:je |toch |net |hier |eerder )*al|heb ik (?:je |toch |net |eerder )*al (?:gezegd|verteld|getypt))"
    r"(?: toch| net| hoor)?(?: ik ben| ik was| ben)? ([1-9]\d)(?: jaar| jr| j)?$"
)
"""'dat zei ik al, 16': wie een getal herhaalt, bedoelt zijn leeftijd."""
_JA_GETAL = re.compile(
    r"^(?:ja+|jep|klopt|yes|jazeker|dat klopt|inderdaad)(?: en| ik)?(?: was| ben)? (\d{1,2})(?: jaar| jr| j)?$"
)
_VOORAF = re.compile(
    r"^(?:(?:ja+|nee+|neen|klopt|(?:echt|zeker|absoluut|helemaal|tuurlijk|natuurlijk) niet|hoor|joh|echt wel) )+(?=\w+ \w)"
)
_ONTKENT = re.compile(r"^niet (?:mijn|de|een|het|van|door|op|in|bij|via|hij|ze|die)\b")
ERBIJ = re.compile(r"\b(?:maar|en|omdat|want|alleen|behalve)\b|[,.]")
"""Hierna vertelt iemand meer dan het antwoord."""
ONLEESBAAR, BESTAAT_NIET, WELK_JAAR = "onleesbaar", "bestaat_niet", "welk_jaar"
"""Staan op de plaats van een dag die we niet konden lezen; de kern zegt er dan wat over."""
_TIJDWOORD = re.compile(
    r"\d|\b(?:dag|dagen|week|weken|maand|maanden|jaar|jaren|geleden|ooit|vroeger|toen|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
)
_ACHTTIEN_PLUS = re.compile(
    r"(?<!een )(?<!die )(?<!op )18 ?\+(?!-?\s?(?:site|website|forum|pagina|content|film|kanaal|groep|server|app|account|materiaal|platform|video))",
    re.I,
)
"""'18+' als leeftijd, en niet als soort site."""
_NIKS = frozenset(
    [
        "niks",
        "niets",
        "geen",
        "nog",
        "helemaal",
        "daarvan",
        "hiervan",
        "van",
        "alles",
        "allemaal",
        "al",
        "enkele",
        "er",
        "is",
        "een",
        "eentje",
    ]
)
_IN_DATUM = re.compile(rf"\b\d{{1,2}}(?:e|ste|de)? (?:{MAAND})\b|\b\d{{1,2}}[-/]\d{{1,2}}\b")
_CODE = re.compile(r"</?\w+[ >]|&#?\w+;|[{}<>%;=\\]{2}|\w\(.*[;)]|\d{4,}[.,']?\d{4,}|\d'\d{3}|://")
"""Opmaak, code of een veel te lang getal: daar staat geen antwoord in."""
LENGTE = 160
KORT = 60
_GETALWOORD = {w: n for n, w in enumerate("nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig eenentwintig tweeentwintig drieentwintig vierentwintig vijfentwintig zesentwintig zevenentwintig achtentwintig negenentwintig dertig".split())}  # noqa: SIM905  # fmt: skip
_ONDER = re.compile(
    r"\b(?:jonger dan|onder(?: de)?|nog geen|geen|net geen|niet eens) (?:de )?(?:18|achttien)\b|\b18 ?min\b|^jonger\b|^onder de 18|^18-$|\b(?:minderjarig\w*|(?<!geen )kind|te jong|puber|tiener|brugklas|basisschool|middelbare|peuter|kleuter|baby)\b"
)
_BOVEN = re.compile(
    r"\b(?:18|achttien) ?(?:plus|of ouder)\b|^ouder\b|\b(?:ouder dan|boven(?: de)?|al) (?:18|achttien)\b|^18\+|\b(?:volwassen|meerderjarig|in de (?:20|30|40|50|60|twintig|dertig|veertig|vijftig|zestig)|(?:twintig|dertig|veertig|vijftig|zestig)er|eind (?:20|30|40|twintig|dertig|veertig)|begin (?:20|30|40|twintig|dertig|veertig)|half (?:30|40|dertig)|student|pensioen)\b"
)


def lees_antwoord(
    tekst: str, feit_id: str, kennis: Kennis, gehoord: tuple[Gehoord, ...], vandaag: date
) -> Gehoord | str | None:
    """Een `Gehoord` voor deze vraag, 'weet_niet', of None als dit geen antwoord is."""
    feit, zin = kennis.feiten[feit_id], kern(tekst)
    if _CODE.search(tekst):
        return None
    if len(zin) > LENGTE or not zin:
        return next((g for g in gehoord if g.feit == feit_id and g.zeker), None)
    eigen = next((g for g in gehoord if g.feit == feit_id), None)
    if feit.soort == "datum":
        return _datum(feit_id, tekst, zin, vandaag)
    label = keuzes.op_label(feit, tekst) if feit.soort != "leeftijd" else None
    if label is not None:
        return _gehoord(feit, (label,))
    if feit.soort == "keuze" and BEIDE.match(zin):
        return "weet_niet"
    if WEET_NIET.match(zin) and len(zin) < KORT:
        if feit_id != "dader_bekend" and any(g.feit == "dader_bekend" and g.zeker for g in gehoord):
            return None  # 'weet niet wie' zegt dat de ander onbekend is, en niets over deze vraag
        # 'weet je wie het deed?' 'geen idee' is een antwoord
        if feit.vraag.startswith("Weet je") and any(optie.id == "nee" for optie in feit.opties):
            return Gehoord(feit_id, "nee")
        if not (eigen and eigen.zeker):
            return "weet_niet"
    if feit.soort == "leeftijd":
        return _leeftijd(feit_id, zin.replace("18", "18 plus") if _ACHTTIEN_PLUS.search(tekst) else zin, eigen)
    return _keuze(feit, tekst, zin, eigen)


def ja_of_nee(tekst: str) -> str | None:
    """Een kort 'ja' of 'nee', hoe ook gezegd, als we niet naar een feit vroegen: dan is ook 'ok' een ja."""
    zin = kern(tekst)
    if len(zin) >= KORT - 20:
        return None
    return "nee" if NEE.match(zin) else "ja" if JA.match(zin) or OKE.match(zin) else None


def begint_met_ja_of_nee(tekst: str) -> bool:
    zin = kern(tekst)
    return NEE.match(zin) is not None or JA.match(zin) is not None


def vertelt_erbij(tekst: str) -> bool:
    """Staat er na het antwoord nog iets: 'ja, en hij heeft mijn adres', 'nee hij filmde me stiekem'?"""
    return ERBIJ.search(tekst.lower()) is not None or (begint_met_ja_of_nee(tekst) and len(tekst.split()) > LOS)


def ja_of_nee_op(feit: Feit, tekst: str) -> str | None:
    """Een kort 'ja' of 'nee' op een vraag. Heeft die vraag geen ja of nee, dan alleen als er verder niets gezegd wordt."""
    zin = kern(tekst)
    if len(zin) >= KORT - 20 or not (NEE.match(zin) or JA.match(zin)):
        return None
    if _na_ja_of_nee(zin) and not any(optie.id in ("ja", "nee") for optie in feit.opties):
        return None  # 'nee hij is nu thuis' zegt niets over wat voor beeld het is
    return "nee" if NEE.match(zin) else "ja"


def ja_of_nee_en_meer(tekst: str, vraag: str | None) -> str | None:
    """'ja, en hij is 16': het antwoord op onze vraag, als er in dezelfde zin ook iets verteld wordt."""
    zin = normaal(tekst)
    if vraag == NOODVRAAG:
        return "nee" if NEE.match(zin) else "ja" if JA.match(zin) or OKE.match(zin) else None
    return None


def jong_erbij(tekst: str) -> str | None:
    """De leeftijd in 'ja 16'. Alleen onder de 18: een hoger getal kan ook over nu gaan, of over iets anders."""
    treffer = _JA_GETAL.match(normaal(tekst))
    return treffer[1] if treffer and 3 <= int(treffer[1]) < 18 else None


def kaal_getal(tekst: str) -> str | None:
    """'17', '17 jaar': het antwoord op hoe oud iemand was, ook als die vraag even bleef liggen."""
    treffer = _KAAL_GETAL.match(normaal(tekst))
    return treffer[1] if treffer else None


def al_gezegd(tekst: str) -> str | None:
    """Het getal in 'dat zei ik al, 16'."""
    treffer = _AL_GEZEGD.match(normaal(tekst))
    return treffer[1] if treffer else None


def weet_het_niet(tekst: str) -> bool:
    """'weet niet', 'geen idee wat ik moet doen': het hele bericht, terwijl er geen vraag openstaat."""
    zin = normaal(tekst)
    return WAT_NU.match(zin) is not None or (len(zin.split()) <= LOS and WEET_NIET.match(zin) is not None)


def zegt_dat_het_niet_klopt(tekst: str) -> bool:
    """'nee klopt niet', 'dat is niet waar': het hele bericht zegt alleen dat."""
    return KLOPT_NIET.fullmatch(normaal(tekst)) is not None


def is_opsomming(tekst: str, antwoord: Gehoord) -> bool:
    """'op insta en telegram': twee antwoorden op onze vraag, en verder niets."""
    return isinstance(antwoord.waarde, tuple) and len(tekst.split()) <= 2 * len(antwoord.waarde)


def lijkt_datum(tekst: str, feit: Feit) -> bool:
    """Bedoelt iemand een dag, ook al konden we die niet lezen?"""
    return feit.soort == "datum" and len(tekst) < KORT and _TIJDWOORD.search(normaal(tekst)) is not None


def _datum(feit_id: str, tekst: str, zin: str, vandaag: date) -> Gehoord | str | None:
    try:
        moment = lees_moment(tekst, vandaag)
    except BestaatNiet:
        return Gehoord(feit_id, BESTAAT_NIET)
    if moment is not None:
        return Gehoord(feit_id, moment.vak.waarde)
    if len(zin) < KORT and noemt_alleen_een_tijd(zin):
        return Gehoord(feit_id, WELK_JAAR)
    return "weet_niet" if WEET_NIET.match(zin) and len(zin) < KORT else None


def _keuze(feit: Feit, tekst: str, zin: str, eigen: Gehoord | None) -> Gehoord | None:
    ja_nee = "nee" if NEE.search(zin) else "ja" if JA.match(zin) else None
    if ja_nee is not None:
        rest = _na_ja_of_nee(zin)
        keuze = _bij_ja_of_nee(feit, ja_nee, rest, eigen)
        if keuze is not None:
            return _gehoord(feit, (keuze,))
    # 'nee echt niet ik wist van niks' wijst niet naar de knop 'echt', en 'nee niet mijn ex' niet naar de ex
    rest = _VOORAF.sub("", zin)
    gekozen = keuzes.kies(feit, rest or tekst) if len(zin) < KORT and not _ONTKENT.match(rest) else ()
    if feit.soort == "meerkeuze" and eigen is not None and isinstance(eigen.waarde, tuple):
        return _gehoord(feit, (*eigen.waarde, *gekozen))
    if eigen is not None and eigen.zeker:
        return eigen
    if gekozen:
        return _gehoord(feit, gekozen)
    return Gehoord(feit.id, eigen.waarde) if eigen is not None and len(zin) < KORT else None


def _bij_ja_of_nee(feit: Feit, ja_nee: str, rest: str, eigen: Gehoord | None) -> str | None:
    """De knop die bij een kaal 'ja' of 'nee' hoort; None als er geen of meer dan één is."""
    passend = [o.id for o in feit.opties if o.id == ja_nee or normaal(o.label).split()[:1] == [ja_nee]]
    if ja_nee == "nee" and not passend:
        # 'nee dat wilde ze niet' zegt iets anders dan 'nee, geen'
        passend = [o.id for o in feit.opties if (o.alleen or o.id in ("niets", "geen")) and _zegt_niet_meer(rest, o)]
    if eigen is not None and eigen.zeker and isinstance(eigen.waarde, str) and (eigen.waarde in passend or rest):
        anders = eigen.waarde
        # 'ja maar dat vond ik niet goed' is geen ja: wat er verder gezegd wordt, telt
        return anders if anders in passend or {anders, ja_nee} != {"ja", "nee"} else None
    if len(passend) > 1 and rest:
        gekozen = [optie for optie in keuzes.kies(feit, rest) if optie in passend]
        if len(gekozen) == 1:
            return gekozen[0]
    if len(passend) > 1 and ja_nee in passend and not rest:
        return ja_nee
    return passend[0] if len(passend) == 1 else ja_nee if ja_nee in passend else None


def _zegt_niet_meer(rest: str, optie: Optie) -> bool:
    return not set(rest.split()) - _NIKS - set(normaal(optie.label).split())


def _na_ja_of_nee(zin: str) -> str:
    kern = JA.sub("", NEE.sub("", zin, count=1), count=1) if NEE.match(zin) or JA.match(zin) else zin
    woorden = [w for w in kern.split() if w not in ("hoor", "joh", "man", "echt", "zeker", "helaas", "wel", "niet", "dus", "gelukkig", "ja", "nee", "ik", "dat", "klopt", "toch")]  # fmt: skip
    return " ".join(woorden)


def _gehoord(feit: Feit, gekozen: tuple[str, ...]) -> Gehoord:
    if feit.soort != "meerkeuze":
        return Gehoord(feit.id, gekozen[0])
    return Gehoord(feit.id, tuple(optie.id for optie in feit.opties if optie.id in gekozen))


def _leeftijd(feit_id: str, zin: str, eigen: Gehoord | None) -> Gehoord | None:
    if _ONDER.search(zin):
        return Gehoord(feit_id, "onder_18" if feit_id == "leeftijd" else "van_12_tot_18")
    cijfers = " ".join(
        str(_GETALWOORD.get(woord, woord)) for woord in _IN_DATUM.sub(" ", zonder_hoeveelheden(zin)).split()
    )
    bijna = re.search(r"\b(?:bijna|net niet|word (?:\w+ ){0,3}) ?(\d{1,2})\b", cijfers)
    treffer = bijna or re.search(r"(?:^|was (?:ik |ze |hij )?(?:toen )?|toen |ben |is |rond de |ongeveer |denk )(?:\w+ ){0,2}?(\d{1,2})\b", cijfers) or re.search(r"\b(\d{1,2})\b", cijfers)  # fmt: skip
    if _BOVEN.search(zin) and (treffer is None or not 3 <= int(treffer[1]) < 18):
        return Gehoord(feit_id, "volwassen")
    if treffer and 3 <= int(treffer[1]) <= 99:
        return Gehoord(feit_id, str(int(treffer[1]) - (1 if bijna else 0)))
    return eigen

"""Leeftijden: van wie het overkwam (toen, op het beeld) en van wie het deed."""

from __future__ import annotations

import re

from bot.verstaan.getal import zonder_hoeveelheden

KIND = (
    r"(?:dochter|dochtertje|zoon|zoontje|kind|kindje|zusje|zus|broertje|broer|nichtje|neefje|nicht|neef|vriendin|vriendinnetje|vriend|leerling|leerlinge|pupil|client|cliente|"
    r"meisje|kleindochter|kleinzoon|kleinkind|stiefdochter|stiefzoon|oudste|jongste|puber|tiener|student|studente|slachtoffer|klasgenootje|buurmeisje|buurjongen)"
)  # fmt: skip
KIND_EN = r"(?:daughter|son|kid|child|sister|brother|niece|nephew|cousin|friend|best friend|girlfriend|boyfriend|student|pupil|classmate|stepdaughter|stepson)"
_EVEN = r"(?:only |just |still |now |about |like |turning |a )*"
DADER = r"(?:man|vent|kerel|jongen|gast|vrouw|hij|dader|ex|vriendje|klasgenoot|knul|jongens|online vriend)"
VOLWASSEN, NET_VOLWASSEN_TOT = 18, 23
_GEEN_JAREN = r"(?! ?(?:euro|keer|x\b|foto|film|dagen|dag|weken|week|maanden|maand|uur|min|berichten|appjes|mensen|volgers|procent|havo|vwo|vmbo|mavo|mbo|hbo|gymnasium|atheneum|aso|tso|bso|jaar (?:samen|getrouwd|geleden|lang|met|bij|bezig|later|terug|oude relatie)))"
_N = rf"(\d{{1,2}})\b{_GEEN_JAREN}"
_ERTUSSEN = r"(?:nu |net |pas |nog |maar |toen |ook |zelf |bijna |inmiddels |nog maar |al )*"
_TOEN = tuple(
    re.compile(p)
    for p in (
        rf"\b(?:toen|destijds|op die foto|op dat filmpje|op de foto|erop|daarop|op het filmpje|die foto)\b(?: \w+){{0,5}} (?:ik|ze|hij) {_ERTUSSEN}(?:was )?{_ERTUSSEN}{_N}",
        rf"\b(?:ik|ze) was (?:toen|daar|destijds|op die foto|erop|nog) {_ERTUSSEN}{_N}",
        rf"\b(?:toen|op die foto|erop|destijds) was (?:ik|ze|hij) {_ERTUSSEN}{_N}",
        rf"\b(?:toen|van toen) ik {_ERTUSSEN}{_N}(?: jaar)? was\b",
        rf"\bwhen (?:i|she|he) was {_EVEN}{_N}",
        rf"\bi was {_EVEN}{_N} (?:in|on|when|at|then|back)\b",
        r"\bop mijn (\d{1,2})(?:e|de|ste)\b(?! verjaardag van)",
    )
)
_IK = tuple(
    re.compile(p)
    for p in (
        rf"\bik (?:ben|was|word) {_ERTUSSEN}(?:een )?(?:meisje |jongen |vrouw |man |student\w* )?(?:van )?{_N}",
        rf"\b(?:ben|was) (?:ik )?{_ERTUSSEN}{_N}(?: (?:jaar|jr|j|jaren)\b| en\b| ?$)",
        r"^(?:hoi |hallo |hey )?(?:ik )?(\d{1,2}) jaar(?: oud)?\b(?! (?:samen|getrouwd|geleden|lang|met))",
        r"\b(?:m|v|f|vrouw|meisje|jongen) ?(1[0-9])\b(?= |$)",
        rf"\b(?:we|wij) zijn (?:allebei |beide |beiden |samen |alle twee )*{_ERTUSSEN}{_N}",
        rf"\bi(?: am|m) {_EVEN}(\d{{1,2}})\b(?! (?:euro|times|years (?:with|ago|together)|weeks|months|days|hours|min))",
    )
)
_VAN_KIND = tuple(
    re.compile(p)
    for p in (
        rf"\b{KIND}(?: van (?:mij|me|mijn|ons|haar|een vriendin|collega))?(?: \w+)?(?: (?:is|van|was|wordt))? {_ERTUSSEN}{_N}",
        rf"\b(\d{{1,2}}) ?jarige? {KIND}\b",
        rf"\b(?:my|mijn|a|our|her|his) {KIND_EN}(?: \w+){{0,2}}? (?:is|was|s|of|aged|turned) {_EVEN}{_N}",
        rf"\b(\d{{1,2}}) ?(?:year|yr|y)s? ?(?:old|o) {KIND_EN}\b",
        rf"\b(?:she|he) (?:is|was|s) {_EVEN}{_N}(?= |$)",
        rf"\b(?:ze|zij|hij|zijzelf|haar) (?:is|was) {_ERTUSSEN}{_N}",
    )
)
_MIJN_KIND = re.compile(rf"\b(?:mijn|onze|ons|mn) (?:\w+ )?{KIND} (?:(?:van|is|was|wordt) )?{_ERTUSSEN}{_N}")
ZELF = "slachtoffer"
_EIGEN_KIND = re.compile(
    rf"\b(?:dochter(?:tje)?|zoon(?:tje)?|kind(?:je)?|kleinkind|stiefdochter|stiefzoon|oudste|jongste)(?: \w+)?(?: (?:is|van|was|wordt))? {_ERTUSSEN}{_N}"
)
_VAN_DADER = tuple(
    re.compile(p)
    for p in (
        rf"\b{DADER} (?:is|van|was|zou)(?: \w+)? {_ERTUSSEN}{_N}",
        rf"\b{DADER} (?:die|wie) (?:\w+ ){{1,6}}(?:is|was|blijkt|bleek) {_ERTUSSEN}{_N}",
        rf"\b(\d{{1,2}}) ?jarige? {DADER}\b",
        rf"\b(?:hij|ze) (?:is|zegt dat hij|blijkt|bleek|zou) {_ERTUSSEN}{_N}",
    )
)


def lees_leeftijd(zin: str, rol: str | None = None) -> tuple[str | None, str | None]:
    """De leeftijd van wie het overkwam en van de ander, uit een genormaliseerde zin."""
    zin = zonder_hoeveelheden(zin)
    dader = _eerste(_VAN_DADER, zin)
    if rol == "maker":
        # wie het zelf deed, vertelt zijn eigen leeftijd als 'ik ben'
        return _eerste(_VAN_KIND, zin), _eerste(_IK, zin)
    kind = _eerste(_VAN_KIND[:-1], zin)
    if rol in ("ouder", "naaste", "leraar", "professional"):
        return kind or _eerste(_VAN_KIND[-1:], zin), dader if kind is not None and dader != kind else None
    zelf = _eerste(_TOEN, zin) or _eerste(_IK, zin)
    if kind is not None and (int(kind) >= VOLWASSEN or (rol == ZELF and _EIGEN_KIND.search(zin))):
        # 'mijn nicht is 24': een kind op het beeld vermoeden we, een volwassene niet; en het dochtertje van wie
        # zelf op het beeld staat, staat er niet op
        kind = None
    return zelf or kind, dader if dader is not None and dader not in (zelf, kind) else None


def eigen_leeftijd(zin: str) -> str | None:
    """'ik ben 26', 'toen ik 16 was': wat de schrijver van zichzelf zegt, wie er verder ook voorkomt."""
    return _eerste(_TOEN, zin) or _eerste(_IK, zin)


def leeftijd_van_de_mijne(zin: str) -> str | None:
    """'mijn leerling van 14': van wie dat is, staat er met zoveel woorden."""
    return _eerste((_MIJN_KIND,), zin)


def was_toen_misschien_jonger(jaren: str, zin: str) -> bool:
    """Wie nu net volwassen is, kan op het beeld jonger zijn: 'ik ben 19' zegt niet hoe oud iemand toen was."""
    return VOLWASSEN <= int(jaren) < NET_VOLWASSEN_TOT and _eerste(_TOEN, zin) is None


def _eerste(patronen: tuple[re.Pattern[str], ...], zin: str) -> str | None:
    for patroon in patronen:
        treffer = patroon.search(zin)
        if treffer and 3 <= int(treffer[1]) <= 99:
            return str(int(treffer[1]))
    return None

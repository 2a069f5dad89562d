"""Van kansen naar een lezing: wat we noemen, hoeveel, en wanneer we liever niets zeggen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.verstaan.feiten import Gehoord
from bot.verstaan.model import Kansen

ONBEKEND = "unknown_other"
HOOGSTENS = 3
GENOEG = 0.98
"""We noemen situaties tot ze samen zo waarschijnlijk zijn, en nooit meer dan drie."""
VAAG = 0.5
"""Is 'niet te zeggen' zo waarschijnlijk, dan zeggen we dat als eerste."""
VAGER = 1.2
"""Ook als het zoveel waarschijnlijker is dan de beste situatie."""
BUITEN = 0.52
"""Vanaf deze kans hoort iets hier niet; gekozen met `python -m bot.leren kruis`."""
BUITEN_KORT = 0.6
"""Bij een paar losse woorden zijn we voorzichtiger."""
BUITEN_BIJ_TWIJFEL = 0.8
"""Als antwoord op een vraag, of naast een feit dat alleen hier thuishoort: niemand in nood wordt weggestuurd."""
BUITEN_ZEKER = 0.9
"""Zo zeker moet het zijn in het Engels (daar kent het model minder woorden), en om een vermoeden van nood weg te laten."""
KORT = 4
LOSSE_FEITEN = frozenset(
    {"relatie", "rol", "leeftijd", "leeftijd_dader", "dader_bekend", "hoedanigheid", "duur", "wil", "gedaan"}
    | {"platform_gemeld", "ontdekt", "wanneer", "publicatie", "getrouwd", "samenwonen", "haast", "schade"}
)
"""Komen ook in verhalen over ander recht voor: alleen deze maken van een bericht nog geen zaak."""
EIGEN_FEITEN = frozenset(
    {
        "beeld",
        "beeld_seksueel",
        "dreigt_delen",
        "heimelijk",
        "account_binnen",
        "nepaccount",
        "uitspraak",
        "scheldwoorden",
    }
    | {"opgelicht", "herhaald_contact", "dreigt_geweld", "gegevens", "gebeurd", "ongevraagd_beeld", "in_zoekmachine"}
)
ROL_ZEKER = 0.6
"""Onder deze kans wordt een gehoorde rol geen feit."""
ROL_ONBEKEND = 0.6
_ONDER_18 = frozenset({"onder_12", "van_12_tot_16", "van_16_tot_18", "onder_18"})


@dataclass(frozen=True)
class Lezing:
    """`situaties` de beste eerst; `rol_zeker`: zo zeker dat het een feit mag zijn dat we terugzeggen."""

    situaties: tuple[str, ...] = ()
    vraag: str = "none"
    rol: str = "unknown"
    rol_zeker: bool = False
    in_bereik: bool = True

    @property
    def duidelijk(self) -> bool:
        """Is te zeggen wat er speelt?"""
        return noemt_iets(self.situaties)


def noemt_iets(situaties: tuple[str, ...]) -> bool:
    """Staat vooraan een situatie, en niet 'niet te zeggen'?"""
    return situaties[:1] not in ((), (ONBEKEND,))


def lees_kansen(kansen: Kansen, gehoord: tuple[Gehoord, ...], woorden: int = KORT + 1) -> Lezing:
    """De lezing van één bericht. Wat zeker gehoord is, wint van wat waarschijnlijk is."""
    feiten = {g.feit: g.waarde for g in gehoord if g.zeker}
    genoemd = {g.feit for g in gehoord}  # ook in een vraag: 'is een nepfoto van mij verboden?' hoort hier
    rol = _beste(kansen.rol)
    if rol == "unknown" and kansen.rol["unknown"] < ROL_ONBEKEND:
        rol = _beste({naam: kans for naam, kans in kansen.rol.items() if naam != "unknown"})
    grens = BUITEN_KORT if woorden <= KORT else BUITEN
    if not woorden or EIGEN_FEITEN & genoemd:
        grens = BUITEN_BIJ_TWIJFEL
    return Lezing(
        _situaties(kansen.situaties, feiten),
        _beste(kansen.vraag),
        rol,
        kansen.rol[rol] >= ROL_ZEKER,
        kansen.buiten < grens,
    )


def _beste(kansen: Mapping[str, float]) -> str:
    return max(kansen, key=kansen.__getitem__)


def _situaties(kansen: Mapping[str, float], feiten: Mapping[str, object]) -> tuple[str, ...]:
    volgorde = sorted((s for s in kansen if s != ONBEKEND), key=lambda s: -kansen[s])
    vaag = kansen[ONBEKEND] >= VAAG or kansen[ONBEKEND] > kansen[volgorde[0]] * VAGER
    uit, samen = ([ONBEKEND], kansen[ONBEKEND]) if vaag else ([], 0.0)
    for situatie in volgorde:
        if len(uit) == HOOGSTENS or samen >= GENOEG:
            break
        uit.append(situatie)
        samen += kansen[situatie]
    # een kind of een dreiging missen is het ergst: wat zeker gehoord is, staat er altijd bij
    for situatie, zeker in (
        ("minor_image", _kind(feiten)),
        ("intimate_image_threat", feiten.get("dreigt_delen") == "ja"),
    ):
        if zeker and situatie not in uit:
            uit = [*uit[: HOOGSTENS - 1], situatie]
    return tuple(uit)


def _kind(feiten: Mapping[str, object]) -> bool:
    leeftijd = str(feiten.get("leeftijd") or "")
    jong = leeftijd in _ONDER_18 or (leeftijd.isdigit() and int(leeftijd) < 18)
    return jong and bool({"beeld", "beeld_seksueel", "toestemming_delen"} & set(feiten))

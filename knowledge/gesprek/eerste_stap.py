"""De eerste stap, al vóór het advies: wie hulp zoekt, hoeft niet te wachten tot de laatste vraag."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from knowledge.gesprek.pad import volgende
from knowledge.gesprek.stand import Stand
from knowledge.gesprek.vervolg import Beurt, Blokken
from knowledge.recht import ROL, Gekozen, adviseer, rol_van
from knowledge.woorden import Detail, Keuze, Lijst, Punt, Tekst

STAP = "stap_"
"""Zo staat in `Stand.gehad` welke eerste stap al getoond is."""
STAPPEN_GETOOND = 3
WAT_ER_GEBEURDE = "gebeurd"


def getoond(stand: Stand) -> set[str]:
    return {id_.removeprefix(STAP) for id_ in stand.gehad if id_.startswith(STAP)}


def volgende_stap(b: Beurt, al: Collection[str]) -> Gekozen | None:
    return volgende(adviseer(b.kennis, b.stand.zaak, b.vandaag), al)


def stap_lijst(b: Beurt, gekozen: Gekozen) -> Lijst:
    """De stap met hoe het moet."""
    details = tuple(Detail(stap.tekst) for stap in gekozen.stappen[:STAPPEN_GETOOND])
    punt = Punt(gekozen.route.naam, gekozen.route.kort, id=gekozen.route.id, details=details)
    return Lijst(b.zin("eerste_stap_kop"), "stappen", (punt,))


def stap_erbij(b: Beurt, stand: Stand) -> tuple[Stand, Blokken]:
    """Wie vertelt en in dezelfde adem vraagt wat hij moet doen, krijgt de stap in één regel; hoe het moet, komt als hij het vraagt."""
    gevraagd = b.daad.vraagt_stap and bool(stand.zaak.antwoorden)
    return _in_een_regel(b, stand, "eerste_stap_kop") if gevraagd else (stand, ())


def met_vroege_stap(b: Beurt, stand: Stand, blokken: Blokken) -> tuple[Stand, Blokken]:
    """Wie onze eerste vraag beantwoordde, krijgt vóór de volgende alvast één ding om te doen; eens per gesprek."""
    gewacht = stand.fase == "vragen" and b.stand.vraag is not None and stand.zaak.kent(b.stand.vraag)
    optie = b.kennis.optie(ROL, rol_van(stand.zaak)) if ROL in b.kennis.feiten else None
    if optie is not None and optie.fout_kost == "zwaar":
        return stand, blokken  # wie het deed of verdacht wordt: 'haal het weg' is dan nog een verwijt
    if not gewacht or not stand.zaak.kent(WAT_ER_GEBEURDE) or getoond(stand) or not _alleen_een_vraag(blokken):
        return stand, blokken
    stand, stap = _in_een_regel(b, stand, "stap_vast_kop")
    return stand, (*blokken[:-1], *stap, blokken[-1])


def _alleen_een_vraag(blokken: Blokken) -> bool:
    """Staat er al een waarschuwing of een antwoord bij, dan is het genoeg voor één beurt."""
    laatste = blokken[-1] if blokken else None
    return isinstance(laatste, Keuze) and laatste.feit is not None and all(isinstance(x, Tekst) for x in blokken[:-1])


def _in_een_regel(b: Beurt, stand: Stand, kop: str) -> tuple[Stand, Blokken]:
    stap = volgende_stap(replace(b, stand=stand), getoond(stand))
    if stap is None:
        return stand, ()
    punt = Punt(stap.route.naam, stap.route.kort, id=stap.route.id, bronnen=stap.route.bronnen)
    gezegd = stand.met(gehad=(*stand.gehad, f"{STAP}{stap.route.id}"))
    return gezegd, (Lijst(b.zin(kop), "stappen", (punt,)),)

"""Het advies als beurt: het pad met de stap van nu, alles op een rij, en een stap afvinken."""

from __future__ import annotations

from knowledge.gesprek.adviestekst import adviesblokken
from knowledge.gesprek.pad import GEDAAN, OP_DAG, afgevinkt, volgende
from knowledge.gesprek.stand import Stand
from knowledge.gesprek.vervolg import Beurt, Blokken, verder
from knowledge.recht import adviseer
from knowledge.woorden import Tekst


def toon_advies(b: Beurt, heel: bool = False) -> tuple[Stand, Blokken]:
    """Het pad: de stap van nu, en de rest per tijd. `heel`: alles op een rij, zonder vouwen."""
    stand = b.stand.met(vraag=None, fase="advies")
    return stand, adviesblokken(b.kennis, adviseer(b.kennis, stand.zaak, b.vandaag), b.nu, afgevinkt(stand), heel)


def toon_alles(b: Beurt) -> tuple[Stand, Blokken]:
    return toon_advies(b, heel=True)


def stap_gedaan(b: Beurt) -> tuple[Stand, Blokken]:
    """Iemand vinkt een stap af: de volgende komt naar voren. Zonder naam ('gedaan', getypt) is het de stap van nu."""
    naam = b.daad.naam
    if naam is None:
        if b.stand.fase != "advies" or b.stand.vraag is not None:
            return verder(b, b.stand)
        nu = volgende(adviseer(b.kennis, b.stand.zaak, b.vandaag), afgevinkt(b.stand))
        naam = nu.route.id if nu is not None else None
    merk = f"{GEDAAN}{naam}"
    gehad = b.stand.gehad if merk in b.stand.gehad else (*b.stand.gehad, merk, f"{OP_DAG}{b.vandaag}_{naam}")
    stand = b.stand.met(vraag=None, fase="advies", gehad=gehad)
    advies, gedaan = adviseer(b.kennis, stand.zaak, b.vandaag), afgevinkt(stand)
    hierna = volgende(advies, gedaan)
    zin = "stap_gedaan_alles" if hierna is None else "stap_gedaan" if hierna.route.fase == "nu" else "stap_gedaan_nu"
    _, *rest = adviesblokken(b.kennis, advies, b.nu, gedaan)
    return stand, (Tekst(b.zin(zin), "steun"), *rest)

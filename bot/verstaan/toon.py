"""De toon van een heel bericht: vraagt, vertelt iemand, of vraagt hij iets? In een vraag is niets zwaars zomaar verteld."""

from __future__ import annotations

from bot.verstaan.zin import Zin

PERSOONSVORM = frozenset(
    [
        "ben",
        "bent",
        "is",
        "zijn",
        "was",
        "kan",
        "kun",
        "kunnen",
        "mag",
        "mogen",
        "moet",
        "moeten",
        "krijg",
        "krijgen",
        "word",
        "wordt",
        "worden",
        "heb",
        "hebt",
        "heeft",
        "hebben",
        "zal",
        "zou",
        "zullen",
        "ga",
        "gaat",
        "gaan",
        "doe",
        "doet",
        "maak",
        "maakt",
        "hoef",
        "hoeft",
        "kom",
        "komt",
        "weet",
        "vind",
        "vindt",
        "klopt",
        "telt",
        "geldt",
        "staat",
        "helpt",
        "bestaat",
    ]
)
ONDERWERP = frozenset("ik je jij jullie we wij u men dat dit het hij ze die iemand er".split())  # noqa: SIM905
NAAMWOORD = frozenset("mijn de een deze mn het die".split())  # noqa: SIM905
"""Vooraan een zinsdeel kan een persoonsvorm ook hierdoor gevolgd worden: 'mag mijn ex dat'."""
VRAAGWOORD = frozenset("hoe waarom wanneer welke welk hoelang hoeveel wie wat waar waarmee waarheen".split())  # noqa: SIM905
NA_DIT_GEEN_VRAAG = frozenset(
    [
        "toen",
        "nu",
        "daar",
        "hier",
        "gisteren",
        "vandaag",
        "morgen",
        "vanochtend",
        "vanavond",
        "dan",
        "daarom",
        "dus",
        "inmiddels",
        "zo",
        "ook",
        "toch",
        "eerst",
        "later",
        "daarna",
        "helaas",
        "eindelijk",
        "soms",
        "vaak",
        "altijd",
        "daardoor",
        "hierdoor",
        "eergisteren",
        "net",
        "ineens",
        "opeens",
        "sindsdien",
        "daarvoor",
        "daarbij",
        "vorige",
        "week",
        "maand",
        "jaar",
        "geleden",
        "ondertussen",
        "achteraf",
        "natuurlijk",
        "eigenlijk",
        "misschien",
    ]
)
"""'toen ben ik weggegaan': na een bepaling staat de persoonsvorm ook voorop zonder dat het een vraag is."""
BEDRAG = frozenset({"euro", "euros", "tientjes"})
"""'80 euro heb ik betaald': het bedrag staat voorop, er wordt niets gevraagd."""
ZONDER_IK = frozenset({"heb", "ben"})
"""Staat dit voorop zonder onderwerp, dan is het de schrijver."""
EERSTE_PERSOON = frozenset("ik mij me mijn mezelf mijzelf we wij ons onze".split())  # noqa: SIM905


def vraagt(zin: Zin, begin: int, eind: int) -> bool:
    """Staat er in de zin waar deze woorden in staan een vraag, met of zonder vraagteken? Bij twijfel: ja."""
    zinnen = set(zin.zin[begin:eind])
    return bool(zinnen & zin.vragend) or any(
        zin.zin[nr] in zinnen and _begint_een_vraag(zin, nr) for nr in range(len(zin.woorden) - 1)
    )


def over_de_schrijver(zin: Zin, begin: int, eind: int) -> bool:
    """Staat in de zin van deze woorden iets in de eerste persoon? Vooraan mag 'ik' weg: 'heb al 100 overgemaakt'."""
    zinnen = set(zin.zin[begin:eind])
    eerste = {zin.woorden[nr] for nr in range(len(zin.woorden)) if zin.zin[nr] in zinnen and (nr == 0 or zin.zin[nr - 1] != zin.zin[nr])}  # fmt: skip
    return bool(eerste & ZONDER_IK) or any(
        woord in EERSTE_PERSOON for woord, nr in zip(zin.woorden, zin.zin, strict=True) if nr in zinnen
    )


def _begint_een_vraag(zin: Zin, nr: int) -> bool:
    woord, volgend = zin.woorden[nr], zin.woorden[nr + 1]
    eerste = nr == 0 or zin.deel[nr - 1] != zin.deel[nr]
    ervoor = "" if nr == 0 else zin.woorden[nr - 1]
    if woord in VRAAGWOORD and volgend in PERSOONSVORM:
        return True
    if eerste:
        return woord in PERSOONSVORM and volgend in ONDERWERP | NAAMWOORD
    gewoon = ervoor in NA_DIT_GEEN_VRAAG | VRAAGWOORD | ONDERWERP | BEDRAG or ervoor.isdigit()
    return woord in PERSOONSVORM and volgend in ONDERWERP and not gewoon

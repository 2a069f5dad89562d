"""Een document los van het kanaal en van het bestand: een titel en stukken. De enige opmaak is **vet**; [haken] zijn leeg."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Taal = Literal["nl", "en"]
LEEG = re.compile(r"\[[^\[\]]{1,200}\]")
"""Een plek die de persoon thuis invult: `[naam]`, of `[nog invullen: …]`."""


@dataclass(frozen=True)
class Stuk:
    """Een deel van een document. `dekt` noemt de wettelijke eis waaraan dit deel voldoet."""

    kop: str | None = None
    alineas: tuple[str, ...] = ()
    lijst: tuple[str, ...] = ()
    genummerd: bool = False
    tabel: tuple[tuple[str, ...], ...] = ()
    """De eerste rij is de kop."""
    dekt: str | None = None
    nieuw_blad: bool = False

    @property
    def heeft_inhoud(self) -> bool:
        return bool(self.alineas or self.lijst or self.tabel)


@dataclass(frozen=True)
class Opgemaakt:
    """Een brief, formulier of samenvatting. `voor_jou` is voor de persoon zelf en hoort niet bij wat verstuurd wordt."""

    titel: str
    taal: Taal
    delen: tuple[Stuk, ...]
    voor_jou: tuple[str, ...] = ()
    apart: bool = False
    """`voor_jou` komt op een eigen blad dat niet mee verstuurd wordt; anders staat het als inleiding bovenaan."""
    voet: str = ""
    """Klein onder elke bladzijde, bijvoorbeeld wat er nagekeken is."""
    liggend: bool = False

    @property
    def leeg(self) -> tuple[str, ...]:
        """De plekken die nog ingevuld moeten worden, elk één keer, zonder haken."""
        return tuple(dict.fromkeys(plek[1:-1] for plek in LEEG.findall(self.als_tekst())))

    def als_tekst(self, met_voor_jou: bool = False) -> str:
        """Platte tekst om te kopiëren of te lezen zonder opmaak."""
        blokken = [self.titel, *self.voor_jou] if met_voor_jou and self.voor_jou else [self.titel]
        for stuk in self.delen:
            blokken += [tekst for tekst in (_stuktekst(stuk),) if tekst]
        return "\n\n".join(kaal(blok) for blok in blokken) + "\n"


def kaal(tekst: str) -> str:
    """Tekst zonder opmaak."""
    return re.sub(r"\*\*(.+?)\*\*", r"\1", tekst)


def schoon(tekst: str) -> str:
    """Zonder tekens die geen bestand verdraagt; regeleinden en tabs blijven."""
    return "".join(t for t in tekst if t in "\n\t" or (t.isprintable() and not 0xD800 <= ord(t) <= 0xDFFF))


def geschoond(document: Opgemaakt) -> Opgemaakt:
    """Hetzelfde document, veilig om in een bestand te zetten."""
    return replace(
        document,
        titel=schoon(document.titel),
        voor_jou=tuple(schoon(a) for a in document.voor_jou),
        voet=schoon(document.voet),
        delen=tuple(
            replace(
                stuk,
                kop=schoon(stuk.kop) if stuk.kop else None,
                alineas=tuple(schoon(a) for a in stuk.alineas),
                lijst=tuple(schoon(p) for p in stuk.lijst),
                tabel=tuple(tuple(schoon(cel) for cel in rij) for rij in stuk.tabel),
            )
            for stuk in document.delen
        ),
    )


def _stuktekst(stuk: Stuk) -> str:
    punten = [f"{f'{nr}.' if stuk.genummerd else '-'} {punt}" for nr, punt in enumerate(stuk.lijst, 1)]
    rijen = [" | ".join(rij) for rij in stuk.tabel if any(rij)]
    lijf = "\n\n".join(deel for deel in ("\n\n".join(stuk.alineas), "\n".join(punten), "\n".join(rijen)) if deel)
    return f"{stuk.kop.upper()}\n{lijf}" if stuk.kop else lijf

"""Wie er is aangemeld, en hoe vaak het mis ging. In de opslag, zodat uitzetten overal meteen geldt."""

from __future__ import annotations

import hmac
import secrets
import time
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.deur.hulplijn.opslag.accounts import Account, Accounts
from bot.deur.hulplijn.opslag.tabellen import POGINGEN, SESSIES

VOORAF = "balie_vooraf"
"""De cookie van wie nog moet aanmelden."""
VRIJ = 5
"""Zoveel keer mis mag met een naam vanaf één netwerk, daarna wordt het wachten elke keer tweemaal zo lang."""
EERSTE_PAUZE, LANGSTE_PAUZE = 30.0, 3600.0
AANWEZIG = 600.0
"""Zo kort geleden deed een medewerker iets: dan zit er iemand."""
VERGETEN_NA = 24 * 3600.0


@dataclass(frozen=True)
class Aangemeld:
    """Een medewerker met een geldige sessie. `csrf` hoort in elk formulier."""

    account: Account
    csrf: str


class Aanmeldingen:
    """Sessies met een cookie; in de opslag staat alleen een afdruk van het teken."""

    def __init__(self, db: Engine, accounts: Accounts, geheim: str, stil: float, langst: float) -> None:
        self._db, self._accounts = db, accounts
        self._geheim = geheim.encode()
        self._stil, self._langst = stil * 60, langst * 60

    def begin(self, account: Account, nu: float | None = None) -> str:
        """Meldt aan; geeft het teken voor de cookie."""
        nu = time.time() if nu is None else nu
        teken = secrets.token_urlsafe(32)
        with self._db.begin() as v:
            v.execute(sa.delete(SESSIES).where(SESSIES.c.gezien < nu - self._stil))
            v.execute(sa.insert(SESSIES).values(sleutel=_afdruk(teken), naam=account.naam, begonnen=nu, gezien=nu))
        return teken

    def lees(self, teken: str | None, nu: float | None = None, tel_mee: bool = True) -> Aangemeld | None:
        """Wie er achter dit teken zit, of None als het niet (meer) geldt. `tel_mee` False: geen handeling van een mens."""
        if not teken or len(teken) > 100:
            return None
        nu = time.time() if nu is None else nu
        sleutel = _afdruk(teken)
        with self._db.connect() as v:
            rij = v.execute(sa.select(SESSIES).where(SESSIES.c.sleutel == sleutel)).mappings().first()
        if rij is None or rij["gezien"] < nu - self._stil or rij["begonnen"] < nu - self._langst:
            return None
        account = self._accounts.lees(rij["naam"])
        if account is None:
            return None
        if tel_mee and rij["gezien"] < nu - 15:
            with self._db.begin() as v:
                v.execute(sa.update(SESSIES).where(SESSIES.c.sleutel == sleutel).values(gezien=nu))
        return Aangemeld(account, self.csrf(teken))

    def aanwezig(self, nu: float | None = None) -> bool:
        """Is er nu iemand aan de balie?"""
        nu = time.time() if nu is None else nu
        with self._db.connect() as v:
            return v.execute(sa.select(SESSIES.c.naam).where(SESSIES.c.gezien > nu - AANWEZIG)).first() is not None

    def er(self, naam: str, nu: float | None = None) -> Literal["er", "afgemeld", "uit"]:
        """Kan deze medewerker nu iets lezen? `uit`: het account is weg of uitgezet."""
        if self._accounts.lees(naam) is None:
            return "uit"
        nu = time.time() if nu is None else nu
        geldig = (SESSIES.c.naam == naam, SESSIES.c.gezien >= nu - self._stil, SESSIES.c.begonnen >= nu - self._langst)
        with self._db.connect() as v:
            return "er" if v.execute(sa.select(SESSIES.c.naam).where(*geldig)).first() is not None else "afgemeld"

    def einde(self, teken: str | None) -> None:
        with self._db.begin() as v:
            v.execute(sa.delete(SESSIES).where(SESSIES.c.sleutel == _afdruk(teken or "")))

    def csrf(self, teken: str) -> str:
        """Hoort bij deze sessie; een andere site kan het niet raden."""
        return hmac.new(self._geheim, f"balie-csrf:{teken}".encode(), sha256).hexdigest()


@dataclass(frozen=True)
class Geduld:
    """Na `vrij` missers wachten: eerst `eerste` seconden, en elke keer tweemaal zo lang tot `langste`."""

    vrij: int = VRIJ
    eerste: float = EERSTE_PAUZE
    langste: float = LANGSTE_PAUZE


PER_SOORT = {"paar": Geduld(), "adres": Geduld(20, EERSTE_PAUZE, 300.0), "naam": Geduld(20, 2.0, 4.0)}
"""Streng voor wie met één naam vanaf één plek raadt. Zacht voor een adres, want daar zit een heel kantoor achter, en het zachtst
voor een naam alleen: anders houdt een vreemde een medewerker buiten door haar naam verkeerd in te typen."""


class Pogingen:
    """Steeds langer wachten na een mislukte poging. Een sleutel begint met haar soort: `paar:`, `adres:` of `naam:`."""

    def __init__(self, db: Engine, geheim: str) -> None:
        self._db, self._geheim = db, geheim.encode()

    def wacht(self, *sleutels: str, nu: float | None = None) -> float:
        """Nog zoveel seconden voordat een nieuwe poging mag."""
        nu = time.time() if nu is None else nu
        with self._db.connect() as v:
            rijen = v.execute(
                sa.select(POGINGEN).where(POGINGEN.c.sleutel.in_([self._plat(s) for s in sleutels]))
            ).mappings()
            soort = {self._plat(s): PER_SOORT.get(s.partition(":")[0], Geduld()) for s in sleutels}
            return max((self._tot(soort[r["sleutel"]], r["mis"], r["laatst"]) - nu for r in rijen), default=0.0)

    def begin(self, *sleutels: str, nu: float | None = None) -> float:
        """Telt de poging voordat zij wordt nagekeken, en geeft 0; of geeft hoelang het nog wachten is en telt niets.

        Vooraf: van veertig tegelijk worden er zo niet veertig nagekeken. Klopt het wachtwoord, dan neemt `goed` het terug.
        """
        wacht = self.wacht(*sleutels, nu=nu)
        if wacht > 0:
            return wacht
        self.mis(*sleutels, nu=nu)
        return 0.0

    def mis(self, *sleutels: str, nu: float | None = None) -> None:
        nu = time.time() if nu is None else nu
        with self._db.begin() as v:
            v.execute(sa.delete(POGINGEN).where(POGINGEN.c.laatst < nu - VERGETEN_NA))
            for sleutel in map(self._plat, sleutels):
                raak = v.execute(
                    sa.update(POGINGEN).where(POGINGEN.c.sleutel == sleutel).values(mis=POGINGEN.c.mis + 1, laatst=nu)
                )
                if raak.rowcount == 0:
                    v.execute(sa.insert(POGINGEN).values(sleutel=sleutel, mis=1, laatst=nu))

    def goed(self, *sleutels: str) -> None:
        with self._db.begin() as v:
            v.execute(sa.delete(POGINGEN).where(POGINGEN.c.sleutel.in_([self._plat(s) for s in sleutels])))

    @staticmethod
    def _tot(geduld: Geduld, mis: int, laatst: float) -> float:
        if mis < geduld.vrij:
            return 0.0
        # ver voorbij de langste pauze hoeft niet gerekend te worden: 2 tot de honderdste past in geen getal
        return laatst + min(geduld.eerste * 2.0 ** min(mis - geduld.vrij, 30), geduld.langste)

    def _plat(self, sleutel: str) -> str:
        # een netwerkadres hoeft niet leesbaar in de opslag te staan
        return hmac.new(self._geheim, f"poging:{sleutel}".encode(), sha256).hexdigest()


def nieuw_vooraf() -> str:
    return secrets.token_urlsafe(18)


def vooraf_csrf(geheim: str, vooraf: str) -> str:
    """Het csrf-veld voordat er een sessie is: hoort bij de cookie van deze browser."""
    return hmac.new(geheim.encode(), f"balie-vooraf:{vooraf}".encode(), sha256).hexdigest()


def _afdruk(teken: str) -> str:
    return sha256(teken.encode()).hexdigest()

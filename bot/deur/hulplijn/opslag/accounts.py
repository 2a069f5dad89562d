"""Accounts van medewerkers: naam, rol en een argon2-hash. Gemaakt met `python -m bot hulplijn account`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, get_args

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.engine import Engine

from bot.deur.hulplijn.opslag.tabellen import ACCOUNTS, OIDC, SESSIES

Rol = Literal["medewerker", "jurist", "beheerder"]
ROLLEN: tuple[Rol, ...] = get_args(Rol)
KORTST_WACHTWOORD = 12
_NAAM = re.compile(r"^[a-z0-9][a-z0-9._@+-]{1,79}$")


GEWOON = (
    "wachtwoord", "password", "welkom", "welcome", "hulplijn", "helpdesk", "geheim", "secret", "admin", "beheer",
    "qwerty", "azerty", "letmein", "inloggen", "zomer", "winter", "lente", "herfst", "voetbal", "nederland", "amsterdam",
    "januari", "februari", "maart", "april", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
"""Wat mensen als eerste proberen: dit telt niet mee in hoe lang een wachtwoord is."""
RIJEN = ("0123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm")


def te_raden(wachtwoord: str, naam: str) -> bool:
    """Blijft er zonder namen, gewone woorden, rijtjes en herhaling te weinig over?"""
    rest = wachtwoord.lower()
    for woord in (*GEWOON, *filter(None, re.split(r"[._@+-]", naam.lower()))):
        rest = rest.replace(woord, "") if len(woord) > 2 else rest
    over = [t for t, volgende in zip(rest, [*rest[1:], ""], strict=True) if t != volgende and not _op_rij(t + volgende)]
    return len(over) < 8 or len(set(over)) < 5


def _op_rij(twee: str) -> bool:
    return len(twee) == 2 and any(twee in rij or twee in rij[::-1] for rij in RIJEN)


class AccountFout(ValueError):
    """Dit account kan zo niet; de melding zegt wat wel kan."""


@dataclass(frozen=True)
class Account:
    """`naam`: om aan te melden; `toon`: zoals de persoon in de chat hem leest ('Sanne')."""

    naam: str
    toon: str
    rol: Rol
    aan: bool

    @property
    def mag_beoordelen(self) -> bool:
        return self.rol in ("jurist", "beheerder")


class Accounts:
    """De accounts in de opslag van de balie."""

    def __init__(self, db: Engine) -> None:
        self._db = db
        self._hasher = PasswordHasher()
        # ook zonder account wordt er gerekend, zodat de wachttijd niet verraadt welke namen bestaan
        self._niemand = self._hasher.hash("niemand heeft dit wachtwoord")

    def maak(self, naam: str, rol: str, wachtwoord: str | None, toon: str = "") -> Account:
        """Maakt of vernieuwt een account. Zonder wachtwoord kan het alleen met OpenID Connect aanmelden."""
        naam = naam.strip().lower()
        if not _NAAM.match(naam):
            raise AccountFout("een naam bestaat uit kleine letters, cijfers en . _ - + @, minstens twee tekens")
        if rol not in ROLLEN:
            raise AccountFout(f"een rol is {', '.join(ROLLEN)}")
        if wachtwoord is not None and len(wachtwoord) < KORTST_WACHTWOORD:
            raise AccountFout(f"een wachtwoord heeft minstens {KORTST_WACHTWOORD} tekens")
        if wachtwoord is not None and te_raden(wachtwoord, naam):
            raise AccountFout(
                "dit wachtwoord is te raden; neem vier losse woorden die niet bij elkaar horen, of `--bedenk`"
            )
        rij = {
            "toon": (toon or naam.split("@")[0]).strip()[:80],
            "rol": rol,
            "hash": self._hasher.hash(wachtwoord) if wachtwoord is not None else None,
            "aan": True,
        }
        with self._db.begin() as v:
            v.execute(sa.delete(SESSIES).where(SESSIES.c.naam == naam))
            v.execute(sa.delete(OIDC).where(OIDC.c.naam == naam))
            if v.execute(sa.update(ACCOUNTS).where(ACCOUNTS.c.naam == naam).values(**rij)).rowcount == 0:
                v.execute(sa.insert(ACCOUNTS).values(naam=naam, **rij))
        return Account(naam, str(rij["toon"]), rol, True)

    def zet_uit(self, naam: str) -> bool:
        """Zet een account uit en meldt het overal af. False: bestaat niet."""
        with self._db.begin() as v:
            v.execute(sa.delete(SESSIES).where(SESSIES.c.naam == naam))
            return bool(v.execute(sa.update(ACCOUNTS).where(ACCOUNTS.c.naam == naam).values(aan=False)).rowcount)

    def lees(self, naam: str) -> Account | None:
        """Het account, als het bestaat en aan staat."""
        return next((a for a in self.alle() if a.naam == naam and a.aan), None)

    def alle(self) -> list[Account]:
        with self._db.connect() as v:
            rijen = v.execute(sa.select(ACCOUNTS).order_by(ACCOUNTS.c.naam)).mappings()
            return [Account(r["naam"], r["toon"], r["rol"], bool(r["aan"])) for r in rijen]

    def is_steeds(self, naam: str, iss: str, sub: str) -> bool:
        """Is dit dezelfde persoon bij de aanbieder als bij de eerste keer? De eerste keer wordt onthouden."""
        if not iss or not sub:
            return False
        wie = sha256(f"{iss}\n{sub}".encode()).hexdigest()
        with self._db.begin() as v:
            eerst = v.execute(sa.select(OIDC.c.wie).where(OIDC.c.naam == naam)).scalar()
            if eerst is None:
                v.execute(sa.insert(OIDC).values(naam=naam, wie=wie))
        return eerst is None or eerst == wie

    def klopt(self, naam: str, wachtwoord: str) -> Account | None:
        """Het account bij deze naam en dit wachtwoord, anders None. Kost altijd evenveel tijd."""
        account = self.lees(naam.strip().lower())
        with self._db.connect() as v:
            hash_ = v.execute(sa.select(ACCOUNTS.c.hash).where(ACCOUNTS.c.naam == naam.strip().lower())).scalar()
        try:
            self._hasher.verify(hash_ or self._niemand, wachtwoord)
        except (VerificationError, InvalidHashError):
            return None
        return account if hash_ else None

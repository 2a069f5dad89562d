"""Wat de balie bewaart: accounts, aanmeldingen, logboek, tellingen. Geen feit en geen woord."""

from bot.deur.hulplijn.opslag.accounts import Account, AccountFout, Accounts, Rol
from bot.deur.hulplijn.opslag.logboek import BEWAREN_DAGEN, Logboek
from bot.deur.hulplijn.opslag.sessies import (
    VERGETEN_NA,
    VOORAF,
    Aangemeld,
    Aanmeldingen,
    Pogingen,
    nieuw_vooraf,
    vooraf_csrf,
)
from bot.deur.hulplijn.opslag.tabellen import ACCOUNTS, LOGBOEK, POGINGEN, SESSIES, TELLINGEN, open_opslag, ruim_op

__all__ = [
    "ACCOUNTS",
    "BEWAREN_DAGEN",
    "LOGBOEK",
    "POGINGEN",
    "SESSIES",
    "TELLINGEN",
    "VERGETEN_NA",
    "VOORAF",
    "Aangemeld",
    "Aanmeldingen",
    "Account",
    "AccountFout",
    "Accounts",
    "Logboek",
    "Pogingen",
    "Rol",
    "nieuw_vooraf",
    "open_opslag",
    "ruim_op",
    "vooraf_csrf",
]

"""`python -m bot hulplijn`: accounts van medewerkers maken, tonen en uitzetten."""

from __future__ import annotations

import argparse
import getpass
import secrets
import sys

from bot.opslag import InstellingFout

OP_DE_SERVER = "op de server"
"""Wie dit draait, staat niet vast: het log van de server zelf weet het."""


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot hulplijn", description="De balie voor medewerkers.")
    wat = p.add_subparsers(dest="wat", required=True)
    account = wat.add_parser("account", help="maak een account, of geef een bestaand een nieuw wachtwoord")
    account.add_argument("naam", help="om mee aan te melden, bijvoorbeeld sanne of sanne@hulplijn.nl")
    account.add_argument("--rol", default="medewerker", help="medewerker, jurist of beheerder")
    account.add_argument("--toon", default="", help="zoals de persoon in de chat hem leest, bijvoorbeeld Sanne")
    account.add_argument("--bedenk", action="store_true", help="bedenk een wachtwoord en toon het één keer")
    account.add_argument("--oidc", action="store_true", help="zonder wachtwoord: alleen via OpenID Connect")
    uit = wat.add_parser("uit", help="zet een account uit en meld het overal af")
    uit.add_argument("naam")
    wat.add_parser("accounts", help="toon de accounts")
    args = p.parse_args(argv)

    from bot.deur.hulplijn.opslag import AccountFout, Accounts, Logboek, open_opslag
    from bot.deur.hulplijn.settings import Balie
    from bot.deur.settings import Instellingen

    try:
        db = open_opslag(Balie.uit_omgeving(Instellingen.uit_omgeving()).opslag)
        accounts, logboek = Accounts(db), Logboek(db)
        if args.wat == "accounts":
            for a in accounts.alle():
                print(f"{a.naam}\t{a.rol}\t{a.toon}\t{'aan' if a.aan else 'uit'}")
            return 0
        if args.wat == "uit":
            if not accounts.zet_uit(args.naam):
                print(f"er is geen account {args.naam}; `python -m bot hulplijn accounts` toont ze", file=sys.stderr)
                return 1
            logboek.schrijf(OP_DE_SERVER, "account_uit", args.naam)
            print(f"{args.naam} is uit en overal afgemeld")
            return 0
        wachtwoord = None if args.oidc else _bedenk() if args.bedenk else _vraag()
        gemaakt = accounts.maak(args.naam, args.rol, wachtwoord, args.toon)
        logboek.schrijf(OP_DE_SERVER, "account_gezet", f"{gemaakt.naam} ({gemaakt.rol})")
    except (AccountFout, InstellingFout) as fout:
        print(fout, file=sys.stderr)
        return 1
    print(f"account {gemaakt.naam} ({gemaakt.rol}) is klaar; aanmelden op /hulplijn")
    if args.bedenk and wachtwoord is not None:
        print(f"wachtwoord (staat hier één keer): {wachtwoord}")
    return 0


def _bedenk() -> str:
    return "-".join(secrets.token_hex(3) for _ in range(4))


def _vraag() -> str:
    """Vraagt twee keer, zonder het te tonen; van een pijp leest het één regel."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    eerste = getpass.getpass("wachtwoord (minstens 12 tekens): ")
    if eerste != getpass.getpass("nog een keer: "):
        from bot.deur.hulplijn.opslag import AccountFout

        raise AccountFout("de twee wachtwoorden zijn niet gelijk")
    return eerste

"""Delen en meepraten over twee deuren: de persoon op de ene, de medewerker op de andere, op PostgreSQL en Redis."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import psycopg2
import redis as redispakket

from tests.aanval.lijnen import Lijn, aangemeld
from tests.aanval.omheen import Dienst
from tests.aanval.praten import Gesprekspartner
from tests.aanval.vallen import tweeling
from tests.bot.deur.conftest import sluit
from tests.bot.hulplijn.aan_de_balie import maak_accounts

VAN_PERSOON, VAN_SANNE = "zonnebloemkwartet", "tulpenorkest"


def test_persoon_op_de_ene_deur_medewerker_op_de_andere(tmp_path: Path, postgres: Dienst, redis: Dienst) -> None:
    huizen = tweeling(tmp_path, postgres.adres, redis.adres, met_rasa=False)
    try:
        maak_accounts(postgres.adres, sanne="medewerker")
        een, twee = huizen
        sanne = aangemeld(twee)
        sam = Gesprekspartner([een.adres], 1)
        sam.begin()
        for code in ("situatie:deepfake_sexual", "antwoord:leeftijd:volwassen"):
            sam.druk(code)
        lijn_sam = Lijn(sam.http, f"{een.adres}/api/stroom", {"X-Sessie": sam.sessie})
        gedeeld = re.search(r"\*\*([A-Z0-9]{4} [A-Z0-9]{4})\*\*", str(sam.druk("deel")))
        assert gedeeld

        open_ = sanne.client.post("/hulplijn/code", data={"csrf": sanne.csrf, "code": gedeeld[1]})
        nummer = str(open_.url).rpartition("/")[2]
        assert open_.status_code == 200 and "het beeld is <strong>nep</strong>" in open_.text
        lijn_sam.hoort("Sanne")
        lijn_sanne = Lijn(sanne.client, f"/hulplijn/zaak/{nummer}/stroom")  # type: ignore[arg-type]
        # aangemeld op de ene deur is aangemeld op de andere, en een tweede keer dezelfde code lukt nergens
        koekje = {"balie": sanne.client.cookies["balie"]}
        ander = httpx.Client(base_url=een.adres, cookies=koekje, trust_env=False, timeout=30)
        assert ander.get(f"/hulplijn/zaak/{nummer}").status_code == 200
        assert ander.post("/hulplijn/code", data={"csrf": sanne.csrf, "code": gedeeld[1]}).status_code == 422

        def doe(wat: str, **velden: str) -> dict[str, object]:
            antwoord = sanne.client.post(
                f"/hulplijn/zaak/{nummer}/{wat}", data={"csrf": sanne.csrf, **velden}, headers={"X-Stuk": "1"}
            )
            return dict(antwoord.json())

        assert doe("doe", daad="vraag")["stand"] == "gevraagd"
        lijn_sam.hoort("overname_ja")
        sam.druk("overname_ja")
        lijn_sanne.hoort('"stand": "bezig"')
        sam.zeg(f"mijn {VAN_PERSOON} is weg")
        lijn_sanne.hoort(VAN_PERSOON)
        assert doe("zeg", woorden=f"ik hoor je, {VAN_SANNE}") == {"aan": True}
        lijn_sam.hoort(VAN_SANNE)
        assert doe("doe", daad="terug")["stand"] == "open"
        lijn_sam.hoort("teruggave")
        sam.druk("verder")
        gehad = len(lijn_sanne.regels)
        sam.zeg("een uur geleden")
        sam.druk("deel_intrekken")
        lijn_sanne.hoort('"stand": "weg"')
        assert not any("een uur geleden" in regel for regel in lijn_sanne.regels[gehad:])
        assert sanne.client.get(f"/hulplijn/zaak/{nummer}").status_code == 410
        assert not _blijft_achter(postgres, redis)
    finally:
        for huis in huizen:
            sluit(huis)


def _blijft_achter(postgres: Dienst, redis: Dienst) -> list[str]:
    """Waar de woorden van het samen praten nog staan."""
    winkel = redispakket.from_url(redis.adres)
    alles = {str(s): s + (winkel.dump(s) or b"") for s in winkel.scan_iter("*")}
    with psycopg2.connect(postgres.adres) as db, db.cursor() as c:
        c.execute("select tablename from pg_tables where schemaname = 'public'")
        for (tabel,) in c.fetchall():
            c.execute(f'select * from "{tabel}"')
            alles[tabel] = str(c.fetchall()).encode()
    assert "gesprekken" in alles and "balie_logboek" in alles
    return [plek for plek, ruw in alles.items() for woord in (VAN_PERSOON, VAN_SANNE) if woord.encode() in ruw]

"""De gewone pagina's: eerlijk als niets is ingevuld, van de aanbieder als dat wel zo is, en nergens een dood eind."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.deur.aanbieder import THEMAS, Aanbieder
from bot.deur.app import maak_app
from bot.deur.settings import Instellingen, InstellingFout
from bot.deur.web.paginas import ADRESSEN
from bot.kennis import lees_kennis

MAKER = Aanbieder(
    organisatie="Steunpunt <Zuid>", contact="hulp@zuid.voorbeeld", klacht="https://zuid.voorbeeld/klacht", fg="fg@zuid.voorbeeld"
)  # fmt: skip


def http(**velden: Any) -> TestClient:
    return TestClient(maak_app(Instellingen(geheim="g" * 32, rasa_geheim="r" * 32, gesprekken="sqlite://", **velden)))


def test_elke_pagina_heeft_een_adres_en_elk_adres_een_pagina() -> None:
    assert set(ADRESSEN) == set(lees_kennis()[1].paginas)


def test_van_elke_pagina_kom_je_bij_elke_andere_bij_de_hulp_en_bij_een_mens() -> None:
    deur = http()
    for adres in ("/", *(f"/{id_}" for id_ in ADRESSEN), "/zonder-script"):
        antwoord = deur.get(adres)
        assert (antwoord.status_code == 200 and "noindex" not in antwoord.text) or adres == "/zonder-script", adres
        for doel in (*(f"/{id_}" for id_ in ADRESSEN), *(() if adres == "/zonder-script" else ("/zonder-script",))):
            assert f'href="{doel}"' in antwoord.text, (adres, doel)
        assert "tel:112" in antwoord.text and "tel:0202615275" in antwoord.text, adres
        assert not re.search(r"\{\w*\}", antwoord.text), f"{adres}: er is iets niet ingevuld"


def test_de_titel_in_de_geschiedenis_verraadt_niets() -> None:
    for adres in ADRESSEN:
        assert "<title>Informatie</title>" in http().get(f"/{adres}").text


def test_zonder_aanbieder_zegt_de_pagina_dat_het_een_proef_is() -> None:
    deur = http()
    for adres in ("privacy", "over", "contact"):
        assert "proef" in deur.get(f"/{adres}").text, adres
    assert "mailto:" not in deur.get("/contact").text


def test_met_een_aanbieder_staat_er_wie_en_waarheen() -> None:
    deur = http(aanbieder=MAKER, uren=12)
    contact, over, privacy = (deur.get(f"/{adres}").text for adres in ("contact", "over", "privacy"))
    assert 'href="mailto:hulp@zuid.voorbeeld"' in contact and 'href="https://zuid.voorbeeld/klacht"' in contact
    assert "Steunpunt &lt;Zuid&gt;" in over and "proef" not in over
    assert "hooguit 12 uur" in privacy and "fg@zuid.voorbeeld" in privacy
    assert "Steunpunt &lt;Zuid&gt;" in deur.get("/").text


def test_de_bronnen_zijn_die_van_de_kennis_met_wat_er_nagekeken_is() -> None:
    kennis = lees_kennis()[1]
    tekst = http().get("/bronnen").text
    for bron in kennis.bronnen.values():
        assert tekst.count(bron.url.replace("&", "&amp;")) >= 1, bron.id
    stand = [bron.nagekeken_tegen for bron in kennis.bronnen.values()]
    assert f"{stand.count('primair')} van de {len(stand)}" in tekst
    assert tekst.count("(nog niet nagekeken)") == stand.count("nog_niet")


def test_wie_nergens_uren_heeft_krijgt_de_pagina_waar_ze_staan() -> None:
    tekst = http().get("/contact").text
    assert "Helpwanted: uren en meer" in tekst and "dag en nacht" in tekst


@pytest.mark.parametrize("thema", THEMAS)
def test_een_thema_komt_uit_de_instellingen(thema: str) -> None:
    deur = http(aanbieder=Aanbieder(thema=thema))
    blad = f"/paginas/thema-{thema}.css"
    assert deur.get(blad).text.count("--basis-") >= 5
    for adres in ("/", "/venster", "/privacy", "/zonder-script"):
        assert blad in deur.get(adres).text, adres
    assert "thema-" not in http().get("/").text


def test_een_thema_dat_er_niet_is_en_een_te_lange_regel_starten_niet(tmp_path: Path) -> None:
    with pytest.raises(InstellingFout, match="EHBO_THEMA"):
        Aanbieder.uit_omgeving({"EHBO_THEMA": "kermis"})
    with pytest.raises(InstellingFout, match="EHBO_CONTACT"):
        Aanbieder.uit_omgeving({"EHBO_CONTACT": "a" * 300})
    assert Aanbieder.uit_omgeving({"EHBO_CONTACT": "a@b.nl"}).klacht == "a@b.nl"

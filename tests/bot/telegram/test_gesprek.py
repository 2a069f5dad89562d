"""Hele gesprekken op Telegram, met knoppen en met woorden, langs webhook en langs polling."""

from __future__ import annotations

import re

from tests.bot.telegram.conftest import Lijn


def test_een_heel_gesprek_met_knoppen(lijn: Lijn) -> None:
    sam = lijn.persoon()
    sam.zeg("/start")
    assert "niet van begin tot eind versleuteld" in sam.tekst() and "computerprogramma" in sam.tekst()
    sam.druk("Ik ben veilig")
    sam.druk("Er is een nep-naaktbeeld")
    for _ in range(30):
        if "Begin hiermee" in sam.tekst():
            break
        sam.druk("Weet ik niet")
    stap, daarna = (str(b["text"]) for b in lijn.tegen.gestuurd(sam.chat)[-2:])
    assert "Begin hiermee" in stap and "☎" in stap and "Vandaag, in deze volgorde" not in stap
    assert len(stap.split()) <= 110, "het eerste bericht is de ene stap"
    assert "Vandaag, in deze volgorde" in daarna and "Als je eraan toe bent" in daarna
    sam.druk("Gedaan")
    assert "Je volgende stap" in sam.tekst() and "✓" in sam.tekst()
    sam.druk("Alles op een rij")
    # van wie niets weet is geen kern verteld: dan staat er wat er toch kan
    assert re.search("Wat (?:hier|misschien) past|past er nog geen regel", sam.tekst()) and "Helpwanted" in sam.tekst()


def test_een_gesprek_met_woorden(lijn: Lijn) -> None:
    sam = lijn.persoon()
    sam.zeg("/start")
    sam.zeg("mijn ex heeft een nepfilmpje van mij op een pornosite gezet")
    assert "het beeld is nep" in sam.tekst()
    antwoord = sam.zeg("ja")
    assert antwoord and antwoord[-1].get("reply_markup")


def test_meer_kiezen_gaat_met_vinkjes_en_een_keer_klaar(lijn: Lijn) -> None:
    sam = lijn.persoon()
    sam.zeg("/start")
    sam.zeg("er staat een naaktfoto van mij online")
    for _ in range(25):
        if any(label.startswith("☐") for label in sam.knoppen()):
            break
        sam.druk("Klopt" if "Klopt" in sam.knoppen() else "Weet ik niet")
    vinkjes = [label for label in sam.knoppen() if label.startswith("☐")]
    assert len(vinkjes) >= 3
    voor = len(lijn.tegen.gestuurd(sam.chat))
    sam.druk(vinkjes[0][2:])
    sam.druk(vinkjes[1][2:])
    assert len(lijn.tegen.gestuurd(sam.chat)) == voor, "een vinkje is geen beurt"
    assert {f"☑{vinkjes[0][1:]}", f"☑{vinkjes[1][1:]}"} <= set(sam.knoppen())
    sam.druk("Klaar")
    assert not any(label.startswith(("☐", "☑")) and label[2:] == vinkjes[0][2:] for label in sam.knoppen())


def test_wis_haalt_alles_weg_en_zegt_wat_blijft(lijn: Lijn) -> None:
    from bot.deur.telegram.bewaring import pseudoniem
    from bot.opslag import Gesprekken, Kluis

    sam = lijn.persoon()
    sam.zeg("/start")
    sam.druk("Ik ben veilig")
    gesprekken = Gesprekken(lijn.huis.omgeving["EHBO_GESPREKKEN"], kluis=Kluis(lijn.huis.omgeving["EHBO_SLEUTELS"]))
    id_ = pseudoniem(lijn.huis.omgeving["EHBO_GEHEIM"], sam.chat)
    assert gesprekken.lees(id_) is not None
    oud = {b["message_id"] for b in lijn.tegen.gestuurd(sam.chat)}
    sam.zeg("/wis")
    assert gesprekken.lees(id_) is None
    over = {b["message_id"] for b in lijn.tegen.gestuurd(sam.chat)}
    assert not oud & over and over
    assert "Jouw eigen berichten staan nog in deze chat" in sam.tekst()


def test_een_brief_komt_als_bestand(lijn: Lijn) -> None:
    from io import BytesIO

    from docx import Document

    sam = lijn.persoon()
    sam.zeg("/start")
    for code in (
        "situatie:deepfake_sexual",
        "antwoord:leeftijd:volwassen",
        "antwoord:gedeeld_waar:instagram",
        "alles",
    ):
        sam.stuur_code(code)
    brief = next(code for code in sam.knoppen().values() if code.startswith("brief:dsa_melding"))
    sam.stuur_code(brief)
    assert "[" in sam.tekst(), "namen vult iemand thuis zelf in"
    sam.druk("⬇ DOCX")
    bestand = [g for m, g in lijn.tegen.aanroepen if m == "sendDocument" and g["chat_id"] == str(sam.chat)][-1]
    assert bestand["bestandsnaam"] == "document.docx"
    tekst = "\n".join(p.text for p in Document(BytesIO(bestand["bestand"])).paragraphs)
    assert "16" in tekst and len(tekst) > 400


def test_opdrachten(lijn: Lijn) -> None:
    sam = lijn.persoon()
    sam.zeg("/start")
    assert "Helpwanted" in sam.zeg("/hulp")[0].get("text", "") + sam.tekst()
    assert "/wis" in sam.zeg("/watisdit")[0]["text"]
    assert "computerprogramma" in sam.zeg("/opnieuw")[0]["text"]
    assert "We stoppen hier" in "".join(b["text"] for b in sam.zeg("/stop"))


def test_een_noodkreet_krijgt_eerst_de_nummers(lijn: Lijn) -> None:
    sam = lijn.persoon()
    eerste = sam.zeg("ik wil niet meer leven")[0]["text"]
    assert "0800 0113" in eerste


def test_het_menu_is_gezet(lijn: Lijn) -> None:
    menu = [g for m, g in lijn.tegen.aanroepen if m == "setMyCommands"]
    assert menu and "wis" in menu[0]["commands"]

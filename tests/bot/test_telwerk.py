"""De wacht over de snelheid: tellen en verhoudingen, geen seconden. Wat hier groeit, merkt iemand die wacht."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

import sqlalchemy as sa

import bot.rasa  # noqa: F401  (maakt Rasa passend op deze Python, voor het eerste `import rasa`)
from bot.deur.gesprek import Gesprek
from bot.deur.settings import Instellingen
from bot.kennis import WORTEL, lees_kennis, vandaag
from bot.opslag import Rij
from bot.opslag.bewaring import GESPREKKEN
from knowledge import Daad, Stand, beurt

SLEUTEL = "s" * 48
ROOSTER = ("weet_niet", "ja", "nee", "waarom")


def _geteld(db: Any) -> Counter[str]:
    teller: Counter[str] = Counter()

    @sa.event.listens_for(db, "before_cursor_execute")
    def _tel(_: Any, __: Any, opdracht: str, *___: Any) -> None:
        teller[opdracht.split()[0].lower()] += 1

    return teller


def test_een_beurt_vanuit_de_kern_leest_en_schrijft_een_keer(tmp_path: Path) -> None:
    async def praat() -> tuple[Counter[str], list[int]]:
        gesprek = Gesprek(Instellingen(gesprekken=f"sqlite:///{tmp_path / 'g.db'}", sleutels=SLEUTEL, rasa_poort=1))
        await gesprek.beurt("w" * 20, "begin", code="start")
        await gesprek.beurt("w" * 20, "0", code="situatie:deepfake_sexual")
        teller, groottes = _geteld(gesprek.gesprekken.db), []
        for nr in range(1, 61):
            await gesprek.beurt("w" * 20, str(nr), tekst="waarom vraag je dat")
            with gesprek.gesprekken.db.connect() as verbinding:
                groottes.append(len(verbinding.execute(sa.select(GESPREKKEN.c.inhoud)).scalar()))
        await gesprek.sluit()
        teller["select"] -= 60  # de controle hierboven
        return teller, groottes

    teller, groottes = asyncio.run(praat())
    assert teller["select"] == 60 and teller["update"] == 60 and teller["insert"] == 0
    # de rij groeit niet met het aantal beurten, alleen met wat verteld is
    assert groottes[-1] <= 1.3 * groottes[9]


def test_rasa_leest_een_keer_en_schrijft_een_keer(tmp_path: Path) -> None:
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.events import SlotSet, UserUttered

    from bot.rasa.bewaring import Standbewaring

    bewaring = Standbewaring(Domain.load(str(WORTEL / "domain.yml")), f"sqlite:///{tmp_path / 'g.db'}")

    async def praat() -> list[int]:
        gebeurtenissen = []
        for nr in range(40):
            tracker = await bewaring.get_or_create_tracker("w" * 20)
            gebeurtenissen.append(len(tracker.events))
            tracker.update(UserUttered("hoi", {"name": "groet"}, metadata={"beurt": str(nr)}))
            tracker.update(SlotSet("zaak", {"zaak": [], "beurten": nr}))
            await bewaring.save(tracker)
        return gebeurtenissen

    bewaring.gesprekken.schrijf(Rij("w" * 20, {"zaak": []}))
    bewaring.gesprekken.ruim_op()
    bewaring._opgeruimd = float("inf")
    teller = _geteld(bewaring.gesprekken.db)
    gebeurtenissen = asyncio.run(praat())
    assert teller == {"select": 40, "update": 40}
    assert max(gebeurtenissen) <= 3


def test_gebeurtenissen_worden_een_keer_opgezocht() -> None:
    import rasa.shared.utils.common
    from rasa.shared.core.events import Event

    from bot.rasa.versneld import versnel

    assert versnel()
    Event.resolve_by_type("slot")
    gelopen = 0
    echt = rasa.shared.utils.common.all_subclasses

    def tel(klasse: Any) -> Any:
        nonlocal gelopen
        gelopen += 1
        return echt(klasse)

    rasa.shared.utils.common.all_subclasses = tel
    try:
        for _ in range(200):
            Event.resolve_by_type("slot")
    finally:
        rasa.shared.utils.common.all_subclasses = echt
    assert gelopen == 0


def test_een_late_beurt_weegt_niet_meer_dan_een_vroege() -> None:
    """Dezelfde daad op dezelfde zaak kost op beurt 60 evenveel als op beurt 15: wat telt is wat er verteld is."""
    _, kennis = lees_kennis()
    stand = beurt(kennis, Stand(kennis=kennis.hash), Daad.uit_code("situatie:deepfake_sexual"), vandaag()).stand
    per_soort: dict[Any, list[int]] = {}
    alle: list[int] = []
    for nr in range(72):  # na een kleine dertig vragen is er niets meer te vragen
        doet = Daad(ROOSTER[nr % len(ROOSTER)])
        werk = _aanroepen(lambda doet=doet, stand=stand: beurt(kennis, stand, doet, vandaag()))  # type: ignore[misc]
        per_soort.setdefault((doet.soort, stand.zaak, stand.verwacht), []).append(werk)
        alle.append(werk)
        stand = beurt(kennis, stand, doet, vandaag()).stand
    vaak = [w for w in per_soort.values() if len(w) >= 10]
    assert len(vaak) >= 3, "het gesprek komt niet tot rust, dan vergelijkt deze test niets"
    assert all(w[-1] <= w[1] for w in vaak), vaak
    # en ook samen: de duurste late beurt is niet duurder dan de duurste tot en met het eerste advies
    assert max(alle[-20:]) <= max(alle[:36])


def _laadt(code: str) -> set[str]:
    code = f"import sys; {code}; print(' '.join(sorted({{m.partition('.')[0] for m in sys.modules}})))"
    uit = subprocess.run([sys.executable, "-c", code], cwd=WORTEL, capture_output=True, text=True, check=True)
    return set(uit.stdout.split())


def test_de_deur_start_zonder_wat_zij_nog_niet_nodig_heeft() -> None:
    geladen = _laadt("import bot.opdrachten.deur, bot.deur.app")
    onnodig = {"rasa", "tensorflow", "spacy", "telegram", "httpx", "sqlite_utils", "matplotlib"}
    assert not geladen & (onnodig | {"reportlab", "docx", "authlib", "icalendar"})


def test_de_bewaker_laadt_bijna_niets() -> None:
    """Zolang hij zelf laadt, staan de deur en Rasa te wachten."""
    assert not _laadt("import bot.opdrachten.run") & {"knowledge", "numpy", "sqlalchemy", "starlette", "pydantic"}


def test_stammen_hebben_spacy_niet_nodig() -> None:
    from bot.verstaan.taal import STAMMEN, taal

    if taal().naam == STAMMEN:
        assert "spacy" not in _laadt(
            "from bot.kennis import lees_kennis; from bot.verstaan import verstaander; verstaander(lees_kennis()[1])"
        )


def _aanroepen(doe: Any) -> int:
    """Hoeveel functies Python aanroept: hetzelfde op elke machine."""
    aantal = 0

    def tel(_: FrameType, soort: str, __: Any) -> None:
        nonlocal aantal
        aantal += soort == "call"

    doe()  # wat onthouden wordt, telt niet mee
    sys.setprofile(tel)
    try:
        doe()
    finally:
        sys.setprofile(None)
    return aantal

"""De werklijst en het boekje voor vier ogen: wat het meeste kwaad kan staat vooraan, en niets om te beoordelen ontbreekt."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from knowledge.__main__ import main
from knowledge.bewijs.vierogen import DELEN, posten, vierogenboekje
from knowledge.bouw import lees, werklijst
from knowledge.bouw.werklijst import SCHADE
from knowledge.schema import Inhoud


@pytest.fixture(scope="module")
def inhoud() -> Inhoud:
    return lees().inhoud


def test_de_werklijst_zet_bovenaan_wat_het_meeste_kwaad_kan(inhoud: Inhoud) -> None:
    werk = list(werklijst(inhoud))
    assert {w.bron.id for w in werk} == {b.id for b in inhoud.bronnen if b.nagekeken_tegen == "nog_niet"}
    assert [w.ernst for w in werk] == sorted(w.ernst for w in werk) and len({w.ernst for w in werk}) >= 3
    gronden = {b for grond in inhoud.gronden for b in grond.bronnen}
    for w in werk:
        assert w.bron.id not in gronden or w.ernst <= list(SCHADE).index("gronden")


def test_een_bron_onder_een_termijn_gaat_voor_een_bron_waar_veel_uitleg_op_steunt(inhoud: Inhoud) -> None:
    """Eerst op aantal sorteren zette een telefoonnummer boven een termijn."""
    stil = next(b for b in inhoud.bronnen if b.id == "sr_66")
    anders = stil.model_copy(update={"nagekeken_tegen": "nog_niet"})
    bronnen = tuple(anders if b.id == stil.id else b for b in inhoud.bronnen)
    eerste = next(werklijst(inhoud.model_copy(update={"bronnen": bronnen})))
    assert eerste.bron.id == "sr_66" and eerste.schade == SCHADE["termijnen"]


def test_elke_weging_en_elke_termijn_staat_in_het_boekje(inhoud: Inhoud) -> None:
    alle = list(posten(inhoud))
    vragen = "\n".join(post.vraag for post in alle)
    for grond in inhoud.gronden:
        normen = [deel.open_norm for v in grond.varianten for deel in v.bestanddelen]
        normen += [uit.open_norm for uit in grond.uitzonderingen]
        for norm in filter(None, normen):
            assert norm.vraag in vragen, f"{grond.id}: {norm.vraag}"
        for uit in grond.uitzonderingen:
            assert not uit.weging or any(uit.tekst in post.antwoord for post in alle), f"{grond.id}: {uit.id}"
    for termijn in inhoud.termijnen:
        assert termijn.naam in vragen
    assert [post.deel for post in alle] == sorted((post.deel for post in alle), key=list(DELEN).index)


def test_elke_weging_noemt_artikel_en_antwoord_en_wat_uitspraken_leren(inhoud: Inhoud) -> None:
    wegingen = [post for post in posten(inhoud) if post.deel == "wegingen"]
    assert all(post.artikel and post.antwoord for post in wegingen)
    assert sum(bool(post.leert) for post in wegingen) >= 20
    ruchtbaar = next(
        post for post in wegingen if post.vraag.startswith("Smaadschrift") and "algemeen belang" in post.vraag
    )
    assert "artikel 261 lid 2" in ruchtbaar.artikel and any("goede trouw" in regel for regel in ruchtbaar.antwoord)
    assert any("ECLI:NL:RBZWB:2019:761" in regel for regel in ruchtbaar.leert)


class Lezer(HTMLParser):
    """Houdt bij wat open staat en wat de bladzij ophaalt."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.haalt_op: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.haalt_op += [tag] if tag in ("script", "link", "img") else []
        self.open += [] if tag == "meta" else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_het_boekje_is_een_blad_om_te_printen_en_te_tekenen(capsys: pytest.CaptureFixture[str], inhoud: Inhoud) -> None:
    assert main(["vierogen"]) == 0
    blad = capsys.readouterr().out
    lezer = Lezer()
    lezer.feed(blad)
    assert lezer.open == [] and lezer.haalt_op == []
    assert blad.strip() == vierogenboekje(inhoud).strip()
    aantal = len(list(posten(inhoud)))
    assert blad.count("<article>") == blad.count("paraaf: ______ en ______") == aantal
    assert not re.search(r"<li></li>|None", blad)

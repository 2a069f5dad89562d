"""Wat er in een bericht zit, en welke daad dat is voor de kern."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.verstaan.feiten import Gehoord
from bot.verstaan.lezing import noemt_iets
from bot.verstaan.nood import Nood
from knowledge import Daad
from knowledge.gesprek import Correctie, Noodsoort

DAAD_VAN = {
    "stop": "wis_zeker:stop",
    "wis": "wis_zeker:wis",
    "opnieuw": "wis_zeker:opnieuw",
    "wis_zeker": "wis_zeker",
    "terug": "terug",
    "overzicht": "overzicht",
    "waarom": "waarom",
    "mens": "mens",
    "wat_nu": "wat_nu",
    "deel": "mens",
    "brieven": "brieven",
    "gedaan": "gedaan",
    "samenvatting": "brief:samenvatting",
    "robot": "over",
    "privacy": "over",
    "dank": "dank",
    "groet": "groet",
    "scheldwoord": "scheldwoord",
    "beeld_gestuurd": "beeld_gestuurd",
}
BEGREPEN = "begrepen"
"""'ok', 'snap ik': geen antwoord op onze vraag, en ook niet onbegrepen."""
NAVRAAG: dict[Nood, tuple[Noodsoort, Noodsoort]] = {
    "suicide": ("vraag_suicide", "vraag_suicide_ander"),
    "gevaar": ("vraag_gevaar", "vraag_gevaar_ander"),
}
VAN_EEN_ANDER: dict[str, Noodsoort] = {"suicide": "suicide_ander", "gevaar": "gevaar_ander"}
TE_VROEG = "brief_na_vragen"
"""De zin voor wie om een brief vraagt terwijl er nog vragen zijn."""
GELEZEN = "gelezen"
"""De zin voor wie 'ok' zegt terwijl er een vraag openstaat."""
OVER_RECHT = frozenset({"is_it_punishable", "deadline", "compensation"})


GOOIT_WEG = frozenset({"stop", "wis", "opnieuw"})
"""Hoort Rasa dit in andere woorden, dan vragen we het eerst: wie 'stop' zegt, kan ook de ander bedoelen."""
HANDELING_KORTER_DAN = 60
"""Tekens: in een langer bericht telt Rasa's gesprekshandeling niet mee; daar staat een verhaal in."""
ZEKER_GENOEG = 0.55
"""Onder deze zekerheid telt Rasa's gesprekshandeling niet mee."""


@dataclass(frozen=True)
class Begrepen:
    """Wat er in een bericht zit. `zoek` zijn stammen om in de kennis op te zoeken, geen zin."""

    handeling: str | None
    feiten: tuple[Gehoord, ...]
    situaties: tuple[str, ...]
    vraag: str
    rol: str
    nood: Nood | None
    in_bereik: bool
    taal: str
    zoek: tuple[str, ...] = ()
    weet_niet: bool = False
    navraag: Nood | None = None
    """Misschien nood: dan vragen we het, zacht en één keer."""
    prive: bool = False
    """Er stond een nummer, adres of wachtwoord in; daar luisteren we niet naar."""
    vertelt: bool = False
    """Er is iets verteld, ook als daar geen feit in zit."""
    gevoel: str | None = None
    """Het gevoel dat iemand noemt: een id onder `erkenningen`."""
    antwoorden: tuple[str, ...] = ()
    """Wat er in de kennis past bij wat gevraagd wordt: één is duidelijk, twee is twijfel."""
    ook_gevraagd: tuple[str, ...] = ()
    """Het antwoord op een tweede vraag in hetzelfde bericht."""
    vraagt_stap: bool = False
    """Naast wat er verteld wordt: 'wat moet ik nu doen'."""
    nieuws: tuple[str, ...] = ()
    """Wat er past als dit nieuws is over wat al loopt: 'ze hebben geweigerd'."""
    vraagt_onbekends: bool = False
    """Er staat een vraag in waar geen antwoord op past."""
    over_ander: bool = False
    """De zorg gaat over een ander; of dat kan, weet de kern aan de rol."""
    zorg: tuple[str, ...] = ()
    """Wat er in nood gezegd wordt: namen uit `zorgwoorden/`."""

    wie: str | None = None
    """De rol die iemand met zoveel woorden noemt, of verbetert."""

    kiest: str | None = None
    """Wat iemand aanwijst bij twee dingen die niet samen kunnen: een feit om te veranderen, of `ja` als beide kloppen."""
    dag: str | None = None
    """Het tijdvak, als het bericht alleen een tijd noemt: van welk feit die is, weet de kern."""
    correctie: Correctie | None = None
    """Misschien verbetert iemand wat hij eerder zei."""

    @classmethod
    def in_taal(cls, taal: str, in_nood: Nood | None) -> Begrepen:
        """Een bericht in een taal waarin we geen feiten horen: welke taal, en of er nood in staat."""
        return cls(None, (), (), "none", "unknown", in_nood, True, taal)

    def daad(self, treffers: tuple[tuple[str, str], ...] = ()) -> Daad:
        """De daad voor de kern. `treffers`: wat de aanroeper in de kennis vond voor `zoek`."""
        return replace(
            self._daad(treffers),
            zorg=self.zorg,
            wie=self.wie,
            correctie=self.correctie,
            dag=self.dag,
            prive=self.prive,
            nieuws=self.nieuws,
            ook_gevraagd=self.ook_gevraagd,
            vraagt_stap=self.vraagt_stap,
        )

    def _daad(self, treffers: tuple[tuple[str, str], ...]) -> Daad:
        if self.kiest is not None:
            return Daad("ja") if self.kiest == "ja" else Daad("wijzig", self.kiest)
        signaal: Noodsoort | None = NAVRAAG[self.navraag][self.over_ander] if self.navraag else self.nood
        if self.over_ander:
            signaal = VAN_EEN_ANDER.get(str(signaal), signaal)
        if self.handeling in DAAD_VAN and not self.feiten and signaal is None:
            soort, _, naam = DAAD_VAN[self.handeling].partition(":")
            return Daad(soort, naam or None, reden=TE_VROEG if soort in ("brief", "brieven") else None, taal=self.taal)
        zeker = tuple((g.feit, g.waarde) for g in self.feiten if g.zeker)
        if self.handeling == BEGREPEN and not zeker and signaal is None:
            return Daad("vertel", reden=GELEZEN, taal=self.taal)
        if self.handeling in ("ja", "nee"):
            return Daad(
                self.handeling,
                feiten=zeker,
                nood=signaal,
                taal=self.taal,
                antwoorden=self.antwoorden,
                gevoel=self.gevoel,
            )
        if self.weet_niet and not self.feiten:
            return Daad("weet_niet", nood=signaal, antwoorden=self.antwoorden)
        if self.zoek and self.vraagt_onbekends and self.in_bereik and not zeker and signaal is None:
            return Daad("vertel", vraagt_onbekends=True)  # liever eerlijk dan kaarten die een woord delen
        iets_anders = treffers or zeker or signaal or noemt_iets(self.situaties) or self._reden()
        if self.zoek and self.in_bereik and not iets_anders:
            return Daad("vertel", vraagt_onbekends=True)  # een goede vraag waar de kennis geen antwoord op heeft
        return Daad(
            "vertel",
            feiten=zeker,
            nood=signaal,
            situaties=self.situaties,
            treffers=treffers,
            in_bereik=self.in_bereik or bool(zeker),
            taal=self.taal,
            vertelt=self.vertelt,
            gevoel=self.gevoel,
            reden=None if zeker or treffers or self.nood or self.antwoorden else self._reden(),
            antwoorden=self.antwoorden,
            vraagt_onbekends=self.vraagt_onbekends and not zeker and self.in_bereik,
        )

    def _reden(self) -> str | None:
        """De zin voor wie iets zegt waar geen feit in zit, en dat toch begrepen is."""
        if self.vraag in OVER_RECHT and not self.situaties:
            return "hangt_ervan_af"  # 'mag dat zomaar?': dat kunnen we pas zeggen als we meer weten
        gevoel = self.vraag == "emotional" and self.in_bereik and not noemt_iets(self.situaties)
        return "gevoel" if gevoel else None


def volgens_rasa(tekst: str, intent: str | None, zekerheid: float) -> str | None:
    """De gesprekshandeling die Rasa hoort in een kort bericht; wat iets weggooit, vragen we eerst."""
    if zekerheid < ZEKER_GENOEG or len(tekst) >= HANDELING_KORTER_DAN:
        return None
    if intent in GOOIT_WEG:
        return "wis_zeker"
    return intent if intent in DAAD_VAN or intent in ("ja", "nee") else None

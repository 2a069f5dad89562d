"""Verstaan wat iemand zegt. Gewoon Python: gebruikt door Rasa's pipeline, de voordeur en de balie."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from bot.verstaan import antwoord as antwoorden
from bot.verstaan import bedoeling, nood
from bot.verstaan.feiten import Feitenvinder, Gehoord
from bot.verstaan.lezing import Lezing, lees_kansen, noemt_iets
from bot.verstaan.model import Model, ModelFout, het_model
from bot.verstaan.noodlaag import lees_nood
from bot.verstaan.normaal import normaal
from knowledge import Daad, Kennis
from knowledge.daad import Noodsoort
from knowledge.stam import stammen
from knowledge.stand import KLOPT, NOODVRAAG

log = logging.getLogger(__name__)
ZEKER_GENOEG = 0.55
"""Onder deze zekerheid telt Rasa's gesprekshandeling niet mee."""
HANDELING_KORTER_DAN = 60
"""Tekens: in een langer bericht telt Rasa's gesprekshandeling niet mee; daar staat een verhaal in."""
VAN_ROL = {
    "parent": "ouder",
    "professional": "professional",
    "bystander": "naaste",
    "perpetrator": "maker",
    "accused": "beschuldigd",
}
ZWAAR = frozenset({"maker", "beschuldigd"})
"""Dit zeggen we niet terug op een los zinnetje: 'mag ik zijn telefoon afpakken' maakt een ouder geen dader."""
DAAD_VAN = {
    "stop": "stop",
    "wis": "wis",
    "opnieuw": "opnieuw",
    "wis_zeker": "wis_zeker",
    "terug": "terug",
    "overzicht": "overzicht",
    "waarom": "waarom",
    "mens": "mens",
    "wat_nu": "wat_nu",
    "deel": "mens",
    "brieven": "brieven",
    "samenvatting": "brief:samenvatting",
    "robot": "over",
    "privacy": "over",
    "dank": "dank",
    "groet": "groet",
    "scheldwoord": "scheldwoord",
    "beeld_gestuurd": "beeld_gestuurd",
}
NOOIT_ANTWOORD = frozenset({"wat_nu", "beeld_gestuurd"})
"""Wie dit zegt, geeft geen antwoord op de vraag die openstaat, ook als er een woord uit een knop in zit."""
GOOIT_WEG = frozenset({"stop", "wis", "opnieuw"})
"""Hoort Rasa dit in andere woorden, dan vragen we het eerst: wie 'stop' zegt, kan ook de ander bedoelen."""
NAVRAAG: dict[nood.Nood, tuple[Noodsoort, Noodsoort]] = {
    "suicide": ("vraag_suicide", "vraag_suicide_ander"),
    "gevaar": ("vraag_gevaar", "vraag_gevaar_ander"),
}
TE_VROEG = "brief_na_vragen"
"""De zin voor wie om een brief vraagt terwijl er nog vragen zijn."""
OVER_MIJ = re.compile(r"\b(?:ik|mij|me|mijn|mn|ons|onze|wij|we)\b")
VERTELVRAAG = "gebeurd"
"""Op 'wat is er gebeurd?' vertelt iemand, ook kort: 'mijn zoon wordt gechanteerd' zegt ook over wie het gaat."""
ALLEEN_WENS = frozenset({"wil", "gedaan"})
OVER_RECHT = frozenset({"is_it_punishable", "deadline", "compensation"})
RECHTSVRAAG = frozenset(
    {
        "definition",
        "is_it_punishable",
        "cost_lawyer",
        "deadline",
        "compensation",
        "report_police",
        "how_to_prove",
        "find_perpetrator",
        "remove_content",
    }
)

TEGENVRAAG = RECHTSVRAAG | {"who_helps"}
"""Zo'n vraag lezen we niet als antwoord, als zij ook als vraag begint."""
VRAAGT_RAAD = frozenset({"what_can_i_do", "someone_else", "consequences_for_me"})
"""'mag ik zijn telefoon afpakken', 'wat moet ik zeggen': het antwoord komt met het advies."""
ALTIJD_VRAAG = frozenset({"definition", "deadline", "cost_lawyer", "is_it_punishable"})
"""Dit vraagt iemand ook zonder vraagteken of vraagwoord."""
VRAAGZIN = re.compile(
    r"(?:(?:en|maar|ok|oke|hoi|he|dus) )?(?:hoe|hoeveel|hoelang|wat|welke?|wie|wanneer|waar|waarom"
    r"|(?:kan|kun|kunnen|mag|mogen|moet|moeten|krijg|ga|zou) (?:ik|je|jij|jullie|we|wij|ze|zij|hij|de|het|iemand))\b"
)
"""'hoe verloopt een aangifte': een vraag, ook zonder vraagteken."""


@dataclass(frozen=True)
class Begrepen:
    """Wat er in een bericht zit. `zoek` zijn stammen om in de kennis op te zoeken, geen zin."""

    handeling: str | None
    feiten: tuple[Gehoord, ...]
    situaties: tuple[str, ...]
    vraag: str
    rol: str
    nood: nood.Nood | None
    in_bereik: bool
    taal: str
    zoek: tuple[str, ...] = ()
    weet_niet: bool = False
    navraag: nood.Nood | None = None
    """Misschien nood: dan vragen we het, zacht en één keer."""
    over_ander: bool = False
    """De zorg gaat over een ander; of dat kan, weet de kern aan de rol."""

    def daad(self, treffers: tuple[tuple[str, str], ...] = ()) -> Daad:
        """De daad voor de kern. `treffers`: wat de aanroeper in de kennis vond voor `zoek`."""
        signaal: Noodsoort | None = NAVRAAG[self.navraag][self.over_ander] if self.navraag else self.nood
        if self.handeling in DAAD_VAN and not self.feiten and signaal is None:
            soort, _, naam = DAAD_VAN[self.handeling].partition(":")
            return Daad(soort, naam or None, reden=TE_VROEG if soort in ("brief", "brieven") else None)
        zeker = tuple((g.feit, g.waarde) for g in self.feiten if g.zeker)
        taal: Literal["nl", "en"] = "en" if self.taal == "en" else "nl"
        if self.handeling in ("ja", "nee"):
            return Daad(self.handeling, feiten=zeker, nood=signaal, taal=taal)
        if self.weet_niet and not self.feiten:
            return Daad("weet_niet", nood=signaal)
        return Daad(
            "vertel",
            feiten=zeker,
            nood=signaal,
            situaties=self.situaties,
            treffers=treffers,
            in_bereik=self.in_bereik or bool(zeker),
            taal=taal,
            reden=None if zeker or treffers or self.nood else self._reden(),
        )

    def _reden(self) -> str | None:
        """De zin voor wie iets zegt waar geen feit in zit, en dat toch begrepen is."""
        if self.vraag in OVER_RECHT and not self.situaties:
            return "hangt_ervan_af"  # 'mag dat zomaar?': dat kunnen we pas zeggen als we meer weten
        gevoel = self.vraag == "emotional" and self.in_bereik and not noemt_iets(self.situaties)
        return "gevoel" if gevoel else None


class Verstaan:
    """Het verstaan op één versie van de kennis. Zonder model hoort het feiten, nood en gesprekshandelingen."""

    def __init__(self, kennis: Kennis, model: Model | None = None) -> None:
        self._kennis = kennis
        self._model = model
        self._vinder = Feitenvinder(kennis)

    def begrijp(
        self, tekst: str, vraag: str | None, vandaag: date, intent: str | None = None, zekerheid: float = 0.0
    ) -> Begrepen:
        """`vraag`: het feit waarop we een antwoord verwachten, `klopt`, of None. `intent`: wat Rasa erin hoort."""
        kansen = self._model.kansen(tekst) if self._model else None
        gelezen_nood = lees_nood(tekst, kansen.nood if kansen else None, vraag is not None)
        signaal, navraag = gelezen_nood.signaal, gelezen_nood.navraag
        gehoord = self._vinder.vind(tekst, vandaag)
        lezing = lees_kansen(kansen, gehoord, len(tekst.split()) if vraag is None else 0) if kansen else Lezing()
        rol = lezing.rol
        if (
            rol in VAN_ROL
            and lezing.rol_zeker
            and (lezing.duidelijk or VAN_ROL[rol] not in ZWAAR)
            and "rol" in self._kennis.feiten
            and not any(g.feit == "rol" for g in gehoord)
        ):
            gehoord = (*gehoord, Gehoord("rol", VAN_ROL[rol]))
        handeling = bedoeling.handeling(tekst)
        if handeling is not None:
            gehoord = ()  # 'is dit anoniem?' gaat over dit gesprek
        if vraag == KLOPT and antwoorden.zegt_dat_het_niet_klopt(tekst):
            handeling, gehoord = "nee", ()  # over wat wij terugzeiden, niet over wat er over iemand gezegd is
        if navraag and signaal is None and _vertelt_wat_er_gedaan_is(tekst, gehoord):
            navraag = None
        if (signaal or navraag) and all(g.feit in ALLEEN_WENS for g in gehoord):
            gehoord = ()  # 'ik wil stoppen met leven' is geen wens over de zaak
        weet_niet, vraagsoort = False, lezing.vraag
        vraagzin = VRAAGZIN.match(normaal(tekst)) is not None
        # 'wie kan mij helpen' is zelf een vraag, en geen antwoord op 'wie staat erop?'
        tegenvraag = vraagzin and vraagsoort in TEGENVRAAG and not any(g.feit == vraag and g.zeker for g in gehoord)
        # wie in nood is, geeft geen antwoord op de vraag die openstond
        if (
            vraag is not None
            and vraag in self._kennis.feiten
            and signaal is None
            and handeling not in NOOIT_ANTWOORD
            and not tegenvraag
        ):
            op_vraag = gehoord if any(g.feit == vraag for g in gehoord) else (*gehoord, *self.als_antwoord(tekst, vraag, vandaag))  # fmt: skip
            gelezen = antwoorden.lees_antwoord(tekst, vraag, self._kennis, op_vraag, vandaag)
            if gelezen == "weet_niet":
                # 'ik weet niet meer wat ik moet' is geen antwoord
                weet_niet, gehoord = navraag is None, ()
            elif isinstance(gelezen, Gehoord):
                # een kort antwoord gaat alleen over de vraag; de rest van een lang bericht telt mee
                meer = vraag == VERTELVRAAG or len(tekst) > 60 or antwoorden.ERBIJ.search(tekst.lower()) is not None
                rest = tuple(g for g in gehoord if g.feit != vraag) if meer else ()
                gehoord = (gelezen, *rest)
            elif not any(g.zeker for g in gehoord):
                handeling = handeling or antwoorden.ja_of_nee(tekst)
                if handeling is None and antwoorden.lijkt_datum(tekst, self._kennis.feiten[vraag]):
                    gehoord = (Gehoord(vraag, antwoorden.ONLEESBAAR),)
        elif handeling is None:
            gehoord = gehoord or self._leeftijd_erbij(tekst, vraag)
            handeling, weet_niet = _los(tekst, vraag, any(g.zeker for g in gehoord), bool(navraag))
        rasa_hoort_het = intent is not None and zekerheid >= ZEKER_GENOEG and len(tekst) < HANDELING_KORTER_DAN
        if handeling is None and rasa_hoort_het and not gehoord and not weet_niet:
            handeling = intent if intent in DAAD_VAN or intent in ("ja", "nee") else None
            handeling = "wis_zeker" if handeling in GOOIT_WEG else handeling
        gevraagd = vraagsoort in ALTIJD_VRAAG or "?" in tekst or vraagzin
        zoek = stammen(tekst) if vraagsoort in RECHTSVRAAG and gevraagd else ()
        if handeling is None and lezing.in_bereik and not (gehoord or signaal or weet_niet):
            handeling = _eigen_vraag(lezing, gevraagd, vraagzin)
        if zoek and (all(g.feit in ALLEEN_WENS for g in gehoord) or not OVER_MIJ.search(tekst.lower())):
            # 'is smaad strafbaar als het niet waar is?' gaat over de regel en niet over iemands zaak
            gehoord = ()  # 'hoe lang heb ik voor aangifte?' is een vraag en nog geen wens
        return Begrepen(
            handeling,
            gehoord,
            lezing.situaties,
            vraagsoort,
            rol,
            signaal,
            signaal is not None
            or navraag is not None
            or weet_niet
            or (lezing.in_bereik and not bedoeling.is_rommel(tekst)),
            "en" if bedoeling.is_engels(tekst) else "nl",
            zoek,
            weet_niet,
            navraag,
            navraag is not None and nood.gaat_over_een_ander(tekst),
        )

    def _leeftijd_erbij(self, tekst: str, vraag: str | None) -> tuple[Gehoord, ...]:
        """'ja 16' bij 'klopt dat?': hoe jong iemand was, verandert te veel om te laten liggen."""
        jaren = antwoorden.jong_erbij(tekst) if vraag == KLOPT and "leeftijd" in self._kennis.feiten else None
        return (Gehoord("leeftijd", jaren),) if jaren else ()

    def als_antwoord(self, tekst: str, vraag: str, vandaag: date) -> tuple[Gehoord, ...]:
        """'mijn oom' is in een verhaal nog niemand, maar op de vraag wie het was wel: lees het als 'mijn oom heeft …'."""
        if len(tekst) > 40:
            return ()
        return tuple(g for g in self._vinder.vind(f"{tekst} heeft", vandaag) if g.feit == vraag)


def _vertelt_wat_er_gedaan_is(tekst: str, gehoord: tuple[Gehoord, ...]) -> bool:
    """'ik heb nog niks gedaan': kort, en zeker over meldingen en aangiftes. Dan vragen we niet of iemand zich iets aandoet."""
    kort = len(tekst.split()) <= bedoeling.KORT and any(g.zeker and g.feit == "gedaan" for g in gehoord)
    return kort and not nood.is_radeloos(tekst)


def _eigen_vraag(lezing: Lezing, gevraagd: bool, vraagzin: bool) -> str | None:
    """De handeling bij een vraag waar geen feit in zit: wie er helpt, of raad die met het advies komt."""
    if lezing.vraag == "who_helps" and gevraagd:
        return "mens"
    raad = gevraagd if lezing.vraag in VRAAGT_RAAD else vraagzin and lezing.vraag == "none"
    return "wat_nu" if raad and not lezing.duidelijk else None


def _los(tekst: str, vraag: str | None, vertelt: bool, navraag: bool) -> tuple[str | None, bool]:
    """De handeling als er geen vraag over een feit openstaat, en of iemand zegt het niet te weten."""
    if vraag == NOODVRAAG and antwoorden.WEET_NIET.match(normaal(tekst)):
        return None, True
    if vertelt:
        return antwoorden.ja_of_nee_en_meer(tekst, vraag), False
    if not navraag and antwoorden.weet_het_niet(tekst):
        return None, True
    return antwoorden.ja_of_nee(tekst), False


@lru_cache(maxsize=2)
def _voor(kennis: Kennis, model: Model | None) -> Verstaan:
    return Verstaan(kennis, model)


@lru_cache(maxsize=1)
def _zeg_eens(reden: str) -> None:
    log.error("%s Tot dan hoor ik feiten en nood, maar geen situaties en vragen.", reden)


def verstaander(kennis: Kennis) -> Verstaan:
    """Het verstaan voor deze kennis. Wie in nood is, wordt ook zonder (goed) model geholpen; het log zegt wat er mist."""
    try:
        model: Model | None = het_model()
    except ModelFout as fout:
        _zeg_eens(str(fout))
        model = None
    return _voor(kennis, model)


__all__ = ["KLOPT", "Begrepen", "Gehoord", "Model", "ModelFout", "Verstaan", "het_model", "verstaander"]

"""Verstaan wat iemand zegt. Gewoon Python: gebruikt door Rasa's pipeline, de voordeur en de balie."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.verstaan import antwoord as antwoorden
from bot.verstaan import bedoeling, keuzes, nood, tegenspraak
from bot.verstaan.aanloop import begint_een_vraag, is_begrepen, verbetert
from bot.verstaan.antwoordvinder import vinder_voor
from bot.verstaan.begrepen import BEGREPEN, HANDELING_KORTER_DAN, Begrepen, volgens_rasa
from bot.verstaan.betekenis import NOOD, de_betekenis
from bot.verstaan.correctie import hoor_correctie
from bot.verstaan.duiding import vertelt_alleen, vertelt_iets
from bot.verstaan.feiten import Feitenvinder, Gehoord
from bot.verstaan.gevoel import Gevoelvinder
from bot.verstaan.gevraagd import LIJKT_ZWAK, OVERTUIGT, Gevraagd, lees_gevraagd
from bot.verstaan.kortstondig import vergeet_daarna
from bot.verstaan.lezing import BUITEN, BUITEN_BIJ_TWIJFEL, BUITEN_ZEKER, LOSSE_FEITEN, Lezing, lees_kansen
from bot.verstaan.losse_dag import met_dag
from bot.verstaan.model import Kansen, Model, ModelFout, het_model
from bot.verstaan.noodlaag import BETEKENIS_ZEKER, SOORTEN, Noodlezing, in_een_zin, lees_nood, tweede_mening
from bot.verstaan.normaal import normaal
from bot.verstaan.prive import zonder_prive
from bot.verstaan.spreektaal import EN, NL, Taalkenner
from bot.verstaan.stukken import knip
from bot.verstaan.uiting import ALLEEN_WENS, Uiting
from bot.verstaan.vraagstuk import splits
from bot.verstaan.wedervraag import lees_vraag, over_mij
from bot.verstaan.wie import met_wie
from bot.verstaan.zorgtaal import Zorgtaal
from knowledge import Kennis
from knowledge.gesprek import GESPREK, NOODVRAAG, ZORG

log = logging.getLogger(__name__)
VAN_ROL = {
    "parent": "ouder",
    "professional": "professional",
    "bystander": "naaste",
    "perpetrator": "maker",
    "accused": "beschuldigd",
}
NOOIT_ANTWOORD = frozenset({"wat_nu", "beeld_gestuurd"})
"""Wie dit zegt, geeft geen antwoord op de vraag die openstaat, ook als er een woord uit een knop in zit."""
DREIGING = frozenset({"dreigt_delen", "dreigt_geweld", "geld_geeist"})
VERTELVRAAG = "gebeurd"
"""Op 'wat is er gebeurd?' vertelt iemand, ook kort: 'mijn zoon wordt gechanteerd' zegt ook over wie het gaat."""
GEEN_VRAAG = (None, GESPREK)
"""Er staat geen vraag over de zaak open."""
RUIS = re.compile(r"\b(?:ja of nee|(?:geen|niet (?:het|de|een)) (?:slachtoffer|dader))\b[!?., ]*", re.IGNORECASE)
"""Wat niets zegt over wat er gevraagd wordt: 'ik ben geen slachtoffer, ben ik strafbaar, ja of nee'."""
LEEG = Begrepen(None, (), (), "none", "unknown", None, True, "nl")
"""Een bericht waarin alleen gevraagd wordt."""


class Verstaan:
    """Het verstaan op één versie van de kennis. Zonder model hoort het feiten, nood en gesprekshandelingen."""

    def __init__(self, kennis: Kennis, model: Model | None = None) -> None:
        self._kennis = kennis
        self._model = model
        self._vinder = Feitenvinder(kennis)
        self._gevoel = Gevoelvinder(kennis)
        self._zorgtaal = Zorgtaal(kennis.zorgwoorden.values(), (naam for p in kennis.zorg.values() for naam in p.zwak))
        self._talen = Taalkenner(kennis)

    @vergeet_daarna
    def begrijp(
        self, tekst: str, vraag: str | None, vandaag: date, intent: str | None = None, zekerheid: float = 0.0
    ) -> Begrepen:
        """`vraag`: het feit waarop we een antwoord verwachten, of None. `intent`: wat Rasa erin hoort."""
        tekst, prive = zonder_prive(tekst)
        kiest, vraag = tegenspraak.kies(tekst, vraag, self._kennis), tegenspraak.welke_vraag(vraag)
        if kiest is not None:
            return replace(LEEG, kiest=kiest)
        gesproken = self._talen.herken(tekst, in_gesprek=vraag not in (None, NOODVRAAG))
        if gesproken.taal not in (NL, EN):
            # onze woorden zijn Nederlands: in een andere taal horen we alleen of iemand in nood is
            return Begrepen.in_taal(gesproken.taal, gesproken.nood or nood.luister(tekst))
        gevraagd = self._gevraagd(tekst, vraag) if gesproken.taal == NL else Gevraagd()
        begrepen = self._met_vraag(tekst, vraag, vandaag, gevraagd, intent, zekerheid)
        if gesproken.taal == NL and vraag not in (ZORG, NOODVRAAG, "rol"):
            begrepen = met_wie(begrepen, tekst, self._kennis, vraag is not None)
        if gesproken.taal == NL:
            begrepen = met_dag(begrepen, tekst, self._kennis.feiten.get(vraag or ""), vandaag)
        return replace(
            begrepen,
            taal=gesproken.taal,
            in_bereik=begrepen.in_bereik
            or (gesproken.taal == EN and (vraag not in GEEN_VRAAG or self._buiten(tekst) < BUITEN_ZEKER)),
            nood=begrepen.nood or gesproken.nood,
            # wat geleerd is, is Nederlands
            navraag=begrepen.navraag if gesproken.taal == NL else lees_nood(tekst).navraag,
            prive=prive,
            ook_gevraagd=gevraagd.ook if begrepen.antwoorden else (),
            vraagt_stap=gevraagd.stap,
            zorg=self._zorgtaal.hoor(tekst, vraag in (ZORG, NOODVRAAG)),
            vraagt_onbekends=begrepen.vraagt_onbekends or (not begrepen.antwoorden and begint_een_vraag(tekst)),
            correctie=None if begrepen.nood else hoor_correctie(tekst, self._kennis, self._vinder, vandaag),
        )

    def _met_vraag(
        self, tekst: str, vraag: str | None, vandaag: date, gevraagd: Gevraagd, intent: str | None, zekerheid: float
    ) -> Begrepen:
        """Wat iemand vraagt, zegt niets over die persoon: staat er een vraag in waar we antwoord op hebben, dan lezen we alleen
        de rest van het bericht als verhaal.
        """
        if self._past_elders_beter(gevraagd, tekst, vraag):
            return self._lees(tekst, vraag, vandaag, intent, zekerheid)
        gelezen = self._lees(tekst, vraag, vandaag, intent, zekerheid)
        # 'heb ik zelf gemaakt', 'waar ik werk': de vorm van een vraag, en toch het antwoord op de onze
        verhaal = gevraagd.zonder_vorm and any(g.zeker and g.feit not in ALLEEN_WENS for g in gelezen.feiten)
        # 'heb m'n foto gestuurd en nu dreigt hij': een dreiging gaat voor een vraag die er maar een beetje op lijkt
        twijfel = len(gevraagd.antwoorden) > 1 and "?" not in tekst
        verhaal = verhaal or (twijfel and any(g.zeker and g.feit in DREIGING for g in gelezen.feiten))
        past = any(g.feit == vraag and g.zeker for g in gelezen.feiten) and not gevraagd.echte_vraag
        antwoordt = gelezen.weet_niet or past
        if not gevraagd.antwoorden or verhaal or (vraag not in GEEN_VRAAG and "?" not in tekst and antwoordt):
            nieuws = (gevraagd.nieuws,) if gevraagd.nieuws else gevraagd.antwoorden
            return replace(gelezen, vraagt_onbekends=gevraagd.onbekend and not antwoordt, nieuws=nieuws)
        verteld = gelezen if vertelt_alleen(tekst, knip(tekst)) else LEEG
        verteld = self._lees(gevraagd.verteld, vraag, vandaag) if gevraagd.verteld else verteld
        in_nood = self._in_nood(
            tekst, vraag or GESPREK, self._model.kansen(tekst) if self._model else None
        ).als_vermoeden()
        return replace(
            verteld,
            handeling=verteld.handeling if verteld.handeling in ("ja", "nee") else None,
            feiten=tuple(g for g in verteld.feiten if g.feit != "rol" or not self._is_zwaar(g)),
            nood=in_nood.signaal,
            navraag=in_nood.navraag,
            over_ander=in_nood.iets and nood.gaat_over_een_ander(tekst),
            situaties=gelezen.situaties,
            vraag=gelezen.vraag,
            rol=gelezen.rol,
            in_bereik=True,
            zoek=(),
            antwoorden=gevraagd.antwoorden,
        )

    def _buiten(self, tekst: str) -> float:
        """Hoe waarschijnlijk het volgens het model is dat dit ergens anders over gaat: 'wat kost een nieuwe uitlaat'."""
        return self._model.kansen(tekst).buiten if self._model is not None and tekst else 0.0

    def _past_elders_beter(self, gevraagd: Gevraagd, tekst: str, vraag: str | None) -> bool:
        """'Borg kwijt, mag dat': er past een antwoord op de vraag, en toch gaat het verhaal ergens anders over."""
        if not gevraagd.antwoorden:
            return False
        twijfel = len(gevraagd.antwoorden) > 1 or gevraagd.lijkt < LIJKT_ZWAK
        grens = BUITEN if vraag is None and twijfel else BUITEN_BIJ_TWIJFEL
        kern = tekst if gevraagd.lijkt < OVERTUIGT else gevraagd.verteld
        return min(self._buiten(tekst), self._buiten(kern)) >= grens

    def _gevraagd(self, tekst: str, vraag: str | None) -> Gevraagd:
        """Wat er gevraagd wordt, tenzij het een gesprekshandeling is of letterlijk een knop van onze vraag."""
        if (
            vraag == NOODVRAAG
            or bedoeling.handeling(tekst) is not None
            or antwoorden.weet_het_niet(tekst)
            or is_begrepen(tekst)
        ):
            return Gevraagd()  # 'weet ik niet' is een antwoord, ook al lijkt het op een vraag
        feit = self._kennis.feiten.get(vraag or "")
        if feit is not None and keuzes.op_label(feit, tekst) is not None:
            return Gevraagd()
        return lees_gevraagd(RUIS.sub(" ", tekst), vinder_voor(self._kennis), vraag not in GEEN_VRAAG, knip(tekst))

    def _lees(
        self, tekst: str, vraag: str | None, vandaag: date, intent: str | None = None, zekerheid: float = 0.0
    ) -> Begrepen:
        """Het bericht als verhaal, als antwoord op onze vraag of als gesprekshandeling."""
        kansen = self._model.kansen(tekst) if self._model else None
        stukken = knip(tekst)
        gehoord = self._vinder.vind(tekst, vandaag, stukken, vraag)
        lezing = lees_kansen(kansen, gehoord, len(tekst.split()) if vraag is None else 0) if kansen else Lezing()
        uiting = _eerste_lezing(tekst, vraag, self._met_rol(tekst, gehoord, lezing))
        in_nood = self._in_nood(tekst, vraag, kansen)
        if in_nood.signaal is None and in_nood.navraag and _vertelt_wat_er_gedaan_is(tekst, uiting):
            in_nood = Noodlezing()
        if in_nood.iets and not in_nood.geleerd and uiting.alleen_wens:
            uiting = replace(uiting, gehoord=())  # 'ik wil stoppen met leven' is geen wens over de zaak
        if in_nood.geleerd and vraag is not None and any(g.feit == "wil" and g.zeker for g in uiting.gehoord):
            in_nood = in_nood.als_vermoeden()  # 'ik wil gewoon dat het weg is', midden in een zaak
        eigen = lees_vraag(tekst, lezing.vraag)
        tegenvraag = eigen.geen_antwoord and not any(g.feit == vraag and g.zeker for g in uiting.gehoord)
        antwoordt = (
            (in_nood.signaal is None or in_nood.geleerd) and uiting.handeling not in NOOIT_ANTWOORD and not tegenvraag
        )
        if vraag in self._kennis.feiten and is_begrepen(tekst):
            uiting = Uiting(BEGREPEN)
        elif vraag is not None and vraag in self._kennis.feiten and antwoordt:
            uiting = self._op_de_vraag(tekst, vraag, vandaag, uiting, in_nood)
        elif uiting.handeling is None:
            uiting = self._zonder_vraag(tekst, vraag, uiting, in_nood)
        if in_nood.geleerd and _beantwoordt(vraag, uiting):
            in_nood = in_nood.als_vermoeden()  # een gewoon antwoord gaat voor; hoogstens één regel erbij
        if uiting.leeg:
            uiting = replace(uiting, handeling=volgens_rasa(tekst, intent, zekerheid))
        if uiting.leeg and lezing.in_bereik and in_nood.signaal is None:
            uiting = replace(uiting, handeling=eigen.handeling(lezing))
        # 'half jaar geleden' klinkt naar een vraag over termijnen, en is het antwoord op de onze
        zoek = () if _beantwoordt(vraag, uiting) else eigen.zoek(tekst)
        if zoek and (uiting.alleen_wens or not over_mij(tekst)):
            # 'is smaad strafbaar als het niet waar is?' gaat over de regel, 'hoe lang heb ik voor aangifte?' is nog geen wens
            uiting = replace(uiting, gehoord=())
        hoort_hier = lezing.in_bereik and not bedoeling.is_rommel(tekst)
        if vraag in (*GEEN_VRAAG, VERTELVRAAG) and not hoort_hier and {g.feit for g in uiting.gehoord} <= LOSSE_FEITEN:
            uiting = replace(uiting, gehoord=())  # 'mijn ex' in een verhaal over de huur is nog geen zaak
        return Begrepen(
            handeling=uiting.handeling,
            feiten=uiting.gehoord,
            situaties=lezing.situaties,
            vraag=lezing.vraag,
            rol=lezing.rol,
            nood=in_nood.signaal,
            in_bereik=in_nood.iets or uiting.weet_niet or hoort_hier,
            taal=NL,
            zoek=zoek,
            weet_niet=uiting.weet_niet,
            navraag=in_nood.navraag,
            vertelt=vertelt_iets(stukken),
            gevoel=self._gevoel.vind(tekst),
            over_ander=in_nood.iets and nood.gaat_over_een_ander(tekst),
        )

    def _is_zwaar(self, gehoord: Gehoord) -> bool:
        optie = self._kennis.optie(gehoord.feit, str(gehoord.waarde)) if gehoord.feit in self._kennis.feiten else None
        return optie is not None and optie.fout_kost == "zwaar"

    def _in_nood(self, tekst: str, vraag: str | None, kansen: Kansen | None) -> Noodlezing:
        """Midden in een protocol beslissen de regels: wat iemand daar zegt, klinkt voor het model altijd als nood."""
        if kansen is None or vraag == ZORG:
            return lees_nood(tekst, None, vraag is not None)
        gelezen, geleerd = lees_nood(tekst, kansen.nood, vraag is not None), de_betekenis()
        if not gelezen.iets and kansen.buiten >= BUITEN_ZEKER:
            return gelezen  # 'mijn patron zette mij aan de deur'
        # op een vraag van ons heeft wie niemand noemt het over de zaak
        luistert = geleerd is not None and (vraag is None or nood.noemt_iemand(tekst))
        betekent = geleerd.kansen(NOOD, tekst) if geleerd is not None and luistert else {}
        if gelezen.geleerd and gelezen.signaal is None and kansen.buiten >= BUITEN_ZEKER:
            if max((betekent[soort] for soort in SOORTEN if soort in betekent), default=0.0) < BETEKENIS_ZEKER:
                gelezen = Noodlezing()  # een zachte vraag past niet bij een verhaal over een rijbewijs
        elif not gelezen.iets and self._model is not None:
            gelezen = in_een_zin(tekst, self._model.kansen)
        return tweede_mening(gelezen, betekent, bool(splits(tekst).vragen))

    def _met_rol(self, tekst: str, gehoord: tuple[Gehoord, ...], lezing: Lezing) -> tuple[Gehoord, ...]:
        """Voor wie iemand schrijft, ook als alleen het model dat hoort."""
        rol = VAN_ROL.get(lezing.rol)
        if rol is None or "rol" not in self._kennis.feiten or any(g.feit == "rol" for g in gehoord):
            return gehoord
        gehoorde_rol = Gehoord("rol", rol)
        # wat zwaar is, moet iemand zelf met zoveel woorden vertellen
        mag = (
            lezing.rol_zeker and not self._is_zwaar(gehoorde_rol) and not self._vinder.spreekt_tegen(tekst, "rol", rol)
        )
        return (*gehoord, gehoorde_rol) if mag else gehoord

    def _op_de_vraag(self, tekst: str, vraag: str, vandaag: date, uiting: Uiting, in_nood: Noodlezing) -> Uiting:
        """Gelezen als antwoord op `vraag`; wat er verder in staat, blijft als het geen kort antwoord is."""
        gehoord = uiting.gehoord
        if begint_een_vraag(tekst) or (verbetert(tekst) and not any(g.feit == vraag and g.zeker for g in gehoord)):
            # 'ok en mijn baas?' noemt de baas, en zegt niet dat hij het was
            return replace(uiting, gehoord=tuple(g for g in gehoord if g.feit != vraag))
        if not any(g.feit == vraag for g in gehoord):
            gehoord = (*gehoord, *self.als_antwoord(tekst, vraag, vandaag))
        gelezen = antwoorden.lees_antwoord(tekst, vraag, self._kennis, gehoord, vandaag)
        if gelezen == "weet_niet":
            return replace(uiting, gehoord=(), weet_niet=in_nood.navraag is None)  # 'ik weet niet meer wat ik moet'
        if isinstance(gelezen, Gehoord):
            erbij = antwoorden.vertelt_erbij(tekst) and not antwoorden.is_opsomming(tekst, gelezen)
            meer = vraag == VERTELVRAAG or len(tekst) > 60 or erbij
            rest = tuple(g for g in uiting.gehoord if g.feit != vraag) if meer else ()
            return replace(uiting, gehoord=(gelezen, *rest))
        if uiting.vertelt:
            return uiting
        if (jaren := antwoorden.kaal_getal(tekst) or antwoorden.al_gezegd(tekst)) is not None:
            return replace(uiting, gehoord=(Gehoord("leeftijd", jaren),))
        handeling = uiting.handeling or antwoorden.ja_of_nee_op(self._kennis.feiten[vraag], tekst)
        if handeling is None and antwoorden.lijkt_datum(tekst, self._kennis.feiten[vraag]):
            return replace(uiting, gehoord=(Gehoord(vraag, antwoorden.ONLEESBAAR),))
        return replace(uiting, handeling=handeling)

    def als_antwoord(self, tekst: str, vraag: str, vandaag: date) -> tuple[Gehoord, ...]:
        """'mijn oom' is in een verhaal nog niemand, maar op de vraag wie het was wel: lees het als 'mijn oom heeft …'."""
        if len(tekst) > 40:
            return ()
        return tuple(g for g in self._vinder.vind(f"{tekst} heeft", vandaag, (), vraag) if g.feit == vraag)

    def _zonder_vraag(self, tekst: str, vraag: str | None, uiting: Uiting, in_nood: Noodlezing) -> Uiting:
        """Er staat geen vraag over een feit open: een handeling, of iemand die zegt het niet te weten."""
        if not uiting.gehoord and "leeftijd" in self._kennis.feiten:
            # 'ja 16': hoe jong iemand was, verandert te veel om te laten liggen
            jaren = antwoorden.jong_erbij(tekst)
            uiting = replace(uiting, gehoord=(Gehoord("leeftijd", jaren),)) if jaren else uiting
        if vraag == NOODVRAAG and antwoorden.WEET_NIET.match(normaal(tekst)):
            return replace(uiting, weet_niet=True)
        if uiting.vertelt:
            return replace(uiting, handeling=antwoorden.ja_of_nee_en_meer(tekst, vraag))
        if in_nood.navraag is None and antwoorden.weet_het_niet(tekst):
            return replace(uiting, weet_niet=True)
        return replace(uiting, handeling=antwoorden.ja_of_nee(tekst))


def _eerste_lezing(tekst: str, vraag: str | None, gehoord: tuple[Gehoord, ...]) -> Uiting:
    """Een handeling gaat voor feiten: 'is dit anoniem?' gaat over dit gesprek."""
    if antwoorden.zegt_dat_het_niet_klopt(tekst):
        return Uiting("nee")  # over wat wij zeiden, niet over wat er over iemand gezegd is
    handeling = bedoeling.handeling(tekst)
    return Uiting(handeling) if handeling is not None else Uiting(gehoord=gehoord)


def _beantwoordt(vraag: str | None, uiting: Uiting) -> bool:
    """Is dit te lezen als antwoord op wat we net vroegen?"""
    if vraag in (*GEEN_VRAAG, ZORG):
        return False
    return uiting.weet_niet or uiting.handeling is not None or any(g.feit == vraag and g.zeker for g in uiting.gehoord)


def _vertelt_wat_er_gedaan_is(tekst: str, uiting: Uiting) -> bool:
    """'ik heb nog niks gedaan': kort, en zeker over meldingen en aangiftes. Dan vragen we niet of iemand zich iets aandoet."""
    kort = len(tekst.split()) <= bedoeling.KORT and any(g.zeker and g.feit == "gedaan" for g in uiting.gehoord)
    return kort and not nood.is_radeloos(tekst)


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


__all__ = ["HANDELING_KORTER_DAN", "Begrepen", "Gehoord", "Model", "ModelFout", "Verstaan", "het_model", "verstaander"]

"""Trage plekken in Rasa 3.6.21, hersteld: in een profiel ongeveer de helft van een beurt, en geen ander antwoord.

Elke plek is hieronder één functie die zegt wat er traag was en waarom de uitkomst gelijk blijft. De tests voeren hetzelfde
gesprek met en zonder, en vergelijken elke gebeurtenis.
"""

from __future__ import annotations

from functools import lru_cache
from types import SimpleNamespace
from typing import Any

VERSIE = "3.6.21"
_gewoon: list[tuple[Any, str, Any]] = []
"""Wat er stond, om het terug te kunnen zetten."""


def versnel() -> bool:
    """Herstelt alles. Bij een andere versie van Rasa gebeurt er niets, want dan is dit niet nagemeten."""
    import rasa

    if rasa.__version__ != VERSIE:
        return False
    if not _gewoon:
        for herstel in (_keuring, _soorten, _graaf, _leeg, _regels, _logkopieen, _kenmerken, _gewichten):
            herstel()
    return True


def weer_gewoon() -> None:
    """Zet alles terug zoals Rasa het heeft, om mee te vergelijken."""
    while _gewoon:
        setattr(*_gewoon.pop())


def _vervang(plek: Any, naam: str, nieuw: Any) -> None:
    _gewoon.append((plek, naam, vars(plek)[naam]))
    setattr(plek, naam, nieuw)


def _keuring() -> None:
    """Wat een actie teruggeeft, legt jsonschema naast 23 soorten gebeurtenissen, en het kijkt steeds zijn eigen schema na.

    Elke soort heeft een vaste naam (`const`) en die naam moet er staan, dus hoogstens één soort past: die ene is genoeg.
    """
    from jsonschema import Draft7Validator
    from jsonschema.validators import validator_for
    from rasa.core.actions.action import RemoteAction

    heel = RemoteAction.action_response_format_spec()
    gebeurtenis = dict(heel["properties"]["events"]["items"])
    soorten = gebeurtenis.pop("oneOf")
    romp = {**heel, "properties": {**heel["properties"], "events": {"type": "array"}}}
    maak = validator_for(heel, default=Draft7Validator)
    keur_romp = maak(romp)
    keur_soort = {s["properties"]["event"]["const"]: maak({**gebeurtenis, "allOf": [s]}) for s in soorten}
    if len(keur_soort) != len(soorten):
        return
    gewoon = RemoteAction._validate_action_result

    def keur(self: Any, result: dict[str, Any]) -> bool:
        if keur_romp.is_valid(result):
            keurders = [_keurder(keur_soort, g) for g in result.get("events", ())]
            if all(k is not None and k.is_valid(g) for k, g in zip(keurders, result.get("events", ()), strict=True)):
                return True
        return bool(gewoon(self, result))  # bij een fout de gewone weg, zodat de melding dezelfde is

    _vervang(RemoteAction, "_validate_action_result", keur)


def _keurder(keur_soort: dict[str, Any], gebeurtenis: Any) -> Any:
    naam = gebeurtenis.get("event") if isinstance(gebeurtenis, dict) else None
    return keur_soort.get(naam) if isinstance(naam, str) else None


def _soorten() -> None:
    """`Event.resolve_by_type` loopt voor elke gebeurtenis alle subklassen na; de uitkomst hangt alleen van de naam af."""
    from rasa.shared.core.events import Event

    zoek = Event.resolve_by_type
    bekend: dict[tuple[Any, Any], Any] = {}

    def onthoud(type_name: str, default: Any = None) -> Any:
        sleutel = (type_name, default)
        if sleutel not in bekend:
            bekend[sleutel] = zoek(type_name, default)
        return bekend[sleutel]

    _vervang(Event, "resolve_by_type", staticmethod(onthoud))


def _graaf() -> None:
    """Dask plant voor elke zin en elke voorspelling dezelfde handvol stappen opnieuw, en Rasa schrijft er de hele tracker bij uit.

    De stappen en wat ze nodig hebben, liggen vast zodra het model geladen is: één keer op volgorde zetten is genoeg.
    """
    from rasa.engine.exceptions import GraphRunError
    from rasa.engine.runner.dask import DaskGraphRunner

    def run(self: Any, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        doelen = tuple(targets or self._graph_schema.target_names)
        plannen = self.__dict__.setdefault("_plannen", {})
        if doelen not in plannen:
            plannen[doelen] = _plan(self._build_dask_graph(self._graph_schema.minimal_graph_schema(list(doelen))))
        plan = plannen[doelen]
        uit: dict[str, Any] = dict.fromkeys(naam for naam, _, _ in plan)
        self._add_inputs_to_graph(inputs, uit)  # weigert invoer die net zo heet als een stap
        try:
            for naam, knoop, nodig in plan:
                if not inputs or naam not in inputs:
                    uit[naam] = knoop(*(uit.get(n, n) for n in nodig))
        except RuntimeError as fout:
            raise GraphRunError("Error running runner.") from fout
        return dict(uit[doel] for doel in doelen)

    _vervang(DaskGraphRunner, "run", run)


def _plan(graaf: dict[str, tuple[Any, ...]]) -> list[tuple[str, Any, tuple[str, ...]]]:
    """De stappen zo dat elke stap na alles komt wat zij nodig heeft."""
    plan: dict[str, tuple[str, Any, tuple[str, ...]]] = {}

    def zet(naam: str) -> None:
        if naam in graaf and naam not in plan:
            knoop, *nodig = graaf[naam]
            for eerder in nodig:
                zet(eerder)
            plan[naam] = (naam, knoop, tuple(nodig))

    for naam in graaf:
        zet(naam)
    return list(plan.values())


def _leeg() -> None:
    """`Domain.is_empty` maakt bij elke zin twee domeinen tot tekst; een geladen domein verandert niet meer."""
    from rasa.shared.core.domain import Domain

    gewoon = Domain.is_empty

    def is_leeg(self: Any) -> bool:
        if "_is_leeg" not in self.__dict__:
            self._is_leeg = gewoon(self)
        return bool(self._is_leeg)

    _vervang(Domain, "is_empty", is_leeg)


def _regels() -> None:
    """Voor elke voorspelling keert de RulePolicy elke regel opnieuw om, een keer per stap van het gesprek."""
    from rasa.core.policies.rule_policy import RulePolicy
    from rasa.shared.core.constants import PREVIOUS_ACTION

    past = RulePolicy._does_rule_match_state

    @lru_cache(maxsize=1000)
    def omgekeerd(sleutel: str) -> tuple[Any, ...]:
        return tuple(reversed(RulePolicy._rule_key_to_state(sleutel)))

    def geldt(regel: tuple[Any, ...], standen: list[Any]) -> bool:
        for van_regel, stand in zip(regel, standen, strict=False):
            vorige, regel_vorige = stand.get(PREVIOUS_ACTION), van_regel.get(PREVIOUS_ACTION)
            if bool(vorige) != bool(regel_vorige) or (vorige and not past(van_regel, stand)):
                return False
        return True

    def mogelijk(_: Any, lookup: dict[str, str], states: list[Any]) -> set[str]:
        standen = states[::-1]
        return {sleutel for sleutel in lookup if geldt(omgekeerd(sleutel), standen)}

    _vervang(RulePolicy, "_get_possible_keys", mogelijk)


def _logkopieen() -> None:
    """Rasa kopieert gebeurtenissen en standen diep voor logregels die niemand ziet: ons niveau is fout, deze zijn debug."""
    import rasa.core.policies.rule_policy
    import rasa.core.processor

    zonder = SimpleNamespace(deepcopy=lambda waarde: waarde)
    _vervang(rasa.core.processor, "copy", zonder)
    _vervang(rasa.core.policies.rule_policy, "copy", zonder)


def _kenmerken() -> None:
    """De classifier plakt ook de kenmerken per woord aan elkaar en gooit ze weg; hij leest alleen die van de hele zin."""
    import numpy as np
    from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
    from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
    from scipy.sparse import csr_matrix

    gewoon = LogisticRegressionClassifier._create_X

    def maak(self: Any, messages: list[Any]) -> Any:
        delen = [f for f in messages[0].features if f.attribute == TEXT and f.type == FEATURE_TYPE_SENTENCE]
        if len(messages) != 1 or not delen or not all(f.is_sparse() and f.features.shape[0] == 1 for f in delen):
            return gewoon(self, messages)
        breedtes = [f.features.shape[1] for f in delen]
        begin = np.cumsum([0, *breedtes])
        kolommen = np.concatenate([f.features.col + b for f, b in zip(delen, begin, strict=False)])
        waarden = np.concatenate([f.features.data for f in delen]).astype(np.float64)
        return csr_matrix((waarden, kolommen, np.array([0, len(kolommen)])), shape=(1, int(begin[-1])))

    _vervang(LogisticRegressionClassifier, "_create_X", maak)


def _gewichten() -> None:
    """scikit-learn vermenigvuldigt met de gewichten op hun kant, en scipy kopieert ze daarvoor bij elke zin. Zo niet."""
    import numpy as np
    from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier

    gewoon = LogisticRegressionClassifier.load.__func__

    def laad(cls: Any, *args: Any, **kwargs: Any) -> Any:
        deel = gewoon(cls, *args, **kwargs)
        if hasattr(deel.clf, "coef_"):
            deel.clf.coef_ = np.asfortranarray(deel.clf.coef_)
        return deel

    _vervang(LogisticRegressionClassifier, "load", classmethod(laad))

"""Rasa 3.6.21 laadt TensorFlow ook als niets het gebruikt. Hier blijft het weg: dat scheelt de helft van de start en het geheugen.

`rasa.engine.recipes.default_components` importeert elk onderdeel van Rasa, dus ook DIET en TED. Die leiden alleen klassen af
van TensorFlow. Zolang de pijplijn uit `GEEN_TENSORFLOW` bestaat, geven we ze lege klassen om van af te leiden. Wie er een toch
gebruikt, krijgt een fout met uitleg: er wordt nooit stil iets anders gedaan.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.metadata
import json
import sys
import tarfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import yaml

VERSIE = "3.6.21"
WEG = ("tensorflow", "keras", "tensorflow_hub", "tensorflow_text", "tensorflow_addons")
GEEN_TENSORFLOW = frozenset(
    {
        "WhitespaceTokenizer",
        "RegexFeaturizer",
        "LexicalSyntacticFeaturizer",
        "CountVectorsFeaturizer",
        "LogisticRegressionClassifier",
        "EntitySynonymMapper",
        "RegexEntityExtractor",
        "FallbackClassifier",
        "KeywordIntentClassifier",
        "RulePolicy",
        "MemoizationPolicy",
        "AugmentedMemoizationPolicy",
        "Verstaander",
        # deze twee zet Rasa er zelf bij
        "RegexMessageHandler",
        "DefaultPolicyPredictionEnsemble",
    }
)
"""Onderdelen waarvan is nagekeken dat zij TensorFlow niet aanroepen. Al het andere laadt het gewoon."""


class TensorFlowNodig(RuntimeError):
    """Iets riep TensorFlow aan terwijl het niet geladen is."""


def laat_weg(onderdelen: Iterable[str]) -> bool:
    """Laat TensorFlow weg als geen van deze onderdelen het nodig heeft. Geeft of dat gebeurd is."""
    if importlib.metadata.version("rasa") != VERSIE or "tensorflow" in sys.modules:
        return False
    if not {naam.rpartition(".")[2] for naam in onderdelen} <= GEEN_TENSORFLOW:
        return False
    if not any(isinstance(vinder, _Vinder) for vinder in sys.meta_path):
        sys.meta_path.insert(0, _Vinder())
    return True


def van_config(pad: Path) -> list[str]:
    """De namen van pijplijn en beleid in een config.yml. Zonder pijplijn kiest Rasa zelf, met TensorFlow: dan één lege naam."""
    config = yaml.safe_load(pad.read_text(encoding="utf-8"))
    lijsten = [config.get(deel) or [{"name": ""}] for deel in ("pipeline", "policies")]
    return [str(onderdeel["name"]) for lijst in lijsten for onderdeel in lijst]


def van_model(pad: Path) -> list[str]:
    """De namen van pijplijn en beleid in een getraind model."""
    with tarfile.open(pad) as model:
        inhoud = next((model.extractfile(lid) for lid in model if Path(lid.name).name == "metadata.json"), None)
        if inhoud is None:
            return [""]
        schema = json.load(inhoud)["predict_schema"]["nodes"]
    knopen = [str(knoop["uses"]) for knoop in schema.values()]
    return [naam for naam in knopen if not naam.startswith(("rasa.graph_components.", "rasa.core.featurizers."))]


class _Leeg(type):
    """Van zo'n klasse kan worden afgeleid; maken of aanroepen kan niet."""

    def __getattr__(cls, naam: str) -> Any:
        if naam.startswith("__"):
            raise AttributeError(naam)
        return _leeg(f"{cls.__module__}.{cls.__qualname__}.{naam}")

    def __call__(cls, *_: Any, **__: Any) -> NoReturn:
        raise TensorFlowNodig(
            f"{cls.__qualname__} heeft TensorFlow nodig, en dat is hier weggelaten omdat de pijplijn het niet gebruikt. "
            "Haal het onderdeel dat dit aanroept uit GEEN_TENSORFLOW in bot/rasa/zonder_tensorflow.py."
        )


def _leeg(naam: str) -> _Leeg:
    module, _, kort = naam.rpartition(".")
    return _Leeg(kort, (), {"__module__": module})


class _Module(ModuleType):
    def __getattr__(self, naam: str) -> Any:
        if naam.startswith("__"):
            raise AttributeError(naam)
        return _leeg(f"{self.__name__}.{naam}")


class _Vinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        return (
            importlib.machinery.ModuleSpec(fullname, self, is_package=True)
            if fullname.partition(".")[0] in WEG
            else None
        )

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Een lege module heeft niets uit te voeren."""

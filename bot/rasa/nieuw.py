"""Rasa 3.6.21 op Python 3.11 tot en met 3.13 en op de pakketten van nu.

Hij is geschreven voor Python 3.10 en pakketten van 2022. Hieronder staat per stuk wat er veranderde, met de fout die je zonder
dat stuk krijgt; een test laat van elk zien dat het nodig is. Bij een andere versie van Rasa gebeurt er niets.
"""

from __future__ import annotations

import functools
import importlib.abc
import importlib.machinery
import importlib.metadata
import importlib.util
import secrets
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from bot.rasa.afwezig import Afwezig
from bot.rasa.terugval import geen_terugval

VERSIE = "3.6.21"


def maak_passend() -> bool:
    """Zet alles klaar, voor het eerste `import rasa`. Geeft of deze versie van Rasa het nodig heeft."""
    if importlib.metadata.version("rasa") != VERSIE:
        return False
    if not any(isinstance(vinder, _Daarna) for vinder in sys.meta_path):
        sys.meta_path.insert(0, _Daarna())
        sys.meta_path += [_Klein(), Afwezig()]
        for naam in DAARNA.keys() & sys.modules.keys():
            DAARNA[naam](sys.modules[naam])
    return True


# Wat een module anders moet hebben, zodra zij geladen is


def _versies(packaging_version: Any) -> None:
    """ImportError: cannot import name 'LegacyVersion' (weg sinds packaging 22). Rasa vraagt alleen of iets er een is."""
    packaging_version.LegacyVersion = type("LegacyVersion", (), {})


def _numpy(numpy: Any) -> None:
    """AttributeError: numpy has no attribute 'VisibleDeprecationWarning' (sinds numpy 2 in `exceptions`)."""
    numpy.VisibleDeprecationWarning = numpy.exceptions.VisibleDeprecationWarning


def _server(sanic_app: Any) -> None:
    """Sanic app name 'rasa_core_no_api' not found: Sanic start sinds 22.9 een kindproces, en dat kent de app van Rasa niet."""
    sanic_app.Sanic.run = functools.partialmethod(sanic_app.Sanic.run, single_process=True)


def _classifier(module: Any) -> None:
    """TypeError: unexpected keyword argument 'multi_class' (weg sinds scikit-learn 1.8; wat Rasa vroeg, is nu wat het altijd doet)."""
    gewoon = module.LogisticRegression

    def maak(*, multi_class: str = "auto", l1_ratio: float | None = None, **rest: Any) -> Any:
        if multi_class not in ("auto", "multinomial"):
            raise ValueError(f"multi_class: {multi_class} in config.yml bestaat niet meer; laat de regel weg")
        return gewoon(**rest if l1_ratio is None else {**rest, "l1_ratio": l1_ratio})

    module.LogisticRegression = maak


def _verslag(module: Any) -> None:
    """ValueError: Found empty input array. `rasa test core` meet entiteiten die er niet zijn; scikit-learn gaf daar een leeg verslag van."""
    import numpy as np

    gewoon = module._calculate_report

    def bereken(output_directory: Any, targets: Any, predictions: Any, *args: Any, **kwargs: Any) -> Any:
        if not len(targets):
            return {}, 0.0, 0.0, 0.0, np.zeros((0, 0), dtype=int), []
        return gewoon(output_directory, targets, predictions, *args, **kwargs)

    module._calculate_report = bereken


def _plaatjes(module: Any) -> None:
    """NietHier: matplotlib. `rasa test` tekent ook plaatjes; is er niets om mee te tekenen, dan komt het verslag zonder."""
    if isinstance(importlib.util.find_spec("matplotlib").loader, Afwezig):  # type: ignore[union-attr]  # een geïnstalleerd pakket heeft altijd een lader
        for naam in ("plot_confusion_matrix", "plot_paired_histogram", "plot_curve"):
            setattr(module, naam, lambda *_, **__: None)


DAARNA: dict[str, Callable[[Any], None]] = {
    "packaging.version": _versies,
    "numpy": _numpy,
    "sanic.app": _server,
    "rasa.nlu.classifiers.logistic_regression_classifier": _classifier,
    "rasa.core.tracker_store": geen_terugval,
    "rasa.nlu.test": _verslag,
    "rasa.utils.plotting": _plaatjes,
}


class _Daarna(importlib.abc.MetaPathFinder):
    """Past een module aan zodra hij geladen is."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        spec = importlib.machinery.PathFinder.find_spec(fullname, path) if fullname in DAARNA else None
        if spec is not None and spec.loader is not None:
            gewoon = spec.loader.exec_module

            def exec_module(module: ModuleType) -> None:
                gewoon(module)
                DAARNA[fullname](module)

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]  # alleen deze ene module krijgt een andere lezing
        return spec


# Modules waar Rasa een of twee functies van gebruikt


def _reken(graaf: dict[str, Any], doelen: Sequence[str]) -> tuple[Any, ...]:
    """Wat `dask.get` voor Rasa deed: elke stap één keer, na wat zij nodig heeft."""
    uit: dict[str, Any] = {}

    def zet(naam: str) -> Any:
        if naam not in uit:
            stap = graaf[naam]
            if isinstance(stap, tuple) and stap and callable(stap[0]):
                uit[naam] = stap[0](
                    *(zet(deel) if isinstance(deel, str) and deel in graaf else deel for deel in stap[1:])
                )
            else:
                uit[naam] = stap
        return uit[naam]

    return tuple(zet(doel) for doel in doelen)


def _pad(pakket: str, naam: str) -> str:
    """Waar een bestand van een pakket staat."""
    spec = importlib.util.find_spec(pakket)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(pakket)
    return str(Path(spec.origin).parent / naam)


KLEIN: dict[str, dict[str, Any]] = {
    # ModuleNotFoundError, van elk. setuptools nam pkg_resources weg; dask alleen is 4 MB, en structlog_sentry stuurt fouten weg
    "pkg_resources": {
        "resource_filename": _pad,
        "get_distribution": lambda naam: SimpleNamespace(version=importlib.metadata.version(naam)),
    },
    "dask": {"get": _reken},
    "randomname": {"get_name": lambda *_, **__: secrets.token_hex(4)},
    "structlog_sentry": {"SentryProcessor": lambda **_: lambda logger, naam, gebeurtenis: gebeurtenis},
}


class _Klein(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Achteraan: wat geïnstalleerd is, gaat voor."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        return importlib.machinery.ModuleSpec(fullname, self) if fullname in KLEIN else None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        """De gewone module is goed."""

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__.update(KLEIN[module.__name__])

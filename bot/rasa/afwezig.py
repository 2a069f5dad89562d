"""Wat Rasa 3.6.21 importeert en wij niet installeren: kanalen, wachtrijen, andere opslag, en TensorFlow met DIET en TED.

Rasa laadt elk onderdeel, ook wat niemand gebruikt. Van wat hier staat, bestaan daarom lege klassen om van af te leiden.
Wie er een echt gebruikt, krijgt een zin die zegt waarom dat niet kan: er wordt nooit stil iets anders gedaan.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
from collections.abc import Sequence
from types import ModuleType
from typing import Any, NoReturn

KANAAL = "Rasa's eigen kanalen staan uit. De website heeft een eigen voordeur en Telegram een eigen kanaal (docs/telegram.md)."
WACHTRIJ = "Een event broker zou doorgeven wat mensen typen. Haal `event_broker` uit endpoints.yml."
OPSLAG = "Gesprekken staan in SQLite of PostgreSQL, zonder woorden. Kies dat in endpoints.yml."
TENSORFLOW = (
    "TensorFlow voor Rasa 3.6.21 bestaat alleen voor Python 3.10, en config.yml doet het zonder: met LogisticRegressionClassifier"
    " in plaats van DIET, en RulePolicy in plaats van TED. De gewone Rasa staat apart in .venv-stock (`make bench`)."
)
REST = "Het doet niets wat deze bot nodig heeft. Wie het wil, zet het in pyproject.toml."
WAAROM = {
    **dict.fromkeys(
        ("aiogram", "cachecontrol", "fbmessenger", "google", "mattermostwrapper", "rocketchat_API"), KANAAL
    ),
    **dict.fromkeys(("slack_sdk", "socketio", "twilio", "webexteamssdk"), KANAAL),
    **dict.fromkeys(("aio_pika", "aiormq", "confluent_kafka"), WACHTRIJ),
    **dict.fromkeys(("boto3", "botocore", "pymongo"), OPSLAG),
    **dict.fromkeys(("tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras"), TENSORFLOW),
    **dict.fromkeys(("colorclass", "matplotlib", "requests", "sanic_jwt", "sentry_sdk", "terminaltables"), REST),
}
"""Per pakket waarom het er niet is. Is het er wel, dan gaat het echte voor."""


class NietHier(RuntimeError):
    """Iets gebruikte een pakket dat wij niet installeren. De tekst is voor wie het vroeg."""


class _Leeg(type):
    """Van zo'n klasse kan worden afgeleid; maken of aanroepen kan niet."""

    def __getattr__(cls, naam: str) -> Any:
        if naam.startswith("__"):
            raise AttributeError(naam)
        return _leeg(f"{cls.__module__}.{cls.__qualname__}.{naam}")

    def __call__(cls, *_: Any, **__: Any) -> NoReturn:
        vreemd = next(k for k in cls.__mro__ if k.__module__.partition(".")[0] in WAAROM)
        pakket = vreemd.__module__.partition(".")[0]
        wie = cls.__qualname__ if cls is vreemd else f"{cls.__qualname__} (van Rasa)"
        raise NietHier(f"{wie} kan hier niet: het pakket {pakket} is er niet. {WAAROM[pakket]}")


def _leeg(naam: str) -> _Leeg:
    module, _, kort = naam.rpartition(".")
    # Rasa vangt er ook fouten van op (`except BotoCoreError`), en dat mag alleen met een echte foutklasse
    ouders = (Exception,) if kort.endswith(("Error", "Exception", "Failure")) else ()
    return _Leeg(kort, ouders, {"__module__": module})


class _Module(ModuleType):
    def __getattr__(self, naam: str) -> Any:
        if naam.startswith("__"):
            raise AttributeError(naam)
        return _leeg(f"{self.__name__}.{naam}")


class Afwezig(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Hoort achteraan in `sys.meta_path`, zodat wat geïnstalleerd is voorgaat."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        hoort = fullname.partition(".")[0] in WAAROM
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True) if hoort else None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Een lege module heeft niets uit te voeren."""

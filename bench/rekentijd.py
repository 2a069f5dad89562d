"""`python -m bench.rekentijd`: rekentijd van de processor per beurt. Klopt ook als de machine nog ander werk heeft."""

from __future__ import annotations

import asyncio
import secrets
import statistics
import tempfile
import time
from pathlib import Path

from bot.deur.gesprek import Gesprek
from bot.deur.settings import Instellingen

WOORDEN = ("waarom vraag je dat", "mijn ex heeft een naaktfoto van mij doorgestuurd", "weet ik niet", "ja", "terug")


def main() -> None:
    """Milliseconden per beurt vanuit de kern, met bewaren en versleutelen."""
    tijden = sorted(asyncio.run(_meet(gesprekken=10, beurten=20)))
    mediaan, p95 = statistics.median(tijden), tijden[int(len(tijden) * 0.95)]
    print(
        f"rekentijd per beurt vanuit de kern: mediaan {mediaan:.1f} ms, gemiddeld {statistics.mean(tijden):.1f} ms, "
        f"95% {p95:.1f} ms, {len(tijden)} beurten"
    )


async def _meet(gesprekken: int, beurten: int) -> list[float]:
    tijden = []
    with tempfile.TemporaryDirectory() as map_:
        inst = Instellingen(
            geheim="b" * 32,
            rasa_geheim="b" * 32,
            sleutels=secrets.token_hex(24),
            rasa_poort=1,
            gesprekken=f"sqlite:///{Path(map_) / 'g.db'}",
        )
        gesprek = Gesprek(inst)
        await gesprek.beurt("w" * 24, "warm", tekst="warmlopen op 3 maart")
        for _ in range(gesprekken):
            sessie = secrets.token_hex(16)
            await gesprek.beurt(sessie, "0", code="situatie:deepfake_sexual")
            for nr in range(beurten):
                begin = time.process_time()
                await gesprek.beurt(sessie, str(nr + 1), tekst=WOORDEN[nr % len(WOORDEN)])
                tijden.append((time.process_time() - begin) * 1000)
        await gesprek.sluit()
    return tijden


if __name__ == "__main__":
    main()

"""Sessies raden, vervalsen en na het wissen opnieuw gebruiken. `python -m tests.aanval.raden 10000 [ZAAD]`."""

from __future__ import annotations

import base64
import json
import random
import secrets
import string
import sys
from collections.abc import Iterator

from itsdangerous import URLSafeSerializer

from tests.aanval.los import losse_deur
from tests.aanval.uitslag import Uitslag


def vervalst(echt: str, kans: random.Random) -> Iterator[str]:
    """Eindeloos tekens die op een sessie lijken: verzonnen, half echt, met een ander geheim getekend, of zonder handtekening."""
    lading, _, merk = echt.rpartition(".")
    letters = string.ascii_letters + string.digits + "-_."
    while True:
        id_ = f"w{secrets.token_hex(16)}"
        plek = kans.randrange(len(echt))
        yield "".join(kans.choice(letters) for _ in range(kans.randrange(1, 120)))
        yield echt[:plek] + kans.choice(letters.replace(echt[plek], "")) + echt[plek + 1 :]
        yield str(URLSafeSerializer(secrets.token_hex(24), salt="sessie").dumps(id_))
        yield base64.urlsafe_b64encode(json.dumps(id_).encode()).decode().rstrip("=") + f".{merk}"
        yield f"{lading}.{secrets.token_urlsafe(20)}"
        yield id_
        yield echt[:plek]


def raad(keer: int, zaad: int = 3) -> tuple[int, int]:
    """Probeert `keer` tekens die niet van ons zijn of gewist zijn. Geeft (geprobeerd, geopend)."""
    kans, geopend = random.Random(zaad), 0
    with losse_deur() as (deur, _):
        echt = deur.post("/api/gesprek").json()["sessie"]
        gewist = []
        for _ in range(max(5, keer // 200)):
            teken = deur.post("/api/gesprek").json()["sessie"]
            deur.delete("/api/gesprek", headers={"X-Sessie": teken})
            gewist.append(teken)
        bron = vervalst(echt, kans)
        for nr in range(keer):
            teken = gewist[nr % len(gewist)] if nr % 5 == 0 else next(bron)
            if teken == echt:
                continue
            kop = {"X-Sessie": teken}
            if nr % 2:
                antwoord = deur.get("/api/gesprek", headers=kop)
            else:
                antwoord = deur.post("/api/beurt", json={"beurt": "b", "code": "overzicht"}, headers=kop)
            geopend += antwoord.status_code != 401
        assert deur.get("/api/gesprek", headers={"X-Sessie": echt}).status_code == 200
    return keer, geopend


if __name__ == "__main__":
    zaad_ = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    geprobeerd, geopend_ = raad(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, zaad_)
    sys.exit(Uitslag("sessies", zaad_, {"tekens": geprobeerd, "geopend": geopend_}, geopend_).bewaar())

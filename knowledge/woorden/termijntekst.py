"""Een termijn in zinnen: tot wanneer, of het nog kan, en waar dat van afhangt. Elk kanaal en elke brief gebruikt deze."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.recht import Gerekend, Kennis
from knowledge.woorden.verwoord import datum, opsomming

ZATERDAG = 5


def termijnzin(kennis: Kennis, gerekend: Gerekend) -> str:
    """Wat iemand over deze termijn leest."""
    return " ".join((*_zinnen(kennis, gerekend), *gerekend.erbij))


def _zinnen(kennis: Kennis, gerekend: Gerekend) -> Iterator[str]:
    termijn, feiten = gerekend.termijn, opsomming(list(gerekend.feiten))
    hangt_af = opsomming([kennis.zin(f"hangt_af_{reden}") for reden in gerekend.hangt_af])
    if gerekend.onzeker:
        yield (termijn.onzeker or kennis.zinnen["termijn_onzeker"]).format(feiten=feiten, hangt_af=hangt_af)
    elif termijn.verjaart_niet:
        yield termijn.tekst.format(feiten=feiten)
    elif gerekend.laatste_dag is None:
        yield kennis.zin("termijn_onbekend", begin=kennis.feiten[termijn.vanaf].vraag)
    elif gerekend.wel_of_niet:
        yield kennis.zin("termijn_misschien_voorbij", laatste_dag=datum(gerekend.laatste_dag))
    elif gerekend.voorbij:
        yield f"{kennis.zin('termijn_voorbij', laatste_dag=datum(gerekend.laatste_dag))} {termijn.na_afloop.format(feiten=feiten)}"
        if gerekend.halvering:
            yield kennis.zin(f"termijn_half_{gerekend.halvering}")
    else:
        yield termijn.tekst.format(laatste_dag=datum(gerekend.laatste_dag), feiten=feiten)
        if gerekend.halvering:
            yield kennis.zin(f"termijn_half_{gerekend.halvering}")
        if hangt_af and gerekend.uiterst != gerekend.laatste_dag:
            langer = datum(gerekend.uiterst) if gerekend.uiterst else ""
            yield kennis.zin("termijn_langer" if langer else "termijn_veel_langer", uiterst=langer, hangt_af=hangt_af)
        if termijn.soort == "uiterlijk" and gerekend.laatste_dag.weekday() >= ZATERDAG:
            yield kennis.zin("termijn_weekend")
        if gerekend.ongeveer and gerekend.begin is not None:
            yield kennis.zin("termijn_ongeveer", begin=datum(gerekend.begin))

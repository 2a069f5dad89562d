"""Feestdagen en vakanties: de vroegste dag die iemand ermee kan bedoelen."""

from __future__ import annotations

import re
from datetime import date, timedelta

_VAST = (
    (r"kerst(?:avond|mis|dagen)?|eerste kerstdag|xmas|christmas", 12, 25), (r"tweede kerstdag", 12, 26), (r"kerstvakantie", 12, 18), (r"oud en nieuw|oudjaar\w*|oudejaars\w*|silvester", 12, 31), (r"nieuwjaar\w*|nieuw jaar", 1, 1),
    (r"sinterklaas\w*|pakjesavond|sint", 12, 5), (r"koningsdag|kingsday|koningsnacht", 4, 26), (r"dodenherdenking", 5, 4), (r"bevrijdingsdag", 5, 5), (r"valentijn\w*", 2, 14), (r"halloween", 10, 31), (r"sint maarten", 11, 11),
    (r"wapenstilstand", 11, 11), (r"allerheiligen", 11, 1), (r"zomervakantie|grote vakantie|bouwvak", 7, 1), (r"herfstvakantie", 10, 10), (r"voorjaarsvakantie|krokusvakantie", 2, 10), (r"meivakantie", 4, 18), (r"dierendag", 10, 4), (r"black friday", 11, 23), (r"prinsjesdag", 9, 15), (r"start van het schooljaar|begin van het schooljaar", 8, 15),
)  # fmt: skip
_VANAF_PASEN = ((r"goede vrijdag", -2), (r"paasvakantie", -8), (r"carnaval|vastelaovend", -49), (r"pasen|paasdag|paasweekend", 0), (r"hemelvaart\w*", 39), (r"pinkster\w*", 49))  # fmt: skip
_MAAND_EN_ZONDAG = ((r"moederdag", 5, 2), (r"vaderdag", 6, 3))


def feestdag(zin: str, jaar: int) -> tuple[date, int] | None:
    """De eerste dag in dat jaar en hoeveel dagen erna nog kunnen, of None als er geen feest of vakantie genoemd wordt."""
    for patroon, maand, dag in sorted(_VAST, key=lambda v: -len(v[0])):
        if re.search(rf"\b(?:{patroon})\b", zin):
            return date(jaar, maand, dag), _lengte(patroon)
    for patroon, dagen in _VANAF_PASEN:
        if re.search(rf"\b(?:{patroon})\b", zin):
            return _pasen(jaar) + timedelta(days=dagen), _lengte(patroon)
    for patroon, maand, hoeveelste in _MAAND_EN_ZONDAG:
        if re.search(rf"\b{patroon}\b", zin):
            eerste = date(jaar, maand, 1)
            return eerste + timedelta(days=(6 - eerste.weekday()) + 7 * (hoeveelste - 1)), 0
    return None


def _lengte(patroon: str) -> int:
    """Een vakantie duurt per streek anders: zo veel dagen na de eerste kan het nog zijn."""
    if "zomervakantie" in patroon:
        return 62
    return 24 if "vakantie" in patroon else 0


def _pasen(jaar: int) -> date:
    from dateutil.easter import easter

    return easter(jaar)

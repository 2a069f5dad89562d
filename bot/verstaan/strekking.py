"""Hoe een woord bedoeld is: ontkend, nog niet gebeurd, alleen gedacht, of alleen door de ander gezegd."""

from __future__ import annotations

from dataclasses import dataclass

from bot.verstaan.zin import Zin

NIET = frozenset({"niet", "geen", "nooit", "niks", "niets", "nergens", "noch", "nauwelijks", "not", "never"})
NA_NIET_GEEN_ONTKENNING = frozenset(
    {"alleen", "weten", "zeker", "normaal", "eens", "zomaar", "enkel", "meteen", "eerlijk"}
)
VOOR_NIET_GEEN_ONTKENNING = frozenset({"weet", "waarom", "kan", "wist", "durf", "snap", "kunnen", "begrijp"})
TUSSEN = frozenset(
    {
        "het",
        "dat",
        "dit",
        "ze",
        "mij",
        "me",
        "hem",
        "haar",
        "er",
        "ook",
        "nog",
        "echt",
        "helemaal",
        "toch",
        "die",
        "eens",
    }
)
VER, DICHTBIJ = 4, 2
NIET_MET_ZOVEEL_WOORDEN = frozenset({"letterlijk", "openlijk", "rechtstreeks", "direct"})
"""'Nergens staat letterlijk dat …' ontkent niet dat het bedoeld is: dat vragen we."""

_DENKT = ("stel dat", "stel je voor", "stel", "wat als", "voor het geval", "bang dat", "misschien", "kan het zijn dat", "zou het kunnen dat", "vrees dat", "bang voor", "als hij ooit", "als iemand", "mocht")  # fmt: skip
_STRAKS = (
    "dreig", "dreigt", "dreigen", "dreigde", "dreigden", "gedreigd", "dreigement", "anders", "als ik niet", "als ik het niet", "als ik nu niet", "als ik hem niet", "als ik haar niet", "als ik geen",
    "als we niet", "als hij", "als ze", "als iemand", "als die", "ik zou", "zou hij straks", "als hij straks", "als ze straks", "gaat hij", "hij gaat", "gaat ze", "ze gaat", "ze gaan", "gaan ze", "hij zal", "zal hij", "hij wil", "wil hij", "hij zou", "zegt dat hij",
    "chanteert", "chanteren", "gechanteerd", "chantage", "afgeperst", "sextortion", "ik wil", "wil ik", "we willen", "willen we", "wij willen", "mag ik", "hoe voorkom", "voorkomen", "moet worden", "going to", "threatens", "threatening",
)  # fmt: skip


def _op_eerste(zinsdelen: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    uit: dict[str, list[tuple[str, ...]]] = {}
    for deel in zinsdelen:
        uit.setdefault(deel.split()[0], []).append(tuple(deel.split()))
    return uit


_DENKT_OP, _STRAKS_OP = _op_eerste(_DENKT), _op_eerste(_STRAKS)
_ANDER = frozenset({"hij", "ze", "die", "ex", "vader", "moeder", "man", "vrouw", "tegenpartij", "ander", "facebook", "google", "platform", "advocaat", "dader"})  # fmt: skip
_ZEGT = frozenset({"zegt", "zei", "beweert", "beweerde", "claimt", "houdt", "zeggen", "stelt", "ontkent"})
_BEWEERT = _ZEGT | {"vertelt", "vertelde", "vertellen", "schrijft", "schreef", "schrijven", "roept", "roepen", "denkt", "denken", "vindt"}  # fmt: skip
_VERWIJT = frozenset({"beschuldigd", "beschuldigt", "beschuldigen", "beschuldigde", "verdacht", "beticht", "betichten", "verdenkt"})  # fmt: skip
_IK = frozenset({"ik", "wij", "we"})
_WIJ_DEDEN = frozenset({"heb", "had", "hebben", "hadden", "zou", "zouden"})
_WEET = frozenset({"weet", "weten", "wist", "idee", "zeker", "duidelijk", "benul"})
_TWIJFELT = frozenset({"twijfel", "twijfelen", "onzeker", "onduidelijk"})
_VOLTOOID = frozenset({"heeft", "heb", "hebben", "is", "zijn", "had", "hadden", "werd", "werden"})
_IETS = frozenset({"iets", "wat", "niks", "niets", "iemand", "niemand", "ergens", "nergens", "heel", "helemaal", "totaal", "hoe", "waar"})  # fmt: skip
_EN = frozenset({"en", "maar"})
_WIE = frozenset({"hij", "ze", "iemand", "ik", "je", "jij", "we", "wij", "men"})
"""'Kan hij mijn adres …': een vraag, ook zonder vraagteken."""


@dataclass(frozen=True)
class Strekking:
    """Per woord het woord dat het in twijfel trekt (zijn plek), of -1."""

    gedacht: tuple[int, ...]
    straks: tuple[int, ...]
    gezegd: tuple[int, ...]
    onzeker: tuple[int, ...] = ()
    """'ik weet niet of het gedeeld is': dat is een antwoord, namelijk dat iemand het niet weet."""
    beweerd: tuple[int, ...] = ()
    """Wat een ander over de schrijver beweert: dát het beweerd wordt is gebeurd, de rest niet."""


def strekking(zin: Zin) -> Strekking:
    """Wat in dit bericht alleen gedacht, nog niet gebeurd, of door de ander gezegd is."""
    aantal = len(zin.woorden)
    gedacht, straks, gezegd, onzeker, beweerd = ([-1] * aantal for _ in range(5))
    for begin, eind in zin.zinnen().values():
        for nr in range(begin, eind):
            if _begint(zin, nr, eind, _DENKT_OP):
                # 'misschien' reikt tot het einde van het zinsdeel, 'stel dat' tot het einde van de zin
                tot = _einde_deel(zin, nr, eind) if zin.woorden[nr] in ("misschien", "mocht") else eind
                _zet(gedacht, nr, tot, nr)
            if _begint(zin, nr, eind, _STRAKS_OP) and not _is_iets_anders(zin, nr):
                _zet(straks, nr, _tot_voltooid(zin, nr, eind), nr)
                if zin.woorden[nr] == "als":
                    _zet(straks, begin, nr, nr)
            if zin.woorden[nr] == "of" and _weet_niet(zin, begin, nr):
                _zet(onzeker, nr, _einde_deel(zin, nr, eind), nr)
            if zin.woorden[nr] in _ZEGT and "dat" in zin.woorden[nr + 1 : nr + 3] and _ANDER & set(zin.woorden[max(begin, nr - 3) : nr + 2]):  # fmt: skip
                _zet(gezegd, nr, _einde_deel(zin, nr, eind), nr)
            if _beschuldigt(zin, begin, nr, eind):
                _zet(beweerd, nr, _einde_deel(zin, nr, eind), nr)
        gevraagd = zin.zin[begin] in zin.vragend or set(zin.woorden[begin + 1 : begin + 2]) & _WIE
        if gevraagd and zin.woorden[begin] in ("mag", "is", "kan", "zou", "heeft", "mogen", "kunnen", "wat", "hoe", "wanneer"):  # fmt: skip
            _zet(straks, begin, eind, begin)
    return Strekking(tuple(gedacht), tuple(straks), tuple(gezegd), tuple(onzeker), tuple(beweerd))


def _beschuldigt(zin: Zin, begin: int, nr: int, eind: int) -> bool:
    """'Ze zegt dat ik haar foto heb gedeeld', 'aangifte tegen mij van stalking': wat daar staat, is beweerd over de schrijver."""
    erna, ervoor = zin.woorden[nr + 1 : nr + 9], zin.woorden[max(begin, nr - 7) : nr]
    if zin.woorden[nr] == "van" and nr + 1 < eind:
        return bool(_VERWIJT & set(ervoor)) or ("aangifte" in ervoor and "tegen" in ervoor)
    if zin.woorden[nr] != "dat" or not _WIJ_DEDEN & set(erna) or not _IK & set(erna[:2]):
        return False
    return bool(_BEWEERT & set(ervoor)) and not _IK & set(ervoor[-3:])


def _is_iets_anders(zin: Zin, nr: int) -> bool:
    """'er is nog wat anders', 'op een andere site, ergens anders': geen dreiging met 'anders'."""
    return zin.woorden[nr] == "anders" and nr > 0 and zin.woorden[nr - 1] in _IETS


def _weet_niet(zin: Zin, begin: int, of: int) -> bool:
    """'weet niet of', 'geen idee of', 'ik weet het niet zeker of', 'twijfel of'."""
    ervoor = set(zin.woorden[max(begin, of - 6) : of])
    return bool(ervoor & _TWIJFELT) or (bool(ervoor & _WEET) and bool(ervoor & NIET))


def ontkend(zin: Zin, begin: int, eind: int, werkwoord: bool) -> int | None:
    """Hoe dichtbij een ontkenning staat die bij deze woorden hoort, of None. `werkwoord`: ook erna zoeken."""
    deel = zin.deel[eind - 1]
    for nr in range(eind - 1, max(-1, begin - (VER if werkwoord else DICHTBIJ) - 1), -1):
        if zin.deel[nr] not in (deel, zin.deel[begin]) or (nr < begin and zin.deel[nr] != zin.deel[begin]):
            break
        niemand = nr < begin and zin.woorden[nr] == "niemand"
        if (zin.woorden[nr] in NIET or niemand) and _ontkent(zin, nr):
            return VER if NIET_MET_ZOVEEL_WOORDEN & set(zin.woorden[nr:eind]) else max(0, begin - nr)
    if werkwoord:
        for nr in range(eind, min(eind + DICHTBIJ, len(zin.woorden))):
            if zin.deel[nr] != deel:
                break
            if zin.woorden[nr] in NIET and _ontkent(zin, nr):
                return nr - eind + 1
            if zin.woorden[nr] not in TUSSEN:
                break
    return _zonder(zin, begin)


def _ontkent(zin: Zin, nr: int) -> bool:
    na = zin.woorden[nr + 1] if nr + 1 < len(zin.woorden) else ""
    voor = zin.woorden[nr - 1] if nr else ""
    gratis = voor == "voor" and zin.woorden[nr] in ("niks", "niets")  # 'het staat voor niks op een forum'
    return na not in NA_NIET_GEEN_ONTKENNING and voor not in VOOR_NIET_GEEN_ONTKENNING and not gratis


def _zonder(zin: Zin, begin: int) -> int | None:
    """'zonder te betalen', 'zonder dat hij het deelde'."""
    for nr in range(max(0, begin - VER), begin):
        if zin.woorden[nr] == "zonder" and zin.zin[nr] == zin.zin[begin] and zin.woorden[nr + 1] == "te":
            return begin - nr
    return None


def _begint(zin: Zin, nr: int, eind: int, beginnen: dict[str, list[tuple[str, ...]]]) -> bool:
    return any(
        zin.woorden[nr : nr + len(woorden)] == woorden and nr + len(woorden) <= eind
        for woorden in beginnen.get(zin.woorden[nr], ())
    )


def _einde_deel(zin: Zin, nr: int, eind: int) -> int:
    return next((later for later in range(nr + 1, eind) if zin.deel[later] != zin.deel[nr]), eind)


def _tot_voltooid(zin: Zin, nr: int, eind: int) -> int:
    """'hij dreigt te delen en heeft al …': na 'en heeft' is het weer gebeurd."""
    for later in range(nr + 1, eind - 1):
        if zin.woorden[later] in _EN and _VOLTOOID & set(zin.woorden[later + 1 : later + 4]):
            return later
    return eind


def _zet(lijst: list[int], van: int, tot: int, oorzaak: int) -> None:
    for nr in range(van, tot):
        if lijst[nr] < 0:
            lijst[nr] = oorzaak

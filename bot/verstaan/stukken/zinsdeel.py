"""Wat er van een heel zinsdeel te zien is: hoe het begint, wie erin voorkomt, en wat ervoor en erna staat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.verstaan.stukken.woord import stam, vorm
from bot.verstaan.zin import Zin

MENSEN = frozenset({"KIND_V", "KIND_M", "KIND_O", "BEKENDE_V", "BEKENDE_M", "BEKENDE_O", "ANDER_M", "ANDER_V", "ANDER_O", "INSTANTIE"})  # fmt: skip
KERN = MENSEN | {"IK", "HIJ", "ZIJ", "DIE", "JIJ"}
VROUW = {"KIND_V": "KIND", "BEKENDE_V": "BEKENDE", "ANDER_V": "ANDER"}
MAN = {"KIND_M": "KIND", "BEKENDE_M": "BEKENDE", "ANDER_M": "ANDER"}
PERSOONLIJK = frozenset({"IK", "HIJ", "ZIJ", "JIJ"})
NIET_OMGEKEERD = PERSOONLIJK | {"VOEG", "DIE", "MIJ", "BIJWOORD", "JA", "NEEWOORD"}
"""'krijgt hij', 'raak ik': het werkwoord voorop maakt er een vraag van, ook zonder vraagteken."""
VOOR_DE_KERN = frozenset({"en", "maar", "want", "dus", "nu"})
VORM_VAN_ZIJN = frozenset({"ZIJN", "HEBBEN"})
KINDEREN = frozenset({"KIND_V", "KIND_M", "KIND_O"})
BEGIN = 4
"""Aan de eerste vier woorden zie je of het een vraag, een bijzin of een mededeling is."""
Klassen = Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Genoemd:
    """Wie er tot hier voor het laatst genoemd is: op wie 'ze' en 'hij' dan slaan."""

    vrouw: str = "-"
    man: str = "-"
    iemand: str = "-"

    def verder(self, klassen: Sequence[tuple[str, ...]]) -> Genoemd:
        vrouw, man, iemand = self.vrouw, self.man, self.iemand
        for woord in klassen:
            for klasse in woord:
                vrouw, man = VROUW.get(klasse, vrouw), MAN.get(klasse, man)
                iemand = klasse.split("_")[0] if klasse in MENSEN else iemand
        return Genoemd(vrouw, man, iemand)


def kenmerken(zin: Zin, klassen: Klassen, begin: Sequence[int]) -> tuple[list[list[str]], list[list[str]]]:
    """De kenmerken van elk zinsdeel: om het label te horen, en om te horen over wie het gaat. `begin`: waar ze beginnen."""
    eind = [*begin[1:], len(zin.woorden)]
    genoemd, vorige_wie = Genoemd(), "^"
    label_rijen: list[list[str]] = []
    wie_rijen: list[list[str]] = []
    for nr, (van, tot) in enumerate(zip(begin, eind, strict=True)):
        wie = _wie(klassen[van:tot], genoemd)
        k = _personen(zin.woorden, klassen, van, tot, genoemd)
        k += [f"vwie={vorige_wie}", *_gezegd(zin, klassen, begin[nr - 1] if nr else van, van, vorige_wie)]
        vorige_wie = wie or vorige_wie
        k += ["enig"] if len(begin) == 1 else ["eerste"] if nr == 0 else ["laatste"] if tot == len(zin.woorden) else []
        k += [f"na={zin.na[tot - 1][:1]}", f"lang={min(tot - van, 8)}"]
        if zin.zin[van] in zin.vragend:
            k.append("vraagzin")
        if nr:
            vorig = begin[nr - 1]
            k += [f"vw={zin.woorden[van - 1]}", f"v0={zin.woorden[vorig]}", f"vna={zin.na[van - 1][:1]}"]
            k += [f"vk={klasse}" for klasse in klassen[van - 1]]
            k += [f"vin={klasse}" for klasse in _alle(klassen[vorig:van])]
        if nr + 1 < len(begin):
            k.append(f"n0={zin.woorden[tot]}")
            k += [f"n0k={klasse}" for klasse in klassen[tot]]
            k += [f"nin={klasse}" for klasse in _alle(klassen[tot : eind[nr + 1]])]
        label_rijen.append([*k, *_inhoud(zin.woorden[van:tot], klassen[van:tot])])
        wie_rijen.append([*k, *_inhoud(*_teruggebracht(zin.woorden[van:tot], klassen[van:tot], genoemd))])
        genoemd = genoemd.verder(klassen[van:tot])
    return label_rijen, wie_rijen


def _teruggebracht(
    woorden: Sequence[str], klassen: Klassen, genoemd: Genoemd
) -> tuple[Sequence[str], Sequence[tuple[str, ...]]]:
    """'hij' na 'mijn zoon' is een ander woord dan 'hij' na 'mijn ex'."""
    naar = {"ZIJ": genoemd.vrouw, "HIJ": genoemd.man}
    wie = [next((naar[klasse] for klasse in eigen if klasse in naar), None) for eigen in klassen]
    nieuw = [woord if w is None else f"{woord}/{w}" for woord, w in zip(woorden, wie, strict=True)]
    return nieuw, [
        eigen if w is None else tuple(f"{k}/{w}" for k in eigen) for eigen, w in zip(klassen, wie, strict=True)
    ]


def _inhoud(woorden: Sequence[str], klassen: Klassen) -> list[str]:
    """De woorden, hun klassen en paren daarvan; en die aan het begin en het eind nog eens met hun plek."""
    k: list[str] = []
    for nr, woord in enumerate(woorden):
        k += [f"w={woord}", f"s={stam(woord)}", *vorm(woord), *(f"k={klasse}" for klasse in klassen[nr])]
        if nr + 1 < len(woorden):
            k += [f"kk={een} {twee}" for een in klassen[nr] for twee in klassen[nr + 1]]
    k = list(dict.fromkeys(k))
    vormen = ["+".join(eigen) or "-" for eigen in klassen[:2]]
    if len(woorden) > 1 and PERSOONLIJK & set(klassen[1]) and not NIET_OMGEKEERD & set(klassen[0]):
        k.append("omgekeerd")
    k += [f"0v={' '.join(vormen)}", f"0ww={' '.join(woorden[:2])}"]
    for nr in range(min(BEGIN, len(woorden))):
        k += [f"{nr}w={woorden[nr]}", *(f"{nr}k={klasse}" for klasse in klassen[nr])]
    return [*k, f"lw={woorden[-1]}", *(f"lk={klasse}" for klasse in klassen[-1])]


def _personen(woorden: Sequence[str], klassen: Klassen, van: int, tot: int, genoemd: Genoemd) -> list[str]:
    """Wie als eerste komt (meestal wie het doet), wie er verder is, en van wie iets is."""
    k = [f"ze={genoemd.vrouw}", f"hij={genoemd.man}", f"iemand={genoemd.iemand}"]
    kern = [nr for nr in range(van, tot) if KERN & set(klassen[nr])]
    if not kern:
        k.append("wie=-")
    for plek, nr in enumerate(kern[:2]):
        for klasse in sorted(KERN & set(klassen[nr])):
            wie = {"ZIJ": f"ZE-{genoemd.vrouw}", "HIJ": f"HIJ-{genoemd.man}"}.get(klasse, klasse)
            k += [f"wie{plek}={wie}", f"wie{plek}={wie}@{min(nr - van, 2)}"]
    for nr in range(van, tot):
        k += [f"mens={klasse}" for klasse in klassen[nr] if klasse in MENSEN]
        if nr + 1 < tot and "MIJN" in klassen[nr]:
            k += [f"mijn={woorden[nr + 1]}", *(f"mijn={klasse}" for klasse in klassen[nr + 1])]
        if nr + 1 < tot and "ZIJN_VAN" in klassen[nr]:
            k += [f"zijn={klasse}" for klasse in klassen[nr + 1]]
    return k


def staat_vast(woorden: Sequence[str], klassen: Klassen) -> str | None:
    """'(en) ik ben', 'mijn zoon is': wie het is, hoeft niet geleerd te worden."""
    begin = 1 if woorden[0] in VOOR_DE_KERN else 0
    rest = klassen[begin : begin + 3]
    if len(rest) > 1 and woorden[begin] == "ik" and VORM_VAN_ZIJN & set(rest[1]):
        return "ik"
    if (
        len(rest) > 2
        and woorden[begin] in ("mijn", "onze")
        and KINDEREN & set(rest[1])
        and VORM_VAN_ZIJN & set(rest[2])
    ):
        return "kind"
    return None


def _wie(klassen: Klassen, genoemd: Genoemd) -> str | None:
    """Wie er in dit zinsdeel als eerste komt, met 'ze' en 'hij' teruggebracht tot wie dat is."""
    for woord in klassen:
        for klasse in sorted(KERN & set(woord)):
            naar = {"ZIJ": genoemd.vrouw, "HIJ": genoemd.man}.get(klasse, klasse)
            return naar.split("_")[0]
    return None


def _gezegd(zin: Zin, klassen: Klassen, vorig: int, van: int, wie: str) -> list[str]:
    """'hij zegt dat' ervoor: dan is dit wat hij beweert, en niet wat er gebeurd is."""
    if not any("ZEGT" in woord for woord in klassen[vorig:van]):
        return []
    return ["gezegd", f"gezegd={wie}", f"gezegd={wie} {zin.woorden[van - 1]}", f"gezegd@{zin.woorden[van]}"]


def _alle(klassen: Klassen) -> list[str]:
    return sorted({klasse for woord in klassen for klasse in woord})

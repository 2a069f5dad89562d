"""Wat iemand met een bericht doet, voor zover aan de vorm te zien: de gesprekshandeling, de taal, rommel."""

from __future__ import annotations

import re

from bot.verstaan.normaal import normaal

KORT = 8
"""Zoveel woorden: daarboven vertelt iemand iets, en stuurt hij het gesprek niet."""
_BELEEFD = r"(?: (?:alsjeblieft|aub|pls|graag|nu|maar|dan|hoor|even|eens|dank je|dankjewel|bedankt|doei|\?))*"


def _heel(*vormen: str) -> str:
    """Het hele bericht is dit, op een beleefd woord na: 'laat maar' stopt, 'laat maar zien' niet."""
    return rf"^(?:{'|'.join(vormen)}){_BELEEFD}$"


_VRAAGT = r"(?:(?:ik wil(?: graag)?|maak|schrijf|stel|geef(?: mij| me| mijn)?|toon|(?:kun|kan|wil) (?:je|jij|u)(?: mij| me| mijn| voor mij)?|help(?: mij| me| mijn)? met) )?"
_NOU = r"(?:(?:ach|pff+|nou|oke?|ja|tja|weet je wat|sorry) )*"
_WIS = r"(?:(?:gooi|haal)(?: maar| even)? |wis(?: maar| even)? |(?:kun|kan|kunt|wil|wilt|mag) (?:je|jij|u|ik)(?: even| voor mij)? |ik wil(?: graag)?(?: dat (?:je|jij|u))? )"
_AANLOOP = r"(?:(?:maar|en|oke?|dus|ja|nee|nou|jeetje|god|pff+|sorry|alsjeblieft|aub) )*"
_ZEG = r"(?:(?:kun|kan|wil|kunt) (?:je|jij|u) |ik wil (?:dat (?:je|jij|u) )?)?(?:(?:me|mij|mijn|nu|ff|even|gewoon|nou) )*(?:zeg|vertel|leg|zeggen|vertellen|uitleggen|weten)"
_NU = r"(?:(?:nu|nou|dan|eerst|als eerste|als allereerste|het allereerst|allereerst|het eerst|het eerste|t eerst|het beste|hier ?aan|eraan|er aan|daar ?aan|hiermee|vanavond|vandaag|morgen|straks|meteen|gewoon|precies|in godsnaam|toch) )"
_SLOT = r"(?: (?:nu|nou|dan|eerst|als eerste|vanavond|vandaag|morgen|straks|meteen|hiermee|daarmee|ermee|help|please|gewoon|nog \d+ (?:min|minuten|uur)|er staat (?:zo ?veel|zo veel|te veel)|ik snap het niet))*"
HANDELING = tuple(
    (naam, re.compile(patroon))
    for naam, patroon in (
        # deze vier kunnen alles weggooien: de kern vraagt het altijd eerst
        ("stop", _heel(_NOU + "(?:stop|stoppen|stop(?:pen)? (?:met )?(?:dit|het)? ?gesprek|(?:ik )?(?:stop|kap) er ?mee|(?:we|ik) stoppen? er ?mee|laat maar(?: zitten)?|vergeet het|vergeet maar|nvm|never ?mind|forget it|doei+|doeg|tot ziens|quit|exit)")),
        ("wis", _heel("wis alles", "alles wissen", "wissen", _WIS + "(?:alles|dit|het|dit gesprek|het gesprek|deze chat|mijn (?:gesprek|antwoorden|gegevens|verhaal|chat)|wat ik (?:heb )?(?:verteld|gezegd|getypt)(?: heb)?)(?: hier)?(?: (?:wissen|verwijderen|weggooien|weghalen|weg|wist|verwijdert))?", "verwijder alles", "hoe (?:wis|verwijder) ik (?:dit|alles|het|mijn (?:antwoorden|gegevens|gesprek))(?: hier)?", "(?:please |can you |could you )?(?:delete|erase|wipe|clear|remove) (?:all|everything|it all|this|this chat|(?:all )?my (?:answers|data|chat|messages|story))")),
        ("opnieuw", _heel("(?:begin |start )?opnieuw", "(?:ik wil )?opnieuw (?:beginnen|starten)", "overnieuw", "reset", "restart")),
        ("wis_zeker", _heel("ik wil (?:hier(?:mee)? )?(?:stoppen|ophouden)(?: hiermee)?", "hou(?:d)? op", "alles (?:weg|verwijderen)", "verwijder (?:dit|het)")),
        ("terug", _heel("(?:ga )?terug", "(?:een )?stap terug", "(?:terug naar )?(?:de )?vorige(?: vraag)?")),
        ("overzicht", r"\bwat heb ik (?:al |je )*(?:verteld|gezegd)\b|" + _heel("(?:toon |laat |geef )?(?:mij |me )?(?:mijn |het |een )?(?:overzicht|antwoorden)(?: zien)?")),
        ("waarom", _heel("waarom(?: dat| dan| eigenlijk)?", "hoezo(?: dan)?", "waarom (?:vraag|wil) (?:je|jij|u|jullie)\\b.{0,40}", "waarom moet (?:ik|je|jij) (?:dat|dit|daar|het)\\b.{0,30}", "waarom is dat (?:nodig|belangrijk).{0,20}", "hoezo\\b.{0,20}(?:vraag|weten)\\b.{0,20}", "waar is dat (?:voor )?nodig(?: voor)?", "wat maakt dat uit", "(?:wat|hoe) bedoel (?:je|u)(?: daarmee| precies| dan)*", "welke \\w+ bedoel (?:je|u)", "(?:ik )?(?:snap|begrijp|volg) (?:de|deze|die|je) vraag (?:nog steeds |nog |echt |ook )?niet(?: goed| helemaal)?", "(?:dat |dit |de vraag |die vraag )?(?:volg|snap|begrijp) ik (?:nog steeds |even |echt |ook )?niet(?: goed| helemaal)?", "wat wordt (?:er |daar)?(?:mee )?bedoeld")),
        ("robot", r"^(?:wie|wat) ben (?:je|jij)(?: eigenlijk| dan)?$|^(?:wie zijn jullie|met wie (?:praat|chat|spreek) ik|wat (?:kun|kan) (?:je|jij)(?: eigenlijk| allemaal| doen)*)$|\b(?:ben (?:je|jij) (?:een )?(?:robot|echt|mens|bot|computer|ai|chatgpt)|praat ik met een|is dit een (?:robot|bot|mens|echt))\b"),
        ("mens", r"\bwie kan ik (?:\w+ ){0,4}(?:spreken|bellen|bereiken|chatten|appen)\b|\b(?:echt mens|(?:een|met een) mens (?:spreken|praten|bellen|chatten)|met (?:iemand|een mens|een medewerker|een persoon|een echt persoon) (?:praten|bellen|spreken|chatten)|(?:een )?(?:medewerker|hulpverlener|persoon|iemand) (?:spreken|bellen|aan de lijn)$|echte persoon|ik wil bellen)|" + _heel("(?:een )?(?:mens|medewerker)")),
        ("wat_nu", _heel(f"{_AANLOOP}wat (?:moet|kan|zal|doe) ik {_NU}*(?:doen|beginnen|nu|eerst|dan)?{_SLOT}", f"{_AANLOOP}wat (?:moet|kan) ik {_NU}+doen{_SLOT}", f"{_AANLOOP}{_ZEG}(?: (?:me|mij|mijn|nou|nu|gewoon|maar|eens|dan|even|uit))* wat ik {_NU}*(?:moet|kan)(?: {_NU}*(?:doen|nu))?{_SLOT}", f"{_AANLOOP}wat is {_NU}*(?:het|t) (?:eerste|belangrijkste|beste)(?: (?:dat|wat) ik {_NU}*(?:moet|kan) {_NU}*doen)?{_SLOT}", "(?:help|hulp)(?: (?:me|mij|mijn|nou|nu|aub|alsjeblieft|please|pls|dan|even|gewoon|maar))*", "(?:advies|raad|stappen)(?: (?:graag|please|pls|aub|alsjeblieft|nu|a\\.?u\\.?b))*", "(?:geef|ik wil|mag ik) (?:me |mij |mijn |nu |gewoon |graag |maar |het |een )*(?:advies|raad|de stappen)(?: nu| graag| aub| dan| alsjeblieft)*", "(?:en )?wat doe ik (?:nu )?(?:als eerste|het eerst)", "wat is (?:nu )?het (?:eerste|belangrijkste)(?: (?:dat|wat) ik (?:nu )?(?:moet|kan) doen)?", "(?:en )?waar begin ik(?: nu| dan| mee| het beste)*", "waar (?:moet|kan) ik (?:nu |dan )?mee beginnen", "(?:en )?(?:wat|hoe) nu(?: verder)?", "en nu", "wat doe ik (?:nu|eerst|hiermee)", "waar (?:moet|kan) ik (?:nu |dan )?beginnen", "wat is (?:nu |dan )?de (?:eerste|volgende) stap", "(?:en )?hoe (?:nu |moet ik )?verder", "wat is de volgende", "wat (?:raad|adviseer) je (?:me |mij )?aan", "(?:can you (?:explain|tell me) )?what (?:can|should|must|do) i do(?: now| first| about it)*", "(?:can you |please )*(?:explain|tell me) what (?:i should|i can|i must|to) do(?: now| first)*", "what now")),
        ("gedaan", _heel("(?:dat |dit |die |deze |de )?(?:stap )?(?:heb ik |is )?(?:nu |net |al )?(?:gedaan|gelukt|klaar|afgerond)", "(?:ik )?heb (?:dat|dit|het|die stap|de eerste stap) (?:nu |net |al )?gedaan", "done")),
        ("brieven", _heel(_VRAAGT + r"(?:een |de |mijn |zo.n )?(?:brief|brieven|melding|klacht|mail|sommatie)(?: (?:voor|namens) (?:mij|me))?(?: (?:maken|schrijven|opstellen|zien|hebben))?", r"welke brie(?:f|ven) (?:zijn er|kan ik maken|kun je maken|past)")),
        ("samenvatting", _heel(_VRAAGT + r"(?:een |de |mijn |alles in een )?samenvatting(?: (?:voor|van) (?:mij|me|alles|dit|mijn verhaal))?(?: (?:maken|zien|hebben))?", r"(?:bewaar|sla|zet|download)(?: (?:dit|het|alles|mijn advies|het advies))?(?: op)?(?: als| in)? ?(?:een |n )?(?:bestand|pdf|document|word)(?: op)?", r"download(?: (?:dit|het|alles|mijn advies|het advies))?", r"(?:kan|mag) ik (?:dit|het|alles) (?:bewaren|opslaan|downloaden|printen)")),
        ("deel", _heel(r"(?:ik wil (?:dit |het |mijn verhaal )?delen|deel (?:dit |het |mijn verhaal )?|(?:kan|mag) ik (?:dit|het|mijn verhaal) delen) ?met (?:een |de |jullie )?(?:medewerker|hulpverlener|hulplijn|mens)", r"(?:ik wil |geef )(?:een |mij een |me een )?code(?: voor (?:de|een) (?:medewerker|hulplijn))?")),
        ("beeld_gestuurd", _heel(r"(?:kan|mag|moet|zal) ik (?:(?:je|jullie|u|hier|hem|het|de|een|die|mijn|mn) )*(?:foto|filmpje|video|beeld|afbeelding|screenshot)(?:s|en|jes)? (?:(?:hier|even|naar (?:je|jullie)) )*(?:sturen|opsturen|uploaden|laten zien)", r"(?:wil|moet) (?:je|u) (?:(?:het|de|een|die|mijn) )?(?:foto|filmpje|video|beeld|screenshot)(?:s|en|jes)? zien")),
        ("privacy", r"\b(?:bewaar (?:je|jij|jullie)|wie leest|wie kan dit lezen|is dit (?:gesprek |wel |echt )*(?:anoniem|prive|veilig)|blijft dit (?:anoniem|geheim|prive)|wordt dit opgeslagen|sla je dit op|lezen jullie mee)\b"),
        ("dank", _heel("(?:heel erg |super |top |fijn |ok |oke )*(?:dank(?: je| u)?(?: wel)?|dankje|dankjewel|dankuwel|bedankt|thanks|thx|merci)(?: (?:wel|alvast|voor .{0,25}))?")),
        ("groet", _heel("hoi+", "hallo+", "hey+", "ey+", "hee+", "heey+", "heej", "he", "hi", "yo", "moi", "dag", "goede(?:morgen|middag|navond)", "goeiedag", "(?:hoi|hallo|hey|hi|dag) (?:daar|bot|allemaal)")),
        ("scheldwoord", r"^(?:(?:kut|kanker|tering|fuck|rot|stom|domme|klote|tyfus)\w*[ ]?){1,3}(?:bot|robot|ding|programma|zooi|off|je|jij|op)?$|" + _heel("fuck you", "rot op", "hou je bek", "je bent (?:echt )?(?:dom|stom|waardeloos|nutteloos)")),
    )
)  # fmt: skip


_BRIEF = r"(?:brief|briefje|brieven|mail|mailtje|e mail|klachtbrief|sommatie|sommatiebrief|verzoekschrift)"
_BRIEF_GEVRAAGD = re.compile(
    rf"^(?:(?:en|oke?|ja|dan|hoi|graag) )*(?:(?:maak|schrijf|typ|stel)\b|(?:kun|kan|kunt|wil|zou) (?:je|jij|u|jullie)\b|ik (?:wil|zou)(?: graag)?(?: dat (?:je|jij|u))?\b(?! weten)|help (?:me|mij|mijn) (?:even )?met\b|(?:hoe|waar) (?:maak|schrijf|krijg|vind) (?:ik|je)\b)(?: \w+){{0,4}} {_BRIEF}\b(?!.*\b(?:lezen|bekijken|checken|nakijken|gekregen|kreeg|uitleggen)\b)"
)
_BRIEF_ERBIJ = re.compile(
    rf"^(?!.*\b(?:kreeg|gekregen|gestuurd|stuurde|stuurt|ontving|ontvangen|kwam|schreef|geschreven)\b)(?:.* )?{_BRIEF}\b(?: \w+){{0,5}} (?:maken|schrijven|opstellen|maak|schrijf|graag|aub)\b"
)
"""'maak zo'n brief dat hij stopt', 'kun je een mailtje voor school schrijven': iemand vraagt ons om een brief."""
BRIEF_LANG = 16

WAT_NU = "wat_nu"
_WAT_NU = dict(HANDELING)[WAT_NU]


_HOE = r"(?:(?:nu|nou|dan|hier|hiermee|hieraan|eraan|ermee|toch|in godsnaam|verder|het beste) ?)*"
_OM_RAAD = re.compile(
    rf"[\s,.;!?]*\b(?:(?:en|maar|dus|pff+|god|aub|alsjeblieft|please)\s+)*(?:(?:ik )?(?:weet|snap) (?:(?:echt|gewoon|nou|nu|totaal|helemaal|ook) )*(?:niet|niet meer) wat ik {_HOE}(?:moet|kan)(?: {_HOE}doen)?|(?:ik heb )?geen idee wat ik {_HOE}(?:moet|kan)(?: {_HOE}doen)?|(?:ik (?:wil|zou) (?:graag |gewoon |alleen |nu )*weten|vertel (?:me|mij)|zeg (?:me|mij|maar)|leg uit) wat ik {_HOE}(?:moet|kan)(?: {_HOE}doen)?|wat (?:moet|kan|zal) ik {_HOE}(?:doen|beginnen)|wat moet ik {_HOE}|(?:en )?wat (?:doe ik )?nu|hoe (?:nu )?verder|help(?: (?:me|mij))?(?: (?:aub|alsjeblieft|please|pls))*)[\s.!?]*$",
    re.I,
)
"""'… wat moet ik nu doen', 'geen idee wat ik moet', 'help': aan het eind van een verhaal vraagt dat om de eerste stap."""


def zonder_stapvraag(tekst: str) -> tuple[str, bool]:
    """Het bericht zonder 'wat moet ik nu doen' aan het eind, en of het er stond. Die vraag heeft geen antwoord uit de lijst."""
    rest = _OM_RAAD.sub("", tekst)
    return (rest, True) if rest.strip() and rest != tekst else (tekst, False)


def handeling(tekst: str) -> str | None:
    """De gesprekshandeling, als het hele korte bericht niets anders is."""
    zin = normaal(tekst)
    if len(zin.split()) <= BRIEF_LANG and (_BRIEF_GEVRAAGD.match(zin) or _BRIEF_ERBIJ.match(zin)):
        return "brieven"
    if len(zin.split()) > KORT:
        return WAT_NU if len(zin.split()) <= BRIEF_LANG and _WAT_NU.search(zin) else None
    return next((naam for naam, patroon in HANDELING if patroon.search(zin)), None)


def is_rommel(tekst: str) -> bool:
    """Losse tekens of aanslagen op het toetsenbord: er staat geen woord in."""
    zin = normaal(tekst)
    letters = [teken for teken in zin if teken.isalpha()]
    klinkers = sum(teken in "aeiouy" for teken in letters)
    return not any(teken.isdigit() for teken in zin) and (len(letters) < 2 or klinkers / len(letters) <= 0.15)

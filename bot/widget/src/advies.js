// Het advies als pad: eerst één kaartje met de stap van nu, de rest per tijd in vouwen. Zonder kaartje staat alles open.
import { FASEN, blok, bronnenVan, punten } from "./blokken.js";
import { alineas, bronnenvouw, maak, telefoon, zin } from "./maak.js";
import { WOORDEN } from "./woorden.js";

const MET_NAMEN = new Set(["deze_week", "voor_datum", "termijnen", "hulp"]);
const ORDE = ["nu", "deze_week", "voor_datum", "termijnen", "later", "hulp", "weetjes"];
// deze knoppen staan altijd al onder het gesprek
const IN_VOET = new Set(["overzicht", "wis"]);
const WET = new Set(["gronden", "mogelijk"]);

const lijst = (blokken, onderwerp) => blokken.find((b) => b.blok === "lijst" && b.onderwerp === onderwerp);
const kaal = (tekst) => String(tekst ?? "").replaceAll("**", "");

export const isAdvies = (blokken) => FASEN.some((fase) => lijst(blokken, fase)) && blokken.some((b) => b.blok === "bronnen");

// -- de stap van nu ----------------------------------------------------------------------------------------------------

const belNummer = (n) => ({ ...n, naam: WOORDEN.belWie(n.naam) });

const isBij = (k) => /^(gedaan|route):/.test(k.code);

// De ene knop die het doet: iets maken, een pagina openen, of bellen. Wat daarna nog aan nummers overblijft, is om te praten.
const kaart = (w, b, bronnen) => {
  const p = b.items[0];
  const nummers = [...(p.telefoon ?? [])];
  const knoppen = p.knoppen ?? [];
  const maken = knoppen.find((k) => !isBij(k));
  const open = p.links?.[0];
  const doe = maken
    ? maak("button", { type: "button", className: "vol groot-knop", klik: () => w.doe({ code: maken.code }, maken.label) }, maken.label)
    : open
      ? maak("a", { className: "knop vol groot-knop", href: open.url, rel: "noreferrer noopener", target: "_blank" }, open.label)
      : nummers.length && !(p.details?.length && nummers.length === 1)
        ? maak("div", { className: "doebel" }, telefoon(belNummer(nummers.shift())))
        : null;
  const bij = knoppen.filter(isBij).map((k) => maak("button", { type: "button", className: k.code.startsWith("gedaan:") ? "gedaan-knop" : doe ? "stil" : "vol", "aria-label": `${k.label}: ${kaal(p.titel)}`, klik: () => w.doe({ code: k.code }, `${k.label}: ${kaal(p.titel)}`.replace("?:", ":")) }, k.label));
  return maak(
    "section",
    { className: "kort", "aria-label": b.kop },
    maak("p", { className: "klein kaartkop" }, b.kop),
    maak("h3", {}, zin(p.titel)),
    alineas(p.tekst),
    doe,
    maak("div", { className: "kaartrij" }, bij),
    nummers.length ? maak("div", { className: "praat" }, (p.details ?? []).map((d) => maak("span", { className: "klein" }, d.tekst)), nummers.map(telefoon)) : null,
    bronnenvouw((p.bronnen ?? []).map((bron) => bronnen.get(bron)).filter(Boolean)),
  );
};

// -- wat erna komt -----------------------------------------------------------------------------------------------------

const namen = (items) => maak("span", { className: "namen" }, items.map((p) => (p.gedaan ? `✓ ${kaal(p.titel)}` : kaal(p.titel))).join(" · "));

const vouw = (klasse, open, kop, tel, erbij, ...inhoud) => maak("details", { className: `deel ${klasse}`, open }, maak("summary", {}, maak("h3", {}, kop, tel ? maak("span", { className: "aantal" }, ` (${tel})`) : null), erbij), inhoud);

const deel = (w, b, bronnen, heel) => vouw(b.onderwerp, heel, b.kop, b.items?.length, MET_NAMEN.has(b.onderwerp) ? namen(b.items) : null, punten(w, b, bronnen, () => heel));

// Van wat gevaarlijk is, is de eerste zin altijd te lezen; de rest en de nummers zitten eronder.
const letOp = (w, b, bronnen, heel) => {
  const eerst = b.items.map((p) => kaal(p.titel).match(/^.*?[.?!](?=\s|$)/)?.[0] ?? kaal(p.titel));
  return vouw("waarschuwing", heel, b.kop, 0, maak("span", { className: "namen" }, eerst.join(" ")), punten(w, b, bronnen, () => true));
};

// Lijsten die bij elkaar horen onder één kop: de brieven, en de wet met mensentaal eerst.
const groep = (w, klasse, kop, lijsten, erbij, bronnen, heel) =>
  lijsten.length ? vouw(klasse, heel, kop, lijsten.reduce((n, b) => n + b.items.length, 0), null, erbij, lijsten.map((b) => [maak("h4", { className: "tussenkop" }, b.kop), punten(w, b, bronnen, () => heel)])) : null;

// -- op papier ---------------------------------------------------------------------------------------------------------

// Twee bladzijden om in de hand te houden: wat te doen, vóór wanneer, wie te bellen. Op het scherm is dit er niet.
const papier = (blokken, voor) => {
  const regels = (b, tekst) => maak("ul", {}, b.items.map((p) => maak("li", { className: p.gedaan ? "af" : "" }, tekst(p))));
  const stuk = (onderwerp, tekst) => {
    const b = lijst(blokken, onderwerp);
    return b ? maak("section", {}, maak("h3", {}, b.kop), regels(b, tekst)) : null;
  };
  const stap = (p) => [maak("strong", {}, kaal(p.titel)), ` ${kaal(p.tekst)}`];
  const wie = (p) => [maak("strong", {}, kaal(p.titel)), " ", (p.telefoon ?? []).map((n) => [n.nummer, n.uren].filter(Boolean).join(", ")).join("; ") || p.links?.[0]?.url];
  return maak(
    "section",
    { className: "papier", "aria-hidden": "true" },
    maak("h2", {}, WOORDEN.papier),
    stuk("waarschuwing", (p) => kaal(p.titel)),
    FASEN.map((fase) => stuk(fase, stap)),
    stuk("termijnen", (p) => kaal(p.tekst || p.titel)),
    stuk("hulp", wie),
    ["gronden", "mogelijk"].map((soort) => stuk(soort, (p) => kaal(p.titel))),
    maak("p", { className: "klein" }, kaal(voor)),
  );
};

// -- het geheel --------------------------------------------------------------------------------------------------------

export const advies = (w, blokken) => {
  const bronnen = bronnenVan(blokken);
  const stap = lijst(blokken, "stap");
  const heel = !stap;
  const eerste = blokken.findIndex((b) => b === stap || (b.blok === "lijst" && FASEN.includes(b.onderwerp)));
  // wat er in deze beurt nog voor het advies gezegd is, blijft erboven staan
  const begin = blokken.findLastIndex((b, nr) => nr < eerste && b.blok === "tekst");
  const lood = blokken[begin];
  const rest = blokken.slice(begin + 1).filter((b) => b.blok !== "keuze" && b !== stap);
  const lijsten = rest.filter((b) => b.blok === "lijst");
  const delen = lijsten.filter((b) => ORDE.includes(b.onderwerp)).sort((a, b) => ORDE.indexOf(a.onderwerp) - ORDE.indexOf(b.onderwerp));
  return [
    ...blokken.slice(0, Math.max(begin, 0)).map((b) => blok(w, b, bronnen)),
    maak(
      "article",
      { className: `advies${heel ? " heel" : ""}`, "aria-label": WOORDEN.adviesKop },
      maak("h2", { className: heel ? "" : "stil-lezen" }, WOORDEN.adviesKop),
      stap ? kaart(w, stap, bronnen) : null,
      lood ? maak("div", { className: "lood klein" }, alineas(lood.tekst)) : null,
      lijsten.filter((b) => b.onderwerp === "waarschuwing").map((b) => letOp(w, b, bronnen, heel)),
      delen.map((b) => deel(w, b, bronnen, heel)),
      groep(w, "brieven", WOORDEN.brieven, lijsten.filter((b) => b.onderwerp === "brieven"), null, bronnen, heel),
      groep(w, "wet", WOORDEN.wet, lijsten.filter((b) => WET.has(b.onderwerp)), rest.filter((b) => b.blok === "tekst").map((b) => blok(w, b, bronnen)), bronnen, heel),
      rest.filter((b) => b.blok === "document").map((b) => blok(w, b, bronnen)),
      rest.filter((b) => b.blok === "bronnen").map((b) => blok(w, b, bronnen)),
      heel ? null : papier(blokken, lood?.tekst),
      maak("div", { className: "printrij" }, maak("button", { type: "button", className: "klein-knop", klik: () => print() }, WOORDEN.print), maak("span", { className: "klein" }, WOORDEN.printLet)),
    ),
    ...blokken.filter((b) => b.blok === "keuze").map((b) => blok(w, { ...b, opties: b.opties?.filter((k) => !IN_VOET.has(k.code)) }, bronnen)),
  ];
};

// Bij 'alles op een rij' staat op papier alles open; daarna weer zoals het was. Het pad heeft zijn eigen blad.
export const printOpen = (wortel, signal) => {
  let dicht = [];
  addEventListener("beforeprint", () => {
    dicht = [...wortel.querySelectorAll(".advies.heel details:not([open])")];
    for (const el of dicht) el.open = true;
  }, { signal });
  addEventListener("afterprint", () => { for (const el of dicht) el.open = false; }, { signal });
};

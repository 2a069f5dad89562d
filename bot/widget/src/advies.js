// Het advies als leesbare pagina: eerst het belangrijkste en wat je nu doet, de rest in vouwen die je opent.
import { FASEN, blok, bronnenVan, punten } from "./blokken.js";
import { alineas, maak, telefoon, zin } from "./maak.js";
import { WOORDEN } from "./woorden.js";

const DIRECT_OPEN = new Set(["nu", "gronden"]);
const MET_NAMEN = new Set(["deze_week", "voor_datum", "later"]);
const ORDE = ["nu", "hulp", "deze_week", "voor_datum", "termijnen", "brieven", "gronden", "mogelijk", "later", "weetjes"];
const BELLEN = 3;

const lijst = (blokken, onderwerp) => blokken.find((b) => b.blok === "lijst" && b.onderwerp === onderwerp);

export const isAdvies = (blokken) => FASEN.some((fase) => lijst(blokken, fase)) && blokken.some((b) => b.blok === "bronnen");

const kort = (blokken) => {
  const grond = lijst(blokken, "gronden") ?? lijst(blokken, "mogelijk");
  const eerst = lijst(blokken, "nu")?.items?.[0] ?? lijst(blokken, "deze_week")?.items?.[0];
  const dag = lijst(blokken, "termijnen")?.items?.[0];
  const rij = (kop, ...inhoud) => maak("div", {}, maak("dt", {}, kop), maak("dd", {}, inhoud));
  const meer = (grond?.items?.length ?? 0) - 1;
  return maak(
    "section",
    { className: "kort", "aria-label": WOORDEN.kort },
    maak(
      "dl",
      {},
      eerst ? rij(WOORDEN.kortEerst, maak("strong", {}, zin(eerst.titel.replaceAll("**", ""))), alineas(eerst.tekst)) : null,
      dag ? rij(WOORDEN.kortDag, alineas(dag.tekst || dag.titel)) : null,
      grond ? rij(grond.kop, maak("strong", {}, zin(grond.items[0].titel.replaceAll("**", ""))), meer > 0 ? WOORDEN.enNog(meer) : "") : null,
    ),
  );
};

const bellen = (b) => [...new Map((b?.items ?? []).flatMap((p) => p.telefoon ?? []).map((n) => [n.nummer, n])).values()].slice(0, BELLEN);

// Wie je kunt bellen, staat er zonder iets open te vouwen. Wat zij doen, zit eronder.
const hulp = (w, b, bronnen) => {
  return maak(
    "section",
    { className: "deel hulp" },
    maak("h3", {}, b.kop),
    bellen(b).map(telefoon),
    maak("details", { className: "vouw" }, maak("summary", {}, WOORDEN.wieZijnDit, maak("span", { className: "namen" }, b.items.map((p) => p.titel).join(" · "))), punten(w, b, bronnen)),
  );
};

const namen = (b) => (MET_NAMEN.has(b.onderwerp) ? maak("span", { className: "namen" }, b.items.map((p) => p.titel).join(" · ")) : null);

const deel = (w, b, bronnen, gezien) => {
  if (b.onderwerp === "hulp") return hulp(w, b, bronnen);
  const breed = !w.smal;
  const open = b.onderwerp === "nu" || (breed && DIRECT_OPEN.has(b.onderwerp));
  return maak(
    "details",
    { className: `deel ${b.onderwerp}`, open },
    maak("summary", {}, maak("h3", {}, b.kop, maak("span", { className: "aantal" }, ` (${b.items?.length ?? 0})`)), namen(b)),
    // de eerste stap staat met zijn uitleg al in 'het belangrijkste'
    punten(w, b.onderwerp === "nu" ? { ...b, items: b.items.map((p, nr) => (nr ? p : { ...p, tekst: "" })) } : b, bronnen, (nr) => DIRECT_OPEN.has(b.onderwerp) && (nr === 0 || (breed && b.onderwerp === "gronden")), b.onderwerp === "nu" ? gezien : []),
  );
};

export const advies = (w, blokken) => {
  const bronnen = bronnenVan(blokken);
  const isDeel = (b) => b.blok === "lijst" && b.onderwerp !== "waarschuwing";
  const eerste = blokken.findIndex((b) => b.blok === "lijst");
  const voor = blokken.slice(0, eerste);
  const lood = voor.filter((b) => b.blok === "tekst").at(-1);
  const rest = blokken.slice(eerste).filter((b) => b.blok !== "keuze");
  const waarschuwingen = rest.filter((b) => b.onderwerp === "waarschuwing");
  const brieven = rest.filter((b) => b.blok === "document");
  const delen = rest.filter(isDeel).sort((a, b) => ORDE.indexOf(a.onderwerp) - ORDE.indexOf(b.onderwerp));
  // een nummer dat bij 'praten met iemand' staat, hoeft niet ook bij elke stap
  const gezien = bellen(lijst(blokken, "hulp")).map((n) => n.nummer);
  const over = rest.filter((b) => !isDeel(b) && !waarschuwingen.includes(b) && !brieven.includes(b) && b.blok !== "tekst");
  return [
    ...voor.filter((b) => b !== lood).map((b) => blok(w, b, bronnen)),
    maak(
      "article",
      { className: "advies", "aria-label": WOORDEN.adviesKop },
      maak("h2", {}, WOORDEN.adviesKop),
      lood ? maak("div", { className: "lood" }, alineas(lood.tekst)) : null,
      rest.filter((b) => b.blok === "tekst").map((b) => blok(w, b, bronnen)),
      kort(blokken),
      waarschuwingen.map((b) => blok(w, b, bronnen)),
      delen.map((b) => deel(w, b, bronnen, gezien)),
      brieven.length ? maak("section", { className: "brieven" }, brieven.map((b) => blok(w, b, bronnen))) : null,
      over.map((b) => blok(w, b, bronnen)),
      maak("div", { className: "printrij" }, maak("button", { type: "button", className: "klein-knop", klik: () => print() }, WOORDEN.print), maak("span", { className: "klein" }, WOORDEN.printLet)),
    ),
    ...blokken.filter((b) => b.blok === "keuze").map((b) => blok(w, b, bronnen)),
  ];
};

// Op papier staat alles open; daarna weer zoals het was.
export const printOpen = (wortel, signal) => {
  let dicht = [];
  addEventListener("beforeprint", () => {
    dicht = [...wortel.querySelectorAll(".advies details:not([open])")];
    for (const el of dicht) el.open = true;
  }, { signal });
  addEventListener("afterprint", () => { for (const el of dicht) el.open = false; }, { signal });
};

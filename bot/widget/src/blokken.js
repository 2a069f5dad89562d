// Van blok naar element. `w` is de widget: w.doe(code, label), w.meld(tekst), w.zegZacht(tekst), w.deur.
import { alineas, bronnenvouw, id, link, maak, stil, telefoon, zin } from "./maak.js";
import { WOORDEN } from "./woorden.js";

// een ander dan het Nederlands: voor wie voorleest, en van rechts naar links waar dat zo hoort
const inTaal = (b) => ({ lang: b.taal, dir: b.rtl ? "rtl" : null });

const KORT = 14;
const VEEL = 6;
// van een lange lijst staan er zoveel; de rest zit onder 'Meer'
const WAARSCHIJNLIJK = 8;

const langeLijst = (opties) => {
  const rij = [...opties].sort((a, b) => Boolean(b.vooraan) - Boolean(a.vooraan));
  // één of twee overhouden onder 'Meer' maakt niets korter
  return rij.length > WAARSCHIJNLIJK + 2 ? [rij.slice(0, WAARSCHIJNLIJK), rij.slice(WAARSCHIJNLIJK)] : [rij, []];
};

const knop = (w, k, klasse = "", bij = "") =>
  maak(
    "button",
    { type: "button", className: klasse, "aria-label": bij ? `${k.label}: ${bij}` : null, klik: () => w.doe({ code: k.code }, k.label) },
    maak("span", {}, k.label),
    k.uitleg ? maak("span", { className: "klein" }, k.uitleg) : null,
  );

// -- vragen ------------------------------------------------------------------------------------------------------------

const keuze = (w, b) => {
  const vraagId = id("vraag");
  const nog = b.nog ? maak("p", { className: "nog klein" }, b.nog) : null;
  const vraag = b.tekst && b.vorm !== "meerkeuze" ? maak("p", { className: `vraag${b.tekst.includes("**") ? " lang" : ""}`, id: vraagId, ...inTaal(b) }, zin(b.tekst)) : null;
  const extra = (b.extra ?? []).map((k) => knop(w, k, k.code === "weet_niet" ? "weet-niet" : "stil"));
  const voet = extra.length ? maak("div", { className: "extra" }, extra) : null;
  const groep = (lijf) => maak("div", { className: "keuze", role: vraag ? "group" : null, "aria-labelledby": vraag ? vraagId : null }, nog, vraag, lijf, voet);
  if (b.vorm === "meerkeuze") return maak("div", { className: "keuze" }, nog, meerkeuze(w, b), voet);
  const [opties, rest] = langeLijst(b.opties ?? []);
  if (b.vorm === "datum") return groep(datum(w, b));
  const naast = opties.length <= 3 && opties.every((k) => k.label.length <= KORT && !k.uitleg);
  const vorm = naast ? " naast" : opties.length > VEEL ? " veel" : "";
  const knoppen = opties.map((k, nr) => knop(w, k, nr === 0 && (k.code === "veilig" || k.code === "klopt") ? "vol" : ""));
  return groep(opties.length ? [maak("div", { className: `opties${vorm}` }, knoppen), meer("opties", rest.map((k) => knop(w, k)))] : null);
};

const meer = (klasse, rest) => (rest.length ? maak("details", { className: `meer ${klasse}` }, maak("summary", {}, WOORDEN.meer(rest.length)), maak("div", { className: `${klasse} veel` }, rest)) : null);

const meerkeuze = (w, b) => {
  const [opties, rest] = langeLijst(b.opties);
  const vinken = [...opties, ...rest].map((k) => ({ k, el: maak("input", { type: "checkbox", id: id("vink"), value: k.code.split(":")[2] }) }));
  const rij = vinken.map((v) => maak("label", { className: "vink", htmlFor: v.el.id }, v.el, maak("span", {}, v.k.label, v.k.uitleg ? maak("span", { className: "klein" }, ` ${v.k.uitleg}`) : null)));
  const klaar = () => {
    const gekozen = vinken.filter((v) => v.el.checked);
    if (!gekozen.length) return w.meld(WOORDEN.kiesEen, vinken[0].el);
    return w.doe({ code: `antwoord:${b.feit}:${gekozen.map((v) => v.el.value).join(",")}` }, gekozen.map((v) => v.k.label).join(", "));
  };
  return maak(
    "fieldset",
    {},
    maak("legend", { className: "vraag" }, zin(b.tekst)),
    maak("div", { className: "vinken" }, rij.slice(0, opties.length)),
    meer("vinken", rij.slice(opties.length)),
    maak("button", { type: "button", className: "vol", klik: klaar }, WOORDEN.verder),
  );
};

const datum = (w, b) => {
  const nu = new Date();
  const vandaag = new Date(nu.getTime() - nu.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const veld = maak("input", { type: "date", id: id("dag"), max: vandaag, min: "1990-01-01" });
  const klaar = () => (veld.value ? w.doe({ code: `antwoord:${b.feit}:${veld.value}` }, veld.value.split("-").reverse().join("-")) : w.meld(WOORDEN.kiesDag, veld));
  const snel = (b.opties ?? []).map((k) => knop(w, k));
  return maak("div", { className: "datum" }, snel.length ? maak("div", { className: "opties naast" }, snel) : null, maak("label", { htmlFor: veld.id }, WOORDEN.dag), maak("div", { className: "datumrij" }, veld, maak("button", { type: "button", klik: klaar }, WOORDEN.dezeDag)));
};

// -- wat er gezegd wordt -----------------------------------------------------------------------------------------------

const nood = (b) =>
  maak(
    "section",
    { className: "nood", "aria-label": b.titel, ...inTaal(b) },
    maak("h3", {}, b.titel),
    (b.tekst ?? []).map((t) => maak("p", {}, zin(t))),
    (b.telefoon ?? []).map(telefoon),
    (b.links ?? []).map((l) => maak("p", {}, link(l))),
  );

export const FASEN = ["nu", "deze_week", "voor_datum", "later"];
const DETAILKOP = { gronden: WOORDEN.waarom, mogelijk: WOORDEN.waaromMisschien };

export const details = (p) =>
  maak(
    "ul",
    { className: "det" },
    (p.details ?? []).map((d) =>
      d.stand === "info" && d.tekst.endsWith(":")
        ? maak("li", { className: "kopje" }, zin(d.tekst))
        : maak("li", { className: d.stand }, d.stand === "info" ? null : maak("span", { className: "teken", "aria-hidden": "true" }, WOORDEN.tekens[d.stand][0]), stil(WOORDEN.tekens[d.stand][1]), maak("span", {}, zin(d.tekst))),
    ),
  );

// Bij een grond zit alleen in de vouw waarom hij past.
export const punt = (w, p, onderwerp, bronnen, open = false, telefoons = p.telefoon ?? []) => {
  const lijst = p.details?.length ? details(p) : null;
  const kop = DETAILKOP[onderwerp];
  const kaal = p.titel.replaceAll("**", "");
  const titel = p.gedaan ? [maak("span", { className: "vinkje", "aria-hidden": "true" }, "✓ "), stil(WOORDEN.gedaan), zin(p.titel)] : zin(p.titel);
  const regels = (p.bronnen ?? []).map((bron) => bronnen.get(bron)).filter(Boolean);
  const links = p.links?.length ? maak("ul", { className: "links" }, p.links.map((l) => maak("li", {}, link(l)))) : null;
  const knoppen = p.knoppen?.length || regels.length ? maak("div", { className: "puntknoppen" }, (p.knoppen ?? []).map((k) => knop(w, k, "klein-knop", kaal)), bronnenvouw(regels)) : null;
  const vouw = (...inhoud) => maak("details", { className: "vouw", open }, maak("summary", {}, kop), inhoud);
  // van een route zie je de naam; wat je nodig hebt als je begint, zit eronder
  if (lijst && FASEN.includes(onderwerp))
    return maak(
      "article",
      { className: "punt" },
      maak("details", { className: "vouw", open }, maak("summary", {}, maak("h4", {}, titel)), alineas(p.tekst), telefoons.map(telefoon), lijst, links, knoppen),
    );
  return maak(
    "article",
    { className: "punt" },
    maak("h4", {}, titel),
    alineas(p.tekst),
    telefoons.map(telefoon),
    !lijst || !kop ? [lijst, links, knoppen] : [vouw(lijst), links, knoppen],
  );
};

export const punten = (w, b, bronnen, open = () => false, al = []) => {
  // hetzelfde nummer één keer per lijst: drie keer dezelfde knop helpt niemand
  const gezien = new Set(al);
  const nieuw = (n) => !gezien.has(n.nummer) && gezien.add(n.nummer);
  const items = (b.items ?? []).map((p, nr) => punt(w, p, b.onderwerp, bronnen, open(nr), (p.telefoon ?? []).filter(nieuw)));
  return b.geordend ? maak("ol", { className: "genummerd" }, items.map((el) => maak("li", {}, el))) : maak("div", { className: "rijtje" }, items);
};

// Wat we net hoorden, als kleine knoppen: één tik haalt het weg. De naam voor wie voorleest zegt allebei.
const chips = (w, b) =>
  maak(
    "section",
    { className: "gehoord", "aria-label": b.kop },
    maak("span", { className: "klein" }, b.kop),
    maak("ul", { className: "chips" }, (b.items ?? []).map((p) => maak("li", {}, (p.knoppen ?? []).map((k) => chip(w, p, k))))),
  );

const chip = (w, p, k) =>
  maak("button", { type: "button", className: "chip", "aria-label": `${p.titel}. ${k.label}`, klik: () => w.doe({ code: k.code }, `${k.label}: ${p.titel}`) }, maak("span", {}, p.titel), maak("span", { className: "kruis", "aria-hidden": "true" }, "×"));

const lijst = (w, b, bronnen) => b.onderwerp === "gehoord" ? chips(w, b) : maak("section", { className: `lijst ${b.onderwerp}`, ...inTaal(b) }, maak("h3", {}, b.kop), punten(w, b, bronnen, () => true));

// -- brieven -----------------------------------------------------------------------------------------------------------

const LANG = 200;

const document_ = (w, b) => {
  const vormen = b.vormen ?? [];
  const haal = async (vorm, el) => {
    el.setAttribute("aria-disabled", "true");
    const uit = await w.deur.bestand(b.brief, vorm);
    el.removeAttribute("aria-disabled");
    if (!uit.bestand) return w.meld(uit.zin ?? WOORDEN.downloadFout, el);
    const adres = URL.createObjectURL(uit.bestand);
    // een neutrale naam: de map met downloads is voor meer mensen te zien
    maak("a", { href: adres, download: `${WOORDEN.bestand}.${vorm}` }).click();
    return setTimeout(() => URL.revokeObjectURL(adres), 10000);
  };
  const kopieer = () => navigator.clipboard.writeText(b.tekst).then(() => w.zegZacht(WOORDEN.gekopieerd), () => w.meld(WOORDEN.kopieerFout));
  const brief = (b.tekst ?? "").length > LANG;
  const knoppen = [
    brief ? maak("button", { type: "button", className: "vol", klik: kopieer }, WOORDEN.kopieer) : null,
    vormen.map((vorm) => maak("button", { type: "button", "aria-label": `${WOORDEN.download[vorm] ?? vorm}: ${b.naam}`, klik: (e) => haal(vorm, e.currentTarget) }, WOORDEN.download[vorm] ?? vorm)),
    !vormen.length && b.code ? knop(w, { code: b.code, label: b.naam }, "klein-knop") : null,
  ];
  return maak(
    "section",
    { className: "document", "aria-label": b.naam },
    maak("h3", {}, b.naam),
    // een brief is een lang vak om in te lezen: met Tab te bereiken, zodat ook het toetsenbord kan schuiven
    brief ? maak("div", { className: "brief", tabIndex: 0, role: "group", "aria-label": b.naam }, b.tekst) : alineas(b.tekst),
    maak("div", { className: "briefknoppen" }, knoppen),
    vormen.length ? maak("p", { className: "klein" }, WOORDEN.printLet) : null,
  );
};

export const blok = (w, b, bronnen) => {
  if (b.blok === "tekst") return maak("div", { className: `zeg ${b.toon ?? ""}`, ...inTaal(b) }, alineas(b.tekst));
  if (b.blok === "nood") return nood(b);
  if (b.blok === "keuze") return keuze(w, b);
  if (b.blok === "lijst") return lijst(w, b, bronnen);
  if (b.blok === "bronnen") return bronnenvouw(b.regels ?? [], `${b.kop} (${(b.regels ?? []).length})`);
  if (b.blok === "document") return document_(w, b);
  return null;
};

export const bronnenVan = (blokken) => new Map(blokken.flatMap((b) => (b.blok === "bronnen" ? b.regels ?? [] : [])).map((r) => [r.id, r]));

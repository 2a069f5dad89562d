// Kleine bouwstenen. Tekst van buiten wordt altijd een tekstknoop, nooit HTML.
import { WOORDEN } from "./woorden.js";

export const maak = (soort, eig = {}, ...kinderen) => {
  const el = document.createElement(soort);
  for (const [naam, waarde] of Object.entries(eig)) {
    if (waarde === null || waarde === undefined || waarde === false) continue;
    if (naam === "klik") el.addEventListener("click", waarde);
    else if (naam in el) el[naam] = waarde;
    else el.setAttribute(naam, waarde === true ? "" : waarde);
  }
  el.append(...kinderen.flat(Infinity).filter((kind) => kind !== null && kind !== undefined && kind !== false));
  return el;
};

// alleen **vet** is opmaak
export const zin = (tekst) =>
  String(tekst ?? "")
    .split(/\*\*(.+?)\*\*/g)
    .map((stuk, nr) => (nr % 2 ? maak("strong", {}, stuk) : document.createTextNode(stuk)));

export const alineas = (tekst, eig = {}) =>
  String(tekst ?? "")
    .split("\n")
    .filter(Boolean)
    .map((regel) => maak("p", eig, zin(regel)));

export const stil = (tekst) => maak("span", { className: "stil-lezen" }, tekst);

const veilig = (url) => (/^https?:\/\//i.test(url) ? url : "#");

export const link = (l) => maak("a", { href: veilig(l.url), rel: "noreferrer noopener", target: "_blank" }, l.label);

export const telefoon = (n) =>
  maak(
    "p",
    { className: "bel" },
    maak("a", { className: "tel", href: `tel:${n.nummer.replace(/[^0-9+]/g, "")}` }, maak("span", {}, `${n.naam} `), maak("strong", {}, n.nummer)),
    n.kosten || n.uren ? maak("span", { className: "klein" }, [n.kosten, n.uren].filter(Boolean).join(", ")) : null,
  );

export const bronregel = (r) => maak("li", {}, link({ label: r.titel, url: r.url }), `, ${r.vindplaats} `, maak("span", { className: "klein" }, `(${r.nagekeken})`));

export const bronnenvouw = (regels, kop) =>
  regels.length ? maak("details", { className: "bron" }, maak("summary", {}, kop ?? (regels.length === 1 ? WOORDEN.bron : `${WOORDEN.bronnen} (${regels.length})`)), maak("ul", {}, regels.map(bronregel))) : null;

export const willekeurig = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

let teller = 0;
export const id = (wat) => `${wat}-${++teller}`;

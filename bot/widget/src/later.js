// Bewaar voor later, en weer openen. De pincode blijft alleen zolang in het veld als nodig.
import { id, maak } from "./maak.js";
import { WOORDEN } from "./woorden.js";

const veld = (eig, label) => {
  const el = maak("input", { id: id("later"), autocomplete: "off", ...eig });
  return [el, maak("label", { htmlFor: el.id }, label)];
};

const PIN = { type: "password", minLength: 6, maxLength: 64 };

const naarBase64 = async (bestand) => {
  const bytes = new Uint8Array(await bestand.arrayBuffer());
  return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
};

const download = (blob) => {
  const adres = URL.createObjectURL(blob);
  maak("a", { href: adres, download: WOORDEN.laterNaam }).click();
  setTimeout(() => URL.revokeObjectURL(adres), 1000);
};

const bewaarVorm = (w) => {
  const [pin, label] = veld(PIN, WOORDEN.pin);
  const vorm = maak("form", { noValidate: true }, maak("p", { className: "klein" }, WOORDEN.laterUitleg), label, pin, maak("button", { type: "submit" }, WOORDEN.laterMaak), maak("p", { className: "klein" }, WOORDEN.laterLet));
  vorm.addEventListener("submit", async (e) => {
    e.preventDefault();
    if (pin.value.trim().length < 6) return w.meld(WOORDEN.pinKort, pin);
    const uit = await w.deur.bewaar(pin.value);
    if (!uit.bestand) return w.meld(uit.zin ?? WOORDEN.onbereikbaar, pin);
    pin.value = "";
    download(uit.bestand);
    return w.meld(WOORDEN.laterKlaar);
  });
  return vorm;
};

const openVorm = (w) => {
  const [bestand, labelB] = veld({ type: "file", accept: ".dat" }, WOORDEN.openVeld);
  const [pin, labelP] = veld(PIN, WOORDEN.pin);
  const vorm = maak("form", { noValidate: true }, labelB, bestand, labelP, pin, maak("button", { type: "submit" }, WOORDEN.openDoe));
  vorm.addEventListener("submit", async (e) => {
    e.preventDefault();
    if (!bestand.files[0]) return w.meld(WOORDEN.openKies, bestand);
    const uit = await w.deur.heropen(await naarBase64(bestand.files[0]), pin.value);
    if (!uit.blokken) return w.meld(uit.zin ?? WOORDEN.onbereikbaar, pin);
    vorm.reset();
    return w.vervang(uit.blokken);
  });
  return vorm;
};

export const later = (w) =>
  maak("details", { className: "later" }, maak("summary", {}, WOORDEN.later), bewaarVorm(w), maak("h3", {}, WOORDEN.openKop), openVorm(w));

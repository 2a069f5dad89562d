// Snel weg: eerst afdekken, dan wissen, dan gaan. Een trage verbinding laat zo niets zien.
import { maak } from "./maak.js";
import { WOORDEN } from "./woorden.js";

const BINNEN = 5000;

export const vertrek = (wortel, deur, uitgang) => {
  const dek = maak("dialog", { className: "dek", "aria-label": WOORDEN.laden }, maak("p", { role: "alert" }, WOORDEN.laden));
  wortel.append(dek);
  dek.addEventListener("cancel", (e) => e.preventDefault());
  dek.showModal();
  for (const oud of [...wortel.children]) if (oud !== dek) oud.remove();
  document.title = WOORDEN.titelNaWeg;
  for (const icoon of document.querySelectorAll("link[rel~=icon]")) icoon.remove();
  deur.wis();
  // in een frame gaat de hele pagina mee; mag dat niet, dan in elk geval dit frame
  try { window.top.location.replace(uitgang); } catch { location.replace(uitgang); }
};

// Drie keer Shift, elk binnen vijf seconden na de vorige en zonder andere toets ertussen.
export class DrieKeerShift {
  #aantal = 0; #kaal = false; #klok; #bij;

  constructor(bij, signal) {
    this.#bij = bij;
    document.addEventListener("keydown", (e) => {
      if (e.key === "Shift") this.#kaal = !e.repeat || this.#kaal;
      else this.#begin();
    }, { signal });
    document.addEventListener("keyup", (e) => { if (e.key === "Shift" && this.#kaal) this.#tel(); }, { signal });
  }

  #begin(verlopen = false) {
    clearTimeout(this.#klok);
    this.#kaal = false;
    if (this.#aantal) this.#bij(0, verlopen);
    this.#aantal = 0;
  }

  #tel() {
    this.#kaal = false;
    clearTimeout(this.#klok);
    this.#aantal += 1;
    this.#bij(this.#aantal, false);
    if (this.#aantal < 3) this.#klok = setTimeout(() => this.#begin(true), BINNEN);
  }
}

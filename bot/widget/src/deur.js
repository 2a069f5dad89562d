// De weg naar de deur: JSON over HTTP, de sessie in een kop. Alleen het sessieteken blijft in het tabblad, geen woord.
import { willekeurig } from "./maak.js";

const SLEUTEL = "hulp-sessie";
const GEDULD = 20000;
const STIL = 45000;
const SLOT_WACHT = 800;
const TIJD = "hulp-tijd";
const NET = 10 * 60 * 1000;

// opslag kan dicht zitten (frames, strenge instellingen); dan onthoudt alleen deze pagina het teken
const opslag = {
  lees(sleutel = SLEUTEL) { try { return sessionStorage.getItem(sleutel); } catch { return null; } },
  zet(teken, sleutel = SLEUTEL) { try { sessionStorage.setItem(sleutel, teken); } catch { /* dan niet */ } },
  wis() { try { sessionStorage.removeItem(SLEUTEL); sessionStorage.removeItem(TIJD); } catch { /* dan niet */ } },
};

export class Deur {
  #bron; #sessie = null; #stop = new AbortController(); #laatSlotLos = null; #luistert = false;

  constructor(bron) { this.#bron = bron; }

  get bewaard() { return Boolean(this.#sessie ?? opslag.lees()); }

  // Herlaadde iemand net deze pagina? Dan is het dezelfde persoon. Anders eerst vragen, en niets laten zien.
  get vers() {
    return performance.getEntriesByType("navigation")[0]?.type === "reload" && Date.now() - Number(opslag.lees(TIJD)) < NET;
  }

  // Is er een gesprek van dit tabblad, en is het niet van een ander tabblad?
  async oud() {
    const teken = opslag.lees();
    return Boolean(teken) && (await this.#neemSlot(teken));
  }

  // Hervat het gesprek van dit tabblad, of begint een nieuw. Geeft {blokken} of {fout, zin}.
  async begin() {
    const oud = opslag.lees();
    if (oud && (await this.#neemSlot(oud))) {
      this.#sessie = oud;
      const weer = await this.#vraag("GET", "/api/gesprek");
      if (weer.blokken || weer.fout !== "sessie") return { ...weer, hervat: true };
    }
    const nieuw = await this.#vraag("POST", "/api/gesprek", undefined, null);
    if (nieuw.sessie) {
      this.#sessie = nieuw.sessie;
      opslag.zet(nieuw.sessie);
      await this.#neemSlot(nieuw.sessie);
    }
    return nieuw;
  }

  // Wie een tabblad dupliceert, dupliceert ook de sessionStorage. Een slot (dat nergens bewaard wordt) houdt ze uit elkaar.
  async #neemSlot(teken) {
    if (!navigator.locks) return true;
    this.#laatSlotLos?.();
    return new Promise((klaar) => {
      const wacht = new AbortController();
      const klok = setTimeout(() => wacht.abort(), SLOT_WACHT);
      navigator.locks
        .request(`hulp-${teken}`, { signal: wacht.signal }, () => {
          clearTimeout(klok);
          klaar(true);
          return new Promise((los) => { this.#laatSlotLos = los; });
        })
        .catch(() => klaar(false));
    });
  }

  beurt(lijf) { opslag.zet(Date.now(), TIJD); return this.#vraag("POST", "/api/beurt", lijf); }

  static nieuweBeurt(lijf) { return { ...lijf, beurt: willekeurig() }; }

  // Een gemaakt bestand als {bestand}, of {fout, zin}.
  async bestand(brief, vorm) {
    try {
      const r = await this.#haal("POST", "/api/brief", { brief, vorm });
      return r.ok ? { bestand: await r.blob() } : await r.json();
    } catch {
      return { fout: "weg" };
    }
  }

  // Bewaar voor later: {bestand} of {fout, zin}.
  async bewaar(pin) {
    try {
      const r = await this.#haal("POST", "/api/bewaar", { pin });
      return r.ok ? { bestand: await r.blob() } : await r.json();
    } catch {
      return { fout: "weg" };
    }
  }

  // Een bestand openen: een nieuw gesprek met wat erin stond.
  async heropen(bestand, pin) {
    const uit = await this.#vraag("POST", "/api/heropen", { bestand, pin }, null);
    if (uit.sessie) {
      this.wis();
      this.#sessie = uit.sessie;
      opslag.zet(uit.sessie);
      await this.#neemSlot(uit.sessie);
    }
    return uit;
  }

  vergeet() {
    opslag.wis();
    this.#sessie = null;
    this.#laatSlotLos?.();
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#luistert = false;
  }

  // Wist op de server. Een baken overleeft het weggaan en vraagt geen voorafgaand verzoek.
  wis() {
    const teken = this.#sessie ?? opslag.lees();
    this.vergeet();
    if (!teken) return;
    const adres = `${this.#bron}/api/wis`;
    if (navigator.sendBeacon?.(adres, teken)) return;
    fetch(adres, { method: "POST", body: teken, keepalive: true, credentials: "omit" }).catch(() => {});
  }

  #haal(methode, pad, lijf, sessie = this.#sessie, signaal = AbortSignal.timeout(GEDULD)) {
    const kop = { ...(sessie ? { "X-Sessie": sessie } : {}), ...(lijf ? { "Content-Type": "application/json" } : {}) };
    return fetch(this.#bron + pad, { method: methode, headers: kop, body: lijf && JSON.stringify(lijf), cache: "no-store", credentials: "omit", signal: signaal });
  }

  async #vraag(methode, pad, lijf, sessie) {
    try {
      const r = await this.#haal(methode, pad, lijf, sessie);
      const json = r.status === 204 ? {} : await r.json();
      return json.fout ? { ...json, na: Number(r.headers.get("Retry-After")) || 0 } : json;
    } catch {
      return { fout: "weg" };
    }
  }

  // Wat later komt, zoals woorden van een medewerker. `bij` krijgt elk bericht; `{soort: "lijn"}` na een breuk.
  async luister(bij) {
    if (this.#luistert || !this.#sessie) return;
    this.#luistert = true;
    const { signal } = this.#stop;
    for (let pauze = 1000, keer = 0; !signal.aborted; keer++) {
      const begin = Date.now();
      const uit = await this.#stroom(signal, bij, keer > 0).catch(() => "breuk");
      if (signal.aborted || uit === "dicht") break;
      pauze = Date.now() - begin > STIL ? 1000 : Math.min(pauze * 2, 30000);
      await new Promise((verder) => setTimeout(verder, pauze * (0.75 + Math.random() / 2)));
    }
  }

  async #stroom(signal, bij, weer) {
    const breek = new AbortController();
    const opStop = () => breek.abort();
    signal.addEventListener("abort", opStop);
    let klok = setTimeout(opStop, STIL);
    try {
      const r = await this.#haal("GET", "/api/stroom", undefined, this.#sessie, breek.signal);
      if (r.status === 401 || r.status === 404) return "dicht";
      if (!r.ok) return "breuk";
      if (weer) bij({ soort: "lijn" });
      const lezer = r.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = ""; ; ) {
        const { value, done } = await lezer.read();
        if (done) return "breuk";
        clearTimeout(klok);
        klok = setTimeout(opStop, STIL);
        const delen = (rest + value).replace(/\r\n?/g, "\n").split("\n\n");
        rest = delen.pop();
        for (const deel of delen) {
          const data = deel.split("\n").filter((r) => r.startsWith("data:")).map((r) => r.slice(5).trimStart()).join("\n");
          if (data) bij(JSON.parse(data));
        }
      }
    } finally {
      clearTimeout(klok);
      signal.removeEventListener("abort", opStop);
      breek.abort();
    }
  }
}

/* Eén script: <script src=".../widget/widget.js" defer></script> en <beeld-hulp></beeld-hulp>. Geen ander verzoek dan aan de eigen deur. */
(() => {
  "use strict";
  const BRON = new URL(document.currentScript.src).origin;
  const UITGANG = "https://www.buienradar.nl/";
  const SLEUTEL = "hulp-sessie";
  const SHIFT_BINNEN = 5000;

  const STIJL = `
:host{--hulp-blauw:#154273;--hulp-rood:#b3261e;--hulp-vlak:#fff;--hulp-licht:#f3f6fa;--hulp-tekst:#1b1f24;--hulp-rand:#6b7785;--hulp-groen:#1d6b3a;--hulp-focus:#e17000;--hulp-ronding:.5rem;display:block;color:var(--hulp-tekst);font:1.0625rem/1.55 system-ui,sans-serif;text-align:start}
@media (prefers-color-scheme:dark){:host{--hulp-blauw:#9cc4f0;--hulp-rood:#c8352b;--hulp-vlak:#11161c;--hulp-licht:#1c2430;--hulp-tekst:#eef2f6;--hulp-rand:#8a97a6;--hulp-groen:#7fd29b;--hulp-focus:#ffb35c}}
*{box-sizing:border-box}
.doos{border:1px solid var(--hulp-rand);border-radius:var(--hulp-ronding);background:var(--hulp-vlak);overflow:clip}
.balk{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.5rem;justify-content:space-between;align-items:center;padding:.5rem .75rem;background:var(--hulp-licht);border-bottom:1px solid var(--hulp-rand)}
.nummers{display:flex;flex-wrap:wrap;gap:.25rem .9rem;font-size:.9375rem}
.nummers a{padding:.25rem 0;min-height:1.75rem;display:inline-block}
a{color:var(--hulp-blauw)}
button{font:inherit;cursor:pointer;border-radius:.4rem;min-height:2.75rem;padding:.5rem .9rem;border:2px solid var(--hulp-blauw);background:var(--hulp-vlak);color:var(--hulp-blauw);text-align:start;max-width:100%;overflow-wrap:anywhere}
button:hover{background:var(--hulp-licht)}
button.vol{background:var(--hulp-blauw);color:var(--hulp-vlak)}
button.rood{background:var(--hulp-rood);border-color:var(--hulp-rood);color:#fff;font-weight:700}
button.stil{border-color:transparent;text-decoration:underline;padding-inline:.4rem}
:focus-visible{outline:3px solid var(--hulp-focus);outline-offset:2px}
.log{padding:.75rem;display:flex;flex-direction:column;gap:.6rem;overflow-wrap:anywhere}
.beurt{max-width:44rem}
.beurt p{margin:.3rem 0}
.wie{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.ik{align-self:flex-end;background:var(--hulp-blauw);color:var(--hulp-vlak);padding:.4rem .8rem;border-radius:1rem 1rem .2rem 1rem;max-width:85%}
.bot{background:var(--hulp-licht);padding:.5rem .8rem;border-radius:1rem 1rem 1rem .2rem}
.bot.breed{background:transparent;padding:0}
.steun{border-inline-start:4px solid var(--hulp-groen);padding-inline-start:.6rem}
.nood{border:3px solid var(--hulp-rood);border-radius:var(--hulp-ronding);padding:.5rem .9rem;margin:.4rem 0;background:var(--hulp-vlak)}
.nood h3{color:var(--hulp-tekst)}
h3{font-size:1.2rem;margin:.8rem 0 .3rem;line-height:1.3}h4{font-size:1.0625rem;margin:0}
.punt{border:1px solid var(--hulp-rand);border-radius:var(--hulp-ronding);padding:.6rem .8rem;margin:.4rem 0;background:var(--hulp-vlak)}
.waarschuwing .punt{border:2px solid var(--hulp-rood)}
ul.det{list-style:none;margin:.4rem 0;padding:0}ul.det li{padding:.15rem 0 .15rem 1.6rem;text-indent:-1.6rem}
ol,ul{margin:.3rem 0;padding-inline-start:1.4rem}
.tel{display:inline-block;font-weight:700;padding:.3rem 0}
.bron{font-size:.9375rem}
summary{cursor:pointer;padding:.35rem 0;min-height:1.75rem;color:var(--hulp-blauw)}
.opties{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0}
.extra{display:flex;flex-wrap:wrap;gap:.25rem}
fieldset{border:0;margin:0;padding:0;min-width:0}legend{padding:0;font-weight:600}
label.vink{display:flex;gap:.6rem;align-items:flex-start;padding:.4rem 0;min-height:2.25rem}
input[type=checkbox]{width:1.4rem;height:1.4rem;flex:none}
.vraag{font-weight:600}
form.invoer{display:flex;gap:.5rem;padding:.75rem;border-top:1px solid var(--hulp-rand);align-items:flex-end;flex-wrap:wrap}
form.invoer div{flex:1 1 12rem}
textarea,input[type=date]{width:100%;font:inherit;color:inherit;background:var(--hulp-vlak);border:1px solid var(--hulp-rand);border-radius:.4rem;padding:.55rem}
.melding{padding:.5rem .8rem;margin:0 .75rem;border:2px solid var(--hulp-rood);border-radius:.4rem}
.melding:empty{display:none}
.bezig{padding:0 .9rem;min-height:1.6rem}
.dek{position:fixed;inset:0;background:#fff;z-index:2147483647;color:#222;padding:2rem;font:1rem system-ui}
@media (prefers-reduced-motion:no-preference){.beurt{animation:in .18s ease-out}@keyframes in{from{opacity:0}}}
@media (forced-colors:active){.ik,.bot,.punt{border:1px solid}}
@media print{.balk,.invoer,.opties,.extra,.ik{display:none}}
`;

  const maak = (soort, eig = {}, ...kinderen) => {
    const el = document.createElement(soort);
    for (const [naam, waarde] of Object.entries(eig)) {
      if (waarde === null || waarde === undefined || waarde === false) continue;
      if (naam === "klik") el.addEventListener("click", waarde);
      else if (naam in el && naam !== "list") el[naam] = waarde;
      else el.setAttribute(naam, waarde);
    }
    el.append(...kinderen.filter((kind) => kind !== null && kind !== undefined));
    return el;
  };
  // alleen **vet** is opmaak; al het andere wordt tekst, nooit HTML
  const zin = (tekst) => {
    const stukken = String(tekst).split(/\*\*(.+?)\*\*/g);
    return stukken.map((stuk, nr) => (nr % 2 ? maak("strong", {}, stuk) : document.createTextNode(stuk)));
  };
  const veilig = (url) => (/^https?:\/\//.test(url) ? url : "#");
  const telefoon = (n) => maak("p", {}, maak("a", { className: "tel", href: "tel:" + n.nummer.replace(/[^0-9+]/g, "") }, `${n.naam}: ${n.nummer}`), n.kosten ? ` (${n.kosten})` : "", n.uren ? `, ${n.uren}` : "");
  const link = (l) => maak("a", { href: veilig(l.url), rel: "noreferrer noopener", target: "_blank" }, l.label);
  const TEKENS = { ja: ["✓ ", "past: "], nee: ["✗ ", "past niet: "], open: ["? ", "nog open: "], info: ["", ""] };

  class BeeldHulp extends HTMLElement {
    #sessie = null; #wacht = null; #shift = []; #log; #veld; #melding; #bezig; #wortel; #klaar = null; #bronnen = new Map();

    connectedCallback() {
      if (this.#wortel) return;
      this.lang = "nl";
      this.#wortel = this.attachShadow({ mode: "open" });
      const blad = new CSSStyleSheet();
      blad.replaceSync(STIJL);
      this.#wortel.adoptedStyleSheets = [blad];
      this.#bouw();
      document.addEventListener("keydown", (e) => this.#opShift(e));
      addEventListener("pageshow", (e) => { if (e.persisted && !sessionStorage.getItem(SLEUTEL)) location.replace(location.href); });
      this.#klaar = this.#begin();
    }

    #bouw() {
      this.#log = maak("div", { className: "log", role: "log", "aria-live": "polite", "aria-label": "Gesprek", tabIndex: -1 });
      this.#veld = maak("textarea", { rows: 1, maxLength: 12000, autocomplete: "off", id: "invoer", enterKeyHint: "send" });
      this.#veld.setAttribute("autocapitalize", "sentences");
      this.#veld.addEventListener("keydown", (e) => { if (e.key === "Enter" && !e.shiftKey) { e.preventDefault(); this.#stuurTekst(); } });
      this.#melding = maak("p", { className: "melding", role: "alert" });
      this.#bezig = maak("p", { className: "bezig", role: "status" });
      const vorm = maak("form", { className: "invoer" }, maak("div", {}, maak("label", { htmlFor: "invoer" }, "Typ hier wat er is"), this.#veld), maak("button", { className: "vol", type: "submit" }, "Stuur"));
      vorm.addEventListener("submit", (e) => { e.preventDefault(); this.#stuurTekst(); });
      const nummers = maak("div", { className: "nummers" }, maak("a", { href: "tel:112" }, "112 gevaar"), maak("a", { href: "tel:08000113" }, "113 zelfmoord"), maak("a", { href: "tel:0202615275" }, "Helpwanted 020 261 52 75"));
      const weg = maak("button", { className: "rood", type: "button", klik: () => this.#weg(), "aria-describedby": "shift" }, "Snel weg");
      const uitleg = maak("span", { className: "wie", id: "shift" }, "Of druk drie keer op Shift. Dit gesprek wordt gewist. Je geschiedenis in de browser kan ik niet helemaal wissen.");
      this.#wortel.append(maak("section", { className: "doos", "aria-label": "Hulp bij beeldmisbruik" }, maak("div", { className: "balk" }, nummers, weg, uitleg), this.#log, this.#bezig, this.#melding, vorm));
    }

    async #begin() {
      const oud = sessionStorage.getItem(SLEUTEL);
      if (oud) {
        const weer = await this.#vraag("GET", "/api/gesprek", undefined, oud);
        if (weer?.blokken) { this.#sessie = oud; this.#toon(weer.blokken); return; }
        if (weer === null) { this.#knopOpnieuw(() => this.#begin()); return; }
        sessionStorage.removeItem(SLEUTEL);
      }
      const nieuw = await this.#vraag("POST", "/api/gesprek");
      if (!nieuw?.sessie) { this.#knopOpnieuw(() => this.#begin()); return; }
      this.#sessie = nieuw.sessie;
      sessionStorage.setItem(SLEUTEL, nieuw.sessie);
      this.#toon(nieuw.blokken);
    }

    // geeft het antwoord, {fout} bij een nette weigering, of null als de deur onbereikbaar is
    async #vraag(methode, pad, lijf, sessie = this.#sessie) {
      const kop = { ...(sessie ? { "X-Sessie": sessie } : {}), ...(lijf ? { "Content-Type": "application/json" } : {}) };
      this.#bezig.textContent = "Even kijken…";
      try {
        const r = await fetch(BRON + pad, { method: methode, headers: kop, body: lijf && JSON.stringify(lijf), cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(20000) });
        const json = r.status === 204 ? {} : await r.json();
        this.#melding.textContent = json.fout && pad !== "/api/gesprek" ? json.zin : "";
        return json;
      } catch {
        this.#melding.textContent = "Ik kan de server nu niet bereiken. Wat je vertelde is niet weg. Bel gerust een van de nummers hierboven.";
        return null;
      } finally {
        this.#bezig.textContent = "";
      }
    }

    async #doe(beurt, gezegd) {
      if (this.#wacht) return;
      this.#wacht = beurt;
      await this.#klaar;
      if (gezegd) this.#zeg(gezegd);
      const id = beurt.beurt ?? crypto.randomUUID();
      const uit = await this.#vraag("POST", "/api/beurt", { ...beurt, beurt: id });
      this.#wacht = null;
      if (uit?.blokken) { this.#toon(uit.blokken); return; }
      if (uit?.fout === "sessie") { sessionStorage.removeItem(SLEUTEL); this.#sessie = null; if (beurt.tekst) this.#veld.value = beurt.tekst; this.#knopOpnieuw(() => { this.#klaar = this.#begin(); }, "Nieuw gesprek"); return; }
      this.#knopOpnieuw(() => this.#doe({ ...beurt, beurt: id }));
    }

    #knopOpnieuw(doe, label = "Probeer opnieuw") {
      const knop = maak("button", { type: "button", klik: () => { knop.remove(); doe(); } }, label);
      this.#melding.append(" ", knop);
      if (!this.#melding.textContent.trim()) this.#log.append(knop);
    }

    #stuurTekst() {
      const tekst = this.#veld.value.trim();
      if (!tekst || this.#wacht) return;
      this.#veld.value = "";
      this.#doe({ tekst }, tekst);
    }

    #zeg(tekst) {
      this.#ruim();
      this.#log.append(maak("div", { className: "beurt ik" }, maak("span", { className: "wie" }, "Jij: "), tekst));
      this.#log.lastElementChild.scrollIntoView({ block: "nearest" });
    }

    // knoppen van een vorige beurt verdwijnen; de tekst blijft staan
    #ruim() { for (const oud of this.#log.querySelectorAll(".opties,.extra,.datum,fieldset button")) oud.remove(); for (const v of this.#log.querySelectorAll("fieldset")) v.disabled = true; }

    #toon(blokken) {
      this.#ruim();
      const breed = blokken.some((b) => b.blok === "lijst");
      const beurt = maak("div", { className: "beurt bot" + (breed ? " breed" : "") }, maak("span", { className: "wie" }, "Hulp: "));
      this.#bronnen = new Map(blokken.flatMap((b) => (b.blok === "bronnen" ? b.regels : [])).map((r) => [r.id, r]));
      for (const blok of blokken) { const el = this.#blok(blok); if (el) beurt.append(el); }
      this.#log.append(beurt);
      beurt.scrollIntoView({ block: breed ? "start" : "nearest" });
    }

    #knop(k, klasse = "") { return maak("button", { type: "button", className: klasse, title: k.uitleg || null, klik: () => this.#doe({ code: k.code }, k.label) }, k.label); }

    #blok(b) {
      if (b.blok === "tekst" && b.tekst.includes("\n")) return maak("div", {}, ...b.tekst.split("\n").filter(Boolean).map((r) => maak("p", {}, ...zin(r))));
      if (b.blok === "tekst") return maak("p", { className: b.toon === "steun" ? "steun" : "" }, ...zin(b.tekst));
      if (b.blok === "nood") return maak("section", { className: "nood" }, maak("h3", {}, b.titel), ...(b.tekst || []).map((t) => maak("p", {}, ...zin(t))), ...(b.telefoon || []).map(telefoon), ...(b.links || []).map((l) => maak("p", {}, link(l))));
      if (b.blok === "keuze") return this.#keuze(b);
      if (b.blok === "lijst") return this.#lijst(b);
      if (b.blok === "bronnen") return maak("details", {}, maak("summary", {}, `${b.kop} (${b.regels.length})`), maak("ul", {}, ...b.regels.map((r) => this.#bronregel(r))));
      return null;
    }

    #bronregel(r) { return maak("li", {}, link({ label: r.titel, url: r.url }), `, ${r.vindplaats} (${r.nagekeken})`); }

    #lijst(b) {
      const punten = (b.items || []).map((p) => this.#punt(p, b.onderwerp));
      const lijst = b.geordend ? maak("ol", {}, ...punten.map((p) => maak("li", {}, p))) : maak("div", {}, ...punten);
      return maak("section", { className: b.onderwerp }, maak("h3", {}, b.kop), lijst);
    }

    #punt(p, onderwerp) {
      const details = (p.details || []).map((d) => maak("li", {}, maak("span", { "aria-hidden": "true" }, TEKENS[d.stand][0]), maak("span", { className: "wie" }, TEKENS[d.stand][1]), ...zin(d.tekst)));
      const lijst = details.length ? maak("ul", { className: "det" }, ...details) : null;
      const kop = { gronden: "Waarom dit past", mogelijk: "Waarom dit misschien past", deze_week: "Stappen", voor_datum: "Stappen", later: "Stappen" }[onderwerp];
      const vouw = lijst && kop ? maak("details", { open: onderwerp === "gronden" }, maak("summary", {}, kop), lijst) : lijst;
      const links = p.links?.length ? maak("p", {}, ...p.links.flatMap((l, nr) => (nr ? [" · ", link(l)] : [link(l)]))) : null;
      const knoppen = p.knoppen?.length ? maak("div", { className: "opties" }, ...p.knoppen.map((k) => this.#knop(k))) : null;
      const bronnen = (p.bronnen || []).map((id) => this.#bronnen.get(id)).filter(Boolean);
      const bron = bronnen.length ? maak("details", { className: "bron" }, maak("summary", {}, bronnen.length === 1 ? "Bron" : `Bronnen (${bronnen.length})`), maak("ul", {}, ...bronnen.map((r) => this.#bronregel(r)))) : null;
      return maak("article", { className: "punt" }, maak("h4", {}, ...zin(p.titel)), p.tekst ? maak("p", {}, ...zin(p.tekst)) : null, vouw, ...(p.telefoon || []).map(telefoon), links, knoppen, bron);
    }

    #keuze(b) {
      const extra = maak("div", { className: "extra" }, ...(b.extra || []).map((k) => this.#knop(k, "stil")));
      const vraag = b.tekst ? maak("p", { className: "vraag" }, ...zin(b.tekst)) : null;
      if (b.vorm === "meerkeuze") return maak("div", {}, this.#meerkeuze(b), extra);
      if (b.vorm === "datum") return maak("div", {}, vraag, this.#datum(b), extra);
      return maak("div", {}, vraag, maak("div", { className: "opties" }, ...(b.opties || []).map((k) => this.#knop(k))), extra);
    }

    #meerkeuze(b) {
      const vinken = b.opties.map((k, nr) => { const id = `vink-${b.feit}-${nr}-${Date.now()}`; return { k, el: maak("input", { type: "checkbox", id }), id }; });
      const klaar = maak("button", { type: "button", className: "vol", klik: () => {
        const gekozen = vinken.filter((v) => v.el.checked);
        if (!gekozen.length) { this.#melding.textContent = "Kies er minstens één, of kies 'Weet ik niet'."; return; }
        this.#melding.textContent = "";
        this.#doe({ code: `antwoord:${b.feit}:${gekozen.map((v) => v.k.code.split(":")[2]).join(",")}` }, gekozen.map((v) => v.k.label).join(", "));
      } }, "Verder");
      return maak("fieldset", {}, maak("legend", {}, ...zin(b.tekst)), ...vinken.map((v) => maak("label", { className: "vink", htmlFor: v.id }, v.el, v.k.label)), klaar);
    }

    #datum(b) {
      const id = `dag-${Date.now()}`;
      const veld = maak("input", { type: "date", id, max: new Date().toISOString().slice(0, 10), min: "1990-01-01" });
      const klaar = maak("button", { type: "button", klik: () => veld.value && this.#doe({ code: `antwoord:${b.feit}:${veld.value}` }, veld.value.split("-").reverse().join("-")) }, "Deze dag");
      return maak("div", { className: "datum opties" }, maak("label", { htmlFor: id }, "Kies een dag, of typ hem hieronder "), veld, klaar);
    }

    #opShift(e) {
      if (e.key !== "Shift" || e.repeat) { if (e.key !== "Shift") this.#shift = []; return; }
      const nu = Date.now();
      this.#shift = [...this.#shift.filter((t) => nu - t < SHIFT_BINNEN), nu];
      if (this.#shift.length === 2) this.#bezig.textContent = "Nog één keer Shift om snel weg te gaan.";
      if (this.#shift.length >= 3) this.#weg();
    }

    #weg() {
      // eerst afdekken, dan wissen, dan weg: een trage verbinding laat zo niets zien
      document.body.append(maak("div", { role: "alert", style: "" }, "Pagina wordt geladen."));
      document.title = "Weer";
      this.#log.replaceChildren();
      this.#wortel.replaceChildren(maak("div", { className: "dek" }, "Pagina wordt geladen."));
      const sessie = this.#sessie;
      sessionStorage.removeItem(SLEUTEL);
      if (sessie) fetch(BRON + "/api/gesprek", { method: "DELETE", headers: { "X-Sessie": sessie }, keepalive: true, credentials: "omit" }).catch(() => {});
      location.replace(this.getAttribute("uitgang") || UITGANG);
    }
  }
  if (!customElements.get("beeld-hulp")) customElements.define("beeld-hulp", BeeldHulp);
})();

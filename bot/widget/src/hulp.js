// <beeld-hulp>: het gesprek zelf. STIJL en UITGANG legt de deur erbij (bot/deur/web/bundel.py).
import { advies, isAdvies, printOpen } from "./advies.js";
import { blok, bronnenVan } from "./blokken.js";
import { Deur } from "./deur.js";
import { later } from "./later.js";
import { alineas, maak, stil } from "./maak.js";
import { DrieKeerShift, vertrek } from "./weg.js";
import { WOORDEN } from "./woorden.js";

const TRAAG = 5000;
const STIL_WEG = 30 * 60 * 1000;
const OPNIEUW = [3, 8, 20, 60];
const NUMMERS = [
  ["tel:112", "112", "gevaar"],
  ["tel:08000113", "113", "zelfmoord"],
  ["tel:0202615275", "Helpwanted", "020 261 52 75"],
];

export class BeeldHulp extends HTMLElement {
  static bron = "";
  #wortel; #log; #veld; #melding; #bezig; #zacht; #stappen; #wie; #stop; #vak; #stuur; #opener;
  #klaar = null; #loopt = null; #hangt = null; #weg = false; #klok; #slaap; #verder = null; #naam = null;

  connectedCallback() {
    this.#stop = new AbortController();
    this.lang = "nl";
    this.#wortel = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const blad = new CSSStyleSheet();
    blad.replaceSync(STIJL);
    this.#wortel.adoptedStyleSheets = [blad];
    this.deur = new Deur(BeeldHulp.bron);
    this.#bouw();
    const { signal } = this.#stop;
    new DrieKeerShift((aantal, verlopen) => this.#opShift(aantal, verlopen), signal);
    addEventListener("pageshow", (e) => { if (e.persisted) { if (this.#weg) location.replace(location.href); else this.#dek(); } }, { signal });
    // wie met Terug hier komt, ziet niet wat er stond
    addEventListener("pagehide", () => this.#leeg(), { signal });
    addEventListener("online", () => this.#hangt?.nu(), { signal });
    printOpen(this.#wortel, signal);
    if (this.hasAttribute("zwevend") && !this.deur.bewaard) return;
    this.#klaar = this.#begin();
  }

  disconnectedCallback() { this.#stop.abort(); this.#wortel.replaceChildren(); }

  // -- bouw ------------------------------------------------------------------------------------------------------------

  #bouw() {
    this.#log = maak("div", { className: "log", role: "log", "aria-live": "polite", "aria-label": WOORDEN.gesprek });
    this.#bezig = maak("p", { className: "bezig", role: "status" });
    this.#zacht = maak("p", { className: "stil-lezen", role: "status" });
    this.#melding = maak("div", { className: "melding", role: "alert" });
    this.#wie = maak("p", { className: "wie-praat", role: "status" });
    this.#stappen = maak("ol", { className: "stappen", "aria-label": WOORDEN.stap }, WOORDEN.stappen.map((naam) => maak("li", {}, maak("span", {}, naam))));
    this.#vak = maak("section", { className: "doos", "aria-label": this.getAttribute("naam") || WOORDEN.naam, tabIndex: -1 }, this.#balk(), maak("div", { className: "midden" }, this.#stappen, this.#log, this.#bezig, this.#melding, this.#zacht), this.#vorm(), this.#voet());
    this.#wortel.replaceChildren(this.#vak);
    if (this.hasAttribute("zwevend")) this.#maakZwevend();
  }

  #balk() {
    const nummers = maak("ul", { className: "nummers", "aria-label": WOORDEN.bel }, NUMMERS.map(([tel, wie, wat]) => maak("li", {}, maak("a", { href: tel }, maak("strong", {}, wie), maak("span", { className: "wat" }, ` ${wat}`)))));
    const weg = maak("button", { className: "weg", type: "button", klik: () => this.#gaWeg(), "aria-describedby": "weg-uitleg" }, maak("span", {}, WOORDEN.weg), maak("span", { className: "toets", "aria-hidden": "true" }, WOORDEN.wegToets), maak("span", { className: "lampjes", "aria-hidden": "true" }, [1, 2, 3].map(() => maak("i"))));
    return maak("div", { className: "balk" }, nummers, weg, maak("span", { className: "stil-lezen", id: "weg-uitleg" }, `${WOORDEN.wegUitleg} ${WOORDEN.wegToets}.`), this.#wie);
  }

  #vorm() {
    this.#veld = maak("textarea", { rows: 1, maxLength: 12000, autocomplete: "off", id: "invoer", enterKeyHint: "send" });
    const groei = () => { this.#veld.style.height = "auto"; this.#veld.style.height = `${Math.min(this.#veld.scrollHeight + 4, 180)}px`; };
    this.#veld.addEventListener("input", groei);
    this.#veld.addEventListener("keydown", (e) => { if (e.key === "Enter" && !e.shiftKey && !e.isComposing) { e.preventDefault(); this.#stuurTekst(); } });
    this.#stuur = maak("button", { className: "vol", type: "submit" }, WOORDEN.stuur);
    this.#veld.addEventListener("input", () => this.#telVinken());
    this.#log.addEventListener("change", () => this.#telVinken());
    const vorm = maak("form", { className: "invoer" }, maak("label", { htmlFor: "invoer" }, WOORDEN.veld), maak("div", { className: "invoerrij" }, this.#veld, this.#stuur));
    vorm.addEventListener("submit", (e) => { e.preventDefault(); this.#stuurTekst(); });
    return vorm;
  }

  #voet() {
    const doe = (code, label) => maak("button", { type: "button", className: "stil", klik: () => this.doe({ code }, label) }, label);
    const wis = maak("button", { type: "button", className: "stil", klik: () => { zeker.hidden = false; zeker.querySelector("button").focus(); } }, WOORDEN.wis);
    const zeker = maak("div", { className: "zeker", role: "group", "aria-label": WOORDEN.wisZeker, hidden: true }, maak("p", {}, WOORDEN.wisZeker), maak("button", { type: "button", className: "rood", klik: () => { zeker.hidden = true; this.doe({ code: "wis" }, WOORDEN.wis); } }, WOORDEN.wisJa), maak("button", { type: "button", klik: () => { zeker.hidden = true; wis.focus(); } }, WOORDEN.wisNee));
    return maak("div", { className: "voet" }, maak("div", { className: "gereedschap" }, doe("overzicht", WOORDEN.overzicht), doe("mens", WOORDEN.mens), wis), zeker, later(this), maak("details", { className: "over" }, maak("summary", {}, WOORDEN.over), WOORDEN.overRegels.map((r) => alineas(r))));
  }

  #maakZwevend() {
    const dicht = () => { this.#vak.hidden = true; this.#opener.hidden = false; this.#opener.setAttribute("aria-expanded", "false"); this.#opener.focus(); };
    const open = () => {
      this.#vak.hidden = false;
      this.#opener.hidden = true;
      this.#opener.setAttribute("aria-expanded", "true");
      this.#klaar ??= this.#begin();
      (matchMedia("(pointer: fine)").matches ? this.#veld : this.#vak).focus();
    };
    this.#opener = maak("button", { type: "button", className: "opener vol", "aria-expanded": "false", klik: open }, this.getAttribute("knop") || WOORDEN.open);
    this.#vak.querySelector(".balk").append(maak("button", { type: "button", className: "sluit", "aria-label": WOORDEN.sluit, klik: dicht }, "×"));
    this.#vak.hidden = true;
    this.#vak.addEventListener("keydown", (e) => { if (e.key === "Escape") dicht(); });
    this.#wortel.append(this.#opener);
  }

  // -- gesprek ---------------------------------------------------------------------------------------------------------

  async #begin(vraag = false) {
    if (this.deur.bewaard && (await this.deur.oud()) && (vraag || !this.deur.vers)) await this.#vraagVerder();
    this.#wachten();
    const uit = await this.deur.begin();
    this.#gewacht();
    if (!uit.blokken) return new Promise((verder) => this.#hang(uit, async () => verder(await this.#begin())));
    this.toon(uit.blokken);
    this.#vak.classList.toggle("bezig-met", Boolean(uit.hervat));
    if (uit.hervat) {
      this.#log.lastElementChild.scrollIntoView({ block: "start" });
      this.zegZacht(WOORDEN.hierWasJe);
      this.#luister();
    }
    this.#waak();
    return undefined;
  }

  // Er is nog een gesprek. Wie er nu zit weten we niet: eerst een neutrale vraag, en nog niets van het gesprek.
  #vraagVerder() {
    this.#vak.classList.remove("bezig-met", "bij-advies");
    return new Promise((klaar) => {
      const kies = (opnieuw) => { if (opnieuw) this.deur.wis(); this.#verder = null; this.#log.replaceChildren(); klaar(); };
      this.#verder = () => kies(false);
      const knop = (label, opnieuw, klasse) => maak("button", { type: "button", className: klasse, klik: () => { kies(opnieuw); this.#vak.focus(); } }, label);
      this.#log.replaceChildren(maak("div", { className: "beurt bot" }, maak("p", { className: "vraag" }, WOORDEN.verderVraag), maak("div", { className: "opties" }, knop(WOORDEN.verderJa, false, "vol"), knop(WOORDEN.verderNee, true, ""))));
      this.#log.lastElementChild.scrollIntoView({ block: "nearest" });
    });
  }

  #leeg() {
    if (!this.deur.bewaard || this.#weg) return;
    clearTimeout(this.#slaap);
    this.#hangt?.stop();
    this.#log.replaceChildren();
    this.#melding.replaceChildren();
    this.#veld.value = "";
  }

  // Dek af wat er staat en vraag het eerst: na Terug, of als iemand lang weg was.
  #dek() {
    if (!this.deur.bewaard) return;
    this.#leeg();
    this.#klaar = this.#begin(true);
  }

  #waak() {
    clearTimeout(this.#slaap);
    this.#slaap = setTimeout(() => this.#dek(), STIL_WEG);
  }

  // Eén beurt: wat iemand koos of typte. Mislukt hij, dan blijft hij staan en gaat hij vanzelf nog eens.
  async doe(lijf, gezegd) {
    if (this.#loopt) return;
    this.#verder?.();
    this.#waak();
    const vorige = this.#hangt?.lijf;
    // het begin zelf hangt nog: probeer dat meteen; anders vervangt deze beurt de vorige, en tekst gaat mee
    if (this.#hangt && !vorige) this.#hangt.nu();
    else this.#hangt?.stop();
    if (vorige?.tekst && lijf.tekst) lijf = { tekst: `${vorige.tekst}\n${lijf.tekst}` };
    this.#vak.classList.add("bezig-met");
    const bel = this.#zeg(gezegd ?? lijf.tekst);
    this.#loopt = lijf;
    this.#wachten();
    await this.#klaar;
    await this.#probeer(Deur.nieuweBeurt(lijf), bel, 0);
  }

  async #probeer(beurt, bel, keer) {
    this.#loopt = beurt;
    this.#wachten();
    const uit = await this.deur.beurt(beurt);
    this.#gewacht();
    this.#loopt = null;
    if (this.#weg) return;
    if (uit.blokken) {
      bel.classList.remove("hangt");
      if (beurt.code === "wis") { this.#gewist(uit.blokken); return; }
      // een stap afgevinkt, of alles op een rij: het nieuwe advies komt in de plaats van het oude
      if (isAdvies(uit.blokken)) for (const oud of this.#log.querySelectorAll(".beurt.groot")) oud.remove();
      this.toon(uit.blokken);
      this.#luister();
      return;
    }
    if (uit.fout === "te_groot" || uit.fout === "vorm") { this.#terugInVeld(beurt, bel); this.meld(uit.zin, beurt.tekst ? this.#veld : null); return; }
    if (uit.fout === "sessie") { this.deur.vergeet(); this.#terugInVeld(beurt, bel); this.meld(uit.zin, null, this.#nieuwKnop()); return; }
    bel.classList.add("hangt");
    this.#hang(uit, () => this.#probeer(beurt, bel, keer + 1), keer, beurt);
  }

  // De deur is weg, stuk of te druk: zeg het, laat de nummers zien, en probeer het vanzelf opnieuw.
  #hang(uit, opnieuw, keer = 0, lijf = null) {
    const seconden = uit.na || OPNIEUW[Math.min(keer, OPNIEUW.length - 1)];
    const nu = () => { klaar(); opnieuw(); };
    const klok = setTimeout(nu, seconden * 1000);
    const klaar = () => { clearTimeout(klok); this.#hangt = null; this.#melding.replaceChildren(); };
    this.#hangt = { lijf, nu, stop: klaar };
    if (uit.fout === "te_snel") { this.meld(uit.zin); return; }
    const nummers = maak("ul", { className: "meldnummers" }, NUMMERS.map(([tel, wie, wat]) => maak("li", {}, maak("a", { href: tel }, maak("strong", {}, wie), ` ${wat}`))));
    this.#melding.replaceChildren(maak("p", {}, uit.fout === "weg" || !uit.zin ? WOORDEN.onbereikbaar : uit.zin), maak("p", {}, WOORDEN.zelfOpnieuw), nummers, maak("button", { type: "button", klik: nu }, WOORDEN.opnieuw));
  }

  #terugInVeld(beurt, bel) {
    bel.remove();
    if (beurt.tekst && !this.#veld.value) { this.#veld.value = beurt.tekst; this.#veld.dispatchEvent(new Event("input")); }
  }

  #nieuwKnop() {
    return maak("button", { type: "button", className: "vol", klik: () => { this.#melding.replaceChildren(); this.#klaar = this.#begin(); this.#veld.focus(); } }, WOORDEN.nieuw);
  }

  // Na wissen blijft er niets staan, ook niet op het scherm. Wie verder wil, krijgt een nieuw gesprek.
  #gewist(blokken) {
    this.deur.vergeet();
    this.#log.replaceChildren();
    this.toon(blokken.filter((b) => b.blok !== "keuze"));
    this.#log.append(this.#nieuwKnop());
  }

  // Een geopend bestand komt in de plaats van wat er stond.
  vervang(blokken) {
    this.#hangt?.stop();
    this.#verder = null;
    this.#klaar = null;
    this.#melding.replaceChildren();
    this.#log.replaceChildren();
    this.#vak.querySelector(".later").open = false;
    this.#vak.classList.add("bezig-met");
    this.toon(blokken);
    this.#log.lastElementChild.scrollIntoView({ block: "start" });
    this.#luister();
    this.#waak();
  }

  #stuurTekst() {
    const tekst = this.#veld.value.trim();
    // wie vinkt en dan op de zichtbare knop onderaan drukt, bedoelt: verder
    if (!tekst && this.#vinken().length) { this.#log.querySelector(".beurt:last-child fieldset > button.vol").click(); return; }
    if (!tekst || this.#loopt) return;
    this.#veld.value = "";
    this.#veld.dispatchEvent(new Event("input"));
    this.#veld.focus();
    this.doe({ tekst });
  }

  #vinken() { return [...this.#log.querySelectorAll(".beurt:last-child fieldset :checked")]; }

  #telVinken() {
    const aantal = this.#veld.value.trim() ? 0 : this.#vinken().length;
    this.#stuur.textContent = aantal ? WOORDEN.verderMet(aantal) : WOORDEN.stuur;
  }

  #luister() { this.deur.luister((bericht) => this.#opBericht(bericht)); }

  #opBericht(bericht) {
    if (bericht.soort === "lijn" && this.#wie.textContent) this.#voegToe("bot", null, [{ blok: "tekst", tekst: WOORDEN.lijnWeg }]);
    if (bericht.blokken?.length) this.toon(bericht.blokken, bericht.van === "medewerker" ? "medewerker" : "bot", bericht.naam);
  }

  // Zolang iemand "terug naar het programma" kan kiezen, praat een mens en zwijgt de bot.
  #wiePraat(blokken, van, naam) {
    const mens = van === "medewerker" || blokken.some((b) => [...(b.opties ?? []), ...(b.extra ?? [])].some((k) => k.code === "overname_klaar"));
    const zin = mens ? WOORDEN.medewerkerErbij(naam ?? this.#naam ?? WOORDEN.eenMedewerker) : "";
    this.#naam = mens ? naam ?? this.#naam : null;
    if (this.#wie.textContent !== zin) this.#wie.textContent = zin;
  }

  // -- tonen -----------------------------------------------------------------------------------------------------------

  #zeg(tekst) {
    this.#ruim();
    this.#melding.replaceChildren();
    const bel = maak("div", { className: "beurt ik" }, stil(`${WOORDEN.jij}: `), maak("span", {}, tekst));
    this.#log.append(bel);
    return bel;
  }

  // Keuzes van een vorige beurt verdwijnen; wat gezegd is en wat je nog kunt openen, blijft.
  #ruim() {
    for (const oud of this.#log.querySelectorAll(".opties,.extra,.datum,.vinken,.meer,.nog,fieldset button,.log > button")) oud.remove();
    // wat gehoord is blijft te lezen; veranderen kan dan onder 'Wat heb ik verteld?'
    for (const chip of this.#log.querySelectorAll("button.chip")) chip.replaceWith(maak("span", { className: "chip" }, chip.firstChild));
    for (const beurt of this.#log.querySelectorAll(".beurt.bot")) beurt.classList.add("oud");
    this.#telVinken();
  }

  toon(blokken, van = "bot", naam = null) {
    if (!blokken.length) return;
    const hadFocus = this.#log.contains(this.#wortel.activeElement) || this.#wortel.activeElement === null;
    // een mens praat erbij: de knop om te stoppen blijft onderaan staan
    const knoppen = van === "medewerker" ? this.#log.querySelector(".beurt:last-child .keuze") : null;
    if (!knoppen) this.#ruim();
    this.#stap(blokken);
    this.#wiePraat(blokken, van, naam);
    const beurt = this.#voegToe(van, naam, blokken);
    if (knoppen) beurt.append(knoppen);
    // de gekozen knop is weg: zet de focus op de nieuwe beurt, zodat Tab bij het eerste antwoord komt
    if (this.#log.childElementCount === 1) return;
    if (hadFocus && van === "bot") beurt.focus({ preventScroll: true });
    beurt.scrollIntoView({ block: beurt.offsetHeight > innerHeight * 0.6 ? "start" : "nearest" });
  }

  #voegToe(van, naam, blokken) {
    const groot = isAdvies(blokken);
    this.#vak.classList.toggle("bij-advies", groot);
    const bronnen = bronnenVan(blokken);
    const wie = van === "medewerker" ? `${naam ? `${naam}, ` : ""}${WOORDEN.medewerker}` : WOORDEN.bot;
    const kop = van === "medewerker" ? maak("p", { className: "spreker" }, wie) : stil(`${wie}: `);
    const beurt = maak("div", { className: `beurt bot${van === "medewerker" ? " mens" : ""}${groot ? " groot" : ""}`, role: "group", "aria-label": wie, tabIndex: -1 }, kop, groot ? advies(this, blokken) : blokken.map((b) => blok(this, b, bronnen)));
    // een heel advies voorlezen helpt niemand: zeg dat het er is
    if (groot) { beurt.setAttribute("aria-live", "off"); this.zegZacht(WOORDEN.adviesKlaar); }
    this.#log.append(beurt);
    return beurt;
  }

  #stap(blokken) {
    const vraag = blokken.some((b) => b.blok === "keuze" && (b.feit || b.opties?.some((k) => k.code === "klopt")));
    const nr = isAdvies(blokken) ? 2 : vraag ? 1 : blokken.some((b) => b.opties?.some((k) => k.code === "veilig" || k.code.startsWith("situatie:"))) ? 0 : null;
    if (nr === null) return;
    [...this.#stappen.children].forEach((li, i) => {
      li.className = i < nr ? "gedaan" : "";
      if (i === nr) li.setAttribute("aria-current", "step");
      else li.removeAttribute("aria-current");
    });
  }

  meld(tekst, veld = null, extra = null) {
    this.#melding.replaceChildren(maak("p", {}, tekst), extra ?? "");
    veld?.focus();
  }

  zegZacht(tekst) { this.#zacht.textContent = tekst; }

  #wachten() {
    clearTimeout(this.#klok);
    this.#bezig.textContent = WOORDEN.bezig;
    this.#klok = setTimeout(() => { this.#bezig.textContent = WOORDEN.traag; }, TRAAG);
  }

  #gewacht() { clearTimeout(this.#klok); this.#bezig.textContent = ""; }

  // -- snel weg --------------------------------------------------------------------------------------------------------

  #opShift(aantal, verlopen) {
    if (this.hasAttribute("zwevend") && this.#vak.hidden && !this.deur.bewaard) return;
    this.#vak.querySelectorAll(".lampjes i").forEach((lampje, nr) => lampje.classList.toggle("aan", nr < aantal));
    this.#vak.querySelector(".weg").classList.toggle("telt", aantal > 0);
    this.zegZacht(verlopen ? WOORDEN.shiftVerlopen : WOORDEN.shift[aantal] ?? "");
    if (aantal >= 3) this.#gaWeg();
  }

  #gaWeg() {
    this.#weg = true;
    this.#hangt?.stop();
    vertrek(this.#wortel, this.deur, this.getAttribute("uitgang") || UITGANG);
  }
}

/* Maakt de balie sneller; alles werkt ook zonder. Geen ander verzoek dan aan de eigen deur. */
(() => {
  "use strict";
  const STUK = { "X-Stuk": "1" };
  const werk = document.querySelector("form[data-levend]");
  const klaar = document.createElement("p");
  klaar.className = "lees";
  klaar.setAttribute("role", "status");
  document.body.append(klaar);

  // Wat een medewerker aan een gedeelde zaak toevoegt, staat alleen in dit scherm: herladen of weggaan vraagt het eerst na.
  let aangevuld = false;
  addEventListener("beforeunload", (e) => { if (aangevuld) e.preventDefault(); });

  const haal = (vorm, knop) => {
    const velden = new FormData(vorm, knop);
    return fetch(knop?.getAttribute("formaction") || vorm.action, { method: "POST", headers: STUK, body: new URLSearchParams(velden), cache: "no-store", credentials: "same-origin" });
  };

  // Alle knoppen van het werkblad: alleen het werkblad verandert, de rest van de pagina en de focus blijven.
  let bezig = Promise.resolve();
  const ververs = async (knop) => {
    const begin = performance.now();
    const antwoord = await haal(werk, knop).catch(() => null);
    if (antwoord === null) { document.getElementById("melding").textContent = "Geen verbinding. Je feiten staan er nog; probeer het zo opnieuw."; return; }
    if (!antwoord.ok) { aangevuld = false; werk.submit(); return; } // afgemeld of verlopen: de gewone weg neemt de feiten mee
    const open = [...werk.querySelectorAll("details[id]")].map((d) => [d.id, d.open]);
    const balk = document.scrollingElement.scrollTop;
    werk.innerHTML = await antwoord.text();
    for (const [id, stand] of open) { const d = document.getElementById(id); if (d) d.open = stand; }
    document.scrollingElement.scrollTop = balk;
    aangevuld = document.getElementById("gedeeld") !== null;
    richt(knop);
    document.documentElement.dataset.duur = String(performance.now() - begin);
    document.dispatchEvent(new Event("balie-ververst"));
  };
  // na een antwoord naar de volgende vraag, na een regel terug in het veld
  const richt = (knop) => {
    if (!knop || knop.name === "vul") { document.getElementById("zin").focus(); return; }
    if (knop.name === "toon") { const v = document.getElementById("v-" + knop.value); v?.scrollIntoView({ block: "center" }); v?.querySelector("button,input")?.focus({ preventScroll: true }); return; }
    if (knop.name === "alles") { document.querySelector("#overig select,#overig input[type=date]")?.focus(); return; }
    const zelfde = document.getElementById(knop.id);
    const meer = zelfde && zelfde.closest(".straks,.eerst");
    (meer ? zelfde : werk.querySelector(".eerst .optie,.straks .optie") || document.getElementById("zin")).focus({ preventScroll: false });
    klaar.textContent = werk.querySelector(".stand")?.textContent || "";
  };
  if (werk) {
    werk.addEventListener("submit", (e) => {
      const knop = e.submitter;
      if (knop?.hasAttribute("formaction")) { aangevuld = false; return; } // de feiten gaan mee
      e.preventDefault();
      bezig = bezig.then(() => ververs(knop));
    });
  }

  for (const vorm of document.querySelectorAll("form[data-zoek]")) {
    const veld = vorm.querySelector("input[type=search]"), uit = vorm.querySelector(".treffers");
    let nummer = 0;
    const zoek = async () => {
      const mijn = ++nummer, begin = performance.now();
      if (!veld.value.trim()) { uit.replaceChildren(); return; }
      const antwoord = await haal(vorm).catch(() => null);
      if (mijn !== nummer) return;
      if (!antwoord?.ok) { uit.textContent = antwoord?.status === 401 ? "Je bent afgemeld. Meld je opnieuw aan om te zoeken." : "Zoeken lukt nu niet."; return; }
      uit.innerHTML = await antwoord.text();
      vorm.dataset.duur = String(performance.now() - begin);
    };
    veld.addEventListener("input", zoek);
    veld.addEventListener("keydown", (e) => { if (e.key === "Escape") { veld.value = ""; uit.replaceChildren(); } });
    vorm.addEventListener("submit", (e) => { e.preventDefault(); zoek(); });
    // pijl omlaag en omhoog lopen langs de treffers, Enter opent de bron, Escape gaat terug naar het veld
    vorm.addEventListener("keydown", (e) => {
      const rij = [...uit.querySelectorAll("li[tabindex]")], nu = rij.indexOf(document.activeElement);
      if (e.key === "ArrowDown" || e.key === "ArrowUp") {
        if (!rij.length || (nu < 0 && e.key === "ArrowUp")) return;
        e.preventDefault();
        const naar = nu + (e.key === "ArrowDown" ? 1 : -1);
        (naar < 0 ? veld : rij[Math.min(naar, rij.length - 1)]).focus();
      } else if (nu >= 0 && e.key === "Enter" && e.target === rij[nu]) { e.preventDefault(); rij[nu].querySelector("a[href]")?.click(); }
      else if (nu >= 0 && e.key === "Escape") veld.focus();
    });
  }

  for (const knop of document.querySelectorAll("button[data-kopieer]")) {
    knop.hidden = false;
    knop.addEventListener("click", async () => {
      const bron = document.getElementById(knop.dataset.kopieer);
      try { await navigator.clipboard.writeText(bron.textContent); klaar.textContent = "Gekopieerd"; knop.textContent = "Gekopieerd"; } catch {
        getSelection().selectAllChildren(bron); klaar.textContent = "Geselecteerd. Kopieer met Control C."; }
    });
  }

  document.getElementById("verder")?.requestSubmit();

  // Een gedeelde zaak: wat de persoon doet, en de woorden van beide kanten. Niets hiervan wordt bewaard.
  const zaak = document.getElementById("gedeeld");
  if (!zaak) return;
  const woorden = zaak.querySelector(".woorden"), stand = zaak.querySelector(".zaakstand"), veld = zaak.querySelector("textarea");
  const zeg = (klasse, wie, tekst) => {
    const p = document.createElement("p");
    p.className = klasse;
    if (wie) { const s = document.createElement("span"); s.className = "lees"; s.textContent = wie + ": "; p.append(s); }
    p.append(tekst);
    woorden.append(p);
    p.scrollIntoView({ block: "nearest" });
  };
  const zet = (naam, tekst) => { zaak.dataset.stand = naam; if (tekst) stand.textContent = tekst; for (const el of zaak.querySelectorAll("[data-bij]")) el.hidden = !el.dataset.bij.split(" ").includes(naam); };
  zet(zaak.dataset.stand, "");
  const luister = () => {
    const stroom = new EventSource(zaak.dataset.stroom);
    stroom.addEventListener("message", (e) => {
      const b = JSON.parse(e.data);
      if (b.stand) zet(b.stand, b.tekst);
      if (b.van === "persoon") zeg("zij", "Persoon", b.woorden);
      if (b.van === "systeem" && b.tekst) zeg("info", "", b.tekst);
      if (b.stand === "weg") { stroom.close(); werk?.replaceChildren(); aangevuld = false; }
    });
    stroom.addEventListener("error", () => {
      if (stroom.readyState !== EventSource.CLOSED) return;
      fetch(zaak.dataset.stroom + "-er", { headers: STUK, cache: "no-store" }).then((r) => {
        if (r.status === 401) { zeg("info", "", "Je sessie is verlopen. Meld je opnieuw aan in een nieuw tabblad; daarna gaat dit gesprek verder."); zaak.querySelector(".aanmeld").hidden = false; setTimeout(luister, 5000); }
        else if (r.status === 410) zet("weg", "De zaak is er niet meer.");
        else setTimeout(luister, 2000);
      }, () => setTimeout(luister, 4000));
    });
    stroom.addEventListener("open", () => { zaak.querySelector(".aanmeld").hidden = true; zaak.dataset.luistert = "1"; });
  };
  luister();
  const praat = zaak.querySelector("form.praatvorm");
  praat?.addEventListener("submit", async (e) => {
    e.preventDefault();
    const tekst = veld.value.trim();
    if (!tekst) return;
    const r = await haal(praat).catch(() => null);
    if (r?.ok) { const uit = await r.json(); if (uit.aan) { zeg("ik", "Jij", tekst); veld.value = ""; } else zeg("info", "", uit.tekst); }
    else zeg("info", "", r?.status === 401 ? "Niet verstuurd: je sessie is verlopen. Je tekst staat er nog. Meld je opnieuw aan in een nieuw tabblad." : "Niet verstuurd. Je tekst staat er nog.");
    veld.focus();
  });
  veld?.addEventListener("keydown", (e) => { if (e.key === "Enter" && !e.shiftKey) { e.preventDefault(); praat.requestSubmit(); } });
  for (const vorm of zaak.querySelectorAll("form.zaakdaad")) vorm.addEventListener("submit", async (e) => {
    e.preventDefault();
    const r = await haal(vorm, e.submitter).catch(() => null);
    const uit = r?.ok ? await r.json() : { tekst: r?.status === 401 ? "Je sessie is verlopen. Meld je opnieuw aan in een nieuw tabblad." : "Dat lukte niet. Probeer het zo opnieuw." };
    if (uit.stand) zet(uit.stand, uit.tekst); else zeg("info", "", uit.tekst);
  });
})();

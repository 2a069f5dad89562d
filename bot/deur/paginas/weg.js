// Snel weg vanaf een gewone pagina: eerst afdekken, dan een gesprek van dit tabblad wissen, dan gaan. Zonder script gaat de link gewoon.
document.getElementById("weg").addEventListener("click", (e) => {
  e.preventDefault();
  const adres = e.currentTarget.href;
  document.body.replaceChildren();
  document.title = "Weer";
  try {
    const teken = sessionStorage.getItem("hulp-sessie");
    sessionStorage.clear();
    if (teken) navigator.sendBeacon("/api/wis", teken);
  } catch { /* opslag kan dicht zitten */ }
  location.replace(adres);
});
addEventListener("pageshow", (e) => { if (e.persisted && !document.body.children.length) location.reload(); });

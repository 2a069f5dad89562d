// Eén scripttag is genoeg. Staat er geen <beeld-hulp> op de pagina, dan zet deze er een neer: in `data-in`, of als knop rechtsonder.
import { BeeldHulp } from "./hulp.js";

const script = document.currentScript;
BeeldHulp.bron = new URL(script.src).origin;

const plaats = () => {
  if (!customElements.get("beeld-hulp")) customElements.define("beeld-hulp", BeeldHulp);
  if (document.querySelector("beeld-hulp")) return;
  const hulp = document.createElement("beeld-hulp");
  for (const naam of ["naam", "uitgang", "knop", "kleur"]) if (script.dataset[naam]) hulp.setAttribute(naam, script.dataset[naam]);
  const doel = script.dataset.in && document.querySelector(script.dataset.in);
  if (!doel) hulp.setAttribute("zwevend", "");
  (doel || document.body).append(hulp);
};

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", plaats);
else plaats();

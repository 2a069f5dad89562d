// Een kwartier niets aangeraakt: wie dan langs het scherm loopt, hoort niets te zien.
const NA = 15 * 60000 + 5000;

export class Stilte {
  #laatst = Date.now();

  constructor(bij, signal) {
    const kijk = () => {
      if (Date.now() - this.#laatst < NA) return;
      this.#laatst = Date.now();
      bij();
    };
    // een slapende laptop loopt niet: kijk ook op het moment dat iemand terugkomt, en voor zijn eerste tik telt
    for (const soort of ["visibilitychange", "pageshow", "focus"]) addEventListener(soort, kijk, { signal, capture: true });
    for (const soort of ["pointerdown", "keydown", "wheel", "touchmove"]) addEventListener(soort, () => { kijk(); this.#laatst = Date.now(); }, { signal, capture: true, passive: true });
    const klok = setInterval(kijk, 20000);
    signal.addEventListener("abort", () => clearInterval(klok));
  }
}

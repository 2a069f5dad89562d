"""De opdracht `rasa` zoals iedereen haar kent, zonder telemetrie en passend bij deze Python. `.venv/bin/rasa` komt hier uit."""

from __future__ import annotations

import os

os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ.setdefault("PYTHONWARNINGS", "ignore")

from bot.rasa.afwezig import NietHier


def main() -> None:
    """Wat Rasa ervan maakt; of één zin als iemand iets vraagt wat er hier niet is."""
    from rasa.__main__ import main as rasa

    try:
        rasa()
    except (Exception, SystemExit) as einde:
        fout: BaseException | None = einde
        while fout is not None and not isinstance(fout, NietHier):
            fout = fout.__cause__ or fout.__context__  # Rasa pakt een fout in een onderdeel in
        if fout is None:
            raise
        raise SystemExit(str(fout)) from None


if __name__ == "__main__":
    main()

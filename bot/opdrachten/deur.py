"""`python -m bot deur`: alleen de deur. Zonder Rasa gaat het gesprek verder vanuit de kern."""

from __future__ import annotations

import argparse

from bot.deur.lagen import logs
from bot.deur.settings import Instellingen


def main(argv: list[str]) -> int:
    p = argparse.ArgumentParser(prog="python -m bot deur", description="Start alleen de deur.")
    p.parse_args(argv)
    inst = Instellingen.uit_omgeving()
    logs(inst.logvorm)
    import uvicorn

    from bot.deur.app import maak_app
    from bot.deur.hulplijn.settings import Balie

    # geen toegangslog: een adres met een tijd zegt al te veel
    uvicorn.run(
        maak_app(inst, balie=Balie.uit_omgeving(inst)),
        host=inst.host,
        port=inst.poort,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
        proxy_headers=True,
        forwarded_allow_ips=inst.proxy,
        # langer dan nginx een rustende lijn bewaart (60): anders sluiten wij haar net als er een beurt overheen komt
        timeout_keep_alive=75,
        # open lijnen (server-sent events) houden een herstart niet op; de widget verbindt vanzelf opnieuw
        timeout_graceful_shutdown=3,
    )
    return 0

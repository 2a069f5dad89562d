"""De vloer: een kale Sanic die teruggeeft wat hij krijgt. Sneller dan dit wordt geen bot op dezelfde server."""

from __future__ import annotations

import sys

from sanic import HTTPResponse, Request, Sanic, response


def main(poort: int) -> None:
    app = Sanic("echo", configure_logging=False)

    @app.post("/webhooks/rest/webhook")
    async def echo(request: Request) -> HTTPResponse:
        return response.json([{"text": request.json["message"]}])

    app.run("127.0.0.1", poort, access_log=False, motd=False, single_process=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))

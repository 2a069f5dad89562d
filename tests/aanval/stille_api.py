"""Een Bot API die overal ja op zegt: zo komt rommel ook voorbij het sturen. Wat erin staat, onthoudt hij niet."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BERICHT = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"}
ANDERS = {"getMe": {"id": 1, "is_bot": True, "first_name": "b", "username": "b_bot"}}
WAAR = (
    "answerCallbackQuery",
    "sendChatAction",
    "setWebhook",
    "deleteWebhook",
    "setMyCommands",
    "deleteMessages",
    "leaveChat",
)


class _Ja(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        methode = self.path.rpartition("/")[2]
        uit = ANDERS.get(methode, methode in WAAR or BERICHT)
        lijf = json.dumps({"ok": True, "result": uit}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(lijf)))
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(lijf)

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def stille_api() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Ja)
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()

"""Wat er in het echt omheen staat, als echte processen: PostgreSQL, Redis en nginx. Alles in een eigen map, op loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.bot.deur.conftest import vrije_poort

Zoek = Callable[[str], str]


@dataclass
class Dienst:
    """Een proces dat op een poort luistert."""

    adres: str
    proces: subprocess.Popen[bytes]
    map_: Path
    wegwerp: bool = field(default=True)

    def stop(self) -> None:
        self.proces.terminate()
        try:
            self.proces.wait(10)
        except subprocess.TimeoutExpired:
            self.proces.kill()
            self.proces.wait()
        if self.wegwerp:
            shutil.rmtree(self.map_, ignore_errors=True)


def postgres_map() -> str | None:
    """Waar Debian de programma's van PostgreSQL zet: niet in het zoekpad."""
    paden = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), reverse=True)
    return str(paden[0].parent) if paden else None


def start_postgres(programmas: str) -> Dienst:
    """Een lege PostgreSQL. Hij weigert te draaien als root; dan draait hij als de gebruiker van het pakket."""
    map_ = Path(tempfile.mkdtemp(prefix="ehbo-pg-"))
    als: dict[str, str] = {}
    if os.geteuid() == 0:
        shutil.chown(map_, "postgres", "postgres")
        als = {"user": "postgres", "group": "postgres"}
    poort, data = vrije_poort(), map_ / "data"
    subprocess.run(
        [f"{programmas}/initdb", "-D", data, "-A", "trust", "-U", "ehbo", "-E", "UTF8", "--no-sync"],
        check=True,
        cwd=map_,
        stdout=subprocess.DEVNULL,
        **als,  # type: ignore[call-overload]
    )
    proces = subprocess.Popen(
        [f"{programmas}/postgres", "-D", data, "-p", str(poort), "-k", str(map_), "-c", "listen_addresses=127.0.0.1"],
        cwd=map_,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **als,  # type: ignore[call-overload]
    )
    wacht_op_poort(poort)
    return Dienst(f"postgresql://ehbo@127.0.0.1:{poort}/postgres", proces, map_)


def start_redis(programma: str) -> Dienst:
    map_, poort = Path(tempfile.mkdtemp(prefix="ehbo-redis-")), vrije_poort()
    proces = subprocess.Popen(
        [programma, "--port", str(poort), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
        cwd=map_,
        stdout=subprocess.DEVNULL,
    )
    wacht_op_poort(poort)
    return Dienst(f"redis://127.0.0.1:{poort}/0", proces, map_)


def start_nginx(programma: str, deuren: list[str]) -> Dienst:
    """nginx voor meer deuren. Valt er een weg, dan gaat hetzelfde verzoek naar de volgende: een beurt heeft een eigen id."""
    map_, poort = Path(tempfile.mkdtemp(prefix="ehbo-nginx-")), vrije_poort()
    achter = "".join(f"server {d.removeprefix('http://')} max_fails=1 fail_timeout=2s; " for d in deuren)
    (map_ / "nginx.conf").write_text(
        f"daemon off; pid {map_}/pid; error_log {map_}/fout.log crit; worker_processes 1;\n"
        "events { worker_connections 512; }\n"
        f"http {{ access_log off; client_body_temp_path {map_}/b; proxy_temp_path {map_}/p;\n"
        f"fastcgi_temp_path {map_}/f; uwsgi_temp_path {map_}/u; scgi_temp_path {map_}/s;\n"
        f"upstream deuren {{ {achter} }}\n"
        f"server {{ listen 127.0.0.1:{poort}; location / {{ proxy_pass http://deuren;\n"
        "proxy_next_upstream error timeout http_502 http_503 non_idempotent; proxy_connect_timeout 2s; } } }\n"
    )
    proces = subprocess.Popen(
        [programma, "-c", str(map_ / "nginx.conf"), "-p", str(map_), "-e", str(map_ / "fout.log")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wacht_op_poort(poort)
    return Dienst(f"http://127.0.0.1:{poort}", proces, map_)


def wacht_op_poort(poort: int, seconden: float = 30) -> None:
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        with socket.socket() as s:
            if s.connect_ex(("127.0.0.1", poort)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"niets luistert op poort {poort} na {seconden} s")

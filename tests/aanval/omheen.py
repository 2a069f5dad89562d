"""Wat er in het echt omheen staat, als echte processen: PostgreSQL, Redis en nginx. Alles in een eigen map, op loopback."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from tests.bot.deur.conftest import WORTEL, vrije_poort

Zoek = Callable[[str], str]


@dataclass
class Dienst:
    """Een proces dat op een poort luistert."""

    adres: str
    proces: subprocess.Popen[bytes]
    map_: Path
    wegwerp: bool = field(default=True)
    zonder_tls: str = ""
    sein: signal.Signals = signal.SIGTERM

    def stop(self) -> None:
        self.proces.send_signal(self.sein)
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
    # SIGTERM wacht op elke verbinding die nog openstaat; SIGINT sluit ze
    return Dienst(f"postgresql://ehbo@127.0.0.1:{poort}/postgres", proces, map_, sein=signal.SIGINT)


def start_redis(programma: str) -> Dienst:
    map_, poort = Path(tempfile.mkdtemp(prefix="ehbo-redis-")), vrije_poort()
    proces = subprocess.Popen(
        [programma, "--port", str(poort), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
        cwd=map_,
        stdout=subprocess.DEVNULL,
    )
    wacht_op_poort(poort)
    return Dienst(f"redis://127.0.0.1:{poort}/0", proces, map_)


def start_nginx(programma: str, deuren: tuple[str, str]) -> Dienst:
    """De nginx van `deploy/`, met zijn eigen instellingen: alleen de adressen en paden zijn van hier. Poort 80 staat in `zonder_tls`."""
    map_ = Path(tempfile.mkdtemp(prefix="ehbo-nginx-"))
    _certificaat(map_)
    poort, zonder_tls = vrije_poort(), vrije_poort()
    tekst = (WORTEL / "deploy" / "nginx.conf").read_text()
    versie = subprocess.run([programma, "-v"], capture_output=True, text=True).stderr
    if tuple(map(int, re.findall(r"\d+", versie)[:3])) < (1, 25, 1):  # toen heette het nog zo
        tekst = tekst.replace("listen 8443 ssl;", "listen 8443 ssl http2;").replace("    http2 on;\n", "")
    for oud, nieuw in {
        "/tmp/": f"{map_}/",
        "deur1:8000": deuren[0].removeprefix("http://"),
        "deur2:8000": deuren[1].removeprefix("http://"),
        "listen 8080": f"listen 127.0.0.1:{zonder_tls}",
        "listen 8443": f"listen 127.0.0.1:{poort}",
        "/etc/nginx/tls": str(map_),
    }.items():
        assert oud in tekst, f"deploy/nginx.conf heeft geen {oud}"
        tekst = tekst.replace(oud, nieuw)
    conf = map_ / "nginx.conf"
    conf.write_text(tekst)
    begin = [programma, "-p", str(map_), "-c", str(conf)]
    proef = subprocess.run([*begin, "-t"], capture_output=True, text=True)
    assert proef.returncode == 0, proef.stderr
    proces = subprocess.Popen([*begin, "-g", "daemon off;"], stderr=subprocess.DEVNULL)
    wacht_op_poort(poort)
    return Dienst(f"https://127.0.0.1:{poort}", proces, map_, zonder_tls=f"http://127.0.0.1:{zonder_tls}")


def eigen_tls() -> ssl.SSLContext:
    """Neemt het certificaat aan dat `start_nginx` zelf maakte."""
    tls = ssl.create_default_context()
    tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
    return tls


def _certificaat(map_: Path) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    nu = datetime.utcnow()
    cert = (
        x509.CertificateBuilder(naam, naam, sleutel.public_key(), 1, nu - timedelta(days=1), nu + timedelta(days=1))
    ).sign(sleutel, hashes.SHA256())
    (map_ / "volledig.pem").write_bytes(cert.public_bytes(serialization.Encoding.PEM))
    (map_ / "sleutel.pem").write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


def wacht_op_poort(poort: int, seconden: float = 30) -> None:
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        with socket.socket() as s:
            if s.connect_ex(("127.0.0.1", poort)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"niets luistert op poort {poort} na {seconden} s")

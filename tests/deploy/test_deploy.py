"""Wat er in deploy/ staat: dicht, begrensd, zonder geheimen, en dezelfde namen als de code. nginx is de echte."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import yaml

from bot.deur.hulplijn.settings import Balie
from bot.deur.settings import Instellingen
from tests.aanval.omheen import Dienst, eigen_tls, start_nginx
from tests.bot.deur.conftest import WORTEL, Huis, kaal_huis, vrije_poort  # noqa: F401

DEPLOY = WORTEL / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yml").read_text())
KUBE: list[dict[str, Any]] = list(yaml.safe_load_all((DEPLOY / "kubernetes.yml").read_text()))
DIENSTEN: dict[str, dict[str, Any]] = COMPOSE["services"]
POD: dict[str, Any] = next(d for d in KUBE if d["kind"] == "Deployment")["spec"]
CONTAINERS: dict[str, dict[str, Any]] = {c["name"]: c for c in POD["template"]["spec"]["containers"]}


@pytest.mark.parametrize("naam", sorted(DIENSTEN))
def test_elke_dienst_is_dicht_en_begrensd(naam: str) -> None:
    dienst = DIENSTEN[naam]
    assert dienst["read_only"] is True and dienst["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in dienst["security_opt"]
    assert not str(dienst["user"]).startswith(("0", "root"))
    assert dienst["healthcheck"]["test"] and dienst["deploy"]["resources"]["limits"]["memory"]
    assert "privileged" not in dienst and dienst["restart"] == "unless-stopped"


def test_alleen_nginx_is_van_buiten_te_bereiken() -> None:
    assert [n for n, d in DIENSTEN.items() if d.get("ports")] == ["nginx"]
    assert COMPOSE["networks"]["achter"]["internal"] is True
    for naam in ("postgres", "redis"):
        assert DIENSTEN[naam]["networks"] == ["achter"]
    for nr in "12":  # Rasa heeft geen eigen netwerk: alleen de 127.0.0.1 van haar deur
        assert DIENSTEN[f"rasa{nr}"]["network_mode"] == f"service:deur{nr}" and "networks" not in DIENSTEN[f"rasa{nr}"]


def test_de_deur_gelooft_alleen_nginx() -> None:
    adres = DIENSTEN["nginx"]["networks"]["voor"]["ipv4_address"]
    assert all(DIENSTEN[f"deur{nr}"]["environment"]["EHBO_PROXY"] == adres for nr in "12")


def test_redis_en_postgres_schrijven_geen_woorden() -> None:
    redis, postgres = DIENSTEN["redis"]["command"], DIENSTEN["postgres"]["command"]
    assert redis[redis.index("--save") + 1] == "" and redis[redis.index("--appendonly") + 1] == "no"
    assert "log_statement=none" in postgres and "volumes" not in DIENSTEN["redis"]


def test_er_staat_geen_geheim_in_en_leeg_is_een_fout() -> None:
    for bestand in ("compose.yml", "kubernetes.yml", "Containerfile", "nginx.conf"):
        tekst = (DEPLOY / bestand).read_text()
        assert not re.search(r"(PASSWORD|GEHEIM|SLEUTELS|WACHTWOORD)\s*[:=]\s*[A-Za-z0-9]{8,}", tekst), bestand
    for regel in (DEPLOY / "voorbeeld.env").read_text().splitlines():
        naam, _, waarde = regel.partition("=")
        assert regel.startswith("#") or not waarde or naam == "EHBO_HULPLIJN"
    tekst = (DEPLOY / "compose.yml").read_text()
    for naam in ("EHBO_GEHEIM", "EHBO_RASA_GEHEIM", "EHBO_SLEUTELS", "POSTGRES_PASSWORD", "REDIS_WACHTWOORD"):
        assert set(re.findall(rf"\$\{{{naam}([^}}]*)\}}", tekst)) == {":?vul deploy/.env in"}, naam
    assert not any(d["kind"] == "Secret" for d in KUBE)


def test_elke_instelling_in_deploy_bestaat() -> None:
    in_code = set(re.findall(r"EHBO_[A-Z_]+", "".join(p.read_text() for p in (WORTEL / "bot").rglob("*.py"))))
    for pad in DEPLOY.iterdir():
        assert set(re.findall(r"EHBO_[A-Z_]*[A-Z]", pad.read_text())) <= in_code, pad.name


VAST = {
    # in het beeld: gaan samen vooruit en samen terug
    "EHBO_ASSISTENT",
    "EHBO_KENNIS",
    "EHBO_MODEL",
    "EHBO_STUKKEN",
    "EHBO_ZINNEN",
    # Rasa deelt het netwerk van haar deur
    "EHBO_RASA_POORT",
}
RASA = {"EHBO_RASA_GEHEIM", "EHBO_SLEUTELS", "EHBO_GESPREKKEN", "EHBO_BEWAREN_UREN"}


def test_elke_instelling_van_beheer_bereikt_de_deur() -> None:
    tabel = re.findall(r"^\| `(EHBO_[A-Z_]+)` \|", (WORTEL / "docs" / "beheer.md").read_text(), re.MULTILINE)
    assert len(tabel) > 30
    for nr in "12":
        assert set(tabel) - VAST == set(DIENSTEN[f"deur{nr}"]["environment"])
    # in Kubernetes krijgt de deur alles wat er in de ConfigMap en het geheim staat
    assert CONTAINERS["deur"]["envFrom"] == [{"configMapRef": {"name": "ehbo"}}, {"secretRef": {"name": "ehbo"}}]


def test_rasa_krijgt_niet_meer_dan_zij_nodig_heeft() -> None:
    assert all(set(DIENSTEN[f"rasa{nr}"]["environment"]) == RASA for nr in "12")
    assert "envFrom" not in CONTAINERS["rasa"] and {e["name"] for e in CONTAINERS["rasa"]["env"]} == RASA


def test_lege_instellingen_zijn_geen_instellingen() -> None:
    """Compose geeft wat niet is ingevuld als lege tekst door: dat moet hetzelfde zijn als niets."""
    nodig = {n: "k3jf8sdf9234jkl2hx7d6s5a4q1z" for n in ("EHBO_GEHEIM", "EHBO_RASA_GEHEIM", "EHBO_SLEUTELS")}
    leeg = {n: "" for n in DIENSTEN["deur1"]["environment"] if n not in nodig}
    een, twee = Instellingen.uit_omgeving({**nodig, **leeg}), Instellingen.uit_omgeving(nodig)
    assert een == twee and Balie.uit_omgeving(een, {**nodig, **leeg}) == Balie.uit_omgeving(twee, nodig)


def test_woorden_gaan_niet_uit_het_geheugen_naar_de_schijf() -> None:
    assert all(d["ulimits"] == {"core": 0} and d["mem_swappiness"] == 0 for d in DIENSTEN.values())


def test_alleen_de_ingress_komt_bij_de_deur() -> None:
    regel = next(d for d in KUBE if d["kind"] == "NetworkPolicy")["spec"]["ingress"][0]
    assert regel["from"] and regel["ports"]


def test_elke_variabele_in_compose_staat_in_het_voorbeeld() -> None:
    nodig = set(re.findall(r"\$\{([A-Z_]+)", (DEPLOY / "compose.yml").read_text()))
    assert nodig == set(re.findall(r"^([A-Z_]+)=", (DEPLOY / "voorbeeld.env").read_text(), re.MULTILINE))


@pytest.mark.parametrize("naam", sorted(CONTAINERS))
def test_elke_container_in_kubernetes_is_dicht_en_begrensd(naam: str) -> None:
    c, pod = CONTAINERS[naam], POD["template"]["spec"]
    dicht = c["securityContext"]
    assert dicht["readOnlyRootFilesystem"] is True and dicht["allowPrivilegeEscalation"] is False
    assert dicht["capabilities"] == {"drop": ["ALL"]}
    assert pod["securityContext"]["runAsNonRoot"] is True and pod["securityContext"]["runAsUser"] >= 10000
    assert pod["automountServiceAccountToken"] is False
    assert c["resources"]["limits"]["memory"] and c["resources"]["requests"]["cpu"]
    assert c["livenessProbe"] and c["startupProbe"]
    volumes = {v["name"] for v in pod["volumes"]}
    assert {m["name"] for m in c["volumeMounts"]} <= volumes
    assert {m["mountPath"] for m in c["volumeMounts"]} == {"/tmp", "/app/var"}


def test_een_vernieuwing_laat_altijd_een_deur_staan() -> None:
    assert POD["strategy"]["rollingUpdate"] == {"maxUnavailable": 0, "maxSurge": 1} and POD["replicas"] >= 2
    deur = CONTAINERS["deur"]
    assert deur["readinessProbe"]["httpGet"]["path"] == "/gezond" and deur["lifecycle"]["preStop"]
    assert "ports" not in CONTAINERS["rasa"] and "httpGet" not in CONTAINERS["rasa"]["livenessProbe"]
    soorten = {d["kind"] for d in KUBE}
    assert soorten == {"Namespace", "ConfigMap", "Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy"}
    labels = POD["template"]["metadata"]["labels"]
    for stuk in KUBE:
        kiest = stuk.get("spec", {}).get("selector") or stuk.get("spec", {}).get("podSelector")
        if kiest:
            assert (kiest.get("matchLabels") or kiest).items() <= labels.items(), stuk["kind"]


def test_het_containerbestand() -> None:
    tekst = (DEPLOY / "Containerfile").read_text()
    beelden = re.findall(r"^FROM (\S+) AS (\S+)$", tekst, re.MULTILINE)
    klein = "python:3.13-slim-bookworm"
    assert beelden == [(klein, "bouw"), (klein, "basis"), ("basis", "deur"), ("basis", "rasa")]
    assert "het_model()" in tekst  # een model dat niet past, komt niet in een beeld
    assert "--require-hashes" in tekst and "--no-deps" in tekst and tekst.count("HEALTHCHECK") == 2
    assert tekst.index("USER 10001") < tekst.index("AS deur") and "ADD " not in tekst
    mee = re.findall(r"^!(\S+)$", (WORTEL / ".dockerignore").read_text(), re.MULTILINE)
    assert (WORTEL / ".dockerignore").read_text().splitlines()[1] == "*"
    assert "var" not in mee and all((WORTEL / naam).exists() for naam in mee)


@pytest.fixture(scope="module")
def nginx(kaal_huis: Huis) -> Iterator[Dienst]:  # noqa: F811
    """De echte nginx met de echte instellingen: één deur leeft, de andere is weg."""
    programma = shutil.which("nginx")
    if programma is None:
        pytest.skip("nginx is er niet; Debian: apt-get install nginx")
    dienst = start_nginx(programma, (kaal_huis.adres, f"127.0.0.1:{vrije_poort()}"))
    yield dienst
    dienst.stop()


@pytest.fixture
def klant(nginx: Dienst) -> Callable[..., httpx.Client]:
    return lambda **meer: httpx.Client(base_url=nginx.adres, verify=eigen_tls(), trust_env=False, timeout=10, **meer)


def test_door_nginx_werkt_een_gesprek_ook_als_een_deur_weg_is(klant: Callable[..., httpx.Client]) -> None:
    with klant() as http:
        for _ in range(6):  # de helft zou anders bij de dode deur komen
            begin = http.post("/api/gesprek")
            assert begin.status_code == 200
        beurt = http.post(
            "/api/beurt",
            json={"beurt": "a1", "code": "situatie:deepfake_sexual"},
            headers={"X-Sessie": begin.json()["sessie"]},
        )
        assert beurt.status_code == 200
        koppen = http.get("/").headers
        assert (
            "max-age" in koppen["strict-transport-security"]
            and "default-src 'self'" in koppen["content-security-policy"]
        )
        assert "server" not in koppen or "/" not in koppen["server"]


@pytest.mark.parametrize("pad", ["/cijfers", "/status", "/cijfers/", "/%63ijfers"])
def test_beheer_is_van_buiten_dicht(klant: Callable[..., httpx.Client], pad: str) -> None:
    with klant() as http:
        antwoord = http.get(pad, headers={"X-Forwarded-For": "127.0.0.1"})
        assert (
            antwoord.status_code in (307, 403, 404) and "ehbo_" not in antwoord.text and "kennis" not in antwoord.text
        )


def test_te_groot_stopt_al_bij_nginx(klant: Callable[..., httpx.Client]) -> None:
    with klant() as http:
        assert http.post("/api/beurt", content=b"x" * 300_000).status_code == 413


def test_zonder_tls_word_je_doorgestuurd(nginx: Dienst) -> None:
    antwoord = httpx.get(f"{nginx.zonder_tls}/venster", trust_env=False)
    assert antwoord.status_code == 308 and antwoord.headers["location"].startswith("https://")


def test_als_alles_weg_is_staan_de_nummers_er(klant: Callable[..., httpx.Client], kaal_huis: Huis) -> None:  # noqa: F811
    kaal_huis.deur.kill()
    kaal_huis.deur.wait()
    with klant() as http:
        antwoord = http.get("/")
        assert antwoord.status_code == 503 and "tel:112" in antwoord.text and "tel:08000113" in antwoord.text

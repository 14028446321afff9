"""The site's own TLS, as clients of other makes meet it: versions, suites, HTTP/2, and a certificate that is replaced."""
import http.client
import shutil
import signal
import socket
import ssl
import subprocess
import time

import pytest

from authority import Authority
from essaim import Essaim, free_port, run

NAME = "localhost"


class Site:
    def __init__(self, folder):
        self.authority = Authority(folder / "authority")
        self.certificate, self.key = folder / "site.pem", folder / "site.key"
        self.renew()
        self.port = free_port()
        self.log = folder / "log"
        self.essaim = Essaim(
            folder / "data", public=f"https://{NAME}:{self.port}", port=self.port, log=self.log)
        self.essaim.settings = {
            "ESSAIM_TLS_CERTIFICATE": str(self.certificate), "ESSAIM_TLS_KEY": str(self.key),
            "ESSAIM_LOG_LEVEL": "notice"}
        self.essaim.start(is_awaited=False)
        self.wait_until_answers()

    def renew(self):
        """Another certificate and key, put in the place of the former, as an authority's program does."""
        for made, place in zip(self.authority.certificate(NAME), (self.certificate, self.key)):
            shutil.copy(made, place.with_suffix(place.suffix + ".new"))
        for place in (self.certificate, self.key):
            place.with_suffix(place.suffix + ".new").replace(place)

    def trust(self):
        return ssl.create_default_context(cafile=str(self.authority.path))

    def connection(self):
        return http.client.HTTPSConnection(NAME, self.port, context=self.trust(), timeout=20)

    def wait_until_answers(self):
        end = time.monotonic() + 30
        while True:
            try:
                return self.get("/health")
            except OSError:
                assert self.essaim.process.poll() is None and time.monotonic() < end, "essaim does not answer"
                time.sleep(0.1)

    def get(self, path, connection=None):
        connection = connection or self.connection()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return answer

    def shown(self):
        """The serial number that whoever connects now is shown."""
        with socket.create_connection((NAME, self.port), timeout=20) as plain:
            with self.trust().wrap_socket(plain, server_hostname=NAME) as wire:
                return wire.getpeercert()["serialNumber"]

    def hand_shakes(self, *options):
        """What openssl says of a handshake; None when it is refused."""
        done = subprocess.run(
            ["openssl", "s_client", "-connect", f"{NAME}:{self.port}", "-servername", NAME, "-CAfile",
             str(self.authority.path), *options], input="", capture_output=True, text=True, timeout=20)
        said = done.stdout + done.stderr
        return None if "Cipher is (NONE)" in said or "no peer certificate available" in said else said


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("tls"))
    try:
        yield site
        site.essaim.stop()
    finally:
        site.essaim.close()


@pytest.mark.parametrize("options, is_taken", [
    (("-tls1_3",), True),
    (("-tls1_2",), True),
    (("-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-GCM-SHA384"), True),
    (("-tls1_2", "-cipher", "ECDHE-ECDSA-CHACHA20-POLY1305"), True),
    (("-tls1_1", "-cipher", "ALL:@SECLEVEL=0"), False),
    (("-tls1", "-cipher", "ALL:@SECLEVEL=0"), False),
    # CBC; without forward secrecy; without authentication.
    (("-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-SHA384:ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0"), False),
    (("-tls1_2", "-cipher", "AES256-GCM-SHA384:AES128-GCM-SHA256:AES128-SHA:@SECLEVEL=0"), False),
    (("-tls1_2", "-cipher", "aNULL:@SECLEVEL=0"), False),
])
def test_only_versions_and_suites_of_today_are_spoken(site, options, is_taken):
    said = site.hand_shakes(*options)
    assert (said is not None) == is_taken, said
    if said:
        assert "Verify return code: 0 (ok)" in said


def test_left_to_choose_a_client_gets_tls_1_3_and_http_2(site):
    assert "TLSv1.3" in site.hand_shakes()
    assert "ALPN protocol: h2" in site.hand_shakes("-alpn", "h2,http/1.1")
    assert "ALPN protocol: http/1.1" in site.hand_shakes("-alpn", "http/1.1")
    for version, expected in (("--http2", "2 200"), ("--http1.1", "1.1 200")):
        done = subprocess.run(
            ["curl", "-sS", version, "--cacert", str(site.authority.path), "-o", "/dev/null", "-w",
             "%{http_version} %{http_code}", f"https://{NAME}:{site.port}/connexion"],
            capture_output=True, text=True, timeout=20)
        assert done.stdout == expected, done.stderr


def test_every_answer_says_https_for_two_years(site):
    for path in ("/connexion", "/health", "/rien", "/demandes"):
        assert site.get(path).getheader("Strict-Transport-Security") == "max-age=63072000; includeSubDomains"


def test_in_clear_nobody_answers(site):
    with socket.create_connection((NAME, site.port), timeout=20) as plain:
        plain.sendall(f"GET /connexion HTTP/1.1\r\nHost: {NAME}:{site.port}\r\n\r\n".encode())
        try:
            said = plain.recv(4096)
        except ConnectionResetError:
            said = b""
    assert b"HTTP/1" not in said and b"Essaim" not in said


def test_a_new_certificate_is_shown_to_who_comes_and_nobody_is_cut_off(site):
    before, open_connection = site.shown(), site.connection()
    assert site.get("/connexion", open_connection).status == 200
    site.renew()
    site.essaim.process.send_signal(signal.SIGHUP)
    end = time.monotonic() + 20
    while site.shown() == before:
        assert time.monotonic() < end, "the new certificate is not shown"
        time.sleep(0.1)
    assert site.get("/connexion", open_connection).status == 200


@pytest.mark.parametrize("name, text", [("site.pem", "nothing of the kind"), ("site.key", ""), ("site.key", "other")])
def test_a_certificate_that_cannot_be_used_leaves_the_former_and_the_log_says_so(site, name, text):
    place = site.certificate.parent / name
    kept, before, said = place.read_text(), site.shown(), site.log.read_text().count("certificate not read")
    if text == "other":
        text = site.authority.certificate("autre.exemple.fr")[1].read_text()
    try:
        place.write_text(text)
        site.essaim.process.send_signal(signal.SIGHUP)
        end = time.monotonic() + 20
        while site.log.read_text().count("certificate not read") == said:
            assert time.monotonic() < end, "the log says nothing"
            time.sleep(0.1)
        assert site.shown() == before
    finally:
        place.write_text(kept)


def test_a_start_with_half_a_certificate_is_refused_in_words(tmp_path, site):
    https = {"ESSAIM_PUBLIC_URL": "https://essaim.exemple.fr"}
    pair = {"ESSAIM_TLS_CERTIFICATE": str(site.certificate), "ESSAIM_TLS_KEY": str(site.key)}
    for settings, words in (
        (https | {"ESSAIM_TLS_CERTIFICATE": str(site.certificate)}, "tls.key"),
        (https | {"ESSAIM_TLS_KEY": str(site.key)}, "tls.certificate"),
        (https | pair | {"ESSAIM_TLS_KEY": str(site.certificate)}, "clé privée"),
        (https | pair | {"ESSAIM_TLS_CERTIFICATE": "/nulle/part"}, "PEM"),
        (pair | {"ESSAIM_PUBLIC_URL": "http://localhost:8080"}, "publicURL"),
    ):
        done = run("serve", "--data", str(tmp_path / "data"), "--port", str(free_port()), **settings)
        assert done.returncode != 0 and words in done.stderr, done.stderr

"""One server on a demonstration's folder, one Chromium; every page that a test opens is watched for script and policy errors."""
import os
import pathlib
import socket
import struct
import subprocess
import time
import urllib.request
import zlib

import pytest
from playwright.sync_api import sync_playwright

OUTPUT = pathlib.Path(__file__).parent / "output"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """The built command: fills a folder by playing the story once, then serves it."""
    binary = os.environ["ESSAIM_BIN"]
    data = str(tmp_path_factory.mktemp("data"))
    port = free_port()
    environment = os.environ | {"ESSAIM_LOG_LEVEL": "warning"}
    story = subprocess.run(
        [binary, "demo", "--once", "--data", data, "--port", str(port)],
        capture_output=True, text=True, timeout=240, env=environment)
    assert story.returncode == 0, story.stdout + story.stderr
    assert "story complete: " in story.stdout.strip().splitlines()[-1], story.stdout
    process = subprocess.Popen([binary, "serve", "--data", data, "--port", str(port)], env=environment)
    base = f"http://localhost:{port}"
    for _ in range(200):
        try:
            with urllib.request.urlopen(base + "/health", timeout=1):
                break
        except OSError:
            time.sleep(0.05)
    else:
        raise AssertionError("the server did not answer")
    yield base
    process.terminate()
    assert process.wait(timeout=30) == 0, "SIGTERM must end the server cleanly"


@pytest.fixture(scope="session")
def chromium():
    OUTPUT.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


class Person:
    """Someone at their own browser."""

    def __init__(self, chromium, base, **options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        options.setdefault("locale", "fr-FR")
        self.base = base
        self.troubles = []
        self.context = chromium.new_context(base_url=base, **options)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", self.heard)

    def heard(self, message):
        # The browser itself reports answers such as 409 and 422 that a test asks for.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.troubles.append(message.text)

    def enter(self, words, after=0):
        """Enters as the persona whose card says these words; the one at `after` when several do."""
        self.page.goto("/demo")
        cards = self.page.locator("form[action='/demo/entrer']").filter(has_text=words)
        assert cards.count() > after, f"no persona « {words} »"
        name = cards.nth(after).inner_text().splitlines()[0]
        cards.nth(after).get_by_role("button").click()
        self.page.wait_for_url("**/demandes*")
        return name

    def close(self):
        self.context.close()
        assert self.troubles == [], self.troubles


@pytest.fixture
def person(chromium, server):
    """Makes people; each is checked for script errors when the test ends."""
    people = []

    def make(**options):
        people.append(Person(chromium, server, **options))
        return people[-1]

    yield make
    for one in people:
        one.close()


@pytest.fixture(scope="session")
def photo(tmp_path_factory):
    """A plainly synthetic PNG: a brown disc on a pale ground."""
    side = 240
    rows = bytearray()
    for y in range(side):
        rows.append(0)
        for x in range(side):
            inside = (x - 120) ** 2 + (y - 110) ** 2 < 45 ** 2
            rows += bytes((110, 70, 50) if inside else (232, 200, 178))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    png += chunk(b"IDAT", zlib.compress(bytes(rows))) + chunk(b"IEND", b"")
    path = tmp_path_factory.mktemp("photos") / "lesion.png"
    path.write_bytes(png)
    return str(path)

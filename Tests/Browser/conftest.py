"""One server on a demonstration, for each engine; one Chromium; pages are watched for script and policy errors."""
import contextlib
import functools
import os
import pathlib
import struct
import urllib.parse
import zlib

import pytest
from playwright.sync_api import sync_playwright

# Their assertions say what they saw, as those of the tests do.
pytest.register_assert_rewrite(
    "acts", "crowd", "days", "demands", "essaim", "events", "journal", "logcheck", "receipts", "story", "tiles", "visitor")

import leaks
from demonstration import Demonstrations
from essaim import Essaim
from hands import SPENT
from logcheck import Logcheck

LEAKS = pytest.StashKey()
OUTPUT = pathlib.Path(__file__).parent / "output"


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def engine(request):
    """Where the server keeps its rows: what uses the server runs on each, unless it says why not."""
    return request.param


@pytest.fixture(scope="session")
def demonstrations(tmp_path_factory):
    made = Demonstrations(tmp_path_factory.mktemp("demonstrations"))
    yield made
    made.close()


@contextlib.contextmanager
def serving(demonstrations, engine, folder):
    """The built command, serving a demonstration: its address."""
    with demonstrations.copy(engine, folder / "data") as (data, database):
        essaim = Essaim(data, database).start()
        try:
            yield essaim.base
            essaim.stop()
        finally:
            essaim.close()


@pytest.fixture(scope="session")
def server(engine, demonstrations, tmp_path_factory):
    with serving(demonstrations, engine, tmp_path_factory.mktemp("server")) as base:
        yield base


@pytest.fixture
def own_server(engine, demonstrations, tmp_path):
    """For what hangs on the lists as the demonstration makes them: no other test has left anything there."""
    with serving(demonstrations, engine, tmp_path) as base:
        yield base


@pytest.fixture(scope="session")
def logcheck(tmp_path_factory):
    return Logcheck(tmp_path_factory.mktemp("logcheck"))


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
        self.left = False
        self.context = chromium.new_context(base_url=base, **options)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", self.heard)
        self.context.on("request", self.sends)

    def heard(self, message):
        # The browser itself reports answers such as 409 and 422 that a test asks for.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.troubles.append(message.text)

    def sends(self, request):
        """What is typed must be in no log (leaks.py)."""
        if request.method == "POST" and "urlencoded" in request.headers.get("content-type", ""):
            body = request.post_data_buffer or b""
            leaks.watch_form(urllib.parse.parse_qsl(body.decode(errors="replace")))

    def enter(self, words, after=0):
        """Enters as the persona whose card says these words; the one at `after` when several do."""
        self.page.goto("/demo")
        cards = self.page.locator("form[action='/demo/entrer']").filter(has_text=words)
        assert cards.count() > after, f"no persona « {words} »"
        name = cards.nth(after).inner_text().splitlines()[0]
        cards.nth(after).get_by_role("button").click()
        # To one's lists, or to what one keeps instead.
        self.page.wait_for_url(lambda url: "/demo" not in url)
        return name

    def close(self):
        """Leaves; a test may have them leave before its end."""
        if self.left:
            return
        self.left = True
        for cookie in self.context.cookies():
            leaks.watch(cookie["value"])
        self.context.close()
        assert self.troubles == [], self.troubles


@pytest.fixture
def people(chromium):
    """Makes people at an address; each is checked for script errors when the test ends."""
    made = []

    def make(base, **options):
        made.append(Person(chromium, base, **options))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def person(people, server):
    """Makes people at the one server."""
    return functools.partial(people, server)


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


def pytest_addoption(parser):
    parser.addoption("--every-death", action="store_true", help="die at each call, and not at some of them")


def pytest_terminal_summary(terminalreporter):
    """Why a test was run once more; how many gestures each path took, whatever pytest shows of the tests themselves."""
    for report in terminalreporter.getreports("rerun"):
        terminalreporter.section(f"red once: {report.nodeid}")
        terminalreporter.line(report.longreprtext[-4000:])
    lines = sum(path.read_bytes().count(b"\n") for path in leaks.LOGS if path.exists())
    terminalreporter.line(f"held {lines} lines of logs against {len(leaks.VALUES)} secrets")
    if told := terminalreporter.config.stash.get(LEAKS, []):
        terminalreporter.section("FAILED: a log or a letter tells what it must not")
        for leak in told[:40]:
            terminalreporter.line(f"E  {leak}")
    if SPENT:
        terminalreporter.section("gestures")
        for path, count, budget in SPENT:
            terminalreporter.line(f"{count:3} of {budget:2}  {path}")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session):
    """Green tests whose servers told a secret are a red run."""
    session.config.stash[LEAKS] = leaks.leaks()
    if session.config.stash[LEAKS] and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def deaths(request):
    """Of so many calls, those at which a server dies: some, another set at each call of this; all when asked for."""
    step = 1 if request.config.getoption("--every-death") else 17
    return lambda calls: range(1 + calls % step, calls + 1, step)

"""The built command as a process: filled, served, refused, killed, started again."""
import http.client
import os
import pathlib
import socket
import subprocess
import time

import leaks
from visitor import Visitor

BINARY = os.environ.get("ESSAIM_BIN", "essaim")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(**more):
    """This environment without settings of Essaim or of libpq that would come in sideways."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ESSAIM_", "PG"))}
    # One account does here in a minute what nobody does in a day.
    return kept | {"ESSAIM_LOG_LEVEL": "error", "ESSAIM_LIMITS": "1000"} | more


def place(data, database):
    """The options that say where the data are; without a database address it is SQLite in the folder."""
    return ["--data", str(data)] + (["--database", database] if database else [])


def fill(data, database=None):
    """Fills the demonstration by playing its story once."""
    command = [BINARY, "demo", "--once", *place(data, database), "--port", str(free_port())]
    story = subprocess.run(command, capture_output=True, text=True, timeout=240, env=environment())
    assert story.returncode == 0, story.stdout + story.stderr
    assert "story complete: " in story.stdout.strip().splitlines()[-1], story.stdout


def run(*arguments, timeout=30, **settings):
    """The command to its end: for what must be refused."""
    return subprocess.run(
        [BINARY, *arguments], capture_output=True, text=True, timeout=timeout, env=environment(**settings))


class Essaim:
    """One `essaim serve`, on the same port and with the same settings each time it is started. `log` is the file that
    gathers what it says; without one it says more, in a file that is read at the end of all tests (leaks.py)."""

    def __init__(self, data, database=None, public=None, port=None, log=None, **settings):
        self.port = port or free_port()
        self.own_log = log
        self.log = log or leaks.a_log("essaim")
        self.output = leaks.FOLDER / f"{pathlib.Path(self.log).name}-{self.port}.stdout"
        self.settings = settings if log else {"ESSAIM_LOG_LEVEL": "info"} | settings
        self.base = public or f"http://localhost:{self.port}"
        self.options = [*place(data, database), "--port", str(self.port)]
        self.process = None

    def command(self, *words):
        """Another command over the same data."""
        return [BINARY, *words, *self.options[:-2]]

    def start(self, *more, is_awaited=True):
        with open(self.log, "ab") as log, open(self.output, "ab") as output:
            self.process = subprocess.Popen(
                [BINARY, "serve", *self.options, *more], stdout=output, stderr=log,
                env=environment(ESSAIM_PUBLIC_URL=self.base, **self.settings))
        if is_awaited:
            self.wait_until_healthy()
        return self

    def wait_until_healthy(self, seconds=30):
        end = time.monotonic() + seconds
        while self.health() != 200:
            assert self.process.poll() is None, (
                f"essaim ended with {self.process.returncode}\n" + pathlib.Path(self.log).read_text()[-3000:])
            assert time.monotonic() < end, "essaim does not answer"
            time.sleep(0.05)

    def health(self):
        """The status of /health; None when nobody answers."""
        try:
            return Visitor(self.base, via=self.port).get("/health").status
        except (OSError, http.client.HTTPException):
            # A port that nobody listens on yet may answer itself: TCP lets one end call both.
            return None

    def kill(self):
        """As by a power cut of this process alone: kill -9."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        """SIGTERM lets work end, and the code is 0."""
        self.process.terminate()
        try:
            code = self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.kill()
            code = None
        assert code == 0, "SIGTERM must end the server cleanly"
        assert self.output.read_bytes() == b"", "a server writes to its error output alone"

    def close(self):
        if self.process and self.process.poll() is None:
            self.kill()
        if self.own_log:
            leaks.knows(self.own_log)

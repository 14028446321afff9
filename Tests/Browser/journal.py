"""The journal of a data folder or of a database, as who keeps it asks for it: `essaim journal …`."""
import re
import sqlite3
import time

from essaim import place, run
from postgres import psql


class Journal:
    def __init__(self, data, database=None):
        self.data = data
        self.database = database

    def say(self, *arguments):
        """The command to its end, code 0: its lines."""
        said = self.run(*arguments)
        assert said.returncode == 0, said.stdout + said.stderr
        return said.stdout.splitlines()

    def run(self, *arguments):
        return run("journal", *arguments, *place(self.data, self.database))

    def verified(self, *more):
        """The journal is good: how many entries, and the root as base64."""
        lines = self.say("verify", *more)
        end = re.fullmatch(r"verified (\d+) entries, root (\S{44})", lines[-1])
        assert end, lines
        return int(end.group(1)), end.group(2)

    def settled(self, seconds=10):
        """The same, once nothing waits for its number or for its signature."""
        end = time.monotonic() + seconds
        while any("attendent" in line for line in self.say("verify")):
            assert time.monotonic() < end, "the journal is not signed"
            time.sleep(0.1)
        return self.verified()

    def refused(self, *more):
        """The journal is not good: the one sentence that says why."""
        said = self.run("verify", *more)
        assert said.returncode == 1, (said.returncode, said.stdout, said.stderr)
        assert "verified" not in said.stdout, said.stdout
        lines = said.stderr.splitlines()
        assert len(lines) == 1 and lines[0].startswith("essaim : "), said.stderr
        return lines[0].removeprefix("essaim : ")

    def key(self):
        """The present one."""
        return self.say("key")[-1]

    def rows(self, statement):
        """Read beside the server; texts, as `psql` gives them."""
        if self.database:
            return psql(self.database, statement)
        return [["" if value is None else str(value) for value in row] for row in self.change(statement)]

    def change(self, *statements):
        """Carries out each on the SQLite file; the rows of the last. Also what no command would do."""
        connection = sqlite3.connect(self.data / "essaim.db", timeout=10)
        try:
            with connection:
                for statement in statements:
                    rows = connection.execute(*([statement] if isinstance(statement, str) else statement)).fetchall()
        finally:
            connection.close()
        return rows

    def seen(self, statement, seconds=20):
        """The rows, once there are any."""
        end = time.monotonic() + seconds
        while not (rows := self.rows(statement)):
            assert time.monotonic() < end, f"nothing came of {statement}"
            time.sleep(0.1)
        return rows

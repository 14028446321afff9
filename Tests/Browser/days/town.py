"""The network of these days: its server on its calendar, its mail, its people."""
import pathlib
import re
import subprocess

from days.calendar import Calendar
from days.ledger import Ledger
from days.people import PASSWORD, PEOPLE, written_down
from days.worker import Worker
from essaim import BINARY, Essaim, environment, place
from letterbox import Letterbox
from second_step import link_in, opens_by_forms
from visitor import Visitor

NETWORK = pathlib.Path(__file__).parents[3] / "networks" / "oncobreizh.yaml"


class Town:
    """`with` it, the server serves. `worker` makes their browsers; `monday` is the day on which everything is set up."""

    def __init__(self, folder, database, people, monday):
        self.folder, self.people = folder, people
        self.data, self.database = folder / "data", database
        self.calendar = Calendar(folder)
        self.calendar.go_to(monday, "17:00")
        self.ledger = Ledger()
        self.letters = Letterbox()
        self.workers, self.links = {}, {}
        # Of those who opened their account without a browser: what their application holds.
        self.secrets = {}
        self.essaim = Essaim(
            self.data, database, log=folder / "log", **self.calendar.settings, ESSAIM_MAIL_FROM="essaim@exemple.fr",
            ESSAIM_MAIL_SERVER=f"smtp://localhost:{self.letters.port}")

    def __enter__(self):
        self.letters.__enter__()
        self.runs("network", "apply", str(NETWORK))
        for number, role in enumerate(PEOPLE, 1):
            # The command knows nothing of the port that this server listens on.
            link = link_in(self.runs("user", "add", *written_down(number, role)))
            self.links[role] = self.essaim.base + "/" + link.split("/", 3)[3]
        self.essaim.start()
        return self

    def __exit__(self, fault, *_):
        try:
            if fault is None:
                self.essaim.stop()
        finally:
            self.essaim.close()
            self.letters.__exit__()

    def runs(self, *words):
        """A command of the server at the date of the day; what it printed."""
        done = subprocess.run(
            [BINARY, *words, *place(self.data, self.database)], capture_output=True, text=True, timeout=120,
            env=environment(**self.calendar.settings))
        assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
        return done.stdout

    def it_is(self, day, hour):
        self.calendar.go_to(day, hour)

    def comes(self, role, **options):
        """Someone sits down at their own browser, the same one every day, and signs in."""
        if role not in self.workers:
            self.workers[role] = Worker(self.people(self.essaim.base, **options), role, self.links[role])
            if role in self.secrets:
                self.workers[role].shows_codes_of(self.secrets[role], self.calendar)
        return self.workers[role].signs_in()

    def writes(self, role):
        """Someone whose browser is not looked at: their forms are sent as they stand."""
        visitor = Visitor(self.essaim.base)
        self.secrets[role] = opens_by_forms(visitor, self.links[role], PASSWORD, self.calendar.now().timestamp())
        return visitor

    def mail(self, address, count=1):
        """The texts that came to this address, oldest first."""
        return [letter.get_content() for letter, _ in self.letters.to(address, count)]

    def link(self, letter, path):
        return re.search(rf"{self.essaim.base}({path}\S+)", letter).group(1)

    def problems(self):
        """Of all pages that were met by anyone."""
        found = [problem for worker in self.workers.values() for problem in worker.eyes.problems]
        return found + [
            f"{role} met {page}, and nobody looked at it"
            for role, worker in self.workers.items() for page in sorted(worker.eyes.unlooked())]

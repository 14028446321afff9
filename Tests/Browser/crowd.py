"""Writers and readers who never stop, and who check at the end that nobody lost anything."""
import concurrent.futures
import itertools
import secrets
import threading
import time

from demands import lines_open_to
from visitor import Visitor


class Crowd:
    """At the site's public address from `with` to its end; every answer is noted."""

    def __init__(self, site, writers, readers=0):
        self.site = site
        # A test that is run once more must not meet the keys of its first run: they would be answered as before.
        self.name = secrets.token_hex(4)
        self.asker = Visitor(site.base)
        self.asker.enter("Médecin")
        self.line = lines_open_to(self.asker)
        self.before = self.demands()
        self.over = threading.Event()
        self.statuses, self.locations = [], []
        self.rounds = [0] * (writers + readers)
        self.pool = concurrent.futures.ThreadPoolExecutor(writers + readers)
        self.work = [self.pool.submit(self.write, number) for number in range(writers)]
        self.work += [self.pool.submit(self.read, writers + number) for number in range(readers)]

    def demands(self):
        return int(self.site.rows("SELECT count(*) FROM requests")[0][0])

    def write(self, writer):
        for count in itertools.count():
            if self.over.is_set():
                return
            opened = self.asker.post("/demandes", self.line | {"_cle": f"{self.name}-{writer}-{count}"})
            self.statuses.append(opened.status)
            if opened.status == 303:
                self.locations.append(opened.headers["Location"])
                # Not the draft: nobody may open so many in an hour (`ReadLimit`).
                self.statuses.append(self.asker.get("/demandes?vue=brouillons").status)
            self.rounds[writer] += 1

    def read(self, reader):
        while not self.over.is_set():
            self.statuses.append(self.asker.get("/demandes?vue=a-lire").status)
            self.rounds[reader] += 1

    def go_round(self):
        """Returns when nothing is under way that was begun before: each ended what it did, and did it once more."""
        before = list(self.rounds)
        end = time.monotonic() + 60
        while any(now < then + 2 for now, then in zip(self.rounds, before)):
            assert time.monotonic() < end and not any(work.done() for work in self.work), "someone is stuck"
            time.sleep(0.02)

    def __enter__(self):
        return self

    def __exit__(self, fault, *_):
        self.over.set()
        self.pool.shutdown()
        if fault is None:
            self.check()

    def check(self):
        """Every request was answered; what was acknowledged is in the database, once, and nothing else is."""
        for work in self.work:
            work.result()
        assert {status for status in self.statuses if not 200 <= status < 400} == set()
        assert len(self.locations) == len(set(self.locations)) > len(self.work)
        assert self.demands() - self.before == len(self.locations), "a draft is lost, or there twice"
        kept = {row[0] for row in self.site.rows("SELECT id FROM requests WHERE state = 'draft'")}
        assert {location.split("/")[2] for location in self.locations} <= kept

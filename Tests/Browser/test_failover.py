"""A switch of database servers under people at work: a wait, or a page that says when to come back; nothing is lost."""
import http.client
import itertools
import re
import time
import types

import pytest

from crowd import Crowd
from demands import lines_open_to
from essaim import Essaim
from standby import Pair
from visitor import Visitor


def draft_at(location):
    """The id; a page to sign in, say, is no draft."""
    found = re.fullmatch(r"/demandes/([^/]+)/brouillon", location)
    assert found, location
    return found.group(1)


class PatientCrowd(Crowd):
    """Whoever is told to come back does, with the same form: a writer gives a key up only once it has its draft."""

    def __init__(self, site, writers, readers=0):
        self.drafts = {}
        self.troubles = []
        super().__init__(site, writers, readers)

    def write(self, writer):
        for count in itertools.count():
            if self.over.is_set():
                return
            key = f"{self.name}-{writer}-{count}"
            opened = self.insist(lambda: self.asker.post("/demandes", self.line | {"_cle": key}, timeout=40))
            self.drafts[key] = opened.headers["Location"]
            self.insist(lambda: self.asker.get(self.drafts[key], timeout=40))
            self.rounds[writer] += 1

    def read(self, reader):
        while not self.over.is_set():
            self.insist(lambda: self.asker.get("/demandes?vue=a-lire", timeout=40))
            self.rounds[reader] += 1

    def insist(self, ask):
        """The first answer that is not 503; each 503 says when to come back, and we are hastier than that."""
        end = time.monotonic() + 40
        while time.monotonic() < end:
            try:
                answer = ask()
            except (OSError, http.client.HTTPException) as fault:
                self.troubles.append(repr(fault))
            else:
                self.statuses.append(answer.status)
                if answer.status != 503:
                    return answer
                if int(answer.headers.get("Retry-After", 0)) <= 0:
                    self.troubles.append("503 without Retry-After")
            time.sleep(0.2)
        raise AssertionError(f"nothing but 503 for 40 s; {self.troubles}")

    def check(self):
        """Essaim stayed, so every request was answered. Each key has one draft in the database, and nothing else is
        there that was not before."""
        for work in self.work:
            work.result()
        assert self.troubles == []
        assert {status for status in self.statuses if not 200 <= status < 400} <= {503}
        drafts = {key: draft_at(location) for key, location in self.drafts.items()}
        assert len(drafts) > len(self.work)
        kept = {row[0] for row in self.site.rows("SELECT id FROM requests WHERE state = 'draft'")}
        assert set(drafts.values()) - kept == set(), "a draft is lost"
        assert self.demands() - self.before == len(drafts) == len(set(drafts.values())), "a draft is there twice"
        keys = self.site.rows(
            f"SELECT key, split_part(result, ' ', 1) FROM idempotency WHERE key LIKE '{self.name}-%'")
        assert sorted(keys) == sorted([key, draft] for key, draft in drafts.items())
        # What was begun last is what a switch may have cut: sent once more, it is still that draft.
        for key in list(drafts)[-10:]:
            again = self.asker.post("/demandes", self.line | {"_cle": key})
            assert (again.status, again.headers["Location"]) == (303, self.drafts[key])
        assert self.demands() - self.before == len(drafts), "a form sent again is done again"


@pytest.fixture
def pair(demonstrations, tmp_path):
    """Two database servers with a demonstration; `data` is its folder."""
    with demonstrations.copy("postgres", tmp_path / "data") as (data, database):
        pair = Pair(database)
    pair.data = data
    try:
        yield pair
    finally:
        pair.close()


def site_of(pair, *servers):
    essaim = Essaim(pair.data, pair.address(*servers))
    return types.SimpleNamespace(essaim=essaim, base=essaim.base, rows=pair.rows)


# A caller waits ten seconds for a server (`PostgresSettings.patience`): a switch within that is a wait and no more.
@pytest.mark.parametrize("is_late", [False, True], ids=["promoted at once", "promoted when people are turned away"])
def test_a_primary_that_dies_takes_nothing_along_and_its_standby_is_found_without_a_restart(pair, is_late):
    site = site_of(pair, pair.primary, pair.standby)
    try:
        site.essaim.start()
        with PatientCrowd(site, writers=6, readers=2) as crowd:
            crowd.go_round()
            cookie = crowd.asker.cookie
            assert set(crowd.statuses) == {200, 303}
            assert pair.followers() == [["streaming", "sync"]]
            pair.primary.kill()
            end = time.monotonic() + 20
            while is_late and 503 not in crowd.statuses:
                assert time.monotonic() < end, "nobody is told to come back"
                time.sleep(0.05)
            began = time.monotonic()
            pair.promote()
            # Everyone: each writer has two more drafts, each reader two more pages.
            crowd.go_round()
            assert time.monotonic() - began < 20
        assert (503 in crowd.statuses) == is_late
        assert crowd.asker.cookie == cookie and crowd.asker.get("/demandes").status == 200, "a session is lost"
        assert site.essaim.health() == 200
        site.essaim.stop()
    finally:
        site.essaim.close()


def test_a_server_whose_first_database_is_a_standby_starts_and_serves_from_the_second(pair):
    site = site_of(pair, pair.standby, pair.primary)
    try:
        site.essaim.start()
        asker = Visitor(site.base)
        asker.enter("Médecin")
        opened = asker.post("/demandes", lines_open_to(asker) | {"_cle": "par le second"})
        assert opened.status == 303
        draft = draft_at(opened.headers["Location"])
        assert pair.rows(f"SELECT state FROM requests WHERE id = '{draft}'") == [["draft"]]
        site.essaim.stop()
    finally:
        site.essaim.close()

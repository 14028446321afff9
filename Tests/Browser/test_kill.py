"""What was acknowledged is there after kill -9, and nothing is there twice."""
import http.client
import random
import threading
import time

import pytest

from demands import lines_open_to
from essaim import Essaim
from journal import Journal
from visitor import Visitor


@pytest.mark.parametrize(("engine", "turns"), [("sqlite", 6), ("postgres", 3)], ids=["sqlite", "postgres"])
def test_every_acknowledged_draft_survives_kill_9(demonstrations, tmp_path, engine, turns):
    with demonstrations.copy(engine, tmp_path / "data") as place:
        essaim = Essaim(*place)
        try:
            kill_and_count(essaim.start(), Journal(*place).rows, turns)
            essaim.stop()
        finally:
            essaim.close()


def kill_and_count(essaim, rows, turns):
    """`rows` asks the database."""
    chance = random.Random(20261121)
    acknowledged, refused, sent = {}, [], 0
    asker = Visitor(essaim.base)
    asker.enter("Médecin")
    line = lines_open_to(asker)

    for turn in range(turns):
        stop = threading.Event()
        pending = {}

        def knock(worker):
            count = 0
            while not stop.is_set():
                key = f"kill-{turn}-{worker}-{count}"
                count += 1
                pending[key] = None
                try:
                    answer = asker.post("/demandes", line | {"_cle": key}, timeout=10)
                except (OSError, http.client.HTTPException):
                    return
                if answer.status == 303:
                    acknowledged[key] = answer.headers["Location"]
                else:
                    refused.append(answer.status)

        workers = [threading.Thread(target=knock, args=(worker,)) for worker in range(8)]
        for worker in workers:
            worker.start()
        time.sleep(chance.uniform(0.1, 0.6))
        essaim.process.kill()
        stop.set()
        for worker in workers:
            worker.join()
        essaim.process.wait()
        essaim.start()
        sent += len(pending)
        for key in pending:
            # Sent again with its key: what was acknowledged leads to the same draft, the rest is opened now, once.
            answer = asker.post("/demandes", line | {"_cle": key})
            assert answer.status == 303
            location = answer.headers["Location"]
            assert acknowledged.setdefault(key, location) == location, "opened twice"

    assert refused == []
    assert len(acknowledged) == sent > 8 * turns
    assert len(set(acknowledged.values())) == sent
    # Nobody may open so many in an hour (`ReadLimit`): the database is asked.
    kept = {row[0] for row in rows("SELECT id FROM requests WHERE state = 'draft'")}
    assert {location.split("/")[2] for location in acknowledged.values()} <= kept, "an acknowledged draft is lost"

"""Two servers on one database and one folder, behind a proxy, are one site."""
import concurrent.futures
import itertools
import json
import threading
import time

import pytest

import story
from crowd import Crowd
from demands import answer, sent_demand, take
from events import Listener
from two_servers import TwoServers
from visitor import Visitor


@pytest.fixture(scope="module")
def site(demonstrations, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    with demonstrations.copy("postgres", folder / "data") as (data, database):
        site = TwoServers(data, database, folder)
        try:
            yield site.start()
            site.a.stop()
            site.b.stop()
        finally:
            site.close()


def together(*acts):
    """Does all at the same moment, each on its thread; their results in order."""
    gate = threading.Barrier(len(acts))

    def begin(act):
        gate.wait()
        return act()

    with concurrent.futures.ThreadPoolExecutor(len(acts)) as pool:
        return [done.result() for done in [pool.submit(begin, act) for act in acts]]


def test_a_demand_is_carried_through_while_one_server_then_the_other_is_killed(site, people, photo):
    asker, expert = people(site.base), people(site.base)
    meanwhile = {
        "it is saved": site.a.kill, "it is sent": site.a.start, "an expert took it": site.b.kill,
        "the opinion is sent": site.b.start}
    done = []
    for step in story.steps(asker, expert, photo):
        done.append(step)
        meanwhile.get(step, lambda: None)()
    assert set(meanwhile) < set(done) and len(done) == 11


def test_a_session_begun_at_one_server_is_known_and_ended_at_the_other(site):
    asker = site.at(site.a, "Médecin")
    page = asker.get("/demandes", via=site.b.port)
    assert page.status == 200
    form, cookie = page.form("/deconnexion"), asker.cookie
    assert asker.post("/deconnexion", form, via=site.b.port).status == 303
    asker.cookie = cookie
    assert asker.get("/demandes", via=site.a.port).status == 401
    assert asker.get("/demandes", via=site.b.port).status == 401


def test_a_demand_taken_at_both_servers_at_once_is_taken_by_exactly_one(site):
    asker = site.at(site.a, "Médecin")
    experts = [site.at(site.a, login="herve.kerfictif"), site.at(site.b, login="anne.trefictif")]
    for number in range(20):
        demand = sent_demand(asker, f"Prise à deux, {number} ?")
        path = f"/demandes/{demand}/prendre"
        forms = [expert.get(f"/demandes/{demand}").form(path) for expert in experts]
        first, second = together(*(
            lambda expert=expert, form=form: expert.post(path, form) for expert, form in zip(experts, forms)))
        assert sorted([first.status, second.status]) == [303, 409], number
        winner = 0 if first.status == 303 else 1
        assert "Un expert vient de prendre cette demande." in (second, first)[winner].text
        login = site.rows(
            f"SELECT login FROM requests JOIN accounts ON person_id = holder_id "
            f"WHERE id = '{demand}' AND state = 'taken'")
        assert login == [["herve.kerfictif"], ["anne.trefictif"]][winner:winner + 1]


def test_each_answer_sent_at_either_server_has_its_report_issued_once(site):
    asker = site.at(site.a, "Médecin")
    experts = [site.at(site.a, login="herve.kerfictif"), site.at(site.b, login="anne.trefictif")]
    demands = [sent_demand(asker, f"Réponses en même temps, {number} ?") for number in range(12)]
    for demand, expert in zip(demands, itertools.cycle(experts)):
        take(expert, demand)
    together(*(
        lambda expert=expert, demand=demand: answer(expert, demand, "Rien d’inquiétant, à revoir dans six mois.")
        for demand, expert in zip(demands, itertools.cycle(experts))))
    ours = "request_id IN (" + ", ".join(f"'{demand}'" for demand in demands) + ")"
    end = time.monotonic() + 20
    while site.rows(f"SELECT count(*) FROM reports WHERE {ours}") != [["12"]]:
        assert time.monotonic() < end, site.rows(f"SELECT * FROM jobs WHERE {ours}")
        time.sleep(0.1)
    assert site.rows(f"SELECT request_id, count(*) FROM reports WHERE {ours} GROUP BY 1 ORDER BY 1") == [
        [demand, "1"] for demand in sorted(demands)]
    while site.rows(f"SELECT count(*) FROM jobs WHERE {ours} AND finished_at IS NULL") != [["0"]]:
        assert time.monotonic() < end
        time.sleep(0.1)
    # Worked on once, by one of the two: it may have been put off until the other had sealed the answer.
    assert site.rows(
        f"SELECT request_id, count(*) FROM history WHERE action = 'report.issue' AND {ours} GROUP BY 1 ORDER BY 1") == [
            [demand, "1"] for demand in sorted(demands)]


def test_wrong_passwords_are_counted_over_both_servers(site):
    def attempt(essaim, login="claire.kerfable", client="127.0.0.1"):
        form = {"identifiant": login, "mot_de_passe": "ce n’est pas le bon"}
        return Visitor(site.base, via=essaim.port, client=client).post("/connexion", form)

    for _, essaim in zip(range(10), itertools.cycle([site.a, site.b])):
        assert attempt(essaim).status == 422
    for essaim in (site.a, site.b):
        refused = attempt(essaim)
        assert refused.status == 429
        assert 0 < int(refused.headers["Retry-After"]) <= 15 * 60
    assert attempt(site.a, login="paul.kerboussole").status == 422, "another login is not touched"
    assert attempt(site.b, client="127.0.0.2").status == 422, "the same login from elsewhere is not touched"


def test_a_demand_sent_at_one_server_is_heard_at_the_other_by_its_pool_only(site):
    asker = site.at(site.a, "Médecin")
    expert, stranger = site.at(site.b, "Dermatologue"), site.at(site.b, "Masseur")
    proxied = Visitor(site.base)
    proxied.cookie = expert.cookie
    listeners = [Listener(expert), Listener(stranger), Listener(proxied)]
    try:
        demand = sent_demand(asker, "Entendue de l’autre côté ?")
        for listener in (listeners[0], listeners[2]):
            event = listener.next("demande", seconds=2)
            assert event and json.loads(event["data"]) == {"id": demand, "news": True}
        assert listeners[1].next("demande", seconds=2) is None
    finally:
        for listener in listeners:
            listener.close()


def test_a_visitor_without_a_session_hears_nothing(site):
    assert Visitor(site.base, via=site.b.port).get("/evenements").status == 401


def test_a_server_with_listeners_ends_when_it_is_told_to(site):
    listener = Listener(site.at(site.a, "Dermatologue"))
    try:
        began = time.monotonic()
        site.a.stop()
        assert time.monotonic() - began < 10
    finally:
        listener.close()
        site.a.start()


def test_servers_started_again_one_after_the_other_are_not_noticed(site):
    with Crowd(site.mend(), writers=8, readers=4) as crowd:
        for essaim in (site.a, site.b):
            crowd.go_round()
            essaim.stop()
            crowd.go_round()
            essaim.start()
        crowd.go_round()


def test_servers_killed_one_after_the_other_lose_and_double_nothing(site):
    # A request is tried once at each server: the second is killed when nothing waits that the first one left.
    with Crowd(site.mend(), writers=8) as crowd:
        for essaim in (site.a, site.b):
            crowd.go_round()
            essaim.kill()
            crowd.go_round()
            essaim.start()

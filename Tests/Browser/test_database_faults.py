"""A database that is away, closed, or not to be trusted: said in one sentence, waited for, and lived through."""
import concurrent.futures
import re
import time

import pytest

from demands import lines_open_to
from essaim import Essaim, free_port, run
from postgres import database_name, fresh_database, psql, shared
from private_postgres import PrivatePostgres
from visitor import Visitor


@pytest.fixture(scope="module")
def private():
    """A server that each test starts as it needs it."""
    server = PrivatePostgres()
    try:
        yield server
    finally:
        server.remove()


def refused(data, database, code=1, **settings):
    """`essaim serve` ends with this code within ten seconds and one French sentence, which is returned. What PostgreSQL
    itself said may stand in brackets; what the client library says of connections may not."""
    options = ["--data", str(data), "--port", str(free_port())]
    if database:
        options += ["--database", database]
    said = run("serve", *options, timeout=10, **settings)
    assert said.returncode == code, (said.returncode, said.stdout, said.stderr)
    assert said.stdout == "" and PrivatePostgres.password not in said.stderr
    lines = said.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith("essaim : "), said.stderr
    assert not re.search("connection to server|Is the server running", lines[0]), lines[0]
    return lines[0]


def test_a_database_that_is_away_is_named_without_its_password(tmp_path):
    port = free_port()
    sentence = refused(tmp_path, f"postgresql://essaim:{PrivatePostgres.password}@127.0.0.1:{port}/essaim", code=69)
    assert "127.0.0.1" in sentence and str(port) in sentence


def test_a_wrong_password_is_refused_and_not_repeated(private, tmp_path):
    private.start()
    wrong = "pas-le-bon-mais-secret-aussi"
    sentence = refused(tmp_path, None, ESSAIM_DATABASE=private.address(password=wrong))
    assert wrong not in sentence and "mot de passe" in sentence


def test_a_server_waits_for_a_database_that_comes_later(private, tmp_path):
    private.stop()
    essaim = Essaim(tmp_path, private.address())
    try:
        essaim.start("--wait", "30", is_awaited=False)
        time.sleep(2)
        assert essaim.process.poll() is None and essaim.health() != 200
        private.start()
        essaim.wait_until_healthy()
        essaim.stop()
    finally:
        essaim.close()


def test_a_server_does_not_wait_longer_than_it_was_told(tmp_path):
    began = time.monotonic()
    port = free_port()
    said = run(
        "serve", "--data", str(tmp_path), "--port", str(free_port()), "--wait", "2",
        "--database", f"postgresql://essaim@127.0.0.1:{port}/essaim")
    assert said.returncode == 69 and 2 <= time.monotonic() - began < 10
    assert str(port) in said.stderr


@pytest.mark.parametrize("setting", ["fsync", "full_page_writes"])
def test_a_server_that_may_lose_what_it_acknowledged_is_refused(private, tmp_path, setting):
    private.start(**{setting: "off"})
    assert setting in refused(tmp_path, private.address())


@pytest.mark.parametrize("value", ["off", "local"])
def test_a_database_that_acknowledges_before_it_is_durable_is_refused(tmp_path, value):
    with fresh_database() as database:
        name = database_name(database)
        psql(shared(), f"ALTER DATABASE {name} SET synchronous_commit = '{value}'")
        assert "synchronous_commit" in refused(tmp_path, database)
        assert psql(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [["0"]]


def test_a_database_that_cannot_hold_every_letter_is_refused(tmp_path):
    options = "ENCODING 'SQL_ASCII' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0"
    with fresh_database(options) as database:
        assert re.search("UTF-?8", refused(tmp_path, database))
        assert psql(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [["0"]]


@pytest.fixture
def reader():
    """A role that may enter and read, no more."""
    psql(shared(), "CREATE ROLE lecteur LOGIN")
    yield "lecteur"
    psql(shared(), "DROP ROLE lecteur")


def test_an_empty_database_where_the_role_may_make_no_table_is_refused(tmp_path, reader):
    with fresh_database() as database:
        refused(tmp_path, database.replace("essaim@", f"{reader}@"))


def test_a_filled_database_where_the_role_may_only_read_is_refused(demonstrations, tmp_path, reader):
    with demonstrations.copy("postgres", tmp_path / "data") as (data, database):
        psql(database, f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {reader}")
        refused(data, database.replace("essaim@", f"{reader}@"))


def test_a_read_only_database_is_refused(demonstrations, tmp_path):
    with demonstrations.copy("postgres", tmp_path / "data") as (data, database):
        psql(shared(), f"ALTER DATABASE {database_name(database)} SET default_transaction_read_only = on")
        refused(data, database)


def test_pages_come_back_with_the_database(demonstrations, private, tmp_path):
    private.start()
    with demonstrations.copy("postgres", tmp_path / "data") as (data, database):
        essaim = Essaim(data, private.copy(database, "essaim_interrompu"))
    try:
        essaim.start()
        asker = Visitor(essaim.base)
        asker.enter("Médecin")
        draft = lines_open_to(asker) | {"_cle": "pendant la panne"}
        private.stop()
        with concurrent.futures.ThreadPoolExecutor() as pool:
            health = pool.submit(essaim.health)
            asked = [
                pool.submit(asker.get, "/demandes", timeout=15),
                pool.submit(asker.post, "/demandes", draft, timeout=15)]
        for answer in asked:
            assert answer.result().status == 503
            assert int(answer.result().headers["Retry-After"]) > 0
        assert health.result() not in (200, None)
        private.start()
        essaim.wait_until_healthy()
        assert asker.get("/demandes").status == 200
        first, again = asker.post("/demandes", draft), asker.post("/demandes", draft)
        assert first.status == again.status == 303
        assert first.headers["Location"] == again.headers["Location"]
        essaim.stop()
    finally:
        essaim.close()

"""The journal's heads held outside: by another server, by a mailbox; what a whole folder put back cannot hide."""
import contextlib
import shutil
import time

import pytest

from demonstration import copy_data
from essaim import Essaim, fill, free_port
from failing_holder import FailingHolder
from journal import Journal
from letterbox import Letterbox
from test_journal import IDENTITIES
from visitor import Visitor


@pytest.fixture
def data(demonstrations, tmp_path):
    """A's folder; nobody serves it yet."""
    with demonstrations.copy("sqlite", tmp_path / "a") as (data, _):
        yield data


@pytest.fixture
def journal(data):
    return Journal(data)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("other") / "b"
    fill(folder)
    return folder


@pytest.fixture
def other(filled, tmp_path):
    """B's folder, with a journal and a key of its own; it holds nothing yet."""
    copy_data(filled, tmp_path / "b")
    return tmp_path / "b"


@contextlib.contextmanager
def serving(data, **settings):
    """Ends it by SIGTERM when all went well."""
    essaim = Essaim(data, log=data.parent / f"{data.name}.log", ESSAIM_JOURNAL_HOLD_SECONDS="1", **settings)
    try:
        yield essaim.start()
        essaim.stop()
    finally:
        essaim.close()


def said(data):
    return (data.parent / f"{data.name}.log").read_text()


def grow(essaim):
    """Someone comes in: the journal is one entry longer at least, and that is signed. Its size."""
    Visitor(essaim.base).enter("Médecin")
    return Journal(essaim.options[1]).settled()[0]


def wait_until(is_so, seconds=20):
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.1)


def held_at(journal, key):
    """The size that B holds of the journal of that key."""
    rows = journal.rows(f"SELECT size FROM held_checkpoints WHERE origin = '{key.split('+')[0]}'")
    return int(rows[0][0]) if rows else None


def test_another_server_holds_each_head_and_a_whole_folder_put_back_is_found_out(data, journal, other, tmp_path):
    holder = Journal(other)
    with serving(other, ESSAIM_JOURNAL_HELD=journal.key()) as b:
        settings = {"ESSAIM_JOURNAL_HOLDERS": f"{b.base}/journal {holder.key()}"}
        with serving(data, **settings) as a:
            first = journal.settled()[0]
            wait_until(lambda: held_at(holder, journal.key()) == first)
        shutil.copytree(data, tmp_path / "older")
        with serving(data, **settings) as a:
            for _ in range(3):
                last = grow(a)
                wait_until(lambda: held_at(holder, journal.key()) == last)
            wait_until(lambda: journal.rows("SELECT size, answer FROM journal_holders") == [[str(last), ""]])
        held, = holder.rows("SELECT checkpoint FROM held_checkpoints")[0]
        assert held == (data / "journal" / "checkpoint").read_text()

        shutil.rmtree(data)
        shutil.copytree(tmp_path / "older", data)
        journal.verified()
        with serving(data, **settings) as a:
            grow(a)
            detail, = journal.seen("SELECT detail FROM alarms WHERE kind = 'journal' ORDER BY id")[0]
            assert "une copie plus ancienne a été remise" in detail and f"{last} inscriptions" in detail
            wait_until(lambda: "journal contradicted" in said(data))
            assert a.health() == 200
        # What B holds is not replaced by what contradicts it.
        assert held_at(holder, journal.key()) == last
    (tmp_path / "held.txt").write_text(held)
    assert "une copie plus ancienne a été remise" in journal.refused("--against", tmp_path / "held.txt")


def test_a_contradiction_raises_one_alarm_while_the_journal_grows(data, journal, other, tmp_path):
    with serving(other, ESSAIM_JOURNAL_HELD=journal.key()) as b:
        settings = {"ESSAIM_JOURNAL_HOLDERS": f"{b.base}/journal"}
        shutil.copytree(data, tmp_path / "older")
        with serving(data, **settings) as a:
            for _ in range(4):
                last = grow(a)
            wait_until(lambda: held_at(Journal(other), journal.key()) == last)
        shutil.rmtree(data)
        shutil.copytree(tmp_path / "older", data)
        with serving(data, **settings) as a:
            for count in (1, 2):
                grow(a)
                wait_until(lambda: said(data).count("journal contradicted") >= 2 * count)
        assert len(journal.rows("SELECT 1 FROM alarms WHERE kind = 'journal'")) == 1


def test_a_whole_folder_put_back_is_found_out_before_anybody_writes(data, journal, other, tmp_path):
    with serving(other, ESSAIM_JOURNAL_HELD=journal.key()) as b:
        settings = {"ESSAIM_JOURNAL_HOLDERS": f"{b.base}/journal"}
        with serving(data, **settings):
            first = journal.settled()[0]
            wait_until(lambda: held_at(Journal(other), journal.key()) == first)
            wait_until(lambda: journal.rows("SELECT size FROM journal_holders") == [[str(first)]])
        shutil.copytree(data, tmp_path / "older")
        with serving(data, **settings) as a:
            last = grow(a)
            wait_until(lambda: held_at(Journal(other), journal.key()) == last)
        shutil.rmtree(data)
        shutil.copytree(tmp_path / "older", data)
        with serving(data, **settings):
            journal.seen("SELECT 1 FROM alarms WHERE kind = 'journal'", seconds=5)


def goes_on(data, journal, holders, words):
    """A serves and signs whatever its holder does; the holder's row says what that was."""
    with serving(data, ESSAIM_JOURNAL_HOLDERS=holders) as a:
        first = grow(a)
        row = journal.seen("SELECT answer FROM journal_holders WHERE answer IS NOT NULL", seconds=5)
        assert len(row) == 1 and words in row[0][0], row
        assert grow(a) > first
        assert journal.rows("SELECT count(*) FROM alarms") == [["0"]]


def test_a_holder_that_is_away_is_said(data, journal):
    goes_on(data, journal, f"http://127.0.0.1:{free_port()}/journal", "")


def test_a_holder_that_is_away_stops_nothing(data, journal):
    with serving(data, ESSAIM_JOURNAL_HOLDERS=f"http://127.0.0.1:{free_port()}/journal") as a:
        assert grow(a) < grow(a)
        assert a.health() == 200


def test_a_holder_that_answers_500_is_said_and_stops_nothing(data, journal):
    with FailingHolder(500) as holder:
        goes_on(data, journal, f"http://127.0.0.1:{holder.port}/journal", "réponse 500")


def test_a_holder_that_does_not_know_the_journal_is_said_and_stops_nothing(data, journal, other):
    with serving(other) as b:
        goes_on(data, journal, f"{b.base}/journal", "réponse 404")
        assert held_at(Journal(other), journal.key()) is None


def test_a_holder_that_signs_with_another_key_is_said_and_stops_nothing(data, journal, other):
    with serving(other, ESSAIM_JOURNAL_HELD=journal.key()) as b:
        goes_on(data, journal, f"{b.base}/journal {journal.key()}", "sa signature n’est pas la bonne")


def test_a_mailbox_is_given_the_checkpoint_which_a_folder_put_back_does_not_pass(data, journal, tmp_path):
    shutil.copytree(data, tmp_path / "older")
    with Letterbox() as box:
        settings = mailing(box, ESSAIM_JOURNAL_HOLDERS="mailto:archives@exemple.fr")
        with serving(data, **settings) as a:
            count = len(box.to("archives@exemple.fr"))
            size = grow(a)
            letter, _ = box.to("archives@exemple.fr", count + 1)[-1]
    assert letter["subject"] == f"Essaim : point de contrôle du journal, {size} inscriptions"
    attached, = letter.iter_attachments()
    assert attached.get_filename() == "checkpoint.txt"
    held = tmp_path / attached.get_filename()
    held.write_bytes(attached.get_payload(decode=True))
    assert held.read_text() == (data / "journal" / "checkpoint").read_text()
    journal.verified("--against", held)
    assert "une copie plus ancienne a été remise" in Journal(tmp_path / "older").refused("--against", held)


def test_the_mail_of_an_alarm_says_neither_who_nor_about_what(data, journal, tmp_path):
    shutil.copytree(data, tmp_path / "older")
    with serving(data) as a:
        grow(a)
    # The database alone is put back: the folder's own checkpoint raises the alarm.
    for file in data.glob("essaim.db*"):
        file.unlink()
    for file in (tmp_path / "older").glob("essaim.db*"):
        shutil.copy(file, data)
    with Letterbox() as box:
        with serving(data, **mailing(box, ESSAIM_ALARM_MAIL="referent@exemple.fr")) as a:
            letter, raw = box.to("referent@exemple.fr")[0]
            told = journal.seen("SELECT id FROM alarms WHERE told_at IS NOT NULL")
            assert len(told) == 1 and len(box.letters) == 1
            address = a.base + "/journal"
    assert letter["subject"] == "Essaim : une alarme vous attend"
    assert letter.get_content().splitlines() == ["Une alarme attend dans le journal d’Essaim :", address]
    text = raw.decode() + letter.get_content()
    named = {word for row in journal.rows(IDENTITIES) for word in row if word and len(word) > 4}
    assert len(named) > 300 and [word for word in named if word in text] == []


def mailing(box, **settings):
    return {
        "ESSAIM_MAIL_SERVER": f"smtp://127.0.0.1:{box.port}", "ESSAIM_MAIL_FROM": "essaim@exemple.fr"} | settings

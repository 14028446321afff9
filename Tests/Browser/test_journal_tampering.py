"""Whatever is done to the file of a stopped server is named by `essaim journal verify`; forgetting is no fault."""
import re
import shutil

import pytest

from essaim import Essaim, fill, run
from journal import Journal
from tampering import ANSWER, BESIDE, ERASE, FAULTS, cut_back, tamper
from visitor import Visitor


@pytest.fixture
def data(demonstrations, tmp_path):
    """The folder of a server that is stopped; its journal is good."""
    with demonstrations.copy("sqlite", tmp_path / "data") as (data, _):
        yield data


@pytest.fixture
def journal(data):
    return Journal(data)


@pytest.mark.parametrize(("statements", "words"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_verify_names_it_when(journal, statements, words):
    size, _ = journal.verified()
    assert 257 < size < 512, "the first bundle is full, the second is not"
    tamper(journal, statements)
    sentence = journal.refused()
    assert re.search(words, sentence), sentence


@pytest.mark.parametrize("statements", [beside[1] for beside in BESIDE], ids=[beside[0] for beside in BESIDE])
def test_verify_finds_a_fault_when(journal, statements):
    tamper(journal, statements)
    journal.refused()


def test_a_journal_cut_back_with_care_is_betrayed_by_what_was_signed_last(journal):
    size, _ = journal.verified()
    cut_back(journal)
    assert journal.refused() == (
        f"le dernier point signé ici atteste {size} inscriptions, il n’y en a que 256 : une copie plus ancienne a été "
        "remise")


def grow(data, **settings):
    """Serves for as long as someone comes in; returns when that is signed, and the server is stopped."""
    essaim = Essaim(data, **settings).start()
    try:
        Visitor(essaim.base).enter("Médecin")
        Journal(data).settled()
        essaim.stop()
    finally:
        essaim.close()


def test_an_older_copy_of_the_database_is_betrayed_by_what_was_signed_last(data, journal, tmp_path):
    shutil.copytree(data, tmp_path / "older")
    size, _ = journal.verified()
    grow(data)
    later, _ = journal.verified()
    assert later > size
    put_back(tmp_path / "older", data)
    assert journal.refused() == (
        f"le dernier point signé ici atteste {later} inscriptions, il n’y en a que {size} : une copie plus ancienne a "
        "été remise")


def test_an_older_copy_is_neither_signed_nor_passed_over_by_a_server(data, journal, tmp_path):
    shutil.copytree(data, tmp_path / "older")
    grow(data)
    put_back(tmp_path / "older", data)
    essaim = Essaim(data, log=tmp_path / "log").start()
    try:
        # It numbers and serves; the alarm waits.
        checkpoint = Visitor(essaim.base).get("/journal/checkpoint").text
        alarm = journal.seen("SELECT detail FROM alarms WHERE kind = 'journal'")
        assert len(alarm) == 1 and "une copie plus ancienne a été remise" in alarm[0][0]
        Visitor(essaim.base).enter("Médecin")
        journal.seen("SELECT 1 FROM journal_head WHERE size > signed_size")
        assert Visitor(essaim.base).get("/journal/checkpoint").text == checkpoint
        assert "journal not signed" in (tmp_path / "log").read_text()
        essaim.stop()
    finally:
        essaim.close()


def put_back(older, data):
    """The database only: key and last checkpoint stay."""
    for file in data.glob("essaim.db*"):
        file.unlink()
    for file in older.glob("essaim.db*"):
        shutil.copy(file, data / file.name)


def test_a_server_with_another_key_signs_nothing_and_says_so(data, journal, tmp_path):
    fill(tmp_path / "other")
    shutil.copy(tmp_path / "other" / "journal" / "key", data / "journal" / "key")
    size, root = journal.verified()
    essaim = Essaim(data, log=tmp_path / "log").start()
    try:
        checkpoint = Visitor(essaim.base).get("/journal/checkpoint").text
        Visitor(essaim.base).enter("Médecin")
        journal.seen("SELECT 1 FROM alarms WHERE kind = 'journal'")
        journal.seen(f"SELECT 1 FROM journal_head WHERE size > {size} AND signed_size = {size}")
        assert Visitor(essaim.base).get("/journal/checkpoint").text == checkpoint
        log = (tmp_path / "log").read_text()
        assert "journal not signed" in log and "n’a pas la clé du journal" in log
        lines = journal.say("verify")
        assert re.search("inscriptions? numérotées? attend", lines[0]), lines
        essaim.stop()
    finally:
        essaim.close()
    assert journal.rows("SELECT checkpoint FROM journal_head") == [[checkpoint]]


def test_a_checkpoint_of_another_journal_is_not_this_one_s(journal, tmp_path):
    fill(tmp_path / "other")
    other = tmp_path / "other" / "journal" / "checkpoint"
    assert journal.refused("--against", other) == f"{other} n’est pas signé par une clé du journal"
    assert "ne se lit pas" in journal.refused("--against", tmp_path / "absent")


def test_a_checkpoint_held_elsewhere_is_met_by_what_came_after_it_and_not_by_what_was_before(data, journal, tmp_path):
    held = tmp_path / "held.txt"
    shutil.copytree(data, tmp_path / "older")
    shutil.copy(data / "journal" / "checkpoint", held)
    grow(data)
    journal.verified("--against", held)
    shutil.copy(data / "journal" / "checkpoint", held)
    # The whole folder put back: nothing here knows of it, who holds the checkpoint does.
    older = Journal(tmp_path / "older")
    older.verified()
    assert "une copie plus ancienne a été remise" in older.refused("--against", held)


def test_what_is_forgotten_leaves_every_proof_and_every_receipt_good(journal, tmp_path):
    size, root = journal.verified()
    number, = journal.rows(f"SELECT number FROM requests WHERE id = (SELECT request_id FROM history WHERE {ANSWER})")[0]
    receipt = tmp_path / "receipt.json"
    receipt.write_text("\n".join(journal.say("receipt", "make", number)) + "\n")
    journal.change(ERASE + f"WHERE request_id = (SELECT request_id FROM history WHERE {ANSWER})")
    assert journal.verified() == (size, root)
    assert re.fullmatch(r"\d+ inscriptions effacées, leurs preuves tiennent", journal.say("verify")[0])
    checked = run("journal", "receipt", "verify", str(receipt), "--key", journal.key())
    assert checked.returncode == 0 and checked.stdout.splitlines()[-1] == "reçu authentique", checked


@pytest.mark.parametrize("kept", ["payload = payload", "salt = salt", "record = 'x'", "person_id = 'x'"])
def test_what_is_forgotten_by_half_is_a_fault(journal, kept):
    column = kept.split(" = ")[0]
    erased = re.sub(rf"\b{column} = NULL", kept, ERASE)
    assert erased != ERASE
    journal.change(erased + "WHERE leaf = 200")
    assert "l’inscription 200, " in journal.refused()

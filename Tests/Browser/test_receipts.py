"""The receipt of a demand: its code on the paper, its file, what each proves without this server and against it."""
import json
import re
import shutil
import types

import pytest

import story
from conftest import Person
from essaim import Essaim, run
from journal import Journal
from receipts import forgeries, printed_codes, respelled
from tiles import mirror
from visitor import Visitor

QUESTION = "Lésion pigmentée du nez qui change, avec script : faut-il la retirer ?"
ANSWER = "Aspect suspect : exérèse complète, à voir sous dix jours."


@pytest.fixture(scope="module")
def told(demonstrations, chromium, photo, tmp_path_factory):
    """A demand answered in two browsers: its report and its receipt as they were downloaded, the code that stands on
    the paper. The server still serves."""
    folder = tmp_path_factory.mktemp("receipts")
    with demonstrations.copy("sqlite", folder / "data") as (data, _):
        essaim = Essaim(data).start()
        asker, expert = Person(chromium, essaim.base), Person(chromium, essaim.base)
        try:
            for step in story.steps(asker, expert, photo):
                if step == "its report is read":
                    break
            asker.page.wait_for_url(re.compile("/demandes/[^?]+"))
            demand = re.search(r"/demandes/([^/?]+)", asker.page.url).group(1)
            report = asker.context.request.get(link(asker.page, "compte-rendu"))
            receipt = asker.context.request.get(link(asker.page, "recu"))
            assert report.ok and receipt.ok and receipt.headers["content-type"].startswith("application/json")
            assert "attachment" in receipt.headers["content-disposition"]
            (folder / "recu.json").write_bytes(receipt.body())
            codes = printed_codes(report.body(), folder)
            journal = Journal(data)
            yield types.SimpleNamespace(
                essaim=essaim, data=data, journal=journal, key=journal.key(), demand=demand, codes=codes,
                file=folder / "recu.json", receipt=receipt.text(), path=link(asker.page, "recu"))
            asker.close()
            expert.close()
            essaim.stop()
        finally:
            essaim.close()


def link(page, kind):
    return page.locator(f"a[href*='/{kind}/']").first.get_attribute("href")


def check(*arguments):
    return run("journal", "receipt", "verify", *map(str, arguments))


def test_the_paper_bears_one_code_which_leads_to_a_page_that_says_authentic(told):
    code, = told.codes
    address, found = re.subn(r"^HTTP://LOCALHOST:\d+(/RECU/[A-Z2-7]+)$", r"\1", code)
    assert found == 1 and code.startswith(told.essaim.base.upper()), code
    page = Visitor(told.essaim.base).get(address)
    assert page.status == 200 and "Reçu authentique" in page.text
    # Nothing of the demand: who holds the paper has it.
    number, = told.journal.rows(f"SELECT number FROM requests WHERE id = '{told.demand}'")[0]
    for word in ("Story", QUESTION[:20], number, told.demand):
        assert word not in page.text


def test_the_code_verifies_alone_with_the_key(told):
    said = check("--code", told.codes[0], "--key", told.key)
    assert said.returncode == 0 and said.stdout.splitlines()[-1] == "reçu authentique", said
    assert check("--code", told.codes[0].rsplit("/", 1)[1], "--key", told.key).returncode == 0
    foreign = "localhost:39123/journal+49241231+AfS5IQMaWk+4Icuj0BFHUDbVGjXFabjSG4j0MNtcob83"
    assert check("--code", told.codes[0], "--key", foreign).returncode == 1
    assert check("--code", told.codes[0]).returncode not in (0, 1), "a code says nothing without a key"


def test_a_code_with_one_character_changed_is_nobody_s(told):
    head, code = told.codes[0].rsplit("/", 1)
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    visitor = Visitor(told.essaim.base)
    for place in range(0, len(code), 7):
        forged = code[:place] + digits[(digits.index(code[place]) + 1) % 32] + code[place + 1:]
        page = visitor.get(f"/RECU/{forged}")
        assert page.status == 404 and "n’est pas de ce journal" in page.text, place
        if place % 49 == 0:
            assert check("--code", f"{head}/{forged}", "--key", told.key).returncode == 1, place
    # What the last character leaves over is read too, and so is what is missing or too much.
    for forged in (code[:-1] + digits[digits.index(code[-1]) ^ 1], code[:-1], code + "A", code.lower(), "A"):
        assert visitor.get(f"/RECU/{forged}").status == 404, forged
        assert check("--code", forged, "--key", told.key).returncode == 1, forged


def test_the_file_verifies_and_shows_what_was_typed(told):
    said = check(told.file, "--key", told.key, "--show")
    lines = said.stdout.splitlines()
    assert said.returncode == 0 and lines[-1] == "reçu authentique", said
    asked, answered = [json.loads(line) for line in lines if '"format":"essaim.acte/1"' in line]
    assert asked["question"]["question"] == QUESTION and "answer" not in asked
    assert answered["question"]["question"] == QUESTION and answered["answer"]["content"]["text"] == ANSWER
    assert answered["patient"]["birthFamilyName"].casefold() == "essai-story"
    assert len(answered["attachments"]) == 2


def test_the_file_is_given_to_nobody_else(told):
    nobody = Visitor(told.essaim.base)
    assert nobody.get(told.path).status == 401
    nobody.enter("Masseur")
    refused = nobody.get(told.path)
    assert refused.status == 404 and "essaim.recu" not in refused.text


def test_the_command_makes_a_receipt_that_verifies_too(told, tmp_path):
    number, = told.journal.rows(f"SELECT number FROM requests WHERE id = '{told.demand}'")[0]
    made = "\n".join(told.journal.say("receipt", "make", number)) + "\n"
    (tmp_path / "made.json").write_text(made)
    assert check(tmp_path / "made.json", "--key", told.key).returncode == 0
    was = [(item["leaf"], item["entry"], item["record"]) for item in json.loads(told.receipt)["items"]]
    assert [(item["leaf"], item["entry"], item["record"]) for item in json.loads(made)["items"]] == was


def test_without_the_server_the_file_verifies_and_with_one_character_changed_it_does_not(told, tmp_path):
    alone = tmp_path / "elsewhere"
    alone.mkdir()
    shutil.copy(told.file, alone / "recu.json")
    told.essaim.stop()
    try:
        assert check(alone / "recu.json", "--key", told.key).returncode == 0
        assert check("--code", told.codes[0], "--key", told.key).returncode == 0
        tried = 0
        for what, forged in forgeries(told.receipt):
            (alone / "forged.json").write_text(json.dumps(forged, ensure_ascii=False))
            said = check(alone / "forged.json", "--key", told.key)
            assert said.returncode == 1 and said.stdout == "" and said.stderr.startswith("essaim : "), (what, said)
            tried += 1
        assert tried > 60
    finally:
        told.essaim.start()


def test_bytes_spelled_otherwise_are_no_receipt(told, tmp_path):
    for what, forged in respelled(told.receipt):
        (tmp_path / "forged.json").write_text(json.dumps(forged))
        assert check(tmp_path / "forged.json", "--key", told.key).returncode == 1, what


def test_a_key_is_handed_over_and_what_the_old_one_signed_stays_good(demonstrations, logcheck, tmp_path):
    with demonstrations.copy("sqlite", tmp_path / "data") as (data, _):
        journal = Journal(data)
        size, old = journal.verified()[0], journal.key()
        number, = journal.rows("SELECT number FROM requests WHERE state = 'closed' ORDER BY number LIMIT 1")[0]
        receipt, held = tmp_path / "recu.json", tmp_path / "held.txt"
        receipt.write_text("\n".join(journal.say("receipt", "make", number)))
        shutil.copy(data / "journal" / "checkpoint", held)
        essaim = Essaim(data)
        try:
            essaim.start()
            refused = journal.run("rotate-key")
            assert refused.returncode == 75 and journal.say("key") == [old], "not while it serves"
            essaim.stop()

            lines = journal.say("rotate-key")
            new = journal.key()
            assert lines == [f"ancienne clé\u00a0: {old}", f"nouvelle clé\u00a0: {new}"] and new != old
            assert new.split("+")[0] == old.split("+")[0], "the journal keeps its name"
            assert journal.say("key") == [old, new]
            # What covers the handing over is signed by both.
            journal.say("export", "--tiles", tmp_path / "handover")
            handed = logcheck.verified(tmp_path / "handover", old)
            assert handed == logcheck.verified(tmp_path / "handover", new) == journal.verified() and handed[0] > size
            said = journal.rows("SELECT payload FROM history WHERE action = 'journal.key' ORDER BY leaf")
            assert [json.loads(payload)["detail"] for payload, in said] == [
                {"position": "1", "verifier": old}, {"position": "2", "verifier": new}]
            assert sorted(file.name for file in (data / "journal").iterdir()) == ["checkpoint", "key"]
            assert (data / "journal" / "key").stat().st_mode & 0o777 == 0o600

            essaim.start()
            Visitor(essaim.base).enter("Médecin")
            assert journal.settled()[0] > handed[0]
            mirror(essaim.base + "/journal", tmp_path / "after")
            assert logcheck.verified(tmp_path / "after", new) == journal.verified("--against", held)
            assert logcheck.run("verify", tmp_path / "after", old)[0] == 1
            essaim.stop()
        finally:
            essaim.close()
        assert check(receipt, "--key", old).returncode == 0
        assert check(receipt, "--key", new).returncode == 1
        made = tmp_path / "made.json"
        made.write_text("\n".join(journal.say("receipt", "make", number)))
        assert check(made, "--key", new).returncode == 0 and check(made, "--key", old).returncode == 1
        assert journal.rows("SELECT count(*) FROM alarms") == [["0"]]

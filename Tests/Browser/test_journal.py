"""The journal from outside: written under load and through crashes, read by a program that is not ours."""
import hashlib
import re
import uuid

import pytest

from crowd import Crowd
from sites import site
from tiles import entries, mirror, paths, spelled


@pytest.fixture(scope="module")
def written(engine, demonstrations, tmp_path_factory):
    """A site whose journal was written by a crowd, and by who was cut off; it serves."""
    with site(demonstrations, engine, tmp_path_factory.mktemp("written")) as written:
        with Crowd(written, writers=4, readers=2) as crowd:
            crowd.go_round()
            # Verified while it is written: what is not sealed yet is said, and is no fault.
            written.journal.verified()
            written.harm_softly(crowd)
        written.harm()
        with Crowd(written, writers=4, readers=2) as crowd:
            # More than three bundles: full tiles too.
            while int(written.rows("SELECT count(*) FROM history")[0][0]) < 900:
                crowd.go_round()
            written.journal.verified()
        written.journal.settled()
        yield written


def test_it_verifies_while_it_serves_and_another_program_finds_the_same_root(written, logcheck, tmp_path):
    size, root = written.journal.settled()
    assert size >= 900
    key = written.journal.key()
    assert written.journal.say("export", "--tiles", tmp_path / "exported") == [f"exported {size} entries"]
    assert logcheck.verified(tmp_path / "exported", key) == (size, root)
    mirror(written.base + "/journal", tmp_path / "fetched")
    assert logcheck.verified(tmp_path / "fetched", key) == (size, root)


def test_every_entry_is_sealed_once_and_in_no_gap(written):
    size, _ = written.journal.settled()
    assert written.rows("SELECT count(*), count(leaf), count(DISTINCT leaf), min(leaf), max(leaf) FROM history") == [
        [str(size)] * 3 + ["0", str(size - 1)]]


def test_what_is_fetched_while_it_is_written_is_a_whole_log(written, logcheck, tmp_path):
    key = written.journal.key()
    with Crowd(written, writers=3) as crowd:
        sizes = []
        for turn in range(3):
            crowd.go_round()
            mirror(written.base + "/journal", tmp_path / str(turn))
            sizes.append(logcheck.verified(tmp_path / str(turn), key)[0])
    assert sizes == sorted(sizes) and sizes[0] < sizes[-1]


def test_the_other_program_catches_ten_thousand_bits_of_ten_thousand(written, logcheck, tmp_path):
    mirror(written.base + "/journal", tmp_path / "log")
    code, sentence = logcheck.run("tamper", tmp_path / "log", written.journal.key(), "10000", "20261122")
    assert (code, sentence) == (0, "caught 10000 of 10000")


def test_each_proof_of_a_demand_is_accepted_by_the_other_program_and_by_no_other_entry(written, logcheck, tmp_path):
    key = written.journal.key()
    number, count = written.rows(
        "SELECT r.number, count(*) FROM requests r JOIN history h ON h.request_id = r.id WHERE r.state = 'closed' "
        "GROUP BY r.number ORDER BY count(*) DESC, r.number LIMIT 1")[0]
    lines = written.journal.say("prove", number, "--out", tmp_path)
    assert lines[-1] == f"proved {count} entries" and int(count) > 5
    proofs = sorted(tmp_path.glob("*.tlog-proof"))
    assert len(proofs) == int(count)
    for proof in proofs:
        code, sentence = logcheck.run("inclusion", key, proof, proof.with_suffix(".entry"))
        assert code == 0 and sentence.startswith(f"entry {proof.stem} is in the tree of "), sentence
    code, _ = logcheck.run("inclusion", key, proofs[0], proofs[1].with_suffix(".entry"))
    assert code == 1


def test_nobody_is_in_what_anyone_may_fetch(written, tmp_path):
    files = mirror(written.base + "/journal", tmp_path)
    everything = b"\0".join(files.values())
    named = {word for row in written.rows(IDENTITIES) for word in row if word}
    assert len(named) > 400
    for word in named:
        for spelling in spellings(word):
            assert spelling not in everything, word


def test_what_anyone_may_fetch_has_room_for_nobody(written, tmp_path):
    """A public entry is its version, a minute and 32 bytes; the checkpoint is a name, a size, a root, a signature."""
    files = mirror(written.base + "/journal", tmp_path)
    checkpoint = files.pop("checkpoint").decode()
    assert re.fullmatch(r"localhost:\d+/journal\n\d+\n\S{44}\n\n— localhost:\d+/journal \S{92}\n", checkpoint)
    seen = set()
    for path, content in files.items():
        if not path.startswith("tile/entries/"):
            assert len(content) % 32 == 0
            continue
        for entry in entries(content):
            assert len(entry) == 41 and entry[0] == 1
            assert int.from_bytes(entry[1:9], "big") % 60 == 0
            seen.add(entry[9:])
    assert len(seen) == int(checkpoint.split("\n")[1]), "salted: no two entries are alike"


IDENTITIES = """
    SELECT id, family_name, given_name, rpps FROM people
    UNION ALL SELECT login, NULL, NULL, NULL FROM accounts
    UNION ALL SELECT id, birth_family_name, first_given_name, ins_matricule FROM patients
    UNION ALL SELECT id, name, finess, NULL FROM structures
    UNION ALL SELECT id, number, NULL, NULL FROM requests
    UNION ALL SELECT id, request_id, person_id, payload FROM history
    """


def spellings(word):
    """As text, as a UUID's bytes, and as what anyone could compute of it. Four letters or fewer stand among so many
    random bytes by chance."""
    text = word.encode()
    found = [hashlib.sha256(text).digest()]
    if len(text) > 4:
        found += [text, text.upper(), text.lower()]
    if re.fullmatch(r"[0-9A-Z]{8}", word):
        found.append(f"{word[:4]}-{word[4:]}".encode())
    if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", word):
        found.append(uuid.UUID(word).bytes)
    return found


def test_the_paths_are_those_of_the_specification():
    """Examples of c2sp.org/tlog-tiles, and the edges."""
    assert spelled(1234067) == "x001/x234/067" and spelled(0) == "000" and spelled(999) == "999"
    assert list(paths(0)) == []
    assert list(paths(256)) == ["tile/0/000", "tile/entries/000", "tile/1/000.p/1"]
    assert set(paths(70000)) >= {
        "tile/0/273.p/112", "tile/entries/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"}

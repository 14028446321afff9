"""A photograph from a telephone to an expert: cleaned, sealed, there at once, and there after any death."""
import http.client
import json
import pathlib
import random
import re
import shutil
import subprocess
import time

import pytest

from demands import sent_demand, take
from demonstration import copy_data
from essaim import Essaim, run
from journal import Journal
from telephone import Sending, heic, tags
from visitor import Visitor

# Of a JPEG, what is no tag: the shape of the picture, and its colour profile's own words.
STRUCTURE = re.compile(r"File|JFIF|ICC_Profile|ICC-.*")


@pytest.fixture(scope="session")
def photograph(tmp_path_factory):
    return heic(tmp_path_factory.mktemp("telephone"))


@pytest.fixture
def place(demonstrations, tmp_path):
    with demonstrations.copy("sqlite", tmp_path / "data") as (data, _):
        yield data


def asked_by_telephone(base):
    asker, expert = Visitor(base), Visitor(base)
    asker.enter("Médecin")
    expert.enter("Dermatologue")
    demand = sent_demand(asker, "Faut-il retirer cette lésion ?")
    page = asker.get(f"/demandes/{demand}")
    csrf = page.form(f"/demandes/{demand}/photos")["_csrf"]
    return asker, expert, demand, csrf


def started(essaim):
    """The server, and a demand sent by someone who is about to join a photograph."""
    essaim.start()
    asker = Visitor(essaim.base)
    asker.enter("Médecin")
    demand = sent_demand(asker, "Faut-il retirer cette lésion ?")
    return asker, demand, asker.get(f"/demandes/{demand}").form(f"/demandes/{demand}/photos")["_csrf"]


def photos_of(visitor, demand):
    """The files that a page of the demand shows, by their addresses."""
    page = visitor.get(f"/demandes/{demand}").text
    return sorted(set(re.findall(rf"/demandes/{demand}/photos/[0-9a-f-]{{36}}(?=\?)", page)))


def fetch(visitor, path):
    connection = visitor.connection()
    connection.request("GET", path, headers=visitor.headers())
    reply = connection.getresponse()
    content = reply.read()
    connection.close()
    assert reply.status == 200, (path, reply.status)
    return content


def test_a_heic_with_a_place_over_a_line_cut_twenty_times_is_clean_and_seen_at_once(
        server, person, photograph, tmp_path):
    content = photograph.read_bytes()
    assert ("GPS", "GPSLatitude") in tags(photograph), "the sample must say where it was taken"
    asker, expert, demand, csrf = asked_by_telephone(server)
    take(expert, demand)
    doctor = person()
    doctor.enter("Dermatologue")
    doctor.page.goto(f"/demandes/{demand}")

    sending = Sending(asker, demand, csrf, content, photograph.name)
    chance, offset = random.Random(4711), 0
    for _ in range(20):
        sending.send(offset, cut=chance.randrange(1, max(2, (len(content) - offset) // 8)))
        deadline = time.monotonic() + 20
        before, offset = offset, sending.standing()
        # The server may still be reading what was in the line when it was cut.
        while offset == before and time.monotonic() < deadline and chance.random() < 0.9:
            time.sleep(0.02)
            offset = sending.standing()
        assert before <= offset < len(content)
    start = time.monotonic()
    sending.to_the_end()
    joined = time.monotonic() - start
    doctor.page.locator("img[src*='/photos/']").first.wait_for(timeout=20_000)
    seen = time.monotonic() - start
    (tmp_path / "figures.json").write_text(json.dumps({"joined": joined, "seen": seen}))
    print(f"12 MP HEIC, {len(content)} bytes: joined after {joined:.2f} s, seen by the expert after {seen:.2f} s")

    [photo] = photos_of(expert, demand)
    for part in ("", "/ecran", "/vignette"):
        copy = tmp_path / f"copy{part.replace('/', '-')}.jpg"
        copy.write_bytes(fetch(expert, photo + part))
        assert copy.read_bytes()[:3] == b"\xff\xd8\xff"
        left = {tag for tag in tags(copy) if not STRUCTURE.fullmatch(tag[0])}
        assert left == set(), left
    size = subprocess.run(
        ["identify", "-format", "%wx%h", str(tmp_path / "copy.jpg")], check=True, capture_output=True, text=True)
    assert size.stdout == "4032x3024", "the full-size image replaces the original"
    assert "prise le 20 novembre 2026" in expert.get(f"/demandes/{demand}").text.replace("\u00a0", " ")


def test_death_at_a_write_of_its_path_loses_nothing_acknowledged_and_keeps_nothing_twice(
        place, tmp_path, photograph, deaths):
    library = tmp_path / "death.so"
    source = pathlib.Path(__file__).parent / "death.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"], check=True)
    word = tmp_path / "word"
    essaim = Essaim(place, LD_PRELOAD=str(library), ESSAIM_DEATH=str(word))
    content = photograph.read_bytes()
    try:
        # How many calls there are, once.
        asker, demand, csrf = started(essaim)
        word.write_text("0")
        Sending(asker, demand, csrf, content, "count.heic").to_the_end()
        calls = len((tmp_path / "word.count").read_bytes())
        assert calls > 20
        word.unlink()
        essaim.kill()
        died = 0
        for call in deaths(calls):
            # A demand of its own each time: one holds twenty files at most.
            asker, demand, csrf = started(essaim)
            word.write_text(str(call))
            sending = Sending(asker, demand, csrf, content, f"{call}.heic")
            try:
                sending.send(0)
            except (OSError, http.client.HTTPException):
                died += 1
            word.unlink()
            essaim.kill()
            essaim.start()
            sending.to_the_end()
            photos = photos_of(asker, demand)
            assert len(photos) == 1, f"death at call {call} of {calls}: {len(photos)} files"
            assert fetch(asker, photos[0])[:3] == b"\xff\xd8\xff"
            rows = Journal(place).rows(f"SELECT stored_as FROM attachments WHERE request_id = '{demand}'")
            assert len(rows) == 1
            essaim.kill()
        assert died > 0, "nothing died: the test tests nothing"
    finally:
        essaim.close()


def test_a_copy_of_the_data_without_the_master_key_opens_nothing(place, tmp_path):
    marker = b"CANARI-4711 " * 40_000
    essaim = Essaim(place).start()
    try:
        asker, _, demand, csrf = asked_by_telephone(essaim.base)
        half = Sending(asker, demand, csrf, marker, "moitié.txt")
        half.send(0, cut=300_000)
        sending = Sending(asker, demand, csrf, marker, "secret.txt", slot="other")
        sending.to_the_end()
        [photo] = photos_of(asker, demand)
        assert fetch(asker, photo) == marker.rstrip(b" ") or fetch(asker, photo).startswith(b"CANARI-4711")
        essaim.stop()
        files = [file for file in place.rglob("*") if file.is_file()]
        assert len([file for file in files if "attachments" in file.parts]) > 1
        for file in files:
            assert b"CANARI-4711" not in file.read_bytes(), file
        # Carried off, it does not even start: the key is named, and how to put it back.
        shutil.copytree(place, tmp_path / "stolen")
        refused = run("serve", "--data", str(tmp_path / "stolen"), "--port", str(essaim.port))
        assert refused.returncode == 1 and "clé maîtresse" in refused.stderr, refused.stderr
        assert not (tmp_path / "stolen.keys").exists(), "a key drawn for nothing is left"
        # Put back from paper, it opens again.
        paper = run("keys", "escrow", "--data", str(place))
        assert paper.returncode == 0
        back = subprocess.run(
            [*Essaim(tmp_path / "stolen").command("keys", "restore")], input=paper.stdout, text=True,
            capture_output=True)
        assert back.returncode == 0, back.stderr
        again = Essaim(tmp_path / "stolen").start()
        try:
            reader = Visitor(again.base)
            reader.enter("Médecin")
            assert fetch(reader, photo).startswith(b"CANARI-4711")
        finally:
            again.close()
    finally:
        essaim.close()


def test_a_new_master_key_seals_every_demand_again_and_old_files_still_open(place, tmp_path):
    essaim = Essaim(place).start()
    try:
        asker, _, demand, csrf = asked_by_telephone(essaim.base)
        Sending(asker, demand, csrf, b"bonjour", "a.txt").to_the_end()
        essaim.stop()
        before = run("keys", "show-location", "--data", str(place)).stdout
        rotated = run("keys", "rotate", "--data", str(place))
        assert rotated.returncode == 0, rotated.stderr
        after = run("keys", "show-location", "--data", str(place)).stdout
        old, new = (re.search(rf"{word} clé\W+([0-9a-f]{{16}})", rotated.stdout)[1] for word in ("ancienne", "nouvelle"))
        assert f"clé {old}\u00a0: scelle, sert" in before
        assert f"clé {new}\u00a0: scelle, sert" in after and f"clé {old}\u00a0: ne sert plus" in after
        essaim.start()
        reader = Visitor(essaim.base)
        reader.enter("Médecin")
        [photo] = photos_of(reader, demand)
        assert fetch(reader, photo) == b"bonjour"
        # The retired key is not needed any more.
        essaim.stop()
        (pathlib.Path(f"{place}.keys") / f"{old}.key").unlink()
        essaim.start()
        reader.enter("Médecin")
        assert fetch(reader, photo) == b"bonjour"
        essaim.stop()
    finally:
        essaim.close()

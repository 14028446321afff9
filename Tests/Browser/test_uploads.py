"""Files sent from a page over a line that is cut: chosen, dropped, pasted, stopped, kept, joined once."""
import re
import struct
import time
import zlib

import pytest
from playwright.sync_api import expect

from acts import ask, begin_draft
from cutting_line import CuttingLine
from essaim import Essaim

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)

DEPOSIT = re.compile(r"/demandes/[^/]+/depots/[0-9a-f]{32}$")


def png(path, width=240, height=160, noise=False, seed=1):
    """A plainly synthetic image; with noise, one that does not compress."""
    rows, state = bytearray(), seed
    for y in range(height):
        rows.append(0)
        for x in range(width):
            if noise:
                state = (state * 1103515245 + 12345) & 0x7FFFFFFF
                rows += bytes(((state >> 8) & 255, (state >> 16) & 255, (state >> 4) & 255))
            else:
                rows += bytes((232, 200 - y % 60, 178 - seed))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(bytes(rows))) + chunk(b"IEND", b""))
    return str(path)


class Wire:
    """Between the page and the server: counts what is sent of files, cuts the line when told to."""

    def __init__(self, page):
        self.sent = []
        self.cuts = 0
        self.answers = []
        page.route(DEPOSIT, self.carry)

    def carry(self, route):
        request = route.request
        token = request.url.rsplit("/", 1)[1]
        body = request.post_data_buffer or b""
        self.sent.append((request.method, token, request.headers.get("upload-offset"), len(body)))
        if self.answers:
            route.fulfill(**self.answers.pop(0))
        elif self.cuts:
            self.cuts -= 1
            route.abort("connectionreset")
        else:
            route.continue_()

    def tokens(self):
        return {token for _, token, _, _ in self.sent}

    def bytes_of(self, token):
        return sum(count for method, one, _, count in self.sent if one == token and method == "PUT")


@pytest.fixture
def draft(person):
    asker = person()
    asker.enter("Médecin")
    begin_draft(asker)
    expect(asker.page.locator("[data-send-plainly]").first).to_be_hidden()
    return asker.page


def slot(page, code):
    return page.locator(f"[data-slot='{code}']")


def choose(page, code, *paths):
    slot(page, code).locator("input[type=file]").set_input_files(list(paths))


def joined(page, code):
    return slot(page, code).locator(".strip img")


def test_several_files_are_chosen_at_once_and_joined(draft, tmp_path):
    wire = Wire(draft)
    choose(draft, "centered", *[png(tmp_path / f"vue-{n}.png", seed=n) for n in (1, 2, 3)])
    expect(joined(draft, "centered")).to_have_count(3)
    expect(draft.locator(".sending")).to_have_count(0)
    assert len(wire.tokens()) == 3


def arrived(page, held, count):
    """The page says that a file leaves a moment before its post is seen on the wire."""
    end = time.monotonic() + 5
    while len(held) < count and time.monotonic() < end:
        page.wait_for_timeout(20)
    assert len(held) == count


def test_two_files_leave_at_a_time(draft, tmp_path):
    held = []
    draft.route(DEPOSIT, lambda route: held.append(route))
    choose(draft, "other", *[png(tmp_path / f"vue-{n}.png", seed=n) for n in (1, 2, 3)])
    lines = draft.locator(".sending")
    expect(lines.nth(2)).to_contain_text("En attente")
    draft.wait_for_function("document.querySelectorAll('.sending:is([data-state=sending], [data-state=checking])').length === 2")
    arrived(draft, held, 2)
    for route in list(held):
        route.fulfill(status=422, content_type="text/plain", body="Non.")
    expect(lines.nth(2)).not_to_contain_text("En attente")
    arrived(draft, held, 3)
    held[2].fulfill(status=422, content_type="text/plain", body="Non.")


def test_a_cut_line_goes_on_by_itself_and_sends_nothing_twice(draft, tmp_path):
    path = tmp_path / "lourde.png"
    png(path, 700, 500, noise=True)
    size = path.stat().st_size
    assert size > 700_000, "several pieces"
    wire = Wire(draft)
    wire.cuts = 1
    choose(draft, "centered", str(path))
    expect(joined(draft, "centered")).to_have_count(1, timeout=15000)
    token, = wire.tokens()
    methods = [method for method, *_ in wire.sent]
    assert methods[:3] == ["PUT", "GET", "PUT"], "after the cut it asks where it stands"
    assert wire.bytes_of(token) - wire.sent[0][3] == size, "but for the piece that was cut, each byte left once"


def test_without_a_network_it_says_so_and_goes_on_when_it_is_back(draft, tmp_path):
    draft.context.set_offline(True)
    choose(draft, "centered", png(tmp_path / "a.png"))
    line = draft.locator(".sending")
    expect(line).to_contain_text("Pas de réseau, l’envoi reprendra seul")
    draft.context.set_offline(False)
    expect(joined(draft, "centered")).to_have_count(1, timeout=15000)


def test_what_was_stopped_is_gone_on_with_by_a_button(draft, tmp_path):
    wire = Wire(draft)
    wire.cuts = 1000
    choose(draft, "wide", png(tmp_path / "a.png"))
    line = draft.locator(".sending")
    expect(line).to_contain_text("Ligne coupée")
    line.get_by_role("button", name="Arrêter").click()
    expect(line).to_contain_text("Pas encore envoyée")
    wire.cuts = 0
    line.get_by_role("button", name="Reprendre").click()
    expect(joined(draft, "wide")).to_have_count(1)


def test_a_file_survives_a_reload_of_the_page_and_is_joined_once(draft, tmp_path):
    wire = Wire(draft)
    wire.cuts = 1000
    choose(draft, "wide", png(tmp_path / "gardee.png"))
    line = draft.locator(".sending")
    expect(line).to_contain_text("Ligne coupée")
    line.get_by_role("button", name="Arrêter").click()
    draft.reload()
    expect(draft.locator("[data-unsent]")).to_contain_text("1 fichier pas encore envoyé")
    wire.cuts = 0
    draft.get_by_role("button", name="Reprendre l’envoi").click()
    expect(joined(draft, "wide")).to_have_count(1)
    assert len(wire.tokens()) == 1, "under the same token, so that the server knows it again"
    draft.reload()
    expect(joined(draft, "wide")).to_have_count(1)
    expect(draft.locator("[data-unsent]")).to_be_hidden()


def test_nothing_stays_on_the_device_after_signing_out(draft, tmp_path):
    Wire(draft).cuts = 1000
    choose(draft, "wide", png(tmp_path / "secrete.png"))
    expect(draft.locator(".sending")).to_contain_text("Ligne coupée")
    address = draft.url
    draft.locator(".sending").get_by_role("button", name="Arrêter").click()
    draft.locator("details[data-menu] summary").first.click()
    draft.locator("form[data-leave] button").first.click()
    draft.wait_for_url(lambda url: url != address)
    names = draft.evaluate("indexedDB.databases().then(all => all.map(one => one.name))")
    assert names == [], names


def test_leaving_while_sending_is_asked_about(draft, tmp_path):
    Wire(draft).cuts = 1000
    choose(draft, "wide", png(tmp_path / "a.png"))
    expect(draft.locator(".sending")).to_contain_text("Ligne coupée")
    asked = []
    draft.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    draft.reload()
    assert asked == ["beforeunload"]


def test_a_refused_file_says_why_and_is_not_sent_again(draft, tmp_path):
    wire = Wire(draft)
    words = "Ce fichier n’est ni une image ni un document. Choisissez-en un autre."
    wire.answers = [{"status": 422, "content_type": "text/plain; charset=utf-8", "body": words}]
    choose(draft, "wide", png(tmp_path / "a.png"))
    line = draft.locator(".sending")
    expect(line).to_contain_text(words)
    line.get_by_role("button", name="Fermer").click()
    expect(line).to_have_count(0)
    draft.reload()
    expect(draft.locator("[data-unsent]")).to_be_hidden()
    assert len(wire.sent) == 1


def test_a_full_server_is_tried_again_when_it_says(draft, tmp_path):
    wire = Wire(draft)
    words = "Il n’y a plus de place pour l’instant, l’envoi reprendra seul."
    wire.answers = [{
        "status": 507, "content_type": "text/plain; charset=utf-8", "body": words, "headers": {"Retry-After": "1"}}]
    choose(draft, "wide", png(tmp_path / "a.png"))
    expect(draft.locator(".sending")).to_contain_text(words)
    expect(joined(draft, "wide")).to_have_count(1, timeout=10000)


def test_another_place_in_the_file_is_gone_on_from(draft, tmp_path):
    """409: the server holds less, or more, than was thought."""
    wire = Wire(draft)
    wire.answers = [{"status": 409, "headers": {"Upload-Offset": "100"}}, {"status": 409, "headers": {"Upload-Offset": "0"}}]
    choose(draft, "wide", png(tmp_path / "a.png"))
    expect(joined(draft, "wide")).to_have_count(1)
    assert [offset for _, _, offset, _ in wire.sent][:3] == ["0", "100", "0"]


def test_a_session_that_ended_keeps_the_file(draft, tmp_path):
    wire = Wire(draft)
    wire.answers = [{"status": 401}]
    choose(draft, "wide", png(tmp_path / "a.png"))
    line = draft.locator(".sending")
    expect(line).to_contain_text("gardé sur cet appareil")
    draft.reload()
    expect(draft.locator("[data-unsent]")).to_be_visible()
    draft.get_by_role("button", name="Reprendre l’envoi").click()
    expect(joined(draft, "wide")).to_have_count(1)


def test_the_same_file_chosen_twice_is_sent_once(draft, tmp_path):
    wire = Wire(draft)
    path = png(tmp_path / "deux-fois.png")
    choose(draft, "centered", path)
    expect(joined(draft, "centered")).to_have_count(1)
    choose(draft, "centered", path)
    expect(slot(draft, "centered").locator("[data-upload-state]")).to_contain_text("déjà choisi")
    assert len(wire.tokens()) == 1 and joined(draft, "centered").count() == 1


def dropped(page, path, target):
    """As from a folder of the computer: the bytes go into the page as a file of the given name."""
    content = list(open(path, "rb").read())
    page.evaluate("""([content, target]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(content)], "glissee.png", {type: "image/png", lastModified: 7}));
        const place = document.querySelector(target);
        for (const kind of ["dragover", "drop"]) {
            place.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));
        }
    }""", [content, target])


def test_a_file_is_dropped_on_its_place_or_beside(draft, tmp_path):
    dropped(draft, png(tmp_path / "a.png"), "[data-slot='wide']")
    expect(joined(draft, "wide")).to_have_count(1)
    dropped(draft, png(tmp_path / "b.png", width=200), "body")
    expect(joined(draft, "centered")).to_have_count(1)


def test_an_image_is_pasted_and_a_text_stays_a_text(draft, tmp_path):
    paste = """([content, words]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(content)], "image.png", {type: "image/png"}));
        if (words) data.setData("text/plain", words);
        document.querySelector("[name=question]").dispatchEvent(
            new ClipboardEvent("paste", {bubbles: true, cancelable: true, clipboardData: data}));
    }"""
    wire = Wire(draft)
    content = list(open(png(tmp_path / "a.png"), "rb").read())
    draft.evaluate(paste, [content, "Une phrase avec son image"])
    assert wire.sent == []
    draft.evaluate(paste, [content, ""])
    expect(joined(draft, "centered")).to_have_count(1)


def test_a_removed_file_leaves_without_the_page(draft, tmp_path):
    choose(draft, "wide", png(tmp_path / "a.png"))
    expect(joined(draft, "wide")).to_have_count(1)
    draft.locator("[name=question]").fill("Une question à ne pas perdre")
    slot(draft, "wide").get_by_role("button", name="Retirer").click()
    expect(joined(draft, "wide")).to_have_count(0)
    assert draft.locator("[name=question]").input_value() == "Une question à ne pas perdre"


def test_a_telephone_offers_its_camera(people, server, tmp_path):
    asker = people(server, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    asker.enter("Médecin")
    begin_draft(asker)
    page = asker.page
    with page.expect_file_chooser() as choosing:
        slot(page, "centered").get_by_role("button", name="Prendre une photo").click()
    assert choosing.value.element.get_attribute("capture") == "environment"
    choosing.value.set_files(png(tmp_path / "a.png"))
    expect(joined(page, "centered")).to_have_count(1)


SHRINK = """async ([width, height, segment, kind]) => {
    const scripts = document.querySelector("script[type=module]").src;
    const { shrink } = await import(new URL("upload-shrink.js", scripts));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, height];
    const drawing = canvas.getContext("2d");
    for (let at = 0; at < 400; at += 1) {
        drawing.fillStyle = `hsl(${at * 31 % 360} 60% 50%)`;
        drawing.fillRect(at * 97 % width, at * 61 % height, 300, 200);
    }
    let blob = await new Promise(resolve => canvas.toBlob(resolve, kind, 1));
    if (segment) blob = new Blob([blob.slice(0, 2), new Uint8Array(segment), blob.slice(2)], {type: kind});
    const made = await shrink(new File([blob], "vue.jpg", {type: kind}));
    const image = await createImageBitmap(made.blob);
    return {width: image.width, height: image.height, taken: made.taken, note: made.note, isSame: made.blob.size === blob.size};
}"""


def exif(date, order="<"):
    """An APP1 segment whose one directory leads to another with DateTimeOriginal."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    tiff = mark + struct.pack(order + "IH", 8, 1) + struct.pack(order + "HHII", 0x8769, 4, 1, 26) + struct.pack(order + "I", 0)
    tiff += struct.pack(order + "H", 1) + struct.pack(order + "HHII", 0x9003, 2, 20, 44) + struct.pack(order + "I", 0)
    tiff += date.encode() + b"\0"
    body = b"Exif\0\0" + tiff
    return list(b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body)


@pytest.mark.parametrize("order", ["<", ">"], ids=["little", "big"])
def test_a_very_large_photograph_is_reduced_and_keeps_its_date(draft, order):
    made = draft.evaluate(SHRINK, [5000, 3600, exif("2026:11:22 10:14:03", order), "image/jpeg"])
    assert made["width"] * made["height"] >= 12_000_000 and made["width"] < 5000
    assert made["width"] * made["height"] < 12_010_000
    assert abs(made["width"] / made["height"] - 5000 / 3600) < 0.001
    assert made["taken"] == "2026-11-22T10:14:03"
    assert made["note"] == "réduite à 12 millions de pixels, jamais moins"


@pytest.mark.parametrize("segment, width, height, kind", [
    (None, 4600, 3400, "image/jpeg"),
    (exif("not a date at all!!"), 5000, 3600, "image/jpeg"),
    (exif("2026:11:22 10:14:03")[:30] + [0, 0], 5000, 3600, "image/jpeg"),
    (None, 5000, 3600, "image/png"),
], ids=["small enough", "date unreadable", "segment cut", "not a JPEG"])
def test_what_would_lose_something_is_sent_as_it_is(draft, segment, width, height, kind):
    if segment and len(segment) == 32:
        # Its length says what follows; what it holds ends early.
        segment = segment[:2] + list(struct.pack(">H", 30)) + segment[4:]
    made = draft.evaluate(SHRINK, [width, height, segment, kind])
    assert made["isSame"] and (made["width"], made["height"]) == (width, height)


def test_hostile_bytes_never_make_the_date_reader_hang_or_throw(draft):
    answers = draft.evaluate("""async () => {
        const scripts = document.querySelector("script[type=module]").src;
        const { captureDate } = await import(new URL("upload-capture.js", scripts));
        let state = 7;
        const next = () => (state = (state * 1103515245 + 12345) % 2147483648) >> 8 & 255;
        const found = [];
        for (let round = 0; round < 300; round += 1) {
            const bytes = Uint8Array.from({length: round * 3}, next);
            bytes.set([0xff, 0xd8, 0xff, 0xe1, 0, 200, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49].slice(0, bytes.length));
            found.push(await captureDate(new Blob([bytes])));
        }
        return found;
    }""")
    assert len(answers) == 300 and all(answer["taken"] is None for answer in answers)


@pytest.fixture
def cut_line(engine, demonstrations, tmp_path):
    """A server whose public address is a line that can be cut."""
    line = CuttingLine()
    with demonstrations.copy(engine, tmp_path / "data") as (data, database):
        essaim = Essaim(data, database, public=line.base)
        try:
            essaim.start()
            line.start(essaim.port)
            yield line
            essaim.stop()
        finally:
            line.close()
            essaim.close()


def test_a_line_cut_in_the_middle_of_a_piece_loses_nothing(people, cut_line, tmp_path):
    asker = people(cut_line.base)
    asker.enter("Médecin")
    begin_draft(asker)
    page = asker.page
    path = tmp_path / "lourde.png"
    png(path, 1000, 800, noise=True)
    assert path.stat().st_size > 2_000_000
    expect(page.locator("[data-send-plainly]").first).to_be_hidden()
    cut_line.cut_after(900_000)
    choose(page, "centered", str(path))
    expect(joined(page, "centered")).to_have_count(1, timeout=30000)
    assert cut_line.cuts == 1
    whole = page.request.get(slot(page, "centered").locator(".strip a").get_attribute("href"))
    assert whole.ok and len(whole.body()) > 1_000_000, "the image is there, whole"


def test_a_file_joins_a_demand_already_sent(person, photo, tmp_path):
    """Asked for a sharper photograph, whoever asked sends it from the demand's page."""
    asker = person()
    asker.enter("Médecin")
    ask(asker, "Lésion du bras : que faire ?", photo, family="Essai-Ajout")
    page = asker.page
    expect(page.locator("[data-joined] img")).to_have_count(2)
    choose(page, "other", png(tmp_path / "plus-nette.png", 300, 200))
    expect(page.locator("[data-joined] img")).to_have_count(3)
    expect(page.locator(".sending")).to_have_count(0)

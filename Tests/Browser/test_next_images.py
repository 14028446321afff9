"""From « Envoyer et suivante » to the next demand's first image, over the line of a practice: 10 Mbit/s, 40 ms."""
import re

import pytest
from playwright.sync_api import expect

from acts import ask, take
from test_uploads import png

# The moment of sending survives the way to the next page; there, the moment its first image stands at its full size.
WATCH = """
addEventListener("submit", () => { sessionStorage.sent = Date.now(); }, true);
const look = () => {
    const image = document.querySelector("[data-canvas] img:last-of-type");
    if (image?.complete && image.naturalWidth > 0) window.seenAfter = Date.now() - sessionStorage.sent;
    else requestAnimationFrame(look);
};
look();
"""


@pytest.fixture(scope="module")
def heavy(tmp_path_factory):
    """A photograph as heavy on a screen as a telephone's: grain does not compress."""
    return str(png(tmp_path_factory.mktemp("heavy") / "lesion.png", 900, 700, noise=True))


def over_a_line(page):
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", {
        "offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8})


def held_demands(asker, expert, photo, count):
    """Sent with a photograph, taken by the expert."""
    for letter in "ABCDEFGH"[:count]:
        demand, _ = ask(asker, f"Image {letter} : faut-il retirer ?", photo, family=f"Essai-Image-{letter}")
        take(expert, demand)
        yield demand


def wait_until(holds, page):
    for _ in range(300):
        if holds():
            return
        page.wait_for_timeout(100)
    raise AssertionError("not within 30 s")


def go_on(page):
    page.locator("[name=text]").fill("Bénin.")
    page.locator("[name=orientation][value=managedRemotely]").check(force=True)
    with page.expect_navigation(url=re.compile(r"fait=repondre")):
        page.get_by_role("button", name="Envoyer et suivante").click()
    # Asked again and again from here: the page lets no script make a function of a text.
    wait_until(lambda: page.evaluate("window.seenAfter"), page)
    return page.evaluate("window.seenAfter")


@pytest.mark.parametrize("workers", ["allow", "block"])
def test_the_first_image_of_the_next_demand_stands_at_once(people, own_server, heavy, workers):
    asker, expert = people(own_server), people(own_server, service_workers=workers)
    asker.enter("Médecin")
    expert.enter("Dermatologue, Dermatologues du secteur Brest")
    demands = list(held_demands(asker, expert, heavy, 4))
    page = expert.page
    page.add_init_script(WATCH)
    over_a_line(page)
    answered = []
    page.on("response", lambda response: answered.append((response.url, response.from_service_worker)))
    page.goto(f"/demandes/{demands[0]}/repondre")
    took = []
    for _ in range(3):
        following = page.locator("form[data-prepare]").get_attribute("data-prepare").removesuffix("/images")
        if workers == "allow":
            wait_until(lambda: sum(f"{following}/photos/" in url for url, _ in answered) >= 3, page)
        page.wait_for_timeout(500)
        answered.clear()
        took.append(go_on(page))
        first = [from_memory for url, from_memory in answered if re.search(f"{following}/photos/[^/]+/ecran", url)]
        assert first[:1] == [workers == "allow"], answered
    # A figure to read, beside the other's: what is asserted is where the image came from.
    print(f"\nnext image, workers {workers}: {took} ms")
    if workers == "allow":
        asker.page.goto(f"/demandes/{demands[1]}/acces")
        expect(asker.page.get_by_text("images préparées sur son écran, demande non ouverte").first).to_be_visible()

"""What others do, on pages that are open: one stream a browser, a line in the corner that moves nothing."""
import pytest
from playwright.sync_api import expect

from demands import sent_demand, take
from visitor import Visitor

# Pages and their scripts are the same whatever keeps the rows; `test_two_servers.py` looks at the events of both engines.
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)

QUESTION = "Lésion du nez : faut-il la retirer ?"


class Streams:
    """Connections of a browser to the events that are open. One ends with its document: the browser does not always say so."""

    def __init__(self, context):
        self.open = set()
        context.on("request", self.begin)
        context.on("requestfinished", self.end)
        context.on("requestfailed", self.end)
        context.on("page", self.watch)
        for page in context.pages:
            self.watch(page)

    def watch(self, page):
        page.on("framenavigated", lambda frame: self.leave(page))
        page.on("close", self.leave)

    def begin(self, request):
        if request.url.endswith("/evenements"):
            self.open.add((request, request.frame.page))

    def end(self, request):
        self.open = {one for one in self.open if one[0] != request}

    def leave(self, page):
        self.open = {one for one in self.open if one[1] != page}


def expert_at(person, paths):
    """A dermatologist with a window for each of these pages."""
    expert = person()
    streams = Streams(expert.context)
    expert.enter("Dermatologue")
    pages = [expert.page, *(expert.context.new_page() for _ in paths[1:])]
    for page, path in zip(pages, paths):
        page.goto(path)
        page.wait_for_function("document.documentElement.dataset.live !== undefined")
    return streams, pages


def wait_for_one(streams, page):
    for _ in range(100):
        if len(streams.open) == 1:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{len(streams.open)} streams")


def test_three_windows_have_one_stream_and_each_hears_of_a_new_demand(person, server):
    streams, pages = expert_at(person, ["/demandes?vue=a-prendre", "/profil", "/recherche"])
    wait_for_one(streams, pages[0])
    asker = Visitor(server)
    asker.enter("Médecin")
    demand = sent_demand(asker, QUESTION)
    expect(pages[0].locator(f"[data-worklist] a[href*='{demand}']").first).to_be_visible()
    for page in pages[1:]:
        expect(page.locator("[data-news]")).to_have_text("1 nouvelle")
        expect(page).to_have_title("(1) " + page.title().removeprefix("(1) "))
    expect(pages[0].locator("[data-news]")).to_be_hidden()
    assert len(streams.open) == 1, streams.open

    # Whichever window listened goes: another listens in its place, and nothing is lost.
    for left in (2, 1):
        pages.pop(0).close()
        wait_for_one(streams, pages[0])
        sent_demand(asker, QUESTION)
        expect(pages[0].locator("[data-news]")).to_have_text(f"{4 - left} nouvelles")


def test_the_line_moves_nothing_and_is_not_for_ones_own_acts(person, server):
    streams, (page,) = expert_at(person, ["/profil"])
    wait_for_one(streams, page)
    places = "() => [...document.querySelectorAll('main *, header *')].map(e => JSON.stringify(e.getBoundingClientRect()))"
    before = page.evaluate(places)
    asker = Visitor(server)
    asker.enter("Médecin")
    demand = sent_demand(asker, QUESTION)
    expect(page.locator("[data-news]")).to_be_visible()
    assert page.evaluate(places) == before

    page.goto(f"/demandes/{demand}")
    wait_for_one(streams, page)
    # The same person, at another browser: their own act, no news. What the asker does then is.
    here = Visitor(server)
    here.enter("Dermatologue")
    take(here, demand)
    added = asker.post(f"/demandes/{demand}/ajouter", asker.get(f"/demandes/{demand}").form(
        f"/demandes/{demand}/ajouter", texte="Un mot de plus."))
    assert added.status == 303, added.text
    expect(page.locator("[data-news]")).to_have_text("Cette demande a changé\u00a0: relire")
    expect(page).to_have_title("(1) " + page.title().removeprefix("(1) "))
    assert page.locator("[data-news]").get_attribute("href").endswith(f"/demandes/{demand}")


def test_who_is_not_signed_in_has_no_stream(person):
    visitor = person()
    streams = Streams(visitor.context)
    visitor.page.goto("/connexion")
    visitor.page.wait_for_function("document.documentElement.dataset.live !== undefined")
    visitor.page.wait_for_timeout(300)
    assert streams.open == set()

"""Hostile texts in every field that someone typed: each page that a persona can reach is walked, and none of it runs, breaks
the page's policy, or pushes the page beyond a telephone's width."""
import collections
import urllib.parse

import pytest

import hostile
from essaim import Essaim

PERSONAS = ["Médecin", "Dermatologue", "Secrétaire", "Infirmier", "Régulat", "Coordin", "Administrat"]
# What is listened to before the page's first word.
LISTENING = """
    window.heard = [];
    window.canary = () => window.heard.push("a script of someone's text ran");
    for (const name of ["alert", "confirm", "prompt", "open"])
        window[name] = () => window.heard.push(name);
    document.addEventListener("securitypolicyviolation", event =>
        window.heard.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
# Links of the site itself that show something; one of each kind of page, and several demands.
LINKS = """Array.from(document.querySelectorAll("a[href]"), link => link.href)
    .filter(href => href.startsWith(location.origin) || !/^https?:|^mailto:|^tel:/.test(href))"""
EACH_KIND = 3


@pytest.fixture(scope="module")
def poisoned(demonstrations, tmp_path_factory):
    """SQLite alone: pages are drawn by the same code whatever keeps the rows."""
    with demonstrations.copy("sqlite", tmp_path_factory.mktemp("hostile") / "data") as (data, database):
        assert hostile.poison(data / "essaim.db") > 500
        essaim = Essaim(data, database).start()
        try:
            yield essaim
            essaim.stop()
        finally:
            essaim.close()


def kind(path):
    """The path without what names one thing among others."""
    return "/".join("*" if any(sign.isdigit() for sign in part) else part for part in path.split("/"))


def walk(one, base, troubles):
    """Breadth first, from where one arrives; the kinds of pages seen."""
    page, seen = one.page, collections.Counter()
    waiting, known = collections.deque([page.url, base + "/profil", base + "/"]), set()
    while waiting and sum(seen.values()) < 90:
        url = waiting.popleft().partition("#")[0]
        address = urllib.parse.urlsplit(url)
        if url in known:
            continue
        known.add(url)
        if address.scheme not in ("http", "https"):
            troubles.append(f"{page.url}: a link to {url[:80]}")
            continue
        name = kind(address.path)
        if seen[name] >= EACH_KIND or any(address.path.endswith(end) for end in (".pdf", ".zip", ".csv", ".json", ".ics")):
            continue
        answer = one.context.request.get(url, max_redirects=0)
        if not answer.headers.get("content-type", "").startswith("text/html") or "attachment" in answer.headers.get(
                "content-disposition", ""):
            continue
        page.goto(url, wait_until="load")
        seen[name] += 1
        if answer.status >= 500:
            troubles.append(f"{address.path}: {answer.status}")
        troubles += [f"{address.path}: {one}" for one in page.evaluate("window.heard")]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide = page.evaluate("""Array.from(document.querySelectorAll("main *"))
                .filter(one => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 2)
                .map(one => one.tagName + "." + one.className).join(" ")""")
            troubles.append(f"{address.path}: scrolls sideways ({wide})")
        waiting.extend(page.evaluate(LINKS))
    return seen


def enter(one, words):
    """The persona of that profession: the names are attacks, what one is stands beside them."""
    one.page.goto("/demo")
    cards = one.page.locator("form[action='/demo/entrer']").filter(has_text=words)
    if not cards.count():
        return False
    cards.first.get_by_role("button").click()
    one.page.wait_for_url(lambda url: "/demo" not in url)
    return True


def test_no_text_of_anyone_runs_or_bends_a_page(poisoned, people):
    troubles, entered, kinds = [], [], set()
    for words in PERSONAS:
        one = people(poisoned.base, viewport={"width": 390, "height": 844})
        one.context.add_init_script(LISTENING)
        one.page.on("dialog", lambda dialog: (troubles.append(f"dialog {dialog.message}"), dialog.dismiss()))
        if not enter(one, words):
            continue
        entered.append(words)
        kinds |= set(walk(one, poisoned.base, troubles))
    assert len(entered) >= 4, entered
    assert len(kinds) >= 15, sorted(kinds)
    assert not troubles, "\n".join(sorted(set(troubles))[:60])


def test_the_ear_hears_a_script_that_runs(poisoned, people):
    one = people(poisoned.base)
    one.context.add_init_script(LISTENING)
    one.page.goto("/connexion")
    one.page.evaluate("document.body.insertAdjacentHTML('beforeend', `<img src=x onerror=canary()>`)")
    one.page.wait_for_function("window.heard.length > 0")
    assert "policy: script-src-attr" in one.page.evaluate("window.heard")[0], "the policy stops it, and says so"
    # What the page itself was told to break is not held against it.
    one.troubles.clear()

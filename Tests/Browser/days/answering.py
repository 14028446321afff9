"""Those who answer: a dermatologist with fifteen demands and a keyboard, a junior, the hospital's dermatologist."""
import re

from playwright.sync_api import expect

import keys
from days.cases import ANOTHER_LINE, BY_THE_JUNIOR, DECLINE, FIFTEEN, PRECISION, Advice

QUESTION = "Pouvez-vous dire depuis quand, et si elle a changé de couleur ?"


def the_junior_drafts_an_opinion(town):
    junior = town.comes("the junior")
    junior.opens(BY_THE_JUNIOR.question)
    junior.presses("Prendre cette demande", "repondre")
    junior.page.locator("[name=text]").fill(BY_THE_JUNIOR.fate.text)
    junior.page.locator("[data-key='1']").check(force=True)
    junior.presses("Soumettre au sénior", "fait=soumettre")


def the_dermatologist_keeps_a_phrase(town):
    expert = town.comes("the dermatologist")
    expert.goes_to("/phrases")
    form = expert.page.locator("#ajouter form")
    form.locator("[name=shortcut]").fill("ks")
    form.locator("[name=title]").fill("Kératose")
    form.locator("[name=text]").fill("Kératose séborrhéique typique.\nRien à retirer.")
    expert.presses("Ajouter cette phrase", "fait=phrase-gardee")


def the_dermatologist_answers_the_row(town):
    """From the list to the next demand, without leaving the keyboard when an opinion is given."""
    expert = town.workers["the dermatologist"]
    waiting = [case for case in FIFTEEN if case is not BY_THE_JUNIOR]
    assert expert.lines("a-prendre") == len(waiting)
    expert.hands.start()
    done = []
    while len(done) < len(waiting):
        page = expert.page
        if page.url.partition("?")[0].endswith("/demandes"):
            keys.open_first(page)
        case = next(case for case in waiting if case.question in page.locator("main").inner_text())
        done.append(case)
        expert.eyes.look()
        if isinstance(case.fate, Advice):
            gives(expert, case.fate)
            town.ledger.orientations[case.fate.orientation] += 1
            extra = (case.fate.gravity != "") + (case.fate.before != "")
        else:
            {PRECISION: asks, DECLINE: declines, ANOTHER_LINE: sends_on}[case.fate](expert)
            town.ledger.declined += case.fate is DECLINE
            extra = 2
        expert.hands.within(4 + extra, f"the dermatologist, {case.family}")
        expert.hands.gestures.clear()
    assert set(done) == set(waiting)
    assert expert.lines("a-prendre") == 0


def takes(expert):
    keys.take(expert.page)
    keys.wait_for(expert.page, "phrases.js")
    expert.eyes.look()


def gives(expert, advice):
    """Ends at the next demand, or at this one when it was the last."""
    takes(expert)
    page = expert.page
    if advice.gravity:
        page.keyboard.press(advice.gravity)
    page.keyboard.press(advice.orientation)
    expect(page.locator(f"[data-key='{advice.orientation}']")).to_be_checked()
    page.keyboard.type(f"/{advice.phrase} " if advice.phrase else advice.text)
    words = "Kératose" if advice.phrase else advice.text
    expect(page.locator("[name=text]")).to_have_value(re.compile(re.escape(words)))
    if "-" in advice.before:
        page.locator("[name=seeBefore]").click()
        page.locator("[name=seeBefore]").fill(advice.before)
    elif advice.before:
        page.get_by_text(advice.before.replace(" ", "\u00a0"), exact=True).click()
    page.keyboard.press("Control+Shift+Enter")
    page.wait_for_url(re.compile("fait=repondre"))


def asks(expert):
    takes(expert)
    page = expert.page
    page.keyboard.press("d")
    page.locator("#demander-precision-texte").fill(QUESTION)
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile("fait=demander-precision"))
    expert.eyes.look()
    page.get_by_role("link", name="Demandes", exact=True).first.click()
    page.wait_for_url(re.compile("/demandes$"))


def declines(expert):
    takes(expert)
    expert.does(
        "decliner", motif="Cela relève de l’ophtalmologie.",
        autre_voie="Urgences ophtalmologiques de l’hôpital, ce jour")


def sends_on(expert):
    expert.does("reorienter", ligne="éruption, Rennes", motif="Bulles : avis hospitalier.")


def the_dermatologist_validates_the_junior(town):
    expert = town.workers["the dermatologist"]
    assert expert.lines("a-valider") == 1
    expert.opens(BY_THE_JUNIOR.question)
    expert.page.locator("[data-primary]").click()
    expert.page.wait_for_url("**/repondre")
    expert.eyes.look()
    expert.presses("Valider et envoyer", "fait=valider")
    town.ledger.orientations[BY_THE_JUNIOR.fate.orientation] += 1

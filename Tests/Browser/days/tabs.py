"""An expert with two windows on one demand: the first learns what the second did, and keeps its words."""
import re

from days.answering import takes
from days.cases import FOOT, OF_THE_EVENING
from days.reading import GIVEN


def the_precision_came_and_two_tabs_answer(town):
    expert = town.comes("the dermatologist")
    expert.goes_to("/demandes?vue=miennes")
    expert.opens(FOOT.question)
    expert.reads(GIVEN)
    answering = expert.page.url.partition("?")[0] + "/repondre"
    expert.goes_to(answering)
    second = expert.context.new_page()
    second.goto(answering)
    writes(second, "Naevus acral banal : surveillance.")
    second.get_by_role("button", name="Envoyer l’avis", exact=True).click()
    second.wait_for_url(re.compile("fait=repondre"))
    second.close()
    town.ledger.orientations["1"] += 1

    writes(expert.page, "Exérèse à prévoir : ce que dit la première fenêtre.")
    expert.page.get_by_role("button", name="Envoyer l’avis", exact=True).click()
    expert.page.get_by_role("heading", name="La version actuelle").wait_for()
    expert.eyes.look()
    expert.reads("La demande a changé pendant que vous écriviez")
    assert "première fenêtre" in expert.page.get_by_label("Votre avis").input_value()
    expert.page.get_by_role("link", name="Rouvrir la demande").click()
    expert.page.wait_for_url(answering.removesuffix("/repondre"))
    expert.eyes.look()
    expert.reads("Naevus acral banal")


def writes(page, text):
    page.locator("[name=text]").fill(text)
    page.locator("[data-key='1']").check(force=True)


def the_evening_demand_is_answered(town):
    expert = town.workers["the dermatologist"]
    expert.goes_to("/demandes?vue=a-prendre")
    expert.opens(OF_THE_EVENING.question)
    takes(expert)
    writes(expert.page, OF_THE_EVENING.fate.text)
    expert.presses(re.compile("^Envoyer l’avis$"), "fait=repondre")
    town.ledger.orientations["1"] += 1

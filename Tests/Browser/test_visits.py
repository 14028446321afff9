"""A patient to be seen, from the answer to *vu*: the expert, the secretary, the asker; with and without script."""
import datetime
import re
import zoneinfo

import pytest

from demands import sent_demand, take
from visitor import Visitor

QUESTION = "Lésion serin-4711 de la joue : faut-il la retirer ?"
ADVICE = "Avis bouvreuil-4711 : à retirer."
CLINICAL = ["serin-4711", "bouvreuil-4711", "joue", "Consultation programmée", "tumeur"]


def in_days(count):
    return f"{datetime.datetime.now(zoneinfo.ZoneInfo('Europe/Paris')) + datetime.timedelta(days=count):%d/%m/%Y}"


def answer_to_be_seen(expert, demand):
    """With a day, by one click, that the patient is to be seen before."""
    page = expert.page
    page.goto(f"/demandes/{demand}/repondre")
    page.locator("[name=text]").fill(ADVICE)
    page.locator("[name=orientation][value=plannedConsultation]").check(force=True)
    page.locator(".see-before-field .choice").nth(1).locator("input").check(force=True)
    page.get_by_role("button", name="Envoyer l’avis", exact=True).click()
    page.wait_for_url(re.compile("fait=repondre"))


def act(person, word, **fields):
    """Unfolds an act where it is folded, fills it, does it."""
    page = person.page
    block = page.locator(f"details#{word}")
    if block.count() and block.get_attribute("open") is None:
        block.locator("summary").first.click()
    for name, value in fields.items():
        block.locator(f"[name={name}]").fill(value)
    page.locator(f"[data-act={word}]").click()
    page.wait_for_url(re.compile("fait=patient-"))


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_patient_is_booked_moved_and_seen(server, person, scripts):
    sender, taker = Visitor(server), Visitor(server)
    sender.enter("Médecin")
    taker.enter("Dermatologue")
    demand = sent_demand(sender, QUESTION, **{"patient.birthFamilyName": "Essai-Vue" if scripts else "Essai-Venue"})
    take(taker, demand)
    name = "ESSAI-VUE" if scripts else "ESSAI-VENUE"

    expert = person(java_script_enabled=scripts)
    expert.enter("Dermatologue")
    answer_to_be_seen(expert, demand)
    expert.page.goto("/a-voir")
    assert expert.page.get_by_role("link", name=name).is_visible(), "the expert sees whom to see"

    secretary = person(java_script_enabled=scripts)
    secretary.enter("Secrétariat du réseau")
    assert secretary.page.url.endswith("/a-voir"), "a secretary has no other list"
    secretary.page.get_by_role("link", name=name).click()
    content = secretary.page.content()
    assert not [word for word in CLINICAL if word in content], "nothing clinical"
    assert secretary.context.request.get(f"/demandes/{demand}").status == 404
    act(secretary, "rendez-vous", jour=in_days(3), heure="14 h 30", lieu="Cabinet, Lannion", avec="Dr Kerfictif")
    act(secretary, "rendez-vous", jour=in_days(4), heure="9:15", lieu="Cabinet, Lannion", avec="Dr Kerfictif")
    assert secretary.page.get_by_text("9 h 15").first.is_visible()

    asker = person(java_script_enabled=scripts)
    asker.enter("Médecin")
    asker.page.goto("/demandes?vue=nouvelles")
    form = asker.page.locator(f"form[action='/demandes/{demand}/lu']")
    assert form.count() == 1, "the news wait for the asker"
    form.get_by_role("button").click()
    asker.page.wait_for_url(re.compile("vue=nouvelles"))
    assert form.count() == 0, "one tap, and it is read"
    asker.page.goto(f"/demandes/{demand}")
    block = asker.page.locator("section", has=asker.page.get_by_role("heading", name="Patient à voir"))
    assert "Cabinet, Lannion" in block.inner_text() and "9" in block.inner_text()
    assert asker.page.get_by_text("Déplacé").first.is_visible()

    # The asker read the news meanwhile: an older page would be told so, with what was typed kept.
    secretary.page.reload()
    act(secretary, "vu", vu_le=in_days(0))
    assert secretary.page.get_by_role("link", name=name).count() == 0, "who was seen leaves the list"
    asker.page.goto(f"/demandes/{demand}")
    assert asker.page.get_by_text("a noté que le patient a été vu").first.is_visible()

"""An opinion given on the telephone is entered in less than a minute: the gestures it takes, and what becomes of it."""
import re

from hands import Hands


def test_a_call_is_entered_in_ten_gestures(person):
    expert = person()
    expert.enter("Dermatologue")
    hands, page = Hands(expert), expert.page
    page.goto("/avis-telephonique?demandeur=Ker")
    hands.start()
    page.locator("[name=caller] + .choice-face").first.click()
    # From field to field by the Tab key: what is typed counts no gesture.
    page.locator("[name='patient.birthFamilyName']").focus()
    for text in ["Essai-Appel", "Rozenn", "12/08/1958"]:
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.get_by_text("Femme").click()
    page.locator("[name=question]").focus()
    page.keyboard.type("Plaque du coude depuis trois semaines.")
    page.keyboard.press("Tab")
    page.keyboard.type("Un émollient, revoir dans un mois.")
    page.get_by_text("Avis seul").click()
    page.get_by_text("Le patient est d’accord").click()
    page.get_by_role("button", name="Noter l’avis").click()
    page.wait_for_url(re.compile(r"fait=avis-telephonique"))
    hands.within(10, "an opinion given on the telephone")
    assert page.get_by_text("par téléphone").first.is_visible()
    assert page.get_by_text("Un émollient, revoir dans un mois.").first.is_visible()


def test_all_that_lacks_is_said_at_once(person):
    expert = person()
    expert.enter("Dermatologue")
    page = expert.page
    page.goto("/avis-telephonique?demandeur=Ker")
    page.locator("[name=text]").fill("Un émollient.")
    page.get_by_role("button", name="Noter l’avis").click()
    assert page.get_by_text("Choisissez qui a appelé.").first.is_visible()
    assert page.locator("[name=text]").input_value() == "Un émollient.", "nothing typed is lost"

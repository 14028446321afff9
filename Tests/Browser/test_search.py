"""A demand is found again by a name or a word; the address keeps the filters and tells nothing of a patient."""
import pytest

from acts import begin_draft, fill_draft, save


@pytest.mark.parametrize("scripts", [True, False])
def test_a_name_finds_the_demand_and_stands_in_no_address(person, scripts):
    asker = person(java_script_enabled=scripts)
    asker.enter("Médecin")
    page = asker.page
    row = None
    for view in ("a-lire", "envoyees", "a-clore", "terminees"):
        page.goto(f"/demandes?vue={view}")
        rows = page.locator("[data-worklist] a")
        if rows.count():
            row = rows.first
            break
    assert row, "the demonstration sent something"
    question, demand = row.inner_text(), row.get_attribute("href")
    word = max(question.replace("’", " ").split(), key=len).strip(".,:;?\u00a0")

    page.get_by_role("link", name="Rechercher").click()
    page.get_by_label("Mots, nom ou numéro").fill(word.upper())
    page.get_by_label("Envoyées").select_option("1-an")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche?r=*")
    assert "depuis=1-an" in page.url and word.lower() not in page.url.lower()
    assert page.locator(f"[data-worklist] a[href='{demand}']").count() == 1
    assert page.get_by_label("Mots, nom ou numéro").input_value() == word.upper()
    page.reload()
    assert page.locator(f"[data-worklist] a[href='{demand}']").count() == 1, "the address finds its words again"


def test_a_structure_finds_its_patient_and_what_it_asked(person):
    asker = person()
    asker.enter("Médecin")
    page = asker.page
    draft = begin_draft(asker)
    fill_draft(asker, "Cette lésion change-t-elle ?", family="Introuvable-Encore")
    save(asker)
    page.goto("/patients")
    assert "INTROUVABLE-ENCORE" not in page.content(), "a draft names nobody yet"
    name = page.locator("[data-worklist] a").first
    family = name.inner_text().split()[0]
    page.get_by_label("Début du nom").fill(family[:4].lower())
    page.get_by_role("button", name="Chercher", exact=True).click()
    page.wait_for_url("**/patients?r=*")
    assert family[:4].lower() not in page.url.lower()
    page.locator("[data-worklist] a").filter(has_text=family).first.click()
    page.wait_for_url("**/patients/*")
    assert page.get_by_role("heading", name="Demandes de votre structure").is_visible()
    assert page.locator("[data-worklist] a").count() >= 1
    assert draft not in page.content()

"""*À qui demander ?* as a requester meets it: by keyboard, without a script, as pictures in both themes and at both widths, to axe."""
import pytest
from playwright.sync_api import expect

from test_pages import WIDTHS, look

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_of_lines_is_clean(person, theme, width):
    problems = []
    one = person(viewport=WIDTHS[width], color_scheme=theme, reduced_motion="reduce")
    one.enter("Médecin")
    page = one.page
    page.goto("/lignes")
    look(one, "lignes", theme, width, problems)
    page.goto("/lignes?besoin=grain%20de%20beaut%C3%A9&lieu=Nullepartville")
    look(one, "lignes-lieu-inconnu", theme, width, problems)
    page.goto("/lignes?vue=carte")
    look(one, "lignes-carte", theme, width, problems)
    page.goto("/lignes")
    page.goto(page.locator("[data-lines] a").first.get_attribute("href"))
    look(one, "ligne", theme, width, problems)
    assert not problems, problems


def test_a_line_is_found_and_asked_by_keyboard_alone(person):
    one = person()
    one.enter("Médecin")
    page = one.page
    page.goto("/lignes")
    page.get_by_label("De quoi s’agit-il").focus()
    page.keyboard.type("grain de beauté")
    page.keyboard.press("Enter")
    line = page.locator("[data-lines] a").first
    expect(line).to_contain_text("Lésion suspecte")
    line.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Demander un avis").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/brouillon")


def test_the_map_is_a_list_too_without_a_script(person):
    one = person(java_script_enabled=False)
    one.enter("Médecin")
    page = one.page
    page.goto("/lignes?vue=carte")
    areas = page.get_by_role("navigation", name="Départements").get_by_role("link")
    assert areas.count() > 0
    assert page.locator("svg.territory a[tabindex='-1']").count() >= areas.count() > 0
    areas.first.click()
    expect(page.locator("[data-lines] li").first).to_be_visible()

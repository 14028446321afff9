"""*Planning* and *Gardes* at both widths and in both themes: a duty is added, a turn is exchanged, a calendar follows."""
import urllib.request

import pytest
from playwright.sync_api import expect

from demonstration import administered
from test_pages import WIDTHS, look


@pytest.fixture(scope="module")
def keeping(demonstrations, tmp_path_factory):
    with administered(demonstrations, tmp_path_factory.mktemp("rota")) as base:
        yield base


def add_duty(page, day, who):
    """A whole day, every week from this one on."""
    duty = page.locator("#garde")
    duty.locator("[name=poste]").select_option(index=1)
    duty.locator("[name=personne]").select_option(label=who)
    duty.get_by_text(day, exact=True).click()
    duty.locator("[name=du]").fill("2026-01-01")
    duty.get_by_role("button", name="Ajouter cette garde").click()
    expect(page.get_by_text("Garde ajoutée au planning.")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_rota_is_kept_and_a_turn_is_exchanged(people, keeping, theme, width):
    problems = []
    options = {"viewport": WIDTHS[width], "color_scheme": theme, "reduced_motion": "reduce"}
    keeper = people(keeping, **options)
    keeper.enter("Kerfanal")
    keeper.page.goto("/planning")
    look(keeper, "planning-vide", theme, width, problems)
    expert = people(keeping, **options)
    expert.enter("Hervé Kerfictif")
    expert.page.goto("/gardes")
    look(expert, "gardes-vide", theme, width, problems)
    day = {"widelight": "lundi", "widedark": "mardi", "narrowlight": "jeudi", "narrowdark": "vendredi"}[width + theme]
    add_duty(keeper.page, day, "Dr Hervé Kerfictif")
    look(keeper, "planning", theme, width, problems)
    keeper.page.locator("#tenir li a").first.click()
    look(keeper, "garde", theme, width, problems)

    page = expert.page
    page.goto("/gardes")
    page.locator("#proposer [name=donne]").select_option(index=2)
    page.locator("#proposer [name=collegue]").select_option(index=1)
    page.get_by_role("button", name="Proposer").click()
    expect(page.get_by_text("Proposition envoyée")).to_be_visible()
    look(expert, "gardes", theme, width, problems)
    page.locator("#agenda").get_by_role("button").first.click()
    link = page.locator(".copy-line").inner_text()
    look(expert, "gardes-lien", theme, width, problems)
    with urllib.request.urlopen(link) as calendar:
        assert calendar.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert b"BEGIN:VEVENT" in calendar.read()
    page.goto("/gardes")
    page.get_by_role("button", name="Retirer ma proposition").first.click()
    expect(page.get_by_text("Proposition retirée.")).to_be_visible()
    page.goto("/disponibilites")
    look(expert, "disponibilites", theme, width, problems)
    assert problems == []

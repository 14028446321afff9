"""*Mon profil* where mails and SMS leave, and the line of news, in both themes and at both widths: as pictures, and to axe."""
import pytest
from playwright.sync_api import expect

from demands import sent_demand
from gateway import Gateway
from postfix import Postfix
from test_pages import WIDTHS, look
from test_telling import serving
from visitor import Visitor


@pytest.fixture(scope="module")
def told(demonstrations, tmp_path_factory):
    folder = tmp_path_factory.mktemp("told")
    with demonstrations.copy("sqlite", folder / "data") as place, Gateway() as gateway, Postfix() as post:
        with serving(place, post.port, **gateway.settings(folder)) as essaim:
            yield essaim.base, post


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_profile_is_clean_at_every_step(people, told, theme, width):
    base, post = told
    problems = []
    one = people(base, viewport=WIDTHS[width], color_scheme=theme, reduced_motion="reduce")
    one.enter("Médecin")
    page = one.page
    page.goto("/profil")
    look(one, "profil", theme, width, problems)
    page.get_by_label("Adresse de courriel").fill(f"{theme}-{width}@exemple.fr")
    page.get_by_role("button", name="Confirmer cette adresse").click()
    expect(page.get_by_text(f"{theme}-{width}@exemple.fr est à confirmer")).to_be_visible()
    page.get_by_label("Numéro de mobile").fill("06 12 34 56 78")
    page.get_by_role("button", name="Recevoir un code").click()
    expect(page.get_by_label("Code reçu par SMS")).to_be_visible()
    look(one, "profil-a-confirmer", theme, width, problems)
    page.get_by_label("Code reçu par SMS").fill("0")
    page.get_by_role("button", name="Confirmer ce numéro").click()
    expect(page.locator("[data-faults]")).to_be_visible()
    look(one, "profil-code-faux", theme, width, problems)
    letter, _ = post.to(f"{theme}-{width}@exemple.fr")[0]
    link = next(line for line in letter.get_content().splitlines() if line.startswith(base))
    page.goto(link)
    look(one, "profil-confirmer", theme, width, problems)
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_text("est confirmée")).to_be_visible()
    page.goto(link)
    page.get_by_role("main").get_by_role("button").first.click()
    look(one, "profil-lien-refuse", theme, width, problems)

    expert = people(base, viewport=WIDTHS[width], color_scheme=theme, reduced_motion="reduce")
    expert.enter("Dermatologue")
    expert.page.goto("/profil")
    expert.page.wait_for_function("document.documentElement.dataset.live !== undefined")
    asker = Visitor(base)
    asker.enter("Médecin")
    expert.page.wait_for_timeout(300)
    sent_demand(asker, "Lésion du nez : faut-il la retirer ?")
    expect(expert.page.locator("[data-news]")).to_be_visible()
    look(expert, "nouvelles", theme, width, problems)
    assert problems == []

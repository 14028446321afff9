"""Signing in by another provider's word: a real OpenID provider, as Pro Santé Connect and as a hospital's."""
import contextlib

import pytest

from conftest import OUTPUT
from essaim import Essaim
from provider import Provider

PLACE = {"codeModeExercice": "L", "numeroFinessSite": "", "identifiantTechniqueDeLaStructure": "R99901",
         "raisonSocialeSite": "CABINET FICTIF", "bureauCedex": "22300 LANNION", "codeCommune": "22113"}
HOSPITAL = PLACE | {"codeModeExercice": "S", "identifiantTechniqueDeLaStructure": "F990000017",
                    "raisonSocialeSite": "HOPITAL FICTIF"}
EXERCISE = {"codeProfession": "10", "codeCategorieProfessionnelle": "C", "nomDexercice": "KERFICTIF",
            "prenomDexercice": "HERVÉ", "codeTypeSavoirFaire": "S", "codeSavoirFaire": "SM26"}


def vouched(national, family, given, *exercises, **more):
    return {"SubjectNameID": national, "family_name": family, "given_name": given, "acr": "eidas1",
            "SubjectRefPro": {"codeCivilite": "M", "exercices": list(exercises)}} | more


PEOPLE = {
    "whole": vouched("810000000017", "KERFICTIF", "HERVÉ", *[EXERCISE | {"activities": [PLACE, HOSPITAL]}] * 2),
    "bare": vouched("810000000025", "KERVIDE", "ANNE", {"codeProfession": "60", "codeTypeSavoirFaire": ""}),
    # Says when they showed who they are: each time just now, as far as this test goes.
    "again": vouched("810000000041", "KERENCORE", "JEANNE", EXERCISE | {"activities": [PLACE]}, auth_time=4102444800),
    "stale": vouched(
        "810000000058", "KERHIER", "PAUL", EXERCISE | {"activities": [PLACE]}, auth_time=1000000000),
    "weak": vouched("810000000033", "KERFAIBLE", "MARC", EXERCISE, acr="eidas0"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    provider = Provider(PEOPLE)
    with contextlib.closing(provider):
        essaim = Essaim(tmp_path_factory.mktemp("providers") / "data", **provider.settings(SCOPES="openid profile"))
        with contextlib.closing(essaim):
            essaim.start()
            yield essaim
            essaim.stop()


def leaves(page, who):
    """To the provider, where they say who they are."""
    page.goto("/connexion")
    page.get_by_role("button", name="Se connecter avec Pro Santé Connect").click()
    says(page, who)


def leaves_again(page, who):
    """As the page does that asks who is signed in to show it again."""
    page.evaluate("""() => {
        const form = Object.assign(document.createElement("form"),
            {method: "post", action: "/connexion/fournisseur/psc"});
        document.body.append(form);
        form.submit();
    }""")
    says(page, who)


def says(page, who):
    page.wait_for_url("**/oauth2/authorize**")
    page.locator("[name=sub]").first.fill(who)
    page.locator("form").filter(has=page.locator("input[name=sub]")).first.evaluate("form => form.requestSubmit()")


def test_who_practises_in_two_places_chooses_one_and_accepts_the_charter_once(site, people):
    herve = people(site.base)
    page = herve.page
    leaves(page, "whole")
    page.get_by_role("heading", name="Bienvenue, HERVÉ KERFICTIF").wait_for()
    page.screenshot(path=OUTPUT / "arrivee.png", full_page=True)
    assert page.locator("[name=exercice]").count() == 2, "the same exercise said twice is one"
    page.get_by_text("HOPITAL FICTIF").click()
    page.get_by_role("button", name="Entrer").click()
    page.get_by_text("Acceptez la charte pour entrer.").first.wait_for()
    page.get_by_label("J’ai lu la charte").check()
    page.get_by_role("button", name="Entrer").click()
    page.wait_for_url("**/demandes*")

    herve.context.clear_cookies()
    leaves(page, "whole")
    page.get_by_role("heading", name="Bienvenue, HERVÉ KERFICTIF").wait_for()
    assert page.get_by_text("Charte d’usage").count() == 0
    page.get_by_role("button", name="Entrer").click()
    page.wait_for_url("**/demandes*")


def test_of_whom_nearly_nothing_is_said_says_where_they_practise(site, people):
    anne = people(site.base)
    page = anne.page
    leaves(page, "bare")
    page.get_by_role("heading", name="Bienvenue, ANNE KERVIDE").wait_for()
    page.get_by_label("Nom du cabinet").fill("Cabinet du Port")
    page.get_by_label("Code INSEE").fill("22113")
    page.get_by_label("Commune", exact=True).fill("Lannion")
    page.get_by_label("J’ai lu la charte").check()
    page.get_by_role("button", name="Entrer").click()
    page.wait_for_url("**/demandes*")
    page.goto("/profil")
    page.locator("main").get_by_text("Cabinet du Port, Lannion").first.wait_for()


def test_a_weaker_authentication_does_not_come_in(site, people):
    marc = people(site.base)
    leaves(marc.page, "weak")
    marc.page.get_by_text("Ce moyen de connexion n’est pas assez sûr.").wait_for()


def test_what_comes_back_opens_nothing_in_another_browser_and_nothing_twice(site, people):
    here, there = people(site.base), people(site.base)
    back = []
    here.page.on("request", lambda request: back.append(request.url) if "/connexion/retour/" in request.url else None)
    leaves(here.page, "whole")
    here.page.get_by_role("heading", name="Bienvenue").wait_for()
    for page in (there.page, here.page):
        page.goto(back[0])
        page.get_by_text("Recommencez depuis le début.").wait_for()


def enters(page, who):
    leaves(page, who)
    page.get_by_role("heading", name="Bienvenue").wait_for()
    charter = page.get_by_label("J’ai lu la charte")
    if charter.count():
        charter.check()
    page.get_by_role("button", name="Entrer").click()
    page.wait_for_url("**/demandes*")


def test_signing_out_ends_the_provider_s_session_too(site, people):
    herve = people(site.base)
    page = herve.page
    enters(page, "whole")
    page.locator("form[action='/deconnexion'] button").first.evaluate("button => button.click()")
    page.wait_for_url("**/oauth2/end_session**")
    assert "id_token_hint=" in page.url and "state=" in page.url
    page.locator("button, input[type=submit]").first.click()
    page.wait_for_url("**/connexion**")
    assert page.goto("/demandes").status == 401


def test_who_is_signed_in_shows_it_again_there_and_lately(site, people):
    jeanne, paul = people(site.base), people(site.base)
    for person, who in ((jeanne, "again"), (paul, "stale")):
        enters(person.page, who)
    asked = []
    jeanne.page.on("request", lambda request: asked.append(request.url) if "/oauth2/authorize" in request.url else None)
    leaves_again(jeanne.page, "again")
    jeanne.page.wait_for_url("**/demandes*")
    assert "prompt=login" in asked[0] and "max_age=0" in asked[0]
    # A session of yesterday there would do, if nobody asked when it was opened.
    leaves_again(paul.page, "stale")
    paul.page.get_by_text("Ce moyen de connexion n’est pas assez sûr.").wait_for()

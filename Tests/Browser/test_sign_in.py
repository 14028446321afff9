"""Signing in with a real browser: an account opened by its link, keys made and used, devices closed."""
import subprocess

import pytest

from conftest import OUTPUT
from essaim import Essaim, environment
from second_step import has_keys, link_in, opens_account, opens_by_forms, shows_key
from visitor import Visitor

PASSWORD = "un mot de passe de démonstration"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A server with two accounts that nobody opened yet."""
    essaim = Essaim(tmp_path_factory.mktemp("sign-in") / "data")
    links = {}
    for login in ("claire.kerfable", "marc.coeurfictif"):
        given, family = login.title().split(".")
        done = subprocess.run(
            essaim.command(
                "user", "add", login, "--family", family, "--given", given, "--profession", "10", "--checked", "M. Essai, carte vue",
                "--structure", f"Cabinet de {given}", "--commune", "29239", "--commune-name", "Roscoff"),
            capture_output=True, text=True, timeout=60, env=environment(ESSAIM_PUBLIC_URL=essaim.base))
        assert done.returncode == 0, done.stderr
        links[login] = link_in(done.stdout)
    try:
        essaim.start()
        yield essaim, links
        essaim.stop()
    finally:
        essaim.close()


def test_an_account_is_opened_with_a_key_then_signs_in_by_password_and_key_and_by_the_key_alone(site, people):
    essaim, links = site
    claire = people(essaim.base)
    page = claire.page
    seen = []

    def looks():
        seen.append(page.title())
        page.screenshot(path=OUTPUT / f"sign-in-{len(seen)}.png", full_page=True)

    opens_account(page, links["claire.kerfable"], PASSWORD, looks)
    assert page.url.endswith("/demandes")
    assert seen == ["Ouvrir mon compte · Essaim", "Protéger mon compte · Essaim", "Codes de secours · Essaim"]

    claire.context.clear_cookies()
    page.goto("/connexion")
    page.get_by_label("Identifiant").fill("claire.kerfable")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter", exact=True).click()
    page.get_by_role("heading", name="Deuxième étape").wait_for()
    looks()
    shows_key(page)
    page.wait_for_url("**/demandes*")

    claire.context.clear_cookies()
    page.goto("/connexion")
    looks()
    page.get_by_role("button", name="Se connecter avec une clé d’accès").click()
    page.wait_for_url("**/demandes*")

    page.goto("/profil/securite")
    looks()
    assert page.locator("text=Mes appareils").count() == 1
    assert page.get_by_role("button", name="Fermer toutes les autres").count() == 1


def test_a_browser_whose_owner_is_not_checked_opens_nothing(site, people):
    essaim, _ = site
    stranger = people(essaim.base)
    page = stranger.page
    has_keys(page)
    page.goto("/connexion")
    page.get_by_role("button", name="Se connecter avec une clé d’accès").click()
    page.locator("[data-passkey-trouble]").filter(has_text="Rien n’a été confirmé").wait_for()
    assert page.url.endswith("/connexion")


def test_with_an_application_and_without_a_script_an_account_opens_and_signs_in(site, people, chromium):
    essaim, links = site
    secret = opens_by_forms(Visitor(essaim.base), links["marc.coeurfictif"], PASSWORD)
    assert len(secret) == 52
    marc = people(essaim.base, java_script_enabled=False)
    page = marc.page
    page.goto("/connexion")
    assert not page.get_by_role("button", name="Se connecter avec une clé d’accès").is_visible()
    page.get_by_label("Identifiant").fill("marc.coeurfictif")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter", exact=True).click()
    page.get_by_label("Code à six chiffres").fill("000000")
    page.get_by_role("button", name="Continuer").click()
    page.get_by_text("Ce code n’est pas le bon").wait_for()

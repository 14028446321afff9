"""Every page, in both themes and at both widths: readable by machine (axe), without a sideways scroll; kept as a picture."""
import pytest
from axe_playwright_python.sync_playwright import Axe

from acts import add_photo, begin_draft, fill_draft, save
from conftest import OUTPUT

# Also what is further down, and would be loaded when it comes into view.
DRAWN = """Promise.all([document.fonts.ready, ...Array.from(document.images, image => {
    image.loading = "eager";
    return image.decode();
})])"""
WIDTHS = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 390, "height": 844}}


def first_of(page, view):
    """The first demand of a list, which the demonstration must have filled."""
    page.goto(f"/demandes?vue={view}")
    rows = page.locator("[data-worklist] a")
    assert rows.count(), f"nothing in {view}"
    return rows.first.get_attribute("href")


def look(one, name, theme, width, problems):
    page = one.page
    # Not « networkidle »: a list that follows what happens keeps a stream open.
    page.wait_for_load_state("load")
    page.evaluate(DRAWN)
    page.screenshot(path=str(OUTPUT / f"{name}-{width}-{theme}.png"), full_page=True)
    found = Axe().run(page)
    problems += [f"{name}: {v['id']} {v['nodes'][0]['target']}" for v in found.response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        problems.append(f"{name}: scrolls sideways at {width}")


# Pages are drawn by the same code whatever keeps the rows: once is enough for what takes two minutes.
@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_is_clean(person, photo, theme, width):
    problems = []
    options = {"viewport": WIDTHS[width], "color_scheme": theme, "reduced_motion": "reduce"}
    visitor = person(**options)
    for name, path in (("connexion", "/connexion"), ("personas", "/demo"), ("style", "/style"), ("introuvable", "/rien")):
        visitor.page.goto(path)
        look(visitor, name, theme, width, problems)

    asker = person(**options)
    asker.enter("Médecin")
    for view in ("a-lire", "nouvelles", "a-completer", "a-clore", "envoyees", "brouillons", "terminees"):
        asker.page.goto(f"/demandes?vue={view}")
        look(asker, f"demandes-{view}", theme, width, problems)
    asker.page.goto("/demandes/nouvelle")
    look(asker, "nouvelle", theme, width, problems)
    begin_draft(asker)
    look(asker, "brouillon-vierge", theme, width, problems)
    fill_draft(asker, "Lésion du nez : faut-il la retirer ?", family=f"Essai-Image-{theme}-{width}".replace("-light", "-clair"))
    save(asker)
    add_photo(asker, "centered", photo)
    look(asker, "brouillon", theme, width, problems)
    asker.page.get_by_role("button", name="Vérifier et envoyer").click()
    asker.page.wait_for_url("**/verifier")
    look(asker, "verifier", theme, width, problems)
    for name, view in (("demande-envoyee", "envoyees"), ("demande-close", "terminees")):
        path = first_of(asker.page, view)
        asker.page.goto(path)
        look(asker, name, theme, width, problems)
    ended = first_of(asker.page, "terminees")
    for name in ("pour-mon-dossier", "fiche-patient", "signaler"):
        asker.page.goto(f"{ended}/{name}")
        look(asker, name, theme, width, problems)
    # One whose patient has an appointment: its block stands on the demand of who asked.
    asker.page.goto("/demandes?vue=nouvelles")
    asker.page.goto(asker.page.locator("[data-worklist] a[href^='/demandes/']").first.get_attribute("href"))
    look(asker, "demande-patient-a-voir", theme, width, problems)
    asker.page.goto("/recherche")
    look(asker, "recherche-vierge", theme, width, problems)
    asker.page.get_by_label("Mots, nom ou numéro").fill("rien de tel")
    asker.page.get_by_role("button", name="Rechercher").click()
    look(asker, "recherche-vide", theme, width, problems)
    asker.page.goto("/profil")
    look(asker, "profil-sans-courriel", theme, width, problems)
    asker.page.goto("/structure")
    look(asker, "structure", theme, width, problems)
    asker.page.locator("details summary").first.click()
    look(asker, "structure-ouverte", theme, width, problems)
    asker.page.goto("/patients")
    look(asker, "patients", theme, width, problems)
    asker.page.locator("[data-worklist] a").first.click()
    look(asker, "patient", theme, width, problems)

    expert = person(**options)
    expert.enter("Dermatologue")
    for view in ("a-prendre", "miennes", "en-attente", "repondues"):
        expert.page.goto(f"/demandes?vue={view}")
        look(expert, f"demandes-{view}", theme, width, problems)
    for name, view, rest in (
        ("demande-a-prendre", "a-prendre", ""), ("repondre", "miennes", "/repondre"), ("demande-repondue", "repondues", "")):
        expert.page.goto(first_of(expert.page, view) + rest)
        look(expert, name, theme, width, problems)

    expert.page.goto("/recherche")
    expert.page.get_by_role("button", name="Rechercher").click()
    look(expert, "recherche", theme, width, problems)

    for name, path in (("a-coter", "/a-coter"), ("a-coter-cotes", "/a-coter?vue=cotes"), ("a-coter-jour", "/a-coter?vue=jour")):
        expert.page.goto(path)
        look(expert, name, theme, width, problems)

    secretary = person(**options)
    secretary.enter("Secrétariat du réseau")
    look(secretary, "a-voir", theme, width, problems)
    for name, words in (("patient-a-voir", "À convoquer"), ("patient-a-voir-rendez-vous", "Rendez-vous pris")):
        secretary.page.goto("/a-voir")
        secretary.page.locator("[data-row]", has_text=words).first.get_by_role("link").click()
        look(secretary, name, theme, width, problems)
    secretary.page.locator("#rendez-vous summary").first.click()
    look(secretary, "patient-a-voir-deplacer", theme, width, problems)

    office = person(**options)
    office.enter("Bureau de facturation")
    look(office, "facturation", theme, width, problems)

    for name, path in (("phrases", "/phrases"), ("disponibilites", "/disponibilites")):
        expert.page.goto(path)
        look(expert, name, theme, width, problems)

    coordinator = person(**options)
    coordinator.enter("Coordination")
    look(coordinator, "demandes-reseau", theme, width, problems)
    coordinator.page.goto("/problemes")
    look(coordinator, "problemes", theme, width, problems)
    for name, path in (("demandes-non-lues", "/demandes?vue=non-lues"), ("suivi", "/suivi")):
        coordinator.page.goto(path)
        look(coordinator, name, theme, width, problems)
    assert problems == []

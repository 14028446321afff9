"""*Réseau*: looked at in both themes and at both widths, read by machine; a sector is renamed without script and with."""
import pytest
from playwright.sync_api import expect

from demonstration import administered
from test_pages import WIDTHS, look

PLACES = {
    "reseaux": "", "reseau": "/oncobreizh", "reseau-secteurs": "/oncobreizh/zones", "reseau-equipes": "/oncobreizh/equipes",
    "reseau-lignes": "/oncobreizh/lignes", "reseau-ligne": "/oncobreizh/lignes/lesion-suspecte",
    "reseau-partenaires": "/oncobreizh/partenaires", "reseau-identite": "/oncobreizh/identite",
    "reseau-nouvelle-ligne": "/oncobreizh/lignes/nouveau", "reseau-membres": "/oncobreizh/membres",
}


@pytest.fixture(scope="module")
def keeping(demonstrations, tmp_path_factory):
    with administered(demonstrations, tmp_path_factory.mktemp("network")) as base:
        yield base


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_its_pages_are_clean(people, keeping, theme, width):
    problems = []
    keeper = people(keeping, viewport=WIDTHS[width], color_scheme=theme, reduced_motion="reduce")
    keeper.enter("Kerfanal")
    for name, path in PLACES.items():
        keeper.page.goto("/reseaux" + path)
        look(keeper, name, theme, width, problems)
    assert problems == []


@pytest.mark.parametrize("script", [True, False])
def test_a_sector_is_renamed_and_a_wrong_one_told(people, keeping, script):
    keeper = people(keeping, java_script_enabled=script)
    keeper.enter("Kerfanal")
    page = keeper.page
    page.goto("/reseaux")
    page.get_by_role("link", name="OncoBreizh").last.click()
    page.get_by_role("link", name="Secteurs (3)").click()
    page.get_by_role("link", name="Lorient").first.click()
    page.get_by_label("Départements").fill("56, 99")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("alert")).to_contain_text("99")
    page.get_by_label("Départements").fill("56")
    page.get_by_label("Nom", exact=True).fill(f"Lorient, {'avec' if script else 'sans'} script")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Réseau enregistré.")).to_be_visible()
    expect(page.get_by_role("link", name="Lorient,")).to_be_visible()


TABLE = "nom;prenom;rpps;courriel;profession;specialite;roles;equipes;grade;partenaire\n{};Zoé;;{};infirmier;;coordinateur;;;\n"


@pytest.mark.parametrize("coding", ["utf-8", "windows-1252"])
def test_people_are_invited_from_a_file_as_a_spreadsheet_writes_it(people, keeping, coding):
    keeper = people(keeping)
    keeper.enter("Kerfanal")
    page = keeper.page
    page.goto("/reseaux/oncobreizh/membres")
    name, mail = f"Fictivé-{coding[:3]}", f"zoe.{coding[:3]}@exemple.invalid"
    table = TABLE.format(name, mail).encode(coding)
    page.get_by_label("Ou un fichier CSV").set_input_files(
        [{"name": "gens.csv", "mimeType": "text/csv", "buffer": table}])
    expect(page.get_by_label("Table en CSV")).to_have_value(TABLE.format(name, mail))
    page.get_by_role("button", name="Vérifier la table").click()
    expect(page.get_by_role("heading", name="Ce qu’il en est de chaque ligne")).to_be_visible()
    # Read as typed, and refused: an invited person is a real one, and a demonstration holds none.
    expect(page.get_by_role("table", name="Lignes de la table")).to_contain_text(name)
    expect(page.get_by_role("table", name="Lignes de la table")).to_contain_text("une démonstration n’invite personne")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_a_table_would_do_is_told_on_a_clean_page(people, keeping, theme, width):
    problems = []
    keeper = people(keeping, viewport=WIDTHS[width], color_scheme=theme, reduced_motion="reduce")
    keeper.enter("Kerfanal")
    keeper.page.goto("/reseaux/oncobreizh/membres")
    keeper.page.get_by_label("Table en CSV").fill(TABLE.format("Fictive", "zoe@exemple.invalid") + "Essai;;12;;medecin;;;;;\n")
    keeper.page.get_by_role("button", name="Vérifier la table").click()
    keeper.page.get_by_role("heading", name="Ce qu’il en est de chaque ligne").wait_for()
    look(keeper, "reseau-membres-table", theme, width, problems)
    assert problems == []

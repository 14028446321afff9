"""A team writes a small form, publishes it and asks with it, without script and with; its pages as pictures, and to axe."""
import pytest
from playwright.sync_api import expect

from acts import begin_draft
from demonstration import administered
from test_pages import WIDTHS, look


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_form_is_written_published_and_asked_with(people, demonstrations, tmp_path, theme, width, script):
    if not script and (theme, width) != ("light", "wide"):
        pytest.skip("without script, once is enough")
    problems = []
    with administered(demonstrations, tmp_path) as base:
        options = {"viewport": WIDTHS[width], "color_scheme": theme, "reduced_motion": "reduce"}
        editor = people(base, java_script_enabled=script, **options)
        editor.enter("Kerfanal")
        page = editor.page

        def seen(name):
            if script:
                look(editor, name, theme, width, problems)

        page.goto("/reseaux/oncobreizh/protocoles")
        seen("protocoles")
        page.get_by_label("Titre").fill("Tache qui change")
        page.get_by_label("À partir de").select_option(label="Dermatologie (fourni)")
        page.get_by_role("button", name="Commencer ce formulaire").click()
        expect(page.get_by_role("heading", name="Tache qui change")).to_be_visible()
        seen("protocole")
        page.get_by_role("link", name="Ajouter une question").click()
        page.get_by_label("Texte de la question").fill("Soleil dans l’enfance")
        page.get_by_label("Type de réponse").select_option(label="Un choix")
        page.get_by_label("Réponses à choisir").fill("Peu\nBeaucoup\nunknown = Ne sait pas")
        seen("protocole-question")
        page.get_by_role("button", name="Enregistrer la question").click()
        expect(page.get_by_text("Soleil dans l’enfance").first).to_be_visible()
        page.get_by_role("button", name="Monter Soleil dans l’enfance").click()
        page.get_by_role("link", name="Voir comme le demandeur").click()
        expect(page.get_by_text("Soleil dans l’enfance")).to_be_visible()
        seen("protocole-apercu")
        page.get_by_role("link", name="Revenir au formulaire").click()
        page.get_by_role("button", name="Publier cette version").click()
        page.get_by_role("button", name="Lui donner ce formulaire").first.click()
        expect(page.get_by_text("Utilise ce formulaire")).to_be_visible()
        seen("protocole-publie")

        asker = people(base, **options)
        asker.enter("Médecin")
        begin_draft(asker)
        expect(asker.page.get_by_text("Soleil dans l’enfance")).to_be_visible()
        asker.page.get_by_label("Beaucoup").check()
        look(asker, "protocole-demande", theme, width, problems)
        for one in (editor, asker):
            one.close()
    assert problems == []

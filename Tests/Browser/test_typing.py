"""Nothing that was typed is lost, and nothing is done twice."""
import re
import subprocess

from playwright.sync_api import expect

from acts import ask, begin_draft, fill_draft, report_of, take, unfold_and_send
from story import pool_of


def test_an_expired_session_keeps_what_was_typed(person):
    asker = person(java_script_enabled=False)
    name = asker.enter("Médecin")
    begin_draft(asker)
    fill_draft(asker, "Une question écrite pendant que la session expirait.")
    asker.context.clear_cookies()
    asker.page.get_by_role("button", name="Enregistrer").click()
    assert asker.page.get_by_text("Rien n’est perdu").is_visible()
    # In the form of the password and in that of a key: either way in brings it along.
    carried = asker.page.locator("[name='_reprise.question']")
    assert carried.count() == 2 and carried.last.input_value() == carried.first.input_value()
    assert carried.first.input_value() == "Une question écrite pendant que la session expirait."
    assert name


def test_a_wrong_date_is_said_at_its_field_and_the_rest_is_kept(person):
    asker = person()
    asker.enter("Médecin")
    begin_draft(asker)
    fill_draft(asker, "Que faire de cette lésion ?")
    asker.page.locator("[name='patient.birthDate']").fill("31/02/1958")
    asker.page.get_by_role("button", name="Vérifier et envoyer").click()
    asker.page.wait_for_url("**/verifier")
    assert asker.page.get_by_role("button", name="Envoyer la demande").count() == 0
    asker.page.get_by_role("link", name="Ce jour n’existe pas").click()
    assert asker.page.locator("[name='patient.birthDate']").input_value() == "31/02/1958"
    assert asker.page.locator("[name=question]").input_value() == "Que faire de cette lésion ?"


def test_a_file_that_is_no_photo_is_refused_at_its_place(person, tmp_path):
    asker = person(java_script_enabled=False)
    asker.enter("Médecin")
    begin_draft(asker)
    path = tmp_path / "photo.jpg"
    path.write_text("<html><script>alert(1)</script></html>")
    form = asker.page.locator("form[data-upload]:has(input[value='centered'])")
    form.locator("input[type=file]").set_input_files(str(path))
    form.locator("[data-send-plainly]").click()
    assert asker.page.locator("#photo-centered-erreur").is_visible()
    assert asker.page.locator("[data-slots] img").count() == 0


def test_a_red_flag_stops_the_sending_and_shows_the_15(person, photo):
    asker = person()
    asker.enter("Médecin")
    begin_draft(asker)
    fill_draft(asker, "Éruption avec fièvre.")
    asker.page.locator("[name='form.alarm']").first.check(force=True)
    asker.page.get_by_role("button", name="Vérifier et envoyer").click()
    assert asker.page.locator("a[href='tel:15']").first.is_visible()
    assert asker.page.get_by_text("La demande n’est pas partie").is_visible()


def test_an_opinion_is_kept_when_the_demand_changed_meanwhile(person, photo):
    asker, expert = person(), person()
    asker.enter("Médecin")
    identifier, recipient = ask(asker, "Question suivie d’un ajout.", photo, family="Essai-Conflit")
    expert.enter(f"Dermatologue, {pool_of(recipient)}")
    take(expert, identifier)
    expert.page.locator("[name=text]").fill("Avis écrit avant l’ajout.")
    expert.page.locator("[name=orientation][value=managedRemotely]").check(force=True)

    asker.page.goto(f"/demandes/{identifier}")
    unfold_and_send(asker, "ajouter", "texte", "Elle prend un anticoagulant.")
    asker.page.wait_for_url(re.compile("fait=ajouter"))

    expert.page.get_by_role("button", name="Envoyer l’avis", exact=True).click()
    assert expert.page.get_by_text("La demande a changé").first.is_visible()
    assert expert.page.get_by_text("Elle prend un anticoagulant.").is_visible()
    assert "Avis écrit avant l’ajout." in expert.page.content()
    expert.page.get_by_role("button", name="Envoyer mon avis tel quel").click()
    expert.page.wait_for_url(re.compile("fait=repondre"))


def test_a_draft_closed_without_saving_is_there_again(person):
    asker = person()
    asker.enter("Médecin")
    begin_draft(asker)
    url = asker.page.url
    asker.page.locator("[name=question]").click()
    asker.page.keyboard.type("Tapé et jamais enregistré par un bouton.")
    expect(asker.page.locator("[data-saved]")).to_contain_text("Enregistré", timeout=10_000)
    asker.page.goto("/demandes")
    asker.page.goto(url)
    assert asker.page.locator("[name=question]").input_value() == "Tapé et jamais enregistré par un bouton."


def test_a_junior_drafts_and_a_senior_validates(person, photo):
    asker, junior, senior = person(), person(), person()
    asker.enter("Médecin")
    identifier, _ = ask(asker, "Question confiée à un docteur junior.", photo, family="Essai-Junior")

    junior.enter("Docteur junior")
    take(junior, identifier)
    assert junior.page.get_by_role("button", name="Envoyer l’avis", exact=True).count() == 0
    assert junior.page.locator("#decliner").count() == 0
    junior.page.locator("[name=text]").fill("Lésion bénigne, rien à retirer.")
    junior.page.locator("[name=orientation][value=managedRemotely]").check(force=True)
    junior.page.locator("[name=gravity][value=benign]").check(force=True)
    junior.page.get_by_role("button", name="Soumettre au sénior").click()
    junior.page.wait_for_url(re.compile("fait=soumettre"))

    senior.enter("Dermatologue, Dermatologues du secteur Brest")
    senior.page.goto("/demandes?vue=a-valider")
    senior.page.locator(f"[data-worklist] a[href='/demandes/{identifier}']").click()
    senior.page.get_by_role("link", name="Relire et valider l’avis").click()
    text = senior.page.locator("[name=text]")
    assert text.input_value() == "Lésion bénigne, rien à retirer."
    text.fill("Lésion bénigne, rien à retirer. Revoir dans un an.")
    senior.page.get_by_role("button", name="Valider et envoyer").click()
    senior.page.wait_for_url(re.compile("fait=valider"))

    junior.page.goto(f"/demandes/{identifier}")
    advice = junior.page.locator(".advice").inner_text()
    assert "Revoir dans un an." in advice and "bénin" in advice
    young, old = "Dr Riwal Kerexemple", "Dr Hervé Kerfictif"
    assert f"{young}, validé par {old}" in advice

    # The report bears both names.
    asker.page.goto(f"/demandes/{identifier}")
    report = report_of(asker).body()
    words = subprocess.run(["pdftotext", "-", "-"], input=report, capture_output=True, timeout=30).stdout.decode()
    assert young in words and old in words and "Réponse validée par" in words and "Gravité : Bénin" in words

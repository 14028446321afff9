"""One téléexpertise from two people's screens, from the question to the closed loop and the PDF, step by step."""
import re

from acts import add_photo, begin_draft, check_and_send, fill_draft, report_of, save, take, unfold_and_send


def pool_of(recipient):
    """« À : Dermatologues de Brest-Lannion, secteur Brest-Lannion » → the pool's name."""
    return recipient.split(":", 1)[1].split(", secteur")[0].strip()


def steps(asker, expert, photo, scripts=True):
    """Plays the story; stops after each step and names it, so that a test may do something in between."""
    question = f"Lésion pigmentée du nez qui change, {'avec' if scripts else 'sans'} script : faut-il la retirer ?"

    asker.enter("Médecin")
    identifier = begin_draft(asker)
    yield "a draft is begun"
    fill_draft(asker, question, family="Essai-Story" if scripts else "Essai-Sobre")
    save(asker)
    yield "it is saved"
    if scripts:
        add_photo(asker, "centered", photo)
        add_photo(asker, "wide", photo)
    else:
        for slot in ("centered", "wide"):
            form = asker.page.locator(f"form[data-upload]:has(input[value='{slot}'])")
            form.locator("input[type=file]").set_input_files(photo)
            form.locator("[data-send-plainly]").click()
            asker.page.wait_for_url("**/brouillon*")
    yield "its photographs are there"
    pool = pool_of(check_and_send(asker))
    assert asker.page.get_by_text("Demande envoyée").is_visible()
    yield "it is sent"

    expert.enter(f"Dermatologue, {pool}")
    assert expert.page.get_by_text(question[:40]).first.is_visible(), "the demand stands in the pool's list"
    take(expert, identifier)
    yield "an expert took it"
    unfold_and_send(expert, "demander-precision", "texte", "A-t-elle saigné sans frottement ?")
    expert.page.wait_for_url(re.compile("fait=demander-precision"))
    yield "a precision is asked for"

    asker.page.goto("/demandes?vue=a-completer")
    asker.page.get_by_text(question[:40]).first.click()
    assert asker.page.get_by_text("A-t-elle saigné sans frottement").is_visible()
    unfold_and_send(asker, "preciser", "texte", "Deux fois, la nuit, depuis un mois.")
    asker.page.wait_for_url(re.compile("fait=preciser"))
    yield "it is given"

    expert.page.goto(f"/demandes/{identifier}/repondre")
    assert expert.page.get_by_text("Deux fois, la nuit").is_visible()
    expert.page.locator("[name=text]").fill("Aspect suspect : exérèse complète, à voir sous dix jours.")
    if scripts:
        expert.page.locator("h1, h2").first.click()
        expert.page.keyboard.press("4")
        assert expert.page.locator("[name=orientation]:checked").get_attribute("value") == "quickConsultation"
        expert.page.locator("[name=text]").focus()
        expert.page.keyboard.press("Control+Enter")
    else:
        expert.page.locator("[name=orientation][value=quickConsultation]").check(force=True)
        expert.page.get_by_role("button", name="Envoyer l’avis", exact=True).click()
    expert.page.wait_for_url(re.compile("fait=repondre"))
    assert expert.page.get_by_text("TE2").first.is_visible()
    assert expert.page.get_by_text("RQD").first.is_visible()
    yield "the opinion is sent"

    asker.page.goto("/demandes?vue=a-lire")
    asker.page.get_by_text(question[:40]).first.click()
    assert asker.page.get_by_text("exérèse complète").first.is_visible()
    report = report_of(asker)
    assert report.ok and report.body().startswith(b"%PDF-1.4") and len(report.body()) > 10_000
    yield "its report is read"

    asker.page.get_by_role("button", name="Lu, patient informé").click()
    asker.page.wait_for_url(re.compile("fait=patient-informe"))
    yield "the patient is told"
    block = asker.page.locator("#clore")
    if block.get_attribute("open") is None:
        block.locator("summary").first.click()
    block.locator("[name=suivi][value=followed]").check(force=True)
    block.locator("[data-act=clore]").click()
    asker.page.wait_for_url(re.compile("fait=clore"))
    assert asker.page.get_by_text("Close").first.is_visible()
    yield "the demand is closed"

"""What people do on the pages, in the words of the pages."""
import re

from playwright.sync_api import expect


def begin_draft(asker, line="Lésion suspecte"):
    page = asker.page
    page.goto("/demandes/nouvelle")
    card = page.locator("form[action='/demandes']").filter(has_text=line)
    if card.count() == 0:
        card = page.locator("article, li, section, div.card").filter(has_text=line).locator("form[action='/demandes']")
    card.first.get_by_role("button").click()
    page.wait_for_url("**/brouillon")
    return re.search(r"/demandes/([^/]+)/brouillon", page.url).group(1)


def fill_draft(asker, question, family="Essai-Kermadec", urgency=None):
    page = asker.page
    page.get_by_label("Nom de naissance").fill(family)
    page.locator("[name='patient.firstGivenName']").fill("Yvonne")
    page.locator("[name='patient.birthDate']").fill("12/08/1958")
    page.locator("[name='patient.sex'][value=female]").check(force=True)
    page.locator("[name=question]").fill(question)
    for name, value in (("form.suspicion", "tumour"), ("form.site", "face"), ("form.since", "months")):
        choose(page, name, value)
    if urgency:
        choose(page, "urgency", urgency)
    page.locator("[name=consent]").check(force=True)


def choose(page, name, value):
    control = page.locator(f"select[name='{name}']")
    if control.count():
        control.select_option(value)
    else:
        page.locator(f"[name='{name}'][value='{value}']").check(force=True)


def save(asker):
    asker.page.get_by_role("button", name="Enregistrer").click()
    asker.page.wait_for_url("**/brouillon?fait=enregistrer")


def add_photo(asker, slot, path):
    """Choosing the file sends it, once the script that does so is there: it hides the button that served without it."""
    page = asker.page
    form = page.locator(f"form[data-upload]:has(input[value='{slot}'])")
    expect(form.get_by_role("button", name=re.compile("la photo"))).to_be_hidden()
    joined = page.locator(f"[data-slot='{slot}'] .strip img")
    before = joined.count()
    form.locator("input[type=file]").set_input_files(path)
    expect(joined).to_have_count(before + 1)


def check_and_send(asker):
    page = asker.page
    page.get_by_role("button", name="Vérifier et envoyer").click()
    page.wait_for_url("**/verifier")
    recipient = page.get_by_text(re.compile(r"^\s*À\s:")).first.inner_text()
    page.get_by_role("button", name="Envoyer la demande").click()
    page.wait_for_url("**/demandes/*?fait=envoyer")
    return recipient


def ask(asker, question, photo, family):
    """A demand with its photographs, from the draft to the sending: its id, and to whom it went."""
    demand = begin_draft(asker)
    fill_draft(asker, question, family=family)
    save(asker)
    for slot in ("centered", "wide"):
        add_photo(asker, slot, photo)
    return demand, check_and_send(asker)


def take(expert, demand):
    """Ends where the opinion is written."""
    expert.page.goto(f"/demandes/{demand}")
    expert.page.get_by_role("button", name="Prendre cette demande").click()
    expert.page.wait_for_url("**/repondre*")


def report_of(asker):
    """The PDF of the first opinion on the demand that is open, once it is made."""
    link = asker.page.get_by_role("link", name=re.compile("Version 1, PDF"))
    for _ in range(50):
        if link.count():
            break
        asker.page.wait_for_timeout(100)
        asker.page.reload()
    return asker.context.request.get(link.get_attribute("href"))


def unfold_and_send(person, act, field, text):
    """Unfolds an act, writes in its field, sends it."""
    page = person.page
    block = page.locator(f"#{act}")
    if block.get_attribute("open") is None:
        block.locator("summary").first.click()
    block.locator(f"[name='{field}']").fill(text)
    block.locator(f"[data-act='{act}']").click()

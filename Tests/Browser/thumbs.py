"""Asking from a telephone: thumbs on a draft."""
import re

from playwright.sync_api import expect

from acts import add_photo

TELEPHONE = {
    "viewport": {"width": 390, "height": 844}, "device_scale_factor": 3, "is_mobile": True, "has_touch": True}


class Thumbs:
    """On the pages of one who asks: every control is tapped."""

    def __init__(self, asker):
        self.page = asker.page

    def begin(self, line):
        """A draft, from the page where the lines stand."""
        self.page.locator("form[action='/demandes']").filter(has_text=line).get_by_role("button").tap()
        self.page.wait_for_url("**/brouillon")

    def write(self, name, words):
        field = self.page.locator(f"[name='{name}']")
        field.tap()
        self.page.keyboard.type(words)
        expect(field).to_have_value(words)

    def choose(self, name, value):
        field = self.page.locator(f"[name='{name}'][value='{value}']")
        self.page.locator("label.choice").filter(has=field).tap()

    def wait_until_saved(self):
        expect(self.page.locator("[data-saved]")).to_contain_text("Enregistré", timeout=20_000)

    def check(self):
        self.page.get_by_role("button", name="Vérifier et envoyer").tap()

    def send(self):
        """With the patient's consent; what was read before the sending."""
        self.page.locator("label.tick-line").filter(has=self.page.locator("[name=consent]")).tap()
        self.check()
        self.page.wait_for_url("**/verifier")
        summary = self.page.locator("main").inner_text()
        self.page.get_by_role("button", name="Envoyer la demande").tap()
        self.page.wait_for_url(re.compile(r"fait=envoyer"))
        return summary


def ask(asker, family, question, photo):
    """About a lesion, from any page to « Demande envoyée »."""
    thumbs, page = Thumbs(asker), asker.page
    page.get_by_role("link", name="Nouvelle demande").first.tap()
    page.wait_for_url("**/nouvelle")
    thumbs.begin("Lésion suspecte")
    # A blank draft opens in its first field.
    expect(page.locator("[name='patient.birthFamilyName']")).to_be_focused()
    page.keyboard.type(family)
    thumbs.write("patient.firstGivenName", "Yvonne")
    thumbs.write("patient.birthDate", "12081958")
    thumbs.choose("patient.sex", "female")
    thumbs.write("question", question)
    for name, value in (("form.suspicion", "tumour"), ("form.site", "face"), ("form.since", "months")):
        thumbs.choose(name, value)
    thumbs.wait_until_saved()
    for slot in ("centered", "wide"):
        add_photo(asker, slot, photo)
    thumbs.send()

"""Forms of other specialties, filled where they are filled: by a nurse at a bedside, by a doctor with the patient on the
table, on a telephone; and read by the expert."""
import contextlib
import pathlib
import subprocess

import pytest
from playwright.sync_api import expect

from acts import add_photo
from conftest import OUTPUT
from essaim import Essaim, environment
from hands import Hands
from second_step import link_in, opens_by_forms
from thumbs import TELEPHONE, Thumbs
from visitor import Visitor

NETWORK = pathlib.Path(__file__).parents[2] / "networks" / "armor-soins.yaml"
PASSWORD = "un mot de passe de démonstration"
# The cookie of each one's session, by their login.
SESSIONS = {}


@pytest.fixture(scope="module")
def armor(tmp_path_factory):
    """A network with lines for wounds and for ECG, who asks and who answers."""
    essaim = Essaim(tmp_path_factory.mktemp("armor") / "data")

    def told(*words):
        done = subprocess.run(
            essaim.command(*words), capture_output=True, text=True, timeout=60,
            env=environment(ESSAIM_PUBLIC_URL=essaim.base))
        assert done.returncode == 0, done.stderr
        return done.stdout

    def joins(login, profession, *place):
        given, family = login.title().split(".")
        links[login] = link_in(told(
            "user", "add", login, "--family", family, "--given", given, "--profession", profession, "--checked", "M. Essai, carte vue", *place))

    links = {}
    with contextlib.closing(essaim):
        told("network", "apply", str(NETWORK))
        joins("anne.plaievide", "10", "--pool", "armor-soins/plaies")
        joins("marc.coeurfictif", "10", "--pool", "armor-soins/cardiologie")
        for login, profession, name in (
                ("tifenn.kermirage", "60", "Cabinet infirmier du Vieux-Port"),
                ("claire.kerfable", "10", "Cabinet médical du Vieux-Port")):
            joins(login, profession, "--structure", name, "--commune", "29239", "--commune-name", "Roscoff")
        essaim.start()
        for login, link in links.items():
            visitor = Visitor(essaim.base)
            opens_by_forms(visitor, link, PASSWORD)
            SESSIONS[login] = visitor.cookie
        yield essaim.base
        essaim.stop()


class Telephone(Thumbs):
    """A draft of that line, with the fields of its form."""

    def __init__(self, asker, line):
        super().__init__(asker)
        self.page.goto("/demandes/nouvelle")
        self.begin(line)

    def answer(self, *answers):
        for name, value in answers:
            self.choose(f"form.{name}", value)

    def shows(self, name):
        return self.page.locator(f"[name='form.{name}']").first.is_visible()

    def identify(self, question):
        self.write("patient.birthFamilyName", "Essai-Formulaire")
        self.write("patient.firstGivenName", "Yvonne")
        self.write("patient.birthDate", "12081938")
        self.choose("patient.sex", "female")
        self.write("question", question)

    def picture(self, name):
        self.page.locator("#specialite").screenshot(path=OUTPUT / f"{name}.png")


def fits(page):
    """Nothing stands beyond the edge of the screen."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def signed_in(people, base, login, **options):
    someone = people(base, **options)
    name, token = SESSIONS[login].split("=", 1)
    # A `__Host-` cookie is set by a secure origin alone; this machine counts as one for the page, not for this call.
    someone.context.add_cookies([{
        "name": name, "value": token, "url": base.replace("http:", "https:"), "secure": True, "httpOnly": True}])
    someone.page.goto("/demandes")
    return someone


def take_only(expert):
    expert.page.goto("/demandes?vue=a-prendre")
    expert.page.locator("[data-worklist] a[href^='/demandes/']").first.click()
    expert.page.get_by_role("button", name="Prendre cette demande").click()
    expert.page.wait_for_url("**/repondre*")
    return expert.page


def test_a_nurse_shows_a_wound_from_a_bedside(people, armor, photo):
    nurse = signed_in(people, armor, "tifenn.kermirage", **TELEPHONE)
    form = Telephone(nurse, "Plaies et cicatrisation")
    hands = Hands(nurse)
    hands.start()
    form.identify("Escarre ? Le talon ne guérit pas : quel pansement ?")
    form.picture("plaies-vierge")
    assert not form.shows("pulses") and not form.shows("offloading") and not form.shows("compression")
    form.answer(("site", "leg"))
    assert form.shows("compression") and form.shows("pulses") and not form.shows("offloading")
    form.answer(("site", "foot"), ("side", "left"), ("cause", "diabetic-foot"), ("since", "weeks"))
    assert form.shows("offloading") and not form.shows("compression") and not form.shows("support")
    for name, value in (("length", "32"), ("width", "18"), ("depth", "4")):
        form.write(f"form.{name}", value)
    form.answer(("bed", "yellow"))
    form.write("form.yellow-part", "40")
    form.answer(("pulses", "felt"), ("offloading", "none"))
    assert fits(form.page)
    form.picture("plaies-remplie")
    form.wait_until_saved()
    add_photo(nurse, "ruler", photo)
    assert "Taille\n32\u00a0×\u00a018\u00a0×\u00a04\u00a0mm" in form.send()
    hands.within(22, "a wound from a telephone")

    page = take_only(signed_in(people, armor, "anne.plaievide"))
    facts = page.locator(".answered").inner_text()
    assert "32\u00a0×\u00a018\u00a0×\u00a04\u00a0mm" in facts and "Circulation" in facts and "40\u00a0%" in facts
    page.locator(".reply-read").screenshot(path=OUTPUT / "plaies-lue.png")


def test_a_doctor_asks_about_an_ecg_with_the_patient_on_the_table(people, armor, photo):
    doctor = signed_in(people, armor, "claire.kerfable", **TELEPHONE)
    form = Telephone(doctor, "avis sur un ECG")
    hands = Hands(doctor)
    hands.start()
    form.identify("QT à 480 ms sous escitalopram : continuer ?")
    form.answer(("reason", "drug"), ("now", "well"))
    assert not form.shows("since") and not form.shows("qt-which")
    for name, value in (("systolic", "135"), ("diastolic", "80"), ("rate", "72")):
        form.write(f"form.{name}", value)
    form.answer(("qt-drug", "true"))
    form.write("form.qt-which", "escitalopram, 3 mois")
    assert fits(form.page)
    form.picture("ecg-rempli")
    form.wait_until_saved()
    add_photo(doctor, "ecg", photo)
    assert "Tension\n135/80\u00a0mmHg" in form.send()
    hands.within(17, "an ECG from a telephone")

    page = take_only(signed_in(people, armor, "marc.coeurfictif"))
    assert "135/80\u00a0mmHg" in page.locator(".answered").inner_text()
    page.locator(".reply-read").screenshot(path=OUTPUT / "ecg-lu.png")


def test_a_pain_that_lasts_is_no_demand(people, armor):
    doctor = signed_in(people, armor, "claire.kerfable", **TELEPHONE)
    form = Telephone(doctor, "avis sur un ECG")
    form.identify("Douleur depuis une heure.")
    form.answer(("alarm", "chest-pain"), ("reason", "past-pain"), ("now", "symptoms"))
    form.check()
    expect(form.page.locator("a[href='tel:15']")).to_be_visible()
    expect(form.page.get_by_text("La demande n’est pas partie")).to_be_visible()
    expect(form.page.locator("a.call.line")).to_contain_text("02 61 91 29 40".replace(" ", "\u00a0"))
    form.page.screenshot(path=OUTPUT / "ecg-alerte.png")

"""How few gestures the two paths that are walked most need: answering, and asking from a telephone."""
import re

from playwright.sync_api import expect

import keys
import thumbs
from hands import Hands

RENNES = "Dermatologue, Dermatologues du secteur Rennes"


def test_from_the_list_to_the_next_demand_in_four_gestures(person):
    expert = person()
    expert.enter("Dermatologue")
    hands, page = Hands(expert), expert.page
    page.goto("/demandes?vue=a-prendre")
    assert page.locator("[data-worklist] a").count() > 1
    hands.start()

    keys.open_first(page)
    keys.take(page)
    answered = re.search(r"/demandes/([^/]+)/", page.url).group(1)
    page.keyboard.press("1")
    page.keyboard.type("Rien à retirer. Revoir dans un an, ou avant si cela change.")
    expect(page.locator("[name=text]")).to_have_value(re.compile("^Rien à retirer"))
    page.keyboard.press("Control+Shift+Enter")
    page.wait_for_url(re.compile(r"fait=repondre"))
    assert answered not in page.url, "the next demand is open"
    hands.within(4, "from the list to the next demand")

    # The next one is where one key takes it, or already where it is answered.
    if "/repondre" not in page.url:
        keys.take(page)
    expert.page.goto(f"/demandes/{answered}")
    assert page.get_by_text("Rien à retirer").first.is_visible()


def test_gravity_delay_and_ready_questions_take_one_key_each(person):
    expert = person()
    expert.enter("Dermatologue")
    page = expert.page
    page.goto("/demandes?vue=a-prendre")
    keys.open_first(page)
    keys.take(page)
    page.keyboard.press("k")
    assert page.locator("[name=gravity]:checked").get_attribute("value") == "suspectedCancer"
    ask = page.get_by_text("dites avant quand")
    assert ask.is_hidden()
    page.keyboard.press("4")
    assert page.locator("[name=orientation]:checked").get_attribute("value") == "quickConsultation"
    assert page.evaluate("document.activeElement.name") == "text"
    assert ask.is_visible(), "a visit wants a day"
    page.keyboard.type("À voir.")
    page.get_by_text("7 jours").click()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", page.locator("[name=seeBefore]").input_value())
    assert ask.is_hidden()

    # Escape leaves the text, D asks for more, a figure is then a sentence and no orientation.
    page.locator("[name=text]").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    page.keyboard.press("2")
    page.keyboard.press("4")
    text = page.locator("#demander-precision-texte")
    expect(text).to_have_value(re.compile("vue plus large(.|\n)*Depuis quand"))
    page.keyboard.press("2")
    expect(text).to_have_value(re.compile("^Depuis quand"))
    assert page.locator("[name=orientation]:checked").get_attribute("value") == "quickConsultation"
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile(r"fait=demander-precision"))
    assert page.get_by_text("Depuis quand la lésion existe-t-elle").count() == 1, "said once"


def test_a_demand_is_asked_from_a_telephone_in_twelve_gestures(person, photo):
    asker = person(**thumbs.TELEPHONE)
    asker.enter("Médecin")
    hands = Hands(asker)
    hands.start()
    thumbs.ask(asker, "Essai-Gestes", "Lésion du nez qui saigne : faut-il la retirer ?", photo)
    assert asker.page.get_by_text("Demande envoyée").is_visible()
    hands.within(12, "asking from a telephone")


def test_a_phrase_is_put_in_place_by_its_shortcut(person):
    expert = person()
    expert.enter(RENNES)
    page = expert.page
    page.goto("/phrases")
    page.get_by_role("button", name="Copier la phrase revoir").click()
    page.wait_for_url(re.compile(r"fait=phrase-gardee"))
    form = page.locator("#ajouter form")
    form.locator("[name=shortcut]").fill("ks")
    form.locator("[name=title]").fill("Kératose")
    form.locator("[name=text]").fill("Kératose séborrhéique typique.\nRien à retirer.")
    form.get_by_role("button", name="Ajouter cette phrase").click()
    expect(page.locator("details.phrase")).to_have_count(2)

    page.goto("/demandes?vue=a-prendre")
    keys.open_first(page)
    keys.take(page)
    keys.wait_for(page, "phrases.js")
    text, choices = page.locator("[name=text]"), page.get_by_role("listbox", name="Phrases", exact=True)
    text.focus()
    page.keyboard.type("Merci. /ks ")
    expect(text).to_have_value("Merci. Kératose séborrhéique typique.\nRien à retirer.")
    expect(choices).to_be_hidden()
    # What was put in place is saved as what is typed, and undone as it too.
    expect(page.locator("[data-saved]")).to_contain_text("Enregistré", timeout=10_000)
    page.keyboard.press("Control+z")
    expect(text).to_have_value(re.compile("^Merci. /ks"))

    text.fill("")
    page.keyboard.type("/")
    expect(choices.get_by_role("option")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"#{text.get_attribute('aria-activedescendant')}")
    assert chosen.get_attribute("aria-selected") == "true" and "/revoir" in chosen.inner_text()
    page.keyboard.press("Enter")
    expect(text).to_have_value(re.compile("^Redemander un avis"))
    # A slash within a word is a slash; Escape closes the list and stays in the text.
    page.keyboard.type(" 1/ks ")
    expect(text).to_have_value(re.compile("1/ks $"))
    page.keyboard.type("/")
    expect(choices).to_be_visible()
    page.keyboard.press("Escape")
    expect(choices).to_be_hidden()
    assert page.evaluate("document.activeElement.name") == "text"


def test_a_phrase_is_inserted_without_a_script(person):
    expert = person(java_script_enabled=False)
    expert.enter(RENNES)
    page = expert.page
    page.goto("/phrases")
    page.get_by_role("button", name="Copier la phrase soleil").click()
    page.wait_for_url(re.compile(r"fait=phrase-gardee"))
    page.goto("/demandes?vue=a-prendre")
    page.locator("[data-worklist] a").first.click()
    page.get_by_role("button", name="Prendre cette demande").click()
    page.wait_for_url(re.compile(r"repondre\?fait=prendre"))
    page.locator("[name=text]").fill("Bonjour.")
    page.locator("select[name=phrase]").select_option(label="/soleil · Protection solaire")
    page.get_by_role("button", name="Insérer").click()
    page.wait_for_url(re.compile(r"repondre\?fait=phrase#avis"))
    assert page.locator("[name=text]").input_value().startswith("Bonjour.\nProtection solaire")


def test_one_says_ones_days_and_who_names_reads_them(person):
    expert, coordinator = person(), person()
    expert.enter(RENNES)
    page = expert.page
    page.goto("/demandes")
    page.locator("details.account summary").click()
    page.get_by_role("link", name="Mes disponibilités").click()
    page.get_by_label("Lundi").fill("9h-12h30, 14h-18h")
    page.get_by_label("Demandes par jour, au plus").fill("6")
    page.get_by_role("button", name="Enregistrer").click()
    page.wait_for_url(re.compile(r"fait=disponibilites"))
    assert page.get_by_label("Lundi").input_value() == "09:00-12:30, 14:00-18:00"
    today = page.evaluate("new Date().toLocaleDateString('sv', {timeZone: 'Europe/Paris'})")
    page.locator("[name=from]").fill(today)
    page.get_by_label("Qui demander pendant ce temps").fill("Dr Anne Riou")
    page.get_by_role("button", name="Ajouter cette absence").click()
    page.wait_for_url(re.compile(r"fait=absence"))
    page.goto("/demandes?vue=a-prendre")
    assert page.get_by_text("Vous êtes noté absent").is_visible()
    rennes = page.locator("[data-worklist] a").first.get_attribute("href")

    coordinator.enter("Coordination")
    coordinator.page.goto(rennes)
    offered = coordinator.page.locator("select[name=expert] option").all_text_contents()
    mine = [line for line in offered if "Françoise Kerroman" in line]
    assert len(mine) == 1 and "absence jusqu’au" in mine[0] and "voir Dr Anne Riou" in mine[0], offered
    # Gone when it is taken back.
    page.goto("/disponibilites")
    page.get_by_role("button", name=re.compile("Retirer l’absence")).click()
    page.wait_for_url(re.compile(r"fait=absence-retiree"))
    page.goto("/demandes?vue=a-prendre")
    assert page.get_by_text("Vous êtes noté absent").count() == 0

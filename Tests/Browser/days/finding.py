"""Finding a demand again: by a name without its accents, by a word of the question, by its patient."""
from days.cases import ACCENTED


def the_doctor_finds_a_name_and_a_word(town):
    doctor = town.workers["a doctor of Brest"]
    for words in ("kerezee", "épidermoide"):
        doctor.goes_to("/recherche")
        doctor.page.get_by_label("Mots, nom ou numéro").fill(words)
        doctor.presses("Rechercher", r"/recherche\?r=")
        rows = doctor.page.locator("[data-row]")
        assert rows.count() == 1 and ACCENTED.question in rows.inner_text(), rows.all_inner_texts()
        assert words not in doctor.page.url
    doctor.goes_to("/patients")
    doctor.page.get_by_label("Début du nom").fill("kérez")
    doctor.page.get_by_role("button", name="Chercher", exact=True).click()
    doctor.page.wait_for_url("**/patients?r=*")
    doctor.opens("KÉRÉZÉE")
    doctor.reads(ACCENTED.question)


def the_nurses_find_their_own_only(town):
    nurse = town.comes("the morning nurse")
    nurse.goes_to("/recherche")
    nurse.page.get_by_label("Mots, nom ou numéro").fill("kerezee")
    nurse.presses("Rechercher", r"/recherche\?r=")
    assert nurse.page.locator("[data-row]").count() == 0

"""Those who ask: practices, a doctor with a telephone in a corridor, two nurses of a nursing home who never meet."""
import re

import thumbs
from acts import begin_draft, fill_draft, save
from days.cases import BY_PRACTICES, BY_TELEPHONE, OF_RENNES, OF_THE_EVENING, OF_THE_MORNING
from demands import sent_demand

ADDRESS = "claire@exemple.fr"


def practices_send_their_demands(town):
    brest, rennes = town.writes("a doctor of Brest"), town.writes("a doctor of Rennes")
    for case in BY_PRACTICES:
        sent_demand(brest, case.question, **case.content)
    sent_demand(rennes, OF_RENNES.question, **OF_RENNES.content)
    town.ledger.received += len(BY_PRACTICES) + 1


def the_doctor_wants_to_be_told_by_mail(town):
    doctor = town.comes("the doctor", **thumbs.TELEPHONE)
    doctor.goes_to("/profil")
    doctor.page.get_by_label("Adresse de courriel").fill(ADDRESS)
    doctor.presses("Confirmer cette adresse", "fait=lien")
    [letter] = town.mail(ADDRESS)
    doctor.goes_to(town.link(letter, "/profil/courriel/"))
    doctor.presses(re.compile("Confirmer"), "fait=adresse")


def the_doctor_asks_from_the_telephone(town, photo):
    """Counted from the list to « Demande envoyée »: what is typed into a field is not, each tap is."""
    doctor = town.workers["the doctor"]
    doctor.goes_to("/demandes")
    doctor.hands.start()
    thumbs.ask(doctor, BY_TELEPHONE.family, BY_TELEPHONE.question, photo)
    doctor.hands.within(12, "the doctor asks from a telephone")
    doctor.eyes.look()
    doctor.reads("Demande envoyée")
    town.ledger.received += 1


def has_no_photograph(asker):
    asker.page.locator("details:has([name=photographsImpossible]) > summary").click()
    asker.page.locator("[name=photographsImpossible]").fill("Appareil en panne")


def sends(asker):
    asker.presses("Vérifier et envoyer", "/verifier$")
    asker.presses("Envoyer la demande", "fait=envoyer")


def the_doctor_begins_another_and_puts_it_off(town):
    """At leisure, page by page; it is reread and not sent."""
    doctor = town.workers["the doctor"]
    doctor.goes_to("/demandes/nouvelle")
    begin_draft(doctor)
    doctor.eyes.look()
    fill_draft(doctor, "Tache du genou : à montrer ?", family="Essai-Regard")
    has_no_photograph(doctor)
    doctor.presses("Vérifier et envoyer", "/verifier$")


def the_morning_nurse_asks_once_and_begins_another(town):
    """She is called away: the second stays a draft of the house."""
    nurse = town.comes("the morning nurse")
    for case in (OF_THE_MORNING, OF_THE_EVENING):
        nurse.goes_to("/demandes/nouvelle")
        begin_draft(nurse)
        nurse.eyes.look()
        fill_draft(nurse, case.question, family=case.family)
        has_no_photograph(nurse)
        if case is OF_THE_MORNING:
            sends(nurse)
            town.ledger.received += 1
        else:
            save(nurse)
    nurse.page.locator("details.account summary").click()
    nurse.presses("Se déconnecter", "/connexion")


def the_evening_nurse_sends_what_the_morning_left(town):
    nurse = town.comes("the evening nurse")
    nurse.goes_to("/demandes?vue=brouillons")
    nurse.page.get_by_text(OF_THE_EVENING.question).click()
    nurse.page.wait_for_url("**/brouillon")
    nurse.eyes.look()
    assert nurse.page.get_by_label("Nom de naissance").input_value() == OF_THE_EVENING.family
    sends(nurse)
    town.ledger.received += 1


def the_evening_nurse_reads_the_answer_to_the_morning(town):
    nurse = town.workers["the evening nurse"]
    nurse.goes_to("/demandes?vue=a-lire")
    nurse.opens(OF_THE_MORNING.question)
    nurse.reads(OF_THE_MORNING.fate.text)
    nurse.presses("Lu, patient informé", "fait=patient-informe")
    town.ledger.told += 1

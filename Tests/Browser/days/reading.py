"""Those who read what came back: mail, a list on a telephone, a precision to give, a loop to close."""
import re

from days.asking import ADDRESS
from days.cases import ACCENTED, BY_TELEPHONE, EYE, FOOT, LIP, MELANOMA

GIVEN = "Depuis six mois. Elle était brune, elle est noire."


def the_digest_tells_the_doctor_once(town):
    """The address' own letter, then one for the morning: the line and the number, and nothing of the patient."""
    letter = town.mail(ADDRESS, 2)[1]
    assert "/demandes/" in letter and "L’avis vous attend, avec une date à tenir." in letter
    assert [word for word in (BY_TELEPHONE.family, "Yvonne", "nez", "carcinome") if word in letter] == []
    assert len(town.mail(ADDRESS, 2)) == 2


def the_doctor_reads_the_answer_and_leaves_it_open(town):
    doctor = town.comes("the doctor")
    doctor.goes_to("/demandes?vue=a-lire")
    doctor.opens(BY_TELEPHONE.question)
    doctor.reads(BY_TELEPHONE.fate.text)
    doctor.reads("Consultation rapide à voir avant le 8 décembre 2026")


def the_next_day_the_page_of_yesterday_loses_nothing(town):
    """The night has ended the session: what was pressed is kept over the sign-in."""
    doctor = town.workers["the doctor"]
    doctor.page.get_by_role("button", name="Lu, patient informé").tap()
    doctor.page.get_by_label("Mot de passe").wait_for()
    doctor.eyes.look()
    doctor.reads("Rien n’est perdu")
    doctor.gives_password()
    doctor.page.get_by_role("heading", name="Vous revoilà").wait_for()
    doctor.eyes.look()
    doctor.presses("Reprendre l’envoi", "fait=patient-informe")
    town.ledger.told += 1


def answers_are_read_with_one_tap_each(town):
    """Those of yesterday but one: the decline, which has nobody to be told of, and three opinions."""
    doctor = town.comes("a doctor of Brest")
    before = doctor.lines("a-lire")
    for question in (LIP.question, ACCENTED.question):
        doctor.page.locator("[data-row]").filter(has_text=question).get_by_role("button").click()
        doctor.page.wait_for_url(re.compile("fait=patient-informe"))
        town.ledger.told += 1
        doctor.goes_to("/demandes?vue=a-lire")
    doctor.opens(EYE.question)
    doctor.reads("Urgences ophtalmologiques")
    doctor.does("lu")
    assert doctor.lines("a-lire") == before - 3


def the_answer_that_nobody_read_is_told(town):
    """To be seen within days, it presses: after four hours on the list of who asked."""
    doctor = town.workers["a doctor of Brest"]
    doctor.goes_to("/demandes?vue=a-lire")
    row = doctor.page.locator("[data-row]").filter(has_text=MELANOMA.question)
    assert "Non lue depuis" in row.inner_text(), row.inner_text()


def the_answer_is_read_after_the_call(town):
    doctor = town.comes("a doctor of Brest")
    doctor.goes_to("/demandes?vue=a-lire")
    doctor.opens(MELANOMA.question)
    doctor.reads("Gravité : suspicion de cancer")
    doctor.presses("Lu, patient informé", "fait=patient-informe")
    town.ledger.told += 1


def the_precision_is_given(town):
    doctor = town.workers["a doctor of Brest"]
    assert doctor.lines("a-completer") == 1
    doctor.opens(FOOT.question)
    doctor.does("preciser", texte=GIVEN)


def loops_are_closed_with_otherwise(town):
    """Day three: what became of the advice, and what would have been done without."""
    doctor = town.comes("a doctor of Brest")
    said = ((LIP, "followed", "referral"), (MELANOMA, "followed", "emergency"), (ACCENTED, "partly", "alone"))
    for case, advice, otherwise in said:
        doctor.goes_to("/demandes?vue=a-clore")
        doctor.opens(case.question)
        doctor.does("clore", suivi=advice, sinon=otherwise)
        town.ledger.closed[advice] += 1
        town.ledger.otherwise[otherwise] += 1


def the_doctor_hears_of_the_patient(town, words):
    doctor = town.comes("the doctor")
    assert doctor.lines("nouvelles") == 1
    doctor.opens(BY_TELEPHONE.question)
    doctor.reads(words)
    doctor.does("lu")

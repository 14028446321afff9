"""What is to be billed: the dermatologist's own list, and the hospital's office, which reads no demand."""
import csv
import io
import re

from days.cases import FIFTEEN, Advice


def own_answers():
    """Those of the dermatologist's first day, and the two of the second."""
    return sum(isinstance(case.fate, Advice) for case in FIFTEEN) + 2


def the_dermatologist_marks_acts(town):
    expert = town.comes("the dermatologist")
    expert.goes_to("/a-coter")
    cards = expert.page.locator("[data-act]")
    assert cards.count() == own_answers()
    titles = [" ".join(title.split()) for title in cards.locator("h2").all_inner_texts()]
    assert [title for title in titles if not title.startswith("TE2 23,00 €")] == []
    for left in (1, 2):
        cards.first.get_by_role("button", name="Marquer comme coté").click()
        expert.page.wait_for_url(re.compile("fait=coter"))
        expert.goes_to("/a-coter")
        assert cards.count() == own_answers() - left
    expert.goes_to("/a-coter?vue=cotes")
    assert expert.page.locator("tbody tr").count() == 2


def the_day_is_listed(town, day, count):
    expert = town.workers["the dermatologist"]
    expert.goes_to("/a-coter?vue=jour")
    expert.page.get_by_role("textbox", name="Jour").fill(f"{day:%d/%m/%Y}")
    expert.presses("Voir la liste", "jour=")
    assert expert.page.locator("tbody tr").count() == count


def the_office_makes_a_batch_once(town):
    office = town.comes("the billing office")
    assert office.page.locator(".claim-acts tbody tr").count() == 2
    office.presses("Faire le lot", "fait=lot$")
    assert office.page.locator("tbody tr").count() == 2
    files = []
    for _ in range(2):
        with office.page.expect_download() as download:
            office.page.get_by_role("link", name="Télécharger en CSV").click()
        files.append(download.value.path().read_bytes())
    assert files[0] == files[1], "a batch that left is frozen"
    lines = list(csv.DictReader(io.StringIO(files[0].decode("utf-8-sig")), delimiter=";"))
    assert len(lines) == 2
    office.goes_to("/facturation")
    office.presses("Faire le lot", "fait=lot-vide")


def the_office_marks_what_came_back(town):
    office = town.workers["the billing office"]
    office.goes_to("/facturation")
    for number, (button, reason, word) in enumerate(
            (("Marquer facturé", None, "Facturé"), ("Marquer rejeté", "NIR inconnu", "Rejeté"))):
        row = office.page.locator(".claim-acts tbody tr").nth(number)
        row.locator("summary").click()
        form = row.locator("form").filter(has=office.page.get_by_role("button", name=button))
        if reason:
            form.get_by_label("Motif").fill(reason)
        form.get_by_role("button", name=button).click()
        office.page.wait_for_url(re.compile("fait=facturation"))
        office.eyes.look()
        assert word in office.page.locator(".claim-acts tbody tr").nth(number).inner_text()

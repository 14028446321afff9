"""The secretary, who reads no demand: who is to be seen, before when, and what came of it."""
from days.cases import BLISTERS, BY_TELEPHONE, LIP, MELANOMA, OF_RENNES

PLACE = {"lieu": "Cabinet du port, Brest", "avec": "Dr Kerfictif"}


def row_of(secretary, case):
    row = secretary.page.locator("[data-row]").filter(has_text=case.family.upper())
    assert row.count() == 1, secretary.page.locator("main").inner_text()
    return row.inner_text()


def the_secretary_books_and_moves(town):
    secretary = town.comes("the secretary")
    assert secretary.page.locator("[data-row]").count() == 3
    assert "Mi-délai, sans rendez-vous" in row_of(secretary, MELANOMA).replace("\u00a0", " ")
    assert "À convoquer" in row_of(secretary, LIP)
    for case, day, hour in ((MELANOMA, "02/12/2026", "16:30"), (BY_TELEPHONE, "03/12/2026", "10:00")):
        secretary.goes_to("/a-voir")
        secretary.opens(case.family.upper())
        secretary.does("rendez-vous", "fait=patient-rendez-vous", jour=day, heure=hour, **PLACE)
    secretary.goes_to("/a-voir")
    secretary.opens(MELANOMA.family.upper())
    secretary.does("rendez-vous", "fait=patient-rendez-vous", heure="17:15")
    secretary.reads("17 h 15")
    secretary.goes_to("/a-voir")
    secretary.opens(LIP.family.upper())
    secretary.does("injoignable", "fait=patient-injoignable")
    secretary.reads("injoignable, 1 essai")
    demand = secretary.page.url.partition("?")[0].rsplit("/", 1)[1]
    refused = secretary.context.request.get(f"/demandes/{demand}")
    assert refused.status == 404, "a secretary reads no demand"


def a_wrong_day_is_said_and_what_was_typed_is_kept(town):
    secretary = town.workers["the secretary"]
    secretary.does("rendez-vous", "/rendez-vous$", jour="31/11/2026", heure="9 h", **PLACE)
    secretary.reads("Écrivez un jour qui existe")
    assert secretary.page.locator("#rendez-vous [name=lieu]").input_value() == PLACE["lieu"]


def patients_came_or_did_not(town):
    """Day three: who was seen yesterday, who did not come this morning; those of the hospital have come to the list."""
    secretary = town.comes("the secretary")
    assert secretary.page.locator("[data-row]").count() == 5
    for case in (BLISTERS, OF_RENNES):
        assert "À convoquer" in row_of(secretary, case)
    assert "En retard" in row_of(secretary, MELANOMA), "nobody said yet that the patient came"
    secretary.opens(MELANOMA.family.upper())
    secretary.does("vu", "/a-voir.fait=patient-vu", vu_le="02/12/2026")
    assert "Venu" in row_of(secretary, BY_TELEPHONE)
    secretary.opens(BY_TELEPHONE.family.upper())
    secretary.does("non-venu", "fait=patient-non-venu")
    secretary.goes_to("/a-voir")
    assert secretary.page.locator("[data-row]").count() == 4

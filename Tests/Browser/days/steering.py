"""The coordinator, who is not clinical: what is late, what nobody read, an urgency to raise; and the month's figures."""
import re

from days.cases import BLISTERS, MELANOMA, OF_THE_EVENING

ORIENTATIONS = {
    "1": "Avis seul", "2": "Examens complémentaires", "3": "Consultation programmée", "4": "Consultation rapide"}
ADVICE = {"followed": "Avis : suivi", "partly": "Avis : suivi en partie", "notFollowed": "Avis : non suivi"}
OTHERWISE = {"referral": "Adressé en consultation", "emergency": "Adressé aux urgences", "alone": "Traité seul"}


def the_coordinator_sees_what_is_late(town):
    coordinator = town.comes("the coordinator")
    coordinator.goes_to("/demandes?vue=reseau")
    late = coordinator.page.locator("[data-row]").filter(has_text=re.compile("retard"))
    assert late.count() == 1 and BLISTERS.question in late.inner_text()
    coordinator.goes_to("/demandes?vue=non-lues")
    unread = coordinator.page.locator("[data-row]")
    assert unread.count() == 1 and MELANOMA.question in unread.inner_text()
    assert "Non lue depuis" in unread.inner_text()
    assert figures(coordinator)["En retard maintenant"] == "1"


def the_coordinator_raises_an_urgency(town):
    coordinator = town.workers["the coordinator"]
    coordinator.goes_to("/demandes?vue=reseau")
    coordinator.opens(OF_THE_EVENING.question)
    coordinator.does("urgence-relevee", urgence="Prioritaire|Priorité", motif="Plaque qui suinte, dit la famille.")
    coordinator.goes_to("/demandes?vue=reseau")
    assert coordinator.page.locator("[data-row]").filter(has_text=re.compile("retard")).count() == 1


def figures(coordinator):
    """Every table of the month: the first cell of a line, and the second."""
    coordinator.goes_to("/suivi?mois=2026-12")
    rows = coordinator.page.locator("section:not(:has(th:nth-child(4))) tbody tr")
    cells = [row.locator("th, td").all_inner_texts() for row in rows.all()]
    return {" ".join(line[0].split()): line[1] for line in cells}


def the_month_says_what_was_done(town):
    """Counted by hand in `Ledger`: every demand of these days was sent in this month, and no other."""
    coordinator = town.comes("the coordinator")
    found, ledger = figures(coordinator), town.ledger
    expected = {
        "Reçues": ledger.received, "Répondues": ledger.answered, "Encore ouvertes": ledger.still_open,
        "En retard maintenant": 0, "Déclinées": ledger.declined, "Annulées": 0, "Patient informé": ledger.told,
        "Boucle fermée": ledger.closed.total(), "Boucle non fermée, archivée à 60 jours": 0,
    }
    expected |= {words: ledger.orientations[key] for key, words in ORIENTATIONS.items()}
    expected |= {words: ledger.closed[code] for code, words in ADVICE.items()}
    expected |= {words: ledger.otherwise[code] for code, words in OTHERWISE.items()}
    assert {words: found[words] for words in expected} == {words: str(count) for words, count in expected.items()}
    with coordinator.page.expect_download() as download:
        coordinator.page.get_by_role("link", name=re.compile("Une ligne par demande")).click()
    lines = download.value.path().read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + ledger.received and not any("Essai" in line for line in lines)

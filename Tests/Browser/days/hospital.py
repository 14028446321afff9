"""The hospital's dermatologist, in the afternoon: one demand that came late from another line, one of her own sector."""
import re

from days.answering import takes
from days.cases import BLISTERS, OF_RENNES, Advice

LATE_ADVICE = Advice("3", "Pemphigoïde probable : biopsie et biologie en consultation.", "e", "7 jours")


def the_hospital_answers(town):
    expert = town.comes("the hospital's dermatologist")
    assert expert.lines("a-prendre") == 2
    for case, advice in ((BLISTERS, LATE_ADVICE), (OF_RENNES, OF_RENNES.fate)):
        expert.goes_to("/demandes?vue=a-prendre")
        expert.opens(case.question)
        takes(expert)
        page = expert.page
        page.locator("[name=text]").fill(advice.text)
        page.locator(f"[data-key='{advice.orientation}']").check(force=True)
        page.get_by_text(advice.before.replace(" ", "\u00a0"), exact=True).click()
        page.locator("[data-send='envoyer']").click()
        page.wait_for_url(re.compile("fait=repondre"))
        expert.eyes.look()
        town.ledger.orientations[advice.orientation] += 1

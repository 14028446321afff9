"""Demands led from draft to answer through the pages' own forms, without a browser."""
import re

CONTENT = {
    "patient.birthFamilyName": "Essai-Ensemble", "patient.firstGivenName": "Yvonne", "patient.birthDate": "12/08/1958",
    "patient.sex": "female", "form.suspicion": "tumour", "form.site": "face", "form.since": "months",
    "photographsImpossible": "Appareil en panne", "consent": "oui",
}


def lines_open_to(asker):
    """What a draft is opened with, but for its key: the seal and the first line."""
    page = asker.get("/demandes/nouvelle")
    assert page.status == 200, page.status
    form = page.form("/demandes", press="ligne")
    return {name: value for name, value in form.items() if name != "_cle"}


def sent_demand(asker, question, **more):
    """A demand on its way to its pool: its id. `more` is filled in over what it needs."""
    opened = asker.post("/demandes", asker.get("/demandes/nouvelle").form("/demandes", press="ligne"))
    assert opened.status == 303, opened.status
    draft = opened.headers["Location"]
    demand = re.fullmatch(r"/demandes/([^/]+)/brouillon", draft).group(1)
    saved = asker.post(draft, asker.get(draft).form(draft, question=question, **CONTENT | more))
    assert saved.status == 303, saved.status
    send = f"/demandes/{demand}/envoyer"
    sent = asker.post(send, asker.get(f"/demandes/{demand}/verifier").form(send))
    assert sent.status == 303, sent.text
    return demand


def take(expert, demand):
    path = f"/demandes/{demand}/prendre"
    answer = expert.post(path, expert.get(f"/demandes/{demand}").form(path))
    assert answer.status == 303, answer.status


def answer(expert, demand, text):
    """Sends the opinion of whoever took the demand."""
    path = f"/demandes/{demand}/repondre"
    form = expert.get(path).form(path, text=text, orientation="managedRemotely", _suite="envoyer")
    sent = expert.post(path, form)
    assert sent.status == 303 and "fait=repondre" in sent.headers["Location"], (sent.status, sent.headers)

"""People told by mail through a real Postfix, and by SMS through a gateway: the right words, at the right hour."""
import contextlib
import datetime
import email.utils
import re
import socket
import time
import zoneinfo

import pytest

from authority import Authority
from demands import answer, sent_demand, take
from essaim import Essaim
from gateway import Gateway
from postfix import Postfix
from visitor import Visitor

QUESTION = "Lésion serin-4711 du nez : faut-il la retirer ?"
ADVICE = "Avis bouvreuil-4711 : rien à retirer."
SAID_NOWHERE = ["Essai-Ensemble", "Yvonne", "1958", "serin-4711", "bouvreuil-4711", "nez", "retirer", "panne"]


@contextlib.contextmanager
def serving(place, port, host="127.0.0.1", **settings):
    mail = {"ESSAIM_MAIL_SERVER": f"smtp://{host}:{port}", "ESSAIM_MAIL_FROM": "essaim@exemple.fr"}
    essaim = Essaim(*place, log=place[0].parent / "log", **mail, **settings)
    try:
        yield essaim.start()
        essaim.stop()
    finally:
        essaim.close()


def reached(essaim, words, post, address):
    """Someone whose address is confirmed by the link of the mail that came to it."""
    person = Visitor(essaim.base)
    person.enter(words)
    sent = person.post("/profil/courriel", person.get("/profil").form("/profil/courriel", courriel=address))
    assert sent.status == 303, sent.text
    letter, _ = post.to(address)[0]
    assert letter["subject"] == "Essaim\u00a0: confirmez votre adresse"
    link = re.search(rf"{essaim.base}(/profil/courriel/\S+)", letter.get_content()).group(1)
    confirmed = person.post(link, person.get(link).form(link))
    assert confirmed.status == 303, confirmed.text
    return person


def choose(person, hours):
    """Told at these hours, and never left in quiet."""
    form = person.get("/profil").form("/profil/reglages", heures=hours, calme_de="", calme_a="")
    form.pop("dimanches", None)
    saved = person.post("/profil/reglages", form)
    assert saved.status == 303, saved.text


def in_three_hours():
    now = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris")) + datetime.timedelta(hours=3)
    return f"{now:%H:%M}"


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_question_and_its_answer_are_told_by_mail(demonstrations, tmp_path, engine):
    with demonstrations.copy(engine, tmp_path / "data") as place, Postfix() as post, serving(place, post.port) as essaim:
        asker = reached(essaim, "Médecin", post, "demande@exemple.fr")
        expert = reached(essaim, "Dermatologue", post, "expert@exemple.fr")
        choose(asker, in_three_hours())
        choose(expert, in_three_hours())

        quiet = sent_demand(asker, QUESTION)
        take(expert, quiet)
        answer(expert, quiet, ADVICE)
        pressing = sent_demand(asker, QUESTION, urgency="urgent")
        told, _ = post.to("expert@exemple.fr", 2)[1]
        assert told["subject"].endswith("demande urgente à prendre"), told["subject"]
        assert f"{essaim.base}/demandes/{pressing}" in told.get_content()
        take(expert, pressing)
        answer(expert, pressing, ADVICE)

        # Urgent at once, and in order; the routine demand, answered before, waits for its hour.
        letters = [letter for letter, _ in post.to("demande@exemple.fr", 3)[1:]]
        assert sorted(letter["subject"].split(", ")[-1] for letter in letters) == [
            "l’avis vous attend", "un expert l’a prise"]
        assert all(quiet not in letter.get_content() and pressing in letter.get_content() for letter in letters)

        choose(asker, "")
        routine = sent_demand(asker, QUESTION)
        take(expert, routine)
        letter, _ = post.to("demande@exemple.fr", 4)[3]
        assert f"{essaim.base}/demandes/{routine}" in letter.get_content()
        assert "Simple" in letter.get_content() and letter["Auto-Submitted"] == "auto-generated"

        everything = post.letters()
        assert len({letter["Message-ID"] for letter, _ in everything}) == len(everything) == 6
        for letter, raw in everything:
            said = f"{letter['subject']} {letter['from']} {letter.get_content()} {raw.decode()}"
            assert [word for word in SAID_NOWHERE if word in said] == []
            assert email.utils.parseaddr(str(letter["from"])) == ("Essaim", "essaim@exemple.fr")


def test_a_mail_server_that_hangs_holds_up_neither_pages_nor_sms_and_a_gateway_that_fails_is_tried_again(
        demonstrations, tmp_path):
    with demonstrations.copy("sqlite", tmp_path / "data") as place, Gateway() as gateway, socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(64)
        with serving(place, silent.getsockname()[1], **gateway.settings(tmp_path)) as essaim:
            person = Visitor(essaim.base)
            person.enter("Dermatologue")
            for number in range(5):
                sent = person.post(
                    "/profil/courriel", person.get("/profil").form("/profil/courriel", courriel=f"a{number}@exemple.fr"))
                assert sent.status == 303
            begun = time.monotonic()
            asked = person.post("/profil/mobile", person.get("/profil").form("/profil/mobile", mobile="06 12 34 56 78"))
            assert asked.status == 303 and time.monotonic() - begun < 5
            bearer, number, text = gateway.wait(lambda one: one.messages)[0]
            assert (bearer, number) == ("Bearer une-cle", "+33612345678")
            code = re.search(r"\b\d{6}\b", text).group()
            done = person.post("/profil/code", person.get("/profil").form("/profil/code", code=code))
            assert done.status == 303, done.text

            asker = Visitor(essaim.base)
            asker.enter("Médecin")
            gateway.status = 500
            pressing = sent_demand(asker, QUESTION, urgency="urgent")
            gateway.wait(lambda one: one.tried == 2)
            gateway.status = 200
            _, number, text = gateway.wait(lambda one: one.messages[1:], seconds=90)[0]
            assert number == "+33612345678" and f"{essaim.base}/demandes/{pressing}" in text
            assert [word for word in SAID_NOWHERE if word in text] == []
    log = (tmp_path / "log").read_text()
    assert "33612345678" not in log and "exemple.fr" not in log and "une-cle" not in log


def test_mail_leaves_by_tls_for_a_server_that_proves_its_name_and_for_no_other(demonstrations, tmp_path):
    """`*.localhost` is this machine (RFC 6761), and no address that mail may go to without TLS."""
    known, stranger = Authority(tmp_path / "known"), Authority(tmp_path / "stranger")
    refused = {"un@exemple.fr": known.certificate("autre.localhost"), "deux@exemple.fr": stranger.certificate("mail.localhost")}
    trust = {"host": "mail.localhost", "ESSAIM_MAIL_AUTHORITIES": str(known.path), "ESSAIM_LOG_LEVEL": "warning"}
    log = tmp_path / "log"
    with demonstrations.copy("sqlite", tmp_path / "data") as place:
        for number, (address, certificate) in enumerate(refused.items(), 1):
            with Postfix(certificate) as post, serving(place, post.port, **trust) as essaim:
                person = Visitor(essaim.base)
                person.enter("Médecin")
                asked = person.post("/profil/courriel", person.get("/profil").form("/profil/courriel", courriel=address))
                assert asked.status == 303, asked.text
                wait(lambda: log.read_text().count("message not sent") >= number, log.read_text)
                assert post.letters() == []
        assert log.read_text().count("certificate") >= len(refused)
        with Postfix(known.certificate("mail.localhost")) as post, serving(place, post.port, **trust) as essaim:
            reached(essaim, "Médecin", post, "trois@exemple.fr")
            assert [letter["to"] for letter, _ in post.letters()] == ["trois@exemple.fr"]
            assert "TLS connection established" in post.words()


def wait(is_so, words, seconds=30):
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, words()
        time.sleep(0.1)

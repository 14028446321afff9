"""A person without a browser: their cookie, the forms of the pages as they stand, one connection a request."""
import http.client
import typing
import urllib.parse

import leaks
from forms import forms_of


class Answer(typing.NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    text: str

    def form(self, action, press=None, **more):
        """What the first form to this address sends, with `more` filled in and the button of the name `press` used."""
        forms = forms_of(self.text)
        form = next((form for form in forms if form.action == action), None)
        assert form, f"no form to {action}: {self.status}, {[form.action for form in forms]}"
        pressed = {press: form.buttons[press][0]} if press else {}
        return form.fields | pressed | more


class Visitor:
    """Speaks to the public address `base`; `via` is the port to knock at, when it is another."""

    def __init__(self, base, via=None, client="127.0.0.1"):
        self.base = base
        self.via = via
        self.client = client
        self.cookie = None

    def get(self, path, via=None, timeout=20):
        return self.ask("GET", path, None, via, timeout)

    def post(self, path, fields, via=None, timeout=20):
        return self.ask("POST", path, fields, via, timeout)

    def ask(self, method, path, fields, via, timeout):
        connection = self.connection(via, timeout)
        try:
            headers = self.headers()
            body = None
            if fields is not None:
                body = urllib.parse.urlencode(fields)
                leaks.watch_form(fields)
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(method, path, body, headers)
            reply = connection.getresponse()
            answer = Answer(reply.status, reply.headers, reply.read().decode(errors="replace"))
        finally:
            connection.close()
        if "Set-Cookie" in answer.headers:
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]
            leaks.watch(self.cookie.partition("=")[2])
        return answer

    def connection(self, via=None, timeout=20):
        port = via or self.via or urllib.parse.urlsplit(self.base).port
        return http.client.HTTPConnection("127.0.0.1", port, timeout, source_address=(self.client, 0))

    def headers(self):
        """The public address is the only one that a server answers to, also when it is knocked at directly."""
        headers = {"Host": urllib.parse.urlsplit(self.base).netloc, "Origin": self.base}
        if self.cookie:
            headers["Cookie"] = self.cookie
        return headers

    def enter(self, words):
        """As the first persona whose card says these words."""
        cards = [form for form in forms_of(self.get("/demo").text) if form.action == "/demo/entrer"]
        card = next((card for card in cards if words in card.words), None)
        assert card, f"no persona « {words} » among {[card.words for card in cards]}"
        self.enter_as(card.buttons["persona"][0])

    def enter_as(self, person):
        """As anyone of the demonstration, by their id."""
        answer = self.post("/demo/entrer", {"persona": person})
        assert answer.status == 303 and self.cookie, answer.status

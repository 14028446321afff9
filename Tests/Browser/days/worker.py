"""One person of the network at their own browser: comes, goes to a page, presses, and whatever they meet is looked at."""
import re

from days.eyes import Eyes
from days.people import PASSWORD, PEOPLE
from hands import Hands
from second_step import code, opens_account, shows_key


class Worker:
    def __init__(self, person, role, link):
        self.role, self.person = role, person
        # What opens their account, the first time they come.
        self.link = link
        self.login = PEOPLE[role][0]
        self.context, self.page = person.context, person.page
        self.application = None
        self.hands = Hands(person)
        self.eyes = Eyes(role, self.page)

    def shows_codes_of(self, secret, calendar):
        """Their account is open already: an application shows their codes, by the day's own clock."""
        self.link, self.application = None, (secret, calendar)

    def signs_in(self):
        """Signs in, as one does in the morning and after a pause. Comes to where their work begins."""
        if self.link:
            opens_account(self.page, self.link, PASSWORD, self.eyes.look)
            self.link = None
        else:
            self.page.goto("/connexion")
            self.eyes.look()
            self.gives_password()
            self.page.wait_for_url(lambda url: "/connexion" not in url)
        self.eyes.look()
        return self

    def gives_password(self):
        self.page.get_by_label("Identifiant").fill(self.login)
        self.page.get_by_label("Mot de passe").fill(PASSWORD)
        self.page.get_by_role("button", name=re.compile("^Se connecter( et reprendre)?$")).click()
        self.page.get_by_role("heading", name="Deuxième étape").wait_for()
        self.eyes.look()
        if self.application:
            secret, calendar = self.application
            self.page.get_by_label("Code à six chiffres").fill(code(secret, calendar.now().timestamp()))
            self.page.get_by_role("button", name="Continuer").click()
        else:
            shows_key(self.page)

    def goes_to(self, path):
        self.page.goto(path)
        self.eyes.look()

    def opens(self, words):
        """The line of a list that says these words."""
        self.page.locator("[data-row]").filter(has_text=words).locator("[data-row-link]").first.click()
        self.page.wait_for_url(re.compile(r"/(demandes|a-voir|patients)/[^/?]+"))
        self.eyes.look()

    def presses(self, name, until):
        """A button, and waits for the address that it leads to."""
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_url(re.compile(until))
        self.eyes.look()

    def does(self, act, until=None, **fields):
        """An act of a page: unfolds it when it is folded, fills its fields, sends it."""
        block = self.page.locator(f"details#{act}")
        if block.count() and block.get_attribute("open") is None:
            block.locator("summary").first.click()
        for name, value in fields.items():
            self.fills(block.locator(f"[name='{name}']"), value)
        self.page.locator(f"[data-act='{act}']").first.click()
        self.page.wait_for_url(re.compile(until or f"fait={act}"))
        self.eyes.look()

    def fills(self, field, value):
        tag, kind = field.first.evaluate("field => [field.tagName, field.type]")
        if tag == "SELECT":
            words = [word for word in field.locator("option").all_text_contents() if re.search(value, word)]
            assert len(words) == 1, f"{value} among {words}"
            field.select_option(label=words[0])
        elif kind == "radio":
            field.and_(self.page.locator(f"[value='{value}']")).check(force=True)
        else:
            field.click()
            field.fill(value)

    def lines(self, view):
        """How many lines a list of theirs has."""
        self.goes_to(f"/demandes?vue={view}")
        return self.page.locator("[data-row]").count()

    def reads(self, words):
        """The page says so, spaces of French typography aside."""
        said = " ".join(self.page.locator("main").inner_text().split())
        assert words in said, f"« {words} » is not said to {self.role}: {said[:1500]}"

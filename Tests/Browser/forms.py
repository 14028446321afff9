"""The forms of a page as they stand: what each would send untouched, its buttons, its words."""
import dataclasses
import html.parser


@dataclasses.dataclass
class Form:
    action: str
    fields: dict = dataclasses.field(default_factory=dict)
    # A button is sent only when it is pressed: by name, its values in order.
    buttons: dict = dataclasses.field(default_factory=dict)
    words: str = ""


def forms_of(page):
    reader = FormReader()
    reader.feed(page)
    return reader.forms


class FormReader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms = []
        self.form = self.area = self.choice = None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.form = Form(given.get("action"))
            self.forms.append(self.form)
        if self.form is None or "name" not in given and tag != "option":
            return
        name, fields, value = given.get("name"), self.form.fields, given.get("value", "")
        if tag == "input" and given.get("type") not in ("radio", "checkbox", "file"):
            fields[name] = value
        elif tag == "input" and "checked" in given:
            fields[name] = value
        elif tag == "button":
            self.form.buttons.setdefault(name, []).append(value)
        elif tag == "textarea":
            self.area = name
            fields[name] = ""
        elif tag == "select":
            self.choice = name
        elif tag == "option" and self.choice and ("selected" in given or self.choice not in fields):
            fields[self.choice] = value

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "textarea":
            self.area = None
        elif tag == "select":
            self.choice = None

    def handle_data(self, text):
        if self.form is None:
            return
        if self.area:
            self.form.fields[self.area] += text
        else:
            self.form.words += text

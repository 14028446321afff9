"""What a machine sees of each page that somebody meets: axe in both themes, no sideways scroll, nothing left unlooked at."""
import re

from axe_playwright_python.sync_playwright import Axe

IDENTIFIER = re.compile(r"(?<=/)(?:[0-9a-f-]{16,}|[0-9A-Za-z_-]{20,})(?=/|$)")
NUMBER = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")


def kind_of(url):
    """The page's address without what names one demand, one act, one search."""
    path, _, query = url.split("://", 1)[1].partition("/")[2].partition("?")
    view = re.search(r"vue=([a-z-]+)", query)
    return IDENTIFIER.sub("…", "/" + path.split("#")[0]) + (f"?vue={view[1]}" if view else "")


class Eyes:
    def __init__(self, who, page):
        self.who, self.page = who, page
        self.looked, self.met, self.problems = set(), set(), []
        page.on("framenavigated", lambda frame: self.meet(frame))

    def meet(self, frame):
        if frame == self.page.main_frame and frame.url.startswith("http"):
            self.met.add(kind_of(frame.url))

    def look(self):
        """Once at each kind of page, and once more at one whose title is another: a refusal, two versions."""
        self.page.wait_for_load_state("load")
        page = (kind_of(self.page.url), NUMBER.sub("…", self.page.title()))
        if page in self.looked:
            return
        self.looked.add(page)
        for theme in ("dark", "light"):
            self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            found = Axe().run(self.page).response["violations"]
            self.problems += [
                f"{self.who}, {page[0]}, {theme}: {one['id']} {one['nodes'][0]['target']}" for one in found]
        if self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            self.problems.append(f"{self.who}, {page[0]}: scrolls sideways")

    def unlooked(self):
        return self.met - {kind for kind, _ in self.looked}

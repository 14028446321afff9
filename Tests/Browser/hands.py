"""Counts what hands do on the pages of a person: each click, tap and key, but for what is typed into a field."""

# In the page and not in the test: what the test forgets is counted all the same. Only what the browser itself calls
# trusted. A key held down is one; Shift and Control are held with another. A list that unfolds is two gestures: one opens
# it, one chooses; the second is seen as its change.
LISTEN = """(() => {
    const said = (what) => window.countGesture(`${what} ${location.pathname}`);
    const isField = (target) => target instanceof Element && target.closest(
        "textarea, select, input:not([type=radio], [type=checkbox], [type=submit], [type=button], [type=file])") !== null;
    const isPhotograph = (target) => target instanceof Element && target.closest("[data-upload]") !== null;
    addEventListener("pointerdown", (event) => {
        if (event.isTrusted && !isPhotograph(event.target)) said(event.pointerType === "touch" ? "tap" : "click");
    }, true);
    addEventListener("change", (event) => {
        if (event.target instanceof HTMLSelectElement) said("choose");
    }, true);
    addEventListener("keydown", (event) => {
        if (!event.isTrusted || event.repeat || ["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
        const types = event.key.length === 1 || event.key === "Backspace";
        if (isField(event.target) && types && !event.ctrlKey && !event.metaKey && !event.altKey) return;
        said(`key ${event.ctrlKey ? "Ctrl+" : ""}${event.shiftKey ? "Shift+" : ""}${event.key}`);
    }, true);
})()"""

# Each budget that was held or not, in the order of the tests: path, spent, allowed. The summary of the tests prints it.
SPENT = []


class Hands:
    """The gestures of a person, from the moment they are watched."""

    def __init__(self, person):
        self.gestures = []
        self.person = person
        person.context.expose_binding("countGesture", lambda source, what: self.gestures.append(what))
        person.context.add_init_script(LISTEN)

    def start(self):
        """What was done until now is not counted."""
        self.person.page.reload()
        self.gestures.clear()

    def within(self, budget, path):
        """Prints the line of the budget, keeps it for the table at the end, and holds it."""
        count = len(self.gestures)
        SPENT.append((path, count, budget))
        print(f"\nbudget: {path}: {count} of {budget} interactions: {', '.join(self.gestures)}")
        assert 0 < count <= budget, self.gestures

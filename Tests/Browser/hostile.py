"""A demonstration in which everything that someone typed, or will have typed, is an attack: names, texts, titles, files."""
import contextlib
import json
import sqlite3

# Each calls `canary` if any of it runs; the last ones bend the page instead of running in it.
STRINGS = [
    "<script>canary()</script>", "\"><img src=x onerror=canary()>", "' onfocus='canary()' autofocus='", "</title><svg onload=canary()>",
    "</textarea><script>canary()</script>", "javascript:canary()", "{{constructor.constructor('canary()')()}}",
    "${canary()}`<%= canary() %>", "--><iframe srcdoc='<script>parent.canary()</script>'>",
    "<a href=javascript:canary()>Fictif</a><style>*{background:url(//evil.example/x)}</style>",
    "<form action=//evil.example><button formaction=javascript:canary()>", "&lt;b&gt; &#x22; &amp;amp; \\u003cscript\\u003e",
    "\u202EFictif\u202C\u2066\u200F\u0301\u0301\u0301", "Fictif\u0001\u0007\uFEFF\uFFFF", "😀👩‍⚕️🏴󠁧󠁢󠁥󠁮󠁧󠁿" * 5,
    "Anticonstitutionnellement" * 12, "W" * 400, "a\u00A0" * 150, "\n\n<x>\n\t| a | b |\n", "'; DROP TABLE requests; --",
]
# Where what is typed stands as it is.
COLUMNS = {
    "people": ["family_name", "given_name"], "structures": ["name", "commune_name"],
    "networks": ["name", "phone"], "zones": ["name"], "pools": ["name"], "offers": ["title", "summary"],
    "patients": ["birth_family_name", "first_given_name"], "requests": ["excerpt", "residence"],
    "answers": ["reason"], "thread_entries": ["body"], "attachments": ["name"], "acts": ["note", "reason"],
    "sessions": ["device", "place"]}
# And where it stands in JSON, by the names of its members.
TEXTS = {
    "question", "context", "treatments", "photographsImpossible", "birthFamilyName", "usedFamilyName", "firstGivenName",
    "residence", "tried", "change", "text", "limits", "remark", "keywords", "specialty", "meanwhile", "letterhead"}
JSON = {"requests": ["content", "loop"], "answers": ["content"], "offers": ["terms"], "networks": ["terms"]}


class Poison:
    def __init__(self):
        self.next = 0

    def draw(self):
        self.next += 1
        return STRINGS[self.next % len(STRINGS)]

    def within(self, value, name=""):
        """The same JSON, with these texts in the place of those that were typed."""
        if isinstance(value, dict):
            return {key: self.within(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.within(inner, name) for inner in value]
        return self.draw() if isinstance(value, str) and name in TEXTS else value


def poison(database):
    """Writes them over what a filled SQLite database holds; how many texts there are now."""
    poison = Poison()
    with contextlib.closing(sqlite3.connect(database)) as rows, rows:
        for table, columns in COLUMNS.items():
            for column in columns:
                for (row,) in rows.execute(f"SELECT rowid FROM {table} WHERE {column} IS NOT NULL").fetchall():
                    rows.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (poison.draw(), row))
        for table, columns in JSON.items():
            for column in columns:
                for row, text in rows.execute(f"SELECT rowid, {column} FROM {table}").fetchall():
                    if text:
                        kept = json.dumps(poison.within(json.loads(text)), ensure_ascii=False, sort_keys=True)
                        rows.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (kept, row))
    return poison.next

"""What every server of the session logged and mailed, held at the end against what it must not say: what was typed of a
patient, passwords, tokens, codes, cookies, links."""
import pathlib
import re
import tempfile

# One folder for the whole run; each server that has no log of its own writes there.
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="essaim-logs."))
# Cookies, typed secrets and texts, as the tests use them; a code comes by mail and may stand there.
VALUES, CODES = set(), set()
LOGS, LETTERS = set(), set()
SHORTEST = 6
SECRETS = {
    "_csrf", "mot_de_passe", "nouveau_mot_de_passe", "code", "question", "context", "text", "texte",
    "motif", "remarque", "patient.birthFamilyName", "patient.firstGivenName", "patient.birthDate", "patient.nir"}
# What has the shape of a secret or of an identity, whoever it belongs to: a session, a link's path, a NIR.
SHAPES = [
    re.compile(r"__Host-essaim[a-z-]*=[\w-]"), re.compile(r"/compte/[\w-]{20,}"),
    re.compile(r"(?<!\d)[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[AB]) ?\d{3} ?\d{3} ?\d\d(?!\d)"),
    re.compile(r"postgresql://[^\s:@/]+:[^\s@]+@")]


def a_log(name):
    path = FOLDER / f"{name}-{len(LOGS)}.log"
    LOGS.add(path)
    return path


def knows(path):
    """Another log, wherever a test wants it; its lines are copied once its server has ended."""
    copy = a_log("copy")
    if pathlib.Path(path).exists():
        copy.write_bytes(pathlib.Path(path).read_bytes())


def letters(messages):
    """What was delivered, as its reader sees it."""
    path = FOLDER / f"letters-{len(LETTERS)}"
    LETTERS.add(path)
    with open(path, "w") as file:
        for message in messages:
            part = message.get_body(("plain", "html"))
            file.write(f"{message['subject']}\n{part.get_content() if part else ''}\n")


def watch(value):
    """It was typed, or given by the server: no log may hold it."""
    if value and len(value) >= SHORTEST:
        VALUES.add(value)


def watch_form(fields):
    pairs = fields.items() if hasattr(fields, "items") else fields
    for name, value in pairs:
        if name in SECRETS and isinstance(value, str):
            watch(value)
            if name == "code":
                CODES.add(value)


def stands(value, line):
    """Milliseconds have digits enough to spell any code: a number stands there when no other digit goes on with it."""
    return not value.isdigit() or re.search(rf"(?<!\d){value}(?!\d)", line)


def leaks():
    """Which line of which log or letter says what."""
    found = []
    for path, values, shapes in [(path, VALUES, SHAPES) for path in sorted(LOGS)] + [
            (path, VALUES - CODES, SHAPES[-2:]) for path in sorted(LETTERS)]:
        for line in path.read_text(errors="replace").splitlines() if path.exists() else []:
            said = [value for value in values if value in line and stands(value, line)]
            said += [shape.pattern for shape in shapes if shape.search(line)]
            found += [f"{path.name}: {word!r} in {line[:300]!r}" for word in said]
    return found

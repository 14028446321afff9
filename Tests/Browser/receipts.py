"""What someone may do to a receipt, one character at a time; and the code that stands on the paper."""
import copy
import json
import re
import subprocess

BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def printed_codes(report, folder):
    """What a telephone reads on the printed pages of a PDF, 300 dots an inch."""
    (folder / "report.pdf").write_bytes(report)
    subprocess.run(["pdftoppm", "-r", "300", "-gray", "report.pdf", "page"], cwd=folder, check=True, timeout=60)
    codes = []
    for page in sorted(folder.glob("page*.pgm")):
        # Code 4: nothing was found on this page.
        read = subprocess.run(["zbarimg", "--raw", "-q", page], capture_output=True, text=True, timeout=60)
        codes += read.stdout.split()
    return codes


def another(character):
    """Of the same kind, so that what holds it is still read; and never one that differs in the two low bits only, which
    the last character of 32 or 41 bytes in base 64 does not need (`respelled`)."""
    if character in BASE64:
        return BASE64[(BASE64.index(character) + 4) % len(BASE64)]
    return "x"


def changed(text, place):
    return text[:place] + another(text[place]) + text[place + 1:]


def places(text, count):
    """Spread over the text; the first and the last character among them."""
    return sorted({round(step * (len(text) - 1) / (count - 1)) for step in range(count)})


def forgeries(receipt, count=5):
    """Each with the name of what was changed in it: one character of one value."""
    original = json.loads(receipt)
    for number, item in enumerate(original["items"]):
        for field in ("payload", "record", "salt", "entry"):
            end = len(item[field].rstrip("="))
            for place in places(item[field][:end], count):
                forged = copy.deepcopy(original)
                forged["items"][number][field] = changed(item[field], place)
                yield f"{field} {number}, {place}", forged
        for step, node in enumerate(item["proof"]):
            for place in (0, len(node.rstrip("=")) - 1):
                forged = copy.deepcopy(original)
                forged["items"][number]["proof"][step] = changed(node, place)
                yield f"proof {number}, {step}, {place}", forged
        forged = copy.deepcopy(original)
        forged["items"][number]["leaf"] += 1
        yield f"leaf {number}", forged
    for place in places(original["checkpoint"], 12):
        yield f"checkpoint {place}", original | {"checkpoint": changed(original["checkpoint"], place)}
    yield "format", original | {"format": "essaim.recu/2"}


def respelled(receipt):
    """Base64 whose last character bears bits beyond the last byte: another spelling of the same bytes."""
    original = json.loads(receipt)
    for number, item in enumerate(original["items"]):
        for field in ("salt", "entry"):
            value = item[field]
            if value.endswith("="):
                forged = copy.deepcopy(original)
                forged["items"][number][field] = re.sub(
                    r"(.)(=+)$", lambda end: BASE64[BASE64.index(end.group(1)) | 1] + end.group(2), value)
                yield f"{field} {number}", forged

"""Who works in the network of these days, as whoever runs the server wrote them down. Nobody of them exists."""

PASSWORD = "une phrase assez longue pour trois jours"


def keyed(stem):
    """A number with its key of Luhn: the product refuses one without."""
    digits = [int(figure) for figure in reversed(stem)]
    total = sum(sum(divmod(2 * digit, 10)) if place % 2 == 0 else digit for place, digit in enumerate(digits))
    return stem + str(-total % 10)


HOSPITAL = ["--structure", "Hôpital de la Vilaine fictive", "--kind", "hospital", "--finess", keyed("99000001"),
            "--commune", "35238", "--commune-name", "Rennes"]
NURSING_HOME = ["--structure", "EHPAD Les Bruyères", "--kind", "nursingHome", "--finess", keyed("99000002"),
                "--commune", "29024", "--commune-name", "Carhaix-Plouguer"]
NETWORK = ["--network", "oncobreizh"]
DOCTOR, NURSE = ["--profession", "10"], ["--profession", "60"]


def practice(name, commune, town):
    return ["--structure", name, "--kind", "practice", "--commune", commune, "--commune-name", town]


# By what they are in these days: login, given name, family name, the rest of `essaim user add`.
PEOPLE = {
    "the doctor": ("claire", "Claire", "Kerfable", DOCTOR + practice("Cabinet des Ajoncs", "22113", "Lannion")),
    "a doctor of Brest": ("gael", "Gaël", "Ploulégende", DOCTOR + practice("Cabinet des Goélands", "29019", "Brest")),
    "a doctor of Rennes": ("brendan", "Brendan", "Guiroman", DOCTOR + practice("Cabinet du Mail", "35238", "Rennes")),
    "the morning nurse": ("maelle", "Maëlle", "Guichimère", NURSE + ["--mode", "S"] + NURSING_HOME),
    "the evening nurse": ("erwan", "Erwan", "Rosroman", NURSE + ["--mode", "S"] + NURSING_HOME),
    "the dermatologist": ("herve", "Hervé", "Kerfictif", DOCTOR + ["--pool", "oncobreizh/brest-lannion"]),
    "the junior": (
        "riwal", "Riwal", "Kerexemple",
        DOCTOR + ["--mode", "S", "--pool", "oncobreizh/brest-lannion", "--grade", "junior"]),
    "the hospital's dermatologist": (
        "sterenn", "Sterenn", "Coatfable", DOCTOR + ["--mode", "S", "--pool", "oncobreizh/rennes"] + HOSPITAL),
    "the secretary": ("maiwenn", "Maïwenn", "Keragenda", NETWORK + ["--role", "secretary"]),
    "the coordinator": ("sophie", "Sophie", "Kerfanal", NETWORK + ["--role", "coordinator"]),
    "the billing office": (
        "ronan", "Ronan", "Kerfacture", NETWORK + ["--role", "billingOffice", "--office", keyed("99000001")]),
}


def written_down(number, role):
    """The arguments of `essaim user add` for one of them."""
    login, given, family, rest = PEOPLE[role]
    numbers = []
    if "--profession" in rest:
        numbers = ["--rpps", keyed(f"999{number:07}"), "--checked", "M. Essai, carte vue au cabinet"]
        if "--mode" not in rest:
            numbers += ["--billing-number", f"99{number:07}"]
    return [login, "--given", given, "--family", family, *rest, *numbers]

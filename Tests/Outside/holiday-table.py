"""Writes HolidayPeerTable.swift: the public holidays of 2020 to 2050 as PyPI's `holidays` has them, by département.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install holidays==0.109
    /tmp/peers/bin/python Tests/Outside/holiday-table.py > Tests/EssaimDomainTests/Calendar/HolidayPeerTable.swift

Days of usage that are no public holiday by law (Victor Schoelcher, Mi-Carême, Good Friday in the Antilles) are left out.
"""
import holidays

REGIONS = {"29": None, "57": "6AE", "971": "971", "972": "972", "973": "973", "974": "974", "976": "976"}
USAGE = {"Schœlcher", "Schoelcher", "Mi-Carême"}
YEARS = range(2020, 2051)


def days(departement, subdivision, year):
    found = holidays.country_holidays("FR", subdiv=subdivision, years=year, language="fr")
    for day, name in sorted(found.items()):
        if any(word in name for word in USAGE) or (departement.startswith("97") and "Vendredi" in name):
            continue
        yield f"{day:%m%d}"


print("/// Made by `Tests/Outside/holiday-table.py`; month and day, a line a year from 2020 on.")
print("enum HolidayPeerTable {")
print("    static let first = 2020")
print("    static let years: [String: [String]] = [")
for departement, subdivision in REGIONS.items():
    print(f'        "{departement}": [')
    for year in YEARS:
        print(f'            "{" ".join(days(departement, subdivision, year))}",')
    print("        ],")
print("    ]")
print("}")

"""Writes PeerTable.swift: recurrence rules drawn at random, and what `recurring-ical-events` finds of them.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install -r requirements.txt
    /tmp/peers/bin/python make-table.py > ../PeerTable.swift
"""
import random
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr

PARIS = ZoneInfo("Europe/Paris")
FIRST, NEXT = date(2026, 11, 1), date(2027, 11, 1)
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def rule(rng):
    """A rule, and a day that it may begin on."""
    kind = rng.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = [f"FREQ={kind}"]
    if rng.random() < 0.5:
        parts.append(f"INTERVAL={rng.randint(2, 5 if kind != 'YEARLY' else 2)}")
    days = rng.sample(DAYS, rng.randint(1, 3))
    if kind == "DAILY" and rng.random() < 0.4:
        parts.append("BYDAY=" + ",".join(days))
    if kind == "WEEKLY" and rng.random() < 0.8:
        parts.append("BYDAY=" + ",".join(days))
        if rng.random() < 0.5:
            parts.append("WKST=" + rng.choice(DAYS))
    if kind in ("MONTHLY", "YEARLY"):
        how = rng.choice(["none", "days", "places", "monthdays", "both"])
        if kind == "YEARLY" and rng.random() < 0.7 or kind == "YEARLY" and how in ("days", "both"):
            months = sorted(rng.sample(range(1, 13), rng.randint(1, 3)))
            parts.append("BYMONTH=" + ",".join(map(str, months)))
        if how in ("days", "both"):
            parts.append("BYDAY=" + ",".join(days))
        if how == "places":
            places = [1, 2, 3, 4, -1, -2] + ([5] if kind == "MONTHLY" else [])
            parts.append("BYDAY=" + ",".join(f"{rng.choice(places)}{day}" for day in days))
        if how in ("monthdays", "both"):
            numbers = rng.sample([1, 2, 5, 10, 13, 15, 20, 28, 29, 30, 31, -1, -2, -5], rng.randint(1, 3))
            parts.append("BYMONTHDAY=" + ",".join(map(str, numbers)))
    elif kind == "DAILY" and rng.random() < 0.3:
        parts.append("BYMONTH=" + ",".join(map(str, sorted(rng.sample(range(1, 13), 6)))))
    return parts, date(2024, 1, 1) + timedelta(days=rng.randint(0, 1250))


def event(rng):
    """The lines of an event whose first day is one of its rule's."""
    while True:
        parts, near = rule(rng)
        found = rrulestr(";".join(parts), dtstart=datetime.combine(near, time(9)))
        start = next(iter(found), None)
        if start is None or start.date() > NEXT:
            continue
        again = rrulestr(";".join(parts), dtstart=start)
        if next(iter(again)) == start:
            break
    whole = rng.random() < 0.3
    end = rng.random()
    if end < 0.4:
        parts.append(f"COUNT={rng.randint(1, 60)}")
    elif end < 0.7:
        until = start.date() + timedelta(days=rng.randint(0, 900))
        parts.append(f"UNTIL={until:%Y%m%d}" + ("" if whole else "T075959Z" if rng.random() < 0.5 else "T220000Z"))
    if whole:
        length = rng.randint(1, 3)
        lines = [f"DTSTART;VALUE=DATE:{start:%Y%m%d}", f"DTEND;VALUE=DATE:{start + timedelta(days=length):%Y%m%d}"]
    else:
        hours = rng.randint(1, 8)
        lines = [f"DTSTART;TZID=Europe/Paris:{start:%Y%m%dT%H%M%S}", f"DURATION:PT{hours}H"]
    lines.append("RRULE:" + ";".join(parts))
    if rng.random() < 0.4:
        out = [when for when, _ in zip(again, range(6))][1::2]
        if out and whole:
            lines.append("EXDATE;VALUE=DATE:" + ",".join(f"{when:%Y%m%d}" for when in out))
        elif out:
            lines.append("EXDATE;TZID=Europe/Paris:" + ",".join(f"{when:%Y%m%dT%H%M%S}" for when in out))
    return lines


def away(lines):
    """Stretches in the window, merged, as texts on the clocks of Paris."""
    body = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//peer", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z"]
    calendar = icalendar.Calendar.from_ical("\r\n".join(body + lines + ["END:VEVENT", "END:VCALENDAR", ""]))
    low, high = (datetime.combine(day, time(), PARIS) for day in (FIRST, NEXT))
    spans = []
    for found in recurring_ical_events.of(calendar).between(FIRST - timedelta(days=5), NEXT):
        span = []
        for name in ("DTSTART", "DTEND"):
            value = found[name].dt
            value = value if isinstance(value, datetime) else datetime.combine(value, time(), PARIS)
            span.append(min(max(value.astimezone(PARIS), low), high))
        if span[0] < span[1]:
            spans.append(span)
    merged = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return [f"{start:%Y-%m-%dT%H:%M} {end:%Y-%m-%dT%H:%M}" for start, end in merged]


def main():
    rng = random.Random(2026)
    print("/// What `recurring-ical-events` finds of rules drawn at random. Written by Peers/make-table.py: not by hand.")
    print("enum PeerTable {")
    print("    struct Row: Sendable {\n        let lines: [String]\n        let away: [String]\n    }\n")
    print("    static let rows = text.split(separator: \"\\n\\n\").map { block in")
    print("        let lines = block.split(separator: \"\\n\").map(String.init)")
    print("        return Row(")
    print("            lines: lines.filter { !$0.hasPrefix(\"2\") }, away: lines.filter { $0.hasPrefix(\"2\") })")
    print("    }\n")
    print("    private static let text = \"\"\"")
    blocks, rows = [], 0
    while rows < 120:
        lines = event(rng)
        found = away(lines)
        if 0 < len(found) <= 24 or (not found and rng.random() < 0.1):
            blocks.append("\n".join(lines + found))
            rows += 1
    text = "\n\n".join(blocks)
    print("\n".join("        " + line if line else "" for line in text.split("\n")))
    print("        \"\"\"\n}")


main()

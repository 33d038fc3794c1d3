# Reads an iCalendar object from standard input with icalendar, and writes what stands in it as JSON. Local times become instants by the
# VTIMEZONE that the object brings along, not by what this machine knows of the zone.
import json
import sys
from datetime import datetime, timezone

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
zones = {str(part["TZID"]): part.to_tz() for part in calendar.walk("VTIMEZONE")}


def instant(start):
    zone = start.params.get("TZID")
    if not isinstance(start.dt, datetime):
        return start.dt.isoformat()
    if zone is None:
        return start.dt.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    local = start.dt.replace(tzinfo=None)
    return zones[zone].localize(local).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(event, name):
    return str(event[name]) if name in event else None


def described(event):
    return {
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "start": instant(event["DTSTART"]),
        "zone": event["DTSTART"].params.get("TZID"),
        "end": event["DTEND"].dt.isoformat() if "DTEND" in event else None,
        "minutes": event["DURATION"].dt.total_seconds() / 60 if "DURATION" in event else None,
        "summary": text(event, "SUMMARY"),
        "description": text(event, "DESCRIPTION"),
        "location": text(event, "LOCATION"),
        "url": text(event, "URL"),
        "alarms": [alarm["TRIGGER"].dt.total_seconds() / 60 for alarm in event.walk("VALARM")],
    }


print(json.dumps({"name": str(calendar["X-WR-CALNAME"]), "events": [described(event) for event in calendar.walk("VEVENT")]}))

"""Three days of work of a network, by people as they are: with real browsers, on the real server, whose days pass."""
import datetime

import pytest

from days import answering, appointments, asking, billing, finding, hospital, reading, safekeeping, steering, tabs
from days.town import Town
from postgres import fresh_database

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (datetime.date(2026, 11, 30) + datetime.timedelta(days) for days in range(4))


@pytest.fixture
def town(engine, tmp_path, people):
    if engine == "sqlite":
        with Town(tmp_path, None, people, MONDAY) as town:
            yield town
    else:
        with fresh_database() as database, Town(tmp_path, database, people, MONDAY) as town:
            yield town


def test_three_days_of_work(town, photo):
    town.it_is(TUESDAY, "08:05")
    asking.the_morning_nurse_asks_once_and_begins_another(town)
    asking.practices_send_their_demands(town)
    town.it_is(TUESDAY, "09:00")
    asking.the_doctor_wants_to_be_told_by_mail(town)
    asking.the_doctor_asks_from_the_telephone(town, photo)
    asking.the_doctor_begins_another_and_puts_it_off(town)
    town.it_is(TUESDAY, "10:00")
    answering.the_junior_drafts_an_opinion(town)
    town.it_is(TUESDAY, "10:30")
    answering.the_dermatologist_keeps_a_phrase(town)
    answering.the_dermatologist_answers_the_row(town)
    answering.the_dermatologist_validates_the_junior(town)
    # The digest leaves; two hours have not passed since any answer, so nobody is reminded of one.
    town.it_is(TUESDAY, "12:30")
    reading.the_digest_tells_the_doctor_once(town)
    reading.the_doctor_reads_the_answer_and_leaves_it_open(town)
    town.it_is(TUESDAY, "18:45")
    asking.the_evening_nurse_sends_what_the_morning_left(town)
    asking.the_evening_nurse_reads_the_answer_to_the_morning(town)

    town.it_is(WEDNESDAY, "08:30")
    reading.the_next_day_the_page_of_yesterday_loses_nothing(town)
    reading.answers_are_read_with_one_tap_each(town)
    reading.the_answer_that_nobody_read_is_told(town)
    reading.the_precision_is_given(town)
    town.it_is(WEDNESDAY, "09:15")
    appointments.the_secretary_books_and_moves(town)
    appointments.a_wrong_day_is_said_and_what_was_typed_is_kept(town)
    steering.the_coordinator_sees_what_is_late(town)
    steering.the_coordinator_raises_an_urgency(town)
    town.it_is(WEDNESDAY, "10:30")
    reading.the_answer_is_read_after_the_call(town)
    reading.the_doctor_hears_of_the_patient(town, "3 décembre 2026")
    tabs.the_precision_came_and_two_tabs_answer(town)
    tabs.the_evening_demand_is_answered(town)
    town.it_is(WEDNESDAY, "15:00")
    hospital.the_hospital_answers(town)

    town.it_is(THURSDAY, "11:00")
    with safekeeping.backups(town):
        appointments.patients_came_or_did_not(town)
        reading.the_doctor_hears_of_the_patient(town, "n’est pas venu")
        reading.loops_are_closed_with_otherwise(town)
        billing.the_dermatologist_marks_acts(town)
        billing.the_day_is_listed(town, WEDNESDAY, 2)
        billing.the_office_makes_a_batch_once(town)
        billing.the_office_marks_what_came_back(town)
        finding.the_doctor_finds_a_name_and_a_word(town)
        finding.the_nurses_find_their_own_only(town)
        steering.the_month_says_what_was_done(town)
    assert "\n".join(town.problems()) == ""

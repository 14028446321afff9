"""The main job, from the question to the closed loop and the PDF; with and without script."""
import pytest

import story


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_demand_is_carried_to_the_closed_loop(person, photo, scripts):
    asker, expert = person(java_script_enabled=scripts), person(java_script_enabled=scripts)
    assert len(list(story.steps(asker, expert, photo, scripts))) == 11

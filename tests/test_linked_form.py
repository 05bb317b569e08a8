"""What linking gives, as plain values and back."""

import json
from typing import Any

import pytest

from build_dossier.build import Build
from build_dossier.errors import Problem, Severity
from build_dossier.extract.mentions import EntityType
from build_dossier.link import Linked
from build_dossier.linked_form import form
from build_dossier.linking.identity import Remembered

PROBLEM = Problem(severity=Severity.WARNING, code="x", file="docs/entities/a.md", line=3, message="m", hint="h")


def outcome(built: Build) -> tuple[Linked, tuple[Problem, ...]]:
    """The outcome of linking the project's own seeds."""
    dossier = built.dossier
    remembered = Remembered(id="a", type=EntityType.PER, keys=("PER:a",), to="b")
    linked = Linked(
        readings=dossier.readings,
        entities=tuple(dossier.entities.values()),
        redirects={"a": "b"},
        remembered=(remembered,),
    )
    return linked, (PROBLEM,)


def test_an_outcome_comes_back(dossier_build: Build):
    """Through JSON and back, to the last field."""
    given = outcome(dossier_build)
    write, read = form([one.reading for one in given[0].readings])

    assert read(json.loads(json.dumps(write(given)))) == given


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: {}, id="no list"),
        pytest.param(lambda value: value[1:], id="too few"),
        pytest.param(lambda value: [value[0][1:], *value[1:]], id="a reading too few"),
        pytest.param(lambda value: [[[[], *value[0][0][1:]], *value[0][1:]], *value[1:]], id="links too few"),
        pytest.param(lambda value: [*value[:2], {"a": 1}, *value[3:]], id="number for a string"),
    ],
)
def test_other_values_are_refused(dossier_build: Build, damage: Any):
    """Links that are not those of the readings are none."""
    given = outcome(dossier_build)
    write, read = form([one.reading for one in given[0].readings])

    with pytest.raises(ValueError, match=r"."):
        read(damage(json.loads(json.dumps(write(given)))))

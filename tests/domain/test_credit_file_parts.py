"""How complete a credit file is: each part lacking, filled, and grown old."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.credit_file import BankFlow, Certification, ContractPoint, Profile, Registration
from app.domain.credit_file_parts import FilePart, Held, PartState, filled, lacking_facts, parts
from app.domain.credit_file_views import ChecklistPoint, Standing

DAY = date(2025, 12, 31)
OLD = date(2024, 1, 31)
NOTHING = Held(Profile(1), Standing(), numbered=False)
KNOWN = Held(
    Profile(
        1,
        legal_form="有限责任公司",
        founded_on=date(1950, 5, 1),
        capital=0,
        capital_currency="CNY",
        industry="C33",
        registration=Registration.NORMAL,
        registration_on=DAY,
        sanctions_on=DAY,
    ),
    Standing("CN", None, "small"),
    numbered=True,
    flows=(BankFlow(1, date(2025, 11, 1), "CNY", 1, 1),),
    certifications=(Certification(1, "ISO 9001", valid_until=DAY),),
    checklist=(ChecklistPoint("terms", "present", ContractPoint(1, "terms", "present")),),
    contacted_on=DAY,
    files=1,
)


def test_nothing_known_lacks_every_part_and_names_every_fact() -> None:
    found = parts(NOTHING, DAY)
    assert set(found) == set(FilePart)
    assert set(found.values()) == {PartState.LACKING}
    assert filled(found) == 0
    assert lacking_facts(NOTHING)[:2] == ["identifier", "legal_form"]


def test_a_capital_of_nothing_is_known() -> None:
    assert lacking_facts(KNOWN) == []
    found = parts(KNOWN, DAY)
    lacking = {part for part, state in found.items() if state is not PartState.FILLED}
    assert lacking == {FilePart.STATEMENTS, FilePart.RATINGS}
    assert filled(found) == len(FilePart) - 2


@pytest.mark.parametrize(
    ("held", "part"),
    [
        (replace(KNOWN, flows=(BankFlow(1, OLD, "CNY", 1, 1),)), FilePart.FLOWS),
        (replace(KNOWN, certifications=(Certification(1, "x", valid_until=OLD),)), FilePart.CERTIFICATIONS),
        (replace(KNOWN, profile=replace(KNOWN.profile, sanctions_on=OLD)), FilePart.LISTS),
        (replace(KNOWN, contacted_on=OLD), FilePart.CONTACTS),
    ],
)
def test_what_is_old_is_outdated_not_filled(held: Held, part: FilePart) -> None:
    assert parts(held, DAY)[part] is PartState.OUTDATED


def test_a_point_nobody_looked_at_leaves_the_checklist_open() -> None:
    held = replace(KNOWN, checklist=(*KNOWN.checklist, ChecklistPoint("dispute", "unasked")))
    assert parts(held, DAY)[FilePart.CONTRACT] is PartState.LACKING

"""Reminder policies: the shipped ones, the company's own, and who uses which."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document
from app.domain.dunning import DunningPolicy, PolicyChoice, policy_choice
from app.domain.dunning_text import format_steps, parse_shipped, parse_steps, require_sound
from app.domain.letter import StoredPolicy
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.ports import Store


class PolicyBook:
    """All policies by code; a row of the company's with a shipped code takes its place."""

    def __init__(self, store: Store, shipped: Callable[[], str]) -> None:
        self._store = store
        self._text = shipped

    @cached_property
    def _shipped(self) -> Mapping[str, DunningPolicy]:
        return {policy.code: policy for policy in parse_shipped(self._text())}

    def policies(self) -> tuple[DunningPolicy, ...]:
        """The shipped ones (as changed) first, then the company's own by code."""
        stored = {row.code: _read(row, self._shipped) for row in self._store.find(StoredPolicy)}
        own = sorted(stored.keys() - self._shipped.keys())
        return tuple(stored.get(code) or self._shipped[code] for code in (*self._shipped, *own))

    def by_code(self) -> dict[str, DunningPolicy]:
        """All of them by code."""
        return {policy.code: policy for policy in self.policies()}

    def policy(self, code: str) -> DunningPolicy:
        """One policy; ``DomainError("dunning.policy_unknown")``."""
        found = self.by_code().get(code)
        if found is None:
            raise DomainError("dunning.policy_unknown", policy=code)
        return found

    def save(self, policy: DunningPolicy) -> ChangeSet:
        """Keep a policy under its code."""
        clean = replace(policy, code=policy.code.strip())
        require_sound(clean)
        row = StoredPolicy(
            clean.code, _text(clean.name), format_steps(clean), _text(clean.note) if clean.note else ""
        )
        with self._store.write() as uow:
            known = uow.find(StoredPolicy, code=clean.code)
            if known:
                uow.replace(replace(row, id=known[0].id, version=known[0].version))
            else:
                uow.add(row)
            return uow.commit("dunning.policy_saved", name=clean.titled("zh"), code=clean.code)

    def reset(self, code: str) -> ChangeSet:
        """Back to the shipped version."""
        if code not in self._shipped:
            raise DomainError("dunning.not_shipped", policy=self.policy(code).titled("zh"))
        return self._drop(code, "dunning.policy_reset")

    def remove(self, code: str) -> ChangeSet:
        """Take a policy of the company's own away; refused while it is chosen anywhere."""
        policy = self.policy(code)
        if policy.shipped:
            raise DomainError("dunning.shipped_stays", policy=policy.titled("zh"))
        users = sum(
            len(self._store.find(kind, dunning_policy=code)) for kind in (Company, Customer, Document)
        )
        if users:
            raise DomainError("dunning.policy_in_use", policy=policy.titled("zh"), n=users)
        return self._drop(code, "dunning.policy_removed")

    def _drop(self, code: str, verb: str) -> ChangeSet:
        name = self.policy(code).titled("zh")
        with self._store.write() as uow:
            uow.remove(StoredPolicy, [row.id for row in uow.find(StoredPolicy, code=code)])
            return uow.commit(verb, name=name, code=code)

    def choice(self, customer_id: int | None, document_id: int | None) -> PolicyChoice:
        """Which policy holds, and whose choice it was; neither given: the company's."""
        company = self._store.find(Company)
        house = company[0] if company else Company("", "")
        document = self._store.get(Document, document_id) if document_id else None
        owner = document.customer_id if document else customer_id
        customer = self._store.get(Customer, owner) if owner else None
        return policy_choice(
            document.dunning_policy if document else "",
            customer.dunning_policy if customer else "",
            house.dunning_policy,
            house.country,
        )


def _read(row: StoredPolicy, shipped: Mapping[str, DunningPolicy]) -> DunningPolicy:
    steps, gap = parse_steps(row.steps, row.code)
    known = row.code in shipped
    note = _names(row.note) if row.note else shipped[row.code].note if known else {}
    return DunningPolicy(row.code, _names(row.name), steps, gap, note, shipped=known, changed=known)


def _text(by_language: Mapping[str, str]) -> str:
    return json.dumps(dict(by_language), ensure_ascii=False, sort_keys=True)


def _names(text: str) -> dict[str, str]:
    """Names by language; a bare text is the name in both."""
    try:
        found = json.loads(text)
    except ValueError:
        found = text
    if isinstance(found, dict):
        return {str(language): str(name) for language, name in found.items()}
    return {"zh": text, "en": text}

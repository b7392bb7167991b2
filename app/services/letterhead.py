"""The pictures of our papers: logo and seal, kept in the company file by their bytes."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.attachment_type import JPEG, PNG, recognise
from app.domain.company import Company
from app.domain.problem import DomainError
from app.services.collection_desk import CollectionPart

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet

PICTURE_LIMIT = 2 * 1024 * 1024
"""Bytes; a scanned seal of 1,200 pixels square takes a quarter of it."""


class PictureRole(StrEnum):
    """What a picture is for."""

    LOGO = "logo"
    SEAL = "seal"


class Letterhead(CollectionPart):
    """Choosing and taking away; the papers find the pictures by the company's digests."""

    def set_picture(self, role: PictureRole, name: str, data: bytes) -> ChangeSet:
        """Use a PNG or JPEG as logo or seal; ``DomainError`` for anything else or above 2 MB."""
        kind = recognise(name, data, PICTURE_LIMIT)
        if kind not in {PNG, JPEG}:
            raise DomainError("company.picture_kind", name=name)
        with self._desk.store.write() as uow:
            digest = self._desk.contents.put(data)
            company = uow.find(Company)[0]
            changed = _with(company, role, digest)
            if changed != company:
                uow.replace(changed)
            return uow.commit("company.picture_set", what=(f"picture.{role}", {}))

    def drop_picture(self, role: PictureRole) -> ChangeSet:
        """No logo, or no seal, on the papers."""
        with self._desk.store.write() as uow:
            company = uow.find(Company)[0]
            changed = _with(company, role, "")
            if changed != company:
                uow.replace(changed)
            return uow.commit("company.picture_dropped", what=(f"picture.{role}", {}))


def _with(company: Company, role: PictureRole, digest: str) -> Company:
    return replace(company, logo=digest) if role is PictureRole.LOGO else replace(company, seal=digest)

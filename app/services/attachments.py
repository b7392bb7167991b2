"""Files kept with rows of the ledger: checked by their bytes, stored once, found by their owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.activity import Attachment
from app.domain.attachment_type import DEFAULT_LIMIT, recognise, safe_name
from app.domain.problem import DomainError
from app.services.collection_desk import CollectionPart

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.domain.changes import ChangeSet
    from app.services.ports import UnitOfWork

LIMIT_SETTING = "attachment.limit_mb"
OWNERS = frozenset(
    "company customer document promise dispute activity payment_plan letter limitation_event bill "
    "bank_statement bank_line profile financial_statement certification contract_point external_rating "
    "external_event claim_paper claim_event insurance_policy limit_decision insurer_notice "
    "declaration".split()
)
_MEGABYTE = 1024 * 1024


class Attachments(CollectionPart):
    """Attaching, reading and taking away."""

    def attach(self, owner: str, owner_id: int, name: str, data: bytes, note: str = "") -> ChangeSet:
        """Keep a file with a row of the table ``owner``; the same bytes there once more change nothing."""
        with self._desk.store.write() as uow:
            self.attach_within(uow, owner, owner_id, name, data, note)
            return uow.commit("attachment.added", name=safe_name(name))

    def attach_within(
        self, uow: UnitOfWork, owner: str, owner_id: int, name: str, data: bytes, note: str = ""
    ) -> int:
        """``attach`` as part of a unit of work that also does something else; the attachment's id."""
        kind = recognise(name, data, self.attachment_limit())
        if owner not in OWNERS or not self._desk.reader.exists(owner, owner_id):
            raise DomainError("attachment.no_owner", name=name)
        digest = self._desk.contents.put(data)
        same = uow.find(Attachment, owner=owner, owner_id=owner_id, digest=digest)
        if same:
            return same[0].id
        return uow.add(
            Attachment(owner, owner_id, safe_name(name), kind.media_type, len(data), digest, note.strip())
        )

    def attachments(self, owner: str, owner_id: int | Collection[int]) -> list[Attachment]:
        """The files kept with a row (or several of one table), the newest first."""
        ids = [owner_id] if isinstance(owner_id, int) else owner_id
        return self._desk.reader.attachments(owner, ids)

    def content(self, attachment_id: int) -> bytes:
        """The bytes of an attachment."""
        return self.content_of(self._desk.store.get(Attachment, attachment_id).digest)

    def content_of(self, digest: str) -> bytes:
        """The bytes under a digest, as a company's logo or seal names them."""
        return self._desk.contents.get(digest)

    def detach(self, attachment_id: int) -> ChangeSet:
        """Take an attachment away; its bytes stay for undo."""
        with self._desk.store.write() as uow:
            gone = uow.get(Attachment, attachment_id)
            uow.remove(Attachment, [attachment_id])
            return uow.commit("attachment.removed", name=gone.name)

    def attachment_limit(self) -> int:
        """The largest attachment the company allows, bytes."""
        chosen = self._desk.settings.get(LIMIT_SETTING)
        return int(chosen * _MEGABYTE) if isinstance(chosen, int | float) and chosen > 0 else DEFAULT_LIMIT

"""What others say of a customer in the credit file: ratings on our scale, and events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.credit_file import ExternalEvent, ExternalRating
from app.domain.credit_file_rules import check_event, check_rating, counts, running
from app.domain.credit_file_views import EventView, RatingView
from app.domain.customer import Customer, Identifier
from app.domain.external_rating import RatingScale, check_scales, mapped_points, scale_json, scale_of
from app.services.credit_file_desk import CreditFilePart

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.changes import ChangeSet

MAP_SETTING = "credit.rating_map"


class FileOutside(CreditFilePart):
    """Use cases on external ratings and events."""

    def ratings(self, customer_id: int, as_of: date | None = None) -> list[RatingView]:
        """Ratings given by the day, the newest first, each with its points."""
        day = self._day(as_of)
        scales = self.rating_map()
        found = [
            one for one in self._desk.store.find(ExternalRating, customer_id=customer_id) if one.on <= day
        ]
        found.sort(key=lambda one: (one.on, one.id), reverse=True)
        return [
            RatingView(
                one,
                mapped_points(one, scales),
                one.valid_until is None or one.valid_until >= day,
                not one.points,
            )
            for one in found
        ]

    def save_rating(self, rating: ExternalRating) -> ChangeSet:
        """Write a rating as the provider gave it."""
        texts = ("provider", "value", "scale", "points", "source", "note")
        clean = replace(rating, **{name: getattr(rating, name).strip() for name in texts})
        check_rating(clean, self._desk.clock.today())
        with self._desk.store.write() as uow:
            return self._put(
                uow, clean, "credit_file.rating_saved", provider=clean.provider, value=clean.value
            )

    def remove_rating(self, rating_id: int) -> ChangeSet:
        """Put a rating in the bin."""
        return self._drop(ExternalRating, rating_id, "credit_file.rating_removed")

    def rating_map(self) -> tuple[RatingScale, ...]:
        """The scales of providers: the company's own table, else the shipped one."""
        stored = self._desk.settings.get(MAP_SETTING)
        if not isinstance(stored, list):
            return tuple(self._desk.shipped_scales())
        return tuple(scale_of(one) for one in stored if isinstance(one, dict))

    def shipped_rating_map(self) -> tuple[RatingScale, ...]:
        """The scales the program came with."""
        return tuple(self._desk.shipped_scales())

    def save_rating_map(self, scales: Sequence[RatingScale]) -> ChangeSet:
        """Make these scales the company's own."""
        check_scales(scales)
        return self._desk.settings.set(MAP_SETTING, [scale_json(one) for one in scales])

    def reset_rating_map(self) -> ChangeSet:
        """Go back to the shipped scales."""
        return self._desk.settings.reset(MAP_SETTING)

    def events(self, customer_id: int, as_of: date | None = None) -> list[EventView]:
        """Events up to the day, the newest first."""
        day = self._day(as_of)
        found = [
            one for one in self._desk.store.find(ExternalEvent, customer_id=customer_id) if one.on <= day
        ]
        found.sort(key=lambda one: (one.on, one.id), reverse=True)
        return [EventView(one, counts(one), running(one, day)) for one in found]

    def save_event(self, event: ExternalEvent, evidence: Sequence[tuple[str, bytes]] = ()) -> ChangeSet:
        """Write an event with files of evidence; confirmed only by an identifier of the customer's."""
        texts = ("source", "value", "identifier", "confirmed_by", "note")
        clean = replace(event, **{name: getattr(event, name).strip() for name in texts})
        with self._desk.store.write() as uow:
            numbers = [one.value for one in uow.find(Identifier, customer_id=clean.customer_id)]
            check_event(clean, numbers, self._desk.clock.today())
            kind: tuple[str, dict[str, object]] = (f"event_kind.{clean.kind}", {})
            row_id = self._store(uow, clean)
            for name, data in evidence:
                self._desk.attach(uow, "external_event", row_id, name, data)
            customer = uow.get(Customer, clean.customer_id).name
            return uow.commit("credit_file.event_saved", customer=customer, kind=kind)

    def remove_event(self, event_id: int) -> ChangeSet:
        """Put an event in the bin."""
        return self._drop(ExternalEvent, event_id, "credit_file.event_removed")

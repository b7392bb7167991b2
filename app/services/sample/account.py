"""A customer's account while it is being made up: posts, matches, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.bill import BillKind
from app.domain.document import DEBITS, DocumentKind
from app.services.sample.catalogue import Profile


@dataclass(slots=True, eq=False)
class Part:
    """One part of an instalment plan; ``open`` falls with each match."""

    due: date
    amount: int
    label: str
    open: int = 0
    id: int = 0

    def __post_init__(self) -> None:
        self.open = self.amount


@dataclass(slots=True, eq=False)
class Post:
    """A document to be, minor units; ``open`` falls with each match whatever its date."""

    kind: DocumentKind
    on: date
    amount: int
    due: date | None = None
    terms: str = ""
    number: str = ""
    reference: str = ""
    contract: str = ""
    note: str = ""
    reason: str = ""
    approved_by: str = ""
    dunning_block: str = ""
    original: Post | None = None
    parts: list[Part] = field(default_factory=list)
    book_rate: Decimal | None = None
    open: int = 0
    id: int = 0

    def __post_init__(self) -> None:
        self.open = self.amount


@dataclass(slots=True, eq=False)
class Match:
    """Part of a credit set against a debit (and a part of its plan) on a day; a reversal is negative."""

    debit: Post
    credit: Post
    on: date
    amount: int
    part: Part | None = None
    reverses: Match | None = None


@dataclass(slots=True, eq=False)
class Objection:
    """A dispute to be; ``amount`` None contests the whole invoice."""

    post: Post
    opened: date
    amount: int | None
    closed: date | None
    reason: str
    outcome: str
    note: str
    target: date | None = None
    state: str = ""


@dataclass(slots=True, eq=False)
class Word:
    """A promise to be."""

    post: Post
    made: date
    due: date
    amount: int
    closed: date | None
    outcome: str
    channel: str


@dataclass(slots=True, eq=False)
class Agreement:
    """A payment plan to be: ``items`` are (invoice, amount, settled before), ``parts`` (due, amount)."""

    agreed: date
    items: list[tuple[Post, int, int]]
    parts: list[tuple[date, int]]
    grace: int = 3
    note: str = ""


@dataclass(slots=True, eq=False)
class Paper:
    """A bill to be, and the receipt made of it or the invoices it is to pay."""

    kind: BillKind
    received: date
    due: date
    amount: int
    covers: list[tuple[Post, int]]
    receipt: Post | None = None
    passed: date | None = None
    passed_how: str = ""
    passed_to: str = ""
    charge: int = 0
    ended: date | None = None
    ended_how: str = ""
    note: str = ""


@dataclass(slots=True, eq=False)
class Account:
    """Everything that happened with one customer."""

    profile: Profile
    posts: list[Post] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    objections: list[Objection] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)

    def post(self, post: Post) -> Post:
        """Add a document."""
        self.posts.append(post)
        return post

    def match(self, debit: Post, credit: Post, on: date, amount: int, part: Part | None = None) -> None:
        """Set ``amount`` of the credit against the debit; never more than is open, never too early."""
        amount = min(amount, credit.open, part.open if part else debit.open)
        if amount <= 0:
            return
        self.matches.append(Match(debit, credit, max(on, debit.on, credit.on), amount, part))
        debit.open -= amount
        credit.open -= amount
        if part:
            part.open -= amount

    def take_back(self, match: Match, on: date, amount: int) -> None:
        """Reverse ``amount`` of a match from a day on: that much is open again on both sides."""
        self.matches.append(Match(match.debit, match.credit, on, -amount, match.part, reverses=match))
        match.debit.open += amount
        match.credit.open += amount

    def settled_by(self, post: Post, day: date) -> int:
        """What was set against a debit up to a day, minor units."""
        return sum(match.amount for match in self.matches if match.debit is post and match.on <= day)

    def open_debits(self) -> list[Post]:
        """Invoices with something open, oldest due first."""
        due = [post for post in self.posts if post.kind in DEBITS and post.open and post.due]
        return sorted(due, key=lambda post: (post.due or post.on, post.on))

    def settled_on(self) -> dict[int, date]:
        """Day of the last match of every debit that is fully settled, by ``id()`` of the post."""
        last: dict[int, date] = {}
        for match in self.matches:
            if not match.debit.open:
                key = id(match.debit)
                last[key] = max(last.get(key, match.on), match.on)
        return last

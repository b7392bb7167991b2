"""The rules at work: what each bank line pays, with what is open going down as lines are applied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.bank_file import RawBankLine
from app.domain.cash_match import (
    CashPart,
    Clue,
    LineProposal,
    MatchRule,
    RuleCode,
    Tolerances,
)
from app.domain.cash_match_book import Book, BookDebit, BookReceipt
from app.domain.cash_match_sums import Sums
from app.domain.cash_match_text import Named, NumberIndex, folded
from app.domain.money import Money, convert
from app.domain.names import match_key

ENTERED, RETURNED = "entered", "returned"
"""The rules of what is in the books already: a receipt entered by hand, and one that came back."""

_MOST_SHOWN = 3
_DAYS_APART = 5
_MOST_NAMED = 40
_RATE_SLACK = Decimal("0.05")

Group = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Payer:
    """Who a line is from: the customers its payer may be, by which rule, or nobody's (``stranger``)."""

    customers: frozenset[int] = frozenset()
    rule: RuleCode | None = None
    clues: tuple[Clue, ...] = ()
    stranger: bool = False

    @property
    def sole(self) -> int:
        """The one customer it can be; 0 where that is not told."""
        return next(iter(self.customers)) if len(self.customers) == 1 else 0


_NOBODY = Payer()


def account_key(account: str) -> str:
    """An account number for comparison: letters and figures alone."""
    return "".join(char for char in folded(account) if char.isalnum())


class Matcher:
    """Matches lines one after another against a picture of the ledger."""

    def __init__(
        self, book: Book, rules: Sequence[MatchRule], tolerances: Tolerances, base: str = ""
    ) -> None:
        self._book = book
        self._rules = [rule for rule in rules if rule.enabled]
        self._enabled = {rule.code for rule in self._rules}
        self._tolerances = tolerances
        self._base = base
        self._debits = {debit.id: debit for debit in book.debits}
        self._groups: dict[Group, dict[int, BookDebit]] = defaultdict(dict)
        self._amounts: dict[tuple[str, int], dict[int, None]] = defaultdict(dict)
        for debit in book.debits:
            self._put(debit)
        self._numbers = NumberIndex(_numbers(book.debits))
        self._receipts: dict[tuple[str, int], list[BookReceipt]] = defaultdict(list)
        for receipt in book.receipts:
            self._receipts[receipt.currency, receipt.left].append(receipt)
        self._used_receipts: set[int] = set()
        self._sums: dict[Group, Sums] = {}
        self._payers: dict[tuple[str, str], Payer] = {}

    def _put(self, debit: BookDebit) -> None:
        self._groups[debit.customer_id, debit.currency][debit.id] = debit
        self._amounts[debit.currency, debit.open][debit.id] = None

    def use(self, proposal: LineProposal) -> None:
        """Lower what is open by an applied proposal."""
        if proposal.receipt_id:
            self._used_receipts.add(proposal.receipt_id)
        for part in proposal.parts:
            debit = self._debits[part.debit_id]
            group = debit.customer_id, debit.currency
            del self._amounts[debit.currency, debit.open][debit.id]
            parts = tuple(
                replace(one, open=one.open - part.amount) if one.instalment_id == part.instalment_id else one
                for one in debit.parts
            )
            left = replace(debit, parts=parts)
            self._sums.pop(group, None)
            if left.open:
                self._debits[debit.id] = left
                self._put(left)
            else:
                del self._debits[debit.id], self._groups[group][debit.id]

    # -- who -----------------------------------------------------------------------------------

    def payer(self, line: RawBankLine) -> Payer:
        """Who the line is from, by the rules that know payers, in their order."""
        key = (line.payer, line.payer_account)
        if key not in self._payers:
            self._payers[key] = self._find_payer(line)
        return self._payers[key]

    def _find_payer(self, line: RawBankLine) -> Payer:
        found = _NOBODY
        for rule in self._rules:
            one = self._payer_by(rule.code, line)
            if one.stranger or one.sole:
                return one
            found = found if found.customers else one
        return found

    def _payer_by(self, code: RuleCode, line: RawBankLine) -> Payer:
        book = self._book
        if code is RuleCode.ACCOUNT and line.payer_account:
            key = account_key(line.payer_account)
            clue = Clue("bank.clue_account", {"account": line.payer_account})
            return self._known(book.accounts, key, code, clue)
        if code is RuleCode.NAME and line.payer:
            key = match_key(line.payer)
            learned = self._known(book.payers, key, code, Clue("bank.clue_payer", {"payer": line.payer}))
            if learned.stranger or learned.customers:
                return learned
            own = book.names.get(key, frozenset()) if key else frozenset()
            return Payer(own, code, (Clue("bank.clue_name", {"payer": line.payer}),)) if own else _NOBODY
        if code is RuleCode.ALIAS and line.payer:
            own = book.aliases.get(match_key(line.payer), frozenset())
            return Payer(own, code, (Clue("bank.clue_alias", {"payer": line.payer}),)) if own else _NOBODY
        return _NOBODY

    @staticmethod
    def _known(known: Mapping[str, int | None], key: str, code: RuleCode, clue: Clue) -> Payer:
        if not key or key not in known:
            return _NOBODY
        customer = known[key]
        if customer is None:
            return Payer(rule=code, clues=(clue,), stranger=True)
        return Payer(frozenset({customer}), code, (clue,))

    # -- what ----------------------------------------------------------------------------------

    def proposals(self, line: RawBankLine) -> tuple[LineProposal, ...]:
        """What the line may be, the first rule's finding first; empty where no rule finds anything."""
        payer = self.payer(line)
        if line.amount < 0:
            return tuple(self._came_back(line, payer))[:_MOST_SHOWN]
        found: list[LineProposal] = list(self._entered(line, payer))
        for rule in self._rules:
            for one in self._by(rule, line, payer):
                if not any((k.customer_id, k.parts) == (one.customer_id, one.parts) for k in found):
                    # What an earlier rule found speaks against acting on a later one alone.
                    found.append(replace(one, certain=one.certain and not found))
            if found and found[0].certain:
                break
        return tuple(found[: _MOST_SHOWN * 2])

    def _by(self, rule: MatchRule, line: RawBankLine, payer: Payer) -> Iterable[LineProposal]:
        if rule.code is RuleCode.REFERENCE:
            return self._by_reference(rule, line, payer)
        if rule.code is RuleCode.EXACT:
            return self._by_exact(rule, line, payer)
        if rule.code is RuleCode.SUM:
            return self._by_sum(rule, line, payer)
        return self._by_payer(rule, line, payer)

    def _by_reference(self, rule: MatchRule, line: RawBankLine, payer: Payer) -> Iterator[LineProposal]:
        named = self._numbers.find(f"{line.text} {line.reference}")[:_MOST_NAMED]
        clues: dict[int, dict[int, tuple[Named, BookDebit]]] = defaultdict(dict)
        for one in named:
            for debit_id in one.ids:
                debit = self._debits.get(debit_id)
                if debit is not None:
                    clues[debit.customer_id].setdefault(debit_id, (one, debit))
        if payer.customers & clues.keys():
            clues = {customer: clues[customer] for customer in payer.customers if customer in clues}
        for customer, found in clues.items():
            yield self._named(rule, line, payer, customer, list(found.values()), alone=len(clues) == 1)

    def _named(
        self,
        rule: MatchRule,
        line: RawBankLine,
        payer: Payer,
        customer: int,
        found: Sequence[tuple[Named, BookDebit]],
        *,
        alone: bool,
    ) -> LineProposal:
        debits = [debit for _, debit in found if debit.currency == line.currency]
        evidence = [_number_clue(named, debit) for named, debit in found]
        strong = customer in payer.customers or any(not named.weak for named, _ in found)
        certain = rule.certain and alone and strong and (not payer.customers or customer in payer.customers)
        if payer.customers and customer not in payer.customers:
            other = self._book.customers.get(payer.sole, line.payer)
            evidence.append(Clue("bank.clue_other_payer", {"payer": line.payer, "customer": other}))
        elif customer in payer.customers:
            evidence += payer.clues
        if not debits:
            return self._crossed(line, customer, [debit for _, debit in found], evidence)
        asked = sum(debit.open for debit in debits)
        parts = _filled(line.amount, sorted(debits, key=lambda debit: debit.due))
        difference = line.amount - asked
        evidence += _difference_clues(difference, line.currency)
        early = -difference if 0 < -difference <= sum(debit.discount(line.on) for debit in debits) else 0
        evidence += _early_clues(early, line.currency)
        settled = difference == 0 or early > 0 or self._forgiven(difference, asked, line.currency)
        return self._proposal(
            customer, parts, evidence, rule.code, difference, certain=certain and settled, discount=early
        )

    def _crossed(
        self, line: RawBankLine, customer: int, debits: Sequence[BookDebit], evidence: list[Clue]
    ) -> LineProposal:
        """Invoices in another currency: paid whole where the day's rates make the amounts near equal."""
        debit = debits[0]
        rates = self._book.rates
        if len(debits) > 1 or not {debit.currency, line.currency} <= rates.keys():
            return self._proposal(customer, (), evidence, RuleCode.REFERENCE, line.amount, certain=False)
        rate = rates[debit.currency] / rates[line.currency]
        worth = convert(debit.open, debit.currency, line.currency, rate)
        params = {"rate": f"{rate.normalize():f}"[:12], "amount": str(Money(worth, line.currency))}
        evidence.append(Clue("bank.clue_currency", params))
        if abs(worth - line.amount) > worth * _RATE_SLACK:
            return self._proposal(customer, (), evidence, RuleCode.REFERENCE, line.amount, certain=False)
        whole = _filled(debit.open, [debit])
        shares = zip(whole, _shares(line.amount, whole), strict=True)
        parts = tuple(replace(part, credit_amount=paid) for part, paid in shares)
        return self._proposal(customer, parts, evidence, RuleCode.REFERENCE, 0, certain=False)

    def _by_exact(self, rule: MatchRule, line: RawBankLine, payer: Payer) -> Iterator[LineProposal]:
        if payer.customers:
            fits = [part for customer in payer.customers for part in self._exact_of(customer, line)]
        else:
            ids = self._amounts.get((line.currency, line.amount), {})
            fits = [_filled(line.amount, [self._debits[one]]) for one in ids]
        fits.sort(key=lambda parts: self._debits[parts[0].debit_id].due)
        certain = rule.certain and len(fits) == 1 and bool(payer.sole)
        for parts in fits[:_MOST_SHOWN]:
            debit = self._debits[parts[0].debit_id]
            amount = str(Money(line.amount, line.currency))
            early = _early(debit, line) if len(debit.parts) == 1 else 0
            clues = _early_clues(early, line.currency)
            if not early:
                clues = [Clue("bank.clue_exact", {"number": debit.number, "amount": amount})]
            evidence = [*clues, *payer.clues]
            if len(fits) > 1:
                evidence.append(Clue("bank.clue_several", {"n": len(fits)}))
            if not payer.customers:
                evidence.append(Clue("bank.clue_payer_unknown", {}))
            yield self._proposal(
                debit.customer_id, parts, evidence, rule.code, -early, certain=certain, discount=early
            )

    def _exact_of(self, customer: int, line: RawBankLine) -> Iterator[tuple[CashPart, ...]]:
        """A customer's debits open at the amount, else those it pays less discount or by an instalment."""
        debits = self._groups.get((customer, line.currency), {}).values()
        whole = [debit for debit in debits if debit.open == line.amount]
        for debit in whole:
            yield _filled(line.amount, [debit])
        if whole:
            return
        for debit in debits:
            if len(debit.parts) == 1 and _early(debit, line):
                yield _filled(line.amount, [debit])
            parts = [part for part in sorted(debit.parts, key=lambda part: part.due_date) if part.open > 0]
            if len(parts) > 1 and parts[0].open == line.amount:
                yield _filled(line.amount, [debit])

    def _by_sum(self, rule: MatchRule, line: RawBankLine, payer: Payer) -> Iterator[LineProposal]:
        for customer in sorted(payer.customers):
            group = customer, line.currency
            if group not in self._sums:
                self._sums[group] = Sums(list(self._groups.get(group, {}).values()))
            groups, sole = self._sums[group].of(line.amount)
            for several in groups[:_MOST_SHOWN]:
                amount = str(Money(line.amount, line.currency))
                clue = Clue(
                    "bank.clue_sum", {"n": len(several), "amount": amount, "numbers": _listed(several)}
                )
                evidence = [clue, *payer.clues]
                if not sole:
                    evidence.append(Clue("bank.clue_other_sums", {}))
                certain = rule.certain and sole and bool(payer.sole)
                parts = _filled(line.amount, several)
                yield self._proposal(customer, parts, evidence, rule.code, 0, certain=certain)

    def _by_payer(self, rule: MatchRule, line: RawBankLine, payer: Payer) -> Iterator[LineProposal]:
        """The payer alone is known: its oldest debits."""
        if payer.rule is not rule.code:
            return
        for customer in sorted(payer.customers)[:_MOST_SHOWN]:
            debits = sorted(self._groups.get((customer, line.currency), {}).values(), key=lambda d: d.due)
            parts = _filled(line.amount, debits)
            evidence = list(payer.clues)
            if not payer.sole:
                evidence.append(Clue("bank.clue_several_customers", {"n": len(payer.customers)}))
            code = "bank.clue_oldest" if parts else "bank.clue_nothing_open"
            evidence.append(Clue(code, {"numbers": _listed([self._debits[p.debit_id] for p in parts])}))
            difference = line.amount - sum(part.amount for part in parts)
            certain = rule.certain and bool(payer.sole)
            yield self._proposal(customer, parts, evidence, rule.code, difference, certain=certain)

    def _entered(self, line: RawBankLine, payer: Payer) -> Iterator[LineProposal]:
        """A receipt of the same money that is in the books already and belongs to no line."""
        for receipt in self._receipts.get((line.currency, line.amount), ()):
            apart = abs((receipt.on - line.on).days)
            if receipt.linked or receipt.id in self._used_receipts or apart > _DAYS_APART:
                continue
            if payer.customers and receipt.customer_id not in payer.customers:
                continue
            clue = Clue("bank.clue_entered", {"number": receipt.number, "day": receipt.on.isoformat()})
            evidence = [clue, *payer.clues]
            yield self._proposal(
                receipt.customer_id, (), evidence, ENTERED, 0, certain=False, receipt=receipt.id
            )

    def _came_back(self, line: RawBankLine, payer: Payer) -> Iterator[LineProposal]:
        """Earlier receipts that this money out may return, the newest first."""
        said = folded(f"{line.text} {line.reference}")
        fits = [
            receipt
            for receipt in self._receipts.get((line.currency, -line.amount), ())
            if receipt.on <= line.on and receipt.id not in self._used_receipts
        ]
        for receipt in sorted(fits, key=lambda one: (one.on, one.id), reverse=True):
            mine = receipt.customer_id in payer.customers
            named = bool(receipt.number) and folded(receipt.number) in said
            if not (mine or named or (line.returned and not payer.customers)):
                continue
            evidence = [_returned_clue(receipt)]
            evidence += [Clue("bank.clue_flagged", {})] if line.returned else []
            evidence += payer.clues if mine else ()
            yield self._proposal(
                receipt.customer_id, (), evidence, RETURNED, 0, certain=False, receipt=receipt.id
            )

    def _proposal(
        self,
        customer: int,
        parts: Iterable[CashPart],
        evidence: Iterable[Clue],
        rule: str,
        difference: int,
        *,
        certain: bool,
        receipt: int = 0,
        discount: int = 0,
    ) -> LineProposal:
        name = self._book.customers.get(customer, "")
        return LineProposal(
            customer, name, tuple(parts), tuple(evidence), certain, difference, str(rule), receipt, discount
        )

    def _forgiven(self, difference: int, asked: int, currency: str) -> bool:
        """Whether a short rest is within what the company gives up without asking."""
        if difference > 0 or not self._tolerances.automatic:
            return False
        return -difference <= most_given_up(self._tolerances, asked, currency, self._base, self._book.rates)


def most_given_up(
    tolerances: Tolerances, asked: int, currency: str, base: str, rates: Mapping[str, Decimal]
) -> int:
    """The largest difference that may be written off, minor units of ``currency``."""
    share = int(Decimal(asked) * tolerances.percent / 100)
    return max(share, in_currency(tolerances.amount, currency, base, rates))


def in_currency(minor: int, currency: str, base: str, rates: Mapping[str, Decimal]) -> int:
    """An amount of the company's currency in another, minor units; 0 where no rate is known."""
    if currency == base:
        return minor
    rate = rates.get(currency)
    return convert(minor, base, currency, 1 / rate) if rate else 0


def _numbers(debits: Iterable[BookDebit]) -> Iterator[tuple[str, int, bool]]:
    for debit in debits:
        yield debit.number, debit.id, True
        for other in (debit.reference, debit.contract):
            if other:
                yield other, debit.id, False


def _number_clue(named: Named, debit: BookDebit) -> Clue:
    code = "bank.clue_number" if named.own else "bank.clue_reference"
    return Clue(code, {"number": debit.number, "written": named.written})


def _returned_clue(receipt: BookReceipt) -> Clue:
    day: date = receipt.on
    return Clue("bank.clue_returned", {"number": receipt.number, "day": day.isoformat()})


def _difference_clues(difference: int, currency: str) -> list[Clue]:
    if not difference:
        return [Clue("bank.clue_to_the_cent", {})]
    code = "bank.clue_over" if difference > 0 else "bank.clue_short"
    return [Clue(code, {"amount": str(Money(abs(difference), currency))})]


def _early(debit: BookDebit, line: RawBankLine) -> int:
    """The discount that makes the line pay the debit whole; 0 where it does not."""
    short = debit.open - line.amount
    return short if short > 0 and short == debit.discount(line.on) else 0


def _early_clues(early: int, currency: str) -> list[Clue]:
    return [Clue("bank.clue_early", {"amount": str(Money(early, currency))})] if early else []


def _filled(amount: int, debits: Iterable[BookDebit]) -> tuple[CashPart, ...]:
    """The amount laid on the debits in order, each one's parts first due first."""
    parts = []
    left = amount
    for debit in debits:
        for part in sorted(debit.parts, key=lambda one: (one.due_date, one.instalment_id or 0)):
            share = min(left, part.open)
            if share > 0:
                parts.append(CashPart(debit.id, part.instalment_id, debit.number, share, debit.currency))
                left -= share
    return tuple(parts)


def _shares(paid: int, parts: Sequence[CashPart]) -> list[int]:
    """What each part takes of the money paid in another currency, in proportion."""
    whole = sum(part.amount for part in parts)
    shares = [paid * part.amount // whole for part in parts]
    shares[-1] += paid - sum(shares)
    return shares


def _listed(debits: Iterable[BookDebit]) -> str:
    numbers = list(dict.fromkeys(debit.number for debit in debits))
    shown = ", ".join(numbers[:_MOST_SHOWN])
    return f"{shown} …" if len(numbers) > _MOST_SHOWN else shown

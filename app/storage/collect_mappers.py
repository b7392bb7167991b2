"""The records behind collecting money and their tables; loaded when the first of them is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.activity import Activity, Attachment
from app.domain.bank import BankAccount, BankLine, BankStatement, Payer
from app.domain.bill import Bill, BillCover
from app.domain.letter import DunningRun, Letter, LetterLine, LetterTemplate, StoredPolicy
from app.domain.limitation_event import LimitationEvent
from app.domain.payment_plan import PaymentPlan, PlanItem, PlanPart
from app.domain.rate_entry import RateEntry, StoredInterestRule
from app.domain.setting import Setting
from app.domain.work import WorkMark
from app.storage import collect_schema as schema

if TYPE_CHECKING:
    from sqlalchemy import Table

TABLES: dict[type[Any], Table] = {
    Setting: schema.setting,
    BankAccount: schema.bank_account,
    BankStatement: schema.bank_statement,
    BankLine: schema.bank_line,
    Payer: schema.payer,
    Bill: schema.bill,
    BillCover: schema.bill_cover,
    StoredPolicy: schema.stored_policy,
    DunningRun: schema.dunning_run,
    Letter: schema.letter,
    LetterLine: schema.letter_line,
    LetterTemplate: schema.letter_template,
    Activity: schema.activity,
    Attachment: schema.attachment,
    LimitationEvent: schema.limitation_event,
    PaymentPlan: schema.payment_plan,
    PlanItem: schema.plan_item,
    PlanPart: schema.plan_part,
    RateEntry: schema.rate_entry,
    StoredInterestRule: schema.stored_interest_rule,
    WorkMark: schema.work_mark,
}

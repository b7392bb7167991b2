-- Schema 3 to schema 4, as it was when schema 4 was released: never edited after that.

CREATE TABLE cash_item (
    id INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    amount INTEGER DEFAULT '0' NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    label TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT 'other' NOT NULL,
    every TEXT DEFAULT '' NOT NULL,
    until TEXT,
    source TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_cash_item_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_cash_item PRIMARY KEY (id),
    CONSTRAINT ck_cash_item_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT ck_cash_item_until_day CHECK ("until" IS NULL OR "until" IS date("until", '+0 days'))
)
 STRICT;

CREATE INDEX ix_cash_item_on ON cash_item ("on");

CREATE TABLE contingency_plan (
    id INTEGER NOT NULL,
    level INTEGER NOT NULL CONSTRAINT ck_contingency_plan_level CHECK (level BETWEEN 1 AND 3),
    name TEXT DEFAULT '' NOT NULL,
    content TEXT DEFAULT '{}' NOT NULL,
    active INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_contingency_plan_active CHECK (active IN (0, 1)),
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_contingency_plan_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_contingency_plan PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE own_statement (
    id INTEGER NOT NULL,
    period_end TEXT NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    figures TEXT DEFAULT '{}' NOT NULL,
    months INTEGER NOT NULL CONSTRAINT ck_own_statement_months CHECK (months > 0),
    unit INTEGER NOT NULL CONSTRAINT ck_own_statement_unit CHECK (unit > 0),
    quality TEXT DEFAULT '' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_own_statement_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_own_statement PRIMARY KEY (id),
    CONSTRAINT ck_own_statement_period_end_day CHECK ("period_end" IS NULL OR "period_end" IS date("period_end", '+0 days'))
)
 STRICT;

CREATE INDEX ix_own_statement_end ON own_statement (period_end);

CREATE TABLE period_review (
    id INTEGER NOT NULL,
    start TEXT NOT NULL,
    "end" TEXT NOT NULL,
    state TEXT DEFAULT 'open' NOT NULL,
    sections TEXT DEFAULT '[]' NOT NULL,
    verdict TEXT DEFAULT '' NOT NULL,
    prepared_by TEXT DEFAULT '' NOT NULL,
    reviewed_by TEXT DEFAULT '' NOT NULL,
    changes TEXT DEFAULT '' NOT NULL,
    adjusted TEXT DEFAULT '' NOT NULL,
    lessons TEXT DEFAULT '' NOT NULL,
    figures TEXT DEFAULT '{}' NOT NULL,
    digest TEXT DEFAULT '' NOT NULL,
    locked_on TEXT,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_period_review_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_period_review PRIMARY KEY (id),
    CONSTRAINT ck_period_review_start_day CHECK ("start" IS NULL OR "start" IS date("start", '+0 days')),
    CONSTRAINT ck_period_review_end_day CHECK ("end" IS NULL OR "end" IS date("end", '+0 days')),
    CONSTRAINT ck_period_review_locked_on_day CHECK ("locked_on" IS NULL OR "locked_on" IS date("locked_on", '+0 days'))
)
 STRICT;

CREATE INDEX ix_period_review_end ON period_review ("end");

CREATE TABLE provision_run (
    id INTEGER NOT NULL,
    as_of TEXT NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    total INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_provision_run_total CHECK (total >= 0),
    gross INTEGER DEFAULT '0' NOT NULL,
    standard TEXT DEFAULT '' NOT NULL,
    result TEXT DEFAULT '{}' NOT NULL,
    method TEXT DEFAULT '' NOT NULL,
    booked_on TEXT,
    "by" TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_provision_run_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_provision_run PRIMARY KEY (id),
    CONSTRAINT ck_provision_run_as_of_day CHECK ("as_of" IS NULL OR "as_of" IS date("as_of", '+0 days')),
    CONSTRAINT ck_provision_run_booked_on_day CHECK ("booked_on" IS NULL OR "booked_on" IS date("booked_on", '+0 days'))
)
 STRICT;

CREATE INDEX ix_provision_run_as_of ON provision_run (as_of);

CREATE TABLE study (
    id INTEGER NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    content TEXT DEFAULT '{}' NOT NULL,
    as_of TEXT,
    result TEXT DEFAULT '{}' NOT NULL,
    state TEXT DEFAULT 'kept' NOT NULL,
    "by" TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_study_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_study PRIMARY KEY (id),
    CONSTRAINT ck_study_as_of_day CHECK ("as_of" IS NULL OR "as_of" IS date("as_of", '+0 days'))
)
 STRICT;

CREATE INDEX ix_study_kind ON study (kind);

CREATE TABLE finding (
    id INTEGER NOT NULL,
    review_id INTEGER NOT NULL,
    code TEXT DEFAULT '' NOT NULL,
    params TEXT DEFAULT '{}' NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    weight INTEGER DEFAULT '0' NOT NULL,
    action TEXT DEFAULT '' NOT NULL,
    owner TEXT DEFAULT '' NOT NULL,
    due TEXT,
    state TEXT DEFAULT 'open' NOT NULL,
    done_on TEXT,
    customer_id INTEGER,
    carried_id INTEGER,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_finding_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_finding PRIMARY KEY (id),
    CONSTRAINT ck_finding_due_day CHECK ("due" IS NULL OR "due" IS date("due", '+0 days')),
    CONSTRAINT ck_finding_done_on_day CHECK ("done_on" IS NULL OR "done_on" IS date("done_on", '+0 days')),
    CONSTRAINT fk_finding_review_id FOREIGN KEY(review_id) REFERENCES period_review (id),
    CONSTRAINT fk_finding_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_finding_carried_id FOREIGN KEY(carried_id) REFERENCES finding (id)
)
 STRICT;

CREATE INDEX ix_finding_carried ON finding (carried_id);

CREATE INDEX ix_finding_customer ON finding (customer_id);

CREATE INDEX ix_finding_review ON finding (review_id);

CREATE TABLE plan_run (
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    start TEXT NOT NULL,
    steps TEXT DEFAULT '[]' NOT NULL,
    ended TEXT,
    alert_id INTEGER,
    customer_id INTEGER,
    "by" TEXT DEFAULT '' NOT NULL,
    outcome TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_plan_run_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_plan_run PRIMARY KEY (id),
    CONSTRAINT ck_plan_run_start_day CHECK ("start" IS NULL OR "start" IS date("start", '+0 days')),
    CONSTRAINT ck_plan_run_ended_day CHECK ("ended" IS NULL OR "ended" IS date("ended", '+0 days')),
    CONSTRAINT fk_plan_run_plan_id FOREIGN KEY(plan_id) REFERENCES contingency_plan (id),
    CONSTRAINT fk_plan_run_alert_id FOREIGN KEY(alert_id) REFERENCES alert (id),
    CONSTRAINT fk_plan_run_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_plan_run_alert ON plan_run (alert_id);

CREATE INDEX ix_plan_run_customer ON plan_run (customer_id);

CREATE INDEX ix_plan_run_plan ON plan_run (plan_id);

CREATE TABLE specific_provision (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    start TEXT NOT NULL,
    share TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    document_id INTEGER,
    until TEXT,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_specific_provision_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_specific_provision PRIMARY KEY (id),
    CONSTRAINT ck_specific_provision_start_day CHECK ("start" IS NULL OR "start" IS date("start", '+0 days')),
    CONSTRAINT ck_specific_provision_until_day CHECK ("until" IS NULL OR "until" IS date("until", '+0 days')),
    CONSTRAINT fk_specific_provision_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_specific_provision_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT;

CREATE INDEX ix_specific_provision_customer ON specific_provision (customer_id);

CREATE INDEX ix_specific_provision_document ON specific_provision (document_id);

-- Schema 1 to schema 2, as it was when schema 2 was released: never edited after that.

CREATE TABLE new_company (
    id INTEGER NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    name_en TEXT DEFAULT '' NOT NULL,
    identifier TEXT DEFAULT '' NOT NULL,
    address TEXT DEFAULT '' NOT NULL,
    phone TEXT DEFAULT '' NOT NULL,
    email TEXT DEFAULT '' NOT NULL,
    contact TEXT DEFAULT '' NOT NULL,
    bank TEXT DEFAULT '' NOT NULL,
    bank_name TEXT DEFAULT '' NOT NULL,
    bank_account TEXT DEFAULT '' NOT NULL,
    swift TEXT DEFAULT '' NOT NULL,
    signer TEXT DEFAULT '' NOT NULL,
    signer_role TEXT DEFAULT '' NOT NULL,
    logo TEXT DEFAULT '' NOT NULL,
    seal TEXT DEFAULT '' NOT NULL,
    size_class TEXT DEFAULT '' NOT NULL,
    dunning_policy TEXT DEFAULT '' NOT NULL,
    country TEXT DEFAULT 'CN' NOT NULL,
    terms TEXT DEFAULT 'net 30' NOT NULL,
    bucket_limits TEXT DEFAULT '30,60,90' NOT NULL,
    sample INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_company_sample CHECK (sample IN (0, 1)),
    sample_as_of TEXT,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_company_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_company PRIMARY KEY (id),
    CONSTRAINT ck_company_sample_as_of_day CHECK ("sample_as_of" IS NULL OR "sample_as_of" IS date("sample_as_of", '+0 days'))
)
 STRICT;

INSERT INTO new_company (id, name, currency, name_en, identifier, address, phone, email, contact, bank, bank_name, bank_account, country, terms, bucket_limits, sample, sample_as_of, deleted, created_at, changed_at, version)
SELECT id, name, currency, name_en, identifier, address, phone, email, contact, bank, bank_name, bank_account, country, terms, bucket_limits, sample, sample_as_of, deleted, created_at, changed_at, version FROM company;

DROP TABLE company;

ALTER TABLE new_company RENAME TO company;

CREATE TABLE new_customer (
    id INTEGER NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    code TEXT DEFAULT '' NOT NULL,
    short_name TEXT DEFAULT '' NOT NULL,
    name_en TEXT DEFAULT '' NOT NULL,
    country TEXT DEFAULT 'CN' NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    terms TEXT DEFAULT '' NOT NULL,
    language TEXT DEFAULT 'zh' NOT NULL,
    salesperson_id INTEGER,
    region_id INTEGER,
    group_id INTEGER,
    address TEXT DEFAULT '' NOT NULL,
    phone TEXT DEFAULT '' NOT NULL,
    email TEXT DEFAULT '' NOT NULL,
    bank TEXT DEFAULT '' NOT NULL,
    bank_account TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT 'active' NOT NULL,
    status_since TEXT,
    dunning_policy TEXT DEFAULT '' NOT NULL,
    dunning_block TEXT DEFAULT '' NOT NULL,
    grace_until TEXT,
    size_class TEXT DEFAULT '' NOT NULL,
    contract_on TEXT,
    sme_disclosed_on TEXT,
    interest_rule TEXT DEFAULT '' NOT NULL,
    late_rate TEXT,
    late_rate_period TEXT DEFAULT '' NOT NULL,
    late_rate_clause TEXT DEFAULT '' NOT NULL,
    handed_to TEXT DEFAULT '' NOT NULL,
    handed_on TEXT,
    name_key TEXT DEFAULT '' NOT NULL,
    initials TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_customer_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_customer PRIMARY KEY (id),
    CONSTRAINT ck_customer_status_since_day CHECK ("status_since" IS NULL OR "status_since" IS date("status_since", '+0 days')),
    CONSTRAINT ck_customer_grace_until_day CHECK ("grace_until" IS NULL OR "grace_until" IS date("grace_until", '+0 days')),
    CONSTRAINT ck_customer_contract_on_day CHECK ("contract_on" IS NULL OR "contract_on" IS date("contract_on", '+0 days')),
    CONSTRAINT ck_customer_sme_disclosed_on_day CHECK ("sme_disclosed_on" IS NULL OR "sme_disclosed_on" IS date("sme_disclosed_on", '+0 days')),
    CONSTRAINT ck_customer_handed_on_day CHECK ("handed_on" IS NULL OR "handed_on" IS date("handed_on", '+0 days')),
    CONSTRAINT fk_customer_salesperson_id FOREIGN KEY(salesperson_id) REFERENCES salesperson (id),
    CONSTRAINT fk_customer_region_id FOREIGN KEY(region_id) REFERENCES region (id),
    CONSTRAINT fk_customer_group_id FOREIGN KEY(group_id) REFERENCES customer_group (id)
)
 STRICT;

INSERT INTO new_customer (id, name, code, short_name, name_en, country, currency, terms, language, salesperson_id, region_id, group_id, address, phone, email, bank, bank_account, note, status, status_since, name_key, initials, deleted, created_at, changed_at, version)
SELECT id, name, code, short_name, name_en, country, currency, terms, language, salesperson_id, region_id, group_id, address, phone, email, bank, bank_account, note, status, status_since, name_key, initials, deleted, created_at, changed_at, version FROM customer;

DROP TABLE customer;

ALTER TABLE new_customer RENAME TO customer;

CREATE INDEX ix_customer_code ON customer (code);

CREATE INDEX ix_customer_name_key ON customer (name_key);

CREATE TABLE new_document (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    kind TEXT NOT NULL CONSTRAINT ck_document_kind CHECK (kind IN ('invoice','refund','credit_note','receipt','write_off')),
    number TEXT DEFAULT '' NOT NULL,
    doc_date TEXT NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    amount INTEGER NOT NULL CONSTRAINT ck_document_amount CHECK (amount >= 0),
    due_date TEXT,
    open INTEGER DEFAULT '0' NOT NULL,
    has_plan INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_document_has_plan CHECK (has_plan IN (0, 1)),
    terms TEXT DEFAULT '' NOT NULL,
    reference TEXT DEFAULT '' NOT NULL,
    contract TEXT DEFAULT '' NOT NULL,
    salesperson_id INTEGER,
    original_id INTEGER,
    book_rate TEXT,
    inferred INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_document_inferred CHECK (inferred IN (0, 1)),
    reason TEXT DEFAULT '' NOT NULL,
    approved_by TEXT DEFAULT '' NOT NULL,
    dunning_policy TEXT DEFAULT '' NOT NULL,
    dunning_block TEXT DEFAULT '' NOT NULL,
    grace_until TEXT,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_document_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (id),
    CONSTRAINT ck_document_doc_date_day CHECK ("doc_date" IS NULL OR "doc_date" IS date("doc_date", '+0 days')),
    CONSTRAINT ck_document_due_date_day CHECK ("due_date" IS NULL OR "due_date" IS date("due_date", '+0 days')),
    CONSTRAINT ck_document_grace_until_day CHECK ("grace_until" IS NULL OR "grace_until" IS date("grace_until", '+0 days')),
    CONSTRAINT fk_document_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_document_salesperson_id FOREIGN KEY(salesperson_id) REFERENCES salesperson (id),
    CONSTRAINT fk_document_original_id FOREIGN KEY(original_id) REFERENCES document (id)
)
 STRICT;

INSERT INTO new_document (id, customer_id, kind, number, doc_date, currency, amount, due_date, open, has_plan, terms, reference, contract, salesperson_id, original_id, book_rate, inferred, note, deleted, created_at, changed_at, version)
SELECT id, customer_id, kind, number, doc_date, currency, amount, due_date, open, has_plan, terms, reference, contract, salesperson_id, original_id, book_rate, inferred, note, deleted, created_at, changed_at, version FROM document;

DROP TABLE document;

ALTER TABLE new_document RENAME TO document;

CREATE INDEX ix_document_asof ON document (customer_id, currency, kind, doc_date, due_date, amount, has_plan, salesperson_id) WHERE deleted = 0;

CREATE INDEX ix_document_number ON document (number);

CREATE INDEX ix_document_open ON document (customer_id, currency, kind, doc_date, due_date, open, has_plan, salesperson_id) WHERE deleted = 0 AND open <> 0;

CREATE INDEX ix_document_receipt ON document (doc_date) WHERE kind = 'receipt' AND deleted = 0;

CREATE TABLE new_allocation (
    id INTEGER NOT NULL,
    debit_id INTEGER NOT NULL,
    credit_id INTEGER NOT NULL,
    date TEXT NOT NULL,
    amount INTEGER NOT NULL CONSTRAINT ck_allocation_amount CHECK (amount <> 0 AND (amount < 0) = (reverses_id IS NOT NULL)),
    credit_amount INTEGER NOT NULL CONSTRAINT ck_allocation_credit_amount CHECK (credit_amount <> 0 AND (credit_amount < 0) = (amount < 0)),
    instalment_id INTEGER,
    reverses_id INTEGER,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_allocation_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_allocation PRIMARY KEY (id),
    CONSTRAINT ck_allocation_date_day CHECK ("date" IS NULL OR "date" IS date("date", '+0 days')),
    CONSTRAINT fk_allocation_debit_id FOREIGN KEY(debit_id) REFERENCES document (id),
    CONSTRAINT fk_allocation_credit_id FOREIGN KEY(credit_id) REFERENCES document (id),
    CONSTRAINT fk_allocation_instalment_id FOREIGN KEY(instalment_id) REFERENCES instalment (id),
    CONSTRAINT fk_allocation_reverses_id FOREIGN KEY(reverses_id) REFERENCES allocation (id)
)
 STRICT;

INSERT INTO new_allocation (id, debit_id, credit_id, date, amount, credit_amount, instalment_id, note, deleted, created_at, changed_at, version)
SELECT id, debit_id, credit_id, date, amount, credit_amount, instalment_id, note, deleted, created_at, changed_at, version FROM allocation;

DROP TABLE allocation;

ALTER TABLE new_allocation RENAME TO allocation;

CREATE INDEX ix_allocation_credit_id ON allocation (credit_id, date, credit_amount) WHERE deleted = 0;

CREATE INDEX ix_allocation_date ON allocation (date);

CREATE INDEX ix_allocation_debit_id ON allocation (debit_id, date, amount) WHERE deleted = 0;

CREATE INDEX ix_allocation_instalment_id ON allocation (instalment_id, date, amount) WHERE deleted = 0;

CREATE INDEX ix_allocation_reverses ON allocation (reverses_id) WHERE reverses_id IS NOT NULL;

CREATE TABLE new_dispute (
    id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    amount INTEGER,
    closed_on TEXT,
    reason TEXT DEFAULT '' NOT NULL,
    owner TEXT DEFAULT '' NOT NULL,
    target_on TEXT,
    state TEXT DEFAULT '' NOT NULL,
    credit_note_id INTEGER,
    outcome TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_dispute_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_dispute PRIMARY KEY (id),
    CONSTRAINT ck_dispute_opened_on_day CHECK ("opened_on" IS NULL OR "opened_on" IS date("opened_on", '+0 days')),
    CONSTRAINT ck_dispute_closed_on_day CHECK ("closed_on" IS NULL OR "closed_on" IS date("closed_on", '+0 days')),
    CONSTRAINT ck_dispute_target_on_day CHECK ("target_on" IS NULL OR "target_on" IS date("target_on", '+0 days')),
    CONSTRAINT fk_dispute_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_dispute_credit_note_id FOREIGN KEY(credit_note_id) REFERENCES document (id)
)
 STRICT;

INSERT INTO new_dispute (id, document_id, opened_on, amount, closed_on, reason, owner, target_on, outcome, note, deleted, created_at, changed_at, version)
SELECT id, document_id, opened_on, amount, closed_on, reason, owner, target_on, outcome, note, deleted, created_at, changed_at, version FROM dispute;

DROP TABLE dispute;

ALTER TABLE new_dispute RENAME TO dispute;

CREATE INDEX ix_dispute_document ON dispute (document_id);

CREATE TABLE attachment (
    id INTEGER NOT NULL,
    owner TEXT DEFAULT '' NOT NULL,
    owner_id INTEGER NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    media_type TEXT DEFAULT '' NOT NULL,
    size INTEGER DEFAULT '0' NOT NULL,
    digest TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_attachment_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_attachment_owner ON attachment (owner, owner_id);

CREATE TABLE bank_account (
    id INTEGER NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    bank TEXT DEFAULT '' NOT NULL,
    number TEXT DEFAULT '' NOT NULL,
    swift TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_bank_account_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_bank_account PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE content (
    digest TEXT NOT NULL,
    size INTEGER NOT NULL,
    data BLOB NOT NULL,
    CONSTRAINT pk_content PRIMARY KEY (digest)
)
 STRICT;

CREATE TABLE dunning_run (
    id INTEGER NOT NULL,
    as_of TEXT NOT NULL,
    letters INTEGER DEFAULT '0' NOT NULL,
    skipped INTEGER DEFAULT '0' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_dunning_run_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_dunning_run PRIMARY KEY (id),
    CONSTRAINT ck_dunning_run_as_of_day CHECK ("as_of" IS NULL OR "as_of" IS date("as_of", '+0 days'))
)
 STRICT;

CREATE TABLE letter_template (
    id INTEGER NOT NULL,
    code TEXT DEFAULT '' NOT NULL,
    language TEXT DEFAULT '' NOT NULL,
    subject TEXT DEFAULT '' NOT NULL,
    body TEXT DEFAULT '' NOT NULL,
    message TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_letter_template_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_letter_template PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE person (
    id INTEGER NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    role TEXT DEFAULT '' NOT NULL,
    pin TEXT DEFAULT '' NOT NULL,
    active INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_person_active CHECK (active IN (0, 1)),
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_person_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE rate_entry (
    id INTEGER NOT NULL,
    series TEXT DEFAULT '' NOT NULL,
    "on" TEXT NOT NULL,
    rate TEXT NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_rate_entry_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_rate_entry PRIMARY KEY (id),
    CONSTRAINT ck_rate_entry_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days'))
)
 STRICT;

CREATE INDEX ix_rate_entry_series_on ON rate_entry (series, "on");

CREATE TABLE setting (
    id INTEGER NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    value TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_setting_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_setting_name ON setting (name);

CREATE TABLE stored_interest_rule (
    id INTEGER NOT NULL,
    code TEXT DEFAULT '' NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    definition TEXT DEFAULT '' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_stored_interest_rule_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_stored_interest_rule PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE stored_policy (
    id INTEGER NOT NULL,
    code TEXT DEFAULT '' NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    steps TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_stored_policy_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_stored_policy PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE stored_scorecard (
    id INTEGER NOT NULL,
    code TEXT DEFAULT '' NOT NULL,
    version_no INTEGER DEFAULT '0' NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    content TEXT DEFAULT '' NOT NULL,
    content_hash TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT 'draft' NOT NULL,
    author TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    published_on TEXT,
    parent_no INTEGER DEFAULT '0' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_stored_scorecard_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_stored_scorecard PRIMARY KEY (id),
    CONSTRAINT ck_stored_scorecard_published_on_day CHECK ("published_on" IS NULL OR "published_on" IS date("published_on", '+0 days'))
)
 STRICT;

CREATE INDEX ix_stored_scorecard_code ON stored_scorecard (code, version_no);

CREATE TABLE work_mark (
    id INTEGER NOT NULL,
    "key" TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    "on" TEXT NOT NULL,
    until TEXT,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_work_mark_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_work_mark PRIMARY KEY (id),
    CONSTRAINT ck_work_mark_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT ck_work_mark_until_day CHECK ("until" IS NULL OR "until" IS date("until", '+0 days'))
)
 STRICT;

CREATE INDEX ix_work_mark_key ON work_mark ("key");

CREATE TABLE bank_statement (
    id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    format TEXT DEFAULT '' NOT NULL,
    digest TEXT DEFAULT '' NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    start TEXT,
    "end" TEXT,
    opening INTEGER,
    closing INTEGER,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_bank_statement_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_bank_statement PRIMARY KEY (id),
    CONSTRAINT ck_bank_statement_start_day CHECK ("start" IS NULL OR "start" IS date("start", '+0 days')),
    CONSTRAINT ck_bank_statement_end_day CHECK ("end" IS NULL OR "end" IS date("end", '+0 days')),
    CONSTRAINT fk_bank_statement_account_id FOREIGN KEY(account_id) REFERENCES bank_account (id)
)
 STRICT;

CREATE INDEX ix_bank_statement_digest ON bank_statement (digest);

CREATE TABLE alert (
    id INTEGER NOT NULL,
    rule TEXT DEFAULT '' NOT NULL,
    customer_id INTEGER NOT NULL,
    cause TEXT DEFAULT '' NOT NULL,
    "on" TEXT NOT NULL,
    params TEXT DEFAULT '{}' NOT NULL,
    state TEXT DEFAULT 'new' NOT NULL,
    until TEXT,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_alert_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_alert PRIMARY KEY (id),
    CONSTRAINT ck_alert_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT ck_alert_until_day CHECK ("until" IS NULL OR "until" IS date("until", '+0 days')),
    CONSTRAINT fk_alert_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_alert_cause ON alert (rule, customer_id, cause);

CREATE INDEX ix_alert_state ON alert (state);

CREATE TABLE bank_flow (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    month TEXT NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    inflow INTEGER DEFAULT '0' NOT NULL,
    outflow INTEGER DEFAULT '0' NOT NULL,
    closing INTEGER,
    source TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_bank_flow_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_bank_flow PRIMARY KEY (id),
    CONSTRAINT ck_bank_flow_month_day CHECK ("month" IS NULL OR "month" IS date("month", '+0 days')),
    CONSTRAINT fk_bank_flow_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_bank_flow_customer ON bank_flow (customer_id);

CREATE TABLE certification (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    number TEXT DEFAULT '' NOT NULL,
    valid_until TEXT,
    source TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_certification_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_certification PRIMARY KEY (id),
    CONSTRAINT ck_certification_valid_until_day CHECK ("valid_until" IS NULL OR "valid_until" IS date("valid_until", '+0 days')),
    CONSTRAINT fk_certification_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_certification_customer ON certification (customer_id);

CREATE TABLE contract_point (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    point TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    clause TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_contract_point_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_contract_point PRIMARY KEY (id),
    CONSTRAINT fk_contract_point_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_contract_point_customer ON contract_point (customer_id);

CREATE TABLE external_event (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    "on" TEXT NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    value TEXT DEFAULT '' NOT NULL,
    identifier TEXT DEFAULT '' NOT NULL,
    confirmed_by TEXT DEFAULT '' NOT NULL,
    closed_on TEXT,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_external_event_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_external_event PRIMARY KEY (id),
    CONSTRAINT ck_external_event_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT ck_external_event_closed_on_day CHECK ("closed_on" IS NULL OR "closed_on" IS date("closed_on", '+0 days')),
    CONSTRAINT fk_external_event_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_external_event_customer ON external_event (customer_id);

CREATE TABLE external_rating (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    provider TEXT DEFAULT '' NOT NULL,
    value TEXT DEFAULT '' NOT NULL,
    "on" TEXT NOT NULL,
    scale TEXT DEFAULT '' NOT NULL,
    direction TEXT DEFAULT 'up' NOT NULL,
    valid_until TEXT,
    points TEXT DEFAULT '' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_external_rating_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_external_rating PRIMARY KEY (id),
    CONSTRAINT ck_external_rating_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT ck_external_rating_valid_until_day CHECK ("valid_until" IS NULL OR "valid_until" IS date("valid_until", '+0 days')),
    CONSTRAINT fk_external_rating_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_external_rating_customer ON external_rating (customer_id);

CREATE TABLE financial_statement (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    period_end TEXT NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    figures TEXT DEFAULT '' NOT NULL,
    months INTEGER NOT NULL CONSTRAINT ck_financial_statement_months CHECK (months > 0),
    unit INTEGER NOT NULL CONSTRAINT ck_financial_statement_unit CHECK (unit > 0),
    quality TEXT DEFAULT '' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    received_on TEXT,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_financial_statement_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_financial_statement PRIMARY KEY (id),
    CONSTRAINT ck_financial_statement_period_end_day CHECK ("period_end" IS NULL OR "period_end" IS date("period_end", '+0 days')),
    CONSTRAINT ck_financial_statement_received_on_day CHECK ("received_on" IS NULL OR "received_on" IS date("received_on", '+0 days')),
    CONSTRAINT fk_financial_statement_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_financial_statement_customer ON financial_statement (customer_id, period_end);

CREATE TABLE letter (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    number TEXT DEFAULT '' NOT NULL,
    template TEXT DEFAULT '' NOT NULL,
    language TEXT DEFAULT '' NOT NULL,
    channel TEXT DEFAULT '' NOT NULL,
    run_on TEXT NOT NULL,
    policy TEXT DEFAULT '' NOT NULL,
    level INTEGER DEFAULT '0' NOT NULL,
    state TEXT DEFAULT 'draft' NOT NULL,
    pay_by TEXT,
    amount INTEGER DEFAULT '0' NOT NULL,
    fee INTEGER DEFAULT '0' NOT NULL,
    interest INTEGER DEFAULT '0' NOT NULL,
    treatment TEXT DEFAULT '' NOT NULL,
    subject TEXT DEFAULT '' NOT NULL,
    body TEXT DEFAULT '' NOT NULL,
    sent_on TEXT,
    proof TEXT DEFAULT '' NOT NULL,
    delivered_on TEXT,
    reply TEXT DEFAULT '' NOT NULL,
    replied_on TEXT,
    note TEXT DEFAULT '' NOT NULL,
    about TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_letter_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_letter PRIMARY KEY (id),
    CONSTRAINT ck_letter_run_on_day CHECK ("run_on" IS NULL OR "run_on" IS date("run_on", '+0 days')),
    CONSTRAINT ck_letter_pay_by_day CHECK ("pay_by" IS NULL OR "pay_by" IS date("pay_by", '+0 days')),
    CONSTRAINT ck_letter_sent_on_day CHECK ("sent_on" IS NULL OR "sent_on" IS date("sent_on", '+0 days')),
    CONSTRAINT ck_letter_delivered_on_day CHECK ("delivered_on" IS NULL OR "delivered_on" IS date("delivered_on", '+0 days')),
    CONSTRAINT ck_letter_replied_on_day CHECK ("replied_on" IS NULL OR "replied_on" IS date("replied_on", '+0 days')),
    CONSTRAINT fk_letter_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_letter_customer ON letter (customer_id, state, sent_on);

CREATE TABLE loss_case (
    id INTEGER NOT NULL,
    title TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    "on" TEXT NOT NULL,
    cause TEXT DEFAULT '' NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    amount INTEGER DEFAULT '0' NOT NULL,
    customer_id INTEGER,
    facts TEXT DEFAULT '' NOT NULL,
    visible TEXT DEFAULT '' NOT NULL,
    lesson TEXT DEFAULT '' NOT NULL,
    consequence TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_loss_case_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_loss_case PRIMARY KEY (id),
    CONSTRAINT ck_loss_case_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT fk_loss_case_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_loss_case_customer ON loss_case (customer_id);

CREATE TABLE open_order (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    number TEXT DEFAULT '' NOT NULL,
    "on" TEXT NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    amount INTEGER NOT NULL CONSTRAINT ck_open_order_amount CHECK (amount >= 0),
    delivered INTEGER DEFAULT '0' NOT NULL,
    invoiced INTEGER DEFAULT '0' NOT NULL,
    prepaid INTEGER DEFAULT '0' NOT NULL,
    ship_on TEXT,
    state TEXT DEFAULT 'open' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_open_order_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_open_order PRIMARY KEY (id),
    CONSTRAINT ck_open_order_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT ck_open_order_ship_on_day CHECK ("ship_on" IS NULL OR "ship_on" IS date("ship_on", '+0 days')),
    CONSTRAINT fk_open_order_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_open_order_customer ON open_order (customer_id);

CREATE INDEX ix_open_order_number ON open_order (number);

CREATE TABLE payer (
    id INTEGER NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    "key" TEXT DEFAULT '' NOT NULL,
    customer_id INTEGER,
    label TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_payer_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_payer PRIMARY KEY (id),
    CONSTRAINT fk_payer_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_payer_customer ON payer (customer_id);

CREATE INDEX ix_payer_key ON payer (kind, "key");

CREATE TABLE payment_plan (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    agreed_on TEXT NOT NULL,
    number TEXT DEFAULT '' NOT NULL,
    rate TEXT,
    grace_days INTEGER DEFAULT '0' NOT NULL,
    signed_on TEXT,
    closed_on TEXT,
    outcome TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_payment_plan_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_payment_plan PRIMARY KEY (id),
    CONSTRAINT ck_payment_plan_agreed_on_day CHECK ("agreed_on" IS NULL OR "agreed_on" IS date("agreed_on", '+0 days')),
    CONSTRAINT ck_payment_plan_signed_on_day CHECK ("signed_on" IS NULL OR "signed_on" IS date("signed_on", '+0 days')),
    CONSTRAINT ck_payment_plan_closed_on_day CHECK ("closed_on" IS NULL OR "closed_on" IS date("closed_on", '+0 days')),
    CONSTRAINT fk_payment_plan_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_payment_plan_customer ON payment_plan (customer_id);

CREATE TABLE profile (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    legal_form TEXT DEFAULT '' NOT NULL,
    founded_on TEXT,
    capital INTEGER,
    paid_capital INTEGER,
    capital_currency TEXT DEFAULT '' NOT NULL,
    industry TEXT DEFAULT '' NOT NULL,
    industry_system TEXT DEFAULT 'gbt4754' NOT NULL,
    parent TEXT DEFAULT '' NOT NULL,
    registration TEXT DEFAULT '' NOT NULL,
    registration_on TEXT,
    employees INTEGER,
    annual_purchases INTEGER,
    sanctioned TEXT DEFAULT '' NOT NULL,
    sanctions_on TEXT,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_profile_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_profile PRIMARY KEY (id),
    CONSTRAINT ck_profile_founded_on_day CHECK ("founded_on" IS NULL OR "founded_on" IS date("founded_on", '+0 days')),
    CONSTRAINT ck_profile_registration_on_day CHECK ("registration_on" IS NULL OR "registration_on" IS date("registration_on", '+0 days')),
    CONSTRAINT ck_profile_sanctions_on_day CHECK ("sanctions_on" IS NULL OR "sanctions_on" IS date("sanctions_on", '+0 days')),
    CONSTRAINT fk_profile_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_profile_customer ON profile (customer_id);

CREATE TABLE stored_assessment (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    card TEXT DEFAULT '' NOT NULL,
    card_version INTEGER DEFAULT '0' NOT NULL,
    content_hash TEXT DEFAULT '' NOT NULL,
    as_of TEXT NOT NULL,
    inputs TEXT DEFAULT '' NOT NULL,
    score TEXT DEFAULT '' NOT NULL,
    coverage TEXT DEFAULT '' NOT NULL,
    by_score TEXT DEFAULT '' NOT NULL,
    grade TEXT DEFAULT '' NOT NULL,
    sufficient INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_stored_assessment_sufficient CHECK (sufficient IN (0, 1)),
    knockouts TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT 'draft' NOT NULL,
    author TEXT DEFAULT '' NOT NULL,
    valid_until TEXT,
    ended_on TEXT,
    ended_why TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_stored_assessment_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_stored_assessment PRIMARY KEY (id),
    CONSTRAINT ck_stored_assessment_as_of_day CHECK ("as_of" IS NULL OR "as_of" IS date("as_of", '+0 days')),
    CONSTRAINT ck_stored_assessment_valid_until_day CHECK ("valid_until" IS NULL OR "valid_until" IS date("valid_until", '+0 days')),
    CONSTRAINT ck_stored_assessment_ended_on_day CHECK ("ended_on" IS NULL OR "ended_on" IS date("ended_on", '+0 days')),
    CONSTRAINT fk_stored_assessment_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_stored_assessment_customer ON stored_assessment (customer_id, as_of);

CREATE TABLE activity (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    result TEXT DEFAULT '' NOT NULL,
    person TEXT DEFAULT '' NOT NULL,
    "by" TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    next_action TEXT DEFAULT '' NOT NULL,
    next_on TEXT,
    next_done_on TEXT,
    document_id INTEGER,
    letter_id INTEGER,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_activity_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_activity PRIMARY KEY (id),
    CONSTRAINT ck_activity_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT ck_activity_next_on_day CHECK ("next_on" IS NULL OR "next_on" IS date("next_on", '+0 days')),
    CONSTRAINT ck_activity_next_done_on_day CHECK ("next_done_on" IS NULL OR "next_done_on" IS date("next_done_on", '+0 days')),
    CONSTRAINT fk_activity_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_activity_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_activity_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id)
)
 STRICT;

CREATE INDEX ix_activity_customer ON activity (customer_id, "on");

CREATE INDEX ix_activity_next ON activity (next_on) WHERE next_on IS NOT NULL AND next_done_on IS NULL AND deleted = 0;

CREATE TABLE bank_line (
    id INTEGER NOT NULL,
    statement_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    "key" TEXT DEFAULT '' NOT NULL,
    "on" TEXT NOT NULL,
    amount INTEGER NOT NULL CONSTRAINT ck_bank_line_amount CHECK (amount <> 0),
    currency TEXT DEFAULT '' NOT NULL,
    payer TEXT DEFAULT '' NOT NULL,
    payer_key TEXT DEFAULT '' NOT NULL,
    payer_account TEXT DEFAULT '' NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    reference TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT 'waiting' NOT NULL,
    customer_id INTEGER,
    document_id INTEGER,
    evidence TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_bank_line_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_bank_line PRIMARY KEY (id),
    CONSTRAINT ck_bank_line_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT fk_bank_line_statement_id FOREIGN KEY(statement_id) REFERENCES bank_statement (id),
    CONSTRAINT fk_bank_line_account_id FOREIGN KEY(account_id) REFERENCES bank_account (id),
    CONSTRAINT fk_bank_line_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_bank_line_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT;

CREATE INDEX ix_bank_line_document ON bank_line (document_id);

CREATE INDEX ix_bank_line_key ON bank_line (account_id, "key");

CREATE INDEX ix_bank_line_statement ON bank_line (statement_id);

CREATE INDEX ix_bank_line_waiting ON bank_line ("on") WHERE state = 'waiting' AND deleted = 0;

CREATE TABLE bill (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    number TEXT DEFAULT '' NOT NULL,
    received_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    amount INTEGER NOT NULL CONSTRAINT ck_bill_amount CHECK (amount > 0),
    issued_on TEXT,
    drawer TEXT DEFAULT '' NOT NULL,
    acceptor TEXT DEFAULT '' NOT NULL,
    passed_on TEXT,
    passed_how TEXT DEFAULT '' NOT NULL,
    passed_to TEXT DEFAULT '' NOT NULL,
    charge INTEGER DEFAULT '0' NOT NULL,
    ended_on TEXT,
    ended_how TEXT DEFAULT '' NOT NULL,
    receipt_id INTEGER,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_bill_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_bill PRIMARY KEY (id),
    CONSTRAINT ck_bill_received_on_day CHECK ("received_on" IS NULL OR "received_on" IS date("received_on", '+0 days')),
    CONSTRAINT ck_bill_due_on_day CHECK ("due_on" IS NULL OR "due_on" IS date("due_on", '+0 days')),
    CONSTRAINT ck_bill_issued_on_day CHECK ("issued_on" IS NULL OR "issued_on" IS date("issued_on", '+0 days')),
    CONSTRAINT ck_bill_passed_on_day CHECK ("passed_on" IS NULL OR "passed_on" IS date("passed_on", '+0 days')),
    CONSTRAINT ck_bill_ended_on_day CHECK ("ended_on" IS NULL OR "ended_on" IS date("ended_on", '+0 days')),
    CONSTRAINT fk_bill_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_bill_receipt_id FOREIGN KEY(receipt_id) REFERENCES document (id)
)
 STRICT;

CREATE INDEX ix_bill_customer ON bill (customer_id);

CREATE TABLE credit_limit (
    id INTEGER NOT NULL,
    start TEXT NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    customer_id INTEGER,
    group_id INTEGER,
    amount INTEGER,
    "end" TEXT,
    terms TEXT DEFAULT '' NOT NULL,
    deposit TEXT DEFAULT '0' NOT NULL,
    review_on TEXT,
    assessment_id INTEGER,
    bound_by TEXT DEFAULT '' NOT NULL,
    candidates TEXT DEFAULT '' NOT NULL,
    suggested INTEGER,
    requested_by TEXT DEFAULT '' NOT NULL,
    approved_by TEXT DEFAULT '' NOT NULL,
    alone INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_credit_limit_alone CHECK (alone IN (0, 1)),
    reason TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_credit_limit_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_credit_limit PRIMARY KEY (id),
    CONSTRAINT ck_credit_limit_start_day CHECK ("start" IS NULL OR "start" IS date("start", '+0 days')),
    CONSTRAINT ck_credit_limit_end_day CHECK ("end" IS NULL OR "end" IS date("end", '+0 days')),
    CONSTRAINT ck_credit_limit_review_on_day CHECK ("review_on" IS NULL OR "review_on" IS date("review_on", '+0 days')),
    CONSTRAINT fk_credit_limit_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_credit_limit_group_id FOREIGN KEY(group_id) REFERENCES customer_group (id),
    CONSTRAINT fk_credit_limit_assessment_id FOREIGN KEY(assessment_id) REFERENCES stored_assessment (id)
)
 STRICT;

CREATE INDEX ix_credit_limit_assessment ON credit_limit (assessment_id);

CREATE INDEX ix_credit_limit_customer ON credit_limit (customer_id, start);

CREATE INDEX ix_credit_limit_group ON credit_limit (group_id);

CREATE TABLE grade_override (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    assessment_id INTEGER NOT NULL,
    was TEXT DEFAULT '' NOT NULL,
    now TEXT DEFAULT '' NOT NULL,
    reason_code TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    requested_by TEXT DEFAULT '' NOT NULL,
    approved_by TEXT DEFAULT '' NOT NULL,
    "on" TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    outcome TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_grade_override_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_grade_override PRIMARY KEY (id),
    CONSTRAINT ck_grade_override_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT ck_grade_override_expires_on_day CHECK ("expires_on" IS NULL OR "expires_on" IS date("expires_on", '+0 days')),
    CONSTRAINT fk_grade_override_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_grade_override_assessment_id FOREIGN KEY(assessment_id) REFERENCES stored_assessment (id)
)
 STRICT;

CREATE INDEX ix_grade_override_assessment ON grade_override (assessment_id);

CREATE INDEX ix_grade_override_customer ON grade_override (customer_id);

CREATE TABLE limitation_event (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    document_id INTEGER,
    letter_id INTEGER,
    proof TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_limitation_event_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_limitation_event PRIMARY KEY (id),
    CONSTRAINT ck_limitation_event_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT fk_limitation_event_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_limitation_event_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_limitation_event_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id)
)
 STRICT;

CREATE INDEX ix_limitation_event_customer ON limitation_event (customer_id);

CREATE TABLE order_check (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    amount INTEGER DEFAULT '0' NOT NULL,
    answer TEXT DEFAULT '' NOT NULL,
    working TEXT DEFAULT '' NOT NULL,
    order_id INTEGER,
    deposit INTEGER DEFAULT '0' NOT NULL,
    asked_by TEXT DEFAULT '' NOT NULL,
    released_by TEXT DEFAULT '' NOT NULL,
    release_reason TEXT DEFAULT '' NOT NULL,
    release_amount INTEGER,
    release_until TEXT,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_order_check_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_order_check PRIMARY KEY (id),
    CONSTRAINT ck_order_check_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT ck_order_check_release_until_day CHECK ("release_until" IS NULL OR "release_until" IS date("release_until", '+0 days')),
    CONSTRAINT fk_order_check_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_order_check_order_id FOREIGN KEY(order_id) REFERENCES open_order (id)
)
 STRICT;

CREATE INDEX ix_order_check_customer ON order_check (customer_id, "on");

CREATE INDEX ix_order_check_order ON order_check (order_id);

CREATE TABLE plan_part (
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    amount INTEGER NOT NULL CONSTRAINT ck_plan_part_amount CHECK (amount >= 0),
    interest INTEGER DEFAULT '0' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_plan_part_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_plan_part PRIMARY KEY (id),
    CONSTRAINT ck_plan_part_due_on_day CHECK ("due_on" IS NULL OR "due_on" IS date("due_on", '+0 days')),
    CONSTRAINT fk_plan_part_plan_id FOREIGN KEY(plan_id) REFERENCES payment_plan (id)
)
 STRICT;

CREATE INDEX ix_plan_part_plan ON plan_part (plan_id);

CREATE TABLE bill_cover (
    id INTEGER NOT NULL,
    bill_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    amount INTEGER NOT NULL CONSTRAINT ck_bill_cover_amount CHECK (amount > 0),
    instalment_id INTEGER,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_bill_cover_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_bill_cover PRIMARY KEY (id),
    CONSTRAINT fk_bill_cover_bill_id FOREIGN KEY(bill_id) REFERENCES bill (id),
    CONSTRAINT fk_bill_cover_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_bill_cover_instalment_id FOREIGN KEY(instalment_id) REFERENCES instalment (id)
)
 STRICT;

CREATE INDEX ix_bill_cover_bill ON bill_cover (bill_id);

CREATE INDEX ix_bill_cover_document ON bill_cover (document_id);

CREATE TABLE letter_line (
    id INTEGER NOT NULL,
    letter_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    level INTEGER DEFAULT '0' NOT NULL,
    due_date TEXT NOT NULL,
    amount INTEGER DEFAULT '0' NOT NULL,
    instalment_id INTEGER,
    disputed INTEGER DEFAULT '0' NOT NULL,
    interest INTEGER DEFAULT '0' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_letter_line_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_letter_line PRIMARY KEY (id),
    CONSTRAINT ck_letter_line_due_date_day CHECK ("due_date" IS NULL OR "due_date" IS date("due_date", '+0 days')),
    CONSTRAINT fk_letter_line_letter_id FOREIGN KEY(letter_id) REFERENCES letter (id),
    CONSTRAINT fk_letter_line_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_letter_line_instalment_id FOREIGN KEY(instalment_id) REFERENCES instalment (id)
)
 STRICT;

CREATE INDEX ix_letter_line_document ON letter_line (document_id, level);

CREATE INDEX ix_letter_line_letter ON letter_line (letter_id);

CREATE TABLE plan_item (
    id INTEGER NOT NULL,
    plan_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    amount INTEGER NOT NULL CONSTRAINT ck_plan_item_amount CHECK (amount > 0),
    instalment_id INTEGER,
    settled_then INTEGER DEFAULT '0' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_plan_item_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_plan_item PRIMARY KEY (id),
    CONSTRAINT fk_plan_item_plan_id FOREIGN KEY(plan_id) REFERENCES payment_plan (id),
    CONSTRAINT fk_plan_item_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_plan_item_instalment_id FOREIGN KEY(instalment_id) REFERENCES instalment (id)
)
 STRICT;

CREATE INDEX ix_plan_item_document ON plan_item (document_id);

CREATE INDEX ix_plan_item_plan ON plan_item (plan_id);

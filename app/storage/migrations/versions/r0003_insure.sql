-- Schema 2 to schema 3, as it was when schema 3 was released: never edited after that.

CREATE TABLE insurance_policy (
    id INTEGER NOT NULL,
    insurer TEXT DEFAULT '' NOT NULL,
    number TEXT DEFAULT '' NOT NULL,
    start TEXT NOT NULL,
    "end" TEXT NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    terms TEXT DEFAULT '' NOT NULL,
    product TEXT DEFAULT '' NOT NULL,
    holder TEXT DEFAULT '' NOT NULL,
    broker TEXT DEFAULT '' NOT NULL,
    contact TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT 'draft' NOT NULL,
    template TEXT DEFAULT '' NOT NULL,
    previous_id INTEGER,
    ended_on TEXT,
    checked_on TEXT,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_insurance_policy_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_insurance_policy PRIMARY KEY (id),
    CONSTRAINT ck_insurance_policy_start_day CHECK ("start" IS NULL OR "start" IS date("start", '+0 days')),
    CONSTRAINT ck_insurance_policy_end_day CHECK ("end" IS NULL OR "end" IS date("end", '+0 days')),
    CONSTRAINT ck_insurance_policy_ended_on_day CHECK ("ended_on" IS NULL OR "ended_on" IS date("ended_on", '+0 days')),
    CONSTRAINT ck_insurance_policy_checked_on_day CHECK ("checked_on" IS NULL OR "checked_on" IS date("checked_on", '+0 days')),
    CONSTRAINT fk_insurance_policy_previous_id FOREIGN KEY(previous_id) REFERENCES insurance_policy (id)
)
 STRICT;

CREATE INDEX ix_insurance_policy_previous ON insurance_policy (previous_id);

CREATE TABLE declaration (
    id INTEGER NOT NULL,
    policy_id INTEGER NOT NULL,
    start TEXT NOT NULL,
    "end" TEXT NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    turnover INTEGER DEFAULT '0' NOT NULL,
    lines TEXT DEFAULT '' NOT NULL,
    declared_on TEXT,
    accepted_on TEXT,
    reference TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_declaration_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_declaration PRIMARY KEY (id),
    CONSTRAINT ck_declaration_start_day CHECK ("start" IS NULL OR "start" IS date("start", '+0 days')),
    CONSTRAINT ck_declaration_end_day CHECK ("end" IS NULL OR "end" IS date("end", '+0 days')),
    CONSTRAINT ck_declaration_declared_on_day CHECK ("declared_on" IS NULL OR "declared_on" IS date("declared_on", '+0 days')),
    CONSTRAINT ck_declaration_accepted_on_day CHECK ("accepted_on" IS NULL OR "accepted_on" IS date("accepted_on", '+0 days')),
    CONSTRAINT fk_declaration_policy_id FOREIGN KEY(policy_id) REFERENCES insurance_policy (id)
)
 STRICT;

CREATE INDEX ix_declaration_policy ON declaration (policy_id, start);

CREATE TABLE premium_payment (
    id INTEGER NOT NULL,
    policy_id INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    amount INTEGER DEFAULT '0' NOT NULL,
    reference TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_premium_payment_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_premium_payment PRIMARY KEY (id),
    CONSTRAINT ck_premium_payment_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT fk_premium_payment_policy_id FOREIGN KEY(policy_id) REFERENCES insurance_policy (id)
)
 STRICT;

CREATE INDEX ix_premium_payment_policy ON premium_payment (policy_id);

CREATE TABLE claim (
    id INTEGER NOT NULL,
    policy_id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    cause TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    opened_on TEXT NOT NULL,
    loss_on TEXT,
    knew_on TEXT,
    filed_on TEXT,
    reference TEXT DEFAULT '' NOT NULL,
    claimed INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_claim_claimed CHECK (claimed >= 0),
    approved INTEGER,
    trace TEXT DEFAULT '' NOT NULL,
    reduced_pct TEXT DEFAULT '' NOT NULL,
    payee TEXT DEFAULT '' NOT NULL,
    own_letters_allowed INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_claim_own_letters_allowed CHECK (own_letters_allowed IN (0, 1)),
    reason TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_claim_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_claim PRIMARY KEY (id),
    CONSTRAINT ck_claim_opened_on_day CHECK ("opened_on" IS NULL OR "opened_on" IS date("opened_on", '+0 days')),
    CONSTRAINT ck_claim_loss_on_day CHECK ("loss_on" IS NULL OR "loss_on" IS date("loss_on", '+0 days')),
    CONSTRAINT ck_claim_knew_on_day CHECK ("knew_on" IS NULL OR "knew_on" IS date("knew_on", '+0 days')),
    CONSTRAINT ck_claim_filed_on_day CHECK ("filed_on" IS NULL OR "filed_on" IS date("filed_on", '+0 days')),
    CONSTRAINT fk_claim_policy_id FOREIGN KEY(policy_id) REFERENCES insurance_policy (id),
    CONSTRAINT fk_claim_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_claim_customer ON claim (customer_id);

CREATE INDEX ix_claim_policy ON claim (policy_id);

CREATE TABLE insurer_notice (
    id INTEGER NOT NULL,
    policy_id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    known_on TEXT NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    amount INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_insurer_notice_amount CHECK (amount >= 0),
    documents TEXT DEFAULT '' NOT NULL,
    sent_on TEXT,
    reference TEXT DEFAULT '' NOT NULL,
    proof TEXT DEFAULT '' NOT NULL,
    reply TEXT DEFAULT '' NOT NULL,
    replied_on TEXT,
    text TEXT DEFAULT '' NOT NULL,
    lang TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_insurer_notice_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_insurer_notice PRIMARY KEY (id),
    CONSTRAINT ck_insurer_notice_known_on_day CHECK ("known_on" IS NULL OR "known_on" IS date("known_on", '+0 days')),
    CONSTRAINT ck_insurer_notice_sent_on_day CHECK ("sent_on" IS NULL OR "sent_on" IS date("sent_on", '+0 days')),
    CONSTRAINT ck_insurer_notice_replied_on_day CHECK ("replied_on" IS NULL OR "replied_on" IS date("replied_on", '+0 days')),
    CONSTRAINT fk_insurer_notice_policy_id FOREIGN KEY(policy_id) REFERENCES insurance_policy (id),
    CONSTRAINT fk_insurer_notice_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_insurer_notice_customer ON insurer_notice (customer_id);

CREATE INDEX ix_insurer_notice_policy ON insurer_notice (policy_id);

CREATE TABLE limit_decision (
    id INTEGER NOT NULL,
    policy_id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    effective TEXT NOT NULL,
    outcome TEXT DEFAULT '' NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    kind TEXT DEFAULT 'named' NOT NULL,
    amount INTEGER,
    requested INTEGER,
    until TEXT,
    terms_days INTEGER,
    method TEXT DEFAULT '' NOT NULL,
    conditions TEXT DEFAULT '' NOT NULL,
    reference TEXT DEFAULT '' NOT NULL,
    evidence TEXT DEFAULT '' NOT NULL,
    fee INTEGER DEFAULT '0' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_limit_decision_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_limit_decision PRIMARY KEY (id),
    CONSTRAINT ck_limit_decision_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT ck_limit_decision_effective_day CHECK ("effective" IS NULL OR "effective" IS date("effective", '+0 days')),
    CONSTRAINT ck_limit_decision_until_day CHECK ("until" IS NULL OR "until" IS date("until", '+0 days')),
    CONSTRAINT fk_limit_decision_policy_id FOREIGN KEY(policy_id) REFERENCES insurance_policy (id),
    CONSTRAINT fk_limit_decision_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_limit_decision_customer ON limit_decision (customer_id, effective);

CREATE INDEX ix_limit_decision_policy ON limit_decision (policy_id);

CREATE TABLE shipment_stop (
    id INTEGER NOT NULL,
    policy_id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    start TEXT NOT NULL,
    cause TEXT DEFAULT '' NOT NULL,
    lifted TEXT,
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_shipment_stop_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_shipment_stop PRIMARY KEY (id),
    CONSTRAINT ck_shipment_stop_start_day CHECK ("start" IS NULL OR "start" IS date("start", '+0 days')),
    CONSTRAINT ck_shipment_stop_lifted_day CHECK ("lifted" IS NULL OR "lifted" IS date("lifted", '+0 days')),
    CONSTRAINT fk_shipment_stop_policy_id FOREIGN KEY(policy_id) REFERENCES insurance_policy (id),
    CONSTRAINT fk_shipment_stop_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
)
 STRICT;

CREATE INDEX ix_shipment_stop_customer ON shipment_stop (customer_id);

CREATE INDEX ix_shipment_stop_policy ON shipment_stop (policy_id);

CREATE TABLE claim_event (
    id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT '' NOT NULL,
    amount INTEGER DEFAULT '0' NOT NULL,
    costs INTEGER DEFAULT '0' NOT NULL,
    split TEXT DEFAULT '' NOT NULL,
    payee TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    who TEXT DEFAULT '' NOT NULL,
    document_id INTEGER,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_claim_event_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_claim_event PRIMARY KEY (id),
    CONSTRAINT ck_claim_event_on_day CHECK ("on" IS NULL OR "on" IS date("on", '+0 days')),
    CONSTRAINT fk_claim_event_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
    CONSTRAINT fk_claim_event_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT;

CREATE INDEX ix_claim_event_claim ON claim_event (claim_id, "on");

CREATE INDEX ix_claim_event_document ON claim_event (document_id);

CREATE TABLE claim_invoice (
    id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    facts TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_claim_invoice_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_claim_invoice PRIMARY KEY (id),
    CONSTRAINT fk_claim_invoice_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
    CONSTRAINT fk_claim_invoice_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT;

CREATE INDEX ix_claim_invoice_claim ON claim_invoice (claim_id);

CREATE INDEX ix_claim_invoice_document ON claim_invoice (document_id);

CREATE TABLE claim_paper (
    id INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    kind TEXT DEFAULT '' NOT NULL,
    state TEXT DEFAULT 'missing' NOT NULL,
    required INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_claim_paper_required CHECK (required IN (0, 1)),
    note TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_claim_paper_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_claim_paper PRIMARY KEY (id),
    CONSTRAINT fk_claim_paper_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id)
)
 STRICT;

CREATE INDEX ix_claim_paper_claim ON claim_paper (claim_id);

CREATE TABLE shipment (
    id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    shipped_on TEXT,
    method TEXT DEFAULT '' NOT NULL,
    goods TEXT DEFAULT '' NOT NULL,
    country TEXT DEFAULT '' NOT NULL,
    vat INTEGER,
    delivered_on TEXT,
    transport TEXT DEFAULT '' NOT NULL,
    deleted INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_shipment_deleted CHECK (deleted IN (0, 1)),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_shipment PRIMARY KEY (id),
    CONSTRAINT ck_shipment_shipped_on_day CHECK ("shipped_on" IS NULL OR "shipped_on" IS date("shipped_on", '+0 days')),
    CONSTRAINT ck_shipment_delivered_on_day CHECK ("delivered_on" IS NULL OR "delivered_on" IS date("delivered_on", '+0 days')),
    CONSTRAINT fk_shipment_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 STRICT;

CREATE INDEX ix_shipment_document ON shipment (document_id);

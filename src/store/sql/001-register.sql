-- Schema 1. A released script is never edited: a change is a script with the next number,
-- and only appends columns, so that an older entry of the journal still fits.
--
-- Days are yyyy-mm-dd. A URN may be that of a school which the register does not hold
-- (outside_school), so it references no table. No key is followed by an action, and there are
-- no triggers: a row that changes unasked could not be taken back.

PRAGMA application_id = 0x4B495448; -- KITH
PRAGMA user_version = 1;

-- an English local authority, current or abolished
CREATE TABLE authority (
  code       INTEGER PRIMARY KEY CHECK (code BETWEEN 0 AND 999),
  name       TEXT    NOT NULL,
  gss        TEXT,
  source_id  INTEGER REFERENCES source (id)
) STRICT;

-- one GIAS establishment
CREATE TABLE school (
  urn              INTEGER PRIMARY KEY CHECK (urn > 0),
  name             TEXT    NOT NULL,
  la               INTEGER REFERENCES authority (code),
  estab            INTEGER,
  type             TEXT,
  type_group       TEXT,
  status           TEXT,
  opened           TEXT    CHECK (opened LIKE '____-__-__'),
  open_reason      TEXT,
  closed           TEXT    CHECK (closed LIKE '____-__-__'),
  close_reason     TEXT,
  phase            TEXT,
  low_age          INTEGER,
  high_age         INTEGER,
  gender           TEXT,
  religion         TEXT,
  diocese          TEXT,
  admissions       TEXT,
  sixth_form       TEXT,
  nursery          TEXT,
  boarders         TEXT,
  capacity         INTEGER,
  pupils           INTEGER,
  boys             INTEGER,
  girls            INTEGER,
  fsm_percent      REAL,
  census           TEXT    CHECK (census LIKE '____-__-__'),
  trust_flag       TEXT,
  trusts           TEXT,
  sponsors         TEXT,
  federations      TEXT,
  ukprn            TEXT,
  uprn             TEXT,
  companies_house  TEXT,
  street           TEXT,
  locality         TEXT,
  town             TEXT,
  county           TEXT,
  postcode         TEXT,
  website          TEXT,
  telephone        TEXT,
  region           TEXT,
  district         TEXT,
  ward             TEXT,
  urban_rural      TEXT,
  rsc_region       TEXT,
  easting          REAL,
  northing         REAL,
  lsoa             TEXT,
  msoa             TEXT,
  ofsted_rating    TEXT,
  ofsted_last      TEXT    CHECK (ofsted_last LIKE '____-__-__'),
  changed          TEXT    CHECK (changed LIKE '____-__-__'),
  source_id        INTEGER REFERENCES source (id)
) STRICT;

-- which authority a school was in
CREATE TABLE school_authority (
  id         INTEGER PRIMARY KEY,
  urn        INTEGER NOT NULL REFERENCES school (urn),
  la         INTEGER NOT NULL REFERENCES authority (code),
  from_date  TEXT    CHECK (from_date LIKE '____-__-__'),
  to_date    TEXT    CHECK (to_date LIKE '____-__-__'),
  source_id  INTEGER REFERENCES source (id)
) STRICT;

-- predecessor, successor, merger
CREATE TABLE school_link (
  id         INTEGER PRIMARY KEY,
  urn        INTEGER NOT NULL,
  link_urn   INTEGER NOT NULL,
  name       TEXT,
  kind       TEXT    NOT NULL,
  date       TEXT    CHECK (date LIKE '____-__-__'),
  source_id  INTEGER REFERENCES source (id),
  UNIQUE (urn, link_urn, kind)
) STRICT;

-- an outside body: university, charity, housing association, health, business, diocese …
CREATE TABLE organisation (
  id               INTEGER PRIMARY KEY,
  name             TEXT    NOT NULL,
  kind             TEXT,
  companies_house  TEXT,
  postcode         TEXT,
  note             TEXT,
  source_id        INTEGER REFERENCES source (id)
) STRICT;

-- a head, co-ordinator, system leader, officer …
CREATE TABLE person (
  id         INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL,
  email      TEXT,
  source_id  INTEGER REFERENCES source (id)
) STRICT;

-- who holds which post where
CREATE TABLE post (
  id               INTEGER PRIMARY KEY,
  person_id        INTEGER NOT NULL REFERENCES person (id),
  title            TEXT,
  urn              INTEGER,
  organisation_id  INTEGER REFERENCES organisation (id),
  from_date        TEXT    CHECK (from_date LIKE '____-__-__'),
  to_date          TEXT    CHECK (to_date LIKE '____-__-__'),
  days_a_year      REAL    CHECK (days_a_year >= 0),
  source_id        INTEGER REFERENCES source (id)
) STRICT;

-- anything that ties members together (METHODS, section 2)
CREATE TABLE arrangement (
  id                    INTEGER PRIMARY KEY,
  uid                   INTEGER,
  code                  TEXT,
  kind                  TEXT    NOT NULL,
  name                  TEXT    NOT NULL,
  parent_id             INTEGER REFERENCES arrangement (id),
  lead_person_id        INTEGER REFERENCES person (id),
  lead_urn              INTEGER,
  lead_organisation_id  INTEGER REFERENCES organisation (id),
  lead_la               INTEGER REFERENCES authority (code),
  coordinator_id        INTEGER REFERENCES person (id),
  deputy_id             INTEGER REFERENCES person (id),
  starts                TEXT    CHECK (starts LIKE '____-__-__'),
  ends                  TEXT    CHECK (ends LIKE '____-__-__'),
  status                TEXT,
  review                TEXT    CHECK (review LIKE '____-__-__'),
  focus                 TEXT,
  objective             TEXT,
  funding               TEXT,
  funding_ends          TEXT    CHECK (funding_ends LIKE '____-__-__'),
  memorandum            TEXT,
  data_sharing          TEXT,
  capacity              INTEGER CHECK (capacity >= 0),
  patch                 TEXT,
  group_id              TEXT,
  companies_house       TEXT,
  source_id             INTEGER REFERENCES source (id)
) STRICT;

-- one school or organisation in one arrangement
CREATE TABLE membership (
  id               INTEGER PRIMARY KEY,
  arrangement_id   INTEGER NOT NULL REFERENCES arrangement (id),
  urn              INTEGER,
  organisation_id  INTEGER REFERENCES organisation (id),
  role             TEXT    NOT NULL
                           CHECK (role IN ('lead', 'hub', 'supporter', 'supported', 'member', 'partner')),
  joined           TEXT    CHECK (joined LIKE '____-__-__'),
  left_date        TEXT    CHECK (left_date LIKE '____-__-__'),
  left_after       TEXT    CHECK (left_after LIKE '____-__-__'),
  source_id        INTEGER REFERENCES source (id),
  CHECK ((urn IS NULL) <> (organisation_id IS NULL))
) STRICT;

-- something that happened on a day between named parties
CREATE TABLE contact (
  id              INTEGER PRIMARY KEY,
  code            TEXT,
  date            TEXT    NOT NULL CHECK (date LIKE '____-__-__'),
  kind            TEXT    NOT NULL CHECK (kind IN ('visit', 'meeting', 'call', 'review', 'inspection',
                                                   'training', 'letter')),
  arrangement_id  INTEGER REFERENCES arrangement (id),
  officer         TEXT,
  summary         TEXT,
  outcome         TEXT,
  confidential    INTEGER CHECK (confidential IN (0, 1)),
  source_id       INTEGER REFERENCES source (id)
) STRICT;

-- who was there
CREATE TABLE contact_party (
  id               INTEGER PRIMARY KEY,
  contact_id       INTEGER NOT NULL REFERENCES contact (id),
  urn              INTEGER,
  organisation_id  INTEGER REFERENCES organisation (id),
  person_id        INTEGER REFERENCES person (id),
  part             TEXT    CHECK (part IN ('host', 'visitor', 'reviewer', 'present'))
) STRICT;

-- what was agreed, by whom, by when, what came of it
CREATE TABLE action (
  id              INTEGER PRIMARY KEY,
  code            TEXT,
  urn             INTEGER,
  arrangement_id  INTEGER REFERENCES arrangement (id),
  contact_id      INTEGER REFERENCES contact (id),
  what            TEXT    NOT NULL,
  owner           TEXT,
  due             TEXT    CHECK (due LIKE '____-__-__'),
  done            TEXT    CHECK (done LIKE '____-__-__'),
  outcome         TEXT,
  source_id       INTEGER REFERENCES source (id)
) STRICT;

-- one published figure of one school, or the reason that it is missing
CREATE TABLE measure (
  id         INTEGER PRIMARY KEY,
  urn        INTEGER NOT NULL,
  year       INTEGER NOT NULL CHECK (year BETWEEN 1980 AND 2200),
  name       TEXT    NOT NULL,
  subgroup   TEXT,
  subject    TEXT,
  value      REAL,
  reason     TEXT,
  cohort     INTEGER CHECK (cohort >= 0),
  source_id  INTEGER REFERENCES source (id),
  CHECK (value IS NOT NULL OR reason IS NOT NULL)
) STRICT;

-- what a school needs help with
CREATE TABLE need (
  id         INTEGER PRIMARY KEY,
  urn        INTEGER NOT NULL,
  area       TEXT    NOT NULL,
  level      TEXT,
  evidence   TEXT,
  date       TEXT    CHECK (date LIKE '____-__-__'),
  source_id  INTEGER REFERENCES source (id)
) STRICT;

-- what a school, person or organisation is strong at
CREATE TABLE expertise (
  id               INTEGER PRIMARY KEY,
  urn              INTEGER,
  person_id        INTEGER REFERENCES person (id),
  organisation_id  INTEGER REFERENCES organisation (id),
  area             TEXT    NOT NULL,
  level            TEXT,
  evidence         TEXT,
  date             TEXT    CHECK (date LIKE '____-__-__'),
  source_id        INTEGER REFERENCES source (id)
) STRICT;

-- who was asked about which kind of link
CREATE TABLE enquiry (
  id         INTEGER PRIMARY KEY,
  urn        INTEGER NOT NULL,
  kind       TEXT,
  asked      TEXT    CHECK (asked LIKE '____-__-__'),
  answer     TEXT    CHECK (answer IN ('none', 'some')),
  "by"       TEXT,
  source_id  INTEGER REFERENCES source (id)
) STRICT;

-- an outcome, in the scheme of its day
CREATE TABLE inspection (
  id         INTEGER PRIMARY KEY,
  urn        INTEGER NOT NULL,
  scheme     TEXT    NOT NULL CHECK (scheme IN ('single-grade', 'report-card')),
  area       TEXT,
  grade      TEXT    NOT NULL,
  date       TEXT    CHECK (date LIKE '____-__-__'),
  source_id  INTEGER REFERENCES source (id)
) STRICT;

-- an officer’s reason for not acting on a finding
CREATE TABLE setting_aside (
  id              INTEGER PRIMARY KEY,
  urn             INTEGER,
  arrangement_id  INTEGER REFERENCES arrangement (id),
  code            TEXT    NOT NULL,
  reason          TEXT    NOT NULL,
  "by"            TEXT,
  since           TEXT    NOT NULL CHECK (since LIKE '____-__-__'),
  until           TEXT    CHECK (until LIKE '____-__-__'),
  evidence        TEXT
) STRICT;

-- a declared interest
CREATE TABLE interest (
  id               INTEGER PRIMARY KEY,
  person_id        INTEGER REFERENCES person (id),
  organisation_id  INTEGER REFERENCES organisation (id),
  urn              INTEGER,
  what             TEXT    NOT NULL,
  declared         TEXT    CHECK (declared LIKE '____-__-__'),
  resolved         TEXT    CHECK (resolved LIKE '____-__-__'),
  resolution       TEXT
) STRICT;

-- a pair that an officer calls rivals, or strikes out
CREATE TABLE rivalry (
  id         INTEGER PRIMARY KEY,
  urn        INTEGER NOT NULL,
  other_urn  INTEGER NOT NULL CHECK (urn < other_urn),
  decision   TEXT    NOT NULL CHECK (decision IN ('rivals', 'struck-out')),
  reason     TEXT
) STRICT;

-- a declared catchment and a school that shares it
CREATE TABLE catchment (
  id    INTEGER PRIMARY KEY,
  name  TEXT    NOT NULL,
  urn   INTEGER NOT NULL
) STRICT;

-- a Family lock
CREATE TABLE lock (
  id              INTEGER PRIMARY KEY,
  kind            TEXT    NOT NULL CHECK (kind IN ('together', 'apart', 'stays')),
  urn             INTEGER NOT NULL,
  other_urn       INTEGER,
  arrangement_id  INTEGER REFERENCES arrangement (id)
) STRICT;

-- a member that the register does not hold
CREATE TABLE outside_school (
  urn        INTEGER PRIMARY KEY CHECK (urn > 0),
  name       TEXT,
  authority  TEXT,
  source_id  INTEGER REFERENCES source (id)
) STRICT;

-- accepted Families with their settings and seed
CREATE TABLE family_run (
  id        INTEGER PRIMARY KEY,
  accepted  TEXT    NOT NULL CHECK (accepted LIKE '____-__-__'),
  phase     TEXT    NOT NULL,
  settings  TEXT    NOT NULL,
  seed      INTEGER NOT NULL,
  result    TEXT
) STRICT;

-- a proposed pair and what the officer decided
CREATE TABLE pairing_decision (
  id             INTEGER PRIMARY KEY,
  supported_urn  INTEGER NOT NULL,
  supporter_urn  INTEGER NOT NULL,
  decision       TEXT    NOT NULL CHECK (decision IN ('accepted', 'declined')),
  reason         TEXT,
  decided        TEXT    NOT NULL CHECK (decided LIKE '____-__-__'),
  "by"           TEXT
) STRICT;

-- a goal for a school from its Family’s average
CREATE TABLE goal (
  id       INTEGER PRIMARY KEY,
  urn      INTEGER NOT NULL,
  measure  TEXT    NOT NULL,
  year     INTEGER NOT NULL,
  value    REAL    NOT NULL,
  set_on   TEXT    CHECK (set_on LIKE '____-__-__'),
  "by"     TEXT
) STRICT;

-- what a briefing said when it was issued
CREATE TABLE briefing (
  id        INTEGER PRIMARY KEY,
  issued    TEXT    NOT NULL CHECK (issued LIKE '____-__-__'),
  audience  TEXT    NOT NULL,
  title     TEXT    NOT NULL,
  summary   TEXT,
  sha256    TEXT
) STRICT;

-- where a mark stands
CREATE TABLE position (
  id       INTEGER PRIMARY KEY,
  view     TEXT    NOT NULL,
  subject  TEXT    NOT NULL,
  x        REAL    NOT NULL,
  y        REAL    NOT NULL,
  pinned   INTEGER CHECK (pinned IN (0, 1)),
  UNIQUE (view, subject)
) STRICT;

-- an officer’s view
CREATE TABLE saved_view (
  id     INTEGER PRIMARY KEY,
  name   TEXT    NOT NULL,
  page   TEXT    NOT NULL,
  state  TEXT    NOT NULL
) STRICT;

-- an outline
CREATE TABLE boundary (
  id         INTEGER PRIMARY KEY,
  gss        TEXT,
  la         INTEGER REFERENCES authority (code),
  name       TEXT    NOT NULL,
  level      TEXT    NOT NULL CHECK (level IN ('authority', 'district', 'ward')),
  outline    TEXT    NOT NULL,
  source_id  INTEGER REFERENCES source (id)
) STRICT;

-- a file that was read
CREATE TABLE source (
  id           INTEGER PRIMARY KEY,
  name         TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  dated        TEXT    CHECK (dated LIKE '____-__-__'),
  year         INTEGER,
  read_on      TEXT    NOT NULL CHECK (read_on LIKE '____-__-__'),
  n_rows       INTEGER NOT NULL,
  n_added      INTEGER NOT NULL,
  n_changed    INTEGER NOT NULL,
  n_unchanged  INTEGER NOT NULL,
  n_rejected   INTEGER NOT NULL,
  n_skipped    INTEGER NOT NULL,
  sha256       TEXT    NOT NULL,
  problems     TEXT
) STRICT;

-- one parameter
CREATE TABLE setting (
  id     INTEGER PRIMARY KEY,
  "key"  TEXT    NOT NULL,
  value  TEXT,
  UNIQUE ("key")
) STRICT;

-- The record of changes. A row is written with the changes that it tells of, in one transaction,
-- and never altered: an undo or a redo is a row that names the one it takes back.
CREATE TABLE journal (
  entry    INTEGER PRIMARY KEY,
  at       TEXT    NOT NULL,
  who      TEXT    NOT NULL,
  what     TEXT    NOT NULL,
  why      TEXT,
  file     TEXT,
  n_rows   INTEGER NOT NULL,
  undoes   INTEGER REFERENCES journal (entry),
  changes  BLOB    NOT NULL
) STRICT;

-- What identifies a record, where it has it.
CREATE UNIQUE INDEX arrangement_by_uid  ON arrangement (uid)  WHERE uid  IS NOT NULL;
CREATE UNIQUE INDEX arrangement_by_code ON arrangement (code) WHERE code IS NOT NULL;
CREATE UNIQUE INDEX contact_by_code     ON contact     (code) WHERE code IS NOT NULL;
CREATE UNIQUE INDEX action_by_code      ON action      (code) WHERE code IS NOT NULL;

-- Rows that reference another: without these, adding or taking back the other would read the whole
-- table for each row of it. Sources are few, so references to them have none.
CREATE INDEX school_of_authority              ON school (la);
CREATE INDEX school_authority_of_authority    ON school_authority (la);
CREATE INDEX school_authority_of_school       ON school_authority (urn);
CREATE INDEX post_of_person                   ON post (person_id);
CREATE INDEX post_at_organisation             ON post (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX arrangement_of_parent            ON arrangement (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX arrangement_led_by_person        ON arrangement (lead_person_id) WHERE lead_person_id IS NOT NULL;
CREATE INDEX arrangement_led_by_organisation  ON arrangement (lead_organisation_id)
                                              WHERE lead_organisation_id IS NOT NULL;
CREATE INDEX arrangement_of_coordinator       ON arrangement (coordinator_id) WHERE coordinator_id IS NOT NULL;
CREATE INDEX arrangement_of_deputy            ON arrangement (deputy_id) WHERE deputy_id IS NOT NULL;
CREATE INDEX arrangement_led_by_authority     ON arrangement (lead_la) WHERE lead_la IS NOT NULL;
CREATE INDEX membership_of_arrangement        ON membership (arrangement_id);
CREATE INDEX membership_of_organisation       ON membership (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX contact_of_arrangement           ON contact (arrangement_id) WHERE arrangement_id IS NOT NULL;
CREATE INDEX contact_party_of_contact         ON contact_party (contact_id);
CREATE INDEX contact_party_of_organisation    ON contact_party (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX contact_party_of_person          ON contact_party (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX action_of_arrangement            ON action (arrangement_id) WHERE arrangement_id IS NOT NULL;
CREATE INDEX action_of_contact                ON action (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX expertise_of_person              ON expertise (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX expertise_of_organisation        ON expertise (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX setting_aside_of_arrangement     ON setting_aside (arrangement_id) WHERE arrangement_id IS NOT NULL;
CREATE INDEX interest_of_person               ON interest (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX interest_of_organisation         ON interest (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX lock_of_arrangement              ON lock (arrangement_id) WHERE arrangement_id IS NOT NULL;
CREATE INDEX boundary_of_authority            ON boundary (la) WHERE la IS NOT NULL;
CREATE INDEX journal_by_undone                ON journal (undoes) WHERE undoes IS NOT NULL;

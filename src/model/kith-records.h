/* kith-records.h: what the register holds, a struct a table
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-date.h"
#include "kith-text.h"

G_BEGIN_DECLS

/*
 * A row of the register. The first field is its key, and never changes. In all of them
 * a text that is not recorded is NULL (never ""), a day is KITH_DATE_UNKNOWN, a whole
 * number KITH_INT_NONE and a figure NaN. Fields named urn or other_urn are schools, held by
 * the register or outside it; NAME_id is the key of a row of table NAME.
 *
 * Rows belong to a block, a ledger or a changeset, and live as long as it does.
 */

typedef enum
{
  KITH_TABLE_AUTHORITY,
  KITH_TABLE_SCHOOL,
  KITH_TABLE_SCHOOL_AUTHORITY,
  KITH_TABLE_SCHOOL_LINK,
  KITH_TABLE_ORGANISATION,
  KITH_TABLE_PERSON,
  KITH_TABLE_POST,
  KITH_TABLE_ARRANGEMENT,
  KITH_TABLE_MEMBERSHIP,
  KITH_TABLE_CONTACT,
  KITH_TABLE_CONTACT_PARTY,
  KITH_TABLE_ACTION,
  KITH_TABLE_MEASURE,
  KITH_TABLE_NEED,
  KITH_TABLE_EXPERTISE,
  KITH_TABLE_ENQUIRY,
  KITH_TABLE_INSPECTION,
  KITH_TABLE_SETTING_ASIDE,
  KITH_TABLE_INTEREST,
  KITH_TABLE_RIVALRY,
  KITH_TABLE_CATCHMENT,
  KITH_TABLE_LOCK,
  KITH_TABLE_OUTSIDE_SCHOOL,
  KITH_TABLE_FAMILY_RUN,
  KITH_TABLE_PAIRING_DECISION,
  KITH_TABLE_GOAL,
  KITH_TABLE_BRIEFING,
  KITH_TABLE_POSITION,
  KITH_TABLE_SAVED_VIEW,
  KITH_TABLE_BOUNDARY,
  KITH_TABLE_SOURCE,
  KITH_TABLE_SETTING,
  KITH_N_TABLES,
} KithTable;

/* authority: an English local authority, current or abolished */
typedef struct
{
  gint64 code;                     /* the DfE’s three digits */
  const char *name;
  const char *gss;                 /* E08000001 */
  gint64 source_id;
} KithAuthority;

/* school: one GIAS establishment */
typedef struct
{
  gint64 urn;                      /* for ever */
  const char *name;
  gint64 la;                       /* authority code */
  gint64 estab;                    /* establishment number */
  const char *type;                /* Voluntary aided school */
  const char *type_group;          /* Local authority maintained schools */
  const char *status;              /* Open; Closed; Open, but proposed to close; Proposed to open */
  KithDate opened;
  const char *open_reason;
  KithDate closed;
  const char *close_reason;
  const char *phase;               /* Primary, Middle deemed primary … */
  gint64 low_age;
  gint64 high_age;
  const char *gender;
  const char *religion;
  const char *diocese;
  const char *admissions;
  const char *sixth_form;
  const char *nursery;
  const char *boarders;
  gint64 capacity;
  gint64 pupils;
  gint64 boys;
  gint64 girls;
  double fsm_percent;
  KithDate census;
  const char *trust_flag;
  const char *trusts;              /* as the establishment file names them */
  const char *sponsors;
  const char *federations;
  const char *ukprn;
  const char *uprn;
  const char *companies_house;
  const char *street;
  const char *locality;
  const char *town;
  const char *county;
  const char *postcode;
  const char *website;
  const char *telephone;
  const char *region;              /* South East */
  const char *district;
  const char *ward;
  const char *urban_rural;
  const char *rsc_region;
  double easting;                  /* metres on British National Grid */
  double northing;
  const char *lsoa;
  const char *msoa;
  const char *ofsted_rating;       /* GIAS’s own, where no Ofsted file is read */
  KithDate ofsted_last;
  KithDate changed;                /* when GIAS last changed the row */
  gint64 source_id;                /* the file that last changed it */
} KithSchool;

/* school_authority: which authority a school was in */
typedef struct
{
  gint64 id;
  gint64 urn;
  gint64 la;
  KithDate from_date;
  KithDate to_date;
  gint64 source_id;
} KithSchoolAuthority;

/* school_link: predecessor, successor, merger */
typedef struct
{
  gint64 id;
  gint64 urn;
  gint64 link_urn;                 /* a school that the register need not hold */
  const char *name;                /* of the linked school */
  const char *kind;                /* as GIAS writes it: Successor - merged */
  KithDate date;
  gint64 source_id;
} KithSchoolLink;

/* organisation: an outside body: university, charity, housing association, health, business, diocese … */
typedef struct
{
  gint64 id;
  const char *name;
  const char *kind;
  const char *companies_house;
  const char *postcode;
  const char *note;
  gint64 source_id;
} KithOrganisation;

/* person: a head, co-ordinator, system leader, officer … */
typedef struct
{
  gint64 id;
  const char *name;
  const char *email;
  gint64 source_id;
} KithPerson;

/* post: who holds which post where */
typedef struct
{
  gint64 id;
  gint64 person_id;
  const char *title;
  gint64 urn;
  gint64 organisation_id;
  KithDate from_date;
  KithDate to_date;
  double days_a_year;
  gint64 source_id;
} KithPost;

/* arrangement: anything that ties members together (METHODS, section 2) */
typedef struct
{
  gint64 id;
  gint64 uid;                      /* GIAS group UID */
  const char *code;                /* the officers’ own id */
  const char *kind;                /* trust, hub, pairing … : kith-kind.h */
  const char *name;
  gint64 parent_id;
  gint64 lead_person_id;
  gint64 lead_urn;
  gint64 lead_organisation_id;
  gint64 lead_la;
  gint64 coordinator_id;
  gint64 deputy_id;
  KithDate starts;
  KithDate ends;
  const char *status;              /* GIAS’s word, in lower case */
  KithDate review;
  const char *focus;
  const char *objective;
  const char *funding;
  KithDate funding_ends;
  const char *memorandum;          /* yes, no or yyyy-mm-dd, its last day */
  const char *data_sharing;        /* the same */
  gint64 capacity;
  const char *patch;               /* authority codes or district names, ; between */
  const char *group_id;            /* TR00123 */
  const char *companies_house;
  gint64 source_id;
} KithArrangement;

/* membership: one school or organisation in one arrangement */
typedef struct
{
  gint64 id;
  gint64 arrangement_id;
  gint64 urn;
  gint64 organisation_id;
  const char *role;
  KithDate joined;
  KithDate left_date;
  KithDate left_after;             /* where the end lies between two files: the day of the earlier */
  gint64 source_id;
} KithMembership;

/* contact: something that happened on a day between named parties */
typedef struct
{
  gint64 id;
  const char *code;                /* the officers’ own id */
  KithDate date;
  const char *kind;
  gint64 arrangement_id;
  const char *officer;             /* who took part */
  const char *summary;
  const char *outcome;
  gint64 confidential;
  gint64 source_id;
} KithContact;

/* contact_party: who was there */
typedef struct
{
  gint64 id;
  gint64 contact_id;
  gint64 urn;
  gint64 organisation_id;
  gint64 person_id;
  const char *part;
} KithContactParty;

/* action: what was agreed, by whom, by when, what came of it */
typedef struct
{
  gint64 id;
  const char *code;
  gint64 urn;
  gint64 arrangement_id;
  gint64 contact_id;
  const char *what;
  const char *owner;
  KithDate due;
  KithDate done;
  const char *outcome;
  gint64 source_id;
} KithAction;

/* measure: one published figure of one school, or the reason that it is missing */
typedef struct
{
  gint64 id;
  gint64 urn;
  gint64 year;                     /* the year in which the academic year begins: 2018 is 2018/19 */
  const char *name;                /* PTRWM_EXP */
  const char *subgroup;            /* all where blank */
  const char *subject;             /* all where blank */
  double value;
  const char *reason;              /* SUPP, NE, LOWCOV … where there is no value */
  gint64 cohort;
  gint64 source_id;
} KithValue;

/* need: what a school needs help with */
typedef struct
{
  gint64 id;
  gint64 urn;
  const char *area;
  const char *level;               /* 1 to 5, or “met” */
  const char *evidence;
  KithDate date;
  gint64 source_id;
} KithNeed;

/* expertise: what a school, person or organisation is strong at */
typedef struct
{
  gint64 id;
  gint64 urn;
  gint64 person_id;
  gint64 organisation_id;
  const char *area;
  const char *level;
  const char *evidence;
  KithDate date;
  gint64 source_id;
} KithExpertise;

/* enquiry: who was asked about which kind of link */
typedef struct
{
  gint64 id;
  gint64 urn;
  const char *kind;                /* every kind where blank */
  KithDate asked;
  const char *answer;              /* not answered where blank */
  const char *by;
  gint64 source_id;
} KithEnquiry;

/* inspection: an outcome, in the scheme of its day */
typedef struct
{
  gint64 id;
  gint64 urn;
  const char *scheme;              /* never mapped to each other */
  const char *area;
  const char *grade;
  KithDate date;
  gint64 source_id;
} KithInspection;

/* setting_aside: an officer’s reason for not acting on a finding */
typedef struct
{
  gint64 id;
  gint64 urn;
  gint64 arrangement_id;
  const char *code;
  const char *reason;
  const char *by;
  KithDate since;
  KithDate until;
  const char *evidence;            /* as it stood; the finding returns when it differs */
} KithSettingAside;

/* interest: a declared interest */
typedef struct
{
  gint64 id;
  gint64 person_id;
  gint64 organisation_id;
  gint64 urn;
  const char *what;
  KithDate declared;
  KithDate resolved;
  const char *resolution;
} KithInterest;

/* rivalry: a pair that an officer calls rivals, or strikes out */
typedef struct
{
  gint64 id;
  gint64 urn;
  gint64 other_urn;
  const char *decision;
  const char *reason;
} KithRivalry;

/* catchment: a declared catchment and a school that shares it */
typedef struct
{
  gint64 id;
  const char *name;
  gint64 urn;
} KithCatchment;

/* lock: a Family lock */
typedef struct
{
  gint64 id;
  const char *kind;
  gint64 urn;
  gint64 other_urn;
  gint64 arrangement_id;
} KithLock;

/* outside_school: a member that the register does not hold */
typedef struct
{
  gint64 urn;
  const char *name;
  const char *authority;
  gint64 source_id;
} KithOutsideSchool;

/* family_run: accepted Families with their settings and seed */
typedef struct
{
  gint64 id;
  KithDate accepted;
  const char *phase;
  const char *settings;            /* JSON */
  gint64 seed;
  const char *result;              /* JSON */
} KithFamilyRun;

/* pairing_decision: a proposed pair and what the officer decided */
typedef struct
{
  gint64 id;
  gint64 supported_urn;
  gint64 supporter_urn;
  const char *decision;
  const char *reason;
  KithDate decided;
  const char *by;
} KithPairingDecision;

/* goal: a goal for a school from its Family’s average */
typedef struct
{
  gint64 id;
  gint64 urn;
  const char *measure;
  gint64 year;
  double value;
  KithDate set_on;
  const char *by;
} KithGoal;

/* briefing: what a briefing said when it was issued */
typedef struct
{
  gint64 id;
  KithDate issued;
  const char *audience;
  const char *title;
  const char *summary;             /* JSON */
  const char *sha256;
} KithBriefing;

/* position: where a mark stands */
typedef struct
{
  gint64 id;
  const char *view;                /* network, schematic … */
  const char *subject;             /* school:123456, arrangement:12 */
  double x;                        /* mm */
  double y;
  gint64 pinned;
} KithPosition;

/* saved_view: an officer’s view */
typedef struct
{
  gint64 id;
  const char *name;
  const char *page;
  const char *state;               /* "tier=1,2;authority=Northmoor": kith-roll-view.h */
} KithSavedView;

/* boundary: an outline */
typedef struct
{
  gint64 id;
  const char *gss;
  gint64 la;
  const char *name;
  const char *level;
  const char *outline;             /* WKT MULTIPOLYGON, metres on British National Grid */
  gint64 source_id;
} KithBoundary;

/* source: a file that was read */
typedef struct
{
  gint64 id;
  const char *name;                /* the file’s */
  const char *kind;                /* establishments, groups … : kith-file-kind.h */
  KithDate dated;                  /* the day that the file tells of */
  gint64 year;                     /* as in measure */
  KithDate read_on;
  gint64 n_rows;
  gint64 n_added;
  gint64 n_changed;
  gint64 n_unchanged;
  gint64 n_rejected;
  gint64 n_skipped;                /* total rows */
  const char *sha256;
  const char *problems;            /* a line each */
} KithSource;

/* setting: one parameter */
typedef struct
{
  gint64 id;
  const char *key;
  const char *value;
} KithSetting;

G_END_DECLS

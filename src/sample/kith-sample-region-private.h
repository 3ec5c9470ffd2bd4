/* kith-sample-region-private.h: the invented region before it is written
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-date.h"
#include "kith-grid.h"
#include "kith-job.h"
#include "kith-kind.h"
#include "kith-sample.h"
#include "kith-sample-part-private.h"
#include "kith-random.h"

G_BEGIN_DECLS

/* An index that points at nothing. */
#define KITH_SAMPLE_NONE G_MAXUINT

#define KITH_SAMPLE_FIRST_URN   800001 /* the DfE's own stand between 100000 and 160000 */
#define KITH_SAMPLE_OUTSIDE_URN 899001 /* schools that no file of the region holds */
#define KITH_SAMPLE_YEARS       4      /* of results and census, after the gap of 2019/20 and 2020/21 */

/* Streams of random numbers: KithRandom. */
typedef enum
{
  KITH_SAMPLE_STREAM_LAND,
  KITH_SAMPLE_STREAM_SCHOOLS,
  KITH_SAMPLE_STREAM_PARTS,
  KITH_SAMPLE_STREAM_GROUPS,
  KITH_SAMPLE_STREAM_PARTNERSHIPS,
  KITH_SAMPLE_STREAM_PEOPLE,
  KITH_SAMPLE_STREAM_CONTACTS,
  KITH_SAMPLE_STREAM_MEASURES,
  KITH_SAMPLE_STREAM_FILES,
  KITH_SAMPLE_STREAM_INSPECTIONS,
  KITH_SAMPLE_STREAM_EDGES = 1000, /* and one for each stretch of boundary */
} KithSampleStream;

/* GIAS types of establishment: kith-sample-type.c. */
typedef enum
{
  KITH_SAMPLE_COMMUNITY,
  KITH_SAMPLE_VOLUNTARY_AIDED,
  KITH_SAMPLE_VOLUNTARY_CONTROLLED,
  KITH_SAMPLE_FOUNDATION,
  KITH_SAMPLE_CONVERTER,
  KITH_SAMPLE_SPONSOR_LED,
  KITH_SAMPLE_FREE,
  KITH_SAMPLE_COMMUNITY_SPECIAL,
  KITH_SAMPLE_SPECIAL_CONVERTER,
  KITH_SAMPLE_FREE_SPECIAL,
  KITH_SAMPLE_PUPIL_REFERRAL_UNIT,
  KITH_SAMPLE_AP_CONVERTER,
  KITH_SAMPLE_NURSERY,
  KITH_SAMPLE_INDEPENDENT,
  KITH_SAMPLE_INDEPENDENT_SPECIAL,
  KITH_SAMPLE_FURTHER_EDUCATION,
  KITH_SAMPLE_UNIVERSITY,
  KITH_SAMPLE_CHILDRENS_CENTRE,
  KITH_SAMPLE_N_TYPES,
} KithSampleType;

typedef struct
{
  guint code;
  const char *name;
  guint group_code;
  const char *group;
  gboolean is_academy;
} KithSampleTypeInfo;

const KithSampleTypeInfo  *kith_sample_type_get_info  (KithSampleType  type);

/* GIAS's phases of education, by their codes. */
typedef enum
{
  KITH_SAMPLE_NOT_APPLICABLE,
  KITH_SAMPLE_PHASE_NURSERY,
  KITH_SAMPLE_PHASE_PRIMARY,
  KITH_SAMPLE_PHASE_MIDDLE_PRIMARY,
  KITH_SAMPLE_PHASE_SECONDARY,
  KITH_SAMPLE_PHASE_MIDDLE_SECONDARY,
  KITH_SAMPLE_PHASE_SIXTEEN_PLUS,
  KITH_SAMPLE_PHASE_ALL_THROUGH,
} KithSamplePhase;

const char  *kith_sample_phase_get_name  (KithSamplePhase  phase);

/* A local authority. Its schools in scope are @n_schools from @first_school. */
typedef struct
{
  const char *name;
  guint code;
  const char *gss;
  const char *postal;             /* first letters of its postcodes */
  KithPlace site;                 /* what is nearer to it than to other sites is its land */
  GArray *ring;                   /* of KithPlace, whole metres; open: the last is not the first */
  guint first_town, n_towns;
  guint first_school, n_schools;
  guint officers[3];              /* people */
  guint organisation;             /* itself, among the organisations */
  gboolean is_thin;               /* hardly records any contact */
  gboolean is_small;              /* no two of its schools in scope are more than 25 km apart */
} KithSampleAuthority;

typedef struct
{
  const char *name;
  guint authority;
  KithPlace place;
  guint n_schools;
  guint need;                     /* how hard times are, 0 to 100 */
  guint first_school;
} KithSampleTown;

typedef struct
{
  guint32 urn;
  guint estab;
  const char *name;
  guint authority, town;
  KithPlace place;                /* whole metres */
  gboolean is_placed;             /* whether the register says where it stands */
  KithSampleType type;
  KithSamplePhase phase;
  KithPhase compared;             /* for neighbours */
  guint low_age, high_age;
  gboolean is_closed;
  KithDate opened, closed;
  guint diocese;                  /* index, or none */
  guint pupils, capacity, boys;
  guint disadvantage, eal, sen, ehcp, fsm; /* tenths of a per cent */
  const char *rating;             /* GIAS's own */
  KithDate inspected;
  guint predecessor;              /* index, or none */
  guint trust, sponsor, federation; /* groups, or none */
  KithSamplePart part;
  guint attainment;               /* tenths of a per cent, or of a point of Attainment 8 */
  int slope;                      /* the same, a year */
  guint partnership, hub;         /* arrangements, or none */
  guint twin;                     /* the other school of a planted pair, or none */
} KithSampleSchool;

/* GIAS groups. */
typedef enum
{
  KITH_SAMPLE_FEDERATION = 1,
  KITH_SAMPLE_FOUNDATION_TRUST = 2,
  KITH_SAMPLE_SPONSOR = 5,
  KITH_SAMPLE_MULTI_ACADEMY_TRUST = 6,
  KITH_SAMPLE_CHILDRENS_CENTRES = 8,
  KITH_SAMPLE_SINGLE_ACADEMY_TRUST = 10,
} KithSampleGroupType;

typedef struct
{
  guint uid;
  KithSampleGroupType type;
  const char *name;
  guint trust_number;             /* TR0xxxx, or 0 */
  guint company;                  /* eight digits, or 0 */
  guint town;
  KithDate opened, closed;
  guint n_members;
} KithSampleGroup;

/* In which of the three files of group links a membership stands. */
typedef enum
{
  KITH_SAMPLE_LINKS_EARLY = 1 << 0, /* academies, four years before */
  KITH_SAMPLE_LINKS_BEFORE = 1 << 1, /* all, a year before */
  KITH_SAMPLE_LINKS_NOW = 1 << 2,
} KithSampleLinkFiles;

typedef struct
{
  guint group, school;
  KithDate joined;
  KithSampleLinkFiles files;
} KithSampleGroupLink;

typedef struct
{
  const char *name;
  const char *kind;               /* for names: university, charity … */
} KithSampleOrganisation;

typedef struct
{
  const char *name;
  const char *post;
  guint school, organisation;     /* where, or none */
  KithDate from, to;
  guint days_a_year;
  const char *expertise;
} KithSamplePerson;

/* How a member takes part in what is recorded under its arrangement. */
typedef enum
{
  KITH_SAMPLE_SILENT,
  KITH_SAMPLE_PRESENT,
  KITH_SAMPLE_OFTEN_PRESENT,
} KithSampleAttendance;

typedef struct
{
  guint school;                   /* index, or none */
  guint organisation;             /* index, or none */
  guint32 outside_urn;            /* or 0 */
  const char *role;
  KithDate joined, left;
  KithSampleAttendance attendance;
} KithSampleMember;

/* What is recorded under an arrangement. */
typedef enum
{
  KITH_SAMPLE_RECORDS_NOTHING,
  KITH_SAMPLE_RECORDS_MEETINGS,   /* each term, an officer present */
  KITH_SAMPLE_RECORDS_TRAINING,   /* each term, the lead as host */
  KITH_SAMPLE_RECORDS_VISITS,     /* between its members */
  KITH_SAMPLE_RECORDS_TALK,       /* meetings without any outcome */
} KithSampleRecords;

typedef struct
{
  KithKind kind;
  const char *name;
  guint parent;                   /* arrangement, or none */
  guint lead_school, lead_authority;
  guint coordinator, deputy;      /* people, or none */
  KithDate starts, ends, review;
  const char *focus, *objective, *funding;
  KithDate funding_ends;
  const char *memorandum, *data_sharing;
  guint capacity;
  guint authority;                /* where it is */
  KithSampleRecords records;
  GArray *members;                /* of KithSampleMember */
} KithSampleArrangement;

typedef struct
{
  KithDate date;
  const char *kind;
  guint arrangement;              /* or none */
  guint officer;                  /* person, or none */
  const char *summary, *outcome;
  gboolean is_confidential;
  guint first_party, n_parties;
} KithSampleContact;

typedef struct
{
  guint school;
  const char *part;
} KithSampleParty;

typedef struct
{
  guint school;
  const char *area;
  gboolean is_expertise;
  const char *level;
  KithDate date;
} KithSampleNeed;

typedef struct
{
  guint school;
  const char *kind;               /* blank for every kind */
  KithDate asked;
  const char *answer;
  guint by;                       /* person */
} KithSampleEnquiry;

typedef struct
{
  guint school, arrangement, contact; /* or none */
  const char *what;
  guint owner;                    /* person */
  KithDate due, done;
  const char *outcome;
} KithSampleAction;

/* A line of planted.csv: what a school, or an arrangement, must be found to be. */
typedef struct
{
  guint school, arrangement;      /* or none */
  guint code;                     /* 0: clean */
  const char *severity;
  const char *state;
  const char *why;
} KithSampleExpected;

typedef struct
{
  guint64 seed;
  KithDate dated;
  int last_year;                  /* the year in which the newest year of results begins */
  guint n_in_scope;
  double width, height;           /* metres */
  KithPlace corner;               /* south-west */
  GStringChunk *text;
  GHashTable *names;              /* all that are given away */
  GArray *authorities, *towns, *schools, *groups, *group_links;
  GArray *organisations, *people, *arrangements;
  GArray *contacts, *parties, *actions, *needs, *enquiries, *expected;
  GPtrArray *dioceses;
  KithGrid *grids[KITH_N_PHASES]; /* schools in scope that are placed, by compared phase */
  GArray *grid_schools[KITH_N_PHASES];
  GArray *predecessors;           /* of pairs of schools that no converter explains */
} KithSampleRegion;

#define KITH_SAMPLE_AUTHORITY(region, i)   (&g_array_index ((region)->authorities, KithSampleAuthority, i))
#define KITH_SAMPLE_TOWN(region, i)        (&g_array_index ((region)->towns, KithSampleTown, i))
#define KITH_SAMPLE_SCHOOL(region, i)      (&g_array_index ((region)->schools, KithSampleSchool, i))
#define KITH_SAMPLE_GROUP(region, i)       (&g_array_index ((region)->groups, KithSampleGroup, i))
#define KITH_SAMPLE_PERSON(region, i)      (&g_array_index ((region)->people, KithSamplePerson, i))
#define KITH_SAMPLE_ARRANGEMENT(region, i) (&g_array_index ((region)->arrangements, KithSampleArrangement, i))

KithSampleRegion  *kith_sample_region_new               (const KithSampleOptions *options);
void               kith_sample_region_free              (KithSampleRegion   *self);
const char        *kith_sample_region_keep              (KithSampleRegion   *self,
                                                         const char         *format,
                                                         ...) G_GNUC_PRINTF (2, 3);
gboolean           kith_sample_region_is_local          (KithSampleRegion   *self,
                                                         guint               a,
                                                         guint               b);
guint              kith_sample_region_find_neighbours   (KithSampleRegion   *self,
                                                         guint               school,
                                                         guint               k,
                                                         double              metres,
                                                         guint              *near);
guint              kith_sample_region_add_person        (KithSampleRegion   *self,
                                                         KithRandom         *random,
                                                         const char         *post,
                                                         guint               school,
                                                         guint               organisation);
guint              kith_sample_region_add_organisation  (KithSampleRegion   *self,
                                                         const char         *name,
                                                         const char         *kind);
KithDate           kith_sample_region_step_back         (KithDate            from,
                                                         guint               counted_days);

/* kith-sample-words.c */
const char        *kith_sample_words_new_place          (KithSampleRegion   *region,
                                                         KithRandom         *random);
const char        *kith_sample_words_new_authority      (KithSampleRegion   *region,
                                                         KithRandom         *random);
const char        *kith_sample_words_new_school         (KithSampleRegion   *region,
                                                         KithRandom         *random,
                                                         const KithSampleSchool *school);
const char        *kith_sample_words_new_trust          (KithSampleRegion   *region,
                                                         KithRandom         *random);
const char        *kith_sample_words_new_person         (KithSampleRegion   *region,
                                                         KithRandom         *random);
const char        *kith_sample_words_get_street         (guint               number);
const char        *kith_sample_words_get_area           (guint               number);
guint              kith_sample_words_count_areas        (void);

/* One step of the making each, in this order. */
void               kith_sample_make_land                (KithSampleRegion   *region,
                                                         guint               n_authorities);
gboolean           kith_sample_land_holds              (const KithSampleRegion *region,
                                                         guint               authority,
                                                         KithPlace           place);
void               kith_sample_make_schools             (KithSampleRegion   *region);
void               kith_sample_make_parts               (KithSampleRegion   *region);
void               kith_sample_make_groups              (KithSampleRegion   *region);
void               kith_sample_make_partnerships        (KithSampleRegion   *region);
void               kith_sample_make_collaboration      (KithSampleRegion   *region);
void               kith_sample_make_planted             (KithSampleRegion   *region);
void               kith_sample_make_people              (KithSampleRegion   *region);
void               kith_sample_make_needs               (KithSampleRegion   *region);
void               kith_sample_make_contacts            (KithSampleRegion   *region);
void               kith_sample_make_expected            (KithSampleRegion   *region);

/* kith-sample-bond.c: arrangements under construction */
guint              kith_sample_bond_new                 (KithSampleRegion   *region,
                                                         KithKind            kind,
                                                         guint               authority,
                                                         const char         *name);
void               kith_sample_bond_add                 (KithSampleRegion   *region,
                                                         guint               arrangement,
                                                         guint               school,
                                                         const char         *role,
                                                         KithDate            joined,
                                                         KithSampleAttendance attendance);

G_END_DECLS

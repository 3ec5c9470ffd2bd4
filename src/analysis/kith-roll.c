/* kith-roll.c: every school, its findings and its tier
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"
#include "kith-officers.h"
#include "kith-touched.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* Rows point into findings and aside, whose strings belong to the wording, or to the roll that
   they were taken over from. */
struct _KithRoll
{
  gatomicrefcount n_refs;
  KithRoll *previous;
  KithNetwork *network;
  KithRecord *record;
  KithWording *wording;
  KithRollRow *rows;
  guint n_rows;
  guint *row_of; /* of each school of the network */
  KithFinding *findings;
  guint n_findings;
  KithFinding *aside;
  KithRollArrangement *arrangements;
  guint n_arrangements;
  guint n_by_tier[KITH_N_TIERS];
};

G_DEFINE_BOXED_TYPE (KithRoll, kith_roll, kith_roll_ref, kith_roll_unref)

typedef struct
{
  KithFindingCode code;
  KithFinder find;
} Finder;

/* In the order of METHODS, section 4. */
static const Finder finders[] = {
  { KITH_FINDING_NO_LIVE_LINK, kith_find_no_live_link },
  { KITH_FINDING_NO_LOCAL_LINK, kith_find_no_local_link },
  { KITH_FINDING_SINGLE_AFFILIATION, kith_find_single_affiliation },
  { KITH_FINDING_ODD_ONE_OUT, kith_find_odd_one_out },
  { KITH_FINDING_ORPHANED, kith_find_orphaned },
  { KITH_FINDING_SHUNTED, kith_find_shunted },
  { KITH_FINDING_OFF_THE_RADAR, kith_find_off_the_radar },
  { KITH_FINDING_CUT_OFF, kith_find_cut_off },
  { KITH_FINDING_HANGS_BY_A_THREAD, kith_find_hangs_by_a_thread },
  { KITH_FINDING_ONE_WAY, kith_find_one_way },
  { KITH_FINDING_BEYOND_REACH, kith_find_beyond_reach },
  { KITH_FINDING_VULNERABLE, kith_find_vulnerable },
};

/* Those on arrangements. */
static const Finder arrangement_finders[] = {
  { KITH_FINDING_MEETINGS_ONLY, kith_find_meetings_only },
  { KITH_FINDING_PAPER_AGREEMENT, kith_find_paper_agreement },
};

/* A roll in the making: findings by school, then by arrangement. Of a school, what is not due is
   taken over from its row of the previous roll; with none everything is due. */
typedef struct
{
  KithRecord *record;
  const KithRoll *previous;
  const guint *due;
  KithAsides *asides;
  KithWording *wording;
  GArray *live; /* of KithFinding */
  GArray *aside;
  GArray *rows;         /* of DraftRow */
  GArray *arrangements; /* of KithRollArrangement, not yet pointing at its findings */
} Draft;

/* A row, and where its findings begin in the draft. */
typedef struct
{
  guint64 rank;
  KithRollRow row;
  guint first_live;
  guint first_aside;
} DraftRow;

static int
compare_findings (const void *a, const void *b)
{
  const KithFinding *one = a, *other = b;

  if (one->severity != other->severity)
    return one->severity < other->severity ? -1 : 1;
  return (one->code > other->code) - (one->code < other->code);
}

/* Tier 1 is for a school that is vulnerable (finding 14) and red in 1, 5 or 7. */
static KithTier
find_tier (const KithFinding *findings, const KithRollRow *row)
{
  gboolean is_vulnerable = FALSE, is_alone = FALSE;

  for (guint f = 0; f < row->n_findings; f++)
    {
      const KithFinding *finding = &findings[f];

      is_vulnerable = is_vulnerable || finding->code == KITH_FINDING_VULNERABLE;
      is_alone = is_alone || (finding->severity == KITH_SEVERITY_RED &&
                              (finding->code == KITH_FINDING_NO_LIVE_LINK ||
                               finding->code == KITH_FINDING_ORPHANED ||
                               finding->code == KITH_FINDING_OFF_THE_RADAR));
    }
  if (is_vulnerable && is_alone)
    return KITH_TIER_ACT_NOW;
  if (row->n_by_severity[KITH_SEVERITY_RED] > 0)
    return KITH_TIER_LOOK_IN;
  if (row->n_by_severity[KITH_SEVERITY_AMBER] > 0)
    return KITH_TIER_WATCH;
  return row->n_by_severity[KITH_SEVERITY_ASK] > 0 ? KITH_TIER_ASK : KITH_TIER_IN_TOUCH;
}

static guint
count_arrangements (const KithRecord *record, guint school)
{
  guint n, n_linking = 0;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    n_linking += kith_kind_is_link (
        record->arrangements[kith_network_get_member (record->network, memberships[m])->arrangement]
            .kind);
  return n_linking;
}

static KithRollRow
make_row (const KithRecord *record, guint school)
{
  const KithMeasures *measures = &record->measures[school];
  KithSilence silence = kith_radar_measure (record->radar, school);
  guint trust = record->schools[school].trust;

  return (KithRollRow){
    .school = school,
    .n_arrangements = count_arrangements (record, school),
    .n_links = measures->n_links,
    .n_outside_links = measures->n_outside_links,
    .n_local_links = measures->n_local_links,
    .strength = measures->strength,
    .component = measures->component,
    .last_contact = silence.last,
    .rho = silence.rho,
    .trust = trust == KITH_INDEX_NONE ? NULL : record->arrangements[trust].name,
  };
}

/* Those from @first on; an array that nothing was added to has no address. */
static void
sort_findings (GArray *findings, guint first)
{
  if (findings->len > first)
    qsort (&g_array_index (findings, KithFinding, first), findings->len - first,
           sizeof (KithFinding), compare_findings);
}

/* Finds what holds of a school or an arrangement, and says of whom in @about. */
static void
add_findings (
    Draft *draft, const Finder *looking, guint n_finders, guint subject, const KithFinding *about)
{
  for (guint f = 0; f < n_finders; f++)
    {
      KithFinding finding = *about;

      finding.code = looking[f].code;
      if (!looking[f].find (draft->record, subject, draft->wording, &finding))
        continue;
      finding.aside = kith_asides_find (draft->asides, &finding, draft->record->as_at);
      g_array_append_val (finding.aside != NULL ? draft->aside : draft->live, finding);
    }
}

static void
take_over (GArray *into, const KithFinding *findings, guint n, guint due)
{
  for (guint f = 0; f < n; f++)
    if ((due & (1u << findings[f].code)) == 0)
      g_array_append_val (into, findings[f]);
}

static void
add_school_findings (Draft *draft, guint school)
{
  const KithFinding about = {
    .urn = draft->record->schools[school].record->urn,
    .arrangement_id = KITH_INT_NONE,
  };
  const KithRollRow *was = draft->due == NULL ? NULL : kith_roll_find (draft->previous, about.urn);
  guint due = was == NULL ? G_MAXUINT : draft->due[school];
  Finder looking[G_N_ELEMENTS (finders)];
  guint n_looking = 0, first_live = draft->live->len, first_aside = draft->aside->len;

  for (guint f = 0; f < G_N_ELEMENTS (finders); f++)
    if ((due & (1u << finders[f].code)) != 0)
      looking[n_looking++] = finders[f];
  if (was != NULL)
    {
      take_over (draft->live, was->findings, was->n_findings, due);
      take_over (draft->aside, was->set_aside, was->n_set_aside, due);
    }
  add_findings (draft, looking, n_looking, school, &about);
  sort_findings (draft->live, first_live);
  sort_findings (draft->aside, first_aside);
}

/* Tier, most red, most amber, most pupils: the lower the sooner. Nobody has 2^40 pupils. */
static guint64
rank_row (const KithRollRow *row, const KithSchool *school)
{
  static const guint64 most_pupils = (1ull << 40) - 2;
  guint64 pupils = school->pupils < 0 ? 0 : MIN ((guint64)school->pupils, most_pupils) + 1;
  guint red = row->n_by_severity[KITH_SEVERITY_RED];
  guint amber = row->n_by_severity[KITH_SEVERITY_AMBER];

  return (guint64)row->tier << 56 | (guint64)(KITH_N_FINDINGS - red) << 48 |
         (guint64)(KITH_N_FINDINGS - amber) << 40 | (most_pupils + 1 - pupils);
}

static void
add_row (Draft *draft, guint school)
{
  DraftRow made = { 0, make_row (draft->record, school), draft->live->len, draft->aside->len };
  gint64 urn = draft->record->schools[school].record->urn;
  const KithFinding *live;

  add_school_findings (draft, school);
  made.row.n_findings = draft->live->len - made.first_live;
  made.row.n_set_aside = draft->aside->len - made.first_aside;
  live = &g_array_index (draft->live, KithFinding, made.first_live);
  for (guint f = 0; f < made.row.n_findings; f++)
    made.row.n_by_severity[live[f].severity]++;
  made.row.tier = find_tier (live, &made.row);
  made.row.findings = live; /* for the moment: take_rows() says where they stand */
  if (made.row.tier != KITH_TIER_IN_TOUCH)
    made.row.tick = kith_asides_find_tick (draft->asides, &made.row, urn, draft->record->as_at);
  made.rank = rank_row (&made.row, draft->record->schools[school].record);
  g_array_append_val (draft->rows, made);
}

/* A home school is in it or leads it, or a home authority does; or no school is in it yet, and an
   officer recorded it. */
static gboolean
is_listed (const KithRecord *record, const KithNetworkArrangement *in)
{
  const KithArrangement *row = in->record;
  guint lead;

  if (row == NULL)
    return FALSE;
  if (kith_settings_is_home (record->settings, row->lead_la))
    return TRUE;
  lead = kith_network_find_school (record->network, row->lead_urn);
  if (lead != KITH_INDEX_NONE && record->schools[lead].is_home)
    return TRUE;
  for (guint m = 0; m < in->n_schools; m++)
    if (record->schools[in->members[m].school].is_home)
      return TRUE;
  return in->n_schools == 0 && row->lead_la == KITH_INT_NONE && row->lead_urn == KITH_INT_NONE &&
         kith_officers_own (record->ledger, row->source_id);
}

static void
draft_arrangements (Draft *draft)
{
  const KithRecord *record = draft->record;

  for (guint g = 0; g < record->n_arrangements; g++)
    {
      KithRollArrangement made = { .arrangement = g };
      guint first_live = draft->live->len, first_aside = draft->aside->len;
      KithFinding about = { .urn = KITH_INT_NONE };

      if (!is_listed (record, &record->arrangements[g]))
        continue;
      about.arrangement_id = record->arrangements[g].record->id;
      add_findings (draft, arrangement_finders, G_N_ELEMENTS (arrangement_finders), g, &about);
      sort_findings (draft->live, first_live);
      sort_findings (draft->aside, first_aside);
      made.n_findings = draft->live->len - first_live;
      made.n_set_aside = draft->aside->len - first_aside;
      g_array_append_val (draft->arrangements, made);
    }
}

static int
compare_rows (const void *a, const void *b)
{
  const DraftRow *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return (one->row.school > other->row.school) - (one->row.school < other->row.school);
}

static gboolean
draft_rows (Draft *draft, KithJob *job, GError **error)
{
  const KithRecord *record = draft->record;

  for (guint i = 0; i < record->n_schools; i++)
    {
      if (!kith_job_step (job, i, record->n_schools, error))
        return FALSE;
      if (record->schools[i].is_home)
        add_row (draft, i);
    }
  g_array_sort (draft->rows, compare_rows);
  return TRUE;
}

/* Rows in the order of the worklist, findings in the order of the rows. Returns how many were set
   aside. */
static guint
take_rows (KithRoll *self, const Draft *draft)
{
  guint n_aside = 0;

  self->n_rows = draft->rows->len;
  self->rows = g_new (KithRollRow, self->n_rows + 1);
  self->row_of = g_new0 (guint, draft->record->n_schools + 1);
  self->findings = g_new (KithFinding, draft->live->len + 1);
  self->aside = g_new (KithFinding, draft->aside->len + 1);
  for (guint r = 0; r < self->n_rows; r++)
    {
      const DraftRow *made = &g_array_index (draft->rows, DraftRow, r);
      KithRollRow *row = &self->rows[r];

      *row = made->row;
      row->findings = &self->findings[self->n_findings];
      row->set_aside = &self->aside[n_aside];
      for (guint f = 0; f < row->n_findings; f++)
        self->findings[self->n_findings++] =
            g_array_index (draft->live, KithFinding, made->first_live + f);
      for (guint f = 0; f < row->n_set_aside; f++)
        self->aside[n_aside++] = g_array_index (draft->aside, KithFinding, made->first_aside + f);
      self->row_of[row->school] = r;
      self->n_by_tier[row->tier]++;
    }
  return n_aside;
}

/* Theirs stand after the schools', in the draft as in the roll. */
static void
take_arrangements (KithRoll *self, const Draft *draft, guint n_aside)
{
  self->n_arrangements = draft->arrangements->len;
  self->arrangements = g_new (KithRollArrangement, self->n_arrangements + 1);
  for (guint a = 0; a < self->n_arrangements; a++)
    {
      KithRollArrangement *row = &self->arrangements[a];

      *row = g_array_index (draft->arrangements, KithRollArrangement, a);
      row->findings = &self->findings[self->n_findings];
      row->set_aside = &self->aside[n_aside];
      for (guint f = 0; f < row->n_findings; f++, self->n_findings++)
        self->findings[self->n_findings] =
            g_array_index (draft->live, KithFinding, self->n_findings);
      for (guint f = 0; f < row->n_set_aside; f++, n_aside++)
        self->aside[n_aside] = g_array_index (draft->aside, KithFinding, n_aside);
    }
}

static gboolean
fill (KithRoll *self, const KithRoll *previous, const guint *due, KithJob *job, GError **error)
{
  g_autoptr (KithAsides) asides = kith_asides_new (self->record->ledger);
  g_autoptr (GArray) live = g_array_sized_new (FALSE, FALSE, sizeof (KithFinding), 64);
  g_autoptr (GArray) aside = g_array_sized_new (FALSE, FALSE, sizeof (KithFinding), 64);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (DraftRow));
  g_autoptr (GArray) arrangements = g_array_new (FALSE, FALSE, sizeof (KithRollArrangement));
  Draft draft = { self->record, previous, due,  asides,      self->wording,
                  live,         aside,    rows, arrangements };

  if (!draft_rows (&draft, job, error))
    return FALSE;
  draft_arrangements (&draft);
  take_arrangements (self, &draft, take_rows (self, &draft));
  return TRUE;
}

static KithRoll *
begin (KithNetwork *network, KithJob *job, GError **error)
{
  g_autoptr (KithRoll) self = g_new0 (KithRoll, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->network = kith_network_ref (network);
  self->wording = kith_wording_new ();
  kith_job_begin (job, _ ("Looking at each school"), 0, 1);
  self->record = kith_record_new (network, job, error);
  return self->record != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * kith_roll_new:
 * @network: the whole system as at one date
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Looks at each home school for the findings of METHODS, section 4, and puts the schools in
 * the order of the worklist: tier, most red, most amber, most pupils, lowest URN.
 * Looks at each arrangement of home schools for findings 11 and 13, which count in no tier.
 *
 * Returns: (transfer full): the roll, or %NULL
 */
KithRoll *
kith_roll_new (KithNetwork *network, KithJob *job, GError **error)
{
  g_autoptr (KithRoll) self = NULL;

  g_return_val_if_fail (network != NULL, NULL);

  self = begin (network, job, error);
  return self != NULL && fill (self, NULL, NULL, job, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * kith_roll_new_from:
 * @previous: the roll of the base of @changes
 * @network: of that base with @changes, at the same date
 * @changes: of the ledger of @previous
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * The same roll as kith_roll_new() makes of @network, sooner: findings that the changes cannot
 * reach are taken over from @previous, which it keeps.
 *
 * Returns: (transfer full): the roll, or %NULL
 */
KithRoll *
kith_roll_new_from (KithRoll *previous,
                    KithNetwork *network,
                    const KithChangeset *changes,
                    KithJob *job,
                    GError **error)
{
  g_autoptr (KithRoll) self = NULL;
  g_autofree guint *due = NULL;

  g_return_val_if_fail (
      kith_changeset_get_base (changes) == kith_network_get_ledger (previous->network), NULL);
  g_return_val_if_fail (
      kith_network_get_date (network) == kith_network_get_date (previous->network), NULL);

  self = begin (network, job, error);
  if (self == NULL)
    return NULL;
  due = kith_touched_list (previous->record, self->record, changes);
  self->previous = kith_roll_ref (previous);
  return fill (self, previous, due, job, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * kith_roll_find_school:
 * @asides: what was set aside
 * @school: index of a home school
 * @wording: keeps the texts
 * @live: (element-type KithFinding) (inout): takes its findings, gravest first
 * @aside: (element-type KithFinding) (inout): takes those that are set aside
 *
 * What the roll's row of one school would hold, without the others.
 */
void
kith_roll_find_school (KithRecord *record,
                       KithAsides *asides,
                       guint school,
                       KithWording *wording,
                       GArray *live,
                       GArray *aside)
{
  Draft draft = { record, NULL, NULL, asides, wording, live, aside, NULL, NULL };

  add_school_findings (&draft, school);
}

/**
 * kith_roll_ref:
 *
 * Returns: (transfer full): @self
 */
KithRoll *
kith_roll_ref (KithRoll *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_roll_unref:
 * @self: (transfer full) (nullable): a roll
 */
void
kith_roll_unref (KithRoll *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_free (self->rows);
  g_free (self->row_of);
  g_free (self->findings);
  g_free (self->aside);
  g_free (self->arrangements);
  kith_wording_free (self->wording);
  kith_record_free (self->record);
  kith_network_unref (self->network);
  kith_roll_unref (self->previous);
  g_free (self);
}

/**
 * kith_roll_get_network:
 *
 * Returns: (transfer none): what it is the roll of
 */
KithNetwork *
kith_roll_get_network (const KithRoll *self)
{
  return self->network;
}

/**
 * kith_roll_get_record:
 *
 * Returns: (transfer none): what its findings looked at
 */
const KithRecord *
kith_roll_get_record (const KithRoll *self)
{
  return self->record;
}

/**
 * kith_roll_get_rows:
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): each home school once, in the order of the
 *   worklist
 */
const KithRollRow *
kith_roll_get_rows (const KithRoll *self, guint *n_rows)
{
  *n_rows = self->n_rows;
  return self->rows;
}

/**
 * kith_roll_find:
 * @urn: of a school
 *
 * Returns: (transfer none) (nullable): its row; %NULL where it is not a home school
 */
const KithRollRow *
kith_roll_find (const KithRoll *self, gint64 urn)
{
  guint school = kith_network_find_school (self->network, urn), n;
  const KithNetworkSchool *schools = kith_network_get_schools (self->network, &n);

  if (school == KITH_INDEX_NONE || !schools[school].is_home)
    return NULL;
  return &self->rows[self->row_of[school]];
}

/**
 * kith_roll_count_tier:
 *
 * Returns: how many home schools are in @tier; the five add up to the rows
 */
guint
kith_roll_count_tier (const KithRoll *self, KithTier tier)
{
  g_return_val_if_fail (tier < KITH_N_TIERS, 0);
  return self->n_by_tier[tier];
}

/**
 * kith_roll_get_findings:
 * @n_findings: (out): how many
 *
 * Returns: (transfer none) (array length=n_findings): the findings that are not set aside:
 *   the schools' in the order of the rows, then the arrangements' in theirs
 */
const KithFinding *
kith_roll_get_findings (const KithRoll *self, guint *n_findings)
{
  *n_findings = self->n_findings;
  return self->findings;
}

/**
 * kith_roll_get_arrangements:
 * @n_arrangements: (out): how many
 *
 * Returns: (transfer none) (array length=n_arrangements): each arrangement that is active at the
 *   date, has a row in the register and concerns the home authorities, once, by key: a home
 *   school is in it or leads it, or a home authority does, or no school is in it and an officer
 *   recorded it
 */
const KithRollArrangement *
kith_roll_get_arrangements (const KithRoll *self, guint *n_arrangements)
{
  *n_arrangements = self->n_arrangements;
  return self->arrangements;
}

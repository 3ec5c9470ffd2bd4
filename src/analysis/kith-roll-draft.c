/* kith-roll-draft.c: finding what holds of each school, and ordering the worklist
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-officers.h"
#include "kith-roll-private.h"

#include <stdlib.h>

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
  GArray *arrangements; /* of DraftArrangement */
} Draft;

/* A row, and where its findings begin in the draft, unless they stand in the previous roll. */
typedef struct
{
  KithRollRow row;
  gboolean is_taken;
  guint first_live;
  guint first_aside;
} DraftRow;

typedef struct
{
  KithRollArrangement row;
  guint first_live;
  guint first_aside;
} DraftArrangement;

/* Where a draft row comes in the worklist. */
typedef struct
{
  guint64 rank;
  guint row;
} Place;

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

static void
add_row (Draft *draft, guint school)
{
  DraftRow made = { make_row (draft->record, school), FALSE, draft->live->len, draft->aside->len };
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
  g_array_append_val (draft->rows, made);
}

/* Takes a row over where nothing is due; what the whole network decides is as it is now. */
static gboolean
take_row (Draft *draft, guint school)
{
  const KithRollRow *was =
      draft->due == NULL || draft->due[school] != 0
          ? NULL
          : kith_roll_find (draft->previous, draft->record->schools[school].record->urn);
  DraftRow made = { .is_taken = TRUE };

  if (was == NULL)
    return FALSE;
  made.row = *was;
  made.row.school = school;
  made.row.strength = draft->record->measures[school].strength;
  made.row.component = draft->record->measures[school].component;
  g_array_append_val (draft->rows, made);
  return TRUE;
}

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
      DraftArrangement made = { { .arrangement = g }, draft->live->len, draft->aside->len };
      KithFinding about = { .urn = KITH_INT_NONE };

      if (!is_listed (record, &record->arrangements[g]))
        continue;
      about.arrangement_id = record->arrangements[g].record->id;
      add_findings (draft, arrangement_finders, G_N_ELEMENTS (arrangement_finders), g, &about);
      sort_findings (draft->live, made.first_live);
      sort_findings (draft->aside, made.first_aside);
      made.row.n_findings = draft->live->len - made.first_live;
      made.row.n_set_aside = draft->aside->len - made.first_aside;
      g_array_append_val (draft->arrangements, made);
    }
}

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

static int
compare_places (const void *a, const void *b)
{
  const Place *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  return (one->row > other->row) - (one->row < other->row);
}

/* Rows are drafted in the order of their URNs. */
static Place *
order_rows (const Draft *draft)
{
  Place *places = g_new (Place, draft->rows->len + 1);

  for (guint r = 0; r < draft->rows->len; r++)
    {
      const KithRollRow *row = &g_array_index (draft->rows, DraftRow, r).row;

      places[r] = (Place){ rank_row (row, draft->record->schools[row->school].record), r };
    }
  qsort (places, draft->rows->len, sizeof *places, compare_places);
  return places;
}

static gboolean
draft_rows (Draft *draft, KithJob *job, GError **error)
{
  const KithRecord *record = draft->record;

  for (guint i = 0; i < record->n_schools; i++)
    {
      if (!kith_job_step (job, i, record->n_schools, error))
        return FALSE;
      if (record->schools[i].is_home && !take_row (draft, i))
        add_row (draft, i);
    }
  return TRUE;
}

/* Copies findings behind those that are there, and says where. */
static const KithFinding *
copy_findings (KithFinding *into, guint *n_there, const KithFinding *from, guint n)
{
  KithFinding *first = &into[*n_there];

  for (guint f = 0; f < n; f++)
    first[f] = from[f];
  *n_there += n;
  return first;
}

static const KithFinding *
get_drafted (const GArray *findings, guint first, guint n)
{
  return n == 0 ? NULL : &g_array_index (findings, KithFinding, first);
}

/* How many findings the rows hold that do not stand in the draft. */
static void
count_taken (const Draft *draft, guint *n_live, guint *n_aside)
{
  *n_live = *n_aside = 0;
  for (guint r = 0; r < draft->rows->len; r++)
    {
      const DraftRow *made = &g_array_index (draft->rows, DraftRow, r);

      if (!made->is_taken)
        continue;
      *n_live += made->row.n_findings;
      *n_aside += made->row.n_set_aside;
    }
}

/* Rows in the order of the worklist, findings in the order of the rows. */
static void
take_rows (KithRoll *self, const Draft *draft, guint *n_aside)
{
  g_autofree Place *places = order_rows (draft);

  self->n_rows = draft->rows->len;
  self->rows = g_new (KithRollRow, self->n_rows + 1);
  self->row_of = g_new0 (guint, draft->record->n_schools + 1);
  for (guint r = 0; r < self->n_rows; r++)
    {
      const DraftRow *made = &g_array_index (draft->rows, DraftRow, places[r].row);
      KithRollRow *row = &self->rows[r];
      const KithFinding *live = made->row.findings, *aside = made->row.set_aside;

      *row = made->row;
      if (!made->is_taken)
        {
          live = get_drafted (draft->live, made->first_live, row->n_findings);
          aside = get_drafted (draft->aside, made->first_aside, row->n_set_aside);
        }
      row->findings = copy_findings (self->findings, &self->n_findings, live, row->n_findings);
      row->set_aside = copy_findings (self->aside, n_aside, aside, row->n_set_aside);
      self->row_of[row->school] = r;
      self->n_by_tier[row->tier]++;
    }
}

static void
take_arrangements (KithRoll *self, const Draft *draft, guint *n_aside)
{
  self->n_arrangements = draft->arrangements->len;
  self->arrangements = g_new (KithRollArrangement, self->n_arrangements + 1);
  for (guint a = 0; a < self->n_arrangements; a++)
    {
      const DraftArrangement *made = &g_array_index (draft->arrangements, DraftArrangement, a);
      KithRollArrangement *row = &self->arrangements[a];

      *row = made->row;
      row->findings = copy_findings (self->findings, &self->n_findings,
                                     get_drafted (draft->live, made->first_live, row->n_findings),
                                     row->n_findings);
      row->set_aside = copy_findings (
          self->aside, n_aside, get_drafted (draft->aside, made->first_aside, row->n_set_aside),
          row->n_set_aside);
    }
}

static void
take_draft (KithRoll *self, const Draft *draft)
{
  guint n_live, n_aside, n_aside_there = 0;

  count_taken (draft, &n_live, &n_aside);
  self->findings = g_new (KithFinding, n_live + draft->live->len + 1);
  self->aside = g_new (KithFinding, n_aside + draft->aside->len + 1);
  take_rows (self, draft, &n_aside_there);
  take_arrangements (self, draft, &n_aside_there);
}

/**
 * kith_roll_fill:
 * @self: a roll that has its record, and nothing more but perhaps a previous roll
 * @due: (nullable): as kith_touched_list() says, with a previous roll; %NULL for everything
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Finds what is due, takes over what is not, and puts the rows in order.
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_roll_fill (KithRoll *self, const guint *due, KithJob *job, GError **error)
{
  g_autoptr (KithAsides) asides = kith_asides_new (self->record->ledger);
  g_autoptr (GArray) live = g_array_sized_new (FALSE, FALSE, sizeof (KithFinding), 64);
  g_autoptr (GArray) aside = g_array_sized_new (FALSE, FALSE, sizeof (KithFinding), 64);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (DraftRow));
  g_autoptr (GArray) arrangements = g_array_new (FALSE, FALSE, sizeof (DraftArrangement));
  Draft draft = { self->record, self->previous, due,  asides,      self->wording,
                  live,         aside,          rows, arrangements };

  if (!draft_rows (&draft, job, error))
    return FALSE;
  draft_arrangements (&draft);
  take_draft (self, &draft);
  return TRUE;
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

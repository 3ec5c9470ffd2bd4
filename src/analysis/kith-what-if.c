/* kith-what-if.c: the system as it is, beside the system as it would be
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-what-if.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

struct _KithWhatIf
{
  gatomicrefcount n_refs;
  KithChangeset *changes;
  KithNetwork *before;
  KithNetwork *after;
  KithRoll *roll_before;
  KithRoll *roll_after;
  KithWhatIfSide sides[2];
  gint64 *urns[2];  /* of each side's schools, close together: they are looked up for each link */
  GArray *schools;  /* of KithWhatIfSchool */
  GArray *findings; /* of KithWhatIfFinding */
};

G_DEFINE_BOXED_TYPE (KithWhatIf, kith_what_if, kith_what_if_ref, kith_what_if_unref)

static guint
find_leader (guint *leaders, guint school)
{
  while (leaders[school] != school)
    school = leaders[school] = leaders[leaders[school]];
  return school;
}

/**
 * kith_what_if_measure:
 * @side: (out caller-allocates): what is counted
 *
 * Counts a network's pieces and how broken up it is.
 *
 * Cost: O(n + m). No random numbers.
 * Source: Borgatti (2006), Comput. Math. Organ. Theory 12, 21–34.
 */
void
kith_what_if_measure (KithNetwork *network, KithWhatIfSide *side)
{
  guint n, n_edges;
  const KithEdge *edges = kith_network_get_edges (network, &n_edges);
  g_autofree guint *leaders = NULL;
  g_autofree guint *sizes = NULL;
  double joined = 0;

  kith_network_get_schools (network, &n);
  leaders = g_new (guint, n + 1);
  sizes = g_new0 (guint, n + 1);
  *side = (KithWhatIfSide){ .n_schools = n, .n_links = n_edges, .fragmentation = NAN };
  for (guint i = 0; i < n; i++)
    leaders[i] = i;
  for (guint e = 0; e < n_edges; e++)
    leaders[find_leader (leaders, edges[e].a)] = find_leader (leaders, edges[e].b);
  for (guint i = 0; i < n; i++)
    sizes[find_leader (leaders, i)]++;
  for (guint i = 0; i < n; i++)
    {
      side->n_alone += sizes[i] == 1;
      side->n_components += sizes[i] > 0;
      side->largest = MAX (side->largest, sizes[i]);
      if (sizes[i] > 1)
        joined += (double)sizes[i] * (sizes[i] - 1.0);
    }
  if (n >= 2)
    side->fragmentation = 1 - joined / ((double)n * (n - 1.0));
}

static gint64 *
list_urns (KithNetwork *network)
{
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);
  gint64 *urns = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    urns[i] = schools[i].record->urn;
  return urns;
}

/* Schools tied are by URN on both sides. */
static void
compare_links (const KithWhatIf *self, KithWhatIfSchool *school)
{
  const gint64 *was = self->urns[0], *is = self->urns[1];
  guint n_old = 0, n_new = 0, o = 0, e = 0;
  const KithTied *old_tied = school->before == KITH_INDEX_NONE
                                 ? NULL
                                 : kith_network_get_tied (self->before, school->before, &n_old);
  const KithTied *new_tied = school->after == KITH_INDEX_NONE
                                 ? NULL
                                 : kith_network_get_tied (self->after, school->after, &n_new);

  school->n_links_before = n_old;
  school->n_links_after = n_new;
  while (o < n_old || e < n_new)
    {
      gint64 old_urn = o < n_old ? was[old_tied[o].school] : G_MAXINT64;
      gint64 new_urn = e < n_new ? is[new_tied[e].school] : G_MAXINT64;

      o += old_urn <= new_urn;
      e += new_urn <= old_urn;
      school->n_lost += old_urn < new_urn;
      school->n_gained += new_urn < old_urn;
    }
}

/* Each school of either side once, by URN. */
static gboolean
next_school (const KithWhatIf *self, guint *o, guint *e, KithWhatIfSchool *school)
{
  guint n_old, n_new;
  const KithNetworkSchool *was = kith_network_get_schools (self->before, &n_old);
  const KithNetworkSchool *is = kith_network_get_schools (self->after, &n_new);
  gint64 old_urn = *o < n_old ? self->urns[0][*o] : G_MAXINT64;
  gint64 new_urn = *e < n_new ? self->urns[1][*e] : G_MAXINT64;

  if (*o >= n_old && *e >= n_new)
    return FALSE;
  *school = (KithWhatIfSchool){
    .record = new_urn <= old_urn ? is[*e].record : was[*o].record,
    .before = old_urn <= new_urn ? (*o)++ : KITH_INDEX_NONE,
    .after = new_urn <= old_urn ? (*e)++ : KITH_INDEX_NONE,
    .tier_before = KITH_N_TIERS,
    .tier_after = KITH_N_TIERS,
  };
  return TRUE;
}

static gboolean
has_lost_all (const KithWhatIfSchool *school)
{
  return school->after != KITH_INDEX_NONE && school->n_links_before > 0 &&
         school->n_links_after == 0;
}

/* First what has gone, then who is left without a link, then who loses most. */
static int
compare_schools (gconstpointer a, gconstpointer b)
{
  const KithWhatIfSchool *one = a, *other = b;
  int order = (other->after == KITH_INDEX_NONE) - (one->after == KITH_INDEX_NONE);

  if (order == 0)
    order = has_lost_all (other) - has_lost_all (one);
  if (order == 0)
    order = (other->n_lost > one->n_lost) - (other->n_lost < one->n_lost);
  if (order == 0)
    order = (other->n_gained > one->n_gained) - (other->n_gained < one->n_gained);
  return order != 0
             ? order
             : (one->record->urn > other->record->urn) - (one->record->urn < other->record->urn);
}

static void
list_schools (KithWhatIf *self)
{
  KithWhatIfSchool school;
  guint o = 0, e = 0;

  while (next_school (self, &o, &e, &school))
    {
      compare_links (self, &school);
      if (school.n_lost > 0 || school.n_gained > 0 || school.before == KITH_INDEX_NONE ||
          school.after == KITH_INDEX_NONE)
        g_array_append_val (self->schools, school);
    }
  g_array_sort (self->schools, compare_schools);
}

/**
 * kith_what_if_new:
 * @before: the whole system as it is
 * @changes: of the ledger of @before
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Compares the network with what it would be; kith_what_if_find() compares the findings.
 *
 * Returns: (transfer full): the comparison, or %NULL
 */
KithWhatIf *
kith_what_if_new (KithNetwork *before, KithChangeset *changes, KithJob *job, GError **error)
{
  g_autoptr (KithWhatIf) self = NULL;
  g_autoptr (KithLedger) ledger = NULL;

  g_return_val_if_fail (kith_changeset_get_base (changes) == kith_network_get_ledger (before),
                        NULL);

  self = g_new0 (KithWhatIf, 1);
  g_atomic_ref_count_init (&self->n_refs);
  self->changes = kith_changeset_ref (changes);
  self->before = kith_network_ref (before);
  self->schools = g_array_new (FALSE, FALSE, sizeof (KithWhatIfSchool));
  self->findings = g_array_new (FALSE, FALSE, sizeof (KithWhatIfFinding));
  ledger = kith_changeset_apply (changes, kith_ledger_get_head (kith_network_get_ledger (before)));
  self->after = kith_network_new_from (before, ledger, kith_network_get_date (before), job, error);
  if (self->after == NULL)
    return NULL;
  self->urns[0] = list_urns (self->before);
  self->urns[1] = list_urns (self->after);
  kith_what_if_measure (self->before, &self->sides[0]);
  kith_what_if_measure (self->after, &self->sides[1]);
  list_schools (self);
  return g_steal_pointer (&self);
}

static const KithFinding *
find_code (const KithFinding *findings, guint n, KithFindingCode code)
{
  for (guint f = 0; f < n; f++)
    if (findings[f].code == code)
      return &findings[f];
  return NULL;
}

/* Both are in order. Of nearly all schools nothing differs. */
static gboolean
are_same (const KithFinding *was, guint n_was, const KithFinding *is, guint n_is)
{
  if (n_was != n_is)
    return FALSE;
  for (guint f = 0; f < n_was; f++)
    if (was[f].code != is[f].code || was[f].severity != is[f].severity)
      return FALSE;
  return TRUE;
}

static void
compare_findings (KithWhatIf *self,
                  gint64 urn,
                  const KithFinding *was,
                  guint n_was,
                  const KithFinding *is,
                  guint n_is)
{
  if (are_same (was, n_was, is, n_is))
    return;
  for (guint code = 0; code < KITH_N_FINDINGS; code++)
    {
      KithWhatIfFinding finding = { urn, find_code (was, n_was, (KithFindingCode)code),
                                    find_code (is, n_is, (KithFindingCode)code) };

      if (finding.before == NULL && finding.after == NULL)
        continue;
      if (finding.before == NULL || finding.after == NULL ||
          finding.before->severity != finding.after->severity)
        g_array_append_val (self->findings, finding);
    }
}

static gint64
get_arrangement_id (KithNetwork *network, const KithRollArrangement *row)
{
  return kith_network_get_arrangements (network, &(guint){ 0 })[row->arrangement].record->id;
}

/* Both rolls have them by their keys. */
static void
compare_arrangements (KithWhatIf *self)
{
  static const KithRollArrangement none;
  guint n_old, n_new, o = 0, e = 0;
  const KithRollArrangement *was = kith_roll_get_arrangements (self->roll_before, &n_old);
  const KithRollArrangement *is = kith_roll_get_arrangements (self->roll_after, &n_new);

  while (o < n_old || e < n_new)
    {
      gint64 old_id = o < n_old ? get_arrangement_id (self->before, &was[o]) : G_MAXINT64;
      gint64 new_id = e < n_new ? get_arrangement_id (self->after, &is[e]) : G_MAXINT64;
      const KithRollArrangement *before = old_id <= new_id ? &was[o++] : &none;
      const KithRollArrangement *after = new_id <= old_id ? &is[e++] : &none;

      compare_findings (self, KITH_INT_NONE, before->findings, before->n_findings, after->findings,
                        after->n_findings);
    }
}

static const KithRollRow *
find_row (KithRoll *roll, const gint64 *urns, guint school)
{
  return school == KITH_INDEX_NONE ? NULL : kith_roll_find (roll, urns[school]);
}

static void
compare_rolls (KithWhatIf *self)
{
  g_autoptr (GHashTable) touched = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) schools = g_array_new (FALSE, FALSE, sizeof (KithWhatIfSchool));
  KithWhatIfSchool school;
  guint o = 0, e = 0;

  for (guint s = 0; s < self->schools->len; s++)
    g_hash_table_add (touched,
                      (gpointer)&g_array_index (self->schools, KithWhatIfSchool, s).record->urn);
  while (next_school (self, &o, &e, &school))
    {
      const KithRollRow *was = find_row (self->roll_before, self->urns[0], school.before);
      const KithRollRow *is = find_row (self->roll_after, self->urns[1], school.after);
      guint n_findings = self->findings->len;

      school.tier_before = was != NULL ? was->tier : KITH_N_TIERS;
      school.tier_after = is != NULL ? is->tier : KITH_N_TIERS;
      compare_findings (self, school.record->urn, was != NULL ? was->findings : NULL,
                        was != NULL ? was->n_findings : 0, is != NULL ? is->findings : NULL,
                        is != NULL ? is->n_findings : 0);
      if (self->findings->len == n_findings && school.tier_before == school.tier_after &&
          !g_hash_table_contains (touched, &school.record->urn))
        continue;
      compare_links (self, &school);
      g_array_append_val (schools, school);
    }
  compare_arrangements (self);
  g_array_sort (schools, compare_schools);
  g_clear_pointer (&self->schools, g_array_unref);
  self->schools = g_array_ref (schools);
}

/**
 * kith_what_if_find:
 * @before: the roll of the network before
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Asks for the findings as well: those that come and go, and the tiers that move. Schools are
 * those that the change touches in links, findings or tier from now on. To be called once,
 * before @self is shared.
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_what_if_find (KithWhatIf *self, KithRoll *before, KithJob *job, GError **error)
{
  g_return_val_if_fail (self->roll_after == NULL, FALSE);
  g_return_val_if_fail (kith_roll_get_network (before) == self->before, FALSE);

  self->roll_after = kith_roll_new_from (before, self->after, self->changes, job, error);
  if (self->roll_after == NULL)
    return FALSE;
  self->roll_before = kith_roll_ref (before);
  compare_rolls (self);
  return TRUE;
}

/**
 * kith_what_if_ref:
 *
 * Returns: (transfer full): @self
 */
KithWhatIf *
kith_what_if_ref (KithWhatIf *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_what_if_unref:
 * @self: (transfer full) (nullable): a comparison
 */
void
kith_what_if_unref (KithWhatIf *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_free (self->urns[0]);
  g_free (self->urns[1]);
  g_array_unref (self->schools);
  g_array_unref (self->findings);
  kith_roll_unref (self->roll_before);
  kith_roll_unref (self->roll_after);
  kith_network_unref (self->before);
  kith_network_unref (self->after);
  kith_changeset_unref (self->changes);
  g_free (self);
}

/**
 * kith_what_if_get_before:
 *
 * Returns: (transfer none): the whole system as it is
 */
KithNetwork *
kith_what_if_get_before (const KithWhatIf *self)
{
  return self->before;
}

/**
 * kith_what_if_get_after:
 *
 * Returns: (transfer none): as it would be
 */
KithNetwork *
kith_what_if_get_after (const KithWhatIf *self)
{
  return self->after;
}

/**
 * kith_what_if_get_roll:
 *
 * Returns: (transfer none) (nullable): the roll before, or after; %NULL before
 *   kith_what_if_find()
 */
KithRoll *
kith_what_if_get_roll (const KithWhatIf *self, gboolean is_after)
{
  return is_after ? self->roll_after : self->roll_before;
}

/**
 * kith_what_if_get_side:
 *
 * Returns: (transfer none): the counts before, or after
 */
const KithWhatIfSide *
kith_what_if_get_side (const KithWhatIf *self, gboolean is_after)
{
  return &self->sides[is_after ? 1 : 0];
}

/**
 * kith_what_if_get_schools:
 * @n_schools: (out): how many
 *
 * Returns: (transfer none) (array length=n_schools): those that the change touches: first what
 *   has gone, then who is left without a link, then who loses most
 */
const KithWhatIfSchool *
kith_what_if_get_schools (const KithWhatIf *self, guint *n_schools)
{
  *n_schools = self->schools->len;
  return (const KithWhatIfSchool *)(gpointer)self->schools->data;
}

/**
 * kith_what_if_get_findings:
 * @n_findings: (out): how many
 *
 * Returns: (transfer none) (array length=n_findings): findings that come, go or change their
 *   severity, by school; none before kith_what_if_find()
 */
const KithWhatIfFinding *
kith_what_if_get_findings (const KithWhatIf *self, guint *n_findings)
{
  *n_findings = self->findings->len;
  return (const KithWhatIfFinding *)(gpointer)self->findings->data;
}

/* kith-diff.c: what changed in the system between two days
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-diff-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many names are told before “and 7 others”. */
#define MOST_NAMES 4

struct _KithDiff
{
  gatomicrefcount n_refs;
  KithRoll *rolls[2];
  KithWording *wording;
  GArray *items; /* of KithDiffItem */
  GArray *pairs; /* of KithDiffPair */
  guint n_decisions;
  guint n_of_kind[KITH_N_DIFFS];
};

G_DEFINE_BOXED_TYPE (KithDiff, kith_diff, kith_diff_ref, kith_diff_unref)

static const struct
{
  const char *key, *words;
} kinds[KITH_N_DIFFS] = {
  [KITH_DIFF_OPENED] = { "opened", N_ ("Opened") },
  [KITH_DIFF_CLOSED] = { "closed", N_ ("Closed") },
  [KITH_DIFF_CONVERTED] = { "converted", N_ ("Went on under another number") },
  [KITH_DIFF_MERGED] = { "merged", N_ ("Became one school") },
  [KITH_DIFF_MOVED_TRUST] = { "moved-trust", N_ ("Moved trust") },
  [KITH_DIFF_MOVED_AUTHORITY] = { "moved-authority", N_ ("Moved authority") },
  [KITH_DIFF_NEW_LINKS] = { "new-links", N_ ("New links") },
  [KITH_DIFF_LOST_LINKS] = { "lost-links", N_ ("Lost links") },
  [KITH_DIFF_FINDING_CAME] = { "finding-came", N_ ("Findings that came") },
  [KITH_DIFF_FINDING_CHANGED] = { "finding-changed", N_ ("Findings graver or less grave") },
  [KITH_DIFF_FINDING_RETURNED] = { "finding-returned",
                                   N_ ("Findings that are no longer set aside") },
  [KITH_DIFF_FINDING_SET_ASIDE] = { "finding-set-aside", N_ ("Findings that were set aside") },
  [KITH_DIFF_FINDING_WENT] = { "finding-went", N_ ("Findings that went") },
  [KITH_DIFF_TIER_MOVED] = { "tier-moved", N_ ("Tiers that moved") },
};

/**
 * kith_comparing_add:
 * @day: when, or unknown
 * @urn: of the school, or %KITH_INT_NONE
 *
 * Adds an item in the words that @self's wording holds by now.
 *
 * Returns: (transfer none): it, until the next is added
 */
KithDiffItem *
kith_comparing_add (KithComparing *self, KithDiffKind kind, KithDate day, gint64 urn)
{
  KithDiffItem item = {
    .kind = kind,
    .day = day,
    .urn = urn,
    .arrangement_id = KITH_INT_NONE,
    .name = urn == KITH_INT_NONE ? NULL : kith_comparing_get_name (self, urn),
    .code = KITH_N_FINDINGS,
    .story = kith_wording_keep (self->wording),
  };

  g_array_append_val (self->items, item);
  return &g_array_index (self->items, KithDiffItem, self->items->len - 1);
}

/**
 * kith_comparing_get_school:
 * @urn: of a school
 *
 * Returns: (transfer none) (nullable): its row
 */
const KithSchool *
kith_comparing_get_school (const KithComparing *self, gint64 urn)
{
  return kith_ledger_find (self->records[KITH_AFTER]->ledger, KITH_TABLE_SCHOOL, urn);
}

/**
 * kith_comparing_get_name:
 * @urn: of a school
 *
 * Returns: (transfer none): its name, for sentences
 */
const char *
kith_comparing_get_name (const KithComparing *self, gint64 urn)
{
  const KithSchool *school = kith_comparing_get_school (self, urn);

  return school != NULL && school->name != NULL ? school->name : _ ("a school without a name");
}

/**
 * kith_comparing_keep_names:
 * @urns: (array length=n): of schools
 *
 * Returns: (transfer none): "A, B and 7 others", as long as the wording lives
 */
const char *
kith_comparing_keep_names (const KithComparing *self, const gint64 *urns, guint n)
{
  const char *names[MOST_NAMES + 2] = { NULL };
  char number[KITH_NUMBER_SIZE];
  g_autofree char *rest = NULL;
  g_autofree char *list = NULL;
  guint n_told = n <= MOST_NAMES + 1 ? MIN (n, MOST_NAMES + 1) : MOST_NAMES;

  for (guint u = 0; u < n_told; u++)
    names[u] = kith_comparing_get_name (self, urns[u]);
  if (n_told < n)
    {
      rest = g_strdup_printf (_ ("%s others"), kith_number_format (n - n_told, FALSE, number));
      names[n_told] = rest;
    }
  list = kith_text_dup_list (names);
  kith_wording_join (self->wording, "%s", list);
  return kith_wording_keep (self->wording);
}

/**
 * kith_comparing_find_member:
 * @side: before or after
 * @school: index there
 * @arrangement: index there
 *
 * Returns: (transfer none) (nullable): its active membership
 */
const KithNetworkMember *
kith_comparing_find_member (const KithComparing *self, guint side, guint school, guint arrangement)
{
  KithNetwork *network = self->records[side]->network;
  guint n;
  const guint *memberships;

  if (school == KITH_INDEX_NONE || arrangement == KITH_INDEX_NONE)
    return NULL;
  memberships = kith_network_get_memberships (network, school, &n);
  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *member = kith_network_get_member (network, memberships[m]);

      if (member->arrangement == arrangement)
        return member;
    }
  return NULL;
}

/* What needs a decision, then by kind, the gravest, by day, by school, by arrangement. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const KithDiffItem *one = a, *other = b;
  int order = (one->decision == NULL) - (other->decision == NULL);

  if (order == 0)
    order = (one->kind > other->kind) - (one->kind < other->kind);
  if (order == 0)
    order = other->is_grave - one->is_grave;
  if (order == 0)
    order = (one->day > other->day) - (one->day < other->day);
  if (order == 0)
    order = (one->urn > other->urn) - (one->urn < other->urn);
  if (order == 0)
    order = (one->arrangement_id > other->arrangement_id) -
            (one->arrangement_id < other->arrangement_id);
  return order != 0 ? order : (one->code > other->code) - (one->code < other->code);
}

static void
clear_comparing (KithComparing *self)
{
  g_array_unref (self->schools);
  g_hash_table_unref (self->followers);
  g_hash_table_unref (self->heirs);
  g_hash_table_unref (self->merged);
  kith_predecessors_free (self->predecessors);
  kith_row_index_free (self->actions);
  kith_row_index_free (self->posts);
  kith_row_index_free (self->leads);
}

static gboolean
compare (KithComparing *self, KithJob *job, GError **error)
{
  static void (*const steps[]) (KithComparing * self) = {
    kith_comparing_match_schools,
    kith_comparing_add_schools,
    kith_comparing_add_links,
    kith_comparing_add_findings,
  };

  for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
    {
      if (!kith_job_step (job, s, G_N_ELEMENTS (steps), error))
        return FALSE;
      steps[s](self);
    }
  return TRUE;
}

/**
 * kith_diff_new:
 * @before: the roll of the earlier day
 * @after: of the same ledger, on a later day
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Cost: O(n + m log m) for schools and links, and what the sentences take.
 *
 * Returns: (transfer full): what changed, or %NULL
 */
KithDiff *
kith_diff_new (KithRoll *before, KithRoll *after, KithJob *job, GError **error)
{
  g_autoptr (KithDiff) self = NULL;
  KithLedger *ledger = kith_network_get_ledger (kith_roll_get_network (after));
  KithComparing comparing;
  gboolean is_done;

  g_return_val_if_fail (kith_network_get_ledger (kith_roll_get_network (before)) == ledger, NULL);

  self = g_new0 (KithDiff, 1);
  g_atomic_ref_count_init (&self->n_refs);
  self->rolls[KITH_BEFORE] = kith_roll_ref (before);
  self->rolls[KITH_AFTER] = kith_roll_ref (after);
  self->wording = kith_wording_new ();
  self->items = g_array_new (FALSE, FALSE, sizeof (KithDiffItem));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (KithDiffPair));
  comparing = (KithComparing){
    .records = { kith_roll_get_record (before), kith_roll_get_record (after) },
    .rolls = { before, after },
    .schools = g_array_new (FALSE, FALSE, sizeof (KithDiffSchool)),
    .followers =
        g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref),
    .heirs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
    .merged = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
    .predecessors =
        kith_predecessors_new (ledger, kith_network_get_date (kith_roll_get_network (after))),
    .wording = self->wording,
    .items = self->items,
    .pairs = self->pairs,
    .actions = kith_row_index_new (ledger, KITH_TABLE_ACTION, "urn"),
    .posts = kith_row_index_new (ledger, KITH_TABLE_POST, "urn"),
    .leads = kith_row_index_new (ledger, KITH_TABLE_ARRANGEMENT, "lead_urn"),
  };
  is_done = compare (&comparing, job, error);
  clear_comparing (&comparing);
  if (!is_done)
    return NULL;
  g_array_sort (self->items, compare_items);
  for (guint i = 0; i < self->items->len; i++)
    {
      const KithDiffItem *item = &g_array_index (self->items, KithDiffItem, i);

      self->n_of_kind[item->kind] += item->n_pairs > 0 ? item->n_pairs : 1;
      self->n_decisions += item->decision != NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * kith_diff_new_since:
 * @after: the roll of the later day
 * @since: the earlier day
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Calls the roll of the earlier day as well.
 *
 * Returns: (transfer full): what changed, or %NULL
 */
KithDiff *
kith_diff_new_since (KithRoll *after, KithDate since, KithJob *job, GError **error)
{
  KithLedger *ledger = kith_network_get_ledger (kith_roll_get_network (after));
  g_autoptr (KithNetwork) network = kith_network_new (ledger, since, job, error);
  g_autoptr (KithRoll) before = network == NULL ? NULL : kith_roll_new (network, job, error);

  return before == NULL ? NULL : kith_diff_new (before, after, job, error);
}

/**
 * kith_diff_ref:
 *
 * Returns: (transfer full): @self
 */
KithDiff *
kith_diff_ref (KithDiff *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * kith_diff_unref:
 * @self: (transfer full) (nullable): what changed
 */
void
kith_diff_unref (KithDiff *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_refs))
    return;
  for (guint i = 0; i < self->items->len; i++)
    g_free ((gint64 *)g_array_index (self->items, KithDiffItem, i).others);
  g_array_unref (self->items);
  g_array_unref (self->pairs);
  kith_wording_free (self->wording);
  kith_roll_unref (self->rolls[KITH_BEFORE]);
  kith_roll_unref (self->rolls[KITH_AFTER]);
  g_free (self);
}

/**
 * kith_diff_get_roll:
 *
 * Returns: (transfer none): the roll of the later day, or of the earlier
 */
KithRoll *
kith_diff_get_roll (const KithDiff *self, gboolean is_after)
{
  return self->rolls[is_after ? KITH_AFTER : KITH_BEFORE];
}

/**
 * kith_diff_get_items:
 * @n_items: (out): how many
 *
 * Returns: (transfer none) (array length=n_items): what changed: first what needs a decision,
 *   then by kind
 */
const KithDiffItem *
kith_diff_get_items (const KithDiff *self, guint *n_items)
{
  *n_items = self->items->len;
  return (const KithDiffItem *)(gpointer)self->items->data;
}

/**
 * kith_diff_get_pairs:
 * @item: one of its own, of links
 *
 * Returns: (transfer none) (array length=n_pairs): the pairs of schools that it is about
 */
const KithDiffPair *
kith_diff_get_pairs (const KithDiff *self, const KithDiffItem *item)
{
  return item->n_pairs == 0 ? NULL : &g_array_index (self->pairs, KithDiffPair, item->first_pair);
}

/**
 * kith_diff_count:
 *
 * Returns: how many changes of a kind there are; of links the pairs of schools
 */
guint
kith_diff_count (const KithDiff *self, KithDiffKind kind)
{
  g_return_val_if_fail (kind < KITH_N_DIFFS, 0);

  return self->n_of_kind[kind];
}

/**
 * kith_diff_count_decisions:
 *
 * Returns: how many changes need a decision
 */
guint
kith_diff_count_decisions (const KithDiff *self)
{
  return self->n_decisions;
}

/* “opened 3, new links 1,404”: those kinds that occur. */
static char *
dup_counts (const KithDiff *self)
{
  static const struct
  {
    KithDiffKind kind;
    const char *words;
  } counted[] = {
    { KITH_DIFF_OPENED, N_ ("opened %s") },
    { KITH_DIFF_CLOSED, N_ ("closed %s") },
    { KITH_DIFF_CONVERTED, N_ ("went on under another number %s") },
    { KITH_DIFF_MERGED, N_ ("became one school %s") },
    { KITH_DIFF_MOVED_TRUST, N_ ("moved trust %s") },
    { KITH_DIFF_MOVED_AUTHORITY, N_ ("moved authority %s") },
    { KITH_DIFF_NEW_LINKS, N_ ("new links %s") },
    { KITH_DIFF_LOST_LINKS, N_ ("lost links %s") },
    { KITH_DIFF_FINDING_CAME, N_ ("findings that came %s") },
    { KITH_DIFF_FINDING_WENT, N_ ("findings that went %s") },
    { KITH_DIFF_TIER_MOVED, N_ ("schools that moved tier %s") },
  };
  GString *text = g_string_new (NULL);

  for (guint c = 0; c < G_N_ELEMENTS (counted); c++)
    if (self->n_of_kind[counted[c].kind] > 0)
      {
        g_autofree char *count = kith_text_dup_count (self->n_of_kind[counted[c].kind]);

        g_string_append (text, text->len > 0 ? ", " : "");
        g_string_append_printf (text, _ (counted[c].words), count);
      }
  return g_string_free (text, FALSE);
}

/**
 * kith_diff_dup_headline:
 *
 * Returns: (transfer full): what changed, in a sentence or two
 */
char *
kith_diff_dup_headline (const KithDiff *self)
{
  g_autofree char *since = kith_date_dup_text (
      kith_network_get_date (kith_roll_get_network (self->rolls[KITH_BEFORE])), KITH_DATE_LONG);
  g_autofree char *until = kith_date_dup_text (
      kith_network_get_date (kith_roll_get_network (self->rolls[KITH_AFTER])), KITH_DATE_LONG);
  g_autofree char *counts = NULL;
  GString *text = g_string_new (NULL);

  if (self->items->len == 0)
    {
      g_string_append_printf (text, _ ("Nothing changed between %s and %s."), since, until);
      return g_string_free (text, FALSE);
    }
  counts = dup_counts (self);
  if (counts[0] != '\0')
    g_string_append_printf (text, _ ("Between %s and %s: %s."), since, until, counts);
  else
    g_string_append_printf (text, _ ("Between %s and %s findings were set aside, or changed."),
                            since, until);
  if (self->n_decisions > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u change needs a decision.",
                                           "%u changes need a decision.", self->n_decisions),
                              self->n_decisions);
    }
  return g_string_free (text, FALSE);
}

/**
 * kith_diff_kind_get_key:
 *
 * Returns: (transfer none): for programs: "moved-trust"
 */
const char *
kith_diff_kind_get_key (KithDiffKind kind)
{
  g_return_val_if_fail (kind < KITH_N_DIFFS, NULL);

  return kinds[kind].key;
}

/**
 * kith_diff_kind_get_words:
 *
 * Returns: (transfer none): a heading over changes of the kind, translated
 */
const char *
kith_diff_kind_get_words (KithDiffKind kind)
{
  g_return_val_if_fail (kind < KITH_N_DIFFS, NULL);

  return _ (kinds[kind].words);
}

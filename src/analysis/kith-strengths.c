/* kith-strengths.c: who needs help with what, and who is strong at it, as at a date
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-strengths.h"

#include <stdlib.h>
#include <string.h>

/* What finding 5 of METHODS, section 4, looks at, and finding 10 does not. */
#define SEEKING_A_TRUST "seeking a trust"

/* Needs are by school, then area; strengths by area, then kind and key. */
struct _KithStrengths
{
  KithLedger *ledger;
  GHashTable *numbers; /* of each area, by its key, from 1 */
  GPtrArray *areas;    /* as first written */
  GArray *needs;
  GArray *strong;
  guint *first_strong; /* of each area */
  GHashTable *schools; /* with any strength; keys belong to strong */
  guint trust;         /* the area of a school that seeks one */
};

static guint
take_area (KithStrengths *self, const char *text)
{
  char *key = kith_text_dup_key (text);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  if (number != 0)
    {
      g_free (key);
      return number - 1;
    }
  g_ptr_array_add (self->areas, g_strstrip (g_strdup (text)));
  g_hash_table_insert (self->numbers, key, GUINT_TO_POINTER (self->areas->len));
  return self->areas->len - 1;
}

static gboolean
is_ended (const char *level)
{
  g_autofree char *key = kith_text_dup_key (level);

  return strcmp (key, "0") == 0 || strcmp (key, "met") == 0;
}

/* Rows stand in the order of their keys: of two on one day the one recorded last comes later. */
static int
compare_needs (const void *a, const void *b)
{
  const KithNeeded *one = a, *other = b;

  if (one->urn != other->urn)
    return one->urn < other->urn ? -1 : 1;
  if (one->area != other->area)
    return one->area < other->area ? -1 : 1;
  if (one->record->date != other->record->date)
    return one->record->date < other->record->date ? -1 : 1;
  return (one->record > other->record) - (one->record < other->record);
}

static int
compare_strong (const void *a, const void *b)
{
  const KithStrong *one = a, *other = b;

  if (one->area != other->area)
    return one->area < other->area ? -1 : 1;
  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if (one->id != other->id)
    return one->id < other->id ? -1 : 1;
  if (one->record->date != other->record->date)
    return one->record->date < other->record->date ? -1 : 1;
  return (one->record > other->record) - (one->record < other->record);
}

static void
read_needs (KithStrengths *self, KithDate as_at)
{
  gsize n;
  const KithNeed *rows = kith_ledger_get_rows (self->ledger, KITH_TABLE_NEED, &n);
  GArray *needs = self->needs;
  guint n_kept = 0;

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn != KITH_INT_NONE && !kith_text_is_blank (rows[i].area) && rows[i].date <= as_at)
      {
        KithNeeded needed = { rows[i].urn, take_area (self, rows[i].area), &rows[i] };

        g_array_append_val (needs, needed);
      }
  g_array_sort (needs, compare_needs);
  for (guint i = 0; i < needs->len; i++)
    {
      const KithNeeded *at = &g_array_index (needs, KithNeeded, i);
      gboolean is_last = i + 1 == needs->len || at[1].urn != at->urn || at[1].area != at->area;

      if (is_last && !is_ended (at->record->level))
        g_array_index (needs, KithNeeded, n_kept++) = *at;
    }
  g_array_set_size (needs, n_kept);
}

static gboolean
read_holder (const KithExpertise *row, KithStrong *strong)
{
  if (row->urn != KITH_INT_NONE)
    *strong = (KithStrong){ .kind = KITH_HELPER_SCHOOL, .id = row->urn };
  else if (row->person_id != KITH_INT_NONE)
    *strong = (KithStrong){ .kind = KITH_HELPER_PERSON, .id = row->person_id };
  else
    *strong = (KithStrong){ .kind = KITH_HELPER_ORGANISATION, .id = row->organisation_id };
  strong->record = row;
  return strong->id != KITH_INT_NONE;
}

static void
read_strong (KithStrengths *self, KithDate as_at)
{
  gsize n;
  const KithExpertise *rows = kith_ledger_get_rows (self->ledger, KITH_TABLE_EXPERTISE, &n);
  GArray *all = self->strong;
  guint n_kept = 0;

  for (gsize i = 0; i < n; i++)
    {
      KithStrong strong;

      if (kith_text_is_blank (rows[i].area) || rows[i].date > as_at ||
          !read_holder (&rows[i], &strong))
        continue;
      strong.area = take_area (self, rows[i].area);
      g_array_append_val (all, strong);
    }
  g_array_sort (all, compare_strong);
  for (guint i = 0; i < all->len; i++)
    {
      const KithStrong *at = &g_array_index (all, KithStrong, i);
      gboolean is_last = i + 1 == all->len || at[1].area != at->area || at[1].kind != at->kind ||
                         at[1].id != at->id;

      if (is_last && !is_ended (at->record->level))
        g_array_index (all, KithStrong, n_kept++) = *at;
    }
  g_array_set_size (all, n_kept);
}

/* Which schools they are, and where each area begins. */
static void
find_schools (KithStrengths *self, KithNetwork *network)
{
  self->first_strong = g_new0 (guint, self->areas->len + 1);
  for (guint i = 0; i < self->strong->len; i++)
    {
      KithStrong *strong = &g_array_index (self->strong, KithStrong, i);

      self->first_strong[strong->area + 1] = i + 1;
      strong->school = KITH_INDEX_NONE;
      if (strong->kind != KITH_HELPER_SCHOOL)
        continue;
      strong->school = kith_network_find_school (network, strong->id);
      g_hash_table_add (self->schools, &strong->id);
    }
  for (guint area = 0; area < self->areas->len; area++)
    self->first_strong[area + 1] = MAX (self->first_strong[area + 1], self->first_strong[area]);
}

/**
 * kith_strengths_new:
 * @network: the whole system as at one date: later rows do not count; one without a day comes
 *   before all others
 *
 * Of two rows on one day the one recorded last holds. Cost: O(n log n).
 *
 * Returns: (transfer full): needs and strengths
 */
KithStrengths *
kith_strengths_new (KithNetwork *network)
{
  KithStrengths *self = g_new0 (KithStrengths, 1);
  KithDate as_at = kith_network_get_date (network);

  self->ledger = kith_ledger_ref (kith_network_get_ledger (network));
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->areas = g_ptr_array_new_with_free_func (g_free);
  self->needs = g_array_new (FALSE, FALSE, sizeof (KithNeeded));
  self->strong = g_array_new (FALSE, FALSE, sizeof (KithStrong));
  self->schools = g_hash_table_new (g_int64_hash, g_int64_equal);
  read_needs (self, as_at);
  read_strong (self, as_at);
  find_schools (self, network);
  self->trust = kith_strengths_find_area (self, SEEKING_A_TRUST);
  return self;
}

/**
 * kith_strengths_free:
 * @self: (transfer full) (nullable): needs and strengths
 */
void
kith_strengths_free (KithStrengths *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->schools);
  g_free (self->first_strong);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->areas);
  g_array_unref (self->needs);
  g_array_unref (self->strong);
  kith_ledger_unref (self->ledger);
  g_free (self);
}

/**
 * kith_strengths_find_area:
 * @text: an area as somebody wrote it
 *
 * Returns: its number, or %KITH_AREA_NONE where no row on or before the date names it
 */
guint
kith_strengths_find_area (const KithStrengths *self, const char *text)
{
  g_autofree char *key = kith_text_dup_key (text);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  return number == 0 ? KITH_AREA_NONE : number - 1;
}

/**
 * kith_strengths_count_areas:
 *
 * Returns: how many areas anybody needs help with or is strong at
 */
guint
kith_strengths_count_areas (const KithStrengths *self)
{
  return self->areas->len;
}

/**
 * kith_strengths_get_area:
 *
 * Returns: (transfer none): the area as it was first written
 */
const char *
kith_strengths_get_area (const KithStrengths *self, guint area)
{
  g_return_val_if_fail (area < self->areas->len, NULL);
  return g_ptr_array_index (self->areas, area);
}

/**
 * kith_strengths_is_trust:
 *
 * Returns: whether the area is "Seeking a trust", which nobody is strong at
 */
gboolean
kith_strengths_is_trust (const KithStrengths *self, guint area)
{
  return area == self->trust;
}

/**
 * kith_strengths_get_needs:
 * @urn: of a school
 * @n_needs: (out): how many
 *
 * Cost: O(log n).
 *
 * Returns: (nullable) (transfer none) (array length=n_needs): what it needs help with
 */
const KithNeeded *
kith_strengths_get_needs (const KithStrengths *self, gint64 urn, guint *n_needs)
{
  guint low = 0, high = self->needs->len, end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->needs, KithNeeded, middle).urn < urn)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < self->needs->len && g_array_index (self->needs, KithNeeded, end).urn == urn;
       end++)
    ;
  *n_needs = end - low;
  return *n_needs > 0 ? &g_array_index (self->needs, KithNeeded, low) : NULL;
}

/**
 * kith_strengths_get_strong:
 * @area: a number
 * @n_strong: (out): how many
 *
 * Cost: O(log n).
 *
 * Returns: (nullable) (transfer none) (array length=n_strong): who is strong at it: schools by
 *   URN, then people, then organisations
 */
const KithStrong *
kith_strengths_get_strong (const KithStrengths *self, guint area, guint *n_strong)
{
  guint first;

  g_return_val_if_fail (area < self->areas->len, NULL);

  first = self->first_strong[area];
  *n_strong = self->first_strong[area + 1] - first;
  return *n_strong > 0 ? &g_array_index (self->strong, KithStrong, first) : NULL;
}

/**
 * kith_strengths_has_any:
 * @urn: of a school
 *
 * Returns: whether anything at all is on record that it is strong at
 */
gboolean
kith_strengths_has_any (const KithStrengths *self, gint64 urn)
{
  return g_hash_table_contains (self->schools, &urn);
}

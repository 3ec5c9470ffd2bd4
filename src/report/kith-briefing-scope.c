/* kith-briefing-scope.c: what a briefing is about
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-private.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * kith_briefing_is_whole:
 *
 * Returns: whether it tells of every school on the roll
 */
gboolean
kith_briefing_is_whole (const KithBriefingDraft *draft)
{
  return draft->options->urn == 0 && draft->options->arrangement_id == 0;
}

/* one school, and the arrangements that it is in */
static gboolean
take_school (KithBriefingDraft *draft, GArray *rows, GError **error)
{
  const KithRollRow *row = kith_roll_find (draft->roll, draft->options->urn);
  guint n;
  const guint *memberships;

  if (row == NULL)
    {
      g_set_error (error, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_SCHOOL,
                   _ ("School %" G_GINT64_FORMAT " is not on the roll at this date."),
                   draft->options->urn);
      return FALSE;
    }
  g_array_append_vals (rows, row, 1);
  memberships = kith_network_get_memberships (draft->network, row->school, &n);
  for (guint m = 0; m < n; m++)
    draft->is_told[kith_network_get_member (draft->network, memberships[m])->arrangement] = TRUE;
  return TRUE;
}

/* one arrangement, and its members that are on the roll */
static gboolean
take_arrangement (KithBriefingDraft *draft, GArray *rows, GError **error)
{
  guint n, at = kith_network_find_arrangement (draft->network, draft->options->arrangement_id);
  const KithRollRow *all = kith_roll_get_rows (draft->roll, &n);
  g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL);

  if (at == KITH_INDEX_NONE)
    {
      g_set_error_literal (error, KITH_BRIEFING_ERROR, KITH_BRIEFING_ERROR_ARRANGEMENT,
                           _ ("The arrangement is not active at this date."));
      return FALSE;
    }
  draft->is_told[at] = TRUE;
  for (guint m = 0; m < draft->arrangements[at].n_schools; m++)
    g_hash_table_add (members, GUINT_TO_POINTER (draft->arrangements[at].members[m].school));
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (members, GUINT_TO_POINTER (all[i].school)))
      g_array_append_vals (rows, &all[i], 1);
  return TRUE;
}

static void
take_all (KithBriefingDraft *draft, GArray *rows, guint n_arrangements)
{
  guint n;
  const KithRollRow *all = kith_roll_get_rows (draft->roll, &n);

  if (n > 0)
    g_array_append_vals (rows, all, n);
  memset (draft->is_told, TRUE, n_arrangements);
}

/**
 * kith_briefing_find_scope:
 * @error: return location for a #KithBriefingError
 *
 * Finds the schools and the arrangements that it tells of.
 *
 * Returns: %FALSE where what was asked for is not there; nothing is to be cleared then
 */
gboolean
kith_briefing_find_scope (KithBriefingDraft *draft, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (KithRollRow));
  gboolean is_found = TRUE;
  guint n;

  kith_network_get_arrangements (draft->network, &n);
  draft->is_told = g_new0 (guint8, MAX (1, n));
  if (draft->options->urn != 0)
    is_found = take_school (draft, rows, error);
  else if (draft->options->arrangement_id != 0)
    is_found = take_arrangement (draft, rows, error);
  else
    take_all (draft, rows, n);
  if (!is_found)
    {
      g_clear_pointer (&draft->is_told, g_free);
      return FALSE;
    }
  draft->n_rows = rows->len;
  draft->rows = (const KithRollRow *)g_array_free (g_steal_pointer (&rows), FALSE);
  draft->listed = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < draft->n_rows; i++)
    g_hash_table_insert (draft->listed,
                         (gpointer)&draft->schools[draft->rows[i].school].record->urn,
                         (gpointer)&draft->rows[i]);
  return TRUE;
}

/**
 * kith_briefing_clear_scope:
 *
 * Frees what was found.
 */
void
kith_briefing_clear_scope (KithBriefingDraft *draft)
{
  g_free ((gpointer)draft->rows);
  g_free (draft->is_told);
  g_hash_table_unref (draft->listed);
}

/**
 * kith_briefing_find_row:
 *
 * Returns: (transfer none) (nullable): of a school that it tells of
 */
const KithRollRow *
kith_briefing_find_row (const KithBriefingDraft *draft, gint64 urn)
{
  return g_hash_table_lookup (draft->listed, &urn);
}

/**
 * kith_briefing_count_tier:
 *
 * Returns: how many of the schools that it tells of are in that tier
 */
guint
kith_briefing_count_tier (const KithBriefingDraft *draft, KithTier tier)
{
  guint n = 0;

  for (guint i = 0; i < draft->n_rows; i++)
    n += draft->rows[i].tier == tier;
  return n;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* "South Ruvel, Arvel Forest and Stavrelland", or how many there are */
static char *
dup_area (const KithBriefingDraft *draft)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < draft->n_rows; i++)
    {
      const char *name = kith_network_get_authority (draft->network, draft->rows[i].school);

      if (name != NULL && g_hash_table_add (known, (gpointer)name))
        g_ptr_array_add (names, (gpointer)name);
    }
  if (names->len == 0)
    return g_strdup (_ ("our schools"));
  if (names->len > 3)
    return g_strdup_printf (_ ("the schools of %u authorities"), names->len);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return kith_text_dup_list ((const char *const *)names->pdata);
}

/**
 * kith_briefing_dup_subject:
 *
 * Returns: (transfer full): what it is about, in words
 */
char *
kith_briefing_dup_subject (const KithBriefingDraft *draft)
{
  guint at;

  if (draft->options->urn != 0)
    return g_strdup (draft->schools[draft->rows[0].school].record->name);
  if (draft->options->arrangement_id == 0)
    return dup_area (draft);
  at = kith_network_find_arrangement (draft->network, draft->options->arrangement_id);
  return kith_redactor_strike (draft->redactor, draft->arrangements[at].name);
}

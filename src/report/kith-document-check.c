/* kith-document-check.c: whether a paper adds up
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-text.h"

G_DEFINE_QUARK (kith - document - error - quark, kith_document_error)

/* 1,234 as it is written; what is no number adds nothing */
static gint64
read_number (const char *words)
{
  g_autoptr (GString) digits = g_string_new (words);
  gint64 value;

  g_string_replace (digits, ",", "", 0);
  return kith_text_parse_int (digits->str, (gssize)digits->len, &value) && value != KITH_INT_NONE
             ? value
             : 0;
}

/* Most cells are one run, which is compared as it is. */
static gboolean
says (const KithDocument *self, const KithTableRow *row, guint column, const char *value)
{
  const KithPassage *passage = kith_document_get_passage (self, row->first + column);
  g_autofree char *said = NULL;

  if (passage->n_runs == 1)
    return strcmp (kith_document_get_run (self, passage->first)->words, value) == 0;
  said = kith_document_dup_passage (self, passage);
  return strcmp (said, value) == 0;
}

static gboolean
is_counted (const KithDocument *self, const KithTableRow *row, const KithTally *tally)
{
  if (row->is_total)
    return FALSE;
  for (guint c = 0; c < G_N_ELEMENTS (tally->columns); c++)
    if (tally->columns[c] != KITH_COLUMN_NONE &&
        !says (self, row, tally->columns[c], tally->values[c]))
      return FALSE;
  return TRUE;
}

static gint64
count_again (const KithDocument *self, const KithPiece *table, const KithTally *tally)
{
  gint64 n = 0;

  for (guint r = 0; r < table->n_rows; r++)
    {
      const KithTableRow *row = kith_document_get_row (self, table->first_row + r);

      if (!is_counted (self, row, tally))
        continue;
      if (tally->type == KITH_TALLY_SUM)
        {
          const KithPassage *cell = kith_document_get_passage (self, row->first + tally->sum);
          g_autofree char *number = kith_document_dup_passage (self, cell);

          n += read_number (number);
        }
      else
        n++;
    }
  return n;
}

static gboolean
check_run (const KithDocument *self, const KithRun *run, GHashTable *ids, GError **error)
{
  const KithPiece *table;
  gint64 n;

  if (run->link != NULL && !g_hash_table_contains (ids, run->link))
    {
      g_set_error (error, KITH_DOCUMENT_ERROR, KITH_DOCUMENT_ERROR_LINK,
                   _ ("“%s” points to “%s”, which the paper does not hold."), run->words,
                   run->link);
      return FALSE;
    }
  if (run->tally == NULL)
    return TRUE;
  table = kith_document_find_table (self, run->tally->table);
  n = table == NULL ? -1 : count_again (self, table, run->tally);
  if (n == run->tally->n)
    return TRUE;
  g_set_error (error, KITH_DOCUMENT_ERROR, KITH_DOCUMENT_ERROR_TALLY,
               _ ("“%s” says %" G_GINT64_FORMAT ", and table “%s” says %" G_GINT64_FORMAT "."),
               run->words, run->tally->n, run->tally->table, n);
  return FALSE;
}

static gboolean
add_id (GHashTable *ids, const char *id, GError **error)
{
  if (id == NULL || g_hash_table_add (ids, (gpointer)id))
    return TRUE;
  g_set_error (error, KITH_DOCUMENT_ERROR, KITH_DOCUMENT_ERROR_LINK,
               _ ("Two parts of the paper are called “%s”."), id);
  return FALSE;
}

static gboolean
check_passage (const KithDocument *self, guint i, GHashTable *ids, GError **error)
{
  const KithPassage *passage = kith_document_get_passage (self, i);

  for (guint r = 0; r < passage->n_runs; r++)
    if (!check_run (self, kith_document_get_run (self, passage->first + r), ids, error))
      return FALSE;
  return TRUE;
}

/**
 * kith_document_check:
 * @self: a paper
 * @error: return location for a #KithDocumentError
 *
 * Counts every number that says where it comes from again, in the rows of its table as they are
 * written, and follows every link. Cost: O(tallies × rows).
 *
 * Returns: whether all of it holds
 */
gboolean
kith_document_check (const KithDocument *self, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_pieces;
  const KithPiece *pieces = kith_document_get_pieces (self, &n_pieces);

  for (guint p = 0; p < n_pieces; p++)
    {
      if (!add_id (ids, pieces[p].id, error))
        return FALSE;
      for (guint r = 0; r < pieces[p].n_rows; r++)
        if (!add_id (ids, kith_document_get_row (self, pieces[p].first_row + r)->id, error))
          return FALSE;
    }
  for (guint p = 0; p < n_pieces; p++)
    for (guint i = 0; i < pieces[p].n_passages; i++)
      if (!check_passage (self, pieces[p].first + i, ids, error))
        return FALSE;
  return TRUE;
}

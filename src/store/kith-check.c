/* kith-check.c: whether a register is whole
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-check-private.h"

#include "kith-stmt-private.h"

#include <glib/gi18n.h>

static const char sql_check_quickly[] = "PRAGMA quick_check (1)";
static const char sql_check_pages[] = "PRAGMA integrity_check (100)";
static const char sql_check_references[] = "PRAGMA foreign_key_check";

/* The problems that one of SQLite's own checks names, a row each; a row "ok" is none. */
static gboolean
read_problems (KithDb *db, const char *sql, GPtrArray *problems, GError **error)
{
  g_autoptr (KithStmt) stmt = kith_db_prepare (db, sql, error);
  KithStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = kith_stmt_step (stmt, error)) == KITH_STEP_ROW)
    {
      g_autofree char *problem = kith_stmt_dup_text (stmt, 0);

      if (g_strcmp0 (problem, "ok") != 0)
        g_ptr_array_add (problems, g_steal_pointer (&problem));
    }
  return step == KITH_STEP_DONE;
}

/* References that point at nothing, in words: "row 12 of membership refers to a row of
 * arrangement that is not there". */
static gboolean
read_loose_references (KithDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (KithStmt) stmt = kith_db_prepare (db, sql_check_references, error);
  KithStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = kith_stmt_step (stmt, error)) == KITH_STEP_ROW)
    {
      g_autofree char *table = kith_stmt_dup_text (stmt, 0);
      g_autofree char *other = kith_stmt_dup_text (stmt, 2);

      g_ptr_array_add (problems,
                       g_strdup_printf (_ ("row %" G_GINT64_FORMAT " of %s refers to a row of %s "
                                           "that is not there"),
                                        kith_stmt_get_int64 (stmt, 1), table, other));
    }
  return step == KITH_STEP_DONE;
}

static gboolean
refuse_first (KithDb *db, GPtrArray *problems, GError **error)
{
  if (problems->len > 0)
    kith_db_set_damaged (db, g_ptr_array_index (problems, 0), error);
  return problems->len == 0;
}

/**
 * kith_check_pages:
 * @error: return location for %KITH_STORE_ERROR_CORRUPT
 *
 * Reads the whole file for pages that are used twice or not well formed, and rows that break a
 * rule. Cost: one pass over the file.
 *
 * Returns: %TRUE when all are well
 */
gboolean
kith_check_pages (KithDb *db, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  return read_problems (db, sql_check_quickly, problems, error) &&
         refuse_first (db, problems, error);
}

/**
 * kith_check_references:
 * @error: return location for %KITH_STORE_ERROR_CORRUPT
 *
 * Returns: %TRUE when every reference points at a row
 */
gboolean
kith_check_references (KithDb *db, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  return read_loose_references (db, problems, error) && refuse_first (db, problems, error);
}

/**
 * kith_check_everything:
 * @problems: (element-type utf8): takes what is wrong, a few words each
 * @error: return location for a #KithStoreError
 *
 * Pages, indexes, rules and references.
 *
 * Returns: %TRUE when all was looked at
 */
gboolean
kith_check_everything (KithDb *db, GPtrArray *problems, GError **error)
{
  return read_problems (db, sql_check_pages, problems, error) &&
         read_loose_references (db, problems, error);
}

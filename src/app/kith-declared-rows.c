/* kith-declared-rows.c: what somebody declared about a school, in words
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-declared-rows.h"
#include "kith-naming.h"

#include <glib/gi18n.h>
#include <string.h>

static void
free_row (gpointer data)
{
  KithDeclaredRow *row = data;

  g_free (row->title);
  g_free (row->words);
  g_free (row);
}

static void
add_row (GPtrArray *rows, KithTable table, gint64 id, char *title, GString *words)
{
  KithDeclaredRow *row = g_new (KithDeclaredRow, 1);

  *row = (KithDeclaredRow){ table, id, title, g_string_free (words, FALSE) };
  g_ptr_array_add (rows, row);
}

static void
append (GString *words, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

static void
append_day (GString *words, const char *format, KithDate date)
{
  g_autofree char *day = kith_date_dup_text (date, KITH_DATE_SHORT);
  g_autofree char *part = g_strconcat (format, " ", day, NULL);

  if (date != KITH_DATE_UNKNOWN)
    append (words, part);
}

static void
add_interests (GPtrArray *rows, KithLedger *ledger, gint64 urn)
{
  gsize n;
  const KithInterest *interests = kith_ledger_get_rows (ledger, KITH_TABLE_INTEREST, &n);

  for (gsize i = 0; i < n; i++)
    {
      const KithPerson *person =
          kith_ledger_find (ledger, KITH_TABLE_PERSON, interests[i].person_id);
      const KithOrganisation *organisation =
          kith_ledger_find (ledger, KITH_TABLE_ORGANISATION, interests[i].organisation_id);
      GString *words;

      if (interests[i].urn != urn)
        continue;
      words = g_string_new (_ ("interest"));
      append (words, interests[i].what);
      append_day (words, _ ("declared"), interests[i].declared);
      append_day (words, _ ("resolved"), interests[i].resolved);
      append (words, interests[i].resolution);
      add_row (rows, KITH_TABLE_INTEREST, interests[i].id,
               g_strdup (person != NULL         ? person->name
                         : organisation != NULL ? organisation->name
                                                : "–"),
               words);
    }
}

static void
add_rivals (GPtrArray *rows, KithLedger *ledger, gint64 urn)
{
  gsize n;
  const KithRivalry *pairs = kith_ledger_get_rows (ledger, KITH_TABLE_RIVALRY, &n);

  for (gsize i = 0; i < n; i++)
    {
      GString *words;

      if (pairs[i].urn != urn && pairs[i].other_urn != urn)
        continue;
      words = g_string_new (
          strcmp (pairs[i].decision, "rivals") == 0 ? _ ("rivals") : _ ("no rivals, however near"));
      append (words, pairs[i].reason);
      add_row (
          rows, KITH_TABLE_RIVALRY, pairs[i].id,
          kith_naming_dup_school (ledger, pairs[i].urn == urn ? pairs[i].other_urn : pairs[i].urn),
          words);
    }
}

static void
add_catchments (GPtrArray *rows, KithLedger *ledger, gint64 urn)
{
  gsize n;
  const KithCatchment *catchments = kith_ledger_get_rows (ledger, KITH_TABLE_CATCHMENT, &n);

  for (gsize i = 0; i < n; i++)
    if (catchments[i].urn == urn)
      add_row (rows, KITH_TABLE_CATCHMENT, catchments[i].id, g_strdup (catchments[i].name),
               g_string_new (_ ("catchment")));
}

/**
 * kith_declared_rows_list:
 * @urn: of a school
 *
 * Cost: O(rows of the three tables), which are small.
 *
 * Returns: (transfer full) (element-type KithDeclaredRow): interests, rivals, catchments
 */
GPtrArray *
kith_declared_rows_list (KithLedger *ledger, gint64 urn)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  add_interests (rows, ledger, urn);
  add_rivals (rows, ledger, urn);
  add_catchments (rows, ledger, urn);
  return rows;
}

/* trial-edit.c: what tests of edits ask
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trial-edit.h"

#include <string.h>

void
assert_problem (const KithEdit *edit, const char *field, const char *words)
{
  const char *problem = kith_edit_find_problem (edit, field);
  g_autoptr (GError) error = NULL;

  if (problem == NULL || strstr (problem, words) == NULL)
    g_error ("field %s: “%s” does not say “%s”", field, problem, words);
  g_assert_cmpuint (kith_changeset_get_size (edit->changes), ==, 0);
  g_assert_false (kith_edit_check (edit, &error));
  g_assert_error (error, KITH_EDIT_ERROR, KITH_EDIT_ERROR_FIELD);
}

void
assert_good (const KithEdit *edit, const char *what)
{
  g_autoptr (GError) error = NULL;

  kith_edit_check (edit, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (edit->what, ==, what);
}

KithLedger *
apply_edit (const KithEdit *edit, const char *what)
{
  assert_good (edit, what);
  return kith_changeset_apply (edit->changes, 2);
}

const void *
get_row (KithLedger *ledger, KithTable table, gsize at, gsize n_expected)
{
  gsize n;
  const char *rows = kith_ledger_get_rows (ledger, table, &n);

  g_assert_cmpuint (n, ==, n_expected);
  return n == 0 ? NULL : rows + at * kith_table_get_info (table)->row_size;
}

/* test-roll-view.c: parts of the roll call, in words and in effect
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "call-roll.h"
#include "kith-roll-view.h"
#include "ledger-plan.h"

static void
test_words (void)
{
  static const struct
  {
    const char *said, *kept; /* NULL where it is refused */
  } cases[] = {
    { "", "" },
    { "tier=1,2", "tier=1,2" },
    { " tier = look in, ask ", "tier=2,U" },
    { "authority=Northmoor;phase=PRIMARY", "authority=Northmoor;phase=primary" },
    { "trust=", "trust=" },
    { "to-do;text=st mary", "to-do;text=st mary" },
    { "authority=A%3BB 50%25", "authority=A%3BB 50%25" },
    { "finding=off-the-radar", "finding=off-the-radar" },
    { "finding=nothing", NULL },
    { "tier=9", NULL },
    { "phase=tertiary", NULL },
    { "colour=red", NULL },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KithRollView) view = kith_roll_view_parse (cases[c].said, &error);
      g_autofree char *kept = view != NULL ? kith_roll_view_dup_text (view) : NULL;

      g_assert_cmpstr (kept, ==, cases[c].kept);
      g_assert_true ((error == NULL) == (cases[c].kept != NULL));
    }
}

/* Three schools without links or contacts: nobody has asked about any of them, so all are in the
 * tier "ask"; the second is a secondary school. */
static void
test_fits (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithRoll) roll = NULL;
  static const struct
  {
    const char *view;
    guint n;
  } cases[] = {
    { "", 3 },
    { "tier=U", 3 },
    { "tier=1,2,3,4", 0 },
    { "text=10000", 3 },
    { "text=100002", 1 },
    { "phase=secondary", 1 },
    { "trust=", 3 },
    { "authority=nowhere", 0 },
    { "tier=U;phase=secondary;text=100002", 1 },
  };
  const KithRollRow *rows;
  guint n_rows;

  for (gint64 urn = 100001; urn <= 100003; urn++)
    plan_school (plan, urn, 1000.0 * (double)(urn - 100000), 0)->phase =
        urn == 100002 ? "Secondary" : "Primary";
  ledger = plan_end (plan);
  roll = call_roll (ledger, kith_date_new (2026, 9, 1));
  rows = kith_roll_get_rows (roll, &n_rows);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (KithRollView) view = kith_roll_view_parse (cases[c].view, NULL);
      guint n = 0;

      for (guint r = 0; r < n_rows; r++)
        n += kith_roll_view_fits (view, roll, &rows[r]);
      g_assert_cmpuint (n, ==, cases[c].n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll view/what is said is kept, and what narrows nothing refused", test_words);
  g_test_add_func ("/roll view/all of it must fit", test_fits);
  return g_test_run ();
}

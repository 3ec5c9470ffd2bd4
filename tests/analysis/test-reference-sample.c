/* test-reference-sample.c: the sample region against METHODS read off slowly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare-reference.h"
#include "read-region.h"

#define N_SCHOOLS 80

/* As the files stand, a year before, and a year after them */
static void
test_sample (void)
{
  for (guint64 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (KithLedger) ledger = read_region (seed, N_SCHOOLS);

      for (int year = 2025; year <= 2027; year++)
        compare_with_reference (ledger, kith_date_new (year, 9, 1));
    }
  g_assert_cmpuint (count_compared (1, 'r'), >, 0);
  g_assert_cmpuint (count_compared (7, 'r'), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/the sample region, at three dates", test_sample);
  return g_test_run ();
}

/* test-job.c: progress goes in, cancellation comes out
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-job.h"

static void
test_progress (void)
{
  g_autoptr (KithJob) job = kith_job_new ("Import");
  double last = 0;

  for (guint part = 0; part < 3; part++)
    {
      kith_job_begin (job, "Reading", part / 3.0, (part + 1) / 3.0);
      for (guint i = 0; i <= 1000; i++)
        {
          g_assert_true (kith_job_step (job, i, 1000, NULL));
          g_assert_cmpfloat (kith_job_get_fraction (job), >=, last);
          last = kith_job_get_fraction (job);
        }
    }
  g_assert_cmpfloat_with_epsilon (last, 1, 1e-12);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_cancel (void)
{
  g_autoptr (KithJob) job = kith_job_new ("Import");
  g_autoptr (GError) error = NULL;

  kith_job_cancel (job);
  g_assert_true (kith_job_step (job, 255, 1000, &error));
  g_assert_false (kith_job_step (job, 256, 1000, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (kith_job_step (NULL, 256, 1000, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/job/progress never falls", test_progress);
  g_test_add_func ("/job/a cancelled job stops at its next step", test_cancel);
  return g_test_run ();
}

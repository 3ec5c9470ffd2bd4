/* test-kind.c: kinds of arrangement, and phases of school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-kind.h"

static void
test_kinds (void)
{
  for (guint k = 0; k < KITH_N_KINDS; k++)
    g_assert_cmpint (kith_kind_find (kith_kind_get_info (k)->key), ==, k);
  g_assert_cmpint (kith_kind_find (" Area Partnership "), ==, KITH_KIND_AREA_PARTNERSHIP);
  g_assert_cmpint (kith_kind_find ("Multi-academy trust"), ==, KITH_KIND_TRUST);
  g_assert_cmpint (kith_kind_find ("School sponsor"), ==, KITH_KIND_SPONSOR);
  g_assert_cmpint (kith_kind_find ("Secure single-academy trust"), ==,
                   KITH_KIND_SECURE_SINGLE_ACADEMY_TRUST);
  g_assert_cmpint (kith_kind_find ("club"), ==, KITH_N_KINDS);
  g_assert_cmpint (kith_kind_find (NULL), ==, KITH_N_KINDS);
  g_assert_false (kith_kind_is_link (KITH_KIND_DIOCESE));
  g_assert_true (kith_kind_is_standing (KITH_KIND_FEDERATION));
  g_assert_false (kith_kind_is_standing (KITH_KIND_HUB));
}

static void
test_phases (void)
{
  g_assert_cmpint (kith_phase_find ("Middle deemed secondary", "Community school"), ==,
                   KITH_PHASE_SECONDARY);
  g_assert_cmpint (kith_phase_find ("Middle deemed primary", "Community school"), ==,
                   KITH_PHASE_PRIMARY);
  g_assert_cmpint (kith_phase_find ("Not applicable", "Academy special converter"), ==,
                   KITH_PHASE_SPECIAL);
  g_assert_cmpint (kith_phase_find ("Not applicable", "Free schools alternative provision"), ==,
                   KITH_PHASE_ALTERNATIVE_PROVISION);
  g_assert_cmpint (kith_phase_find ("Not applicable", "Pupil referral unit"), ==,
                   KITH_PHASE_ALTERNATIVE_PROVISION);
  g_assert_cmpint (kith_phase_find ("All-through", "Academy converter"), ==,
                   KITH_PHASE_ALL_THROUGH);
  g_assert_cmpint (kith_phase_find (NULL, NULL), ==, KITH_PHASE_OTHER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind/every kind is found by its key and by what GIAS calls it", test_kinds);
  g_test_add_func ("/phase/type tells special schools and alternative provision", test_phases);
  return g_test_run ();
}

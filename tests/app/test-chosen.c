/* test-chosen.c: schools put together: what is drawn around them, the set, and the filter of it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-band.h"
#include "kith-roll-filter.h"
#include "trial-app.h"

typedef struct
{
  KithPoint at;
  gboolean is_held;
} Case;

static void
check_band (const KithBand *band, const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (kith_band_holds (band, cases[i].at), ==, cases[i].is_held);
}

/* dragged up and to the left, which is a box as any other */
static void
test_box (void)
{
  static const Case cases[] = {
    { { 20, 20 }, TRUE },  { { 11, 39 }, TRUE },  { { 9, 20 }, FALSE },
    { { 31, 20 }, FALSE }, { { 20, 41 }, FALSE }, { { 20, 9 }, FALSE },
  };
  g_autoptr (KithBand) band = kith_band_new ((KithPoint){ 30, 40 }, FALSE);

  check_band (band, &(Case){ { 30, 40 }, FALSE }, 1);
  kith_band_extend (band, (KithPoint){ 100, 100 });
  kith_band_extend (band, (KithPoint){ 10, 10 });
  check_band (band, cases, G_N_ELEMENTS (cases));
}

/* A U, open at the top: between its arms is outside. One arm goes from 0 to 10, the other from 20
 * to 30, and the foot from 20 to 30 down. */
static void
test_lasso (void)
{
  static const KithPoint corners[] = { { 10, 0 }, { 10, 20 }, { 20, 20 }, { 20, 0 },
                                       { 30, 0 }, { 30, 30 }, { 0, 30 } };
  static const Case cases[] = {
    { { 5, 10 }, TRUE },   { { 25, 10 }, TRUE },  { { 15, 25 }, TRUE },
    { { 15, 10 }, FALSE }, { { 35, 10 }, FALSE }, { { 15, 35 }, FALSE },
  };
  g_autoptr (KithBand) band = kith_band_new ((KithPoint){ 0, 0 }, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    kith_band_extend (band, corners[i]);
  check_band (band, cases, G_N_ELEMENTS (cases));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_set (void)
{
  g_autoptr (KithChosen) chosen = kith_chosen_new ();
  g_autoptr (GArray) urns = NULL;
  const gint64 three[] = { 100003, 100001, 100003 }, two[] = { 100002, 100001 };
  guint n_changed = 0;

  g_signal_connect_swapped (chosen, "changed", G_CALLBACK (count_cb), &n_changed);
  kith_chosen_set (chosen, NULL, 0);
  g_assert_cmpuint (n_changed, ==, 0);
  kith_chosen_set (chosen, three, 3);
  g_assert_cmpuint (kith_chosen_get_n (chosen), ==, 2);
  kith_chosen_add (chosen, two, 2);
  kith_chosen_add (chosen, two, 2);
  g_assert_cmpuint (n_changed, ==, 2);
  urns = kith_chosen_dup_urns (chosen);
  g_assert_cmpuint (urns->len, ==, 3);
  for (guint i = 0; i < urns->len; i++)
    g_assert_cmpint (g_array_index (urns, gint64, i), ==, 100001 + i);
  kith_chosen_toggle (chosen, 100002);
  g_assert_false (kith_chosen_has (chosen, 100002));
  kith_chosen_toggle (chosen, 100002);
  g_assert_true (kith_chosen_has (chosen, 100002));
  kith_chosen_set (chosen, two, 1);
  g_assert_cmpuint (kith_chosen_get_n (chosen), ==, 1);
  kith_chosen_keep_known (chosen, NULL);
  g_assert_cmpuint (kith_chosen_get_n (chosen), ==, 0);
  g_assert_cmpuint (n_changed, ==, 6);
}

/* the filter follows whoever is chosen later; another register lets go of who is not in it */
static void
test_filter (void)
{
  g_autoptr (GFile) file = trial_make_register ("chosen.kith");
  g_autoptr (KithSession) session = kith_session_new ();
  g_autoptr (KithRollFilter) filter = kith_roll_filter_new ();
  g_autoptr (GtkFilterListModel) shown = gtk_filter_list_model_new (
      g_object_ref (kith_session_get_schools (session)), GTK_FILTER (g_object_ref (filter)));
  KithChosen *chosen = kith_session_get_chosen (session);
  const gint64 unknown = 999999;

  kith_session_open (session, file);
  trial_wait_for_roll (session);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown)), ==, TRIAL_SCHOOLS);
  kith_roll_filter_set_only (filter, chosen);
  g_assert_true (kith_roll_filter_is_set (filter));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown)), ==, 0);
  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (KithRollItem) item =
          g_list_model_get_item (kith_session_get_schools (session), 3 * i);

      kith_chosen_toggle (chosen, kith_roll_item_get_urn (item));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown)), ==, i + 1);
    }
  kith_chosen_add (chosen, &unknown, 1);
  kith_chosen_keep_known (chosen, kith_session_get_ledger (session));
  g_assert_cmpuint (kith_chosen_get_n (chosen), ==, 7);
  kith_roll_filter_clear (filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (shown)), ==, TRIAL_SCHOOLS);
  kith_session_close (session);
  g_assert_cmpuint (kith_chosen_get_n (chosen), ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chosen/a box is held from any corner to any other", test_box);
  g_test_add_func ("/chosen/a lasso holds what it goes round, and no bay of it", test_lasso);
  g_test_add_func ("/chosen/a set says when it changes, and only then", test_set);
  g_test_add_func ("/chosen/the filter shows who is chosen, now and later", test_filter);
  status = g_test_run ();
  trial_end ();
  return status;
}

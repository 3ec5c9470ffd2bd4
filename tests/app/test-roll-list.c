/* test-roll-list.c: filter, search, and the line for the clipboard
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-roll-filter.h"
#include "trial-app.h"

#include <string.h>

static KithSession *session;

static guint
count_shown (KithRollFilter *filter)
{
  GListModel *schools = kith_session_get_schools (session);
  g_autoptr (GtkFilterListModel) shown =
      gtk_filter_list_model_new (g_object_ref (schools), GTK_FILTER (g_object_ref (filter)));

  return g_list_model_get_n_items (G_LIST_MODEL (shown));
}

static KithRollItem *
get_first (void)
{
  return g_list_model_get_item (kith_session_get_schools (session), 0);
}

static void
test_tiers (void)
{
  KithRoll *roll = kith_session_get_roll (session);
  guint n = 0;

  for (KithTier tier = 0; tier < KITH_N_TIERS; tier++)
    {
      g_autoptr (KithRollFilter) filter = kith_roll_filter_new ();

      kith_roll_filter_set_tier (filter, tier, TRUE);
      g_assert_cmpuint (count_shown (filter), ==, kith_roll_count_tier (roll, tier));
      n += count_shown (filter);
      kith_roll_filter_set_tier (filter, tier, FALSE);
      g_assert_cmpuint (count_shown (filter), ==, TRIAL_SCHOOLS);
    }
  g_assert_cmpuint (n, ==, TRIAL_SCHOOLS);
}

static void
test_text (void)
{
  g_autoptr (KithRollFilter) filter = kith_roll_filter_new ();
  g_autoptr (KithRollItem) item = get_first ();
  g_autofree char *urn = g_strdup_printf ("%" G_GINT64_FORMAT, kith_roll_item_get_urn (item));
  g_autofree char *loud = g_utf8_strup (kith_roll_item_get_name (item), -1);

  kith_roll_filter_set_text (filter, urn);
  g_assert_cmpuint (count_shown (filter), ==, 1);
  kith_roll_filter_set_text (filter, loud);
  g_assert_cmpuint (count_shown (filter), >=, 1);
  kith_roll_filter_set_text (filter, "no school has these words");
  g_assert_cmpuint (count_shown (filter), ==, 0);
  kith_roll_filter_set_text (filter, "   ");
  g_assert_cmpuint (count_shown (filter), ==, TRIAL_SCHOOLS);
  g_assert_false (kith_roll_filter_is_set (filter));
}

static void
test_choices (void)
{
  GListModel *schools = kith_session_get_schools (session);
  g_autoptr (KithRollFilter) filter = kith_roll_filter_new ();
  g_autoptr (KithRollItem) first = get_first ();
  const char *authority = kith_roll_item_get_authority (first);
  guint n_authority = 0, n_alone = 0, n_phase = 0, n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (schools); i++)
    {
      g_autoptr (KithRollItem) item = g_list_model_get_item (schools, i);
      const KithRollRow *row = kith_roll_item_get_row (item);
      gboolean is_found = FALSE;

      n_authority += g_strcmp0 (kith_roll_item_get_authority (item), authority) == 0;
      n_alone += row->trust == NULL;
      n_phase += kith_roll_item_get_school (item)->phase == KITH_PHASE_PRIMARY;
      for (guint k = 0; k < row->n_findings; k++)
        is_found = is_found || row->findings[k].code == KITH_FINDING_OFF_THE_RADAR;
      n_found += is_found;
    }
  kith_roll_filter_set_authority (filter, authority);
  g_assert_cmpuint (count_shown (filter), ==, n_authority);
  kith_roll_filter_clear (filter);
  kith_roll_filter_set_trust (filter, "");
  g_assert_cmpuint (count_shown (filter), ==, n_alone);
  kith_roll_filter_clear (filter);
  kith_roll_filter_set_phase (filter, KITH_PHASE_PRIMARY);
  g_assert_cmpuint (count_shown (filter), ==, n_phase);
  kith_roll_filter_clear (filter);
  kith_roll_filter_set_finding (filter, KITH_FINDING_OFF_THE_RADAR);
  g_assert_cmpuint (count_shown (filter), ==, n_found);
  kith_roll_filter_clear (filter);
  g_assert_cmpuint (count_shown (filter), ==, TRIAL_SCHOOLS);
}

static void
test_line (void)
{
  g_autoptr (KithRollItem) item = get_first ();
  g_autofree char *line = kith_roll_item_dup_line (item);
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  g_auto (GStrv) headings = g_strsplit (kith_roll_item_get_headings (), "\t", -1);
  g_autofree char *urn = g_strdup_printf ("%" G_GINT64_FORMAT, kith_roll_item_get_urn (item));

  g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (headings));
  g_assert_cmpstr (cells[0], ==, kith_tier_get_words (kith_roll_item_get_row (item)->tier));
  g_assert_cmpstr (cells[1], ==, urn);
  g_assert_cmpstr (cells[2], ==, kith_roll_item_get_name (item));
  g_assert_null (strchr (line, '\n'));
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  file = trial_make_register ("list.kith");
  session = kith_session_new ();
  kith_session_open (session, file);
  trial_wait_for_roll (session);

  g_test_add_func ("/roll-list/the tiers part the schools and add up to the roll", test_tiers);
  g_test_add_func ("/roll-list/a search is by name or URN, in any case", test_text);
  g_test_add_func ("/roll-list/each choice shows what a count over the roll says", test_choices);
  g_test_add_func ("/roll-list/a line for the clipboard has a cell for each heading", test_line);
  status = g_test_run ();
  g_clear_object (&session);
  trial_end ();
  return status;
}

/* test-families-page.c: Families are built, looked at and kept in the window
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-families-page.h"
#include "kith-family-hand.h"
#include "kith-family-view.h"
#include "kith-scene-view.h"
#include "trial-app.h"

#include <string.h>

static gboolean
is_keep_there (gpointer page)
{
  GtkWidget *keep = trial_find (page, GTK_TYPE_BUTTON, "_Keep these Families");

  return keep != NULL && gtk_widget_get_visible (keep);
}

static gboolean
is_keep_gone (gpointer page)
{
  return !is_keep_there (page) && trial_count (page, KITH_TYPE_FAMILY_VIEW) == 1 &&
         trial_find (page, GTK_TYPE_LABEL, "Family 1 (primary)") != NULL;
}

static gboolean
is_nothing_kept (gpointer page)
{
  GtkWidget *status = trial_find (page, ADW_TYPE_STATUS_PAGE, NULL);

  return status != NULL && gtk_widget_get_mapped (status);
}

static gboolean
tells (GtkWidget *from, const char *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_LABEL (child) && strstr (gtk_label_get_text (GTK_LABEL (child)), words) != NULL) ||
        tells (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_told_impossible (gpointer page)
{
  return tells (page, "are all rivals of each other");
}

static gboolean
is_chart_there (gpointer page)
{
  return trial_count (page, KITH_TYPE_SCENE_VIEW) == 1;
}

static guint
count_families (KithSession *session)
{
  gsize n;
  const KithFamilyRun *runs =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_FAMILY_RUN, &n);

  g_assert_true (n == 0 || runs[0].settings != NULL);
  return (guint)n;
}

static gboolean
is_run_kept (gpointer session)
{
  return count_families (session) == 1;
}

static gboolean
is_run_gone (gpointer session)
{
  return count_families (session) == 0;
}

/* Sixty schools have rivals enough to make Families impossible: none by distance here. */
static void
strike_rivals_out (KithSession *session)
{
  g_autoptr (KithChangeset) changes = kith_changeset_new (kith_session_get_ledger (session));
  const KithEntry entry = { .what = "Setting" };
  KithSetting setting;

  kith_row_clear (KITH_TABLE_SETTING, &setting);
  setting.id = kith_changeset_take_key (changes, KITH_TABLE_SETTING);
  setting.key = "rivals.metres-primary";
  setting.value = "0";
  kith_changeset_put (changes, KITH_TABLE_SETTING, &setting);
  kith_session_apply (session, changes, &entry, NULL, NULL);
}

static gboolean
is_set (gpointer session)
{
  return kith_ledger_get_setting (kith_session_get_ledger (session), "rivals.metres-primary") !=
         NULL;
}

static gboolean
is_proposal_list_there (gpointer page)
{
  return trial_find (page, GTK_TYPE_CHECK_BUTTON, NULL) != NULL;
}

static gint64
find_place (KithSession *session, gint64 urn)
{
  gsize n;
  const KithMembership *rows =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_MEMBERSHIP, &n);
  gint64 found = 0;

  for (gsize m = 0; m < n; m++)
    if (rows[m].urn == urn && rows[m].left_date == KITH_DATE_UNKNOWN)
      {
        const KithArrangement *in = kith_ledger_find (
            kith_session_get_ledger (session), KITH_TABLE_ARRANGEMENT, rows[m].arrangement_id);

        if (g_strcmp0 (in->kind, "family") == 0)
          found = in->id;
      }
  return found;
}

/* What a wait waits for. */
static struct
{
  KithSession *session;
  GtkWidget *page;
  gint64 urn, place;
} awaited;

static gboolean
is_elsewhere (gpointer unused)
{
  return find_place (awaited.session, awaited.urn) != awaited.place;
}

static gboolean
is_back (gpointer unused)
{
  return find_place (awaited.session, awaited.urn) == awaited.place;
}

static gsize
count_locks (void)
{
  gsize n;

  kith_ledger_get_rows (kith_session_get_ledger (awaited.session), KITH_TABLE_LOCK, &n);
  return n;
}

static gboolean
is_locked (gpointer unused)
{
  return count_locks () == 1;
}

static gboolean
is_unlocked (gpointer unused)
{
  return count_locks () == 0;
}

static GtkListBoxRow *
get_first_school (GtkWidget *page)
{
  GtkWidget *view = trial_find (page, KITH_TYPE_FAMILY_VIEW, NULL);
  GtkWidget *list = view == NULL ? NULL : trial_find (view, GTK_TYPE_LIST_BOX, NULL);

  return list == NULL ? NULL : gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
}

static gboolean
has_schools (gpointer page)
{
  return get_first_school (page) != NULL;
}

static void
choose_first_school (GtkWidget *page)
{
  GtkListBoxRow *row;

  trial_wait (has_schools, page);
  row = get_first_school (page);
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
}

static void
press (GtkWidget *page, const char *words)
{
  GtkWidget *button = trial_find (page, GTK_TYPE_BUTTON, words);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* A school is put elsewhere after its price stood there, and brought back; locked, and let go. */
static void
try_hand (KithSession *session, GtkWidget *page)
{
  GtkWidget *hand = trial_find (page, KITH_TYPE_FAMILY_HAND, NULL), *move = NULL;
  KithFamilyView *view = trial_find (page, KITH_TYPE_FAMILY_VIEW, NULL);
  guint number;

  choose_first_school (page);
  awaited.session = session;
  awaited.urn = kith_session_get_selected (session);
  awaited.place = find_place (session, awaited.urn);
  g_assert_cmpint (awaited.place, !=, 0);
  number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (get_first_school (page)), "number"));
  kith_family_view_aim (view, number, 1);
  g_assert_true (tells (hand, "Moving it there would change J by"));
  /* nothing is done by aiming */
  g_assert_true (is_back (NULL));
  move = trial_find (hand, GTK_TYPE_BUTTON, "_Move");
  g_signal_emit_by_name (
      move != NULL ? move : trial_find (hand, GTK_TYPE_BUTTON, "_Move despite the rules"),
      "clicked");
  trial_wait (is_elsewhere, NULL);
  kith_session_undo (session, 0);
  trial_wait (is_back, NULL);
  trial_wait_for_roll (session);
  choose_first_school (page);
  press (hand, "_Lock here");
  trial_wait (is_locked, NULL);
  trial_wait_for_roll (session);
  choose_first_school (page);
  g_assert_true (tells (hand, "Locked: stays in this Family."));
  press (hand, "_Unlock");
  trial_wait (is_unlocked, NULL);
  trial_wait_for_roll (session);
}

static gboolean
is_funnel_there (gpointer page)
{
  return tells (page, "chance alone");
}

static gboolean
is_page_there (gpointer page)
{
  return tells (page, "Reading ");
}

/* The display, its table and its funnel; then the page of subjects and groups. */
static void
try_display (GtkWidget *page)
{
  GtkWidget *view = trial_find (page, KITH_TYPE_FAMILY_VIEW, NULL);
  GtkStack *stack = trial_find (view, GTK_TYPE_STACK, NULL);
  GtkColumnView *table = trial_find (view, GTK_TYPE_COLUMN_VIEW, NULL);
  GtkToggleButton *funnel = trial_find (view, GTK_TYPE_TOGGLE_BUTTON, "Funnel");

  gtk_stack_set_visible_child_name (stack, "display");
  trial_wait (is_chart_there, page);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (table))), >=,
                    12);
  for (const char *const *way = (const char *const[]){ "Intervals", "Paths", "Goals", NULL };
       *way != NULL; way++)
    gtk_toggle_button_set_active (trial_find (view, GTK_TYPE_TOGGLE_BUTTON, *way), TRUE);
  gtk_toggle_button_set_active (funnel, TRUE);
  trial_wait (is_funnel_there, page);
  gtk_stack_set_visible_child_name (stack, "within");
  trial_wait (is_page_there, page);
  gtk_stack_set_visible_child_name (stack, "schools");
}

static void
test_kept (void)
{
  g_autoptr (GFile) file = trial_make_register ("families.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  GtkWidget *page = trial_find (window, KITH_TYPE_FAMILIES_PAGE, NULL), *list, *row;

  kith_window_show_page (window, "families");
  trial_wait (is_nothing_kept, page);
  g_signal_emit_by_name (trial_find (page, GTK_TYPE_BUTTON, "_Build Families"), "clicked");
  trial_wait (is_told_impossible, page);
  g_assert_false (is_keep_there (page));

  strike_rivals_out (session);
  trial_wait (is_set, session);
  trial_wait_for_roll (session);
  trial_wait (is_nothing_kept, page);
  g_assert_cmpuint (count_families (session), ==, 0);

  g_signal_emit_by_name (trial_find (page, GTK_TYPE_BUTTON, "_Build Families"), "clicked");
  trial_wait (is_keep_there, page);
  trial_wait (is_proposal_list_there, page);
  /* what is proposed is not in the register */
  g_assert_cmpuint (count_families (session), ==, 0);

  g_signal_emit_by_name (trial_find (page, GTK_TYPE_BUTTON, "_Keep these Families"), "clicked");
  trial_wait (is_run_kept, session);
  trial_wait (is_keep_gone, page);

  list = trial_find (trial_find (page, KITH_TYPE_FAMILY_VIEW, NULL), GTK_TYPE_LIST_BOX, NULL);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  g_assert_nonnull (row);
  g_signal_emit_by_name (list, "row-activated", row);
  g_assert_cmpint (kith_session_get_selected (session), !=, 0);

  try_display (page);
  try_hand (session, page);
  for (guint i = 0; i < 2; i++)
    {
      kith_session_undo (session, 0);
      trial_wait_for_roll (session);
    }
  kith_session_undo (session, 0);
  trial_wait (is_run_gone, session);
  trial_wait (is_nothing_kept, page);
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/families-page/built, kept, looked at, undone", test_kept);
  status = g_test_run ();
  trial_end ();
  return status;
}

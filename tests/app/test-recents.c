/* test-recents.c: the registers that were open last
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-recents.h"
#include "trial-app.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
has_row (gpointer window)
{
  return trial_find (window, ADW_TYPE_ACTION_ROW, NULL) != NULL;
}

static gboolean
is_open (gpointer window)
{
  KithSession *session = kith_window_get_session (window);

  return kith_session_is_open (session) && kith_session_get_roll (session) != NULL;
}

static void
test_start (void)
{
  g_autoptr (GFile) file = trial_make_register ("recent.kith");
  KithWindow *window = trial_open_window (NULL);
  GtkWidget *recents = trial_find (window, KITH_TYPE_RECENTS, NULL);
  g_autoptr (GFile) opened = NULL;

  g_assert_false (gtk_widget_get_visible (recents));
  kith_window_open (window, file);
  trial_wait (is_open, window);
  trial_close_window (window);

  window = trial_open_window (NULL);
  trial_wait (has_row, window);
  g_assert_true (gtk_widget_get_visible (trial_find (window, KITH_TYPE_RECENTS, NULL)));
  g_assert_nonnull (
      trial_find (trial_find (window, KITH_TYPE_RECENTS, NULL), GTK_TYPE_LABEL, "recent"));
  gtk_widget_activate (trial_find (window, ADW_TYPE_ACTION_ROW, NULL));
  trial_wait (is_open, window);
  opened = g_object_ref (kith_session_get_file (kith_window_get_session (window)));
  g_assert_true (g_file_equal (opened, file));
  trial_close_window (window);
}

static char *
dup_label (GMenu *menu, int i)
{
  char *label = NULL;

  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), i, "label", "s", &label);
  return label;
}

static gboolean
has_three (gpointer menu)
{
  kith_recents_fill_menu (menu);
  return g_menu_model_get_n_items (menu) == 3;
}

/* Two folders hold a register of one name; a name with a line in it is no mnemonic. */
static void
test_menu (void)
{
  const char *folder = g_file_peek_path (trial_get_folder ());
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GFile) first = g_file_new_build_filename (folder, "recent.kith", NULL);
  g_autoptr (GFile) second = g_file_new_build_filename (folder, "elsewhere", "recent.kith", NULL);
  g_autoptr (GFile) third = g_file_new_build_filename (folder, "our_schools.kith", NULL);
  g_autofree char *in_folder = g_strdup_printf ("recent (%s)", folder);
  g_autofree char *in_elsewhere = g_strdup_printf ("recent (%s/elsewhere)", folder);
  guint n_found = 0;

  kith_recents_add (first);
  kith_recents_add (second);
  kith_recents_add (third);
  trial_wait (has_three, menu);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *label = dup_label (menu, i);

      n_found += strcmp (label, in_folder) == 0 || strcmp (label, in_elsewhere) == 0 ||
                 strcmp (label, "our__schools") == 0;
    }
  g_assert_cmpuint (n_found, ==, 3);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recents/the start lists what was open, and opens it", test_start);
  g_test_add_func ("/recents/the menu tells two of one name apart", test_menu);
  status = g_test_run ();
  trial_end ();
  return status;
}

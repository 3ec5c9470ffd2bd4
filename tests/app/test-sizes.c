/* test-sizes.c: a small screen holds everything
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-page.h"
#include "kith-state.h"
#include "trial-app.h"

static void
list_pages (GtkWidget *from, GPtrArray *pages)
{
  if (KITH_IS_PAGE (from))
    g_ptr_array_add (pages, from);
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_pages (child, pages);
}

/* The deepest widget that needs more than there is: it is the one to mend. What scrolls needs no
 * more than it has. */
static GtkWidget *
find_too_large (GtkWidget *from, GtkOrientation orientation, int most)
{
  int least = 0;

  gtk_widget_measure (from, orientation, -1, &least, NULL, NULL, NULL);
  if (least <= most || GTK_IS_SCROLLED_WINDOW (from))
    return least > most ? from : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_too_large (child, orientation, most);

      if (found != NULL)
        return found;
    }
  return from;
}

static void
check_size (GtkWidget *page, const char *where, GtkOrientation orientation, int most)
{
  GtkWidget *large = find_too_large (page, orientation, most);
  int least = 0;

  /* what wraps its words is wider where it is less high */
  if (large == NULL && orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (page, orientation, gtk_widget_get_height (page), &least, NULL, NULL,
                          NULL);
      if (least > most)
        g_error ("%s: it needs %d of %d pixels where it is as high as it is", where, least, most);
    }
  if (large == NULL)
    return;
  gtk_widget_measure (large, orientation, -1, &least, NULL, NULL, NULL);
  g_error ("%s: a %s needs %d of %d pixels", where, G_OBJECT_TYPE_NAME (large), least, most);
}

/* Opens the window so large, shows each page and asks whether it fits. */
static void
check_pages (const char *name, int width, int height)
{
  g_autoptr (GFile) file = trial_make_register (name);
  g_autoptr (KithState) state = kith_state_read ();
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  KithWindow *window;

  state->width = width;
  state->height = height;
  g_assert_true (kith_state_write (state, &error));
  window = trial_open_window (file);
  list_pages (GTK_WIDGET (window), pages);
  g_assert_cmpuint (pages->len, >=, 8);
  for (guint i = 0; i < pages->len; i++)
    {
      const char *page = kith_page_get_name (pages->pdata[i]);

      kith_window_show_page (window, page);
      trial_settle ();
      check_size (pages->pdata[i], page, GTK_ORIENTATION_HORIZONTAL, width);
      check_size (GTK_WIDGET (window), page, GTK_ORIENTATION_HORIZONTAL, width);
      check_size (GTK_WIDGET (window), page, GTK_ORIENTATION_VERTICAL, height);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, width);
      g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), <=, height);
    }
  trial_close_window (window);
}

static void
test_small_screen (void)
{
  check_pages ("small.kith", 1024, 600);
}

static void
test_large_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int before;

  g_object_get (settings, "gtk-xft-dpi", &before, NULL);
  g_object_set (settings, "gtk-xft-dpi", before * 3 / 2, NULL);
  check_pages ("large.kith", 1366, 768);
  g_object_set (settings, "gtk-xft-dpi", before, NULL);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sizes/each page fits 1024 by 600", test_small_screen);
  g_test_add_func ("/sizes/with text half as large again each page fits 1366 by 768",
                   test_large_text);
  status = g_test_run ();
  trial_end ();
  return status;
}

/* test-briefing-page.c: who reads the briefing is chosen, and the pages follow
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-audience.h"
#include "kith-book-view.h"
#include "kith-briefing-page.h"
#include "trial-app.h"

#include <string.h>

static gboolean
are_pages_there (gpointer window)
{
  GtkWidget *view = trial_find (window, KITH_TYPE_BOOK_VIEW, NULL);

  return view != NULL && gtk_widget_get_mapped (view) && gtk_widget_get_height (view) > 1000;
}

static int
get_height (KithWindow *window)
{
  trial_wait (are_pages_there, window);
  trial_settle ();
  return gtk_widget_get_height (trial_find (window, KITH_TYPE_BOOK_VIEW, NULL));
}

typedef struct
{
  KithWindow *window;
  int height;
} Before;

static gboolean
is_shorter (gpointer data)
{
  Before *before = data;

  return are_pages_there (before->window) &&
         gtk_widget_get_height (trial_find (before->window, KITH_TYPE_BOOK_VIEW, NULL)) <
             before->height;
}

/* The public is told less, on fewer pages, and the rules beside these say so. */
static void
test_audience (void)
{
  g_autoptr (GFile) file = trial_make_register ("briefing.kith");
  KithWindow *window = trial_open_window (file);
  Before before = { window, 0 };
  GtkDropDown *audience;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "briefing");
  before.height = get_height (window);
  g_assert_nonnull (trial_find (window, GTK_TYPE_LABEL, "Names of people are shown."));
  audience = trial_find (gtk_widget_get_ancestor (trial_find (window, KITH_TYPE_BOOK_VIEW, NULL),
                                                  KITH_TYPE_BRIEFING_PAGE),
                         GTK_TYPE_DROP_DOWN, NULL);
  g_assert_nonnull (audience);
  gtk_drop_down_set_selected (audience, KITH_AUDIENCE_PUBLIC);
  trial_wait (is_shorter, &before);
  g_assert_null (trial_find (window, GTK_TYPE_LABEL, "Names of people are shown."));
  g_assert_nonnull (trial_find (window, GTK_TYPE_LABEL,
                                "Findings and tiers are counted; which school has them is left "
                                "out."));
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing page/the pages follow who reads them", test_audience);
  status = g_test_run ();
  trial_end ();
  return status;
}

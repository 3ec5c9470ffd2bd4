/* test-paths-dialog.c: who can help a school, asked from the pane
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-paths-dialog.h"
#include "kith-paths.h"
#include "kith-story-rows.h"
#include "trial-app.h"

/* A school, and help that somebody can give it. */
typedef struct
{
  gint64 urn;
  const char *area;
  guint n_helpers;
  guint n_outside_trust;
} Asked;

static guint
count_helpers (KithRoll *roll, gint64 urn, const char *area, gboolean is_own_trust_left_out)
{
  g_autoptr (KithPaths) paths = kith_paths_new (roll, urn, area, is_own_trust_left_out);
  guint n;

  return kith_paths_get (paths, &n)->n_helpers;
}

static Asked
find_asked (KithRoll *roll)
{
  KithLedger *ledger = kith_network_get_ledger (kith_roll_get_network (roll));
  gsize n;
  const KithNeed *needs = kith_ledger_get_rows (ledger, KITH_TABLE_NEED, &n);

  for (gsize i = 0; i < n; i++)
    if (kith_roll_find (roll, needs[i].urn) != NULL)
      {
        Asked asked = { needs[i].urn, needs[i].area,
                        count_helpers (roll, needs[i].urn, needs[i].area, FALSE),
                        count_helpers (roll, needs[i].urn, needs[i].area, TRUE) };

        if (asked.n_helpers > 0)
          return asked;
      }
  g_assert_not_reached ();
}

typedef struct
{
  gpointer from;
  GType type;
  guint n;
} Wanted;

static gboolean
are_there (gpointer data)
{
  Wanted *wanted = data;

  return trial_count (wanted->from, wanted->type) == wanted->n;
}

static KithPathsDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (KITH_IS_PATHS_DIALOG (at->data))
      return at->data;
  return NULL;
}

static gboolean
is_button_there (gpointer rows)
{
  return trial_find (rows, GTK_TYPE_BUTTON, "Who can help") != NULL;
}

static void
test_asked (void)
{
  g_autoptr (GFile) file = trial_make_register ("paths.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  Asked asked = find_asked (kith_session_get_roll (session));
  GtkWidget *rows = trial_find (window, KITH_TYPE_STORY_ROWS, NULL);
  KithPathsDialog *dialog;
  Wanted wanted = { .type = ADW_TYPE_ACTION_ROW };
  GtkSwitch *own_trust;

  kith_session_set_selected (session, asked.urn);
  trial_wait (is_button_there, rows);
  g_signal_emit_by_name (trial_find (rows, GTK_TYPE_BUTTON, "Who can help"), "clicked");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  wanted.from = dialog;
  wanted.n = 1 + MIN (asked.n_helpers, 40); /* the switch is a row too */
  trial_wait (are_there, &wanted);

  own_trust = trial_find (dialog, GTK_TYPE_SWITCH, NULL);
  gtk_switch_set_active (own_trust, TRUE);
  wanted.n = 1 + MIN (asked.n_outside_trust, 40);
  trial_wait (are_there, &wanted);
  gtk_window_destroy (GTK_WINDOW (dialog));
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paths-dialog/each need offers who can help", test_asked);
  status = g_test_run ();
  trial_end ();
  return status;
}

/* kith-merge-dialog.c: people and organisations that may be recorded twice
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-merge-dialog.h"
#include "kith-alike.h"
#include "kith-edit-dialog.h"
#include "kith-edit-merge.h"
#include "kith-roster.h"

#include <glib/gi18n.h>

/* A list that somebody goes through; the next come when these are merged. */
#define MOST_PAIRS 60

/* Both lists of pairs, in the making and in the window. */
typedef struct
{
  KithLedger *ledger;
  KithDate as_at;
  GArray *pairs[2];   /* of KithAlike: people, organisations */
  GArray *rosters[2]; /* of KithRosterRow */
} Pairs;

static const KithTable tables[] = { KITH_TABLE_PERSON, KITH_TABLE_ORGANISATION };

static void
free_pairs (gpointer data)
{
  Pairs *pairs = data;

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_clear_pointer (&pairs->pairs[t], g_array_unref);
      g_clear_pointer (&pairs->rosters[t], g_array_unref);
    }
  kith_ledger_unref (pairs->ledger);
  g_free (pairs);
}

/* In a worker: names are many. */
static void
find_pairs (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Pairs *pairs = data;

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      pairs->pairs[t] = kith_alike_list (pairs->ledger, tables[t]);
      pairs->rosters[t] = kith_roster_list (pairs->ledger, tables[t], pairs->as_at);
    }
  g_task_return_boolean (task, TRUE);
}

/* "Headteacher, Pond Street · Larkmead EAL hub · 3 contacts": what tells one from the other. */
static char *
dup_words (const GArray *roster, gint64 id)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < roster->len; i++)
    {
      const KithRosterRow *row = &g_array_index (roster, KithRosterRow, i);
      const char *parts[] = { row->what, row->partnerships };

      if (row->id != id)
        continue;
      for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
        if (parts[p] != NULL && *parts[p] != '\0')
          g_string_append_printf (words, "%s · ", parts[p]);
      g_string_append_printf (words, ngettext ("%u contact", "%u contacts", row->n_contacts),
                              row->n_contacts);
    }
  return g_string_free (words, FALSE);
}

/* Merging. */

typedef struct
{
  KithTable table;
  gint64 ids[2];
} Pair;

static KithEdit *
make_merge (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Pair *pair = data;
  guint keep = kith_edit_dialog_get_choice (dialog, "keep");

  return kith_edit_merge (ledger, pair->table, pair->ids[keep], pair->ids[1 - keep]);
}

static void
merge_cb (GtkWidget *button, GtkWindow *list)
{
  const Pair *pair = g_object_get_data (G_OBJECT (button), "pair");
  KithSession *session = g_object_get_data (G_OBJECT (list), "session");
  KithLedger *ledger = kith_session_get_ledger (session);
  const char *names[3] = { NULL };
  KithEditDialog *dialog;

  if (ledger == NULL)
    return;
  for (guint i = 0; i < 2; i++)
    names[i] = kith_alike_get_name (ledger, pair->table, pair->ids[i]);
  if (names[0] == NULL || names[1] == NULL)
    return;
  dialog = kith_edit_dialog_new (GTK_WIDGET (list), session, _ ("Merge two into one"), _ ("_Merge"),
                                 make_merge, g_memdup2 (pair, sizeof *pair), g_free);
  kith_edit_dialog_add_group (
      dialog, NULL,
      _ ("Posts, partnerships and contacts of both become those of the one that is kept. What both "
         "say is said once. Undo parts them again."));
  kith_edit_dialog_add_choice (dialog, "keep", _ ("Keep"), names, 0);
  kith_edit_dialog_begin (dialog);
}

/* The list. */

static GtkWidget *
new_row (const Pairs *pairs, guint t, const KithAlike *alike, GtkWindow *list)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Merge…"));
  const char *one = kith_alike_get_name (pairs->ledger, tables[t], alike->one);
  const char *other = kith_alike_get_name (pairs->ledger, tables[t], alike->other);
  g_autofree char *title = g_strdup_printf (_ ("%s and %s"), one, other);
  g_autofree char *of_one = dup_words (pairs->rosters[t], alike->one);
  g_autofree char *of_other = dup_words (pairs->rosters[t], alike->other);
  g_autofree char *words = g_strdup_printf ("%s\n%s", of_one, of_other);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_autofree char *name = g_strdup_printf (_ ("Merge %s"), title);
  Pair pair = { tables[t], { alike->one, alike->other } };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (
      button, !kith_session_is_read_only (g_object_get_data (G_OBJECT (list), "session")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "pair", g_memdup2 (&pair, sizeof pair), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (merge_cb), list, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
new_list (const Pairs *pairs, GtkWindow *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  guint n_shown = 0, n_all = 0;
  static const char *const titles[] = { N_ ("People"), N_ ("Organisations") };

  gtk_widget_add_css_class (box, "form");
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      n_all += pairs->pairs[t]->len;
      if (pairs->pairs[t]->len == 0 || n_shown >= MOST_PAIRS)
        continue;
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (titles[t]));
      for (guint i = 0; i < pairs->pairs[t]->len && n_shown < MOST_PAIRS; i++, n_shown++)
        adw_preferences_group_add (
            ADW_PREFERENCES_GROUP (group),
            new_row (pairs, t, &g_array_index (pairs->pairs[t], KithAlike, i), list));
      gtk_box_append (GTK_BOX (box), group);
    }
  if (n_all > n_shown)
    {
      g_autofree char *more =
          g_strdup_printf (_ ("%u more come when these are merged."), n_all - n_shown);

      gtk_box_append (GTK_BOX (box), gtk_label_new (more));
    }
  return box;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) list = data;
  const Pairs *pairs = g_task_get_task_data (G_TASK (result));
  GtkScrolledWindow *scroll = g_object_get_data (G_OBJECT (list), "scroll");
  GtkStack *stack = g_object_get_data (G_OBJECT (list), "stack");
  gboolean has_pairs = pairs->pairs[0] != NULL && pairs->pairs[0]->len + pairs->pairs[1]->len > 0;

  /* closed meanwhile, or asked anew */
  if (!gtk_widget_get_visible (GTK_WIDGET (list)) ||
      pairs->ledger != kith_session_get_ledger (g_object_get_data (G_OBJECT (list), "session")))
    return;
  gtk_scrolled_window_set_child (scroll, has_pairs ? new_list (pairs, list) : NULL);
  gtk_stack_set_visible_child_name (stack, has_pairs ? "list" : "none");
}

static void
renew (GtkWindow *list)
{
  KithSession *session = g_object_get_data (G_OBJECT (list), "session");
  KithLedger *ledger = kith_session_get_ledger (session);
  g_autoptr (GTask) task = NULL;
  Pairs *pairs;

  if (ledger == NULL)
    {
      gtk_window_close (list);
      return;
    }
  pairs = g_new0 (Pairs, 1);
  pairs->ledger = kith_ledger_ref (ledger);
  pairs->as_at = kith_session_get_as_at (session);
  task = g_task_new (NULL, NULL, found_cb, g_object_ref (list));
  g_task_set_task_data (task, pairs, free_pairs);
  g_task_run_in_thread (task, find_pairs);
}

static GtkWidget *
new_none (void)
{
  GtkWidget *none = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "system-users-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("No two names are alike"));
  return none;
}

/**
 * kith_merge_dialog_begin:
 * @over: a widget of the window over which the list stands
 * @session: with an open register
 *
 * Lists names that may be of one and the same, and merges two of them.
 */
void
kith_merge_dialog_begin (GtkWidget *over, KithSession *session)
{
  GtkWidget *list = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *spinner = gtk_spinner_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_stack_add_named (GTK_STACK (stack), spinner, "waiting");
  gtk_stack_add_named (GTK_STACK (stack), scroll, "list");
  gtk_stack_add_named (GTK_STACK (stack), new_none (), "none");
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), stack);
  adw_window_set_content (ADW_WINDOW (list), box);
  gtk_window_set_title (GTK_WINDOW (list), _ ("Names that are alike"));
  gtk_window_set_transient_for (GTK_WINDOW (list), GTK_WINDOW (gtk_widget_get_root (over)));
  gtk_window_set_modal (GTK_WINDOW (list), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (list), 620, 560);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (list, keys);
  g_object_set_data (G_OBJECT (list), "scroll", scroll);
  g_object_set_data (G_OBJECT (list), "stack", stack);
  g_object_set_data_full (G_OBJECT (list), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (renew), list,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (list));
  renew (GTK_WINDOW (list));
}

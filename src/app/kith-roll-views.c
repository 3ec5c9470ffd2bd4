/* kith-roll-views.c: views of the roll call that officers saved
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-roll-views.h"
#include "kith-name-dialog.h"
#include "kith-roll-view.h"

#include <glib/gi18n.h>

static const KithSavedView *
get_views (KithSession *session, gsize *n)
{
  return kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_SAVED_VIEW, n);
}

/**
 * kith_roll_views_fill:
 * @menu: a menu
 * @session: whose register has the views, if one is open
 * @shown: the view that was shown last, 0 for none
 *
 * Offers each view, and to save what is shown, or to forget the one that was shown last.
 */
void
kith_roll_views_fill (GMenu *menu, KithSession *session, gint64 shown)
{
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  const KithSavedView *views;
  gsize n;

  g_menu_remove_all (menu);
  if (!kith_session_is_open (session))
    return;
  views = get_views (session, &n);
  g_menu_append (edits, _ ("_Save this view…"), "roll.save-view");
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (views[i].page, KITH_ROLL_VIEW_PAGE) == 0)
      {
        g_autoptr (GMenuItem) item = g_menu_item_new (views[i].name, NULL);

        g_menu_item_set_action_and_target (item, "roll.view", "x", views[i].id);
        g_menu_append_item (list, item);
        if (views[i].id == shown)
          {
            g_autofree char *words = g_strdup_printf (_ ("Forget “%s”"), views[i].name);

            g_menu_append (edits, words, "roll.forget-view");
          }
      }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (list));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
}

/**
 * kith_roll_views_keep:
 * @name: of the view; one of that name is replaced
 * @state: as kith_roll_view_dup_text() has it
 *
 * Saves a view in the register, for everybody who opens it.
 */
void
kith_roll_views_keep (KithSession *session, const char *name, const char *state)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
  const KithSavedView *before = kith_roll_view_find (ledger, name);
  g_autofree char *words = g_strdup_printf (_ ("The view “%s” was saved"), name);
  KithEntry entry = { .what = words };
  KithSavedView view;

  kith_row_clear (KITH_TABLE_SAVED_VIEW, &view);
  view.id = before != NULL ? before->id : kith_changeset_take_key (changes, KITH_TABLE_SAVED_VIEW);
  view.name = name;
  view.page = KITH_ROLL_VIEW_PAGE;
  view.state = state;
  kith_changeset_put (changes, KITH_TABLE_SAVED_VIEW, &view);
  kith_session_apply (session, changes, &entry, NULL, NULL);
}

/**
 * kith_roll_views_forget:
 * @id: of a view
 */
void
kith_roll_views_forget (KithSession *session, gint64 id)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  const KithSavedView *view = kith_ledger_find (ledger, KITH_TABLE_SAVED_VIEW, id);
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
  g_autofree char *words = NULL;
  KithEntry entry = { 0 };

  if (view == NULL)
    return;
  words = g_strdup_printf (_ ("The view “%s” was forgotten"), view->name);
  entry.what = words;
  kith_changeset_remove (changes, KITH_TABLE_SAVED_VIEW, id);
  kith_session_apply (session, changes, &entry, NULL, NULL);
}

/* What is to be saved once it has a name. */
typedef struct
{
  KithSession *session;
  char *state;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_object_unref (order->session);
  g_free (order->state);
  g_free (order);
}

static void
keep_named (const char *name, gpointer data)
{
  const Order *order = data;

  if (kith_session_is_open (order->session))
    kith_roll_views_keep (order->session, name, order->state);
}

/**
 * kith_roll_views_save:
 * @asker: in whose window a name is asked for
 * @state: what the view shows
 */
void
kith_roll_views_save (GtkWidget *asker, KithSession *session, const char *state)
{
  Order *order = g_new0 (Order, 1);

  order->session = g_object_ref (session);
  order->state = g_strdup (state);
  kith_name_dialog_ask (
      asker, _ ("Save this view"),
      _ ("Everybody who opens the register has it in the menu. One of the same name is replaced."),
      _ ("Name of the view"), keep_named, order, free_order);
}

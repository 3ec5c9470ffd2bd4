/* kith-roll-views.c: views of the roll call that officers saved
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-roll-views.h"
#include "kith-name-dialog.h"
#include "kith-roll-view.h"
#include "kith-saved-views.h"

#include <glib/gi18n.h>

static const KithSavedViews views = {
  .page = KITH_ROLL_VIEW_PAGE,
  .take = "roll.view",
  .save = "roll.save-view",
  .save_words = N_ ("_Save this view…"),
  .forget = "roll.forget-view",
  .forgotten = N_ ("The view “%s” was forgotten"),
};

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
  kith_saved_views_fill (&views, menu, session, shown);
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
  kith_saved_views_forget (&views, session, id);
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

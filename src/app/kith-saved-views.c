/* kith-saved-views.c: a menu of what officers saved for a page
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-saved-views.h"

#include <glib/gi18n.h>

/**
 * kith_saved_views_find:
 * @id: of a row
 *
 * Returns: (transfer none) (nullable): it, where it is of this kind and the register still has it
 */
const KithSavedView *
kith_saved_views_find (const KithSavedViews *self, KithSession *session, gint64 id)
{
  const KithSavedView *row =
      kith_session_is_open (session)
          ? kith_ledger_find (kith_session_get_ledger (session), KITH_TABLE_SAVED_VIEW, id)
          : NULL;

  return row != NULL && g_strcmp0 (row->page, self->page) == 0 ? row : NULL;
}

static void
append_view (const KithSavedViews *self, GMenu *menu, const KithSavedView *row)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (row->name, NULL);

  g_menu_item_set_action_and_target (item, self->take, "x", row->id);
  g_menu_append_item (menu, item);
}

/**
 * kith_saved_views_fill:
 * @menu: (inout): is emptied, and takes all of the kind, saving one, and forgetting the taken one
 * @taken: the key of the one that was taken last, or %KITH_INT_NONE
 */
void
kith_saved_views_fill (const KithSavedViews *self, GMenu *menu, KithSession *session, gint64 taken)
{
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  const KithSavedView *rows, *last = kith_saved_views_find (self, session, taken);
  gsize n;

  g_menu_remove_all (menu);
  if (!kith_session_is_open (session))
    return;
  rows = kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_SAVED_VIEW, &n);
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (rows[i].page, self->page) == 0)
      append_view (self, list, &rows[i]);
  g_menu_append (edits, _ (self->save_words), self->save);
  if (last != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("Forget “%s”"), last->name);

      g_menu_append (edits, words, self->forget);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (list));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
}

/**
 * kith_saved_views_forget:
 * @id: of one of the kind; nothing happens where it is gone
 */
void
kith_saved_views_forget (const KithSavedViews *self, KithSession *session, gint64 id)
{
  const KithSavedView *row = kith_saved_views_find (self, session, id);
  g_autoptr (KithChangeset) changes = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *words = NULL;
  KithEntry entry = { 0 };

  if (row == NULL)
    return;
  parts = g_strsplit (_ (self->forgotten), "%s", -1);
  entry.what = words = g_strjoinv (row->name, parts);
  changes = kith_changeset_new (kith_session_get_ledger (session));
  kith_changeset_remove (changes, KITH_TABLE_SAVED_VIEW, id);
  kith_session_apply (session, changes, &entry, NULL, NULL);
}

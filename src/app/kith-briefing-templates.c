/* kith-briefing-templates.c: sections and notes that officers kept for next term
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-templates.h"
#include "kith-briefing-template.h"
#include "kith-name-dialog.h"

#include <glib/gi18n.h>

static void
append_template (GMenu *menu, const KithSavedView *row)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (row->name, NULL);

  g_menu_item_set_action_and_target (item, "briefing.template", "x", row->id);
  g_menu_append_item (menu, item);
}

static const KithSavedView *
find (KithSession *session, gint64 id)
{
  const KithSavedView *row =
      kith_session_is_open (session)
          ? kith_ledger_find (kith_session_get_ledger (session), KITH_TABLE_SAVED_VIEW, id)
          : NULL;

  return row != NULL && g_strcmp0 (row->page, KITH_BRIEFING_TEMPLATE_PAGE) == 0 ? row : NULL;
}

/**
 * kith_briefing_templates_fill:
 * @menu: a menu
 * @session: whose register has the templates, if one is open
 * @taken: the template that was taken last, 0 for none
 *
 * Offers each template, and to keep what is shown as one, or to forget the one that was taken last.
 */
void
kith_briefing_templates_fill (GMenu *menu, KithSession *session, gint64 taken)
{
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  const KithSavedView *rows, *last = find (session, taken);
  gsize n;

  g_menu_remove_all (menu);
  if (!kith_session_is_open (session))
    return;
  rows = kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_SAVED_VIEW, &n);
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (rows[i].page, KITH_BRIEFING_TEMPLATE_PAGE) == 0)
      append_template (list, &rows[i]);
  g_menu_append (edits, _ ("_Save as a template…"), "briefing.save-template");
  if (last != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("Forget “%s”"), last->name);

      g_menu_append (edits, words, "briefing.forget-template");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (list));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
}

/**
 * kith_briefing_templates_read:
 * @id: of a template
 * @options: takes its sections and notes
 *
 * Returns: whether it could be read; the session tells why not
 */
gboolean
kith_briefing_templates_read (KithSession *session, gint64 id, KithBriefingOptions *options)
{
  const KithSavedView *row = find (session, id);
  g_autoptr (GError) error = NULL;

  if (row == NULL)
    return FALSE;
  if (kith_briefing_read_template (kith_session_get_ledger (session), row->name, options, &error))
    return TRUE;
  g_signal_emit_by_name (session, "failed", _ ("This template cannot be taken"), error->message);
  return FALSE;
}

/**
 * kith_briefing_templates_keep:
 * @name: of the template; one of that name is replaced
 * @options: whose sections and notes
 *
 * Keeps a template in the register, for everybody who opens it.
 */
void
kith_briefing_templates_keep (KithSession *session,
                              const char *name,
                              const KithBriefingOptions *options)
{
  g_autoptr (KithChangeset) changes =
      kith_briefing_make_template (kith_session_get_ledger (session), name, options);
  g_autofree char *words = g_strdup_printf (_ ("Template kept: %s"), name);
  const KithEntry entry = { .what = words };

  kith_session_apply (session, changes, &entry, NULL, NULL);
}

/**
 * kith_briefing_templates_forget:
 * @id: of a template
 */
void
kith_briefing_templates_forget (KithSession *session, gint64 id)
{
  const KithSavedView *row = find (session, id);
  g_autoptr (KithChangeset) changes = NULL;
  g_autofree char *words = NULL;
  KithEntry entry = { 0 };

  if (row == NULL)
    return;
  words = g_strdup_printf (_ ("The template “%s” was forgotten"), row->name);
  entry.what = words;
  changes = kith_changeset_new (kith_session_get_ledger (session));
  kith_changeset_remove (changes, KITH_TABLE_SAVED_VIEW, id);
  kith_session_apply (session, changes, &entry, NULL, NULL);
}

/* What is to be kept once it has a name. */
typedef struct
{
  KithSession *session;
  KithBriefingOptions *options;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_object_unref (order->session);
  kith_briefing_options_clear (order->options);
  g_free (order->options);
  g_free (order);
}

static void
keep_named (const char *name, gpointer data)
{
  const Order *order = data;

  if (kith_session_is_open (order->session))
    kith_briefing_templates_keep (order->session, name, order->options);
}

/**
 * kith_briefing_templates_save:
 * @asker: in whose window a name is asked for
 * @options: (transfer full): whose sections and notes
 */
void
kith_briefing_templates_save (GtkWidget *asker, KithSession *session, KithBriefingOptions *options)
{
  Order *order = g_new0 (Order, 1);

  order->session = g_object_ref (session);
  order->options = options;
  kith_name_dialog_ask (asker, _ ("Save as a template"),
                        _ ("Everybody who opens the register has these sections and words in the "
                           "menu. One of the same name is replaced."),
                        _ ("Name of the template"), keep_named, order, free_order);
}

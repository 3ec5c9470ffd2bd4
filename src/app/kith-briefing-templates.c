/* kith-briefing-templates.c: sections and notes that officers kept for next term
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-templates.h"
#include "kith-briefing-template.h"
#include "kith-name-dialog.h"
#include "kith-saved-views.h"

#include <glib/gi18n.h>

static const KithSavedViews templates = {
  .page = KITH_BRIEFING_TEMPLATE_PAGE,
  .take = "briefing.template",
  .save = "briefing.save-template",
  .save_words = N_ ("_Save as a template…"),
  .forget = "briefing.forget-template",
  .forgotten = N_ ("The template “%s” was forgotten"),
};

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
  kith_saved_views_fill (&templates, menu, session, taken);
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
  const KithSavedView *row = kith_saved_views_find (&templates, session, id);
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
  kith_saved_views_forget (&templates, session, id);
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

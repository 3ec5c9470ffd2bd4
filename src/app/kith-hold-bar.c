/* kith-hold-bar.c: why a register can only be looked at, and what can be done about it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-hold-bar.h"

#include <glib/gi18n.h>

/**
 * KithHoldBar:
 *
 * Above every page while the register cannot be written: who holds it, on which machine, since
 * when; *Take over when free*, and *Save a copy*.
 */
struct _KithHoldBar
{
  AdwBin parent_instance;

  GtkLabel *words;
  GtkToggleButton *wait_button;

  KithSession *session;
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (KithHoldBar, kith_hold_bar, ADW_TYPE_BIN)

/* "since 09:15", with the day where that is not today */
static char *
dup_since (GDateTime *since)
{
  KithDate day = kith_date_new (g_date_time_get_year (since), g_date_time_get_month (since),
                                g_date_time_get_day_of_month (since));
  g_autofree char *text = kith_date_dup_text (day, KITH_DATE_LONG);
  int hour = g_date_time_get_hour (since), minute = g_date_time_get_minute (since);

  return day == kith_date_today ()
             ? g_strdup_printf (_ ("since %02d:%02d"), hour, minute)
             : g_strdup_printf (_ ("since %02d:%02d on %s"), hour, minute, text);
}

static void
show_hold (KithHoldBar *self)
{
  KithAccess access = kith_session_get_access (self->session);
  const KithHolder *holder = kith_session_get_holder (self->session);
  gboolean is_waiting = kith_session_is_waiting (self->session);
  gboolean is_free = holder == NULL || holder->is_gone;
  g_autofree char *words = kith_hold_bar_dup_words (access, holder, is_waiting);

  gtk_widget_set_visible (GTK_WIDGET (self), access != KITH_ACCESS_WRITE);
  gtk_widget_set_visible (GTK_WIDGET (self->wait_button), access == KITH_ACCESS_HELD);
  gtk_label_set_text (self->words, words != NULL ? words : "");
  self->is_setting = TRUE;
  gtk_toggle_button_set_active (self->wait_button, is_waiting);
  gtk_button_set_label (GTK_BUTTON (self->wait_button),
                        is_free ? _ ("_Take over") : _ ("_Take over when free"));
  self->is_setting = FALSE;
}

static void
wait_toggled_cb (KithHoldBar *self)
{
  if (!self->is_setting)
    kith_session_set_waiting (self->session, gtk_toggle_button_get_active (self->wait_button));
}

static void
kith_hold_bar_dispose (GObject *object)
{
  g_clear_object (&KITH_HOLD_BAR (object)->session);
  G_OBJECT_CLASS (kith_hold_bar_parent_class)->dispose (object);
}

static void
kith_hold_bar_class_init (KithHoldBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_hold_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_schools/Kith/ui/kith-hold-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KithHoldBar, words);
  gtk_widget_class_bind_template_child (widget_class, KithHoldBar, wait_button);
  gtk_widget_class_bind_template_callback (widget_class, wait_toggled_cb);
}

static void
kith_hold_bar_init (KithHoldBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_hold_bar_set_session:
 * @session: whose register it is about
 */
void
kith_hold_bar_set_session (KithHoldBar *self, KithSession *session)
{
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (show_hold), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "hold-changed", G_CALLBACK (show_hold), self,
                           G_CONNECT_SWAPPED);
  show_hold (self);
}

/**
 * kith_hold_bar_dup_words:
 * @access: what can be done with the register
 * @holder: (nullable): who else holds it, nobody if %NULL
 * @is_waiting: whether it is taken over as soon as that is possible
 *
 * Returns: (transfer full) (nullable): what is said of it; %NULL where it can be written
 */
char *
kith_hold_bar_dup_words (KithAccess access, const KithHolder *holder, gboolean is_waiting)
{
  const char *user = holder != NULL && holder->user != NULL ? holder->user : _ ("Somebody");
  const char *host = holder != NULL && holder->host != NULL ? holder->host : _ ("another machine");
  g_autofree char *since = holder != NULL ? dup_since (holder->since) : NULL;

  if (access == KITH_ACCESS_WRITE)
    return NULL;
  if (access == KITH_ACCESS_SHUT)
    return g_strdup (_ ("You may look at this register and not write to it. To work on it, save a "
                        "copy, or ask for access to its folder."));
  if (holder == NULL)
    return g_strdup (_ ("Nobody has this register open for writing any more."));
  if (holder->is_gone)
    return g_strdup_printf (_ ("%s had this register open on %s and left it without closing it."),
                            user, host);
  if (holder->is_ours)
    return g_strdup_printf (_ ("Open for writing in another window of Kith, %s."), since);
  return g_strdup_printf (
      is_waiting
          ? _ ("Open for writing by %s on %s, %s. It is yours as soon as they close it.")
          : _ ("Open for writing by %s on %s, %s. You can look: what they write appears here."),
      user, host, since);
}

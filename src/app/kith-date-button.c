/* kith-date-button.c: the day that the question is asked about
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-date-button.h"

#include <glib/gi18n.h>

/**
 * KithDateButton:
 *
 * Shows the session's day, with an orange outline when it is not today; a calendar and a line
 * to type in change it.
 */
struct _KithDateButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkLabel *label;
  GtkEntry *entry;
  GtkCalendar *calendar;
  GtkButton *today;

  KithSession *session;
  gboolean is_showing; /* the calendar is being set, not used */
};

G_DEFINE_FINAL_TYPE (KithDateButton, kith_date_button, GTK_TYPE_WIDGET)

static void
show_day (KithDateButton *self)
{
  KithDate day = kith_session_get_as_at (self->session);
  gboolean is_today = day == kith_date_today ();
  g_autofree char *text = kith_date_dup_text (day, KITH_DATE_SHORT);
  g_autofree char *name = g_strdup_printf (_ ("As at %s"), text);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  gtk_label_set_text (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               is_today ? _ ("As at today. Ask about another day")
                                        : _ ("This is not today. Ask about another day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (is_today)
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "not-today");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "not-today");
  gtk_widget_set_sensitive (GTK_WIDGET (self->today), !is_today);

  kith_date_get_parts (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  self->is_showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->is_showing = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
day_selected_cb (KithDateButton *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  if (self->is_showing)
    return;
  kith_session_set_as_at (self->session,
                          kith_date_new (g_date_time_get_year (date), g_date_time_get_month (date),
                                         g_date_time_get_day_of_month (date)));
}

static void
entry_activated_cb (KithDateButton *self)
{
  KithDate day = KITH_DATE_UNKNOWN;

  if (!kith_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1, &day) ||
      day == KITH_DATE_UNKNOWN)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
      return;
    }
  gtk_popover_popdown (self->popover);
  kith_session_set_as_at (self->session, day);
  show_day (self);
}

static void
today_cb (KithDateButton *self)
{
  gtk_popover_popdown (self->popover);
  kith_session_set_as_at (self->session, kith_date_today ());
}

static void
kith_date_button_dispose (GObject *object)
{
  KithDateButton *self = KITH_DATE_BUTTON (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kith_date_button_parent_class)->dispose (object);
}

static void
kith_date_button_class_init (KithDateButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_date_button_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, KithDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, KithDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, KithDateButton, label);
  gtk_widget_class_bind_template_child (widget_class, KithDateButton, entry);
  gtk_widget_class_bind_template_child (widget_class, KithDateButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, KithDateButton, today);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
}

static void
kith_date_button_init (KithDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_date_button_set_session:
 * @session: whose day it is; set once
 */
void
kith_date_button_set_session (KithDateButton *self, KithSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "as-at-changed", G_CALLBACK (show_day), self,
                           G_CONNECT_SWAPPED);
  show_day (self);
}

/**
 * kith_date_button_popup:
 *
 * Opens the calendar.
 */
void
kith_date_button_popup (KithDateButton *self)
{
  gtk_menu_button_popup (self->button);
}

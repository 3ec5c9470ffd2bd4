/* kith-school-pane.c: the selected school: who it is, its findings, who it works with
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-school-pane.h"
#include "kith-aside-dialog.h"
#include "kith-finding-view.h"
#include "kith-school-map.h"
#include "kith-story-rows.h"
#include "kith-tier-sign.h"
#include "kith-worklist.h"
#include "kith-widgets.h"

#include <glib/gi18n.h>

/**
 * KithSchoolPane:
 *
 * Follows the session's selection. Findings are built anew for each school: they are few, and
 * none has a life of its own.
 */
struct _KithSchoolPane
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkScrolledWindow *scroll;
  KithTierSign *sign;
  GtkLabel *name;
  GtkLabel *facts;
  KithSchoolMap *map;
  GtkCheckButton *tick;
  GtkBox *findings;
  GtkLabel *no_findings;
  KithStoryRows *story;

  KithSession *session;
  gint64 shown; /* the school that the pane was built for */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (KithSchoolPane, kith_school_pane, ADW_TYPE_BIN)

static void
show_facts (KithSchoolPane *self, KithRollItem *item)
{
  const KithSchool *record = kith_roll_item_get_school (item)->record;
  const KithRollRow *row = kith_roll_item_get_row (item);
  g_autoptr (GString) facts = g_string_new (kith_tier_get_words (row->tier));

  if (kith_roll_item_get_authority (item) != NULL)
    g_string_append_printf (facts, " · %s", kith_roll_item_get_authority (item));
  if (record->pupils != KITH_INT_NONE)
    {
      g_autofree char *pupils = kith_text_dup_count (record->pupils);

      g_string_append_printf (facts, " · ");
      g_string_append_printf (facts, ngettext ("%s pupil", "%s pupils", record->pupils), pupils);
    }
  g_string_append_printf (facts, " · URN %" G_GINT64_FORMAT, record->urn);

  kith_tier_sign_show (self->sign, row->tier, kith_roll_item_get_school (item)->phase);
  gtk_label_set_text (self->name, kith_roll_item_get_name (item));
  gtk_label_set_text (self->facts, facts->str);
}

/* Whether somebody has seen to the school, who and when. */
static void
show_tick (KithSchoolPane *self, const KithRollRow *row)
{
  g_autoptr (GString) words = g_string_new (_ ("Ticked off the worklist"));

  if (row->tick != NULL)
    {
      g_autofree char *since = kith_date_dup_text (row->tick->since, KITH_DATE_LONG);

      if (row->tick->by != NULL)
        g_string_append_printf (words, _ (" by %s"), row->tick->by);
      g_string_append_printf (words, _ (" on %s"), since);
    }
  self->is_showing = TRUE;
  gtk_check_button_set_label (self->tick,
                              row->tick != NULL ? words->str : _ ("Tick off the worklist"));
  gtk_check_button_set_active (self->tick, row->tick != NULL);
  self->is_showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->tick),
                          row->tick != NULL || kith_worklist_is_waiting (row));
  gtk_widget_set_sensitive (GTK_WIDGET (self->tick), !kith_session_is_read_only (self->session));
}

static void
tick_toggled_cb (KithSchoolPane *self)
{
  if (!self->is_showing)
    kith_aside_tick (self->session, kith_session_get_selected (self->session),
                     gtk_check_button_get_active (self->tick));
}

static void
show_findings (KithSchoolPane *self, const KithRollRow *row)
{
  kith_widgets_clear (GTK_WIDGET (self->findings));
  for (guint i = 0; i < row->n_findings; i++)
    gtk_box_append (self->findings, kith_finding_view_new (&row->findings[i], self->session));
  for (guint i = 0; i < row->n_set_aside; i++)
    gtk_box_append (self->findings,
                    kith_finding_view_new_aside (&row->set_aside[i], self->session));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), row->n_findings + row->n_set_aside > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_findings), row->n_findings == 0);
}

static void
show_school (KithSchoolPane *self)
{
  gint64 urn = kith_session_get_selected (self->session);
  KithRoll *roll = kith_session_get_roll (self->session);
  g_autoptr (KithRollItem) item = kith_session_find_school (self->session, urn);

  if (item == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, urn == 0 || roll == NULL ? "none" : "away");
      return;
    }
  show_facts (self, item);
  show_tick (self, kith_roll_item_get_row (item));
  show_findings (self, kith_roll_item_get_row (item));
  /* what an officer reads stays where it is while they edit it */
  if (self->shown != urn)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
  self->shown = urn;
  gtk_stack_set_visible_child_name (self->stack, "school");
}

static void
kith_school_pane_dispose (GObject *object)
{
  g_clear_object (&KITH_SCHOOL_PANE (object)->session);
  G_OBJECT_CLASS (kith_school_pane_parent_class)->dispose (object);
}

static void
kith_school_pane_class_init (KithSchoolPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_school_pane_dispose;
  g_type_ensure (KITH_TYPE_TIER_SIGN);
  g_type_ensure (KITH_TYPE_SCHOOL_MAP);
  g_type_ensure (KITH_TYPE_STORY_ROWS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-school-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, stack);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, scroll);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, sign);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, name);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, facts);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, map);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, tick);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, findings);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, no_findings);
  gtk_widget_class_bind_template_child (widget_class, KithSchoolPane, story);
  gtk_widget_class_bind_template_callback (widget_class, tick_toggled_cb);
}

static void
kith_school_pane_init (KithSchoolPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kith_tier_sign_set_size (self->sign, 30);
}

/**
 * kith_school_pane_set_session:
 * @session: whose selection is followed; set once
 */
void
kith_school_pane_set_session (KithSchoolPane *self, KithSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (show_school), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (show_school), self,
                           G_CONNECT_SWAPPED);
  kith_school_map_set_session (self->map, session);
  kith_story_rows_set_session (self->story, session);
  show_school (self);
}

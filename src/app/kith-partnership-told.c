/* kith-partnership-told.c: a partnership's story, told in a worker, and its words as widgets
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-partnership-told.h"
#include "kith-finding-view.h"
#include "kith-member-item.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  KithRoll *roll;
  gint64 id;
} TellOrder;

static void
free_order (TellOrder *order)
{
  kith_roll_unref (order->roll);
  g_free (order);
}

static void
tell_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TellOrder *order = data;
  KithArrangementStory *story = kith_arrangement_story_new (order->roll, order->id);
  KithPartnershipTold *told;

  if (story == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  told = g_new0 (KithPartnershipTold, 1);
  told->story = story;
  told->members = kith_member_item_list_members (order->roll, story);
  told->not_reached = kith_member_item_list_not_reached (order->roll, story);
  g_task_return_pointer (task, told, (GDestroyNotify)kith_partnership_told_free);
}

/**
 * kith_partnership_told_make:
 * @roll: the roll
 * @id: of an arrangement
 * @cancellable: gives up
 * @callback: called with all of it
 *
 * Tells everything about a partnership, without holding anybody up.
 */
void
kith_partnership_told_make (KithRoll *roll,
                            gint64 id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  TellOrder *order = g_new0 (TellOrder, 1);

  order->roll = kith_roll_ref (roll);
  order->id = id;
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, tell_in_worker);
}

/**
 * kith_partnership_told_finish:
 *
 * Returns: (transfer full): all of it; %NULL where the register does not hold it, or with @error
 *   set
 */
KithPartnershipTold *
kith_partnership_told_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kith_partnership_told_free:
 * @self: (transfer full) (nullable): all of it
 */
void
kith_partnership_told_free (KithPartnershipTold *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->not_reached);
  kith_arrangement_story_free (self->story);
  g_free (self);
}

static void
append_day (GString *facts, const char *format, KithDate day)
{
  g_autofree char *text = NULL;

  if (day == KITH_DATE_UNKNOWN)
    return;
  text = kith_date_dup_text (day, KITH_DATE_LONG);
  g_string_append (facts, " · ");
  g_string_append_printf (facts, format, text);
}

/**
 * kith_partnership_told_dup_facts:
 *
 * Returns: (transfer full): "hub · led by Pond Street · since 1 September 2018"
 */
char *
kith_partnership_told_dup_facts (const KithPartnershipTold *self)
{
  const KithPartnership *partnership = &self->story->partnership;
  GString *facts = g_string_new (_ (kith_kind_get_info (partnership->kind)->words));

  if (partnership->state != KITH_PARTNERSHIP_ACTIVE)
    g_string_append_printf (facts, " · %s", kith_partnership_state_get_words (partnership->state));
  append_day (facts, _ ("ended on %s"), partnership->ended);
  if (self->story->lead != NULL)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, _ ("led by %s"), self->story->lead);
    }
  if (self->story->parent != NULL)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, _ ("part of %s"), self->story->parent);
    }
  append_day (facts, _ ("since %s"), partnership->record->starts);
  if (partnership->record->focus != NULL)
    g_string_append_printf (facts, " · %s", partnership->record->focus);
  return g_string_free (facts, FALSE);
}

static GtkWidget *
new_words (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* it can be marked with the mouse, and the keyboard passes over it */
  gtk_widget_set_focusable (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_heading (GtkBox *box, const char *text)
{
  gtk_box_append (box, new_words (text, "partnership-heading"));
}

static void
fill_findings (const KithRollArrangement *row, KithSession *session, GtkBox *box)
{
  GtkWidget *list;

  if (row == NULL || row->n_findings + row->n_set_aside == 0)
    return;
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (list, "findings");
  gtk_widget_add_css_class (list, "card");
  for (guint f = 0; f < row->n_findings; f++)
    gtk_box_append (GTK_BOX (list), kith_finding_view_new (&row->findings[f], session));
  for (guint f = 0; f < row->n_set_aside; f++)
    gtk_box_append (GTK_BOX (list), kith_finding_view_new_aside (&row->set_aside[f], session));
  gtk_box_append (box, list);
}

/* A line of a table: a sign where there is one, what it is, and how it stands. */
static void
attach_line (GtkGrid *grid, int line, const char *sign, const char *name, const char *words)
{
  GtkWidget *title = new_words (name, NULL), *said = new_words (words, NULL);

  gtk_widget_set_hexpand (said, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (title), 22);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 22);
  if (sign != NULL)
    gtk_grid_attach (grid, new_words (sign, NULL), 0, line, 1, 1);
  gtk_grid_attach (grid, title, 1, line, 1, 1);
  gtk_grid_attach (grid, said, 2, line, 1, 1);
}

static GtkGrid *
append_grid (GtkBox *box)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_box_append (box, grid);
  return GTK_GRID (grid);
}

/* What lapses soon, or has, is marked by a shape. */
static void
fill_lapses (const KithArrangementStory *story, KithDate as_at, GtkBox *box)
{
  GtkGrid *grid;

  append_heading (box, _ ("Agreements and dates"));
  grid = append_grid (box);
  for (guint l = 0; l < KITH_N_CLOCKS; l++)
    {
      const KithLapse *lapse = &story->lapses[l];
      g_autofree char *words = kith_lapse_dup_words (lapse, as_at);
      const char *sign = lapse->state == KITH_LAPSE_PAST   ? "●"
                         : lapse->state == KITH_LAPSE_SOON ? "▲"
                                                           : NULL;

      attach_line (grid, (int)l, sign, kith_clock_get_words (lapse->clock), words);
    }
}

static void
fill_conditions (const KithArrangementStory *story, GtkBox *box)
{
  static const char *const signs[] = {
    [KITH_CONDITION_UNRECORDED] = "◌",
    [KITH_CONDITION_NOT_MET] = "✗",
    [KITH_CONDITION_MET] = "✓",
  };
  GtkGrid *grid;

  if (!story->has_conditions)
    return;
  append_heading (box, _ ("What makes it work, as far as the record shows"));
  grid = append_grid (box);
  for (guint c = 0; c < KITH_N_CONDITIONS; c++)
    {
      const KithCondition *condition = &story->conditions[c];
      g_autofree char *words = g_strdup_printf (
          "%s. %s", kith_condition_state_get_words (condition->state), condition->evidence);
      gunichar first = g_unichar_toupper (g_utf8_get_char (words));
      g_autoptr (GString) said = g_string_new (NULL);

      g_string_append_unichar (said, first);
      g_string_append (said, g_utf8_next_char (words));
      attach_line (grid, (int)c, signs[condition->state],
                   kith_condition_get_words ((KithConditionCode)c), said->str);
    }
}

static char *
dup_load (const KithStoryPerson *person)
{
  const KithLoad *load = &person->load;
  g_autoptr (GString) words = g_string_new (person->part);

  g_string_append_printf (
      words,
      ngettext ("; carries %u partnership", "; carries %u partnerships", load->n_arrangements),
      load->n_arrangements);
  if (!load->is_in_post)
    g_string_append (words, _ ("; has left every post"));
  else if (isnan (load->days_a_year))
    g_string_append (words, _ ("; days a year not recorded"));
  else
    g_string_append_printf (words, _ ("; %g days a year"), load->days_a_year);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
fill_people (const KithArrangementStory *story, GtkBox *box)
{
  GtkGrid *grid;

  if (story->people->len == 0 && story->support == NULL)
    return;
  append_heading (box, _ ("Give and take"));
  if (story->support != NULL)
    gtk_box_append (box, new_words (story->support, NULL));
  grid = append_grid (box);
  for (guint p = 0; p < story->people->len; p++)
    {
      const KithStoryPerson *person = &g_array_index (story->people, KithStoryPerson, p);
      g_autofree char *load = dup_load (person);

      attach_line (grid, (int)p, NULL, person->name, load);
    }
}

/**
 * kith_partnership_told_fill:
 * @as_at: the roll's date
 * @session: whose partnership it is
 * @box: an empty box
 *
 * Puts what is said of it into @box: findings, reach, give and take, dates and conditions. The
 * widgets keep nothing of @self.
 */
void
kith_partnership_told_fill (const KithPartnershipTold *self,
                            KithDate as_at,
                            KithSession *session,
                            GtkBox *box)
{
  const KithArrangementStory *story = self->story;

  fill_findings (story->partnership.row, session, box);
  if (story->reach != NULL)
    {
      append_heading (box, _ ("Reach"));
      gtk_box_append (box, new_words (story->reach, NULL));
    }
  fill_conditions (story, box);
  fill_lapses (story, as_at, box);
  fill_people (story, box);
}

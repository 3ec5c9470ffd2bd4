/* kith-filter-popover.c: which schools are shown, by authority, phase, trust, finding, what is
 * to do and what is chosen
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-filter-popover.h"
#include "kith-roll-item.h"

#include <glib/gi18n.h>

typedef enum
{
  CHOICE_AUTHORITY,
  CHOICE_PHASE,
  CHOICE_TRUST,
  CHOICE_FINDING,
  N_CHOICES,
} Choice;

/**
 * KithFilterPopover:
 *
 * Four lists to choose from. Each offers only what occurs in the roll, and its first line is
 * "any". They are filled when somebody looks, or while something is chosen. Signal "changed":
 * another choice.
 */
struct _KithFilterPopover
{
  GtkPopover parent_instance;

  GtkDropDown *authority;
  GtkDropDown *phase;
  GtkDropDown *trust;
  GtkDropDown *finding;
  GtkCheckButton *to_do;
  GtkCheckButton *only;
  KithRollFilter *filter;
  KithChosen *chosen;
  GArray *phases;   /* of int: what the lines of the list stand for */
  GArray *findings; /* of int */
  GListModel *schools;
  gboolean is_stale; /* the lists do not offer what occurs among the schools now */
  gboolean is_filling;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (KithFilterPopover, kith_filter_popover, GTK_TYPE_POPOVER)

static GtkDropDown *
get_choice (KithFilterPopover *self, Choice choice)
{
  GtkDropDown *const choices[N_CHOICES] = { self->authority, self->phase, self->trust,
                                            self->finding };

  return choices[choice];
}

/* The chosen words, NULL for "any". */
static const char *
get_words (GtkDropDown *list)
{
  GtkStringObject *line = gtk_drop_down_get_selected_item (list);

  if (line == NULL || gtk_drop_down_get_selected (list) == 0)
    return NULL;
  return gtk_string_object_get_string (line);
}

static int
get_number (GtkDropDown *list, GArray *numbers)
{
  guint selected = gtk_drop_down_get_selected (list);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected > numbers->len)
    return -1;
  return g_array_index (numbers, int, selected - 1);
}

static void
apply (KithFilterPopover *self)
{
  const char *trust = get_words (self->trust);

  if (self->is_filling || self->filter == NULL)
    return;
  kith_roll_filter_set_authority (self->filter, get_words (self->authority));
  kith_roll_filter_set_phase (self->filter, get_number (self->phase, self->phases));
  kith_roll_filter_set_trust (self->filter, g_strcmp0 (trust, _ ("no trust")) == 0 ? "" : trust);
  kith_roll_filter_set_finding (self->filter, get_number (self->finding, self->findings));
  kith_roll_filter_set_to_do (self->filter, gtk_check_button_get_active (self->to_do));
  kith_roll_filter_set_only (self->filter,
                             gtk_check_button_get_active (self->only) ? self->chosen : NULL);
  g_signal_emit (self, changed_signal, 0);
}

/* Puts words into a list and keeps what was chosen, if it is still there. */
static void
fill_list (GtkDropDown *list, const char *any, GPtrArray *words)
{
  g_autofree char *chosen = g_strdup (get_words (list));
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (lines, any);
  for (guint i = 0; i < words->len; i++)
    {
      gtk_string_list_append (lines, words->pdata[i]);
      if (g_strcmp0 (chosen, words->pdata[i]) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (list, G_LIST_MODEL (lines));
  gtk_drop_down_set_selected (list, selected);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *)a, *(const char *const *)b);
}

static void
fill_names (GtkDropDown *list, const char *any, const char *none, GHashTable *names)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (words, name);
  g_ptr_array_sort (words, compare_words);
  if (none != NULL)
    g_ptr_array_insert (words, 0, (gpointer)none);
  fill_list (list, any, words);
}

static void
fill_numbers (GtkDropDown *list,
              const char *any,
              GArray *numbers,
              guint64 seen,
              int n,
              const char *(*get_name) (int number))
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_array_set_size (numbers, 0);
  for (int i = 0; i < n; i++)
    if ((seen & (G_GUINT64_CONSTANT (1) << i)) != 0)
      {
        g_array_append_val (numbers, i);
        g_ptr_array_add (words, (gpointer)get_name (i));
      }
  fill_list (list, any, words);
}

static const char *
get_phase_name (int phase)
{
  return kith_phase_get_words (phase);
}

static const char *
get_finding_name (int code)
{
  return kith_finding_get_words (code);
}

static void
fill_choices (KithFilterPopover *self)
{
  g_autoptr (GHashTable) authorities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) trusts = g_hash_table_new (g_str_hash, g_str_equal);
  guint64 phases = 0;
  guint64 findings = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->schools); i++)
    {
      g_autoptr (KithRollItem) item = g_list_model_get_item (self->schools, i);
      const KithRollRow *row = kith_roll_item_get_row (item);

      if (kith_roll_item_get_authority (item) != NULL)
        g_hash_table_add (authorities, (gpointer)kith_roll_item_get_authority (item));
      if (row->trust != NULL)
        g_hash_table_add (trusts, (gpointer)row->trust);
      phases |= G_GUINT64_CONSTANT (1) << kith_roll_item_get_school (item)->phase;
      for (guint k = 0; k < row->n_findings; k++)
        findings |= G_GUINT64_CONSTANT (1) << row->findings[k].code;
    }

  self->is_stale = FALSE;
  self->is_filling = TRUE;
  fill_names (self->authority, _ ("any authority"), NULL, authorities);
  fill_names (self->trust, _ ("any trust or none"), _ ("no trust"), trusts);
  fill_numbers (self->phase, _ ("any phase"), self->phases, phases, KITH_N_PHASES, get_phase_name);
  fill_numbers (self->finding, _ ("any finding or none"), self->findings, findings, KITH_N_FINDINGS,
                get_finding_name);
  self->is_filling = FALSE;
  apply (self);
}

/* Nobody is not a choice. */
static void
chosen_changed_cb (KithFilterPopover *self)
{
  guint n = kith_chosen_get_n (self->chosen);

  gtk_widget_set_sensitive (GTK_WIDGET (self->only), n > 0);
  if (n == 0)
    gtk_check_button_set_active (self->only, FALSE);
  else if (gtk_check_button_get_active (self->only))
    g_signal_emit (self, changed_signal, 0);
}

static void
clear_cb (KithFilterPopover *self)
{
  kith_filter_popover_clear (self);
}

static void
kith_filter_popover_show (GtkWidget *widget)
{
  KithFilterPopover *self = KITH_FILTER_POPOVER (widget);

  if (self->is_stale)
    fill_choices (self);
  GTK_WIDGET_CLASS (kith_filter_popover_parent_class)->show (widget);
}

static void
kith_filter_popover_dispose (GObject *object)
{
  KithFilterPopover *self = KITH_FILTER_POPOVER (object);

  g_clear_object (&self->filter);
  g_clear_object (&self->chosen);
  g_clear_object (&self->schools);
  G_OBJECT_CLASS (kith_filter_popover_parent_class)->dispose (object);
}

static void
kith_filter_popover_finalize (GObject *object)
{
  KithFilterPopover *self = KITH_FILTER_POPOVER (object);

  g_array_unref (self->phases);
  g_array_unref (self->findings);
  G_OBJECT_CLASS (kith_filter_popover_parent_class)->finalize (object);
}

static void
kith_filter_popover_class_init (KithFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_filter_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_filter_popover_finalize;
  widget_class->show = kith_filter_popover_show;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, KithFilterPopover, authority);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPopover, phase);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPopover, trust);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPopover, finding);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPopover, to_do);
  gtk_widget_class_bind_template_child (widget_class, KithFilterPopover, only);
  gtk_widget_class_bind_template_callback (widget_class, apply);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
kith_filter_popover_init (KithFilterPopover *self)
{
  self->phases = g_array_new (FALSE, FALSE, sizeof (int));
  self->findings = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_filter_popover_set_filter:
 * @filter: what the choices are told to
 * @chosen: whom the filter may be narrowed to; set once
 */
void
kith_filter_popover_set_filter (KithFilterPopover *self, KithRollFilter *filter, KithChosen *chosen)
{
  g_return_if_fail (self->filter == NULL);

  self->filter = g_object_ref (filter);
  self->chosen = g_object_ref (chosen);
  g_signal_connect_object (chosen, "changed", G_CALLBACK (chosen_changed_cb), self,
                           G_CONNECT_SWAPPED);
  chosen_changed_cb (self);
}

/**
 * kith_filter_popover_show_only_chosen:
 *
 * Narrows the filter to the schools that are chosen, and to nothing else.
 */
void
kith_filter_popover_show_only_chosen (KithFilterPopover *self)
{
  kith_filter_popover_clear (self);
  gtk_check_button_set_active (self->only, TRUE);
}

/**
 * kith_filter_popover_show_choices:
 * @schools: a list of #KithRollItem
 *
 * Offers what occurs among @schools.
 */
void
kith_filter_popover_show_choices (KithFilterPopover *self, GListModel *schools)
{
  g_set_object (&self->schools, schools);
  self->is_stale = TRUE;
  /* what was chosen may be gone */
  if (gtk_widget_get_visible (GTK_WIDGET (self)) || kith_filter_popover_count (self) > 0)
    fill_choices (self);
}

/**
 * kith_filter_popover_clear:
 *
 * Chooses "any" in every list, what is done beside what is to do, and everyone.
 */
void
kith_filter_popover_clear (KithFilterPopover *self)
{
  self->is_filling = TRUE;
  for (Choice choice = 0; choice < N_CHOICES; choice++)
    gtk_drop_down_set_selected (get_choice (self, choice), 0);
  gtk_check_button_set_active (self->to_do, FALSE);
  gtk_check_button_set_active (self->only, FALSE);
  self->is_filling = FALSE;
  apply (self);
}

/**
 * kith_filter_popover_count:
 *
 * Returns: in how many lists something else than "any" is chosen; one more where only what is to
 *   do is shown, and where only chosen schools are
 */
guint
kith_filter_popover_count (KithFilterPopover *self)
{
  guint n = gtk_check_button_get_active (self->to_do) + gtk_check_button_get_active (self->only);

  for (Choice choice = 0; choice < N_CHOICES; choice++)
    n += get_words (get_choice (self, choice)) != NULL;
  return n;
}

/**
 * kith_filter_popover_get_part:
 * @part: less than %KITH_FILTER_PARTS
 *
 * Returns: (transfer none) (nullable): what one choice narrows the list to, for people; %NULL
 *   where it does not narrow it
 */
const char *
kith_filter_popover_get_part (KithFilterPopover *self, guint part)
{
  if (part < N_CHOICES)
    return get_words (get_choice (self, (Choice)part));
  if (part == N_CHOICES)
    return gtk_check_button_get_active (self->to_do) ? _ ("still to do") : NULL;
  return gtk_check_button_get_active (self->only) ? _ ("chosen schools") : NULL;
}

/**
 * kith_filter_popover_clear_part:
 * @part: less than %KITH_FILTER_PARTS
 *
 * Takes one choice back.
 */
void
kith_filter_popover_clear_part (KithFilterPopover *self, guint part)
{
  if (part < N_CHOICES)
    gtk_drop_down_set_selected (get_choice (self, (Choice)part), 0);
  else
    gtk_check_button_set_active (part == N_CHOICES ? self->to_do : self->only, FALSE);
}

/**
 * kith_filter_popover_read:
 * @view: (inout): takes what is chosen
 */
void
kith_filter_popover_read (KithFilterPopover *self, KithRollView *view)
{
  const char *trust = get_words (self->trust);

  view->authority = g_strdup (get_words (self->authority));
  view->trust = g_strdup (g_strcmp0 (trust, _ ("no trust")) == 0 ? "" : trust);
  view->phase = get_number (self->phase, self->phases);
  view->finding = get_number (self->finding, self->findings);
  view->is_to_do = gtk_check_button_get_active (self->to_do);
}

static void
choose_words (GtkDropDown *list, const char *words)
{
  GListModel *lines = gtk_drop_down_get_model (list);
  guint selected = 0;

  for (guint i = 1; words != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (GtkStringObject) line = g_list_model_get_item (lines, i);

      if (strcmp (gtk_string_object_get_string (line), words) == 0)
        selected = i;
    }
  gtk_drop_down_set_selected (list, selected);
}

/**
 * kith_filter_popover_choose:
 * @view: what is to be chosen; what occurs nowhere in the roll stays "any"
 */
void
kith_filter_popover_choose (KithFilterPopover *self, const KithRollView *view)
{
  const char *trust = view->trust != NULL && *view->trust == '\0' ? _ ("no trust") : view->trust;

  if (self->is_stale)
    fill_choices (self);
  self->is_filling = TRUE;
  choose_words (self->authority, view->authority);
  choose_words (self->trust, trust);
  choose_words (self->phase, view->phase >= 0 ? get_phase_name (view->phase) : NULL);
  choose_words (self->finding, view->finding >= 0 ? get_finding_name (view->finding) : NULL);
  gtk_check_button_set_active (self->to_do, view->is_to_do);
  gtk_check_button_set_active (self->only, FALSE);
  self->is_filling = FALSE;
  apply (self);
}

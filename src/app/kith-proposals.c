/* kith-proposals.c: proposals of Families beside each other
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-proposals.h"
#include "kith-family-compare.h"

#include <glib/gi18n.h>
#include <math.h>

/* So many schools are named; the others are counted. */
#define MOST_NAMED 60

/* The words take so much of the page; what is more scrolls. */
#define WORDS_PX 96

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * KithProposals:
 *
 * A row an answer: J, sizes, mix, broken rules, who leaves last year's Families, and how many stand
 * elsewhere than in the best. Below, of the answer that is chosen, who these are, and why schools
 * leave.
 *
 * Signals:
 * - chosen: another answer is to be looked at
 */
struct _KithProposals
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GtkLabel *words;

  const KithFamilyWork *work; /* the page's; NULL where there is none */
  guint chosen;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (KithProposals, kith_proposals, ADW_TYPE_BIN)

static const KithFamilyAnswer *
get_answer (KithProposals *self, guint number)
{
  return g_ptr_array_index (self->work->proposal->answers, number);
}

static const char *
get_name (KithProposals *self, guint school)
{
  const KithFamilyPool *pool = self->work->pool;

  return kith_network_get_schools (
             pool->network,
             &(guint){ 0 })[g_array_index (pool->schools, KithPoolSchool, school).school]
      .record->name;
}

static void
add_cell (KithProposals *self, guint column, guint row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, row == 0 ? "evidence" : "numeric");
  gtk_grid_attach (self->grid, label, (int)column, (int)row, 1, 1);
}

/* A school that leaves, with what its staying would cost. */
static void
append_mover (GString *text, KithProposals *self, const KithFamilyMover *mover)
{
  g_string_append_printf (text, "\n%s: ", get_name (self, mover->school));
  if (isnan (mover->price))
    g_string_append (text, _ ("its Family does not go on."));
  else
    g_string_append_printf (text,
                            mover->breaks ? _ ("staying would change J by %+.3f, and break a rule.")
                                          : _ ("staying would change J by %+.3f."),
                            mover->price);
}

static void
append_movers (GString *text, KithProposals *self)
{
  g_autoptr (GArray) movers =
      kith_family_list_movers (self->work->pool, get_answer (self, self->chosen));

  if (self->work->pool->problem->previous == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text,
                          g_dngettext (NULL, "%u school leaves the Family that it is in.",
                                       "%u schools leave the Family that they are in.",
                                       movers->len),
                          movers->len);
  for (guint m = 0; m < movers->len && m < MOST_NAMED; m++)
    append_mover (text, self, &g_array_index (movers, KithFamilyMover, m));
  if (movers->len > MOST_NAMED)
    g_string_append_printf (text, _ ("\nand %u more"), movers->len - MOST_NAMED);
}

static void
append_elsewhere (GString *text, KithProposals *self)
{
  g_autoptr (GArray) elsewhere = kith_family_list_elsewhere (self->work->pool, get_answer (self, 0),
                                                             get_answer (self, self->chosen));

  if (self->chosen == 0)
    return;
  g_string_append_printf (
      text,
      g_dngettext (NULL, "%u school stands elsewhere than in the best: ",
                   "%u schools stand elsewhere than in the best: ", elsewhere->len),
      elsewhere->len);
  for (guint e = 0; e < elsewhere->len && e < MOST_NAMED; e++)
    g_string_append_printf (text, "%s%s", e > 0 ? ", " : "",
                            get_name (self, g_array_index (elsewhere, guint, e)));
  if (elsewhere->len > MOST_NAMED)
    g_string_append_printf (text, _ (" and %u more"), elsewhere->len - MOST_NAMED);
  g_string_append_c (text, '.');
}

static void
show_chosen (KithProposals *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_elsewhere (text, self);
  append_movers (text, self);
  gtk_label_set_text (self->words, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->words), text->len > 0);
}

static void
toggled_cb (GtkCheckButton *button, KithProposals *self)
{
  if (self->is_filling || !gtk_check_button_get_active (button))
    return;
  self->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number"));
  show_chosen (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static GtkWidget *
make_choice (KithProposals *self, guint number, GtkWidget *group)
{
  g_autofree char *words = g_strdup_printf (_ ("Seed %u"), get_answer (self, number)->seed);
  GtkWidget *choice = gtk_check_button_new_with_label (words);

  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), GTK_CHECK_BUTTON (group));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), number == self->chosen);
  g_object_set_data (G_OBJECT (choice), "number", GUINT_TO_POINTER (number));
  g_signal_connect_object (choice, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_grid_attach (self->grid, choice, 0, (int)number + 1, 1, 1);
  return choice;
}

static void
add_answer (KithProposals *self, guint number)
{
  const KithFamilyAnswer *answer = get_answer (self, number);
  KithFamilyTraits traits = kith_family_traits_measure (self->work->pool, answer);
  g_autoptr (GArray) elsewhere =
      kith_family_list_elsewhere (self->work->pool, get_answer (self, 0), answer);
  double estimate = self->work->proposal->estimate;
  char *cells[] = {
    g_strdup_printf ("%.2f", answer->objective),
    estimate > 0 ? g_strdup_printf ("%.2f", answer->objective / estimate) : g_strdup ("–"),
    g_strdup_printf ("%u–%u", traits.least, traits.most),
    g_strdup_printf ("%u", traits.least_authorities),
    g_strdup_printf ("%.0f%%", 100 * traits.most_share),
    g_strdup_printf ("%u", answer->n_broken),
    g_strdup_printf ("%u", answer->n_moved),
    g_strdup_printf ("%u", elsewhere->len),
  };

  for (guint c = 0; c < G_N_ELEMENTS (cells); c++)
    {
      add_cell (self, c + 1, number + 1, cells[c]);
      g_free (cells[c]);
    }
}

static void
clear (KithProposals *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
kith_proposals_class_init (KithProposalsClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", KITH_TYPE_PROPOSALS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
kith_proposals_init (KithProposals *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 2);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "evidence");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), WORDS_PX);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * kith_proposals_show:
 * @work: (nullable): a proposal with answers, lives until the next call; %NULL for none
 */
void
kith_proposals_show (KithProposals *self, const KithFamilyWork *work)
{
  static const char *const heads[] = {
    N_ ("Proposal"),      N_ ("J"),      N_ ("Of k-means++"), N_ ("Sizes"),     N_ ("Authorities"),
    N_ ("Largest share"), N_ ("Broken"), N_ ("Leave"),        N_ ("Elsewhere"),
  };
  GtkWidget *group = NULL;

  self->work = work;
  self->chosen = 0;
  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), work != NULL);
  if (work == NULL)
    return;
  self->is_filling = TRUE;
  for (guint h = 0; h < G_N_ELEMENTS (heads); h++)
    add_cell (self, h, 0, _ (heads[h]));
  for (guint a = 0; a < work->proposal->answers->len; a++)
    {
      GtkWidget *choice = make_choice (self, a, group);

      group = group == NULL ? choice : group;
      add_answer (self, a);
    }
  self->is_filling = FALSE;
  show_chosen (self);
}

/**
 * kith_proposals_get_chosen:
 *
 * Returns: number of the answer that is looked at
 */
guint
kith_proposals_get_chosen (KithProposals *self)
{
  return self->chosen;
}

/* kith-suppose-view.c: something is taken away or added, and what would be
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-suppose-view.h"
#include "kith-candidates.h"
#include "kith-look.h"
#include "kith-suppose-dialog.h"
#include "kith-supposed-list.h"
#include "kith-thing-search.h"

#include <glib/gi18n.h>
#include <math.h>

/* The rows of the comparison: counts of the network, then the tiers. */
enum
{
  ROW_ALONE,
  ROW_LINKS,
  ROW_PIECES,
  ROW_LARGEST,
  ROW_APART,
  ROW_TIER,
  N_ROWS = ROW_TIER + KITH_N_TIERS,
};

/**
 * KithSupposeView:
 *
 * What is supposed, as buttons that take it back; what would be, beside what is; and the schools
 * that it touches. The register is not touched.
 */
struct _KithSupposeView
{
  AdwBin parent_instance;

  KithThingSearch *search;
  GtkFlowBox *supposed;
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *summary;
  GtkGrid *grid;
  KithSupposedList *schools;

  KithSession *session;
  KithLook *candidates_look;
  KithLook *look;
  GPtrArray *suppositions;    /* of KithSupposition */
  GtkLabel *cells[N_ROWS][2]; /* before and after */
};

G_DEFINE_FINAL_TYPE (KithSupposeView, kith_suppose_view, ADW_TYPE_BIN)

/* In workers. */

static gpointer
list_candidates (KithRoll *roll, GPtrArray *question, KithJob *job, GError **error)
{
  return kith_candidates_list (roll);
}

static gpointer
suppose (KithRoll *roll, GPtrArray *question, KithJob *job, GError **error)
{
  return question == NULL || question->len == 0 ? NULL
                                                : kith_supposed_new (roll, question, job, error);
}

static void
show_candidates (GtkWidget *widget, gpointer answer)
{
  kith_thing_search_set_candidates (KITH_SUPPOSE_VIEW (widget)->search, answer);
}

/* The comparison. */

static void
set_cell (KithSupposeView *self, guint row, gboolean is_after, char *text)
{
  gtk_label_set_text (self->cells[row][is_after], text);
  g_free (text);
}

static void
mark_changed (KithSupposeView *self, guint row)
{
  gboolean is_changed = strcmp (gtk_label_get_text (self->cells[row][0]),
                                gtk_label_get_text (self->cells[row][1])) != 0;

  if (is_changed)
    gtk_widget_add_css_class (GTK_WIDGET (self->cells[row][1]), "changed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->cells[row][1]), "changed");
}

static void
show_side (KithSupposeView *self, const KithWhatIf *what_if, gboolean is_after)
{
  const KithWhatIfSide *side = kith_what_if_get_side (what_if, is_after);
  const KithRoll *roll = kith_what_if_get_roll (what_if, is_after);

  set_cell (self, ROW_ALONE, is_after, kith_text_dup_count (side->n_alone));
  set_cell (self, ROW_LINKS, is_after, kith_text_dup_count (side->n_links));
  set_cell (self, ROW_PIECES, is_after, kith_text_dup_count (side->n_components));
  set_cell (self, ROW_LARGEST, is_after, kith_text_dup_count (side->largest));
  set_cell (self, ROW_APART, is_after,
            isnan (side->fragmentation) ? g_strdup ("–")
                                        : g_strdup_printf ("%.2f%%", 100 * side->fragmentation));
  for (guint t = 0; t < KITH_N_TIERS; t++)
    set_cell (self, ROW_TIER + t, is_after, kith_text_dup_count (kith_roll_count_tier (roll, t)));
}

static char *
dup_title (const KithSupposeView *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint s = 0; s < self->suppositions->len; s++)
    g_ptr_array_add (words, ((KithSupposition *)self->suppositions->pdata[s])->words);
  g_ptr_array_add (words, NULL);
  return kith_text_dup_list ((const char *const *)words->pdata);
}

static void
add_sentence (GString *text, guint n, const char *one, const char *many)
{
  g_autofree char *count = kith_text_dup_count (n);

  if (n > 0)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? " " : "", count, n == 1 ? one : many);
}

static char *
dup_summary (const KithSupposed *supposed)
{
  GString *text = g_string_new (NULL);
  guint n, n_alone = 0, n_lose = 0, n_gain = 0;
  const KithWhatIfSchool *schools = kith_what_if_get_schools (supposed->what_if, &n);

  for (guint i = 0; i < n; i++)
    if (schools[i].after != KITH_INDEX_NONE)
      {
        gboolean is_alone = schools[i].n_links_before > 0 && schools[i].n_links_after == 0;

        n_alone += is_alone;
        n_lose += schools[i].n_lost > 0 && !is_alone;
        n_gain += schools[i].n_gained > 0;
      }
  add_sentence (text, n_alone, _ ("school would lose its last link."),
                _ ("schools would lose their last link."));
  add_sentence (text, n_lose, _ ("school would lose links and keep others."),
                _ ("schools would lose links and keep others."));
  add_sentence (text, n_gain, _ ("school would gain links."), _ ("schools would gain links."));
  if (n_alone + n_lose + n_gain == 0)
    g_string_append (text, _ ("No school would lose or gain a link."));
  if (supposed->ended != NULL)
    g_string_append_printf (text, " %s", supposed->ended);
  g_string_append_printf (text, " %s",
                          _ ("Asked as though it had never been recorded; the register is as it "
                             "was."));
  return g_string_free (text, FALSE);
}

static void
show_supposed (GtkWidget *widget, gpointer answer)
{
  KithSupposeView *self = KITH_SUPPOSE_VIEW (widget);
  const KithSupposed *supposed = answer;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;

  kith_supposed_list_show (self->schools, supposed != NULL ? supposed->what_if : NULL);
  if (supposed == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack,
                                        self->suppositions->len > 0 ? "looking" : "nothing");
      return;
    }
  title = dup_title (self);
  summary = dup_summary (supposed);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
  show_side (self, supposed->what_if, FALSE);
  show_side (self, supposed->what_if, TRUE);
  for (guint row = 0; row < N_ROWS; row++)
    mark_changed (self, row);
  gtk_stack_set_visible_child_name (self->stack, "answer");
}

/* What is supposed. */

static void
ask (KithSupposeView *self)
{
  g_autoptr (GPtrArray) question =
      g_ptr_array_new_full (self->suppositions->len, (GDestroyNotify)kith_supposition_free);

  for (guint s = 0; s < self->suppositions->len; s++)
    g_ptr_array_add (question, kith_supposition_copy (self->suppositions->pdata[s]));
  gtk_stack_set_visible_child_name (self->stack, question->len > 0 ? "looking" : "nothing");
  kith_supposed_list_show (self->schools, NULL);
  kith_look_ask (self->look, question);
}

static void take_back_cb (KithSupposeView *self, GtkButton *button);

static void
show_suppositions (KithSupposeView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->supposed))) != NULL)
    gtk_flow_box_remove (self->supposed, child);
  for (guint s = 0; s < self->suppositions->len; s++)
    {
      const KithSupposition *supposition = self->suppositions->pdata[s];
      GtkWidget *button = gtk_button_new ();
      GtkWidget *content = adw_button_content_new ();
      g_autofree char *name = g_strdup_printf (_ ("%s: take this back"), supposition->words);

      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), supposition->words);
      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "window-close-symbolic");
      gtk_button_set_child (GTK_BUTTON (button), content);
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (take_back_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_flow_box_append (self->supposed, button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->supposed), self->suppositions->len > 0);
}

static void
take_back_cb (KithSupposeView *self, GtkButton *button)
{
  GtkWidget *child = gtk_widget_get_parent (GTK_WIDGET (button));

  g_ptr_array_remove_index (self->suppositions,
                            (guint)gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (child)));
  show_suppositions (self);
  ask (self);
  kith_suppose_view_search (self);
}

static void
chosen_cb (KithSupposeView *self)
{
  g_autoptr (KithThing) thing = kith_thing_copy (kith_thing_search_get_thing (self->search));

  kith_thing_search_clear (self->search);
  kith_suppose_view_add (
      self, kith_supposition_new_without (kith_session_get_ledger (self->session), thing));
}

static void
add_clicked_cb (KithSupposeView *self)
{
  GPtrArray *candidates = kith_look_get_answer (self->candidates_look);

  if (candidates != NULL)
    kith_suppose_dialog_begin (self, self->session, candidates);
}

/* A register that is closed takes what is supposed with it. */
static void
roll_changed_cb (KithSupposeView *self)
{
  if (kith_session_is_open (self->session) || self->suppositions->len == 0)
    return;
  g_ptr_array_set_size (self->suppositions, 0);
  show_suppositions (self);
  ask (self);
}

/* The view. */

static void
add_row (KithSupposeView *self, guint row, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (self->grid, label, 0, (int)row + 1, 1, 1);
  for (guint side = 0; side < 2; side++)
    {
      self->cells[row][side] = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_xalign (self->cells[row][side], 1);
      gtk_widget_add_css_class (GTK_WIDGET (self->cells[row][side]), "numeric");
      gtk_grid_attach (self->grid, GTK_WIDGET (self->cells[row][side]), (int)side + 1, (int)row + 1,
                       1, 1);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->cells[row][side]),
                                      GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
    }
}

static void
make_grid (KithSupposeView *self)
{
  static const char *const words[] = {
    [ROW_ALONE] = N_ ("Schools without a link"),
    [ROW_LINKS] = N_ ("Links between two schools"),
    [ROW_PIECES] = N_ ("Pieces that no link joins"),
    [ROW_LARGEST] = N_ ("Schools in the largest piece"),
    [ROW_APART] = N_ ("Pairs of schools that no chain of links joins"),
  };

  for (guint row = 0; row < ROW_TIER; row++)
    add_row (self, row, _ (words[row]));
  for (guint t = 0; t < KITH_N_TIERS; t++)
    add_row (self, ROW_TIER + t, kith_tier_get_words ((KithTier)t));
}

static void
kith_suppose_view_dispose (GObject *object)
{
  KithSupposeView *self = KITH_SUPPOSE_VIEW (object);

  g_clear_pointer (&self->candidates_look, kith_look_end);
  g_clear_pointer (&self->look, kith_look_end);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kith_suppose_view_parent_class)->dispose (object);
}

static void
kith_suppose_view_finalize (GObject *object)
{
  g_ptr_array_unref (KITH_SUPPOSE_VIEW (object)->suppositions);
  G_OBJECT_CLASS (kith_suppose_view_parent_class)->finalize (object);
}

static void
kith_suppose_view_class_init (KithSupposeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_suppose_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_suppose_view_finalize;

  g_type_ensure (KITH_TYPE_THING_SEARCH);
  g_type_ensure (KITH_TYPE_SUPPOSED_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-suppose-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSupposeView, search);
  gtk_widget_class_bind_template_child (widget_class, KithSupposeView, supposed);
  gtk_widget_class_bind_template_child (widget_class, KithSupposeView, stack);
  gtk_widget_class_bind_template_child (widget_class, KithSupposeView, title);
  gtk_widget_class_bind_template_child (widget_class, KithSupposeView, summary);
  gtk_widget_class_bind_template_child (widget_class, KithSupposeView, grid);
  gtk_widget_class_bind_template_child (widget_class, KithSupposeView, schools);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
kith_suppose_view_init (KithSupposeView *self)
{
  self->suppositions = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_supposition_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_grid (self);
  kith_thing_search_set_types (self->search, G_MAXUINT,
                               _ ("Person, arrangement, money or school to take away"));
}

/**
 * kith_suppose_view_set_session:
 *
 * Takes the session, once.
 */
void
kith_suppose_view_set_session (KithSupposeView *self, KithSession *session)
{
  self->session = g_object_ref (session);
  kith_supposed_list_set_session (self->schools, session);
  self->candidates_look =
      kith_look_new (GTK_WIDGET (self), session, _ ("Listing what can be taken away"),
                     list_candidates, (GDestroyNotify)g_ptr_array_unref, show_candidates);
  self->look = kith_look_new (GTK_WIDGET (self), session, _ ("Looking at what would be"), suppose,
                              (GDestroyNotify)kith_supposed_free, show_supposed);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (roll_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kith_suppose_view_try_without:
 *
 * Asks about this alone.
 */
void
kith_suppose_view_try_without (KithSupposeView *self, const KithThing *thing)
{
  g_ptr_array_set_size (self->suppositions, 0);
  kith_suppose_view_add (
      self, kith_supposition_new_without (kith_session_get_ledger (self->session), thing));
}

/**
 * kith_suppose_view_add:
 * @supposition: (transfer full): besides those that there are
 */
void
kith_suppose_view_add (KithSupposeView *self, KithSupposition *supposition)
{
  for (guint s = 0; s < self->suppositions->len; s++)
    if (kith_supposition_is_equal (self->suppositions->pdata[s], supposition))
      {
        kith_supposition_free (supposition);
        return;
      }
  g_ptr_array_add (self->suppositions, supposition);
  show_suppositions (self);
  ask (self);
}

/**
 * kith_suppose_view_search:
 *
 * Moves the keyboard to the search.
 */
void
kith_suppose_view_search (KithSupposeView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

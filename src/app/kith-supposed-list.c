/* kith-supposed-list.c: the schools that a what-if touches, as a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-supposed-list.h"
#include "kith-text-column.h"

#include <glib/gi18n.h>

/* A row of the list: cells are texts. */
#define KITH_TYPE_SUPPOSED_ROW (kith_supposed_row_get_type ())
G_DECLARE_FINAL_TYPE (KithSupposedRow, kith_supposed_row, KITH, SUPPOSED_ROW, GObject)

enum
{
  CELL_SCHOOL,
  CELL_LINKS,
  CELL_TIER,
  CELL_FINDINGS,
  N_CELLS,
};

struct _KithSupposedRow
{
  GObject parent_instance;

  gint64 urn;
  char *cells[N_CELLS];
};

G_DEFINE_FINAL_TYPE (KithSupposedRow, kith_supposed_row, G_TYPE_OBJECT)

static void
kith_supposed_row_finalize (GObject *object)
{
  for (guint c = 0; c < N_CELLS; c++)
    g_free (KITH_SUPPOSED_ROW (object)->cells[c]);
  G_OBJECT_CLASS (kith_supposed_row_parent_class)->finalize (object);
}

static void
kith_supposed_row_class_init (KithSupposedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_supposed_row_finalize;
}

static void
kith_supposed_row_init (KithSupposedRow *self)
{
}

/**
 * KithSupposedList:
 *
 * A row for each school that a what-if touches: links, tier and findings before and after. What is
 * selected here is selected everywhere.
 */
struct _KithSupposedList
{
  AdwBin parent_instance;

  GtkColumnView *view;

  KithSession *session;
  GListStore *rows;
  GtkSingleSelection *selection;
  gboolean is_following;
};

G_DEFINE_FINAL_TYPE (KithSupposedList, kith_supposed_list, ADW_TYPE_BIN)

static const struct
{
  const char *title;
  int width; /* 0 for the rest */
} columns[N_CELLS] = {
  [CELL_SCHOOL] = { N_ ("School"), 0 },
  [CELL_LINKS] = { N_ ("Links"), 84 },
  [CELL_TIER] = { N_ ("Tier"), 118 },
  [CELL_FINDINGS] = { N_ ("Findings"), 132 },
};

static char *
dup_links (const KithWhatIfSchool *school)
{
  g_autofree char *before = kith_text_dup_count (school->n_links_before);
  g_autofree char *after = kith_text_dup_count (school->n_links_after);

  if (school->after == KITH_INDEX_NONE)
    return g_strdup_printf (_ ("%s → gone"), before);
  if (school->before == KITH_INDEX_NONE)
    return g_strdup_printf (_ ("new → %s"), after);
  return school->n_lost + school->n_gained == 0 ? g_strdup (before)
                                                : g_strdup_printf ("%s → %s", before, after);
}

static char *
dup_tier (const KithWhatIfSchool *school)
{
  if (school->tier_before == KITH_N_TIERS && school->tier_after == KITH_N_TIERS)
    return g_strdup (_ ("not on the roll"));
  if (school->tier_before == KITH_N_TIERS || school->tier_after == KITH_N_TIERS ||
      school->tier_before == school->tier_after)
    return g_strdup (kith_tier_get_words (
        school->tier_before == KITH_N_TIERS ? school->tier_after : school->tier_before));
  return g_strdup_printf ("%s → %s", kith_tier_get_words (school->tier_before),
                          kith_tier_get_words (school->tier_after));
}

/* Of each school what comes and goes, by URN. */
static GHashTable *
list_turns (KithWhatIf *what_if)
{
  GHashTable *turns = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  guint n;
  const KithWhatIfFinding *findings = kith_what_if_get_findings (what_if, &n);

  for (guint f = 0; f < n; f++)
    {
      const char *earlier = g_hash_table_lookup (turns, &findings[f].urn);
      const KithFinding *finding =
          findings[f].after != NULL ? findings[f].after : findings[f].before;
      char *text =
          g_strdup_printf ("%s%s%s%s", earlier != NULL ? earlier : "", earlier != NULL ? ", " : "",
                           findings[f].after == NULL ? "− " : "+ ", finding->chip);

      g_hash_table_replace (turns, (gpointer)&findings[f].urn, text);
    }
  return turns;
}

static KithSupposedRow *
new_row (const KithWhatIfSchool *school, GHashTable *turns)
{
  KithSupposedRow *row = g_object_new (KITH_TYPE_SUPPOSED_ROW, NULL);
  const char *text = g_hash_table_lookup (turns, &school->record->urn);

  row->urn = school->record->urn;
  row->cells[CELL_SCHOOL] =
      g_strdup (school->record->name != NULL ? school->record->name : _ ("Without a name"));
  row->cells[CELL_LINKS] = dup_links (school);
  row->cells[CELL_TIER] = dup_tier (school);
  row->cells[CELL_FINDINGS] = g_strdup (text != NULL ? text : "");
  return row;
}

static gboolean
query_tooltip_cb (GtkWidget *cell, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (cell));

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL && *text != '\0';
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 0);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (text, TRUE);
  gtk_widget_add_css_class (text, "numeric");
  g_signal_connect (text, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_list_item_set_child (cell, text);
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  KithSupposedRow *row = gtk_list_item_get_item (cell);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (cell)),
                            row->cells[GPOINTER_TO_UINT (data)]);
}

static void
selected_cb (KithSupposedList *self)
{
  KithSupposedRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL && !self->is_following)
    kith_session_set_selected (self->session, row->urn);
}

static void
activated_cb (KithSupposedList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-school", NULL);
}

/* The school that was selected elsewhere, where it is in the list. */
static void
follow (KithSupposedList *self)
{
  gint64 urn = kith_session_get_selected (self->session);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), at = GTK_INVALID_LIST_POSITION;

  for (guint r = 0; r < n && at == GTK_INVALID_LIST_POSITION; r++)
    {
      g_autoptr (KithSupposedRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), r);

      if (row->urn == urn)
        at = r;
    }
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, at);
  self->is_following = FALSE;
}

static void
add_column (KithSupposedList *self, guint cell)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (cell));
  column = gtk_column_view_column_new (_ (columns[cell].title), factory);
  kith_text_column_set_width (column, columns[cell].width);
  gtk_column_view_append_column (self->view, column);
}

static void
kith_supposed_list_dispose (GObject *object)
{
  KithSupposedList *self = KITH_SUPPOSED_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kith_supposed_list_parent_class)->dispose (object);
}

static void
kith_supposed_list_class_init (KithSupposedListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_supposed_list_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-supposed-list.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSupposedList, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
kith_supposed_list_init (KithSupposedList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (KITH_TYPE_SUPPOSED_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  for (guint cell = 0; cell < N_CELLS; cell++)
    add_column (self, cell);
}

/**
 * kith_supposed_list_set_session:
 *
 * Takes the session, once.
 */
void
kith_supposed_list_set_session (KithSupposedList *self, KithSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kith_supposed_list_show:
 * @what_if: (nullable): whose schools; %NULL for none
 */
void
kith_supposed_list_show (KithSupposedList *self, KithWhatIf *what_if)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), n = 0;

  if (what_if != NULL)
    {
      g_autoptr (GHashTable) turns = list_turns (what_if);
      const KithWhatIfSchool *schools = kith_what_if_get_schools (what_if, &n);

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (rows, new_row (&schools[i], turns));
    }
  self->is_following = TRUE;
  g_list_store_splice (self->rows, 0, n_old, rows->pdata, rows->len);
  self->is_following = FALSE;
  follow (self);
}

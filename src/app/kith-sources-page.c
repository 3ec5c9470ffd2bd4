/* kith-sources-page.c: where each fact came from, and what was done when
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sources-page.h"

#include <glib/gi18n.h>

/* A journal grows for years; older entries are reached by undoing, or by the command line. */
#define MOST_ROWS 200
/* Rows are widgets, made on the main thread: no more of them at a time than are made in a
 * moment. */
#define ROWS_AT_ONCE 4

/**
 * KithSourcesPage:
 *
 * The files that were read, newest first, and the journal, each entry with its Undo. Rows are
 * made while the page can be seen.
 */
struct _KithSourcesPage
{
  KithPage parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *sources;
  AdwPreferencesGroup *history;

  GPtrArray *source_rows; /* borrowed from the groups */
  GPtrArray *history_rows;
  KithLedger *ledger;     /* whose files are shown; NULL for none */
  GPtrArray *history_all; /* the journal that is shown, which owns what `newest` borrows */
  GPtrArray *newest;      /* of KithJournalRow */
  gboolean is_stale;      /* the register has changed since */
  guint filling;
};

/* What a file's row unfolds to, on its way into the row. */
typedef struct
{
  AdwExpanderRow *row; /* owns this */
  char **lines;
  guint at;
  guint idle;
} Problems;

G_DEFINE_FINAL_TYPE (KithSourcesPage, kith_sources_page, KITH_TYPE_PAGE)

static void
remove_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
set_row_words (GtkWidget *row, const char *title)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
}

static const char *
get_kind_words (const char *key)
{
  for (KithFileKind kind = 0; kind < KITH_N_FILE_KINDS; kind++)
    if (g_strcmp0 (kith_file_kind_get_key (kind), key) == 0)
      return kith_file_kind_get_words (kind);
  return key;
}

static void
append_count (GString *text, gint64 n, const char *words)
{
  g_autofree char *count = NULL;

  if (n == KITH_INT_NONE)
    return;
  count = kith_text_dup_count (n);
  g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", count, words);
}

static char *
dup_counts (const KithSource *source)
{
  GString *text = g_string_new (NULL);

  append_count (text, source->n_added, _ ("added"));
  append_count (text, source->n_changed, _ ("changed"));
  append_count (text, source->n_unchanged, _ ("unchanged"));
  append_count (text, source->n_rejected, _ ("rejected"));
  if (source->n_skipped > 0)
    append_count (text, source->n_skipped,
                  ngettext ("total row passed over", "total rows passed over", source->n_skipped));
  return g_string_free (text, FALSE);
}

static char *
dup_source_line (const KithSource *source)
{
  GString *line = g_string_new (get_kind_words (source->kind));
  g_autofree char *counts = dup_counts (source);

  if (source->dated != KITH_DATE_UNKNOWN)
    {
      g_autofree char *dated = kith_date_dup_text (source->dated, KITH_DATE_SHORT);

      g_string_append_printf (line, _ (" · of %s"), dated);
    }
  if (source->year != KITH_INT_NONE && source->year > 0)
    g_string_append_printf (line, _ (" · school year %d/%02d"), (int)source->year,
                            (int)(source->year + 1) % 100);
  if (source->read_on != KITH_DATE_UNKNOWN)
    {
      g_autofree char *read_on = kith_date_dup_text (source->read_on, KITH_DATE_SHORT);

      g_string_append_printf (line, _ (" · read on %s"), read_on);
    }
  g_string_append_printf (line, "\n%s", counts);
  return g_string_free (line, FALSE);
}

static GtkWidget *
new_problem_row (const char *problem)
{
  GtkWidget *label = gtk_label_new (problem);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
free_problems (Problems *problems)
{
  g_clear_handle_id (&problems->idle, g_source_remove);
  g_strfreev (problems->lines);
  g_free (problems);
}

static gboolean
add_some_problems_cb (gpointer data)
{
  Problems *problems = data;
  guint n_all = g_strv_length (problems->lines);
  guint n_shown = MIN (n_all, MOST_ROWS);

  for (guint i = 0; i < ROWS_AT_ONCE && problems->at < n_shown; i++)
    adw_expander_row_add_row (problems->row, new_problem_row (problems->lines[problems->at++]));
  if (problems->at < n_shown)
    return G_SOURCE_CONTINUE;

  if (n_all > n_shown)
    {
      g_autofree char *rest = g_strdup_printf (_ ("and %u more"), n_all - n_shown);

      adw_expander_row_add_row (problems->row, new_problem_row (rest));
    }
  problems->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, Problems *problems)
{
  g_signal_handlers_disconnect_by_data (row, problems);
  if (add_some_problems_cb (problems) == G_SOURCE_CONTINUE)
    problems->idle = g_idle_add (add_some_problems_cb, problems);
}

/* The rows are made when it is first unfolded. */
static void
set_problems (AdwExpanderRow *row, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) filled = g_strv_builder_new ();
  Problems *problems = g_new0 (Problems, 1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_strv_builder_add (filled, lines[i]);
  problems->row = row;
  problems->lines = g_strv_builder_end (filled);
  g_object_set_data_full (G_OBJECT (row), "problems", problems, (GDestroyNotify)free_problems);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), problems);
}

static GtkWidget *
new_source_row (const KithSource *source)
{
  gboolean has_problems = !kith_text_is_blank (source->problems);
  GtkWidget *row = has_problems ? adw_expander_row_new () : adw_action_row_new ();
  g_autofree char *line = dup_source_line (source);
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  set_row_words (row, source->name != NULL ? source->name : _ ("a file without a name"));
  if (has_problems)
    {
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), escaped);
      set_problems (ADW_EXPANDER_ROW (row), source->problems);
    }
  else
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    }
  return row;
}

/* Returns: whether there was one left to be shown. */
static gboolean
add_next_source (KithSourcesPage *self)
{
  gsize n = 0;
  const KithSource *sources = kith_ledger_get_rows (self->ledger, KITH_TABLE_SOURCE, &n);
  guint at = self->source_rows->len;
  GtkWidget *row;

  if (at >= MIN (n, MOST_ROWS))
    return FALSE;
  row = new_source_row (&sources[n - 1 - at]);
  adw_preferences_group_add (self->sources, row);
  g_ptr_array_add (self->source_rows, row);
  return TRUE;
}

static void
undo_clicked_cb (GtkButton *button, KithSourcesPage *self)
{
  gint64 *entry = g_object_get_data (G_OBJECT (button), "entry");

  kith_session_undo (kith_page_get_session (KITH_PAGE (self)), *entry);
}

static GtkWidget *
new_undo_button (KithSourcesPage *self, const KithJournalRow *entry)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Undo"));
  g_autofree char *name = g_strdup_printf (_ ("Undo: %s"), entry->what);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "entry",
                          g_memdup2 (&entry->entry, sizeof entry->entry), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (undo_clicked_cb), self, 0);
  return button;
}

static char *
dup_entry_line (const KithJournalRow *entry)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (entry->at);
  g_autofree char *day = NULL;
  g_autofree char *rows = kith_text_dup_count (entry->n_rows);
  g_autoptr (GString) line = g_string_new (NULL);
  KithDate date = kith_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
                                 g_date_time_get_day_of_month (local));

  day = kith_date_dup_text (date, KITH_DATE_SHORT);
  g_string_append_printf (line, _ ("%s, %02d:%02d · %s · "), day, g_date_time_get_hour (local),
                          g_date_time_get_minute (local), entry->who);
  g_string_append_printf (line, ngettext ("%s row", "%s rows", entry->n_rows), rows);
  if (!kith_text_is_blank (entry->why))
    g_string_append_printf (line, " · %s", entry->why);
  if (!kith_text_is_blank (entry->file))
    g_string_append_printf (line, "\n%s", entry->file);
  return g_markup_escape_text (line->str, -1);
}

/* Returns: whether there was one left to be shown. */
static gboolean
add_next_entry (KithSourcesPage *self)
{
  gboolean can_write = !kith_session_is_read_only (kith_page_get_session (KITH_PAGE (self)));
  guint at = self->history_rows->len;
  const KithJournalRow *entry;
  GtkWidget *row;
  g_autofree char *line = NULL;

  if (at >= MIN (self->newest->len, MOST_ROWS))
    return FALSE;
  entry = self->newest->pdata[at];
  row = adw_action_row_new ();
  line = dup_entry_line (entry);
  set_row_words (row, entry->what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  if (entry->undone_by != 0)
    {
      GtkWidget *label = gtk_label_new (_ ("undone"));

      gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  else if (can_write && entry->undoes == 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_undo_button (self, entry));
  adw_preferences_group_add (self->history, row);
  g_ptr_array_add (self->history_rows, row);
  return TRUE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const KithJournalRow *first = *(const KithJournalRow *const *)a;
  const KithJournalRow *second = *(const KithJournalRow *const *)b;

  return first->entry > second->entry ? -1 : first->entry < second->entry ? 1 : 0;
}

static gboolean
show_some_cb (gpointer data)
{
  KithSourcesPage *self = KITH_SOURCES_PAGE (data);

  for (guint i = 0; i < ROWS_AT_ONCE; i++)
    if (!add_next_source (self) && !add_next_entry (self))
      {
        self->filling = 0;
        return G_SOURCE_REMOVE;
      }
  return G_SOURCE_CONTINUE;
}

static void
stop_filling (KithSourcesPage *self)
{
  g_clear_handle_id (&self->filling, g_source_remove);
  g_clear_pointer (&self->newest, g_ptr_array_unref);
  g_clear_pointer (&self->history_all, g_ptr_array_unref);
  g_clear_pointer (&self->ledger, kith_ledger_unref);
}

static void
show_register (KithSourcesPage *self)
{
  KithSession *session = kith_page_get_session (KITH_PAGE (self));
  gsize n_sources;
  guint n_entries;

  self->is_stale = FALSE;
  stop_filling (self);
  remove_rows (self->sources, self->source_rows);
  remove_rows (self->history, self->history_rows);
  if (!kith_session_is_open (session))
    return;

  self->ledger = kith_ledger_ref (kith_session_get_ledger (session));
  self->history_all = g_ptr_array_ref (kith_session_get_history (session));
  self->newest = g_ptr_array_copy (self->history_all, NULL, NULL);
  g_ptr_array_set_free_func (self->newest, NULL);
  g_ptr_array_sort (self->newest, compare_entries);

  kith_ledger_get_rows (self->ledger, KITH_TABLE_SOURCE, &n_sources);
  n_entries = self->newest->len;
  gtk_widget_set_visible (GTK_WIDGET (self->sources), n_sources > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->history), n_entries > 0);
  gtk_stack_set_visible_child_name (self->stack, n_sources + n_entries > 0 ? "lists" : "empty");
  if (show_some_cb (self) == G_SOURCE_CONTINUE)
    self->filling = g_idle_add (show_some_cb, self);
}

static void
register_changed_cb (KithSourcesPage *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_register (self);
}

static void
kith_sources_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kith_sources_page_parent_class)->map (widget);
  if (KITH_SOURCES_PAGE (widget)->is_stale)
    show_register (KITH_SOURCES_PAGE (widget));
}

static void
kith_sources_page_attach (KithPage *page, KithSession *session)
{
  g_signal_connect_object (session, "register-changed", G_CALLBACK (register_changed_cb), page,
                           G_CONNECT_SWAPPED);
  register_changed_cb (KITH_SOURCES_PAGE (page));
}

static void
kith_sources_page_dispose (GObject *object)
{
  stop_filling (KITH_SOURCES_PAGE (object));
  G_OBJECT_CLASS (kith_sources_page_parent_class)->dispose (object);
}

static void
kith_sources_page_finalize (GObject *object)
{
  KithSourcesPage *self = KITH_SOURCES_PAGE (object);

  g_ptr_array_unref (self->source_rows);
  g_ptr_array_unref (self->history_rows);
  G_OBJECT_CLASS (kith_sources_page_parent_class)->finalize (object);
}

static void
kith_sources_page_class_init (KithSourcesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KithPageClass *page_class = KITH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_sources_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_sources_page_finalize;
  widget_class->map = kith_sources_page_map;
  page_class->name = "sources";
  page_class->title = N_ ("Sources");
  page_class->icon_name = "document-save-symbolic";
  page_class->attach = kith_sources_page_attach;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KithSourcesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KithSourcesPage, sources);
  gtk_widget_class_bind_template_child (widget_class, KithSourcesPage, history);
}

static void
kith_sources_page_init (KithSourcesPage *self)
{
  self->source_rows = g_ptr_array_new ();
  self->history_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* kith-map-dialog.c: how a map shall be on paper, in a file, or pasted elsewhere
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-dialog.h"

#include "kith-audience-rules.h"
#include "kith-choose-files.h"
#include "kith-map-export.h"

#include <glib/gi18n.h>

/* The line of the choice of pages. */
#define PAGES_A4 1 /* after that of one page */

/* The lines of the choice of resolutions: dots an inch. */
static const double resolutions[] = { 0, 150, 300 };

/* The order of the choice of formats, from what most ask for. */
static const KithTarget targets[KITH_N_TARGETS] = { KITH_TARGET_PDF, KITH_TARGET_PNG,
                                                    KITH_TARGET_SVG };

/**
 * KithMapDialog:
 *
 * Format, paper, words and audience of the map that is shown. It stays until the file is written:
 * where a map is refused, it says why and nothing that was typed is lost.
 */
struct _KithMapDialog
{
  AdwWindow parent_instance;

  GtkWidget *export_button;
  GtkWidget *copy_button;
  AdwComboRow *format;
  AdwComboRow *paper;
  AdwComboRow *pages;
  AdwComboRow *resolution;
  GtkEditable *title_row;
  GtkEditable *note_row;
  AdwComboRow *names;
  AdwComboRow *audience;
  AdwPreferencesGroup *withheld;
  GtkLabel *problem;

  KithSession *session;
  KithMapOptions shown; /* with a reference to its layers.only */
  char *map_title;
  GFile *file; /* that is being written, NULL for a picture */
};

G_DEFINE_FINAL_TYPE (KithMapDialog, kith_map_dialog, ADW_TYPE_WINDOW)

static KithTarget
get_target (KithMapDialog *self)
{
  return targets[MIN (adw_combo_row_get_selected (self->format), KITH_N_TARGETS - 1)];
}

/* From the smallest, which is in most printers. */
static KithPaper
get_paper (KithMapDialog *self)
{
  return KITH_N_PAPERS - 1 - MIN (adw_combo_row_get_selected (self->paper), KITH_N_PAPERS - 1);
}

static KithAudience
get_audience (KithMapDialog *self)
{
  return (KithAudience)MIN (adw_combo_row_get_selected (self->audience), KITH_N_AUDIENCES - 1);
}

/* Nothing typed is no words of one’s own. */
static const char *
get_words (GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);

  return *text == '\0' ? NULL : text;
}

static KithMapPrint
get_print (KithMapDialog *self, KithTarget target)
{
  KithMapPrint print = { .map = self->shown, .paper = get_paper (self), .tile = KITH_N_PAPERS };

  print.map.title = get_words (self->title_row);
  print.map.note = get_words (self->note_row);
  print.map.names = (KithMapNamesShown)adw_combo_row_get_selected (self->names);
  print.map.audience = get_audience (self);
  if (target == KITH_TARGET_PNG)
    print.dpi = resolutions[adw_combo_row_get_selected (self->resolution)];
  if (target == KITH_TARGET_PDF && print.paper != KITH_PAPER_A4 &&
      adw_combo_row_get_selected (self->pages) == PAGES_A4)
    print.tile = KITH_PAPER_A4;
  return print;
}

static void
set_busy (KithMapDialog *self, gboolean is_busy)
{
  gtk_widget_set_sensitive (self->export_button, !is_busy);
  gtk_widget_set_sensitive (self->copy_button, !is_busy);
}

/* What has a meaning for the format and the paper, and what the audience is not told. */
static void
choice_changed_cb (KithMapDialog *self)
{
  KithMapPrint print = { .paper = get_paper (self), .tile = KITH_PAPER_A4 };
  gboolean is_cut = adw_combo_row_get_selected (self->pages) == PAGES_A4;
  guint n = kith_map_print_count (&print);
  g_autofree char *words =
      g_strdup_printf (ngettext ("%u sheet to put together", "%u sheets to put together", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self->pages), get_target (self) == KITH_TARGET_PDF && n > 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->pages), is_cut ? words : "");
  kith_audience_rules_show (self->withheld, get_audience (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/* Where it was refused, the dialog says why; when it has been closed meanwhile, the window does. */
static void
say_problem (KithMapDialog *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      gtk_label_set_text (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
    }
  else
    g_signal_emit_by_name (self->session, "failed", _ ("The map was not exported"), error->message);
}

static gboolean
copy_picture (GBytes *picture, GError **error)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (picture, error);

  if (texture == NULL)
    return FALSE;
  gdk_clipboard_set_texture (gdk_display_get_clipboard (gdk_display_get_default ()), texture);
  return TRUE;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithMapDialog) self = data;
  g_autoptr (GFile) file = g_steal_pointer (&self->file);
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = file == NULL ? NULL : g_file_get_basename (file);
  g_autofree char *words = name == NULL ? g_strdup (_ ("The picture is on the clipboard"))
                                        : g_strdup_printf (_ ("The map is in “%s”"), name);
  gboolean is_open = gtk_widget_get_visible (GTK_WIDGET (self));

  if (is_open)
    set_busy (self, FALSE);
  if (!kith_map_export_finish (result, &picture, &error) ||
      (picture != NULL && !copy_picture (picture, &error)))
    {
      say_problem (self, error);
      return;
    }
  g_signal_emit_by_name (self->session, "done", words, FALSE);
  if (is_open)
    gtk_window_close (GTK_WINDOW (self));
}

static void
begin (KithMapDialog *self, KithTarget target, GFile *file)
{
  KithMapPrint print = get_print (self, target);

  if (kith_session_get_roll (self->session) == NULL)
    return;
  if (file != NULL)
    self->file = g_object_ref (file);
  set_busy (self, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  kith_map_export_begin (self->session, &print, target, file, made_cb, g_object_ref (self));
}

static void
copy_cb (KithMapDialog *self)
{
  begin (self, KITH_TARGET_PNG, NULL);
}

/**
 * kith_map_dialog_write:
 * @file: where to; if its ending is that of another format, that format
 *
 * Writes the map that is asked for, and closes when it is written.
 */
void
kith_map_dialog_write (KithMapDialog *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  KithTarget named = kith_target_find (name);

  begin (self, named == KITH_N_TARGETS ? get_target (self) : named, file);
}

static void
target_chosen (GtkWidget *dialog, GFile *const *files, guint n_files)
{
  kith_map_dialog_write (KITH_MAP_DIALOG (dialog), files[0]);
}

/* The name of a school whose name is left out is not in the name of the file either. */
static char *
dup_file_name (KithMapDialog *self)
{
  const char *own = get_words (self->title_row);
  gboolean is_named = self->shown.subject != KITH_MAP_SCHOOL ||
                      adw_combo_row_get_selected (self->names) == KITH_MAP_NAMES_FULL;
  const char *title = own != NULL ? own : is_named ? self->map_title : _ ("Map");
  gboolean is_ours = get_audience (self) == KITH_AUDIENCE_OFFICERS;
  char *name = g_strdup_printf ("%s%s%s.%s", title, is_ours ? "" : "-",
                                is_ours ? "" : kith_audience_get_key (get_audience (self)),
                                kith_target_get_ending (get_target (self)));

  return g_strdelimit (name, "/\\:", '-');
}

static void
export_cb (KithMapDialog *self)
{
  g_autofree char *name = dup_file_name (self);

  kith_choose_target (GTK_WIDGET (self), _ ("Export the map"), name, target_chosen);
}

static void
fill (AdwComboRow *row, const char *const *words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
fill_choices (KithMapDialog *self)
{
  const char *const formats[] = { _ ("PDF, for printing"), _ ("PNG, for slides and pages"),
                                  _ ("SVG, for drawing on"), NULL };
  const char *const pages[] = { _ ("One large page"), _ ("A4 sheets"), NULL };
  const char *const dots[] = { _ ("1,480 pixels wide"), _ ("150 dots an inch"),
                               _ ("300 dots an inch, for print"), NULL };
  const char *const names[] = { _ ("In full"), _ ("Initials"), _ ("None"), NULL };
  const char *papers[KITH_N_PAPERS + 1] = { NULL };
  const char *audiences[KITH_N_AUDIENCES + 1] = { NULL };

  for (guint p = 0; p < KITH_N_PAPERS; p++)
    papers[p] = kith_paper_get_name (KITH_N_PAPERS - 1 - p);
  for (guint a = 0; a < KITH_N_AUDIENCES; a++)
    audiences[a] = kith_audience_get_words ((KithAudience)a);
  fill (self->format, formats);
  fill (self->paper, papers);
  fill (self->pages, pages);
  fill (self->resolution, dots);
  fill (self->names, names);
  fill (self->audience, audiences);
}

static void
kith_map_dialog_finalize (GObject *object)
{
  KithMapDialog *self = KITH_MAP_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->shown.layers.only, g_hash_table_unref);
  g_free (self->map_title);
  G_OBJECT_CLASS (kith_map_dialog_parent_class)->finalize (object);
}

static void
kith_map_dialog_class_init (KithMapDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kith_map_dialog_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-map-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, copy_button);
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, format);
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, resolution);
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, names);
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, audience);
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, withheld);
  gtk_widget_class_bind_template_child (widget_class, KithMapDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kith_map_dialog_init (KithMapDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kith_map_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with a roll
 * @shown: the map that is shown; only its layers are referred to, the rest is copied
 * @title: of it
 *
 * Asks how the map shall be exported.
 *
 * Returns: (transfer none) (nullable): the dialog, shown; %NULL where there is no roll
 */
KithMapDialog *
kith_map_dialog_begin (GtkWidget *over,
                       KithSession *session,
                       const KithMapOptions *shown,
                       const char *title)
{
  KithMapDialog *self;

  if (kith_session_get_roll (session) == NULL)
    return NULL;
  self = g_object_new (KITH_TYPE_MAP_DIALOG, "transient-for", gtk_widget_get_root (over), NULL);
  self->session = g_object_ref (session);
  self->shown = *shown;
  if (shown->layers.only != NULL)
    g_hash_table_ref (shown->layers.only);
  self->map_title = g_strdup (title);
  fill_choices (self);
  choice_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

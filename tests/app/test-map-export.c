/* test-map-export.c: the dialog that puts the map on paper, in files and on the clipboard
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-map-dialog.h"
#include "kith-map-page.h"
#include "kith-map-print.h"
#include "kith-map-printer.h"
#include "kith-map-view.h"
#include "trial-app.h"

#include <string.h>

#define AS_AT (kith_date_new (2026, 9, 1))

/* The lines of the choices, as they stand in the dialog. */
enum
{
  AS_PDF,
  AS_PNG,
  AS_SVG,
};
enum
{
  ON_A4,
  ON_A3,
  ON_A2,
  ON_A1,
  ON_A0,
};

static gboolean
has_map (gpointer view)
{
  return kith_map_view_get_map (view) != NULL;
}

static KithWindow *
open_map (const char *name)
{
  g_autoptr (GFile) file = trial_make_register (name);
  KithWindow *window = trial_open_window (file);

  kith_session_set_as_at (kith_window_get_session (window), AS_AT);
  trial_wait_for_roll (kith_window_get_session (window));
  kith_window_show_page (window, "map");
  trial_wait (has_map, trial_find (window, KITH_TYPE_MAP_VIEW, NULL));
  trial_settle ();
  return window;
}

/* NULL while none is open */
static KithMapDialog *
find_dialog (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *at = all; at != NULL; at = at->next)
    if (KITH_IS_MAP_DIALOG (at->data) && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

static KithMapDialog *
open_dialog (KithWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL));
  trial_settle ();
  g_assert_nonnull (find_dialog ());
  return find_dialog ();
}

static gpointer
get_part (KithMapDialog *dialog, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (dialog), KITH_TYPE_MAP_DIALOG, name);
}

static void
choose (KithMapDialog *dialog, const char *name, guint line)
{
  adw_combo_row_set_selected (get_part (dialog, name), line);
}

static gboolean
is_over (gpointer data)
{
  return find_dialog () == NULL || gtk_widget_get_sensitive (get_part (data, "export_button"));
}

/* what the file holds; the dialog has closed */
static GBytes *
write_file (KithMapDialog *dialog, const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (trial_get_folder (), name);
  GBytes *bytes;

  kith_map_dialog_write (dialog, file);
  trial_wait (is_over, dialog);
  g_assert_null (find_dialog ());
  bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_nonnull (bytes);
  return bytes;
}

static char *
write_svg (KithMapDialog *dialog, const char *name)
{
  g_autoptr (GBytes) bytes = write_file (dialog, name);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* how many schools of the register stand there in full */
static guint
count_names (KithSession *session, const char *text)
{
  GListModel *schools = kith_session_get_schools (session);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (schools); i++)
    {
      g_autoptr (KithRollItem) item = g_list_model_get_item (schools, i);
      g_autofree char *name = g_markup_escape_text (kith_roll_item_get_name (item), -1);

      n += strstr (text, name) != NULL;
    }
  return n;
}

/* title, note and paper are as they are asked for, and no name of a school where none is */
static void
test_words (void)
{
  KithWindow *window = open_map ("words.kith");
  KithSession *session = kith_window_get_session (window);
  KithMapDialog *dialog = open_dialog (window);
  g_autofree char *full = NULL, *none = NULL;

  choose (dialog, "format", AS_SVG);
  gtk_editable_set_text (get_part (dialog, "title_row"), "For the June meeting");
  gtk_editable_set_text (get_part (dialog, "note_row"), "Handed out & collected.");
  full = write_svg (dialog, "full.svg");
  g_assert_nonnull (strstr (full, "For the June meeting"));
  g_assert_nonnull (strstr (full, "Handed out &amp; collected."));
  g_assert_nonnull (strstr (full, "width=\"297mm\""));
  g_assert_cmpuint (count_names (session, full), >, 0);

  dialog = open_dialog (window);
  choose (dialog, "format", AS_SVG);
  choose (dialog, "paper", ON_A1);
  choose (dialog, "names", KITH_MAP_NAMES_NONE);
  none = write_svg (dialog, "none.svg");
  g_assert_null (strstr (none, "For the June meeting"));
  g_assert_nonnull (strstr (none, "width=\"841mm\""));
  g_assert_cmpuint (count_names (session, none), ==, 0);
  trial_close_window (window);
}

/* pages are asked for where a PDF has them: 594 × 420 mm on A4, of which 20 are margin and 10 lie
   under the next page: lying ⌈584 ÷ 267⌉ × ⌈410 ÷ 180⌉ = 9, standing ⌈584 ÷ 180⌉ × ⌈410 ÷ 267⌉ = 8
 */
static void
test_pages (void)
{
  KithWindow *window = open_map ("pages.kith");
  KithMapDialog *dialog = open_dialog (window);
  AdwActionRow *pages = get_part (dialog, "pages");
  g_autoptr (GBytes) one = NULL, many = NULL;

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pages)));
  choose (dialog, "paper", ON_A2);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (pages)));
  choose (dialog, "pages", 1);
  g_assert_cmpstr (adw_action_row_get_subtitle (pages), ==, "8 sheets to put together");
  choose (dialog, "pages", 0);
  g_assert_cmpstr (adw_action_row_get_subtitle (pages), ==, "");
  choose (dialog, "format", AS_PNG);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (pages)));
  choose (dialog, "format", AS_PDF);
  one = write_file (dialog, "one.pdf");

  dialog = open_dialog (window);
  choose (dialog, "paper", ON_A2);
  choose (dialog, "pages", 1);
  many = write_file (dialog, "many.pdf");
  g_assert_cmpmem (g_bytes_get_data (one, NULL), 5, "%PDF-", 5);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (many, NULL), g_bytes_get_size (many), "%PDF-"));
  g_assert_false (g_bytes_equal (one, many));
  trial_close_window (window);
}

/* A4 at 150 dots an inch is 297 ÷ 25.4 × 150 = 1754 wide; the ending of the file says the form */
static void
test_png (void)
{
  KithWindow *window = open_map ("png.kith");
  KithMapDialog *dialog = open_dialog (window);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  choose (dialog, "resolution", 1);
  bytes = write_file (dialog, "a4.png");
  texture = gdk_texture_new_from_bytes (bytes, NULL);
  g_assert_nonnull (texture);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1754);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 1240);
  trial_close_window (window);
}

static void
texture_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GdkTexture **)data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *)data != NULL;
}

static void
test_copy (void)
{
  KithWindow *window = open_map ("copy.kith");
  KithMapDialog *dialog = open_dialog (window);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkTexture *texture = NULL;

  g_signal_emit_by_name (get_part (dialog, "copy_button"), "clicked");
  trial_wait (is_over, dialog);
  g_assert_null (find_dialog ());
  gdk_clipboard_read_texture_async (clipboard, NULL, texture_read_cb, &texture);
  trial_wait (is_set, &texture);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 1480);
  g_object_unref (texture);
  trial_close_window (window);
}

/* a network shows who works with nobody, which the public is not told: it is said here, nothing is
   written, what was typed stays, and another audience gets its map */
static void
test_refused (void)
{
  KithWindow *window = open_map ("refused.kith");
  g_autoptr (GFile) file = g_file_get_child (trial_get_folder (), "refused.svg");
  GtkWidget *page = trial_find (window, KITH_TYPE_MAP_PAGE, NULL);
  KithMapDialog *dialog;
  GtkWidget *problem;
  g_autofree char *svg = NULL;

  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (page, KITH_TYPE_MAP_PAGE, "network")),
      TRUE);
  trial_settle ();
  trial_wait (has_map, trial_find (window, KITH_TYPE_MAP_VIEW, NULL));
  dialog = open_dialog (window);
  problem = get_part (dialog, "problem");
  choose (dialog, "audience", KITH_AUDIENCE_PUBLIC);
  g_assert_cmpuint (trial_count (get_part (dialog, "withheld"), ADW_TYPE_ACTION_ROW), ==,
                    KITH_N_TOPICS);
  gtk_editable_set_text (get_part (dialog, "title_row"), "Who works with whom");
  kith_map_dialog_write (dialog, file);
  trial_wait (is_over, dialog);
  g_assert_true (find_dialog () == dialog);
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (problem)), "not told"));
  g_assert_false (g_file_query_exists (file, NULL));

  choose (dialog, "audience", KITH_AUDIENCE_PARTNERS);
  g_assert_false (gtk_widget_get_visible (problem));
  svg = write_svg (dialog, "refused.svg");
  g_assert_nonnull (strstr (svg, "Who works with whom"));
  g_assert_nonnull (strstr (svg, "Made for: partners."));
  trial_close_window (window);
}

static gboolean
holds (GBytes *bytes, const char *words)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize n = g_bytes_get_size (bytes), length = strlen (words);

  for (gsize i = 0; i + length <= n; i++)
    if (memcmp (data + i, words, length) == 0)
      return TRUE;
  return FALSE;
}

static GtkWindow *
find_print_dialog (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *at = all; at != NULL; at = at->next)
    if (strcmp (G_OBJECT_TYPE_NAME (at->data), "GtkPrintUnixDialog") == 0 &&
        gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

static gboolean
has_print_dialog (gpointer data)
{
  return find_print_dialog () != NULL;
}

/* the map that is shown, as a whole sheet of A4 across; first a printer is asked for */
static void
test_print (void)
{
  KithWindow *window = open_map ("print.kith");
  KithSession *session = kith_window_get_session (window);
  g_autoptr (GFile) file = g_file_get_child (trial_get_folder (), "printed.pdf");
  KithMapPrint order = { .paper = KITH_PAPER_A4, .tile = KITH_N_PAPERS };
  KithPrinting printing;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithMap) map = NULL;
  g_autoptr (GtkPrintOperation) print = NULL;
  g_autoptr (GBytes) bytes = NULL;

  kith_map_view_get_options (trial_find (window, KITH_TYPE_MAP_VIEW, NULL), &order.map);
  map = kith_map_print_compose (&order, kith_session_get_roll (session), NULL, &printing, &error);
  g_assert_no_error (error);
  print = kith_map_printer_new (map);
  gtk_print_operation_set_allow_async (print, FALSE);
  gtk_print_operation_set_export_filename (print, g_file_peek_path (file));
  g_assert_cmpint (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                   !=, GTK_PRINT_OPERATION_RESULT_ERROR);
  g_assert_no_error (error);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 5, "%PDF-", 5);
  g_assert_true (holds (bytes, "/Count 1\n"));
  /* 297 × 210 mm in points */
  g_assert_true (holds (bytes, "MediaBox [ 0 0 841.889764 595.275591 ]"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.print", NULL);
  trial_wait (has_print_dialog, NULL);
  gtk_window_close (find_print_dialog ());
  trial_settle ();
  g_assert_null (find_print_dialog ());
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-export/words, names and paper as asked for", test_words);
  g_test_add_func ("/map-export/a PDF is cut into as many pages as are said", test_pages);
  g_test_add_func ("/map-export/a PNG has the resolution that is asked for", test_png);
  g_test_add_func ("/map-export/the picture can be pasted", test_copy);
  g_test_add_func ("/map-export/the map is printed on one sheet", test_print);
  g_test_add_func ("/map-export/what an audience must not see is refused here", test_refused);
  status = g_test_run ();
  trial_end ();
  return status;
}

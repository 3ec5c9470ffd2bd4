/* trial-app.c: a register, a session and a window to try things on
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trial-app.h"
#include "kith-application.h"
#include "kith-sample-register.h"

#include <glib/gstdio.h>
#include <string.h>

#define LONGEST_WAIT_S 60

static GFile *folder;
static KithApplication *application;

/* Where the files of this run of the tests are; removed by trial_end(). */
GFile *
trial_get_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    {
      path = g_dir_make_tmp ("kith-trial-XXXXXX", &error);
      g_assert_no_error (error);
      folder = g_file_new_for_path (path);
    }
  return folder;
}

GFile *
trial_write_file (const char *name, const char *text)
{
  GFile *file = g_file_get_child (trial_get_folder (), name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), text, -1, &error);
  g_assert_no_error (error);
  return file;
}

/* The sample region, small. It is made once and copied. */
GFile *
trial_make_register (const char *name)
{
  g_autoptr (GFile) first = g_file_get_child (trial_get_folder (), "first.kith");
  GFile *file = g_file_get_child (trial_get_folder (), name);
  g_autoptr (GError) error = NULL;

  if (!g_file_query_exists (first, NULL))
    {
      kith_sample_register_make (first, TRIAL_SCHOOLS, NULL, &error);
      g_assert_no_error (error);
    }
  g_file_copy (first, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return file;
}

static gboolean
wait_over_cb (gpointer data)
{
  g_error ("waited %d seconds for something that did not happen", LONGEST_WAIT_S);
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until it is so. */
void
trial_wait (gboolean (*is_done) (gpointer data), gpointer data)
{
  guint timeout = g_timeout_add_seconds (LONGEST_WAIT_S, wait_over_cb, NULL);

  while (!is_done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static gboolean
has_roll (gpointer data)
{
  return kith_session_get_roll (data) != NULL &&
         g_list_model_get_n_items (G_LIST_MODEL (kith_session_get_jobs (data))) == 0;
}

void
trial_wait_for_roll (KithSession *session)
{
  trial_wait (has_roll, session);
}

static gboolean
settled_cb (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Whatever list or layout is still at work goes before this. */
static gboolean
paused_cb (gpointer data)
{
  g_idle_add_full (G_PRIORITY_LOW + 100, settled_cb, data, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
is_settled (gpointer data)
{
  return *(gboolean *)data;
}

/* Lets incremental lists and layouts come to rest. */
void
trial_settle (void)
{
  gboolean settled = FALSE;

  g_timeout_add (250, paused_cb, &settled);
  trial_wait (is_settled, &settled);
}

static gboolean
has_question (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *at = all; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data))
      return TRUE;
  return FALSE;
}

/* libadwaita from 1.6 on tries how its questions' headings fit, and GTK warns when they do not. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, "MESSAGE") == 0 &&
        g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel ") && has_question ())
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

/* A window of the real program; without a file it shows the start. */
KithWindow *
trial_open_window (GFile *file)
{
  g_autoptr (GError) error = NULL;
  KithWindow *window;

  if (application == NULL)
    {
      g_log_set_writer_func (write_log, NULL, NULL);
      application = kith_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  window = kith_window_new (ADW_APPLICATION (application));
  if (file != NULL)
    kith_window_open (window, file);
  gtk_window_present (GTK_WINDOW (window));
  if (file != NULL)
    trial_wait_for_roll (kith_window_get_session (window));
  trial_settle ();
  return window;
}

void
trial_close_window (KithWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  trial_settle ();
}

static gboolean
has_words (GtkWidget *widget, const char *words)
{
  if (words == NULL)
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return strcmp (gtk_label_get_text (GTK_LABEL (widget)), words) == 0;
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0;
  if (GTK_IS_INSCRIPTION (widget))
    return g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), words) == 0;
  return FALSE;
}

/* The first widget of a type below @from that shows @words; NULL if there is none. */
gpointer
trial_find (gpointer from, GType type, const char *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) && has_words (child, words))
        return child;
      found = trial_find (child, type, words);
      if (found != NULL)
        return found;
    }
  return NULL;
}

guint
trial_count (gpointer from, GType type)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += G_TYPE_CHECK_INSTANCE_TYPE (child, type) + trial_count (child, type);
  return n;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
trial_end (void)
{
  g_clear_object (&application);
  if (folder == NULL)
    return;
  remove_folder (g_file_peek_path (folder));
  g_clear_object (&folder);
}

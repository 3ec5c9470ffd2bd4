/* kith-choose-files.c: asking for files
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-choose-files.h"

#include <glib/gi18n.h>

static void
response_cb (GtkNativeDialog *dialog, int response, KithFilesChosen chosen)
{
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GPtrArray) files = NULL;
  GtkWidget *asker = g_object_get_data (G_OBJECT (dialog), "asker");

  /* a widget that went while the dialog stood has nobody to answer to */
  if (response == GTK_RESPONSE_ACCEPT && gtk_widget_get_root (asker) != NULL)
    {
      list = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      files = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        g_ptr_array_add (files, g_list_model_get_item (list, i));
      if (files->len > 0)
        chosen (asker, (GFile *const *)files->pdata, files->len);
    }
  g_object_unref (dialog);
}

static GtkFileChooser *
new_chooser (GtkWidget *asker,
             const char *title,
             GtkFileChooserAction action,
             const char *accept,
             KithFilesChosen chosen)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (asker));
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, window, action, accept, _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "asker", g_object_ref (asker), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), chosen);
  return GTK_FILE_CHOOSER (dialog);
}

static void
add_pattern (GtkFileChooser *dialog, const char *name, const char *const *endings)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_chooser_add_filter (dialog, filter);
}

static void
add_any (GtkFileChooser *dialog)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("All files"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (dialog, filter);
}

/**
 * kith_choose_register:
 * @asker: whom the dialog stands before
 * @chosen: called with one file, if one is chosen
 */
void
kith_choose_register (GtkWidget *asker, KithFilesChosen chosen)
{
  static const char *const endings[] = { "kith", NULL };
  GtkFileChooser *dialog =
      new_chooser (asker, _ ("Open a register"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), chosen);

  add_pattern (dialog, _ ("Registers"), endings);
  add_any (dialog);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * kith_choose_new_register:
 * @chosen: called with one file, if one is chosen
 */
void
kith_choose_new_register (GtkWidget *asker, KithFilesChosen chosen)
{
  static const char *const endings[] = { "kith", NULL };
  GtkFileChooser *dialog =
      new_chooser (asker, _ ("New register"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Create"), chosen);

  add_pattern (dialog, _ ("Registers"), endings);
  gtk_file_chooser_set_current_name (dialog, _ ("Our schools.kith"));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * kith_choose_files:
 * @chosen: called with the files to be imported, if any are chosen
 */
void
kith_choose_files (GtkWidget *asker, KithFilesChosen chosen)
{
  static const char *const endings[] = { "csv",      "xlsx", "ods", "json", "geojson",
                                         "topojson", "kml",  "gml", NULL };
  GtkFileChooser *dialog =
      new_chooser (asker, _ ("Import files"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Read"), chosen);

  gtk_file_chooser_set_select_multiple (dialog, TRUE);
  add_pattern (dialog, _ ("Tables and outlines"), endings);
  add_any (dialog);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * kith_choose_target:
 * @title: of the dialog
 * @name: of the file, as a proposal
 * @chosen: called with one file, if one is chosen
 */
void
kith_choose_target (GtkWidget *asker, const char *title, const char *name, KithFilesChosen chosen)
{
  GtkFileChooser *dialog =
      new_chooser (asker, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), chosen);

  gtk_file_chooser_set_current_name (dialog, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

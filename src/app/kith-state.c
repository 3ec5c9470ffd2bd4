/* kith-state.c: what the window remembers from one day to the next
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-state.h"

#include <glib/gstdio.h>

#define GROUP "window"

/* LOOK, section 9. */
#define WIDTH 1366
#define HEIGHT 768
#define PANE 380
#define PANE_MOST 480

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "kith", "window.ini", NULL);
}

static int
read_int (GKeyFile *file, const char *key, int least, int most, int otherwise)
{
  g_autoptr (GError) error = NULL;
  int value = g_key_file_get_integer (file, GROUP, key, &error);

  return error != NULL || value < least || value > most ? otherwise : value;
}

static gboolean
read_bool (GKeyFile *file, const char *key, gboolean otherwise)
{
  g_autoptr (GError) error = NULL;
  gboolean value = g_key_file_get_boolean (file, GROUP, key, &error);

  return error != NULL ? otherwise : value;
}

/**
 * kith_state_read:
 *
 * Returns: (transfer full): what was remembered; what was not, or makes no sense, as on the
 *   first day
 */
KithState *
kith_state_read (void)
{
  KithState *self = g_new0 (KithState, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path ();
  g_autoptr (GError) error = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error) &&
      !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_debug ("%s: %s", path, error->message);
  self->register_uri = g_key_file_get_string (file, GROUP, "register", NULL);
  self->page = g_key_file_get_string (file, GROUP, "page", NULL);
  self->width = read_int (file, "width", 360, 16000, WIDTH);
  self->height = read_int (file, "height", 300, 16000, HEIGHT);
  self->pane_width = read_int (file, "pane-width", PANE, PANE_MOST, PANE);
  self->is_maximized = read_bool (file, "maximized", FALSE);
  self->has_pane = read_bool (file, "pane", TRUE);
  return self;
}

/**
 * kith_state_write:
 *
 * Remembers.
 *
 * Returns: whether that was possible
 */
gboolean
kith_state_write (const KithState *self, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  if (self->register_uri != NULL)
    g_key_file_set_string (file, GROUP, "register", self->register_uri);
  if (self->page != NULL)
    g_key_file_set_string (file, GROUP, "page", self->page);
  g_key_file_set_integer (file, GROUP, "width", self->width);
  g_key_file_set_integer (file, GROUP, "height", self->height);
  g_key_file_set_integer (file, GROUP, "pane-width", self->pane_width);
  g_key_file_set_boolean (file, GROUP, "maximized", self->is_maximized);
  g_key_file_set_boolean (file, GROUP, "pane", self->has_pane);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (file, path, error);
}

/**
 * kith_state_free:
 */
void
kith_state_free (KithState *self)
{
  g_free (self->register_uri);
  g_free (self->page);
  g_free (self);
}

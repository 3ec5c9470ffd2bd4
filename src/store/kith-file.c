/* kith-file.c: the file of a register, before it is opened as one
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-private.h"

#include "kith-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where @file lies on this machine; a register is never opened over the network by URI. */
static char *
dup_path (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
                   _ ("“%s” is not a file on this machine. Copy it here first."), uri);
    }
  return path;
}

static void
set_missing (const char *name, GError **error)
{
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
               _ ("There is no file “%s”. Check the name, or make a new register."), name);
}

/* Whether there is a file that could be a register. It is looked at, not opened: SQLite would lose
 * its locks on a file that this process opened and closed beside it. */
static gboolean
look_at_file (const char *path, const char *name, GError **error)
{
  struct stat status;

  if (stat (path, &status) != 0)
    {
      if (errno == ENOENT || errno == ENOTDIR)
        set_missing (name, error);
      else
        g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
                     _ ("“%s” cannot be reached (%s)."), name, g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
                 _ ("“%s” is a folder or a device, not a register. Choose a file."), name);
  else if (status.st_size == 0)
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
                 _ ("“%s” is empty, so it is not a register. Use a backup, or make a new one under "
                    "another name."),
                 name);
  else if (access (path, R_OK) != 0)
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
                 _ ("You may not read “%s”. Ask its owner for access."), name);
  else
    return TRUE;
  return FALSE;
}

/* A register is written with a rollback journal beside it, so its folder counts as well. */
static gboolean
refuse_read_only (const char *path, const char *name, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (access (path, W_OK) == 0 && access (folder, W_OK | X_OK) == 0)
    return TRUE;
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_READ_ONLY,
               _ ("“%s” or its folder cannot be written. Ask for access, or work on a copy."),
               name);
  return FALSE;
}

/* Takes the name for a new file, which nobody may have yet. */
static gboolean
make_empty_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  KithStoreError code;

  if (fd >= 0)
    return g_close (fd, error);
  switch (errno)
    {
    case EEXIST:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
                   _ ("“%s” exists already. Choose another name, or open it."), name);
      return FALSE;
    case EACCES:
    case EPERM:
    case EROFS:
      code = KITH_STORE_ERROR_READ_ONLY;
      break;
    case ENOSPC:
    case EDQUOT:
      code = KITH_STORE_ERROR_NO_SPACE;
      break;
    default:
      code = KITH_STORE_ERROR_OPEN;
    }
  g_set_error (error, KITH_STORE_ERROR, code,
               _ ("“%s” could not be made (%s). Choose another folder."), name, g_strerror (errno));
  return FALSE;
}

/**
 * kith_file_find:
 * @file: a register, perhaps
 * @is_writable: whether it is to be changed
 * @error: return location for a #KithStoreError
 *
 * Returns: (transfer full): where it lies, the same for every name it goes by; or %NULL where
 *   there is no file that could be a register, or it may not be read or written
 */
char *
kith_file_find (GFile *file, gboolean is_writable, GError **error)
{
  g_autofree char *path = dup_path (file, error);
  g_autofree char *name = NULL;
  char *target, *found;

  if (path == NULL)
    return NULL;
  name = g_filename_display_basename (path);
  if (!look_at_file (path, name, error))
    return NULL;
  target = realpath (path, NULL);
  found = g_strdup (target == NULL ? path : target);
  free (target);
  if (is_writable && !refuse_read_only (found, name, error))
    g_clear_pointer (&found, g_free);
  return found;
}

/**
 * kith_file_find_target:
 * @file: where a copy is to go
 * @register_path: what is to be copied
 * @error: return location for %KITH_STORE_ERROR_OPEN
 *
 * Returns: (transfer full): where that lies, the same for every name it goes by; %NULL where it is
 *   the register itself, or not on this machine
 */
char *
kith_file_find_target (GFile *file, const char *register_path, GError **error)
{
  g_autofree char *path = dup_path (file, error);
  char *target, *found;

  if (path == NULL)
    return NULL;
  target = realpath (path, NULL);
  found = g_strdup (target == NULL ? path : target);
  free (target);
  if (strcmp (found, register_path) != 0)
    return found;
  g_set_error_literal (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
                       _ ("A copy cannot take the place of the register itself. Choose another "
                          "name."));
  g_free (found);
  return NULL;
}

/**
 * kith_file_make:
 * @file: where nothing is yet
 * @error: return location for a #KithStoreError
 *
 * Makes an empty file.
 *
 * Returns: (transfer full): where it lies, or %NULL where there is a file already, or none can be
 */
char *
kith_file_make (GFile *file, GError **error)
{
  g_autofree char *path = dup_path (file, error);

  return path != NULL && make_empty_file (path, error) ? g_steal_pointer (&path) : NULL;
}

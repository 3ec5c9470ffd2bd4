/* kith-hold.c: who holds a register open for writing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-hold-private.h"

#include "kith-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* A holder renews the lock every two minutes and promises to do so within ten; clocks of two
 * machines differ by less. */
#define RENEWAL_SECONDS 120
#define PROMISE_SECONDS 600

#define GROUP "lock"

struct _KithHold
{
  char *path;
  char *name;   /* of the register, for sentences */
  char *token;  /* only ours */
  gint64 taken; /* seconds since 1970 */

  GThread *renewer;
  GMutex mutex;
  GCond cond;
  gboolean is_released;
};

/* Who a lock names. A process is known by its number only within one run of one machine, and
 * within one container. */
typedef struct
{
  char *user;
  char *host;
  char *machine;
  char *boot;
  char *space;
  char *started;
  char *token;
  gint64 process;
  gint64 taken;
  gint64 promised; /* by the holder's clock */
  gint64 renewed;  /* by the clock of whoever keeps the files, where that is not the holder */
} Holder;

static void
clear_holder (Holder *self)
{
  g_free (self->user);
  g_free (self->host);
  g_free (self->machine);
  g_free (self->boot);
  g_free (self->space);
  g_free (self->started);
  g_free (self->token);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Holder, clear_holder)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static char *
read_line (const char *path)
{
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_strchomp (text) : g_strdup ("");
}

/* When a process began, in the kernel's ticks; "ended" where it has ended and its parent has not
 * asked after it; "" where there is none of that number, or none that we may see. */
static char *
read_started (gint64 process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", process);
  g_autofree char *line = read_line (path);
  const char *after_name = strrchr (line, ')');
  g_auto (GStrv) fields = NULL;

  if (after_name == NULL)
    return g_strdup ("");
  fields = g_strsplit (after_name + 1, " ", -1); /* "", the third field, the fourth … */
  if (g_strv_length (fields) > 1 && strchr ("ZXx", fields[1][0]) != NULL)
    return g_strdup ("ended");
  return g_strdup (g_strv_length (fields) > 20 ? fields[20] : "");
}

static char *
read_space (void)
{
  char *space = g_file_read_link ("/proc/self/ns/pid", NULL);

  return space == NULL ? g_strdup ("") : space;
}

/* The lock as we would write it now. */
static char *
dup_text (const KithHold *self, gsize *length)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *machine = read_line ("/etc/machine-id");
  g_autofree char *boot = read_line ("/proc/sys/kernel/random/boot_id");
  g_autofree char *space = read_space ();
  g_autofree char *started = read_started (getpid ());

  g_key_file_set_string (file, GROUP, "user", kith_entry_get_officer ());
  g_key_file_set_string (file, GROUP, "host", g_get_host_name ());
  g_key_file_set_string (file, GROUP, "machine", machine);
  g_key_file_set_string (file, GROUP, "boot", boot);
  g_key_file_set_string (file, GROUP, "space", space);
  g_key_file_set_int64 (file, GROUP, "process", getpid ());
  g_key_file_set_string (file, GROUP, "started", started);
  g_key_file_set_string (file, GROUP, "token", self->token);
  g_key_file_set_int64 (file, GROUP, "taken", self->taken);
  g_key_file_set_int64 (file, GROUP, "promised", get_now () + PROMISE_SECONDS);
  return g_key_file_to_data (file, length, NULL);
}

/* Who holds the lock; a file that says nothing sensible is somebody's who is about to write it,
 * until it is too old for that. %FALSE where there is no lock. */
static gboolean
read_holder (const char *path, Holder *holder)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return FALSE;
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  holder->user = g_key_file_get_string (file, GROUP, "user", NULL);
  holder->host = g_key_file_get_string (file, GROUP, "host", NULL);
  holder->machine = g_key_file_get_string (file, GROUP, "machine", NULL);
  holder->boot = g_key_file_get_string (file, GROUP, "boot", NULL);
  holder->space = g_key_file_get_string (file, GROUP, "space", NULL);
  holder->started = g_key_file_get_string (file, GROUP, "started", NULL);
  holder->token = g_key_file_get_string (file, GROUP, "token", NULL);
  holder->process = g_key_file_get_int64 (file, GROUP, "process", NULL);
  holder->taken = g_key_file_get_int64 (file, GROUP, "taken", NULL);
  holder->promised = g_key_file_get_int64 (file, GROUP, "promised", NULL);
  holder->renewed = (gint64)status.st_mtime;
  if (holder->taken == 0)
    holder->taken = status.st_mtime;
  if (holder->promised == 0)
    holder->promised = (gint64)status.st_mtime + PROMISE_SECONDS;
  return TRUE;
}

static gboolean
is_same (const char *theirs, const char *ours)
{
  return theirs != NULL && ours[0] != '\0' && g_str_equal (theirs, ours);
}

/* Whether the promise to renew is broken. The clock of another machine may be wrong, and would make
 * its holder seem gone, or there for years: when the file was written is known better. */
static gboolean
is_overdue (const Holder *holder, gboolean is_ours)
{
  return (is_ours ? holder->promised : holder->renewed + PROMISE_SECONDS) < get_now ();
}

/* Whether the holder is known to be gone, or has not kept its promise. */
static gboolean
is_stale (const Holder *holder)
{
  g_autofree char *machine = read_line ("/etc/machine-id");
  g_autofree char *boot = read_line ("/proc/sys/kernel/random/boot_id");
  g_autofree char *space = read_space ();
  g_autofree char *started = NULL;

  if (is_overdue (holder, is_same (holder->boot, boot)))
    return TRUE;
  if (!is_same (holder->boot, boot))
    return is_same (holder->machine, machine); /* this machine was started anew since */
  if (!is_same (holder->space, space))
    return FALSE;
  if (kill ((pid_t)holder->process, 0) != 0 && errno == ESRCH)
    return TRUE;
  started = read_started (holder->process); /* a number may have gone to another process */
  return started[0] != '\0' && holder->started != NULL && !g_str_equal (started, holder->started);
}

static gboolean
is_this_program (const Holder *holder)
{
  g_autofree char *boot = read_line ("/proc/sys/kernel/random/boot_id");
  g_autofree char *space = read_space ();

  return holder->process == getpid () && is_same (holder->boot, boot) &&
         is_same (holder->space, space);
}

static void
set_held (const char *name, const Holder *holder, GError **error)
{
  g_autoptr (GDateTime) taken = g_date_time_new_from_unix_local (holder->taken);
  g_autofree char *since = taken == NULL ? NULL : g_date_time_format (taken, "%H:%M, %-d %B %Y");

  g_set_error (
      error, KITH_STORE_ERROR, KITH_STORE_ERROR_BUSY,
      _ ("“%s” is open for writing by %s on %s, since %s. Open it for reading, or ask them "
         "to close it."),
      name, holder->user == NULL ? _ ("somebody") : holder->user,
      holder->host == NULL ? _ ("another machine") : holder->host, since == NULL ? "" : since);
}

/* The drive is not there: nothing that was written before is lost by it. */
static void
set_out_of_reach (const char *name, int number, GError **error)
{
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_OPEN,
               _ ("The folder of “%s” cannot be reached (%s). Nothing was written. Try again when "
                  "the drive is back."),
               name, g_strerror (number));
}

static void
set_failed (const char *name, int number, GError **error)
{
  KithStoreError code = number == ENOSPC || number == EDQUOT || number == EFBIG
                            ? KITH_STORE_ERROR_NO_SPACE
                            : KITH_STORE_ERROR_READ_ONLY;

  g_set_error (error, KITH_STORE_ERROR, code,
               _ ("“%s” cannot be opened for writing: no lock could be made beside it (%s)."), name,
               g_strerror (number));
}

/* Makes the file where there is none; sets errno where that fails. */
static gboolean
make_file (KithHold *self)
{
  gsize length;
  g_autofree char *text = dup_text (self, &length);
  int fd = g_open (self->path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
  gboolean is_written;
  int number;

  if (fd < 0)
    return FALSE;
  is_written = write (fd, text, length) == (gssize)length;
  number = is_written ? 0 : errno == 0 ? EIO : errno;
  close (fd);
  if (!is_written)
    g_unlink (self->path);
  errno = number;
  return is_written;
}

/* Takes the lock, over from a holder that is gone if need be. */
static gboolean
take (KithHold *self, GError **error)
{
  for (guint attempt = 0; attempt < 3; attempt++)
    {
      g_auto (Holder) holder = { 0 };

      if (make_file (self))
        return TRUE;
      switch (errno)
        {
        case EEXIST:
          break;
        case ENOENT:
        case ENOTDIR:
        case EIO:
        case ESTALE:
        case ENOTCONN:
        case EHOSTDOWN:
          set_out_of_reach (self->name, errno, error);
          return FALSE;
        default:
          set_failed (self->name, errno, error);
          return FALSE;
        }
      if (!read_holder (self->path, &holder))
        continue; /* released this moment */
      if (!is_stale (&holder))
        {
          set_held (self->name, &holder, error);
          return FALSE;
        }
      g_unlink (self->path);
    }
  set_failed (self->name, EEXIST, error);
  return FALSE;
}

static gboolean
is_ours (const KithHold *self)
{
  g_auto (Holder) holder = { 0 };

  return read_holder (self->path, &holder) && g_strcmp0 (holder.token, self->token) == 0;
}

static gpointer
renew_cb (gpointer data)
{
  KithHold *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->is_released)
    {
      gint64 until = g_get_monotonic_time () + RENEWAL_SECONDS * G_TIME_SPAN_SECOND;

      if (!g_cond_wait_until (&self->cond, &self->mutex, until) && !self->is_released &&
          is_ours (self))
        {
          gsize length;
          g_autofree char *text = dup_text (self, &length);

          g_file_set_contents_full (self->path, text, (gssize)length,
                                    G_FILE_SET_CONTENTS_CONSISTENT, 0644, NULL);
        }
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/**
 * kith_hold_take:
 * @path: of a register
 * @error: return location for %KITH_STORE_ERROR_BUSY, %KITH_STORE_ERROR_READ_ONLY or
 *   %KITH_STORE_ERROR_NO_SPACE
 *
 * Returns: (transfer full): the lock, or %NULL with @error naming its holder
 */
KithHold *
kith_hold_take (const char *path, GError **error)
{
  KithHold *self = g_new0 (KithHold, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->path = g_strconcat (path, ".lock", NULL);
  self->name = g_filename_display_basename (path);
  self->token = g_uuid_string_random ();
  self->taken = get_now ();
  if (!take (self, error))
    {
      kith_hold_release (self);
      return NULL;
    }
  self->renewer = g_thread_new ("kith-hold", renew_cb, self);
  return self;
}

/**
 * kith_hold_ensure:
 * @error: return location for %KITH_STORE_ERROR_BUSY and the like
 *
 * Makes sure, before a change, that the lock is still ours: a machine that slept may have lost it.
 *
 * Returns: %FALSE where somebody else has taken it
 */
gboolean
kith_hold_ensure (KithHold *self, GError **error)
{
  return is_ours (self) || take (self, error);
}

/**
 * kith_hold_release:
 * @self: (transfer full) (nullable): a lock
 */
void
kith_hold_release (KithHold *self)
{
  if (self == NULL)
    return;
  if (self->renewer != NULL)
    {
      g_mutex_lock (&self->mutex);
      self->is_released = TRUE;
      g_cond_signal (&self->cond);
      g_mutex_unlock (&self->mutex);
      g_thread_join (self->renewer);
      if (is_ours (self))
        g_unlink (self->path);
    }
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->path);
  g_free (self->name);
  g_free (self->token);
  g_free (self);
}

/**
 * kith_hold_find_holder:
 * @path: of a register
 *
 * Returns: (transfer full) (nullable): who left the lock beside it; %NULL where there is none
 */
KithHolder *
kith_hold_find_holder (const char *path)
{
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_auto (Holder) holder = { 0 };
  KithHolder *found;

  if (!read_holder (lock, &holder))
    return NULL;
  found = g_new0 (KithHolder, 1);
  found->user = g_steal_pointer (&holder.user);
  found->host = g_steal_pointer (&holder.host);
  found->since = g_date_time_new_from_unix_local (holder.taken);
  if (found->since == NULL) /* a lock may say anything */
    found->since = g_date_time_new_from_unix_local (holder.renewed);
  found->is_ours = is_this_program (&holder);
  found->is_gone = is_stale (&holder);
  return found;
}

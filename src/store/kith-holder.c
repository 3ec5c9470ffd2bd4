/* kith-holder.c: who holds a register open for writing, for those who may only read it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-holder.h"

#include "kith-file-private.h"
#include "kith-hold-private.h"

/**
 * kith_holder_find:
 * @file: a register
 *
 * Looks at the lock beside it.
 *
 * Returns: (transfer full) (nullable): who left the lock; %NULL where there is none
 */
KithHolder *
kith_holder_find (GFile *file)
{
  g_autofree char *path = kith_file_find (file, FALSE, NULL);

  return path == NULL ? NULL : kith_hold_find_holder (path);
}

/**
 * kith_holder_copy:
 * @self: (nullable): a holder
 *
 * Returns: (transfer full) (nullable): the same
 */
KithHolder *
kith_holder_copy (const KithHolder *self)
{
  KithHolder *copy;

  if (self == NULL)
    return NULL;
  copy = g_new0 (KithHolder, 1);
  copy->user = g_strdup (self->user);
  copy->host = g_strdup (self->host);
  copy->since = g_date_time_ref (self->since);
  copy->is_ours = self->is_ours;
  copy->is_gone = self->is_gone;
  return copy;
}

/**
 * kith_holder_is_equal:
 * @self: (nullable): a holder, or nobody
 * @other: (nullable): another
 *
 * Returns: whether the same is to be said of both
 */
gboolean
kith_holder_is_equal (const KithHolder *self, const KithHolder *other)
{
  if (self == NULL || other == NULL)
    return self == other;
  return g_strcmp0 (self->user, other->user) == 0 && g_strcmp0 (self->host, other->host) == 0 &&
         g_date_time_equal (self->since, other->since) && self->is_gone == other->is_gone;
}

/**
 * kith_holder_free:
 * @self: (transfer full) (nullable): a holder
 */
void
kith_holder_free (KithHolder *self)
{
  if (self == NULL)
    return;
  g_free (self->user);
  g_free (self->host);
  g_date_time_unref (self->since);
  g_free (self);
}

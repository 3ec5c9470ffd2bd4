/* kith-digest.c: the SHA-256 of a file, while it is read
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-digest-private.h"

#define BLOCK_SIZE (64u * 1024u)

/* A thread of its own: it takes a third as long as reading the rows does, and waits for nothing. */
struct _KithDigest
{
  GFile *file;
  GCancellable *cancellable;
  GThread *thread; /* NULL when it has ended */
  int is_unwanted; /* atomic: nobody waits for it any more */
  char *text;      /* NULL where the file could not be read */
};

static gpointer
work_out (gpointer data)
{
  KithDigest *self = data;
  g_autoptr (GFileInputStream) stream = g_file_read (self->file, self->cancellable, NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (BLOCK_SIZE);
  gssize n = -1;

  /* whoever reads the rows reports what is wrong with the file */
  while (stream != NULL && g_atomic_int_get (&self->is_unwanted) == 0 &&
         (n = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK_SIZE, self->cancellable,
                                   NULL)) > 0)
    g_checksum_update (sum, block, n);
  return n == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

/**
 * kith_digest_begin:
 * @file: a file
 * @cancellable: (nullable): stops the work
 *
 * Returns: (transfer full): its digest, under way
 */
KithDigest *
kith_digest_begin (GFile *file, GCancellable *cancellable)
{
  KithDigest *self = g_new0 (KithDigest, 1);

  self->file = g_object_ref (file);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->thread = g_thread_new ("digest", work_out, self);
  return self;
}

/**
 * kith_digest_get_text:
 *
 * Waits until it is worked out.
 *
 * Returns: (transfer none) (nullable): 64 hexadecimal digits; %NULL where the file could not
 *   be read
 */
const char *
kith_digest_get_text (KithDigest *self)
{
  if (self->thread != NULL)
    self->text = g_thread_join (g_steal_pointer (&self->thread));
  return self->text;
}

/**
 * kith_digest_free:
 * @self: (nullable): a digest
 */
void
kith_digest_free (KithDigest *self)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->is_unwanted, 1);
  kith_digest_get_text (self);
  g_object_unref (self->file);
  g_clear_object (&self->cancellable);
  g_free (self->text);
  g_free (self);
}

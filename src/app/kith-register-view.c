/* kith-register-view.c: a register as it was read at one moment
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-register-view.h"

/**
 * kith_register_view_read:
 * @previous: (nullable): an earlier ledger of the register, whose untouched blocks are shared
 * @job: (nullable): takes progress, gives cancellation
 *
 * In the thread that owns @store.
 *
 * Returns: (transfer full): what the register says now, or %NULL with @error set
 */
KithRegisterView *
kith_register_view_read (
    KithStore *store, KithLedger *previous, KithAccess access, KithJob *job, GError **error)
{
  g_autoptr (KithRegisterView) self = g_new0 (KithRegisterView, 1);
  GError *problem = NULL;

  self->file = g_object_ref (kith_store_get_file (store));
  self->access = access;
  if (access == KITH_ACCESS_HELD)
    self->holder = kith_holder_find (self->file);
  self->ledger = kith_store_read_ledger (store, previous, FALSE, job, error);
  if (self->ledger == NULL)
    return NULL;
  self->history = kith_store_read_history (store, error);
  if (self->history == NULL)
    return NULL;
  self->undoable = kith_store_get_undoable (store, &problem);
  if (problem == NULL)
    self->redoable = kith_store_get_redoable (store, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * kith_register_view_free:
 */
void
kith_register_view_free (KithRegisterView *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->holder, kith_holder_free);
  g_clear_pointer (&self->ledger, kith_ledger_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_free (self);
}

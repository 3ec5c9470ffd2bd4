/* kith-map-moves.c: marks that are put elsewhere, and taken back
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-moves.h"

#include <glib/gi18n.h>

/* Marks that were moved together: how each stood before and after. */
typedef struct
{
  GArray *before, *after; /* of KithMapPin */
  gint64 entry;           /* that undo would have taken back instead */
} Move;

/**
 * KithMapMoves:
 *
 * Where marks stand is no record and not in the journal, but an officer who moved one by mistake
 * wants it back: for as long as the register is open moves are undone in their turn with what is
 * in the journal. They hold at once; the register keeps them as soon as nothing else is under way.
 * Signal "changed": marks stand elsewhere.
 */
struct _KithMapMoves
{
  GObject parent_instance;

  KithSession *session; /* owns this */
  GFile *file;          /* nullable: the register that they are of */
  GPtrArray *done;      /* of Move; the newest last */
  GPtrArray *undone;    /* of Move; the next to be done again last */
  GArray *pending;      /* of KithMapPin: not kept yet, each mark once */
  gboolean is_writing;
  gboolean is_holding; /* the session stays until they are kept, though its window has gone */
  guint idle;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (KithMapMoves, kith_map_moves, G_TYPE_OBJECT)

static void keep_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
free_move (gpointer data)
{
  Move *move = data;

  g_array_unref (move->before);
  g_array_unref (move->after);
  g_free (move);
}

static KithChangeset *
make_changes (KithMapMoves *self)
{
  KithChangeset *changes = kith_changeset_new (kith_session_get_ledger (self->session));

  for (guint i = 0; i < self->pending->len; i++)
    kith_map_pin_put (&g_array_index (self->pending, KithMapPin, i), changes);
  return changes;
}

static void
set_holding (KithMapMoves *self, gboolean is_holding)
{
  if (self->is_holding == is_holding)
    return;
  self->is_holding = is_holding;
  if (is_holding)
    g_object_ref (self->session);
  else
    g_object_unref (self->session); /* and this goes with it, if it was the last */
}

static void
keep (KithMapMoves *self)
{
  g_autoptr (KithChangeset) changes = make_changes (self);

  self->is_writing = TRUE;
  kith_session_keep (self->session, changes, keep_cb, g_array_copy (self->pending));
}

/* Not while something else is under way, and not before whoever waits for it has been told. */
static gboolean
write_cb (gpointer data)
{
  KithMapMoves *self = KITH_MAP_MOVES (data);

  self->idle = 0;
  if (!self->is_writing && self->pending->len == 0)
    set_holding (self, FALSE);
  else if (!self->is_writing && kith_session_can_keep (self->session))
    keep (self);
  return G_SOURCE_REMOVE;
}

static void
write_soon (KithMapMoves *self)
{
  if (self->idle == 0 && self->is_holding)
    self->idle = g_idle_add (write_cb, self);
}

static gboolean
is_same (const KithMapPin *a, const KithMapPin *b)
{
  return a->view == b->view && a->urn == b->urn && a->is_kept == b->is_kept && a->at.x == b->at.x &&
         a->at.y == b->at.y && a->is_pinned == b->is_pinned;
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KithSession *session = KITH_SESSION (source);
  KithMapMoves *self = kith_map_moves_get (session);
  g_autoptr (GArray) written = data;
  g_autoptr (GError) error = NULL;

  self->is_writing = FALSE;
  if (!kith_session_keep_finish (session, result, &error))
    {
      /* a window that closes cancels all that is under way: it is tried once more */
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          write_soon (self);
          return;
        }
      /* they hold for as long as the register is open, and are tried again with the next one */
      g_signal_emit_by_name (session, "failed", _ ("Where marks stand was not saved"),
                             error->message);
      set_holding (self, FALSE);
      return;
    }
  for (guint i = self->pending->len; i-- > 0;)
    for (guint k = 0; k < written->len; k++)
      if (is_same (&g_array_index (self->pending, KithMapPin, i),
                   &g_array_index (written, KithMapPin, k)))
        {
          g_array_remove_index (self->pending, i);
          break;
        }
  write_soon (self);
}

static void
put_pending (KithMapMoves *self, const KithMapPin *pin)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      KithMapPin *known = &g_array_index (self->pending, KithMapPin, i);

      if (known->view == pin->view && known->urn == pin->urn)
        {
          *known = *pin;
          return;
        }
    }
  g_array_append_vals (self->pending, pin, 1);
}

static void
put_all (KithMapMoves *self, const GArray *pins)
{
  for (guint i = 0; i < pins->len; i++)
    put_pending (self, &g_array_index (pins, KithMapPin, i));
  set_holding (self, !kith_session_is_read_only (self->session));
  write_soon (self);
  g_signal_emit (self, changed_signal, 0);
}

/* Another register has other marks. */
static void
register_changed_cb (KithMapMoves *self)
{
  GFile *file = kith_session_get_file (self->session);

  if (file != NULL && self->file != NULL && g_file_equal (file, self->file))
    return;
  g_set_object (&self->file, file);
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
  g_array_set_size (self->pending, 0);
  write_soon (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
kith_map_moves_finalize (GObject *object)
{
  KithMapMoves *self = KITH_MAP_MOVES (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->file);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_array_unref (self->pending);
  G_OBJECT_CLASS (kith_map_moves_parent_class)->finalize (object);
}

static void
kith_map_moves_class_init (KithMapMovesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_map_moves_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
kith_map_moves_init (KithMapMoves *self)
{
  self->done = g_ptr_array_new_with_free_func (free_move);
  self->undone = g_ptr_array_new_with_free_func (free_move);
  self->pending = g_array_new (FALSE, FALSE, sizeof (KithMapPin));
}

/**
 * kith_map_moves_get:
 *
 * Returns: (transfer none): those of @session, which owns them
 */
KithMapMoves *
kith_map_moves_get (KithSession *session)
{
  KithMapMoves *self = g_object_get_data (G_OBJECT (session), "kith-map-moves");

  if (self != NULL)
    return self;
  self = g_object_new (KITH_TYPE_MAP_MOVES, NULL);
  self->session = session;
  g_set_object (&self->file, kith_session_get_file (session));
  g_signal_connect_object (session, "register-changed", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kith_session_get_jobs (session), "items-changed",
                           G_CALLBACK (write_soon), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (session), "kith-map-moves", self, g_object_unref);
  return self;
}

/**
 * kith_map_moves_make:
 * @pins: (array length=n_pins): how marks stand from now on, of one picture; each mark once
 * @n_pins: how many, at least one
 *
 * Moves marks, all at once.
 */
void
kith_map_moves_make (KithMapMoves *self, const KithMapPin *pins, guint n_pins)
{
  g_autoptr (KithLedger) ledger = kith_map_moves_dup_ledger (self);
  Move *move;

  g_return_if_fail (ledger != NULL);
  move = g_new0 (Move, 1);
  move->before = g_array_new (FALSE, FALSE, sizeof (KithMapPin));
  move->after = g_array_new (FALSE, FALSE, sizeof (KithMapPin));
  move->entry = kith_session_get_undoable (self->session);
  g_array_append_vals (move->after, pins, n_pins);
  for (guint i = 0; i < n_pins; i++)
    {
      KithMapPin before = kith_map_pin_find (ledger, pins[i].view, pins[i].urn);

      g_array_append_val (move->before, before);
    }
  g_ptr_array_add (self->done, move);
  g_ptr_array_set_size (self->undone, 0);
  put_all (self, move->after);
}

/* The last one, where it is newer than all that the journal would take back. */
static Move *
get_last (KithMapMoves *self, GPtrArray *moves)
{
  Move *last = moves->len > 0 ? moves->pdata[moves->len - 1] : NULL;

  return last != NULL && last->entry == kith_session_get_undoable (self->session) ? last : NULL;
}

/**
 * kith_map_moves_can_undo:
 *
 * Returns: whether the newest thing an officer did is a move
 */
gboolean
kith_map_moves_can_undo (KithMapMoves *self)
{
  return get_last (self, self->done) != NULL;
}

/**
 * kith_map_moves_can_redo:
 *
 * Returns: whether the newest thing that was undone is a move
 */
gboolean
kith_map_moves_can_redo (KithMapMoves *self)
{
  return get_last (self, self->undone) != NULL;
}

/**
 * kith_map_moves_undo:
 *
 * Puts the marks of the last move back. Only where kith_map_moves_can_undo() says so.
 */
void
kith_map_moves_undo (KithMapMoves *self)
{
  Move *move = get_last (self, self->done);

  g_return_if_fail (move != NULL);
  g_ptr_array_add (self->undone, g_ptr_array_steal_index (self->done, self->done->len - 1));
  put_all (self, move->before);
}

/**
 * kith_map_moves_redo:
 *
 * Does again what was undone last. Only where kith_map_moves_can_redo() says so.
 */
void
kith_map_moves_redo (KithMapMoves *self)
{
  Move *move = get_last (self, self->undone);

  g_return_if_fail (move != NULL);
  g_ptr_array_add (self->done, g_ptr_array_steal_index (self->undone, self->undone->len - 1));
  put_all (self, move->after);
}

/**
 * kith_map_moves_dup_ledger:
 *
 * Returns: (transfer full) (nullable): what the register says, with the marks where they stand now
 */
KithLedger *
kith_map_moves_dup_ledger (KithMapMoves *self)
{
  KithLedger *ledger = kith_session_get_ledger (self->session);
  g_autoptr (KithChangeset) changes = NULL;

  if (ledger == NULL || self->pending->len == 0)
    return ledger != NULL ? kith_ledger_ref (ledger) : NULL;
  changes = make_changes (self);
  return kith_changeset_apply (changes, kith_ledger_get_head (ledger));
}

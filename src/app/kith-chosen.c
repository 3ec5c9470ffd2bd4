/* kith-chosen.c: the schools that an officer has put together for what comes next
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-chosen.h"

/**
 * KithChosen:
 *
 * A set of schools, apart from the one that is selected. Signal "changed": another set.
 */
struct _KithChosen
{
  GObject parent_instance;

  GHashTable *urns; /* of gint64 */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (KithChosen, kith_chosen, G_TYPE_OBJECT)

static gboolean
put (KithChosen *self, gint64 urn)
{
  return g_hash_table_add (self->urns, g_memdup2 (&urn, sizeof urn));
}

static void
kith_chosen_finalize (GObject *object)
{
  g_hash_table_unref (KITH_CHOSEN (object)->urns);
  G_OBJECT_CLASS (kith_chosen_parent_class)->finalize (object);
}

static void
kith_chosen_class_init (KithChosenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_chosen_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
kith_chosen_init (KithChosen *self)
{
  self->urns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * kith_chosen_new:
 *
 * Returns: (transfer full): nobody
 */
KithChosen *
kith_chosen_new (void)
{
  return g_object_new (KITH_TYPE_CHOSEN, NULL);
}

/**
 * kith_chosen_get_n:
 *
 * Returns: how many schools
 */
guint
kith_chosen_get_n (KithChosen *self)
{
  return g_hash_table_size (self->urns);
}

/**
 * kith_chosen_has:
 *
 * Returns: whether the school is among them
 */
gboolean
kith_chosen_has (KithChosen *self, gint64 urn)
{
  return g_hash_table_contains (self->urns, &urn);
}

static int
compare_urns (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return x < y ? -1 : x > y;
}

/**
 * kith_chosen_dup_urns:
 *
 * Returns: (transfer full) (element-type gint64): their URNs, the lowest first
 */
GArray *
kith_chosen_dup_urns (KithChosen *self)
{
  GArray *urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer urn;

  g_hash_table_iter_init (&iter, self->urns);
  while (g_hash_table_iter_next (&iter, &urn, NULL))
    g_array_append_vals (urns, urn, 1);
  g_array_sort (urns, compare_urns);
  return urns;
}

/**
 * kith_chosen_set:
 * @urns: (array length=n_urns): of schools
 * @n_urns: how many; 0 for nobody
 *
 * Takes these and lets go of all others.
 */
void
kith_chosen_set (KithChosen *self, const gint64 *urns, guint n_urns)
{
  if (n_urns == 0 && kith_chosen_get_n (self) == 0)
    return;
  g_hash_table_remove_all (self->urns);
  for (guint i = 0; i < n_urns; i++)
    put (self, urns[i]);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * kith_chosen_add:
 * @urns: (array length=n_urns): of schools
 * @n_urns: how many
 *
 * Takes these too.
 */
void
kith_chosen_add (KithChosen *self, const gint64 *urns, guint n_urns)
{
  gboolean is_new = FALSE;

  for (guint i = 0; i < n_urns; i++)
    is_new |= put (self, urns[i]);
  if (is_new)
    g_signal_emit (self, changed_signal, 0);
}

/**
 * kith_chosen_toggle:
 *
 * Takes the school, or lets go of it where it is among them.
 */
void
kith_chosen_toggle (KithChosen *self, gint64 urn)
{
  if (!g_hash_table_remove (self->urns, &urn))
    put (self, urn);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
is_unknown (gpointer urn, gpointer value, gpointer ledger)
{
  return ledger == NULL || kith_ledger_find (ledger, KITH_TABLE_SCHOOL, *(gint64 *)urn) == NULL;
}

/**
 * kith_chosen_keep_known:
 * @ledger: (nullable): what the register says; %NULL where none is open
 *
 * Lets go of those that are no longer in the register.
 */
void
kith_chosen_keep_known (KithChosen *self, KithLedger *ledger)
{
  if (g_hash_table_foreach_remove (self->urns, is_unknown, ledger) > 0)
    g_signal_emit (self, changed_signal, 0);
}

/* kith-supposition.c: one thing that is supposed to be gone, or to be there
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-supposition.h"
#include "kith-addition.h"
#include "kith-removal.h"

#include <glib/gi18n.h>

/**
 * kith_supposition_new_without:
 * @ledger: that holds the thing
 *
 * Returns: (transfer full): the thing is taken away
 */
KithSupposition *
kith_supposition_new_without (KithLedger *ledger, const KithThing *thing)
{
  KithSupposition *self = g_new0 (KithSupposition, 1);
  g_autofree char *words = kith_thing_dup_words (thing, ledger);

  self->thing = kith_thing_copy (thing);
  self->type = thing->type;
  self->words = g_strdup_printf (_ ("Without %s"), words);
  return self;
}

/**
 * kith_supposition_new_with:
 * @text: as kith_addition_plan() reads it
 * @words: for people
 *
 * Returns: (transfer full): something is added
 */
KithSupposition *
kith_supposition_new_with (KithThingType type, const char *text, const char *words)
{
  KithSupposition *self = g_new0 (KithSupposition, 1);

  self->type = type;
  self->text = g_strdup (text);
  self->words = g_strdup (words);
  return self;
}

/**
 * kith_supposition_copy:
 *
 * Returns: (transfer full): the same
 */
KithSupposition *
kith_supposition_copy (const KithSupposition *self)
{
  KithSupposition *copy = kith_supposition_new_with (self->type, self->text, self->words);

  if (self->thing != NULL)
    copy->thing = kith_thing_copy (self->thing);
  return copy;
}

/**
 * kith_supposition_free:
 * @self: (transfer full) (nullable): a supposition
 */
void
kith_supposition_free (KithSupposition *self)
{
  if (self == NULL)
    return;
  kith_thing_free (self->thing);
  g_free (self->text);
  g_free (self->words);
  g_free (self);
}

/**
 * kith_supposition_is_equal:
 *
 * Returns: whether both suppose the same
 */
gboolean
kith_supposition_is_equal (const KithSupposition *self, const KithSupposition *other)
{
  if ((self->thing == NULL) != (other->thing == NULL))
    return FALSE;
  if (self->thing != NULL)
    return kith_thing_is_equal (self->thing, other->thing);
  return self->type == other->type && g_strcmp0 (self->text, other->text) == 0;
}

/* What is taken away goes first, all at once. */
static gboolean
plan (KithNetwork *network, const GPtrArray *suppositions, KithChangeset *changes, GError **error)
{
  g_autoptr (KithHolders) holders = kith_holders_new (network);
  g_autoptr (GPtrArray) things = g_ptr_array_new ();

  for (guint s = 0; s < suppositions->len; s++)
    {
      const KithSupposition *supposition = suppositions->pdata[s];

      if (supposition->thing != NULL)
        g_ptr_array_add (things, supposition->thing);
    }
  kith_removal_plan (holders, (const KithThing *const *)things->pdata, things->len, changes);
  for (guint s = 0; s < suppositions->len; s++)
    {
      const KithSupposition *supposition = suppositions->pdata[s];

      if (supposition->thing == NULL &&
          !kith_addition_plan (changes, supposition->type, supposition->text,
                               kith_network_get_date (network), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kith_supposed_new:
 * @roll: as it is
 * @suppositions: (element-type KithSupposition): what is supposed
 *
 * In a worker.
 *
 * Returns: (transfer full): what would be, or %NULL with @error set
 */
KithSupposed *
kith_supposed_new (KithRoll *roll, const GPtrArray *suppositions, KithJob *job, GError **error)
{
  KithNetwork *network = kith_roll_get_network (roll);
  g_autoptr (KithChangeset) changes = kith_changeset_new (kith_network_get_ledger (network));
  g_autoptr (KithWhatIf) what_if = NULL;
  KithSupposed *self;

  if (!plan (network, suppositions, changes, error))
    return NULL;
  what_if = kith_what_if_new (network, changes, job, error);
  if (what_if == NULL || !kith_what_if_find (what_if, roll, job, error))
    return NULL;
  self = g_new (KithSupposed, 1);
  self->what_if = g_steal_pointer (&what_if);
  self->ended = kith_removal_dup_ended (changes);
  return self;
}

/**
 * kith_supposed_free:
 * @self: (transfer full): an answer
 */
void
kith_supposed_free (KithSupposed *self)
{
  kith_what_if_unref (self->what_if);
  g_free (self->ended);
  g_free (self);
}

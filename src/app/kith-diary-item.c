/* kith-diary-item.c: a contact or an action, as a row of a list
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-diary-item.h"
#include "kith-naming.h"
#include "kith-party-contacts.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * KithDiaryItem:
 *
 * Immutable; keeps its ledger, to which the rows belong.
 */
struct _KithDiaryItem
{
  GObject parent_instance;

  KithLedger *ledger;
  KithDiaryEntry entry;
  char *folded; /* what a search looks in */
};

G_DEFINE_FINAL_TYPE (KithDiaryItem, kith_diary_item, G_TYPE_OBJECT)

static void
kith_diary_item_finalize (GObject *object)
{
  KithDiaryItem *self = KITH_DIARY_ITEM (object);

  g_clear_pointer (&self->ledger, kith_ledger_unref);
  g_free (self->entry.who);
  g_free (self->folded);
  G_OBJECT_CLASS (kith_diary_item_parent_class)->finalize (object);
}

static void
kith_diary_item_class_init (KithDiaryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_diary_item_finalize;
}

static void
kith_diary_item_init (KithDiaryItem *self)
{
}

static const char *
get_arrangement (KithLedger *ledger, gint64 id)
{
  const KithArrangement *row = kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, id);

  return row != NULL ? row->name : NULL;
}

/* A note for officers alone is found by whoever looks for it, and not by its words. */
static char *
fold (const KithDiaryEntry *entry)
{
  const KithContact *contact = entry->contact;
  const KithAction *action = entry->action;
  gboolean is_open = contact != NULL && contact->confidential != 1;
  const char *parts[] = {
    entry->who,
    entry->under,
    contact != NULL ? contact->kind : action->what,
    contact != NULL ? contact->officer : action->owner,
    is_open ? contact->summary : NULL,
    is_open          ? contact->outcome
    : action != NULL ? action->outcome
                     : NULL,
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s ", parts[i]);
  return kith_text_dup_key (text->str);
}

static KithDiaryItem *
new_item (KithLedger *ledger, const KithDiaryEntry *entry)
{
  KithDiaryItem *self = g_object_new (KITH_TYPE_DIARY_ITEM, NULL);

  self->ledger = kith_ledger_ref (ledger);
  self->entry = *entry;
  self->folded = fold (entry);
  return self;
}

static char *
dup_party (KithLedger *ledger, const KithContactParty *party)
{
  const KithOrganisation *organisation =
      kith_ledger_find (ledger, KITH_TABLE_ORGANISATION, party->organisation_id);
  const KithPerson *person = kith_ledger_find (ledger, KITH_TABLE_PERSON, party->person_id);

  if (party->urn != KITH_INT_NONE)
    return kith_naming_dup_school (ledger, party->urn);
  return organisation != NULL ? g_strdup (organisation->name)
         : person != NULL     ? g_strdup (person->name)
                              : NULL;
}

/* Newest first; of one day, the one that was recorded last. */
static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  const KithContact *one = (*(KithDiaryItem *const *)a)->entry.contact;
  const KithContact *other = (*(KithDiaryItem *const *)b)->entry.contact;

  if (one->date != other->date)
    return one->date > other->date ? -1 : 1;
  return one->id > other->id ? -1 : 1;
}

/* Who took part in each contact, and the first school among them. */
static GPtrArray **
list_parties (KithLedger *ledger, KithDiaryEntry *entries, gsize n_contacts)
{
  gsize n;
  const KithContactParty *parties = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT_PARTY, &n);
  g_autofree guint *rows = kith_party_contacts_list (ledger);
  GPtrArray **names = g_new0 (GPtrArray *, n_contacts + 1);

  for (gsize p = 0; p < n; p++)
    {
      char *name = rows[p] == KITH_CONTACT_NONE ? NULL : dup_party (ledger, &parties[p]);

      if (name == NULL)
        continue;
      if (names[rows[p]] == NULL)
        names[rows[p]] = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (names[rows[p]], name);
      if (entries[rows[p]].urn == KITH_INT_NONE)
        entries[rows[p]].urn = parties[p].urn;
    }
  return names;
}

/**
 * kith_diary_item_list_contacts:
 * @ledger: what the register says
 * @as_at: the day; later contacts are left out
 *
 * Cost: O(contacts and parties); for a worker.
 *
 * Returns: (transfer full) (element-type KithDiaryItem): every contact, newest first
 */
GPtrArray *
kith_diary_item_list_contacts (KithLedger *ledger, KithDate as_at)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gsize n;
  const KithContact *contacts = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT, &n);
  g_autofree KithDiaryEntry *entries = g_new0 (KithDiaryEntry, n + 1);
  g_autofree GPtrArray **names = NULL;

  for (gsize c = 0; c < n; c++)
    entries[c].urn = KITH_INT_NONE;
  names = list_parties (ledger, entries, n);
  for (gsize c = 0; c < n; c++)
    {
      entries[c].contact = &contacts[c];
      entries[c].under = get_arrangement (ledger, contacts[c].arrangement_id);
      if (names[c] != NULL)
        {
          g_ptr_array_add (names[c], NULL);
          entries[c].who = kith_text_dup_list ((const char *const *)names[c]->pdata);
          g_ptr_array_unref (names[c]);
        }
      if (contacts[c].date <= as_at)
        g_ptr_array_add (items, new_item (ledger, &entries[c]));
      else
        g_free (entries[c].who);
    }
  g_ptr_array_sort (items, compare_contacts);
  return items;
}

/* What is overdue longest, then what is due next, then what has no day, then what is done. */
static int
compare_actions (gconstpointer a, gconstpointer b)
{
  const KithAction *one = (*(KithDiaryItem *const *)a)->entry.action;
  const KithAction *other = (*(KithDiaryItem *const *)b)->entry.action;
  gboolean is_done = one->done != KITH_DATE_UNKNOWN,
           is_other_done = other->done != KITH_DATE_UNKNOWN;
  KithDate due = one->due == KITH_DATE_UNKNOWN ? G_MAXUINT32 : one->due;
  KithDate other_due = other->due == KITH_DATE_UNKNOWN ? G_MAXUINT32 : other->due;

  if (is_done != is_other_done)
    return is_done ? 1 : -1;
  if (is_done && one->done != other->done)
    return one->done > other->done ? -1 : 1;
  if (due != other_due)
    return due < other_due ? -1 : 1;
  return one->id < other->id ? -1 : 1;
}

/**
 * kith_diary_item_is_overdue:
 * @as_at: the day that is asked about
 *
 * Returns: whether @action was due before that day and is not done
 */
gboolean
kith_diary_item_is_overdue (const KithAction *action, KithDate as_at)
{
  return action->done == KITH_DATE_UNKNOWN && action->due != KITH_DATE_UNKNOWN &&
         action->due < as_at;
}

/**
 * kith_diary_item_list_actions:
 * @ledger: what the register says
 * @as_at: the day on which an action is overdue or is not
 *
 * Cost: O(n log n); for a worker.
 *
 * Returns: (transfer full) (element-type KithDiaryItem): every action, the longest overdue first
 */
GPtrArray *
kith_diary_item_list_actions (KithLedger *ledger, KithDate as_at)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gsize n;
  const KithAction *actions = kith_ledger_get_rows (ledger, KITH_TABLE_ACTION, &n);

  for (gsize a = 0; a < n; a++)
    {
      KithDiaryEntry entry = {
        .action = &actions[a],
        .urn = actions[a].urn,
        .under = get_arrangement (ledger, actions[a].arrangement_id),
        .is_overdue = kith_diary_item_is_overdue (&actions[a], as_at),
      };

      if (entry.urn != KITH_INT_NONE)
        entry.who = kith_naming_dup_school (ledger, entry.urn);
      g_ptr_array_add (items, new_item (ledger, &entry));
    }
  g_ptr_array_sort (items, compare_actions);
  return items;
}

/**
 * kith_diary_item_get:
 *
 * Returns: (transfer none): what it is
 */
const KithDiaryEntry *
kith_diary_item_get (KithDiaryItem *self)
{
  return &self->entry;
}

/**
 * kith_diary_item_has_words:
 * @key: (nullable): what was typed, as kith_text_dup_key() folds it
 *
 * Returns: whether it occurs in what is said of this
 */
gboolean
kith_diary_item_has_words (KithDiaryItem *self, const char *key)
{
  return key == NULL || strstr (self->folded, key) != NULL;
}

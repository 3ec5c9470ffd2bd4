/* kith-removal.c: which rows go when something is taken away
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-removal.h"

#include "kith-named-trust.h"
#include "kith-span.h"
#include "kith-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of arrangements that end, named in one sentence. */
#define MOST_NAMES 8

/* What a row that names something that has gone comes to. */
typedef enum
{
  FATE_GO,    /* it goes too */
  FATE_BLANK, /* the field is blank */
  FATE_PART,  /* a party that is nobody else goes, else the field is blank */
} Fate;

typedef struct
{
  KithTable table;
  const char *field;
  Fate fate;
} Mention;

static const Mention mentions_of_person[] = {
  { KITH_TABLE_PERSON, "id", FATE_GO },
  { KITH_TABLE_POST, "person_id", FATE_GO },
  { KITH_TABLE_EXPERTISE, "person_id", FATE_GO },
  { KITH_TABLE_INTEREST, "person_id", FATE_GO },
  { KITH_TABLE_CONTACT_PARTY, "person_id", FATE_PART },
  { KITH_TABLE_ARRANGEMENT, "lead_person_id", FATE_BLANK },
  { KITH_TABLE_ARRANGEMENT, "coordinator_id", FATE_BLANK },
  { KITH_TABLE_ARRANGEMENT, "deputy_id", FATE_BLANK },
};

static const Mention mentions_of_arrangement[] = {
  { KITH_TABLE_ARRANGEMENT, "id", FATE_GO },
  { KITH_TABLE_MEMBERSHIP, "arrangement_id", FATE_GO },
  { KITH_TABLE_SETTING_ASIDE, "arrangement_id", FATE_GO },
  { KITH_TABLE_LOCK, "arrangement_id", FATE_GO },
  { KITH_TABLE_ARRANGEMENT, "parent_id", FATE_BLANK },
  { KITH_TABLE_CONTACT, "arrangement_id", FATE_BLANK },
  { KITH_TABLE_ACTION, "arrangement_id", FATE_BLANK },
};

static const Mention mentions_of_school[] = {
  { KITH_TABLE_SCHOOL, "urn", FATE_GO },
  { KITH_TABLE_SCHOOL_AUTHORITY, "urn", FATE_GO },
  { KITH_TABLE_SCHOOL_LINK, "urn", FATE_GO },
  { KITH_TABLE_SCHOOL_LINK, "link_urn", FATE_GO },
  { KITH_TABLE_POST, "urn", FATE_GO },
  { KITH_TABLE_MEMBERSHIP, "urn", FATE_GO },
  { KITH_TABLE_CONTACT_PARTY, "urn", FATE_GO },
  { KITH_TABLE_ACTION, "urn", FATE_GO },
  { KITH_TABLE_MEASURE, "urn", FATE_GO },
  { KITH_TABLE_NEED, "urn", FATE_GO },
  { KITH_TABLE_EXPERTISE, "urn", FATE_GO },
  { KITH_TABLE_ENQUIRY, "urn", FATE_GO },
  { KITH_TABLE_INSPECTION, "urn", FATE_GO },
  { KITH_TABLE_SETTING_ASIDE, "urn", FATE_GO },
  { KITH_TABLE_INTEREST, "urn", FATE_GO },
  { KITH_TABLE_RIVALRY, "urn", FATE_GO },
  { KITH_TABLE_RIVALRY, "other_urn", FATE_GO },
  { KITH_TABLE_CATCHMENT, "urn", FATE_GO },
  { KITH_TABLE_LOCK, "urn", FATE_GO },
  { KITH_TABLE_LOCK, "other_urn", FATE_GO },
  { KITH_TABLE_PAIRING_DECISION, "supported_urn", FATE_GO },
  { KITH_TABLE_PAIRING_DECISION, "supporter_urn", FATE_GO },
  { KITH_TABLE_GOAL, "urn", FATE_GO },
  { KITH_TABLE_ARRANGEMENT, "lead_urn", FATE_BLANK },
};

/* What goes, and the register as it stands. */
typedef struct
{
  const KithHolders *holders;
  KithNetwork *network;
  KithLedger *ledger;
  KithDate as_at;
  KithChangeset *changes;
  GArray *people; /* of gint64, sorted; so are the others */
  GArray *arrangements;
  GArray *schools;
} Plan;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

static gboolean
holds (const GArray *keys, gint64 key)
{
  guint at;

  return g_array_binary_search ((GArray *)keys, &key, compare_keys, &at);
}

static void
blank_field (Plan *plan, KithTable table, const KithField *field, const void *row)
{
  const void *now = kith_changeset_find (plan->changes, table, kith_row_get_key (row));
  g_autofree void *copy = NULL;

  if (now == NULL)
    return; /* it went with something else */
  copy = g_memdup2 (now, kith_table_get_info (table)->row_size);
  kith_field_set_int (field, copy, KITH_INT_NONE);
  kith_changeset_put (plan->changes, table, copy);
}

static gboolean
is_nobody_else (const KithContactParty *party)
{
  return party->urn == KITH_INT_NONE && party->organisation_id == KITH_INT_NONE;
}

static void
strike_mention (Plan *plan, const Mention *mention, const GArray *keys)
{
  const KithField *field = kith_table_find_field (mention->table, mention->field);
  gsize size = kith_table_get_info (mention->table)->row_size, n;
  const char *rows;

  if (!kith_ledger_has_table (plan->ledger, mention->table))
    return;
  rows = kith_ledger_get_rows (plan->ledger, mention->table, &n);
  for (gsize r = 0; r < n; r++)
    {
      const char *row = rows + r * size;
      gint64 value = kith_field_get_int (field, row);

      if (value == KITH_INT_NONE || !holds (keys, value))
        continue;
      if (mention->fate == FATE_GO ||
          (mention->fate == FATE_PART && is_nobody_else ((const void *)row)))
        kith_changeset_remove (plan->changes, mention->table, kith_row_get_key (row));
      else
        blank_field (plan, mention->table, field, row);
    }
}

static void
strike (Plan *plan, const Mention *mentions, guint n_mentions, const GArray *keys)
{
  for (guint m = 0; m < n_mentions && keys->len > 0; m++)
    strike_mention (plan, &mentions[m], keys);
}

/* Whether all the people who run it go, and no memorandum keeps it. */
static gboolean
is_left_alone (const Plan *plan, guint arrangement)
{
  const KithHolding *holding = kith_holders_get (plan->holders, arrangement);

  if (holding->n_people == 0 || holding->has_memorandum)
    return FALSE;
  for (guint p = 0; p < holding->n_people; p++)
    if (!holds (plan->people, holding->people[p]))
      return FALSE;
  return TRUE;
}

static gboolean
is_paid_by (const Plan *plan, guint arrangement, const char *key)
{
  const KithStream *streams = kith_holders_get_streams (plan->holders, &(guint){ 0 });
  guint stream = kith_holders_get (plan->holders, arrangement)->stream;
  g_autofree char *own = NULL;

  if (stream == KITH_INDEX_NONE || streams[stream].name == NULL)
    return FALSE;
  own = kith_text_dup_key (streams[stream].name);
  return strcmp (own, key) == 0;
}

static void
mark_funding (const Plan *plan, const KithThing *thing, guint8 *is_ended, guint n_arrangements)
{
  g_autofree char *key = kith_text_dup_key (thing->name);

  for (guint g = 0; g < n_arrangements; g++)
    is_ended[g] = is_ended[g] || is_paid_by (plan, g, key);
}

/* What ends: named itself, or by its people or its money, or with its parent. */
static void
list_ended (Plan *plan, const KithThing *const *things, guint n_things)
{
  guint n;
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (plan->network, &n);
  g_autofree guint8 *is_ended = g_new0 (guint8, n + 1);

  for (guint g = 0; g < n; g++)
    is_ended[g] = (arrangements[g].record != NULL &&
                   holds (plan->arrangements, arrangements[g].record->id)) ||
                  is_left_alone (plan, g);
  for (guint t = 0; t < n_things; t++)
    if (things[t]->type == KITH_THING_FUNDING)
      mark_funding (plan, things[t], is_ended, n);
  kith_holders_mark_children (plan->holders, is_ended);
  for (guint g = 0; g < n; g++)
    if (is_ended[g] && arrangements[g].record != NULL &&
        !holds (plan->arrangements, arrangements[g].record->id))
      {
        g_array_append_val (plan->arrangements, arrangements[g].record->id);
        g_array_sort (plan->arrangements, compare_keys);
      }
}

static void
strike_membership (Plan *plan, const KithThing *thing)
{
  gsize n;
  const KithMembership *rows = kith_ledger_get_rows (plan->ledger, KITH_TABLE_MEMBERSHIP, &n);
  KithSpan always = { 0, KITH_SPAN_NO_END };

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == thing->key && rows[i].arrangement_id == thing->arrangement_id &&
        kith_span_holds (kith_span_of_membership (&rows[i], always), plan->as_at))
      kith_changeset_remove (plan->changes, KITH_TABLE_MEMBERSHIP, rows[i].id);
}

/* The schools that lost their last membership in a file of group links. */
static GHashTable *
list_silenced (const Plan *plan)
{
  GHashTable *silenced = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gsize n;
  const KithMembership *rows = kith_ledger_get_rows (plan->ledger, KITH_TABLE_MEMBERSHIP, &n);

  for (guint c = 0; c < kith_changeset_get_size (plan->changes); c++)
    {
      const KithChange *change = kith_changeset_get (plan->changes, c);
      const KithMembership *gone = change->before;

      if (change->table == KITH_TABLE_MEMBERSHIP && change->kind == KITH_CHANGE_REMOVE &&
          gone->urn != KITH_INT_NONE && kith_named_trust_is_linked (plan->ledger, gone->source_id))
        g_hash_table_add (silenced, g_memdup2 (&gone->urn, sizeof gone->urn));
    }
  for (gsize i = 0; i < n && g_hash_table_size (silenced) > 0; i++)
    if (g_hash_table_contains (silenced, &rows[i].urn) &&
        kith_named_trust_is_linked (plan->ledger, rows[i].source_id) &&
        kith_changeset_find (plan->changes, KITH_TABLE_MEMBERSHIP, rows[i].id) != NULL)
      g_hash_table_remove (silenced, &rows[i].urn);
  return silenced;
}

static void
silence_school (Plan *plan, gint64 urn, gboolean has_trusts, gboolean has_federations)
{
  const KithSchool *now = kith_changeset_find (plan->changes, KITH_TABLE_SCHOOL, urn);
  KithSchool school;

  if (now == NULL)
    return;
  school = *now;
  if (!has_trusts)
    school.trusts = NULL;
  if (!has_federations)
    school.federations = NULL;
  kith_changeset_put (plan->changes, KITH_TABLE_SCHOOL, &school);
}

/* What the establishment file's own columns say of a trust that goes. */
static void
silence_columns (Plan *plan)
{
  gsize n_rows;
  const KithArrangement *rows =
      kith_ledger_get_rows (plan->ledger, KITH_TABLE_ARRANGEMENT, &n_rows);
  g_autofree KithNamedTrust *named = NULL;
  guint n_named = 0, n_new;

  for (guint a = 0; a < plan->arrangements->len && named == NULL; a++)
    {
      const KithArrangement *row = kith_ledger_find (plan->ledger, KITH_TABLE_ARRANGEMENT,
                                                     g_array_index (plan->arrangements, gint64, a));

      if (row != NULL && kith_kind_find (row->kind) <= KITH_KIND_UMBRELLA_TRUST)
        named = kith_named_trust_list (plan->ledger, &n_named, &n_new);
    }
  for (guint i = 0; i < n_named; i++)
    if (named[i].arrangement < n_rows && holds (plan->arrangements, rows[named[i].arrangement].id))
      silence_school (plan, named[i].school->urn, named[i].kind == KITH_KIND_FEDERATION,
                      named[i].kind != KITH_KIND_FEDERATION);
}

static void
silence_schools (Plan *plan)
{
  g_autoptr (GHashTable) silenced = list_silenced (plan);
  GHashTableIter each;
  gpointer urn;

  g_hash_table_iter_init (&each, silenced);
  while (g_hash_table_iter_next (&each, &urn, NULL))
    silence_school (plan, *(gint64 *)urn, FALSE, FALSE);
}

static void
sort_things (Plan *plan, const KithThing *const *things, guint n_things)
{
  for (guint t = 0; t < n_things; t++)
    {
      GArray *keys = things[t]->type == KITH_THING_PERSON        ? plan->people
                     : things[t]->type == KITH_THING_ARRANGEMENT ? plan->arrangements
                     : things[t]->type == KITH_THING_SCHOOL      ? plan->schools
                                                                 : NULL;

      if (keys != NULL)
        g_array_append_val (keys, things[t]->key);
    }
  g_array_sort (plan->people, compare_keys);
  g_array_sort (plan->arrangements, compare_keys);
  g_array_sort (plan->schools, compare_keys);
}

/**
 * kith_removal_plan:
 * @holders: what holds the arrangements up, as at the date that is asked about
 * @things: what is taken away, all of it at once
 * @n_things: how many
 * @changes: (inout): changes of the ledger of @holders; the removal is added to them
 *
 * Cost: O(rows of the tables that could name a thing of that type).
 */
void
kith_removal_plan (const KithHolders *holders,
                   const KithThing *const *things,
                   guint n_things,
                   KithChangeset *changes)
{
  KithNetwork *network = kith_holders_get_network (holders);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) arrangements = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) schools = g_array_new (FALSE, FALSE, sizeof (gint64));
  Plan plan = { holders,
                network,
                kith_network_get_ledger (network),
                kith_network_get_date (network),
                changes,
                people,
                arrangements,
                schools };

  g_return_if_fail (kith_changeset_get_base (changes) == plan.ledger);

  sort_things (&plan, things, n_things);
  list_ended (&plan, things, n_things);
  strike (&plan, mentions_of_person, G_N_ELEMENTS (mentions_of_person), people);
  strike (&plan, mentions_of_arrangement, G_N_ELEMENTS (mentions_of_arrangement), arrangements);
  strike (&plan, mentions_of_school, G_N_ELEMENTS (mentions_of_school), schools);
  for (guint t = 0; t < n_things; t++)
    if (things[t]->type == KITH_THING_MEMBERSHIP)
      strike_membership (&plan, things[t]);
  silence_columns (&plan);
  silence_schools (&plan);
}

/**
 * kith_removal_dup_ended:
 * @changes: with what is taken away
 *
 * Returns: (transfer full) (nullable): a sentence that names the arrangements that end; %NULL
 *   where none does
 */
char *
kith_removal_dup_ended (const KithChangeset *changes)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint n_more = 0;

  for (guint c = 0; c < kith_changeset_get_size (changes); c++)
    {
      const KithChange *change = kith_changeset_get (changes, c);

      if (change->table != KITH_TABLE_ARRANGEMENT || change->kind != KITH_CHANGE_REMOVE)
        continue;
      if (names->len == MOST_NAMES)
        n_more++;
      else
        g_ptr_array_add (names, (char *)((const KithArrangement *)change->before)->name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  list = kith_text_dup_list ((const char *const *)names->pdata);
  if (n_more > 0)
    return g_strdup_printf (_ ("These arrangements end: %s, and %u more."), list, n_more);
  return g_strdup_printf (g_dngettext (NULL, "This arrangement ends: %s.",
                                       "These arrangements end: %s.", names->len - 1),
                          list);
}

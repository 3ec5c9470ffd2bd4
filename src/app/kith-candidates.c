/* kith-candidates.c: what can be chosen to be taken away, with words to find it by
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-candidates.h"
#include "kith-holders.h"
#include "kith-text.h"

#include <glib/gi18n.h>
#include <string.h>

static void
free_candidate (gpointer data)
{
  KithCandidate *candidate = data;

  kith_thing_free (candidate->thing);
  g_free (candidate->words);
  g_free (candidate->detail);
  g_free (candidate->folded);
  g_free (candidate);
}

static void
add_candidate (GPtrArray *candidates, KithThing *thing, const char *words, char *detail)
{
  KithCandidate *candidate = g_new (KithCandidate, 1);
  g_autofree char *both = NULL;

  candidate->thing = thing;
  candidate->words = g_strdup (words != NULL ? words : _ ("Without a name"));
  candidate->detail = detail;
  both = g_strconcat (candidate->words, " ", detail, NULL);
  candidate->folded = g_utf8_casefold (both, -1);
  g_ptr_array_add (candidates, candidate);
}

static char *
dup_count (guint n, const char *one, const char *many)
{
  g_autofree char *count = kith_text_dup_count (n);

  return g_strdup_printf ("%s %s", count, n == 1 ? one : many);
}

/* Who runs an active arrangement and is in post. */
static void
add_people (GPtrArray *candidates, const KithHolders *holders, guint n_arrangements)
{
  KithLedger *ledger = kith_network_get_ledger (kith_holders_get_network (holders));
  gsize n;
  const KithPerson *people = kith_ledger_get_rows (ledger, KITH_TABLE_PERSON, &n);
  g_autofree guint *n_run = g_new0 (guint, n + 1);

  for (guint g = 0; g < n_arrangements; g++)
    {
      const KithHolding *holding = kith_holders_get (holders, g);

      for (guint p = 0; p < holding->n_people; p++)
        {
          const KithPerson *person =
              kith_ledger_find (ledger, KITH_TABLE_PERSON, holding->people[p]);

          if (person != NULL)
            n_run[person - people]++;
        }
    }
  for (gsize p = 0; p < n; p++)
    if (n_run[p] > 0)
      {
        g_autofree char *runs = dup_count (n_run[p], _ ("arrangement"), _ ("arrangements"));

        add_candidate (candidates,
                       kith_thing_new (KITH_THING_PERSON, people[p].id, KITH_INT_NONE, NULL),
                       people[p].name, g_strdup_printf (_ ("person, runs %s"), runs));
      }
}

static void
add_arrangements (GPtrArray *candidates, const KithNetworkArrangement *arrangements, guint n)
{
  for (guint g = 0; g < n; g++)
    {
      g_autofree char *schools = NULL;

      if (arrangements[g].record == NULL || !kith_kind_is_link (arrangements[g].kind))
        continue;
      schools = dup_count (arrangements[g].n_schools, _ ("school"), _ ("schools"));
      add_candidate (
          candidates,
          kith_thing_new (KITH_THING_ARRANGEMENT, arrangements[g].record->id, KITH_INT_NONE, NULL),
          arrangements[g].name,
          g_strdup_printf ("%s, %s", _ (kith_kind_get_info (arrangements[g].kind)->words),
                           schools));
    }
}

static void
add_streams (GPtrArray *candidates, const KithHolders *holders)
{
  guint n;
  const KithStream *streams = kith_holders_get_streams (holders, &n);

  for (guint s = 0; s < n; s++)
    if (streams[s].name != NULL)
      {
        g_autofree char *paid =
            dup_count (streams[s].n_arrangements, _ ("arrangement"), _ ("arrangements"));

        add_candidate (
            candidates,
            kith_thing_new (KITH_THING_FUNDING, KITH_INT_NONE, KITH_INT_NONE, streams[s].name),
            streams[s].name, g_strdup_printf (_ ("money, pays for %s"), paid));
      }
}

static void
add_schools (GPtrArray *candidates, KithNetwork *network)
{
  guint n;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *authority = kith_network_get_authority (network, i);

      add_candidate (
          candidates,
          kith_thing_new (KITH_THING_SCHOOL, schools[i].record->urn, KITH_INT_NONE, NULL),
          schools[i].record->name,
          g_strdup_printf ("%s, %" G_GINT64_FORMAT, authority != NULL ? authority : _ ("school"),
                           schools[i].record->urn));
    }
}

/**
 * kith_candidates_list:
 *
 * In a worker: England has 35,000.
 *
 * Returns: (transfer full) (element-type KithCandidate): people who run something, arrangements
 *   that tie, money and schools; never changed again
 */
GPtrArray *
kith_candidates_list (KithRoll *roll)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (free_candidate);
  KithNetwork *network = kith_roll_get_network (roll);
  g_autoptr (KithHolders) holders = kith_holders_new (network);
  guint n;
  const KithNetworkArrangement *arrangements = kith_network_get_arrangements (network, &n);

  add_people (candidates, holders, n);
  add_arrangements (candidates, arrangements, n);
  add_streams (candidates, holders);
  add_schools (candidates, network);
  return candidates;
}

/**
 * kith_candidates_find:
 * @candidates: from kith_candidates_list()
 * @types: a bit for each #KithThingType that is wanted
 * @text: what somebody typed
 * @most: how many to find
 *
 * Returns: (transfer container) (element-type KithCandidate): those that hold the text: first
 *   those that begin with it
 */
GPtrArray *
kith_candidates_find (const GPtrArray *candidates, guint types, const char *text, guint most)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);

  if (*folded == '\0')
    return found;
  for (guint c = 0; c < candidates->len && found->len < most; c++)
    {
      KithCandidate *candidate = candidates->pdata[c];

      if ((types & (1u << candidate->thing->type)) == 0)
        continue;
      if (g_str_has_prefix (candidate->folded, folded))
        g_ptr_array_add (found, candidate);
      else if (others->len < most && strstr (candidate->folded, folded) != NULL)
        g_ptr_array_add (others, candidate);
    }
  for (guint o = 0; o < others->len && found->len < most; o++)
    g_ptr_array_add (found, others->pdata[o]);
  return found;
}

/* kith-roster.c: everybody whom officers have named, and what each does
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-roster.h"
#include "kith-edit-private.h"
#include "kith-naming.h"
#include "kith-party-contacts.h"
#include "kith-span.h"

#include <glib/gi18n.h>

/* The rows in the making, in the order of their keys, with what each gathers. */
typedef struct
{
  KithLedger *ledger;
  KithTable table;
  KithDate as_at;
  GArray *rows;          /* of KithRosterRow */
  GPtrArray **holding;   /* nullable: expertise, a row */
  const KithPost **last; /* nullable: the post that ended last, a row */
} Roster;

static void
clear_row (gpointer data)
{
  KithRosterRow *row = data;

  g_free (row->what);
  g_free (row->areas);
  g_free (row->partnerships);
}

/* Whose key this is; %NULL where it is nobody's. */
static KithRosterRow *
find_row (const Roster *roster, gint64 id)
{
  guint low = 0, high = roster->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (roster->rows, KithRosterRow, middle).id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return low < roster->rows->len && g_array_index (roster->rows, KithRosterRow, low).id == id
             ? &g_array_index (roster->rows, KithRosterRow, low)
             : NULL;
}

static void
append (char **text, const char *part)
{
  char *longer;

  if (part == NULL || *part == '\0')
    return;
  longer =
      *text == NULL || **text == '\0' ? g_strdup (part) : g_strconcat (*text, "; ", part, NULL);
  g_free (*text);
  *text = longer;
}

static void
begin_rows (Roster *roster)
{
  gsize n;
  const KithPerson *people = kith_ledger_get_rows (roster->ledger, KITH_TABLE_PERSON, &n);
  const KithOrganisation *organisations;

  for (gsize i = 0; roster->table == KITH_TABLE_PERSON && i < n; i++)
    {
      KithRosterRow row = { .id = people[i].id, .name = people[i].name, .days = KITH_REAL_NONE };

      g_array_append_val (roster->rows, row);
    }
  organisations = kith_ledger_get_rows (roster->ledger, KITH_TABLE_ORGANISATION, &n);
  for (gsize i = 0; roster->table == KITH_TABLE_ORGANISATION && i < n; i++)
    {
      KithRosterRow row = {
        .id = organisations[i].id,
        .name = organisations[i].name,
        .what = g_strdup (organisations[i].kind != NULL ? _ (organisations[i].kind) : ""),
        .days = KITH_REAL_NONE,
      };

      g_array_append_val (roster->rows, row);
    }
  roster->holding = g_new0 (GPtrArray *, roster->rows->len + 1);
  roster->last = g_new0 (const KithPost *, roster->rows->len + 1);
}

static guint
get_index (const Roster *roster, const KithRosterRow *row)
{
  return row - &g_array_index (roster->rows, KithRosterRow, 0);
}

/* "Headteacher, Pond Street" */
static char *
dup_post (KithLedger *ledger, const KithPost *post)
{
  const KithOrganisation *organisation =
      kith_ledger_find (ledger, KITH_TABLE_ORGANISATION, post->organisation_id);
  g_autofree char *place = post->urn != KITH_INT_NONE ? kith_naming_dup_school (ledger, post->urn)
                           : organisation != NULL     ? g_strdup (organisation->name)
                                                      : NULL;

  if (place == NULL || post->title == NULL)
    return g_strdup (place != NULL ? place : post->title != NULL ? post->title : "");
  return g_strdup_printf ("%s, %s", post->title, place);
}

static void
add_posts (Roster *roster)
{
  gsize n;
  const KithPost *posts = kith_ledger_get_rows (roster->ledger, KITH_TABLE_POST, &n);

  for (gsize i = 0; i < n; i++)
    {
      KithRosterRow *row = find_row (roster, posts[i].person_id);
      g_autofree char *words = NULL;

      if (row == NULL || posts[i].from_date > roster->as_at)
        continue;
      if (posts[i].to_date != KITH_DATE_UNKNOWN && posts[i].to_date <= roster->as_at)
        {
          const KithPost **last = &roster->last[get_index (roster, row)];

          if (*last == NULL || (*last)->to_date < posts[i].to_date)
            *last = &posts[i];
          continue;
        }
      words = dup_post (roster->ledger, &posts[i]);
      append (&row->what, words);
      if (!isnan (posts[i].days_a_year))
        row->days = (isnan (row->days) ? 0 : row->days) + posts[i].days_a_year;
    }
}

/* Who holds no post is known by the one that they held last. */
static void
add_last_posts (Roster *roster)
{
  for (guint i = 0; i < roster->rows->len; i++)
    {
      KithRosterRow *row = &g_array_index (roster->rows, KithRosterRow, i);
      g_autofree char *day = NULL;
      g_autofree char *words = NULL;

      if (roster->last[i] == NULL || row->what != NULL)
        continue;
      day = kith_date_dup_text (roster->last[i]->to_date, KITH_DATE_SHORT);
      words = dup_post (roster->ledger, roster->last[i]);
      row->what = g_strdup_printf (_ ("until %s: %s"), day, words);
    }
}

static void
add_expertise (Roster *roster)
{
  gsize n;
  const KithExpertise *rows = kith_ledger_get_rows (roster->ledger, KITH_TABLE_EXPERTISE, &n);

  for (gsize i = 0; i < n; i++)
    {
      const KithRosterRow *row = find_row (
          roster, roster->table == KITH_TABLE_PERSON ? rows[i].person_id : rows[i].organisation_id);
      GPtrArray **holding = row == NULL ? NULL : &roster->holding[get_index (roster, row)];

      if (row == NULL)
        continue;
      if (*holding == NULL)
        *holding = g_ptr_array_new ();
      kith_expertise_note (*holding, &rows[i], roster->as_at);
    }
  for (guint i = 0; i < roster->rows->len; i++)
    if (roster->holding[i] != NULL)
      {
        g_array_index (roster->rows, KithRosterRow, i).areas =
            kith_expertise_dup_areas (roster->holding[i]);
        g_ptr_array_unref (roster->holding[i]);
      }
}

/* Once each, whatever they are there. */
static void
add_partnership (Roster *roster, const KithArrangement *arrangement, const gint64 *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      KithRosterRow *row = find_row (roster, ids[i]);
      gboolean is_told = FALSE;

      for (guint before = 0; before < i; before++)
        is_told = is_told || ids[before] == ids[i];
      if (row != NULL && !is_told)
        append (&row->partnerships, arrangement->name);
    }
}

static void
add_partnerships (Roster *roster, const KithSpan *spans)
{
  gsize n, n_members;
  const KithArrangement *rows = kith_ledger_get_rows (roster->ledger, KITH_TABLE_ARRANGEMENT, &n);
  const KithMembership *members =
      kith_ledger_get_rows (roster->ledger, KITH_TABLE_MEMBERSHIP, &n_members);

  for (gsize i = 0; i < n; i++)
    {
      gint64 people[] = { rows[i].lead_person_id, rows[i].coordinator_id, rows[i].deputy_id };

      if (!kith_span_holds (spans[i], roster->as_at) || kith_span_is_proposed (&rows[i]))
        continue;
      if (roster->table == KITH_TABLE_PERSON)
        add_partnership (roster, &rows[i], people, G_N_ELEMENTS (people));
      else
        add_partnership (roster, &rows[i], &rows[i].lead_organisation_id, 1);
    }
  for (gsize m = 0; roster->table == KITH_TABLE_ORGANISATION && m < n_members; m++)
    {
      const KithArrangement *in = members[m].organisation_id == KITH_INT_NONE
                                      ? NULL
                                      : kith_ledger_find (roster->ledger, KITH_TABLE_ARRANGEMENT,
                                                          members[m].arrangement_id);

      if (in != NULL && in->lead_organisation_id != members[m].organisation_id &&
          !kith_span_is_proposed (in) &&
          kith_span_holds (kith_span_of_membership (&members[m], spans[in - rows]), roster->as_at))
        add_partnership (roster, in, &members[m].organisation_id, 1);
    }
}

static void
add_contacts (Roster *roster)
{
  gsize n, n_contacts;
  const KithContactParty *parties =
      kith_ledger_get_rows (roster->ledger, KITH_TABLE_CONTACT_PARTY, &n);
  const KithContact *contacts =
      kith_ledger_get_rows (roster->ledger, KITH_TABLE_CONTACT, &n_contacts);
  g_autofree guint *of = kith_party_contacts_list (roster->ledger);

  for (gsize p = 0; p < n; p++)
    {
      KithRosterRow *row =
          find_row (roster, roster->table == KITH_TABLE_PERSON ? parties[p].person_id
                                                               : parties[p].organisation_id);

      if (row == NULL || of[p] == KITH_CONTACT_NONE || contacts[of[p]].date > roster->as_at)
        continue;
      row->n_contacts++;
      row->last_contact = MAX (row->last_contact, contacts[of[p]].date);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const KithRosterRow *one = a, *other = b;
  int order = g_utf8_collate (one->name, other->name);

  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

/**
 * kith_roster_list:
 * @ledger: what the register says
 * @table: person or organisation
 * @as_at: the day that is asked about
 *
 * Cost: O(n log n) in the rows that name people or organisations; for a worker.
 *
 * Returns: (transfer full) (element-type KithRosterRow): everybody, by name; lives no longer than
 *   @ledger
 */
GArray *
kith_roster_list (KithLedger *ledger, KithTable table, KithDate as_at)
{
  Roster roster = { .ledger = ledger, .table = table, .as_at = as_at };
  g_autofree KithSpan *spans = kith_span_list_arrangements (ledger);

  g_return_val_if_fail (table == KITH_TABLE_PERSON || table == KITH_TABLE_ORGANISATION, NULL);

  roster.rows = g_array_new (FALSE, FALSE, sizeof (KithRosterRow));
  g_array_set_clear_func (roster.rows, clear_row);
  begin_rows (&roster);
  if (table == KITH_TABLE_PERSON)
    add_posts (&roster);
  add_last_posts (&roster);
  add_expertise (&roster);
  add_partnerships (&roster, spans);
  add_contacts (&roster);
  g_array_sort (roster.rows, compare_rows);
  g_free (roster.holding);
  g_free (roster.last);
  return roster.rows;
}

/* kith-cliff.c: when money ends, and who has no link then
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cliff.h"

struct _KithCliff
{
  KithNetwork *network;
  GArray *months;       /* of KithCliffMonth */
  GArray *arrangements; /* of Ending; the months' lists are slices of the next two */
  guint *arrangement_numbers;
  GArray *schools; /* of Ending */
  guint *school_numbers;
  guint n_alone;
};

/* Something, and the day on which it ends. */
typedef struct
{
  KithDate day;
  guint number;
} Ending;

#define NEVER G_MAXUINT32

static int
compare_endings (gconstpointer a, gconstpointer b)
{
  const Ending *one = a, *other = b;
  int order = (one->day > other->day) - (one->day < other->day);

  return order != 0 ? order : (one->number > other->number) - (one->number < other->number);
}

/* When its own money ends, if that is still to come. */
static KithDate
find_own_end (const KithNetworkArrangement *arrangement, KithDate as_at)
{
  if (arrangement->record == NULL || arrangement->record->funding_ends == KITH_DATE_UNKNOWN ||
      arrangement->record->funding_ends <= as_at)
    return NEVER;
  return arrangement->record->funding_ends;
}

/* And when that of a parent does; parents may go round in a circle. */
static KithDate
find_end (const KithNetworkArrangement *arrangements, guint n, guint g, KithDate as_at)
{
  KithDate end = NEVER;

  for (guint step = 0; g != KITH_INDEX_NONE && step <= n; step++)
    {
      end = MIN (end, find_own_end (&arrangements[g], as_at));
      g = arrangements[g].parent;
    }
  return end;
}

/* The day on which the last of a school's links ends; unknown where it has none now. */
static KithDate
find_last_link (KithNetwork *network,
                const KithHolders *holders,
                guint school,
                const KithDate *ends)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (network, school, &n);
  KithDate last = KITH_DATE_UNKNOWN;

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *own = kith_network_get_member (network, memberships[m]);

      if (own->is_live && kith_holders_ties (holders, own->arrangement))
        last = MAX (last, ends[own->arrangement]);
    }
  return last;
}

static guint
get_month (KithDate day)
{
  int year, month;

  kith_date_get_parts (day, &year, &month, NULL);
  return (guint)(12 * year + month - 1);
}

/* How many of the sorted endings lie before the end of the month; from: where to begin. */
static guint
find_month_end (const GArray *endings, guint from, guint month)
{
  while (from < endings->len && get_month (g_array_index (endings, Ending, from).day) <= month)
    from++;
  return from;
}

static guint *
list_numbers (const GArray *endings)
{
  guint *numbers = g_new (guint, endings->len + 1);

  for (guint e = 0; e < endings->len; e++)
    numbers[e] = g_array_index (endings, Ending, e).number;
  return numbers;
}

/* all: when each arrangement ends, with its parents, in order */
static void
list_months (KithCliff *self, const GArray *all)
{
  guint a = 0, s = 0, n_ended = 0;

  self->arrangement_numbers = list_numbers (self->arrangements);
  self->school_numbers = list_numbers (self->schools);
  while (a < self->arrangements->len)
    {
      guint month = get_month (g_array_index (self->arrangements, Ending, a).day);
      guint a_end = find_month_end (self->arrangements, a, month);
      guint s_end = find_month_end (self->schools, s, month);
      KithCliffMonth row = { (int)(month / 12),
                             (int)(month % 12) + 1,
                             &self->arrangement_numbers[a],
                             a_end - a,
                             n_ended = find_month_end (all, n_ended, month),
                             &self->school_numbers[s],
                             s_end - s,
                             s_end };

      g_array_append_val (self->months, row);
      a = a_end;
      s = s_end;
    }
}

/**
 * kith_cliff_new:
 * @holders: what holds the arrangements up
 *
 * Cost: O(arrangements × depth + memberships).
 *
 * Returns: (transfer full): the months in which money ends
 */
KithCliff *
kith_cliff_new (const KithHolders *holders)
{
  KithCliff *self = g_new0 (KithCliff, 1);
  KithNetwork *network = kith_holders_get_network (holders);
  KithDate as_at = kith_network_get_date (network);
  guint n_arrangements, n_schools;
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (network, &n_arrangements);
  g_autofree KithDate *ends = g_new (KithDate, n_arrangements + 1);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Ending));

  self->network = kith_network_ref (network);
  self->months = g_array_new (FALSE, FALSE, sizeof (KithCliffMonth));
  self->arrangements = g_array_new (FALSE, FALSE, sizeof (Ending));
  self->schools = g_array_new (FALSE, FALSE, sizeof (Ending));
  for (guint g = 0; g < n_arrangements; g++)
    {
      Ending own = { find_own_end (&arrangements[g], as_at), g };
      Ending any = { find_end (arrangements, n_arrangements, g, as_at), g };

      ends[g] = any.day;
      if (own.day != NEVER)
        g_array_append_val (self->arrangements, own);
      if (any.day != NEVER)
        g_array_append_val (all, any);
    }
  kith_network_get_schools (network, &n_schools);
  for (guint i = 0; i < n_schools; i++)
    {
      Ending last = { find_last_link (network, holders, i, ends), i };

      self->n_alone += last.day == KITH_DATE_UNKNOWN;
      if (last.day != KITH_DATE_UNKNOWN && last.day != NEVER)
        g_array_append_val (self->schools, last);
    }
  g_array_sort (self->arrangements, compare_endings);
  g_array_sort (self->schools, compare_endings);
  g_array_sort (all, compare_endings);
  list_months (self, all);
  return self;
}

/**
 * kith_cliff_free:
 * @self: (transfer full) (nullable): a cliff
 */
void
kith_cliff_free (KithCliff *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->months);
  g_array_unref (self->arrangements);
  g_array_unref (self->schools);
  g_free (self->arrangement_numbers);
  g_free (self->school_numbers);
  kith_network_unref (self->network);
  g_free (self);
}

/**
 * kith_cliff_get_months:
 * @n_months: (out): how many
 *
 * Returns: (transfer none) (array length=n_months): the months in which money ends
 */
const KithCliffMonth *
kith_cliff_get_months (const KithCliff *self, guint *n_months)
{
  *n_months = self->months->len;
  return (const KithCliffMonth *)(gpointer)self->months->data;
}

/**
 * kith_cliff_count_alone:
 *
 * Returns: schools in scope that have no link now, whatever happens to money
 */
guint
kith_cliff_count_alone (const KithCliff *self)
{
  return self->n_alone;
}

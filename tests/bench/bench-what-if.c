/* bench-what-if.c: how soon a what-if answers, from an open register's network
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-cliff.h"
#include "kith-keystones.h"
#include "kith-removal.h"
#include "kith-store.h"
#include "kith-what-if.h"

#include <stdio.h>
#include <stdlib.h>

#define RUNS 25

typedef struct
{
  KithLedger *ledger;
  KithNetwork *network;
  KithHolders *holders;
} Bench;

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static void
report (const char *what, double *seconds, const char *promise)
{
  qsort (seconds, RUNS, sizeof *seconds, compare_doubles);
  printf ("%-58s %8.3f s           %s\n", what, seconds[RUNS / 2], promise);
}

/* Of each type another row each time, all over the table. */
static KithThing *
pick_thing (const Bench *self, KithThingType type, guint run)
{
  static const KithTable tables[] = {
    [KITH_THING_PERSON] = KITH_TABLE_PERSON,
    [KITH_THING_ARRANGEMENT] = KITH_TABLE_ARRANGEMENT,
    [KITH_THING_SCHOOL] = KITH_TABLE_SCHOOL,
    [KITH_THING_MEMBERSHIP] = KITH_TABLE_MEMBERSHIP,
  };
  gsize n, size = kith_table_get_info (tables[type])->row_size;
  const char *rows = kith_ledger_get_rows (self->ledger, tables[type], &n);
  const char *row = rows + n * run / RUNS * size;
  const KithMembership *member = (const void *)row;

  if (n == 0)
    return NULL;
  if (type == KITH_THING_MEMBERSHIP)
    return kith_thing_new (type, member->urn, member->arrangement_id, NULL);
  return kith_thing_new (type, kith_row_get_key (row), KITH_INT_NONE, NULL);
}

static double
ask (const Bench *self, const KithThing *thing)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (KithChangeset) changes = kith_changeset_new (self->ledger);
  g_autoptr (KithWhatIf) what_if = NULL;

  kith_removal_plan (self->holders, &thing, 1, changes);
  what_if = kith_what_if_new (self->network, changes, NULL, NULL);
  return (g_get_monotonic_time () - start) / 1e6;
}

static void
bench_type (const Bench *self, KithThingType type)
{
  g_autofree char *what =
      g_strdup_printf ("what if without one %s", kith_thing_type_get_key (type));
  double seconds[RUNS];

  for (guint run = 0; run < RUNS; run++)
    {
      g_autoptr (KithThing) thing = pick_thing (self, type, run);

      if (thing == NULL)
        return;
      seconds[run] = ask (self, thing);
    }
  report (what, seconds, "under 0.05 s");
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[argc - 1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithStore) store = kith_store_open (file, KITH_STORE_READ, NULL, &error);
  double cliff_time[RUNS], cut_time[RUNS];
  gsize n_members;
  guint n_edges;
  Bench self;

  g_assert_no_error (error);
  self.ledger = kith_store_read_ledger (store, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  self.network = kith_network_new (self.ledger, kith_date_new (2026, 9, 1), NULL, &error);
  g_assert_no_error (error);
  self.holders = kith_holders_new (self.network);
  kith_ledger_get_rows (self.ledger, KITH_TABLE_MEMBERSHIP, &n_members);
  kith_network_get_edges (self.network, &n_edges);
  fprintf (stderr, "%u memberships, %u edges\n", (guint)n_members, n_edges);

  bench_type (&self, KITH_THING_PERSON);
  bench_type (&self, KITH_THING_ARRANGEMENT);
  bench_type (&self, KITH_THING_SCHOOL);
  bench_type (&self, KITH_THING_MEMBERSHIP);
  for (guint run = 0; run < RUNS; run++)
    {
      gint64 start = g_get_monotonic_time (), between;
      guint n;

      kith_cliff_free (kith_cliff_new (self.holders));
      between = g_get_monotonic_time ();
      g_free (kith_keystones_list (self.holders, &n, NULL, &error));
      g_assert_no_error (error);
      cliff_time[run] = (between - start) / 1e6;
      cut_time[run] = (g_get_monotonic_time () - between) / 1e6;
    }
  report ("months in which money ends", cliff_time, "");
  report ("what holds schools together", cut_time, "");
  kith_holders_free (self.holders);
  kith_network_unref (self.network);
  kith_ledger_unref (self.ledger);
  return 0;
}

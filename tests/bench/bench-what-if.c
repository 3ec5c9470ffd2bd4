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
#include "published-england.h"

#include <stdio.h>
#include <stdlib.h>

#define RUNS 25

typedef struct
{
  KithLedger *ledger;
  KithNetwork *network;
  KithRoll *roll;
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
  printf ("%-70s %8.3f s           %s\n", what, seconds[RUNS / 2], promise);
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
ask (const Bench *self, const KithThing *thing, double *with_findings)
{
  gint64 start = g_get_monotonic_time (), between;
  g_autoptr (KithChangeset) changes = kith_changeset_new (self->ledger);
  g_autoptr (KithWhatIf) what_if = NULL;

  kith_removal_plan (self->holders, &thing, 1, changes);
  what_if = kith_what_if_new (self->network, changes, NULL, NULL);
  between = g_get_monotonic_time ();
  kith_what_if_find (what_if, self->roll, NULL, NULL);
  *with_findings = (g_get_monotonic_time () - start) / 1e6;
  return (between - start) / 1e6;
}

static void
bench_type (const Bench *self, const char *where, KithThingType type, const char *promise)
{
  g_autofree char *what =
      g_strdup_printf ("what if without one %s, %s", kith_thing_type_get_key (type), where);
  g_autofree char *with_findings = g_strconcat (what, ": findings too", NULL);
  double seconds[RUNS], all[RUNS];

  for (guint run = 0; run < RUNS; run++)
    {
      g_autoptr (KithThing) thing = pick_thing (self, type, run);

      if (thing == NULL)
        return;
      seconds[run] = ask (self, thing, &all[run]);
    }
  report (what, seconds, "");
  report (with_findings, all, promise);
}

/* The months in which money ends, and what holds schools together. */
static void
bench_holders (const Bench *self, const char *where)
{
  g_autofree char *cliff = g_strdup_printf ("months in which money ends, %s", where);
  g_autofree char *cut = g_strdup_printf ("what holds schools together, %s", where);
  double cliff_time[RUNS], cut_time[RUNS];

  for (guint run = 0; run < RUNS; run++)
    {
      gint64 start = g_get_monotonic_time (), between;
      guint n;

      kith_cliff_free (kith_cliff_new (self->holders));
      between = g_get_monotonic_time ();
      g_free (kith_keystones_list (self->holders, &n, NULL, NULL));
      cliff_time[run] = (between - start) / 1e6;
      cut_time[run] = (g_get_monotonic_time () - between) / 1e6;
    }
  report (cliff, cliff_time, "");
  report (cut, cut_time, "");
}

static void
bench_ledger (KithLedger *ledger, const char *where, const char *promise)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KithNetwork) network =
      kith_network_new (ledger, kith_date_new (2026, 9, 1), NULL, &error);
  Bench self = { .ledger = ledger, .network = network };
  gsize n_members;
  guint n_edges;

  g_assert_no_error (error);
  self.roll = kith_roll_new (network, NULL, &error);
  g_assert_no_error (error);
  self.holders = kith_holders_new (network);
  kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n_members);
  kith_network_get_edges (network, &n_edges);
  fprintf (stderr, "%s: %u memberships, %u edges\n", where, (guint)n_members, n_edges);

  bench_type (&self, where, KITH_THING_PERSON, promise);
  bench_type (&self, where, KITH_THING_ARRANGEMENT, promise);
  bench_type (&self, where, KITH_THING_SCHOOL, promise);
  bench_type (&self, where, KITH_THING_MEMBERSHIP, promise);
  bench_holders (&self, where);
  kith_holders_free (self.holders);
  kith_roll_unref (self.roll);
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[argc - 1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (KithStore) store = kith_store_open (file, KITH_STORE_READ, NULL, &error);
  g_autoptr (KithLedger) sample = NULL;
  g_autoptr (KithLedger) england = published_england_new (24500, kith_date_new (2026, 9, 1));

  g_assert_no_error (error);
  sample = kith_store_read_ledger (store, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  bench_ledger (england, "England", "under 0.05 s");
  bench_ledger (sample, "the sample", "");
  return 0;
}

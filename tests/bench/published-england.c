/* published-england.c: a register of England's shape
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "published-england.h"
#include "ledger-plan.h"

/* How many groups of England, as GIAS published them on 31 March 2022, have so many schools:
   trusts, federations and foundation trusts, then sponsors, which tie nobody. */
static const struct
{
  guint size, count;
} groups[] = {
  { 1, 1473 }, { 2, 639 }, { 3, 260 }, { 4, 183 }, { 5, 133 }, { 6, 93 }, { 7, 71 }, { 8, 71 },
  { 9, 42 },   { 10, 34 }, { 11, 34 }, { 12, 22 }, { 13, 20 }, { 14, 17 }, { 15, 22 }, { 16, 16 },
  { 17, 10 },  { 18, 5 },  { 19, 8 },  { 20, 7 },  { 21, 6 },  { 24, 6 }, { 26, 6 }, { 28, 7 },
  { 29, 4 },   { 31, 5 },  { 34, 8 },  { 38, 3 },  { 41, 5 },  { 45, 2 }, { 51, 2 }, { 56, 2 },
  { 60, 1 },   { 75, 1 },
}, sponsors[] = { { 1, 500 }, { 6, 400 }, { 15, 200 }, { 40, 35 } };

typedef struct
{
  LedgerPlan *plan;
  GRand *rand;
  KithDate t;
  guint n_schools;
} Making;

/* As many establishments closed again, as in England */
static void
add_schools (Making *self)
{
  for (guint i = 0; i < 2 * self->n_schools; i++)
    {
      KithSchool *school =
          plan_school (self->plan, 100000 + i, 300000 + i % 250 * 1200.0 + i % 7 * 90,
                       100000 + i / 250 * 2000.0 + i % 11 * 110);

      school->la = 800 + i / 335;
      school->status = i < self->n_schools ? "Open" : "Closed";
      school->phase = i % 10 < 8 ? "Primary" : "Secondary";
    }
}

static gint64
add_person (Making *self)
{
  KithPerson *person = plan_row (self->plan, KITH_TABLE_PERSON);

  person->name = "A co-ordinator";
  return person->id;
}

/* Groups in random order, of schools that stand side by side, until so many are members. */
static void
add_groups (Making *self, const char *kind, const guint *sizes, guint n_sizes, guint n_members)
{
  g_autofree guint *order = g_memdup2 (sizes, n_sizes * sizeof *sizes);
  guint next = 0;

  for (guint g = 0; g < n_sizes && next < n_members; g++)
    {
      guint other = g_rand_int_range (self->rand, g, n_sizes), size = order[other];
      KithArrangement *group = plan_arrangement (self->plan, kind, "A group");

      order[other] = order[g];
      if (g % 4 == 0)
        group->coordinator_id = add_person (self);
      for (guint m = 0; m < size && next < self->n_schools; m++)
        plan_member (self->plan, group, 100000 + next++)->joined = self->t - 2000;
    }
}

#define LIST_SIZES(table, sizes)                                                                   \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                                 \
    for (guint c = 0; c < (table)[i].count; c++)                                                   \
      g_array_append_val (sizes, (table)[i].size);

/* Three years of contacts, four of each school; needs and strengths of every fifth. */
static void
add_records (Making *self)
{
  static const char *const areas[] = { "Reading", "Phonics", "EAL", "SEND", "Attendance" };

  for (guint c = 0; c < 4 * self->n_schools; c++)
    {
      gint64 met = 100000 + g_rand_int_range (self->rand, 0, self->n_schools - 1);
      KithContact *contact = plan_contact (
          self->plan, NULL, "visit", self->t - (KithDate)g_rand_int_range (self->rand, 0, 1100));

      contact->officer = c % 3 == 0 ? NULL : "J Wren";
      plan_party (self->plan, contact, met);
      if (c % 7 == 0)
        plan_party (self->plan, contact, met + 1);
    }
  for (guint i = 0; i < self->n_schools / 5; i++)
    {
      KithNeed *need = plan_row (self->plan, KITH_TABLE_NEED);
      KithExpertise *strength = plan_row (self->plan, KITH_TABLE_EXPERTISE);

      need->urn = 100000 + 5 * i;
      need->area = areas[i % G_N_ELEMENTS (areas)];
      strength->urn = 100002 + 5 * i;
      strength->area = areas[i / 7 % G_N_ELEMENTS (areas)];
    }
}

/*
 * As many schools in scope, their groups of the sizes that the country's were published with, and
 * three years of invented contacts, needs and strengths: 24,500 schools have 21,000 memberships
 * and 63,000 edges, or about so many.
 */
KithLedger *
published_england_new (guint n_schools, KithDate t)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GArray) group_sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) sponsor_sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  Making self = { plan, rand, t, n_schools };

  LIST_SIZES (groups, group_sizes);
  LIST_SIZES (sponsors, sponsor_sizes);
  add_schools (&self);
  add_groups (&self, "trust", (guint *)(gpointer)group_sizes->data, group_sizes->len,
              n_schools * 47 / 100);
  add_groups (&self, "sponsor", (guint *)(gpointer)sponsor_sizes->data, sponsor_sizes->len,
              n_schools * 30 / 100);
  add_records (&self);
  return plan_end (plan);
}

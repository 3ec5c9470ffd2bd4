/* kith-keystones.c: the people and arrangements that hold schools together
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-keystones.h"

#include "kith-cut.h"

/* Points are the schools, then the arrangements, then the people who run one. */
typedef struct
{
  guint n_schools, n_arrangements;
  GHashTable *people_points; /* of each person, its point */
  GArray *people;            /* of gint64 */
  GArray *lines;             /* of KithLine */
} TwoMode;

static void
join_people (TwoMode *self, guint arrangement, const KithHolding *holding)
{
  for (guint p = 0; p < holding->n_people; p++)
    {
      gint64 person = holding->people[p];
      gpointer known;
      KithLine line = { self->n_schools + arrangement, 0 };

      if (!g_hash_table_lookup_extended (self->people_points, &person, NULL, &known))
        {
          known = GUINT_TO_POINTER (self->n_schools + self->n_arrangements + self->people->len);
          g_array_append_val (self->people, person);
          g_hash_table_insert (self->people_points, g_memdup2 (&person, sizeof person), known);
        }
      line.b = GPOINTER_TO_UINT (known);
      g_array_append_val (self->lines, line);
    }
}

static void
join_all (TwoMode *self, const KithHolders *holders, const KithNetworkArrangement *arrangements)
{
  for (guint g = 0; g < self->n_arrangements; g++)
    {
      if (!kith_holders_ties (holders, g))
        continue;
      for (guint m = 0; m < arrangements[g].n_schools; m++)
        if (arrangements[g].members[m].is_live)
          {
            KithLine line = { arrangements[g].members[m].school, self->n_schools + g };

            g_array_append_val (self->lines, line);
          }
      join_people (self, g, kith_holders_get (holders, g));
    }
}

static int
compare_keystones (gconstpointer a, gconstpointer b)
{
  const KithKeystone *one = a, *other = b;
  int order = (other->n_parted > one->n_parted) - (other->n_parted < one->n_parted);

  if (order == 0)
    order = (one->type > other->type) - (one->type < other->type);
  if (order == 0)
    order = (one->person_id > other->person_id) - (one->person_id < other->person_id);
  return order != 0
             ? order
             : (one->arrangement > other->arrangement) - (one->arrangement < other->arrangement);
}

static KithKeystone *
list_partings (const TwoMode *self, const KithParting *partings, guint *n_keystones)
{
  GArray *found = g_array_sized_new (FALSE, FALSE, sizeof (KithKeystone), 1); /* never NULL */

  for (guint p = 0; p < self->n_arrangements + self->people->len; p++)
    {
      const KithParting *parting = &partings[self->n_schools + p];
      gboolean is_person = p >= self->n_arrangements;
      KithKeystone keystone = {
        .type = is_person ? KITH_THING_PERSON : KITH_THING_ARRANGEMENT,
        .person_id = is_person ? g_array_index (self->people, gint64, p - self->n_arrangements)
                               : KITH_INT_NONE,
        .arrangement = is_person ? KITH_INDEX_NONE : p,
        .n_pieces = parting->n_pieces,
        .n_parted = parting->n_parted,
        .largest = parting->largest,
      };

      if (parting->n_pieces >= 2)
        g_array_append_val (found, keystone);
    }
  g_array_sort (found, compare_keystones);
  *n_keystones = found->len;
  return (KithKeystone *)(gpointer)g_array_free (found, FALSE);
}

/**
 * kith_keystones_list:
 * @holders: the two-mode network
 * @n_keystones: (out): how many
 * @job: (nullable): gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * METHODS, section 5: the articulation points of the network of schools, the arrangements that
 * tie them by live membership, and the people in post who run these. Points that would part no
 * schools from others are left out.
 *
 * Returns: (transfer full) (array length=n_keystones): those that would part most schools
 *   first, or %NULL
 */
KithKeystone *
kith_keystones_list (const KithHolders *holders, guint *n_keystones, KithJob *job, GError **error)
{
  KithNetwork *network = kith_holders_get_network (holders);
  g_autoptr (GHashTable) points = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (KithLine));
  TwoMode two = { .people_points = points, .people = people, .lines = lines };
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (network, &two.n_arrangements);
  g_autofree guint8 *counts = NULL;
  g_autofree KithParting *partings = NULL;
  guint n_points;

  kith_network_get_schools (network, &two.n_schools);
  join_all (&two, holders, arrangements);
  n_points = two.n_schools + two.n_arrangements + people->len;
  counts = g_new0 (guint8, n_points + 1);
  for (guint i = 0; i < two.n_schools; i++)
    counts[i] = TRUE;
  partings = kith_cut_measure (n_points, counts, (const KithLine *)(gpointer)lines->data,
                               lines->len, job, error);
  return partings == NULL ? NULL : list_partings (&two, partings, n_keystones);
}

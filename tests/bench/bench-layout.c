/* bench-layout.c: how well a network is laid out, beside Graphviz’s sfdp and plain Fruchterman and
 * Reingold
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-network-layout.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define N_NETWORKS 10
#define GAP 10.0

/* schools in partnerships of three to eight, each beginning where the last one ended; some belong
   to one farther off too */
static void
write_network (FILE *out, guint number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number + 1);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (KithLayoutGroup));
  guint n = 30 + 12 * number, from = 0;
  g_autofree KithPoint *places = g_new (KithPoint, n);
  KithNetworkLayout layout = { .n_schools = n, .aspect = 1.3, .gap = GAP, .margin = 8, .seed = 5 };
  g_autoptr (GError) error = NULL;

  while (from + 2 < n)
    {
      guint size = (guint)g_rand_int_range (rand, 3, 9);
      g_autofree guint *members = g_new (guint, size + 1);
      KithLayoutGroup group = { NULL, 0, G_MAXUINT, G_MAXUINT, TRUE };

      for (guint m = 0; m < size && from + m < n; m++)
        members[group.n_members++] = from + m;
      if (g_rand_boolean (rand) && from > 0)
        members[group.n_members++] = (guint)g_rand_int_range (rand, 0, (gint)from);
      from += size - (guint)g_rand_boolean (rand);
      group.members = g_memdup2 (members, group.n_members * sizeof *members);
      g_array_append_val (groups, group);
    }
  layout.groups = (const KithLayoutGroup *)groups->data;
  layout.n_groups = groups->len;
  for (guint i = 0; i < n; i++)
    places[i] = (KithPoint){ NAN, NAN };
  g_assert_true (kith_network_layout_find (&layout, places, NULL, &error));
  fprintf (out, "network %u\n", n);
  for (guint g = 0; g < groups->len; g++)
    {
      const KithLayoutGroup *group = &g_array_index (groups, KithLayoutGroup, g);

      for (guint a = 0; a < group->n_members; a++)
        for (guint b = 0; b < a; b++)
          fprintf (out, "tie %u %u\n", group->members[a], group->members[b]);
      g_free ((gpointer)group->members);
    }
  for (guint i = 0; i < n; i++)
    fprintf (out, "at %.6f %.6f\n", isnan (places[i].x) ? 0 : places[i].x,
             isnan (places[i].y) ? 0 : places[i].y);
}

int
main (void)
{
  FILE *out = popen ("python3 " PEER, "w");

  g_assert_nonnull (out);
  for (guint number = 0; number < N_NETWORKS; number++)
    write_network (out, number);
  return pclose (out) == 0 ? 0 : 1;
}

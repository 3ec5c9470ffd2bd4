/* check-families.c: whether schools in Families keep the rules
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check-families.h"

#include <math.h>

/* How many schools of a Family are of an authority, or of any where it is G_MAXUINT. */
static guint
count_in (const CheckedFamilies *checked, guint family, guint authority)
{
  guint n = 0;

  for (guint i = 0; i < checked->n_schools; i++)
    n += checked->family[i] == family &&
         (authority == G_MAXUINT || checked->authority[i] == authority);
  return n;
}

static char *
dup_broken_mix (const CheckedFamilies *checked, guint family, guint size)
{
  guint n_authorities = 0, most_authority = 0;

  for (guint i = 0; i < checked->n_schools; i++)
    most_authority = MAX (most_authority, checked->authority[i]);
  for (guint a = 0; a <= most_authority; a++)
    {
      guint n = count_in (checked, family, a);

      n_authorities += n > 0;
      if (checked->is_mixed && 2 * n > size)
        return g_strdup_printf ("family %u: %u of %u from authority %u", family, n, size, a);
    }
  if (n_authorities < checked->least_authorities)
    return g_strdup_printf ("family %u: %u authorities", family, n_authorities);
  return NULL;
}

/* NULL where no rule is broken. */
char *
check_families_dup_broken (const CheckedFamilies *checked)
{
  for (guint i = 0; i < checked->n_schools; i++)
    if (checked->family[i] >= checked->n_families)
      return g_strdup_printf ("school %u is in no family", i);
  for (guint f = 0; f < checked->n_families; f++)
    {
      guint size = count_in (checked, f, G_MAXUINT);
      char *broken;

      if (size < checked->least || size > checked->most)
        return g_strdup_printf ("family %u has %u schools", f, size);
      broken = dup_broken_mix (checked, f, size);
      if (broken != NULL)
        return broken;
    }
  for (guint p = 0; p < checked->n_rivals; p++)
    if (checked->family[checked->rivals[2 * p]] == checked->family[checked->rivals[2 * p + 1]])
      return g_strdup_printf ("rivals %u and %u meet", checked->rivals[2 * p],
                              checked->rivals[2 * p + 1]);
  for (guint p = 0; p < checked->n_together; p++)
    if (checked->family[checked->together[2 * p]] != checked->family[checked->together[2 * p + 1]])
      return g_strdup_printf ("%u and %u are parted", checked->together[2 * p],
                              checked->together[2 * p + 1]);
  return NULL;
}

/* J as METHODS writes it: means first, then squares. */
double
check_families_measure (const CheckedFamilies *checked,
                        const double *values,
                        const double *weights,
                        guint n_variables)
{
  double j = 0;

  for (guint f = 0; f < checked->n_families; f++)
    for (guint k = 0; k < n_variables; k++)
      {
        double top = 0, bottom = 0;

        for (guint turn = 0; turn < 2; turn++)
          for (guint i = 0; i < checked->n_schools; i++)
            {
              double known = 0, z = values[i * n_variables + k];

              if (checked->family[i] != f || isnan (z))
                continue;
              for (guint l = 0; l < n_variables; l++)
                known += isnan (values[i * n_variables + l]) ? 0 : weights[l];
              if (turn == 0)
                {
                  top += z / known;
                  bottom += 1 / known;
                }
              else
                j += weights[k] / known * (z - top / bottom) * (z - top / bottom);
            }
      }
  return j;
}

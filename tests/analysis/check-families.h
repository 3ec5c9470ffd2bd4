/* check-families.h: whether schools in Families keep the rules
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * METHODS, section 7, rules 1 to 4 and J, read off in loops over loops. Shares no code with the
 * search: it is given numbers and pairs and counts them.
 */
typedef struct
{
  guint n_schools, n_families;
  const guint *family;     /* of each school */
  const guint *authority;  /* of each school */
  const guint *rivals;     /* two numbers a pair */
  guint n_rivals;
  const guint *together;   /* two numbers a pair */
  guint n_together;
  guint least, most, least_authorities;
  gboolean is_mixed;
} CheckedFamilies;

char    *check_families_dup_broken  (const CheckedFamilies *checked);
double   check_families_measure     (const CheckedFamilies *checked,
                                     const double          *values,
                                     const double          *weights,
                                     guint                  n_variables);

G_END_DECLS

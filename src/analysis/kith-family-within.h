/* kith-family-within.h: subjects and groups of pupils inside the schools of a Family
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-family-display.h"

G_BEGIN_DECLS

/* How a figure stands beside the mean of the Family. */
typedef enum
{
  KITH_WITHIN_LEVEL,
  KITH_WITHIN_STRENGTH, /* far above it */
  KITH_WITHIN_NEED,     /* far below it */
} KithWithinStand;

/**
 * KithWithinCell:
 * @value: NaN where it is not shown
 * @cohort: pupils, or %KITH_INT_NONE where nobody says, and where it is not shown
 * @has_interval: whether @low and @high hold
 * @low: of the 95 per cent interval
 * @high: of it
 * @stand: beside the mean of the Family
 * @why: (nullable): why it is not shown
 */
typedef struct
{
  double value;
  gint64 cohort;
  gboolean has_interval;
  double low, high;
  KithWithinStand stand;
  const char *why;
} KithWithinCell;

/**
 * KithWithinPanel:
 * @choice: what it shows
 * @head: in a word or two: "Maths", "EAL"
 * @where: the same in a sentence: "in maths", "with EAL pupils"
 * @is_group: whether it is of a group of pupils, not of a subject
 * @is_percentage: whether its figures are
 * @mean: of the figures of the Family that are shown
 * @deviation: their standard deviation (n − 1), NaN of fewer than two
 * @n_values: how many
 * @cells: (array): one for each member of the Family
 */
typedef struct
{
  KithResultChoice choice;
  const char *head;
  const char *where;
  gboolean is_group;
  gboolean is_percentage;
  double mean, deviation;
  guint n_values;
  KithWithinCell *cells;
} KithWithinPanel;

/**
 * KithFamilyWithin:
 * @display: of the Family: its members, by number, and the year
 * @panels: (element-type KithWithinPanel): subjects first
 * @meetings: (element-type utf8): where a strength of one member meets a need of another, a
 *   sentence each
 * @n_strengths: cells
 * @n_needs: cells
 *
 * A figure is far from the mean when it is at least a standard deviation off, of at least five
 * figures, and farther than chance explains, where the number of pupils is known. Only what is
 * shown is in any mean.
 */
typedef struct
{
  KithFamilyDisplay *display;
  GArray *panels;
  GPtrArray *meetings;
  guint n_strengths, n_needs;
} KithFamilyWithin;

KithFamilyWithin  *kith_family_within_new       (KithRoll                *roll,
                                                 gint64                   arrangement_id,
                                                 GError                 **error);
void               kith_family_within_free      (KithFamilyWithin        *self);
char              *kith_family_within_dup_value (const KithWithinPanel   *panel,
                                                 double                   value);
const KithSchool  *kith_family_within_get_school
                                                (const KithFamilyWithin  *self,
                                                 guint                    member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithFamilyWithin, kith_family_within_free)

G_END_DECLS

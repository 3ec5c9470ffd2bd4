/* kith-ofsted.h: which inspection outcome of a school is in force
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-network.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_OFSTED_UNKNOWN,
  KITH_OFSTED_SINGLE_GRADE,
  KITH_OFSTED_REPORT_CARD,
  KITH_OFSTED_GIAS, /* the schools file's own rating, of the older scheme */
} KithOfstedScheme;

#define KITH_OFSTED_AREAS 16

/**
 * KithOfstedOutcome:
 * @scheme: in which it is said
 * @date: of the inspection, of the latest grade of a report card; unknown where no file tells it
 * @rows: (array length=n_rows): the grades in force, in the register's order: of a single grade
 *   those of one inspection, of a report card the latest of each area
 * @n_rows: how many
 * @rating: (nullable): GIAS's word, or the overall grade of a single-grade inspection
 * @is_of_concern: whether METHODS, finding 14, calls it so
 */
typedef struct
{
  KithOfstedScheme scheme;
  KithDate date;
  const KithInspection *rows[KITH_OFSTED_AREAS];
  guint n_rows;
  const char *rating;
  gboolean is_of_concern;
} KithOfstedOutcome;

/**
 * KithOfsted:
 *
 * What Ofsted found of the schools of a network until its date. Immutable; keeps its network.
 */
typedef struct _KithOfsted KithOfsted;

KithOfsted  *kith_ofsted_new         (KithNetwork           *network);
void         kith_ofsted_free        (KithOfsted            *self);
void         kith_ofsted_find        (const KithOfsted      *self,
                                      guint                  school,
                                      KithOfstedOutcome     *outcome);
KithDate     kith_ofsted_get_day     (const KithOfsted      *self,
                                      const KithInspection  *row);
gboolean     kith_ofsted_is_urgent   (const KithInspection  *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithOfsted, kith_ofsted_free)

G_END_DECLS

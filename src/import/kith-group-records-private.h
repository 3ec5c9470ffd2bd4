/* kith-group-records-private.h: a group as GIAS files write it, as an arrangement
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-kind.h"
#include "kith-lookup-private.h"
#include "kith-reading-private.h"

G_BEGIN_DECLS

/**
 * KithGroupRecords:
 *
 * The columns that groups and group links have in common, and the arrangements by UID.
 */
typedef struct
{
  KithReading *reading;
  guint uid;
  guint name;
  guint type;
  guint group_id;
  guint companies_house;
  guint starts;
  guint incorporated;
  guint ends;
  guint status;
  gboolean is_newest; /* of all files that tell of groups */
  KithLookup *by_uid;
} KithGroupRecords;

gboolean     kith_group_records_init   (KithGroupRecords        *self,
                                        KithReading             *reading,
                                        GError                 **error);
void         kith_group_records_clear  (KithGroupRecords        *self);
gboolean     kith_group_records_find   (KithGroupRecords        *self,
                                        const KithArrangement  **before,
                                        KithArrangement         *row);
KithOutcome  kith_group_records_put    (KithGroupRecords        *self,
                                        KithArrangement         *row);

G_END_DECLS

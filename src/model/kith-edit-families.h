/* kith-edit-families.h: proposed Families become arrangements
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit.h"

G_BEGIN_DECLS

/**
 * KithFamilyPlace:
 * @urn: of a school
 * @family: that it is put into, from 0
 */
typedef struct
{
  gint64 urn;
  guint family;
} KithFamilyPlace;

/**
 * KithFamiliesForm:
 * @phase: whose Families: the key of a phase
 * @places: (array length=n_places): each school once
 * @n_places: how many
 * @n_families: how many Families
 * @focus: (nullable): what they are alike in, in words
 * @settings: all that was asked for, to ask it again
 * @result: what came of it
 * @seed: that it began with
 * @on: the day from which on they hold
 */
typedef struct
{
  const char *phase;
  const KithFamilyPlace *places;
  guint n_places;
  guint n_families;
  const char *focus;
  const char *settings;
  const char *result;
  gint64 seed;
  KithDate on;
} KithFamiliesForm;

/* A key of the settings and results of a run is one of a group. */
#define KITH_FAMILY_RUN_GROUP "Families"

KithEdit             *kith_edit_keep_families     (KithLedger              *ledger,
                                                   const KithFamiliesForm  *form);
KithEdit             *kith_edit_move_to_family    (KithLedger              *ledger,
                                                   gint64                   urn,
                                                   gint64                   arrangement_id,
                                                   KithDate                 on);
KithEdit             *kith_edit_name_family       (KithLedger              *ledger,
                                                   gint64                   arrangement_id,
                                                   const char              *name,
                                                   KithDate                 on);
KithEdit             *kith_edit_lock              (KithLedger              *ledger,
                                                   const char              *kind,
                                                   gint64                   urn,
                                                   gint64                   other_urn,
                                                   gint64                   arrangement_id);
KithEdit             *kith_edit_lock_pair         (KithLedger              *ledger,
                                                   const char              *kind,
                                                   gint64                   urn,
                                                   const char              *other);
KithEdit             *kith_edit_unlock            (KithLedger              *ledger,
                                                   gint64                   urn);
const KithFamilyRun  *kith_family_run_find        (KithLedger              *ledger,
                                                   const char              *phase,
                                                   KithDate                 as_at);
GArray               *kith_family_run_list        (KithLedger              *ledger,
                                                   const KithFamilyRun     *run);

G_END_DECLS

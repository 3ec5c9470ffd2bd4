/* kith-asides.c: which findings an officer set aside
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-asides.h"
#include "kith-worklist.h"

struct _KithAsides
{
  KithLedger *ledger;
  KithRowIndex *of_school;
  KithRowIndex *of_arrangement;
};

/**
 * kith_asides_new:
 * @ledger: what the register says
 *
 * Returns: (transfer full): where to find what was set aside
 */
KithAsides *
kith_asides_new (KithLedger *ledger)
{
  KithAsides *self = g_new (KithAsides, 1);

  self->ledger = kith_ledger_ref (ledger);
  self->of_school = kith_row_index_new (ledger, KITH_TABLE_SETTING_ASIDE, "urn");
  self->of_arrangement = kith_row_index_new (ledger, KITH_TABLE_SETTING_ASIDE, "arrangement_id");
  return self;
}

/**
 * kith_asides_free:
 * @self: (transfer full) (nullable): what was set aside
 */
void
kith_asides_free (KithAsides *self)
{
  if (self == NULL)
    return;
  kith_row_index_free (self->of_school);
  kith_row_index_free (self->of_arrangement);
  kith_ledger_unref (self->ledger);
  g_free (self);
}

/* Of a school, a row that names no arrangement is about whichever the finding names. */
static gboolean
is_in_force (const KithSettingAside *aside, const KithFinding *finding, KithDate as_at)
{
  return g_strcmp0 (aside->code, kith_finding_get_key (finding->code)) == 0 &&
         aside->urn == finding->urn &&
         (aside->arrangement_id == KITH_INT_NONE ||
          aside->arrangement_id == finding->arrangement_id) &&
         kith_aside_runs (aside, as_at) &&
         (aside->evidence == NULL || g_strcmp0 (aside->evidence, finding->basis) == 0);
}

/**
 * kith_asides_find:
 * @finding: of a school, or of an arrangement
 * @as_at: the date
 *
 * Returns: (transfer none) (nullable): why an officer does not act on it, where that holds at
 *   the date and its evidence is what it was
 */
const KithSettingAside *
kith_asides_find (const KithAsides *self, const KithFinding *finding, KithDate as_at)
{
  gboolean is_school = finding->urn != KITH_INT_NONE;
  guint n;
  const guint *found = kith_row_index_find (is_school ? self->of_school : self->of_arrangement,
                                            is_school ? finding->urn : finding->arrangement_id, &n);
  const KithSettingAside *rows =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_SETTING_ASIDE, &(gsize){ 0 });

  for (guint i = 0; i < n; i++)
    if (is_in_force (&rows[found[i]], finding, as_at))
      return &rows[found[i]];
  return NULL;
}

/**
 * kith_asides_find_tick:
 * @row: a school with its findings, those that are set aside left out
 * @urn: the school
 * @as_at: the date
 *
 * Returns: (transfer none) (nullable): who has seen to the school on these findings, and when
 */
const KithSettingAside *
kith_asides_find_tick (const KithAsides *self, const KithRollRow *row, gint64 urn, KithDate as_at)
{
  guint n;
  const guint *found = kith_row_index_find (self->of_school, urn, &n);
  const KithSettingAside *rows =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_SETTING_ASIDE, &(gsize){ 0 });

  for (guint i = 0; i < n; i++)
    {
      const KithSettingAside *tick = &rows[found[i]];

      if (g_strcmp0 (tick->code, KITH_ASIDE_WORKLIST) == 0 && kith_aside_runs (tick, as_at) &&
          kith_worklist_holds (tick, row))
        return tick;
    }
  return NULL;
}

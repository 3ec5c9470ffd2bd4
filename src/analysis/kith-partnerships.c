/* kith-partnerships.c: every arrangement that concerns the home authorities, a row each
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-partnerships.h"
#include "kith-finding-private.h"
#include "kith-officers.h"

#include <glib/gi18n.h>

static KithKind
read_kind (const KithArrangement *row)
{
  KithKind kind = kith_kind_find (row->kind);

  return kind == KITH_N_KINDS ? KITH_KIND_OTHER : kind;
}

static gboolean
is_home_school (const KithRecord *record, gint64 urn)
{
  const KithSchool *school = kith_ledger_find (record->ledger, KITH_TABLE_SCHOOL, urn);

  return school != NULL && kith_settings_is_home (record->settings, school->la);
}

/* As the roll asks of an active one, of all who were ever in it. */
static gboolean
concerns_home (const KithRecord *record, const KithArrangement *row, const KithRowIndex *members)
{
  const KithMembership *memberships =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  gboolean has_school = FALSE;
  guint n;
  const guint *found = kith_row_index_find (members, row->id, &n);

  if (kith_settings_is_home (record->settings, row->lead_la) ||
      is_home_school (record, row->lead_urn))
    return TRUE;
  for (guint m = 0; m < n; m++)
    {
      if (is_home_school (record, memberships[found[m]].urn))
        return TRUE;
      has_school = has_school || memberships[found[m]].urn != KITH_INT_NONE;
    }
  return !has_school && row->lead_la == KITH_INT_NONE && row->lead_urn == KITH_INT_NONE &&
         kith_officers_own (record->ledger, row->source_id);
}

static KithPartnershipState
read_state (const KithRecord *record, KithSpan span)
{
  if (kith_span_holds (span, record->as_at))
    return KITH_PARTNERSHIP_ACTIVE;
  if (span.from == KITH_SPAN_NO_END)
    return KITH_PARTNERSHIP_PROPOSED;
  return span.from < span.until && span.from > record->as_at ? KITH_PARTNERSHIP_NOT_BEGUN
                                                             : KITH_PARTNERSHIP_ENDED;
}

/**
 * kith_partnership_read:
 * @roll: the roll
 * @row: of table arrangement
 *
 * Returns: its row, without what the roll found and whom it reaches
 */
KithPartnership
kith_partnership_read (const KithRoll *roll, const KithArrangement *row)
{
  const KithRecord *record = kith_roll_get_record (roll);
  const KithArrangement *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  KithSpan span = record->spans[row - rows];
  KithPartnership partnership = {
    .record = row,
    .kind = read_kind (row),
    .state = read_state (record, span),
    .engagement = { .lead = KITH_INDEX_NONE, .patch_metres = NAN },
  };

  if (partnership.state == KITH_PARTNERSHIP_ENDED && span.from < span.until &&
      span.until != KITH_SPAN_NO_END)
    partnership.ended = span.until;
  return partnership;
}

/**
 * kith_partnerships_list:
 * @roll: the roll, which must stay while the list does
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * The arrangements of the roll, and those that have ended or not begun of which a home school was
 * ever a member, or that a home authority or school led.
 *
 * Cost: O(a·n) over arrangements with a patch and schools.
 *
 * Returns: (transfer full) (element-type KithPartnership): by key, or %NULL
 */
GArray *
kith_partnerships_list (const KithRoll *roll, KithJob *job, GError **error)
{
  const KithRecord *record = kith_roll_get_record (roll);
  g_autoptr (KithRowIndex) members =
      kith_row_index_new (record->ledger, KITH_TABLE_MEMBERSHIP, "arrangement_id");
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (KithPartnership));
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &n);
  guint n_active, at = 0;
  const KithRollArrangement *active = kith_roll_get_arrangements (roll, &n_active);

  kith_job_begin (job, _ ("Looking at each partnership"), 0, 1);
  for (gsize i = 0; i < n; i++)
    {
      KithPartnership partnership;

      if (!kith_job_step (job, i, n, error))
        return NULL;
      partnership = kith_partnership_read (roll, &rows[i]);
      if (at < n_active && record->arrangements[active[at].arrangement].record == &rows[i])
        {
          partnership.row = &active[at++];
          partnership.engagement =
              kith_engagement_measure (roll, partnership.row->arrangement, NULL);
        }
      else if (partnership.state == KITH_PARTNERSHIP_ACTIVE ||
               !concerns_home (record, &rows[i], members))
        continue;
      g_array_append_val (list, partnership);
    }
  return g_steal_pointer (&list);
}

/**
 * kith_partnership_get_name:
 *
 * Returns: (transfer none): its name, or what its kind is called
 */
const char *
kith_partnership_get_name (const KithPartnership *self)
{
  return self->record->name != NULL ? self->record->name
                                    : _ (kith_kind_get_info (self->kind)->words);
}

/**
 * kith_partnership_state_get_words:
 *
 * Returns: (transfer none): how it stands, for people, translated
 */
const char *
kith_partnership_state_get_words (KithPartnershipState state)
{
  static const char *const words[] = { N_ ("active"), N_ ("proposed"), N_ ("not begun"),
                                       N_ ("ended") };

  g_return_val_if_fail (state < G_N_ELEMENTS (words), NULL);
  return _ (words[state]);
}

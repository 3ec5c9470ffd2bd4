/* kith-cli-record-school.c: what a school was asked, needs and is strong at, and what it joins
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-record.h"

#include "kith-edit-member.h"
#include "kith-edit-removal.h"
#include "kith-edit-school.h"
#include "kith-naming.h"

/* topic "enquiry" */
KithEdit *
kith_record_enquiry (KithLedger *ledger, const KithRecordSaid *said, KithDate today, GError **error)
{
  g_autofree char *day = kith_date_dup_text (today, KITH_DATE_ISO);
  KithEnquiryForm form = {
    .urn = said->urns != NULL ? said->urns[0] : NULL,
    .kind = said->kind,
    .asked = said->asked != NULL ? said->asked
             : said->id == NULL  ? day
                                 : NULL,
    .answer = said->answer,
    .by = said->by != NULL   ? said->by
          : said->id == NULL ? kith_entry_get_officer ()
                             : NULL,
    .today = today,
  };

  if (!kith_record_read_id (said, &form.id, error))
    return NULL;
  if (said->is_deleted)
    return kith_edit_remove_record (ledger, KITH_TABLE_ENQUIRY, form.id);
  return kith_edit_enquiry (ledger, &form);
}

/* topic "need" */
KithEdit *
kith_record_need (KithLedger *ledger, const KithRecordSaid *said, KithDate today, GError **error)
{
  KithNeedForm form = {
    .urn = said->urns != NULL ? said->urns[0] : NULL,
    .is_strength = said->is_expertise,
    .area = said->area,
    .level = said->level,
    .evidence = said->evidence,
    .date = said->date,
    .today = today,
  };

  if (!kith_record_read_id (said, &form.id, error))
    return NULL;
  if (said->is_deleted)
    return kith_edit_remove_record (
        ledger, said->is_expertise ? KITH_TABLE_EXPERTISE : KITH_TABLE_NEED, form.id);
  return kith_edit_need (ledger, &form);
}

/* The spell of a member that has not ended; %KITH_INT_NONE where there is none. */
static gint64
find_membership (KithLedger *ledger, const char *arrangement, const char *who)
{
  gsize n;
  const KithMembership *rows = kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n);
  gint64 arrangement_id, urn;

  if (kith_naming_find_arrangement (ledger, arrangement, &arrangement_id) != NULL ||
      kith_naming_find_school (ledger, who, &urn) != NULL || urn == KITH_INT_NONE)
    return KITH_INT_NONE;
  for (gsize i = 0; i < n; i++)
    if (rows[i].arrangement_id == arrangement_id && rows[i].urn == urn &&
        rows[i].left_date == KITH_DATE_UNKNOWN)
      return rows[i].id;
  return KITH_INT_NONE;
}

/* A known member leaves where only --left is given; else members join. */
KithEdit *
kith_record_member (KithLedger *ledger, const KithRecordSaid *said, KithDate today, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) members = kith_record_list_parties (said, texts);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  KithMemberForm form = {
    .arrangement = said->arrangement,
    .arrangement_id = KITH_INT_NONE,
    .members = (const KithPartySaid *)members->data,
    .n_members = members->len,
    .role = said->role,
    .joined = said->joined,
    .left = said->left,
  };

  for (guint i = 0;
       said->left != NULL && said->joined == NULL && said->urns != NULL && said->urns[i] != NULL;
       i++)
    {
      gint64 id = find_membership (ledger, said->arrangement, said->urns[i]);

      if (id != KITH_INT_NONE)
        g_array_append_val (ids, id);
    }
  if (ids->len > 0 && ids->len == members->len)
    return kith_edit_end_members (ledger, (const gint64 *)ids->data, ids->len, said->left);
  return kith_edit_add_members (ledger, &form);
}

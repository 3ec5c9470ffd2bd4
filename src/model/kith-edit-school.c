/* kith-edit-school.c: what a school was asked, what it needs and what it is strong at
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-school.h"
#include "kith-edit-private.h"
#include "kith-kind.h"
#include "kith-naming.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

static void
read_urn (KithEdit *edit, const char *text, gint64 *urn)
{
  const char *fault = kith_naming_find_school (kith_edit_get_ledger (edit), text, urn);

  if (fault == NULL && *urn == KITH_INT_NONE)
    fault = _ ("Name the school: its URN or its name.");
  if (kith_edit_accept (edit, "urn", fault))
    kith_edit_put_urn (edit, *urn);
}

/* A row is told by school, kind and day; asked twice on one day, the answer is the later one. */
static const KithEnquiry *
find_enquiry (KithLedger *ledger, const KithEnquiry *said)
{
  gsize n;
  const KithEnquiry *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ENQUIRY, &n);

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == said->urn && rows[i].asked == said->asked &&
        g_strcmp0 (rows[i].kind, said->kind) == 0)
      return &rows[i];
  return NULL;
}

/* One that is changed must not become another that is recorded. */
static void
put_enquiry (KithEdit *edit, const KithEnquiry *changed, KithEnquiry *said)
{
  const KithEnquiry *known = find_enquiry (kith_edit_get_ledger (edit), said);

  if (changed != NULL && known != NULL && known->id != said->id)
    {
      kith_edit_refuse (edit, "asked", "%s",
                        _ ("The school was asked this on that day already. Change that enquiry, or "
                           "take one of them out."));
      return;
    }
  if (changed == NULL && known != NULL)
    {
      KithEnquiry later = *known;

      later.answer = said->answer;
      if (said->by != NULL)
        later.by = said->by;
      kith_changeset_put (edit->changes, KITH_TABLE_ENQUIRY, &later);
      return;
    }
  if (changed == NULL)
    said->id = kith_changeset_take_key (edit->changes, KITH_TABLE_ENQUIRY);
  kith_changeset_put (edit->changes, KITH_TABLE_ENQUIRY, said);
}

static void
read_enquiry (KithEdit *edit, const KithEnquiryForm *form, gboolean is_new, KithEnquiry *said)
{
  if (is_new || form->urn != NULL)
    read_urn (edit, form->urn, &said->urn);
  if (form->kind != NULL)
    kith_edit_accept (edit, "kind", kith_vocabulary_read_kind (form->kind, &said->kind));
  if (is_new || form->asked != NULL)
    kith_edit_read_past (edit, "asked", form->asked, form->today, &said->asked);
  if (form->answer != NULL)
    kith_edit_accept (edit, "answer", kith_vocabulary_read_answer (form->answer, &said->answer));
  kith_edit_read_text (edit, form->by, &said->by);
}

/**
 * kith_edit_enquiry:
 * @form: as it was filled in
 *
 * Records that a school was asked, or changes what is recorded of it.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_enquiry (KithLedger *ledger, const KithEnquiryForm *form)
{
  const KithEnquiry *known = kith_ledger_find (ledger, KITH_TABLE_ENQUIRY, form->id);
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *school = NULL;
  const char *about = _ ("every kind of partnership");
  KithEnquiry said;

  g_return_val_if_fail (form->today != KITH_DATE_UNKNOWN, NULL);

  kith_row_clear (KITH_TABLE_ENQUIRY, &said);
  if (known != NULL)
    said = *known;
  else if (form->id != KITH_INT_NONE)
    kith_edit_refuse (edit, "enquiry", "%s",
                      _ ("This enquiry is no longer recorded: somebody has taken it out. What you "
                         "typed stays here until you close the form."));
  read_enquiry (edit, form, known == NULL, &said);
  if (kith_edit_is_good (edit))
    put_enquiry (edit, known, &said);
  if (!kith_edit_is_good (edit))
    return kith_edit_end (edit, "%s", _ ("Asked a school"));
  school = kith_naming_dup_school (ledger, said.urn);
  if (said.kind != NULL)
    about = _ (kith_kind_get_info (kith_kind_find (said.kind))->plural);
  return kith_edit_end (edit,
                        known != NULL ? _ ("Changed: %s was asked about %s – %s")
                                      : _ ("Asked: %s about %s – %s"),
                        school, about, said.answer != NULL ? _ (said.answer) : _ ("no answer yet"));
}

/* Needs and strengths: a strength is read as a need is. */

static void
copy_strength (const KithExpertise *from, KithNeed *to)
{
  kith_row_clear (KITH_TABLE_NEED, to);
  to->id = from->id;
  to->urn = from->urn;
  to->area = from->area;
  to->level = from->level;
  to->evidence = from->evidence;
  to->date = from->date;
  to->source_id = from->source_id;
}

static void
put_row (KithEdit *edit, KithTable table, const KithNeed *said)
{
  KithExpertise strength;

  if (table == KITH_TABLE_NEED)
    {
      kith_changeset_put (edit->changes, table, said);
      return;
    }
  kith_row_clear (table, &strength);
  strength.id = said->id;
  strength.urn = said->urn;
  strength.area = said->area;
  strength.level = said->level;
  strength.evidence = said->evidence;
  strength.date = said->date;
  strength.source_id = said->source_id;
  kith_changeset_put (edit->changes, table, &strength);
}

static gboolean
find_row (KithLedger *ledger, KithTable table, gint64 id, KithNeed *row)
{
  const void *found = kith_ledger_find (ledger, table, id);

  if (found != NULL && table == KITH_TABLE_NEED)
    *row = *(const KithNeed *)found;
  else if (found != NULL)
    copy_strength (found, row);
  return found != NULL;
}

/* The row of this school, area and day. */
static gint64
find_twin (KithLedger *ledger, KithTable table, const KithNeed *said)
{
  const KithTableInfo *info = kith_table_get_info (table);
  g_autofree char *area = kith_text_dup_key (said->area);
  gint64 found = KITH_INT_NONE;
  gsize n;
  const char *rows = kith_ledger_get_rows (ledger, table, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *other = NULL;
      KithNeed row;

      if (!find_row (ledger, table, kith_row_get_key (rows + i * info->row_size), &row) ||
          row.urn != said->urn || row.date != said->date)
        continue;
      other = kith_text_dup_key (row.area);
      if (strcmp (area, other) == 0)
        found = row.id;
    }
  return found;
}

static void
read_need (KithEdit *edit, const KithNeedForm *form, gboolean is_new, KithNeed *said)
{
  if (is_new || form->urn != NULL)
    read_urn (edit, form->urn, &said->urn);
  kith_edit_read_text (edit, form->area, &said->area);
  if (said->area == NULL)
    kith_edit_refuse (edit, "area", "%s", _ ("Name the area, such as early reading."));
  if (form->level != NULL)
    kith_edit_accept (edit, "level", kith_vocabulary_read_level (form->level, &said->level));
  if (form->date != NULL && kith_text_is_blank (form->date))
    said->date = KITH_DATE_UNKNOWN;
  else if (form->date != NULL)
    kith_edit_read_past (edit, "date", form->date, form->today, &said->date);
  kith_edit_read_text (edit, form->evidence, &said->evidence);
}

static void
put_need (KithEdit *edit, KithTable table, gboolean is_new, KithNeed *said)
{
  gint64 twin = find_twin (kith_edit_get_ledger (edit), table, said);

  if (!is_new && twin != KITH_INT_NONE && twin != said->id)
    {
      kith_edit_refuse (edit, "area", "%s",
                        _ ("This is recorded of that day already. Change that row, or take one of "
                           "them out."));
      return;
    }
  if (is_new)
    said->id = twin != KITH_INT_NONE ? twin : kith_changeset_take_key (edit->changes, table);
  put_row (edit, table, said);
}

/**
 * kith_edit_need:
 * @form: as it was filled in
 *
 * Records what a school needs help with or is strong at, or changes a row. A row is told by
 * school, area and day; of several days the latest holds.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_need (KithLedger *ledger, const KithNeedForm *form)
{
  KithTable table = form->is_strength ? KITH_TABLE_EXPERTISE : KITH_TABLE_NEED;
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *school = NULL;
  gboolean is_known;
  KithNeed said;

  g_return_val_if_fail (form->today != KITH_DATE_UNKNOWN, NULL);

  kith_row_clear (KITH_TABLE_NEED, &said);
  is_known = find_row (ledger, table, form->id, &said);
  if (!is_known && form->id != KITH_INT_NONE)
    kith_edit_refuse (
        edit, "need", "%s",
        _ ("This row is no longer recorded: somebody has taken it out. What you typed "
           "stays here until you close the form."));
  read_need (edit, form, !is_known, &said);
  if (kith_edit_is_good (edit))
    put_need (edit, table, !is_known, &said);
  if (!kith_edit_is_good (edit))
    return kith_edit_end (edit, "%s", _ ("Recorded a need or a strength"));
  school = kith_naming_dup_school (ledger, said.urn);
  if (is_known)
    return kith_edit_end (edit,
                          form->is_strength ? _ ("Changed: what %s is strong at: %s")
                                            : _ ("Changed: what %s needs help with: %s"),
                          school, said.area);
  return kith_edit_end (edit,
                        form->is_strength ? _ ("Recorded: %s is strong at %s")
                                          : _ ("Recorded: %s needs help with %s"),
                        school, said.area);
}

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

static void
put_enquiry (KithEdit *edit, KithEnquiry *said)
{
  const KithEnquiry *known = find_enquiry (kith_edit_get_ledger (edit), said);

  if (known != NULL)
    {
      KithEnquiry changed = *known;

      changed.answer = said->answer;
      if (said->by != NULL)
        changed.by = said->by;
      kith_changeset_put (edit->changes, KITH_TABLE_ENQUIRY, &changed);
      return;
    }
  said->id = kith_changeset_take_key (edit->changes, KITH_TABLE_ENQUIRY);
  kith_changeset_put (edit->changes, KITH_TABLE_ENQUIRY, said);
}

/**
 * kith_edit_enquiry:
 * @form: as it was filled in
 *
 * Returns: (transfer full): the edit: a school was asked
 */
KithEdit *
kith_edit_enquiry (KithLedger *ledger, const KithEnquiryForm *form)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *school = NULL;
  const char *about = _ ("every kind of partnership");
  KithEnquiry said;

  g_return_val_if_fail (form->today != KITH_DATE_UNKNOWN, NULL);

  kith_row_clear (KITH_TABLE_ENQUIRY, &said);
  read_urn (edit, form->urn, &said.urn);
  kith_edit_accept (edit, "kind", kith_vocabulary_read_kind (form->kind, &said.kind));
  kith_edit_read_past (edit, "asked", form->asked, form->today, &said.asked);
  kith_edit_accept (edit, "answer", kith_vocabulary_read_answer (form->answer, &said.answer));
  said.by = kith_edit_keep (edit, form->by);
  if (!kith_edit_is_good (edit))
    return kith_edit_end (edit, "%s", _ ("Asked a school"));
  put_enquiry (edit, &said);
  school = kith_naming_dup_school (ledger, said.urn);
  if (said.kind != NULL)
    about = _ (kith_kind_get_info (kith_kind_find (said.kind))->plural);
  return kith_edit_end (edit, _ ("Asked: %s about %s – %s"), school, about,
                        said.answer != NULL ? _ (said.answer) : _ ("no answer yet"));
}

static void
put_need (KithEdit *edit, const KithNeed *said)
{
  KithNeed need = *said;
  gsize n;
  const KithNeed *rows = kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_NEED, &n);
  g_autofree char *area = kith_text_dup_key (said->area);

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == said->urn && rows[i].date == said->date)
      {
        g_autofree char *other = kith_text_dup_key (rows[i].area);

        if (strcmp (area, other) == 0)
          need.id = rows[i].id;
      }
  if (need.id == KITH_INT_NONE)
    need.id = kith_changeset_take_key (edit->changes, KITH_TABLE_NEED);
  kith_changeset_put (edit->changes, KITH_TABLE_NEED, &need);
}

static void
put_strength (KithEdit *edit, const KithNeed *said)
{
  KithExpertise strength;
  gsize n;
  const KithExpertise *rows =
      kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_EXPERTISE, &n);
  g_autofree char *area = kith_text_dup_key (said->area);

  kith_row_clear (KITH_TABLE_EXPERTISE, &strength);
  strength.urn = said->urn;
  strength.area = said->area;
  strength.level = said->level;
  strength.evidence = said->evidence;
  strength.date = said->date;
  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == said->urn && rows[i].date == said->date)
      {
        g_autofree char *other = kith_text_dup_key (rows[i].area);

        if (strcmp (area, other) == 0)
          strength.id = rows[i].id;
      }
  if (strength.id == KITH_INT_NONE)
    strength.id = kith_changeset_take_key (edit->changes, KITH_TABLE_EXPERTISE);
  kith_changeset_put (edit->changes, KITH_TABLE_EXPERTISE, &strength);
}

/**
 * kith_edit_need:
 * @form: as it was filled in
 *
 * A row is told by school, area and day; of several days the latest holds.
 *
 * Returns: (transfer full): the edit: a need or a strength
 */
KithEdit *
kith_edit_need (KithLedger *ledger, const KithNeedForm *form)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *school = NULL;
  KithNeed said;

  g_return_val_if_fail (form->today != KITH_DATE_UNKNOWN, NULL);

  kith_row_clear (KITH_TABLE_NEED, &said);
  read_urn (edit, form->urn, &said.urn);
  said.area = kith_edit_keep (edit, form->area);
  if (said.area == NULL)
    kith_edit_refuse (edit, "area", "%s", _ ("Name the area, such as early reading."));
  kith_edit_accept (edit, "level", kith_vocabulary_read_level (form->level, &said.level));
  if (!kith_text_is_blank (form->date))
    kith_edit_read_past (edit, "date", form->date, form->today, &said.date);
  said.evidence = kith_edit_keep (edit, form->evidence);
  if (!kith_edit_is_good (edit))
    return kith_edit_end (edit, "%s", _ ("Recorded a need or a strength"));
  if (form->is_strength)
    put_strength (edit, &said);
  else
    put_need (edit, &said);
  school = kith_naming_dup_school (ledger, said.urn);
  return kith_edit_end (edit,
                        form->is_strength ? _ ("Recorded: %s is strong at %s")
                                          : _ ("Recorded: %s needs help with %s"),
                        school, said.area);
}

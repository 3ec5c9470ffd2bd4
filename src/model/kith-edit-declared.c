/* kith-edit-declared.c: interests, rivals and catchments that somebody declared
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-declared.h"
#include "kith-edit-private.h"
#include "kith-naming.h"

#include <glib/gi18n.h>
#include <string.h>

static void
read_school (KithEdit *edit, const char *field, const char *said, gint64 *urn)
{
  const char *fault = kith_naming_find_school (kith_edit_get_ledger (edit), said, urn);

  if (fault == NULL && *urn == KITH_INT_NONE)
    fault = _ ("Name the school: its URN or its name.");
  if (kith_edit_accept (edit, field, fault))
    kith_edit_put_urn (edit, *urn);
}

/* Interests. */

/* A person whom the register knows or an organisation; one that was chosen as new is made. */
static void
read_holder (KithEdit *edit, const KithPartySaid *said, KithInterest *row)
{
  KithLedger *ledger = kith_edit_get_ledger (edit);

  row->person_id = row->organisation_id = KITH_INT_NONE;
  if (kith_text_is_blank (said->who))
    return;
  if (said->kind == KITH_PARTY_PERSON)
    row->person_id = kith_edit_put_person (edit, "who", said->who);
  else if (said->kind == KITH_PARTY_ORGANISATION)
    row->organisation_id = kith_edit_put_organisation (edit, "who", said->who);
  else
    {
      row->person_id = kith_naming_find_person (ledger, said->who, NULL);
      if (row->person_id == KITH_INT_NONE)
        row->organisation_id = kith_naming_find_organisation (ledger, said->who);
    }
  if (row->person_id == KITH_INT_NONE && row->organisation_id == KITH_INT_NONE)
    kith_edit_refuse (edit, "who",
                      _ ("The register knows no person or organisation called “%.80s”. Choose from "
                         "the list."),
                      said->who);
}

static void
read_day (KithEdit *edit, const char *field, const char *said, KithDate today, KithDate *day)
{
  if (said != NULL && kith_text_is_blank (said))
    *day = KITH_DATE_UNKNOWN;
  else if (said != NULL)
    kith_edit_read_past (edit, field, said, today, day);
}

static void
read_interest (KithEdit *edit, const KithInterestForm *form, KithInterest *row)
{
  if (form->urn != NULL && !kith_text_is_blank (form->urn))
    read_school (edit, "urn", form->urn, &row->urn);
  else if (form->urn != NULL)
    row->urn = KITH_INT_NONE;
  if (form->who.who != NULL)
    read_holder (edit, &form->who, row);
  kith_edit_read_text (edit, form->what, &row->what);
  kith_edit_read_text (edit, form->resolution, &row->resolution);
  read_day (edit, "declared", form->declared, form->today, &row->declared);
  read_day (edit, "resolved", form->resolved, form->today, &row->resolved);
  if (row->what == NULL)
    kith_edit_refuse (edit, "what", "%s", _ ("Say what the interest is."));
  if (kith_edit_find_problem (edit, "who") == NULL && row->person_id == KITH_INT_NONE &&
      row->organisation_id == KITH_INT_NONE)
    kith_edit_refuse (edit, "who", "%s", _ ("Say whose interest it is."));
  if (row->resolved != KITH_DATE_UNKNOWN && row->resolved < row->declared)
    kith_edit_refuse (edit, "resolved", "%s",
                      _ ("This is before the day it was declared. Correct one of the two."));
}

/**
 * kith_edit_interest:
 * @form: as it was filled in
 *
 * Records a declared interest or changes one; it is resolved when it has a day on which it was.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_interest (KithLedger *ledger, const KithInterestForm *form)
{
  const KithInterest *known = kith_ledger_find (ledger, KITH_TABLE_INTEREST, form->id);
  KithEdit *edit = kith_edit_new (ledger);
  KithInterest row;

  g_return_val_if_fail (form->today != KITH_DATE_UNKNOWN, NULL);

  kith_row_clear (KITH_TABLE_INTEREST, &row);
  if (known != NULL)
    row = *known;
  else if (form->id != KITH_INT_NONE)
    kith_edit_refuse (edit, "interest", "%s",
                      _ ("This interest is no longer recorded: somebody has taken it out. What you "
                         "typed stays here until you close the form."));
  read_interest (edit, form, &row);
  if (kith_edit_is_good (edit))
    {
      if (known == NULL)
        row.id = kith_changeset_take_key (edit->changes, KITH_TABLE_INTEREST);
      kith_changeset_put (edit->changes, KITH_TABLE_INTEREST, &row);
    }
  return kith_edit_end (edit, known == NULL ? _ ("Declared: %s") : _ ("Changed: %s"),
                        row.what != NULL ? row.what : "");
}

/* Rivals. */

static const KithRivalry *
find_rivalry (KithLedger *ledger, gint64 urn, gint64 other)
{
  gsize n;
  const KithRivalry *rows = kith_ledger_get_rows (ledger, KITH_TABLE_RIVALRY, &n);

  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == urn && rows[i].other_urn == other)
      return &rows[i];
  return NULL;
}

/**
 * kith_edit_rivalry:
 * @form: as it was filled in
 *
 * Declares two schools rivals, or strikes the pair out.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_rivalry (KithLedger *ledger, const KithRivalryForm *form)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithRivalry *known = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  gint64 urns[2];
  KithRivalry row;

  read_school (edit, "urn", form->urn, &urns[0]);
  read_school (edit, "other", form->other, &urns[1]);
  if (kith_edit_is_good (edit) && urns[0] == urns[1])
    kith_edit_refuse (edit, "other", "%s", _ ("A school is no rival of itself. Name another."));
  if (!kith_edit_is_good (edit))
    return kith_edit_end (edit, "%s", _ ("Declared rivals"));
  kith_row_clear (KITH_TABLE_RIVALRY, &row);
  row.urn = MIN (urns[0], urns[1]);
  row.other_urn = MAX (urns[0], urns[1]);
  known = find_rivalry (ledger, row.urn, row.other_urn);
  if (known != NULL)
    row = *known;
  else
    row.id = kith_changeset_take_key (edit->changes, KITH_TABLE_RIVALRY);
  row.decision = form->is_struck_out ? "struck-out" : "rivals";
  kith_edit_read_text (edit, form->reason, &row.reason);
  kith_changeset_put (edit->changes, KITH_TABLE_RIVALRY, &row);
  one = kith_naming_dup_school (ledger, urns[0]);
  other = kith_naming_dup_school (ledger, urns[1]);
  return kith_edit_end (edit,
                        form->is_struck_out ? _ ("Declared no rivals: %s and %s")
                                            : _ ("Declared rivals: %s and %s"),
                        one, other);
}

/* Catchments. */

/**
 * kith_edit_catchment:
 * @id: of the row that is changed, or %KITH_INT_NONE for a new one
 * @urn: field "urn": a school
 * @name: field "name": of a catchment that it shares with others
 *
 * A school is in a catchment once.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_catchment (KithLedger *ledger, gint64 id, const char *urn, const char *name)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *key = kith_text_dup_key (name);
  g_autofree char *school = NULL;
  gsize n;
  const KithCatchment *rows = kith_ledger_get_rows (ledger, KITH_TABLE_CATCHMENT, &n);
  KithCatchment row;

  kith_row_clear (KITH_TABLE_CATCHMENT, &row);
  if (id != KITH_INT_NONE && kith_ledger_find (ledger, KITH_TABLE_CATCHMENT, id) == NULL)
    kith_edit_refuse (edit, "catchment", "%s",
                      _ ("This is no longer recorded: somebody has taken it out. What you typed "
                         "stays here until you close the form."));
  read_school (edit, "urn", urn, &row.urn);
  row.name = kith_edit_keep (edit, name);
  if (row.name == NULL)
    kith_edit_refuse (edit, "name", "%s", _ ("Name the catchment."));
  for (gsize i = 0; i < n && kith_edit_is_good (edit); i++)
    {
      g_autofree char *other = kith_text_dup_key (rows[i].name);

      if (rows[i].id == id || strcmp (key, other) != 0)
        continue;
      row.name = rows[i].name; /* spelled as it was first */
      if (rows[i].urn == row.urn)
        kith_edit_refuse (edit, "name", "%s", _ ("The school is in this catchment already."));
    }
  if (kith_edit_is_good (edit))
    {
      row.id =
          id != KITH_INT_NONE ? id : kith_changeset_take_key (edit->changes, KITH_TABLE_CATCHMENT);
      kith_changeset_put (edit->changes, KITH_TABLE_CATCHMENT, &row);
    }
  school = row.urn != KITH_INT_NONE ? kith_naming_dup_school (ledger, row.urn) : g_strdup ("");
  return kith_edit_end (edit, _ ("In the catchment %s: %s"), row.name != NULL ? row.name : "",
                        school);
}

/* kith-declared-dialog.c: needs and strengths; interests, rivals and catchments
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-record-dialog.h"
#include "kith-edit-declared.h"
#include "kith-edit-dialog.h"
#include "kith-edit-removal.h"
#include "kith-edit-school.h"
#include "kith-naming.h"
#include "kith-suggest.h"

#include <glib/gi18n.h>
#include <string.h>

/* Which row, of which school; KITH_INT_NONE for one that is new. */
typedef struct
{
  KithTable table;
  gint64 id;
  gint64 urn;
  gint64 other; /* of a pair that is known */
  GtkWidget *who;
} Subject;

static Subject *
new_subject (KithTable table, gint64 id, gint64 urn)
{
  Subject *subject = g_new0 (Subject, 1);

  *subject = (Subject){ .table = table, .id = id, .urn = urn };
  return subject;
}

static char *
dup_urn (const Subject *subject)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, subject->urn);
}

static KithEdit *
make_removal (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  return kith_edit_remove_record (ledger, ((const Subject *)data)->table,
                                  ((const Subject *)data)->id);
}

/* Whether a form may be opened, and the school's name. */
static char *
dup_school (KithSession *session, gint64 urn)
{
  KithLedger *ledger = kith_session_get_ledger (session);

  if (ledger == NULL || kith_session_is_read_only (session))
    return NULL;
  return urn == KITH_INT_NONE || urn == 0 ? g_strdup ("") : kith_naming_dup_school (ledger, urn);
}

/* Of a new row all that stands in the form, of a known one what was touched. */
static const char *
get_said (KithEditDialog *dialog, const Subject *subject, const char *field)
{
  return subject->id == KITH_INT_NONE ? kith_edit_dialog_get_text (dialog, field)
                                      : kith_edit_dialog_get_changed (dialog, field);
}

/* Needs and strengths. */

static KithEdit *
make_need (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  static const char *const levels[] = { "", "1", "2", "3", "4", "5", "met" };
  const Subject *subject = data;
  g_autofree char *urn = dup_urn (subject);
  gboolean is_new = subject->id == KITH_INT_NONE;
  KithNeedForm said = {
    .id = subject->id,
    .urn = is_new ? urn : NULL,
    .is_strength = is_new ? kith_edit_dialog_get_choice (dialog, "side") == 1
                          : subject->table == KITH_TABLE_EXPERTISE,
    .area = get_said (dialog, subject, "area"),
    .level = levels[kith_edit_dialog_get_choice (dialog, "level")],
    .evidence = get_said (dialog, subject, "evidence"),
    .date = get_said (dialog, subject, "date"),
    .today = kith_date_today (),
  };

  return kith_edit_need (ledger, &said);
}

static guint
find_level (const char *level)
{
  if (level == NULL)
    return 0;
  if (strcmp (level, "met") == 0 || strcmp (level, "0") == 0)
    return 6;
  return level[0] >= '1' && level[0] <= '5' && level[1] == '\0' ? (guint)(level[0] - '0') : 0;
}

static void
add_need_fields (KithEditDialog *dialog,
                 const char *area,
                 const char *level,
                 const char *evidence,
                 KithDate date)
{
  const char *levels[] = { _ ("not said"), "1", "2", "3", "4", "5", _ ("met: it has ended"), NULL };

  kith_suggest_attach (
      kith_edit_dialog_add_entry (dialog, "area", _ ("Area, such as early reading"), area),
      kith_edit_dialog_get_session (dialog), KITH_SUGGEST_AREAS, FALSE);
  kith_edit_dialog_add_choice (dialog, "level", _ ("Level, 5 the greatest"), levels,
                               find_level (level));
  kith_edit_dialog_add_entry (dialog, "evidence", _ ("How that is known"), evidence);
  kith_edit_dialog_add_day (dialog, "date", _ ("Day"), date);
}

/**
 * kith_need_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with an open register
 * @urn: of a school
 *
 * Records what the school needs help with, or is strong at.
 */
void
kith_need_dialog_begin (GtkWidget *over, KithSession *session, gint64 urn)
{
  const char *sides[] = { _ ("needs help with it"), _ ("is strong at it"), NULL };
  g_autofree char *school = dup_school (session, urn);
  KithEditDialog *dialog;

  if (school == NULL)
    return;
  dialog = kith_edit_dialog_new (over, session, school, _ ("_Record"), make_need,
                                 new_subject (KITH_TABLE_NEED, KITH_INT_NONE, urn), g_free);
  kith_edit_dialog_add_group (
      dialog, NULL, _ ("Of several days the latest holds. “Seeking a trust” is an area too."));
  kith_edit_dialog_add_choice (dialog, "side", _ ("The school"), sides, 0);
  add_need_fields (dialog, NULL, NULL, NULL, kith_date_today ());
  kith_edit_dialog_begin (dialog);
}

/**
 * kith_need_change_begin:
 * @table: need or expertise
 * @id: of a row
 *
 * Changes a need or a strength.
 */
void
kith_need_change_begin (GtkWidget *over, KithSession *session, KithTable table, gint64 id)
{
  const void *row = kith_ledger_find (kith_session_get_ledger (session), table, id);
  const KithNeed *need = table == KITH_TABLE_NEED ? row : NULL;
  const KithExpertise *strength = table == KITH_TABLE_NEED ? NULL : row;
  gint64 urn = need != NULL ? need->urn : strength->urn;
  g_autofree char *school = dup_school (session, urn);
  KithEditDialog *dialog;

  dialog = kith_edit_dialog_new (over, session, school, _ ("_Change"), make_need,
                                 new_subject (table, id, urn), g_free);
  kith_edit_dialog_add_group (dialog, need != NULL ? _ ("Needs help with") : _ ("Is strong at"),
                              _ ("To say how it is now, record it anew with today’s date: what was "
                                 "stays on record."));
  if (need != NULL)
    add_need_fields (dialog, need->area, need->level, need->evidence, need->date);
  else
    add_need_fields (dialog, strength->area, strength->level, strength->evidence, strength->date);
  kith_edit_dialog_add_removal (
      dialog, need != NULL ? _ ("_Take out this need") : _ ("_Take out this strength"),
      make_removal);
  kith_edit_dialog_begin (dialog);
}

/* Interests. */

static KithEdit *
make_interest (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Subject *subject = data;
  KithInterestForm said = {
    .id = subject->id,
    .urn = get_said (dialog, subject, "urn"),
    .who = { kith_suggest_get_kind (subject->who), get_said (dialog, subject, "who"), NULL },
    .what = get_said (dialog, subject, "what"),
    .declared = get_said (dialog, subject, "declared"),
    .resolved = get_said (dialog, subject, "resolved"),
    .resolution = get_said (dialog, subject, "resolution"),
    .today = kith_date_today (),
  };

  return kith_edit_interest (ledger, &said);
}

static const char *
get_holder (KithLedger *ledger, const KithInterest *row)
{
  const KithPerson *person = kith_ledger_find (ledger, KITH_TABLE_PERSON, row->person_id);
  const KithOrganisation *organisation =
      kith_ledger_find (ledger, KITH_TABLE_ORGANISATION, row->organisation_id);

  return person != NULL ? person->name : organisation != NULL ? organisation->name : NULL;
}

/**
 * kith_interest_dialog_begin:
 * @urn: of the school that it is about
 * @id: of an interest, or %KITH_INT_NONE for a new one
 *
 * Records a declared interest, changes it, or says that it is resolved.
 */
void
kith_interest_dialog_begin (GtkWidget *over, KithSession *session, gint64 urn, gint64 id)
{
  g_autofree char *name = dup_school (session, urn);
  g_autofree char *school = NULL;
  KithLedger *ledger = kith_session_get_ledger (session);
  const KithInterest *known;
  KithEditDialog *dialog;
  KithInterest row;
  Subject *subject;

  if (name == NULL)
    return;
  kith_row_clear (KITH_TABLE_INTEREST, &row);
  row.declared = kith_date_today ();
  known = kith_ledger_find (ledger, KITH_TABLE_INTEREST, id);
  if (known != NULL)
    row = *known;
  if (*name != '\0')
    school = g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", name, urn);
  subject = new_subject (KITH_TABLE_INTEREST, id, urn);
  dialog = kith_edit_dialog_new (over, session, _ ("Declared interest"),
                                 known != NULL ? _ ("_Change") : _ ("_Record"), make_interest,
                                 subject, g_free);
  kith_edit_dialog_add_group (
      dialog, NULL, _ ("Who governs, is paid by or is related to a school says so here, once."));
  subject->who = kith_edit_dialog_add_entry (dialog, "who", _ ("Whose"), get_holder (ledger, &row));
  kith_suggest_attach (subject->who, session, KITH_SUGGEST_PEOPLE | KITH_SUGGEST_ORGANISATIONS,
                       TRUE);
  kith_edit_dialog_add_entry (dialog, "what", _ ("What the interest is"), row.what);
  kith_suggest_attach (kith_edit_dialog_add_entry (dialog, "urn", _ ("School"), school), session,
                       KITH_SUGGEST_SCHOOLS, FALSE);
  kith_edit_dialog_add_day (dialog, "declared", _ ("Declared on"), row.declared);
  kith_edit_dialog_add_day (dialog, "resolved", _ ("Resolved on"), row.resolved);
  kith_edit_dialog_add_entry (dialog, "resolution", _ ("How it was resolved"), row.resolution);
  if (known != NULL)
    kith_edit_dialog_add_removal (dialog, _ ("_Take out this interest"), make_removal);
  kith_edit_dialog_begin (dialog);
}

/* Rivals. */

static KithEdit *
make_rivalry (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Subject *subject = data;
  g_autofree char *urn = dup_urn (subject);
  g_autofree char *other = g_strdup_printf ("%" G_GINT64_FORMAT, subject->other);
  KithRivalryForm said = {
    .urn = urn,
    .other = subject->id == KITH_INT_NONE ? kith_edit_dialog_get_text (dialog, "other") : other,
    .is_struck_out = kith_edit_dialog_get_choice (dialog, "decision") == 1,
    .reason = kith_edit_dialog_get_text (dialog, "reason"),
  };

  return kith_edit_rivalry (ledger, &said);
}

/**
 * kith_rivalry_dialog_begin:
 * @urn: of a school
 * @id: of a pair that holds it, or %KITH_INT_NONE for a new one
 *
 * Declares a rival of the school, or that another is none.
 */
void
kith_rivalry_dialog_begin (GtkWidget *over, KithSession *session, gint64 urn, gint64 id)
{
  const char *decisions[] = { _ ("rivals"), _ ("no rivals, however near"), NULL };
  g_autofree char *school = dup_school (session, urn);
  const KithRivalry *known;
  g_autofree char *other = NULL;
  KithEditDialog *dialog;
  Subject *subject;

  if (school == NULL)
    return;
  subject = new_subject (KITH_TABLE_RIVALRY, id, urn);
  known = kith_ledger_find (kith_session_get_ledger (session), KITH_TABLE_RIVALRY, id);
  if (known != NULL)
    subject->other = known->urn == urn ? known->other_urn : known->urn;
  other = kith_naming_dup_school (kith_session_get_ledger (session), subject->other);
  dialog =
      kith_edit_dialog_new (over, session, school, known != NULL ? _ ("_Change") : _ ("_Record"),
                            make_rivalry, subject, g_free);
  kith_edit_dialog_add_group (
      dialog, known != NULL ? other : NULL,
      _ ("Rivals never share a Family. Distance and catchment say who they are unless you do."));
  if (known == NULL)
    kith_suggest_attach (kith_edit_dialog_add_entry (dialog, "other", _ ("The other school"), NULL),
                         session, KITH_SUGGEST_SCHOOLS, FALSE);
  kith_edit_dialog_add_choice (dialog, "decision", _ ("They are"), decisions,
                               known != NULL && strcmp (known->decision, "struck-out") == 0);
  kith_edit_dialog_add_entry (dialog, "reason", _ ("Why"), known != NULL ? known->reason : NULL);
  if (known != NULL)
    kith_edit_dialog_add_removal (dialog, _ ("_Take out what was declared"), make_removal);
  kith_edit_dialog_begin (dialog);
}

/* Catchments. */

static KithEdit *
make_catchment (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Subject *subject = data;
  g_autofree char *urn = dup_urn (subject);

  return kith_edit_catchment (ledger, subject->id, urn, kith_edit_dialog_get_text (dialog, "name"));
}

/**
 * kith_catchment_dialog_begin:
 * @urn: of a school
 * @id: of the row that says that it is in a catchment, or %KITH_INT_NONE for a new one
 *
 * Says which catchment the school shares.
 */
void
kith_catchment_dialog_begin (GtkWidget *over, KithSession *session, gint64 urn, gint64 id)
{
  g_autofree char *school = dup_school (session, urn);
  const KithCatchment *known;
  KithEditDialog *dialog;

  if (school == NULL)
    return;
  known = kith_ledger_find (kith_session_get_ledger (session), KITH_TABLE_CATCHMENT, id);
  dialog =
      kith_edit_dialog_new (over, session, school, known != NULL ? _ ("_Change") : _ ("_Record"),
                            make_catchment, new_subject (KITH_TABLE_CATCHMENT, id, urn), g_free);
  kith_edit_dialog_add_group (dialog, NULL,
                              _ ("Schools of one phase that share a catchment are rivals."));
  kith_edit_dialog_add_entry (dialog, "name", _ ("Catchment"), known != NULL ? known->name : NULL);
  if (known != NULL)
    kith_edit_dialog_add_removal (dialog, _ ("_Take out of this catchment"), make_removal);
  kith_edit_dialog_begin (dialog);
}

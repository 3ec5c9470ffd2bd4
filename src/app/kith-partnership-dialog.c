/* kith-partnership-dialog.c: partnerships made and changed by hand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-partnership-dialog.h"
#include "kith-edit-dialog.h"
#include "kith-edit-partnership.h"
#include "kith-edit-removal.h"
#include "kith-kind-choice.h"
#include "kith-naming.h"
#include "kith-suggest.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>

/* Which partnership, and which school of it; the rows that know what was chosen in them. */
typedef struct
{
  gint64 id;
  gint64 urn;
  GtkWidget *lead;
  gboolean is_group;
} Subject;

static Subject *
new_subject (gint64 id)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->id = id;
  subject->urn = KITH_INT_NONE;
  return subject;
}

static const KithArrangement *
find_arrangement (KithSession *session, gint64 id)
{
  KithLedger *ledger = kith_session_get_ledger (session);

  if (ledger == NULL || kith_session_is_read_only (session))
    return NULL;
  return kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, id);
}

/* Everything about one. */

static KithPartySaid
get_lead (KithEditDialog *dialog, const Subject *subject, const char *text)
{
  return (KithPartySaid){ kith_suggest_get_kind (subject->lead), text, NULL };
}

/* Each text as one who takes part. */
static KithPartySaid *
list_said (GPtrArray *texts)
{
  KithPartySaid *said = g_new0 (KithPartySaid, texts->len + 1);

  for (guint i = 0; i < texts->len; i++)
    said[i] = (KithPartySaid){ KITH_PARTY_ANY, g_ptr_array_index (texts, i), NULL };
  return said;
}

static KithEdit *
make_partnership (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Subject *subject = data;
  gboolean is_new = subject->id == KITH_INT_NONE;
  g_autoptr (GPtrArray) texts =
      kith_edit_split_members (is_new ? kith_edit_dialog_get_text (dialog, "member") : NULL);
  g_autofree KithPartySaid *members = list_said (texts);
  KithPartnershipForm form = {
    .id = subject->id,
    .parent = kith_edit_dialog_get_changed (dialog, "parent"),
    .lead = get_lead (dialog, subject, kith_edit_dialog_get_changed (dialog, "lead")),
    .coordinator = kith_edit_dialog_get_changed (dialog, "coordinator"),
    .deputy = kith_edit_dialog_get_changed (dialog, "deputy"),
    .review = kith_edit_dialog_get_changed (dialog, "review"),
    .focus = kith_edit_dialog_get_changed (dialog, "focus"),
    .objective = kith_edit_dialog_get_changed (dialog, "objective"),
    .funding = kith_edit_dialog_get_changed (dialog, "funding"),
    .funding_ends = kith_edit_dialog_get_changed (dialog, "funding-ends"),
    .memorandum = kith_edit_dialog_get_changed (dialog, "memorandum"),
    .data_sharing = kith_edit_dialog_get_changed (dialog, "data-sharing"),
    .capacity = kith_edit_dialog_get_changed (dialog, "capacity"),
    .patch = kith_edit_dialog_get_changed (dialog, "patch"),
    .members = members,
    .n_members = texts->len,
  };

  if (!subject->is_group)
    {
      form.name = kith_edit_dialog_get_changed (dialog, "name");
      form.kind = kith_kind_choice_get_key (kith_edit_dialog_get_choice (dialog, "kind"));
      form.starts = is_new ? kith_edit_dialog_get_text (dialog, "starts")
                           : kith_edit_dialog_get_changed (dialog, "starts");
      form.ends = kith_edit_dialog_get_changed (dialog, "ends");
    }
  return kith_edit_partnership (ledger, &form);
}

static char *
dup_lead (KithLedger *ledger, const KithArrangement *row)
{
  const KithPerson *person = kith_ledger_find (ledger, KITH_TABLE_PERSON, row->lead_person_id);
  const KithOrganisation *organisation =
      kith_ledger_find (ledger, KITH_TABLE_ORGANISATION, row->lead_organisation_id);
  const KithAuthority *authority = kith_ledger_find (ledger, KITH_TABLE_AUTHORITY, row->lead_la);
  g_autofree char *school = NULL;

  if (person != NULL)
    return g_strdup (person->name);
  if (organisation != NULL)
    return g_strdup (organisation->name);
  if (authority != NULL)
    return g_strdup (authority->name);
  if (row->lead_urn == KITH_INT_NONE)
    return NULL;
  school = kith_naming_dup_school (ledger, row->lead_urn);
  return g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", school, row->lead_urn);
}

static const char *
get_person (KithLedger *ledger, gint64 id)
{
  const KithPerson *person = kith_ledger_find (ledger, KITH_TABLE_PERSON, id);

  return person != NULL ? person->name : NULL;
}

static void
add_people (KithEditDialog *dialog,
            KithLedger *ledger,
            const KithArrangement *row,
            Subject *subject)
{
  KithSession *session = kith_edit_dialog_get_session (dialog);
  g_autofree char *lead = dup_lead (ledger, row);

  kith_edit_dialog_add_group (dialog, _ ("Who"), NULL);
  subject->lead = kith_edit_dialog_add_entry (dialog, "lead", _ ("Led by"), lead);
  kith_suggest_attach (subject->lead, session,
                       KITH_SUGGEST_PEOPLE | KITH_SUGGEST_ORGANISATIONS | KITH_SUGGEST_SCHOOLS,
                       TRUE);
  kith_suggest_attach (kith_edit_dialog_add_entry (dialog, "coordinator", _ ("Co-ordinator"),
                                                   get_person (ledger, row->coordinator_id)),
                       session, KITH_SUGGEST_PEOPLE, TRUE);
  kith_suggest_attach (kith_edit_dialog_add_entry (dialog, "deputy", _ ("Deputy"),
                                                   get_person (ledger, row->deputy_id)),
                       session, KITH_SUGGEST_PEOPLE, TRUE);
}

static void
add_identity (KithEditDialog *dialog,
              KithLedger *ledger,
              const KithArrangement *row,
              Subject *subject,
              const char *members)
{
  g_autofree char *parent = kith_naming_dup_arrangement (ledger, row->parent_id);
  g_auto (GStrv) kinds = kith_kind_choice_dup_words (NULL);
  KithKind kind = kith_kind_find (row->kind);

  kith_edit_dialog_add_group (dialog, NULL, NULL);
  if (!subject->is_group)
    {
      kith_edit_dialog_add_entry (dialog, "name", _ ("Name"), row->name);
      kith_edit_dialog_add_choice (
          dialog, "kind", _ ("Kind"), (const char *const *)kinds,
          kith_kind_choice_find (kind != KITH_N_KINDS ? kind : KITH_KIND_HUB));
    }
  kith_suggest_attach (kith_edit_dialog_add_entry (dialog, "parent", _ ("Part of"), parent),
                       kith_edit_dialog_get_session (dialog), KITH_SUGGEST_ARRANGEMENTS, FALSE);
  if (subject->id != KITH_INT_NONE)
    return;
  kith_edit_dialog_add_entry (dialog, "member", _ ("Schools: URNs or names, ; between"), members);
}

static void
add_terms (KithEditDialog *dialog, const KithArrangement *row, const Subject *subject)
{
  gboolean is_new = subject->id == KITH_INT_NONE;
  g_autofree char *capacity =
      row->capacity == KITH_INT_NONE ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, row->capacity);

  kith_edit_dialog_add_group (dialog, _ ("When"), NULL);
  if (!subject->is_group)
    {
      kith_edit_dialog_add_day (dialog, "starts", _ ("Starts"),
                                is_new ? kith_date_today () : row->starts);
      kith_edit_dialog_add_day (dialog, "ends", _ ("Ends"), row->ends);
    }
  kith_edit_dialog_add_day (dialog, "review", _ ("Review"), row->review);
  kith_edit_dialog_add_group (dialog, _ ("What for"), NULL);
  kith_edit_dialog_add_entry (dialog, "focus", _ ("Focus"), row->focus);
  kith_edit_dialog_add_entry (dialog, "objective", _ ("Objective"), row->objective);
  kith_edit_dialog_add_entry (dialog, "capacity", _ ("Room for how many"), capacity);
  kith_edit_dialog_add_entry (dialog, "patch",
                              _ ("For all of: authorities or districts, ; between"), row->patch);
  kith_edit_dialog_add_group (
      dialog, _ ("Money and agreements"),
      _ ("An agreement is yes, no, or its last day. Blank is not recorded."));
  kith_edit_dialog_add_entry (dialog, "funding", _ ("Funding"), row->funding);
  kith_edit_dialog_add_day (dialog, "funding-ends", _ ("Funding ends"), row->funding_ends);
  kith_edit_dialog_add_entry (dialog, "memorandum", _ ("Memorandum"), row->memorandum);
  kith_edit_dialog_add_entry (dialog, "data-sharing", _ ("Data-sharing agreement"),
                              row->data_sharing);
}

static void
begin_dialog (GtkWidget *over, KithSession *session, gint64 id, const char *members)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  const KithArrangement *known = find_arrangement (session, id);
  KithArrangement blank;
  KithEditDialog *dialog;
  Subject *subject;

  if (ledger == NULL || kith_session_is_read_only (session) ||
      (id != KITH_INT_NONE && known == NULL))
    return;
  kith_row_clear (KITH_TABLE_ARRANGEMENT, &blank);
  subject = new_subject (id);
  subject->is_group = known != NULL && known->uid != KITH_INT_NONE;
  dialog = kith_edit_dialog_new (over, session, known != NULL ? known->name : _ ("New partnership"),
                                 known != NULL ? _ ("_Change") : _ ("_Make"), make_partnership,
                                 subject, g_free);
  add_identity (dialog, ledger, known != NULL ? known : &blank, subject, members);
  add_people (dialog, ledger, known != NULL ? known : &blank, subject);
  add_terms (dialog, known != NULL ? known : &blank, subject);
  kith_edit_dialog_begin (dialog);
}

/**
 * kith_partnership_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with an open register
 * @id: of an arrangement, or %KITH_INT_NONE for a new one
 *
 * Makes a partnership or changes one. Of a group of Get Information about Schools, what is said
 * there is not asked for.
 */
void
kith_partnership_dialog_begin (GtkWidget *over, KithSession *session, gint64 id)
{
  begin_dialog (over, session, id, NULL);
}

/**
 * kith_new_partnership_dialog_begin:
 * @members: who is in it, as an officer would type them: names or URNs with semicolons between
 *
 * Makes a partnership of schools that were chosen before.
 */
void
kith_new_partnership_dialog_begin (GtkWidget *over, KithSession *session, const char *members)
{
  begin_dialog (over, session, KITH_INT_NONE, members);
}

/* Members. */

static KithEdit *
make_members (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Subject *subject = data;
  g_autoptr (GPtrArray) texts =
      kith_edit_split_members (kith_edit_dialog_get_text (dialog, "member"));
  g_autofree KithPartySaid *members = list_said (texts);
  KithMemberForm form = {
    .arrangement_id = subject->id,
    .members = members,
    .n_members = texts->len,
    .role = kith_vocabulary_roles[kith_edit_dialog_get_choice (dialog, "role")],
    .joined = kith_edit_dialog_get_text (dialog, "joined"),
  };

  return kith_edit_add_members (ledger, &form);
}

/**
 * kith_members_dialog_begin:
 * @id: of an arrangement
 *
 * Adds schools and organisations to it, one or a pasted list.
 */
void
kith_members_dialog_begin (GtkWidget *over, KithSession *session, gint64 id)
{
  const char *roles[] = { _ ("member"),    _ ("lead"),    _ ("hub"), _ ("supporter"),
                          _ ("supported"), _ ("partner"), NULL };
  const KithArrangement *known = find_arrangement (session, id);
  g_autofree char *title = NULL;
  KithEditDialog *dialog;

  if (known == NULL)
    return;
  title = g_strdup_printf (_ ("Add to %s"), known->name);
  dialog = kith_edit_dialog_new (over, session, title, _ ("_Add"), make_members, new_subject (id),
                                 g_free);
  kith_edit_dialog_add_group (
      dialog, NULL, _ ("Type a school or paste many: URNs or names, with semicolons between."));
  kith_edit_dialog_add_entry (dialog, "member", _ ("Schools and organisations"), NULL);
  kith_edit_dialog_add_alias (dialog, "arrangement", "member");
  kith_edit_dialog_add_choice (dialog, "role", _ ("Role"), roles, 0);
  kith_edit_dialog_add_day (dialog, "joined", _ ("Joined"), kith_date_today ());
  kith_edit_dialog_begin (dialog);
}

/* The school's spells that have not ended. */
static GArray *
list_spells (KithLedger *ledger, gint64 id, gint64 urn)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n;
  const KithMembership *rows = kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n);

  for (gsize i = 0; i < n; i++)
    if (rows[i].arrangement_id == id && rows[i].urn == urn &&
        rows[i].left_date == KITH_DATE_UNKNOWN)
      g_array_append_val (ids, rows[i].id);
  return ids;
}

static KithEdit *
make_leaving (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Subject *subject = data;
  g_autoptr (GArray) ids = list_spells (ledger, subject->id, subject->urn);

  return kith_edit_end_members (ledger, (const gint64 *)ids->data, ids->len,
                                kith_edit_dialog_get_text (dialog, "left"));
}

/**
 * kith_leave_dialog_begin:
 * @id: of an arrangement
 * @urn: of a school in it
 *
 * Ends the school's membership on a day.
 */
void
kith_leave_dialog_begin (GtkWidget *over, KithSession *session, gint64 id, gint64 urn)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  const KithArrangement *known = find_arrangement (session, id);
  g_autoptr (GArray) ids = known == NULL ? NULL : list_spells (ledger, id, urn);
  g_autofree char *school = NULL;
  g_autofree char *title = NULL;
  KithEditDialog *dialog;
  Subject *subject;

  if (ids == NULL || ids->len == 0)
    return;
  school = kith_naming_dup_school (ledger, urn);
  title = g_strdup_printf (_ ("%s leaves"), school);
  subject = new_subject (id);
  subject->urn = urn;
  dialog = kith_edit_dialog_new (over, session, title, _ ("_End membership"), make_leaving, subject,
                                 g_free);
  kith_edit_dialog_add_group (dialog, known->name, _ ("What was stays on record."));
  kith_edit_dialog_add_day (dialog, "left", _ ("Member no longer from"), kith_date_today ());
  kith_edit_dialog_add_alias (dialog, "member", "left");
  kith_edit_dialog_begin (dialog);
}

/* The lead, and the end. */

static KithEdit *
make_handover (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Subject *subject = data;
  KithPartySaid lead = get_lead (dialog, subject, kith_edit_dialog_get_text (dialog, "lead"));

  return kith_edit_hand_over (ledger, subject->id, &lead,
                              kith_edit_dialog_get_text (dialog, "date"), kith_date_today ());
}

/**
 * kith_hand_over_dialog_begin:
 * @id: of an arrangement
 *
 * Hands its lead over on a day.
 */
void
kith_hand_over_dialog_begin (GtkWidget *over, KithSession *session, gint64 id)
{
  const KithArrangement *known = find_arrangement (session, id);
  KithEditDialog *dialog;
  Subject *subject;

  if (known == NULL)
    return;
  subject = new_subject (id);
  dialog = kith_edit_dialog_new (over, session, _ ("Hand over the lead"), _ ("_Hand over"),
                                 make_handover, subject, g_free);
  kith_edit_dialog_add_group (dialog, known->name,
                              _ ("On a day to come it is kept as an action that is due then."));
  subject->lead = kith_edit_dialog_add_entry (dialog, "lead", _ ("Led from then on by"), NULL);
  kith_suggest_attach (subject->lead, session,
                       KITH_SUGGEST_PEOPLE | KITH_SUGGEST_ORGANISATIONS | KITH_SUGGEST_SCHOOLS,
                       TRUE);
  kith_edit_dialog_add_day (dialog, "date", _ ("From"), kith_date_today ());
  kith_edit_dialog_begin (dialog);
}

static KithEdit *
make_end (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  return kith_edit_end_partnership (ledger, ((const Subject *)data)->id,
                                    kith_edit_dialog_get_text (dialog, "ends"));
}

/**
 * kith_end_dialog_begin:
 * @id: of an arrangement
 *
 * Ends it on a day.
 */
void
kith_end_dialog_begin (GtkWidget *over, KithSession *session, gint64 id)
{
  const KithArrangement *known = find_arrangement (session, id);
  KithEditDialog *dialog;

  if (known == NULL)
    return;
  dialog = kith_edit_dialog_new (over, session, _ ("End a partnership"), _ ("_End"), make_end,
                                 new_subject (id), g_free);
  kith_edit_dialog_add_group (dialog, known->name,
                              _ ("Its members, contacts and history stay on record."));
  kith_edit_dialog_add_day (dialog, "ends", _ ("No more from"), kith_date_today ());
  kith_edit_dialog_begin (dialog);
}

static KithEdit *
make_removal (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  return kith_edit_remove_partnership (ledger, ((const Subject *)data)->id);
}

/**
 * kith_partnership_remove:
 * @over: a widget of the window over which a dialog stands
 * @id: of an arrangement that was recorded in error
 *
 * Takes it out; undo brings it back. Where something goes with it, or would say less without it,
 * that is told first.
 */
void
kith_partnership_remove (GtkWidget *over, KithSession *session, gint64 id)
{
  const KithArrangement *known = find_arrangement (session, id);
  g_autofree char *goes = NULL;
  g_autoptr (KithEdit) edit = NULL;
  KithEntry entry = { 0 };
  KithEditDialog *dialog;

  if (known == NULL)
    return;
  goes = kith_edit_dup_what_goes (kith_session_get_ledger (session), id);
  if (goes != NULL)
    {
      dialog = kith_edit_dialog_new (over, session, _ ("Take out a partnership"), _ ("_Take out"),
                                     make_removal, new_subject (id), g_free);
      kith_edit_dialog_add_group (dialog, known->name, goes);
      kith_edit_dialog_add_group (
          dialog, NULL,
          _ ("This is for what was recorded in error. A partnership that is over is ended instead, "
             "and stays on record. Undo brings all of it back."));
      kith_edit_dialog_begin (dialog);
      return;
    }
  edit = kith_edit_remove_partnership (kith_session_get_ledger (session), id);
  entry.what = edit->what;
  if (kith_changeset_get_size (edit->changes) > 0)
    kith_session_apply (session, edit->changes, &entry, NULL, NULL);
}

/* kith-edit-contact.c: what happened between whom, and what was agreed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-contact.h"
#include "kith-edit-private.h"
#include "kith-naming.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

/* A contact in the making: its parties before they are given to it. */
typedef struct
{
  const KithContact *known; /* nullable: the one that is changed */
  KithContact contact;
  GArray *parties; /* of KithContactParty */
} Draft;

/* Contacts. */

static void
read_school (KithEdit *edit, const KithPartySaid *said, KithContactParty *party)
{
  if (kith_edit_accept (
          edit, "party",
          kith_naming_find_school (kith_edit_get_ledger (edit), said->who, &party->urn)))
    kith_edit_put_urn (edit, party->urn);
}

/* Somebody whom the register knows: a school by its number or name, an organisation, a person. */
static void
read_known (KithEdit *edit, const KithPartySaid *said, KithContactParty *party)
{
  KithLedger *ledger = kith_edit_get_ledger (edit);
  guint n_people;

  if (kith_naming_find_school (ledger, said->who, &party->urn) == NULL)
    {
      kith_edit_put_urn (edit, party->urn);
      return;
    }
  party->organisation_id = kith_naming_find_organisation (ledger, said->who);
  if (party->organisation_id != KITH_INT_NONE)
    return;
  party->person_id = kith_naming_find_person (ledger, said->who, &n_people);
  if (party->person_id == KITH_INT_NONE)
    kith_edit_refuse (edit, "party",
                      _ ("The register knows no school, organisation or person called “%.80s”. "
                         "Give a URN, or choose from the list."),
                      said->who);
}

/* The one that was meant all along, as long as its name is the same. */
static gint64
find_meant (KithEdit *edit, const KithPartySaid *said)
{
  const KithOrganisation *organisation = NULL;
  const KithPerson *person = NULL;
  const char *name;

  if (said->kind == KITH_PARTY_ORGANISATION)
    organisation =
        kith_ledger_find (kith_edit_get_ledger (edit), KITH_TABLE_ORGANISATION, said->id);
  else
    person = kith_ledger_find (kith_edit_get_ledger (edit), KITH_TABLE_PERSON, said->id);
  name = organisation != NULL ? organisation->name : person != NULL ? person->name : NULL;
  return name != NULL && strcmp (name, said->who) == 0 ? said->id : KITH_INT_NONE;
}

static gboolean
is_same_party (const KithContactParty *a, const KithContactParty *b)
{
  return a->urn == b->urn && a->organisation_id == b->organisation_id &&
         a->person_id == b->person_id;
}

static void
read_party (KithEdit *edit, const KithPartySaid *said, GArray *parties)
{
  KithContactParty party;

  if (kith_text_is_blank (said->who))
    return;
  kith_row_clear (KITH_TABLE_CONTACT_PARTY, &party);
  kith_edit_accept (edit, "party", kith_vocabulary_read_part (said->part, &party.part));
  if (said->kind == KITH_PARTY_SCHOOL)
    read_school (edit, said, &party);
  else if (said->kind == KITH_PARTY_ORGANISATION)
    party.organisation_id = find_meant (edit, said);
  else if (said->kind == KITH_PARTY_PERSON)
    party.person_id = find_meant (edit, said);
  else
    read_known (edit, said, &party);
  if (said->kind == KITH_PARTY_ORGANISATION && party.organisation_id == KITH_INT_NONE)
    party.organisation_id = kith_edit_put_organisation (edit, "party", said->who);
  if (said->kind == KITH_PARTY_PERSON && party.person_id == KITH_INT_NONE)
    party.person_id = kith_edit_put_person (edit, "party", said->who);
  for (guint i = 0; kith_edit_is_good (edit) && i < parties->len; i++)
    if (is_same_party (&g_array_index (parties, KithContactParty, i), &party))
      kith_edit_refuse (edit, "party", _ ("“%.80s” is named twice. Take one of them out."),
                        said->who);
  g_array_append_val (parties, party);
}

/* METHODS, section 1: day, kind, arrangement and summary tell a contact without an id. Two of
 * one day that differ in who was there are two all the same. */
static gboolean
is_recorded (KithLedger *ledger, const Draft *draft)
{
  gsize n, n_parties;
  const KithContact *contacts = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT, &n);
  const KithContactParty *parties =
      kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT_PARTY, &n_parties);
  g_autofree char *summary = kith_text_dup_key (draft->contact.summary);

  for (gsize c = 0; c < n; c++)
    {
      g_autofree char *other = NULL;

      if (contacts[c].id == draft->contact.id || contacts[c].date != draft->contact.date ||
          g_strcmp0 (contacts[c].kind, draft->contact.kind) != 0 ||
          contacts[c].arrangement_id != draft->contact.arrangement_id)
        continue;
      other = kith_text_dup_key (contacts[c].summary);
      for (gsize p = 0; strcmp (summary, other) == 0 && p < n_parties; p++)
        for (guint i = 0; parties[p].contact_id == contacts[c].id && i < draft->parties->len; i++)
          if (is_same_party (&g_array_index (draft->parties, KithContactParty, i), &parties[p]))
            return TRUE;
    }
  return FALSE;
}

/* Those who are recorded, where nobody is named instead of them. */
static void
keep_parties (KithEdit *edit, const Draft *draft)
{
  gsize n;
  const KithContactParty *rows =
      kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_CONTACT_PARTY, &n);

  for (gsize i = 0; i < n; i++)
    if (rows[i].contact_id == draft->known->id)
      g_array_append_val (draft->parties, rows[i]);
}

static void
read_parties (KithEdit *edit, const KithContactForm *form, const Draft *draft)
{
  for (guint i = 0; i < form->n_parties; i++)
    read_party (edit, &form->parties[i], draft->parties);
  if (draft->known != NULL && form->n_parties == 0)
    keep_parties (edit, draft);
  if (kith_edit_find_problem (edit, "party") == NULL && draft->parties->len == 0)
    kith_edit_refuse (edit, "party", "%s", _ ("Name at least one school that took part."));
}

static void
read_kind (KithEdit *edit, const char *said, const char **kind)
{
  if (kith_edit_accept (edit, "kind", kith_vocabulary_read_contact_kind (said, kind)) &&
      *kind == NULL)
    kith_edit_refuse (edit, "kind", "%s",
                      _ ("Say what it was: visit, meeting, call, review, inspection, training or "
                         "letter."));
}

static void
read_contact (KithEdit *edit, const KithContactForm *form, Draft *draft)
{
  KithContact *contact = &draft->contact;
  gboolean is_new = draft->known == NULL;

  if (is_new || form->date != NULL)
    kith_edit_read_past (edit, "date", form->date, form->today, &contact->date);
  if (is_new || form->kind != NULL)
    read_kind (edit, form->kind, &contact->kind);
  read_parties (edit, form, draft);
  if (form->arrangement != NULL)
    kith_edit_accept (edit, "arrangement",
                      kith_naming_find_arrangement (kith_edit_get_ledger (edit), form->arrangement,
                                                    &contact->arrangement_id));
  if (form->confidential != NULL)
    kith_edit_accept (edit, "confidential",
                      kith_vocabulary_read_yes_no (form->confidential, &contact->confidential));
  kith_edit_read_text (edit, form->officer, &contact->officer);
  kith_edit_read_text (edit, form->summary, &contact->summary);
  kith_edit_read_text (edit, form->outcome, &contact->outcome);
  if (kith_edit_is_good (edit) && is_recorded (kith_edit_get_ledger (edit), draft))
    kith_edit_refuse (edit, "summary", "%s",
                      _ ("This contact is recorded already: the same day, kind and summary. Say "
                         "what was different, or leave it."));
}

/* What was agreed: of the first school that was there, under the same arrangement. */
static void
read_agreed (KithEdit *edit, const KithContactForm *form, const Draft *draft, KithAction *action)
{
  action->what = kith_edit_keep (edit, form->what);
  action->owner = kith_edit_keep (edit, form->owner);
  action->arrangement_id = draft->contact.arrangement_id;
  for (guint i = 0; action->urn == KITH_INT_NONE && i < draft->parties->len; i++)
    action->urn = g_array_index (draft->parties, KithContactParty, i).urn;
  kith_edit_read_date (edit, "due", form->due, &action->due);
  if (action->what == NULL && (action->owner != NULL || !kith_text_is_blank (form->due)))
    kith_edit_refuse (edit, "what", "%s", _ ("Say what is to be done."));
}

/* The key of the row that says this already; it is used once. */
static gint64
take_known_party (GArray *known, const KithContactParty *party)
{
  for (guint i = 0; i < known->len; i++)
    {
      const KithContactParty *row = &g_array_index (known, KithContactParty, i);
      gint64 id = row->id;

      if (!is_same_party (row, party) || g_strcmp0 (row->part, party->part) != 0)
        continue;
      g_array_remove_index (known, i);
      return id;
    }
  return KITH_INT_NONE;
}

/* Whoever is named still keeps their row; the others' rows go. */
static void
put_parties (KithEdit *edit, Draft *draft)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (KithContactParty));
  Draft before = { .known = draft->known, .parties = known };

  if (draft->known != NULL)
    keep_parties (edit, &before);
  for (guint i = 0; i < draft->parties->len; i++)
    {
      KithContactParty *party = &g_array_index (draft->parties, KithContactParty, i);

      party->id = take_known_party (known, party);
      if (party->id == KITH_INT_NONE)
        party->id = kith_changeset_take_key (edit->changes, KITH_TABLE_CONTACT_PARTY);
      party->contact_id = draft->contact.id;
      kith_changeset_put (edit->changes, KITH_TABLE_CONTACT_PARTY, party);
    }
  for (guint i = 0; i < known->len; i++)
    kith_changeset_remove (edit->changes, KITH_TABLE_CONTACT_PARTY,
                           g_array_index (known, KithContactParty, i).id);
}

static void
put_contact (KithEdit *edit, Draft *draft, KithAction *action)
{
  if (draft->known == NULL)
    draft->contact.id = kith_changeset_take_key (edit->changes, KITH_TABLE_CONTACT);
  kith_changeset_put (edit->changes, KITH_TABLE_CONTACT, &draft->contact);
  put_parties (edit, draft);
  if (action->what == NULL)
    return;
  action->id = kith_changeset_take_key (edit->changes, KITH_TABLE_ACTION);
  action->contact_id = draft->contact.id;
  kith_changeset_put (edit->changes, KITH_TABLE_ACTION, action);
}

static char *
dup_party_name (KithEdit *edit, const KithContactParty *party)
{
  const KithOrganisation *organisation;
  const KithPerson *person;

  if (party->urn != KITH_INT_NONE)
    return kith_naming_dup_school (kith_edit_get_ledger (edit), party->urn);
  organisation =
      kith_changeset_find (edit->changes, KITH_TABLE_ORGANISATION, party->organisation_id);
  person = kith_changeset_find (edit->changes, KITH_TABLE_PERSON, party->person_id);
  return g_strdup (organisation != NULL ? organisation->name : person != NULL ? person->name : "");
}

/**
 * kith_edit_contact:
 * @form: as it was filled in
 *
 * Records a contact, who took part, and what was agreed, or changes one.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_contact (KithLedger *ledger, const KithContactForm *form)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autoptr (GArray) parties = g_array_new (FALSE, FALSE, sizeof (KithContactParty));
  g_autofree char *day = NULL;
  g_autofree char *who = NULL;
  Draft draft = { .parties = parties };
  KithAction action;

  g_return_val_if_fail (form->today != KITH_DATE_UNKNOWN, NULL);

  kith_row_clear (KITH_TABLE_CONTACT, &draft.contact);
  draft.known = kith_ledger_find (ledger, KITH_TABLE_CONTACT, form->id);
  if (draft.known != NULL)
    draft.contact = *draft.known;
  else if (form->id != KITH_INT_NONE)
    kith_edit_refuse (edit, "contact", "%s",
                      _ ("This contact is no longer recorded: somebody has taken it out. What you "
                         "typed stays here until you close the form."));
  kith_row_clear (KITH_TABLE_ACTION, &action);
  read_contact (edit, form, &draft);
  read_agreed (edit, form, &draft, &action);
  if (!kith_edit_is_good (edit))
    return kith_edit_end (edit, "%s", _ ("Recorded a contact"));
  put_contact (edit, &draft, &action);
  day = kith_date_dup_text (draft.contact.date, KITH_DATE_LONG);
  who = dup_party_name (edit, &g_array_index (parties, KithContactParty, 0));
  return kith_edit_end (edit,
                        draft.known != NULL   ? _ ("Changed: %s, %s of %s")
                        : action.what != NULL ? _ ("Recorded: %s, %s of %s, and what was agreed")
                                              : _ ("Recorded: %s, %s of %s"),
                        who, _ (draft.contact.kind), day);
}

/* Actions. */

static void
read_action_days (KithEdit *edit, const KithActionForm *form, KithAction *action)
{
  if (form->due != NULL)
    kith_edit_read_date (edit, "due", form->due, &action->due);
  if (form->done == NULL)
    return;
  if (kith_text_is_blank (form->done))
    action->done = KITH_DATE_UNKNOWN;
  else
    kith_edit_read_past (edit, "done", form->done, form->today, &action->done);
}

static void
read_action_subject (KithEdit *edit, const KithActionForm *form, KithAction *action)
{
  KithLedger *ledger = kith_edit_get_ledger (edit);

  if (form->urn != NULL)
    kith_edit_accept (edit, "urn", kith_naming_find_school (ledger, form->urn, &action->urn));
  if (form->arrangement != NULL)
    kith_edit_accept (
        edit, "arrangement",
        kith_naming_find_arrangement (ledger, form->arrangement, &action->arrangement_id));
  if (kith_edit_is_good (edit))
    kith_edit_put_urn (edit, action->urn);
}

/**
 * kith_edit_action:
 * @form: as it was filled in
 *
 * Adds an action or changes one; an action is done when it has a day on which it was.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_action (KithLedger *ledger, const KithActionForm *form)
{
  const KithAction *known = kith_ledger_find (ledger, KITH_TABLE_ACTION, form->id);
  KithEdit *edit = kith_edit_new (ledger);
  gboolean was_done = known != NULL && known->done != KITH_DATE_UNKNOWN;
  const char *words;
  KithAction action;

  g_return_val_if_fail (form->today != KITH_DATE_UNKNOWN, NULL);

  kith_row_clear (KITH_TABLE_ACTION, &action);
  action.contact_id = form->contact_id;
  if (known != NULL)
    action = *known;
  else if (form->id != KITH_INT_NONE)
    kith_edit_refuse (edit, "action", "%s",
                      _ ("This action is no longer recorded: somebody has taken it out. What you "
                         "typed stays here until you close the form."));
  kith_edit_read_text (edit, form->what, &action.what);
  kith_edit_read_text (edit, form->owner, &action.owner);
  kith_edit_read_text (edit, form->outcome, &action.outcome);
  read_action_days (edit, form, &action);
  read_action_subject (edit, form, &action);
  if (action.what == NULL)
    kith_edit_refuse (edit, "what", "%s", _ ("Say what is to be done."));
  if (kith_edit_is_good (edit))
    {
      if (known == NULL)
        action.id = kith_changeset_take_key (edit->changes, KITH_TABLE_ACTION);
      kith_changeset_put (edit->changes, KITH_TABLE_ACTION, &action);
    }
  if (known == NULL)
    words = _ ("Agreed");
  else if (!was_done && action.done != KITH_DATE_UNKNOWN)
    words = _ ("Done");
  else if (was_done && action.done == KITH_DATE_UNKNOWN)
    words = _ ("To be done after all");
  else
    words = _ ("Changed what was agreed");
  return kith_edit_end (edit, "%s: %s", words, action.what != NULL ? action.what : "");
}

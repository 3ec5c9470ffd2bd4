/* kith-contact-change.c: a contact that is recorded, changed
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-record-dialog.h"
#include "kith-edit-contact.h"
#include "kith-edit-dialog.h"
#include "kith-edit-removal.h"
#include "kith-naming.h"
#include "kith-suggest.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many can be named in the form; where more took part, they stay as they are. */
#define MOST_PARTIES 24

/* Who took part, as it stood when the form was opened. */
typedef struct
{
  GtkWidget *row;
  KithPartyKind kind;
  gint64 id;
  char *text;
  guint part; /* of the choices: 0 is not said */
} Party;

typedef struct
{
  gint64 id;
  Party parties[MOST_PARTIES];
  guint n_parties;
  gboolean is_confidential;
  GtkWidget *more;
  AdwPreferencesGroup *group;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  for (guint i = 0; i < form->n_parties; i++)
    g_free (form->parties[i].text);
  g_free (form);
}

static const char *
get_field (const char *name, guint at)
{
  g_autofree char *numbered = at == 0 ? NULL : g_strdup_printf ("%s-%u", name, at + 1);

  return at == 0 ? name : g_intern_string (numbered);
}

static KithPartySaid
get_said (KithEditDialog *dialog, const Party *party, guint at)
{
  guint part = kith_edit_dialog_get_choice (dialog, get_field ("part", at));
  KithPartySaid said = {
    .kind = kith_suggest_get_kind (party->row),
    .who = gtk_editable_get_text (GTK_EDITABLE (party->row)),
    .part = part == 0 ? NULL : kith_vocabulary_parts[part - 1],
  };

  if (g_strcmp0 (said.who, party->text) == 0)
    {
      said.kind = party->kind;
      said.id = party->id;
    }
  return said;
}

/* Whether anybody is named otherwise than when the form was opened. */
static gboolean
has_changed (KithEditDialog *dialog, const Form *form)
{
  for (guint i = 0; i < form->n_parties; i++)
    {
      const Party *party = &form->parties[i];

      if (g_strcmp0 (party->text, gtk_editable_get_text (GTK_EDITABLE (party->row))) != 0 ||
          kith_edit_dialog_get_choice (dialog, get_field ("part", i)) != party->part)
        return TRUE;
    }
  return FALSE;
}

static KithEdit *
make_contact (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Form *form = data;
  gboolean is_confidential = kith_edit_dialog_is_on (dialog, "confidential");
  KithPartySaid parties[MOST_PARTIES];
  KithContactForm said = {
    .id = form->id,
    .date = kith_edit_dialog_get_changed (dialog, "date"),
    .kind = kith_vocabulary_contact_kinds[kith_edit_dialog_get_choice (dialog, "kind")],
    .parties = parties,
    .n_parties = has_changed (dialog, form) ? form->n_parties : 0,
    .arrangement = kith_edit_dialog_get_changed (dialog, "arrangement"),
    .officer = kith_edit_dialog_get_changed (dialog, "officer"),
    .summary = kith_edit_dialog_get_changed (dialog, "summary"),
    .outcome = kith_edit_dialog_get_changed (dialog, "outcome"),
    .confidential = is_confidential == form->is_confidential ? NULL
                    : is_confidential                        ? "yes"
                                                             : "no",
    .today = kith_date_today (),
  };

  for (guint i = 0; i < said.n_parties; i++)
    parties[i] = get_said (dialog, &form->parties[i], i);
  return kith_edit_contact (ledger, &said);
}

static KithEdit *
make_removal (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  return kith_edit_remove_record (ledger, KITH_TABLE_CONTACT, ((const Form *)data)->id);
}

/* The form. */

static void
add_party (KithEditDialog *dialog, Form *form, const Party *party)
{
  const char *parts[] = { _ ("not said"), _ ("host"),    _ ("visitor"),
                          _ ("reviewer"), _ ("present"), NULL };
  guint at = form->n_parties++;
  Party *row = &form->parties[at];

  *row = *party;
  row->row = kith_edit_dialog_add_entry (dialog, get_field ("party", at), _ ("Who took part"),
                                         party->text);
  kith_suggest_attach (row->row, kith_edit_dialog_get_session (dialog),
                       KITH_SUGGEST_SCHOOLS | KITH_SUGGEST_ORGANISATIONS | KITH_SUGGEST_PEOPLE,
                       TRUE);
  kith_edit_dialog_add_choice (dialog, get_field ("part", at), _ ("Took part as"), parts,
                               party->part);
}

static guint
find_part (const char *part)
{
  for (guint i = 0; part != NULL && kith_vocabulary_parts[i] != NULL; i++)
    if (strcmp (kith_vocabulary_parts[i], part) == 0)
      return i + 1;
  return 0;
}

static Party
read_party (KithLedger *ledger, const KithContactParty *row)
{
  const KithOrganisation *organisation =
      kith_ledger_find (ledger, KITH_TABLE_ORGANISATION, row->organisation_id);
  const KithPerson *person = kith_ledger_find (ledger, KITH_TABLE_PERSON, row->person_id);
  Party party = { .part = find_part (row->part) };

  if (row->urn != KITH_INT_NONE)
    {
      g_autofree char *school = kith_naming_dup_school (ledger, row->urn);

      party.kind = KITH_PARTY_SCHOOL;
      party.text = g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", school, row->urn);
    }
  else if (organisation != NULL)
    {
      party.kind = KITH_PARTY_ORGANISATION;
      party.id = organisation->id;
      party.text = g_strdup (organisation->name);
    }
  else if (person != NULL)
    {
      party.kind = KITH_PARTY_PERSON;
      party.id = person->id;
      party.text = g_strdup (person->name);
    }
  return party;
}

static void
more_cb (KithEditDialog *dialog)
{
  Form *form = g_object_get_data (G_OBJECT (dialog), "form");
  Party blank = { .text = g_strdup ("") };

  kith_edit_dialog_set_group (dialog, form->group);
  add_party (dialog, form, &blank);
  kith_edit_dialog_focus (dialog, get_field ("party", form->n_parties - 1));
  gtk_widget_set_sensitive (form->more, form->n_parties < MOST_PARTIES);
}

static void
add_parties (KithEditDialog *dialog, KithLedger *ledger, Form *form)
{
  gsize n;
  const KithContactParty *rows = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT_PARTY, &n);
  guint n_parties = 0;

  for (gsize i = 0; i < n; i++)
    n_parties += rows[i].contact_id == form->id;
  form->group = kith_edit_dialog_add_group (
      dialog, _ ("Who took part"),
      n_parties > MOST_PARTIES
          ? _ ("More took part than a form has room for. They stay as they are.")
          : _ ("Schools, organisations and people. Blank is taken out."));
  if (n_parties > MOST_PARTIES)
    return;
  form->more = gtk_button_new_with_mnemonic (_ ("_One more"));
  gtk_widget_add_css_class (form->more, "flat");
  gtk_widget_set_valign (form->more, GTK_ALIGN_CENTER);
  g_signal_connect_object (form->more, "clicked", G_CALLBACK (more_cb), dialog, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (form->group, form->more);
  for (gsize i = 0; i < n; i++)
    if (rows[i].contact_id == form->id)
      {
        Party party = read_party (ledger, &rows[i]);

        add_party (dialog, form, &party);
      }
}

static void
add_fields (KithEditDialog *dialog, KithLedger *ledger, const KithContact *contact)
{
  g_autofree char *under = kith_naming_dup_arrangement (ledger, contact->arrangement_id);
  const char *kinds[] = { _ ("visit"),      _ ("meeting"),  _ ("call"),   _ ("review"),
                          _ ("inspection"), _ ("training"), _ ("letter"), NULL };
  guint kind = 0;

  for (guint i = 0; kith_vocabulary_contact_kinds[i] != NULL; i++)
    if (g_strcmp0 (kith_vocabulary_contact_kinds[i], contact->kind) == 0)
      kind = i;
  kith_edit_dialog_add_group (dialog, NULL, NULL);
  kith_edit_dialog_add_entry (dialog, "summary", _ ("What happened"), contact->summary);
  kith_edit_dialog_add_choice (dialog, "kind", _ ("Kind"), kinds, kind);
  kith_edit_dialog_add_day (dialog, "date", _ ("Day"), contact->date);
  kith_suggest_attach (kith_edit_dialog_add_entry (dialog, "arrangement", _ ("Under"), under),
                       kith_edit_dialog_get_session (dialog), KITH_SUGGEST_ARRANGEMENTS, FALSE);
  kith_edit_dialog_add_entry (dialog, "officer", _ ("Officer who took part"), contact->officer);
  kith_edit_dialog_add_entry (dialog, "outcome", _ ("What came of it"), contact->outcome);
  kith_edit_dialog_add_switch (dialog, "confidential", _ ("For officers alone"),
                               contact->confidential == 1);
}

/**
 * kith_contact_change_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with an open register
 * @id: of a contact
 *
 * Changes it, or takes it out. What was agreed there is changed by itself.
 */
void
kith_contact_change_begin (GtkWidget *over, KithSession *session, gint64 id)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  const KithContact *contact =
      ledger == NULL ? NULL : kith_ledger_find (ledger, KITH_TABLE_CONTACT, id);
  KithEditDialog *dialog;
  Form *form;

  if (contact == NULL || kith_session_is_read_only (session))
    return;
  form = g_new0 (Form, 1);
  form->id = id;
  form->is_confidential = contact->confidential == 1;
  dialog = kith_edit_dialog_new (over, session, _ ("Change a contact"), _ ("_Change"), make_contact,
                                 form, free_form);
  g_object_set_data (G_OBJECT (dialog), "form", form);
  add_fields (dialog, ledger, contact);
  add_parties (dialog, ledger, form);
  kith_edit_dialog_add_removal (dialog, _ ("_Take out this contact"), make_removal);
  kith_edit_dialog_begin (dialog);
}

/* kith-cli-record.c: officers’ own records
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-record.h"

#include <glib/gi18n.h>
#include <string.h>

static KithRecordSaid said;

static const GOptionEntry record_options[] = {
  { "urn", 0, 0, G_OPTION_ARG_STRING_ARRAY, &said.urns,
    N_ ("A school; at a contact with its part: 100123:host"), N_ ("URN") },
  { "organisation", 0, 0, G_OPTION_ARG_STRING_ARRAY, &said.organisations,
    N_ ("An organisation, made where it is new"), N_ ("NAME") },
  { "person", 0, 0, G_OPTION_ARG_STRING_ARRAY, &said.persons,
    N_ ("A person, made where they are new"), N_ ("NAME") },
  { "arrangement", 0, 0, G_OPTION_ARG_STRING, &said.arrangement, N_ ("An arrangement’s id or name"),
    N_ ("A") },
  { "date", 0, 0, G_OPTION_ARG_STRING, &said.date,
    N_ ("contact, need, interest: the day; today for a contact"), N_ ("DATE") },
  { "kind", 0, 0, G_OPTION_ARG_STRING, &said.kind,
    N_ ("contact: visit, meeting, call …; enquiry: of which arrangements, every kind without it; "
        "organisation: university, charity …"),
    N_ ("KIND") },
  { "officer", 0, 0, G_OPTION_ARG_STRING, &said.officer, N_ ("contact: who took part"),
    N_ ("NAME") },
  { "summary", 0, 0, G_OPTION_ARG_STRING, &said.summary, N_ ("contact: what happened"),
    N_ ("TEXT") },
  { "outcome", 0, 0, G_OPTION_ARG_STRING, &said.outcome, N_ ("contact, action: what came of it"),
    N_ ("TEXT") },
  { "confidential", 0, 0, G_OPTION_ARG_NONE, &said.is_confidential,
    N_ ("contact: for officers alone"), NULL },
  { "what", 0, 0, G_OPTION_ARG_STRING, &said.what,
    N_ ("contact, action: what was agreed; interest: what it is"), N_ ("TEXT") },
  { "owner", 0, 0, G_OPTION_ARG_STRING, &said.owner, N_ ("contact, action: who does it"),
    N_ ("NAME") },
  { "due", 0, 0, G_OPTION_ARG_STRING, &said.due, N_ ("contact, action: by when"), N_ ("DATE") },
  { "action", 0, 0, G_OPTION_ARG_STRING, &said.action,
    N_ ("action: the id or the words of a known one"), N_ ("ID") },
  { "done", 0, 0, G_OPTION_ARG_STRING, &said.done,
    N_ ("action: when it was done; interest: when it was resolved"), N_ ("DATE") },
  { "asked", 0, 0, G_OPTION_ARG_STRING, &said.asked, N_ ("enquiry: the day; today without it"),
    N_ ("DATE") },
  { "answer", 0, 0, G_OPTION_ARG_STRING, &said.answer, N_ ("enquiry: none or some"),
    N_ ("ANSWER") },
  { "by", 0, 0, G_OPTION_ARG_STRING, &said.by, N_ ("enquiry: who asked"), N_ ("NAME") },
  { "role", 0, 0, G_OPTION_ARG_STRING, &said.role,
    N_ ("member: lead, hub, supporter, supported, member or partner"), N_ ("ROLE") },
  { "joined", 0, 0, G_OPTION_ARG_STRING, &said.joined, N_ ("member: since when"), N_ ("DATE") },
  { "left", 0, 0, G_OPTION_ARG_STRING, &said.left, N_ ("member: from which day on no longer"),
    N_ ("DATE") },
  { "area", 0, 0, G_OPTION_ARG_STRING, &said.area,
    N_ ("need: such as early reading; person, organisation: all that it is strong at, ; "
        "between"),
    N_ ("AREA") },
  { "level", 0, 0, G_OPTION_ARG_STRING, &said.level, N_ ("need: 1 to 5, or met"), N_ ("LEVEL") },
  { "evidence", 0, 0, G_OPTION_ARG_STRING, &said.evidence, N_ ("need: how that is known"),
    N_ ("TEXT") },
  { "expertise", 0, 0, G_OPTION_ARG_NONE, &said.is_expertise,
    N_ ("need: it is strong at this, and needs no help"), NULL },
  { "id", 0, 0, G_OPTION_ARG_STRING, &said.id,
    N_ ("The number of the row that is changed or taken out: kith-cli records lists them"),
    N_ ("ID") },
  { "delete", 0, 0, G_OPTION_ARG_NONE, &said.is_deleted, N_ ("Take out what was recorded in error"),
    NULL },
  { "name", 0, 0, G_OPTION_ARG_STRING, &said.name,
    N_ ("person, organisation, partnership, catchment: what it is called from now on"),
    N_ ("NAME") },
  { "email", 0, 0, G_OPTION_ARG_STRING, &said.email, N_ ("person: an e-mail address"),
    N_ ("ADDRESS") },
  { "post", 0, 0, G_OPTION_ARG_STRING, &said.post, N_ ("person: such as headteacher"),
    N_ ("TITLE") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &said.from, N_ ("person: since when in this post"),
    N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, &said.to, N_ ("person: from which day on no longer"),
    N_ ("DATE") },
  { "days", 0, 0, G_OPTION_ARG_STRING, &said.days, N_ ("person: days a year in this post"),
    N_ ("NUMBER") },
  { "company", 0, 0, G_OPTION_ARG_STRING, &said.company,
    N_ ("organisation: its number at Companies House"), N_ ("NUMBER") },
  { "postcode", 0, 0, G_OPTION_ARG_STRING, &said.postcode, N_ ("organisation: its postcode"),
    N_ ("POSTCODE") },
  { "note", 0, 0, G_OPTION_ARG_STRING, &said.note, N_ ("organisation: anything else; rival: why"),
    N_ ("TEXT") },
  { "struck-out", 0, 0, G_OPTION_ARG_NONE, &said.is_struck_out,
    N_ ("rival: the two are none, however near"), NULL },
  { "parent", 0, 0, G_OPTION_ARG_STRING, &said.parent, N_ ("partnership: what it is part of"),
    N_ ("A") },
  { "lead", 0, 0, G_OPTION_ARG_STRING, &said.lead,
    N_ ("partnership: a person, school, organisation or authority that leads it"), N_ ("NAME") },
  { "coordinator", 0, 0, G_OPTION_ARG_STRING, &said.coordinator,
    N_ ("partnership: a person, made where they are new"), N_ ("NAME") },
  { "deputy", 0, 0, G_OPTION_ARG_STRING, &said.deputy,
    N_ ("partnership: a person, made where they are new"), N_ ("NAME") },
  { "starts", 0, 0, G_OPTION_ARG_STRING, &said.starts, N_ ("partnership: its first day"),
    N_ ("DATE") },
  { "ends", 0, 0, G_OPTION_ARG_STRING, &said.ends, N_ ("partnership: from which day on no more"),
    N_ ("DATE") },
  { "review", 0, 0, G_OPTION_ARG_STRING, &said.review, N_ ("partnership: when it is looked at"),
    N_ ("DATE") },
  { "focus", 0, 0, G_OPTION_ARG_STRING, &said.focus, N_ ("partnership: what it is about"),
    N_ ("TEXT") },
  { "objective", 0, 0, G_OPTION_ARG_STRING, &said.objective,
    N_ ("partnership: what it is to reach"), N_ ("TEXT") },
  { "funding", 0, 0, G_OPTION_ARG_STRING, &said.funding,
    N_ ("partnership: where its money comes from"), N_ ("TEXT") },
  { "funding-ends", 0, 0, G_OPTION_ARG_STRING, &said.funding_ends,
    N_ ("partnership: when the money ends"), N_ ("DATE") },
  { "memorandum", 0, 0, G_OPTION_ARG_STRING, &said.memorandum,
    N_ ("partnership: yes, no or its last day"), N_ ("DATE") },
  { "data-sharing", 0, 0, G_OPTION_ARG_STRING, &said.data_sharing,
    N_ ("partnership: yes, no or its last day"), N_ ("DATE") },
  { "capacity", 0, 0, G_OPTION_ARG_STRING, &said.capacity,
    N_ ("partnership: for how many it has room"), N_ ("NUMBER") },
  { "patch", 0, 0, G_OPTION_ARG_STRING, &said.patch,
    N_ ("partnership: where it is for everybody: authorities or districts, ; between"),
    N_ ("AREAS") },
  { NULL },
};

static const struct
{
  const char *name;
  KithRecorder make;
} topics[] = {
  { "contact", kith_record_contact },
  { "action", kith_record_action },
  { "enquiry", kith_record_enquiry },
  { "need", kith_record_need },
  { "member", kith_record_member },
  { "person", kith_record_person },
  { "organisation", kith_record_organisation },
  { "partnership", kith_record_partnership },
  { "interest", kith_record_interest },
  { "rival", kith_record_rival },
  { "catchment", kith_record_catchment },
};

/* "contact, action or enquiry" */
static char *
dup_topics (void)
{
  const char *names[G_N_ELEMENTS (topics) + 1] = { NULL };

  for (guint t = 0; t < G_N_ELEMENTS (topics); t++)
    names[t] = topics[t].name;
  return kith_text_dup_list (names);
}

/**
 * kith_record_read_id:
 * @id: (out): the number that --id gives, %KITH_INT_NONE where it is not given
 * @error: return location for a #GOptionError
 *
 * Returns: whether it is a number
 */
gboolean
kith_record_read_id (const KithRecordSaid *given, gint64 *id, GError **error)
{
  *id = KITH_INT_NONE;
  if (given->id == NULL || kith_text_parse_int (given->id, -1, id))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is no id: those are whole numbers."), given->id);
  return FALSE;
}

static KithExit
run_record (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = NULL;
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithEdit) edit = NULL;
  g_autofree char *all = dup_topics ();
  guint t;

  for (t = 0; t < G_N_ELEMENTS (topics) && strcmp (topics[t].name, cli->args[1]) != 0; t++)
    ;
  if (t == G_N_ELEMENTS (topics))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is nothing that is recorded. Choose one of %s."), cli->args[1], all);
      return KITH_EXIT_NOT_DONE;
    }
  store = kith_cli_open_store (cli, KITH_STORE_WRITE, error);
  ledger = store == NULL ? NULL : kith_store_read_ledger (store, NULL, FALSE, NULL, error);
  if (ledger != NULL)
    edit = topics[t].make (ledger, &said, cli->as_at, error);
  return edit == NULL ? KITH_EXIT_NOT_DONE : kith_cli_write_edit (store, edit, error);
}

const KithVerb kith_verbs_of_record[] = {
  { "record", "R TOPIC",
    N_ ("an officer’s own record: contact, action, enquiry, need, member, person, organisation, "
        "partnership, interest, rival or catchment"),
    2, 2, record_options, run_record },
  { NULL },
};

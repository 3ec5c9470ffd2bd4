/* kith-cli-record.c: officers' own records, and findings set aside
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-edit-aside.h"
#include "kith-edit-contact.h"
#include "kith-edit-member.h"
#include "kith-edit-school.h"
#include "kith-naming.h"
#include "kith-vocabulary.h"
#include "kith-worklist.h"

/* Setting aside. */

static char *reason;
static char *until;
static gboolean is_return;

static const GOptionEntry aside_options[] = {
  { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why nobody acts on it now"), N_ ("TEXT") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &until,
    N_ ("The day on which it comes back: in six months where it is not given"), N_ ("DATE") },
  { "return", 0, 0, G_OPTION_ARG_NONE, &is_return, N_ ("Bring it back among the findings"), NULL },
  { NULL },
};

/* What is set aside: a school's finding or an arrangement's. */
typedef struct
{
  KithRoll *roll;
  KithLedger *ledger;
  KithDate as_at;
  gint64 urn;
  gint64 arrangement_id;
} Subject;

static gboolean
find_subject (Subject *subject, const char *name, GError **error)
{
  const char *fault;

  subject->urn = subject->arrangement_id = KITH_INT_NONE;
  if (kith_text_parse_int (name, -1, &subject->urn) &&
      kith_roll_find (subject->roll, subject->urn) != NULL)
    return TRUE;
  subject->urn = KITH_INT_NONE;
  fault = kith_naming_find_arrangement (subject->ledger, name, &subject->arrangement_id);
  if (fault != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "“%s”: %s", name, fault);
  return fault == NULL;
}

static KithEdit *
tick (const Subject *subject, GError **error)
{
  const KithRollRow *row =
      subject->urn == KITH_INT_NONE ? NULL : kith_roll_find (subject->roll, subject->urn);
  g_autofree char *evidence = NULL;

  if (is_return && row != NULL)
    return kith_edit_untick (subject->ledger, subject->urn, subject->as_at);
  if (row == NULL || !kith_worklist_is_waiting (row))
    {
      g_set_error (
          error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s",
          _ ("There is nothing to tick off: it has no finding, or is ticked off already."));
      return NULL;
    }
  evidence = kith_worklist_dup_evidence (row);
  return kith_edit_tick (subject->ledger, subject->urn, evidence, subject->as_at,
                         kith_entry_get_officer ());
}

static KithEdit *
set_aside (const Subject *subject, const KithFinding *finding)
{
  g_autofree char *usual = kith_date_dup_text (
      kith_date_add_months (subject->as_at, KITH_ASIDE_USUAL_MONTHS), KITH_DATE_ISO);
  KithAsideForm form = {
    .urn = subject->urn,
    .arrangement_id = subject->arrangement_id,
    .code = kith_finding_get_key (finding->code),
    .title = finding->chip,
    .basis = finding->basis,
    .reason = reason,
    .until = until != NULL ? until : usual,
    .since = subject->as_at,
    .by = kith_entry_get_officer (),
  };

  return kith_edit_set_aside (subject->ledger, &form);
}

static KithEdit *
make_aside (Subject *subject, const char *name, const char *code, GError **error)
{
  const KithFinding *finding = NULL;

  if (!find_subject (subject, name, error))
    return NULL;
  if (strcmp (code, KITH_ASIDE_WORKLIST) == 0)
    return tick (subject, error);
  for (guint c = 0; c < KITH_N_FINDINGS; c++)
    if (strcmp (kith_finding_get_key (c), code) == 0)
      finding =
          kith_worklist_find_finding (subject->roll, subject->urn, subject->arrangement_id, c);
  if (finding != NULL && is_return && finding->aside != NULL)
    return kith_edit_return (subject->ledger, finding->aside->id, finding->chip, subject->as_at);
  if (finding != NULL && !is_return && finding->aside == NULL)
    return set_aside (subject, finding);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               is_return ? _ ("No finding “%s” is set aside of %s at this date.")
                         : _ ("There is no finding “%s” of %s at this date."),
               code, name);
  return NULL;
}

static KithExit
run_set_aside (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = kith_cli_open_store (cli, KITH_STORE_WRITE, error);
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithEdit) edit = NULL;
  Subject subject = { .as_at = cli->as_at };

  if (store != NULL)
    network = kith_cli_read_network_of (cli, store, error);
  if (network != NULL)
    roll = kith_roll_new (network, NULL, error);
  if (roll != NULL)
    {
      subject.roll = roll;
      subject.ledger = kith_network_get_ledger (network);
      edit = make_aside (&subject, cli->args[1], cli->args[2], error);
    }
  return edit == NULL ? KITH_EXIT_NOT_DONE : kith_cli_write_edit (store, edit, error);
}

/* Recording. Options are the workbooks' columns. */

static char **urns;
static char **organisations;
static char **persons;
static char *arrangement;
static char *date;
static char *kind;
static char *officer;
static char *summary;
static char *outcome;
static char *what;
static char *owner;
static char *due;
static char *done;
static char *action;
static char *asked;
static char *answer;
static char *by;
static char *role;
static char *joined;
static char *left;
static char *area;
static char *level;
static char *evidence;
static gboolean is_confidential;
static gboolean is_expertise;

static const GOptionEntry record_options[] = {
  { "urn", 0, 0, G_OPTION_ARG_STRING_ARRAY, &urns,
    N_ ("A school; at a contact with its part: 100123:host"), N_ ("URN") },
  { "organisation", 0, 0, G_OPTION_ARG_STRING_ARRAY, &organisations,
    N_ ("An organisation, made where it is new"), N_ ("NAME") },
  { "person", 0, 0, G_OPTION_ARG_STRING_ARRAY, &persons, N_ ("A person, made where they are new"),
    N_ ("NAME") },
  { "arrangement", 0, 0, G_OPTION_ARG_STRING, &arrangement, N_ ("An arrangement’s id or name"),
    N_ ("A") },
  { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("contact, need: the day; today for a contact"),
    N_ ("DATE") },
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind,
    N_ ("contact: visit, meeting, call …; enquiry: of which arrangements, every kind without it"),
    N_ ("KIND") },
  { "officer", 0, 0, G_OPTION_ARG_STRING, &officer, N_ ("contact: who took part"), N_ ("NAME") },
  { "summary", 0, 0, G_OPTION_ARG_STRING, &summary, N_ ("contact: what happened"), N_ ("TEXT") },
  { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome, N_ ("contact, action: what came of it"),
    N_ ("TEXT") },
  { "confidential", 0, 0, G_OPTION_ARG_NONE, &is_confidential, N_ ("contact: for officers alone"),
    NULL },
  { "what", 0, 0, G_OPTION_ARG_STRING, &what, N_ ("contact, action: what was agreed"),
    N_ ("TEXT") },
  { "owner", 0, 0, G_OPTION_ARG_STRING, &owner, N_ ("contact, action: who does it"), N_ ("NAME") },
  { "due", 0, 0, G_OPTION_ARG_STRING, &due, N_ ("contact, action: by when"), N_ ("DATE") },
  { "action", 0, 0, G_OPTION_ARG_STRING, &action, N_ ("action: the id or the words of a known one"),
    N_ ("ID") },
  { "done", 0, 0, G_OPTION_ARG_STRING, &done, N_ ("action: when it was done"), N_ ("DATE") },
  { "asked", 0, 0, G_OPTION_ARG_STRING, &asked, N_ ("enquiry: the day; today without it"),
    N_ ("DATE") },
  { "answer", 0, 0, G_OPTION_ARG_STRING, &answer, N_ ("enquiry: none or some"), N_ ("ANSWER") },
  { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("enquiry: who asked"), N_ ("NAME") },
  { "role", 0, 0, G_OPTION_ARG_STRING, &role,
    N_ ("member: lead, hub, supporter, supported, member or partner"), N_ ("ROLE") },
  { "joined", 0, 0, G_OPTION_ARG_STRING, &joined, N_ ("member: since when"), N_ ("DATE") },
  { "left", 0, 0, G_OPTION_ARG_STRING, &left, N_ ("member: from which day on no longer"),
    N_ ("DATE") },
  { "area", 0, 0, G_OPTION_ARG_STRING, &area, N_ ("need: such as early reading"), N_ ("AREA") },
  { "level", 0, 0, G_OPTION_ARG_STRING, &level, N_ ("need: 1 to 5, or met"), N_ ("LEVEL") },
  { "evidence", 0, 0, G_OPTION_ARG_STRING, &evidence, N_ ("need: how that is known"), N_ ("TEXT") },
  { "expertise", 0, 0, G_OPTION_ARG_NONE, &is_expertise,
    N_ ("need: it is strong at this, and needs no help"), NULL },
  { NULL },
};

/* "100123:host": what stands after the last colon is a part only where it is one, or where
 * numbers stand before it. */
static void
add_parties (GArray *parties, GPtrArray *texts, char **said, KithPartyKind what_kind)
{
  for (guint i = 0; said != NULL && said[i] != NULL; i++)
    {
      char *text = g_strdup (said[i]);
      char *colon = strrchr (text, ':');
      KithPartySaid party = { what_kind, text, NULL };
      const char *part = NULL;

      g_ptr_array_add (texts, text);
      if (colon != NULL && (what_kind == KITH_PARTY_SCHOOL ||
                            (kith_vocabulary_read_part (colon + 1, &part) == NULL && part != NULL)))
        {
          *colon = '\0';
          party.part = colon + 1;
        }
      g_array_append_val (parties, party);
    }
}

static GArray *
list_parties (GPtrArray *texts)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (KithPartySaid));

  add_parties (parties, texts, urns, KITH_PARTY_SCHOOL);
  add_parties (parties, texts, organisations, KITH_PARTY_ORGANISATION);
  add_parties (parties, texts, persons, KITH_PARTY_PERSON);
  return parties;
}

static KithEdit *
record_contact (KithLedger *ledger, KithDate today, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) parties = list_parties (texts);
  g_autofree char *day = kith_date_dup_text (today, KITH_DATE_ISO);
  KithContactForm form = {
    .date = date != NULL ? date : day,
    .kind = kind,
    .parties = (const KithPartySaid *)parties->data,
    .n_parties = parties->len,
    .arrangement = arrangement,
    .officer = officer,
    .summary = summary,
    .outcome = outcome,
    .confidential = is_confidential ? "yes" : NULL,
    .what = what,
    .owner = owner,
    .due = due,
    .today = today,
  };

  return kith_edit_contact (ledger, &form);
}

/* The officers' own id; else the words, of actions that are not done. */
static gint64
find_action (KithLedger *ledger, const char *text, GError **error)
{
  g_autofree char *key = kith_text_dup_key (text);
  gsize n;
  const KithAction *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ACTION, &n);
  gint64 found = KITH_INT_NONE;
  guint n_found = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *code = kith_text_dup_key (rows[i].code);
      g_autofree char *words = kith_text_dup_key (rows[i].what);

      if (strcmp (code, key) == 0)
        return rows[i].id;
      if (rows[i].done == KITH_DATE_UNKNOWN && strcmp (words, key) == 0)
        n_found++, found = rows[i].id;
    }
  if (n_found != 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 n_found == 0
                     ? _ ("No action has the id “%s”, and none to be done has these words.")
                     : _ ("Several actions have the words “%s”. Give the id of one."),
                 text);
  return n_found == 1 ? found : KITH_INT_NONE;
}

static KithEdit *
record_action (KithLedger *ledger, KithDate today, GError **error)
{
  KithActionForm form = {
    .id = KITH_INT_NONE,
    .urn = urns != NULL ? urns[0] : NULL,
    .arrangement = arrangement,
    .contact_id = KITH_INT_NONE,
    .what = what,
    .owner = owner,
    .due = due,
    .done = done,
    .outcome = outcome,
    .today = today,
  };

  if (action != NULL)
    {
      form.id = find_action (ledger, action, error);
      if (form.id == KITH_INT_NONE)
        return NULL;
    }
  return kith_edit_action (ledger, &form);
}

static KithEdit *
record_enquiry (KithLedger *ledger, KithDate today, GError **error)
{
  g_autofree char *day = kith_date_dup_text (today, KITH_DATE_ISO);
  KithEnquiryForm form = {
    .urn = urns != NULL ? urns[0] : NULL,
    .kind = kind,
    .asked = asked != NULL ? asked : day,
    .answer = answer,
    .by = by != NULL ? by : kith_entry_get_officer (),
    .today = today,
  };

  return kith_edit_enquiry (ledger, &form);
}

static KithEdit *
record_need (KithLedger *ledger, KithDate today, GError **error)
{
  KithNeedForm form = {
    .urn = urns != NULL ? urns[0] : NULL,
    .is_strength = is_expertise,
    .area = area,
    .level = level,
    .evidence = evidence,
    .date = date,
    .today = today,
  };

  return kith_edit_need (ledger, &form);
}

/* The spell of a member that has not ended; %KITH_INT_NONE where there is none. */
static gint64
find_membership (KithLedger *ledger, const char *said)
{
  gsize n;
  const KithMembership *rows = kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n);
  gint64 arrangement_id, urn;

  if (kith_naming_find_arrangement (ledger, arrangement, &arrangement_id) != NULL ||
      kith_naming_find_school (ledger, said, &urn) != NULL || urn == KITH_INT_NONE)
    return KITH_INT_NONE;
  for (gsize i = 0; i < n; i++)
    if (rows[i].arrangement_id == arrangement_id && rows[i].urn == urn &&
        rows[i].left_date == KITH_DATE_UNKNOWN)
      return rows[i].id;
  return KITH_INT_NONE;
}

/* A known member leaves where only --left is given; else members join. */
static KithEdit *
record_member (KithLedger *ledger, KithDate today, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) members = list_parties (texts);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  KithMemberForm form = {
    .arrangement = arrangement,
    .arrangement_id = KITH_INT_NONE,
    .members = (const KithPartySaid *)members->data,
    .n_members = members->len,
    .role = role,
    .joined = joined,
    .left = left,
  };

  for (guint i = 0; left != NULL && joined == NULL && urns != NULL && urns[i] != NULL; i++)
    {
      gint64 id = find_membership (ledger, urns[i]);

      if (id != KITH_INT_NONE)
        g_array_append_val (ids, id);
    }
  if (ids->len > 0 && ids->len == members->len)
    return kith_edit_end_members (ledger, (const gint64 *)ids->data, ids->len, left);
  return kith_edit_add_members (ledger, &form);
}

static const struct
{
  const char *name;
  KithEdit *(*make) (KithLedger *ledger, KithDate today, GError **error);
} topics[] = {
  { "contact", record_contact }, { "action", record_action }, { "enquiry", record_enquiry },
  { "need", record_need },       { "member", record_member },
};

static KithExit
run_record (const KithCli *cli, GError **error)
{
  g_autoptr (KithStore) store = NULL;
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (KithEdit) edit = NULL;
  guint t;

  for (t = 0; t < G_N_ELEMENTS (topics) && strcmp (topics[t].name, cli->args[1]) != 0; t++)
    ;
  if (t == G_N_ELEMENTS (topics))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is nothing that is recorded. Choose contact, action, enquiry, need or "
                      "member."),
                   cli->args[1]);
      return KITH_EXIT_NOT_DONE;
    }
  store = kith_cli_open_store (cli, KITH_STORE_WRITE, error);
  ledger = store == NULL ? NULL : kith_store_read_ledger (store, NULL, FALSE, NULL, error);
  if (ledger != NULL)
    edit = topics[t].make (ledger, cli->as_at, error);
  return edit == NULL ? KITH_EXIT_NOT_DONE : kith_cli_write_edit (store, edit, error);
}

const KithVerb kith_verbs_of_record[] = {
  { "record", "R contact|action|enquiry|need|member", N_ ("an officer’s own record"), 2, 2,
    record_options, run_record },
  { "set-aside", "R URN|ARRANGEMENT CODE",
    N_ ("sets a finding aside, or ticks a school off (code worklist)"), 3, 3, aside_options,
    run_set_aside },
  { NULL },
};

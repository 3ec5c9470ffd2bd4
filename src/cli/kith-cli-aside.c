/* kith-cli-aside.c: findings set aside, and schools ticked off the worklist
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-edit-aside.h"
#include "kith-naming.h"
#include "kith-worklist.h"

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

const KithVerb kith_verbs_of_asides[] = {
  { "set-aside", "R URN|ARRANGEMENT CODE",
    N_ ("sets a finding aside, or ticks a school off (code worklist)"), 3, 3, aside_options,
    run_set_aside },
  { NULL },
};

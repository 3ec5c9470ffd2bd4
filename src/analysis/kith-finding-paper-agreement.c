/* kith-finding-paper-agreement.c: works with outside organisations, and nothing signed is in force
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-agreement.h"
#include "kith-finding-private.h"

#include <glib/gi18n.h>

static gboolean
is_lacking (KithAgreement agreement)
{
  return agreement.state == KITH_AGREEMENT_NONE || agreement.state == KITH_AGREEMENT_ENDED;
}

/* Keys of the organisations that are members, by key, and of the one that leads it. */
static void
list_organisations (const KithRecord *record, guint arrangement, GArray *ids)
{
  const KithNetworkArrangement *in = &record->arrangements[arrangement];
  gint64 lead = in->record->lead_organisation_id;

  for (guint m = in->n_schools; m < in->n_members; m++)
    if (in->members[m].organisation_id != KITH_INT_NONE)
      {
        g_array_append_val (ids, in->members[m].organisation_id);
        if (in->members[m].organisation_id == lead)
          lead = KITH_INT_NONE;
      }
  if (lead != KITH_INT_NONE)
    g_array_append_val (ids, lead);
}

static char *
dup_names (const KithRecord *record, const GArray *ids)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      const KithOrganisation *organisation = kith_ledger_find (
          record->ledger, KITH_TABLE_ORGANISATION, g_array_index (ids, gint64, i));

      g_ptr_array_add (names, (gpointer)(organisation != NULL && organisation->name != NULL
                                             ? organisation->name
                                             : _ ("an organisation without a name")));
    }
  g_ptr_array_add (names, NULL);
  return kith_text_dup_list ((const char *const *)names->pdata);
}

static void
say_cell (KithAgreement agreement, const char *const words[4], KithWording *wording)
{
  char day[KITH_DATE_TEXT_SIZE + 8];

  if (agreement.state == KITH_AGREEMENT_ENDED)
    kith_wording_add (wording, _ (words[KITH_AGREEMENT_ENDED]),
                      kith_date_format (agreement.last_day, KITH_DATE_LONG, day));
  else
    kith_wording_add (wording, "%s", _ (words[agreement.state]));
}

static void
say_evidence (KithAgreement memorandum, KithAgreement data_sharing, KithWording *wording)
{
  static const char *const memorandum_words[] = {
    [KITH_AGREEMENT_UNRECORDED] = N_ ("Memorandum: not recorded."),
    [KITH_AGREEMENT_NONE] = N_ ("Memorandum: none."),
    [KITH_AGREEMENT_ENDED] = N_ ("Memorandum: its last day was %s."),
    [KITH_AGREEMENT_IN_FORCE] = N_ ("Memorandum: in force."),
  };
  static const char *const data_words[] = {
    [KITH_AGREEMENT_UNRECORDED] = N_ ("Data-sharing agreement: not recorded."),
    [KITH_AGREEMENT_NONE] = N_ ("Data-sharing agreement: none."),
    [KITH_AGREEMENT_ENDED] = N_ ("Data-sharing agreement: its last day was %s."),
    [KITH_AGREEMENT_IN_FORCE] = N_ ("Data-sharing agreement: in force."),
  };

  say_cell (memorandum, memorandum_words, wording);
  say_cell (data_sharing, data_words, wording);
}

static const char *
choose_sentence (gboolean lacks_memorandum, gboolean lacks_data_sharing)
{
  if (lacks_memorandum && lacks_data_sharing)
    return _ ("%s works with %s; no memorandum and no data-sharing agreement is in force.");
  if (lacks_memorandum)
    return _ ("%s works with %s; no memorandum is in force.");
  if (lacks_data_sharing)
    return _ ("%s works with %s; no data-sharing agreement is in force.");
  return _ ("%s works with %s; nobody has recorded what was signed.");
}

static void
keep_basis (const KithArrangement *row,
            const GArray *ids,
            KithWording *wording,
            KithFinding *finding)
{
  kith_wording_join (wording, "%s;%s;%s", kith_severity_get_key (finding->severity),
                     row->memorandum != NULL ? row->memorandum : "",
                     row->data_sharing != NULL ? row->data_sharing : "");
  for (guint i = 0; i < ids->len; i++)
    kith_wording_join (wording, ";%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
  finding->basis = kith_wording_keep (wording);
}

/**
 * kith_find_paper_agreement:
 * @arrangement: index
 *
 * METHODS, finding 13, on an arrangement of which an organisation is a member, or which one leads.
 */
gboolean
kith_find_paper_agreement (const KithRecord *record,
                           guint arrangement,
                           KithWording *wording,
                           KithFinding *finding)
{
  const KithArrangement *row = record->arrangements[arrangement].record;
  KithAgreement memorandum = kith_agreement_read (row->memorandum, record->as_at);
  KithAgreement data_sharing = kith_agreement_read (row->data_sharing, record->as_at);
  gboolean is_note = is_lacking (memorandum) || is_lacking (data_sharing);
  g_autoptr (GArray) ids = NULL;
  g_autofree char *names = NULL;

  if (!is_note && (memorandum.state != KITH_AGREEMENT_UNRECORDED ||
                   data_sharing.state != KITH_AGREEMENT_UNRECORDED))
    return FALSE;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  list_organisations (record, arrangement, ids);
  if (ids->len == 0)
    return FALSE;

  names = dup_names (record, ids);
  finding->severity = is_note ? KITH_SEVERITY_NOTE : KITH_SEVERITY_ASK;
  finding->state = is_note ? NULL : _ ("agreement not recorded");
  finding->chip =
      is_note ? kith_finding_get_words (KITH_FINDING_PAPER_AGREEMENT) : _ ("Not recorded");
  kith_wording_add (wording, choose_sentence (is_lacking (memorandum), is_lacking (data_sharing)),
                    kith_record_get_arrangement_name (record, arrangement), names);
  finding->sentence = kith_wording_keep (wording);
  say_evidence (memorandum, data_sharing, wording);
  finding->evidence = kith_wording_keep (wording);
  finding->clears = is_note ? _ ("An agreement in force, recorded.")
                            : _ ("What was signed, recorded: yes, no, or the last day.");
  keep_basis (row, ids, wording, finding);
  return TRUE;
}

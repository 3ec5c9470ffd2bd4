/* kith-briefing-findings.c: findings with their evidence
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-private.h"

#include <glib/gi18n.h>

#define GLANCE_ID "findings-glance"

/* Columns of a table of findings. */
#define COLUMN_SEVERITY 1

static const char *const severities[] = { N_ ("red"), N_ ("amber"), N_ ("ask"), N_ ("note") };

/* schools, then arrangements */
static void
count_findings (const KithBriefingDraft *draft, guint counts[KITH_N_FINDINGS][4], guint *n_aside)
{
  guint n;
  const KithRollArrangement *arrangements = kith_roll_get_arrangements (draft->roll, &n);

  *n_aside = 0;
  for (guint i = 0; i < draft->n_rows; i++)
    {
      for (guint f = 0; f < draft->rows[i].n_findings; f++)
        counts[draft->rows[i].findings[f].code][draft->rows[i].findings[f].severity]++;
      *n_aside += draft->rows[i].n_set_aside;
    }
  for (guint a = 0; a < n; a++)
    {
      if (!draft->is_told[arrangements[a].arrangement])
        continue;
      for (guint f = 0; f < arrangements[a].n_findings; f++)
        counts[arrangements[a].findings[f].code][arrangements[a].findings[f].severity]++;
      *n_aside += arrangements[a].n_set_aside;
    }
}

/* What only asks stands under what the record does not know. */
static gboolean
is_told_here (KithSeverity severity, gboolean is_ask)
{
  return (severity == KITH_SEVERITY_ASK) == is_ask;
}

static guint
count_here (const guint counts[4], gboolean is_ask)
{
  guint n = 0;

  for (guint s = 0; s < 4; s++)
    n += is_told_here (s, is_ask) ? counts[s] : 0;
  return n;
}

static char *
dup_table_id (KithFindingCode code, gboolean is_ask)
{
  return g_strdup_printf ("%s-%s", is_ask ? "ask" : "finding", kith_finding_get_key (code));
}

static void
add_count (KithBriefingDraft *draft, KithFindingCode code, KithSeverity severity, guint n)
{
  gboolean is_ask = severity == KITH_SEVERITY_ASK;
  g_autofree char *words = kith_text_dup_count (n);
  g_autofree char *id = dup_table_id (code, is_ask);
  const KithTally tally = KITH_TALLY_OF (id, COLUMN_SEVERITY, _ (severities[severity]), n);

  kith_document_add_passage (draft->document, NULL);
  if (n > 0)
    kith_briefing_tally (draft, is_ask ? KITH_BRIEFING_GAPS : KITH_BRIEFING_FINDINGS, &tally, "%s",
                         words);
  else
    kith_document_say (draft->document, KITH_VOICE_QUIET, words);
}

static void
add_glance (KithBriefingDraft *draft, const guint counts[KITH_N_FINDINGS][4])
{
  const KithTableColumn columns[] = {
    { _ ("Finding"), 3, FALSE }, { _ ("Red"), 1, TRUE },  { _ ("Amber"), 1, TRUE },
    { _ ("Ask"), 1, TRUE },      { _ ("Note"), 1, TRUE },
  };

  kith_document_begin_table (draft->document, GLANCE_ID,
                             _ ("How many findings of each kind, and how grave they are"), columns,
                             G_N_ELEMENTS (columns));
  for (guint code = 0; code < KITH_N_FINDINGS; code++)
    {
      if (count_here (counts[code], TRUE) + count_here (counts[code], FALSE) == 0)
        continue;
      kith_document_add_row (draft->document, NULL, FALSE);
      kith_document_add_cell (draft->document, kith_finding_get_words (code));
      for (guint s = 0; s < 4; s++)
        if (draft->may_see[KITH_TOPIC_FINDINGS])
          add_count (draft, code, s, counts[code][s]);
        else
          kith_briefing_add_count (draft, counts[code][s]);
    }
}

static void
begin_findings (KithBriefingDraft *draft, KithFindingCode code, gboolean is_ask)
{
  g_autofree char *id = dup_table_id (code, is_ask);
  g_autofree char *caption =
      g_strdup_printf (is_ask ? _ ("%s: not asked, or not known") : _ ("%s: school by school"),
                       kith_finding_get_words (code));
  const KithTableColumn columns[] = {
    { _ ("School or partnership"), 2.4, FALSE },
    { _ ("Severity"), 0.9, FALSE },
    { _ ("What is recorded"), 6, FALSE },
  };

  kith_document_begin_table (draft->document, id, caption, columns, G_N_ELEMENTS (columns));
}

static void
add_words (KithBriefingDraft *draft, const KithFinding *finding, gboolean is_cure_known)
{
  kith_document_add_passage (draft->document, NULL);
  kith_briefing_say (draft, KITH_VOICE_PLAIN, "%s", finding->sentence);
  if (finding->evidence != NULL && finding->evidence[0] != '\0')
    kith_briefing_say (draft, KITH_VOICE_QUIET, "\n%s", finding->evidence);
  if (!is_cure_known && finding->severity != KITH_SEVERITY_ASK && finding->clears != NULL)
    kith_briefing_say (draft, KITH_VOICE_QUIET, _ ("\nWhat would clear it: %s"), finding->clears);
}

/* of one kind */
typedef struct
{
  const KithFinding *finding;
  guint school;     /* or none */
  const char *name; /* of the arrangement, where there is no school */
} Found;

static void
add_finding (KithBriefingDraft *draft, const Found *found, gboolean is_cure_known)
{
  kith_document_add_row (draft->document, NULL, FALSE);
  if (found->school != KITH_INDEX_NONE)
    kith_briefing_add_school (draft, found->school);
  else
    kith_briefing_add_text (draft, found->name);
  kith_document_add_cell (draft->document, _ (severities[found->finding->severity]));
  add_words (draft, found->finding, is_cure_known);
}

static void
note_findings (GArray *list,
               const KithFinding *findings,
               guint n,
               KithFindingCode code,
               gboolean is_ask,
               Found found)
{
  for (guint f = 0; f < n; f++)
    if (findings[f].code == code && is_told_here (findings[f].severity, is_ask))
      {
        found.finding = &findings[f];
        g_array_append_val (list, found);
      }
}

/* (element-type Found): schools in the order of the roll, then arrangements */
static GArray *
list_findings (const KithBriefingDraft *draft, KithFindingCode code, gboolean is_ask)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Found));
  guint n;
  const KithRollArrangement *arrangements = kith_roll_get_arrangements (draft->roll, &n);

  for (guint i = 0; i < draft->n_rows; i++)
    note_findings (list, draft->rows[i].findings, draft->rows[i].n_findings, code, is_ask,
                   (Found){ NULL, draft->rows[i].school, NULL });
  for (guint a = 0; a < n; a++)
    if (draft->is_told[arrangements[a].arrangement])
      note_findings (
          list, arrangements[a].findings, arrangements[a].n_findings, code, is_ask,
          (Found){ NULL, KITH_INDEX_NONE, draft->arrangements[arrangements[a].arrangement].name });
  return list;
}

/* What would clear all of them, where that is one thing */
static const char *
find_cure (const GArray *list)
{
  const char *cure = g_array_index (list, Found, 0).finding->clears;

  for (guint i = 1; i < list->len; i++)
    if (g_strcmp0 (g_array_index (list, Found, i).finding->clears, cure) != 0)
      return NULL;
  return list->len > 1 ? cure : NULL;
}

static void
add_of_code (KithBriefingDraft *draft, KithFindingCode code, gboolean is_ask)
{
  g_autoptr (GArray) list = list_findings (draft, code, is_ask);
  const char *cure = find_cure (list);

  if (cure != NULL && !is_ask)
    kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, _ ("What would clear it: %s"), cure);
  begin_findings (draft, code, is_ask);
  for (guint i = 0; i < list->len; i++)
    add_finding (draft, &g_array_index (list, Found, i), cure != NULL);
}

/**
 * kith_briefing_add_found:
 * @is_ask: those that only ask, else the others
 *
 * Adds a table for each kind of finding that there is.
 */
void
kith_briefing_add_found (KithBriefingDraft *draft, gboolean is_ask)
{
  guint counts[KITH_N_FINDINGS][4] = { { 0 } };
  guint n_aside;

  count_findings (draft, counts, &n_aside);
  for (guint code = 0; code < KITH_N_FINDINGS; code++)
    {
      if (count_here (counts[code], is_ask) == 0)
        continue;
      kith_document_add_heading (draft->document, 3, NULL, kith_finding_get_words (code));
      add_of_code (draft, code, is_ask);
    }
}

static void
add_aside_rows (
    KithBriefingDraft *draft, const KithFinding *findings, guint n, guint school, const char *name)
{
  for (guint f = 0; f < n; f++)
    {
      const KithSettingAside *aside = findings[f].aside;

      kith_document_add_row (draft->document, NULL, FALSE);
      if (school != KITH_INDEX_NONE)
        kith_briefing_add_school (draft, school);
      else
        kith_briefing_add_text (draft, name);
      kith_document_add_cell (draft->document, kith_finding_get_words (findings[f].code));
      kith_briefing_add_text (draft, aside != NULL ? aside->reason : NULL);
      kith_briefing_add_text (draft, aside != NULL ? aside->by : NULL);
      kith_briefing_add_day (draft, aside != NULL ? aside->until : KITH_DATE_UNKNOWN);
    }
}

/* For those who may know why. */
static void
add_asides (KithBriefingDraft *draft)
{
  const KithTableColumn columns[] = {
    { _ ("School or partnership"), 2.4, FALSE },
    { _ ("Finding"), 1.6, FALSE },
    { _ ("Why it is set aside"), 3.6, FALSE },
    { _ ("By"), 1.4, FALSE },
    { _ ("Until"), 1.2, FALSE },
  };
  guint n;
  const KithRollArrangement *arrangements = kith_roll_get_arrangements (draft->roll, &n);

  kith_document_begin_table (draft->document, "set-aside", _ ("Findings that are set aside"),
                             columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < draft->n_rows; i++)
    add_aside_rows (draft, draft->rows[i].set_aside, draft->rows[i].n_set_aside,
                    draft->rows[i].school, NULL);
  for (guint a = 0; a < n; a++)
    if (draft->is_told[arrangements[a].arrangement])
      add_aside_rows (draft, arrangements[a].set_aside, arrangements[a].n_set_aside,
                      KITH_INDEX_NONE, draft->arrangements[arrangements[a].arrangement].name);
}

static void
say_aside (KithBriefingDraft *draft, guint n)
{
  const KithTally tally = KITH_TALLY_ALL ("set-aside", n);
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding is set aside by an officer",
                                    "%u findings are set aside by an officer", n),
                       n);

  kith_document_begin (draft->document, KITH_PIECE_PARAGRAPH);
  kith_briefing_tally (draft, KITH_BRIEFING_FINDINGS, &tally, "%s", words);
  kith_document_say (draft->document, KITH_VOICE_PLAIN,
                     _ (", and stand in no count. They come back when their evidence changes."));
}

/**
 * kith_briefing_add_findings:
 *
 * How many there are of each kind, then each of them but those that only ask, then, for those
 * who may know, what is set aside.
 */
void
kith_briefing_add_findings (KithBriefingDraft *draft)
{
  guint counts[KITH_N_FINDINGS][4] = { { 0 } };
  guint n = 0, n_aside;

  count_findings (draft, counts, &n_aside);
  for (guint code = 0; code < KITH_N_FINDINGS; code++)
    n += count_here (counts[code], TRUE) + count_here (counts[code], FALSE);
  if (n == 0)
    kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, "%s", _ ("There is no finding."));
  else
    {
      kith_briefing_paragraph (
          draft, KITH_PIECE_PARAGRAPH, "%s",
          _ ("A finding is a fact about the record. A school may have several, or none."));
      add_glance (draft, counts);
    }
  if (draft->may_see[KITH_TOPIC_FINDINGS])
    kith_briefing_add_found (draft, FALSE);
  if (n_aside == 0 || !draft->may_see[KITH_TOPIC_ASIDES])
    return;
  kith_document_add_heading (draft->document, 3, NULL, _ ("Set aside"));
  say_aside (draft, n_aside);
  add_asides (draft);
}

/* kith-briefing-changes.c: what has changed since the last briefing
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-issue.h"
#include "kith-briefing-private.h"

#include <glib/gi18n.h>

#define TABLE_ID "changes"
#define COLUMN_CHANGE 3

typedef enum
{
  CHANGE_GRAVER,
  CHANGE_BETTER,
  CHANGE_NEW,
  CHANGE_GONE,
  N_CHANGES,
} Change;

static const char *const change_words[N_CHANGES] = {
  [CHANGE_GRAVER] = N_ ("needs more attention"),
  [CHANGE_BETTER] = N_ ("needs less attention"),
  [CHANGE_NEW] = N_ ("new on the roll"),
  [CHANGE_GONE] = N_ ("no longer on the roll"),
};

static void
add_row (KithBriefingDraft *draft, const char *before, const char *now, Change change)
{
  kith_document_add_cell (draft->document, before);
  kith_document_add_cell (draft->document, now);
  kith_document_add_cell (draft->document, _ (change_words[change]));
}

static gboolean
find_change (
    const KithRollRow *row, GHashTable *tiers, gint64 urn, Change *change, KithTier *before)
{
  gpointer tier;

  if (!g_hash_table_lookup_extended (tiers, &urn, NULL, &tier))
    {
      *change = CHANGE_NEW;
      return TRUE;
    }
  *before = GPOINTER_TO_UINT (tier);
  *change = row->tier < *before ? CHANGE_GRAVER : CHANGE_BETTER;
  return row->tier != *before;
}

static gint
compare_urns (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

/* (element-type gint64): in their order */
static GArray *
list_urns (GHashTable *tiers)
{
  GArray *urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, tiers);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (urns, *(gint64 *)key);
  g_array_sort (urns, compare_urns);
  return urns;
}

/* The rows of the table where it is written, and how many there are of each change. */
static void
go_through (KithBriefingDraft *draft,
            GHashTable *tiers,
            gboolean is_written,
            guint counts[N_CHANGES])
{
  g_autoptr (GArray) urns = list_urns (tiers);

  for (guint i = 0; i < draft->n_rows; i++)
    {
      const KithRollRow *row = &draft->rows[i];
      KithTier before = KITH_N_TIERS;
      Change change;

      if (!find_change (row, tiers, draft->schools[row->school].record->urn, &change, &before))
        continue;
      counts[change]++;
      if (!is_written)
        continue;
      kith_document_add_row (draft->document, NULL, FALSE);
      kith_briefing_add_school (draft, row->school);
      add_row (draft, before == KITH_N_TIERS ? NULL : kith_tier_get_words (before),
               kith_tier_get_words (row->tier), change);
    }
  for (guint u = 0; u < urns->len; u++)
    {
      gint64 urn = g_array_index (urns, gint64, u);
      const KithSchool *school = kith_ledger_find (draft->ledger, KITH_TABLE_SCHOOL, urn);
      KithTier before = GPOINTER_TO_UINT (g_hash_table_lookup (tiers, &urn));

      if (kith_briefing_find_row (draft, urn) != NULL)
        continue;
      counts[CHANGE_GONE]++;
      if (!is_written)
        continue;
      kith_document_add_row (draft->document, NULL, FALSE);
      kith_document_add_cell (draft->document,
                              school != NULL ? school->name : _ ("a school that was taken out"));
      add_row (draft, kith_tier_get_words (before), NULL, CHANGE_GONE);
    }
}

static void
list_counts (KithBriefingDraft *draft, const guint counts[N_CHANGES])
{
  kith_document_begin (draft->document, KITH_PIECE_LIST);
  for (guint c = 0; c < N_CHANGES; c++)
    {
      const KithTally tally =
          KITH_TALLY_OF (TABLE_ID, COLUMN_CHANGE, _ (change_words[c]), counts[c]);

      if (counts[c] == 0)
        continue;
      kith_document_add_passage (draft->document, NULL);
      kith_briefing_tally (draft, KITH_BRIEFING_HEADLINE, &tally,
                           g_dngettext (GETTEXT_PACKAGE, "%u school", "%u schools", counts[c]),
                           counts[c]);
      kith_document_say (draft->document, KITH_VOICE_PLAIN, ": ");
      kith_document_say (draft->document, KITH_VOICE_PLAIN, _ (change_words[c]));
    }
}

static GHashTable *
read_before (const KithBriefingDraft *draft, const KithBriefing **issued)
{
  *issued = kith_briefing_find_issued (draft->ledger, draft->options->audience, draft->as_at);
  return *issued == NULL || !kith_briefing_is_whole (draft) ? NULL
                                                            : kith_briefing_read_tiers (*issued);
}

/**
 * kith_briefing_list_changes:
 *
 * Where a briefing was issued to the same readers before: how many schools stand otherwise now,
 * are new or are gone. Only of all schools, and for those who may know how each stands.
 */
void
kith_briefing_list_changes (KithBriefingDraft *draft)
{
  const KithBriefing *issued;
  g_autoptr (GHashTable) tiers = read_before (draft, &issued);
  g_autofree char *day = NULL, *heading = NULL;
  guint counts[N_CHANGES] = { 0 };

  if (tiers == NULL)
    return;
  day = kith_date_dup_text (issued->issued, KITH_DATE_LONG);
  heading = g_strdup_printf (_ ("Since the briefing of %s"), day);
  kith_document_add_heading (draft->document, 3, "since", heading);
  go_through (draft, tiers, FALSE, counts);
  if (counts[CHANGE_GRAVER] + counts[CHANGE_BETTER] + counts[CHANGE_NEW] + counts[CHANGE_GONE] == 0)
    kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, "%s",
                             _ ("Every school stands where it stood."));
  else
    list_counts (draft, counts);
}

/**
 * kith_briefing_add_changed:
 *
 * The schools that kith_briefing_list_changes() counts.
 */
void
kith_briefing_add_changed (KithBriefingDraft *draft)
{
  const KithBriefing *issued;
  g_autoptr (GHashTable) tiers = read_before (draft, &issued);
  const KithTableColumn columns[] = {
    { _ ("School"), 3, FALSE },
    { _ ("Then"), 1, FALSE },
    { _ ("Now"), 1, FALSE },
    { _ ("What changed"), 2, FALSE },
  };
  guint counts[N_CHANGES] = { 0 };

  if (tiers == NULL)
    return;
  go_through (draft, tiers, FALSE, counts);
  if (counts[CHANGE_GRAVER] + counts[CHANGE_BETTER] + counts[CHANGE_NEW] + counts[CHANGE_GONE] == 0)
    return;
  kith_document_add_heading (draft->document, 3, NULL, _ ("Schools that stand otherwise now"));
  kith_document_begin_table (draft->document, TABLE_ID, _ ("What changed since the last briefing"),
                             columns, G_N_ELEMENTS (columns));
  go_through (draft, tiers, TRUE, counts);
}

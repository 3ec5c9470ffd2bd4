/* kith-briefing-headline.c: a briefing in short
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define TABLE_ID "tiers"

/* schools of an authority by tier */
typedef struct
{
  const char *name;
  guint n_by_tier[KITH_N_TIERS];
  guint n_schools;
} Authority;

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Authority *)a)->name, ((const Authority *)b)->name);
}

static GArray *
list_authorities (const KithBriefingDraft *draft)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Authority));
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < draft->n_rows; i++)
    {
      const char *name = kith_network_get_authority (draft->network, draft->rows[i].school);
      const char *own = name != NULL ? name : _ ("not known");
      gpointer at = g_hash_table_lookup (known, own);
      Authority *authority;

      if (at == NULL)
        {
          g_array_append_val (list, ((Authority){ own }));
          at = GUINT_TO_POINTER (list->len);
          g_hash_table_insert (known, (gpointer)own, at);
        }
      authority = &g_array_index (list, Authority, GPOINTER_TO_UINT (at) - 1);
      authority->n_by_tier[draft->rows[i].tier]++;
      authority->n_schools++;
    }
  g_array_sort (list, compare_names);
  return list;
}

/* a number that counts rows of the table of schools */
static void
add_count (KithBriefingDraft *draft, guint n, const char *authority, const char *tier)
{
  g_autofree char *words = kith_text_dup_count (n);
  KithTally tally = KITH_TALLY_ALL (KITH_TABLE_ID_SCHOOLS, n);
  guint c = 0;

  if (authority != NULL)
    {
      tally.columns[c] = KITH_SCHOOLS_AUTHORITY;
      tally.values[c++] = authority;
    }
  if (tier != NULL)
    {
      tally.columns[c] = KITH_SCHOOLS_TIER;
      tally.values[c] = tier;
    }
  kith_document_add_passage (draft->document, NULL);
  kith_briefing_tally (draft, KITH_BRIEFING_SCHOOLS, &tally, "%s", words);
}

static void
add_tier_table (KithBriefingDraft *draft)
{
  g_autoptr (GArray) authorities = list_authorities (draft);
  KithTableColumn columns[KITH_N_TIERS + 2] = { { _ ("Authority"), 3, FALSE } };

  for (guint t = 0; t < KITH_N_TIERS; t++)
    columns[t + 1] = (KithTableColumn){ kith_tier_get_words (t), 1, TRUE };
  columns[KITH_N_TIERS + 1] = (KithTableColumn){ _ ("Schools"), 1, TRUE };
  kith_document_begin_table (draft->document, TABLE_ID, _ ("Schools by authority and tier"),
                             columns, G_N_ELEMENTS (columns));
  for (guint a = 0; a < authorities->len; a++)
    {
      const Authority *authority = &g_array_index (authorities, Authority, a);

      kith_document_add_row (draft->document, NULL, FALSE);
      kith_document_add_cell (draft->document, authority->name);
      for (guint t = 0; t < KITH_N_TIERS; t++)
        add_count (draft, authority->n_by_tier[t], authority->name, kith_tier_get_words (t));
      add_count (draft, authority->n_schools, authority->name, NULL);
    }
  kith_document_add_row (draft->document, NULL, TRUE);
  kith_document_add_cell (draft->document, _ ("All"));
  for (guint t = 0; t < KITH_N_TIERS; t++)
    {
      guint n = kith_briefing_count_tier (draft, t);
      g_autofree char *words = kith_text_dup_count (n);
      const KithTally tally = KITH_TALLY_SUM_OF (TABLE_ID, t + 1, n);

      kith_document_add_passage (draft->document, NULL);
      kith_document_say_tally (draft->document, words, &tally);
    }
  add_count (draft, draft->n_rows, NULL, NULL);
}

static void
list_tiers (KithBriefingDraft *draft)
{
  static const char *const meaning[KITH_N_TIERS] = {
    N_ ("results or an inspection give concern, and the school is out of touch, without a link or "
        "without a trust"),
    N_ ("a grave finding"),
    N_ ("a finding to keep an eye on"),
    N_ ("the record is too thin to say"),
    N_ ("nothing to report"),
  };

  kith_document_begin (draft->document, KITH_PIECE_LIST);
  for (guint t = 0; t < KITH_N_TIERS; t++)
    {
      guint n = kith_briefing_count_tier (draft, t);
      g_autofree char *number = kith_text_dup_count (n);
      const KithTally tally =
          KITH_TALLY_OF (KITH_TABLE_ID_SCHOOLS, KITH_SCHOOLS_TIER, kith_tier_get_words (t), n);

      kith_document_add_passage (draft->document, NULL);
      kith_document_say (draft->document, KITH_VOICE_STRONG, kith_tier_get_words (t));
      kith_document_say (draft->document, KITH_VOICE_PLAIN, ": ");
      kith_briefing_tally (draft, KITH_BRIEFING_SCHOOLS, &tally,
                           g_dngettext (GETTEXT_PACKAGE, "%s school", "%s schools", n), number);
      kith_briefing_say (draft, KITH_VOICE_PLAIN, " – %s.", _ (meaning[t]));
    }
}

/* Numbers below the least that is told, and the next smallest where the sum would tell the one
   that is left out. */
static void
hide_small (const KithBriefingDraft *draft, const guint *counts, gboolean *is_hidden)
{
  guint n_hidden = 0, least = KITH_N_TIERS;

  for (guint t = 0; t < KITH_N_TIERS; t++)
    {
      is_hidden[t] = kith_briefing_is_hidden (draft, counts[t]);
      n_hidden += is_hidden[t];
    }
  for (guint t = 0; t < KITH_N_TIERS; t++)
    if (!is_hidden[t] && counts[t] > 0 && (least == KITH_N_TIERS || counts[t] < counts[least]))
      least = t;
  if (n_hidden == 1 && least < KITH_N_TIERS)
    is_hidden[least] = TRUE;
}

static void
list_tiers_in_public (KithBriefingDraft *draft)
{
  guint counts[KITH_N_TIERS];
  gboolean is_hidden[KITH_N_TIERS];

  for (guint t = 0; t < KITH_N_TIERS; t++)
    counts[t] = kith_briefing_count_tier (draft, t);
  hide_small (draft, counts, is_hidden);
  kith_document_begin (draft->document, KITH_PIECE_LIST);
  for (guint t = 0; t < KITH_N_TIERS; t++)
    {
      g_autofree char *number = kith_text_dup_count (counts[t]);

      kith_document_add_passage (draft->document, NULL);
      kith_document_say (draft->document, KITH_VOICE_STRONG, kith_tier_get_words (t));
      if (is_hidden[t])
        kith_document_say (draft->document, KITH_VOICE_PLAIN, _ (": not told"));
      else
        kith_briefing_say (draft, KITH_VOICE_PLAIN,
                           g_dngettext (GETTEXT_PACKAGE, ": %s school", ": %s schools", counts[t]),
                           number);
    }
}

static void
say_total (KithBriefingDraft *draft)
{
  g_autofree char *number = kith_text_dup_count (draft->n_rows);
  const KithTally tally = KITH_TALLY_ALL (KITH_TABLE_ID_SCHOOLS, draft->n_rows);

  kith_document_begin (draft->document, KITH_PIECE_PARAGRAPH);
  kith_briefing_tally (draft, KITH_BRIEFING_SCHOOLS, &tally,
                       g_dngettext (GETTEXT_PACKAGE, "%s school is on the roll",
                                    "%s schools are on the roll", draft->n_rows),
                       number);
  kith_document_say (draft->document, KITH_VOICE_PLAIN,
                     _ (", each of them once. This is where they stand:"));
}

static guint
count_unasked (const KithBriefingDraft *draft)
{
  return kith_briefing_count_tier (draft, KITH_TIER_ASK);
}

/* What the reader can do about it. */
static void
list_asks (KithBriefingDraft *draft)
{
  guint n_urgent = kith_briefing_count_tier (draft, KITH_TIER_ACT_NOW) +
                   kith_briefing_count_tier (draft, KITH_TIER_LOOK_IN);
  guint n_open = kith_briefing_count_open (draft);
  char number[24];

  kith_document_add_heading (draft->document, 3, "asked", _ ("What is asked of you"));
  kith_document_begin (draft->document, KITH_PIECE_LIST);
  if (n_urgent > 0)
    {
      g_snprintf (number, sizeof number, "%u", n_urgent);
      kith_document_add_passage (draft->document, NULL);
      kith_briefing_say (
          draft, KITH_VOICE_PLAIN,
          g_dngettext (GETTEXT_PACKAGE,
                       "Agree who looks in on the %s school to act on or look in on.",
                       "Agree who looks in on the %s schools to act on or look in on.", n_urgent),
          number);
    }
  if (count_unasked (draft) > 0)
    {
      g_snprintf (number, sizeof number, "%u", count_unasked (draft));
      kith_document_add_passage (draft->document, NULL);
      kith_briefing_say (
          draft, KITH_VOICE_PLAIN,
          g_dngettext (GETTEXT_PACKAGE,
                       "Say what you know of the %s school that nobody has asked about.",
                       "Say what you know of the %s schools that nobody has asked about.",
                       count_unasked (draft)),
          number);
    }
  if (n_open > 0)
    {
      const KithTally tally = KITH_TALLY_ALL (KITH_TABLE_ID_ACTIONS, n_open);

      kith_document_add_passage (draft->document, NULL);
      kith_document_say (draft->document, KITH_VOICE_PLAIN, _ ("See to "));
      kith_briefing_tally (draft, KITH_BRIEFING_ACTIONS, &tally,
                           g_dngettext (GETTEXT_PACKAGE, "%u action", "%u actions", n_open),
                           n_open);
      kith_document_say (draft->document, KITH_VOICE_PLAIN, _ (" still to be done."));
    }
  kith_document_add_passage (draft->document, NULL);
  kith_document_say (
      draft->document, KITH_VOICE_PLAIN,
      _ ("Tell us where the record is wrong: each statement says what it stands on."));
}

/**
 * kith_briefing_add_headline:
 *
 * How many schools are in each tier, by authority, what changed since the last briefing, and what
 * is asked of the reader.
 */
void
kith_briefing_add_headline (KithBriefingDraft *draft)
{
  say_total (draft);
  if (!draft->may_see[KITH_TOPIC_FINDINGS])
    {
      list_tiers_in_public (draft);
      return;
    }
  list_tiers (draft);
  add_tier_table (draft);
  kith_briefing_list_changes (draft);
  list_asks (draft);
  kith_briefing_add_changed (draft);
}

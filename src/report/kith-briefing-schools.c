/* kith-briefing-schools.c: every school, once
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-private.h"

#include <glib/gi18n.h>

#include "kith-map.h"

/* arrangements and actions that are named; the rest is counted */
#define MOST_NAMED 2

#define ICON_MM 5.6

/* (element-type GPtrArray): actions by URN that are still to be done */
static GHashTable *
list_next (KithBriefingDraft *draft)
{
  GHashTable *next =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GPtrArray) open = kith_briefing_list_actions (draft, TRUE);

  for (guint i = 0; i < open->len; i++)
    {
      const KithAction *action = open->pdata[i];
      GPtrArray *own = g_hash_table_lookup (next, &action->urn);

      if (action->urn == KITH_INT_NONE)
        continue;
      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (next, (gpointer)&action->urn, own);
        }
      g_ptr_array_add (own, (gpointer)action);
    }
  return next;
}

/* live ones that tie, and its own trust */
static void
add_known_by (KithBriefingDraft *draft, const KithRollRow *row)
{
  guint n, n_named = 0, n_live = 0;
  const guint *memberships = kith_network_get_memberships (draft->network, row->school, &n);

  kith_document_add_passage (draft->document, NULL);
  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *member = kith_network_get_member (draft->network, memberships[m]);
      const KithNetworkArrangement *in = &draft->arrangements[member->arrangement];

      if (!member->is_live || !kith_kind_is_link (in->kind) || in->name == NULL)
        continue;
      if (n_live++ >= MOST_NAMED)
        continue;
      kith_briefing_say (draft, KITH_VOICE_PLAIN, "%s%s", n_named++ > 0 ? "; " : "", in->name);
    }
  if (n_live > n_named)
    kith_briefing_say (draft, KITH_VOICE_PLAIN, _ ("; %u more"), n_live - n_named);
  if (n_live == 0)
    kith_document_say (draft->document, KITH_VOICE_QUIET, _ ("no partnership on record"));
  if (row->n_links > 0)
    kith_briefing_say (draft, KITH_VOICE_QUIET,
                       g_dngettext (GETTEXT_PACKAGE, "\nworks with %u school",
                                    "\nworks with %u schools", row->n_links),
                       row->n_links);
}

static void
add_next (KithBriefingDraft *draft, const GPtrArray *actions)
{
  guint n = actions == NULL ? 0 : actions->len;

  kith_document_add_passage (draft->document, NULL);
  if (n == 0)
    kith_document_say (draft->document, KITH_VOICE_QUIET, _ ("nothing on record"));
  for (guint i = 0; i < n && i < MOST_NAMED; i++)
    {
      if (i > 0)
        kith_document_say (draft->document, KITH_VOICE_PLAIN, "\n");
      kith_briefing_say_action (draft, actions->pdata[i]);
    }
  if (n > MOST_NAMED)
    kith_briefing_say (draft, KITH_VOICE_QUIET, _ ("\nand %u more"), n - MOST_NAMED);
}

static void
add_seen (KithBriefingDraft *draft, const KithRollRow *row)
{
  if (row->last_contact != KITH_DATE_UNKNOWN)
    kith_briefing_add_day (draft, row->last_contact);
  else
    kith_document_add_cell (draft->document, _ ("no contact recorded"));
}

static KithScene *
make_icon (KithTier tier, KithPhase phase)
{
  KithSign sign = kith_map_get_tier_sign (tier, phase);
  KithScene *icon = kith_scene_new (ICON_MM, ICON_MM);

  kith_scene_add_sign (icon, &sign, (KithPoint){ ICON_MM / 2, ICON_MM / 2 }, 0, NULL);
  return icon;
}

static void
add_name (KithBriefingDraft *draft, const KithRollRow *row)
{
  kith_document_add_passage (draft->document, NULL);
  kith_document_say (draft->document, KITH_VOICE_STRONG, draft->schools[row->school].record->name);
  for (guint f = 0; f < row->n_findings && draft->may_see[KITH_TOPIC_FINDINGS]; f++)
    kith_briefing_say (draft, KITH_VOICE_QUIET, "%s%s", f == 0 ? "\n" : ", ",
                       row->findings[f].chip);
}

static void
add_authority (KithBriefingDraft *draft, const KithRollRow *row)
{
  const char *name = kith_network_get_authority (draft->network, row->school);

  kith_document_add_cell (draft->document, name != NULL ? name : _ ("not known"));
}

static void
add_rows (KithBriefingDraft *draft)
{
  g_autoptr (GHashTable) next = list_next (draft);
  KithScene *icons[KITH_N_TIERS][KITH_N_PHASES] = { { NULL } };

  for (guint i = 0; i < draft->n_rows; i++)
    {
      const KithRollRow *row = &draft->rows[i];
      const KithNetworkSchool *school = &draft->schools[row->school];
      g_autofree char *id = kith_briefing_dup_id ("school", school->record->urn);
      KithScene **icon = &icons[row->tier][school->phase];

      if (*icon == NULL)
        *icon = make_icon (row->tier, school->phase);
      kith_document_add_row (draft->document, id, FALSE);
      add_name (draft, row);
      add_authority (draft, row);
      kith_document_add_passage (draft->document, *icon);
      kith_document_say (draft->document, KITH_VOICE_PLAIN, kith_tier_get_words (row->tier));
      add_known_by (draft, row);
      add_seen (draft, row);
      add_next (draft, g_hash_table_lookup (next, &school->record->urn));
    }
  for (guint t = 0; t < KITH_N_TIERS; t++)
    for (guint p = 0; p < KITH_N_PHASES; p++)
      g_clear_pointer (&icons[t][p], kith_scene_unref);
}

/* by name: an order that says nothing of anybody */
static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const KithBriefingDraft *draft = data;
  const KithSchool *one = draft->schools[(*(const KithRollRow *const *)a)->school].record;
  const KithSchool *other = draft->schools[(*(const KithRollRow *const *)b)->school].record;
  int order = g_utf8_collate (one->name, other->name);

  return order != 0 ? order : (one->urn > other->urn) - (one->urn < other->urn);
}

static void
add_public_rows (KithBriefingDraft *draft)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < draft->n_rows; i++)
    g_ptr_array_add (rows, (gpointer)&draft->rows[i]);
  g_ptr_array_sort_with_data (rows, compare_rows, draft);
  for (guint i = 0; i < rows->len; i++)
    {
      const KithRollRow *row = rows->pdata[i];
      const KithNetworkSchool *school = &draft->schools[row->school];
      g_autofree char *id = kith_briefing_dup_id ("school", school->record->urn);

      kith_document_add_row (draft->document, id, FALSE);
      kith_document_add_cell (draft->document, school->record->name);
      add_authority (draft, row);
      kith_document_add_cell (draft->document, kith_phase_get_words (school->phase));
    }
}

/**
 * kith_briefing_add_schools:
 *
 * Each school of the roll exactly once: who knows it, when it was last seen, what happens next.
 * In public by name, with nothing that findings or contacts say.
 */
void
kith_briefing_add_schools (KithBriefingDraft *draft)
{
  const KithTableColumn columns[] = {
    { _ ("School"), 3.0, FALSE },    { _ ("Authority"), 1.5, FALSE },
    { _ ("Tier"), 1.35, FALSE },     { _ ("Who knows it"), 3.2, FALSE },
    { _ ("Last seen"), 1.4, FALSE }, { _ ("What happens next"), 2.6, FALSE },
  };
  const KithTableColumn public_columns[] = {
    { _ ("School"), 3, FALSE },
    { _ ("Authority"), 2, FALSE },
    { _ ("Phase"), 1.2, FALSE },
  };

  if (draft->n_rows == 0)
    {
      kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, "%s",
                               _ ("No school is on the roll at this date."));
      return;
    }
  if (draft->may_see[KITH_TOPIC_FINDINGS])
    kith_briefing_paragraph (
        draft, KITH_PIECE_PARAGRAPH, "%s",
        _ ("In the order of the worklist: the gravest first. Last seen: the last day on which "
           "somebody from outside its own trust met or spoke with the school."));
  if (draft->may_see[KITH_TOPIC_FINDINGS])
    kith_document_begin_table (draft->document, KITH_TABLE_ID_SCHOOLS,
                               _ ("Every school on the roll, once"), columns,
                               G_N_ELEMENTS (columns));
  else
    kith_document_begin_table (draft->document, KITH_TABLE_ID_SCHOOLS,
                               _ ("Every school on the roll, once"), public_columns,
                               G_N_ELEMENTS (public_columns));
  if (draft->may_see[KITH_TOPIC_FINDINGS])
    add_rows (draft);
  else
    add_public_rows (draft);
}

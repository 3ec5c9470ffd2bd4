/* kith-briefing-map.c: the map in a briefing, and what its signs mean
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-private.h"

#include <glib/gi18n.h>

#include "kith-map.h"

/* mm: as wide as a page's text, and no higher than lets its legend begin below it */
#define MAP_WIDTH 180.0
#define MAP_HEIGHT 132.0

/* What is drawn, and how often. */
static void
add_signs (KithBriefingDraft *draft, const KithMap *map)
{
  const KithTableColumn columns[] = {
    { _ ("Sign"), 2, FALSE },
    { _ ("What it means"), 5, FALSE },
    { _ ("On the map"), 1, TRUE },
  };
  guint n;
  const KithMapEntry *entries = kith_map_get_entries (map, &n);

  kith_document_begin_table (draft->document, "map-signs", _ ("What the signs mean"), columns,
                             G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++)
    {
      kith_document_add_row (draft->document, NULL, FALSE);
      kith_document_add_passage (draft->document, entries[i].icon);
      kith_briefing_say (draft, KITH_VOICE_PLAIN, "%s", entries[i].words);
      kith_briefing_add_text (draft, entries[i].note);
      kith_document_add_number (draft->document,
                                entries[i].count < 0 ? KITH_INT_NONE : entries[i].count);
    }
}

static void
add_picture (KithBriefingDraft *draft, const KithMap *map)
{
  g_autofree char *title = kith_redactor_strike (draft->redactor, kith_map_get_title (map));
  g_autofree char *finding = kith_redactor_strike (draft->redactor, kith_map_get_finding (map));

  kith_document_add_figure (draft->document, "map-picture", kith_map_get_scene (map), title,
                            finding);
  add_signs (draft, map);
  kith_briefing_paragraph (draft, KITH_PIECE_NOTE, "%s %s", kith_map_get_sources (map),
                           kith_map_get_note (map));
}

/**
 * kith_briefing_add_map:
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for an error
 *
 * Every school where it stands, by tier where the audience may know. Where none has a place the
 * paper says so.
 *
 * Returns: %FALSE where it was cancelled
 */
gboolean
kith_briefing_add_map (KithBriefingDraft *draft, KithJob *job, GError **error)
{
  const KithMapOptions options = {
    .subject = draft->options->urn != 0              ? KITH_MAP_SCHOOL
               : draft->options->arrangement_id != 0 ? KITH_MAP_ARRANGEMENT
                                                     : KITH_MAP_SYSTEM,
    .urn = draft->options->urn,
    .arrangement_id = draft->options->arrangement_id,
    .layout = draft->options->urn != 0 ? KITH_MAP_RADIAL : KITH_MAP_GEOGRAPHIC,
    .width = MAP_WIDTH,
    .height = MAP_HEIGHT,
    .centre = KITH_PLACE_NONE,
    .seed = 1,
    .audience = draft->options->audience,
  };
  g_autoptr (GError) own = NULL;
  g_autoptr (KithMap) map = NULL;

  if (!kith_briefing_is_whole (draft) && !draft->may_see[KITH_TOPIC_FINDINGS])
    {
      kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, "%s",
                               _ ("The map shows how each school stands. It is left out of a paper "
                                  "for the public."));
      return TRUE;
    }
  map = kith_map_new (draft->roll, &options, draft->measure, job, &own);
  if (map != NULL)
    add_picture (draft, map);
  else if (g_error_matches (own, KITH_MAP_ERROR, KITH_MAP_ERROR_PLACES))
    kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, "%s",
                             _ ("There is no map: no school on the roll has co-ordinates."));
  else
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  return TRUE;
}

/* kith-map-positions.c: where marks stand, as the register keeps it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-pins.h"
#include "kith-map-private.h"

#include <math.h>
#include <string.h>

/**
 * kith_map_get_position_view:
 *
 * Returns: (transfer none): what the register calls the picture whose places it keeps; lives for
 *   ever
 */
const char *
kith_map_get_position_view (const KithMapOptions *options)
{
  const char *layout = options->layout == KITH_MAP_SCHEMATIC ? "schematic" : "network";
  g_autofree char *view = NULL;

  if (options->subject == KITH_MAP_SYSTEM)
    return layout;
  view = g_strdup_printf ("%s:arrangement:%" G_GINT64_FORMAT, layout, options->arrangement_id);
  return g_intern_string (view);
}

/* The school that a row is of; 0 for another picture's, or one that says nothing. */
static gint64
read_urn (const KithPosition *row, const char *view)
{
  if (strcmp (row->view, view) != 0 || !g_str_has_prefix (row->subject, "school:") ||
      !isfinite (row->x) || !isfinite (row->y))
    return 0;
  return g_ascii_strtoll (row->subject + strlen ("school:"), NULL, 10);
}

/**
 * kith_map_get_position_ledger:
 *
 * Returns: (transfer none): what says where marks stand
 */
KithLedger *
kith_map_get_position_ledger (const KithMapDraft *draft)
{
  return draft->options->positions != NULL ? draft->options->positions
                                           : kith_network_get_ledger (draft->network);
}

/**
 * kith_map_keeping_from_place:
 *
 * Returns: what the register keeps of a place
 */
KithPoint
kith_map_keeping_from_place (const KithMapKeeping *self, KithPlace place)
{
  return (KithPoint){ self->origin.x + place.x * self->scale_x,
                      self->origin.y + place.y * self->scale_y };
}

/**
 * kith_map_read_positions:
 *
 * Returns: (transfer full) (element-type gint64 KithMapPosition): where schools stand by URN, as
 *   far as @ledger keeps it
 */
GHashTable *
kith_map_read_positions (KithLedger *ledger, const char *view)
{
  GHashTable *kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  gsize n;
  const KithPosition *rows = kith_ledger_get_rows (ledger, KITH_TABLE_POSITION, &n);

  for (gsize i = 0; i < n; i++)
    {
      KithMapPosition position = { read_urn (&rows[i], view),
                                   { rows[i].x, rows[i].y },
                                   rows[i].pinned == 1 };
      KithMapPosition *copy;

      if (position.urn == 0)
        continue;
      copy = g_memdup2 (&position, sizeof position);
      g_hash_table_insert (kept, &copy->urn, copy);
    }
  return kept;
}

static void
put_position (KithChangeset *changes, gint64 id, const char *view, const KithMapPosition *position)
{
  g_autofree char *subject = g_strdup_printf ("school:%" G_GINT64_FORMAT, position->urn);
  KithPosition row;

  kith_row_clear (KITH_TABLE_POSITION, &row);
  row.id = id != 0 ? id : kith_changeset_take_key (changes, KITH_TABLE_POSITION);
  row.view = view;
  row.subject = subject;
  row.x = position->at.x;
  row.y = position->at.y;
  row.pinned = position->is_pinned;
  kith_changeset_put (changes, KITH_TABLE_POSITION, &row);
}

/* Of every mark that can be put elsewhere and that @ledger keeps no place for. */
static KithChangeset *
make_changes (const KithMap *self, KithLedger *ledger)
{
  const GArray *positions = kith_map_get_positions (self);
  const char *view = kith_map_get_position_view (kith_map_get_options (self));
  g_autoptr (GHashTable) kept = NULL;
  g_autoptr (KithChangeset) changes = NULL;

  if (positions->len == 0)
    return NULL;
  kept = kith_map_read_positions (ledger, view);
  changes = kith_changeset_new (ledger);
  for (guint i = 0; i < positions->len; i++)
    {
      const KithMapPosition *position = &g_array_index (positions, KithMapPosition, i);

      if (!g_hash_table_contains (kept, &position->urn))
        put_position (changes, 0, view, position);
    }
  return kith_changeset_get_size (changes) == 0 ? NULL : g_steal_pointer (&changes);
}

/**
 * kith_map_make_positions:
 * @self: a map
 * @ledger: what the register says now
 *
 * So that a network looks tomorrow as it does today, the register keeps where its schools
 * stand: kith_map_new() takes them from there. What is kept is no officer's record: it is not
 * journalled.
 *
 * Returns: (transfer full) (nullable): the changes that keep what is not kept yet; %NULL where
 *   all is, or places are found anew each time
 */
KithChangeset *
kith_map_make_positions (const KithMap *self, KithLedger *ledger)
{
  return kith_map_get_options (self)->layout == KITH_MAP_NETWORK ? make_changes (self, ledger)
                                                                 : NULL;
}

/**
 * kith_map_make_steady:
 * @self: a map
 * @ledger: (transfer none): what says where marks stand
 *
 * For maps of days that follow each other, on which nobody is to move.
 *
 * Returns: (transfer full): a ledger that says also where those stand that are new on this map; it
 *   is for a map's options and not for the register
 */
KithLedger *
kith_map_make_steady (const KithMap *self, KithLedger *ledger)
{
  g_autoptr (KithChangeset) changes = make_changes (self, ledger);

  return changes != NULL ? kith_changeset_apply (changes, kith_ledger_get_head (ledger))
                         : kith_ledger_ref (ledger);
}

static const KithMapPosition *
find_position (const KithMap *self, gint64 urn)
{
  const GArray *positions = kith_map_get_positions (self);

  guint from = 0, to = positions->len;

  while (from < to)
    {
      guint middle = (from + to) / 2;
      const KithMapPosition *position = &g_array_index (positions, KithMapPosition, middle);

      if (position->urn == urn)
        return position;
      if (position->urn < urn)
        from = middle + 1;
      else
        to = middle;
    }
  return NULL;
}

/**
 * kith_map_can_pin:
 *
 * Returns: whether the school's mark can be put elsewhere: not where its place is one on the
 *   ground, in a ring or on a shelf
 */
gboolean
kith_map_can_pin (const KithMap *self, gint64 urn)
{
  return find_position (self, urn) != NULL;
}

/**
 * kith_map_is_pinned:
 *
 * Returns: whether an officer put the school's mark where it stands
 */
gboolean
kith_map_is_pinned (const KithMap *self, gint64 urn)
{
  const KithMapPosition *position = find_position (self, urn);

  return position != NULL && position->is_pinned;
}

/**
 * kith_map_list_pinned:
 *
 * Returns: (transfer full) (element-type gint64): the schools whose marks an officer put where
 *   they stand
 */
GArray *
kith_map_list_pinned (const KithMap *self)
{
  const GArray *positions = kith_map_get_positions (self);
  GArray *urns = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < positions->len; i++)
    if (g_array_index (positions, KithMapPosition, i).is_pinned)
      g_array_append_val (urns, g_array_index (positions, KithMapPosition, i).urn);
  return urns;
}

/**
 * kith_map_make_pin:
 * @urn: of a school whose mark can be put elsewhere
 * @at: where in the scene, in mm
 *
 * Returns: its mark, put there
 */
KithMapPin
kith_map_make_pin (const KithMap *self, gint64 urn, KithPoint at)
{
  const KithMapKeeping *keeping = kith_map_get_keeping (self);
  KithPlace place = kith_map_find_place (self, at);

  return (KithMapPin){ kith_map_get_position_view (kith_map_get_options (self)), urn, TRUE,
                       kith_map_keeping_from_place (keeping, place), TRUE };
}

/**
 * kith_map_make_unpin:
 *
 * Returns: the school's mark, for the picture to find its place again
 */
KithMapPin
kith_map_make_unpin (const KithMap *self, gint64 urn)
{
  return (KithMapPin){
    kith_map_get_position_view (kith_map_get_options (self)), urn, FALSE, { 0, 0 }, FALSE
  };
}

/* The row that keeps it; NULL where none does. */
static const KithPosition *
find_row (KithLedger *ledger, const char *view, gint64 urn)
{
  gsize n;
  const KithPosition *rows = kith_ledger_get_rows (ledger, KITH_TABLE_POSITION, &n);

  for (gsize i = 0; i < n; i++)
    if (read_urn (&rows[i], view) == urn)
      return &rows[i];
  return NULL;
}

/**
 * kith_map_pin_find:
 * @ledger: what the register says
 * @view: what it calls the picture
 *
 * Returns: how the school's mark stands there now
 */
KithMapPin
kith_map_pin_find (KithLedger *ledger, const char *view, gint64 urn)
{
  const KithPosition *row = find_row (ledger, view, urn);

  if (row == NULL)
    return (KithMapPin){ view, urn, FALSE, { 0, 0 }, FALSE };
  return (KithMapPin){ view, urn, TRUE, { row->x, row->y }, row->pinned == 1 };
}

/**
 * kith_map_pin_put:
 * @changes: take what makes the register keep it so
 */
void
kith_map_pin_put (const KithMapPin *self, KithChangeset *changes)
{
  const KithPosition *row = find_row (kith_changeset_get_base (changes), self->view, self->urn);
  const KithMapPosition position = { self->urn, self->at, self->is_pinned };

  if (self->is_kept)
    put_position (changes, row != NULL ? row->id : 0, self->view, &position);
  else if (row != NULL)
    kith_changeset_remove (changes, KITH_TABLE_POSITION, row->id);
}

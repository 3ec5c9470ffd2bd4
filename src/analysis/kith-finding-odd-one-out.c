/* kith-finding-odd-one-out.c: its neighbours work together, and it is not with them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"

#include <glib/gi18n.h>

/* An arrangement, and how many of the neighbours are in it. */
typedef struct
{
  guint arrangement;
  guint n_held;
} Held;

static gboolean
is_member (const KithRecord *record, guint school, guint arrangement)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    if (kith_network_get_member (record->network, memberships[m])->arrangement == arrangement)
      return TRUE;
  return FALSE;
}

/* Parents may go round in a circle: as many steps as there are arrangements are enough. */
static gboolean
is_above (const KithRecord *record, guint above, guint below)
{
  guint at = below;

  for (guint step = 0; at != KITH_INDEX_NONE && step <= record->n_arrangements; step++)
    {
      if (at == above)
        return TRUE;
      at = record->arrangements[at].parent;
    }
  return FALSE;
}

/* In it, in a parent or in a child of it. */
static gboolean
is_part_of (const KithRecord *record, guint school, guint arrangement)
{
  guint n;
  const guint *memberships = kith_network_get_memberships (record->network, school, &n);

  for (guint m = 0; m < n; m++)
    {
      guint own = kith_network_get_member (record->network, memberships[m])->arrangement;

      if (is_above (record, own, arrangement) || is_above (record, arrangement, own))
        return TRUE;
    }
  return FALSE;
}

static guint
count_held (const KithRecord *record, const KithNear *near, guint n_near, guint arrangement)
{
  guint n_held = 0;

  for (guint j = 0; j < n_near; j++)
    n_held += is_member (record, near[j].index, arrangement);
  return n_held;
}

static void
try_arrangement (const KithRecord *record,
                 guint school,
                 const KithNear *near,
                 guint n_near,
                 guint arrangement,
                 Held *best)
{
  const KithNetworkArrangement *in = &record->arrangements[arrangement];
  guint n_held;

  if (!kith_kind_is_link (in->kind) || in->is_assembly || in->n_schools + 1 < n_near)
    return;
  n_held = count_held (record, near, n_near, arrangement);
  if (n_held + 1 < n_near || is_part_of (record, school, arrangement))
    return;
  if (n_held > best->n_held || (n_held == best->n_held && arrangement < best->arrangement))
    *best = (Held){ arrangement, n_held };
}

/* What holds all of them but one holds the first or the second. */
static Held
find_held (const KithRecord *record, guint school, const KithNear *near, guint n_near)
{
  Held best = { KITH_INDEX_NONE, 0 };

  for (guint j = 0; j < 2; j++)
    {
      guint n;
      const guint *memberships = kith_network_get_memberships (record->network, near[j].index, &n);

      for (guint m = 0; m < n; m++)
        try_arrangement (record, school, near, n_near,
                         kith_network_get_member (record->network, memberships[m])->arrangement,
                         &best);
    }
  return best;
}

/* Whether any school tied to it could be local: nobody knows of one that is not placed. */
static gboolean
has_placed_link (const KithRecord *record, guint school)
{
  guint n;
  const KithTied *tied = kith_network_get_tied (record->network, school, &n);

  for (guint t = 0; t < n; t++)
    if (kith_place_is_known (record->schools[tied[t].school].place))
      return TRUE;
  return FALSE;
}

static void
say_evidence (const KithRecord *record, guint school, double metres, KithWording *wording)
{
  const KithSource *source = kith_ledger_find (record->ledger, KITH_TABLE_SOURCE,
                                               record->schools[school].record->source_id);
  char day[KITH_DATE_TEXT_SIZE + 8];

  kith_wording_add (wording, _ ("Neighbours within %.1f km"), metres / 1000);
  if (source != NULL && source->dated != KITH_DATE_UNKNOWN)
    kith_wording_join (wording, _ ("; list of %s"),
                       kith_date_format (source->dated, KITH_DATE_LONG, day));
  kith_wording_join (wording, ".");
}

/**
 * kith_find_odd_one_out:
 *
 * METHODS, finding 4. Silent with too few neighbours. Of several arrangements it names the
 * one that holds most of them.
 */
gboolean
kith_find_odd_one_out (const KithRecord *record,
                       guint school,
                       KithWording *wording,
                       KithFinding *finding)
{
  const KithMeasures *measures = &record->measures[school];
  char held_number[KITH_NUMBER_SIZE], number[KITH_NUMBER_SIZE];
  const char *name = kith_record_get_name (record, school), *phase, *in;
  guint n_near;
  const KithNear *near = kith_network_get_neighbours (record->network, school, &n_near);
  const KithNetworkArrangement *arrangement;
  Held held;

  if (n_near < MAX (2, record->settings->min_neighbours))
    return FALSE;
  held = find_held (record, school, near, n_near);
  if (held.arrangement == KITH_INDEX_NONE)
    return FALSE;

  arrangement = &record->arrangements[held.arrangement];
  finding->severity =
      measures->n_local_links == 0 && (measures->n_links == 0 || has_placed_link (record, school))
          ? KITH_SEVERITY_RED
          : KITH_SEVERITY_AMBER;
  finding->chip = _ ("Odd one out");
  if (arrangement->record != NULL)
    finding->arrangement_id = arrangement->record->id;
  phase = kith_phase_get_words (kith_phase_get_compared (record->schools[school].phase));
  in = arrangement->name != NULL ? arrangement->name
                                 : _ (kith_kind_get_info (arrangement->kind)->words);
  if (held.n_held == n_near)
    kith_wording_add (wording, _ ("All %s of its nearest %s schools are in %s; %s is not."),
                      kith_number_format (n_near, FALSE, number), phase, in, name);
  else
    kith_wording_add (wording, _ ("%s of its %s nearest %s schools are in %s; %s is not."),
                      kith_number_format (held.n_held, TRUE, held_number),
                      kith_number_format (n_near, FALSE, number), phase, in, name);
  finding->sentence = kith_wording_keep (wording);
  say_evidence (record, school, near[n_near - 1].metres, wording);
  finding->evidence = kith_wording_keep (wording);
  kith_wording_add (wording, _ ("Membership of %s, of its parent or of a part of it."), in);
  finding->clears = kith_wording_keep (wording);

  kith_wording_join (wording, "%s;%s", kith_severity_get_key (finding->severity), in);
  for (guint j = 0; j < n_near; j++)
    if (is_member (record, near[j].index, held.arrangement))
      kith_wording_join (wording, ";%" G_GINT64_FORMAT, record->schools[near[j].index].record->urn);
  finding->basis = kith_wording_keep (wording);
  return TRUE;
}

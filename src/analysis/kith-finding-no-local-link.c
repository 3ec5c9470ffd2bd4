/* kith-finding-no-local-link.c: it works with schools, and none of them is near
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"

#include <glib/gi18n.h>

/* Of those tied to it that are placed, the nearest. */
static guint
find_nearest (const KithRecord *record, guint school, guint *n_placed, double *metres)
{
  guint n, nearest = KITH_INDEX_NONE;
  const KithTied *tied = kith_network_get_tied (record->network, school, &n);

  *n_placed = 0;
  *metres = INFINITY;
  for (guint t = 0; t < n; t++)
    {
      double far = kith_place_get_metres (record->schools[school].place,
                                          record->schools[tied[t].school].place);

      *n_placed += kith_place_is_known (record->schools[tied[t].school].place);
      if (far < *metres)
        {
          *metres = far;
          nearest = tied[t].school;
        }
    }
  return nearest;
}

/* Nobody knows where an outside school stands, nor one without co-ordinates. */
static void
say_evidence (const KithRecord *record,
              const KithMeasures *measures,
              guint n_not_placed,
              KithWording *wording)
{
  char number[KITH_NUMBER_SIZE];
  guint n_outside = measures->n_outside_links;

  kith_wording_add (
      wording, _ ("Local is within %g km, or in one authority no more than %g km across."),
      record->settings->local_metres / 1000, record->settings->local_authority_metres / 1000);
  if (n_not_placed > 0)
    kith_wording_add (
        wording,
        g_dngettext (NULL, "%s of them is not placed.", "%s of them are not placed.", n_not_placed),
        kith_number_format (n_not_placed, TRUE, number));
  if (n_outside > 0)
    kith_wording_add (
        wording,
        g_dngettext (NULL, "It also works with %s school outside this register, which may be near.",
                     "It also works with %s schools outside this register, which may be near.",
                     n_outside),
        kith_number_format (n_outside, FALSE, number));
}

/**
 * kith_find_no_local_link:
 *
 * METHODS, finding 2. Silent where the school, or every school tied to it, is not placed.
 */
gboolean
kith_find_no_local_link (const KithRecord *record,
                         guint school,
                         KithWording *wording,
                         KithFinding *finding)
{
  const KithMeasures *measures = &record->measures[school];
  const char *name = kith_record_get_name (record, school);
  char number[KITH_NUMBER_SIZE];
  guint n_placed, nearest, n;
  double metres;
  const KithTied *tied;

  if (measures->n_links == 0 || measures->n_local_links > 0)
    return FALSE;
  nearest = find_nearest (record, school, &n_placed, &metres);
  if (nearest == KITH_INDEX_NONE)
    return FALSE;

  finding->severity = KITH_SEVERITY_AMBER;
  finding->chip = _ ("No local link");
  if (measures->n_links == 1)
    kith_wording_add (wording,
                      _ ("The one school that works with %s is not local: %s, %.1f km away."), name,
                      kith_record_get_name (record, nearest), metres / 1000);
  else
    kith_wording_add (
        wording,
        _ ("None of the %s schools that work with %s is local. The nearest is %s, %.1f km away."),
        kith_number_format (measures->n_links, FALSE, number), name,
        kith_record_get_name (record, nearest), metres / 1000);
  finding->sentence = kith_wording_keep (wording);
  say_evidence (record, measures, measures->n_links - n_placed, wording);
  finding->evidence = kith_wording_keep (wording);
  finding->clears = _ ("A live partnership with a school nearby.");
  kith_wording_join (wording, "amber");
  tied = kith_network_get_tied (record->network, school, &n);
  for (guint t = 0; t < n; t++)
    kith_wording_join (wording, ";%" G_GINT64_FORMAT, record->schools[tied[t].school].record->urn);
  finding->basis = kith_wording_keep (wording);
  return TRUE;
}

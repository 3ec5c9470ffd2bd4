/* kith-finding-beyond-reach.c: it needs help, and nobody it can be introduced to is strong at it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-circle.h"
#include "kith-finding-private.h"

#include <glib/gi18n.h>

static gboolean
is_within_reach (const KithRecord *record, const KithCircle *circle, guint area)
{
  guint n;
  const KithStrong *strong = kith_strengths_get_strong (record->strengths, area, &n);

  for (guint s = 0; s < n; s++)
    if (kith_circle_find (circle, record->posts, &strong[s]) != 0)
      return TRUE;
  return FALSE;
}

/* The needs that nobody in reach can meet. */
static GPtrArray *
list_unmet (const KithRecord *record, const KithCircle *circle, const KithNeeded *needs, guint n)
{
  GPtrArray *unmet = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (!kith_strengths_is_trust (record->strengths, needs[i].area) &&
        !is_within_reach (record, circle, needs[i].area))
      g_ptr_array_add (unmet, (gpointer)&needs[i]);
  return unmet;
}

static char *
dup_areas (const KithRecord *record, const GPtrArray *unmet)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < unmet->len; i++)
    g_ptr_array_add (names, (gpointer)kith_strengths_get_area (
                                record->strengths, ((const KithNeeded *)unmet->pdata[i])->area));
  g_ptr_array_add (names, NULL);
  return kith_text_dup_list ((const char *const *)names->pdata);
}

/* Of the schools in reach, how many have any strength on record: the gap in the finding. */
static guint
count_known (const KithRecord *record, const KithCircle *circle)
{
  guint n_known = 0;

  for (guint j = 0; j < record->n_schools; j++)
    if (circle->schools[j] != 0)
      n_known += kith_strengths_has_any (record->strengths, record->schools[j].record->urn);
  return n_known;
}

static void
say_evidence (const KithRecord *record,
              guint school,
              const KithCircle *circle,
              const GPtrArray *unmet,
              KithWording *wording)
{
  guint n_reached = circle->n_schools[0] + circle->n_schools[1];
  guint n_outside = record->measures[school].n_outside_links;
  char number[KITH_NUMBER_SIZE], known[KITH_NUMBER_SIZE], day[KITH_DATE_TEXT_SIZE + 8];

  for (guint i = 0; i < unmet->len; i++)
    {
      const KithNeeded *needed = unmet->pdata[i];

      if (needed->record->date != KITH_DATE_UNKNOWN)
        kith_wording_add (wording, _ ("%s: recorded on %s."),
                          kith_strengths_get_area (record->strengths, needed->area),
                          kith_date_format (needed->record->date, KITH_DATE_LONG, day));
    }
  if (n_reached == 0)
    kith_wording_add (wording, _ ("It reaches no school of this register."));
  else
    kith_wording_add (
        wording,
        g_dngettext (NULL, "It reaches %s school; strengths are on record for %s of these.",
                     "It reaches %s schools; strengths are on record for %s of these.", n_reached),
        kith_number_format (n_reached, FALSE, number),
        kith_number_format (count_known (record, circle), FALSE, known));
  if (circle->n_organisations > 0)
    kith_wording_add (wording,
                      g_dngettext (NULL, "It also reaches %s organisation.",
                                   "It also reaches %s organisations.", circle->n_organisations),
                      kith_number_format (circle->n_organisations, FALSE, number));
  if (n_outside > 0)
    kith_wording_add (
        wording,
        g_dngettext (NULL,
                     "It also works with %s school outside this register, whose strengths are not "
                     "counted.",
                     "It also works with %s schools outside this register, whose strengths are not "
                     "counted.",
                     n_outside),
        kith_number_format (n_outside, FALSE, number));
}

/**
 * kith_find_beyond_reach:
 *
 * METHODS, finding 10. One finding names all the needs that nobody in reach can meet.
 */
gboolean
kith_find_beyond_reach (const KithRecord *record,
                        guint school,
                        KithWording *wording,
                        KithFinding *finding)
{
  guint n;
  const KithNeeded *needs =
      kith_strengths_get_needs (record->strengths, record->schools[school].record->urn, &n);
  g_autoptr (KithCircle) circle = NULL;
  g_autoptr (GPtrArray) unmet = NULL;
  g_autofree char *areas = NULL;

  if (n == 0)
    return FALSE;
  circle = kith_circle_new (record->network, school);
  unmet = list_unmet (record, circle, needs, n);
  if (unmet->len == 0)
    return FALSE;

  areas = dup_areas (record, unmet);
  finding->severity = KITH_SEVERITY_AMBER;
  finding->chip = _ ("Beyond reach");
  kith_wording_add (
      wording,
      g_dngettext (
          NULL,
          "%s needs help with %s. Nobody within two introductions is recorded as strong at it.",
          "%s needs help with %s. Nobody within two introductions is recorded as strong at these.",
          unmet->len),
      kith_record_get_name (record, school), areas);
  finding->sentence = kith_wording_keep (wording);
  say_evidence (record, school, circle, unmet, wording);
  finding->evidence = kith_wording_keep (wording);
  kith_wording_add (wording,
                    _ ("A link with somebody strong at %s, the strength of somebody it reaches "
                       "already put on record, or the need met."),
                    areas);
  finding->clears = kith_wording_keep (wording);
  kith_wording_join (wording, "amber");
  for (guint i = 0; i < unmet->len; i++)
    kith_wording_join (wording, ";%" G_GINT64_FORMAT,
                       ((const KithNeeded *)unmet->pdata[i])->record->id);
  finding->basis = kith_wording_keep (wording);
  return TRUE;
}

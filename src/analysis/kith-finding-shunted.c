/* kith-finding-shunted.c: from trust to trust within a few years
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-trust-moves.h"

#include <glib/gi18n.h>

/* More are counted, and not told one by one. */
#define MOST_TOLD 4

/* Most schools have been in one trust or none, and need no walk along their predecessors. */
static gboolean
may_have_moved (const KithRecord *record, gint64 urn)
{
  const KithPredecessors *predecessors =
      kith_encounters_get_predecessors (kith_radar_get_encounters (record->radar));
  guint n_before, n_rows, n;
  const gint64 *before = kith_predecessors_find (predecessors, urn, &n_before);

  kith_row_index_find (record->memberships, urn, &n_rows);
  for (guint p = 0; p < n_before; p++)
    {
      kith_predecessors_find (predecessors, before[p], &n);
      if (n > 0)
        return TRUE;
      kith_row_index_find (record->memberships, before[p], &n);
      n_rows += n;
    }
  return n_rows > record->settings->shunted_changes;
}

static gboolean
is_counted (const KithRecord *record, const KithTrustStep *step)
{
  return step->from != NULL && !step->is_merger && kith_trust_moves_is_recent (record, step);
}

/* A trust of one school that became a trust of several has its name twice, under two numbers. */
static void
say_change (const KithRecord *record, const KithTrustStep *step, KithWording *wording)
{
  const char *from = kith_record_name_row (record, step->from);
  const char *to = kith_record_name_row (record, step->trust);
  char day[KITH_DATE_TEXT_SIZE + 8];

  kith_date_format (step->day, KITH_DATE_LONG, day);
  if (g_ascii_strcasecmp (from, to) == 0)
    kith_wording_add (wording, _ ("It went from %s to another trust of that name on %s."), from,
                      day);
  else
    kith_wording_add (wording, _ ("It went from %s to %s on %s."), from, to, day);
}

static void
say_changes (const KithRecord *record,
             const KithTrustMoves *moves,
             const char *name,
             KithWording *wording)
{
  char number[KITH_NUMBER_SIZE];
  guint months = record->settings->shunted_months, n_left = moves->n_counted;

  if (moves->n_counted == 2)
    kith_wording_add (wording,
                      g_dngettext (NULL, "%s has changed trust twice in the last %u month.",
                                   "%s has changed trust twice in the last %u months.", months),
                      name, months);
  else
    kith_wording_add (wording,
                      g_dngettext (NULL, "%s has changed trust %s times in the last %u month.",
                                   "%s has changed trust %s times in the last %u months.", months),
                      name, kith_number_format (moves->n_counted, FALSE, number), months);
  for (guint s = 0; s < moves->steps->len; s++)
    {
      const KithTrustStep *step = &g_array_index (moves->steps, KithTrustStep, s);

      if (is_counted (record, step) && n_left-- <= MOST_TOLD)
        say_change (record, step, wording);
    }
}

static gboolean
has_one_company (const KithTrustStep *step)
{
  return step->from->companies_house != NULL &&
         g_strcmp0 (step->from->companies_house, step->trust->companies_house) == 0;
}

static void
say_evidence (const KithRecord *record,
              const KithTrustMoves *moves,
              gint64 urn,
              KithWording *wording)
{
  char number[KITH_NUMBER_SIZE], day[KITH_DATE_TEXT_SIZE + 8];

  for (guint s = 0; s < moves->steps->len; s++)
    {
      const KithTrustStep *step = &g_array_index (moves->steps, KithTrustStep, s);

      if (is_counted (record, step) && has_one_company (step))
        kith_wording_add (
            wording,
            _ ("The change of %s may be one trust under a new number: it has one company number."),
            kith_date_format (step->day, KITH_DATE_LONG, day));
      if (is_counted (record, step) && step->urn != urn)
        kith_wording_add (wording, _ ("On %s it was URN %" G_GINT64_FORMAT "."),
                          kith_date_format (step->day, KITH_DATE_LONG, day), step->urn);
    }
  if (moves->n_mergers > 0)
    kith_wording_add (
        wording,
        g_dngettext (NULL, "%s change is not counted: all schools of the trust moved on one day.",
                     "%s changes are not counted: all schools of the trust moved on one day.",
                     moves->n_mergers),
        kith_number_format (moves->n_mergers, TRUE, number));
  if (moves->n_undated > 0)
    kith_wording_add (wording,
                      g_dngettext (NULL, "%s membership without a joining day is passed over.",
                                   "%s memberships without a joining day are passed over.",
                                   moves->n_undated),
                      kith_number_format (moves->n_undated, TRUE, number));
  kith_wording_add (wording, "%s", _ ("The days are the joining days of the lists of groups."));
}

/* The changes that make it a finding, the latest: they stay the same as days pass. It ends
   when the first of them is too long ago. */
static KithDate
add_basis (const KithRecord *record, const KithTrustMoves *moves, KithWording *wording)
{
  guint n = 0;
  KithDate first = KITH_DATE_UNKNOWN;

  kith_wording_join (wording, "amber");
  for (guint s = moves->steps->len; s > 0 && n < record->settings->shunted_changes; s--)
    {
      const KithTrustStep *step = &g_array_index (moves->steps, KithTrustStep, s - 1);

      if (!is_counted (record, step))
        continue;
      kith_wording_join (wording, ";%" G_GINT64_FORMAT ":%u", step->trust->id, step->day);
      first = step->day;
      n++;
    }
  return first;
}

/**
 * kith_find_shunted:
 *
 * METHODS, finding 6.
 */
gboolean
kith_find_shunted (const KithRecord *record,
                   guint school,
                   KithWording *wording,
                   KithFinding *finding)
{
  gint64 urn = record->schools[school].record->urn;
  g_autoptr (KithTrustMoves) moves = NULL;
  char day[KITH_DATE_TEXT_SIZE + 8];
  KithDate first;

  if (!may_have_moved (record, urn))
    return FALSE;
  moves = kith_trust_moves_new (record, urn);
  if (moves->n_counted < MAX (1, record->settings->shunted_changes))
    return FALSE;
  finding->severity = KITH_SEVERITY_AMBER;
  finding->chip = _ ("Shunted");
  finding->arrangement_id =
      g_array_index (moves->steps, KithTrustStep, moves->steps->len - 1).trust->id;
  say_changes (record, moves, kith_record_get_name (record, school), wording);
  finding->sentence = kith_wording_keep (wording);
  say_evidence (record, moves, urn, wording);
  finding->evidence = kith_wording_keep (wording);
  first = add_basis (record, moves, wording);
  finding->basis = kith_wording_keep (wording);
  kith_wording_add (
      wording, _ ("It ends by itself on %s, if the school does not change trust again."),
      kith_date_format (kith_date_outlast (first, (int)record->settings->shunted_months),
                        KITH_DATE_LONG, day));
  finding->clears = kith_wording_keep (wording);
  return TRUE;
}

/* kith-measure-words.c: where a school stands, in plain words
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-measure-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* "0.45", "−0.43"; never −0.00 */
static void
add_figure (KithWording *wording, double value, int decimals)
{
  double unit = pow (10, -decimals);

  kith_wording_add (wording, "%s%.*f", value <= -unit / 2 ? "−" : "", decimals, fabs (value));
}

/* Nothing where there are none; the format has one %s. */
static void
add_count (KithWording *wording, guint n, const char *format)
{
  char number[KITH_NUMBER_SIZE];

  if (n > 0)
    kith_wording_add (wording, format, kith_number_format (n, TRUE, number));
}

static void
tell_links (const KithMeasures *links, KithWording *wording)
{
  add_count (
      wording, links->n_links,
      g_dngettext (NULL, "%s school works with it.", "%s schools work with it.", links->n_links));
  add_count (
      wording, links->n_local_links,
      g_dngettext (NULL, "%s of them is local.", "%s of them are local.", links->n_local_links));
  add_count (wording, links->n_cross_border_links,
             g_dngettext (NULL, "%s of them is in another authority.",
                          "%s of them are in another authority.", links->n_cross_border_links));
  if (links->n_links > 0)
    add_count (wording, links->n_outside_links,
               g_dngettext (NULL, "%s more is outside this register.",
                            "%s more are outside this register.", links->n_outside_links));
}

static void
tell_whole (const KithFullMeasures *measures, KithWording *wording)
{
  guint n_others = measures->links.component - 1;

  if (n_others == 0)
    kith_wording_add (wording, "%s", _ ("No other school can be reached from it by links."));
  add_count (wording, n_others,
             g_dngettext (NULL, "%s other school can be reached from it by a chain of links.",
                          "%s other schools can be reached from it by a chain of links.",
                          n_others));
}

static void
tell_circle (const KithFullMeasures *measures, KithWording *wording)
{
  char number[KITH_NUMBER_SIZE];

  kith_wording_add (
      wording,
      g_dngettext (NULL,
                   "It is in a circle of schools that each work with at least %s other in it.",
                   "It is in a circle of schools that each work with at least %s others in it.",
                   measures->coreness),
      kith_number_format (measures->coreness, FALSE, number));
}

/* Keeps what was said, or says why there is nothing to say. */
static KithMeasureLine
end_line (KithWording *wording, const char *title, const char *why_none)
{
  if (why_none != NULL)
    kith_wording_add (wording, "%s", why_none);
  return (KithMeasureLine){ title, kith_wording_keep (wording) };
}

static KithMeasureLine
tell_figure (KithWording *wording,
             const char *title,
             double value,
             int decimals,
             const char *meaning,
             const char *why_none)
{
  if (why_none == NULL)
    {
      add_figure (wording, value, decimals);
      kith_wording_join (wording, "%s", meaning);
    }
  return end_line (wording, title, why_none);
}

/**
 * kith_full_measures_tell:
 * @measures: of a school, closeness too
 * @wording: to which the sentences belong
 * @lines: (out caller-allocates): one for each thing that is measured
 *
 * Says the measures to somebody who knows schools, not networks (LOOK, section 11).
 */
void
kith_full_measures_tell (const KithFullMeasures *measures,
                         KithWording *wording,
                         KithMeasureLine lines[static KITH_N_MEASURE_LINES])
{
  const char *why_none = measures->why_no_spread;
  KithMeasureLine *line = lines;

  tell_links (&measures->links, wording);
  *line++ = end_line (wording, _ ("Links"), why_none);
  *line++ = tell_figure (wording, _ ("Strength"), measures->links.strength, 2,
                         _ (": what its live arrangements with other schools add up to."), NULL);
  *line++ =
      tell_figure (wording, _ ("Spread"), measures->concentration, 2,
                   _ (": 1 is all through one arrangement, less is spread over more."), why_none);
  *line++ = tell_figure (
      wording, _ ("Separate ways"), measures->constraint, 2,
      _ (": the lower, the fewer of the schools that it works with work with each other."),
      why_none);
  add_count (wording, measures->reach,
             g_dngettext (NULL, "%s school can be met that way.", "%s schools can be met that way.",
                          measures->reach));
  *line++ = end_line (wording, _ ("Within two introductions"),
                      measures->reach == 0 ? _ ("No school.") : NULL);
  *line++ = tell_figure (wording, _ ("Nearness to all schools"), measures->closeness, 3,
                         _ (": 1 would be a link with every school, 0 is a link with none."), NULL);
  if (measures->coreness > 0)
    tell_circle (measures, wording);
  *line++ = end_line (wording, _ ("Close circle"), why_none);
  tell_whole (measures, wording);
  *line++ = end_line (wording, _ ("Joined with"), NULL);
  *line++ =
      end_line (wording, _ ("If it were not there"),
                measures->is_cut_point ? _ ("Some schools that reach each other now would not.")
                                       : _ ("Schools that reach each other now still would."));
  *line++ = tell_figure (wording, _ ("Within and across the border"), measures->ei, 2,
                         _ (": −1 is all links inside its authority, 1 is all across its border."),
                         measures->why_no_ei);
  g_assert (line == lines + KITH_N_MEASURE_LINES);
}

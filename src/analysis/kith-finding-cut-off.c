/* kith-finding-cut-off.c: a few schools that work only with one another
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* By name, as people look for them. */
static int
compare_schools (const void *a, const void *b, gpointer data)
{
  const KithRecord *record = data;
  guint one = *(const guint *)a, other = *(const guint *)b;
  int order = strcmp (kith_record_get_name (record, one), kith_record_get_name (record, other));

  return order != 0 ? order : (one > other) - (one < other);
}

static gboolean
has_school (const GArray *schools, guint school)
{
  for (guint s = 0; s < schools->len; s++)
    if (g_array_index (schools, guint, s) == school)
      return TRUE;
  return FALSE;
}

/* It and the schools that it is tied to, directly or through others: they are few. */
static GArray *
list_component (const KithRecord *record, guint school)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (members, school);
  for (guint at = 0; at < members->len; at++)
    {
      guint n;
      const KithTied *tied =
          kith_network_get_tied (record->network, g_array_index (members, guint, at), &n);

      for (guint t = 0; t < n; t++)
        if (!has_school (members, tied[t].school))
          g_array_append_val (members, tied[t].school);
    }
  g_qsort_with_data (members->data + sizeof (guint), (int)members->len - 1, sizeof (guint),
                     compare_schools, (gpointer)record);
  return members;
}

/**
 * kith_cut_off_find_other:
 * @school: index
 *
 * Returns: how many schools another component than its own holds, where it holds more than the
 *   share of METHODS, finding 8; 0 where none does
 */
guint
kith_cut_off_find_other (const KithRecord *record, guint school)
{
  gboolean is_in_largest = record->measures[school].component == record->largest;

  if (is_in_largest && record->n_in_largest <= record->largest)
    return 0;
  return record->largest > record->settings->cut_off_share * record->n_schools ? record->largest
                                                                               : 0;
}

static char *
dup_names (const KithRecord *record, const GArray *schools)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint s = 0; s < schools->len; s++)
    g_ptr_array_add (names,
                     (gpointer)kith_record_get_name (record, g_array_index (schools, guint, s)));
  g_ptr_array_add (names, NULL);
  return kith_text_dup_list ((const char *const *)names->pdata);
}

static void
say_sentence (const KithRecord *record, const GArray *members, guint n_other, KithWording *wording)
{
  g_autofree char *names = dup_names (record, members);
  g_autofree char *held = kith_text_dup_count (n_other);
  g_autofree char *all = kith_text_dup_count (record->n_schools);

  kith_wording_add (wording, _ ("%s work only with one another."), names);
  kith_wording_add (wording,
                    _ ("%s of the %s schools in scope are tied together elsewhere, directly or "
                       "through others."),
                    held, all);
}

static void
say_evidence (const KithRecord *record, const GArray *members, KithWording *wording)
{
  char number[KITH_NUMBER_SIZE];
  guint n_outside = 0;

  for (guint s = 0; s < members->len; s++)
    n_outside += record->measures[g_array_index (members, guint, s)].n_outside_links;
  kith_wording_add (wording, _ ("Fewer than %u schools together count as cut off."),
                    record->settings->cut_off_schools);
  if (n_outside > 0)
    kith_wording_add (wording,
                      g_dngettext (NULL,
                                   "They also have %s link to a school outside this register, "
                                   "which may be tied to others.",
                                   "They also have %s links to schools outside this register, "
                                   "which may be tied to others.",
                                   n_outside),
                      kith_number_format (n_outside, FALSE, number));
}

/**
 * kith_find_cut_off:
 *
 * METHODS, finding 8.
 */
gboolean
kith_find_cut_off (const KithRecord *record,
                   guint school,
                   KithWording *wording,
                   KithFinding *finding)
{
  const KithMeasures *measures = &record->measures[school];
  guint n_other = kith_cut_off_find_other (record, school);
  g_autoptr (GArray) members = NULL;

  if (measures->n_links == 0 || measures->component >= record->settings->cut_off_schools ||
      n_other == 0)
    return FALSE;
  members = list_component (record, school);
  finding->severity = KITH_SEVERITY_AMBER;
  finding->chip = _ ("Cut off");
  say_sentence (record, members, n_other, wording);
  finding->sentence = kith_wording_keep (wording);
  say_evidence (record, members, wording);
  finding->evidence = kith_wording_keep (wording);
  finding->clears =
      _ ("A live partnership of any of them with a school that works with the others.");
  kith_wording_join (wording, "amber");
  for (guint s = 1; s < members->len; s++)
    kith_wording_join (wording, ";%" G_GINT64_FORMAT,
                       record->schools[g_array_index (members, guint, s)].record->urn);
  finding->basis = kith_wording_keep (wording);
  return TRUE;
}

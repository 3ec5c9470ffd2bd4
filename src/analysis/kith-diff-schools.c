/* kith-diff-schools.c: schools that opened, closed, went on as another, or moved
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-diff-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

/* The trust of a school on one side; index is %KITH_INDEX_NONE where it has none. */
typedef struct
{
  guint index;
  gint64 id;
  const char *name;
  const KithNetworkMember *member;
} TrustSide;

static gint64
get_urn (const KithComparing *self, guint side, guint school)
{
  return self->records[side]->schools[school].record->urn;
}

static gboolean
is_gone (const KithComparing *self, gint64 urn)
{
  return kith_network_find_school (self->records[KITH_BEFORE]->network, urn) != KITH_INDEX_NONE &&
         kith_network_find_school (self->records[KITH_AFTER]->network, urn) == KITH_INDEX_NONE;
}

static gboolean
is_new (const KithComparing *self, gint64 urn)
{
  return kith_network_find_school (self->records[KITH_BEFORE]->network, urn) == KITH_INDEX_NONE;
}

/* Each school that is gone, and those that follow it, new or not. */
static void
list_followers (KithComparing *self)
{
  for (guint i = 0; i < self->records[KITH_AFTER]->n_schools; i++)
    {
      gint64 urn = get_urn (self, KITH_AFTER, i);
      guint n;
      const gint64 *before = kith_predecessors_find (self->predecessors, urn, &n);

      for (guint p = 0; p < n; p++)
        {
          GArray *followers = g_hash_table_lookup (self->followers, &before[p]);

          if (!is_gone (self, before[p]))
            continue;
          if (followers == NULL)
            {
              followers = g_array_new (FALSE, FALSE, sizeof (gint64));
              g_hash_table_insert (self->followers, g_memdup2 (&before[p], sizeof urn), followers);
            }
          g_array_append_val (followers, urn);
        }
    }
}

static guint
count_new_followers (const KithComparing *self, gint64 urn)
{
  const GArray *followers = g_hash_table_lookup (self->followers, &urn);
  guint n_new = 0;

  for (guint f = 0; followers != NULL && f < followers->len; f++)
    n_new += is_new (self, g_array_index (followers, gint64, f));
  return n_new;
}

/* One that is gone is the same school where it alone became a new one, and that one alone. */
static void
match_heir (KithComparing *self, gint64 urn)
{
  guint n, n_gone = 0;
  const gint64 *before = kith_predecessors_find (self->predecessors, urn, &n);

  for (guint p = 0; p < n; p++)
    {
      if (count_new_followers (self, before[p]) > 1)
        return;
      n_gone += is_gone (self, before[p]);
    }
  for (guint p = 0; p < n; p++)
    if (is_gone (self, before[p]))
      g_hash_table_insert (n_gone == 1 ? self->heirs : self->merged,
                           g_memdup2 (&before[p], sizeof urn), g_memdup2 (&urn, sizeof urn));
}

static int
compare_schools (gconstpointer a, gconstpointer b)
{
  const KithDiffSchool *one = a, *other = b;

  return (one->urn > other->urn) - (one->urn < other->urn);
}

/**
 * kith_comparing_match_schools:
 *
 * Lists the schools of both sides, one that went on under another URN once.
 */
void
kith_comparing_match_schools (KithComparing *self)
{
  list_followers (self);
  for (guint i = 0; i < self->records[KITH_AFTER]->n_schools; i++)
    if (is_new (self, get_urn (self, KITH_AFTER, i)))
      match_heir (self, get_urn (self, KITH_AFTER, i));
  for (guint i = 0; i < self->records[KITH_BEFORE]->n_schools; i++)
    {
      gint64 urn = get_urn (self, KITH_BEFORE, i);
      const gint64 *heir = g_hash_table_lookup (self->heirs, &urn);
      KithDiffSchool school = { .urn = heir != NULL ? *heir : urn, .was = urn };

      school.index[KITH_BEFORE] = i;
      school.index[KITH_AFTER] =
          kith_network_find_school (self->records[KITH_AFTER]->network, school.urn);
      g_array_append_val (self->schools, school);
    }
  g_array_sort (self->schools, compare_schools);
  for (guint i = 0, n = self->schools->len; i < self->records[KITH_AFTER]->n_schools; i++)
    {
      KithDiffSchool school = { .urn = get_urn (self, KITH_AFTER, i) };

      school.was = school.urn;
      school.index[KITH_BEFORE] = KITH_INDEX_NONE;
      school.index[KITH_AFTER] = i;
      if (!is_new (self, school.urn) || (n > 0 && bsearch (&school, self->schools->data, n,
                                                           sizeof school, compare_schools) != NULL))
        continue;
      g_array_append_val (self->schools, school);
    }
  g_array_sort (self->schools, compare_schools);
}

static const KithNetworkSchool *
get_side (const KithComparing *self, const KithDiffSchool *school, guint side)
{
  return school->index[side] == KITH_INDEX_NONE
             ? NULL
             : &self->records[side]->schools[school->index[side]];
}

static gboolean
is_home (const KithComparing *self, const KithDiffSchool *school, guint side)
{
  const KithNetworkSchool *at = get_side (self, school, side);

  return at != NULL && at->is_home;
}

static gboolean
lies_between (const KithComparing *self, KithDate day)
{
  return day > self->records[KITH_BEFORE]->as_at && day <= self->records[KITH_AFTER]->as_at;
}

static const char *
format_since (const KithComparing *self, char text[static KITH_DATE_TEXT_SIZE + 8])
{
  return kith_date_format (self->records[KITH_BEFORE]->as_at, KITH_DATE_LONG, text);
}

static TrustSide
get_trust (const KithComparing *self, const KithDiffSchool *school, guint side)
{
  const KithNetworkSchool *at = get_side (self, school, side);
  TrustSide trust = { KITH_INDEX_NONE };
  const KithNetworkArrangement *in;

  if (at == NULL || at->trust == KITH_INDEX_NONE)
    return trust;
  in = &self->records[side]->arrangements[at->trust];
  trust.index = at->trust;
  trust.id = in->record != NULL ? in->record->id : KITH_INT_NONE;
  trust.name = kith_record_get_arrangement_name (self->records[side], at->trust);
  trust.member = kith_comparing_find_member (self, side, school->index[side], at->trust);
  return trust;
}

/* Those that only establishment files name are one where their names are. */
static gboolean
is_same_trust (const TrustSide *a, const TrustSide *b)
{
  if (a->index == KITH_INDEX_NONE || b->index == KITH_INDEX_NONE)
    return a->index == b->index;
  return a->id == b->id && (a->id != KITH_INT_NONE || g_strcmp0 (a->name, b->name) == 0);
}

/* “On the roll it stands under Look in: No live link and Odd one out.” */
static void
say_standing (KithComparing *self, const KithDiffSchool *school)
{
  const KithRollRow *row = kith_roll_find (self->rolls[KITH_AFTER], school->urn);
  g_autoptr (GPtrArray) chips = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (row == NULL)
    return;
  for (guint f = 0; f < row->n_findings; f++)
    g_ptr_array_add (chips, (gpointer)row->findings[f].chip);
  g_ptr_array_add (chips, NULL);
  list = kith_text_dup_list ((const char *const *)chips->pdata);
  if (list[0] == '\0')
    kith_wording_add (self->wording, _ ("On the roll it stands under “%s”."),
                      kith_tier_get_words (row->tier));
  else
    kith_wording_add (self->wording, _ ("On the roll it stands under “%s”: %s."),
                      kith_tier_get_words (row->tier), list);
}

static gint64 *
dup_others (const gint64 *urns, guint n)
{
  gint64 *others = g_new0 (gint64, n + 1);

  for (guint u = 0; u < n; u++)
    others[u] = urns[u];
  return others;
}

static void
add_opened (KithComparing *self, const KithDiffSchool *school)
{
  const KithSchool *record = kith_comparing_get_school (self, school->urn);
  const char *name = kith_comparing_get_name (self, school->urn);
  char day[KITH_DATE_TEXT_SIZE + 8];
  guint n;
  const gint64 *before = kith_predecessors_find (self->predecessors, school->urn, &n);
  const char *follows = n > 0 ? kith_comparing_keep_names (self, before, n) : NULL;
  KithDiffItem *item;

  if (lies_between (self, record->opened))
    kith_wording_add (self->wording, _ ("%s opened on %s."), name,
                      kith_date_format (record->opened, KITH_DATE_LONG, day));
  else
    kith_wording_add (self->wording, _ ("%s is open and in scope, and was not on %s."), name,
                      format_since (self, day));
  if (follows != NULL)
    kith_wording_add (self->wording, _ ("It follows %s."), follows);
  say_standing (self, school);
  item = kith_comparing_add (self, KITH_DIFF_OPENED, record->opened, school->urn);
  item->others = n > 0 ? dup_others (before, n) : NULL;
}

/* The one school that a school which is gone went on as, or that took it in. */
static gint64
find_heir (const KithComparing *self, const KithDiffSchool *school)
{
  const GArray *followers = g_hash_table_lookup (self->followers, &school->was);

  return followers != NULL && followers->len == 1 ? g_array_index (followers, gint64, 0)
                                                  : KITH_INT_NONE;
}

static void
add_closed (KithComparing *self, const KithDiffSchool *school)
{
  const KithSchool *record = kith_comparing_get_school (self, school->urn);
  const char *name = kith_comparing_get_name (self, school->urn), *followers = NULL;
  gboolean is_closed = record->status != NULL && g_ascii_strcasecmp (record->status, "Closed") == 0;
  const GArray *successors = g_hash_table_lookup (self->followers, &school->urn);
  char day[KITH_DATE_TEXT_SIZE + 8];
  KithDiffItem *item;

  if (successors != NULL)
    followers = kith_comparing_keep_names (self, (const gint64 *)(gpointer)successors->data,
                                           successors->len);
  kith_date_format (record->closed, KITH_DATE_LONG, day);
  if (is_closed)
    kith_wording_add (self->wording, _ ("%s closed on %s."), name, day);
  else
    kith_wording_add (self->wording,
                      _ ("%s was to close on %s; a newer schools file is needed to say that it "
                         "did."),
                      name, day);
  if (followers != NULL)
    kith_wording_add (self->wording, _ ("It is followed by %s."), followers);
  item = kith_comparing_add (self, KITH_DIFF_CLOSED, record->closed, school->urn);
  item->decision = kith_comparing_decide (self, school->urn, find_heir (self, school));
}

static gboolean
is_academy (const KithSchool *school)
{
  return school->type_group != NULL && g_ascii_strcasecmp (school->type_group, "Academies") == 0;
}

static void
say_trust (KithComparing *self, const KithDiffSchool *school)
{
  TrustSide was = get_trust (self, school, KITH_BEFORE);
  TrustSide is = get_trust (self, school, KITH_AFTER);

  if (is_same_trust (&was, &is))
    return;
  if (is.name != NULL)
    kith_wording_add (self->wording, _ ("It is in %s."), is.name);
  if (was.name != NULL)
    kith_wording_add (self->wording, _ ("Before, it was in %s."), was.name);
}

static void
add_converted (KithComparing *self, const KithDiffSchool *school)
{
  const KithSchool *record = kith_comparing_get_school (self, school->urn);
  const KithSchool *was = kith_comparing_get_school (self, school->was);
  const char *name = kith_comparing_get_name (self, school->urn);
  const char *old_name = kith_comparing_get_name (self, school->was);
  KithDate opened = lies_between (self, record->opened) ? record->opened : was->closed;
  char day[KITH_DATE_TEXT_SIZE + 8];
  KithDiffItem *item;

  kith_date_format (opened, KITH_DATE_LONG, day);
  if (is_academy (record) && !is_academy (was))
    kith_wording_add (self->wording,
                      _ ("%s became an academy on %s and is now %s (URN %" G_GINT64_FORMAT ")."),
                      old_name, day, name, school->urn);
  else
    kith_wording_add (self->wording, _ ("%s went on as %s (URN %" G_GINT64_FORMAT ") on %s."),
                      old_name, name, school->urn, day);
  say_trust (self, school);
  item = kith_comparing_add (self, KITH_DIFF_CONVERTED, opened, school->urn);
  item->others = dup_others (&school->was, 1);
  item->before = get_trust (self, school, KITH_BEFORE).name;
  item->after = get_trust (self, school, KITH_AFTER).name;
  item->decision = kith_comparing_decide (self, school->was, school->urn);
}

static void
add_merged (KithComparing *self, const KithDiffSchool *school)
{
  const KithSchool *record = kith_comparing_get_school (self, school->urn);
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  char day[KITH_DATE_TEXT_SIZE + 8];
  const char *names;
  KithDiffItem *item;
  guint n;
  const gint64 *before = kith_predecessors_find (self->predecessors, school->urn, &n);
  GString *decisions = g_string_new (NULL);

  for (guint p = 0; p < n; p++)
    if (is_gone (self, before[p]))
      {
        const char *decision = kith_comparing_decide (self, before[p], school->urn);

        g_array_append_val (gone, before[p]);
        if (decision != NULL)
          g_string_append_printf (decisions, "%s%s", decisions->len > 0 ? " " : "", decision);
      }
  names = kith_comparing_keep_names (self, (const gint64 *)(gpointer)gone->data, gone->len);
  kith_wording_add (self->wording, _ ("%s became one school on %s: %s (URN %" G_GINT64_FORMAT ")."),
                    names, kith_date_format (record->opened, KITH_DATE_LONG, day),
                    kith_comparing_get_name (self, school->urn), school->urn);
  say_standing (self, school);
  item = kith_comparing_add (self, KITH_DIFF_MERGED, record->opened, school->urn);
  item->others = dup_others ((const gint64 *)(gpointer)gone->data, gone->len);
  if (decisions->len > 0)
    {
      kith_wording_join (self->wording, "%s", decisions->str);
      item->decision = kith_wording_keep (self->wording);
    }
  g_string_free (decisions, TRUE);
}

static void
add_moved_trust (KithComparing *self, const KithDiffSchool *school)
{
  TrustSide was = get_trust (self, school, KITH_BEFORE);
  TrustSide is = get_trust (self, school, KITH_AFTER);
  const char *name = kith_comparing_get_name (self, school->urn);
  KithDate day = KITH_DATE_UNKNOWN;
  char text[KITH_DATE_TEXT_SIZE + 8];
  KithDiffItem *item;

  if (is_same_trust (&was, &is))
    return;
  if (is.member != NULL && is.member->record != NULL)
    day = is.member->record->joined;
  else if (was.member != NULL && was.member->record != NULL)
    day = was.member->record->left_date;
  if (!lies_between (self, day))
    day = KITH_DATE_UNKNOWN;
  if (was.name == NULL)
    kith_wording_join (self->wording, _ ("%s joined %s"), name, is.name);
  else if (is.name == NULL)
    kith_wording_join (self->wording, _ ("%s left %s and is in no trust or federation now"), name,
                       was.name);
  else
    kith_wording_join (self->wording, _ ("%s moved from %s to %s"), name, was.name, is.name);
  if (day != KITH_DATE_UNKNOWN)
    kith_wording_join (self->wording, _ (", on %s"), kith_date_format (day, KITH_DATE_LONG, text));
  kith_wording_join (self->wording, ".");
  item = kith_comparing_add (self, KITH_DIFF_MOVED_TRUST, day, school->urn);
  item->arrangement_id = is.name != NULL ? is.id : was.id;
  item->before = was.name;
  item->after = is.name;
  item->decision = kith_comparing_decide_move (self, school->index[KITH_AFTER]);
}

static void
add_moved_authority (KithComparing *self, const KithDiffSchool *school)
{
  const char *name = kith_comparing_get_name (self, school->urn);
  const char *was =
      kith_network_get_authority (self->records[KITH_BEFORE]->network, school->index[KITH_BEFORE]);
  const char *is =
      kith_network_get_authority (self->records[KITH_AFTER]->network, school->index[KITH_AFTER]);
  KithDiffItem *item;

  if (was == NULL || is == NULL)
    kith_wording_add (self->wording, _ ("%s is in another authority now."), name);
  else
    kith_wording_add (self->wording, _ ("%s was in %s and is in %s now."), name, was, is);
  if (is_home (self, school, KITH_BEFORE) && !is_home (self, school, KITH_AFTER))
    kith_wording_add (self->wording, "%s", _ ("It is on the roll no longer."));
  else if (!is_home (self, school, KITH_BEFORE))
    kith_wording_add (self->wording, "%s", _ ("It is on the roll now."));
  item = kith_comparing_add (self, KITH_DIFF_MOVED_AUTHORITY, KITH_DATE_UNKNOWN, school->urn);
  item->before = was;
  item->after = is;
}

static gboolean
is_merged_into (const KithComparing *self, gint64 urn)
{
  guint n;
  const gint64 *before = kith_predecessors_find (self->predecessors, urn, &n);

  for (guint p = 0; p < n; p++)
    if (g_hash_table_contains (self->merged, &before[p]))
      return TRUE;
  return FALSE;
}

static void
add_school (KithComparing *self, const KithDiffSchool *school)
{
  const KithNetworkSchool *was = get_side (self, school, KITH_BEFORE);
  const KithNetworkSchool *is = get_side (self, school, KITH_AFTER);

  if (was == NULL && is_merged_into (self, school->urn))
    add_merged (self, school);
  else if (was == NULL)
    add_opened (self, school);
  else if (is == NULL)
    {
      if (!g_hash_table_contains (self->merged, &school->urn))
        add_closed (self, school);
    }
  else if (school->urn != school->was)
    add_converted (self, school);
  else
    add_moved_trust (self, school);
  if (was != NULL && is != NULL && was->la != is->la &&
      (is_home (self, school, KITH_BEFORE) || is_home (self, school, KITH_AFTER)))
    add_moved_authority (self, school);
}

/* Whether schools went, and something of officers’ own records still speaks of them: whoever’s
   they are. */
static gboolean
leaves_something_open (KithComparing *self, const KithDiffSchool *school)
{
  guint n;
  const gint64 *before = kith_predecessors_find (self->predecessors, school->urn, &n);

  if (school->index[KITH_BEFORE] == KITH_INDEX_NONE)
    {
      for (guint p = 0; p < n && is_merged_into (self, school->urn); p++)
        if (is_gone (self, before[p]) &&
            kith_comparing_decide (self, before[p], school->urn) != NULL)
          return TRUE;
      return FALSE;
    }
  return is_gone (self, school->was) &&
         kith_comparing_decide (self, school->was,
                                school->was != school->urn ? school->urn
                                                           : find_heir (self, school)) != NULL;
}

/**
 * kith_comparing_add_schools:
 *
 * Tells of schools that opened, closed, went on as another, or moved trust or authority: home
 * schools, and others that went while officers’ own records still speak of them.
 */
void
kith_comparing_add_schools (KithComparing *self)
{
  for (guint s = 0; s < self->schools->len; s++)
    {
      const KithDiffSchool *school = &g_array_index (self->schools, KithDiffSchool, s);

      if (is_home (self, school, KITH_BEFORE) || is_home (self, school, KITH_AFTER) ||
          leaves_something_open (self, school))
        add_school (self, school);
    }
}

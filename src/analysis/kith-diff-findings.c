/* kith-diff-findings.c: findings that came and went, and tiers that moved
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-diff-private.h"

#include <glib/gi18n.h>

/* The findings of one subject on one side. */
typedef struct
{
  const KithFinding *held;
  guint n_held;
  const KithFinding *aside;
  guint n_aside;
} Side;

/* One code of it; both %NULL where it does not hold. */
typedef struct
{
  const KithFinding *held, *aside;
} State;

static const KithFinding *
find_code (const KithFinding *findings, guint n, KithFindingCode code)
{
  for (guint f = 0; f < n; f++)
    if (findings[f].code == code)
      return &findings[f];
  return NULL;
}

static State
get_state (const Side *side, KithFindingCode code)
{
  return (State){ find_code (side->held, side->n_held, code),
                  find_code (side->aside, side->n_aside, code) };
}

/* What became of a finding, or %KITH_N_DIFFS where it is as it was. */
static KithDiffKind
compare_states (State was, State is)
{
  if (is.held != NULL)
    {
      if (was.held != NULL)
        return was.held->severity == is.held->severity ? KITH_N_DIFFS : KITH_DIFF_FINDING_CHANGED;
      return was.aside != NULL ? KITH_DIFF_FINDING_RETURNED : KITH_DIFF_FINDING_CAME;
    }
  if (is.aside != NULL)
    return was.aside != NULL ? KITH_N_DIFFS : KITH_DIFF_FINDING_SET_ASIDE;
  return was.held != NULL || was.aside != NULL ? KITH_DIFF_FINDING_WENT : KITH_N_DIFFS;
}

/* What it is called now, or was. */
static const char *
get_chip (State was, State is)
{
  const KithFinding *findings[] = { is.held, is.aside, was.held, was.aside };
  guint f = 0;

  while (findings[f] == NULL)
    f++;
  return findings[f]->chip;
}

/* What there is now where a finding was. */
static void
say_instead (KithComparing *self, KithFindingCode code, const KithRollRow *row)
{
  char day[KITH_DATE_TEXT_SIZE + 8];
  char number[KITH_NUMBER_SIZE];

  if (row == NULL)
    return;
  if (code == KITH_FINDING_OFF_THE_RADAR && row->last_contact != KITH_DATE_UNKNOWN)
    kith_wording_add (self->wording, _ ("It was last met on %s."),
                      kith_date_format (row->last_contact, KITH_DATE_LONG, day));
  else if (code <= KITH_FINDING_NO_LOCAL_LINK || code == KITH_FINDING_CUT_OFF ||
           code == KITH_FINDING_HANGS_BY_A_THREAD)
    kith_wording_add (self->wording,
                      g_dngettext (GETTEXT_PACKAGE, "It works with %s school now.",
                                   "It works with %s schools now.", row->n_links),
                      kith_number_format (row->n_links, FALSE, number));
}

static void
say_change (KithComparing *self,
            const char *subject,
            KithDiffKind kind,
            KithFindingCode code,
            State was,
            State is,
            const KithRollRow *row)
{
  const KithFinding *gone = was.held != NULL ? was.held : was.aside;
  const char *chip = get_chip (was, is);
  char day[KITH_DATE_TEXT_SIZE + 8];

  switch (kind)
    {
    case KITH_DIFF_FINDING_CHANGED:
      kith_wording_add (self->wording, _ ("“%s” was %s and is %s."), chip,
                        kith_severity_get_key (was.held->severity),
                        kith_severity_get_key (is.held->severity));
      kith_wording_add (self->wording, "%s", is.held->sentence);
      break;
    case KITH_DIFF_FINDING_RETURNED:
      kith_wording_add (self->wording, _ ("“%s” is no longer set aside."), chip);
      kith_wording_add (self->wording, "%s", is.held->sentence);
      break;
    case KITH_DIFF_FINDING_SET_ASIDE:
      kith_wording_add (self->wording, _ ("Of %s, “%s” was set aside."), subject, chip);
      if (is.aside->aside != NULL && !kith_text_is_blank (is.aside->aside->reason))
        kith_wording_add (self->wording, _ ("The reason: %s"), is.aside->aside->reason);
      break;
    case KITH_DIFF_FINDING_WENT:
      kith_wording_add (self->wording, _ ("“%s” holds no longer of %s."), chip, subject);
      say_instead (self, code, row);
      kith_wording_add (self->wording, _ ("On %s: %s"),
                        kith_date_format (self->records[KITH_BEFORE]->as_at, KITH_DATE_LONG, day),
                        gone->sentence);
      break;
    default:
      kith_wording_add (self->wording, "%s", is.held->sentence);
    }
}

static const char *
get_severity (State state)
{
  return state.held != NULL    ? kith_severity_get_key (state.held->severity)
         : state.aside != NULL ? "set-aside"
                               : NULL;
}

static void
compare_sides (KithComparing *self,
               gint64 urn,
               const KithArrangement *arrangement,
               const Side sides[2],
               const KithRollRow *row)
{
  const char *subject = arrangement != NULL
                            ? kith_record_name_row (self->records[KITH_AFTER], arrangement)
                            : kith_comparing_get_name (self, urn);

  for (guint c = 0; c < KITH_N_FINDINGS; c++)
    {
      State was = get_state (&sides[KITH_BEFORE], (KithFindingCode)c);
      State is = get_state (&sides[KITH_AFTER], (KithFindingCode)c);
      KithDiffKind kind = compare_states (was, is);
      const KithFinding *finding = is.held != NULL ? is.held : was.held;
      KithDiffItem *item;

      if (kind == KITH_N_DIFFS)
        continue;
      say_change (self, subject, kind, (KithFindingCode)c, was, is, row);
      item = kith_comparing_add (self, kind, KITH_DATE_UNKNOWN, urn);
      item->code = (KithFindingCode)c;
      item->before = get_severity (was);
      item->after = get_severity (is);
      item->is_grave = finding != NULL && finding->severity == KITH_SEVERITY_RED;
      if (arrangement != NULL)
        {
          item->arrangement_id = arrangement->id;
          item->name = subject;
        }
      else if (finding != NULL)
        item->arrangement_id = finding->arrangement_id;
    }
}

/* “Off the radar came”, “No live link went”: why a tier moved. */
static void
say_reasons (KithComparing *self, const Side sides[2])
{
  static const struct
  {
    KithDiffKind kind;
    const char *words;
  } turns[] = {
    { KITH_DIFF_FINDING_CAME, N_ ("Came: %s.") },
    { KITH_DIFF_FINDING_CHANGED, N_ ("Graver or less grave: %s.") },
    { KITH_DIFF_FINDING_RETURNED, N_ ("No longer set aside: %s.") },
    { KITH_DIFF_FINDING_SET_ASIDE, N_ ("Set aside: %s.") },
    { KITH_DIFF_FINDING_WENT, N_ ("Went: %s.") },
  };

  for (guint t = 0; t < G_N_ELEMENTS (turns); t++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      g_autofree char *list = NULL;

      for (guint c = 0; c < KITH_N_FINDINGS; c++)
        {
          State was = get_state (&sides[KITH_BEFORE], (KithFindingCode)c);
          State is = get_state (&sides[KITH_AFTER], (KithFindingCode)c);

          if (compare_states (was, is) == turns[t].kind)
            g_ptr_array_add (names, (gpointer)get_chip (was, is));
        }
      if (names->len == 0)
        continue;
      g_ptr_array_add (names, NULL);
      list = kith_text_dup_list ((const char *const *)names->pdata);
      kith_wording_add (self->wording, _ (turns[t].words), list);
    }
}

static void
compare_tiers (KithComparing *self,
               gint64 urn,
               const Side sides[2],
               const KithRollRow *was,
               const KithRollRow *is)
{
  KithDiffItem *item;

  if (was->tier == is->tier)
    return;
  kith_wording_add (self->wording, _ ("%s moved from “%s” to “%s”."),
                    kith_comparing_get_name (self, urn), kith_tier_get_words (was->tier),
                    kith_tier_get_words (is->tier));
  say_reasons (self, sides);
  item = kith_comparing_add (self, KITH_DIFF_TIER_MOVED, KITH_DATE_UNKNOWN, urn);
  item->before = kith_tier_get_key (was->tier);
  item->after = kith_tier_get_key (is->tier);
  item->is_grave = is->tier <= KITH_TIER_LOOK_IN && is->tier < was->tier;
}

static void
compare_school (KithComparing *self, const KithDiffSchool *school)
{
  const KithRollRow *was = kith_roll_find (self->rolls[KITH_BEFORE], school->was);
  const KithRollRow *is = kith_roll_find (self->rolls[KITH_AFTER], school->urn);

  if (was != NULL && is != NULL)
    {
      Side sides[2] = {
        { was->findings, was->n_findings, was->set_aside, was->n_set_aside },
        { is->findings, is->n_findings, is->set_aside, is->n_set_aside },
      };

      compare_sides (self, school->urn, NULL, sides, is);
      compare_tiers (self, school->urn, sides, was, is);
    }
}

static const KithArrangement *
get_arrangement (const KithComparing *self, guint side, const KithRollArrangement *row)
{
  return self->records[side]->arrangements[row->arrangement].record;
}

/* Both rolls have them by their keys. */
static void
compare_arrangements (KithComparing *self)
{
  guint n[2], at[2] = { 0, 0 };
  const KithRollArrangement *rows[2];

  for (guint s = 0; s < 2; s++)
    rows[s] = kith_roll_get_arrangements (self->rolls[s], &n[s]);
  while (at[KITH_BEFORE] < n[KITH_BEFORE] || at[KITH_AFTER] < n[KITH_AFTER])
    {
      const KithArrangement *next[2];
      const KithArrangement *first;
      Side sides[2] = { { NULL } };

      for (guint s = 0; s < 2; s++)
        next[s] = at[s] < n[s] ? get_arrangement (self, s, &rows[s][at[s]]) : NULL;
      first = next[0] == NULL || (next[1] != NULL && next[1]->id < next[0]->id) ? next[1] : next[0];
      for (guint s = 0; s < 2; s++)
        if (next[s] == first)
          {
            const KithRollArrangement *row = &rows[s][at[s]++];

            sides[s] = (Side){ row->findings, row->n_findings, row->set_aside, row->n_set_aside };
          }
      compare_sides (self, KITH_INT_NONE, first, sides, NULL);
    }
}

/**
 * kith_comparing_add_findings:
 *
 * Tells of findings on schools that stand on both rolls, and on arrangements, that came, went,
 * or are graver, less grave or set aside; and of tiers that moved.
 */
void
kith_comparing_add_findings (KithComparing *self)
{
  for (guint s = 0; s < self->schools->len; s++)
    compare_school (self, &g_array_index (self->schools, KithDiffSchool, s));
  compare_arrangements (self);
}

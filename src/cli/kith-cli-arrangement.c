/* kith-cli-arrangement.c: everything about one arrangement
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-told.h"
#include "kith-cli.h"

#include <glib/gi18n.h>

#include "kith-arrangement-story.h"

/**
 * Section:
 * @key: in JSON
 * @heading: in a table for people
 * @columns: (array length=n_columns): of its table
 * @add_rows: writes them
 * @append_words: (nullable): writes sentences in place of a table for people
 */
typedef struct
{
  const char *key;
  const char *heading;
  const KithColumn *columns;
  guint n_columns;
  void (*add_rows) (KithOutput *output, KithRoll *roll, const KithArrangementStory *story);
  void (*append_words) (GString *text, const KithArrangementStory *story);
} Section;

static const KithColumn arrangement_columns[] = {
  { "arrangement", KITH_COLUMN_NUMBER }, { "name", KITH_COLUMN_TEXT },
  { "kind", KITH_COLUMN_TEXT },          { "state", KITH_COLUMN_TEXT },
  { "parent", KITH_COLUMN_TEXT },        { "lead", KITH_COLUMN_TEXT },
  { "starts", KITH_COLUMN_TEXT },        { "focus", KITH_COLUMN_TEXT },
  { "objective", KITH_COLUMN_TEXT },     { "schools", KITH_COLUMN_NUMBER },
  { "engaged", KITH_COLUMN_NUMBER },     { "silent", KITH_COLUMN_NUMBER },
  { "patch", KITH_COLUMN_NUMBER },       { "not_reached", KITH_COLUMN_NUMBER },
  { "capacity", KITH_COLUMN_NUMBER },
};

static void
add_arrangement (KithOutput *output, KithRoll *roll, const KithArrangementStory *story)
{
  const KithPartnership *partnership = &story->partnership;
  const KithEngagement *engagement = &partnership->engagement;
  gboolean has_patch = engagement->patch != KITH_PATCH_NONE;

  kith_output_add_int (output, partnership->record->id);
  kith_output_add_text (output, kith_partnership_get_name (partnership));
  kith_output_add_text (output, kith_kind_get_info (partnership->kind)->key);
  kith_output_add_text (output, kith_partnership_state_get_words (partnership->state));
  kith_output_add_text (output, story->parent);
  kith_output_add_text (output, story->lead);
  kith_output_add_date (output, partnership->record->starts);
  kith_output_add_text (output, partnership->record->focus);
  kith_output_add_text (output, partnership->record->objective);
  kith_output_add_int (output, engagement->n_schools);
  kith_output_add_int (output, engagement->n_engaged);
  kith_output_add_int (output, engagement->n_silent);
  kith_output_add_int (output, has_patch ? engagement->n_patch : KITH_INT_NONE);
  kith_output_add_int (output, has_patch ? engagement->n_not_reached : KITH_INT_NONE);
  kith_output_add_int (output, partnership->record->capacity);
}

static void
add_findings (KithOutput *output, KithRoll *roll, const KithArrangementStory *story)
{
  const KithRollArrangement *row = story->partnership.row;

  if (row == NULL)
    return;
  kith_cli_add_findings (output, row->findings, row->n_findings);
  kith_cli_add_findings (output, row->set_aside, row->n_set_aside);
}

static const KithColumn member_columns[] = {
  { "urn", KITH_COLUMN_NUMBER },        { "name", KITH_COLUMN_TEXT },
  { "role", KITH_COLUMN_TEXT },         { "joined", KITH_COLUMN_TEXT },
  { "last_contact", KITH_COLUMN_TEXT }, { "standing", KITH_COLUMN_TEXT },
  { "engaged", KITH_COLUMN_NUMBER },    { "support", KITH_COLUMN_TEXT },
};

static void
add_members (KithOutput *output, KithRoll *roll, const KithArrangementStory *story)
{
  for (guint m = 0; m < story->members->len; m++)
    {
      const KithStoryMember *member = &g_array_index (story->members, KithStoryMember, m);
      KithGiving giving = kith_give_and_take_get_giving (&member->giving);

      kith_output_add_int (output, member->urn);
      kith_output_add_text (output, member->name);
      kith_output_add_text (output, member->role);
      kith_output_add_date (output, member->joined);
      kith_output_add_date (output, member->last_contact);
      kith_output_add_text (output, kith_story_standing_get_words (member->standing));
      kith_output_add_int (output, member->is_engaged);
      kith_output_add_text (output,
                            giving == KITH_GIVING_NEITHER ? NULL : kith_giving_get_words (giving));
    }
}

static const KithColumn not_reached_columns[] = {
  { "urn", KITH_COLUMN_NUMBER },
  { "name", KITH_COLUMN_TEXT },
  { "authority", KITH_COLUMN_TEXT },
  { "last_contact", KITH_COLUMN_TEXT },
};

static void
add_not_reached (KithOutput *output, KithRoll *roll, const KithArrangementStory *story)
{
  KithNetwork *network = kith_roll_get_network (roll);
  const KithNetworkSchool *schools = kith_network_get_schools (network, &(guint){ 0 });

  for (guint i = 0; i < story->not_reached->len; i++)
    {
      const KithNotReached *of = &g_array_index (story->not_reached, KithNotReached, i);

      kith_output_add_int (output, schools[of->school].record->urn);
      kith_output_add_text (output, schools[of->school].record->name);
      kith_output_add_text (output, kith_network_get_authority (network, of->school));
      kith_output_add_date (output, of->last_contact);
    }
}

static const KithColumn people_columns[] = {
  { "person", KITH_COLUMN_TEXT },         { "part", KITH_COLUMN_TEXT },
  { "arrangements", KITH_COLUMN_NUMBER }, { "days_a_year", KITH_COLUMN_NUMBER },
  { "in_post", KITH_COLUMN_NUMBER },
};

static void
add_people (KithOutput *output, KithRoll *roll, const KithArrangementStory *story)
{
  for (guint p = 0; p < story->people->len; p++)
    {
      const KithStoryPerson *person = &g_array_index (story->people, KithStoryPerson, p);

      kith_output_add_text (output, person->name);
      kith_output_add_text (output, person->part);
      kith_output_add_int (output, person->load.n_arrangements);
      kith_output_add_real (output, person->load.days_a_year, 1);
      kith_output_add_int (output, person->load.is_in_post);
    }
}

static const KithColumn lapse_columns[] = {
  { "what", KITH_COLUMN_TEXT },
  { "state", KITH_COLUMN_TEXT },
  { "day", KITH_COLUMN_TEXT },
};

static void
add_lapses (KithOutput *output, KithRoll *roll, const KithArrangementStory *story)
{
  for (guint l = 0; l < KITH_N_CLOCKS; l++)
    {
      kith_output_add_text (output, kith_clock_get_key (story->lapses[l].clock));
      kith_output_add_text (output, kith_lapse_get_key (story->lapses[l].state));
      kith_output_add_date (output, story->lapses[l].day);
    }
}

static const KithColumn condition_columns[] = {
  { "condition", KITH_COLUMN_TEXT },
  { "state", KITH_COLUMN_TEXT },
  { "evidence", KITH_COLUMN_TEXT },
};

static void
add_conditions (KithOutput *output, KithRoll *roll, const KithArrangementStory *story)
{
  for (guint c = 0; c < KITH_N_CONDITIONS && story->has_conditions; c++)
    {
      kith_output_add_text (output, kith_condition_get_key ((KithConditionCode)c));
      kith_output_add_text (output, kith_condition_state_get_key (story->conditions[c].state));
      kith_output_add_text (output, story->conditions[c].evidence);
    }
}

static void
append_finding_words (GString *text, const KithArrangementStory *story)
{
  const KithRollArrangement *row = story->partnership.row;

  if (row != NULL)
    kith_cli_append_finding_words (text, row->findings, row->n_findings);
}

static void
append_condition_words (GString *text, const KithArrangementStory *story)
{
  for (guint c = 0; c < KITH_N_CONDITIONS && story->has_conditions; c++)
    g_string_append_printf (
        text, "%s (%s)\n  %s\n", kith_condition_get_words ((KithConditionCode)c),
        kith_condition_state_get_words (story->conditions[c].state), story->conditions[c].evidence);
}

#define SECTION(key, heading, columns, add_rows, append_words)                                     \
  {                                                                                                \
    key, heading, columns, G_N_ELEMENTS (columns), add_rows, append_words                          \
  }

static const Section sections[] = {
  SECTION ("arrangement", N_ ("Arrangement"), arrangement_columns, add_arrangement, NULL),
  SECTION (
      "findings", N_ ("Findings"), kith_cli_finding_columns, add_findings, append_finding_words),
  SECTION ("members", N_ ("Members"), member_columns, add_members, NULL),
  SECTION ("not_reached",
           N_ ("In its patch and no members"),
           not_reached_columns,
           add_not_reached,
           NULL),
  SECTION ("people", N_ ("Who carries it"), people_columns, add_people, NULL),
  SECTION ("lapses", N_ ("Agreements and dates"), lapse_columns, add_lapses, NULL),
  SECTION ("conditions",
           N_ ("What makes it work"),
           condition_columns,
           add_conditions,
           append_condition_words),
};

/**
 * kith_cli_tell_arrangement:
 * @cli: whose second argument is an arrangement
 * @roll: of the register
 *
 * Prints everything about it.
 */
KithExit
kith_cli_tell_arrangement (const KithCli *cli, KithRoll *roll, GError **error)
{
  gint64 id =
      kith_cli_find_arrangement (kith_roll_get_network (roll), cli->args[1], KITH_N_KINDS, error);
  g_autoptr (KithArrangementStory) story = NULL;
  GString *text;

  if (id == KITH_INT_NONE)
    return KITH_EXIT_NOT_DONE;
  story = kith_arrangement_story_new (roll, id);
  text = g_string_new (NULL);
  for (guint s = 0; s < G_N_ELEMENTS (sections); s++)
    {
      KithOutput *output =
          kith_output_new (cli->format, sections[s].columns, sections[s].n_columns);
      g_autoptr (GString) words = g_string_new (NULL);

      sections[s].add_rows (output, roll, story);
      if (sections[s].append_words != NULL)
        sections[s].append_words (words, story);
      kith_cli_append_section (text, cli->format, sections[s].key, _ (sections[s].heading), output,
                               sections[s].append_words != NULL ? words->str : NULL);
    }
  if (cli->format == KITH_OUTPUT_JSON)
    g_string_append (text, "\n}\n");
  kith_cli_tell ("%s", story->reach);
  if (story->support != NULL)
    kith_cli_tell ("%s", story->support);
  kith_cli_print (g_string_free (text, FALSE));
  return KITH_EXIT_DONE;
}

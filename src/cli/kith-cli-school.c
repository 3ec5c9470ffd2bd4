/* kith-cli-school.c: everything about one school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli.h"
#include "kith-cli-measures.h"
#include "kith-cli-told.h"

#include <glib/gi18n.h>

#include "kith-school-story.h"

/**
 * KithSection:
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
  void (*add_rows) (KithOutput *output, KithRoll *roll, const KithSchoolStory *story);
  void (*append_words) (GString *text, const KithSchoolStory *story);
} KithSection;

static const KithColumn school_columns[] = {
  { "urn", KITH_COLUMN_NUMBER },        { "name", KITH_COLUMN_TEXT },
  { "authority", KITH_COLUMN_TEXT },    { "phase", KITH_COLUMN_TEXT },
  { "type", KITH_COLUMN_TEXT },         { "status", KITH_COLUMN_TEXT },
  { "pupils", KITH_COLUMN_NUMBER },     { "postcode", KITH_COLUMN_TEXT },
  { "in_scope", KITH_COLUMN_NUMBER },   { "tier", KITH_COLUMN_TEXT },
  { "last_contact", KITH_COLUMN_TEXT },
};

static void
add_school (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  KithLedger *ledger = kith_network_get_ledger (kith_roll_get_network (roll));
  const KithAuthority *authority = kith_ledger_find (ledger, KITH_TABLE_AUTHORITY, story->la);

  kith_output_add_int (output, story->record->urn);
  kith_output_add_text (output, story->record->name);
  kith_output_add_text (output, authority == NULL ? NULL : authority->name);
  kith_output_add_text (output, kith_phase_get_words (story->phase));
  kith_output_add_text (output, story->record->type);
  kith_output_add_text (output, story->record->status);
  kith_output_add_int (output, story->record->pupils);
  kith_output_add_text (output, story->record->postcode);
  kith_output_add_int (output, story->is_open);
  kith_output_add_text (output, story->row == NULL ? NULL : kith_tier_get_words (story->row->tier));
  kith_output_add_date (output, story->row == NULL ? KITH_DATE_UNKNOWN : story->row->last_contact);
}

static void
add_findings (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  if (story->row == NULL)
    return;
  kith_cli_add_findings (output, story->row->findings, story->row->n_findings);
  kith_cli_add_findings (output, story->row->set_aside, story->row->n_set_aside);
}

static const KithColumn membership_columns[] = {
  { "arrangement", KITH_COLUMN_TEXT }, { "kind", KITH_COLUMN_TEXT },
  { "role", KITH_COLUMN_TEXT },        { "joined", KITH_COLUMN_TEXT },
  { "left", KITH_COLUMN_TEXT },        { "left_after", KITH_COLUMN_TEXT },
  { "standing", KITH_COLUMN_TEXT },    { "schools", KITH_COLUMN_NUMBER },
};

static void
add_memberships (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  for (guint i = 0; i < story->memberships->len; i++)
    {
      const KithStoryMembership *row = &g_array_index (story->memberships, KithStoryMembership, i);

      kith_output_add_text (output, row->name);
      kith_output_add_text (output, kith_kind_get_info (row->kind)->key);
      kith_output_add_text (output, row->role);
      kith_output_add_date (output, row->joined);
      kith_output_add_date (output, row->left);
      kith_output_add_date (output, row->left_after);
      kith_output_add_text (output, kith_story_standing_get_words (row->standing));
      kith_output_add_int (output, row->n_schools);
    }
}

static const KithColumn tie_columns[] = {
  { "urn", KITH_COLUMN_NUMBER },    { "name", KITH_COLUMN_TEXT },
  { "via", KITH_COLUMN_TEXT },      { "weight", KITH_COLUMN_NUMBER },
  { "metres", KITH_COLUMN_NUMBER }, { "local", KITH_COLUMN_NUMBER },
};

static void
add_some_ties (KithOutput *output, GArray *ties, gboolean is_outside)
{
  for (guint i = 0; i < ties->len; i++)
    {
      const KithStoryTie *tie = &g_array_index (ties, KithStoryTie, i);

      kith_output_add_int (output, tie->urn);
      kith_output_add_text (output, tie->name);
      kith_output_add_text (output, tie->via);
      kith_output_add_real (output, is_outside ? KITH_REAL_NONE : tie->weight, 2);
      kith_output_add_real (output, is_outside ? KITH_REAL_NONE : tie->metres, 0);
      kith_output_add_int (output, is_outside ? KITH_INT_NONE : tie->is_local);
    }
}

static void
add_ties (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  add_some_ties (output, story->ties, FALSE);
  add_some_ties (output, story->outside, TRUE);
}

static const KithColumn contact_columns[] = {
  { "date", KITH_COLUMN_TEXT },           { "kind", KITH_COLUMN_TEXT },
  { "arrangement", KITH_COLUMN_TEXT },    { "parties", KITH_COLUMN_TEXT },
  { "officer", KITH_COLUMN_TEXT },        { "summary", KITH_COLUMN_TEXT },
  { "outcome", KITH_COLUMN_TEXT },        { "counts", KITH_COLUMN_NUMBER },
  { "confidential", KITH_COLUMN_NUMBER },
};

static void
add_contacts (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  for (guint i = 0; i < story->contacts->len; i++)
    {
      const KithStoryContact *contact = &g_array_index (story->contacts, KithStoryContact, i);

      kith_output_add_date (output, contact->date);
      kith_output_add_text (output, contact->kind);
      kith_output_add_text (output, contact->arrangement);
      kith_output_add_text (output, contact->parties);
      kith_output_add_text (output, contact->officer);
      kith_output_add_text (output, contact->summary);
      kith_output_add_text (output, contact->outcome);
      kith_output_add_int (output, contact->counts);
      kith_output_add_int (output, contact->is_confidential);
    }
}

static const KithColumn enquiry_columns[] = {
  { "asked", KITH_COLUMN_TEXT },
  { "kind", KITH_COLUMN_TEXT },
  { "answer", KITH_COLUMN_TEXT },
  { "by", KITH_COLUMN_TEXT },
};

static void
add_enquiries (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  for (guint i = 0; i < story->enquiries->len; i++)
    {
      const KithEnquiry *enquiry = g_ptr_array_index (story->enquiries, i);

      kith_output_add_date (output, enquiry->asked);
      kith_output_add_text (output, enquiry->kind);
      kith_output_add_text (output, enquiry->answer);
      kith_output_add_text (output, enquiry->by);
    }
}

static const KithColumn strength_columns[] = {
  { "side", KITH_COLUMN_TEXT },     { "area", KITH_COLUMN_TEXT }, { "level", KITH_COLUMN_TEXT },
  { "evidence", KITH_COLUMN_TEXT }, { "date", KITH_COLUMN_TEXT },
};

static void
add_strengths (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  for (guint i = 0; i < story->needs->len; i++)
    {
      const KithNeed *need = g_ptr_array_index (story->needs, i);

      kith_output_add_text (output, "need");
      kith_output_add_text (output, need->area);
      kith_output_add_text (output, need->level);
      kith_output_add_text (output, need->evidence);
      kith_output_add_date (output, need->date);
    }
  for (guint i = 0; i < story->expertise->len; i++)
    {
      const KithExpertise *expertise = g_ptr_array_index (story->expertise, i);

      kith_output_add_text (output, "expertise");
      kith_output_add_text (output, expertise->area);
      kith_output_add_text (output, expertise->level);
      kith_output_add_text (output, expertise->evidence);
      kith_output_add_date (output, expertise->date);
    }
}

static const KithColumn action_columns[] = {
  { "due", KITH_COLUMN_TEXT },  { "what", KITH_COLUMN_TEXT },    { "owner", KITH_COLUMN_TEXT },
  { "done", KITH_COLUMN_TEXT }, { "outcome", KITH_COLUMN_TEXT },
};

static void
add_actions (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  for (guint i = 0; i < story->actions->len; i++)
    {
      const KithAction *action = g_ptr_array_index (story->actions, i);

      kith_output_add_date (output, action->due);
      kith_output_add_text (output, action->what);
      kith_output_add_text (output, action->owner);
      kith_output_add_date (output, action->done);
      kith_output_add_text (output, action->outcome);
    }
}

static const KithColumn result_columns[] = {
  { "year", KITH_COLUMN_TEXT },      { "measure", KITH_COLUMN_TEXT },
  { "value", KITH_COLUMN_NUMBER },   { "pupils", KITH_COLUMN_NUMBER },
  { "low", KITH_COLUMN_NUMBER },     { "high", KITH_COLUMN_NUMBER },
  { "not_shown", KITH_COLUMN_TEXT },
};

static void
add_results (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  for (guint i = 0; i < story->results->len; i++)
    {
      const KithResult *result = &g_array_index (story->results, KithResult, i);
      g_autofree char *year = g_strdup_printf ("%d/%02d", result->year, (result->year + 1) % 100);
      g_autofree char *why = result->state == KITH_RESULT_SHOWN
                                 ? NULL
                                 : kith_result_dup_words (result, story->result_measure);
      double low = KITH_REAL_NONE, high = KITH_REAL_NONE;

      kith_result_find_interval (result, story->result_measure, &low, &high);
      kith_output_add_text (output, year);
      kith_output_add_text (output, story->result_measure);
      kith_output_add_real (output, result->value, 1);
      kith_output_add_int (output, result->cohort);
      kith_output_add_real (output, low, 1);
      kith_output_add_real (output, high, 1);
      kith_output_add_text (output, why);
    }
}

static const KithColumn inspection_columns[] = {
  { "date", KITH_COLUMN_TEXT },
  { "scheme", KITH_COLUMN_TEXT },
  { "area", KITH_COLUMN_TEXT },
  { "grade", KITH_COLUMN_TEXT },
};

static void
add_inspections (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  for (guint i = 0; i < story->inspections->len; i++)
    {
      const KithInspection *row = g_ptr_array_index (story->inspections, i);

      kith_output_add_date (output, row->date);
      kith_output_add_text (output, row->scheme);
      kith_output_add_text (output, row->area);
      kith_output_add_text (output, row->grade);
    }
}

static void
append_result_words (GString *text, const KithSchoolStory *story)
{
  for (guint i = 0; i < story->result_lines->len; i++)
    {
      const KithMeasureLine *line = &g_array_index (story->result_lines, KithMeasureLine, i);

      g_string_append_printf (text, "%s: %s\n", line->title, line->sentence);
    }
}

static void
add_measures (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  if (story->measures != NULL)
    kith_cli_add_measures (output, story->record->urn, story->measures);
}

static const KithColumn event_columns[] = {
  { "date", KITH_COLUMN_TEXT },     { "after", KITH_COLUMN_TEXT },
  { "event", KITH_COLUMN_TEXT },    { "arrangement", KITH_COLUMN_NUMBER },
  { "finding", KITH_COLUMN_TEXT },  { "severity", KITH_COLUMN_TEXT },
  { "sentence", KITH_COLUMN_TEXT },
};

static void
add_events (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  for (guint i = 0; i < story->chronicle->n_events; i++)
    {
      const KithEvent *event = &story->chronicle->events[i];
      gboolean is_finding = event->code != KITH_N_FINDINGS;

      kith_output_add_date (output, event->day);
      kith_output_add_date (output, event->after);
      kith_output_add_text (output, kith_event_get_key (event->kind));
      kith_output_add_int (output, event->arrangement_id);
      kith_output_add_text (output, is_finding ? kith_finding_get_key (event->code) : NULL);
      kith_output_add_text (output, is_finding ? kith_severity_get_key (event->severity) : NULL);
      kith_output_add_text (output, event->words);
    }
}

/* One to a paragraph, under their day. */
static void
append_event_words (GString *text, const KithSchoolStory *story)
{
  char day[KITH_DATE_TEXT_SIZE + 8];

  for (guint i = 0; i < story->chronicle->n_events; i++)
    {
      const KithEvent *event = &story->chronicle->events[i];

      if (i == 0 || event->day != event[-1].day)
        g_string_append_printf (text, "%s\n",
                                event->day != KITH_DATE_UNKNOWN
                                    ? kith_date_format (event->day, KITH_DATE_LONG, day)
                                    : _ ("No day on record"));
      g_string_append_printf (text, "  %s\n", event->words);
    }
  g_string_append_printf (text, _ ("Findings are told from %s on."),
                          kith_date_format (story->chronicle->from, KITH_DATE_LONG, day));
  g_string_append_c (text, '\n');
}

static const KithColumn silence_columns[] = { { "silence", KITH_COLUMN_TEXT } };

static void
add_silences (KithOutput *output, KithRoll *roll, const KithSchoolStory *story)
{
  for (guint i = 0; i < story->silences->len; i++)
    kith_output_add_text (output, g_ptr_array_index (story->silences, i));
}

static void
append_finding_words (GString *text, const KithSchoolStory *story)
{
  if (story->row != NULL)
    kith_cli_append_finding_words (text, story->row->findings, story->row->n_findings);
  for (guint i = 0; i < story->silences->len; i++)
    g_string_append_printf (text, "%s\n", (const char *)g_ptr_array_index (story->silences, i));
}

static void
append_measure_words (GString *text, const KithSchoolStory *story)
{
  for (guint i = 0; story->measures != NULL && i < KITH_N_MEASURE_LINES; i++)
    g_string_append_printf (text, "%s\n  %s\n", story->measure_lines[i].title,
                            story->measure_lines[i].sentence);
}

#define SECTION(key, heading, columns, add_rows)                                                   \
  {                                                                                                \
    key, heading, columns, G_N_ELEMENTS (columns), add_rows, NULL                                  \
  }
#define WORDED(key, heading, columns, add_rows, append_words)                                      \
  {                                                                                                \
    key, heading, columns, G_N_ELEMENTS (columns), add_rows, append_words                          \
  }

static const KithSection sections[] = {
  SECTION ("school", N_ ("School"), school_columns, add_school),
  WORDED (
      "findings", N_ ("Findings"), kith_cli_finding_columns, add_findings, append_finding_words),
  SECTION ("silences", N_ ("What cannot be said"), silence_columns, add_silences),
  SECTION ("memberships", N_ ("Partnerships"), membership_columns, add_memberships),
  SECTION ("ties", N_ ("Works with"), tie_columns, add_ties),
  WORDED ("measures", N_ ("Measures"), kith_measure_columns, add_measures, append_measure_words),
  SECTION ("contacts", N_ ("Contacts"), contact_columns, add_contacts),
  WORDED (
      "results", N_ ("Results and inspections"), result_columns, add_results, append_result_words),
  SECTION ("inspections", N_ ("Inspections"), inspection_columns, add_inspections),
  SECTION ("enquiries", N_ ("Asked"), enquiry_columns, add_enquiries),
  SECTION ("needs_and_expertise", N_ ("Needs and strengths"), strength_columns, add_strengths),
  SECTION ("actions", N_ ("Actions"), action_columns, add_actions),
  WORDED ("story", N_ ("How it came to this"), event_columns, add_events, append_event_words),
};

static void
append_section (GString *text,
                const KithCli *cli,
                const KithSection *section,
                KithRoll *roll,
                const KithSchoolStory *story)
{
  KithOutput *output = kith_output_new (cli->format, section->columns, section->n_columns);
  g_autoptr (GString) words = g_string_new (NULL);

  section->add_rows (output, roll, story);
  if (section->append_words != NULL)
    section->append_words (words, story);
  kith_cli_append_section (text, cli->format, section->key, _ (section->heading), output,
                           section->append_words != NULL ? words->str : NULL);
}

static KithExit
run_school (const KithCli *cli, GError **error)
{
  g_autoptr (KithRoll) roll = NULL;
  g_autoptr (KithSchoolStory) story = NULL;
  GString *text;
  gint64 urn;

  if (!kith_cli_read_urn (cli->args[1], &urn, error))
    return KITH_EXIT_NOT_DONE;
  roll = kith_cli_read_roll (cli, error);
  if (roll == NULL)
    return KITH_EXIT_NOT_DONE;
  story = kith_school_story_new (roll, urn);
  if (story == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _ ("There is no school with URN %s in this register."), cli->args[1]);
      return KITH_EXIT_NOT_DONE;
    }
  if (!kith_school_story_measure (story, NULL, error) ||
      !kith_school_story_look_back (story, NULL, error))
    return KITH_EXIT_NOT_DONE;
  text = g_string_new (NULL);
  for (guint s = 0; s < G_N_ELEMENTS (sections); s++)
    {
      const KithSection *section = &sections[s];

      /* for people they stand among the findings, and among the results */
      if (cli->format != KITH_OUTPUT_TABLE ||
          (section->add_rows != add_silences && section->add_rows != add_inspections))
        append_section (text, cli, section, roll, story);
    }
  if (cli->format == KITH_OUTPUT_JSON)
    g_string_append (text, "\n}\n");
  kith_cli_print (g_string_free (text, FALSE));
  return KITH_EXIT_DONE;
}

const KithVerb kith_verbs_of_school[] = {
  { "school", "R URN", N_ ("everything about one school"), 2, 2, NULL, run_school },
  { NULL },
};

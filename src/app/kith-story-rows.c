/* kith-story-rows.c: what the register says about a school, as rows that unfold
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-story-rows.h"
#include "kith-declared-rows.h"
#include "kith-history-row.h"
#include "kith-paths-dialog.h"
#include "kith-record-dialog.h"
#include "kith-school-story.h"

#include <glib/gi18n.h>

/* The pane is for a look; a school with more has them in the command line's tables. */
#define MOST_ROWS 60
/* Rows are made on the main thread: no more of them at a time than are made in a moment. */
#define ROWS_AT_ONCE 2

/**
 * KithStoryRows:
 *
 * Partnerships, schools it works with, contacts and actions, needs and strengths, what was declared
 * of it, results and inspections, where it stands in the whole, its history, and what stands in the
 * register. The story is put together in a worker, and shown if the school is still the selected
 * one.
 */
struct _KithStoryRows
{
  AdwBin parent_instance;

  AdwExpanderRow *partnerships;
  AdwExpanderRow *ties;
  AdwExpanderRow *contacts;
  AdwExpanderRow *needs;
  AdwExpanderRow *declared;
  AdwExpanderRow *results;
  AdwExpanderRow *measures;
  KithHistoryRow *history;
  AdwExpanderRow *facts;

  KithSession *session;
  KithJob *telling; /* NULL when no story is being put together */
  GPtrArray *rows;  /* of the expanders, which own them: row, expander, row, expander … */
  GPtrArray *later; /* of LaterRow: of expanders that nobody has opened */
  guint adding;
};

G_DEFINE_FINAL_TYPE (KithStoryRows, kith_story_rows, ADW_TYPE_BIN)

/* A row that is made when somebody opens its expander: a folded one is laid out like an open one,
 * and sixty rows of words are a long time for a look at a school. */
typedef struct
{
  AdwExpanderRow *to;
  char *title;
  char *subtitle;
  gint64 urn;      /* of the school that it leads to, or KITH_INT_NONE */
  KithTable table; /* of the record that it opens, or KITH_N_TABLES */
  gint64 id;
} LaterRow;

static void
free_later (gpointer data)
{
  LaterRow *later = data;

  g_free (later->title);
  g_free (later->subtitle);
  g_free (later);
}

static void
remove_rows (KithStoryRows *self)
{
  g_clear_handle_id (&self->adding, g_source_remove);
  g_ptr_array_set_size (self->later, 0);
  for (guint i = 0; i < self->rows->len; i += 2)
    adw_expander_row_remove (self->rows->pdata[i + 1], self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static AdwActionRow *
add_row (KithStoryRows *self, AdwExpanderRow *to, const char *title, const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *escaped = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (row, 0);
  adw_action_row_set_subtitle_lines (row, 0);
  if (escaped != NULL)
    adw_action_row_set_subtitle (row, escaped);
  adw_expander_row_add_row (to, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->rows, to);
  return row;
}

static void
add_later (
    KithStoryRows *self, AdwExpanderRow *to, const char *title, const char *subtitle, gint64 urn)
{
  LaterRow *later = g_new (LaterRow, 1);

  *later = (LaterRow){ to, g_strdup (title), g_strdup (subtitle), urn, KITH_N_TABLES, 0 };
  g_ptr_array_add (self->later, later);
}

/* One that opens the form of a record. */
static void
add_record (KithStoryRows *self,
            AdwExpanderRow *to,
            const char *title,
            const char *subtitle,
            KithTable table,
            gint64 id)
{
  LaterRow *later;

  add_later (self, to, title, subtitle, KITH_INT_NONE);
  later = g_ptr_array_index (self->later, self->later->len - 1);
  later->table = table;
  later->id = id;
}

/* What stands under an expander's title; one with nothing in it cannot be opened. */
static void
conclude (AdwExpanderRow *expander, guint n, const char *words)
{
  if (n == 0)
    adw_expander_row_set_expanded (expander, FALSE);
  adw_expander_row_set_enable_expansion (expander, n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (expander), n > 0);
  adw_expander_row_set_subtitle (expander, words);
}

/* One in which something can be recorded keeps its button. */
static void
conclude_open (AdwExpanderRow *expander, guint n, const char *words)
{
  conclude (expander, n, words);
  gtk_widget_set_sensitive (GTK_WIDGET (expander), TRUE);
}

static void
append_part (GString *line, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

static void
append_date (GString *line, const char *format, KithDate date)
{
  g_autofree char *day = NULL;
  g_autofree char *part = NULL;

  if (date == KITH_DATE_UNKNOWN)
    return;
  day = kith_date_dup_text (date, KITH_DATE_SHORT);
  part = g_strconcat (format, " ", day, NULL);
  append_part (line, part);
}

static void
append_count (GString *line, guint n, const char *one, const char *many)
{
  g_autofree char *count = kith_text_dup_count (n);

  if (n > 0)
    g_string_append_printf (line, "%s%s %s", line->len > 0 ? ", " : "", count, n == 1 ? one : many);
}

static void
show_partnerships (KithStoryRows *self, const KithSchoolStory *story)
{
  guint n[KITH_STORY_PROPOSED + 1] = { 0 };
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < story->memberships->len; i++)
    {
      const KithStoryMembership *member =
          &g_array_index (story->memberships, KithStoryMembership, i);
      g_autoptr (GString) line = g_string_new (_ (kith_kind_get_info (member->kind)->words));

      n[member->standing]++;
      if (i >= MOST_ROWS)
        continue;
      append_part (line, kith_story_standing_get_words (member->standing));
      append_part (line, member->role);
      append_date (line, member->standing == KITH_STORY_ENDED ? _ ("until") : _ ("last sign"),
                   member->standing == KITH_STORY_ENDED ? member->left : member->last_sign);
      add_later (self, self->partnerships, member->name, line->str, KITH_INT_NONE);
    }
  append_count (words, n[KITH_STORY_LIVE] + n[KITH_STORY_UNRECORDED], _ ("live"), _ ("live"));
  append_count (words, n[KITH_STORY_FADED], _ ("faded"), _ ("faded"));
  append_count (words, n[KITH_STORY_ENDED], _ ("ended"), _ ("ended"));
  append_count (words, n[KITH_STORY_PROPOSED], _ ("proposed"), _ ("proposed"));
  conclude (self->partnerships, story->memberships->len,
            words->len > 0 ? words->str : _ ("none on record"));
}

static void
tie_activated_cb (GtkWidget *row, KithStoryRows *self)
{
  gint64 *urn = g_object_get_data (G_OBJECT (row), "urn");

  kith_session_set_selected (self->session, *urn);
}

static void
add_tie (KithStoryRows *self, const KithStoryTie *tie, gboolean is_outside)
{
  g_autoptr (GString) line = g_string_new (tie->via);

  if (!is_outside && !isnan (tie->metres))
    {
      g_autofree char *distance = g_strdup_printf (_ ("%.1f km"), tie->metres / 1000);

      append_part (line, distance);
    }
  if (is_outside)
    append_part (line, _ ("not in this register"));
  add_later (self, self->ties, tie->name, line->str, is_outside ? KITH_INT_NONE : tie->urn);
}

static void
show_ties (KithStoryRows *self, const KithSchoolStory *story)
{
  guint n = story->ties->len;
  guint n_outside = story->outside->len;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n && i < MOST_ROWS; i++)
    add_tie (self, &g_array_index (story->ties, KithStoryTie, i), FALSE);
  for (guint i = 0; i < n_outside && i < MOST_ROWS; i++)
    add_tie (self, &g_array_index (story->outside, KithStoryTie, i), TRUE);
  append_count (words, n, _ ("school"), _ ("schools"));
  append_count (words, n_outside, _ ("outside school"), _ ("outside schools"));
  conclude (self->ties, n + n_outside, words->len > 0 ? words->str : _ ("no school at present"));
}

static void
add_contact (KithStoryRows *self, const KithStoryContact *contact)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);

  append_date (title, "", contact->date);
  g_strchug (title->str);
  title->len = strlen (title->str);
  append_part (title, contact->kind);
  append_part (line, contact->arrangement);
  append_part (line, contact->parties);
  append_part (line, contact->officer);
  if (contact->is_confidential)
    append_part (line, _ ("confidential"));
  append_part (line, contact->summary);
  append_part (line, contact->outcome);
  add_record (self, self->contacts, title->len > 0 ? title->str : _ ("a day not recorded"),
              line->str, KITH_TABLE_CONTACT, contact->id);
}

static void
add_enquiry (KithStoryRows *self, const KithEnquiry *enquiry)
{
  KithKind kind = kith_kind_find (enquiry->kind);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);

  append_date (title, "", enquiry->asked);
  g_strchug (title->str);
  title->len = strlen (title->str);
  append_part (title, _ ("asked"));
  append_part (line, kind == KITH_N_KINDS ? _ ("every kind of partnership")
                                          : _ (kith_kind_get_info (kind)->plural));
  append_part (line, enquiry->answer != NULL ? _ (enquiry->answer) : _ ("no answer yet"));
  append_part (line, enquiry->by);
  add_record (self, self->contacts, title->str, line->str, KITH_TABLE_ENQUIRY, enquiry->id);
}

static void
show_contacts (KithStoryRows *self, const KithSchoolStory *story)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < story->actions->len && i < MOST_ROWS; i++)
    {
      const KithAction *action = story->actions->pdata[i];
      g_autoptr (GString) line = g_string_new (NULL);

      append_part (line, _ ("action"));
      append_part (line, action->owner);
      append_date (line, _ ("due"), action->due);
      append_date (line, _ ("done"), action->done);
      append_part (line, action->outcome);
      add_record (self, self->contacts, action->what != NULL ? action->what : _ ("an action"),
                  line->str, KITH_TABLE_ACTION, action->id);
    }
  for (guint i = 0; i < story->contacts->len && i < MOST_ROWS; i++)
    add_contact (self, &g_array_index (story->contacts, KithStoryContact, i));
  for (guint i = 0; i < story->enquiries->len && i < MOST_ROWS; i++)
    add_enquiry (self, story->enquiries->pdata[i]);
  append_count (words, story->contacts->len, _ ("contact"), _ ("contacts"));
  append_count (words, story->actions->len, _ ("action"), _ ("actions"));
  append_count (words, story->enquiries->len, _ ("enquiry"), _ ("enquiries"));
  conclude (self->contacts, story->contacts->len + story->actions->len + story->enquiries->len,
            words->len > 0 ? words->str : _ ("none on record"));
}

/* The form of what a row tells. */
static void
record_activated_cb (GtkWidget *row, KithStoryRows *self)
{
  const gint64 *record = g_object_get_data (G_OBJECT (row), "record");

  kith_record_dialog_begin (GTK_WIDGET (self), self->session, (KithTable)record[0], record[1]);
}

static void
lead_to_record (KithStoryRows *self, AdwActionRow *row, KithTable table, gint64 id)
{
  const gint64 record[] = { table, id };

  if (kith_session_is_read_only (self->session))
    return;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("document-edit-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "record", g_memdup2 (record, sizeof record), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (record_activated_cb), self, 0);
}

static void
help_clicked_cb (GtkWidget *button, KithStoryRows *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  const char *area = g_object_get_data (G_OBJECT (button), "area");

  gtk_window_present (GTK_WINDOW (kith_paths_dialog_new (
      window, self->session, kith_session_get_selected (self->session), area)));
}

static void
add_help_button (KithStoryRows *self, AdwActionRow *row, const char *area)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Who can help"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "area", g_strdup (area), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (help_clicked_cb), self, 0);
  adw_action_row_add_suffix (row, button);
}

static void
show_needs (KithStoryRows *self, const KithSchoolStory *story)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < story->needs->len && i < MOST_ROWS; i++)
    {
      const KithNeed *need = story->needs->pdata[i];
      g_autoptr (GString) line = g_string_new (_ ("needs help"));
      AdwActionRow *row;

      append_part (line, need->evidence);
      append_date (line, _ ("of"), need->date);
      row = add_row (self, self->needs, need->area != NULL ? need->area : "–", line->str);
      if (kith_school_story_seeks_help (story, need))
        add_help_button (self, row, need->area);
      lead_to_record (self, row, KITH_TABLE_NEED, need->id);
    }
  for (guint i = 0; i < story->expertise->len && i < MOST_ROWS; i++)
    {
      const KithExpertise *strength = story->expertise->pdata[i];
      g_autoptr (GString) line = g_string_new (_ ("strong"));

      append_part (line, strength->evidence);
      append_date (line, _ ("of"), strength->date);
      lead_to_record (
          self,
          add_row (self, self->needs, strength->area != NULL ? strength->area : "–", line->str),
          KITH_TABLE_EXPERTISE, strength->id);
    }
  append_count (words, story->needs->len, _ ("need"), _ ("needs"));
  append_count (words, story->expertise->len, _ ("strength"), _ ("strengths"));
  conclude_open (self->needs, story->needs->len + story->expertise->len,
                 words->len > 0 ? words->str : _ ("none on record"));
}

static void
show_declared (KithStoryRows *self, gint64 urn)
{
  KithLedger *ledger = kith_session_get_ledger (self->session);
  g_autoptr (GPtrArray) rows = ledger == NULL ? NULL : kith_declared_rows_list (ledger, urn);
  guint n = rows == NULL ? 0 : rows->len;
  g_autofree char *count = kith_text_dup_count (n);

  for (guint i = 0; i < n && i < MOST_ROWS; i++)
    {
      const KithDeclaredRow *row = g_ptr_array_index (rows, i);

      add_record (self, self->declared, row->title, row->words, row->table, row->id);
    }
  conclude_open (self->declared, n, n > 0 ? count : _ ("none on record"));
}

/* "55% in 2024/25 · Good, 1 Mar 2024" */
static void
append_latest (GString *words, const KithSchoolStory *story)
{
  const KithOfstedOutcome *ofsted = &story->ofsted;
  const KithResult *latest =
      story->results->len > 0 ? &g_array_index (story->results, KithResult, 0) : NULL;
  g_autofree char *day = kith_date_dup_text (ofsted->date, KITH_DATE_SHORT);

  if (latest != NULL && latest->state == KITH_RESULT_SHOWN)
    g_string_append_printf (words,
                            kith_measure_is_percentage (story->result_measure)
                                ? _ ("%.0f%% in %d/%02d")
                                : _ ("%.1f in %d/%02d"),
                            latest->value, latest->year, (latest->year + 1) % 100);
  if (ofsted->scheme == KITH_OFSTED_REPORT_CARD)
    append_part (words, _ ("report card"));
  else
    append_part (words, ofsted->rating);
  if (ofsted->scheme != KITH_OFSTED_UNKNOWN && ofsted->date != KITH_DATE_UNKNOWN)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", day);
}

static void
show_results (KithStoryRows *self, const KithSchoolStory *story)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < story->result_lines->len && i < MOST_ROWS; i++)
    {
      const KithMeasureLine *line = &g_array_index (story->result_lines, KithMeasureLine, i);

      add_later (self, self->results, line->title, line->sentence, KITH_INT_NONE);
    }
  append_latest (words, story);
  conclude (self->results, story->result_lines->len,
            words->len > 0                 ? words->str
            : story->result_lines->len > 0 ? _ ("none that is shown")
                                           : _ ("none on record"));
}

static void
show_measures (KithStoryRows *self, const KithSchoolStory *story)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; story->measures != NULL && i < KITH_N_MEASURE_LINES; i++)
    add_later (self, self->measures, story->measure_lines[i].title,
               story->measure_lines[i].sentence, KITH_INT_NONE);
  if (story->measures != NULL)
    append_count (words, story->measures->reach, _ ("school within two introductions"),
                  _ ("schools within two introductions"));
  conclude (self->measures, story->measures != NULL ? KITH_N_MEASURE_LINES : 0,
            story->measures == NULL ? (story->is_open ? _ ("could not be measured")
                                                      : _ ("none: it is not open and in scope"))
            : words->len > 0        ? words->str
                                    : _ ("no school within two introductions"));
}

static void
add_fact (KithStoryRows *self, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    add_later (self, self->facts, title, value, KITH_INT_NONE);
}

static void
add_day (KithStoryRows *self, const char *title, KithDate date)
{
  g_autofree char *text = NULL;

  if (date != KITH_DATE_UNKNOWN)
    text = kith_date_dup_text (date, KITH_DATE_LONG);
  add_fact (self, title, text);
}

static void
show_facts (KithStoryRows *self, const KithSchoolStory *story)
{
  const KithSchool *record = story->record;
  g_autofree char *ages = NULL;
  g_autoptr (GString) place = g_string_new (NULL);

  if (record->low_age != KITH_INT_NONE && record->high_age != KITH_INT_NONE)
    ages = g_strdup_printf (_ ("%d to %d"), (int)record->low_age, (int)record->high_age);
  append_part (place, record->street);
  append_part (place, record->town);
  append_part (place, record->postcode);
  add_fact (self, _ ("Type"), record->type);
  add_fact (self, _ ("Phase"), kith_phase_get_words (story->phase));
  add_fact (self, _ ("Ages"), ages);
  add_fact (self, _ ("Trust or federation"), story->row != NULL ? story->row->trust : NULL);
  add_fact (self, _ ("Address"), place->str);
  add_fact (self, _ ("Telephone"), record->telephone);
  add_day (self, _ ("Opened"), record->opened);
  add_day (self, _ ("Closes"), record->closed);
  for (guint i = 0; i < story->silences->len; i++)
    add_fact (self, _ ("What cannot be said"), story->silences->pdata[i]);
  conclude (self->facts, 1, record->type != NULL ? record->type : _ ("type not recorded"));
}

/* The story, in a worker. */

typedef struct
{
  KithJob *job;
  KithRoll *roll; /* whose story, of which school */
  gint64 urn;
  KithSchoolStory *story; /* to be measured */
} StoryOrder;

static void
free_order (StoryOrder *order)
{
  g_object_unref (order->job);
  kith_roll_unref (order->roll);
  kith_school_story_free (order->story);
  g_free (order);
}

static void
put_story_together (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StoryOrder *order = data;

  g_task_return_pointer (task, kith_school_story_new (order->roll, order->urn),
                         (GDestroyNotify)kith_school_story_free);
}

static void
measure_story (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StoryOrder *order = data;
  GError *error = NULL;

  if (kith_school_story_measure (order->story, order->job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
make_row (KithStoryRows *self, const LaterRow *later)
{
  AdwActionRow *row = add_row (self, later->to, later->title, later->subtitle);

  if (later->table != KITH_N_TABLES)
    lead_to_record (self, row, later->table, later->id);
  if (later->urn == KITH_INT_NONE)
    return;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "urn", g_memdup2 (&later->urn, sizeof later->urn),
                          g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (tie_activated_cb), self, 0);
}

/* A few of those whose expander is open. */
static gboolean
make_some_cb (gpointer data)
{
  KithStoryRows *self = KITH_STORY_ROWS (data);
  guint n_made = 0;

  for (guint i = 0; i < self->later->len && n_made < ROWS_AT_ONCE;)
    {
      const LaterRow *later = g_ptr_array_index (self->later, i);

      if (!adw_expander_row_get_expanded (later->to))
        {
          i++;
          continue;
        }
      make_row (self, later);
      g_ptr_array_remove_index (self->later, i);
      n_made++;
    }
  if (n_made == ROWS_AT_ONCE)
    return G_SOURCE_CONTINUE;
  self->adding = 0;
  return G_SOURCE_REMOVE;
}

static void
expanded_cb (KithStoryRows *self)
{
  if (self->adding == 0 && self->later->len > 0)
    self->adding = g_idle_add (make_some_cb, self);
}

static void
story_measured_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KithStoryRows *self = KITH_STORY_ROWS (source);
  StoryOrder *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("Without measures: %s", error->message);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_measures (self, order->story);
  expanded_cb (self);
}

/* The whole network is looked at, which takes longer than the rest of the story. */
static void
begin_measuring (KithStoryRows *self, KithSchoolStory *story)
{
  StoryOrder *order = g_new0 (StoryOrder, 1);
  g_autoptr (GTask) task =
      g_task_new (self, kith_job_get_cancellable (self->telling), story_measured_cb, NULL);

  order->story = story;
  order->job = g_object_ref (self->telling);
  adw_expander_row_set_subtitle (self->measures, _ ("measuring…"));
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, measure_story);
}

static void
story_told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KithStoryRows *self = KITH_STORY_ROWS (source);
  g_autoptr (KithSchoolStory) story = g_task_propagate_pointer (G_TASK (result), NULL);

  /* another school was selected meanwhile, or the register says nothing of this one */
  if (story == NULL)
    return;
  remove_rows (self);
  show_partnerships (self, story);
  show_ties (self, story);
  show_contacts (self, story);
  show_needs (self, story);
  show_declared (self, story->record->urn);
  show_results (self, story);
  show_facts (self, story);
  expanded_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  begin_measuring (self, g_steal_pointer (&story));
}

static void
stop_telling (KithStoryRows *self)
{
  if (self->telling != NULL)
    kith_job_cancel (self->telling);
  g_clear_object (&self->telling);
}

static void
renew (KithStoryRows *self)
{
  KithRoll *roll = kith_session_get_roll (self->session);
  g_autoptr (GTask) task = NULL;
  StoryOrder *order;

  stop_telling (self);
  if (roll == NULL || kith_session_get_selected (self->session) == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  self->telling = kith_job_new (_ ("Looking at the school"));
  order = g_new0 (StoryOrder, 1);
  order->job = g_object_ref (self->telling);
  order->roll = kith_roll_ref (roll);
  order->urn = kith_session_get_selected (self->session);
  task = g_task_new (self, kith_job_get_cancellable (self->telling), story_told_cb, NULL);
  g_task_set_task_data (task, order, (GDestroyNotify)free_order);
  g_task_run_in_thread (task, put_story_together);
}

static void
kith_story_rows_dispose (GObject *object)
{
  KithStoryRows *self = KITH_STORY_ROWS (object);

  stop_telling (self);
  g_clear_handle_id (&self->adding, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kith_story_rows_parent_class)->dispose (object);
}

static void
kith_story_rows_finalize (GObject *object)
{
  g_ptr_array_unref (KITH_STORY_ROWS (object)->rows);
  g_ptr_array_unref (KITH_STORY_ROWS (object)->later);
  G_OBJECT_CLASS (kith_story_rows_parent_class)->finalize (object);
}

static void
kith_story_rows_class_init (KithStoryRowsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_story_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_story_rows_finalize;
  g_type_ensure (KITH_TYPE_HISTORY_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/kith_schools/Kith/ui/kith-story-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, KithStoryRows, partnerships);
  gtk_widget_class_bind_template_child (widget_class, KithStoryRows, ties);
  gtk_widget_class_bind_template_child (widget_class, KithStoryRows, contacts);
  gtk_widget_class_bind_template_child (widget_class, KithStoryRows, needs);
  gtk_widget_class_bind_template_child (widget_class, KithStoryRows, declared);
  gtk_widget_class_bind_template_child (widget_class, KithStoryRows, results);
  gtk_widget_class_bind_template_child (widget_class, KithStoryRows, measures);
  gtk_widget_class_bind_template_child (widget_class, KithStoryRows, history);
  gtk_widget_class_bind_template_child (widget_class, KithStoryRows, facts);
}

static void
kith_story_rows_init (KithStoryRows *self)
{
  AdwExpanderRow **lazy[] = { &self->partnerships, &self->ties,    &self->contacts,
                              &self->declared,     &self->results, &self->measures,
                              &self->facts };

  self->rows = g_ptr_array_new ();
  self->later = g_ptr_array_new_with_free_func (free_later);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (lazy); i++)
    g_signal_connect_object (*lazy[i], "notify::expanded", G_CALLBACK (expanded_cb), self,
                             G_CONNECT_SWAPPED);
}

/**
 * kith_story_rows_set_session:
 * @session: whose selection is followed; set once
 */
void
kith_story_rows_set_session (KithStoryRows *self, KithSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (renew), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  kith_history_row_set_session (self->history, session);
  renew (self);
}

/* kith-inspections.c: reads what Ofsted found, from its management information
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"
#include "kith-lookup-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define SINGLE_GRADE "single-grade"
#define REPORT_CARD "report-card"

/* Until then grade 3 was called so. */
#define LAST_SATISFACTORY (kith_date_new (2012, 8, 31))

typedef enum
{
  WORDS_GRADE,       /* 1 to 4, or in words */
  WORDS_SAFE,        /* Yes, No */
  WORDS_CARD,        /* urgent improvement to exceptional */
  WORDS_CARD_SAFE,   /* Met, Not met */
  WORDS_CONCERN,     /* SM, SWK … */
  WORDS_AS_THEY_ARE, /* a sentence */
} Words;

/* What may stand in a cell, and how the register says it. Every scheme has words of its own:
   none is ever said in those of the other. */
static const struct
{
  Words words;
  const char *cell;
  const char *grade;
} dictionary[] = {
  { WORDS_GRADE, "1", "Outstanding" },
  { WORDS_GRADE, "2", "Good" },
  { WORDS_GRADE, "3", "Requires improvement" },
  { WORDS_GRADE, "4", "Inadequate" },
  { WORDS_GRADE, "Outstanding", "Outstanding" },
  { WORDS_GRADE, "Good", "Good" },
  { WORDS_GRADE, "Requires improvement", "Requires improvement" },
  { WORDS_GRADE, "Satisfactory", "Satisfactory" },
  { WORDS_GRADE, "Inadequate", "Inadequate" },
  { WORDS_GRADE, "Serious weaknesses", "Serious weaknesses" },
  { WORDS_GRADE, "Special measures", "Special measures" },
  { WORDS_SAFE, "Yes", "Effective" },
  { WORDS_SAFE, "No", "Not effective" },
  { WORDS_CARD, "Urgent improvement", "Urgent improvement" },
  { WORDS_CARD, "Needs attention", "Needs attention" },
  { WORDS_CARD, "Expected standard", "Expected standard" },
  { WORDS_CARD, "Expected", "Expected standard" },
  { WORDS_CARD, "Strong standard", "Strong standard" },
  { WORDS_CARD, "Strong", "Strong standard" },
  { WORDS_CARD, "Exceptional", "Exceptional" },
  { WORDS_CARD_SAFE, "Met", "Met" },
  { WORDS_CARD_SAFE, "Not met", "Not met" },
  { WORDS_CONCERN, "SM", "Special measures" },
  { WORDS_CONCERN, "Special measures", "Special measures" },
  { WORDS_CONCERN, "SWK", "Serious weaknesses" },
  { WORDS_CONCERN, "Serious weaknesses", "Serious weaknesses" },
  { WORDS_CONCERN, "RSI", "Requires significant improvement" },
  { WORDS_CONCERN, "Requires significant improvement", "Requires significant improvement" },
  { WORDS_CONCERN, "NTI", "Notice to improve" },
};

/* An area that was not judged, or does not apply, has one of these. */
static const char *const nothing[] = {
  "NULL",           "0",   "8", "9", "Not judged", "Not applicable", "Not available",
  "Does not apply", "N/A", "-",
};

/* An inspection that a row tells of, and what its columns are called, | between: the newest
   form's name first, since that has the older names for something else. */
typedef struct
{
  const char *scheme;
  const char *date;
  const char *urn_then; /* the school’s number on that day */
  const char *relates;  /* whether that is its number now */
} Event;

typedef enum
{
  EVENT_CARD,
  EVENT_LATEST,
  EVENT_PREVIOUS,
  EVENT_UNGRADED,
  N_EVENTS,
} EventKind;

static const Event events[N_EVENTS] = {
  [EVENT_CARD] = { REPORT_CARD, "Inspection start date", "URN at time of latest full inspection",
                   "Does the latest full inspection relate to the URN of the current school?" },
  [EVENT_LATEST] = { SINGLE_GRADE,
                     "Inspection start date of latest OEIF graded inspection|Inspection start date",
                     "URN at time of latest OEIF graded inspection|URN at time of latest graded "
                     "inspection|URN at time of latest full inspection",
                     "Does the latest OEIF graded inspection relate to the URN of the current "
                     "school?|Does the latest graded inspection relate to the URN of the current "
                     "school?|Does the latest full inspection relate to the URN of the current "
                     "school?" },
  [EVENT_PREVIOUS] = { SINGLE_GRADE, "Previous inspection start date",
                       "URN at time of previous graded inspection|URN at time of previous full "
                       "inspection",
                       "Does the previous graded inspection relate to the URN of the current "
                       "school?|Does the previous full inspection relate to the URN of the current "
                       "school?" },
  [EVENT_UNGRADED] = { SINGLE_GRADE,
                       "Date of latest ungraded inspection|Date of latest section 8 inspection of "
                       "a good and outstanding school|Date of latest section 8 inspection",
                       "URN at time of the ungraded inspection|URN at time of the section 8 "
                       "inspection of a good and outstanding school|URN at time of the section 8 "
                       "inspection",
                       "Does the ungraded inspection relate to the URN of the current school?|Does "
                       "the section 8 inspection of a good and outstanding school relate to the "
                       "URN of the current school?|Does the section 8 inspection relate to the URN "
                       "of the current school?" },
};

static const struct
{
  EventKind event;
  Words words;
  const char *area;
  const char *columns;
  const char *date; /* a later visit may grade one area anew */
} areas[] = {
  { EVENT_CARD, WORDS_CARD_SAFE, "Safeguarding standards", "Safeguarding standards",
    "Safeguarding standards - date of grade" },
  { EVENT_CARD, WORDS_CARD, "Inclusion", "Inclusion", "Inclusion - date of grade" },
  { EVENT_CARD, WORDS_CARD, "Curriculum and teaching", "Curriculum and teaching",
    "Curriculum and teaching - date of grade" },
  { EVENT_CARD, WORDS_CARD, "Achievement", "Achievement", "Achievement - date of grade" },
  { EVENT_CARD, WORDS_CARD, "Attendance and behaviour", "Attendance and behaviour",
    "Attendance and behaviour - date of grade" },
  { EVENT_CARD, WORDS_CARD, "Personal development and wellbeing",
    "Personal development and wellbeing|Personal development and well-being",
    "Personal development and wellbeing - date of grade|Personal development and well-being - date "
    "of grade" },
  { EVENT_CARD, WORDS_CARD, "Early years", "Early years (where applicable)|Early years",
    "Early years - date of grade" },
  { EVENT_CARD, WORDS_CARD, "Post-16 provision",
    "Post-16 provision (where applicable)|Post-16 provision", "Post-16 provision - date of grade" },
  { EVENT_CARD, WORDS_CARD, "Leadership and governance", "Leadership and governance",
    "Leadership and governance - date of grade" },
  { EVENT_CARD, WORDS_CONCERN, "Category of concern", "Category of concern", NULL },

  { EVENT_LATEST, WORDS_GRADE, "Overall effectiveness",
    "Latest OEIF overall effectiveness|Overall effectiveness|rating", NULL },
  { EVENT_LATEST, WORDS_CONCERN, "Category of concern",
    "Latest OEIF category of concern|Category of concern", NULL },
  { EVENT_LATEST, WORDS_GRADE, "Quality of education",
    "Latest OEIF quality of education|Quality of education", NULL },
  { EVENT_LATEST, WORDS_GRADE, "Behaviour and attitudes",
    "Latest OEIF behaviour and attitudes|Behaviour and attitudes", NULL },
  { EVENT_LATEST, WORDS_GRADE, "Personal development",
    "Latest OEIF personal development|Personal development", NULL },
  { EVENT_LATEST, WORDS_GRADE, "Leadership and management",
    "Latest OEIF effectiveness of leadership and management|Effectiveness of leadership and "
    "management|Leadership and management",
    NULL },
  { EVENT_LATEST, WORDS_SAFE, "Safeguarding",
    "Latest OEIF  safeguarding is effective?|Latest OEIF safeguarding is effective?|Safeguarding "
    "is effective?|Is safeguarding effective?",
    NULL },
  { EVENT_LATEST, WORDS_GRADE, "Early years provision",
    "Latest OEIF early years provision (where applicable)|Early years provision (where "
    "applicable)",
    NULL },
  { EVENT_LATEST, WORDS_GRADE, "Sixth form provision",
    "Latest OEIF sixth form provision (where applicable)|Sixth form provision (where "
    "applicable)",
    NULL },

  /* of what is past the register keeps the outcome, not every area of it */
  { EVENT_PREVIOUS, WORDS_GRADE, "Overall effectiveness",
    "Previous graded inspection overall effectiveness|Previous full inspection overall "
    "effectiveness|Previous overall effectiveness",
    NULL },
  { EVENT_PREVIOUS, WORDS_CONCERN, "Category of concern", "Previous category of concern", NULL },

  { EVENT_UNGRADED, WORDS_AS_THEY_ARE, "Ungraded inspection",
    "Ungraded inspection overall outcome|Section 8 inspection of a good and outstanding school "
    "overall outcome|Section 8 inspection overall outcome",
    NULL },
};

typedef struct
{
  KithReading *reading;
  guint urn; /* the school of the row, or no column */
  gboolean has_cards;
  guint dates[N_EVENTS];
  guint urns_then[N_EVENTS];
  guint relates[N_EVENTS];
  guint columns[G_N_ELEMENTS (areas)];
  guint area_dates[G_N_ELEMENTS (areas)];
  KithLookup *known;
  KithLookup *of_school;
} Reader;

static guint
find_optional (KithReading *reading, const char *names)
{
  return names == NULL ? KITH_NO_COLUMN : kith_reading_find_column (reading, names);
}

static void
find_columns (Reader *self)
{
  for (guint e = 0; e < N_EVENTS; e++)
    {
      /* with report cards in the file, what is not said to be older is theirs */
      gboolean is_there = e != EVENT_CARD || self->has_cards;

      self->dates[e] = is_there ? find_optional (self->reading, events[e].date) : KITH_NO_COLUMN;
      self->urns_then[e] = find_optional (self->reading, events[e].urn_then);
      self->relates[e] = find_optional (self->reading, events[e].relates);
    }
  for (guint a = 0; a < G_N_ELEMENTS (areas); a++)
    {
      gboolean is_there = areas[a].event != EVENT_CARD || self->has_cards;

      self->columns[a] =
          is_there ? find_optional (self->reading, areas[a].columns) : KITH_NO_COLUMN;
      self->area_dates[a] = find_optional (self->reading, areas[a].date);
    }
}

/* "Category of concern" of a file with report cards is theirs, and so are its dates. */
static void
leave_to_cards (Reader *self)
{
  for (guint a = 0; self->has_cards && a < G_N_ELEMENTS (areas); a++)
    for (guint c = 0; areas[a].event == EVENT_LATEST && c < G_N_ELEMENTS (areas); c++)
      if (areas[c].event == EVENT_CARD && self->columns[c] == self->columns[a])
        self->columns[a] = KITH_NO_COLUMN;
  if (self->has_cards && self->dates[EVENT_LATEST] == self->dates[EVENT_CARD])
    self->dates[EVENT_LATEST] = KITH_NO_COLUMN;
}

static gboolean
init_reader (Reader *self, KithReading *reading, GError **error)
{
  static const char *const by[] = { "urn", "scheme", "area", "date", NULL };
  static const char *const by_school[] = { "urn", "scheme", NULL };

  *self = (Reader){ .reading = reading };
  self->urn = kith_reading_find_column (reading, "URN|unique_reference_number");
  self->has_cards = kith_reading_find_column (reading, "Curriculum and teaching") != KITH_NO_COLUMN;
  find_columns (self);
  leave_to_cards (self);
  if (self->urn == KITH_NO_COLUMN && self->urns_then[EVENT_LATEST] == KITH_NO_COLUMN)
    return kith_reading_need_column (reading, "URN", &self->urn, error);
  self->known = kith_lookup_new (reading->changes, KITH_TABLE_INSPECTION, by);
  self->of_school = kith_lookup_new (reading->changes, KITH_TABLE_INSPECTION, by_school);
  return TRUE;
}

/* The cell, or %NULL where it says nothing. */
static const char *
get_said (Reader *self, guint column)
{
  const char *text = kith_reading_get_text (self->reading, column);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (nothing); i++)
    if (g_ascii_strcasecmp (text, nothing[i]) == 0)
      return NULL;
  return text;
}

static gboolean
read_date (Reader *self, guint column, KithDate *date)
{
  *date = KITH_DATE_UNKNOWN;
  return get_said (self, column) == NULL || kith_reading_get_date (self->reading, column, date);
}

/*
 * The school that was inspected, by the number it had on that day: an academy does not bear
 * what was found of the school before it. 0 where the file does not say which that was.
 */
static gint64
find_inspected (Reader *self, EventKind event, gint64 urn)
{
  const char *then = get_said (self, self->urns_then[event]);
  const char *relates = get_said (self, self->relates[event]);
  gint64 urn_then;

  if (then != NULL && kith_text_parse_int (then, -1, &urn_then) && urn_then > 0)
    return urn_then;
  return relates != NULL && g_ascii_strcasecmp (relates, "No") == 0 ? 0 : urn;
}

static const char *
find_grade (Reader *self, guint area, KithDate date)
{
  const char *text = get_said (self, self->columns[area]);

  if (text == NULL || areas[area].words == WORDS_AS_THEY_ARE)
    return text;
  for (guint d = 0; d < G_N_ELEMENTS (dictionary); d++)
    if (dictionary[d].words == areas[area].words &&
        g_ascii_strcasecmp (dictionary[d].cell, text) == 0)
      return areas[area].words == WORDS_GRADE && strcmp (text, "3") == 0 &&
                     date != KITH_DATE_UNKNOWN && date <= LAST_SATISFACTORY
                 ? "Satisfactory"
                 : dictionary[d].grade;
  kith_reading_remark (self->reading, self->columns[area],
                       _ ("This is no outcome that Kith knows, and was passed over."));
  return NULL;
}

/* What the row says of one inspection: one row of the register for each area. */
static guint
read_event (Reader *self, EventKind event, gint64 urn, KithInspection *said)
{
  KithDate date;
  gint64 inspected = find_inspected (self, event, urn);
  guint n = 0;

  if (inspected == 0 || !read_date (self, self->dates[event], &date))
    return 0;
  for (guint a = 0; a < G_N_ELEMENTS (areas); a++)
    {
      KithDate graded = KITH_DATE_UNKNOWN;
      const char *grade;

      if (areas[a].event != event || !read_date (self, self->area_dates[a], &graded))
        continue;
      grade = find_grade (self, a, date);
      if (grade == NULL)
        continue;
      kith_row_clear (KITH_TABLE_INSPECTION, &said[n]);
      said[n].urn = inspected;
      said[n].scheme = events[event].scheme;
      said[n].area = areas[a].area;
      said[n].grade = grade;
      said[n++].date = graded != KITH_DATE_UNKNOWN ? graded : date;
    }
  return n;
}

static KithOutcome
put_said (Reader *self, const KithInspection *said)
{
  const KithInspection *known = kith_lookup_find (self->known, said);
  KithInspection row = *said;
  KithOutcome outcome;

  if (known != NULL && !self->reading->is_newest)
    return KITH_OUTCOME_UNCHANGED;
  row.id = known != NULL ? known->id
                         : kith_changeset_take_key (self->reading->changes, KITH_TABLE_INSPECTION);
  outcome = kith_reading_put (self->reading, KITH_TABLE_INSPECTION, &row);
  if (outcome != KITH_OUTCOME_UNCHANGED)
    kith_lookup_note (self->known, row.id);
  return outcome;
}

static gboolean
is_graded (const KithInspection *row)
{
  return g_strcmp0 (row->area, "Ungraded inspection") != 0;
}

/* The day of the latest grade in a scheme that the row tells of the school itself. */
static KithDate
find_latest (const KithInspection *said, guint n, gint64 urn, const char *scheme)
{
  KithDate latest = KITH_DATE_UNKNOWN;

  for (guint i = 0; i < n; i++)
    if (said[i].urn == urn && strcmp (said[i].scheme, scheme) == 0 && is_graded (&said[i]))
      latest = MAX (latest, said[i].date);
  return latest;
}

/*
 * Ofsted may take an inspection back. Each file tells of the latest: where the newest file has an
 * older one, what an earlier file had after it no longer holds.
 */
static KithOutcome
remove_withdrawn (Reader *self, const KithInspection *said, guint n, gint64 urn, const char *scheme)
{
  KithDate latest = find_latest (said, n, urn, scheme);
  KithInspection probe = { .urn = urn, .scheme = scheme };
  KithOutcome worst = KITH_OUTCOME_UNCHANGED;
  const KithInspection *known;
  gsize at = 0;

  if (!self->reading->is_newest || self->urn == KITH_NO_COLUMN || latest == KITH_DATE_UNKNOWN)
    return worst;
  while ((known = kith_lookup_next (self->of_school, &probe, &at)) != NULL)
    if (known->date > latest && known->date <= self->reading->dated && is_graded (known) &&
        kith_changeset_find (self->reading->changes, KITH_TABLE_INSPECTION, known->id) != NULL)
      {
        if (worst == KITH_OUTCOME_UNCHANGED)
          kith_reading_remark (
              self->reading, self->urn,
              _ ("An earlier file told of a later inspection of this school. It is "
                 "not in this one, and was taken out."));
        kith_reading_remove (self->reading, KITH_TABLE_INSPECTION, known->id);
        worst = KITH_OUTCOME_CHANGED;
      }
  return worst;
}

static void
read_row (gpointer reader)
{
  Reader *self = reader;
  guint column = self->urn != KITH_NO_COLUMN ? self->urn : self->urns_then[EVENT_LATEST];
  KithInspection said[G_N_ELEMENTS (areas)];
  KithOutcome worst = KITH_OUTCOME_UNCHANGED;
  gint64 urn;
  guint n = 0;

  if (kith_reading_is_total (self->reading, column))
    {
      kith_reading_count (self->reading, KITH_OUTCOME_SKIPPED);
      return;
    }
  if (!kith_reading_get_urn (self->reading, column, &urn) ||
      !kith_reading_is_first (self->reading, column, urn))
    return;
  for (guint e = 0; e < N_EVENTS; e++)
    n += read_event (self, (EventKind)e, urn, &said[n]);
  if (self->reading->is_rejected)
    return;
  for (guint i = 0; i < n; i++)
    kith_outcome_raise (&worst, put_said (self, &said[i]));
  kith_outcome_raise (&worst, remove_withdrawn (self, said, n, urn, SINGLE_GRADE));
  kith_outcome_raise (&worst, remove_withdrawn (self, said, n, urn, REPORT_CARD));
  kith_reading_count (self->reading, worst);
}

/**
 * kith_inspections_read:
 * @self: a file of inspection outcomes under way
 * @error: return location for a #KithImportError
 *
 * Reads the management information on state-funded schools in its forms since 2018, and a plain
 * list of URN and rating. The single grades and areas of inspections until November 2025, and
 * the report cards after them, are kept as what they are: no grade of one becomes one of the
 * other. Each is kept with the school that was inspected, by the number of that day. An outcome
 * is told by school, scheme, area and day; of one that is known already an older file changes
 * nothing, and one that the newest file no longer has is taken out.
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_inspections_read (KithReading *self, GError **error)
{
  Reader reader;
  gboolean is_whole;

  if (!init_reader (&reader, self, error))
    return FALSE;
  is_whole = kith_reading_each (self, read_row, &reader, error);
  kith_lookup_free (reader.known);
  kith_lookup_free (reader.of_school);
  return is_whole;
}

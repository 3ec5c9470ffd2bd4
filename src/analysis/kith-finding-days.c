/* kith-finding-days.c: on which days one school's findings began and ended
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-days.h"
#include "kith-turning-days.h"

#include <glib/gi18n.h>

/* Longer ago the record of most schools is only what published files tell. */
#define MOST_MONTHS 60

/* How one finding stands. */
typedef struct
{
  KithHolds holds;
  KithSeverity severity;
  const char *sentence;
  const char *reason;
} Standing;

/* How all stand on a day. */
typedef struct
{
  KithDate day;
  Standing findings[KITH_N_FINDINGS];
} Picture;

typedef struct
{
  KithNetwork *network; /* as at the last day */
  KithLedger *ledger;
  gint64 urn;
  KithAsides *asides;
  KithJob *job;
  KithFindingDays *out;
} Looking;

static void
stand (Picture *picture, const GArray *findings, KithHolds holds)
{
  for (guint f = 0; f < findings->len; f++)
    {
      const KithFinding *finding = &g_array_index (findings, KithFinding, f);

      picture->findings[finding->code] =
          (Standing){ holds, finding->severity, finding->sentence,
                      finding->aside != NULL ? finding->aside->reason : NULL };
    }
}

static void
find_all (const Looking *self, KithRecord *record, guint school, Picture *picture)
{
  g_autoptr (GArray) live = g_array_new (FALSE, FALSE, sizeof (KithFinding));
  g_autoptr (GArray) aside = g_array_new (FALSE, FALSE, sizeof (KithFinding));

  kith_roll_find_school (record, self->asides, school, self->out->wording, live, aside);
  stand (picture, live, KITH_HOLDS);
  stand (picture, aside, KITH_HOLDS_ASIDE);
}

/* On a day on which no roll would list the school nothing holds of it. */
static Picture *
look (const Looking *self, KithDate day, GError **error)
{
  g_autoptr (KithNetwork) network = NULL;
  g_autoptr (KithRecord) record = NULL;
  g_autofree Picture *picture = g_new0 (Picture, 1);
  guint school;

  if (self->job != NULL &&
      g_cancellable_set_error_if_cancelled (kith_job_get_cancellable (self->job), error))
    return NULL;
  picture->day = day;
  network = kith_network_new_from (self->network, self->ledger, day, NULL, error);
  if (network == NULL)
    return NULL;
  self->out->n_looked++;
  school = kith_network_find_school (network, self->urn);
  if (school == KITH_INDEX_NONE ||
      !kith_network_get_schools (network, &(guint){ 0 })[school].is_home)
    return g_steal_pointer (&picture);
  record = kith_record_new (network, NULL, error);
  if (record == NULL)
    return NULL;
  find_all (self, record, school, picture);
  return g_steal_pointer (&picture);
}

static gboolean
is_same_standing (const Standing *a, const Standing *b)
{
  return a->holds == b->holds && (a->holds == KITH_HOLDS_NOT || a->severity == b->severity);
}

static gboolean
is_same (const Picture *a, const Picture *b)
{
  for (guint c = 0; c < KITH_N_FINDINGS; c++)
    if (!is_same_standing (&a->findings[c], &b->findings[c]))
      return FALSE;
  return TRUE;
}

static void
tell (const Looking *self, const Picture *before, const Picture *after)
{
  for (guint c = 0; c < KITH_N_FINDINGS; c++)
    {
      const Standing *was = &before->findings[c], *is = &after->findings[c];
      KithFindingDay day = { after->day,    (KithFindingCode)c, was->holds,   is->holds,
                             was->severity, is->severity,       is->sentence, is->reason };

      if (!is_same_standing (was, is))
        g_array_append_val (self->out->days, day);
    }
}

/* Brings two days that differ together until one follows the other. Mostly the later one is
   the day, since something of the school's own record turns on it. */
static gboolean
find_turn (const Looking *self, Picture *last, Picture *next, GError **error)
{
  g_autofree Picture *eve = NULL;

  if (next->day - last->day <= 1)
    return TRUE;
  eve = look (self, next->day - 1, error);
  if (eve == NULL)
    return FALSE;
  if (is_same (last, eve))
    {
      *last = *eve;
      return TRUE;
    }
  *next = *eve;
  while (next->day - last->day > 1)
    {
      g_autofree Picture *middle = look (self, last->day + (next->day - last->day) / 2, error);

      if (middle == NULL)
        return FALSE;
      *(is_same (last, middle) ? last : next) = *middle;
    }
  return TRUE;
}

/* Tells all turns from one day to a later one. */
static gboolean
tell_between (const Looking *self, const Picture *from, const Picture *until, GError **error)
{
  Picture last = *from;

  while (!is_same (&last, until))
    {
      Picture next = *until;

      if (!find_turn (self, &last, &next, error))
        return FALSE;
      tell (self, &last, &next);
      last = next;
    }
  return TRUE;
}

static gboolean
tell_all (const Looking *self, const GArray *days, GError **error)
{
  const Picture nothing = { .day = KITH_DATE_UNKNOWN };
  g_autofree Picture *last = look (self, self->out->from, error);

  if (last == NULL)
    return FALSE;
  tell (self, &nothing, last);
  for (guint d = 0; d < days->len; d++)
    {
      g_autofree Picture *next = NULL;

      if (!kith_job_step (self->job, 256 * (guint64)d, 256 * (guint64)days->len, error))
        return FALSE;
      next = look (self, g_array_index (days, KithDate, d), error);
      if (next == NULL || !tell_between (self, last, next, error))
        return FALSE;
      g_free (last);
      last = g_steal_pointer (&next);
    }
  return TRUE;
}

/**
 * kith_finding_days_new:
 * @record: as at the last day that is told
 * @urn: of a school
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED or a #KithGraphError
 *
 * Looks at the school on each day on which its own record could change an answer, and on the
 * first of each month, over the last 60 months; between two days that differ it goes on
 * halving until it has the day. So each day that is told is exact: the roll as at that day
 * and as at the day before differ so. What others did elsewhere and took back within a month,
 * with no sign of it on any of those days, is not told.
 * Cost: a network and a record for each day looked at, about 100 for most schools; for a
 * region of 1,000 schools 0.4 s in all.
 *
 * Returns: (transfer full): the days, or %NULL
 */
KithFindingDays *
kith_finding_days_new (const KithRecord *record, gint64 urn, KithJob *job, GError **error)
{
  g_autoptr (KithFindingDays) self = g_new0 (KithFindingDays, 1);
  g_autoptr (KithAsides) asides = kith_asides_new (record->ledger);
  g_autoptr (GArray) days = NULL;
  const KithSchool *school = kith_ledger_find (record->ledger, KITH_TABLE_SCHOOL, urn);
  Looking looking = { record->network, record->ledger, urn, asides, job, self };

  self->days = g_array_new (FALSE, FALSE, sizeof (KithFindingDay));
  self->wording = kith_wording_new ();
  self->from = kith_date_add_months (record->as_at, -MOST_MONTHS);
  if (school != NULL && school->opened <= record->as_at)
    self->from = MAX (self->from, school->opened);
  days = kith_turning_days_list (record, urn, self->from);
  kith_job_begin (job, _ ("Looking back"), 0, 1);
  if (!tell_all (&looking, days, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * kith_finding_days_free:
 * @self: (transfer full) (nullable): days
 */
void
kith_finding_days_free (KithFindingDays *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->days);
  kith_wording_free (self->wording);
  g_free (self);
}

/* kith-sample-region.c: the invented region before it is written
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample-region-private.h"

#include <stdarg.h>

#define LOCAL_METRES 10000.0 /* METHODS, section 1: local */

static void
clear_authority (gpointer item)
{
  KithSampleAuthority *authority = item;

  g_clear_pointer (&authority->ring, g_array_unref);
}

static void
clear_arrangement (gpointer item)
{
  KithSampleArrangement *arrangement = item;

  g_clear_pointer (&arrangement->members, g_array_unref);
}

/* The newest year of results that is out on the day: 2024/25 on 1 September 2026. */
static int
find_last_year (KithDate dated)
{
  int year, month, day;

  kith_date_get_parts (dated, &year, &month, &day);
  return month >= 9 ? year - 2 : year - 3;
}

/**
 * kith_sample_region_new:
 * @options: with nothing left open
 *
 * Returns: (transfer full): a region without anything in it
 */
KithSampleRegion *
kith_sample_region_new (const KithSampleOptions *options)
{
  KithSampleRegion *self = g_new0 (KithSampleRegion, 1);

  self->seed = options->seed;
  self->dated = options->dated;
  self->n_in_scope = options->n_schools;
  self->last_year = find_last_year (options->dated);
  self->text = g_string_chunk_new (1 << 16);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->authorities = g_array_new (FALSE, TRUE, sizeof (KithSampleAuthority));
  g_array_set_clear_func (self->authorities, clear_authority);
  self->towns = g_array_new (FALSE, TRUE, sizeof (KithSampleTown));
  self->schools = g_array_new (FALSE, TRUE, sizeof (KithSampleSchool));
  self->groups = g_array_new (FALSE, TRUE, sizeof (KithSampleGroup));
  self->group_links = g_array_new (FALSE, TRUE, sizeof (KithSampleGroupLink));
  self->organisations = g_array_new (FALSE, TRUE, sizeof (KithSampleOrganisation));
  self->people = g_array_new (FALSE, TRUE, sizeof (KithSamplePerson));
  self->arrangements = g_array_new (FALSE, TRUE, sizeof (KithSampleArrangement));
  g_array_set_clear_func (self->arrangements, clear_arrangement);
  self->contacts = g_array_new (FALSE, TRUE, sizeof (KithSampleContact));
  self->parties = g_array_new (FALSE, TRUE, sizeof (KithSampleParty));
  self->actions = g_array_new (FALSE, TRUE, sizeof (KithSampleAction));
  self->needs = g_array_new (FALSE, TRUE, sizeof (KithSampleNeed));
  self->enquiries = g_array_new (FALSE, TRUE, sizeof (KithSampleEnquiry));
  self->expected = g_array_new (FALSE, TRUE, sizeof (KithSampleExpected));
  self->dioceses = g_ptr_array_new ();
  self->predecessors = g_array_new (FALSE, TRUE, 2 * sizeof (guint));
  return self;
}

/**
 * kith_sample_region_free:
 * @self: (nullable): a region
 */
void
kith_sample_region_free (KithSampleRegion *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->text);
  g_hash_table_unref (self->names);
  g_array_unref (self->authorities);
  g_array_unref (self->towns);
  g_array_unref (self->schools);
  g_array_unref (self->groups);
  g_array_unref (self->group_links);
  g_array_unref (self->organisations);
  g_array_unref (self->people);
  g_array_unref (self->arrangements);
  g_array_unref (self->contacts);
  g_array_unref (self->parties);
  g_array_unref (self->actions);
  g_array_unref (self->needs);
  g_array_unref (self->enquiries);
  g_array_unref (self->expected);
  g_array_unref (self->predecessors);
  g_ptr_array_unref (self->dioceses);
  for (guint p = 0; p < KITH_N_PHASES; p++)
    {
      kith_grid_free (self->grids[p]);
      g_clear_pointer (&self->grid_schools[p], g_array_unref);
    }
  g_free (self);
}

/**
 * kith_sample_region_keep:
 * @format: as for printf
 *
 * Returns: (transfer none): the text, which lives as long as the region
 */
const char *
kith_sample_region_keep (KithSampleRegion *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return g_string_chunk_insert_const (self->text, text);
}

/**
 * kith_sample_region_is_local:
 * @a: index of a school
 * @b: index of another
 *
 * Returns: whether METHODS calls the two local to each other
 */
gboolean
kith_sample_region_is_local (KithSampleRegion *self, guint a, guint b)
{
  const KithSampleSchool *one = KITH_SAMPLE_SCHOOL (self, a);
  const KithSampleSchool *other = KITH_SAMPLE_SCHOOL (self, b);

  return (one->authority == other->authority &&
          KITH_SAMPLE_AUTHORITY (self, one->authority)->is_small) ||
         (one->is_placed && other->is_placed &&
          kith_place_get_metres (one->place, other->place) <= LOCAL_METRES);
}

/**
 * kith_sample_region_find_neighbours:
 * @school: index of a school in scope
 * @k: how many at most
 * @metres: within
 * @near: (out caller-allocates) (array length=k): schools of its phase, nearest first
 *
 * Returns: how many
 */
guint
kith_sample_region_find_neighbours (
    KithSampleRegion *self, guint school, guint k, double metres, guint *near)
{
  const KithSampleSchool *at = KITH_SAMPLE_SCHOOL (self, school);
  g_autofree KithNear *found = g_new (KithNear, k + 1);
  guint n_found, n = 0;

  if (!at->is_placed)
    return 0;
  n_found = kith_grid_find_nearest (self->grids[at->compared], at->place, G_MAXUINT, k + 1, metres,
                                    found);
  for (guint i = 0; i < n_found && n < k; i++)
    {
      guint other = g_array_index (self->grid_schools[at->compared], guint, found[i].index);

      if (other != school)
        near[n++] = other;
    }
  return n;
}

/**
 * kith_sample_region_add_person:
 * @post: what they are
 * @school: where, or %KITH_SAMPLE_NONE
 * @organisation: where, or %KITH_SAMPLE_NONE
 *
 * Returns: index of a new person
 */
guint
kith_sample_region_add_person (
    KithSampleRegion *self, KithRandom *random, const char *post, guint school, guint organisation)
{
  KithSamplePerson person = {
    .name = kith_sample_words_new_person (self, random),
    .post = post,
    .school = school,
    .organisation = organisation,
    .from = kith_date_add_months (self->dated, -12 * kith_random_between (random, 2, 8)),
  };

  g_array_append_val (self->people, person);
  return self->people->len - 1;
}

/**
 * kith_sample_region_add_organisation:
 *
 * Returns: index of a new outside body
 */
guint
kith_sample_region_add_organisation (KithSampleRegion *self, const char *name, const char *kind)
{
  KithSampleOrganisation organisation = { name, kind };

  g_array_append_val (self->organisations, organisation);
  return self->organisations->len - 1;
}

/**
 * kith_sample_region_step_back:
 * @from: a day
 * @counted_days: how far back, 22 July to 31 August left out (METHODS, finding 7)
 *
 * Returns: the last day such that @counted_days lie after it, up to @from
 */
KithDate
kith_sample_region_step_back (KithDate from, guint counted_days)
{
  KithDate day = from - counted_days;

  while (kith_date_count_days (day, from) < counted_days)
    day -= counted_days - kith_date_count_days (day, from);
  return day;
}

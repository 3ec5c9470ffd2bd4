/* kith-sample.c: the invented region, written as the DfE would publish it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-sample.h"

#include "kith-sample-out-private.h"

#include <glib/gi18n.h>

#define LEAST_PER_AUTHORITY 10

static gboolean
fill_options (KithSampleOptions *options, GError **error)
{
  if (options->n_schools == 0)
    options->n_schools = KITH_SAMPLE_SCHOOLS;
  if (options->n_schools < KITH_SAMPLE_LEAST_SCHOOLS ||
      options->n_schools > KITH_SAMPLE_MOST_SCHOOLS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("A sample region of %u schools cannot be made. Ask for %u to %u."),
                   options->n_schools, KITH_SAMPLE_LEAST_SCHOOLS, KITH_SAMPLE_MOST_SCHOOLS);
      return FALSE;
    }
  if (options->n_authorities == 0)
    options->n_authorities = MAX (KITH_SAMPLE_AUTHORITIES, options->n_schools / 160);
  options->n_authorities = MIN (options->n_authorities, options->n_schools / LEAST_PER_AUTHORITY);
  if (options->dated == KITH_DATE_UNKNOWN)
    options->dated = kith_date_new (2026, 9, 1);
  return TRUE;
}

static gboolean
step (KithJob *job, guint done, GError **error)
{
  return job == NULL || kith_job_step (job, done, 10, error);
}

static gboolean
make_region (KithSampleRegion *region, guint n_authorities, KithJob *job, GError **error)
{
  kith_sample_make_land (region, n_authorities);
  kith_sample_make_schools (region);
  if (!step (job, 3, error))
    return FALSE;
  kith_sample_make_parts (region);
  kith_sample_make_groups (region);
  kith_sample_make_partnerships (region);
  kith_sample_make_planted (region);
  kith_sample_make_collaboration (region);
  if (!step (job, 6, error))
    return FALSE;
  kith_sample_make_people (region);
  kith_sample_make_needs (region);
  kith_sample_make_contacts (region);
  kith_sample_make_expected (region);
  return step (job, 10, error);
}

static gboolean
write_region (KithSampleRegion *region, GFile *folder, KithJob *job, GError **error)
{
  return kith_sample_write_establishments (region, folder, job, error) &&
         kith_sample_write_links (region, folder, job, error) &&
         kith_sample_write_groups (region, folder, job, error) &&
         kith_sample_write_boundaries (region, folder, job, error) &&
         kith_sample_write_census (region, folder, job, error) &&
         kith_sample_write_workbooks (region, folder, job, error) &&
         kith_sample_write_results (region, folder, job, error) &&
         kith_sample_write_inspections (region, folder, job, error) &&
         kith_sample_write_planted (region, folder, job, error);
}

/**
 * kith_sample_write:
 * @folder: where to; it is made if need be, and files of the same names are replaced
 * @options: (nullable): what to write; 0 stands for what DESIGN promises
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #GError
 *
 * Invents schools in invented authorities on a piece of British National Grid and writes them
 * down in the very formats in which the DfE, the ONS and officers publish theirs, with the
 * irregularities of the real files. planted.csv lists what must be found of which school.
 * The same options give the same bytes.
 *
 * Cost: O(n log n); all but the text of the files is held in memory.
 *
 * Returns: %FALSE with @error set where a number is out of range, a file cannot be written or
 *   the job was cancelled
 */
gboolean
kith_sample_write (GFile *folder, const KithSampleOptions *options, KithJob *job, GError **error)
{
  KithSampleOptions filled = { .seed = KITH_SAMPLE_SEED };
  g_autoptr (GError) local = NULL;
  KithSampleRegion *region;
  gboolean is_written;

  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  if (options != NULL)
    filled = *options;
  if (!fill_options (&filled, error))
    return FALSE;
  if (!g_file_make_directory_with_parents (folder, NULL, &local) &&
      !g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  region = kith_sample_region_new (&filled);
  if (job != NULL)
    kith_job_begin (job, _ ("Inventing a region"), 0, 0.3);
  is_written = make_region (region, filled.n_authorities, job, error);
  if (is_written && job != NULL)
    kith_job_begin (job, _ ("Writing its files"), 0.3, 1);
  is_written = is_written && write_region (region, folder, job, error);
  kith_sample_region_free (region);
  return is_written;
}

/* fuzz-csv.c: any bytes as a table file, through every reader that takes them for its own
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "kith-import.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char schools[] =
    "URN,LA (code),EstablishmentName,EstablishmentStatus (name),EstablishmentTypeGroup (name)\n"
    "100001,901,Alder,Open,Academies\n100002,901,Beech,Open,Academies\n";
static const char links[] = "URN,Group UID,Group ID,Group Name,Group Type,Joined date\n"
                            "100001,10,TR1,North Trust,Multi-academy trust,2015-09-01\n"
                            "100002,10,TR1,North Trust,Multi-academy trust,\n";

/* A file in memory: its name has no day and no year, so the options tell them. */
static KithPreview *
read_bytes (KithLedger *ledger,
            KithDate dated,
            const void *data,
            gsize size,
            const char *tail,
            GError **error)
{
  KithImportOptions options = { .year = 2018, .dated = dated, .today = kith_date_new (2026, 9, 1) };
  int fd = memfd_create ("table", 0);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  KithPreview *preview;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize)size);
  g_assert_cmpint (write (fd, tail, strlen (tail)), ==, (gssize)strlen (tail));
  preview = kith_import_read (ledger, &file, 1, &options, NULL, error);
  close (fd);
  return preview;
}

static KithLedger *
make_base (void)
{
  g_autoptr (KithLedger) empty = kith_ledger_new_empty ();
  g_autoptr (KithPreview) first =
      read_bytes (empty, kith_date_new (2020, 1, 1), schools, strlen (schools), "", NULL);
  g_autoptr (KithLedger) middle = kith_changeset_apply (first->changes, 1);
  g_autoptr (KithPreview) second =
      read_bytes (middle, kith_date_new (2021, 1, 1), links, strlen (links), "", NULL);

  return kith_changeset_apply (second->changes, 2);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static KithLedger *base;
  g_autoptr (GError) error = NULL;
  g_autoptr (KithPreview) preview = NULL;
  g_autoptr (KithPreview) again = NULL;
  g_autoptr (KithLedger) after = NULL;
  guint64 n_rejected = 0;

  if (base == NULL)
    base = make_base ();
  preview = read_bytes (base, kith_date_new (2022, 1, 1), data, size, "", &error);
  if (preview == NULL)
    {
      g_assert_true (error->domain == KITH_IMPORT_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  for (guint r = 0; r < preview->reports->len; r++)
    {
      const KithFileReport *report = g_ptr_array_index (preview->reports, r);

      g_assert_cmpuint (report->n_rows, ==,
                        report->n_added + report->n_changed + report->n_unchanged +
                            report->n_rejected + report->n_skipped);
      n_rejected += report->n_rejected;
    }
  /* the same with one line end more is other bytes, and says nothing new; but what a rejected
   * row lacked a later one may have given */
  if (n_rejected > 0)
    return 0;
  after = kith_changeset_apply (preview->changes, 3);
  again = read_bytes (after, kith_date_new (2022, 1, 1), data, size, "\n", NULL);
  if (again != NULL)
    g_assert_cmpuint (kith_changeset_get_size (again->changes), <=, 1);
  return 0;
}

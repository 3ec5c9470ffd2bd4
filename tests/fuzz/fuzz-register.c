/* fuzz-register.c: any bytes, opened as a register
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-store.h"

#include <glib/gstdio.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static char *path;

static void
remove_file (void)
{
  g_unlink (path);
}

/* One file for all runs, in memory where there is such a folder. */
static void
choose_path (void)
{
  if (path != NULL)
    return;
  path = g_strdup_printf ("%s/kith-fuzz-%d.kith",
                          g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir (),
                          (int)getpid ());
  atexit (remove_file);
}

static void
write_file (const uint8_t *data, size_t size)
{
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
add_school (KithStore *store, KithLedger *ledger)
{
  g_autoptr (KithChangeset) changes = kith_changeset_new (ledger);
  KithSchool school;

  kith_row_clear (KITH_TABLE_SCHOOL, &school);
  school.urn = 100100;
  school.name = "Cedar School";
  kith_changeset_put (changes, KITH_TABLE_SCHOOL, &school);
  kith_store_apply (store, changes, &(KithEntry){ .who = "Ann Lee", .what = "a school" }, NULL,
                    NULL);
}

static void
use_register (KithStoreMode mode)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KithStore) store = kith_store_open (file, mode, NULL, NULL);
  g_autoptr (KithLedger) ledger = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  if (store == NULL)
    return;
  ledger = kith_store_read_ledger (store, NULL, TRUE, NULL, NULL);
  history = kith_store_read_history (store, NULL);
  problems = kith_store_check (store, NULL, NULL);
  if (mode == KITH_STORE_READ)
    return;
  kith_store_undo (store, 0, "Ann Lee", NULL, NULL);
  kith_store_undo (store, 1, "Ann Lee", NULL, NULL);
  kith_store_redo (store, "Ann Lee", NULL, NULL);
  if (ledger != NULL)
    add_school (store, ledger);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  choose_path ();
  write_file (data, size);
  use_register (KITH_STORE_READ);
  use_register (KITH_STORE_WRITE);
  return 0;
}

/* kith-store.c: the register on disk
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-store.h"

#include "kith-check-private.h"
#include "kith-copy-private.h"
#include "kith-envelope-private.h"
#include "kith-file-private.h"
#include "kith-hold-private.h"
#include "kith-journal-private.h"
#include "kith-recording-private.h"
#include "kith-rows-private.h"
#include "kith-schema-private.h"
#include "kith-txn-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/**
 * KithStore:
 *
 * An open register. All calls come from the thread that opened it.
 */
struct _KithStore
{
  GObject parent_instance;

  GFile *file;
  KithDb *db;
  KithHold *hold; /* NULL where it is only read */
  GThread *owner;
  gboolean is_checked; /* whether its pages were looked at since it was opened */
  GHashTable *touched; /* entry → guint64 *, a bit for each table it changed */
};

/* The name that was set, of which GLib keeps one copy for ever; NULL for none. */
static gpointer officer;

G_DEFINE_FINAL_TYPE (KithStore, kith_store, G_TYPE_OBJECT)
G_DEFINE_QUARK (kith - store - error - quark, kith_store_error)

/* Settings of a connection that need a register to be there. */
static const char sql_settle_reading[] = "PRAGMA cache_size = -65536";
static const char sql_settle_writing[] = "PRAGMA cache_size = -65536;"
                                         "PRAGMA journal_mode = DELETE;"
                                         "PRAGMA synchronous = FULL";

static KithStore *
new_store (GFile *file, KithDb *db, KithHold *hold)
{
  KithStore *self = g_object_new (KITH_TYPE_STORE, NULL);

  self->file = g_object_ref (file);
  self->db = db;
  self->hold = hold;
  return self;
}

static gboolean
bring_up_to_date (KithDb *db, GError **error)
{
  g_auto (GStrv) scripts = kith_schema_dup_scripts ();

  return kith_db_run (db, sql_settle_writing, error) &&
         kith_schema_migrate (db, (const char *const *)scripts, error);
}

/* Looks before it locks, and locks before it writes. */
static KithStore *
open_register (GFile *file, const char *path, gboolean is_writable, GError **error)
{
  g_autoptr (KithDb) db = kith_db_open (path, is_writable, error);
  g_autoptr (KithHold) hold = NULL;

  if (db == NULL || !kith_schema_recognise (db, error))
    return NULL;
  if (is_writable)
    {
      hold = kith_hold_take (path, error);
      if (hold == NULL || !bring_up_to_date (db, error))
        return NULL;
    }
  else if (!kith_db_run (db, sql_settle_reading, error))
    return NULL;
  return new_store (file, g_steal_pointer (&db), g_steal_pointer (&hold));
}

static KithStore *
make_register (GFile *file, const char *path, GError **error)
{
  g_autoptr (KithHold) hold = kith_hold_take (path, error);
  g_autoptr (KithDb) db = hold == NULL ? NULL : kith_db_open (path, TRUE, error);

  if (db == NULL || !bring_up_to_date (db, error))
    return NULL;
  return new_store (file, g_steal_pointer (&db), g_steal_pointer (&hold));
}

static void
remember_touched (KithStore *self, gint64 entry, guint64 tables)
{
  g_hash_table_insert (self->touched, g_memdup2 (&entry, sizeof entry),
                       g_memdup2 (&tables, sizeof tables));
}

/* The tables that may differ between the entries @from and @to: all, where another program wrote
 * one of them, and always those that the journal does not tell of. */
static guint64
find_touched (KithStore *self, gint64 from, gint64 to)
{
  guint64 tables = 0;

  for (guint t = 0; t < KITH_N_TABLES; t++)
    if (!kith_table_get_info ((KithTable)t)->is_recorded)
      tables |= G_GUINT64_CONSTANT (1) << t;
  if (to < from || to - from > g_hash_table_size (self->touched))
    return G_MAXUINT64;
  for (gint64 entry = from + 1; entry <= to; entry++)
    {
      const guint64 *touched = g_hash_table_lookup (self->touched, &entry);

      if (touched == NULL)
        return G_MAXUINT64;
      tables |= *touched;
    }
  return tables;
}

/* Whether @previous still says what the table holds, where bits of @touched are those that changed.
 */
static gboolean
is_unchanged (KithLedger *previous, guint64 touched, KithTable table)
{
  return previous != NULL && (touched >> table & 1) == 0;
}

/* With the measures they are picked from these, unless an earlier ledger has them. */
static gboolean
read_headlines (KithStore *self,
                KithLedger *previous,
                guint64 touched,
                gboolean with_measures,
                KithBlock **headlines,
                KithJob *job,
                GError **error)
{
  KithBlock *known = is_unchanged (previous, touched, KITH_TABLE_MEASURE)
                         ? kith_ledger_get_headlines (previous)
                         : NULL;

  *headlines = known != NULL ? kith_block_ref (known) : NULL;
  if (known == NULL && !with_measures)
    *headlines = kith_rows_read_headlines (self->db, job, error);
  return *headlines != NULL || with_measures;
}

static KithLedger *
read_ledger (
    KithStore *self, KithLedger *previous, gboolean with_measures, KithJob *job, GError **error)
{
  g_autoptr (KithTxn) txn = kith_txn_begin_reading (self->db, error);
  KithBlock *blocks[KITH_N_TABLES] = { NULL };
  KithBlock *headlines = NULL;
  KithLedger *ledger = NULL;
  gboolean is_read = TRUE;
  guint64 touched = G_MAXUINT64;
  gint64 head;

  if (txn == NULL || !kith_journal_read_head (self->db, &head, error))
    return NULL;
  if (previous != NULL)
    touched = find_touched (self, kith_ledger_get_head (previous), head);
  for (guint t = 0; t < KITH_N_TABLES && is_read; t++)
    {
      gboolean is_kept = is_unchanged (previous, touched, (KithTable)t) &&
                         kith_ledger_has_table (previous, (KithTable)t);

      if (t == KITH_TABLE_MEASURE && !with_measures)
        continue;
      if (!kith_job_step (job, 0, 0, error))
        {
          is_read = FALSE;
          break;
        }
      blocks[t] = is_kept ? kith_block_ref (kith_ledger_get_block (previous, (KithTable)t))
                          : kith_rows_read (self->db, (KithTable)t, job, error);
      is_read = blocks[t] != NULL;
    }
  if (is_read && read_headlines (self, previous, touched, with_measures, &headlines, job, error))
    ledger = kith_ledger_new (NULL, blocks, headlines, head);
  kith_block_unref (headlines);
  for (guint t = 0; t < KITH_N_TABLES; t++)
    kith_block_unref (blocks[t]);
  return ledger;
}

/* The recorded tables that @changes touch, a bit each, and how many rows of them. */
static guint64
find_recorded (const KithChangeset *changes, guint *n_rows)
{
  guint64 tables = 0;

  *n_rows = 0;
  for (guint i = 0; i < kith_changeset_get_size (changes); i++)
    {
      KithTable table = kith_changeset_get (changes, i)->table;

      if (kith_table_get_info (table)->is_recorded)
        {
          tables |= G_GUINT64_CONSTANT (1) << table;
          (*n_rows)++;
        }
    }
  return tables;
}

/* Begins to write; the first time, the whole file is looked at, so that damage is never built on.
 */
static KithTxn *
begin_to_write (KithStore *self, GError **error)
{
  g_autoptr (KithTxn) txn = NULL;

  if (self->hold != NULL && !kith_hold_ensure (self->hold, error))
    return NULL;
  txn = kith_txn_begin (self->db, error);
  if (txn == NULL)
    return NULL;
  if (!self->is_checked && !kith_check_pages (self->db, error))
    return NULL;
  self->is_checked = TRUE;
  return g_steal_pointer (&txn);
}

static gboolean
refuse_stale (KithStore *self, const KithChangeset *changes, gint64 *head, GError **error)
{
  if (!kith_journal_read_head (self->db, head, error))
    return FALSE;
  if (*head == kith_ledger_get_head (kith_changeset_get_base (changes)))
    return TRUE;
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_STALE,
               _ ("“%s” has changed since this was prepared. Look at it again and repeat the "
                  "change."),
               kith_db_get_name (self->db));
  return FALSE;
}

/* Runs beside the writing of the rows: both only read the changes. */
static gpointer
record_cb (gpointer changes)
{
  GByteArray *envelope = kith_envelope_new ();

  kith_recording_append (envelope, changes);
  return kith_envelope_seal (envelope);
}

static gboolean
write_recorded (KithStore *self,
                const KithChangeset *changes,
                const KithEntry *entry,
                guint n_rows,
                KithJob *job,
                GError **error)
{
  GThread *recorder = g_thread_new ("kith-recorder", record_cb, (gpointer)changes);
  gboolean is_written = kith_rows_write (self->db, changes, job, error);
  g_autoptr (GBytes) sealed = g_thread_join (recorder);

  return is_written && kith_journal_write (self->db, entry, n_rows, sealed, error);
}

static gboolean
apply (KithStore *self,
       const KithChangeset *changes,
       const KithEntry *entry,
       KithJob *job,
       GError **error)
{
  guint n_rows;
  guint64 tables = find_recorded (changes, &n_rows);
  g_autoptr (KithTxn) txn = begin_to_write (self, error);
  gint64 head;

  if (txn == NULL)
    return FALSE;
  if (n_rows == 0)
    return kith_rows_write (self->db, changes, job, error) && kith_txn_commit (&txn, error);
  if (!refuse_stale (self, changes, &head, error) ||
      !write_recorded (self, changes, entry, n_rows, job, error) || !kith_txn_commit (&txn, error))
    return FALSE;
  remember_touched (self, head + 1, tables);
  return TRUE;
}

/* One step back, or one forward again. */
static gboolean
step_journal (
    KithStore *self, gboolean is_redo, gint64 entry, const char *who, KithJob *job, GError **error)
{
  g_autoptr (KithTxn) txn = begin_to_write (self, error);
  guint64 tables;
  gint64 head;

  if (txn == NULL ||
      !(is_redo ? kith_journal_redo (self->db, who, &tables, error)
                : kith_journal_undo (self->db, entry, who, &tables, error)) ||
      !kith_journal_read_head (self->db, &head, error) || !kith_txn_commit (&txn, error))
    return FALSE;
  remember_touched (self, head, tables);
  return TRUE;
}

static void
kith_store_finalize (GObject *object)
{
  KithStore *self = KITH_STORE (object);

  g_clear_pointer (&self->db, kith_db_close);
  g_clear_pointer (&self->hold, kith_hold_release);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (kith_store_parent_class)->finalize (object);
}

static void
kith_store_class_init (KithStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kith_store_finalize;
}

static void
kith_store_init (KithStore *self)
{
  self->owner = g_thread_self ();
  self->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * kith_store_create:
 * @file: where nothing is yet
 * @error: return location for a #KithStoreError
 *
 * Makes an empty register. What is there already is refused, never replaced.
 *
 * Returns: (transfer full): the register, open for writing, or %NULL with @error set
 */
KithStore *
kith_store_create (GFile *file, GError **error)
{
  g_autofree char *path = NULL;
  KithStore *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  path = kith_file_make (file, error);
  if (path == NULL)
    return NULL;
  self = make_register (file, path, error);
  if (self == NULL)
    g_unlink (path); /* our own, and empty */
  else
    self->is_checked = TRUE;
  return self;
}

/**
 * kith_store_open:
 * @file: a register
 * @mode: whether it is to be changed
 * @job: (nullable): gives cancellation
 * @error: return location for a #KithStoreError
 *
 * Opens a register. Whatever is refused is left as it was. Opening reads the first page alone; each
 * table is looked at as it is read, and the whole file before the first change of a sitting. Only
 * one program at a time has it open for writing: others are told who, and may read.
 *
 * Returns: (transfer full): the register, or %NULL with @error set
 */
KithStore *
kith_store_open (GFile *file, KithStoreMode mode, KithJob *job, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  path = kith_file_find (file, mode == KITH_STORE_WRITE, error);
  return path == NULL ? NULL : open_register (file, path, mode == KITH_STORE_WRITE, error);
}

/**
 * kith_store_get_file:
 *
 * Returns: (transfer none): where the register lies
 */
GFile *
kith_store_get_file (KithStore *self)
{
  g_return_val_if_fail (KITH_IS_STORE (self), NULL);
  return self->file;
}

/**
 * kith_store_read_ledger:
 * @previous: (nullable): a ledger of this register, whose blocks are shared where they still hold
 * @with_measures: whether to read the measures, the one large table
 * @job: (nullable): gives cancellation
 * @error: return location for a #KithStoreError
 *
 * Reads the register at one moment, with the measures' headlines in any case. A table is read again
 * where an entry since @previous touched it, or where another program wrote such an entry.
 *
 * Returns: (transfer full): the ledger, or %NULL with @error set
 */
KithLedger *
kith_store_read_ledger (
    KithStore *self, KithLedger *previous, gboolean with_measures, KithJob *job, GError **error)
{
  KithLedger *ledger;

  g_return_val_if_fail (KITH_IS_STORE (self), NULL);
  g_assert (g_thread_self () == self->owner);
  kith_db_watch (self->db, job);
  ledger = read_ledger (self, previous, with_measures, job, error);
  kith_db_watch (self->db, NULL);
  return ledger;
}

/**
 * kith_store_apply:
 * @changes: changes of a ledger that is still what the register says
 * @entry: who, what, why, from which file
 * @job: (nullable): takes progress within the part that the caller began, gives cancellation
 * @error: return location for a #KithStoreError, or for %G_IO_ERROR_CANCELLED
 *
 * Writes all changes and the entry of the journal that tells of them, or nothing. Changes of
 * tables that are not recorded are written without an entry, whatever was recorded since.
 *
 * Returns: %TRUE when all is on the disk
 */
gboolean
kith_store_apply (KithStore *self,
                  const KithChangeset *changes,
                  const KithEntry *entry,
                  KithJob *job,
                  GError **error)
{
  gboolean is_done;

  g_return_val_if_fail (KITH_IS_STORE (self), FALSE);
  g_return_val_if_fail (changes != NULL && entry != NULL, FALSE);
  g_return_val_if_fail (entry->who != NULL && entry->what != NULL, FALSE);
  g_assert (g_thread_self () == self->owner);
  if (kith_changeset_get_size (changes) == 0)
    return TRUE;
  kith_db_watch (self->db, job);
  is_done = apply (self, changes, entry, job, error);
  kith_db_watch (self->db, NULL);
  return is_done;
}

/**
 * kith_store_read_history:
 * @error: return location for a #KithStoreError
 *
 * Returns: (transfer full) (element-type KithJournalRow): every entry, the newest first
 */
GPtrArray *
kith_store_read_history (KithStore *self, GError **error)
{
  g_return_val_if_fail (KITH_IS_STORE (self), NULL);
  g_assert (g_thread_self () == self->owner);
  return kith_journal_read (self->db, error);
}

/**
 * kith_store_get_undoable:
 * @error: return location for a #KithStoreError
 *
 * Returns: the entry that undo takes back; 0 for none, -1 with @error set
 */
gint64
kith_store_get_undoable (KithStore *self, GError **error)
{
  gint64 entry;

  g_return_val_if_fail (KITH_IS_STORE (self), -1);
  g_assert (g_thread_self () == self->owner);
  return kith_journal_read_undoable (self->db, &entry, error) ? entry : -1;
}

/**
 * kith_store_get_redoable:
 * @error: return location for a #KithStoreError
 *
 * Returns: the entry that redo brings back; 0 for none, -1 with @error set
 */
gint64
kith_store_get_redoable (KithStore *self, GError **error)
{
  gint64 entry;

  g_return_val_if_fail (KITH_IS_STORE (self), -1);
  g_assert (g_thread_self () == self->owner);
  return kith_journal_read_redoable (self->db, &entry, error) ? entry : -1;
}

/**
 * kith_store_undo:
 * @entry: of the journal, or 0 for the newest that stands
 * @who: the officer
 * @job: (nullable): gives cancellation
 * @error: return location for a #KithStoreError, or for %G_IO_ERROR_CANCELLED
 *
 * Takes back what an entry did, also of an earlier day. An older one is taken back alone only where
 * no later one that stands touches its rows or refers to them; else the error names these.
 *
 * Returns: %TRUE when it was taken back and the journal says so
 */
gboolean
kith_store_undo (KithStore *self, gint64 entry, const char *who, KithJob *job, GError **error)
{
  gboolean is_done;

  g_return_val_if_fail (KITH_IS_STORE (self), FALSE);
  g_return_val_if_fail (entry >= 0 && who != NULL, FALSE);
  g_assert (g_thread_self () == self->owner);
  kith_db_watch (self->db, job);
  is_done = step_journal (self, FALSE, entry, who, job, error);
  kith_db_watch (self->db, NULL);
  return is_done;
}

/**
 * kith_store_redo:
 * @who: the officer
 * @job: (nullable): gives cancellation
 * @error: return location for a #KithStoreError, or for %G_IO_ERROR_CANCELLED
 *
 * Brings back what the newest undo took back. Anything entered since ends that.
 *
 * Returns: %TRUE when it was brought back and the journal says so
 */
gboolean
kith_store_redo (KithStore *self, const char *who, KithJob *job, GError **error)
{
  gboolean is_done;

  g_return_val_if_fail (KITH_IS_STORE (self), FALSE);
  g_return_val_if_fail (who != NULL, FALSE);
  g_assert (g_thread_self () == self->owner);
  kith_db_watch (self->db, job);
  is_done = step_journal (self, TRUE, 0, who, job, error);
  kith_db_watch (self->db, NULL);
  return is_done;
}

/**
 * kith_store_copy:
 * @to: where the copy goes; a register that is there is replaced, unless somebody writes to it
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for a #KithStoreError, or for %G_IO_ERROR_CANCELLED
 *
 * Writes the register once more. What is open can be saved so even where its own folder is gone.
 *
 * Returns: %TRUE when all of the copy is on the disk; else @to is as it was
 */
gboolean
kith_store_copy (KithStore *self, GFile *to, KithJob *job, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (KithHold) hold = NULL;
  gboolean is_done;

  g_return_val_if_fail (KITH_IS_STORE (self) && G_IS_FILE (to), FALSE);
  g_assert (g_thread_self () == self->owner);
  path = kith_file_find_target (to, kith_db_get_path (self->db), error);
  hold = path == NULL ? NULL : kith_hold_take (path, error);
  if (hold == NULL)
    return FALSE;
  kith_db_watch (self->db, job);
  is_done = kith_copy_write (self->db, path, job, error);
  kith_db_watch (self->db, NULL);
  return is_done;
}

/**
 * kith_store_check:
 * @job: (nullable): gives cancellation
 * @error: return location for a #KithStoreError, or for %G_IO_ERROR_CANCELLED
 *
 * Looks at all of the register: pages, indexes, rules, references and the history. Changes nothing.
 * Cost: several passes over the file.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, a few words each; empty when all is
 *   well; %NULL with @error set where it could not be looked at
 */
GPtrArray *
kith_store_check (KithStore *self, KithJob *job, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean is_done;

  g_return_val_if_fail (KITH_IS_STORE (self), NULL);
  g_assert (g_thread_self () == self->owner);
  kith_db_watch (self->db, job);
  is_done = kith_check_everything (self->db, problems, error) &&
            kith_journal_check (self->db, problems, job, error);
  kith_db_watch (self->db, NULL);
  return is_done ? g_steal_pointer (&problems) : NULL;
}

/**
 * kith_journal_row_free:
 * @row: (transfer full) (nullable): an entry
 */
void
kith_journal_row_free (KithJournalRow *row)
{
  if (row == NULL)
    return;
  g_clear_pointer (&row->at, g_date_time_unref);
  g_free (row->who);
  g_free (row->what);
  g_free (row->why);
  g_free (row->file);
  g_free (row);
}

/**
 * kith_entry_set_officer:
 * @name: (nullable): what the person calls themselves; blank for the account's name
 *
 * From any thread.
 */
void
kith_entry_set_officer (const char *name)
{
  g_autofree char *trimmed = name == NULL ? NULL : g_strstrip (g_strdup (name));

  g_atomic_pointer_set (
      &officer, trimmed == NULL || trimmed[0] == '\0' ? NULL : (gpointer)g_intern_string (trimmed));
}

/**
 * kith_entry_get_officer:
 *
 * Returns: (transfer none): who works on this machine, for entries and locks: the name that was
 *   set, else the account's person, or its own name where there is none
 */
const char *
kith_entry_get_officer (void)
{
  const char *set = g_atomic_pointer_get (&officer);
  const char *name = set != NULL ? set : g_get_real_name ();

  return name == NULL || name[0] == '\0' || strcmp (name, "Unknown") == 0 ? g_get_user_name ()
                                                                          : name;
}

/* kith-journal.c: the record of changes, and how they are taken back
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-journal-private.h"

#include "kith-envelope-private.h"
#include "kith-recording-private.h"
#include "kith-stmt-private.h"

#include <glib/gi18n.h>

/*
 * An entry is an edit, an undo (it undoes an edit) or a redo (it undoes an undo). Each is written
 * with the changes that it made and never altered, so that the journal read from its beginning
 * gives the register as it is. An entry stands while no undo of it stands. Undo takes back the
 * newest edit that stands, or one named by its number; redo takes back the newest undo that
 * stands, unless an edit came after it. An edit that was redone stands as if nothing had happened.
 */

/* The entry that undid the entry "this", and stands. Nothing undoes a redo. */
#define UNDONE_BY                                                                                  \
  "(SELECT MAX(undo.entry) FROM journal AS undo WHERE undo.undoes = this.entry"                    \
  " AND NOT EXISTS (SELECT 1 FROM journal AS redo WHERE redo.undoes = undo.entry))"

static const char sql_read_head[] = "SELECT COALESCE(MAX(entry), 0) FROM journal";

static const char sql_read_undoable[] =
    "SELECT this.entry FROM journal AS this"
    " WHERE this.undoes IS NULL AND " UNDONE_BY " IS NULL ORDER BY this.entry DESC LIMIT 1";

static const char sql_read_redoable[] =
    "SELECT this.entry, this.undoes, edit.what FROM journal AS this"
    " JOIN journal AS edit ON edit.entry = this.undoes"
    " WHERE edit.undoes IS NULL AND " UNDONE_BY " IS NULL"
    " AND this.entry > (SELECT MAX(entry) FROM journal WHERE undoes IS NULL)"
    " ORDER BY this.entry DESC LIMIT 1";

static const char sql_read_history[] =
    "SELECT this.entry, this.at, this.who, this.what, this.why, this.file, this.n_rows,"
    " this.undoes, " UNDONE_BY " FROM journal AS this ORDER BY this.entry DESC";

static const char sql_read_entry[] =
    "SELECT this.entry, this.what, this.n_rows, this.undoes, " UNDONE_BY ", this.changes"
    " FROM journal AS this WHERE this.entry = :entry ORDER BY this.entry";

static const char sql_read_standing_after[] =
    "SELECT this.entry, this.what, this.changes FROM journal AS this"
    " WHERE this.entry > :entry AND this.undoes IS NULL AND " UNDONE_BY " IS NULL"
    " ORDER BY this.entry";

static const char sql_read_all_changes[] = "SELECT entry, changes FROM journal ORDER BY entry";

static const char sql_insert[] =
    "INSERT INTO journal (at, who, what, why, file, n_rows, undoes, changes)"
    " VALUES (:at, :who, :what, :why, :file, :n_rows, :undoes, :changes)";

static const char sql_read_loose_references[] = "PRAGMA foreign_key_check";

/* The rows that an entry touches, or that stand in the way of one. */
typedef struct
{
  GHashTable *keys[KITH_N_TABLES]; /* of gint64 *; NULL while none */
  guint64 tables;                  /* a bit a table */
} RowSet;

/* One entry, read with its changes. */
typedef struct
{
  gint64 entry;
  char *what;
  guint n_rows;
  gint64 undoes;
  gint64 undone_by;
  GBytes *changes;
  guint64 tables; /* that they touch, a bit each */
} Entry;

static void
clear_row_set (RowSet *self)
{
  for (guint t = 0; t < KITH_N_TABLES; t++)
    g_clear_pointer (&self->keys[t], g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RowSet, clear_row_set)

static void
clear_entry (Entry *self)
{
  g_free (self->what);
  g_clear_pointer (&self->changes, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, clear_entry)

static void
add_row_cb (KithTable table, gint64 key, gpointer data)
{
  RowSet *rows = data;

  if (rows->keys[table] == NULL)
    rows->keys[table] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (rows->keys[table], g_memdup2 (&key, sizeof key));
  rows->tables |= G_GUINT64_CONSTANT (1) << table;
}

static void
add_table_cb (KithTable table, gint64 key, gpointer data)
{
  guint64 *tables = data;

  *tables |= G_GUINT64_CONSTANT (1) << table;
}

/* Of two sets of rows, whether they meet. */
typedef struct
{
  const RowSet *rows;
  gboolean is_met;
} Meeting;

static void
look_for_row_cb (KithTable table, gint64 key, gpointer data)
{
  Meeting *meeting = data;
  GHashTable *keys = meeting->rows->keys[table];

  meeting->is_met = meeting->is_met || (keys != NULL && g_hash_table_contains (keys, &key));
}

/* The changes in an envelope's column; %NULL with an error where the envelope is not sound. */
static GBytes *
read_changes (KithDb *db, KithStmt *stmt, int column, gint64 entry, guint64 *tables, GError **error)
{
  sqlite3_stmt *handle = kith_stmt_get_handle (stmt);
  gconstpointer data = sqlite3_column_blob (handle, column);
  int size = sqlite3_column_bytes (handle, column);
  g_autoptr (GBytes) sealed = g_bytes_new (data, data == NULL ? 0 : (gsize)size);
  g_autoptr (GBytes) changes = kith_envelope_open (sealed);

  *tables = 0;
  if (changes == NULL || !kith_recording_foreach (changes, add_table_cb, tables))
    {
      g_autofree char *what = g_strdup_printf (
          _ ("entry %" G_GINT64_FORMAT " of its history is not as it was written"), entry);

      kith_db_set_damaged (db, what, error);
      return NULL;
    }
  return g_steal_pointer (&changes);
}

static gboolean
read_entry (KithDb *db, gint64 number, Entry *entry, GError **error)
{
  g_autoptr (KithStmt) stmt = kith_db_prepare (db, sql_read_entry, error);

  if (stmt == NULL)
    return FALSE;
  kith_stmt_bind_int64 (stmt, ":entry", number);
  switch (kith_stmt_step (stmt, error))
    {
    case KITH_STEP_ERROR:
      return FALSE;
    case KITH_STEP_DONE:
      g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOTHING,
                   _ ("There is no entry %" G_GINT64_FORMAT " in the history."), number);
      return FALSE;
    case KITH_STEP_ROW:
      break;
    }
  entry->entry = kith_stmt_get_int64 (stmt, 0);
  entry->what = kith_stmt_dup_text (stmt, 1);
  entry->n_rows = (guint)kith_stmt_get_int64 (stmt, 2);
  entry->undoes = kith_stmt_get_int64 (stmt, 3);
  entry->undone_by = kith_stmt_get_int64 (stmt, 4);
  entry->changes = read_changes (db, stmt, 5, number, &entry->tables, error);
  return entry->changes != NULL;
}

/* Names the edits after @entry that stand and touch @rows: "entry 7 (Import of 3 files)". */
static gboolean
list_blockers (KithDb *db, gint64 entry, const RowSet *rows, GPtrArray *names, GError **error)
{
  g_autoptr (KithStmt) stmt = kith_db_prepare (db, sql_read_standing_after, error);
  KithStep step;

  if (stmt == NULL)
    return FALSE;
  kith_stmt_bind_int64 (stmt, ":entry", entry);
  while ((step = kith_stmt_step (stmt, error)) == KITH_STEP_ROW)
    {
      gint64 number = kith_stmt_get_int64 (stmt, 0);
      guint64 tables;
      g_autoptr (GBytes) changes = read_changes (db, stmt, 2, number, &tables, error);
      Meeting meeting = { rows, FALSE };

      if (changes == NULL)
        return FALSE;
      kith_recording_foreach (changes, look_for_row_cb, &meeting);
      if (meeting.is_met)
        {
          g_autofree char *what = kith_stmt_dup_text (stmt, 1);

          g_ptr_array_add (names,
                           g_strdup_printf (_ ("entry %" G_GINT64_FORMAT " (%s)"), number, what));
        }
    }
  return step == KITH_STEP_DONE;
}

/* Refuses to undo @entry where later edits touch @rows; %TRUE where none does. */
static gboolean
refuse_if_blocked (KithDb *db, gint64 entry, const RowSet *rows, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (!list_blockers (db, entry, rows, names, error))
    return FALSE;
  if (names->len == 0)
    return TRUE;
  g_ptr_array_add (names, NULL);
  list = kith_text_dup_list ((const char *const *)names->pdata);
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_BLOCKED,
               _ ("Entry %" G_GINT64_FORMAT " cannot be undone alone: its rows are also touched by "
                  "%s. Undo that first."),
               entry, list);
  return FALSE;
}

/* The rows that now refer to rows that are not there. */
static gboolean
read_loose_rows (KithDb *db, RowSet *rows, GError **error)
{
  g_autoptr (KithStmt) stmt = kith_db_prepare (db, sql_read_loose_references, error);
  KithStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = kith_stmt_step (stmt, error)) == KITH_STEP_ROW)
    {
      g_autofree char *name = kith_stmt_dup_text (stmt, 0);
      KithTable table = kith_table_find (name);

      if (table < KITH_N_TABLES)
        add_row_cb (table, kith_stmt_get_int64 (stmt, 1), rows);
    }
  return step == KITH_STEP_DONE;
}

/* Says why an entry could not be taken back, naming later entries where they are why. */
static void
set_conflict (KithDb *db, gint64 entry, KithConflict conflict, KithTable table, GError **error)
{
  if (conflict == KITH_CONFLICT_REFERENCE)
    {
      g_auto (RowSet) rows = { 0 };

      if (!read_loose_rows (db, &rows, error) || !refuse_if_blocked (db, entry, &rows, error))
        return;
    }
  g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_BLOCKED,
               conflict == KITH_CONFLICT_RULE
                   ? _ ("Entry %" G_GINT64_FORMAT " cannot be undone: a later record of %s has "
                        "taken the place of one of its rows. Undo later entries first.")
                   : _ ("Entry %" G_GINT64_FORMAT " cannot be undone: rows of %s are not as the "
                        "history left them. Check the register, or use a backup."),
               entry,
               table < KITH_N_TABLES ? kith_table_get_info (table)->name : _ ("the register"));
}

static gboolean
insert_entry (
    KithDb *db, const KithEntry *entry, guint n_rows, gint64 undoes, GBytes *sealed, GError **error)
{
  g_autoptr (KithStmt) stmt = kith_db_prepare (db, sql_insert, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  if (stmt == NULL)
    return FALSE;
  kith_stmt_bind_text (stmt, ":at", at);
  kith_stmt_bind_text (stmt, ":who", entry->who);
  kith_stmt_bind_text (stmt, ":what", entry->what);
  kith_stmt_bind_text (stmt, ":why", entry->why);
  kith_stmt_bind_text (stmt, ":file", entry->file);
  kith_stmt_bind_int64 (stmt, ":n_rows", n_rows);
  if (undoes > 0)
    kith_stmt_bind_int64 (stmt, ":undoes", undoes);
  kith_stmt_bind_bytes (stmt, ":changes", sealed);
  return kith_stmt_run (stmt, error);
}

/* Takes back what one entry did, as a new entry; the caller commits. */
static gboolean
take_back (KithDb *db,
           const Entry *entry,
           const char *who,
           const char *what,
           guint64 *tables,
           GError **error)
{
  g_autoptr (GByteArray) envelope = kith_envelope_new ();
  g_autoptr (GBytes) sealed = NULL;
  KithConflict conflict;
  KithTable table;

  if (!kith_recording_undo (db, entry->changes, envelope, &conflict, &table, error))
    return FALSE;
  if (conflict != KITH_CONFLICT_NONE)
    {
      set_conflict (db, entry->entry, conflict, table, error);
      return FALSE;
    }
  *tables = entry->tables;
  sealed = kith_envelope_seal (g_steal_pointer (&envelope));
  return insert_entry (db, &(KithEntry){ .who = who, .what = what }, entry->n_rows, entry->entry,
                       sealed, error);
}

/* Only edits that stand can be undone; anything else says what it is. */
static gboolean
refuse_unless_standing (const Entry *entry, GError **error)
{
  if (entry->undoes > 0)
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOTHING,
                 _ ("Entry %" G_GINT64_FORMAT " is itself an undo or a redo. Undo the entry that "
                    "it is about."),
                 entry->entry);
  else if (entry->undone_by > 0)
    g_set_error (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOTHING,
                 _ ("Entry %" G_GINT64_FORMAT " has been undone already."), entry->entry);
  else
    return TRUE;
  return FALSE;
}

/* The undo that redo would take back, the edit that would stand again, and what that was; 0 for
 * none. */
static gboolean
read_redo (KithDb *db, gint64 *undo, gint64 *edit, char **what, GError **error)
{
  g_autoptr (KithStmt) stmt = kith_db_prepare (db, sql_read_redoable, error);
  KithStep step;

  *undo = *edit = 0;
  if (stmt == NULL)
    return FALSE;
  step = kith_stmt_step (stmt, error);
  if (step == KITH_STEP_ROW)
    {
      *undo = kith_stmt_get_int64 (stmt, 0);
      *edit = kith_stmt_get_int64 (stmt, 1);
      *what = kith_stmt_dup_text (stmt, 2);
    }
  return step != KITH_STEP_ERROR;
}

/**
 * kith_journal_read_head:
 * @head: (out): the newest entry, 0 for none
 * @error: return location for a #KithStoreError
 */
gboolean
kith_journal_read_head (KithDb *db, gint64 *head, GError **error)
{
  return kith_db_read_int (db, sql_read_head, head, error);
}

/**
 * kith_journal_read_undoable:
 * @entry: (out): the edit that undo takes back, 0 for none
 * @error: return location for a #KithStoreError
 */
gboolean
kith_journal_read_undoable (KithDb *db, gint64 *entry, GError **error)
{
  return kith_db_read_int (db, sql_read_undoable, entry, error);
}

/**
 * kith_journal_read_redoable:
 * @entry: (out): the edit that redo brings back, 0 for none
 * @error: return location for a #KithStoreError
 */
gboolean
kith_journal_read_redoable (KithDb *db, gint64 *entry, GError **error)
{
  g_autofree char *what = NULL;
  gint64 undo;

  return read_redo (db, &undo, entry, &what, error);
}

/**
 * kith_journal_read:
 * @error: return location for a #KithStoreError
 *
 * Returns: (transfer full) (element-type KithJournalRow): every entry, the newest first
 */
GPtrArray *
kith_journal_read (KithDb *db, GError **error)
{
  g_autoptr (KithStmt) stmt = kith_db_prepare (db, sql_read_history, error);
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify)kith_journal_row_free);
  KithStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = kith_stmt_step (stmt, error)) == KITH_STEP_ROW)
    {
      KithJournalRow *row = g_new0 (KithJournalRow, 1);
      g_autofree char *at = kith_stmt_dup_text (stmt, 1);

      g_ptr_array_add (rows, row);
      row->entry = kith_stmt_get_int64 (stmt, 0);
      row->at = at == NULL ? NULL : g_date_time_new_from_iso8601 (at, NULL);
      row->who = kith_stmt_dup_text (stmt, 2);
      row->what = kith_stmt_dup_text (stmt, 3);
      row->why = kith_stmt_dup_text (stmt, 4);
      row->file = kith_stmt_dup_text (stmt, 5);
      row->n_rows = (guint)kith_stmt_get_int64 (stmt, 6);
      row->undoes = kith_stmt_get_int64 (stmt, 7);
      row->undone_by = kith_stmt_get_int64 (stmt, 8);
      if (row->at == NULL || row->who == NULL || row->what == NULL)
        {
          kith_db_set_damaged (db, _ ("its history cannot be read"), error);
          return NULL;
        }
    }
  return step == KITH_STEP_ERROR ? NULL : g_steal_pointer (&rows);
}

/**
 * kith_journal_write:
 * @db: in the transaction that made the changes
 * @entry: who, what, why, from which file
 * @n_rows: how many rows changed
 * @sealed: the changes, as recorded, in an envelope
 * @error: return location for a #KithStoreError
 *
 * Returns: %TRUE when the entry was written
 */
gboolean
kith_journal_write (
    KithDb *db, const KithEntry *entry, guint n_rows, GBytes *sealed, GError **error)
{
  return insert_entry (db, entry, n_rows, 0, sealed, error);
}

/**
 * kith_journal_undo:
 * @db: in a transaction, which the caller gives up when this fails
 * @entry: an edit that stands, or 0 for the newest
 * @who: the officer
 * @tables: (out): a bit for each table that was touched
 * @error: return location for a #KithStoreError
 *
 * Cost: O(rows of the entry), and O(rows of all later edits that stand) where there are any.
 *
 * Returns: %TRUE when it was taken back
 */
gboolean
kith_journal_undo (KithDb *db, gint64 entry, const char *who, guint64 *tables, GError **error)
{
  g_auto (Entry) edit = { 0 };
  g_autofree char *what = NULL;
  gint64 newest;

  if (!kith_journal_read_undoable (db, &newest, error))
    return FALSE;
  if (entry == 0 && newest == 0)
    {
      g_set_error_literal (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOTHING,
                           _ ("There is nothing to undo."));
      return FALSE;
    }
  if (!read_entry (db, entry == 0 ? newest : entry, &edit, error) ||
      !refuse_unless_standing (&edit, error))
    return FALSE;
  if (edit.entry != newest)
    {
      g_auto (RowSet) rows = { 0 };

      kith_recording_foreach (edit.changes, add_row_cb, &rows);
      if (!refuse_if_blocked (db, edit.entry, &rows, error))
        return FALSE;
    }
  what = g_strdup_printf (_ ("Undo of entry %" G_GINT64_FORMAT ": %s"), edit.entry, edit.what);
  return take_back (db, &edit, who, what, tables, error);
}

/**
 * kith_journal_redo:
 * @db: in a transaction, which the caller gives up when this fails
 * @who: the officer
 * @tables: (out): a bit for each table that was touched
 * @error: return location for a #KithStoreError
 *
 * Returns: %TRUE when the newest undo was taken back
 */
gboolean
kith_journal_redo (KithDb *db, const char *who, guint64 *tables, GError **error)
{
  g_auto (Entry) undo = { 0 };
  g_autofree char *edit_what = NULL;
  g_autofree char *what = NULL;
  gint64 undo_entry, edit;

  if (!read_redo (db, &undo_entry, &edit, &edit_what, error))
    return FALSE;
  if (undo_entry == 0)
    {
      g_set_error_literal (error, KITH_STORE_ERROR, KITH_STORE_ERROR_NOTHING,
                           _ ("There is nothing to redo."));
      return FALSE;
    }
  if (!read_entry (db, undo_entry, &undo, error))
    return FALSE;
  what = g_strdup_printf (_ ("Redo of entry %" G_GINT64_FORMAT ": %s"), edit, edit_what);
  return take_back (db, &undo, who, what, tables, error);
}

/**
 * kith_journal_check:
 * @problems: (element-type utf8): takes a few words about each entry that is not sound
 * @job: (nullable): gives cancellation
 * @error: return location for a #KithStoreError
 *
 * Returns: %TRUE when every entry was looked at
 */
gboolean
kith_journal_check (KithDb *db, GPtrArray *problems, KithJob *job, GError **error)
{
  g_autoptr (KithStmt) stmt = kith_db_prepare (db, sql_read_all_changes, error);
  KithStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = kith_stmt_step (stmt, error)) == KITH_STEP_ROW)
    {
      gint64 entry = kith_stmt_get_int64 (stmt, 0);
      g_autoptr (GError) local_error = NULL;
      guint64 tables;
      g_autoptr (GBytes) changes = read_changes (db, stmt, 1, entry, &tables, &local_error);

      if (changes == NULL)
        g_ptr_array_add (problems,
                         g_strdup_printf (_ ("entry %" G_GINT64_FORMAT " of the history is not as "
                                             "it was written, and cannot be undone"),
                                          entry));
      if (!kith_job_step (job, 0, 0, error))
        return FALSE;
    }
  return step == KITH_STEP_DONE;
}

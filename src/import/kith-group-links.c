/* kith-group-links.c: reads which schools are in which GIAS groups, file after file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-file-kinds-private.h"
#include "kith-group-records-private.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * METHODS, section 1: a later file that names the group or the school, but not a membership
 * that an earlier one held, gives it that file's date as left. Files may come in any order:
 * one between two others narrows down when a membership ended, and the oldest adds those
 * that had ended by the next.
 */

typedef struct
{
  KithReading *reading;
  KithGroupRecords groups;
  guint urn;
  guint joined;
  guint name;
  guint authority;
  gboolean is_newest;      /* of both kinds of file of links */
  KithLookup *members;     /* memberships by arrangement_id and urn */
  KithLookup *of_group;    /* by arrangement_id; older files only */
  KithLookup *of_school;   /* by urn; older files only */
  GHashTable *held;        /* ids of memberships that the file holds */
  GHashTable *seen_groups; /* ids of arrangements */
  GHashTable *seen_schools;
} Reader;

/* A file of academies decides only about groups that only academies are in. */
static gboolean
is_decided (KithFileKind file, const KithArrangement *group)
{
  KithKind kind = kith_kind_find (group->kind);

  if (group->uid == KITH_INT_NONE)
    return FALSE;
  return file == KITH_FILE_GROUP_LINKS || kind == KITH_KIND_TRUST ||
         kind == KITH_KIND_SINGLE_ACADEMY_TRUST || kind == KITH_KIND_SECURE_SINGLE_ACADEMY_TRUST ||
         kind == KITH_KIND_SPONSOR;
}

/* The kind of file that @source is, where it is one of links and decides about @group. */
static gboolean
is_deciding (const KithSource *source, const KithArrangement *group)
{
  for (guint k = KITH_FILE_GROUP_LINKS; k <= KITH_FILE_ACADEMY_LINKS; k++)
    if (g_strcmp0 (source->kind, kith_file_kind_get_key ((KithFileKind)k)) == 0)
      return is_decided ((KithFileKind)k, group);
  return FALSE;
}

/* The day of the last deciding file before this one (@step < 0), or the next after it. */
static KithDate
find_deciding (const Reader *self, const KithArrangement *group, int step)
{
  KithDate dated = self->reading->dated;
  KithDate found = KITH_DATE_UNKNOWN;

  for (guint i = 0; i < self->reading->sources->len; i++)
    {
      const KithSource *source = g_ptr_array_index (self->reading->sources, i);

      if (!is_deciding (source, group))
        continue;
      if (step < 0 && source->dated < dated)
        found = MAX (found, source->dated);
      if (step > 0 && source->dated > dated &&
          (found == KITH_DATE_UNKNOWN || source->dated < found))
        found = source->dated;
    }
  return found;
}

/* Whether files of links, and not an officer, said that this membership is so. */
static gboolean
is_from_links (const Reader *self, const KithMembership *member)
{
  if (member->source_id == self->reading->source_id)
    return TRUE;
  for (guint i = 0; i < self->reading->sources->len; i++)
    {
      const KithSource *source = g_ptr_array_index (self->reading->sources, i);

      if (source->id == member->source_id)
        return g_strcmp0 (source->kind, kith_file_kind_get_key (KITH_FILE_GROUP_LINKS)) == 0 ||
               g_strcmp0 (source->kind, kith_file_kind_get_key (KITH_FILE_ACADEMY_LINKS)) == 0;
    }
  return FALSE;
}

static gboolean
init_reader (Reader *self, KithReading *reading, GError **error)
{
  static const char *const by_both[] = { "arrangement_id", "urn", NULL };
  static const char *const by_group[] = { "arrangement_id", NULL };
  static const char *const by_school[] = { "urn", NULL };
  guint kinds =
      KITH_FILE_KIND_BIT (KITH_FILE_GROUP_LINKS) | KITH_FILE_KIND_BIT (KITH_FILE_ACADEMY_LINKS);

  *self = (Reader){ .reading = reading };
  if (!kith_reading_need_column (reading, "URN", &self->urn, error) ||
      !kith_group_records_init (&self->groups, reading, error))
    return FALSE;
  self->joined = kith_reading_find_column (reading, "Joined date");
  self->name = kith_reading_find_column (reading, "EstablishmentName");
  self->authority = kith_reading_find_column (reading, "LA (name)");
  self->is_newest = reading->dated >= kith_reading_find_newest (reading, kinds);
  self->members = kith_lookup_new (reading->changes, KITH_TABLE_MEMBERSHIP, by_both);
  if (!self->is_newest)
    {
      self->of_group = kith_lookup_new (reading->changes, KITH_TABLE_MEMBERSHIP, by_group);
      self->of_school = kith_lookup_new (reading->changes, KITH_TABLE_MEMBERSHIP, by_school);
    }
  self->held = g_hash_table_new (NULL, NULL);
  self->seen_groups = g_hash_table_new (NULL, NULL);
  self->seen_schools = g_hash_table_new (NULL, NULL);
  return TRUE;
}

static void
clear_reader (Reader *self)
{
  kith_group_records_clear (&self->groups);
  kith_lookup_free (self->members);
  kith_lookup_free (self->of_group);
  kith_lookup_free (self->of_school);
  g_hash_table_unref (self->held);
  g_hash_table_unref (self->seen_groups);
  g_hash_table_unref (self->seen_schools);
}

static gboolean
is_held (const Reader *self, const KithMembership *member)
{
  return g_hash_table_contains (self->held, GINT_TO_POINTER ((int)member->id));
}

/* Whether, as far as is known, the membership had not ended on the file's day. */
static gboolean
is_lasting (const Reader *self, const KithMembership *member)
{
  return member->left_date == KITH_DATE_UNKNOWN || member->left_date > self->reading->dated;
}

/*
 * The membership that the row under way is about: one with its joined date; else one that the
 * file holds already, where either has no date; else one that may have lasted on the file's
 * day. Different dates in one file are spells.
 */
static const KithMembership *
find_member (const Reader *self, gint64 group_id, gint64 urn, KithDate joined)
{
  KithMembership probe = { .arrangement_id = group_id, .urn = urn };
  const KithMembership *same = NULL;
  const KithMembership *lasting = NULL;
  const KithMembership *member;
  gsize at = 0;

  while ((member = kith_lookup_next (self->members, &probe, &at)) != NULL)
    {
      gboolean is_undated = member->joined == KITH_DATE_UNKNOWN;

      if (member->joined == joined && (!is_undated || is_lasting (self, member)))
        return member;
      if (is_held (self, member))
        {
          if (is_undated || joined == KITH_DATE_UNKNOWN)
            same = member;
        }
      else if (is_lasting (self, member) && (lasting == NULL || is_undated))
        lasting = member;
    }
  return same != NULL ? same : lasting;
}

/* Whether a later file, of @day, held anything of this group or this school. */
static gboolean
is_named_later (const Reader *self,
                const KithLookup *lookup,
                const KithMembership *probe,
                KithDate day)
{
  const KithMembership *member;
  gsize at = 0;

  while ((member = kith_lookup_next (lookup, probe, &at)) != NULL)
    if ((member->joined == KITH_DATE_UNKNOWN || member->joined <= day) &&
        (member->left_date == KITH_DATE_UNKNOWN || member->left_date > day) &&
        is_from_links (self, member))
      return TRUE;
  return FALSE;
}

/* A membership that no later file holds had ended by the next one that could tell. */
static void
end_by_later (const Reader *self, const KithArrangement *group, KithMembership *row)
{
  KithDate next = find_deciding (self, group, 1);

  if (next == KITH_DATE_UNKNOWN || (!is_named_later (self, self->of_group, row, next) &&
                                    !is_named_later (self, self->of_school, row, next)))
    return;
  row->left_date = next;
  row->left_after = self->reading->dated;
}

static KithOutcome
put_member (Reader *self, KithMembership *row)
{
  KithOutcome outcome = kith_reading_put (self->reading, KITH_TABLE_MEMBERSHIP, row);

  if (outcome == KITH_OUTCOME_UNCHANGED)
    return outcome;
  kith_lookup_note (self->members, row->id);
  if (self->of_group != NULL)
    {
      kith_lookup_note (self->of_group, row->id);
      kith_lookup_note (self->of_school, row->id);
    }
  return outcome;
}

static KithOutcome
hold_member (Reader *self, const KithArrangement *group, gint64 urn, KithDate joined)
{
  KithDate dated = self->reading->dated;
  const KithMembership *before = find_member (self, group->id, urn, joined);
  KithMembership row;

  if (before != NULL && !is_from_links (self, before))
    return KITH_OUTCOME_UNCHANGED; /* an officer's */
  kith_row_clear (KITH_TABLE_MEMBERSHIP, &row);
  if (before == NULL)
    {
      row.id = kith_changeset_take_key (self->reading->changes, KITH_TABLE_MEMBERSHIP);
      row.arrangement_id = group->id;
      row.urn = urn;
      row.role = "member";
      row.joined = joined;
      if (!self->is_newest)
        end_by_later (self, group, &row);
    }
  else
    {
      row = *before;
      /* left_after is the day of the last file that held it */
      if (joined != KITH_DATE_UNKNOWN &&
          (self->is_newest || row.joined == KITH_DATE_UNKNOWN ||
           (row.left_after != KITH_DATE_UNKNOWN && row.left_after < dated)))
        row.joined = joined;
      if (row.left_after != KITH_DATE_UNKNOWN && row.left_date <= dated)
        row.left_date = row.left_after = KITH_DATE_UNKNOWN; /* it is back in the newest file */
      else if (row.left_after != KITH_DATE_UNKNOWN && row.left_after < dated)
        row.left_after = dated;
    }
  g_hash_table_add (self->held, GINT_TO_POINTER ((int)row.id));
  return put_member (self, &row);
}

/* A member that the register does not hold is kept with its name and authority. */
static void
note_outside (Reader *self, gint64 urn)
{
  const KithOutsideSchool *before;
  KithOutsideSchool row;
  const char *text;

  if (kith_changeset_find (self->reading->changes, KITH_TABLE_SCHOOL, urn) != NULL)
    return;
  before = kith_changeset_find (self->reading->changes, KITH_TABLE_OUTSIDE_SCHOOL, urn);
  kith_row_clear (KITH_TABLE_OUTSIDE_SCHOOL, &row);
  if (before != NULL)
    row = *before;
  row.urn = urn;
  text = kith_reading_get_text (self->reading, self->name);
  if (text != NULL && (self->is_newest || row.name == NULL))
    row.name = text;
  text = kith_reading_get_text (self->reading, self->authority);
  if (text != NULL && (self->is_newest || row.authority == NULL))
    row.authority = text;
  kith_reading_put (self->reading, KITH_TABLE_OUTSIDE_SCHOOL, &row);
}

/*
 * What the row says of its group. The first row of a group tells; the others repeat it. NULL
 * where the row is rejected or passed over.
 */
static const KithArrangement *
find_group (Reader *self, KithOutcome *outcome)
{
  const KithArrangement *before;
  KithArrangement row;

  *outcome = KITH_OUTCOME_UNCHANGED;
  if (!kith_group_records_find (&self->groups, &before, &row))
    return NULL;
  if (before != NULL &&
      g_hash_table_contains (self->seen_groups, GINT_TO_POINTER ((int)before->id)))
    return before;
  *outcome = kith_group_records_put (&self->groups, &row);
  g_hash_table_add (self->seen_groups, GINT_TO_POINTER ((int)row.id));
  return kith_changeset_find (self->reading->changes, KITH_TABLE_ARRANGEMENT, row.id);
}

static void
read_row (gpointer reader)
{
  Reader *self = reader;
  KithReading *reading = self->reading;
  const KithArrangement *group;
  KithOutcome of_group, of_member;
  KithDate joined;
  gint64 urn;

  if (kith_reading_is_total (reading, self->urn))
    {
      kith_reading_count (reading, KITH_OUTCOME_SKIPPED);
      return;
    }
  if (!kith_reading_get_urn (reading, self->urn, &urn) ||
      !kith_reading_get_date (reading, self->joined, &joined) ||
      (group = find_group (self, &of_group)) == NULL)
    return;
  g_hash_table_add (self->seen_schools, GINT_TO_POINTER ((int)urn));
  note_outside (self, urn);
  of_member = hold_member (self, group, urn, joined);
  /* a row is about a membership; what it says of the group besides is at most a change */
  kith_reading_count (reading, MAX (MIN (of_group, KITH_OUTCOME_CHANGED), of_member));
}

/* What the file, which names its group or its school, does not hold any more. */
static gboolean
end_member (Reader *self, const KithMembership *member)
{
  const KithArrangement *group;
  KithDate dated = self->reading->dated;
  KithMembership row = *member;

  if (is_held (self, member) || member->urn == KITH_INT_NONE ||
      (!g_hash_table_contains (self->seen_groups, GINT_TO_POINTER ((int)member->arrangement_id)) &&
       !g_hash_table_contains (self->seen_schools, GINT_TO_POINTER ((int)member->urn))) ||
      !is_from_links (self, member))
    return FALSE;
  group =
      kith_changeset_find (self->reading->changes, KITH_TABLE_ARRANGEMENT, member->arrangement_id);
  if (group == NULL || !is_decided (self->reading->report->kind, group))
    return FALSE;
  if (row.left_date == KITH_DATE_UNKNOWN)
    {
      row.left_after = find_deciding (self, group, -1);
      if (!self->is_newest || row.left_after == KITH_DATE_UNKNOWN)
        return FALSE;
      row.left_date = dated;
    }
  else if (row.left_after != KITH_DATE_UNKNOWN && row.left_after < dated && dated < row.left_date)
    row.left_date = dated;
  else
    return FALSE;
  put_member (self, &row);
  return TRUE;
}

static void
end_absent (Reader *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_ended = 0;
  gsize n;
  const KithMembership *rows =
      kith_ledger_get_rows (self->reading->base, KITH_TABLE_MEMBERSHIP, &n);

  for (gsize i = 0; i < n; i++)
    g_array_append_val (ids, rows[i].id);
  for (guint i = 0; i < kith_changeset_get_size (self->reading->changes); i++)
    {
      const KithChange *change = kith_changeset_get (self->reading->changes, i);

      if (change->table == KITH_TABLE_MEMBERSHIP && change->kind == KITH_CHANGE_ADD)
        g_array_append_val (ids, ((const KithMembership *)change->after)->id);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      const KithMembership *member = kith_changeset_find (
          self->reading->changes, KITH_TABLE_MEMBERSHIP, g_array_index (ids, gint64, i));

      if (member != NULL && end_member (self, member))
        n_ended++;
    }
  if (n_ended > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", n_ended);

      kith_reading_remark_whole (self->reading, count,
                                 _ ("So many memberships that an earlier file held are not in "
                                    "this one, though it names their group or their school. They "
                                    "ended between the two files."));
    }
}

/**
 * kith_group_links_read:
 * @self: a file under way, of all groups or of academies only
 * @error: return location for a #KithImportError
 *
 * Reads memberships, with what the rows say of their groups. Absence from a later file ends a
 * membership; officers' own memberships are never touched.
 *
 * Returns: %FALSE with @error set
 */
gboolean
kith_group_links_read (KithReading *self, GError **error)
{
  Reader reader;
  gboolean is_whole;

  if (!init_reader (&reader, self, error))
    return FALSE;
  is_whole = kith_reading_each (self, read_row, &reader, error);
  if (is_whole)
    end_absent (&reader);
  clear_reader (&reader);
  return is_whole;
}

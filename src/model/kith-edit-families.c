/* kith-edit-families.c: proposed Families become arrangements
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-families.h"
#include "kith-edit-private.h"
#include "kith-kind.h"
#include "kith-naming.h"

#include <glib/gi18n.h>
#include <string.h>

#define ARRANGEMENTS "arrangements"

/* Families as they stand, and as they shall. */
typedef struct
{
  KithEdit *edit;
  const KithFamiliesForm *form;
  GArray *before;       /* of gint64: arrangements of the run before, that still hold */
  gint64 *kept;         /* of each proposed Family: the arrangement that goes on as it, or none */
  GHashTable *families; /* URN to proposed Family + 1 */
} Keeping;

static gboolean
holds (KithDate from, KithDate until, KithDate day)
{
  return from <= day && (until == KITH_DATE_UNKNOWN || until > day);
}

/**
 * kith_family_run_find:
 * @phase: key of a phase
 * @as_at: a day
 *
 * Returns: (transfer none) (nullable): the last run of that phase that was accepted on or before
 *   the day
 */
const KithFamilyRun *
kith_family_run_find (KithLedger *ledger, const char *phase, KithDate as_at)
{
  gsize n;
  const KithFamilyRun *rows = kith_ledger_get_rows (ledger, KITH_TABLE_FAMILY_RUN, &n);
  const KithFamilyRun *found = NULL;

  for (gsize r = 0; r < n; r++)
    if (g_strcmp0 (rows[r].phase, phase) == 0 && rows[r].accepted <= as_at &&
        (found == NULL || rows[r].accepted >= found->accepted))
      found = &rows[r];
  return found;
}

/**
 * kith_family_run_list:
 * @run: (nullable): of the ledger
 *
 * Returns: (transfer full) (element-type gint64): keys of the arrangements that it made, those
 *   that the register still holds, in the order of their Families
 */
GArray *
kith_family_run_list (KithLedger *ledger, const KithFamilyRun *run)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GKeyFile) result = g_key_file_new ();
  g_auto (GStrv) texts = NULL;

  if (run == NULL || run->result == NULL ||
      !g_key_file_load_from_data (result, run->result, strlen (run->result), G_KEY_FILE_NONE, NULL))
    return ids;
  texts = g_key_file_get_string_list (result, KITH_FAMILY_RUN_GROUP, ARRANGEMENTS, NULL, NULL);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      gint64 id;

      if (kith_text_parse_int (texts[i], -1, &id) &&
          kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, id) != NULL)
        g_array_append_val (ids, id);
    }
  return ids;
}

static const KithArrangement *
find_family (const Keeping *self, gint64 id)
{
  return kith_ledger_find (kith_edit_get_ledger (self->edit), KITH_TABLE_ARRANGEMENT, id);
}

static void
list_before (Keeping *self)
{
  KithLedger *ledger = kith_edit_get_ledger (self->edit);
  g_autoptr (GArray) ids = kith_family_run_list (
      ledger, kith_family_run_find (ledger, self->form->phase, self->form->on));

  self->before = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const KithArrangement *family = find_family (self, id);

      if (holds (family->starts, family->ends, self->form->on))
        g_array_append_val (self->before, id);
    }
}

/* How many schools of an earlier Family are in each of the proposed ones. */
static void
count_common (const Keeping *self, gint64 id, guint *n_common)
{
  gsize n;
  const KithMembership *rows =
      kith_ledger_get_rows (kith_edit_get_ledger (self->edit), KITH_TABLE_MEMBERSHIP, &n);

  for (gsize m = 0; m < n; m++)
    if (rows[m].arrangement_id == id && holds (rows[m].joined, rows[m].left_date, self->form->on))
      {
        guint family = GPOINTER_TO_UINT (
            g_hash_table_lookup (self->families, GSIZE_TO_POINTER ((gsize)rows[m].urn)));

        if (family > 0)
          n_common[family - 1]++;
      }
}

/* The pair with most schools in common goes on as one Family, then the next, and so on. */
static void
match_families (Keeping *self)
{
  guint n = self->form->n_families;
  g_autofree guint *n_common = g_new0 (guint, (gsize)self->before->len * n + 1);
  g_autofree gboolean *is_taken = g_new0 (gboolean, self->before->len + 1);

  self->kept = g_new (gint64, n + 1);
  for (guint f = 0; f < n; f++)
    self->kept[f] = KITH_INT_NONE;
  for (guint b = 0; b < self->before->len; b++)
    count_common (self, g_array_index (self->before, gint64, b), &n_common[(gsize)b * n]);
  for (;;)
    {
      guint best = 0, best_before = 0, best_family = 0;

      for (guint b = 0; b < self->before->len; b++)
        for (guint f = 0; f < n && !is_taken[b]; f++)
          if (self->kept[f] == KITH_INT_NONE && n_common[(gsize)b * n + f] > best)
            {
              best = n_common[(gsize)b * n + f];
              best_before = b;
              best_family = f;
            }
      if (best == 0)
        return;
      is_taken[best_before] = TRUE;
      self->kept[best_family] = g_array_index (self->before, gint64, best_before);
    }
}

/* Ends what nothing goes on from, and takes leave of schools that go elsewhere. */
static void
end_before (Keeping *self)
{
  KithEdit *edit = self->edit;
  gsize n;
  const KithMembership *rows =
      kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_MEMBERSHIP, &n);

  for (guint b = 0; b < self->before->len; b++)
    {
      gint64 id = g_array_index (self->before, gint64, b);
      KithArrangement ended = *find_family (self, id);
      guint kept = 0;

      while (kept < self->form->n_families && self->kept[kept] != id)
        kept++;
      if (kept == self->form->n_families)
        {
          ended.ends = self->form->on;
          kith_changeset_put (edit->changes, KITH_TABLE_ARRANGEMENT, &ended);
          continue;
        }
      for (gsize m = 0; m < n; m++)
        {
          gpointer urn = GSIZE_TO_POINTER ((gsize)rows[m].urn);

          if (rows[m].arrangement_id != id ||
              !holds (rows[m].joined, rows[m].left_date, self->form->on))
            continue;
          if (GPOINTER_TO_UINT (g_hash_table_lookup (self->families, urn)) == kept + 1)
            g_hash_table_remove (self->families, urn); /* it stays */
          else
            {
              KithMembership left = rows[m];

              left.left_date = self->form->on;
              kith_changeset_put (edit->changes, KITH_TABLE_MEMBERSHIP, &left);
            }
        }
    }
}

/* The first number that no Family of this phase has yet. */
static char *
dup_name (const Keeping *self, guint *number)
{
  gsize n;
  const KithArrangement *rows =
      kith_ledger_get_rows (kith_edit_get_ledger (self->edit), KITH_TABLE_ARRANGEMENT, &n);

  for (;; (*number)++)
    {
      g_autofree char *name = g_strdup_printf (_ ("Family %u (%s)"), *number, self->form->phase);
      gboolean is_free = TRUE;

      for (gsize a = 0; a < n && is_free; a++)
        is_free = g_strcmp0 (rows[a].name, name) != 0;
      if (!is_free)
        continue;
      (*number)++;
      return g_steal_pointer (&name);
    }
}

static void
begin_families (Keeping *self)
{
  guint number = 1;

  for (guint f = 0; f < self->form->n_families; f++)
    {
      g_autofree char *name = NULL;
      KithArrangement family;

      if (self->kept[f] != KITH_INT_NONE)
        continue;
      name = dup_name (self, &number);
      kith_row_clear (KITH_TABLE_ARRANGEMENT, &family);
      family.id = self->kept[f] =
          kith_changeset_take_key (self->edit->changes, KITH_TABLE_ARRANGEMENT);
      family.kind = kith_kind_get_info (KITH_KIND_FAMILY)->key;
      family.name = name;
      family.starts = self->form->on;
      family.focus = self->form->focus;
      kith_changeset_put (self->edit->changes, KITH_TABLE_ARRANGEMENT, &family);
    }
}

static void
join_schools (Keeping *self)
{
  for (guint p = 0; p < self->form->n_places; p++)
    {
      const KithFamilyPlace *place = &self->form->places[p];
      KithMembership member;

      if (!g_hash_table_contains (self->families, GSIZE_TO_POINTER ((gsize)place->urn)))
        continue;
      kith_row_clear (KITH_TABLE_MEMBERSHIP, &member);
      member.id = kith_changeset_take_key (self->edit->changes, KITH_TABLE_MEMBERSHIP);
      member.arrangement_id = self->kept[place->family];
      member.urn = place->urn;
      member.role = "member";
      member.joined = self->form->on;
      kith_changeset_put (self->edit->changes, KITH_TABLE_MEMBERSHIP, &member);
    }
}

static void
put_run (Keeping *self)
{
  g_autoptr (GKeyFile) result = g_key_file_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  KithFamilyRun run;

  g_key_file_load_from_data (result, self->form->result, strlen (self->form->result),
                             G_KEY_FILE_NONE, NULL);
  for (guint f = 0; f < self->form->n_families; f++)
    g_ptr_array_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, self->kept[f]));
  g_key_file_set_string_list (result, KITH_FAMILY_RUN_GROUP, ARRANGEMENTS,
                              (const char *const *)ids->pdata, ids->len);
  text = g_key_file_to_data (result, NULL, NULL);
  kith_row_clear (KITH_TABLE_FAMILY_RUN, &run);
  run.id = kith_changeset_take_key (self->edit->changes, KITH_TABLE_FAMILY_RUN);
  run.accepted = self->form->on;
  run.phase = self->form->phase;
  run.settings = self->form->settings;
  run.seed = self->form->seed;
  run.result = text;
  kith_changeset_put (self->edit->changes, KITH_TABLE_FAMILY_RUN, &run);
}

/**
 * kith_edit_keep_families:
 * @form: what was proposed
 *
 * Families become arrangements, and their schools members. Where a run of the same phase was kept
 * before, a Family goes on as the one with which it has most schools in common, under its name;
 * what is left of the others ends on the day.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_keep_families (KithLedger *ledger, const KithFamiliesForm *form)
{
  Keeping keeping = { .edit = kith_edit_new (ledger), .form = form };

  keeping.families = g_hash_table_new (NULL, NULL);
  for (guint p = 0; p < form->n_places; p++)
    g_hash_table_insert (keeping.families, GSIZE_TO_POINTER ((gsize)form->places[p].urn),
                         GUINT_TO_POINTER (form->places[p].family + 1));
  list_before (&keeping);
  match_families (&keeping);
  end_before (&keeping);
  begin_families (&keeping);
  join_schools (&keeping);
  put_run (&keeping);
  g_hash_table_unref (keeping.families);
  g_array_unref (keeping.before);
  g_free (keeping.kept);
  return kith_edit_end (keeping.edit,
                        g_dngettext (GETTEXT_PACKAGE, "Families kept: %u %s Family of %u schools",
                                     "Families kept: %u %s Families of %u schools",
                                     form->n_families),
                        form->n_families, form->phase, form->n_places);
}

static gboolean
has_id (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* The Families that were made together with one: a school is in one of them at a time. */
static GArray *
list_beside (KithLedger *ledger, gint64 arrangement_id)
{
  gsize n;
  const KithFamilyRun *rows = kith_ledger_get_rows (ledger, KITH_TABLE_FAMILY_RUN, &n);
  GArray *ids;

  for (gsize r = n; r-- > 0;)
    {
      ids = kith_family_run_list (ledger, &rows[r]);
      if (has_id (ids, arrangement_id))
        return ids;
      g_array_unref (ids);
    }
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, arrangement_id);
  return ids;
}

static const KithMembership *
find_membership (KithLedger *ledger, gint64 urn, gint64 arrangement_id, KithDate on)
{
  g_autoptr (GArray) ids = list_beside (ledger, arrangement_id);
  gsize n;
  const KithMembership *rows = kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n);

  for (gsize m = 0; m < n; m++)
    if (rows[m].urn == urn && holds (rows[m].joined, rows[m].left_date, on) &&
        has_id (ids, rows[m].arrangement_id))
      return &rows[m];
  return NULL;
}

/**
 * kith_edit_move_to_family:
 * @urn: of a school
 * @arrangement_id: the Family that it is put into
 * @on: the day
 *
 * The school leaves the one that it is in of the Families made with that one, if any, and joins it.
 * Whether that breaks a rule is for the caller to say beforehand.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_move_to_family (KithLedger *ledger, gint64 urn, gint64 arrangement_id, KithDate on)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithArrangement *to = kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, arrangement_id);
  const KithMembership *before = find_membership (ledger, urn, arrangement_id, on);
  g_autofree char *name = kith_naming_dup_school (ledger, urn);
  KithMembership member;

  if (to == NULL || kith_kind_find (to->kind) != KITH_KIND_FAMILY ||
      !holds (to->starts, to->ends, on))
    kith_edit_refuse (edit, "family", "%s", _ ("This is no Family on that day."));
  if (before != NULL && before->arrangement_id == arrangement_id)
    kith_edit_refuse (edit, "family", _ ("%s is in this Family already."), name);
  if (!kith_edit_is_good (edit))
    return kith_edit_end (edit, "%s", _ ("Moved to another Family"));
  if (before != NULL)
    {
      member = *before;
      member.left_date = on;
      kith_changeset_put (edit->changes, KITH_TABLE_MEMBERSHIP, &member);
    }
  kith_row_clear (KITH_TABLE_MEMBERSHIP, &member);
  member.id = kith_changeset_take_key (edit->changes, KITH_TABLE_MEMBERSHIP);
  member.arrangement_id = arrangement_id;
  member.urn = urn;
  member.role = "member";
  member.joined = on;
  kith_changeset_put (edit->changes, KITH_TABLE_MEMBERSHIP, &member);
  return kith_edit_end (edit, _ ("Moved: %s to %s"), name, to->name);
}

/* Another Family of that name that holds on the day. */
static gboolean
is_name_taken (KithLedger *ledger, gint64 arrangement_id, const char *name, KithDate on)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (gsize a = 0; a < n; a++)
    {
      g_autofree char *other = NULL;

      if (rows[a].id == arrangement_id || rows[a].name == NULL ||
          kith_kind_find (rows[a].kind) != KITH_KIND_FAMILY ||
          !holds (rows[a].starts, rows[a].ends, on))
        continue;
      other = g_utf8_casefold (rows[a].name, -1);
      if (strcmp (folded, other) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * kith_edit_name_family:
 * @arrangement_id: a Family
 * @name: field "name": as it was typed
 * @on: the day
 *
 * Returns: (transfer full): the edit; it changes nothing where that is its name
 */
KithEdit *
kith_edit_name_family (KithLedger *ledger, gint64 arrangement_id, const char *name, KithDate on)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithArrangement *before = kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, arrangement_id);
  const char *kept = kith_edit_keep (edit, name);
  KithArrangement named;

  if (before == NULL || kith_kind_find (before->kind) != KITH_KIND_FAMILY)
    kith_edit_refuse (edit, "family", "%s", _ ("This is no Family."));
  else if (kept == NULL)
    kith_edit_refuse (edit, "name", "%s", _ ("Give the Family a name."));
  else if (is_name_taken (ledger, arrangement_id, kept, on))
    kith_edit_refuse (edit, "name", _ ("Another Family is called “%s”. Give another name."), kept);
  else if (g_strcmp0 (before->name, kept) != 0)
    {
      named = *before;
      named.name = kept;
      kith_changeset_put (edit->changes, KITH_TABLE_ARRANGEMENT, &named);
    }
  return kith_edit_end (edit, _ ("Named: %s is %s"),
                        before != NULL && before->name != NULL ? before->name : "",
                        kept != NULL ? kept : "");
}

static gboolean
is_same_lock (const KithLock *a, const KithLock *b)
{
  if (g_strcmp0 (a->kind, b->kind) != 0 || a->arrangement_id != b->arrangement_id)
    return FALSE;
  return (a->urn == b->urn && a->other_urn == b->other_urn) ||
         (a->urn == b->other_urn && a->other_urn == b->urn);
}

/* Of two locks that say the opposite the later one holds: the earlier goes. */
static gboolean
contradicts (const KithLock *a, const KithLock *b)
{
  KithLock turned = *a;

  if (strcmp (b->kind, "stays") == 0)
    return strcmp (a->kind, "stays") == 0 && a->urn == b->urn;
  turned.kind = strcmp (a->kind, "together") == 0 ? "apart" : "together";
  return strcmp (a->kind, "stays") != 0 && is_same_lock (&turned, b);
}

/**
 * kith_edit_lock:
 * @kind: together, apart or stays
 * @urn: of a school
 * @other_urn: of another, for together and apart; else %KITH_INT_NONE
 * @arrangement_id: the Family that it stays in; else %KITH_INT_NONE
 *
 * Returns: (transfer full): the edit; it changes nothing where the lock is there already
 */
KithEdit *
kith_edit_lock (
    KithLedger *ledger, const char *kind, gint64 urn, gint64 other_urn, gint64 arrangement_id)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *name = kith_naming_dup_school (ledger, urn);
  g_autofree char *other = NULL;
  gboolean is_known = FALSE;
  KithLock lock;
  gsize n;
  const KithLock *rows = kith_ledger_get_rows (ledger, KITH_TABLE_LOCK, &n);

  kith_row_clear (KITH_TABLE_LOCK, &lock);
  lock.kind = kind;
  lock.urn = urn;
  lock.other_urn = other_urn;
  lock.arrangement_id = arrangement_id;
  if (urn == other_urn)
    kith_edit_refuse (edit, "school", "%s", _ ("Name two different schools."));
  for (gsize l = 0; l < n && kith_edit_is_good (edit); l++)
    {
      is_known = is_known || is_same_lock (&rows[l], &lock);
      if (contradicts (&rows[l], &lock) && !is_same_lock (&rows[l], &lock))
        kith_changeset_remove (edit->changes, KITH_TABLE_LOCK, rows[l].id);
    }
  if (!is_known && kith_edit_is_good (edit))
    {
      lock.id = kith_changeset_take_key (edit->changes, KITH_TABLE_LOCK);
      kith_changeset_put (edit->changes, KITH_TABLE_LOCK, &lock);
    }
  if (strcmp (kind, "stays") == 0)
    return kith_edit_end (edit, _ ("Locked: %s stays in its Family"), name);
  other = kith_naming_dup_school (ledger, other_urn);
  return kith_edit_end (edit,
                        strcmp (kind, "together") == 0 ? _ ("Locked together: %s and %s")
                                                       : _ ("Locked apart: %s and %s"),
                        name, other);
}

/**
 * kith_edit_lock_pair:
 * @kind: together or apart
 * @urn: of a school
 * @other: field "school": another, by name or URN as it was typed
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_lock_pair (KithLedger *ledger, const char *kind, gint64 urn, const char *other)
{
  gint64 other_urn;
  const char *fault = kith_naming_find_school (ledger, other, &other_urn);
  KithEdit *edit;

  if (fault == NULL && other_urn != KITH_INT_NONE)
    return kith_edit_lock (ledger, kind, urn, other_urn, KITH_INT_NONE);
  edit = kith_edit_new (ledger);
  kith_edit_refuse (edit, "school", "%s",
                    fault != NULL ? fault : _ ("Name the other school, or give its URN."));
  return kith_edit_end (edit, "%s", _ ("Locked"));
}

/**
 * kith_edit_unlock:
 * @urn: of a school
 *
 * Returns: (transfer full): the edit that takes all its locks away
 */
KithEdit *
kith_edit_unlock (KithLedger *ledger, gint64 urn)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autofree char *name = kith_naming_dup_school (ledger, urn);
  gsize n;
  const KithLock *rows = kith_ledger_get_rows (ledger, KITH_TABLE_LOCK, &n);

  for (gsize l = 0; l < n; l++)
    if (rows[l].urn == urn || rows[l].other_urn == urn)
      kith_changeset_remove (edit->changes, KITH_TABLE_LOCK, rows[l].id);
  return kith_edit_end (edit, _ ("Unlocked: %s"), name);
}

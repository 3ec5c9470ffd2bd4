/* kith-edit-removal.c: records taken out, and what goes with them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-removal.h"
#include "kith-edit-private.h"
#include "kith-kind.h"
#include "kith-naming.h"
#include "kith-reference.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the journal calls a record. */

static char *
dup_contact (KithLedger *ledger, const KithContact *contact)
{
  g_autofree char *day = kith_date_dup_text (contact->date, KITH_DATE_LONG);
  g_autofree char *school = NULL;
  gsize n;
  const KithContactParty *parties = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT_PARTY, &n);

  for (gsize i = 0; i < n && school == NULL; i++)
    if (parties[i].contact_id == contact->id && parties[i].urn != KITH_INT_NONE)
      school = kith_naming_dup_school (ledger, parties[i].urn);
  return school != NULL ? g_strdup_printf (_ ("%s, %s of %s"), school, _ (contact->kind), day)
                        : g_strdup_printf (_ ("%s of %s"), _ (contact->kind), day);
}

static char *
dup_of_school (KithLedger *ledger, gint64 urn, const char *what)
{
  g_autofree char *school = urn != KITH_INT_NONE ? kith_naming_dup_school (ledger, urn) : NULL;

  return school != NULL ? g_strdup_printf ("%s: %s", school, what) : g_strdup (what);
}

static char *
dup_rivalry (KithLedger *ledger, const KithRivalry *row)
{
  g_autofree char *one = kith_naming_dup_school (ledger, row->urn);
  g_autofree char *other = kith_naming_dup_school (ledger, row->other_urn);

  return g_strdup_printf (_ ("rivals or not: %s and %s"), one, other);
}

static char *
dup_enquiry (KithLedger *ledger, const KithEnquiry *row)
{
  g_autofree char *day = kith_date_dup_text (row->asked, KITH_DATE_LONG);
  g_autofree char *what = g_strdup_printf (_ ("asked on %s"), day);

  return dup_of_school (ledger, row->urn, what);
}

/* @row is of a table that kith_edit_remove_record() takes. */
static char *
dup_words (KithLedger *ledger, KithTable table, const void *row)
{
  switch (table)
    {
    case KITH_TABLE_CONTACT:
      return dup_contact (ledger, row);
    case KITH_TABLE_ACTION:
      return g_strdup (((const KithAction *)row)->what);
    case KITH_TABLE_ENQUIRY:
      return dup_enquiry (ledger, row);
    case KITH_TABLE_NEED:
      return dup_of_school (ledger, ((const KithNeed *)row)->urn, ((const KithNeed *)row)->area);
    case KITH_TABLE_EXPERTISE:
      return dup_of_school (ledger, ((const KithExpertise *)row)->urn,
                            ((const KithExpertise *)row)->area);
    case KITH_TABLE_INTEREST:
      return dup_of_school (ledger, ((const KithInterest *)row)->urn,
                            ((const KithInterest *)row)->what);
    case KITH_TABLE_RIVALRY:
      return dup_rivalry (ledger, row);
    default:
      return dup_of_school (ledger, ((const KithCatchment *)row)->urn,
                            ((const KithCatchment *)row)->name);
    }
}

/* Rows that name what is taken out. */

static void
set_reference (KithEdit *edit, const KithReference *reference, gint64 to)
{
  gsize size = kith_table_get_info (reference->table)->row_size;
  g_autofree void *row = g_memdup2 (
      kith_changeset_find (edit->changes, reference->table, kith_row_get_key (reference->row)),
      size);

  kith_field_set_int (reference->field, row, to);
  kith_changeset_put (edit->changes, reference->table, row);
}

/**
 * kith_edit_remove_record:
 * @table: contact, action, enquiry, need, expertise, interest, rivalry or catchment
 * @id: of a row that was recorded in error
 *
 * Takes it out. Who took part in a contact goes with it; what was agreed there stays, and no longer
 * says where.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_remove_record (KithLedger *ledger, KithTable table, gint64 id)
{
  const void *row = kith_ledger_find (ledger, table, id);
  KithEdit *edit = kith_edit_new (ledger);
  g_autoptr (GArray) references = NULL;
  g_autofree char *words = NULL;

  if (row == NULL)
    {
      kith_edit_refuse (edit, "id", "%s",
                        _ ("This is no longer recorded: somebody has taken it out already."));
      return kith_edit_end (edit, "%s", _ ("Taken out"));
    }
  references = kith_reference_list (ledger, table, id);
  for (guint i = 0; i < references->len; i++)
    {
      const KithReference *reference = &g_array_index (references, KithReference, i);

      if (reference->table == KITH_TABLE_CONTACT_PARTY)
        kith_changeset_remove (edit->changes, reference->table, kith_row_get_key (reference->row));
      else
        set_reference (edit, reference, KITH_INT_NONE);
    }
  words = dup_words (ledger, table, row);
  kith_changeset_remove (edit->changes, table, id);
  return kith_edit_end (edit, _ ("Taken out: %s"), words);
}

/* Partnerships. */

static gboolean
goes_along (KithTable table)
{
  return table == KITH_TABLE_MEMBERSHIP || table == KITH_TABLE_SETTING_ASIDE ||
         table == KITH_TABLE_LOCK;
}

static void
append_sentence (GString *words, GPtrArray *parts, const char *format)
{
  g_autofree char *list = NULL;

  if (parts->len == 0)
    return;
  g_ptr_array_add (parts, NULL);
  list = kith_text_dup_list ((const char *const *)parts->pdata);
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append_printf (words, format, list);
}

/**
 * kith_edit_dup_what_goes:
 * @id: of an arrangement
 *
 * Returns: (transfer full) (nullable): what goes with it when it is taken out, and what stays:
 *   "With it go 12 members. 5 contacts stay on record, under no partnership."; %NULL for nothing
 */
char *
kith_edit_dup_what_goes (KithLedger *ledger, gint64 id)
{
  g_autoptr (GArray) references = kith_reference_list (ledger, KITH_TABLE_ARRANGEMENT, id);
  g_autoptr (GPtrArray) go = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) stay = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GString *words = g_string_new (NULL);

  kith_edit_add_count (go, kith_reference_count (references, KITH_TABLE_MEMBERSHIP),
                       _ ("membership"), _ ("memberships"));
  kith_edit_add_count (go, kith_reference_count (references, KITH_TABLE_SETTING_ASIDE),
                       _ ("finding set aside"), _ ("findings set aside"));
  kith_edit_add_count (go, kith_reference_count (references, KITH_TABLE_LOCK), _ ("lock"),
                       _ ("locks"));
  kith_edit_add_count (stay, kith_reference_count (references, KITH_TABLE_CONTACT), _ ("contact"),
                       _ ("contacts"));
  kith_edit_add_count (stay, kith_reference_count (references, KITH_TABLE_ACTION), _ ("action"),
                       _ ("actions"));
  kith_edit_add_count (parts, kith_reference_count (references, KITH_TABLE_ARRANGEMENT), _ ("part"),
                       _ ("parts"));
  append_sentence (words, go, _ ("With it go %s."));
  append_sentence (words, stay, _ ("On record, but under no partnership, stay %s."));
  append_sentence (words, parts, _ ("What it is part of takes over %s."));
  return g_string_free (words, words->len == 0);
}

/**
 * kith_edit_remove_partnership:
 * @id: of an arrangement that was recorded in error
 *
 * Takes it out with its members, findings set aside and locks. Contacts and actions stay, under no
 * arrangement; its parts become parts of what it is part of. kith_edit_dup_what_goes() tells.
 *
 * Returns: (transfer full): the edit; a group of Get Information about Schools is refused in field
 *   "name"
 */
KithEdit *
kith_edit_remove_partnership (KithLedger *ledger, gint64 id)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithArrangement *known = kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, id);
  g_autoptr (GArray) references = kith_reference_list (ledger, KITH_TABLE_ARRANGEMENT, id);

  if (known == NULL)
    kith_edit_refuse (edit, "name", "%s",
                      _ ("This partnership is no longer recorded. Somebody has taken it out."));
  else if (known->uid != KITH_INT_NONE)
    kith_edit_refuse (edit, "name", "%s",
                      _ ("It comes from Get Information about Schools and cannot be taken out."));
  for (guint i = 0; kith_edit_is_good (edit) && i < references->len; i++)
    {
      const KithReference *reference = &g_array_index (references, KithReference, i);

      if (goes_along (reference->table))
        kith_changeset_remove (edit->changes, reference->table, kith_row_get_key (reference->row));
      else
        set_reference (edit, reference,
                       reference->table == KITH_TABLE_ARRANGEMENT ? known->parent_id
                                                                  : KITH_INT_NONE);
    }
  if (kith_edit_is_good (edit))
    kith_changeset_remove (edit->changes, KITH_TABLE_ARRANGEMENT, id);
  return kith_edit_end (edit, _ ("Taken out: %s"), known != NULL ? known->name : "");
}

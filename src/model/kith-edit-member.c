/* kith-edit-member.c: who joins an arrangement, and who leaves it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-member.h"
#include "kith-edit-private.h"
#include "kith-naming.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

/* Who is a member is for Get Information about Schools to say, of its own groups: the next file
 * would take an officer's word back. */
static gboolean
refuse_group (KithEdit *edit, const KithArrangement *arrangement, const char *field)
{
  if (arrangement == NULL || arrangement->uid == KITH_INT_NONE)
    return FALSE;
  kith_edit_refuse (edit, field,
                    _ ("Get Information about Schools says who is in “%.80s”. Correct it there; "
                       "its next file brings it here."),
                    arrangement->name);
  return TRUE;
}

static const KithArrangement *
read_arrangement (KithEdit *edit, const KithMemberForm *form)
{
  KithLedger *ledger = kith_edit_get_ledger (edit);
  gint64 id = form->arrangement_id;
  const char *fault = NULL;
  const KithArrangement *arrangement;

  if (id == KITH_INT_NONE)
    fault = kith_naming_find_arrangement (ledger, form->arrangement, &id);
  if (fault == NULL && id == KITH_INT_NONE)
    fault = _ ("Name the partnership.");
  if (!kith_edit_accept (edit, "arrangement", fault))
    return NULL;
  arrangement = kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, id);
  if (arrangement == NULL)
    kith_edit_refuse (edit, "arrangement", "%s",
                      _ ("This partnership is no longer recorded. Somebody has taken it out."));
  else if (refuse_group (edit, arrangement, "arrangement"))
    return NULL;
  return arrangement;
}

/* Spells a and b share a day; a blank day is unknown and reaches as far as it can. */
static gboolean
do_overlap (const KithMembership *a, const KithMembership *b)
{
  return (a->left_date == KITH_DATE_UNKNOWN || b->joined < a->left_date) &&
         (b->left_date == KITH_DATE_UNKNOWN || a->joined < b->left_date);
}

static char *
dup_member_name (KithEdit *edit, const KithMembership *member)
{
  const KithOrganisation *organisation;

  if (member->urn != KITH_INT_NONE)
    return kith_naming_dup_school (kith_edit_get_ledger (edit), member->urn);
  organisation =
      kith_changeset_find (edit->changes, KITH_TABLE_ORGANISATION, member->organisation_id);
  return g_strdup (organisation != NULL ? organisation->name : "");
}

static void
refuse_spell (KithEdit *edit, const KithMembership *spell, const char *name)
{
  g_autofree char *left = kith_date_dup_text (spell->left_date, KITH_DATE_LONG);

  if (spell->left_date == KITH_DATE_UNKNOWN)
    kith_edit_refuse (edit, "member", _ ("%s is a member already."), name);
  else
    kith_edit_refuse (edit, "member",
                      _ ("%s was a member until %s. Give the day on which it joined again."), name,
                      left);
}

/* The same school twice at one time is one membership (METHODS, section 1). */
static gboolean
refuse_twice (KithEdit *edit, const KithMembership *said, const GArray *others)
{
  gsize n;
  const KithMembership *rows =
      kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_MEMBERSHIP, &n);
  g_autofree char *name = dup_member_name (edit, said);

  for (gsize i = 0; i < n; i++)
    if (rows[i].arrangement_id == said->arrangement_id && rows[i].urn == said->urn &&
        rows[i].organisation_id == said->organisation_id && do_overlap (&rows[i], said))
      {
        refuse_spell (edit, &rows[i], name);
        return TRUE;
      }
  for (guint i = 0; i < others->len; i++)
    {
      const KithMembership *other = &g_array_index (others, KithMembership, i);

      if (other->urn == said->urn && other->organisation_id == said->organisation_id)
        {
          kith_edit_refuse (edit, "member", _ ("%s is named twice. Take one of them out."), name);
          return TRUE;
        }
    }
  return FALSE;
}

static void
read_spell (KithEdit *edit, const KithMemberForm *form, KithMembership *spell)
{
  gboolean is_good = kith_edit_read_date (edit, "joined", form->joined, &spell->joined);

  is_good = kith_edit_read_date (edit, "left", form->left, &spell->left_date) && is_good;
  if (is_good)
    kith_edit_accept (edit, "left", kith_vocabulary_check_left (spell->joined, spell->left_date));
  kith_edit_accept (edit, "role", kith_vocabulary_read_role (form->role, &spell->role));
}

/* Each that can be added, under one spell; for each that cannot there is a problem. */
static GArray *
read_members (KithEdit *edit, const KithPartySaid *said, guint n, const KithMembership *spell)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (KithMembership));

  for (guint i = 0; i < n; i++)
    {
      KithMembership member = *spell;

      if (!kith_text_is_blank (said[i].who) &&
          kith_edit_read_place (edit, "member", &said[i], &member.urn, &member.organisation_id) &&
          !refuse_twice (edit, &member, members))
        g_array_append_val (members, member);
    }
  return members;
}

static void
put_members (KithEdit *edit, GArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      KithMembership *member = &g_array_index (members, KithMembership, i);

      member->id = kith_changeset_take_key (edit->changes, KITH_TABLE_MEMBERSHIP);
      kith_changeset_put (edit->changes, KITH_TABLE_MEMBERSHIP, member);
    }
}

/**
 * kith_edit_put_members:
 * @arrangement_id: of an arrangement that the edit makes
 * @said: (array length=n): schools and organisations
 * @n: how many
 * @joined: since when, or unknown
 *
 * Adds first members, all of them or, with problems in field "member", none.
 */
void
kith_edit_put_members (
    KithEdit *edit, gint64 arrangement_id, const KithPartySaid *said, guint n, KithDate joined)
{
  g_autoptr (GArray) members = NULL;
  KithMembership spell;

  kith_row_clear (KITH_TABLE_MEMBERSHIP, &spell);
  spell.arrangement_id = arrangement_id;
  spell.role = kith_vocabulary_roles[0];
  spell.joined = joined;
  members = read_members (edit, said, n, &spell);
  if (kith_edit_is_good (edit))
    put_members (edit, members);
}

/**
 * kith_edit_add_members:
 * @form: as it was filled in
 *
 * Adds schools and organisations to an arrangement. Each that cannot be added has a problem in
 * field "member", and then nobody is.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_add_members (KithLedger *ledger, const KithMemberForm *form)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithArrangement *arrangement = read_arrangement (edit, form);
  g_autoptr (GArray) members = NULL;
  g_autofree char *who = NULL;
  KithMembership spell;

  kith_row_clear (KITH_TABLE_MEMBERSHIP, &spell);
  read_spell (edit, form, &spell);
  spell.arrangement_id = arrangement != NULL ? arrangement->id : KITH_INT_NONE;
  members = read_members (edit, form->members, form->n_members, &spell);
  if (members->len == 0 && kith_edit_find_problem (edit, "member") == NULL)
    kith_edit_refuse (edit, "member", "%s", _ ("Name a school: its URN or its name."));
  if (!kith_edit_is_good (edit))
    return kith_edit_end (edit, "%s", _ ("Added to a partnership"));
  put_members (edit, members);
  who = members->len == 1 ? dup_member_name (edit, &g_array_index (members, KithMembership, 0))
                          : g_strdup_printf (_ ("%u members"), members->len);
  return kith_edit_end (edit, _ ("Added: %s to %s"), who, arrangement->name);
}

/* The memberships that are meant, and the name of the arrangement of the first. */
static const char *
read_memberships (KithEdit *edit, const gint64 *ids, guint n_ids, GPtrArray *found)
{
  KithLedger *ledger = kith_edit_get_ledger (edit);
  const char *name = "";

  for (guint i = 0; i < n_ids; i++)
    {
      const KithMembership *row = kith_ledger_find (ledger, KITH_TABLE_MEMBERSHIP, ids[i]);
      const KithArrangement *arrangement =
          row == NULL ? NULL
                      : kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, row->arrangement_id);

      if (row == NULL)
        kith_edit_refuse (edit, "member", "%s",
                          _ ("This membership is no longer recorded. Somebody has taken it out."));
      else if (!refuse_group (edit, arrangement, "member"))
        g_ptr_array_add (found, (gpointer)row);
      if (i == 0 && arrangement != NULL && arrangement->name != NULL)
        name = arrangement->name;
    }
  return name;
}

static char *
dup_who (KithEdit *edit, GPtrArray *found)
{
  return found->len == 1 ? dup_member_name (edit, g_ptr_array_index (found, 0))
                         : g_strdup_printf (_ ("%u members"), found->len);
}

/**
 * kith_edit_end_members:
 * @ids: (array length=n_ids): memberships
 * @left: field "left": the day from which on they are members no longer
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_end_members (KithLedger *ledger, const gint64 *ids, guint n_ids, const char *left)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const char *name = read_memberships (edit, ids, n_ids, found);
  g_autofree char *who = dup_who (edit, found);
  KithDate day;

  if (kith_edit_read_date (edit, "left", left, &day) && day == KITH_DATE_UNKNOWN)
    kith_edit_refuse (edit, "left", "%s", _ ("Give the day, as yyyy-mm-dd or dd/mm/yyyy."));
  for (guint i = 0; kith_edit_is_good (edit) && i < found->len; i++)
    {
      KithMembership member = *(const KithMembership *)g_ptr_array_index (found, i);

      member.left_date = day;
      member.left_after = KITH_DATE_UNKNOWN;
      if (kith_edit_accept (edit, "left", kith_vocabulary_check_left (member.joined, day)))
        kith_changeset_put (edit->changes, KITH_TABLE_MEMBERSHIP, &member);
    }
  return kith_edit_end (edit, _ ("Ended: %s in %s"), who, name);
}

/**
 * kith_edit_remove_members:
 * @ids: (array length=n_ids): memberships that were recorded in error
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_remove_members (KithLedger *ledger, const gint64 *ids, guint n_ids)
{
  KithEdit *edit = kith_edit_new (ledger);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const char *name = read_memberships (edit, ids, n_ids, found);
  g_autofree char *who = dup_who (edit, found);

  for (guint i = 0; i < found->len; i++)
    kith_changeset_remove (edit->changes, KITH_TABLE_MEMBERSHIP,
                           kith_row_get_key (g_ptr_array_index (found, i)));
  return kith_edit_end (edit, _ ("Taken out: %s of %s"), who, name);
}

/**
 * kith_edit_split_members:
 * @pasted: (nullable): URNs or names as somebody pasted them
 *
 * One a line, or parted by semicolons; URNs also by spaces, tabs or commas.
 *
 * Returns: (transfer full) (element-type utf8): each of them, without blanks
 */
GPtrArray *
kith_edit_split_members (const char *pasted)
{
  GPtrArray *members = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit_set (pasted != NULL ? pasted : "", ";\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_numbers = strspn (lines[i], "0123456789, \t") == strlen (lines[i]);
      g_auto (GStrv) parts = g_strsplit_set (lines[i], is_numbers ? ", \t" : "", -1);

      for (guint p = 0; parts[p] != NULL; p++)
        if (!kith_text_is_blank (parts[p]))
          g_ptr_array_add (members, g_strdup (g_strstrip (parts[p])));
    }
  return members;
}

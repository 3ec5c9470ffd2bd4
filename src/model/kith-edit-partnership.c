/* kith-edit-partnership.c: partnerships made, changed, handed over and ended
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-authority.h"
#include "kith-edit-partnership.h"
#include "kith-edit-private.h"
#include "kith-naming.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

/* More generations of parents than these are a circle. */
#define MAX_GENERATIONS 32

static const KithArrangement *
find_recorded (KithEdit *edit, gint64 id)
{
  const KithArrangement *row =
      kith_ledger_find (kith_edit_get_ledger (edit), KITH_TABLE_ARRANGEMENT, id);

  if (row == NULL)
    kith_edit_refuse (edit, "name", "%s",
                      _ ("This partnership is no longer recorded. Somebody has taken it out."));
  return row;
}

static gboolean
is_group (const KithArrangement *row)
{
  return row != NULL && row->uid != KITH_INT_NONE;
}

/* Who leads. */

static void
clear_lead (KithArrangement *row)
{
  row->lead_person_id = KITH_INT_NONE;
  row->lead_urn = KITH_INT_NONE;
  row->lead_organisation_id = KITH_INT_NONE;
  row->lead_la = KITH_INT_NONE;
}

/* As in a workbook: an authority's code or a URN; else a person, an organisation, an authority or a
 * school of this name. */
static void
read_known_lead (KithEdit *edit, const char *who, KithArrangement *row)
{
  KithLedger *ledger = kith_edit_get_ledger (edit);
  gint64 number;

  if (kith_text_parse_int (who, -1, &number) &&
      kith_ledger_find (ledger, KITH_TABLE_AUTHORITY, number) != NULL)
    {
      row->lead_la = number;
      return;
    }
  row->lead_person_id = kith_naming_find_person (ledger, who, NULL);
  if (row->lead_person_id == KITH_INT_NONE)
    row->lead_organisation_id = kith_naming_find_organisation (ledger, who);
  if (row->lead_person_id != KITH_INT_NONE || row->lead_organisation_id != KITH_INT_NONE)
    return;
  row->lead_la = kith_ledger_find_authority (ledger, NULL, who);
  if (row->lead_la == KITH_INT_NONE &&
      kith_naming_find_school (ledger, who, &row->lead_urn) != NULL)
    kith_edit_refuse (edit, "lead",
                      _ ("The register knows no person, school, organisation or authority called "
                         "“%.80s”. Give a URN, or choose from the list."),
                      who);
}

static void
read_lead (KithEdit *edit, const KithPartySaid *said, KithArrangement *row)
{
  clear_lead (row);
  if (kith_text_is_blank (said->who))
    return;
  if (said->kind == KITH_PARTY_PERSON)
    row->lead_person_id = kith_edit_put_person (edit, "lead", said->who);
  else if (said->kind == KITH_PARTY_ORGANISATION)
    row->lead_organisation_id = kith_edit_put_organisation (edit, "lead", said->who);
  else if (said->kind == KITH_PARTY_SCHOOL)
    kith_edit_accept (
        edit, "lead",
        kith_naming_find_school (kith_edit_get_ledger (edit), said->who, &row->lead_urn));
  else
    read_known_lead (edit, said->who, row);
  if (kith_edit_is_good (edit))
    kith_edit_put_urn (edit, row->lead_urn);
}

/* Fields. */

static void
read_person (KithEdit *edit, const char *field, const char *name, gint64 *id)
{
  if (name != NULL)
    *id = kith_edit_put_person (edit, field, name);
}

static void
read_day (KithEdit *edit, const char *field, const char *said, KithDate *day)
{
  if (said != NULL)
    kith_edit_read_date (edit, field, said, day);
}

static void
read_agreement (KithEdit *edit, const char *field, const char *said, const char **text)
{
  char day[KITH_DATE_TEXT_SIZE + 8];
  const char *value;

  if (said == NULL)
    return;
  kith_edit_accept (edit, field, kith_vocabulary_read_agreement (said, day, &value));
  *text = kith_edit_keep (edit, value);
}

static void
read_capacity (KithEdit *edit, const char *said, gint64 *capacity)
{
  if (said == NULL)
    return;
  if (!kith_text_is_blank (said) && !kith_text_parse_int (said, -1, capacity))
    kith_edit_refuse (edit, "capacity", "%s", _ ("This is not a whole number."));
  else if (kith_text_is_blank (said))
    *capacity = KITH_INT_NONE;
  else
    kith_edit_accept (edit, "capacity", kith_vocabulary_check_capacity (*capacity));
}

static gboolean
is_district (KithLedger *ledger, const char *key)
{
  gsize n;
  const KithSchool *schools = kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *other = kith_text_dup_key (schools[i].district);

      if (strcmp (key, other) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Authorities by code or name, districts by name; an area that nobody knows would hold no school.
 */
static void
read_patch (KithEdit *edit, const char *said, const char **patch)
{
  KithLedger *ledger = kith_edit_get_ledger (edit);
  g_auto (GStrv) areas = g_strsplit (said != NULL ? said : "", ";", -1);

  for (guint a = 0; areas[a] != NULL; a++)
    {
      g_autofree char *key = kith_text_dup_key (areas[a]);
      gint64 code = KITH_INT_NONE;

      if (*key == '\0' || kith_ledger_find_authority (ledger, NULL, areas[a]) != KITH_INT_NONE ||
          (kith_text_parse_int (areas[a], -1, &code) &&
           kith_ledger_find (ledger, KITH_TABLE_AUTHORITY, code) != NULL) ||
          is_district (ledger, key))
        continue;
      kith_edit_refuse (edit, "patch",
                        _ ("“%.80s” is neither an authority nor a district of a school here."),
                        g_strstrip (areas[a]));
    }
  kith_edit_read_text (edit, said, patch);
}

static gboolean
is_above (KithLedger *ledger, gint64 id, gint64 below)
{
  for (guint g = 0; g < MAX_GENERATIONS && below != KITH_INT_NONE; g++)
    {
      const KithArrangement *row = kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, below);

      if (below == id)
        return TRUE;
      below = row == NULL ? KITH_INT_NONE : row->parent_id;
    }
  return below != KITH_INT_NONE;
}

static void
read_parent (KithEdit *edit, const char *said, KithArrangement *row)
{
  KithLedger *ledger = kith_edit_get_ledger (edit);

  if (said == NULL)
    return;
  if (kith_edit_accept (edit, "parent",
                        kith_naming_find_arrangement (ledger, said, &row->parent_id)) &&
      row->id != KITH_INT_NONE && is_above (ledger, row->id, row->parent_id))
    kith_edit_refuse (edit, "parent", "%s",
                      _ ("This partnership would be its own parent. Choose another."));
}

/* METHODS, section 1: without an id, name, kind and parent tell a partnership. */
static void
refuse_twin (KithEdit *edit, const KithArrangement *row)
{
  gsize n;
  const KithArrangement *rows =
      kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_ARRANGEMENT, &n);
  g_autofree char *name = kith_text_dup_key (row->name);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *other = NULL;

      if (rows[i].id == row->id || rows[i].parent_id != row->parent_id ||
          g_strcmp0 (rows[i].kind, row->kind) != 0)
        continue;
      other = kith_text_dup_key (rows[i].name);
      if (strcmp (name, other) == 0)
        {
          kith_edit_refuse (edit, "name", "%s",
                            _ ("There is one of this kind and name already. Open that one, or "
                               "give this another name."));
          return;
        }
    }
}

/* What a group of Get Information about Schools is, is said there. */
static void
refuse_group (KithEdit *edit, const KithArrangement *known, const KithArrangement *row)
{
  static const char *const sentence =
      N_ ("Get Information about Schools says this of its groups. Correct it there; its next file "
          "brings it here.");

  if (g_strcmp0 (known->name, row->name) != 0)
    kith_edit_refuse (edit, "name", "%s", _ (sentence));
  if (g_strcmp0 (known->kind, row->kind) != 0)
    kith_edit_refuse (edit, "kind", "%s", _ (sentence));
  if (known->starts != row->starts)
    kith_edit_refuse (edit, "starts", "%s", _ (sentence));
  if (known->ends != row->ends)
    kith_edit_refuse (edit, "ends", "%s", _ (sentence));
}

static void
read_identity (KithEdit *edit, const KithPartnershipForm *form, KithArrangement *row)
{
  kith_edit_read_text (edit, form->name, &row->name);
  if (row->name == NULL)
    kith_edit_refuse (edit, "name", "%s", _ ("Give its name."));
  if (form->kind != NULL)
    kith_edit_accept (edit, "kind", kith_vocabulary_read_kind (form->kind, &row->kind));
  if (row->kind == NULL && kith_edit_find_problem (edit, "kind") == NULL)
    kith_edit_refuse (edit, "kind", "%s", _ ("Say of what kind it is."));
  read_parent (edit, form->parent, row);
  if (kith_edit_is_good (edit))
    refuse_twin (edit, row);
}

static void
read_partnership (KithEdit *edit, const KithPartnershipForm *form, KithArrangement *row)
{
  read_identity (edit, form, row);
  if (form->lead.who != NULL)
    read_lead (edit, &form->lead, row);
  read_person (edit, "coordinator", form->coordinator, &row->coordinator_id);
  read_person (edit, "deputy", form->deputy, &row->deputy_id);
  read_day (edit, "starts", form->starts, &row->starts);
  read_day (edit, "ends", form->ends, &row->ends);
  read_day (edit, "review", form->review, &row->review);
  read_day (edit, "funding-ends", form->funding_ends, &row->funding_ends);
  kith_edit_read_text (edit, form->focus, &row->focus);
  kith_edit_read_text (edit, form->objective, &row->objective);
  kith_edit_read_text (edit, form->funding, &row->funding);
  read_patch (edit, form->patch, &row->patch);
  read_agreement (edit, "memorandum", form->memorandum, &row->memorandum);
  read_agreement (edit, "data-sharing", form->data_sharing, &row->data_sharing);
  read_capacity (edit, form->capacity, &row->capacity);
  if (row->starts != KITH_DATE_UNKNOWN && row->ends != KITH_DATE_UNKNOWN && row->ends < row->starts)
    kith_edit_refuse (edit, "ends", "%s",
                      _ ("This is before the day it starts. Correct one of the two."));
}

/**
 * kith_edit_partnership:
 * @form: as it was filled in
 *
 * Makes a partnership, with its first members, or changes one.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_partnership (KithLedger *ledger, const KithPartnershipForm *form)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithArrangement *known = NULL;
  KithArrangement row;

  kith_row_clear (KITH_TABLE_ARRANGEMENT, &row);
  if (form->id != KITH_INT_NONE)
    known = find_recorded (edit, form->id);
  if (known != NULL)
    row = *known;
  read_partnership (edit, form, &row);
  if (is_group (known))
    refuse_group (edit, known, &row);
  if (known == NULL)
    row.id = kith_changeset_take_key (edit->changes, KITH_TABLE_ARRANGEMENT);
  if (known == NULL && form->n_members > 0)
    kith_edit_put_members (edit, row.id, form->members, form->n_members, row.starts);
  if (kith_edit_is_good (edit))
    kith_changeset_put (edit->changes, KITH_TABLE_ARRANGEMENT, &row);
  return kith_edit_end (edit, known == NULL ? _ ("Made: %s") : _ ("Changed: %s"),
                        row.name != NULL ? row.name : "");
}

/* Handing over. */

/* Who leads as a member, if a school or an organisation does, from that day on. */
static void
put_lead_member (KithEdit *edit, const KithArrangement *row, KithDate date)
{
  gsize n;
  const KithMembership *rows =
      kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_MEMBERSHIP, &n);
  KithMembership lead;

  kith_row_clear (KITH_TABLE_MEMBERSHIP, &lead);
  lead.arrangement_id = row->id;
  lead.urn = row->lead_urn;
  lead.organisation_id = row->lead_organisation_id;
  lead.role = "lead";
  lead.joined = date;
  for (gsize i = 0; i < n; i++)
    {
      KithMembership spell = rows[i];
      gboolean is_new = spell.urn == lead.urn && spell.organisation_id == lead.organisation_id;

      if (spell.arrangement_id != row->id ||
          (spell.left_date != KITH_DATE_UNKNOWN && spell.left_date <= date))
        continue;
      if (is_new && strcmp (spell.role, "lead") == 0)
        lead.role = NULL; /* it leads already */
      if (!is_new && strcmp (spell.role, "lead") != 0)
        continue;
      if (is_new && lead.role == NULL)
        continue;
      spell.left_date = MAX (date, spell.joined);
      kith_changeset_put (edit->changes, KITH_TABLE_MEMBERSHIP, &spell);
      if (is_new)
        continue;
      /* who led stays a member */
      spell.id = kith_changeset_take_key (edit->changes, KITH_TABLE_MEMBERSHIP);
      spell.role = "member";
      spell.joined = date;
      spell.left_date = KITH_DATE_UNKNOWN;
      kith_changeset_put (edit->changes, KITH_TABLE_MEMBERSHIP, &spell);
    }
  if (lead.role == NULL || (lead.urn == KITH_INT_NONE && lead.organisation_id == KITH_INT_NONE))
    return;
  lead.id = kith_changeset_take_key (edit->changes, KITH_TABLE_MEMBERSHIP);
  kith_changeset_put (edit->changes, KITH_TABLE_MEMBERSHIP, &lead);
}

/* A day to come: nobody leads before it, and somebody must remember it. */
static void
put_reminder (KithEdit *edit, const KithArrangement *row, const char *who, KithDate date)
{
  g_autofree char *what = g_strdup_printf (_ ("%s takes the lead of %s"), who, row->name);
  KithAction action;

  kith_row_clear (KITH_TABLE_ACTION, &action);
  action.id = kith_changeset_take_key (edit->changes, KITH_TABLE_ACTION);
  action.arrangement_id = row->id;
  action.what = what;
  action.due = date;
  kith_changeset_put (edit->changes, KITH_TABLE_ACTION, &action);
}

/**
 * kith_edit_hand_over:
 * @id: of an arrangement
 * @lead: field "lead": who leads from then on
 * @date: field "date": from which day on
 * @today: a later day is still to come
 *
 * Hands the lead over. On a day that has come the arrangement names the new lead; a school or an
 * organisation is its lead among the members from that day on, and who led before is a member. A
 * day to come is kept as an action of the arrangement, due then.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_hand_over (
    KithLedger *ledger, gint64 id, const KithPartySaid *lead, const char *date, KithDate today)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithArrangement *known = find_recorded (edit, id);
  g_autofree char *who = g_strstrip (g_strdup (lead->who != NULL ? lead->who : ""));
  g_autofree char *day_words = NULL;
  KithDate day = KITH_DATE_UNKNOWN;
  KithArrangement row;

  if (known == NULL)
    return kith_edit_end (edit, "%s", _ ("Handed over"));
  row = *known;
  if (who[0] == '\0')
    kith_edit_refuse (edit, "lead", "%s", _ ("Say who takes the lead."));
  else
    read_lead (edit, lead, &row);
  if (kith_edit_read_date (edit, "date", date, &day) && day == KITH_DATE_UNKNOWN)
    kith_edit_refuse (edit, "date", "%s", _ ("Give the day, as yyyy-mm-dd or dd/mm/yyyy."));
  day_words = kith_date_dup_text (day, KITH_DATE_LONG);
  if (!kith_edit_is_good (edit))
    return kith_edit_end (edit, "%s", _ ("Handed over"));
  if (day > today)
    {
      put_reminder (edit, known, who, day);
      return kith_edit_end (edit, _ ("To be handed over: %s to %s on %s"), known->name, who,
                            day_words);
    }
  kith_changeset_put (edit->changes, KITH_TABLE_ARRANGEMENT, &row);
  if (!is_group (known))
    put_lead_member (edit, &row, day);
  return kith_edit_end (edit, _ ("Handed over: %s to %s on %s"), known->name, who, day_words);
}

/**
 * kith_edit_end_partnership:
 * @id: of an arrangement
 * @ends: field "ends": the day from which on it is no more
 *
 * Members and history stay on record.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_end_partnership (KithLedger *ledger, gint64 id, const char *ends)
{
  KithPartnershipForm form = { .id = id, .ends = ends };
  KithEdit *edit;

  if (kith_text_is_blank (ends))
    {
      edit = kith_edit_new (ledger);
      kith_edit_refuse (edit, "ends", "%s", _ ("Give the day, as yyyy-mm-dd or dd/mm/yyyy."));
      return kith_edit_end (edit, "%s", _ ("Ended"));
    }
  edit = kith_edit_partnership (ledger, &form);
  if (kith_edit_is_good (edit))
    {
      const KithArrangement *row = kith_changeset_find (edit->changes, KITH_TABLE_ARRANGEMENT, id);
      g_autofree char *day = kith_date_dup_text (row->ends, KITH_DATE_LONG);

      g_free (edit->what);
      edit->what = g_strdup_printf (_ ("Ended: %s on %s"), row->name, day);
    }
  return edit;
}

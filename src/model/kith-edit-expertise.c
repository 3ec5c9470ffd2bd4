/* kith-edit-expertise.c: what a person or an organisation is strong at
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-person.h"
#include "kith-edit-private.h"

#include <string.h>

static gboolean
is_of (const KithExpertise *row, const KithExpertise *holder)
{
  return row->urn == holder->urn && row->person_id == holder->person_id &&
         row->organisation_id == holder->organisation_id;
}

static gboolean
is_same_area (const char *a, const char *b)
{
  g_autofree char *one = kith_text_dup_key (a);
  g_autofree char *other = kith_text_dup_key (b);

  return strcmp (one, other) == 0;
}

static gboolean
is_ended (const KithExpertise *row)
{
  return g_strcmp0 (row->level, "met") == 0 || g_strcmp0 (row->level, "0") == 0;
}

/**
 * kith_expertise_note:
 * @holding: (element-type KithExpertise): of one holder: what holds, as far as rows were noted
 * @row: the holder's next, in the order of keys
 * @today: the day that is asked about
 *
 * Of each area the latest row holds.
 */
void
kith_expertise_note (GPtrArray *holding, const KithExpertise *row, KithDate today)
{
  guint at = 0;

  if (row->date > today)
    return;
  while (at < holding->len &&
         !is_same_area (((const KithExpertise *)holding->pdata[at])->area, row->area))
    at++;
  if (at == holding->len)
    g_ptr_array_add (holding, (gpointer)row);
  else if (((const KithExpertise *)holding->pdata[at])->date <= row->date)
    holding->pdata[at] = (gpointer)row;
}

/**
 * kith_expertise_dup_areas:
 * @holding: (element-type KithExpertise): after the last row was noted; what has ended is taken
 *   out of it
 *
 * Returns: (transfer full): "Phonics; Early reading"
 */
char *
kith_expertise_dup_areas (GPtrArray *holding)
{
  GString *areas = g_string_new (NULL);

  for (guint i = 0; i < holding->len;)
    if (is_ended (holding->pdata[i]))
      g_ptr_array_remove_index (holding, i);
    else
      i++;
  for (guint i = 0; i < holding->len; i++)
    g_string_append_printf (areas, "%s%s", i > 0 ? "; " : "",
                            ((const KithExpertise *)holding->pdata[i])->area);
  return g_string_free (areas, FALSE);
}

static char *
note_all (KithLedger *ledger, const KithExpertise *holder, KithDate today, GPtrArray *holding)
{
  gsize n;
  const KithExpertise *rows = kith_ledger_get_rows (ledger, KITH_TABLE_EXPERTISE, &n);

  for (gsize i = 0; i < n; i++)
    if (is_of (&rows[i], holder))
      kith_expertise_note (holding, &rows[i], today);
  return kith_expertise_dup_areas (holding);
}

static void
clear_holder (KithTable table, gint64 id, KithExpertise *holder)
{
  kith_row_clear (KITH_TABLE_EXPERTISE, holder);
  if (table == KITH_TABLE_PERSON)
    holder->person_id = id;
  else
    holder->organisation_id = id;
}

/**
 * kith_edit_dup_expertise:
 * @table: person or organisation
 * @id: which
 * @today: the day that is asked about
 *
 * Returns: (transfer full): what they are strong at then: "Phonics; Early reading"
 */
char *
kith_edit_dup_expertise (KithLedger *ledger, KithTable table, gint64 id, KithDate today)
{
  g_autoptr (GPtrArray) holding = g_ptr_array_new ();
  KithExpertise holder;

  clear_holder (table, id, &holder);
  return note_all (ledger, &holder, today, holding);
}

/* On a day there is one row of an area: said twice it is the later. */
static void
put_area (KithEdit *edit, const KithExpertise *said)
{
  KithExpertise row = *said;
  gsize n;
  const KithExpertise *rows =
      kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_EXPERTISE, &n);

  for (gsize i = 0; i < n && row.id == KITH_INT_NONE; i++)
    if (is_of (&rows[i], said) && rows[i].date == said->date &&
        is_same_area (rows[i].area, said->area))
      row.id = rows[i].id;
  if (row.id == KITH_INT_NONE)
    row.id = kith_changeset_take_key (edit->changes, KITH_TABLE_EXPERTISE);
  kith_changeset_put (edit->changes, KITH_TABLE_EXPERTISE, &row);
}

static gboolean
has_area (char *const *areas, const char *area)
{
  for (guint i = 0; areas[i] != NULL; i++)
    if (is_same_area (areas[i], area))
      return TRUE;
  return FALSE;
}

/**
 * kith_edit_read_expertise:
 * @table: person or organisation
 * @id: which
 * @said: (nullable): areas, ; between; stays as it is where it is %NULL
 * @today: a new area is of this day, and one that is named no longer ends on it
 */
void
kith_edit_read_expertise (
    KithEdit *edit, KithTable table, gint64 id, const char *said, KithDate today)
{
  g_auto (GStrv) areas = g_strsplit_set (said != NULL ? said : "", ";\r\n", -1);
  g_autoptr (GPtrArray) holding = g_ptr_array_new ();
  g_autofree char *now = NULL;
  KithExpertise row;

  if (said == NULL)
    return;
  clear_holder (table, id, &row);
  now = note_all (kith_edit_get_ledger (edit), &row, today, holding);
  row.date = today;
  for (guint i = 0; areas[i] != NULL; i++)
    {
      gboolean is_known = kith_text_is_blank (areas[i]);

      for (guint h = 0; h < holding->len && !is_known; h++)
        is_known = is_same_area (((const KithExpertise *)holding->pdata[h])->area, areas[i]);
      for (guint before = 0; before < i && !is_known; before++)
        is_known = is_same_area (areas[before], areas[i]);
      row.area = kith_edit_keep (edit, areas[i]);
      if (!is_known)
        put_area (edit, &row);
    }
  row.level = "met";
  for (guint h = 0; h < holding->len; h++)
    {
      row.area = ((const KithExpertise *)holding->pdata[h])->area;
      if (!has_area (areas, row.area))
        put_area (edit, &row);
    }
}

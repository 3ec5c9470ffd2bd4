/* kith-naming.c: whom and what somebody means
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-naming.h"
#include "kith-kind.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_named (const char *name, const char *key)
{
  g_autofree char *other = NULL;

  /* most differ in their first letter, whose case is all that differs in plain text */
  if (name == NULL || (((guchar)name[0] | (guchar)key[0]) < 0x80 && !g_ascii_isspace (name[0]) &&
                       g_ascii_tolower (name[0]) != key[0]))
    return FALSE;
  other = kith_text_dup_key (name);
  return strcmp (other, key) == 0;
}

/* The number at the end of "Willow Court School (900231)", as lists offer it. */
static gboolean
read_number_in_brackets (const char *text, gint64 *urn)
{
  const char *open = strrchr (text, '(');
  const char *close = open == NULL ? NULL : strchr (open, ')');

  return close != NULL && kith_text_is_blank (close + 1) &&
         kith_text_parse_int (open + 1, close - open - 1, urn) && *urn > 0;
}

static gboolean
is_held (KithLedger *ledger, gint64 urn)
{
  return kith_ledger_find (ledger, KITH_TABLE_SCHOOL, urn) != NULL ||
         kith_ledger_find (ledger, KITH_TABLE_OUTSIDE_SCHOOL, urn) != NULL;
}

/**
 * kith_naming_find_school:
 * @text: (nullable): a URN, a name, or a name with its URN in brackets
 * @urn: (out): the school, %KITH_INT_NONE for a blank or where there is a fault
 *
 * A URN may be of a school that the register does not hold. Of several schools of one name
 * the one that is open is meant.
 *
 * Returns: (transfer none) (nullable): what is wrong
 */
const char *
kith_naming_find_school (KithLedger *ledger, const char *text, gint64 *urn)
{
  g_autofree char *key = kith_text_dup_key (text);
  const KithSchool *schools;
  guint n_open = 0, n_found = 0;
  gint64 open = KITH_INT_NONE, found = KITH_INT_NONE;
  gsize n;

  *urn = KITH_INT_NONE;
  if (key[0] == '\0')
    return NULL;
  if (kith_text_parse_int (text, -1, &found))
    return kith_vocabulary_read_urn (text, urn);
  if (read_number_in_brackets (text, &found) && is_held (ledger, found))
    {
      *urn = found;
      return NULL;
    }
  schools = kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n);
  for (gsize i = 0; i < n; i++)
    if (is_named (schools[i].name, key))
      {
        n_found++;
        found = schools[i].urn;
        if (g_strcmp0 (schools[i].status, "Closed") != 0)
          n_open++, open = schools[i].urn;
      }
  if (n_open == 1 || n_found == 1)
    {
      *urn = n_open == 1 ? open : found;
      return NULL;
    }
  return n_found == 0
             ? _ ("The register has no school of this name. Give its URN.")
             : _ ("Several schools have this name. Give the URN of the one that is meant.");
}

static gboolean
has_id (const KithArrangement *arrangement, const char *key, gint64 number)
{
  return is_named (arrangement->code, key) || is_named (arrangement->group_id, key) ||
         (number != KITH_INT_NONE && arrangement->uid == number);
}

/* The key in "Larkmead hub (no. 12)", as kith_naming_dup_arrangement() writes it. */
static gboolean
read_key_in_brackets (const char *text, gint64 *key)
{
  const char *open = strrchr (text, '(');
  const char *digits = open != NULL && g_str_has_prefix (open, "(no. ") ? open + 5 : NULL;
  const char *close = digits == NULL ? NULL : strchr (digits, ')');

  return close != NULL && kith_text_is_blank (close + 1) &&
         kith_text_parse_int (digits, close - digits, key);
}

/* A sponsor, a diocese or an authority is never what an officer's record is about. */
static gboolean
is_affiliation (const KithArrangement *arrangement)
{
  KithKind kind = kith_kind_find (arrangement->kind);

  return kind != KITH_N_KINDS && !kith_kind_is_link (kind);
}

/**
 * kith_naming_find_arrangement:
 * @text: (nullable): an officers' id, a GIAS UID or group id, a name, or what
 *   kith_naming_dup_arrangement() wrote
 * @id: (out): the arrangement, %KITH_INT_NONE for a blank or where there is a fault
 *
 * Of several of one name the one that has not closed is meant.
 *
 * Returns: (transfer none) (nullable): what is wrong
 */
const char *
kith_naming_find_arrangement (KithLedger *ledger, const char *text, gint64 *id)
{
  g_autofree char *key = kith_text_dup_key (text);
  const KithArrangement *rows;
  gint64 number = KITH_INT_NONE, open = KITH_INT_NONE, found = KITH_INT_NONE;
  guint n_open = 0, n_found = 0;
  gsize n;

  *id = KITH_INT_NONE;
  if (key[0] == '\0')
    return NULL;
  if (read_key_in_brackets (text, &found) &&
      kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, found) != NULL)
    {
      *id = found;
      return NULL;
    }
  found = KITH_INT_NONE;
  kith_text_parse_int (text, -1, &number);
  rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n);
  for (gsize i = 0; i < n; i++)
    {
      if (is_affiliation (&rows[i]))
        continue;
      if (has_id (&rows[i], key, number))
        {
          *id = rows[i].id;
          return NULL;
        }
      if (!is_named (rows[i].name, key))
        continue;
      n_found++;
      found = rows[i].id;
      if (g_strcmp0 (rows[i].status, "closed") != 0)
        n_open++, open = rows[i].id;
    }
  if (n_open == 1 || n_found == 1)
    {
      *id = n_open == 1 ? open : found;
      return NULL;
    }
  return n_found == 0
             ? _ ("No arrangement has this id or name. Make it first, or correct the name.")
             : _ ("Several arrangements have this name. Give the id of the one that is meant.");
}

/**
 * kith_naming_dup_arrangement:
 * @id: of an arrangement
 *
 * Returns: (transfer full): what kith_naming_find_arrangement() finds it by: its name, where no
 *   other has it; empty for none
 */
char *
kith_naming_dup_arrangement (KithLedger *ledger, gint64 id)
{
  const KithArrangement *row = kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, id);
  gint64 found;

  if (row == NULL)
    return g_strdup ("");
  if (kith_naming_find_arrangement (ledger, row->name, &found) == NULL && found == id)
    return g_strdup (row->name);
  return g_strdup_printf ("%s (no. %" G_GINT64_FORMAT ")", row->name, id);
}

/**
 * kith_naming_find_organisation:
 * @name: (nullable): what it is called
 *
 * Returns: its key, or %KITH_INT_NONE
 */
gint64
kith_naming_find_organisation (KithLedger *ledger, const char *name)
{
  g_autofree char *key = kith_text_dup_key (name);
  gsize n;
  const KithOrganisation *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ORGANISATION, &n);

  for (gsize i = 0; key[0] != '\0' && i < n; i++)
    if (is_named (rows[i].name, key))
      return rows[i].id;
  return KITH_INT_NONE;
}

/**
 * kith_naming_find_person:
 * @name: (nullable): what they are called
 * @n_found: (out) (optional): how many people are called that
 *
 * Returns: the key of the first of them, or %KITH_INT_NONE
 */
gint64
kith_naming_find_person (KithLedger *ledger, const char *name, guint *n_found)
{
  g_autofree char *key = kith_text_dup_key (name);
  gsize n;
  const KithPerson *rows = kith_ledger_get_rows (ledger, KITH_TABLE_PERSON, &n);
  gint64 first = KITH_INT_NONE;
  guint n_same = 0;

  for (gsize i = 0; key[0] != '\0' && i < n; i++)
    if (is_named (rows[i].name, key))
      {
        if (n_same++ == 0)
          first = rows[i].id;
      }
  if (n_found != NULL)
    *n_found = n_same;
  return first;
}

/**
 * kith_naming_get_school:
 * @urn: a school, held or outside
 *
 * Returns: (transfer none) (nullable): its name, where one is recorded
 */
const char *
kith_naming_get_school (KithLedger *ledger, gint64 urn)
{
  const KithSchool *school = kith_ledger_find (ledger, KITH_TABLE_SCHOOL, urn);
  const KithOutsideSchool *outside = NULL;

  if (school != NULL)
    return school->name;
  outside = kith_ledger_find (ledger, KITH_TABLE_OUTSIDE_SCHOOL, urn);
  return outside == NULL ? NULL : outside->name;
}

/**
 * kith_naming_dup_school:
 * @urn: a school, held or outside
 *
 * Returns: (transfer full): its name for a sentence, or "school 900114"
 */
char *
kith_naming_dup_school (KithLedger *ledger, gint64 urn)
{
  const char *name = kith_naming_get_school (ledger, urn);

  if (name != NULL)
    return g_strdup (name);
  return g_strdup_printf (_ ("school %" G_GINT64_FORMAT), urn);
}

/* kith-thing.c: what can be taken away from the system, or added to it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-thing.h"

#include "kith-text.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (kith - analysis - error - quark, kith_analysis_error)

static const char *const type_keys[KITH_N_THINGS] = { "person", "arrangement", "funding", "school",
                                                      "membership" };

/* Rows of a table that bear a name, in any of the fields that can hold one. */
typedef struct
{
  gint64 first;
  guint n;
} Found;

static gboolean
is_named (const char *field, const char *key)
{
  g_autofree char *own = NULL;

  if (field == NULL)
    return FALSE;
  own = kith_text_dup_key (field);
  return strcmp (own, key) == 0;
}

static void
count_found (Found *found, gint64 key)
{
  if (found->n++ == 0)
    found->first = key;
}

static Found
find_people (KithLedger *ledger, const char *key)
{
  gsize n;
  const KithPerson *rows = kith_ledger_get_rows (ledger, KITH_TABLE_PERSON, &n);
  Found found = { 0 };

  for (gsize i = 0; i < n; i++)
    if (is_named (rows[i].name, key))
      count_found (&found, rows[i].id);
  return found;
}

/* An officers' id or GIAS's own goes before a name. */
static Found
find_arrangements (KithLedger *ledger, const char *key)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n);
  Found by_code = { 0 }, by_name = { 0 };

  for (gsize i = 0; i < n; i++)
    {
      if (is_named (rows[i].code, key) || is_named (rows[i].group_id, key))
        count_found (&by_code, rows[i].id);
      else if (is_named (rows[i].name, key))
        count_found (&by_name, rows[i].id);
    }
  return by_code.n > 0 ? by_code : by_name;
}

static Found
find_schools (KithLedger *ledger, const char *key)
{
  gsize n;
  const KithSchool *rows = kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n);
  Found found = { 0 };

  for (gsize i = 0; i < n; i++)
    if (is_named (rows[i].name, key))
      count_found (&found, rows[i].urn);
  return found;
}

static gboolean
has_funding (KithLedger *ledger, const char *key)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n);

  for (gsize i = 0; i < n; i++)
    if (is_named (rows[i].funding, key))
      return TRUE;
  return FALSE;
}

static void
set_not_found (KithThingType type, const char *text, guint n, GError **error)
{
  static const char *const sentences[] = {
    [KITH_THING_PERSON] = N_ ("There is no person “%s” in the register."),
    [KITH_THING_ARRANGEMENT] = N_ ("There is no arrangement “%s” in the register."),
    [KITH_THING_FUNDING] = N_ ("No arrangement is paid for by “%s”."),
    [KITH_THING_SCHOOL] = N_ ("There is no school “%s” in the register."),
    [KITH_THING_MEMBERSHIP] = N_ ("“%s” is not in it."),
  };

  if (n == 0)
    g_set_error (error, KITH_ANALYSIS_ERROR, KITH_ANALYSIS_ERROR_NOT_FOUND, _ (sentences[type]),
                 text);
  else
    g_set_error (error, KITH_ANALYSIS_ERROR, KITH_ANALYSIS_ERROR_AMBIGUOUS,
                 _ ("“%s” is the name of %u. Give the number of the one that is meant."), text, n);
}

/* A number is the row's key, if there is one; else a name. */
static KithThing *
find_by_table (KithLedger *ledger,
               KithThingType type,
               KithTable table,
               Found (*find) (KithLedger *ledger, const char *key),
               const char *text,
               GError **error)
{
  g_autofree char *key = kith_text_dup_key (text);
  gint64 number;
  Found found;

  if (kith_text_parse_int (text, -1, &number) && kith_ledger_find (ledger, table, number) != NULL)
    return kith_thing_new (type, number, KITH_INT_NONE, NULL);
  found = find (ledger, key);
  if (found.n == 1)
    return kith_thing_new (type, found.first, KITH_INT_NONE, NULL);
  set_not_found (type, text, found.n, error);
  return NULL;
}

static KithThing *
find_membership (KithLedger *ledger, const char *text, GError **error)
{
  const char *slash = strchr (text, '/');
  g_autofree char *member = slash != NULL ? g_strndup (text, (gsize)(slash - text)) : NULL;
  g_autoptr (KithThing) school = NULL, arrangement = NULL;
  const KithMembership *rows;
  gsize n;

  if (slash == NULL)
    {
      g_set_error (error, KITH_ANALYSIS_ERROR, KITH_ANALYSIS_ERROR_FORM,
                   _ ("“%s” is no membership. Write URN/ARRANGEMENT."), text);
      return NULL;
    }
  school = kith_thing_find (ledger, KITH_THING_SCHOOL, member, error);
  arrangement =
      school == NULL ? NULL : kith_thing_find (ledger, KITH_THING_ARRANGEMENT, slash + 1, error);
  if (arrangement == NULL)
    return NULL;
  rows = kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n);
  for (gsize i = 0; i < n; i++)
    if (rows[i].urn == school->key && rows[i].arrangement_id == arrangement->key)
      return kith_thing_new (KITH_THING_MEMBERSHIP, school->key, arrangement->key, NULL);
  set_not_found (KITH_THING_MEMBERSHIP, member, 0, error);
  return NULL;
}

/**
 * kith_thing_new:
 *
 * Returns: (transfer full): a thing, whose @name is copied
 */
KithThing *
kith_thing_new (KithThingType type, gint64 key, gint64 arrangement_id, const char *name)
{
  KithThing *self = g_new (KithThing, 1);

  *self = (KithThing){ type, key, arrangement_id, g_strdup (name) };
  return self;
}

/**
 * kith_thing_copy:
 *
 * Returns: (transfer full): the same thing
 */
KithThing *
kith_thing_copy (const KithThing *self)
{
  return kith_thing_new (self->type, self->key, self->arrangement_id, self->name);
}

/**
 * kith_thing_free:
 * @self: (transfer full) (nullable): a thing
 */
void
kith_thing_free (KithThing *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

/**
 * kith_thing_is_equal:
 *
 * Returns: whether both are the same
 */
gboolean
kith_thing_is_equal (const KithThing *self, const KithThing *other)
{
  g_autofree char *name = kith_text_dup_key (self->name);

  return self->type == other->type && self->key == other->key &&
         self->arrangement_id == other->arrangement_id &&
         (self->type != KITH_THING_FUNDING || is_named (other->name, name));
}

/**
 * kith_thing_find:
 * @ledger: what the register says
 * @type: what is sought
 * @text: a name or a number; of an arrangement also its id; of funding its name; of a
 *   membership URN/ARRANGEMENT
 * @error: return location for a #KithAnalysisError
 *
 * Returns: (transfer full): the thing, or %NULL where there is none, or more than one
 */
KithThing *
kith_thing_find (KithLedger *ledger, KithThingType type, const char *text, GError **error)
{
  g_autofree char *key = kith_text_dup_key (text);

  switch (type)
    {
    case KITH_THING_PERSON:
      return find_by_table (ledger, type, KITH_TABLE_PERSON, find_people, text, error);
    case KITH_THING_ARRANGEMENT:
      return find_by_table (ledger, type, KITH_TABLE_ARRANGEMENT, find_arrangements, text, error);
    case KITH_THING_SCHOOL:
      return find_by_table (ledger, type, KITH_TABLE_SCHOOL, find_schools, text, error);
    case KITH_THING_MEMBERSHIP:
      return find_membership (ledger, text, error);
    default:
      break;
    }
  if (has_funding (ledger, key))
    return kith_thing_new (KITH_THING_FUNDING, KITH_INT_NONE, KITH_INT_NONE, text);
  set_not_found (type, text, 0, error);
  return NULL;
}

static const char *
get_row_name (KithLedger *ledger, KithTable table, gint64 key)
{
  const void *row = kith_ledger_find (ledger, table, key);
  const char *name = NULL;

  if (row != NULL && table == KITH_TABLE_PERSON)
    name = ((const KithPerson *)row)->name;
  else if (row != NULL && table == KITH_TABLE_ARRANGEMENT)
    name = ((const KithArrangement *)row)->name;
  else if (row != NULL)
    name = ((const KithSchool *)row)->name;
  return name != NULL ? name : _ ("without a name");
}

/**
 * kith_thing_dup_words:
 *
 * Returns: (transfer full): what people call it: "Ada Marsh", "money from A charity"
 */
char *
kith_thing_dup_words (const KithThing *self, KithLedger *ledger)
{
  switch (self->type)
    {
    case KITH_THING_PERSON:
      return g_strdup (get_row_name (ledger, KITH_TABLE_PERSON, self->key));
    case KITH_THING_ARRANGEMENT:
      return g_strdup (get_row_name (ledger, KITH_TABLE_ARRANGEMENT, self->key));
    case KITH_THING_FUNDING:
      return g_strdup_printf (_ ("money from %s"), self->name);
    case KITH_THING_MEMBERSHIP:
      return g_strdup_printf (_ ("%s in %s"), get_row_name (ledger, KITH_TABLE_SCHOOL, self->key),
                              get_row_name (ledger, KITH_TABLE_ARRANGEMENT, self->arrangement_id));
    default:
      return g_strdup (get_row_name (ledger, KITH_TABLE_SCHOOL, self->key));
    }
}

/**
 * kith_thing_type_get_key:
 *
 * Returns: (transfer none): as the command line writes it: "person"
 */
const char *
kith_thing_type_get_key (KithThingType type)
{
  return type_keys[type];
}

/**
 * kith_thing_type_find:
 * @type: (out): which it is
 *
 * Returns: whether @text is the name of a type
 */
gboolean
kith_thing_type_find (const char *text, KithThingType *type)
{
  for (guint t = 0; t < KITH_N_THINGS; t++)
    if (strcmp (type_keys[t], text) == 0)
      {
        *type = (KithThingType)t;
        return TRUE;
      }
  return FALSE;
}

/* kith-addition.c: which rows come when something is added
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-addition.h"

#include "kith-kind.h"
#include "kith-text.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  KithChangeset *changes;
  KithLedger *ledger;
  KithDate as_at;
} Addition;

static const char *
get_form (KithThingType type)
{
  static const char *const forms[KITH_N_THINGS] = {
    [KITH_THING_PERSON] = "NAME/ARRANGEMENT",       [KITH_THING_ARRANGEMENT] = "KIND/URN,URN…",
    [KITH_THING_FUNDING] = "NAME/ARRANGEMENT/DATE", [KITH_THING_SCHOOL] = "URN",
    [KITH_THING_MEMBERSHIP] = "URN/ARRANGEMENT",
  };

  return forms[type];
}

static gboolean
refuse_form (KithThingType type, const char *text, GError **error)
{
  g_set_error (error, KITH_ANALYSIS_ERROR, KITH_ANALYSIS_ERROR_FORM,
               _ ("“%s” does not say what is added. Write %s."), text, get_form (type));
  return FALSE;
}

/* An arrangement as it will be, by what names it; gone where it is taken away besides. */
static const KithArrangement *
find_arrangement (const Addition *self, const char *text, GError **error)
{
  g_autoptr (KithThing) thing = kith_thing_find (self->ledger, KITH_THING_ARRANGEMENT, text, error);
  const KithArrangement *row =
      thing == NULL ? NULL
                    : kith_changeset_find (self->changes, KITH_TABLE_ARRANGEMENT, thing->key);

  if (thing != NULL && row == NULL)
    g_set_error (error, KITH_ANALYSIS_ERROR, KITH_ANALYSIS_ERROR_NOT_FOUND,
                 _ ("“%s” is taken away: nothing can be added to it."), text);
  return row;
}

static void
join (const Addition *self, gint64 urn, gint64 arrangement_id)
{
  KithMembership row;

  kith_row_clear (KITH_TABLE_MEMBERSHIP, &row);
  row.id = kith_changeset_take_key (self->changes, KITH_TABLE_MEMBERSHIP);
  row.arrangement_id = arrangement_id;
  row.urn = urn;
  row.role = "member";
  row.joined = self->as_at;
  kith_changeset_put (self->changes, KITH_TABLE_MEMBERSHIP, &row);
}

static gboolean
add_membership (const Addition *self, const char *member, const char *text, GError **error)
{
  g_autoptr (KithThing) school = kith_thing_find (self->ledger, KITH_THING_SCHOOL, member, error);
  const KithArrangement *arrangement = school == NULL ? NULL : find_arrangement (self, text, error);

  if (arrangement == NULL)
    return FALSE;
  join (self, school->key, arrangement->id);
  return TRUE;
}

static gboolean
add_arrangement (const Addition *self, const char *kind, const char *members, GError **error)
{
  KithKind found = kith_kind_find (kind);
  g_auto (GStrv) urns = g_strsplit (members, ",", -1);
  g_autoptr (GPtrArray) schools = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_thing_free);
  KithArrangement row;

  if (found == KITH_N_KINDS || g_strv_length (urns) < 2)
    return refuse_form (KITH_THING_ARRANGEMENT, members, error);
  for (guint u = 0; urns[u] != NULL; u++)
    {
      KithThing *school =
          kith_thing_find (self->ledger, KITH_THING_SCHOOL, g_strstrip (urns[u]), error);

      if (school == NULL)
        return FALSE;
      g_ptr_array_add (schools, school);
    }
  kith_row_clear (KITH_TABLE_ARRANGEMENT, &row);
  row.id = kith_changeset_take_key (self->changes, KITH_TABLE_ARRANGEMENT);
  row.kind = kith_kind_get_info (found)->key;
  row.name = _ ("What if");
  row.starts = self->as_at;
  kith_changeset_put (self->changes, KITH_TABLE_ARRANGEMENT, &row);
  for (guint s = 0; s < schools->len; s++)
    join (self, ((KithThing *)g_ptr_array_index (schools, s))->key, row.id);
  return TRUE;
}

static gint64
find_or_add_person (const Addition *self, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (KithThing) person = kith_thing_find (self->ledger, KITH_THING_PERSON, name, &reason);
  KithPerson row;

  if (person != NULL)
    return person->key;
  if (!g_error_matches (reason, KITH_ANALYSIS_ERROR, KITH_ANALYSIS_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return KITH_INT_NONE;
    }
  kith_row_clear (KITH_TABLE_PERSON, &row);
  row.id = kith_changeset_take_key (self->changes, KITH_TABLE_PERSON);
  row.name = name;
  kith_changeset_put (self->changes, KITH_TABLE_PERSON, &row);
  return row.id;
}

static gboolean
add_person (const Addition *self, const char *name, const char *text, GError **error)
{
  const KithArrangement *arrangement = find_arrangement (self, text, error);
  KithArrangement row;
  gint64 *free_place;
  gint64 person_id;

  if (arrangement == NULL)
    return FALSE;
  row = *arrangement;
  free_place = row.coordinator_id == KITH_INT_NONE ? &row.coordinator_id
               : row.deputy_id == KITH_INT_NONE    ? &row.deputy_id
                                                   : &row.lead_person_id;
  if (*free_place != KITH_INT_NONE)
    {
      g_set_error (error, KITH_ANALYSIS_ERROR, KITH_ANALYSIS_ERROR_FORM,
                   _ ("“%s” has a lead, a co-ordinator and a deputy. Take one of them away."),
                   text);
      return FALSE;
    }
  person_id = find_or_add_person (self, name, error);
  if (person_id == KITH_INT_NONE)
    return FALSE;
  *free_place = person_id;
  kith_changeset_put (self->changes, KITH_TABLE_ARRANGEMENT, &row);
  return TRUE;
}

static gboolean
add_funding (const Addition *self, const char *name, const char *text, GError **error)
{
  const char *slash = strrchr (text, '/');
  g_autofree char *before = slash != NULL ? g_strndup (text, (gsize)(slash - text)) : NULL;
  KithDate until = KITH_DATE_UNKNOWN;
  gboolean has_day = slash != NULL && kith_date_parse (slash + 1, -1, &until);
  const KithArrangement *arrangement = find_arrangement (self, has_day ? before : text, error);
  KithArrangement row;

  if (arrangement == NULL)
    return FALSE;
  row = *arrangement;
  row.funding = name;
  row.funding_ends = until;
  kith_changeset_put (self->changes, KITH_TABLE_ARRANGEMENT, &row);
  return TRUE;
}

static gboolean
add_school (const Addition *self, const char *text, GError **error)
{
  g_autoptr (KithThing) thing = kith_thing_find (self->ledger, KITH_THING_SCHOOL, text, error);
  KithSchool row;

  if (thing == NULL)
    return FALSE;
  row = *(const KithSchool *)kith_ledger_find (self->ledger, KITH_TABLE_SCHOOL, thing->key);
  row.status = "Open";
  row.closed = KITH_DATE_UNKNOWN;
  if (row.opened == KITH_DATE_UNKNOWN || row.opened > self->as_at)
    row.opened = self->as_at;
  kith_changeset_put (self->changes, KITH_TABLE_SCHOOL, &row);
  return TRUE;
}

/**
 * kith_addition_plan:
 * @changes: (inout): to which the addition is added
 * @type: what is added
 * @text: see above
 * @as_at: the day that is asked about
 * @error: return location for a #KithAnalysisError
 *
 * Returns: %FALSE where @text does not say what is added, or to what
 */
gboolean
kith_addition_plan (
    KithChangeset *changes, KithThingType type, const char *text, KithDate as_at, GError **error)
{
  Addition self = { changes, kith_changeset_get_base (changes), as_at };
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);

  if (type == KITH_THING_SCHOOL)
    return add_school (&self, text, error);
  if (g_strv_length (parts) != 2 || kith_text_is_blank (parts[0]) || kith_text_is_blank (parts[1]))
    return refuse_form (type, text, error);
  switch (type)
    {
    case KITH_THING_MEMBERSHIP:
      return add_membership (&self, parts[0], parts[1], error);
    case KITH_THING_ARRANGEMENT:
      return add_arrangement (&self, parts[0], parts[1], error);
    case KITH_THING_PERSON:
      return add_person (&self, parts[0], parts[1], error);
    default:
      return add_funding (&self, parts[0], parts[1], error);
    }
}

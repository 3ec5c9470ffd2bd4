/* kith-named-trust.c: trusts and federations that only the establishment file names
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-named-trust.h"
#include "kith-span.h"

#include <stdlib.h>
#include <string.h>

/* A name under its kind, with what bears it: a school's column or an arrangement. */
typedef struct
{
  char *key;
  KithKind kind;
  guint number;
} Named;

static int
compare_named (const void *a, const void *b)
{
  const Named *one = a, *other = b;
  int order = (one->kind > other->kind) - (one->kind < other->kind);

  if (order == 0)
    order = strcmp (one->key, other->key);
  return order != 0 ? order : (one->number > other->number) - (one->number < other->number);
}

static gboolean
is_same_name (const Named *a, const Named *b)
{
  return a->kind == b->kind && strcmp (a->key, b->key) == 0;
}

static void
clear_named (gpointer named)
{
  g_free (((Named *)named)->key);
}

/* The schools that a file of group links names, of whatever day. */
static gboolean *
find_linked_schools (KithLedger *ledger, const KithSchool *schools, gsize n_schools)
{
  gsize n;
  const KithMembership *memberships = kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n);
  gboolean *is_linked = g_new0 (gboolean, n_schools + 1);
  gint64 known = KITH_INT_NONE;
  gboolean known_is_links = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      const KithSchool *school;

      if (memberships[i].source_id != known)
        {
          known = memberships[i].source_id;
          known_is_links = kith_named_trust_is_linked (ledger, known);
        }
      if (!known_is_links)
        continue;
      school = kith_ledger_find (ledger, KITH_TABLE_SCHOOL, memberships[i].urn);
      if (school != NULL)
        is_linked[school - schools] = TRUE;
    }
  return is_linked;
}

/* GIAS's flag beside the name: "Supported by a multi-academy trust", "… a trust" … */
static KithKind
read_trust_kind (const char *flag)
{
  g_autofree char *key = kith_text_dup_key (flag);

  if (strstr (key, "secure single") != NULL)
    return KITH_KIND_SECURE_SINGLE_ACADEMY_TRUST;
  if (strstr (key, "single") != NULL)
    return KITH_KIND_SINGLE_ACADEMY_TRUST;
  if (strstr (key, "umbrella") != NULL)
    return KITH_KIND_UMBRELLA_TRUST;
  if (strcmp (key, "supported by a trust") == 0)
    return KITH_KIND_FOUNDATION_TRUST;
  return KITH_KIND_TRUST;
}

static void
add_named (
    GArray *members, GArray *names, const KithSchool *school, KithKind kind, const char *name)
{
  KithNamedTrust member = { school, kind, name, 0 };
  Named named = { kith_text_dup_key (name), kind, members->len };

  g_array_append_val (members, member);
  g_array_append_val (names, named);
}

/* Of several arrangements of one kind and name the one that lasts longest, then the first. */
static GArray *
list_arrangement_names (KithLedger *ledger)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Named));
  g_autofree KithSpan *spans = kith_span_list_arrangements (ledger);
  guint n_kept = 0;

  for (guint i = 0; i < n; i++)
    {
      KithKind kind = kith_kind_find (rows[i].kind);
      Named named = { NULL, kind, i };

      if (rows[i].parent_id != KITH_INT_NONE || kind > KITH_KIND_UMBRELLA_TRUST)
        continue;
      named.key = kith_text_dup_key (rows[i].name);
      g_array_append_val (names, named);
    }
  g_array_sort (names, compare_named);
  for (guint i = 0; i < names->len; i++)
    {
      Named *named = &g_array_index (names, Named, i);
      Named *kept = n_kept > 0 ? &g_array_index (names, Named, n_kept - 1) : NULL;

      if (kept == NULL || !is_same_name (kept, named))
        {
          g_array_index (names, Named, n_kept++) = *named;
          continue;
        }
      if (spans[named->number].until > spans[kept->number].until)
        kept->number = named->number;
      g_free (named->key);
    }
  g_array_set_size (names, n_kept);
  g_array_set_clear_func (names, clear_named);
  return names;
}

static const Named *
find_named (GArray *names, const Named *sought)
{
  guint low = 0, high = names->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const Named *named = &g_array_index (names, Named, middle);

      if (is_same_name (named, sought))
        return named;
      if (compare_named (named, sought) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* names: those of the members, in order; equal names follow each other */
static guint
number_arrangements (KithLedger *ledger, GArray *members, GArray *names)
{
  g_autoptr (GArray) known = list_arrangement_names (ledger);
  guint n_new = 0;
  gsize n_rows;

  kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n_rows);
  for (guint i = 0; i < names->len; i++)
    {
      const Named *named = &g_array_index (names, Named, i);
      const Named *arrangement = find_named (known, named);
      guint *number = &g_array_index (members, KithNamedTrust, named->number).arrangement;

      if (arrangement != NULL)
        *number = arrangement->number;
      else if (i > 0 && is_same_name (named, named - 1))
        *number = g_array_index (members, KithNamedTrust, (named - 1)->number).arrangement;
      else
        *number = (guint)n_rows + n_new++;
    }
  return n_new;
}

/**
 * kith_named_trust_list:
 * @ledger: what the register says
 * @n_named: (out): how many
 * @n_new: (out): how many arrangements they name that the register does not hold
 *
 * The establishment file's own trust and federation columns are memberships only for schools
 * that no row of a group-links file names (METHODS, section 1). The arrangement is the one of
 * that kind and name without a parent; of several the one that lasts longest. New ones are
 * numbered by kind and name.
 *
 * Returns: (transfer full) (array length=n_named): the memberships, by school
 */
KithNamedTrust *
kith_named_trust_list (KithLedger *ledger, guint *n_named, guint *n_new)
{
  gsize n;
  const KithSchool *schools = kith_ledger_get_rows (ledger, KITH_TABLE_SCHOOL, &n);
  g_autofree gboolean *is_linked = find_linked_schools (ledger, schools, n);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Named));
  GArray *members = g_array_new (FALSE, FALSE, sizeof (KithNamedTrust));

  g_array_set_clear_func (names, clear_named);
  for (gsize i = 0; i < n; i++)
    {
      const KithSchool *school = &schools[i];

      if (is_linked[i])
        continue;
      if (school->trusts != NULL)
        add_named (members, names, school, read_trust_kind (school->trust_flag), school->trusts);
      if (school->federations != NULL)
        add_named (members, names, school, KITH_KIND_FEDERATION, school->federations);
    }
  g_array_sort (names, compare_named);
  *n_new = members->len == 0 ? 0 : number_arrangements (ledger, members, names);
  *n_named = members->len;
  return (KithNamedTrust *)g_array_free (members, FALSE);
}

/**
 * kith_named_trust_is_linked:
 * @source_id: of a membership, or %KITH_INT_NONE
 *
 * Returns: whether a file of group links says so; then the establishment file's own columns say
 *   nothing of the school
 */
gboolean
kith_named_trust_is_linked (KithLedger *ledger, gint64 source_id)
{
  const KithSource *source = kith_ledger_find (ledger, KITH_TABLE_SOURCE, source_id);

  return source != NULL && (g_strcmp0 (source->kind, "group-links") == 0 ||
                            g_strcmp0 (source->kind, "academy-links") == 0);
}

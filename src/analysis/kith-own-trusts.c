/* kith-own-trusts.c: the trust or federation that a school was in on a day
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-kind.h"
#include "kith-named-trust.h"
#include "kith-own-trusts.h"
#include "kith-span.h"

#include <stdlib.h>
#include <string.h>

/* A school or an organisation, in a trust for a time. */
typedef struct
{
  gint64 member;
  guint trust; /* number of its row; after them, trusts that only establishments name */
  KithSpan span;
} Stay;

struct _KithOwnTrusts
{
  GArray *schools; /* of Stay, by member */
  GArray *organisations;
};

static int
compare_stays (const void *a, const void *b)
{
  const Stay *one = a, *other = b;

  if (one->member != other->member)
    return one->member < other->member ? -1 : 1;
  return (one->trust > other->trust) - (one->trust < other->trust);
}

static const Stay *
find_stays (GArray *stays, gint64 member, guint *n)
{
  guint low = 0, high = stays->len, end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (stays, Stay, middle).member < member)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < stays->len && g_array_index (stays, Stay, end).member == member; end++)
    ;
  *n = end - low;
  return &g_array_index (stays, Stay, low);
}

static void
add_stay (GArray *stays, gint64 member, guint trust, KithSpan span)
{
  Stay stay = { member, trust, span };

  if (member != KITH_INT_NONE && span.from < span.until)
    g_array_append_val (stays, stay);
}

static gboolean *
list_own_trusts (const KithArrangement *rows, gsize n_rows)
{
  gboolean *is_own = g_new0 (gboolean, n_rows + 1);

  for (gsize i = 0; i < n_rows; i++)
    {
      KithKind kind = kith_kind_find (rows[i].kind);

      is_own[i] = kind != KITH_N_KINDS && kith_kind_is_own_trust (kind);
    }
  return is_own;
}

static void
add_memberships (KithOwnTrusts *self,
                 KithLedger *ledger,
                 const KithArrangement *rows,
                 const gboolean *is_own,
                 const KithSpan *spans)
{
  gsize n;
  const KithMembership *memberships = kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n);

  for (gsize i = 0; i < n; i++)
    {
      const KithArrangement *in =
          kith_ledger_find (ledger, KITH_TABLE_ARRANGEMENT, memberships[i].arrangement_id);
      KithSpan span;

      if (in == NULL || !is_own[in - rows])
        continue;
      span = kith_span_of_membership (&memberships[i], spans[in - rows]);
      if (memberships[i].urn != KITH_INT_NONE)
        add_stay (self->schools, memberships[i].urn, (guint)(in - rows), span);
      else
        add_stay (self->organisations, memberships[i].organisation_id, (guint)(in - rows), span);
    }
}

/* An organisation is a trust when it has its name, or its number at Companies House. */
static void
add_namesakes (KithOwnTrusts *self,
               KithLedger *ledger,
               GHashTable *ids,
               guint trust,
               const char *name,
               KithSpan span)
{
  g_autofree char *key = kith_text_dup_key (name);
  const KithOrganisation *organisation = g_hash_table_lookup (ids, key);

  if (organisation != NULL)
    add_stay (self->organisations, organisation->id, trust, span);
}

static GHashTable *
list_organisations (KithLedger *ledger)
{
  gsize n;
  const KithOrganisation *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ORGANISATION, &n);
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < n; i++)
    {
      if (rows[i].name != NULL)
        g_hash_table_insert (found, kith_text_dup_key (rows[i].name), (gpointer)&rows[i]);
      if (rows[i].companies_house != NULL)
        g_hash_table_insert (found, kith_text_dup_key (rows[i].companies_house),
                             (gpointer)&rows[i]);
    }
  return found;
}

static void
add_named (KithOwnTrusts *self,
           KithLedger *ledger,
           gsize n_rows,
           const KithSpan *spans,
           GHashTable *organisations)
{
  guint n_named, n_new;
  g_autofree KithNamedTrust *named = kith_named_trust_list (ledger, &n_named, &n_new);

  for (guint i = 0; i < n_named; i++)
    {
      KithSpan always = { 0, KITH_SPAN_NO_END };
      guint trust = named[i].arrangement;

      if (!kith_kind_is_own_trust (named[i].kind))
        continue;
      add_stay (self->schools, named[i].school->urn, trust, trust < n_rows ? spans[trust] : always);
      if (trust >= n_rows && g_hash_table_size (organisations) > 0)
        add_namesakes (self, ledger, organisations, trust, named[i].name, always);
    }
}

static gboolean
has_stay (GArray *stays, gint64 member, guint trust, KithDate day)
{
  guint n;
  const Stay *found = find_stays (stays, member, &n);

  for (guint i = 0; i < n; i++)
    if (found[i].trust == trust && kith_span_holds (found[i].span, day))
      return TRUE;
  return FALSE;
}

static gboolean
shares_trust (const KithOwnTrusts *self, gint64 urn, GArray *others, gint64 other, KithDate day)
{
  guint n;
  const Stay *own = find_stays (self->schools, urn, &n);

  for (guint i = 0; i < n; i++)
    if (kith_span_holds (own[i].span, day) && has_stay (others, other, own[i].trust, day))
      return TRUE;
  return FALSE;
}

/**
 * kith_own_trusts_new:
 * @ledger: what the register says
 *
 * Returns: (transfer full): own trusts on every day
 */
KithOwnTrusts *
kith_own_trusts_new (KithLedger *ledger)
{
  KithOwnTrusts *self = g_new0 (KithOwnTrusts, 1);
  gsize n_rows;
  const KithArrangement *rows = kith_ledger_get_rows (ledger, KITH_TABLE_ARRANGEMENT, &n_rows);
  g_autofree gboolean *is_own = list_own_trusts (rows, n_rows);
  g_autofree KithSpan *spans = kith_span_list_arrangements (ledger);
  g_autoptr (GHashTable) organisations = list_organisations (ledger);

  self->schools = g_array_sized_new (FALSE, FALSE, sizeof (Stay), 16);
  self->organisations = g_array_sized_new (FALSE, FALSE, sizeof (Stay), 16);
  add_memberships (self, ledger, rows, is_own, spans);
  if (g_hash_table_size (organisations) > 0)
    for (guint i = 0; i < n_rows; i++)
      if (is_own[i])
        {
          add_namesakes (self, ledger, organisations, i, rows[i].name, spans[i]);
          if (rows[i].companies_house != NULL)
            add_namesakes (self, ledger, organisations, i, rows[i].companies_house, spans[i]);
        }
  add_named (self, ledger, n_rows, spans, organisations);
  g_array_sort (self->schools, compare_stays);
  g_array_sort (self->organisations, compare_stays);
  return self;
}

/**
 * kith_own_trusts_free:
 * @self: (transfer full) (nullable): own trusts
 */
void
kith_own_trusts_free (KithOwnTrusts *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->schools);
  g_array_unref (self->organisations);
  g_free (self);
}

/**
 * kith_own_trusts_has_any:
 * @urn: of a school
 * @day: a known day
 *
 * Returns: whether the school was in a trust or federation on that day
 */
gboolean
kith_own_trusts_has_any (const KithOwnTrusts *self, gint64 urn, KithDate day)
{
  guint n;
  const Stay *own = find_stays (self->schools, urn, &n);

  for (guint i = 0; i < n; i++)
    if (kith_span_holds (own[i].span, day))
      return TRUE;
  return FALSE;
}

/**
 * kith_own_trusts_has_school:
 * @urn: of a school
 * @other_urn: of another
 * @day: a known day
 *
 * Returns: whether the other was in the school's own trust on that day
 */
gboolean
kith_own_trusts_has_school (const KithOwnTrusts *self, gint64 urn, gint64 other_urn, KithDate day)
{
  return shares_trust (self, urn, self->schools, other_urn, day);
}

/**
 * kith_own_trusts_has_organisation:
 * @urn: of a school
 * @organisation_id: of an organisation
 * @day: a known day
 *
 * Returns: whether the organisation was, or was in, the school's own trust on that day
 */
gboolean
kith_own_trusts_has_organisation (const KithOwnTrusts *self,
                                  gint64 urn,
                                  gint64 organisation_id,
                                  KithDate day)
{
  return shares_trust (self, urn, self->organisations, organisation_id, day);
}

/* kith-network-members.c: arrangements and memberships that are active at a date
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-named-trust.h"
#include "kith-network-private.h"
#include "kith-span.h"

#include <stdlib.h>

/* METHODS has no word for it: an officer's own. */
static KithKind
read_kind (const KithArrangement *arrangement)
{
  KithKind kind = kith_kind_find (arrangement->kind);

  return kind == KITH_N_KINDS ? KITH_KIND_OTHER : kind;
}

/* numbers: of each row of the table, its index or KITH_INDEX_NONE */
static void
add_recorded_arrangements (KithNetwork *self, const KithSpan *spans, guint *numbers)
{
  gsize n;
  const KithArrangement *rows = kith_ledger_get_rows (self->ledger, KITH_TABLE_ARRANGEMENT, &n);

  for (gsize i = 0; i < n; i++)
    {
      numbers[i] = KITH_INDEX_NONE;
      if (!kith_span_holds (spans[i], self->as_at))
        continue;
      numbers[i] = self->n_arrangements;
      self->arrangements[self->n_arrangements++] = (KithNetworkArrangement){
        .record = &rows[i],
        .kind = read_kind (&rows[i]),
        .name = rows[i].name,
        .parent = KITH_INDEX_NONE,
      };
    }
  self->n_recorded = self->n_arrangements;
  for (guint g = 0; g < self->n_recorded; g++)
    {
      const KithArrangement *parent = kith_ledger_find (self->ledger, KITH_TABLE_ARRANGEMENT,
                                                        self->arrangements[g].record->parent_id);

      if (parent != NULL)
        self->arrangements[g].parent = numbers[parent - rows];
    }
}

static void
add_named_arrangements (KithNetwork *self,
                        const KithNamedTrust *named,
                        guint n_named,
                        guint n_rows,
                        guint n_new,
                        guint *numbers)
{
  for (guint i = 0; i < n_new; i++)
    numbers[n_rows + i] = self->n_arrangements++;
  for (guint i = 0; i < n_named; i++)
    if (named[i].arrangement >= n_rows)
      {
        KithNetworkArrangement *arrangement = &self->arrangements[numbers[named[i].arrangement]];

        if (arrangement->name == NULL)
          *arrangement = (KithNetworkArrangement){
            .kind = named[i].kind,
            .name = named[i].name,
            .parent = KITH_INDEX_NONE,
          };
      }
}

/* Says who the member is; FALSE where it is a school that is not open, or nobody. */
static gboolean
identify_member (KithNetwork *self, KithNetworkMember *member)
{
  const KithSchool *school;

  if (member->urn == KITH_INT_NONE)
    return member->organisation_id != KITH_INT_NONE;
  member->organisation_id = KITH_INT_NONE;
  member->school = kith_network_find_school (self, member->urn);
  if (member->school != KITH_INDEX_NONE)
    return TRUE;
  school = kith_ledger_find (self->ledger, KITH_TABLE_SCHOOL, member->urn);
  member->is_outside = school == NULL;
  return school == NULL || kith_network_is_open (school, self->as_at);
}

static void
add_recorded_members (KithNetwork *self, const KithSpan *spans, const guint *numbers)
{
  gsize n, n_rows;
  const KithMembership *memberships =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_MEMBERSHIP, &n);
  const KithArrangement *rows =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_ARRANGEMENT, &n_rows);

  for (gsize i = 0; i < n; i++)
    {
      const KithMembership *record = &memberships[i];
      const KithArrangement *arrangement =
          kith_ledger_find (self->ledger, KITH_TABLE_ARRANGEMENT, record->arrangement_id);
      KithNetworkMember member = {
        .record = record,
        .school = KITH_INDEX_NONE,
        .urn = record->urn,
        .organisation_id = record->organisation_id,
        .role = record->role,
      };

      if (arrangement == NULL || numbers[arrangement - rows] == KITH_INDEX_NONE ||
          !kith_span_holds (kith_span_of_membership (record, spans[arrangement - rows]),
                            self->as_at))
        continue;
      member.arrangement = numbers[arrangement - rows];
      if (identify_member (self, &member))
        self->members[self->n_members++] = member;
    }
}

static void
add_named_members (KithNetwork *self,
                   const KithNamedTrust *named,
                   guint n_named,
                   const guint *numbers)
{
  for (guint i = 0; i < n_named; i++)
    {
      KithNetworkMember member = {
        .arrangement = numbers[named[i].arrangement],
        .school = KITH_INDEX_NONE,
        .urn = named[i].school->urn,
        .organisation_id = KITH_INT_NONE,
      };

      if (member.arrangement != KITH_INDEX_NONE && identify_member (self, &member))
        self->members[self->n_members++] = member;
    }
}

static int
compare_keys (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* Within an arrangement, by member; of one member first the spell that it joined last. */
static int
compare_members (const void *a, const void *b)
{
  const KithNetworkMember *one = a, *other = b;
  int order = compare_keys (one->school, other->school);

  if (order == 0)
    order = compare_keys (one->urn, other->urn);
  if (order == 0)
    order = compare_keys (one->organisation_id, other->organisation_id);
  if (order == 0)
    order = (other->record != NULL) - (one->record != NULL);
  if (order == 0 && one->record != NULL)
    order = compare_keys (other->record->joined, one->record->joined);
  if (order == 0 && one->record != NULL)
    order = compare_keys (one->record->id, other->record->id);
  return order;
}

static gboolean
is_same_member (const KithNetworkMember *a, const KithNetworkMember *b)
{
  return a->arrangement == b->arrangement && a->urn == b->urn &&
         a->organisation_id == b->organisation_id;
}

/* Puts the members of each arrangement together, and those of one in order. */
static void
sort_members (KithNetwork *self)
{
  g_autofree guint *first = g_new0 (guint, self->n_arrangements + 2);
  KithNetworkMember *sorted = g_new (KithNetworkMember, self->n_members + 1);

  for (guint m = 0; m < self->n_members; m++)
    first[self->members[m].arrangement + 2]++;
  for (guint g = 2; g < self->n_arrangements + 2; g++)
    first[g] += first[g - 1];
  for (guint m = 0; m < self->n_members; m++)
    sorted[first[self->members[m].arrangement + 1]++] = self->members[m];
  for (guint g = 0; g < self->n_arrangements; g++)
    qsort (&sorted[first[g]], first[g + 1] - first[g], sizeof *sorted, compare_members);
  g_free (self->members);
  self->members = sorted;
}

/* The same twice is one. */
static void
order_members (KithNetwork *self)
{
  guint n_kept = 0;

  sort_members (self);
  for (guint m = 0; m < self->n_members; m++)
    if (n_kept == 0 || !is_same_member (&self->members[n_kept - 1], &self->members[m]))
      self->members[n_kept++] = self->members[m];
  self->n_members = n_kept;
}

static void
measure_arrangements (KithNetwork *self)
{
  guint m = 0;

  for (guint g = 0; g < self->n_arrangements; g++)
    {
      KithNetworkArrangement *arrangement = &self->arrangements[g];

      arrangement->members = &self->members[m];
      for (; m < self->n_members && self->members[m].arrangement == g; m++)
        {
          arrangement->n_members++;
          arrangement->n_schools += self->members[m].school != KITH_INDEX_NONE;
        }
      arrangement->is_assembly = !kith_kind_is_standing (arrangement->kind) &&
                                 arrangement->n_schools > self->settings->assembly_schools;
      arrangement->ties = kith_kind_is_link (arrangement->kind) && !arrangement->is_assembly &&
                          arrangement->n_schools >= 2;
    }
}

static void
list_by_school (KithNetwork *self)
{
  g_autofree guint *fill = NULL;

  self->membership_first = g_new0 (guint, self->n_schools + 1);
  self->memberships = g_new (guint, self->n_members + 1);
  for (guint m = 0; m < self->n_members; m++)
    if (self->members[m].school != KITH_INDEX_NONE)
      self->membership_first[self->members[m].school + 1]++;
  for (guint i = 0; i < self->n_schools; i++)
    self->membership_first[i + 1] += self->membership_first[i];
  fill = g_memdup2 (self->membership_first, (self->n_schools + 1) * sizeof *fill);
  for (guint m = 0; m < self->n_members; m++)
    if (self->members[m].school != KITH_INDEX_NONE)
      self->memberships[fill[self->members[m].school]++] = m;
}

/* Trust before federation; of two the one with the lower index. */
static void
find_own_trusts (KithNetwork *self)
{
  for (guint m = 0; m < self->n_members; m++)
    {
      guint g = self->members[m].arrangement;
      guint *trust;

      if (self->members[m].school == KITH_INDEX_NONE ||
          !kith_kind_is_own_trust (self->arrangements[g].kind))
        continue;
      trust = &self->schools[self->members[m].school].trust;
      if (*trust == KITH_INDEX_NONE || self->arrangements[g].kind < self->arrangements[*trust].kind)
        *trust = g;
    }
}

/**
 * kith_network_find_memberships:
 * @self: a network in the making, with its schools
 *
 * Finds what is active at the date: a membership is when it, its arrangement, every parent of
 * that and its member are (METHODS, section 1).
 */
void
kith_network_find_memberships (KithNetwork *self)
{
  g_autofree KithSpan *spans = kith_span_list_arrangements (self->ledger);
  g_autofree guint *numbers = NULL;
  g_autofree KithNamedTrust *named = NULL;
  guint n_named, n_new;
  gsize n_rows, n_memberships;

  kith_ledger_get_rows (self->ledger, KITH_TABLE_ARRANGEMENT, &n_rows);
  kith_ledger_get_rows (self->ledger, KITH_TABLE_MEMBERSHIP, &n_memberships);
  named = kith_named_trust_list (self->ledger, &n_named, &n_new);
  numbers = g_new (guint, n_rows + n_new + 1);
  self->arrangements = g_new0 (KithNetworkArrangement, n_rows + n_new + 1);
  self->members = g_new (KithNetworkMember, n_memberships + n_named + 1);

  add_recorded_arrangements (self, spans, numbers);
  add_named_arrangements (self, named, n_named, (guint)n_rows, n_new, numbers);
  add_recorded_members (self, spans, numbers);
  add_named_members (self, named, n_named, numbers);
  order_members (self);
  measure_arrangements (self);
  list_by_school (self);
  find_own_trusts (self);
}

/* kith-diff-decisions.c: what of officers' own records a change leaves open
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-diff-private.h"
#include "kith-officers.h"

#include <glib/gi18n.h>

/* An officer's own arrangement that goes on; a published group is not theirs to change. */
static gboolean
goes_on (const KithComparing *self, const KithArrangement *arrangement)
{
  const KithRecord *after = self->records[KITH_AFTER];

  return arrangement != NULL && kith_officers_own (after->ledger, arrangement->source_id) &&
         kith_network_find_arrangement (after->network, arrangement->id) != KITH_INDEX_NONE;
}

static void
add_name (GPtrArray *names, const char *name)
{
  for (guint n = 0; n < names->len; n++)
    if (g_strcmp0 (g_ptr_array_index (names, n), name) == 0)
      return;
  g_ptr_array_add (names, (gpointer)name);
}

static char *
dup_list (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);
  return kith_text_dup_list ((const char *const *)names->pdata);
}

static gboolean
is_leading (const char *role)
{
  return role != NULL &&
         (g_ascii_strcasecmp (role, "lead") == 0 || g_ascii_strcasecmp (role, "hub") == 0);
}

static gboolean
is_member_now (const KithComparing *self, gint64 urn, gint64 arrangement_id)
{
  const KithRecord *after = self->records[KITH_AFTER];

  return urn != KITH_INT_NONE &&
         kith_comparing_find_member (
             self, KITH_AFTER, kith_network_find_school (after->network, urn),
             kith_network_find_arrangement (after->network, arrangement_id)) != NULL;
}

/* Whether somebody else is recorded to lead it by now. */
static gboolean
has_other_lead (const KithComparing *self, const KithArrangement *arrangement, gint64 gone)
{
  const KithRecord *after = self->records[KITH_AFTER];
  guint g = kith_network_find_arrangement (after->network, arrangement->id);
  const KithNetworkArrangement *in = &after->arrangements[g];

  if (arrangement->lead_urn != KITH_INT_NONE && arrangement->lead_urn != gone)
    return TRUE;
  for (guint m = 0; m < in->n_members; m++)
    if (in->members[m].urn != gone && is_leading (in->members[m].role))
      return TRUE;
  return FALSE;
}

/* The arrangements that the school leads, and those that it was in and its heir is not. */
static void
list_arrangements (
    const KithComparing *self, gint64 gone, gint64 heir, GPtrArray *led, GPtrArray *left)
{
  const KithRecord *after = self->records[KITH_AFTER];
  const KithArrangement *arrangements =
      kith_ledger_get_rows (after->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  const KithMembership *memberships =
      kith_ledger_get_rows (after->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  guint n;
  const guint *found = kith_row_index_find (self->leads, gone, &n);

  for (guint a = 0; a < n; a++)
    if (goes_on (self, &arrangements[found[a]]))
      add_name (led, kith_record_name_row (after, &arrangements[found[a]]));
  found = kith_row_index_find (after->memberships, gone, &n);
  for (guint m = 0; m < n; m++)
    {
      const KithMembership *row = &memberships[found[m]];
      const KithArrangement *in =
          kith_ledger_find (after->ledger, KITH_TABLE_ARRANGEMENT, row->arrangement_id);

      if (row->joined > after->as_at ||
          (row->left_date != KITH_DATE_UNKNOWN && row->left_date <= after->as_at) ||
          !goes_on (self, in))
        continue;
      if (is_leading (row->role) && !has_other_lead (self, in, gone))
        add_name (led, kith_record_name_row (after, in));
      else if (!is_member_now (self, heir, in->id))
        add_name (left, kith_record_name_row (after, in));
    }
}

static guint
count_open_actions (const KithComparing *self, gint64 gone)
{
  const KithRecord *after = self->records[KITH_AFTER];
  const KithAction *actions =
      kith_ledger_get_rows (after->ledger, KITH_TABLE_ACTION, &(gsize){ 0 });
  guint n, n_open = 0;
  const guint *found = kith_row_index_find (self->actions, gone, &n);

  for (guint a = 0; a < n; a++)
    n_open += actions[found[a]].done == KITH_DATE_UNKNOWN || actions[found[a]].done > after->as_at;
  return n_open;
}

static guint
count_posts (const KithComparing *self, gint64 gone)
{
  const KithRecord *after = self->records[KITH_AFTER];
  const KithPost *posts = kith_ledger_get_rows (after->ledger, KITH_TABLE_POST, &(gsize){ 0 });
  guint n, n_held = 0;
  const guint *found = kith_row_index_find (self->posts, gone, &n);

  for (guint p = 0; p < n; p++)
    n_held +=
        posts[found[p]].from_date <= after->as_at &&
        (posts[found[p]].to_date == KITH_DATE_UNKNOWN || posts[found[p]].to_date > after->as_at);
  return n_held;
}

static void
say_arrangements (
    KithComparing *self, const char *name, gint64 heir, GPtrArray *led, GPtrArray *left)
{
  if (led->len > 0)
    {
      guint n = led->len;
      g_autofree char *list = dup_list (led);

      kith_wording_add (self->wording,
                        g_dngettext (GETTEXT_PACKAGE,
                                     "%s leads %s, which goes on: who leads it now?",
                                     "%s leads %s, which go on: who leads them now?", n),
                        name, list);
    }
  if (left->len > 0)
    {
      guint n = left->len;
      g_autofree char *list = dup_list (left);

      if (heir != KITH_INT_NONE)
        kith_wording_add (self->wording, _ ("It is still recorded in %s: does %s take its place?"),
                          list, kith_comparing_get_name (self, heir));
      else
        kith_wording_add (self->wording,
                          g_dngettext (GETTEXT_PACKAGE,
                                       "It is still recorded in %s: end that membership.",
                                       "It is still recorded in %s: end these memberships.", n),
                          list);
    }
}

/**
 * kith_comparing_decide:
 * @gone: URN of a school that is open no longer
 * @heir: of the school that it went on as, or %KITH_INT_NONE
 *
 * Looks for officers' own records that still speak of a school which is gone: what it leads, what
 * it is a member of, actions that are open and posts that are held. What somebody has put right
 * since is not asked about.
 *
 * Returns: (transfer none) (nullable): what needs a decision, in sentences
 */
const char *
kith_comparing_decide (KithComparing *self, gint64 gone, gint64 heir)
{
  g_autoptr (GPtrArray) led = g_ptr_array_new ();
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  guint n_actions = count_open_actions (self, gone), n_posts = count_posts (self, gone);
  gboolean is_any;

  list_arrangements (self, gone, heir, led, left);
  is_any = led->len + left->len + n_actions + n_posts > 0;
  if (!is_any)
    return NULL;
  say_arrangements (self, kith_comparing_get_name (self, gone), heir, led, left);
  if (n_actions > 0)
    kith_wording_add (self->wording,
                      g_dngettext (GETTEXT_PACKAGE, "%u action about it is still open.",
                                   "%u actions about it are still open.", n_actions),
                      n_actions);
  if (n_posts > 0)
    kith_wording_add (self->wording,
                      g_dngettext (GETTEXT_PACKAGE, "%u post there has no end on record.",
                                   "%u posts there have no end on record.", n_posts),
                      n_posts);
  return kith_wording_keep (self->wording);
}

/**
 * kith_comparing_decide_move:
 * @school: index after, of a school that moved trust
 *
 * A pairing is between schools that are not of one trust (METHODS, section 8).
 *
 * Returns: (transfer none) (nullable): what needs a decision, in sentences
 */
const char *
kith_comparing_decide_move (KithComparing *self, guint school)
{
  const KithRecord *after = self->records[KITH_AFTER];
  guint trust = after->schools[school].trust, n;
  const guint *memberships = kith_network_get_memberships (after->network, school, &n);
  gboolean is_any = FALSE;

  for (guint m = 0; m < n && trust != KITH_INDEX_NONE; m++)
    {
      const KithNetworkArrangement *in =
          &after->arrangements[kith_network_get_member (after->network, memberships[m])
                                   ->arrangement];

      for (guint o = 0; in->kind == KITH_KIND_PAIRING && o < in->n_members; o++)
        {
          guint other = in->members[o].school;

          if (other == KITH_INDEX_NONE || other == school || after->schools[other].trust != trust)
            continue;
          kith_wording_add (self->wording,
                            _ ("Its partner in %s, %s, is in the same trust now: does the pairing "
                               "go on?"),
                            in->name != NULL ? in->name : _ ("a pairing"),
                            kith_record_get_name (after, other));
          is_any = TRUE;
        }
    }
  return is_any ? kith_wording_keep (self->wording) : NULL;
}

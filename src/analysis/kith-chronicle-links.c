/* kith-chronicle-links.c: memberships that began, faded and ended, as a story has them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-chronicle-private.h"
#include "kith-past.h"
#include "kith-trust-moves.h"
#include "kith-turning-days.h"

#include <glib/gi18n.h>

/* One membership of the school, or of one that it was before. */
typedef struct
{
  const KithMembership *row;
  const KithArrangement *in;
  const char *name;
  KithKind kind;
  KithSpan of_arrangement;
  KithSpan span;
} Stay;

/* A sponsor often has the name of its trust. */
static const char *
name_stay (KithTelling *self, const KithArrangement *in, KithKind kind)
{
  const char *name = kith_record_name_row (self->record, in);

  if (kith_kind_is_link (kind))
    return name;
  kith_wording_join (self->wording, "%s (%s)", name, _ (kith_kind_get_info (kind)->words));
  return kith_wording_keep (self->wording);
}

static void
begin_sentence (KithTelling *self, gint64 urn)
{
  if (urn != self->urn)
    kith_wording_add (self->wording, _ ("As URN %" G_GINT64_FORMAT ":"), urn);
}

static gboolean
is_plain_role (const char *role)
{
  return kith_text_is_blank (role) || g_ascii_strcasecmp (role, "member") == 0;
}

static void
add_joining (KithTelling *self, const Stay *stay)
{
  begin_sentence (self, stay->row->urn);
  if (stay->span.from == KITH_DATE_UNKNOWN)
    kith_wording_add (self->wording, _ ("In %s, since a day that is not recorded."), stay->name);
  else if (stay->span.from != stay->row->joined)
    {
      kith_wording_add (self->wording, _ ("%s, which it was in, began."), stay->name);
      kith_telling_add (self, KITH_EVENT_BEGAN, stay->span.from, stay->in);
      return;
    }
  else if (is_plain_role (stay->row->role))
    kith_wording_add (self->wording, _ ("Joined %s."), stay->name);
  else
    kith_wording_add (self->wording, _ ("Joined %s as %s."), stay->name, stay->row->role);
  kith_telling_add (self, KITH_EVENT_JOINED, stay->span.from, stay->in);
}

static void
add_leaving (KithTelling *self, const Stay *stay)
{
  char day[KITH_DATE_TEXT_SIZE + 8], after[KITH_DATE_TEXT_SIZE + 8];

  if (stay->span.until > self->record->as_at)
    return;
  begin_sentence (self, stay->row->urn);
  if (stay->span.until != stay->row->left_date)
    {
      kith_wording_add (self->wording, _ ("%s, which it was in, ended."), stay->name);
      kith_telling_add (self, KITH_EVENT_ENDED, stay->span.until, stay->in);
      return;
    }
  if (stay->row->left_after != KITH_DATE_UNKNOWN)
    kith_wording_add (self->wording, _ ("Left %s, between %s and %s."), stay->name,
                      kith_date_format (stay->row->left_after, KITH_DATE_LONG, after),
                      kith_date_format (stay->span.until, KITH_DATE_LONG, day));
  else
    kith_wording_add (self->wording, _ ("Left %s."), stay->name);
  kith_telling_add (self, KITH_EVENT_LEFT, stay->span.until, stay->in);
  g_array_index (self->events, KithEvent, self->events->len - 1).after = stay->row->left_after;
}

/* Whether the story of the trusts tells of this leaving: it went to another meanwhile. */
static gboolean
is_left_by_change (const KithTrustMoves *moves, const Stay *stay)
{
  for (guint s = 0; s < moves->steps->len; s++)
    {
      const KithTrustStep *step = &g_array_index (moves->steps, KithTrustStep, s);

      if (step->from == stay->in && stay->span.until == stay->row->left_date &&
          step->day <= stay->row->left_date &&
          (step->day == stay->row->left_date ||
           (stay->row->left_after != KITH_DATE_UNKNOWN && step->day >= stay->row->left_after)))
        return TRUE;
    }
  return FALSE;
}

/* Whether the story of the trusts tells of this joining. */
static gboolean
is_change (const KithTrustMoves *moves, const Stay *stay)
{
  for (guint s = 0; s < moves->steps->len; s++)
    {
      const KithTrustStep *step = &g_array_index (moves->steps, KithTrustStep, s);

      if (step->from != NULL && step->trust == stay->in && step->day == stay->row->joined)
        return TRUE;
    }
  return FALSE;
}

static void
add_stay (KithTelling *self, const KithTrustMoves *moves, const Stay *stay)
{
  if (stay->span.from > self->record->as_at)
    return;
  if (stay->span.from >= stay->span.until)
    {
      if (stay->of_arrangement.until != 0)
        return; /* it never was */
      begin_sentence (self, stay->row->urn);
      kith_wording_add (self->wording, _ ("%s has closed, on a day that is not recorded."),
                        stay->name);
      kith_telling_add (self, KITH_EVENT_ENDED, KITH_DATE_UNKNOWN, stay->in);
      return;
    }
  if (!is_change (moves, stay))
    add_joining (self, stay);
  if (!is_left_by_change (moves, stay))
    add_leaving (self, stay);
}

static gboolean
read_stay (KithTelling *self, const KithMembership *row, Stay *stay)
{
  const KithRecord *record = self->record;
  const KithArrangement *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  const KithArrangement *in =
      kith_ledger_find (record->ledger, KITH_TABLE_ARRANGEMENT, row->arrangement_id);

  if (in == NULL)
    return FALSE;
  *stay = (Stay){ row, in, name_stay (self, in, record->kinds[in - rows]), record->kinds[in - rows],
                  record->spans[in - rows] };
  stay->span = kith_span_of_membership (row, stay->of_arrangement);
  return TRUE;
}

static void
add_moves (KithTelling *self, const KithTrustMoves *moves)
{
  for (guint s = 0; s < moves->steps->len; s++)
    {
      const KithTrustStep *step = &g_array_index (moves->steps, KithTrustStep, s);
      const char *to = kith_record_name_row (self->record, step->trust), *from;

      if (step->from == NULL)
        continue;
      from = kith_record_name_row (self->record, step->from);
      begin_sentence (self, step->urn);
      if (step->is_merger)
        kith_wording_add (self->wording, _ ("%s went to %s with all its schools."), from, to);
      else
        kith_wording_add (self->wording, _ ("Changed trust, from %s to %s."), from, to);
      kith_telling_add (self, KITH_EVENT_TRUST_CHANGED, step->day, step->trust);
    }
}

/* Those that only the establishment file names have no days. */
static void
add_named (KithTelling *self)
{
  guint n;
  const guint *memberships;

  if (self->school == KITH_INDEX_NONE)
    return;
  memberships = kith_network_get_memberships (self->record->network, self->school, &n);
  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *member =
          kith_network_get_member (self->record->network, memberships[m]);

      if (member->record != NULL)
        continue;
      kith_wording_add (self->wording, _ ("In %s, since a day that is not recorded."),
                        kith_record_get_arrangement_name (self->record, member->arrangement));
      kith_telling_add (self, KITH_EVENT_JOINED, KITH_DATE_UNKNOWN,
                        self->record->arrangements[member->arrangement].record);
    }
}

/* Whether the school is in the arrangement on that day, by whichever spell, and faded. */
static gboolean
is_faded (const KithTelling *self, const Stay *stay, KithDate first, KithDate day)
{
  const KithMembership *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  const KithMembership *latest = NULL;
  g_autoptr (GArray) signs = NULL;
  KithDate last = KITH_DATE_UNKNOWN;
  guint n;
  const guint *found = kith_row_index_find (self->record->memberships, self->urn, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithMembership *row = &rows[found[m]];

      if (row->arrangement_id == stay->in->id &&
          kith_span_holds (kith_span_of_membership (row, stay->of_arrangement), day) &&
          (latest == NULL || row->joined > latest->joined))
        latest = row;
    }
  if (latest == NULL || first > day)
    return FALSE;
  signs = kith_turning_days_list_signs (self->record, latest, stay->in);
  for (guint s = 0; s < signs->len && g_array_index (signs, KithDate, s) <= day; s++)
    last = g_array_index (signs, KithDate, s);
  return last != KITH_DATE_UNKNOWN &&
         kith_past_find_fade (self->record->settings, stay->kind, last) <= day;
}

static void
say_fade (KithTelling *self, const Stay *stay, KithDate sign, KithDate fade)
{
  char text[KITH_DATE_TEXT_SIZE + 8];

  kith_wording_add (self->wording, _ ("Its link to %s faded: nothing on record since %s."),
                    stay->name, kith_date_format (sign, KITH_DATE_LONG, text));
  kith_telling_add (self, KITH_EVENT_FADED, fade, stay->in);
}

static void
add_fades_of (KithTelling *self, const Stay *stay)
{
  const KithArrangement *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  KithDate first = self->record->first_contact[stay->in - rows];
  g_autoptr (GArray) signs = NULL;

  if (first == KITH_DATE_UNKNOWN) /* nobody counts a member as faded yet */
    return;
  signs = kith_turning_days_list_signs (self->record, stay->row, stay->in);
  for (guint s = 0; s < signs->len; s++)
    {
      KithDate sign = g_array_index (signs, KithDate, s);
      KithDate fade = kith_past_find_fade (self->record->settings, stay->kind, sign);

      fade = MAX (MAX (fade, first), stay->span.from);
      if (fade <= self->record->as_at && is_faded (self, stay, first, fade) &&
          !is_faded (self, stay, first, fade - 1))
        say_fade (self, stay, sign, fade);
      if (is_faded (self, stay, first, sign) || !is_faded (self, stay, first, sign - 1))
        continue;
      kith_wording_add (self->wording, _ ("Its link to %s is live again."), stay->name);
      kith_telling_add (self, KITH_EVENT_REVIVED, sign, stay->in);
    }
}

/**
 * kith_telling_add_memberships:
 *
 * Tells of joining, leaving, changes of trust, and arrangements that began or ended meanwhile:
 * the school's own and those of its single predecessors.
 */
void
kith_telling_add_memberships (KithTelling *self)
{
  const KithMembership *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  g_autoptr (KithTrustMoves) moves = kith_trust_moves_new (self->record, self->urn);

  for (guint u = 0; u < self->urns->len; u++)
    {
      guint n;
      const guint *found = kith_row_index_find (self->record->memberships,
                                                g_array_index (self->urns, gint64, u), &n);

      for (guint m = 0; m < n; m++)
        {
          Stay stay;

          if (read_stay (self, &rows[found[m]], &stay))
            add_stay (self, moves, &stay);
        }
    }
  add_moves (self, moves);
  add_named (self);
}

static gboolean
is_fading (const Stay *stay)
{
  return kith_kind_is_link (stay->kind) && !kith_kind_is_standing (stay->kind) &&
         stay->span.from < stay->span.until;
}

/**
 * kith_telling_add_fades:
 *
 * Tells of the school's links that faded and came to life again.
 */
void
kith_telling_add_fades (KithTelling *self)
{
  const KithMembership *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  guint n;
  const guint *found = kith_row_index_find (self->record->memberships, self->urn, &n);

  for (guint m = 0; m < n; m++)
    {
      Stay stay;

      if (read_stay (self, &rows[found[m]], &stay) && is_fading (&stay))
        add_fades_of (self, &stay);
    }
}

/* kith-turning-days.c: the days on which a school's record could change an answer
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-past.h"
#include "kith-turning-days.h"

#include <stdlib.h>

typedef struct
{
  const KithRecord *record;
  gint64 urn;
  GArray *urns; /* its own, then its single predecessor's and so on */
  KithDate after;
  GArray *days;
} Listing;

static int
compare_days (const void *a, const void *b)
{
  KithDate one = *(const KithDate *)a, other = *(const KithDate *)b;

  return (one > other) - (one < other);
}

static void
add (Listing *self, KithDate day)
{
  if (day > self->after && day <= self->record->as_at)
    g_array_append_val (self->days, day);
}

/* A day, and the one on which it is no longer among the last months. */
static void
add_window (Listing *self, KithDate day, guint months)
{
  add (self, day);
  if (day != KITH_DATE_UNKNOWN && day <= self->record->as_at)
    add (self, kith_date_outlast (day, (int)months));
}

/* A day, and the one from which it is near. */
static void
add_near (Listing *self, KithDate day)
{
  add (self, day);
  if (day > self->record->settings->thread_days)
    add (self, day - self->record->settings->thread_days);
}

/* What an officer recorded counts for some months. */
static void
add_recorded (Listing *self, KithDate day)
{
  add_window (self, day, self->record->settings->radar_record_months);
}

static gboolean
is_own (const Listing *self, gint64 urn)
{
  for (guint u = 0; u < self->urns->len; u++)
    if (g_array_index (self->urns, gint64, u) == urn)
      return TRUE;
  return FALSE;
}

static void
add_school (Listing *self, gint64 urn)
{
  const KithSchool *school = kith_ledger_find (self->record->ledger, KITH_TABLE_SCHOOL, urn);

  if (school == NULL)
    return;
  add (self, school->opened);
  add (self, school->closed);
  add (self, school->ofsted_last);
}

/* Where a member fades, and where it is heard of again. */
static void
add_fades (Listing *self, const KithMembership *member, const KithArrangement *in, KithKind kind)
{
  g_autoptr (GArray) signs = NULL;

  if (kith_kind_is_standing (kind))
    return;
  signs = kith_turning_days_list_signs (self->record, member, in);
  for (guint s = 0; s < signs->len; s++)
    {
      KithDate fade =
          kith_past_find_fade (self->record->settings, kind, g_array_index (signs, KithDate, s));
      gboolean is_last = s + 1 == signs->len;

      if (!is_last && g_array_index (signs, KithDate, s + 1) <= fade)
        continue;
      add (self, fade);
      if (!is_last)
        add (self, g_array_index (signs, KithDate, s + 1));
    }
}

static void
add_holder (Listing *self, gint64 person)
{
  gsize n;
  const KithPost *posts = kith_ledger_get_rows (self->record->ledger, KITH_TABLE_POST, &n);

  for (gsize p = 0; p < n && person != KITH_INT_NONE; p++)
    if (posts[p].person_id == person)
      {
        add (self, posts[p].from_date);
        add (self, posts[p].to_date);
      }
}

/* An arrangement that it was ever in: all that happens to its members may matter. */
static void
add_arrangement (Listing *self, const KithArrangement *in)
{
  const KithRecord *record = self->record;
  const KithMembership *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  const KithArrangement *arrangements =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  guint number = (guint)(in - arrangements), n;
  const guint *found = kith_row_index_find (record->members, in->id, &n);
  KithDate memorandum;

  add (self, record->spans[number].from);
  add_near (self, record->spans[number].until);
  add_near (self, in->funding_ends);
  add (self, record->first_contact[number]);
  if (in->memorandum != NULL && kith_date_parse (in->memorandum, -1, &memorandum))
    add (self, memorandum + 1);
  add_holder (self, in->lead_person_id);
  add_holder (self, in->coordinator_id);
  add_holder (self, in->deputy_id);
  for (guint m = 0; m < n; m++)
    {
      const KithMembership *member = &rows[found[m]];

      add (self, member->joined);
      add (self, member->left_date);
      add_school (self, member->urn);
      add_fades (self, member, in, record->kinds[number]);
    }
}

static void
add_memberships (Listing *self)
{
  const KithRecord *record = self->record;
  const KithSettings *settings = record->settings;
  const KithMembership *rows =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  const KithArrangement *arrangements =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint u = 0; u < self->urns->len; u++)
    {
      guint n;
      const guint *found =
          kith_row_index_find (record->memberships, g_array_index (self->urns, gint64, u), &n);

      for (guint m = 0; m < n; m++)
        {
          const KithMembership *row = &rows[found[m]];
          const KithArrangement *in =
              kith_ledger_find (record->ledger, KITH_TABLE_ARRANGEMENT, row->arrangement_id);
          KithSpan span;

          if (in == NULL)
            continue;
          span = kith_span_of_membership (row, record->spans[in - arrangements]);
          add_window (self, row->joined, settings->shunted_months);
          add_recorded (self, row->joined);
          add_recorded (self, row->left_date);
          add_window (self, span.until, settings->orphaned_months);
          if (u == 0 && g_hash_table_add (seen, (gpointer)in))
            add_arrangement (self, in);
        }
    }
}

/* Where silence passes a bound of finding 7. */
static void
add_silences (Listing *self)
{
  const KithSettings *settings = self->record->settings;
  guint school = kith_network_find_school (self->record->network, self->urn), n;
  const KithDate *days;

  if (school == KITH_INDEX_NONE)
    return;
  days = kith_encounters_get_days (kith_radar_get_encounters (self->record->radar), school, &n);
  for (guint d = 0; d < n; d++)
    {
      KithDate next = d + 1 < n ? days[d + 1] : KITH_SPAN_NO_END;
      gboolean is_known;
      double usual = kith_radar_find_usual (settings, days, d + 1, &is_known);
      double bounds[] = { settings->radar_amber * usual, settings->radar_red * usual,
                          settings->radar_days };

      for (guint b = 0; b < G_N_ELEMENTS (bounds); b++)
        {
          KithDate past = kith_turning_days_find_past (days[d], bounds[b]);

          if (past < next)
            add (self, past);
        }
    }
}

static void
add_contacts (Listing *self)
{
  const KithRecord *record = self->record;
  const KithContactParty *parties =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });

  for (guint u = 0; u < self->urns->len; u++)
    {
      guint n;
      const guint *found =
          kith_row_index_find (record->parties, g_array_index (self->urns, gint64, u), &n);

      for (guint p = 0; p < n; p++)
        {
          const KithContact *contact =
              kith_ledger_find (record->ledger, KITH_TABLE_CONTACT, parties[found[p]].contact_id);

          if (contact == NULL)
            continue;
          add_recorded (self, contact->date);
          if (contact->kind != NULL && g_ascii_strcasecmp (contact->kind, "visit") == 0)
            add_window (self, contact->date, record->settings->one_way_months);
        }
    }
  add_silences (self);
}

/* Days of the rows of a table that are about the school. */
static void
add_rows (Listing *self, KithTable table, gsize urn, gsize day, gsize other_day)
{
  gsize row_size = kith_table_get_info (table)->row_size, n;
  const char *rows = kith_ledger_get_rows (self->record->ledger, table, &n);

  for (gsize r = 0; r < n; r++)
    if (is_own (self, G_STRUCT_MEMBER (gint64, rows + r * row_size, urn)))
      {
        add_recorded (self, G_STRUCT_MEMBER (KithDate, rows + r * row_size, day));
        add_recorded (self, G_STRUCT_MEMBER (KithDate, rows + r * row_size, other_day));
      }
}

static void
add_links (Listing *self)
{
  gsize n;
  const KithSchoolLink *links =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_SCHOOL_LINK, &n);

  for (gsize l = 0; l < n; l++)
    if (is_own (self, links[l].urn) || is_own (self, links[l].link_urn))
      add (self, links[l].date);
}

/* An outcome without a day of its own counts from that of the file which told it. */
static void
add_inspection_files (Listing *self)
{
  gsize n;
  const KithInspection *rows =
      kith_ledger_get_rows (self->record->ledger, KITH_TABLE_INSPECTION, &n);

  for (gsize r = 0; r < n; r++)
    if (rows[r].urn == self->urn && rows[r].date == KITH_DATE_UNKNOWN)
      {
        const KithSource *source =
            kith_ledger_find (self->record->ledger, KITH_TABLE_SOURCE, rows[r].source_id);

        if (source != NULL)
          add (self, source->dated);
      }
}

#define ADD_ROWS(self, TABLE, Type, day, other_day)                                                \
  add_rows ((self), KITH_TABLE_##TABLE, G_STRUCT_OFFSET (Type, urn), G_STRUCT_OFFSET (Type, day),  \
            G_STRUCT_OFFSET (Type, other_day))

static void
add_own_rows (Listing *self)
{
  const KithSchool *own = kith_ledger_find (self->record->ledger, KITH_TABLE_SCHOOL, self->urn);

  for (guint u = 0; u < self->urns->len; u++)
    add_school (self, g_array_index (self->urns, gint64, u));
  if (own != NULL && own->opened != KITH_DATE_UNKNOWN && own->opened <= self->record->as_at)
    add (self, kith_turning_days_find_past (own->opened, self->record->settings->radar_new_days));
  add_links (self);
  ADD_ROWS (self, SCHOOL_AUTHORITY, KithSchoolAuthority, from_date, to_date);
  ADD_ROWS (self, ENQUIRY, KithEnquiry, asked, asked);
  ADD_ROWS (self, NEED, KithNeed, date, date);
  ADD_ROWS (self, EXPERTISE, KithExpertise, date, date);
  ADD_ROWS (self, ACTION, KithAction, due, done);
  ADD_ROWS (self, POST, KithPost, from_date, to_date);
  ADD_ROWS (self, INSPECTION, KithInspection, date, date);
  add_inspection_files (self);
  ADD_ROWS (self, SETTING_ASIDE, KithSettingAside, since, until);
}

/* What others did is looked at once a month. */
static void
add_months (Listing *self)
{
  int year, month;

  kith_date_get_parts (self->after, &year, &month, NULL);
  for (KithDate day = kith_date_new (year, month, 1); day <= self->record->as_at;
       day = kith_date_new (year, month, 1))
    {
      add (self, day);
      month = month % 12 + 1;
      year += month == 1;
      if (year > 9999)
        break;
    }
}

static void
order_days (GArray *days)
{
  guint n_kept = 0;

  g_array_sort (days, compare_days);
  for (guint d = 0; d < days->len; d++)
    if (n_kept == 0 ||
        g_array_index (days, KithDate, n_kept - 1) != g_array_index (days, KithDate, d))
      g_array_index (days, KithDate, n_kept++) = g_array_index (days, KithDate, d);
  g_array_set_size (days, n_kept);
}

/**
 * kith_turning_days_list_signs:
 * @member: a row of table membership
 * @arrangement: that it is of
 *
 * Returns: (transfer full) (element-type KithDate): the different days on or before the date
 *   on which the member was heard of under it, from the first: its start, the member's
 *   joining, contacts
 */
GArray *
kith_turning_days_list_signs (const KithRecord *record,
                              const KithMembership *member,
                              const KithArrangement *arrangement)
{
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (KithDate));
  const KithContactParty *parties =
      kith_ledger_get_rows (record->ledger, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  KithDate begun = MAX (member->joined, arrangement->starts);
  guint n;
  const guint *found = kith_row_index_find (record->parties, member->urn, &n);

  if (begun != KITH_DATE_UNKNOWN && begun <= record->as_at)
    g_array_append_val (signs, begun);
  for (guint p = 0; p < n; p++)
    {
      const KithContact *contact =
          kith_ledger_find (record->ledger, KITH_TABLE_CONTACT, parties[found[p]].contact_id);

      if (contact != NULL && contact->arrangement_id == arrangement->id &&
          contact->date != KITH_DATE_UNKNOWN && contact->date <= record->as_at)
        g_array_append_val (signs, contact->date);
    }
  order_days (signs);
  return signs;
}

/**
 * kith_turning_days_find_past:
 * @after: a known day
 * @days: how many counted days, school holidays left out
 *
 * Returns: the first day that is more than @days counted days after @after
 */
KithDate
kith_turning_days_find_past (KithDate after, double days)
{
  KithDate low = after, high = after + 1 + (KithDate)MAX (0, days);

  while (kith_date_count_days (after, high) <= days)
    high += 64;
  while (high - low > 1)
    {
      KithDate middle = low + (high - low) / 2;

      if (kith_date_count_days (after, middle) > days)
        high = middle;
      else
        low = middle;
    }
  return high;
}

/**
 * kith_turning_days_list:
 * @record: as at the last day that is asked about
 * @urn: of a school
 * @after: a known day
 *
 * Days on which something of the school's own record begins, ends, fades, comes near or falls
 * out of the months that a finding looks back on: its memberships and all that happens to the
 * members of those arrangements, contacts and silence, enquiries, needs, links and what was
 * set aside. What other schools did elsewhere is in it once a month.
 *
 * Returns: (transfer full) (element-type KithDate): the days after @after, up to the date,
 *   each once, from the first
 */
GArray *
kith_turning_days_list (const KithRecord *record, gint64 urn, KithDate after)
{
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  Listing self = { record, urn, urns, after, g_array_new (FALSE, FALSE, sizeof (KithDate)) };

  kith_predecessors_list (
      kith_encounters_get_predecessors (kith_radar_get_encounters (record->radar)), urn, urns);
  add_own_rows (&self);
  add_memberships (&self);
  add_contacts (&self);
  add_months (&self);
  add (&self, record->as_at);
  order_days (self.days);
  return self.days;
}

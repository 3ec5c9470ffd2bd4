/* kith-export-books.c: officers' records as the workbooks that they came from
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-private.h"
#include "kith-officers.h"

#include <stdlib.h>
#include <string.h>

#define TEXT KITH_FIELD_TEXT
#define INT KITH_FIELD_INT
#define REAL KITH_FIELD_REAL
#define DATE KITH_FIELD_DATE

/*
 * The columns are those that import reads. Rows are ordered by what they say, so that an import
 * into another register, which numbers rows anew, exports the same again. An id is written where
 * officers gave one; a contact that actions came from and that has none gets one made of its day,
 * since nothing else in an action's row can point to it.
 */

/* What is made once for all six. */
typedef struct
{
  const KithExport *export;
  GHashTable *contact_codes; /* key of a contact to an id that is made up */
  GHashTable *wanted;        /* keys of published groups that officers' rows name */
} Books;

static const void *
get_rows (const Books *self, KithTable table, gsize *n)
{
  return kith_ledger_get_rows (self->export->ledger, table, n);
}

static const KithArrangement *
find_arrangement (const Books *self, gint64 id)
{
  return kith_ledger_find (self->export->ledger, KITH_TABLE_ARRANGEMENT, id);
}

/* What a cell says to mean an arrangement: its id, else its name. */
static char *
dup_reference (const Books *self, gint64 id)
{
  const KithArrangement *arrangement = find_arrangement (self, id);

  if (arrangement == NULL || !kith_export_has_arrangement (self->export, arrangement))
    return NULL;
  if (arrangement->code != NULL)
    return kith_redactor_strike (self->export->redactor, arrangement->code);
  if (arrangement->uid != KITH_INT_NONE)
    return g_strdup_printf ("%" G_GINT64_FORMAT, arrangement->uid);
  return kith_export_dup_name (self->export, arrangement);
}

static void
add_words (const Books *self, KithExportTable *table, const char *text)
{
  kith_export_table_take_text (table, kith_redactor_strike (self->export->redactor, text));
}

/* What somebody wrote freely: names in it may stand in any form. */
static void
add_note (const Books *self, KithExportTable *table, const char *text)
{
  if (kith_export_may (self->export, KITH_TOPIC_NOTES))
    add_words (self, table, text);
  else
    kith_export_table_add_text (table, NULL);
}

static void
add_person (const Books *self, KithExportTable *table, const char *name)
{
  kith_export_table_add_text (table,
                              kith_export_may (self->export, KITH_TOPIC_NAMES) ? name : NULL);
}

static char *
dup_lead (const Books *self, const KithArrangement *arrangement)
{
  const KithAuthority *authority;

  if (arrangement->lead_person_id != KITH_INT_NONE)
    return g_strdup (kith_export_get_person (self->export, arrangement->lead_person_id));
  if (arrangement->lead_urn != KITH_INT_NONE)
    return g_strdup_printf ("%" G_GINT64_FORMAT, arrangement->lead_urn);
  if (arrangement->lead_organisation_id != KITH_INT_NONE)
    return kith_redactor_strike (
        self->export->redactor,
        kith_export_get_organisation (self->export, arrangement->lead_organisation_id));
  authority = kith_ledger_find (self->export->ledger, KITH_TABLE_AUTHORITY, arrangement->lead_la);
  return authority == NULL ? NULL : g_strdup (authority->name);
}

static const KithExportColumn partnership_columns[] = {
  { "Arrangement id", TEXT }, { "Arrangement", TEXT },  { "Kind", TEXT },
  { "Parent", TEXT },         { "Lead", TEXT },         { "Coordinator", TEXT },
  { "Deputy", TEXT },         { "Starts", DATE },       { "Ends", DATE },
  { "Review", DATE },         { "Focus", TEXT },        { "Objective", TEXT },
  { "Funding", TEXT },        { "Funding ends", DATE }, { "Memorandum", TEXT },
  { "Data sharing", TEXT },   { "Capacity", INT },      { "URN", INT },
  { "Organisation", TEXT },   { "Role", TEXT },         { "Joined", DATE },
  { "Left", DATE },
};

static void
add_arrangement (const Books *self, KithExportTable *table, const KithArrangement *arrangement)
{
  if (arrangement->code == NULL && arrangement->uid != KITH_INT_NONE)
    kith_export_table_take_text (table, g_strdup_printf ("%" G_GINT64_FORMAT, arrangement->uid));
  else
    add_words (self, table, arrangement->code);
  kith_export_table_take_text (table, kith_export_dup_name (self->export, arrangement));
  kith_export_table_add_text (table, arrangement->kind);
  kith_export_table_take_text (table, dup_reference (self, arrangement->parent_id));
  kith_export_table_take_text (table, dup_lead (self, arrangement));
  kith_export_table_add_text (table,
                              kith_export_get_person (self->export, arrangement->coordinator_id));
  kith_export_table_add_text (table, kith_export_get_person (self->export, arrangement->deputy_id));
  kith_export_table_add_date (table, arrangement->starts);
  kith_export_table_add_date (table, arrangement->ends);
  kith_export_table_add_date (table, arrangement->review);
  add_words (self, table, arrangement->focus);
  add_words (self, table, arrangement->objective);
  add_words (self, table, arrangement->funding);
  kith_export_table_add_date (table, arrangement->funding_ends);
  kith_export_table_add_text (table, arrangement->memorandum);
  kith_export_table_add_text (table, arrangement->data_sharing);
  kith_export_table_add_int (table, arrangement->capacity);
}

static void
add_member (const Books *self, KithExportTable *table, const KithMembership *member)
{
  kith_export_table_add_int (table, member != NULL ? member->urn : KITH_INT_NONE);
  add_words (self, table,
             member == NULL ? NULL
                            : kith_export_get_organisation (self->export, member->organisation_id));
  kith_export_table_add_text (
      table, member != NULL ? kith_export_get_role (self->export, member->role) : NULL);
  kith_export_table_add_date (table, member != NULL ? member->joined : KITH_DATE_UNKNOWN);
  kith_export_table_add_date (table, member != NULL ? member->left_date : KITH_DATE_UNKNOWN);
}

/* Of a published group only what officers added to it. */
static gboolean
is_own_member (const Books *self, const KithArrangement *in, const KithMembership *member)
{
  return (in->uid == KITH_INT_NONE ||
          kith_officers_own (self->export->ledger, member->source_id)) &&
         (member->urn == KITH_INT_NONE || kith_export_has_school (self->export, member->urn));
}

static gboolean
is_own (const Books *self, const KithArrangement *arrangement)
{
  return kith_export_has_arrangement (self->export, arrangement) &&
         !kith_span_is_proposed (arrangement) &&
         (arrangement->uid == KITH_INT_NONE ||
          g_hash_table_contains (self->wanted, &arrangement->id));
}

static KithExportTable *
make_partnerships (const Books *self)
{
  KithExportTable *table = kith_export_table_new ("partnerships", partnership_columns,
                                                  G_N_ELEMENTS (partnership_columns));
  const KithMembership *members = get_rows (self, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  gsize n;
  const KithArrangement *rows = get_rows (self, KITH_TABLE_ARRANGEMENT, &n);

  for (gsize a = 0; a < n; a++)
    {
      guint n_members, n_told = 0;
      const guint *found =
          kith_row_index_find (self->export->record->members, rows[a].id, &n_members);

      if (!is_own (self, &rows[a]))
        continue;
      for (guint m = 0; m < n_members; m++)
        if (is_own_member (self, &rows[a], &members[found[m]]))
          {
            add_arrangement (self, table, &rows[a]);
            add_member (self, table, &members[found[m]]);
            n_told++;
          }
      if (n_told == 0)
        {
          add_arrangement (self, table, &rows[a]);
          add_member (self, table, NULL);
        }
    }
  return table;
}

static const KithExportColumn contact_columns[] = {
  { "Contact", TEXT },      { "Date", DATE },    { "Kind", TEXT },    { "URN", INT },
  { "Organisation", TEXT }, { "Person", TEXT },  { "Part", TEXT },    { "Arrangement", TEXT },
  { "Officer", TEXT },      { "Summary", TEXT }, { "Outcome", TEXT }, { "Confidential", TEXT },
};

static gboolean
may_tell_contact (const Books *self, const KithContact *contact)
{
  return contact->confidential != 1 || kith_export_may (self->export, KITH_TOPIC_CONFIDENTIAL);
}

static void
add_contact (const Books *self,
             KithExportTable *table,
             const KithContact *contact,
             const KithContactParty *party)
{
  const char *made = g_hash_table_lookup (self->contact_codes, &contact->id);

  kith_export_table_add_text (table, contact->code != NULL ? contact->code : made);
  kith_export_table_add_date (table, contact->date);
  kith_export_table_add_text (table, contact->kind);
  kith_export_table_add_int (table, party != NULL ? party->urn : KITH_INT_NONE);
  add_words (self, table,
             party == NULL ? NULL
                           : kith_export_get_organisation (self->export, party->organisation_id));
  kith_export_table_add_text (
      table, party == NULL ? NULL : kith_export_get_person (self->export, party->person_id));
  kith_export_table_add_text (table, party != NULL ? party->part : NULL);
  kith_export_table_take_text (table, dup_reference (self, contact->arrangement_id));
  add_person (self, table, contact->officer);
  add_note (self, table, contact->summary);
  add_note (self, table, contact->outcome);
  kith_export_table_add_text (table, contact->confidential == 1   ? "yes"
                                     : contact->confidential == 0 ? "no"
                                                                  : NULL);
}

static KithExportTable *
make_contacts (const Books *self)
{
  KithExportTable *table =
      kith_export_table_new ("contacts", contact_columns, G_N_ELEMENTS (contact_columns));
  g_autoptr (KithRowIndex) index =
      kith_row_index_new (self->export->ledger, KITH_TABLE_CONTACT_PARTY, "contact_id");
  const KithContactParty *parties = get_rows (self, KITH_TABLE_CONTACT_PARTY, &(gsize){ 0 });
  gsize n;
  const KithContact *rows = get_rows (self, KITH_TABLE_CONTACT, &n);

  for (gsize c = 0; c < n; c++)
    {
      gboolean is_chosen = self->export->chosen == NULL;
      guint n_parties;
      const guint *found = kith_row_index_find (index, rows[c].id, &n_parties);

      for (guint p = 0; p < n_parties; p++)
        is_chosen = is_chosen || (parties[found[p]].urn != KITH_INT_NONE &&
                                  kith_export_has_school (self->export, parties[found[p]].urn));
      if (!is_chosen || !may_tell_contact (self, &rows[c]))
        continue;
      for (guint p = 0; p < n_parties; p++)
        add_contact (self, table, &rows[c], &parties[found[p]]);
      if (n_parties == 0)
        add_contact (self, table, &rows[c], NULL);
    }
  return table;
}

static const KithExportColumn action_columns[] = {
  { "Action", TEXT },  { "URN", INT },   { "Arrangement", TEXT },
  { "Contact", TEXT }, { "What", TEXT }, { "Owner", TEXT },
  { "Due", DATE },     { "Done", DATE }, { "Outcome", TEXT },
};

static KithExportTable *
make_actions (const Books *self)
{
  KithExportTable *table =
      kith_export_table_new ("actions", action_columns, G_N_ELEMENTS (action_columns));
  gsize n;
  const KithAction *rows = get_rows (self, KITH_TABLE_ACTION, &n);

  for (gsize a = 0; a < n; a++)
    {
      const KithContact *contact =
          kith_ledger_find (self->export->ledger, KITH_TABLE_CONTACT, rows[a].contact_id);
      const char *made = g_hash_table_lookup (self->contact_codes, &rows[a].contact_id);

      if ((contact != NULL && !may_tell_contact (self, contact)) ||
          (self->export->chosen != NULL &&
           (rows[a].urn == KITH_INT_NONE || !kith_export_has_school (self->export, rows[a].urn))))
        continue;
      kith_export_table_add_text (table, rows[a].code);
      kith_export_table_add_int (table, rows[a].urn);
      kith_export_table_take_text (table, dup_reference (self, rows[a].arrangement_id));
      kith_export_table_add_text (table,
                                  contact != NULL && contact->code != NULL ? contact->code : made);
      add_note (self, table, rows[a].what);
      add_person (self, table, rows[a].owner);
      kith_export_table_add_date (table, rows[a].due);
      kith_export_table_add_date (table, rows[a].done);
      add_note (self, table, rows[a].outcome);
    }
  return table;
}

static const KithExportColumn people_columns[] = {
  { "Person", TEXT },       { "Post", TEXT },      { "URN", INT },
  { "Organisation", TEXT }, { "From", DATE },      { "To", DATE },
  { "Days a year", REAL },  { "Expertise", TEXT }, { "Email", TEXT },
};

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static char *
dup_areas (const Books *self, const KithRowIndex *index, gint64 person_id)
{
  const KithExpertise *rows = get_rows (self, KITH_TABLE_EXPERTISE, &(gsize){ 0 });
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();
  guint n;
  const guint *found = kith_row_index_find (index, person_id, &n);

  for (guint e = 0; e < n; e++)
    if (rows[found[e]].area != NULL)
      g_ptr_array_add (areas, (gpointer)rows[found[e]].area);
  g_ptr_array_sort (areas, compare_texts);
  g_ptr_array_add (areas, NULL);
  return g_strjoinv ("; ", (char **)areas->pdata);
}

static void
add_post (const Books *self,
          KithExportTable *table,
          const KithPerson *person,
          const char *areas,
          const KithPost *post)
{
  kith_export_table_add_text (table, person->name);
  kith_export_table_add_text (table, post != NULL ? post->title : NULL);
  kith_export_table_add_int (table, post != NULL ? post->urn : KITH_INT_NONE);
  add_words (self, table,
             post == NULL ? NULL
                          : kith_export_get_organisation (self->export, post->organisation_id));
  kith_export_table_add_date (table, post != NULL ? post->from_date : KITH_DATE_UNKNOWN);
  kith_export_table_add_date (table, post != NULL ? post->to_date : KITH_DATE_UNKNOWN);
  kith_export_table_add_real (table, post != NULL ? post->days_a_year : KITH_REAL_NONE);
  kith_export_table_add_text (table,
                              kith_export_may (self->export, KITH_TOPIC_NEEDS) ? areas : NULL);
  kith_export_table_add_text (
      table, kith_export_may (self->export, KITH_TOPIC_EMAILS) ? person->email : NULL);
}

/* Those who do something at an exported school, or for an arrangement that it is in. */
static GHashTable *
list_concerned (const Books *self)
{
  GHashTable *people = g_hash_table_new (g_int64_hash, g_int64_equal);
  gsize n;
  const KithPost *posts = get_rows (self, KITH_TABLE_POST, &n);
  const KithArrangement *rows;

  for (gsize p = 0; p < n; p++)
    if (posts[p].urn != KITH_INT_NONE && kith_export_has_school (self->export, posts[p].urn))
      g_hash_table_add (people, (gpointer)&posts[p].person_id);
  rows = get_rows (self, KITH_TABLE_ARRANGEMENT, &n);
  for (gsize a = 0; a < n; a++)
    if (is_own (self, &rows[a]))
      {
        g_hash_table_add (people, (gpointer)&rows[a].lead_person_id);
        g_hash_table_add (people, (gpointer)&rows[a].coordinator_id);
        g_hash_table_add (people, (gpointer)&rows[a].deputy_id);
      }
  return people;
}

static KithExportTable *
make_people (const Books *self)
{
  KithExportTable *table =
      kith_export_table_new ("people", people_columns, G_N_ELEMENTS (people_columns));
  g_autoptr (KithRowIndex) posts =
      kith_row_index_new (self->export->ledger, KITH_TABLE_POST, "person_id");
  g_autoptr (KithRowIndex) areas =
      kith_row_index_new (self->export->ledger, KITH_TABLE_EXPERTISE, "person_id");
  g_autoptr (GHashTable) concerned = self->export->chosen == NULL ? NULL : list_concerned (self);
  const KithPost *post_rows = get_rows (self, KITH_TABLE_POST, &(gsize){ 0 });
  gsize n;
  const KithPerson *rows = get_rows (self, KITH_TABLE_PERSON, &n);

  for (gsize p = 0; p < n; p++)
    {
      guint n_posts;
      const guint *found = kith_row_index_find (posts, rows[p].id, &n_posts);
      g_autofree char *known = NULL;

      if (concerned != NULL && !g_hash_table_contains (concerned, &rows[p].id))
        continue;
      known = dup_areas (self, areas, rows[p].id);
      for (guint o = 0; o < n_posts; o++)
        add_post (self, table, &rows[p], known, &post_rows[found[o]]);
      if (n_posts == 0)
        add_post (self, table, &rows[p], known, NULL);
    }
  return table;
}

static const KithExportColumn need_columns[] = {
  { "URN", INT },    { "Area", TEXT },     { "Need or expertise", TEXT },
  { "Level", TEXT }, { "Evidence", TEXT }, { "Date", DATE },
};

static void
add_need (const Books *self,
          KithExportTable *table,
          gint64 urn,
          const char *area,
          const char *side,
          const char *level,
          const char *evidence,
          KithDate date)
{
  if (urn == KITH_INT_NONE || !kith_export_has_school (self->export, urn))
    return;
  kith_export_table_add_int (table, urn);
  add_words (self, table, area);
  kith_export_table_add_text (table, side);
  kith_export_table_add_text (table, level);
  add_note (self, table, evidence);
  kith_export_table_add_date (table, date);
}

static KithExportTable *
make_needs (const Books *self)
{
  KithExportTable *table =
      kith_export_table_new ("needs", need_columns, G_N_ELEMENTS (need_columns));
  gsize n;
  const KithNeed *needs = get_rows (self, KITH_TABLE_NEED, &n);
  const KithExpertise *expertise;

  for (gsize i = 0; i < n; i++)
    add_need (self, table, needs[i].urn, needs[i].area, "need", needs[i].level, needs[i].evidence,
              needs[i].date);
  expertise = get_rows (self, KITH_TABLE_EXPERTISE, &n);
  for (gsize i = 0; i < n; i++)
    add_need (self, table, expertise[i].urn, expertise[i].area, "expertise", expertise[i].level,
              expertise[i].evidence, expertise[i].date);
  return table;
}

static const KithExportColumn enquiry_columns[] = {
  { "URN", INT }, { "Kind", TEXT }, { "Asked", DATE }, { "Answer", TEXT }, { "By", TEXT },
};

static KithExportTable *
make_enquiries (const Books *self)
{
  KithExportTable *table =
      kith_export_table_new ("enquiries", enquiry_columns, G_N_ELEMENTS (enquiry_columns));
  gsize n;
  const KithEnquiry *rows = get_rows (self, KITH_TABLE_ENQUIRY, &n);

  for (gsize i = 0; i < n; i++)
    {
      if (!kith_export_has_school (self->export, rows[i].urn))
        continue;
      kith_export_table_add_int (table, rows[i].urn);
      kith_export_table_add_text (table, rows[i].kind);
      kith_export_table_add_date (table, rows[i].asked);
      kith_export_table_add_text (table, rows[i].answer);
      add_person (self, table, rows[i].by);
    }
  return table;
}

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  const KithContact *one = *(const KithContact *const *)a, *other = *(const KithContact *const *)b;

  if (one->date != other->date)
    return one->date < other->date ? -1 : 1;
  if (g_strcmp0 (one->kind, other->kind) != 0)
    return g_strcmp0 (one->kind, other->kind);
  return g_strcmp0 (one->summary, other->summary);
}

/* “2026-03-02-1”, by what they say and not by their keys. */
static void
make_contact_codes (Books *self)
{
  g_autoptr (GPtrArray) nameless = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  KithDate day = KITH_DATE_UNKNOWN;
  guint number = 0;
  gsize n;
  const KithAction *actions = get_rows (self, KITH_TABLE_ACTION, &n);

  for (gsize a = 0; a < n; a++)
    {
      const KithContact *contact =
          kith_ledger_find (self->export->ledger, KITH_TABLE_CONTACT, actions[a].contact_id);

      if (contact != NULL && contact->code == NULL && g_hash_table_add (seen, (gpointer)contact))
        g_ptr_array_add (nameless, (gpointer)contact);
    }
  g_ptr_array_sort (nameless, compare_contacts);
  for (guint c = 0; c < nameless->len; c++)
    {
      const KithContact *contact = g_ptr_array_index (nameless, c);
      g_autofree char *text = kith_date_dup_text (contact->date, KITH_DATE_ISO);

      number = c > 0 && contact->date == day ? number + 1 : 1;
      day = contact->date;
      g_hash_table_insert (self->contact_codes, (gpointer)&contact->id,
                           g_strdup_printf ("%s-%u", text, number));
    }
}

static void
want_group (Books *self, gint64 id)
{
  const KithArrangement *arrangement = find_arrangement (self, id);

  if (arrangement != NULL && arrangement->uid != KITH_INT_NONE)
    g_hash_table_add (self->wanted, (gpointer)&arrangement->id);
}

/* Groups that rows of contacts, actions or partnerships name, or that officers added to. */
static void
list_wanted (Books *self)
{
  gsize n;
  const KithContact *contacts = get_rows (self, KITH_TABLE_CONTACT, &n);
  const KithAction *actions;
  const KithMembership *members;
  const KithArrangement *arrangements;

  for (gsize c = 0; c < n; c++)
    want_group (self, contacts[c].arrangement_id);
  actions = get_rows (self, KITH_TABLE_ACTION, &n);
  for (gsize a = 0; a < n; a++)
    want_group (self, actions[a].arrangement_id);
  arrangements = get_rows (self, KITH_TABLE_ARRANGEMENT, &n);
  for (gsize a = 0; a < n; a++)
    want_group (self, arrangements[a].parent_id);
  members = get_rows (self, KITH_TABLE_MEMBERSHIP, &n);
  for (gsize m = 0; m < n; m++)
    if (kith_officers_own (self->export->ledger, members[m].source_id))
      want_group (self, members[m].arrangement_id);
}

/**
 * kith_export_list_books:
 *
 * Returns: (transfer full) (element-type KithExportTable): the workbooks that the audience is
 *   told of: partnerships, contacts, actions, people, needs, enquiries
 */
GPtrArray *
kith_export_list_books (const KithExport *self)
{
  Books books = {
    self,
    g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free),
    g_hash_table_new (g_int64_hash, g_int64_equal),
  };
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_export_table_free);

  make_contact_codes (&books);
  list_wanted (&books);
  g_ptr_array_add (list, make_partnerships (&books));
  g_ptr_array_add (list, make_contacts (&books));
  g_ptr_array_add (list, make_actions (&books));
  if (kith_export_may (self, KITH_TOPIC_NAMES))
    g_ptr_array_add (list, make_people (&books));
  if (kith_export_may (self, KITH_TOPIC_NEEDS))
    {
      g_ptr_array_add (list, make_needs (&books));
      g_ptr_array_add (list, make_enquiries (&books));
    }
  for (guint t = 0; t < list->len; t++)
    kith_export_table_sort (g_ptr_array_index (list, t));
  g_hash_table_unref (books.contact_codes);
  g_hash_table_unref (books.wanted);
  return list;
}

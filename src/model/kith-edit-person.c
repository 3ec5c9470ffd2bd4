/* kith-edit-person.c: people, organisations, and who holds which post where
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit-person.h"
#include "kith-alike.h"
#include "kith-edit-private.h"
#include "kith-naming.h"
#include "kith-reference.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of the post at this place in the form: "from", "from-2" … */
static const char *
get_field (const char *name, guint at)
{
  g_autofree char *numbered = at == 0 ? NULL : g_strdup_printf ("%s-%u", name, at + 1);

  return at == 0 ? name : g_intern_string (numbered);
}

/* Posts. */

static void
read_days (KithEdit *edit, const char *field, const char *said, double *days)
{
  double figure;

  if (said == NULL)
    return;
  if (!kith_text_parse_real (said, -1, &figure))
    kith_edit_refuse (edit, field, "%s", _ ("This is not a number of days."));
  else if (kith_edit_accept (edit, field, kith_vocabulary_check_days_a_year (figure)))
    *days = figure;
}

static void
read_post (KithEdit *edit, const KithPostForm *form, guint at, KithPost *post)
{
  kith_edit_read_text (edit, form->title, &post->title);
  if (form->at.who != NULL)
    kith_edit_read_place (edit, get_field ("urn", at), &form->at, &post->urn,
                          &post->organisation_id);
  if (form->from != NULL)
    kith_edit_read_date (edit, get_field ("from", at), form->from, &post->from_date);
  if (form->to != NULL)
    kith_edit_read_date (edit, get_field ("to", at), form->to, &post->to_date);
  kith_edit_accept (edit, get_field ("to", at),
                    kith_vocabulary_check_post_end (post->from_date, post->to_date));
  read_days (edit, get_field ("days", at), form->days, &post->days_a_year);
}

static gboolean
has_place (const KithPost *post)
{
  return post->title != NULL || post->urn != KITH_INT_NONE ||
         post->organisation_id != KITH_INT_NONE;
}

static gboolean
is_blank (const KithPost *post)
{
  return !has_place (post) && post->from_date == KITH_DATE_UNKNOWN &&
         post->to_date == KITH_DATE_UNKNOWN && isnan (post->days_a_year);
}

static gboolean
is_same_post (const KithPost *a, const KithPost *b)
{
  g_autofree char *title = kith_text_dup_key (a->title);
  g_autofree char *other = kith_text_dup_key (b->title);

  return a->person_id == b->person_id && a->urn == b->urn &&
         a->organisation_id == b->organisation_id && a->from_date == b->from_date &&
         strcmp (title, other) == 0;
}

/* One that stays as it is and is not in the form. */
static gboolean
is_held_already (KithEdit *edit, const KithPost *post)
{
  gsize n;
  const KithPost *rows = kith_ledger_get_rows (kith_edit_get_ledger (edit), KITH_TABLE_POST, &n);

  for (gsize i = 0; i < n; i++)
    {
      const KithPost *now = kith_changeset_find (edit->changes, KITH_TABLE_POST, rows[i].id);

      if (rows[i].id != post->id && now != NULL && is_same_post (now, post))
        return TRUE;
    }
  return FALSE;
}

static void
put_post (KithEdit *edit, gint64 person_id, const KithPostForm *form, guint at)
{
  const KithPost *known = kith_ledger_find (kith_edit_get_ledger (edit), KITH_TABLE_POST, form->id);
  KithPost post;

  kith_row_clear (KITH_TABLE_POST, &post);
  if (known != NULL)
    post = *known;
  else if (form->id != KITH_INT_NONE)
    kith_edit_refuse (edit, get_field ("post", at), "%s",
                      _ ("This post is no longer recorded. Somebody has taken it out."));
  post.person_id = person_id;
  read_post (edit, form, at, &post);
  if (is_blank (&post))
    {
      if (known != NULL)
        kith_changeset_remove (edit->changes, KITH_TABLE_POST, known->id);
      return;
    }
  if (!has_place (&post))
    kith_edit_refuse (edit, get_field ("post", at), "%s",
                      _ ("Say what the post is, or where it is."));
  if (!kith_edit_is_good (edit))
    return;
  if (is_held_already (edit, &post))
    kith_edit_refuse (edit, get_field ("post", at), "%s",
                      _ ("This post is recorded already. Change that one, or take one of them "
                         "out."));
  if (known == NULL)
    post.id = kith_changeset_take_key (edit->changes, KITH_TABLE_POST);
  kith_changeset_put (edit->changes, KITH_TABLE_POST, &post);
}

/* People. */

static const KithPerson *
find_person (KithEdit *edit, gint64 id)
{
  const KithPerson *known = kith_ledger_find (kith_edit_get_ledger (edit), KITH_TABLE_PERSON, id);

  if (known == NULL)
    kith_edit_refuse (edit, "name", "%s",
                      _ ("This person is no longer recorded. Somebody has taken them out."));
  return known;
}

/* Two people may have one name: that is said, and does not stand against it. */
static void
hint_namesake (KithEdit *edit, const KithPerson *person)
{
  KithLedger *ledger = kith_edit_get_ledger (edit);
  gint64 namesake = kith_naming_find_person (ledger, person->name, NULL);
  KithEditHint *hint;

  if (namesake == KITH_INT_NONE)
    kith_edit_hint_alike (edit, "name", KITH_TABLE_PERSON, person->name, person->id);
  if (namesake == KITH_INT_NONE || namesake == person->id)
    return;
  hint = g_new0 (KithEditHint, 1);
  hint->field = "name";
  hint->sentence =
      g_strdup_printf (_ ("Kith knows “%s” already. This would be another of the same name."),
                       kith_alike_get_name (ledger, KITH_TABLE_PERSON, namesake));
  g_ptr_array_add (edit->hints, hint);
}

/**
 * kith_edit_person:
 * @form: as it was filled in
 *
 * Makes a person with their posts, or changes one. Two people may have one name.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_person (KithLedger *ledger, const KithPersonForm *form)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithPerson *known = NULL;
  KithPerson person;

  g_return_val_if_fail (form->today != KITH_DATE_UNKNOWN && form->n_posts <= KITH_POSTS_MOST, NULL);

  kith_row_clear (KITH_TABLE_PERSON, &person);
  if (form->id != KITH_INT_NONE)
    known = find_person (edit, form->id);
  if (known != NULL)
    person = *known;
  kith_edit_read_text (edit, form->name, &person.name);
  if (person.name == NULL && kith_edit_is_good (edit))
    kith_edit_refuse (edit, "name", "%s", _ ("Give the name."));
  if (form->name != NULL)
    hint_namesake (edit, &person);
  if (kith_edit_accept (edit, "email", kith_vocabulary_check_email (form->email)))
    kith_edit_read_text (edit, form->email, &person.email);
  if (known == NULL)
    person.id = kith_changeset_take_key (edit->changes, KITH_TABLE_PERSON);
  for (guint i = 0; i < form->n_posts; i++)
    put_post (edit, person.id, &form->posts[i], i);
  kith_edit_read_expertise (edit, KITH_TABLE_PERSON, person.id, form->expertise, form->today);
  if (person.name != NULL)
    kith_changeset_put (edit->changes, KITH_TABLE_PERSON, &person);
  return kith_edit_end (edit, known == NULL ? _ ("Recorded: %s") : _ ("Changed: %s"),
                        person.name != NULL ? person.name : "");
}

/* Organisations. */

static const KithOrganisation *
find_organisation (KithEdit *edit, gint64 id)
{
  const KithOrganisation *known =
      kith_ledger_find (kith_edit_get_ledger (edit), KITH_TABLE_ORGANISATION, id);

  if (known == NULL)
    kith_edit_refuse (edit, "name", "%s",
                      _ ("This organisation is no longer recorded. Somebody has taken it out."));
  return known;
}

static void
read_organisation (KithEdit *edit, const KithOrganisationForm *form, KithOrganisation *row)
{
  gint64 namesake;

  kith_edit_read_text (edit, form->name, &row->name);
  if (row->name == NULL && kith_edit_is_good (edit))
    kith_edit_refuse (edit, "name", "%s", _ ("Give its name."));
  /* names are how everybody means one: a second of the same name could not be meant */
  namesake = kith_naming_find_organisation (kith_edit_get_ledger (edit), row->name);
  if (form->name != NULL)
    kith_edit_hint_alike (edit, "name", KITH_TABLE_ORGANISATION, row->name, row->id);
  if (namesake != KITH_INT_NONE && namesake != row->id)
    kith_edit_refuse (edit, "name", "%s",
                      _ ("There is an organisation of this name already. Open that one, or give "
                         "this another name."));
  if (form->kind != NULL)
    kith_edit_accept (edit, "kind",
                      kith_vocabulary_read_organisation_kind (form->kind, &row->kind));
  if (kith_edit_accept (edit, "company", kith_vocabulary_check_company (form->companies_house)))
    kith_edit_read_text (edit, form->companies_house, &row->companies_house);
  if (kith_edit_accept (edit, "postcode", kith_vocabulary_check_postcode (form->postcode)))
    kith_edit_read_text (edit, form->postcode, &row->postcode);
  kith_edit_read_text (edit, form->note, &row->note);
}

/**
 * kith_edit_organisation:
 * @form: as it was filled in
 *
 * Makes an organisation or changes one.
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_organisation (KithLedger *ledger, const KithOrganisationForm *form)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithOrganisation *known = NULL;
  KithOrganisation row;

  g_return_val_if_fail (form->today != KITH_DATE_UNKNOWN, NULL);

  kith_row_clear (KITH_TABLE_ORGANISATION, &row);
  if (form->id != KITH_INT_NONE)
    known = find_organisation (edit, form->id);
  if (known != NULL)
    row = *known;
  read_organisation (edit, form, &row);
  if (known == NULL)
    row.id = kith_changeset_take_key (edit->changes, KITH_TABLE_ORGANISATION);
  kith_edit_read_expertise (edit, KITH_TABLE_ORGANISATION, row.id, form->expertise, form->today);
  if (row.name != NULL)
    kith_changeset_put (edit->changes, KITH_TABLE_ORGANISATION, &row);
  return kith_edit_end (edit, known == NULL ? _ ("Recorded: %s") : _ ("Changed: %s"),
                        row.name != NULL ? row.name : "");
}

/* Taking out. */

/* What a row means without the one that is taken out: nothing, and it goes with it; or it stays,
 * and would say less. */
static gboolean
goes_along (KithTable table, KithTable other)
{
  return other == KITH_TABLE_EXPERTISE || other == KITH_TABLE_INTEREST ||
         (table == KITH_TABLE_PERSON && other == KITH_TABLE_POST);
}

/* "2 partnerships and 1 contact"; %NULL where nothing rests on it. */
static char *
dup_what_rests (KithTable table, const GArray *references)
{
  g_autoptr (GHashTable) partnerships = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < references->len; i++)
    {
      const KithReference *reference = &g_array_index (references, KithReference, i);

      if (reference->table == KITH_TABLE_ARRANGEMENT)
        g_hash_table_add (partnerships, (gpointer)reference->row);
      else if (reference->table == KITH_TABLE_MEMBERSHIP)
        g_hash_table_add (partnerships,
                          (gpointer) & ((const KithMembership *)reference->row)->arrangement_id);
    }
  kith_edit_add_count (parts, g_hash_table_size (partnerships), _ ("partnership"),
                       _ ("partnerships"));
  kith_edit_add_count (parts, kith_reference_count (references, KITH_TABLE_CONTACT_PARTY),
                       _ ("contact"), _ ("contacts"));
  if (!goes_along (table, KITH_TABLE_POST))
    kith_edit_add_count (parts, kith_reference_count (references, KITH_TABLE_POST), _ ("post"),
                         _ ("posts"));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return kith_text_dup_list ((const char *const *)parts->pdata);
}

static void
remove_with_references (KithEdit *edit, KithTable table, gint64 id)
{
  g_autoptr (GArray) references = kith_reference_list (kith_edit_get_ledger (edit), table, id);
  g_autofree char *rests = dup_what_rests (table, references);

  if (rests != NULL)
    {
      kith_edit_refuse (edit, "name",
                        _ ("Named by %s, which would say less without this name. Correct them "
                           "first, or merge it with another."),
                        rests);
      return;
    }
  for (guint i = 0; i < references->len; i++)
    {
      const KithReference *reference = &g_array_index (references, KithReference, i);

      if (goes_along (table, reference->table))
        kith_changeset_remove (edit->changes, reference->table, kith_row_get_key (reference->row));
    }
  kith_changeset_remove (edit->changes, table, id);
}

/**
 * kith_edit_remove_person:
 * @id: of a person who was recorded in error
 *
 * Takes them out with their posts, expertise and interests. One who runs a partnership or took
 * part in a contact is refused in field "name".
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_remove_person (KithLedger *ledger, gint64 id)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithPerson *known = find_person (edit, id);

  if (known != NULL)
    remove_with_references (edit, KITH_TABLE_PERSON, id);
  return kith_edit_end (edit, _ ("Taken out: %s"), known != NULL ? known->name : "");
}

/**
 * kith_edit_remove_organisation:
 * @id: of an organisation that was recorded in error
 *
 * Takes it out with its expertise and interests. One that a partnership, a contact or a post names
 * is refused in field "name".
 *
 * Returns: (transfer full): the edit
 */
KithEdit *
kith_edit_remove_organisation (KithLedger *ledger, gint64 id)
{
  KithEdit *edit = kith_edit_new (ledger);
  const KithOrganisation *known = find_organisation (edit, id);

  if (known != NULL)
    remove_with_references (edit, KITH_TABLE_ORGANISATION, id);
  return kith_edit_end (edit, _ ("Taken out: %s"), known != NULL ? known->name : "");
}

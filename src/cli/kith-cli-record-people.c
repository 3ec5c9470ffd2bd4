/* kith-cli-record-people.c: people with their posts, and organisations
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-record.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kith-edit-person.h"
#include "kith-naming.h"

/* Whoever --id or --person means: nobody yet where the name is new. */
static gboolean
find_person (KithLedger *ledger, const KithRecordSaid *said, gint64 *id, GError **error)
{
  const char *name = said->persons != NULL ? said->persons[0] : NULL;
  guint n = 0;

  if (!kith_record_read_id (said, id, error))
    return FALSE;
  if (*id != KITH_INT_NONE || name == NULL)
    return TRUE;
  *id = kith_naming_find_person (ledger, name, &n);
  if (n > 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("Several people are called “%s”. Give the id of one: kith-cli people lists "
                    "them."),
                 name);
  return n <= 1;
}

/* What is to be taken out must be there. */
static gboolean
need_known (gint64 id, const char *name, GError **error)
{
  if (id == KITH_INT_NONE)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("Nobody called “%s” is recorded. kith-cli people lists all."),
                 name != NULL ? name : "");
  return id != KITH_INT_NONE;
}

static gboolean
has_post (const KithRecordSaid *said)
{
  return said->post != NULL || said->urns != NULL || said->organisations != NULL ||
         said->from != NULL || said->to != NULL || said->days != NULL;
}

/* A post is told by its title and its place, as far as they are given. */
static gint64
find_post (KithLedger *ledger, const KithRecordSaid *said, gint64 person_id)
{
  g_autofree char *title = kith_text_dup_key (said->post);
  gint64 urn = KITH_INT_NONE, organisation_id = KITH_INT_NONE, found = KITH_INT_NONE;
  gsize n;
  const KithPost *rows = kith_ledger_get_rows (ledger, KITH_TABLE_POST, &n);

  if (said->urns != NULL)
    kith_naming_find_school (ledger, said->urns[0], &urn);
  if (said->organisations != NULL)
    organisation_id = kith_naming_find_organisation (ledger, said->organisations[0]);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *other = kith_text_dup_key (rows[i].title);

      if (rows[i].person_id == person_id && (said->post == NULL || strcmp (title, other) == 0) &&
          (said->urns == NULL || rows[i].urn == urn) &&
          (said->organisations == NULL || rows[i].organisation_id == organisation_id))
        found = rows[i].id; /* the newest */
    }
  return found;
}

static KithPostForm
make_post (KithLedger *ledger, const KithRecordSaid *said, gint64 person_id)
{
  KithPostForm post = {
    .id = person_id == KITH_INT_NONE ? KITH_INT_NONE : find_post (ledger, said, person_id),
    .title = said->post,
    .from = said->from,
    .to = said->to,
    .days = said->days,
  };

  if (said->urns != NULL)
    post.at = (KithPartySaid){ KITH_PARTY_SCHOOL, said->urns[0], NULL };
  else if (said->organisations != NULL)
    post.at = (KithPartySaid){ KITH_PARTY_ORGANISATION, said->organisations[0], NULL };
  return post;
}

/* topic "person"; with --delete and a post it is the post that goes */
KithEdit *
kith_record_person (KithLedger *ledger, const KithRecordSaid *said, KithDate today, GError **error)
{
  const char *name = said->persons != NULL ? said->persons[0] : NULL;
  KithPostForm post;
  KithPersonForm form = { .posts = &post, .n_posts = has_post (said), .today = today };

  if (!find_person (ledger, said, &form.id, error) ||
      (said->is_deleted && !need_known (form.id, name, error)))
    return NULL;
  if (said->is_deleted && !has_post (said))
    return kith_edit_remove_person (ledger, form.id);
  form.name = said->name != NULL ? said->name : form.id == KITH_INT_NONE ? name : NULL;
  form.email = said->email;
  form.expertise = said->area;
  post = make_post (ledger, said, form.id);
  if (said->is_deleted)
    {
      if (post.id == KITH_INT_NONE)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s",
                       _ ("No such post of this person is recorded."));
          return NULL;
        }
      post = (KithPostForm){ .id = post.id,
                             .title = "",
                             .at = { KITH_PARTY_ANY, "", NULL },
                             .from = "",
                             .to = "",
                             .days = "" };
    }
  return kith_edit_person (ledger, &form);
}

/* topic "organisation" */
KithEdit *
kith_record_organisation (KithLedger *ledger,
                          const KithRecordSaid *said,
                          KithDate today,
                          GError **error)
{
  const char *name = said->organisations != NULL ? said->organisations[0] : NULL;
  KithOrganisationForm form = {
    .kind = said->kind,
    .companies_house = said->company,
    .postcode = said->postcode,
    .note = said->note,
    .expertise = said->area,
    .today = today,
  };

  if (!kith_record_read_id (said, &form.id, error))
    return NULL;
  if (form.id == KITH_INT_NONE)
    form.id = kith_naming_find_organisation (ledger, name);
  if (said->is_deleted)
    return need_known (form.id, name, error) ? kith_edit_remove_organisation (ledger, form.id)
                                             : NULL;
  form.name = said->name != NULL ? said->name : form.id == KITH_INT_NONE ? name : NULL;
  return kith_edit_organisation (ledger, &form);
}

/* kith-edit-person.h: people, organisations, and who holds which post where
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit-contact.h"

G_BEGIN_DECLS

/* So many posts of one person can be said at once. */
#define KITH_POSTS_MOST 12

/**
 * KithPostForm:
 * @id: of the post that is changed, or %KITH_INT_NONE for a new one
 * @title: field "post": "Headteacher"
 * @at: field "urn": the school or the organisation; a part is not read
 * @from: field "from": since when
 * @to: field "to": from which day on no longer
 * @days: field "days": a year, for a system leader
 *
 * A post in which nothing stands is none: a new one is passed over, a known one taken out. Of the
 * second post the fields are "post-2", "urn-2" … in the order of the form.
 */
typedef struct
{
  gint64 id;
  const char *title;
  KithPartySaid at;
  const char *from;
  const char *to;
  const char *days;
} KithPostForm;

/**
 * KithPersonForm:
 * @id: of the person who is changed, or %KITH_INT_NONE for a new one
 * @name: field "name"
 * @email: field "email"
 * @expertise: what they are strong at: areas, ; between
 * @posts: (array length=n_posts): those that are new or change; the others stay
 * @n_posts: how many, up to %KITH_POSTS_MOST
 * @today: an area that is named no longer ends on this day
 *
 * Where somebody is changed, a field that is %NULL stays as it is, and one that is blank is
 * recorded no longer.
 */
typedef struct
{
  gint64 id;
  const char *name;
  const char *email;
  const char *expertise;
  const KithPostForm *posts;
  guint n_posts;
  KithDate today;
} KithPersonForm;

/**
 * KithOrganisationForm:
 * @id: of the organisation that is changed, or %KITH_INT_NONE for a new one
 * @name: field "name"
 * @kind: field "kind": university, charity …
 * @companies_house: field "company": its number at Companies House
 * @postcode: field "postcode"
 * @note: anything else
 * @expertise: what it is strong at: areas, ; between
 * @today: as in #KithPersonForm
 *
 * Where one is changed, a field that is %NULL stays as it is.
 */
typedef struct
{
  gint64 id;
  const char *name;
  const char *kind;
  const char *companies_house;
  const char *postcode;
  const char *note;
  const char *expertise;
  KithDate today;
} KithOrganisationForm;

KithEdit  *kith_edit_person               (KithLedger                  *ledger,
                                           const KithPersonForm        *form);
KithEdit  *kith_edit_organisation         (KithLedger                  *ledger,
                                           const KithOrganisationForm  *form);
KithEdit  *kith_edit_remove_person        (KithLedger                  *ledger,
                                           gint64                       id);
KithEdit  *kith_edit_remove_organisation  (KithLedger                  *ledger,
                                           gint64                       id);
char      *kith_edit_dup_expertise        (KithLedger                  *ledger,
                                           KithTable                    table,
                                           gint64                       id,
                                           KithDate                     today);

G_END_DECLS

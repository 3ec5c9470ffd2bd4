/* kith-person-dialog.c: people and organisations kept by hand
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-person-dialog.h"
#include "kith-edit-dialog.h"
#include "kith-edit-person.h"
#include "kith-naming.h"
#include "kith-suggest.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

/* Who or what the form is about, and the posts that stand in it. */
typedef struct
{
  gint64 id;
  gint64 posts[KITH_POSTS_MOST];
  GtkWidget *places[KITH_POSTS_MOST];
  AdwPreferencesGroup *groups[KITH_POSTS_MOST];
  guint n_posts;
  GtkWidget *more;
  guint n_kinds; /* of an organisation: the choices before the one that is no word of the list */
} Subject;

static const char *const post_fields[] = { "post", "urn", "from", "to", "days" };

/* "from", "from-2" …, as the edit names them */
static const char *
get_field (const char *name, guint at)
{
  g_autofree char *numbered = at == 0 ? NULL : g_strdup_printf ("%s-%u", name, at + 1);

  return at == 0 ? name : g_intern_string (numbered);
}

static const char *
get_said (KithEditDialog *dialog, const Subject *subject, const char *name, guint at)
{
  return subject->posts[at] == KITH_INT_NONE
             ? kith_edit_dialog_get_text (dialog, get_field (name, at))
             : kith_edit_dialog_get_changed (dialog, get_field (name, at));
}

static KithEdit *
make_person (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Subject *subject = data;
  KithPostForm posts[KITH_POSTS_MOST];
  KithPersonForm form = {
    .id = subject->id,
    .name = kith_edit_dialog_get_changed (dialog, "name"),
    .email = kith_edit_dialog_get_changed (dialog, "email"),
    .expertise = kith_edit_dialog_get_changed (dialog, "expertise"),
    .posts = posts,
    .n_posts = subject->n_posts,
    .today = kith_date_today (),
  };

  for (guint i = 0; i < subject->n_posts; i++)
    posts[i] = (KithPostForm){
      .id = subject->posts[i],
      .title = get_said (dialog, subject, "post", i),
      .at = { kith_suggest_get_kind (subject->places[i]), get_said (dialog, subject, "urn", i),
              NULL },
      .from = get_said (dialog, subject, "from", i),
      .to = get_said (dialog, subject, "to", i),
      .days = get_said (dialog, subject, "days", i),
    };
  return kith_edit_person (ledger, &form);
}

static KithEdit *
make_person_removal (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  return kith_edit_remove_person (ledger, ((const Subject *)data)->id);
}

/* Posts. */

static char *
dup_place (KithLedger *ledger, const KithPost *post)
{
  const KithOrganisation *organisation =
      kith_ledger_find (ledger, KITH_TABLE_ORGANISATION, post->organisation_id);
  g_autofree char *school = NULL;

  if (post->urn == KITH_INT_NONE)
    return organisation != NULL ? g_strdup (organisation->name) : NULL;
  school = kith_naming_dup_school (ledger, post->urn);
  return g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", school, post->urn);
}

/* A post in which nothing stands is none. */
static void
take_post_out_cb (GtkWidget *button, KithEditDialog *dialog)
{
  Subject *subject = g_object_get_data (G_OBJECT (dialog), "subject");
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "post"));

  for (guint f = 0; f < G_N_ELEMENTS (post_fields); f++)
    kith_edit_dialog_set_text (dialog, get_field (post_fields[f], at), "");
  gtk_widget_grab_focus (subject->more);
  gtk_widget_set_visible (GTK_WIDGET (subject->groups[at]), FALSE);
}

static void
add_take_out_button (KithEditDialog *dialog, AdwPreferencesGroup *group, guint at)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Take out"));
  g_autofree char *name = g_strdup_printf (_ ("Take out post %u"), at + 1);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "post", GUINT_TO_POINTER (at));
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_post_out_cb), dialog, 0);
  adw_preferences_group_set_header_suffix (group, button);
}

static void
add_post (KithEditDialog *dialog, Subject *subject, KithLedger *ledger, const KithPost *post)
{
  guint at = subject->n_posts++;
  g_autofree char *title = g_strdup_printf (_ ("Post %u"), at + 1);
  g_autofree char *place = dup_place (ledger, post);
  g_autofree char *days =
      isnan (post->days_a_year) ? NULL : g_strdup_printf ("%g", post->days_a_year);

  subject->posts[at] = post->id;
  subject->groups[at] = kith_edit_dialog_add_group (dialog, title, NULL);
  add_take_out_button (dialog, subject->groups[at], at);
  kith_edit_dialog_add_entry (dialog, get_field ("post", at), _ ("Post, such as headteacher"),
                              post->title);
  subject->places[at] = kith_edit_dialog_add_entry (dialog, get_field ("urn", at),
                                                    _ ("School or organisation"), place);
  kith_suggest_attach (subject->places[at], kith_edit_dialog_get_session (dialog),
                       KITH_SUGGEST_SCHOOLS | KITH_SUGGEST_ORGANISATIONS, TRUE);
  kith_edit_dialog_add_day (dialog, get_field ("from", at), _ ("From"), post->from_date);
  kith_edit_dialog_add_day (dialog, get_field ("to", at), _ ("No longer from"), post->to_date);
  kith_edit_dialog_add_entry (dialog, get_field ("days", at), _ ("Days a year, of a system leader"),
                              days);
  gtk_widget_set_sensitive (subject->more, subject->n_posts < KITH_POSTS_MOST);
}

static void
more_cb (KithEditDialog *dialog)
{
  Subject *subject = g_object_get_data (G_OBJECT (dialog), "subject");
  KithLedger *ledger = kith_session_get_ledger (kith_edit_dialog_get_session (dialog));
  KithPost blank;

  if (ledger == NULL)
    return;
  kith_row_clear (KITH_TABLE_POST, &blank);
  add_post (dialog, subject, ledger, &blank);
  kith_edit_dialog_focus (dialog, get_field ("post", subject->n_posts - 1));
}

static void
add_posts (KithEditDialog *dialog, Subject *subject, KithLedger *ledger)
{
  AdwPreferencesGroup *group = kith_edit_dialog_add_group (
      dialog, _ ("Posts"),
      _ ("Where somebody works, and since when. One that has ended stays on "
         "record."));
  gsize n;
  const KithPost *rows = kith_ledger_get_rows (ledger, KITH_TABLE_POST, &n);
  KithPost blank;

  subject->more = gtk_button_new_with_mnemonic (_ ("_One more"));
  gtk_widget_add_css_class (subject->more, "flat");
  gtk_widget_set_valign (subject->more, GTK_ALIGN_CENTER);
  g_signal_connect_object (subject->more, "clicked", G_CALLBACK (more_cb), dialog,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, subject->more);
  for (gsize i = 0; i < n && subject->n_posts < KITH_POSTS_MOST; i++)
    if (rows[i].person_id == subject->id)
      add_post (dialog, subject, ledger, &rows[i]);
  if (subject->n_posts > 0)
    return;
  kith_row_clear (KITH_TABLE_POST, &blank);
  add_post (dialog, subject, ledger, &blank);
}

static Subject *
new_subject (gint64 id)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->id = id;
  return subject;
}

static void
add_expertise (KithEditDialog *dialog, KithLedger *ledger, KithTable table, gint64 id)
{
  g_autofree char *areas =
      id == KITH_INT_NONE ? NULL : kith_edit_dup_expertise (ledger, table, id, kith_date_today ());

  kith_edit_dialog_add_entry (dialog, "expertise", _ ("Strong at: areas, ; between"), areas);
}

/**
 * kith_person_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with an open register
 * @id: of a person, or %KITH_INT_NONE for a new one
 *
 * Makes a person with their posts or changes one.
 */
void
kith_person_dialog_begin (GtkWidget *over, KithSession *session, gint64 id)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  const KithPerson *known =
      ledger == NULL ? NULL : kith_ledger_find (ledger, KITH_TABLE_PERSON, id);
  KithEditDialog *dialog;
  Subject *subject;

  if (ledger == NULL || kith_session_is_read_only (session) ||
      (id != KITH_INT_NONE && known == NULL))
    return;
  subject = new_subject (id);
  dialog = kith_edit_dialog_new (over, session, known != NULL ? known->name : _ ("New person"),
                                 known != NULL ? _ ("_Change") : _ ("_Record"), make_person,
                                 subject, g_free);
  g_object_set_data (G_OBJECT (dialog), "subject", subject);
  kith_edit_dialog_add_group (dialog, NULL, NULL);
  kith_edit_dialog_add_entry (dialog, "name", _ ("Name"), known != NULL ? known->name : NULL);
  kith_edit_dialog_add_entry (dialog, "email", _ ("E-mail"), known != NULL ? known->email : NULL);
  add_expertise (dialog, ledger, KITH_TABLE_PERSON, id);
  add_posts (dialog, subject, ledger);
  if (known != NULL)
    kith_edit_dialog_add_removal (dialog, _ ("_Take out this person"), make_person_removal);
  kith_edit_dialog_begin (dialog);
}

/* Organisations. */

static const char *
get_kind (KithEditDialog *dialog, const Subject *subject)
{
  guint choice = kith_edit_dialog_get_choice (dialog, "kind");

  if (choice == 0)
    return "";
  return choice > subject->n_kinds ? NULL : kith_vocabulary_organisation_kinds[choice - 1];
}

static KithEdit *
make_organisation (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  const Subject *subject = data;
  KithOrganisationForm form = {
    .id = subject->id,
    .name = kith_edit_dialog_get_changed (dialog, "name"),
    .kind = get_kind (dialog, subject),
    .companies_house = kith_edit_dialog_get_changed (dialog, "company"),
    .postcode = kith_edit_dialog_get_changed (dialog, "postcode"),
    .note = kith_edit_dialog_get_changed (dialog, "note"),
    .expertise = kith_edit_dialog_get_changed (dialog, "expertise"),
    .today = kith_date_today (),
  };

  return kith_edit_organisation (ledger, &form);
}

static KithEdit *
make_organisation_removal (KithEditDialog *dialog, KithLedger *ledger, gpointer data)
{
  return kith_edit_remove_organisation (ledger, ((const Subject *)data)->id);
}

/* A kind that is no word of the list is offered last, and stays where nobody chooses another. */
static void
add_kind (KithEditDialog *dialog, Subject *subject, const char *kind)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  guint selected = 0;

  g_ptr_array_add (words, (gpointer)_ ("not recorded"));
  for (guint i = 0; kith_vocabulary_organisation_kinds[i] != NULL; i++)
    {
      g_ptr_array_add (words, (gpointer)_ (kith_vocabulary_organisation_kinds[i]));
      if (g_strcmp0 (kind, kith_vocabulary_organisation_kinds[i]) == 0)
        selected = words->len - 1;
    }
  subject->n_kinds = words->len - 1;
  if (kind != NULL && selected == 0)
    {
      g_ptr_array_add (words, (gpointer)kind);
      selected = words->len - 1;
    }
  g_ptr_array_add (words, NULL);
  kith_edit_dialog_add_choice (dialog, "kind", _ ("Kind"), (const char *const *)words->pdata,
                               selected);
}

/**
 * kith_organisation_dialog_begin:
 * @over: a widget of the window over which the dialog stands
 * @session: with an open register
 * @id: of an organisation, or %KITH_INT_NONE for a new one
 *
 * Makes an organisation or changes one.
 */
void
kith_organisation_dialog_begin (GtkWidget *over, KithSession *session, gint64 id)
{
  KithLedger *ledger = kith_session_get_ledger (session);
  const KithOrganisation *known =
      ledger == NULL ? NULL : kith_ledger_find (ledger, KITH_TABLE_ORGANISATION, id);
  KithOrganisation row;
  KithEditDialog *dialog;
  Subject *subject;

  if (ledger == NULL || kith_session_is_read_only (session) ||
      (id != KITH_INT_NONE && known == NULL))
    return;
  kith_row_clear (KITH_TABLE_ORGANISATION, &row);
  if (known != NULL)
    row = *known;
  subject = new_subject (id);
  dialog = kith_edit_dialog_new (
      over, session, known != NULL ? known->name : _ ("New organisation"),
      known != NULL ? _ ("_Change") : _ ("_Record"), make_organisation, subject, g_free);
  kith_edit_dialog_add_group (dialog, NULL, NULL);
  kith_edit_dialog_add_entry (dialog, "name", _ ("Name"), row.name);
  add_kind (dialog, subject, row.kind);
  kith_edit_dialog_add_entry (dialog, "postcode", _ ("Postcode"), row.postcode);
  kith_edit_dialog_add_entry (dialog, "company", _ ("Number at Companies House"),
                              row.companies_house);
  add_expertise (dialog, ledger, KITH_TABLE_ORGANISATION, id);
  kith_edit_dialog_add_entry (dialog, "note", _ ("Note"), row.note);
  if (known != NULL)
    kith_edit_dialog_add_removal (dialog, _ ("_Take out this organisation"),
                                  make_organisation_removal);
  kith_edit_dialog_begin (dialog);
}

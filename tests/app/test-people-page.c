/* test-people-page.c: people and organisations kept by hand in the window
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-people-page.h"
#include "kith-roster-item.h"
#include "trial-dialog.h"

#include <string.h>

/* The list that this widget of the page shows. */
static GtkSelectionModel *
get_list (KithWindow *window, const char *name)
{
  GtkWidget *page = trial_find (window, KITH_TYPE_PEOPLE_PAGE, NULL);

  return gtk_column_view_get_model (
      GTK_COLUMN_VIEW (gtk_widget_get_template_child (page, KITH_TYPE_PEOPLE_PAGE, name)));
}

typedef struct
{
  GtkSelectionModel *list;
  const char *name;
  const char *what; /* nullable: what is said of them */
} Sought;

static const KithRosterRow *
find (const Sought *sought)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (sought->list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KithRosterItem) item = g_list_model_get_item (G_LIST_MODEL (sought->list), i);
      const KithRosterRow *row = kith_roster_item_get (item);

      if (strcmp (row->name, sought->name) == 0 &&
          (sought->what == NULL || g_strcmp0 (row->what, sought->what) == 0))
        return row;
    }
  return NULL;
}

static gboolean
is_listed (gpointer data)
{
  return find (data) != NULL;
}

static gboolean
is_not_listed (gpointer data)
{
  return find (data) == NULL;
}

static gboolean
is_chosen (gpointer data)
{
  const Sought *sought = data;
  KithRosterItem *item =
      gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (sought->list));

  return item != NULL && strcmp (kith_roster_item_get (item)->name, sought->name) == 0;
}

static char *
dup_school_words (KithWindow *window, const char *post)
{
  g_autoptr (KithRollItem) item =
      g_list_model_get_item (kith_session_get_schools (kith_window_get_session (window)), 0);

  return g_strdup_printf ("%s%s", post, kith_roll_item_get_name (item));
}

/* Made with a post, changed, taken out, brought back */
static void
test_person (void)
{
  g_autoptr (GFile) file = trial_make_register ("person.kith");
  KithWindow *window = trial_open_window (file);
  GtkWidget *page = trial_find (window, KITH_TYPE_PEOPLE_PAGE, NULL);
  g_autofree char *school = dup_school_words (window, "");
  g_autofree char *head = dup_school_words (window, "Headteacher, ");
  Sought cleo = { get_list (window, "people"), "Cleo Weirwood", head };
  KithEditDialog *dialog;
  const KithPost *post;
  const KithPerson *person;

  kith_window_show_page (window, "people");
  trial_settle ();
  trial_press (page, "_New…");
  dialog = trial_find_dialog ();
  trial_press (dialog, "_Record");
  g_assert_true (trial_is_shown (dialog, "Give the name."));
  trial_type (dialog, "Name", "Cleo Weirwood");
  trial_type (dialog, "E-mail", "cleo");
  g_assert_true (
      trial_is_shown (dialog, "This is not an e-mail address. Write it as name@example.org."));
  trial_type (dialog, "E-mail", "cleo@example.org");
  trial_type (dialog, "Strong at: areas, ; between", "Oracy; Falconry");
  trial_type (dialog, "Post, such as headteacher", "Headteacher");
  trial_type (dialog, "School or organisation", "No Such Place");
  g_assert_nonnull (strstr (kith_edit_dialog_get_fault (dialog, "urn"), "“No Such Place”"));
  trial_type (dialog, "School or organisation", school);
  trial_type (dialog, "From", "1/9/2025");
  trial_type (dialog, "No longer from", "1/9/2024");
  g_assert_nonnull (kith_edit_dialog_get_fault (dialog, "to"));
  trial_type (dialog, "No longer from", "");
  trial_press (dialog, "_One more");
  kith_edit_dialog_set_text (dialog, "post-2", "Trustee");
  kith_edit_dialog_set_text (dialog, "days-2", "12");
  trial_save (window, "_Record");
  post = trial_get_last (window, KITH_TABLE_POST);
  g_assert_cmpstr (post->title, ==, "Trustee");
  g_assert_cmpfloat (post->days_a_year, ==, 12);
  g_assert_cmpstr (post[-1].title, ==, "Headteacher");
  g_assert_cmpuint (post[-1].from_date, ==, kith_date_new (2025, 9, 1));
  person = trial_get_last (window, KITH_TABLE_PERSON);
  g_assert_cmpint (post->person_id, ==, person->id);

  /* the second post goes; the first stays as it is */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-person", "x", person->id);
  cleo.what = NULL;
  trial_wait (is_chosen, &cleo);
  trial_settle ();
  trial_press (page, "_Change…");
  dialog = trial_find_dialog ();
  g_assert_cmpstr (kith_edit_dialog_get_text (dialog, "expertise"), ==, "Oracy; Falconry");
  {
    GtkWidget *group = gtk_widget_get_ancestor (
        trial_find_row (dialog, "Post, such as headteacher"), ADW_TYPE_PREFERENCES_GROUP);

    trial_press (gtk_widget_get_next_sibling (group), "Take out");
  }
  trial_save (window, "_Change");
  cleo.what = head;
  trial_wait (is_listed, &cleo);
  post = trial_get_last (window, KITH_TABLE_POST);
  g_assert_cmpstr (post->title, ==, "Headteacher");

  /* whoever was chosen stays chosen, is taken out and comes back */
  trial_wait (is_chosen, &cleo);
  trial_press (page, "_Change…");
  dialog = trial_find_dialog ();
  trial_type (dialog, "Name", "Cleo");
  trial_press (dialog, "_Take out this person");
  g_assert_true (trial_find_dialog () == dialog); /* what was typed is not thrown away */
  gtk_window_close (GTK_WINDOW (dialog));
  trial_settle ();
  trial_answer ("discard");
  trial_press (page, "_Change…");
  trial_save (window, "_Take out this person");
  trial_wait (is_not_listed, &cleo);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  trial_wait (is_listed, &cleo);
  trial_close_window (window);
}

static void
test_organisation (void)
{
  g_autoptr (GFile) file = trial_make_register ("organisation.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  GtkWidget *page = trial_find (window, KITH_TYPE_PEOPLE_PAGE, NULL);
  Sought body = { get_list (window, "organisations"), "Weirwood Housing", "housing association" };
  g_autofree char *first = NULL;
  KithEditDialog *dialog;
  gint64 id = KITH_INT_NONE;
  gsize n;
  const KithMembership *members =
      kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_MEMBERSHIP, &n);

  for (gsize i = 0; i < n && id == KITH_INT_NONE; i++)
    id = members[i].organisation_id;
  g_assert_cmpint (id, !=, KITH_INT_NONE);
  first = g_strdup (((const KithOrganisation *)kith_ledger_find (kith_session_get_ledger (session),
                                                                 KITH_TABLE_ORGANISATION, id))
                        ->name);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-organisation", "x", id);
  trial_wait (is_chosen, &(Sought){ body.list, first, NULL });
  trial_settle ();

  /* one that a partnership names stays, and says why */
  trial_press (page, "_Change…");
  dialog = trial_find_dialog ();
  trial_press (dialog, "_Take out this organisation");
  g_assert_true (trial_find_dialog () == dialog);
  g_assert_nonnull (
      kith_ledger_find (kith_session_get_ledger (session), KITH_TABLE_ORGANISATION, id));
  gtk_window_close (GTK_WINDOW (dialog));
  trial_settle ();

  trial_press (page, "_New…");
  dialog = trial_find_dialog ();
  trial_type (dialog, "Name", first);
  g_assert_nonnull (strstr (kith_edit_dialog_get_fault (dialog, "name"), "already"));
  trial_type (dialog, "Name", "Weirwood Housing");
  trial_choose (dialog, "Kind", 3);
  trial_type (dialog, "Number at Companies House", "RS 1");
  g_assert_nonnull (kith_edit_dialog_get_fault (dialog, "company"));
  trial_type (dialog, "Number at Companies House", "");
  trial_save (window, "_Record");
  trial_wait (is_listed, &body);

  gtk_editable_set_text (GTK_EDITABLE (trial_find (page, GTK_TYPE_SEARCH_ENTRY, NULL)),
                         "no such body");
  trial_wait (is_not_listed, &body);
  g_assert_true (trial_is_shown (page, "Nobody fits this search"));
  trial_press (page, "_Clear search");
  trial_wait (is_listed, &body);
  trial_close_window (window);
}

static GtkWindow *
find_list (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *at = all; at != NULL; at = at->next)
    if (g_strcmp0 (gtk_window_get_title (at->data), "Names that are alike") == 0)
      return at->data;
  return NULL;
}

static gboolean
has_pair (gpointer list)
{
  return trial_find_row (list, "Cleo Weirwood and Cleo Weirwod") != NULL;
}

static gboolean
has_no_pair (gpointer list)
{
  return !has_pair (list);
}

/* A name that is nearly another's is told while it is typed, and two that are one are merged */
static void
test_alike (void)
{
  g_autoptr (GFile) file = trial_make_register ("alike.kith");
  KithWindow *window = trial_open_window (file);
  KithSession *session = kith_window_get_session (window);
  GtkWidget *page = trial_find (window, KITH_TYPE_PEOPLE_PAGE, NULL);
  KithEditDialog *dialog;
  gsize n, n_after;
  GtkWindow *list;

  kith_window_show_page (window, "people");
  trial_settle ();
  for (guint i = 0; i < 2; i++)
    {
      trial_press (page, "_New…");
      dialog = trial_find_dialog ();
      trial_type (dialog, "Name", i == 0 ? "Cleo Weirwood" : "Cleo Weirwod");
      g_assert_true (
          trial_is_shown (dialog, "Kith knows “Cleo Weirwood” already. This would be another.") ==
          (i == 1));
      if (i == 1)
        {
          trial_press (dialog, "Use it");
          g_assert_cmpstr (kith_edit_dialog_get_text (dialog, "name"), ==, "Cleo Weirwood");
          trial_type (dialog, "Name", "Cleo Weirwod");
        }
      trial_type (dialog, "Post, such as headteacher", i == 0 ? "Trustee" : "System leader");
      trial_save (window, "_Record");
    }
  kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_PERSON, &n);
  trial_press (page, "_Alike…");
  list = find_list ();
  g_assert_nonnull (list);
  trial_wait (has_pair, list);
  {
    GtkWidget *row = trial_find_row (list, "Cleo Weirwood and Cleo Weirwod");

    trial_press (row, "_Merge…");
  }
  trial_save (window, "_Merge");
  trial_wait (has_no_pair, list);
  kith_ledger_get_rows (kith_session_get_ledger (session), KITH_TABLE_PERSON, &n_after);
  g_assert_cmpuint (n_after, ==, n - 1);
  {
    const KithPost *post = trial_get_last (window, KITH_TABLE_POST);

    g_assert_cmpstr (post->title, ==, "System leader");
    g_assert_cmpint (post->person_id, ==, post[-1].person_id);
  }
  gtk_window_close (list);
  trial_settle ();
  trial_close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people-page/a person from their making to their end", test_person);
  g_test_add_func ("/people-page/an organisation is made, one that is named stays",
                   test_organisation);
  g_test_add_func ("/people-page/one that was recorded twice becomes one", test_alike);
  status = g_test_run ();
  trial_end ();
  return status;
}

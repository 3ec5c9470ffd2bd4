/* test-partnerships.c: the ledger of partnerships, and whom each reaches
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-edit-families.h"
#include "kith-hubs-view.h"
#include "kith-map-view.h"
#include "kith-member-item.h"
#include "kith-partnership-item.h"
#include "kith-partnership-view.h"
#include "kith-partnerships-page.h"
#include "trial-app.h"

#include <string.h>

/* The page, and what it is made of. */
typedef struct
{
  KithWindow *window;
  KithSession *session;
  GtkWidget *page;
  GtkWidget *view;
  GListModel *ledger;
} Trial;

static gpointer
get_child (Trial *self, const char *name)
{
  return gtk_widget_get_template_child (self->page, KITH_TYPE_PARTNERSHIPS_PAGE, name);
}

static gpointer
get_part (Trial *self, const char *name)
{
  return gtk_widget_get_template_child (self->view, KITH_TYPE_PARTNERSHIP_VIEW, name);
}

static gboolean
is_made (gpointer data)
{
  Trial *self = data;

  return strcmp (gtk_stack_get_visible_child_name (get_child (self, "stack")), "waiting") != 0;
}

static void
begin (Trial *self, GFile *file)
{
  self->window = trial_open_window (file);
  self->session = kith_window_get_session (self->window);
  kith_window_show_page (self->window, "partnerships");
  self->page = trial_find (self->window, KITH_TYPE_PARTNERSHIPS_PAGE, NULL);
  self->view = get_child (self, "view");
  trial_wait (is_made, self);
  trial_settle ();
  self->ledger =
      G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (get_child (self, "ledger"))));
}

static void
end (Trial *self)
{
  trial_close_window (self->window);
}

static const char *
get_state (Trial *self)
{
  return gtk_stack_get_visible_child_name (get_child (self, "stack"));
}

static guint
count_partnerships (Trial *self, int state, KithKind kind)
{
  g_autoptr (GArray) all =
      kith_partnerships_list (kith_session_get_roll (self->session), NULL, NULL);
  guint n = 0;

  for (guint p = 0; p < all->len; p++)
    {
      const KithPartnership *partnership = &g_array_index (all, KithPartnership, p);

      n += (state < 0 || (int)partnership->state == state) &&
           (kind == KITH_N_KINDS || partnership->kind == kind);
    }
  return n;
}

typedef struct
{
  GListModel *rows;
  guint n;
} Awaited;

static gboolean
has_rows (gpointer data)
{
  const Awaited *awaited = data;

  return g_list_model_get_n_items (awaited->rows) == awaited->n;
}

/* A list comes, and is filtered, a few rows at a time. */
static void
await_rows (Trial *self, guint n)
{
  Awaited awaited = { self->ledger, n };

  trial_wait (has_rows, &awaited);
}

static void
begin_sample (Trial *self, const char *name)
{
  g_autoptr (GFile) file = trial_make_register (name);

  begin (self, file);
  await_rows (self, count_partnerships (self, KITH_PARTNERSHIP_ACTIVE, KITH_N_KINDS));
  trial_settle ();
}

typedef struct
{
  Trial *trial;
  const char *name;
} Told;

static gboolean
is_told (gpointer data)
{
  const Told *told = data;

  return strcmp (gtk_label_get_text (get_part (told->trial, "name")), told->name) == 0 &&
         strcmp (gtk_stack_get_visible_child_name (get_part (told->trial, "stack")),
                 "partnership") == 0;
}

/* The first in the ledger of that kind; what is shown in full waits for a worker. */
static KithPartnershipItem *
choose_kind (Trial *self, KithKind kind)
{
  Told told;

  for (guint i = 0; i < g_list_model_get_n_items (self->ledger); i++)
    {
      g_autoptr (KithPartnershipItem) item = g_list_model_get_item (self->ledger, i);

      if (kith_partnership_item_get (item)->kind != kind)
        continue;
      told = (Told){ self, kith_partnership_get_name (kith_partnership_item_get (item)) };
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->ledger), i, TRUE);
      trial_wait (is_told, &told);
      trial_settle ();
      return g_steal_pointer (&item);
    }
  g_assert_not_reached ();
}

static GListModel *
get_list (Trial *self, const char *name)
{
  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (get_part (self, name))));
}

static void
test_ledger (void)
{
  Trial trial;

  begin_sample (&trial, "ledger.kith");
  g_assert_cmpstr (get_state (&trial), ==, "ledger");
  g_assert_cmpuint (g_list_model_get_n_items (trial.ledger), ==,
                    count_partnerships (&trial, KITH_PARTNERSHIP_ACTIVE, KITH_N_KINDS));
  g_assert_true (g_str_has_suffix (gtk_label_get_text (get_child (&trial, "foot")),
                                   "Engaged: a contact under it in the last 12 months."));
  /* what officers look after comes first */
  for (guint i = 1; i < g_list_model_get_n_items (trial.ledger); i++)
    {
      g_autoptr (KithPartnershipItem) before = g_list_model_get_item (trial.ledger, i - 1);
      g_autoptr (KithPartnershipItem) item = g_list_model_get_item (trial.ledger, i);

      g_assert_false (kith_kind_is_standing (kith_partnership_item_get (before)->kind) &&
                      !kith_kind_is_standing (kith_partnership_item_get (item)->kind));
    }
  end (&trial);
}

/* So many that their numbers have two digits. */
#define FAMILIES 11

static KithEdit *
keep_families (KithSession *session)
{
  KithFamilyPlace places[2 * FAMILIES];
  KithFamiliesForm form = { .phase = "primary",
                            .places = places,
                            .n_places = G_N_ELEMENTS (places),
                            .n_families = FAMILIES,
                            .settings = "{}",
                            .result = "{}",
                            .on = kith_session_get_as_at (session) };

  for (guint i = 0; i < form.n_places; i++)
    {
      g_autoptr (KithRollItem) school =
          g_list_model_get_item (kith_session_get_schools (session), i);

      places[i] = (KithFamilyPlace){ kith_roll_item_get_urn (school), i / 2 };
    }
  return kith_edit_keep_families (kith_session_get_ledger (session), &form);
}

static guint
count_families (Trial *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->ledger); i++)
    {
      g_autoptr (KithPartnershipItem) item = g_list_model_get_item (self->ledger, i);

      n += kith_partnership_item_get (item)->kind == KITH_KIND_FAMILY;
    }
  return n;
}

static gboolean
has_families (gpointer data)
{
  return count_families (data) == FAMILIES;
}

static void
test_numbers (void)
{
  Trial trial;
  g_autoptr (KithEdit) edit = NULL;
  KithEntry entry = { 0 };
  guint n = 0;

  begin_sample (&trial, "numbers.kith");
  g_assert_cmpuint (count_families (&trial), ==, 0);
  edit = keep_families (trial.session);
  entry.what = edit->what;
  kith_session_apply (trial.session, edit->changes, &entry, NULL, NULL);
  trial_wait (has_families, &trial);
  for (guint i = 0; n < FAMILIES; i++)
    {
      g_autoptr (KithPartnershipItem) item = g_list_model_get_item (trial.ledger, i);
      g_autofree char *name = g_strdup_printf ("Family %u (primary)", n + 1);

      if (kith_partnership_item_get (item)->kind != KITH_KIND_FAMILY)
        continue;
      g_assert_cmpstr (kith_partnership_get_name (kith_partnership_item_get (item)), ==, name);
      n++;
    }
  end (&trial);
}

static void
choose (Trial *self, const char *what, guint line)
{
  gtk_drop_down_set_selected (get_child (self, what), line);
}

static void
test_filter (void)
{
  Trial trial;
  GtkEditable *search;
  guint n_active, n_hubs;

  begin_sample (&trial, "filter.kith");
  search = get_child (&trial, "search_entry");
  n_active = count_partnerships (&trial, KITH_PARTNERSHIP_ACTIVE, KITH_N_KINDS);
  n_hubs = count_partnerships (&trial, KITH_PARTNERSHIP_ACTIVE, KITH_KIND_HUB);
  choose (&trial, "state", 4);
  await_rows (&trial, count_partnerships (&trial, -1, KITH_N_KINDS));
  choose (&trial, "state", 3);
  await_rows (&trial, count_partnerships (&trial, KITH_PARTNERSHIP_ENDED, KITH_N_KINDS));
  choose (&trial, "state", 0);
  /* names of hubs have the word as well, and no others do */
  gtk_editable_set_text (search, "HUB");
  await_rows (&trial, n_hubs);
  g_assert_cmpuint (n_hubs, >, 0);
  gtk_editable_set_text (search, "no such thing");
  await_rows (&trial, 0);
  trial_settle ();
  g_assert_cmpstr (get_state (&trial), ==, "no-match");
  g_signal_emit_by_name (trial_find (gtk_stack_get_visible_child (get_child (&trial, "stack")),
                                     GTK_TYPE_BUTTON, "_Clear filter"),
                         "clicked");
  await_rows (&trial, n_active);
  trial_settle ();
  g_assert_cmpstr (get_state (&trial), ==, "ledger");
  end (&trial);
}

static void
test_kind (void)
{
  Trial trial;
  g_autoptr (KithPartnershipItem) item = NULL;

  begin_sample (&trial, "kind.kith");
  item = g_list_model_get_item (trial.ledger, 0);
  choose (&trial, "kind", 1);
  await_rows (&trial, count_partnerships (&trial, KITH_PARTNERSHIP_ACTIVE,
                                          kith_partnership_item_get (item)->kind));
  end (&trial);
}

static void
test_in_full (void)
{
  Trial trial;
  g_autoptr (KithPartnershipItem) item = NULL;
  const KithEngagement *engagement;
  g_autoptr (KithMemberItem) member = NULL;

  begin_sample (&trial, "full.kith");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (&trial, "stack")), ==, "none");
  item = choose_kind (&trial, KITH_KIND_HUB);
  engagement = &kith_partnership_item_get (item)->engagement;
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (&trial, "stack")), ==,
                   "partnership");
  g_assert_cmpstr (gtk_label_get_text (get_part (&trial, "name")), ==,
                   kith_partnership_get_name (kith_partnership_item_get (item)));
  g_assert_cmpuint (g_list_model_get_n_items (get_list (&trial, "members")), ==,
                    engagement->n_schools + engagement->n_others);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (&trial, "not_reached")), ==,
                    engagement->n_not_reached);
  g_assert_nonnull (trial_find (trial.view, GTK_TYPE_LABEL, "Several leaders"));
  g_assert_nonnull (trial_find (trial.view, GTK_TYPE_LABEL, "Data-sharing agreement"));

  /* a member that is chosen is chosen everywhere */
  gtk_stack_set_visible_child_name (get_part (&trial, "parts"), "members");
  trial_settle ();
  member = g_list_model_get_item (get_list (&trial, "members"), 1);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_list (&trial, "members")), 1, TRUE);
  g_assert_cmpint (kith_session_get_selected (trial.session), ==,
                   kith_member_item_get_urn (member));
  end (&trial);
}

static void
test_no_patch (void)
{
  Trial trial;
  g_autoptr (KithPartnershipItem) item = NULL;
  GtkWidget *list;

  begin_sample (&trial, "patch.kith");
  item = choose_kind (&trial, KITH_KIND_TRUST);
  list = gtk_widget_get_parent (get_part (&trial, "not_reached"));
  g_assert_false (
      gtk_stack_page_get_visible (gtk_stack_get_page (get_part (&trial, "parts"), list)));
  end (&trial);
}

static void
assert_shown (KithMapView *map, KithPartnershipItem *item)
{
  KithMapOptions shown;

  kith_map_view_get_options (map, &shown);
  g_assert_cmpint (shown.subject, ==, KITH_MAP_ARRANGEMENT);
  g_assert_cmpint (shown.arrangement_id, ==, kith_partnership_item_get_id (item));
}

static void
test_map (void)
{
  Trial trial;
  g_autoptr (KithPartnershipItem) item = NULL;
  KithMapView *map;

  begin_sample (&trial, "map.kith");
  item = choose_kind (&trial, KITH_KIND_HUB);
  g_signal_emit_by_name (get_part (&trial, "map_button"), "clicked");
  trial_settle ();
  map = trial_find (trial.window, KITH_TYPE_MAP_VIEW, NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (map)));
  assert_shown (map, item);
  /* and another, while the map page has its choice already */
  kith_window_show_page (trial.window, "partnerships");
  g_clear_object (&item);
  item = choose_kind (&trial, KITH_KIND_AREA_PARTNERSHIP);
  g_signal_emit_by_name (get_part (&trial, "map_button"), "clicked");
  trial_settle ();
  assert_shown (map, item);
  end (&trial);
}

/* Whether something of the roll that there is now is chosen. */
static gboolean
is_anew (gpointer data)
{
  Trial *self = data;
  KithPartnershipItem *item =
      gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (self->ledger));

  return item != NULL &&
         kith_partnership_item_get_roll (item) == kith_session_get_roll (self->session);
}

/* On another day the same partnership stays chosen, as it was then. */
static void
test_another_day (void)
{
  Trial trial;
  g_autoptr (KithPartnershipItem) item = NULL;
  KithPartnershipItem *again;

  begin_sample (&trial, "day.kith");
  item = choose_kind (&trial, KITH_KIND_HUB);
  kith_session_set_as_at (trial.session, kith_session_get_as_at (trial.session) - 90);
  trial_wait_for_roll (trial.session);
  trial_wait (is_anew, &trial);
  again = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (trial.ledger));
  g_assert_cmpint (kith_partnership_item_get_id (again), ==, kith_partnership_item_get_id (item));
  end (&trial);
}

static GListModel *
get_all (Trial *self, const char *what)
{
  GtkWidget *hubs = get_part (self, "hubs");

  return G_LIST_MODEL (gtk_column_view_get_model (
      GTK_COLUMN_VIEW (gtk_widget_get_template_child (hubs, KITH_TYPE_HUBS_VIEW, what))));
}

/* Before one is chosen, and again when asked for. */
static void
test_all_hubs (void)
{
  Trial trial;
  g_autoptr (GArray) untouched = NULL, lapses = NULL;
  g_autoptr (KithPartnershipItem) item = NULL;
  g_autoptr (KithMemberItem) school = NULL;
  Awaited awaited;

  begin_sample (&trial, "hubs.kith");
  untouched = kith_hubs_list_untouched (kith_session_get_roll (trial.session));
  lapses = kith_lapses_list (kith_session_get_roll (trial.session));
  awaited = (Awaited){ get_all (&trial, "untouched"), untouched->len };
  g_assert_cmpuint (untouched->len, >, 0);
  trial_wait (has_rows, &awaited);
  g_assert_cmpuint (g_list_model_get_n_items (get_all (&trial, "lapses")), ==, lapses->len);
  school = g_list_model_get_item (awaited.rows, 0);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (awaited.rows), 0, TRUE);
  g_assert_cmpint (kith_session_get_selected (trial.session), ==,
                   kith_member_item_get_urn (school));
  item = choose_kind (&trial, KITH_KIND_HUB);
  gtk_widget_activate_action (trial.page, "partnerships.all", NULL);
  trial_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (&trial, "stack")), ==, "none");
  g_assert_null (gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (trial.ledger)));
  end (&trial);
}

static void
test_empty (void)
{
  g_autoptr (GFile) file = g_file_get_child (trial_get_folder (), "empty.kith");
  KithStore *store = kith_store_create (file, NULL);
  Trial trial;

  g_assert_nonnull (store);
  g_object_unref (store);
  begin (&trial, file);
  g_assert_cmpstr (get_state (&trial), ==, "empty");
  end (&trial);
}

static void
test_names (void)
{
  Trial trial;

  begin_sample (&trial, "names.kith");
  gtk_test_accessible_assert_property (get_child (&trial, "search_entry"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search partnerships");
  gtk_test_accessible_assert_property (get_child (&trial, "kind"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Kind of partnership");
  gtk_test_accessible_assert_property (get_child (&trial, "state"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Active or ended");
  gtk_test_accessible_assert_property (get_child (&trial, "ledger"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Partnerships");
  gtk_test_accessible_assert_property (get_part (&trial, "members"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Members of the partnership");
  end (&trial);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/partnerships/active ones, with their counts below", test_ledger);
  g_test_add_func ("/partnerships/2 before 10", test_numbers);
  g_test_add_func ("/partnerships/by state and text", test_filter);
  g_test_add_func ("/partnerships/by kind", test_kind);
  g_test_add_func ("/partnerships/one in full, and its members", test_in_full);
  g_test_add_func ("/partnerships/a trust has no patch", test_no_patch);
  g_test_add_func ("/partnerships/one on the map", test_map);
  g_test_add_func ("/partnerships/on another day", test_another_day);
  g_test_add_func ("/partnerships/all hubs together", test_all_hubs);
  g_test_add_func ("/partnerships/none recorded", test_empty);
  g_test_add_func ("/partnerships/have names for who does not see them", test_names);
  status = g_test_run ();
  trial_end ();
  return status;
}

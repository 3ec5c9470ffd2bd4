/* kith-hubs-view.c: all hubs together: whom none touches, which share schools, what lapses
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-hubs-view.h"
#include "kith-lapse-item.h"
#include "kith-member-item.h"
#include "kith-overlap-item.h"
#include "kith-school-selection.h"
#include "kith-text-column.h"

#include <glib/gi18n.h>

/**
 * KithHubsView:
 *
 * Three lists, made in a worker.
 */
struct _KithHubsView
{
  AdwBin parent_instance;

  GtkStack *parts;
  GtkColumnView *untouched;
  GtkColumnView *overlaps;
  GtkColumnView *lapses;

  GListStore *untouched_items;
  GListStore *overlap_items;
  GListStore *lapse_items;
  KithSchoolSelection *selection;
  GCancellable *making;
};

G_DEFINE_FINAL_TYPE (KithHubsView, kith_hubs_view, ADW_TYPE_BIN)

/* What the worker makes. */
typedef struct
{
  GPtrArray *untouched; /* of KithMemberItem */
  GPtrArray *overlaps;  /* of KithOverlapItem */
  GPtrArray *lapses;    /* of KithLapseItem */
} Hubs;

static void
free_hubs (Hubs *hubs)
{
  g_ptr_array_unref (hubs->untouched);
  g_ptr_array_unref (hubs->overlaps);
  g_ptr_array_unref (hubs->lapses);
  g_free (hubs);
}

static void
make_in_worker (GTask *task, gpointer source, gpointer roll, GCancellable *cancellable)
{
  Hubs *hubs = g_new0 (Hubs, 1);

  hubs->untouched = kith_member_item_list_untouched (roll);
  hubs->overlaps = kith_overlap_item_list_all (roll);
  hubs->lapses = kith_lapse_item_list_all (roll);
  g_task_return_pointer (task, hubs, (GDestroyNotify)free_hubs);
}

/* Cells. */

static char *
dup_school (gpointer item)
{
  return g_strdup (kith_member_item_get (item)->name);
}

static char *
dup_authority (gpointer item)
{
  return g_strdup (kith_member_item_get (item)->authority);
}

static char *
dup_tier (gpointer item)
{
  const KithRollRow *row =
      kith_roll_find (kith_member_item_get_roll (item), kith_member_item_get_urn (item));

  return g_strdup (row != NULL ? kith_tier_get_words (row->tier) : NULL);
}

static char *
dup_hub (gpointer item)
{
  return g_strdup (kith_overlap_item_get_hub (item, 0)->name);
}

static char *
dup_other_hub (gpointer item)
{
  return g_strdup (kith_overlap_item_get_hub (item, 1)->name);
}

static char *
dup_shared (gpointer item)
{
  return kith_text_dup_count (kith_overlap_item_get_shared (item));
}

static char *
dup_sizes (gpointer item)
{
  return g_strdup_printf (_ ("%u and %u"), kith_overlap_item_get_hub (item, 0)->n_schools,
                          kith_overlap_item_get_hub (item, 1)->n_schools);
}

static char *
dup_lapsing (gpointer item)
{
  return g_strdup (kith_lapse_item_get_name (item));
}

static char *
dup_clock (gpointer item)
{
  return g_strdup (kith_clock_get_words (kith_lapse_item_get (item)->clock));
}

static char *
dup_day (gpointer item)
{
  return kith_lapse_dup_words (kith_lapse_item_get (item), kith_lapse_item_get_as_at (item));
}

static const KithTextColumn untouched_columns[] = {
  { N_ ("School"), 0, FALSE, dup_school, NULL },
  { N_ ("Authority"), 150, FALSE, dup_authority, NULL },
  { N_ ("Tier"), 98, FALSE, dup_tier, NULL },
};

static const KithTextColumn overlap_columns[] = {
  { N_ ("Hub"), 0, FALSE, dup_hub, NULL },
  { N_ ("And"), 250, FALSE, dup_other_hub, NULL },
  { N_ ("Share"), 60, TRUE, dup_shared, NULL },
  { N_ ("Schools"), 96, TRUE, dup_sizes, NULL },
};

static const KithTextColumn lapse_columns[] = {
  { N_ ("Partnership"), 0, FALSE, dup_lapsing, NULL },
  { N_ ("What"), 170, FALSE, dup_clock, NULL },
  { N_ ("Day"), 240, FALSE, dup_day, NULL },
};

static void
fill (GListStore *store, const GPtrArray *items)
{
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata,
                       items->len);
}

static void
set_title (KithHubsView *self, GtkColumnView *part, const char *words, guint n)
{
  g_autofree char *count = kith_text_dup_count (n);
  g_autofree char *title = g_strdup_printf (words, count);
  GtkWidget *child = gtk_widget_get_parent (GTK_WIDGET (part));

  gtk_stack_page_set_title (gtk_stack_get_page (self->parts, child), title);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithHubsView) self = data;
  g_autoptr (GError) error = NULL;
  Hubs *hubs = g_task_propagate_pointer (G_TASK (result), &error);

  if (hubs == NULL)
    return; /* it is of no use any more */
  g_clear_object (&self->making);
  fill (self->untouched_items, hubs->untouched);
  fill (self->overlap_items, hubs->overlaps);
  fill (self->lapse_items, hubs->lapses);
  set_title (self, self->untouched, _ ("Touched by no hub (%s)"), hubs->untouched->len);
  set_title (self, self->overlaps, _ ("Hubs that share schools (%s)"), hubs->overlaps->len);
  set_title (self, self->lapses, _ ("Lapsing (%s)"), hubs->lapses->len);
  kith_school_selection_follow (self->selection);
  free_hubs (hubs);
}

static void
stop_making (KithHubsView *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static void
row_activated_cb (KithHubsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-school", NULL);
}

static void
kith_hubs_view_dispose (GObject *object)
{
  KithHubsView *self = KITH_HUBS_VIEW (object);

  stop_making (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->untouched_items);
  g_clear_object (&self->overlap_items);
  g_clear_object (&self->lapse_items);
  G_OBJECT_CLASS (kith_hubs_view_parent_class)->dispose (object);
}

static void
kith_hubs_view_class_init (KithHubsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_hubs_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_schools/Kith/ui/kith-hubs-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KithHubsView, parts);
  gtk_widget_class_bind_template_child (widget_class, KithHubsView, untouched);
  gtk_widget_class_bind_template_child (widget_class, KithHubsView, overlaps);
  gtk_widget_class_bind_template_child (widget_class, KithHubsView, lapses);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
show_items (GtkColumnView *view, GListStore *items)
{
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (items)));

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (model));
}

static void
kith_hubs_view_init (KithHubsView *self)
{
  self->untouched_items = g_list_store_new (KITH_TYPE_MEMBER_ITEM);
  self->overlap_items = g_list_store_new (KITH_TYPE_OVERLAP_ITEM);
  self->lapse_items = g_list_store_new (KITH_TYPE_LAPSE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint c = 0; c < G_N_ELEMENTS (untouched_columns); c++)
    kith_text_column_add (self->untouched, &untouched_columns[c]);
  for (guint c = 0; c < G_N_ELEMENTS (overlap_columns); c++)
    kith_text_column_add (self->overlaps, &overlap_columns[c]);
  for (guint c = 0; c < G_N_ELEMENTS (lapse_columns); c++)
    kith_text_column_add (self->lapses, &lapse_columns[c]);
  show_items (self->overlaps, self->overlap_items);
  show_items (self->lapses, self->lapse_items);
}

/**
 * kith_hubs_view_set_session:
 * @session: whose selection its schools follow; set once
 */
void
kith_hubs_view_set_session (KithHubsView *self, KithSession *session)
{
  g_return_if_fail (self->selection == NULL);

  self->selection =
      kith_school_selection_new_of (session, G_LIST_MODEL (g_object_ref (self->untouched_items)),
                                    kith_member_item_get_urn, GTK_WIDGET (self->untouched));
  gtk_column_view_set_model (self->untouched, kith_school_selection_get_model (self->selection));
}

/**
 * kith_hubs_view_show:
 * @roll: (nullable): the roll
 *
 * Shows what all hubs do together, worked out in a worker; nothing where there is no roll.
 */
void
kith_hubs_view_show (KithHubsView *self, KithRoll *roll)
{
  g_autoptr (GTask) task = NULL;

  stop_making (self);
  if (roll == NULL)
    {
      g_list_store_remove_all (self->untouched_items);
      g_list_store_remove_all (self->overlap_items);
      g_list_store_remove_all (self->lapse_items);
      return;
    }
  self->making = g_cancellable_new ();
  task = g_task_new (NULL, self->making, made_cb, g_object_ref (self));
  g_task_set_task_data (task, kith_roll_ref (roll), (GDestroyNotify)kith_roll_unref);
  g_task_run_in_thread (task, make_in_worker);
}

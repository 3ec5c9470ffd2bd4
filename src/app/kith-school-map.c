/* kith-school-map.c: the selected school and those it works with, small
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-school-map.h"
#include "kith-map-picture.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* LOOK, section 9. */
#define HEIGHT_PX 146
#define LEAST_WIDTH_PX 200
#define PICK_MM 1.2

/**
 * KithSchoolMap:
 *
 * Follows the session's selection. The rows below it list the same schools, so it is no stop of
 * the Tab key; its label says in words what it shows.
 */
struct _KithSchoolMap
{
  GtkWidget parent_instance;

  KithSession *session;
  KithMapPicture *picture; /* NULL until it is made, and where there is none */
  GCancellable *making;
  guint idle;
  int width; /* that the picture is made for */
};

G_DEFINE_FINAL_TYPE (KithSchoolMap, kith_school_map, GTK_TYPE_WIDGET)

static void
tell (KithSchoolMap *self)
{
  g_autofree char *words = NULL;

  if (self->picture != NULL)
    words = g_strdup_printf ("%s. %s.", kith_map_get_title (self->picture->map),
                             kith_map_get_finding (self->picture->map));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : _ ("Map of the school"), -1);
}

static void
picture_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithSchoolMap) self = data;
  g_autoptr (GError) error = NULL;
  KithMapPicture *picture = kith_map_picture_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->making);
  g_clear_pointer (&self->picture, kith_map_picture_free);
  self->picture = picture;
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
make_picture_cb (gpointer data)
{
  KithSchoolMap *self = KITH_SCHOOL_MAP (data);
  KithRoll *roll = kith_session_get_roll (self->session);
  KithMapOptions options = {
    .subject = KITH_MAP_SCHOOL,
    .layout = KITH_MAP_NETWORK,
    .urn = kith_session_get_selected (self->session),
    .width = self->width / KITH_MAP_SCREEN_PX,
    .height = HEIGHT_PX / KITH_MAP_SCREEN_PX,
    .centre = KITH_PLACE_NONE,
    .seed = 1,
  };

  self->idle = 0;
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  if (roll == NULL || options.urn == 0 || self->width < LEAST_WIDTH_PX ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;
  self->making = g_cancellable_new ();
  kith_map_picture_make (roll, NULL, &options,
                         adw_style_manager_get_dark (adw_style_manager_get_default ()),
                         gtk_widget_get_scale_factor (GTK_WIDGET (self)), self->making,
                         picture_made_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* What it shows is of another school, day or colour: it goes, and the new one comes. */
static void
renew (KithSchoolMap *self)
{
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_pointer (&self->picture, kith_map_picture_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->idle == 0)
    self->idle = g_idle_add (make_picture_cb, self);
}

static gint64
pick (KithSchoolMap *self, double x, double y)
{
  KithPoint at = { x / KITH_MAP_SCREEN_PX, y / KITH_MAP_SCREEN_PX };

  if (self->picture == NULL)
    return 0;
  return kith_scene_pick (kith_map_get_scene (self->picture->map), at, PICK_MM);
}

static void
released_cb (KithSchoolMap *self, int n, double x, double y)
{
  gint64 urn = pick (self, x, y);

  if (urn != 0)
    kith_session_set_selected (self->session, urn);
}

static gboolean
kith_school_map_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  KithSchoolMap *self = KITH_SCHOOL_MAP (widget);
  gint64 urn = is_keyboard ? 0 : pick (self, x, y);
  KithNetwork *network;
  guint school, n;

  if (urn == 0 || kith_session_get_roll (self->session) == NULL)
    return FALSE;
  network = kith_roll_get_network (kith_session_get_roll (self->session));
  school = kith_network_find_school (network, urn);
  if (school == KITH_INDEX_NONE)
    return FALSE;
  gtk_tooltip_set_text (tooltip, kith_network_get_schools (network, &n)[school].record->name);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 8, y - 8, 16, 16 });
  return TRUE;
}

static void
kith_school_map_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH_PX : HEIGHT_PX;
}

static void
kith_school_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KithSchoolMap *self = KITH_SCHOOL_MAP (widget);

  if (self->width == width)
    return;
  self->width = width;
  renew (self);
}

static void
kith_school_map_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kith_school_map_parent_class)->map (widget);
  renew (KITH_SCHOOL_MAP (widget));
}

static void
kith_school_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithSchoolMap *self = KITH_SCHOOL_MAP (widget);
  KithScene *scene;

  if (self->picture == NULL)
    return;
  scene = kith_map_get_scene (self->picture->map);
  gtk_snapshot_append_texture (
      snapshot, self->picture->texture,
      &GRAPHENE_RECT_INIT (0, 0, ceil (kith_scene_get_width (scene) * KITH_MAP_SCREEN_PX),
                           ceil (kith_scene_get_height (scene) * KITH_MAP_SCREEN_PX)));
}

static void
kith_school_map_dispose (GObject *object)
{
  KithSchoolMap *self = KITH_SCHOOL_MAP (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_object (&self->session);
  g_clear_pointer (&self->picture, kith_map_picture_free);
  G_OBJECT_CLASS (kith_school_map_parent_class)->dispose (object);
}

static void
kith_school_map_class_init (KithSchoolMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_school_map_dispose;
  widget_class->measure = kith_school_map_measure;
  widget_class->size_allocate = kith_school_map_size_allocate;
  widget_class->map = kith_school_map_map;
  widget_class->snapshot = kith_school_map_snapshot;
  widget_class->query_tooltip = kith_school_map_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "schoolmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kith_school_map_init (KithSchoolMap *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (renew),
                           self, G_CONNECT_SWAPPED);
  tell (self);
}

/**
 * kith_school_map_set_session:
 * @session: whose selection is followed; set once
 */
void
kith_school_map_set_session (KithSchoolMap *self, KithSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (renew), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
}

/**
 * kith_school_map_get_map:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
KithMap *
kith_school_map_get_map (KithSchoolMap *self)
{
  return self->picture != NULL ? self->picture->map : NULL;
}

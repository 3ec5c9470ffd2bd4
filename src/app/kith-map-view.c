/* kith-map-view.c: a map to be looked at: moved, enlarged, asked
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-view.h"
#include "kith-map-card.h"
#include "kith-map-change.h"
#include "kith-map-hand.h"
#include "kith-map-keys.h"
#include "kith-map-moves.h"
#include "kith-map-picture.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* The picture is this much larger than the view, so that moving a little needs no new one. */
#define AROUND 1.6
/* A new picture is asked for when the wheel has been still for so long. */
#define STILL_MS 120
#define ZOOM_STEP 1.25
#define NEAREST_METRES_PER_PX 0.5
#define FARTHEST_METRES_PER_PX 2000.0
/* The same of pictures whose places are none on the ground. */
#define NEAREST_LAYOUT 0.02
#define FARTHEST_LAYOUT 4.0
#define PICK_MM 1.2
/* Nearer than this to the edge a school is hardly seen. */
#define EDGE_PX 20

/* From one map to the next; what lies under the marks goes first, and comes last. */
#define CHANGE_MS 340
#define GONE_BY 0.45
#define COMES_FROM 0.6

/**
 * KithMapView:
 *
 * Shows what a worker has painted, moved and enlarged until the worker has painted anew. Signal
 * "changed": another map, or a reason why there is none.
 */
struct _KithMapView
{
  GtkWidget parent_instance;

  KithSession *session;
  KithMapSubject subject;
  KithMapLayout layout;
  gint64 arrangement_id; /* of a map of one */
  gint64 urn;            /* of a picture of one school */
  KithMapLayers layers;
  KithDate moment;    /* another day than the roll's, or unknown */
  KithLedger *strewn; /* where marks stood on the days that were shown, nullable */

  KithMapPicture *picture; /* NULL until the first is made */
  char *problem;           /* why there is none */
  GCancellable *making;
  guint timer;

  gboolean is_fitted;   /* shows all of it; else what follows holds */
  KithPlace centre;     /* in the middle of the view */
  double metres_per_px; /* its scale */
  double pointer_x, pointer_y;
  double pinched; /* how far the fingers have come apart so far */
  KithMapHand *hand;

  gboolean is_other;       /* what is asked for is another map, not the same anew */
  KithMapChange *change;   /* NULL but while marks are on their way to it */
  KithMapPicture *leaving; /* from where */
  KithMapFrame leaving_frame;
  AdwAnimation *animation;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (KithMapView, kith_map_view, GTK_TYPE_WIDGET)

static void ask_for_picture (KithMapView *self, guint delay_ms);

/* From the ground to the screen. */

/* How much larger the picture is shown than it was painted. */
static double
get_zoom (KithMapView *self)
{
  return kith_map_get_metres_per_mm (self->picture->map) / self->picture->px_per_mm /
         self->metres_per_px;
}

/**
 * kith_map_view_get_frame:
 *
 * Returns: where the scene lies in the widget; only where there is a map
 */
KithMapFrame
kith_map_view_get_frame (KithMapView *self)
{
  KithPoint middle = kith_map_find_point (self->picture->map, self->centre);
  KithMapFrame frame = { .px = self->picture->px_per_mm * get_zoom (self),
                         .width = gtk_widget_get_width (GTK_WIDGET (self)),
                         .height = gtk_widget_get_height (GTK_WIDGET (self)) };

  frame.origin = (KithPoint){ frame.width / 2.0 - middle.x * frame.px,
                              frame.height / 2.0 - middle.y * frame.px };
  return frame;
}

static KithPoint
find_scene_point (KithMapView *self, double x, double y)
{
  KithMapFrame frame = kith_map_view_get_frame (self);

  return kith_map_frame_find_scene (&frame, (KithPoint){ x, y });
}

static KithPlace
find_place (KithMapView *self, double x, double y)
{
  return kith_map_find_place (self->picture->map, find_scene_point (self, x, y));
}

/* The picture. */

static gboolean
covers_view (KithMapView *self)
{
  KithScene *scene = kith_map_get_scene (self->picture->map);
  KithPoint first = find_scene_point (self, 0, 0);
  KithPoint last = find_scene_point (self, gtk_widget_get_width (GTK_WIDGET (self)),
                                     gtk_widget_get_height (GTK_WIDGET (self)));

  return first.x >= 0 && first.y >= 0 && last.x <= kith_scene_get_width (scene) &&
         last.y <= kith_scene_get_height (scene);
}

/* From one map to the next. */

static void
end_change (KithMapView *self)
{
  g_clear_object (&self->animation);
  g_clear_pointer (&self->change, kith_map_change_free);
  g_clear_pointer (&self->leaving, kith_map_picture_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_progress (double progress, KithMapView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where the desktop asks for less motion, libadwaita is there at once. */
static void
begin_change (KithMapView *self, KithMapPicture *from, const KithMapFrame *from_frame)
{
  KithMapFrame frame = kith_map_view_get_frame (self);

  self->change = kith_map_change_new (kith_map_get_scene (from->map), from_frame,
                                      kith_map_get_scene (self->picture->map), &frame);
  self->leaving = from;
  self->leaving_frame = *from_frame;
  if (self->change == NULL)
    {
      end_change (self);
      return;
    }
  self->animation = adw_timed_animation_new (
      GTK_WIDGET (self), 0, 1, CHANGE_MS,
      adw_callback_animation_target_new ((AdwAnimationTargetFunc)show_progress, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_object (self->animation, "done", G_CALLBACK (end_change), self,
                           G_CONNECT_SWAPPED);
  adw_animation_play (self->animation);
}

static void
stop_change (KithMapView *self)
{
  if (self->animation != NULL)
    adw_animation_skip (self->animation);
}

/* While days go by, marks stand where they stood on those before. */
static KithLedger *
dup_positions (KithMapView *self)
{
  if (self->strewn != NULL)
    return kith_ledger_ref (self->strewn);
  return kith_map_moves_dup_ledger (kith_map_moves_get (self->session));
}

/* Whoever comes in on another day stays where they came while days go by. */
static void
strew (KithMapView *self)
{
  g_autoptr (KithLedger) ledger = dup_positions (self);

  if (ledger == NULL || self->picture == NULL)
    return;
  g_clear_pointer (&self->strewn, kith_ledger_unref);
  self->strewn = kith_map_make_steady (self->picture->map, ledger);
}

/* A network stands tomorrow where it stands today. Nobody put it there, and nobody needs to know:
 * where it cannot be kept now, it is found again. */
static void
keep_positions (KithMapView *self)
{
  g_autoptr (KithChangeset) changes = NULL;

  if (self->moment != KITH_DATE_UNKNOWN)
    {
      strew (self);
      return;
    }
  if (!kith_session_can_keep (self->session))
    return;
  changes = kith_map_make_positions (self->picture->map, kith_session_get_ledger (self->session));
  if (changes != NULL)
    kith_session_keep (self->session, changes, NULL, NULL);
}

static void
fit_to (KithMapView *self, KithMapPicture *picture)
{
  KithScene *scene = kith_map_get_scene (picture->map);
  KithPoint middle = { kith_scene_get_width (scene) / 2, kith_scene_get_height (scene) / 2 };

  self->centre = kith_map_find_place (picture->map, middle);
  self->metres_per_px = kith_map_get_metres_per_mm (picture->map) / picture->px_per_mm;
}

static void
adopt_picture (KithMapView *self, KithMapPicture *picture)
{
  g_autoptr (KithMapPicture) old = g_steal_pointer (&self->picture);
  KithMapFrame old_frame = { 0 };
  gboolean is_other = self->is_other && old != NULL && picture != NULL;

  if (is_other)
    {
      self->picture = old;
      old_frame = kith_map_view_get_frame (self);
    }
  self->is_other = FALSE;
  self->picture = picture;
  if (picture == NULL)
    return;
  keep_positions (self);
  if (self->is_fitted)
    fit_to (self, picture);
  if (is_other)
    begin_change (self, g_steal_pointer (&old), &old_frame);
}

static void
picture_made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KithMapView) self = data;
  g_autoptr (GError) error = NULL;
  KithMapPicture *picture = kith_map_picture_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->making);
  stop_change (self);
  g_clear_pointer (&self->problem, g_free);
  if (picture == NULL)
    self->problem = g_strdup (error->message);
  adopt_picture (self, picture);
  g_signal_emit (self, changed_signal, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* While days go by it may be that there is none on one of them: it is out of sight, and waits for
 * the next. */
static gboolean
is_wanted (KithMapView *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self)) ||
         (self->moment != KITH_DATE_UNKNOWN && self->problem != NULL);
}

static gboolean
make_picture_cb (gpointer data)
{
  KithMapView *self = KITH_MAP_VIEW (data);
  g_autoptr (KithLedger) positions = dup_positions (self);
  KithMapMoment moment = { NULL, self->moment };
  KithRoll *roll = kith_session_get_roll (self->session);
  double around = self->is_fitted ? 1 : AROUND;
  KithMapOptions options;

  kith_map_view_get_options (self, &options);
  options.positions = positions;
  options.is_steady = self->moment != KITH_DATE_UNKNOWN;
  options.fit_width = gtk_widget_get_width (GTK_WIDGET (self)) / KITH_MAP_SCREEN_PX;
  options.fit_height = gtk_widget_get_height (GTK_WIDGET (self)) / KITH_MAP_SCREEN_PX;
  options.width = options.fit_width * around;
  options.height = options.fit_height * around;
  if (!self->is_fitted)
    {
      options.centre = self->centre;
      options.metres_per_mm = self->metres_per_px * KITH_MAP_SCREEN_PX;
    }

  self->timer = 0;
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  if (roll == NULL || !is_wanted (self) || options.width < 10 || options.height < 10)
    return G_SOURCE_REMOVE;
  self->making = g_cancellable_new ();
  if (self->moment != KITH_DATE_UNKNOWN)
    moment.ledger = kith_session_get_ledger (self->session);
  kith_map_picture_make (roll, &moment, &options,
                         adw_style_manager_get_dark (adw_style_manager_get_default ()),
                         gtk_widget_get_scale_factor (GTK_WIDGET (self)), self->making,
                         picture_made_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
ask_for_picture (KithMapView *self, guint delay_ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (delay_ms, make_picture_cb, self);
}

/* Moving and enlarging. */

static void
move_to (KithMapView *self, KithPlace centre)
{
  stop_change (self);
  self->centre = centre;
  self->is_fitted = FALSE;
  if (!covers_view (self))
    ask_for_picture (self, STILL_MS);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What lies under the point stays under it. */
static void
zoom_at (KithMapView *self, double factor, double x, double y)
{
  KithPlace under;
  double dx = x - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double dy = y - gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if (self->picture == NULL)
    return;
  stop_change (self);
  under = find_place (self, x, y);
  self->metres_per_px =
      self->layout == KITH_MAP_GEOGRAPHIC
          ? CLAMP (self->metres_per_px / factor, NEAREST_METRES_PER_PX, FARTHEST_METRES_PER_PX)
          : CLAMP (self->metres_per_px / factor, NEAREST_LAYOUT, FARTHEST_LAYOUT);
  self->centre.x = under.x - dx * self->metres_per_px;
  self->centre.y = under.y + dy * self->metres_per_px;
  self->is_fitted = FALSE;
  ask_for_picture (self, STILL_MS);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
scrolled_cb (KithMapView *self, double dx, double dy)
{
  zoom_at (self, pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (KithMapView *self)
{
  self->pinched = 1;
  self->moment = KITH_DATE_UNKNOWN;
}

/* What lies between the fingers stays there. */
static void
pinch_cb (KithMapView *self, double scale, GtkGesture *pinch)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if (gtk_gesture_is_active (pinch))
    gtk_gesture_get_bounding_box_center (pinch, &x, &y);
  zoom_at (self, scale / self->pinched, x, y);
  self->pinched = scale;
}

static void
pointer_moved_cb (KithMapView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

/* Asking. */

static gboolean
kith_map_view_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean is_keyboard, GtkTooltip *tooltip)
{
  KithMapView *self = KITH_MAP_VIEW (widget);
  gint64 urn = is_keyboard ? 0 : kith_map_view_pick (self, x, y);
  g_autofree char *card = urn != 0 ? kith_map_card_dup_markup (self->session, urn) : NULL;

  if (card == NULL)
    return FALSE;
  gtk_tooltip_set_markup (tooltip, card);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 8, y - 8, 16, 16 });
  return TRUE;
}

/* The keyboard. */

static gboolean
key_pressed_cb (KithMapView *self, guint key, guint code, GdkModifierType state)
{
  return self->picture != NULL && kith_map_keys_press (self, self->hand, key, state);
}

/* Drawing. */

static void
append_ground (GtkSnapshot *snapshot, int width, int height)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  KithColour page = kith_theme_get_colour (
      kith_theme_get (is_dark ? KITH_THEME_DARK : KITH_THEME_LIGHT), KITH_INK (KITH_ROLE_PAGE));

  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ page.red, page.green, page.blue, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
append_picture (KithMapPicture *picture,
                const KithMapFrame *frame,
                double opacity,
                GtkSnapshot *snapshot)
{
  KithScene *scene = kith_map_get_scene (picture->map);

  if (opacity <= 0)
    return;
  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  /* whole pixels: nothing is blurred by moving */
  gtk_snapshot_append_texture (
      snapshot, picture->texture,
      &GRAPHENE_RECT_INIT (round (frame->origin.x), round (frame->origin.y),
                           ceil (kith_scene_get_width (scene) * frame->px),
                           ceil (kith_scene_get_height (scene) * frame->px)));
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}

static void
append_pointed_out (KithMapView *self,
                    const KithScene *scene,
                    const KithMapFrame *frame,
                    GtkSnapshot *snapshot)
{
  kith_map_overlay_add_chosen (snapshot, scene, frame, kith_session_get_chosen (self->session));
  kith_map_overlay_add_selected (snapshot, scene, frame, kith_session_get_selected (self->session));
}

static void
append_map (KithMapView *self, GtkSnapshot *snapshot)
{
  KithMapFrame frame = kith_map_view_get_frame (self);

  append_picture (self->picture, &frame, 1, snapshot);
  append_pointed_out (self, kith_map_get_scene (self->picture->map), &frame, snapshot);
  kith_map_overlay_add_pins (snapshot, self->picture->map, &frame);
  kith_map_hand_draw (self->hand, snapshot, &frame);
}

static void
append_change (KithMapView *self, GtkSnapshot *snapshot)
{
  double progress = adw_animation_get_value (self->animation);
  KithMapFrame frame = kith_map_view_get_frame (self);
  KithMapFrame own = kith_map_change_get_frame (self->change);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (KithScene) scene = kith_map_change_make_scene (self->change, progress);
  g_autoptr (GdkTexture) marks = kith_map_picture_paint (
      scene, adw_style_manager_get_dark (adw_style_manager_get_default ()), own.px * scale);

  append_picture (self->leaving, &self->leaving_frame, 1 - progress / GONE_BY, snapshot);
  append_picture (self->picture, &frame, (progress - COMES_FROM) / (1 - COMES_FROM), snapshot);
  gtk_snapshot_append_texture (snapshot, marks,
                               &GRAPHENE_RECT_INIT (0, 0, gdk_texture_get_width (marks) / scale,
                                                    gdk_texture_get_height (marks) / scale));
  append_pointed_out (self, scene, &own, snapshot);
}

static void
kith_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KithMapView *self = KITH_MAP_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  append_ground (snapshot, width, height);
  if (self->picture != NULL)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      if (self->change != NULL)
        append_change (self, snapshot);
      else
        append_map (self, snapshot);
      gtk_snapshot_pop (snapshot);
    }
  if (gtk_widget_has_visible_focus (widget))
    gtk_snapshot_render_focus (snapshot, gtk_widget_get_style_context (widget), 1, 1, width - 2,
                               height - 2);
}

static void
kith_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  kith_map_hand_allocate (KITH_MAP_VIEW (widget)->hand);
  ask_for_picture (KITH_MAP_VIEW (widget), STILL_MS / 4);
}

static void
kith_map_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kith_map_view_parent_class)->map (widget);
  ask_for_picture (KITH_MAP_VIEW (widget), 0);
}

static void
theme_changed_cb (KithMapView *self)
{
  ask_for_picture (self, 0);
}

static void
roll_changed_cb (KithMapView *self)
{
  if (kith_session_get_roll (self->session) == NULL)
    {
      stop_change (self);
      self->moment = KITH_DATE_UNKNOWN;
      g_clear_pointer (&self->picture, kith_map_picture_free);
      self->is_fitted = TRUE;
    }
  ask_for_picture (self, 0);
}

/* Perhaps it is another register. */
static void
register_changed_cb (KithMapView *self)
{
  g_clear_pointer (&self->strewn, kith_ledger_unref);
}

static void
marks_moved_cb (KithMapView *self)
{
  g_clear_pointer (&self->strewn, kith_ledger_unref);
  /* the rest stays where it is seen, also where it was all that there is */
  if (self->picture != NULL)
    self->is_fitted = FALSE;
  ask_for_picture (self, 0);
}

/* What is said of the map is of the school that the arrow keys have come to. */
static void
tell (KithMapView *self)
{
  g_autofree char *school =
      kith_map_card_dup_words (self->session, kith_session_get_selected (self->session));
  g_autofree char *words = school != NULL ? g_strdup_printf (_ ("Map: %s"), school) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : _ ("Map"), -1);
}

static void
selection_changed_cb (KithMapView *self)
{
  gint64 urn = kith_session_get_selected (self->session);

  if (self->subject == KITH_MAP_SCHOOL && urn != 0 && urn != self->urn &&
      !gtk_widget_has_focus (GTK_WIDGET (self)))
    {
      self->urn = urn;
      kith_map_view_fit (self);
    }
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
kith_map_view_dispose (GObject *object)
{
  KithMapView *self = KITH_MAP_VIEW (object);

  stop_change (self);
  g_clear_pointer (&self->hand, kith_map_hand_free);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_object (&self->session);
  g_clear_pointer (&self->picture, kith_map_picture_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->layers.only, g_hash_table_unref);
  g_clear_pointer (&self->strewn, kith_ledger_unref);
  G_OBJECT_CLASS (kith_map_view_parent_class)->dispose (object);
}

static void
kith_map_view_class_init (KithMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_map_view_dispose;
  widget_class->snapshot = kith_map_view_snapshot;
  widget_class->size_allocate = kith_map_view_size_allocate;
  widget_class->map = kith_map_view_map;
  widget_class->query_tooltip = kith_map_view_query_tooltip;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (KithMapView *self)
{
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
kith_map_view_init (KithMapView *self)
{
  self->arrangement_id = KITH_INT_NONE;
  self->is_fitted = TRUE;
  self->centre = KITH_PLACE_NONE;
  self->pinched = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
  self->hand = kith_map_hand_new (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (theme_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("The list beside it says the same."), -1);
}

/**
 * kith_map_view_set_session:
 * @session: whose roll is shown; set once
 */
void
kith_map_view_set_session (KithMapView *self, KithSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (register_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "roll-changed", G_CALLBACK (roll_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kith_session_get_chosen (session), "changed",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kith_map_moves_get (session), "changed", G_CALLBACK (marks_moved_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * kith_map_view_get_session:
 *
 * Returns: (transfer none): whose roll is shown
 */
KithSession *
kith_map_view_get_session (KithMapView *self)
{
  return self->session;
}

/**
 * kith_map_view_set_tool:
 * @tool: what dragging with the pointer does; with Shift it draws a box in any case
 */
void
kith_map_view_set_tool (KithMapView *self, KithMapTool tool)
{
  kith_map_hand_set_tool (self->hand, tool);
}

/**
 * kith_map_view_show:
 * @subject: the whole system, an arrangement, or the school that is selected
 * @arrangement_id: key of the arrangement, where it is of one
 * @layout: what places mean
 *
 * A picture of a school stays with it while schools are selected in the picture, and goes to
 * whichever is selected elsewhere.
 */
void
kith_map_view_show (KithMapView *self,
                    KithMapSubject subject,
                    gint64 arrangement_id,
                    KithMapLayout layout)
{
  gint64 urn = subject == KITH_MAP_SCHOOL ? kith_session_get_selected (self->session) : 0;

  if (self->subject == subject && self->arrangement_id == arrangement_id &&
      self->layout == layout && self->urn == urn)
    return;
  self->subject = subject;
  self->arrangement_id = arrangement_id;
  self->layout = layout;
  self->urn = urn;
  self->is_other = TRUE;
  kith_map_view_fit (self);
}

/**
 * kith_map_view_set_layers:
 * @layers: what is left out; who it is narrowed to is no longer changed
 */
void
kith_map_view_set_layers (KithMapView *self, const KithMapLayers *layers)
{
  if (layers->only != NULL)
    g_hash_table_ref (layers->only);
  g_clear_pointer (&self->layers.only, g_hash_table_unref);
  self->layers = *layers;
  ask_for_picture (self, 0);
}

/**
 * kith_map_view_show_moment:
 * @day: another day than the roll's; unknown for the roll's again
 *
 * Shows the map as at that day. What is seen stays in its place; a picture that is on its way is
 * given up.
 */
void
kith_map_view_show_moment (KithMapView *self, KithDate day)
{
  if (self->moment == day)
    return;
  if (self->picture != NULL)
    self->is_fitted = FALSE;
  if (self->moment == KITH_DATE_UNKNOWN)
    strew (self);
  self->moment = day;
  ask_for_picture (self, 0);
}

/**
 * kith_map_view_get_options:
 * @options: (out caller-allocates): what is shown, for a picture of any size
 */
void
kith_map_view_get_options (KithMapView *self, KithMapOptions *options)
{
  *options = (KithMapOptions){ .subject = self->subject,
                               .arrangement_id = self->arrangement_id,
                               .layout = self->layout,
                               .urn = self->urn,
                               .centre = KITH_PLACE_NONE,
                               .layers = self->layers,
                               .seed = 1 };
}

/**
 * kith_map_view_get_map:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
KithMap *
kith_map_view_get_map (KithMapView *self)
{
  return self->picture != NULL ? self->picture->map : NULL;
}

/**
 * kith_map_view_get_problem:
 *
 * Returns: (transfer none) (nullable): why nothing is shown
 */
const char *
kith_map_view_get_problem (KithMapView *self)
{
  return self->problem;
}

/**
 * kith_map_view_fit:
 *
 * Shows all of it.
 */
void
kith_map_view_fit (KithMapView *self)
{
  self->is_fitted = TRUE;
  ask_for_picture (self, 0);
}

/**
 * kith_map_view_zoom:
 * @factor: above 1 to see less, larger
 *
 * Enlarges about the middle.
 */
void
kith_map_view_zoom (KithMapView *self, double factor)
{
  zoom_at (self, factor, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
           gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

/**
 * kith_map_view_pan:
 * @dx: pixels to the right that the map moves
 * @dy: pixels down
 */
void
kith_map_view_pan (KithMapView *self, double dx, double dy)
{
  if (self->picture != NULL)
    move_to (self, (KithPlace){ self->centre.x - dx * self->metres_per_px,
                                self->centre.y + dy * self->metres_per_px });
}

/**
 * kith_map_view_find:
 * @x: (out): where it stands, in the widget's pixels
 * @y: (out): the same
 *
 * Returns: whether the school is on the map
 */
gboolean
kith_map_view_find (KithMapView *self, gint64 urn, double *x, double *y)
{
  KithPoint at;
  KithMapFrame frame;
  double r;

  if (self->picture == NULL ||
      !kith_scene_find (kith_map_get_scene (self->picture->map), urn, &at, &r))
    return FALSE;
  frame = kith_map_view_get_frame (self);
  at = kith_map_frame_find_view (&frame, at);
  *x = at.x;
  *y = at.y;
  return TRUE;
}

/**
 * kith_map_view_pick:
 * @x: in the widget's pixels
 * @y: the same
 *
 * Returns: the school whose mark lies there, 0 for none
 */
gint64
kith_map_view_pick (KithMapView *self, double x, double y)
{
  if (self->picture == NULL)
    return 0;
  return kith_scene_pick (kith_map_get_scene (self->picture->map), find_scene_point (self, x, y),
                          PICK_MM / get_zoom (self));
}

/**
 * kith_map_view_show_school:
 *
 * Selects a school, and brings it into sight where it is on the map.
 */
void
kith_map_view_show_school (KithMapView *self, gint64 urn)
{
  double x, y;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  kith_session_set_selected (self->session, urn);
  if (kith_map_view_find (self, urn, &x, &y) &&
      (x < EDGE_PX || y < EDGE_PX || x > width - EDGE_PX || y > height - EDGE_PX))
    move_to (self, find_place (self, x, y));
}

/**
 * kith_map_view_is_changing:
 *
 * Returns: whether marks are on their way from one map to the next
 */
gboolean
kith_map_view_is_changing (KithMapView *self)
{
  return self->change != NULL;
}

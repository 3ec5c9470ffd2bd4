/* kith-map-hand.c: what the pointer does with a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-hand.h"
#include "kith-band.h"
#include "kith-map-moves.h"

#include <glib/gi18n.h>
#include <math.h>

/* Nearer than this to where it began it is a click. */
#define CLICK_PX 4

/* With one of those that are chosen go all of them, where they are no more than this. */
#define MOST_TOGETHER 200

typedef enum
{
  HAND_IDLE,
  HAND_MOVES_MAP,
  HAND_DRAWS_BAND,
  HAND_MOVES_MARK,
} HandWork;

struct _KithMapHand
{
  KithMapView *view; /* owns this */
  KithMapTool tool;
  HandWork work;
  gboolean is_adding; /* Ctrl is held: what is chosen joins what is chosen already */
  KithPoint start;    /* in the widget */
  KithPoint last;     /* where the pointer was before, from there */
  gint64 urn;         /* of the mark under it when it began, or 0 */
  KithBand *band;
  GtkGesture *drag, *click;
  GtkWidget *menu; /* NULL until it is opened */
};

static KithSession *
get_session (KithMapHand *self)
{
  return kith_map_view_get_session (self->view);
}

static KithChosen *
get_chosen (KithMapHand *self)
{
  return kith_session_get_chosen (get_session (self));
}

/* Choosing. */

static GArray *
list_held (KithMapHand *self, KithMap *map)
{
  GArray *urns = g_array_new (FALSE, FALSE, sizeof (gint64));
  KithMapFrame frame = kith_map_view_get_frame (self->view);
  guint n_marks;
  const KithMark *marks = kith_scene_get_marks (kith_map_get_scene (map), &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].type == KITH_MARK_SIGN && marks[i].sign.subject > 0 &&
        kith_band_holds (self->band, kith_map_frame_find_view (&frame, marks[i].sign.at)))
      g_array_append_val (urns, marks[i].sign.subject);
  return urns;
}

static void
choose_held (KithMapHand *self, KithMap *map)
{
  g_autoptr (GArray) urns = list_held (self, map);

  if (self->is_adding)
    kith_chosen_add (get_chosen (self), (const gint64 *)urns->data, urns->len);
  else
    kith_chosen_set (get_chosen (self), (const gint64 *)urns->data, urns->len);
}

static void
click (KithMapHand *self)
{
  if (self->urn > 0 && self->is_adding)
    kith_chosen_toggle (get_chosen (self), self->urn);
  else if (self->urn != 0)
    kith_session_set_selected (get_session (self), self->urn);
}

/* Moving marks. */

/* The mark; where it is chosen with others, all of them. */
static GArray *
list_moved (KithMapHand *self, KithMap *map, gint64 urn)
{
  GArray *urns = NULL;

  if (kith_chosen_has (get_chosen (self), urn) &&
      kith_chosen_get_n (get_chosen (self)) <= MOST_TOGETHER)
    urns = kith_chosen_dup_urns (get_chosen (self));
  else
    {
      urns = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (urns, urn);
    }
  for (guint i = urns->len; i-- > 0;)
    if (!kith_map_can_pin (map, g_array_index (urns, gint64, i)))
      g_array_remove_index (urns, i);
  return urns;
}

static void
make_moves (KithMapHand *self, const GArray *pins)
{
  if (pins->len > 0)
    kith_map_moves_make (kith_map_moves_get (get_session (self)), (const KithMapPin *)pins->data,
                         pins->len);
}

static void
tell_pinned (KithMapHand *self, guint n)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u mark stays where you put it", "%u marks stay where you put them", n), n);

  if (n > 0)
    g_signal_emit_by_name (get_session (self), "done", words, TRUE);
}

/* The gesture. */

static void
begin_cb (KithMapHand *self, double x, double y, GtkGestureDrag *drag)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  KithMap *map = kith_map_view_get_map (self->view);

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->work = HAND_IDLE;
  if (map == NULL)
    return;
  self->start = (KithPoint){ x, y };
  self->last = (KithPoint){ 0, 0 };
  self->is_adding = (state & GDK_CONTROL_MASK) != 0;
  self->urn = kith_map_view_pick (self->view, x, y);
  if (self->tool != KITH_MAP_TOOL_MOVE || (state & GDK_SHIFT_MASK) != 0)
    {
      self->work = HAND_DRAWS_BAND;
      self->band = kith_band_new (self->start, self->tool == KITH_MAP_TOOL_LASSO);
    }
  else
    self->work =
        self->urn > 0 && kith_map_can_pin (map, self->urn) ? HAND_MOVES_MARK : HAND_MOVES_MAP;
}

static void
update_cb (KithMapHand *self, double x, double y)
{
  if (self->work == HAND_IDLE || hypot (x, y) < CLICK_PX)
    return;
  if (self->work == HAND_MOVES_MAP)
    kith_map_view_pan (self->view, x - self->last.x, y - self->last.y);
  else if (self->work == HAND_DRAWS_BAND)
    kith_band_extend (self->band, (KithPoint){ self->start.x + x, self->start.y + y });
  if (self->work != HAND_DRAWS_BAND)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self->view), "grabbing");
  self->last = (KithPoint){ x, y };
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
}

static void
end_cb (KithMapHand *self, double x, double y)
{
  KithMap *map = kith_map_view_get_map (self->view);

  gtk_widget_set_cursor (GTK_WIDGET (self->view), NULL);
  if (self->work != HAND_IDLE && hypot (x, y) < CLICK_PX)
    click (self);
  else if (self->work == HAND_DRAWS_BAND && map != NULL)
    choose_held (self, map);
  else if (self->work == HAND_MOVES_MARK)
    kith_map_hand_pin (self, self->urn, x, y);
  kith_map_hand_let_go (self);
}

static void
cancel_cb (KithMapHand *self)
{
  kith_map_hand_let_go (self);
}

/* The menu of a mark. */

static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithMapHand *self = data;

  kith_session_set_selected (get_session (self), self->urn);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "win.show-school", NULL);
}

static void
choose_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithMapHand *self = data;

  kith_chosen_toggle (get_chosen (self), self->urn);
}

static void
pin_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithMapHand *self = data;

  kith_map_hand_pin (self, self->urn, 0, 0);
}

/* Lets the picture find marks' places again. */
static void
unpin (KithMapHand *self, const GArray *urns)
{
  KithMap *map = kith_map_view_get_map (self->view);
  g_autoptr (GArray) pins = g_array_new (FALSE, FALSE, sizeof (KithMapPin));

  for (guint i = 0; i < urns->len; i++)
    {
      KithMapPin pin = kith_map_make_unpin (map, g_array_index (urns, gint64, i));

      g_array_append_val (pins, pin);
    }
  make_moves (self, pins);
}

static void
unpin_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithMapHand *self = data;
  KithMap *map = kith_map_view_get_map (self->view);
  g_autoptr (GArray) urns = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (map == NULL || !kith_map_is_pinned (map, self->urn))
    return;
  g_array_append_val (urns, self->urn);
  unpin (self, urns);
}

static void
unpin_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KithMapHand *self = data;
  KithMap *map = kith_map_view_get_map (self->view);
  g_autoptr (GArray) urns = map != NULL ? kith_map_list_pinned (map) : NULL;

  if (urns != NULL)
    unpin (self, urns);
}

static GSimpleActionGroup *
make_actions (KithMapHand *self)
{
  static const GActionEntry entries[] = {
    { "show", show_cb },   { "choose", choose_cb },       { "pin", pin_cb },
    { "unpin", unpin_cb }, { "unpin-all", unpin_all_cb },
  };
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  return actions;
}

/* Only what can be done with this mark. */
static void
fill_menu (KithMapHand *self, KithMap *map)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) marks = g_menu_new ();
  g_autoptr (GArray) pinned = kith_map_list_pinned (map);
  g_autofree char *all = g_strdup_printf (
      ngettext ("Unpin _all: %u mark", "Unpin _all: %u marks", pinned->len), pinned->len);

  g_menu_append (menu, _ ("_Show the school"), "mark.show");
  g_menu_append (menu,
                 kith_chosen_has (get_chosen (self), self->urn) ? _ ("_Choose it no longer")
                                                                : _ ("_Choose it too"),
                 "mark.choose");
  if (kith_map_is_pinned (map, self->urn))
    g_menu_append (marks, _ ("_Unpin it"), "mark.unpin");
  else if (kith_map_can_pin (map, self->urn))
    g_menu_append (marks, _ ("_Pin it here"), "mark.pin");
  if (pinned->len > 0)
    g_menu_append (marks, all, "mark.unpin-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marks));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
}

static void
menu_pressed_cb (KithMapHand *self, int n, double x, double y)
{
  kith_map_hand_popup (self, kith_map_view_pick (self->view, x, y));
}

/**
 * kith_map_hand_new:
 * @view: that it works on, and that owns it
 *
 * Returns: (transfer full): a hand that listens to the pointer
 */
KithMapHand *
kith_map_hand_new (KithMapView *view)
{
  KithMapHand *self = g_new0 (KithMapHand, 1);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  g_autoptr (GSimpleActionGroup) actions = make_actions (self);

  self->view = view;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_insert_action_group (GTK_WIDGET (view), "mark", G_ACTION_GROUP (actions));
  self->drag = g_object_ref (drag);
  self->click = g_object_ref (menu);
  return self;
}

/**
 * kith_map_hand_free:
 *
 * Called while the view is still there.
 */
void
kith_map_hand_free (KithMapHand *self)
{
  g_signal_handlers_disconnect_by_data (self->drag, self);
  g_signal_handlers_disconnect_by_data (self->click, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "mark", NULL);
  g_object_unref (self->drag);
  g_object_unref (self->click);
  if (self->menu != NULL)
    gtk_widget_unparent (self->menu);
  g_clear_pointer (&self->band, kith_band_free);
  g_free (self);
}

/**
 * kith_map_hand_set_tool:
 * @tool: what dragging does; with Shift it draws a band in any case
 */
void
kith_map_hand_set_tool (KithMapHand *self, KithMapTool tool)
{
  self->tool = tool;
}

/**
 * kith_map_hand_let_go:
 *
 * Leaves what is being dragged as it was.
 *
 * Returns: whether anything was
 */
gboolean
kith_map_hand_let_go (KithMapHand *self)
{
  gboolean is_busy = self->work != HAND_IDLE;

  self->work = HAND_IDLE;
  g_clear_pointer (&self->band, kith_band_free);
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  return is_busy;
}

/**
 * kith_map_hand_pin:
 * @urn: of a school; where it is chosen, all that are chosen go with it
 * @dx: how far its mark is put to the right, in pixels
 * @dy: and down
 *
 * Puts marks elsewhere, where that can be; they stay there from now on.
 */
void
kith_map_hand_pin (KithMapHand *self, gint64 urn, double dx, double dy)
{
  KithMap *map = kith_map_view_get_map (self->view);
  KithMapFrame frame;
  g_autoptr (GArray) urns = NULL;
  g_autoptr (GArray) pins = g_array_new (FALSE, FALSE, sizeof (KithMapPin));

  if (map == NULL)
    return;
  frame = kith_map_view_get_frame (self->view);
  urns = list_moved (self, map, urn);
  for (guint i = 0; i < urns->len; i++)
    {
      gint64 moved = g_array_index (urns, gint64, i);
      KithMapPin pin;
      KithPoint at;
      double r;

      if (!kith_scene_find (kith_map_get_scene (map), moved, &at, &r))
        continue;
      pin =
          kith_map_make_pin (map, moved, (KithPoint){ at.x + dx / frame.px, at.y + dy / frame.px });
      g_array_append_val (pins, pin);
    }
  make_moves (self, pins);
  tell_pinned (self, pins->len);
}

/**
 * kith_map_hand_popup:
 * @urn: of a school, or 0
 *
 * Opens the menu of its mark, where that is on the map.
 */
void
kith_map_hand_popup (KithMapHand *self, gint64 urn)
{
  KithMap *map = kith_map_view_get_map (self->view);
  double x, y;

  if (urn <= 0 || map == NULL || !kith_map_view_find (self->view, urn, &x, &y))
    return;
  self->urn = urn;
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self->view));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    }
  fill_menu (self, map);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * kith_map_hand_allocate:
 *
 * The view has another size: its menu follows.
 */
void
kith_map_hand_allocate (KithMapHand *self)
{
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/**
 * kith_map_hand_draw:
 *
 * Draws what is being dragged.
 */
void
kith_map_hand_draw (KithMapHand *self, GtkSnapshot *snapshot, const KithMapFrame *frame)
{
  KithMap *map = kith_map_view_get_map (self->view);

  if (self->work == HAND_DRAWS_BAND)
    {
      GdkRGBA accent = kith_map_overlay_get_accent ();
      cairo_t *cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (0, 0, frame->width, frame->height));

      kith_band_draw (self->band, &accent, cr);
      cairo_destroy (cr);
    }
  else if (self->work == HAND_MOVES_MARK && hypot (self->last.x, self->last.y) >= CLICK_PX)
    {
      g_autoptr (GArray) urns = list_moved (self, map, self->urn);

      for (guint i = 0; i < urns->len; i++)
        kith_map_overlay_add_dragged (snapshot, kith_map_get_scene (map), frame,
                                      g_array_index (urns, gint64, i), self->last);
    }
}

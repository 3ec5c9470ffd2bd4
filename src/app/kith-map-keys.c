/* kith-map-keys.c: what the keyboard does with a map
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-keys.h"
#include "kith-map-walk.h"

#define ZOOM_STEP 1.25
#define PAN_PX 60
#define NUDGE_PX 8

#define MODIFIERS (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)

/* The way an arrow points; FALSE for another key. */
static gboolean
read_arrow (guint key, KithWalk *walk, double *dx, double *dy)
{
  static const struct
  {
    guint key, pad;
    KithWalk walk;
    double dx, dy;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, KITH_WALK_LEFT, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, KITH_WALK_RIGHT, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, KITH_WALK_UP, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, KITH_WALK_DOWN, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (key == arrows[i].key || key == arrows[i].pad)
      {
        *walk = arrows[i].walk;
        *dx = arrows[i].dx;
        *dy = arrows[i].dy;
        return TRUE;
      }
  return FALSE;
}

/* The schools that the selected one works with. */
static GHashTable *
list_tied (KithMapView *view, gint64 from)
{
  KithNetwork *network =
      kith_roll_get_network (kith_session_get_roll (kith_map_view_get_session (view)));
  GHashTable *tied = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint school = kith_network_find_school (network, from), n, n_schools;
  const KithNetworkSchool *schools = kith_network_get_schools (network, &n_schools);
  const KithTied *ties;

  if (school == KITH_INDEX_NONE)
    return tied;
  ties = kith_network_get_tied (network, school, &n);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (tied, (gpointer)&schools[ties[i].school].record->urn);
  return tied;
}

/* To the nearest mark that way; with Ctrl along a tie. */
static void
walk_on (KithMapView *view, KithWalk walk, gboolean is_along)
{
  gint64 from = kith_session_get_selected (kith_map_view_get_session (view));
  g_autoptr (GHashTable) among = is_along ? list_tied (view, from) : NULL;
  KithMapOptions shown;
  gboolean is_round;
  gint64 urn;

  kith_map_view_get_options (view, &shown);
  is_round = !is_along && (shown.layout == KITH_MAP_RADIAL ||
                           (shown.subject != KITH_MAP_SYSTEM && shown.layout != KITH_MAP_NETWORK));
  urn = kith_map_walk (kith_map_view_get_map (view), is_round, among, from, walk);
  if (urn != 0)
    kith_map_view_show_school (view, urn);
}

static gboolean
press_arrow (KithMapView *view, KithMapHand *hand, guint key, GdkModifierType state)
{
  KithWalk walk;
  double dx, dy;

  if (!read_arrow (key, &walk, &dx, &dy))
    return FALSE;
  if (state == GDK_SHIFT_MASK)
    kith_map_view_pan (view, -dx * PAN_PX, -dy * PAN_PX);
  else if (state == GDK_ALT_MASK)
    kith_map_hand_pin (hand, kith_session_get_selected (kith_map_view_get_session (view)),
                       dx * NUDGE_PX, dy * NUDGE_PX);
  else if (state == 0 || state == GDK_CONTROL_MASK)
    walk_on (view, walk, state == GDK_CONTROL_MASK);
  else
    return FALSE;
  return TRUE;
}

static gboolean
press_plain (KithMapView *view, KithMapHand *hand, guint key)
{
  KithSession *session = kith_map_view_get_session (view);
  gint64 selected = kith_session_get_selected (session);

  if (key == GDK_KEY_plus || key == GDK_KEY_equal || key == GDK_KEY_KP_Add)
    kith_map_view_zoom (view, ZOOM_STEP);
  else if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    kith_map_view_zoom (view, 1 / ZOOM_STEP);
  else if (key == GDK_KEY_0 || key == GDK_KEY_KP_0)
    kith_map_view_fit (view);
  else if (key == GDK_KEY_space && selected != 0)
    kith_chosen_toggle (kith_session_get_chosen (session), selected);
  else if (key == GDK_KEY_Menu)
    kith_map_hand_popup (hand, selected);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    gtk_widget_activate_action (GTK_WIDGET (view), "win.show-school", NULL);
  else
    return key == GDK_KEY_Escape && kith_map_hand_let_go (hand);
  return TRUE;
}

/**
 * kith_map_keys_press:
 * @view: with a map
 * @hand: of it
 * @key: that was pressed
 * @state: with which others
 *
 * Arrows walk from school to school, with Ctrl along ties, with Shift they move the map, with Alt
 * the mark of the selected school.
 *
 * Returns: whether the key means something here
 */
gboolean
kith_map_keys_press (KithMapView *view, KithMapHand *hand, guint key, GdkModifierType state)
{
  state &= MODIFIERS;
  if (press_arrow (view, hand, key, state))
    return TRUE;
  if (key == GDK_KEY_F10 && state == GDK_SHIFT_MASK)
    {
      kith_map_hand_popup (hand, kith_session_get_selected (kith_map_view_get_session (view)));
      return TRUE;
    }
  /* a plus is typed with Shift */
  return (state & ~GDK_SHIFT_MASK) == 0 && press_plain (view, hand, key);
}

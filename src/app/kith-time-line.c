/* kith-time-line.c: the years of the record, to go through and to play
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-time-line.h"

#include <glib/gi18n.h>

/* Dates before that are more often slips than history. */
#define MOST_YEARS 30
/* With more years than so many, every fifth has its number. */
#define FEW_YEARS 9

/* A month is shown for so long at least. */
#define STEP_MS 90
/* Somebody has come to rest on a month. */
#define REST_MS 450

/**
 * KithTimeLine:
 *
 * A stop for the first day of each month, the last one for today, or for the day that is asked
 * about where that lies ahead. Signals: "moved", another day is pointed at, and what it is of may
 * be shown at once; "rested", that day is meant, and all pages may follow.
 */
struct _KithTimeLine
{
  GtkWidget parent_instance;

  GtkButton *play;
  GtkScale *scale;
  GtkLabel *day;

  KithSession *session;
  KithDate first, last; /* first days: of a month; and the last stop itself */
  int n_months;         /* from the one to the other; 0 where there is no record */
  gint64 shown_at;      /* when the month came that is shown, in monotonic time */
  gboolean is_playing;
  gboolean is_setting; /* the scale is being set, not used */
  guint timer;         /* to go on, or to come to rest */
};

enum
{
  MOVED,
  RESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KithTimeLine, kith_time_line, GTK_TYPE_WIDGET)

static KithDate
begin_month (KithDate day)
{
  int year, month, day_of_month;

  kith_date_get_parts (day, &year, &month, &day_of_month);
  return kith_date_new (year, month, 1);
}

static int
count_months (KithDate from, KithDate to)
{
  int year, month, day, to_year, to_month;

  kith_date_get_parts (from, &year, &month, &day);
  kith_date_get_parts (to, &to_year, &to_month, &day);
  return (to_year - year) * 12 + to_month - month;
}

static int
get_stop (KithTimeLine *self)
{
  return (int)(gtk_range_get_value (GTK_RANGE (self->scale)) + 0.5);
}

/* What is shown of itself. */

static void
show_day (KithTimeLine *self)
{
  g_autofree char *text = kith_date_dup_text (kith_time_line_get_day (self), KITH_DATE_SHORT);

  gtk_label_set_text (self->day, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

static void
show_play (KithTimeLine *self)
{
  const char *words = self->is_playing ? _ ("Pause") : _ ("Play the years of the record");

  gtk_button_set_icon_name (self->play, self->is_playing ? "media-playback-pause-symbolic"
                                                         : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static void
mark_years (KithTimeLine *self)
{
  int year, month, day;
  int every = self->n_months > FEW_YEARS * 12 ? 5 : 1;

  kith_date_get_parts (self->first, &year, &month, &day);
  gtk_scale_clear_marks (self->scale);
  for (int stop = month == 1 ? 0 : 13 - month; stop < self->n_months; stop += 12)
    {
      int at = year + (stop + month - 1) / 12;
      g_autofree char *words = at % every == 0 ? g_strdup_printf ("%d", at) : NULL;

      gtk_scale_add_mark (self->scale, stop, GTK_POS_BOTTOM, words);
    }
}

/* The days. */

static void
rest (KithTimeLine *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_emit (self, signals[RESTED], 0);
}

static gboolean
rest_cb (gpointer data)
{
  KithTimeLine *self = KITH_TIME_LINE (data);

  self->timer = 0;
  rest (self);
  return G_SOURCE_REMOVE;
}

static void
value_changed_cb (KithTimeLine *self)
{
  show_day (self);
  if (self->is_setting)
    return;
  self->shown_at = g_get_monotonic_time ();
  g_signal_emit (self, signals[MOVED], 0);
  if (self->is_playing)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (REST_MS, rest_cb, self);
}

/* Whoever takes hold of the scale does not want it to go on. */
static gboolean
change_value_cb (KithTimeLine *self)
{
  if (self->is_playing)
    kith_time_line_play (self, FALSE);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
step_cb (gpointer data)
{
  KithTimeLine *self = KITH_TIME_LINE (data);
  int stop = get_stop (self);

  self->timer = 0;
  if (stop >= self->n_months)
    kith_time_line_play (self, FALSE);
  else
    gtk_range_set_value (GTK_RANGE (self->scale), stop + 1);
  return G_SOURCE_REMOVE;
}

static void
play_clicked_cb (KithTimeLine *self)
{
  kith_time_line_play (self, !self->is_playing);
}

static void
set_stop (KithTimeLine *self, int stop)
{
  self->is_setting = TRUE;
  gtk_range_set_value (GTK_RANGE (self->scale), stop);
  self->is_setting = FALSE;
  show_day (self);
}

/* Another record has other years; another day is asked about. */
static void
renew (KithTimeLine *self)
{
  KithLedger *ledger = kith_session_get_ledger (self->session);
  KithDate as_at = kith_session_get_as_at (self->session);
  KithDate last = MAX (as_at, kith_date_today ());
  KithDate first = ledger != NULL ? kith_time_line_find_first (ledger, last) : KITH_DATE_UNKNOWN;

  if (!kith_time_line_is_at_rest (self))
    return;
  if (first == KITH_DATE_UNKNOWN)
    first = last;
  first = begin_month (MIN (first, as_at));
  if (first != self->first || last != self->last)
    {
      self->first = first;
      self->last = last;
      self->n_months = count_months (first, last) + 1;
      self->is_setting = TRUE;
      gtk_range_set_range (GTK_RANGE (self->scale), 0, self->n_months);
      self->is_setting = FALSE;
      mark_years (self);
    }
  set_stop (self, as_at >= last ? self->n_months : count_months (first, as_at));
}

static void
kith_time_line_unmap (GtkWidget *widget)
{
  if (KITH_TIME_LINE (widget)->is_playing)
    kith_time_line_play (KITH_TIME_LINE (widget), FALSE);
  GTK_WIDGET_CLASS (kith_time_line_parent_class)->unmap (widget);
}

static void
kith_time_line_dispose (GObject *object)
{
  KithTimeLine *self = KITH_TIME_LINE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kith_time_line_parent_class)->dispose (object);
}

static void
kith_time_line_class_init (KithTimeLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kith_time_line_dispose;
  widget_class->unmap = kith_time_line_unmap;
  signals[MOVED] =
      g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESTED] =
      g_signal_new ("rested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kith_schools/Kith/ui/kith-time-line.ui");
  gtk_widget_class_bind_template_child (widget_class, KithTimeLine, play);
  gtk_widget_class_bind_template_child (widget_class, KithTimeLine, scale);
  gtk_widget_class_bind_template_child (widget_class, KithTimeLine, day);
  gtk_widget_class_bind_template_callback (widget_class, play_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_value_cb);
}

static void
kith_time_line_init (KithTimeLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_play (self);
}

static KithDate
get_earlier (KithDate a, KithDate b)
{
  if (a == KITH_DATE_UNKNOWN || b == KITH_DATE_UNKNOWN)
    return a == KITH_DATE_UNKNOWN ? b : a;
  return MIN (a, b);
}

/**
 * kith_time_line_find_first:
 * @last: where the years end
 *
 * Returns: the first day on which something is recorded to have begun or to have happened, no
 *   more than thirty years before @last; unknown where nothing has a day
 */
KithDate
kith_time_line_find_first (KithLedger *ledger, KithDate last)
{
  KithDate first = KITH_DATE_UNKNOWN;
  gsize n_memberships, n_contacts;
  const KithMembership *memberships =
      kith_ledger_get_rows (ledger, KITH_TABLE_MEMBERSHIP, &n_memberships);
  const KithContact *contacts = kith_ledger_get_rows (ledger, KITH_TABLE_CONTACT, &n_contacts);

  for (gsize i = 0; i < n_memberships; i++)
    first = get_earlier (first, memberships[i].joined);
  for (gsize i = 0; i < n_contacts; i++)
    first = get_earlier (first, contacts[i].date);
  if (first == KITH_DATE_UNKNOWN || first > last)
    return KITH_DATE_UNKNOWN;
  return MAX (first, kith_date_add_months (last, -12 * MOST_YEARS));
}

/**
 * kith_time_line_set_session:
 * @session: whose record it is; set once
 */
void
kith_time_line_set_session (KithTimeLine *self, KithSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "register-changed", G_CALLBACK (renew), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "as-at-changed", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  renew (self);
}

/**
 * kith_time_line_get_day:
 *
 * Returns: the day that is pointed at
 */
KithDate
kith_time_line_get_day (KithTimeLine *self)
{
  int stop = get_stop (self);

  return stop >= self->n_months ? self->last : kith_date_add_months (self->first, stop);
}

/**
 * kith_time_line_is_playing:
 *
 * Returns: whether month follows month by itself
 */
gboolean
kith_time_line_is_playing (KithTimeLine *self)
{
  return self->is_playing;
}

/**
 * kith_time_line_is_at_rest:
 *
 * Returns: whether nobody is going through the years
 */
gboolean
kith_time_line_is_at_rest (KithTimeLine *self)
{
  return !self->is_playing && self->timer == 0;
}

/**
 * kith_time_line_play:
 * @is_playing: whether month is to follow month; from the first one on where it is at the end
 *
 * Each month waits for kith_time_line_go_on().
 */
void
kith_time_line_play (KithTimeLine *self, gboolean is_playing)
{
  if (self->is_playing == is_playing)
    return;
  self->is_playing = is_playing;
  g_clear_handle_id (&self->timer, g_source_remove);
  show_play (self);
  if (!is_playing)
    rest (self);
  else if (get_stop (self) >= self->n_months)
    gtk_range_set_value (GTK_RANGE (self->scale), 0);
  else
    step_cb (self);
}

/**
 * kith_time_line_go_on:
 *
 * The month is shown: while it plays, the next one follows when it has been seen.
 */
void
kith_time_line_go_on (KithTimeLine *self)
{
  gint64 since = (g_get_monotonic_time () - self->shown_at) / 1000;

  if (self->is_playing && self->timer == 0)
    self->timer = g_timeout_add ((guint)CLAMP (STEP_MS - since, 0, STEP_MS), step_cb, self);
}

/* kith-audience-rules.c: what an audience sees, or does not, as rows
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-audience-rules.h"

#define ROWS_KEY "kith-audience-rules"

static GtkWidget *
add_rule (AdwPreferencesGroup *group, const char *words)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  return row;
}

/**
 * kith_audience_rules_show:
 * @group: holds these rows and no others; hidden where there are none
 * @audience: for whom something is written
 * @is_seen: what they are told; otherwise what they are not
 *
 * Puts a row for each rule of the audience, instead of those that it had before.
 */
void
kith_audience_rules_show (AdwPreferencesGroup *group, KithAudience audience, gboolean is_seen)
{
  GPtrArray *before = g_object_get_data (G_OBJECT (group), ROWS_KEY);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint r = 0; before != NULL && r < before->len; r++)
    adw_preferences_group_remove (group, before->pdata[r]);
  for (guint t = 0; t < KITH_N_TOPICS; t++)
    if (kith_audience_may_see (audience, (KithTopic)t) == is_seen)
      g_ptr_array_add (rows, add_rule (group, kith_audience_tell (audience, (KithTopic)t)));
  gtk_widget_set_visible (GTK_WIDGET (group), rows->len > 0);
  g_object_set_data_full (G_OBJECT (group), ROWS_KEY, rows, (GDestroyNotify)g_ptr_array_unref);
}

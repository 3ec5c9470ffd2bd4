/* kith-partnership-columns.c: the columns of the ledger of partnerships
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-partnership-columns.h"
#include "kith-chips.h"
#include "kith-partnership-item.h"
#include "kith-text-column.h"

#include <glib/gi18n.h>
#include <string.h>

#define FINDINGS_PX 132

static const KithPartnership *
get (gconstpointer item)
{
  return kith_partnership_item_get (KITH_PARTNERSHIP_ITEM ((gpointer)item));
}

static gboolean
is_active (gconstpointer item)
{
  return get (item)->state == KITH_PARTNERSHIP_ACTIVE;
}

static char *
dup_kind (gpointer item)
{
  return g_strdup (_ (kith_kind_get_info (get (item)->kind)->words));
}

/* One that is not active says so beside its name. */
static char *
dup_name (gpointer item)
{
  const KithPartnership *partnership = get (item);
  const char *name = kith_partnership_get_name (partnership);

  if (is_active (item))
    return g_strdup (name);
  return g_strdup_printf (_ ("%s (%s)"), name,
                          kith_partnership_state_get_words (partnership->state));
}

static char *
dup_schools (gpointer item)
{
  return is_active (item) ? kith_text_dup_count (get (item)->engagement.n_schools) : g_strdup ("–");
}

/* Where nobody records contacts, nobody knows who is engaged. */
static char *
dup_engaged (gpointer item)
{
  const KithEngagement *engagement = &get (item)->engagement;

  if (!is_active (item))
    return g_strdup ("–");
  return engagement->has_contacts ? kith_text_dup_count (engagement->n_engaged)
                                  : g_strdup (_ ("no record"));
}

static char *
dup_silent (gpointer item)
{
  const KithEngagement *engagement = &get (item)->engagement;

  return is_active (item) && engagement->has_contacts ? kith_text_dup_count (engagement->n_silent)
                                                      : g_strdup ("–");
}

static char *
dup_day (KithDate day)
{
  return day == KITH_DATE_UNKNOWN ? g_strdup ("–") : kith_date_dup_text (day, KITH_DATE_SHORT);
}

static char *
dup_funding_ends (gpointer item)
{
  return dup_day (get (item)->record->funding_ends);
}

static char *
dup_review (gpointer item)
{
  return dup_day (get (item)->record->review);
}

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b) ? 1 : 0)

static int
compare_kinds (gconstpointer a, gconstpointer b, gpointer data)
{
  return COMPARE (kith_partnership_item_get_position (KITH_PARTNERSHIP_ITEM ((gpointer)a)),
                  kith_partnership_item_get_position (KITH_PARTNERSHIP_ITEM ((gpointer)b)));
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (kith_partnership_item_get_sort_key (KITH_PARTNERSHIP_ITEM ((gpointer)a)),
                 kith_partnership_item_get_sort_key (KITH_PARTNERSHIP_ITEM ((gpointer)b)));
}

static int
compare_schools (gconstpointer a, gconstpointer b, gpointer data)
{
  return COMPARE (get (a)->engagement.n_schools, get (b)->engagement.n_schools);
}

/* Of those with a record of contacts, which come before the others. */
static int
compare_recorded (gconstpointer a, gconstpointer b)
{
  return COMPARE (get (b)->engagement.has_contacts, get (a)->engagement.has_contacts);
}

static int
compare_engaged (gconstpointer a, gconstpointer b, gpointer data)
{
  int order = compare_recorded (a, b);

  return order != 0 ? order
                    : COMPARE (get (a)->engagement.n_engaged, get (b)->engagement.n_engaged);
}

static int
compare_silent (gconstpointer a, gconstpointer b, gpointer data)
{
  int order = compare_recorded (a, b);

  return order != 0 ? order : COMPARE (get (a)->engagement.n_silent, get (b)->engagement.n_silent);
}

/* Soonest first; an unknown day comes last. */
static int
compare_days (KithDate a, KithDate b)
{
  return COMPARE (a - 1, b - 1);
}

static int
compare_funding (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare_days (get (a)->record->funding_ends, get (b)->record->funding_ends);
}

static int
compare_reviews (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare_days (get (a)->record->review, get (b)->record->review);
}

static guint
count_findings (gconstpointer item)
{
  const KithRollArrangement *row = get (item)->row;

  return row != NULL ? row->n_findings : 0;
}

static int
compare_findings (gconstpointer a, gconstpointer b, gpointer data)
{
  return COMPARE (count_findings (a), count_findings (b));
}

static const KithTextColumn columns[] = {
  { N_ ("Kind"), 84, FALSE, dup_kind, compare_kinds },
  { N_ ("Name"), 0, FALSE, dup_name, compare_names },
  { N_ ("Schools"), 58, TRUE, dup_schools, compare_schools },
  { N_ ("Engaged"), 80, TRUE, dup_engaged, compare_engaged },
  { N_ ("Silent"), 50, TRUE, dup_silent, compare_silent },
  { N_ ("Funding ends"), 104, FALSE, dup_funding_ends, compare_funding },
  { N_ ("Review"), 92, FALSE, dup_review, compare_reviews },
};

static void
setup_chips_cb (GtkListItemFactory *factory, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, kith_chips_new ());
}

static void
bind_chips_cb (GtkListItemFactory *factory, GtkListItem *cell)
{
  KithPartnershipItem *item = gtk_list_item_get_item (cell);
  const KithRollArrangement *row = get (item)->row;

  kith_chips_show (KITH_CHIPS (gtk_list_item_get_child (cell)),
                   kith_partnership_item_get_roll (item), row != NULL ? row->findings : NULL,
                   row != NULL ? row->n_findings : 0);
}

/**
 * kith_partnership_columns_add:
 * @view: an empty column view
 *
 * Adds kind, name, schools, engaged, silent, funding, review and findings.
 */
void
kith_partnership_columns_add (GtkColumnView *view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_findings, NULL, NULL));
  g_autoptr (GtkColumnViewColumn) findings = NULL;

  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    kith_text_column_add (view, &columns[c]);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_chips_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_chips_cb), NULL);
  findings = gtk_column_view_column_new (_ ("Findings"), factory);
  gtk_column_view_column_set_sorter (findings, sorter);
  kith_text_column_set_width (findings, FINDINGS_PX);
  gtk_column_view_append_column (view, findings);
}

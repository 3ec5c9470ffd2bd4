/* kith-briefing-arrangements.c: hubs, Families, and what of them lapses
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-briefing-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "kith-chart.h"
#include "kith-cliff-chart.h"
#include "kith-health.h"
#include "kith-partnerships.h"

#define HUBS_ID "hubs-reach"
#define FAMILIES_ID "families-list"
#define LAPSES_ID "lapsing"
#define CLIFF_ID "cliff-months"

/* mm of the chart of months */
#define CHART_WIDTH 170.0
#define CHART_HEIGHT 56.0

/* mm of a data display */
#define DISPLAY_WIDTH 180.0
#define DISPLAY_HEIGHT 130.0

/* kinds that are there for many; a pairing, a group of researchers, a trust reach nobody else */
static gboolean
is_hub (const KithBriefingDraft *draft, const KithPartnership *partnership)
{
  if (partnership->row == NULL || !draft->is_told[partnership->row->arrangement])
    return FALSE;
  switch (partnership->kind)
    {
    case KITH_KIND_HUB:
    case KITH_KIND_TEACHING_SCHOOL_ALLIANCE:
    case KITH_KIND_AREA_PARTNERSHIP:
    case KITH_KIND_CLUSTER:
    case KITH_KIND_ZONE:
    case KITH_KIND_STEERING_GROUP:
    case KITH_KIND_LEARNING_PARTNERSHIP:
    case KITH_KIND_WORK_STRAND:
    case KITH_KIND_PROGRAMME:
      return TRUE;
    default:
      /* a paper on one school or one arrangement tells of all that it is about */
      return !kith_briefing_is_whole (draft);
    }
}

static void
add_known (KithBriefingDraft *draft, gboolean is_known, guint n)
{
  if (!is_known)
    kith_document_add_cell (draft->document, "–");
  else
    kith_briefing_add_count (draft, n);
}

static void
add_hub (KithBriefingDraft *draft, const KithPartnership *partnership)
{
  const KithEngagement *engagement = &partnership->engagement;

  kith_document_add_row (draft->document, NULL, FALSE);
  kith_briefing_add_text (draft, kith_partnership_get_name (partnership));
  kith_document_add_cell (draft->document, _ (kith_kind_get_info (partnership->kind)->words));
  kith_briefing_add_count (draft, engagement->n_schools);
  if (draft->may_see[KITH_TOPIC_FINDINGS])
    {
      add_known (draft, engagement->has_contacts, engagement->n_engaged);
      add_known (draft, engagement->has_contacts, engagement->n_silent);
    }
  add_known (draft, engagement->patch != KITH_PATCH_NONE, engagement->n_not_reached);
}

static void
begin_hubs (KithBriefingDraft *draft)
{
  KithTableColumn columns[6] = {
    { _ ("Hub or partnership"), 3.4, FALSE },
    { _ ("Kind"), 2, FALSE },
    { _ ("Schools"), 1, TRUE },
  };
  guint n = 3;

  if (draft->may_see[KITH_TOPIC_FINDINGS])
    {
      columns[n++] = (KithTableColumn){ _ ("Engaged"), 1, TRUE };
      columns[n++] = (KithTableColumn){ _ ("Silent"), 1, TRUE };
    }
  columns[n++] = (KithTableColumn){ _ ("Not reached"), 1.1, TRUE };
  kith_document_begin_table (draft->document, HUBS_ID, _ ("Hubs and partnerships, and their reach"),
                             columns, n);
}

/**
 * kith_briefing_add_hubs:
 * @job: (nullable): takes progress, gives cancellation
 * @error: return location for an error
 *
 * Whom each hub, area partnership, strand and programme reaches, and whom it does not.
 *
 * Returns: %FALSE where it was cancelled
 */
gboolean
kith_briefing_add_hubs (KithBriefingDraft *draft, KithJob *job, GError **error)
{
  g_autoptr (GArray) partnerships = kith_partnerships_list (draft->roll, job, error);
  guint n = 0;

  if (partnerships == NULL)
    return FALSE;
  for (guint p = 0; p < partnerships->len; p++)
    n += is_hub (draft, &g_array_index (partnerships, KithPartnership, p));
  if (n == 0)
    {
      kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, "%s",
                               _ ("No hub and no partnership is on record."));
      return TRUE;
    }
  kith_document_begin (draft->document, KITH_PIECE_PARAGRAPH);
  kith_briefing_tally (draft, KITH_BRIEFING_HUBS, &KITH_TALLY_ALL (HUBS_ID, n),
                       g_dngettext (GETTEXT_PACKAGE, "%u hub or partnership is active",
                                    "%u hubs and partnerships are active", n),
                       n);
  kith_document_say (draft->document, KITH_VOICE_PLAIN, ".");
  if (draft->may_see[KITH_TOPIC_FINDINGS])
    kith_briefing_say (draft, KITH_VOICE_PLAIN,
                       _ (" Engaged: with a contact under it in the last %u months. Silent: the "
                          "other members."),
                       draft->settings->engaged_months);
  kith_document_say (draft->document, KITH_VOICE_PLAIN,
                     _ (" Not reached: schools of its phases in its patch that are no members."));
  begin_hubs (draft);
  for (guint p = 0; p < partnerships->len; p++)
    if (is_hub (draft, &g_array_index (partnerships, KithPartnership, p)))
      add_hub (draft, &g_array_index (partnerships, KithPartnership, p));
  return TRUE;
}

static void
add_family (KithBriefingDraft *draft, const KithNetworkArrangement *in)
{
  g_autoptr (GHashTable) authorities = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_urgent = 0;

  for (guint m = 0; m < in->n_schools; m++)
    {
      guint school = in->members[m].school;
      const char *name = kith_network_get_authority (draft->network, school);
      const KithRollRow *row = kith_briefing_find_row (draft, draft->schools[school].record->urn);

      if (name != NULL)
        g_hash_table_add (authorities, (gpointer)name);
      n_urgent += row != NULL && row->tier <= KITH_TIER_LOOK_IN;
    }
  kith_document_add_row (draft->document, NULL, FALSE);
  kith_briefing_add_text (draft, in->name);
  kith_briefing_add_count (draft, in->n_schools);
  kith_document_add_number (draft->document, g_hash_table_size (authorities));
  if (draft->may_see[KITH_TOPIC_FINDINGS])
    kith_briefing_add_count (draft, n_urgent);
}

/* in the order of their names, numbers as numbers */
static gint
compare_families (gconstpointer a, gconstpointer b, gpointer data)
{
  const KithNetworkArrangement *arrangements = data;
  const char *one = arrangements[*(const guint *)a].name;
  const char *other = arrangements[*(const guint *)b].name;
  g_autofree char *key = g_utf8_collate_key_for_filename (one != NULL ? one : "", -1);
  g_autofree char *other_key = g_utf8_collate_key_for_filename (other != NULL ? other : "", -1);

  return g_strcmp0 (key, other_key);
}

static GArray *
list_families (const KithBriefingDraft *draft)
{
  GArray *families = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;

  kith_network_get_arrangements (draft->network, &n);
  for (guint g = 0; g < n; g++)
    if (draft->is_told[g] && draft->arrangements[g].kind == KITH_KIND_FAMILY &&
        draft->arrangements[g].n_schools > 0)
      g_array_append_val (families, g);
  g_array_sort_with_data (families, compare_families, (gpointer)draft->arrangements);
  return families;
}

/* Only of one Family: a page for each would be a book of its own. */
static void
add_display (KithBriefingDraft *draft)
{
  const KithChartOptions options = { .width = DISPLAY_WIDTH, .height = DISPLAY_HEIGHT, .seed = 1 };
  g_autoptr (GError) error = NULL;
  KithFamilyDisplay *display = kith_family_display_new (draft->roll, draft->options->arrangement_id,
                                                        NULL, KITH_DISPLAY_IMPROVEMENT, &error);
  g_autoptr (KithChart) chart = NULL;

  if (display == NULL)
    {
      kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, _ ("There is no data display: %s"),
                               error->message);
      return;
    }
  chart = kith_chart_new (display, &options, draft->measure);
  kith_document_add_figure (draft->document, "display", chart->scene, chart->title, chart->finding);
  kith_briefing_paragraph (draft, KITH_PIECE_NOTE, "%s %s %s", chart->region, chart->sources,
                           chart->note);
}

/**
 * kith_briefing_add_families:
 *
 * Each Family of Schools, how many schools of how many authorities are in it, and how many of
 * them to act on or look in on; of one Family its data display.
 */
void
kith_briefing_add_families (KithBriefingDraft *draft)
{
  g_autoptr (GArray) families = list_families (draft);
  const KithTableColumn columns[] = {
    { _ ("Family"), 3, FALSE },
    { _ ("Schools"), 1, TRUE },
    { _ ("Authorities"), 1, TRUE },
    { _ ("Act now or look in"), 1.4, TRUE },
  };

  if (families->len == 0)
    {
      kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, "%s",
                               _ ("No Family of Schools is on record."));
      return;
    }
  kith_document_begin (draft->document, KITH_PIECE_PARAGRAPH);
  kith_briefing_tally (draft, KITH_BRIEFING_FAMILIES, &KITH_TALLY_ALL (FAMILIES_ID, families->len),
                       g_dngettext (GETTEXT_PACKAGE, "%u Family of Schools works",
                                    "%u Families of Schools work", families->len),
                       families->len);
  kith_document_say (draft->document, KITH_VOICE_PLAIN,
                     _ (" together: schools alike in intake, from several authorities, none with "
                        "its rivals."));
  kith_document_begin_table (draft->document, FAMILIES_ID, _ ("Families of Schools"), columns,
                             draft->may_see[KITH_TOPIC_FINDINGS] ? 4 : 3);
  for (guint f = 0; f < families->len; f++)
    add_family (draft, &draft->arrangements[g_array_index (families, guint, f)]);
  if (draft->options->arrangement_id != 0 && draft->may_see[KITH_TOPIC_FINDINGS])
    add_display (draft);
}

static void
add_lapse (KithBriefingDraft *draft, const KithLapsing *lapsing)
{
  const KithNetworkArrangement *in = &draft->arrangements[lapsing->arrangement];

  kith_document_add_row (draft->document, NULL, FALSE);
  if (lapsing->lapse.day == KITH_DATE_UNKNOWN)
    kith_document_add_cell (draft->document, "–");
  else
    kith_briefing_add_day (draft, lapsing->lapse.day);
  kith_document_add_cell (draft->document, kith_clock_get_words (lapsing->lapse.clock));
  kith_document_add_cell (draft->document, kith_lapse_get_words (lapsing->lapse.state));
  kith_briefing_add_text (draft, in->name);
  kith_document_add_cell (draft->document, _ (kith_kind_get_info (in->kind)->words));
  kith_document_add_number (draft->document, in->n_schools);
}

static GArray *
list_lapses (const KithBriefingDraft *draft)
{
  g_autoptr (GArray) all = kith_lapses_list (draft->roll);
  GArray *told = g_array_new (FALSE, FALSE, sizeof (KithLapsing));

  for (guint l = 0; l < all->len; l++)
    if (draft->is_told[g_array_index (all, KithLapsing, l).arrangement])
      g_array_append_val (told, g_array_index (all, KithLapsing, l));
  return told;
}

static void
add_cliff_rows (KithBriefingDraft *draft, const KithCliff *cliff)
{
  const KithTableColumn columns[] = {
    { _ ("Month"), 1.4, FALSE },
    { _ ("Money that ends"), 1.2, TRUE },
    { _ ("Schools that lose their last link"), 1.6, TRUE },
    { _ ("Without a link by then"), 1.4, TRUE },
  };
  guint n;
  const KithCliffMonth *months = kith_cliff_get_months (cliff, &n);

  kith_document_begin_table (draft->document, CLIFF_ID,
                             _ ("Months in which money ends, if nothing takes its place"), columns,
                             G_N_ELEMENTS (columns));
  for (guint m = 0; m < n; m++)
    {
      g_autoptr (GDateTime) first =
          g_date_time_new_utc (months[m].year, months[m].month, 1, 0, 0, 0);
      g_autofree char *words = g_date_time_format (first, _ ("%B %Y"));

      kith_document_add_row (draft->document, NULL, FALSE);
      kith_document_add_cell (draft->document, words);
      kith_document_add_number (draft->document, months[m].n_arrangements);
      kith_document_add_number (draft->document, months[m].n_schools);
      kith_document_add_number (draft->document, months[m].n_alone);
    }
}

static void
add_cliff (KithBriefingDraft *draft)
{
  g_autoptr (KithHolders) holders = kith_holders_new (draft->network);
  g_autoptr (KithCliff) cliff = kith_cliff_new (holders);
  g_autoptr (KithScene) scene = NULL;
  guint n;

  kith_cliff_get_months (cliff, &n);
  if (n == 0)
    return;
  kith_document_add_heading (draft->document, 3, NULL, _ ("When money ends"));
  scene = kith_cliff_chart_new (cliff, draft->as_at, CHART_WIDTH, CHART_HEIGHT);
  kith_document_add_figure (draft->document, "cliff", scene, _ ("Schools without a link, by month"),
                            _ ("A bar for each month in which money ends. The table below says the "
                               "same."));
  add_cliff_rows (draft, cliff);
}

/**
 * kith_briefing_add_lapses:
 *
 * What of arrangements lapses soon or has, and what happens when money ends.
 */
void
kith_briefing_add_lapses (KithBriefingDraft *draft)
{
  g_autoptr (GArray) lapses = NULL;
  const KithTableColumn columns[] = {
    { _ ("Day"), 1.3, FALSE },           { _ ("What"), 1.5, FALSE },
    { _ ("How it stands"), 1.4, FALSE }, { _ ("Partnership"), 3.2, FALSE },
    { _ ("Kind"), 1.8, FALSE },          { _ ("Schools"), 0.9, TRUE },
  };

  if (!draft->may_see[KITH_TOPIC_FINDINGS])
    {
      kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH, "%s",
                               _ ("What lapses is left out of a paper for the public."));
      return;
    }
  lapses = list_lapses (draft);
  if (lapses->len == 0)
    kith_briefing_paragraph (draft, KITH_PIECE_PARAGRAPH,
                             _ ("Nothing on record lapses within %u days, or has."),
                             draft->settings->lapse_days);
  else
    {
      kith_document_begin (draft->document, KITH_PIECE_PARAGRAPH);
      kith_briefing_tally (draft, KITH_BRIEFING_LAPSES, &KITH_TALLY_ALL (LAPSES_ID, lapses->len),
                           g_dngettext (GETTEXT_PACKAGE, "%u thing", "%u things", lapses->len),
                           lapses->len);
      kith_briefing_say (draft, KITH_VOICE_PLAIN,
                         _ (": money, agreements, reviews and ends that lapse within %u days, or "
                            "have."),
                         draft->settings->lapse_days);
      kith_document_begin_table (draft->document, LAPSES_ID, _ ("What lapses, by the day"), columns,
                                 G_N_ELEMENTS (columns));
      for (guint l = 0; l < lapses->len; l++)
        add_lapse (draft, &g_array_index (lapses, KithLapsing, l));
    }
  if (kith_briefing_is_whole (draft))
    add_cliff (draft);
}

/* kith-cli-hubs.c: whom arrangements reach, and how they are
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-cli-told.h"
#include "kith-cli.h"

#include <glib/gi18n.h>

#include "kith-give-and-take.h"
#include "kith-health.h"
#include "kith-hubs.h"
#include "kith-partnerships.h"

static gboolean is_untouched;
static gboolean is_overlap;
static gboolean is_support;
static gboolean is_people;
static gboolean is_lapsing;
static char *kind_name;

static const GOptionEntry hub_options[] = {
  { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_name, N_ ("Only arrangements of KIND"), N_ ("KIND") },
  { "untouched", 0, 0, G_OPTION_ARG_NONE, &is_untouched, N_ ("Schools that no hub touches"), NULL },
  { "overlap", 0, 0, G_OPTION_ARG_NONE, &is_overlap, N_ ("Hubs that share schools"), NULL },
  { "support", 0, 0, G_OPTION_ARG_NONE, &is_support,
    N_ ("Schools that give support, and that receive it"), NULL },
  { "people", 0, 0, G_OPTION_ARG_NONE, &is_people,
    N_ ("Who carries arrangements, and days a year for them"), NULL },
  { "lapsing", 0, 0, G_OPTION_ARG_NONE, &is_lapsing,
    N_ ("Money, agreements, reviews and ends that lapse soon, or have"), NULL },
  { NULL },
};

static const KithColumn hub_columns[] = {
  { "arrangement", KITH_COLUMN_NUMBER },
  { "name", KITH_COLUMN_TEXT },
  { "kind", KITH_COLUMN_TEXT },
  { "schools", KITH_COLUMN_NUMBER },
  { "engaged", KITH_COLUMN_NUMBER },
  { "silent", KITH_COLUMN_NUMBER },
  { "others", KITH_COLUMN_NUMBER },
  { "others_engaged", KITH_COLUMN_NUMBER },
  { "contacts_recorded", KITH_COLUMN_NUMBER },
  { "patch", KITH_COLUMN_NUMBER },
  { "patch_metres", KITH_COLUMN_NUMBER },
  { "not_reached", KITH_COLUMN_NUMBER },
  { "guests", KITH_COLUMN_NUMBER },
  { "funding_ends", KITH_COLUMN_TEXT },
  { "review", KITH_COLUMN_TEXT },
  { "findings", KITH_COLUMN_TEXT },
};

static void
add_hub (KithOutput *output, const KithPartnership *partnership)
{
  const KithEngagement *engagement = &partnership->engagement;
  gboolean has_patch = engagement->patch != KITH_PATCH_NONE;
  g_autofree char *codes =
      kith_cli_dup_codes (partnership->row->findings, partnership->row->n_findings);

  kith_output_add_int (output, partnership->record->id);
  kith_output_add_text (output, kith_partnership_get_name (partnership));
  kith_output_add_text (output, kith_kind_get_info (partnership->kind)->key);
  kith_output_add_int (output, engagement->n_schools);
  kith_output_add_int (output, engagement->n_engaged);
  kith_output_add_int (output, engagement->n_silent);
  kith_output_add_int (output, engagement->n_others);
  kith_output_add_int (output, engagement->n_others_engaged);
  kith_output_add_int (output, engagement->has_contacts);
  kith_output_add_int (output, has_patch ? engagement->n_patch : KITH_INT_NONE);
  kith_output_add_real (output, engagement->patch_metres, 0);
  kith_output_add_int (output, has_patch ? engagement->n_not_reached : KITH_INT_NONE);
  kith_output_add_int (output, has_patch ? engagement->n_guests : KITH_INT_NONE);
  kith_output_add_date (output, partnership->record->funding_ends);
  kith_output_add_date (output, partnership->record->review);
  kith_output_add_text (output, codes);
}

/* The settings that the counts go by: every result says what it used. */
static void
tell_rules (KithNetwork *network, guint n)
{
  const KithSettings *settings = kith_network_get_settings (network);
  g_autofree char *date = kith_date_dup_text (kith_network_get_date (network), KITH_DATE_LONG);

  kith_cli_tell (
      g_dngettext (GETTEXT_PACKAGE, "%u arrangement as at %s.", "%u arrangements as at %s.", n), n,
      date);
  kith_cli_tell (
      _ ("Engaged: a contact under it in the last %u months. Patch: what is recorded, or "
         "the distance that holds %.0f%% of its members."),
      settings->engaged_months, 100 * settings->patch_share);
}

static KithExit
print_hubs (const KithCli *cli, KithRoll *roll, GError **error)
{
  KithKind kind = kith_kind_find (kind_name);
  g_autoptr (GArray) partnerships = NULL;
  KithOutput *output;
  guint n = 0;

  if (kind_name != NULL && kind == KITH_N_KINDS)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is no kind of arrangement, such as hub or area-partnership."),
                   kind_name);
      return KITH_EXIT_NOT_DONE;
    }
  partnerships = kith_partnerships_list (roll, NULL, error);
  if (partnerships == NULL)
    return KITH_EXIT_NOT_DONE;
  output = kith_output_new (cli->format, hub_columns, G_N_ELEMENTS (hub_columns));
  for (guint p = 0; p < partnerships->len; p++)
    {
      const KithPartnership *partnership = &g_array_index (partnerships, KithPartnership, p);

      if (partnership->row == NULL || (kind_name != NULL && partnership->kind != kind))
        continue;
      add_hub (output, partnership);
      n++;
    }
  kith_cli_print (kith_output_end (output));
  tell_rules (kith_roll_get_network (roll), n);
  return KITH_EXIT_DONE;
}

static KithExit
print_untouched (const KithCli *cli, KithRoll *roll)
{
  static const KithColumn columns[] = {
    { "urn", KITH_COLUMN_NUMBER }, { "name", KITH_COLUMN_TEXT }, { "authority", KITH_COLUMN_TEXT },
    { "phase", KITH_COLUMN_TEXT }, { "tier", KITH_COLUMN_TEXT },
  };
  KithNetwork *network = kith_roll_get_network (roll);
  const KithNetworkSchool *schools = kith_network_get_schools (network, &(guint){ 0 });
  g_autoptr (GArray) untouched = kith_hubs_list_untouched (roll);
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < untouched->len; i++)
    {
      guint school = g_array_index (untouched, guint, i);
      gint64 urn = schools[school].record->urn;

      kith_output_add_int (output, urn);
      kith_output_add_text (output, schools[school].record->name);
      kith_output_add_text (output, kith_network_get_authority (network, school));
      kith_output_add_text (output, kith_phase_get_words (schools[school].phase));
      kith_output_add_text (output, kith_tier_get_key (kith_roll_find (roll, urn)->tier));
    }
  kith_cli_print (kith_output_end (output));
  kith_cli_tell (g_dngettext (GETTEXT_PACKAGE,
                              "%u school is a member of no hub and has no contact under one.",
                              "%u schools are members of no hub and have no contact under one.",
                              untouched->len),
                 untouched->len);
  return KITH_EXIT_DONE;
}

static KithExit
print_overlaps (const KithCli *cli, KithRoll *roll)
{
  static const KithColumn columns[] = {
    { "arrangement", KITH_COLUMN_NUMBER }, { "name", KITH_COLUMN_TEXT },
    { "schools", KITH_COLUMN_NUMBER },     { "other_arrangement", KITH_COLUMN_NUMBER },
    { "other_name", KITH_COLUMN_TEXT },    { "other_schools", KITH_COLUMN_NUMBER },
    { "shared", KITH_COLUMN_NUMBER },
  };
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (kith_roll_get_network (roll), &(guint){ 0 });
  g_autoptr (GArray) overlaps = kith_hubs_list_overlaps (roll);
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < overlaps->len; i++)
    {
      const KithOverlap *overlap = &g_array_index (overlaps, KithOverlap, i);
      const KithNetworkArrangement *pair[] = { &arrangements[overlap->a],
                                               &arrangements[overlap->b] };

      for (guint p = 0; p < 2; p++)
        {
          kith_output_add_int (output, pair[p]->record->id);
          kith_output_add_text (output, pair[p]->name);
          kith_output_add_int (output, pair[p]->n_schools);
        }
      kith_output_add_int (output, overlap->n_shared);
    }
  kith_cli_print (kith_output_end (output));
  return KITH_EXIT_DONE;
}

static KithExit
print_support (const KithCli *cli, KithRoll *roll)
{
  static const KithColumn columns[] = {
    { "urn", KITH_COLUMN_NUMBER },      { "name", KITH_COLUMN_TEXT },
    { "support", KITH_COLUMN_TEXT },    { "gives", KITH_COLUMN_NUMBER },
    { "receives", KITH_COLUMN_NUMBER }, { "hosted", KITH_COLUMN_NUMBER },
    { "visited", KITH_COLUMN_NUMBER },
  };
  const KithNetworkSchool *schools =
      kith_network_get_schools (kith_roll_get_network (roll), &(guint){ 0 });
  g_autoptr (GArray) list = kith_give_and_take_list (roll);
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < list->len; i++)
    {
      const KithGiveAndTake *of = &g_array_index (list, KithGiveAndTake, i);

      kith_output_add_int (output, schools[of->school].record->urn);
      kith_output_add_text (output, schools[of->school].record->name);
      kith_output_add_text (output, kith_giving_get_words (kith_give_and_take_get_giving (of)));
      kith_output_add_int (output, of->n_gives);
      kith_output_add_int (output, of->n_receives);
      kith_output_add_int (output, of->n_hosted);
      kith_output_add_int (output, of->n_made);
    }
  kith_cli_print (kith_output_end (output));
  return KITH_EXIT_DONE;
}

static KithExit
print_people (const KithCli *cli, KithRoll *roll)
{
  static const KithColumn columns[] = {
    { "person", KITH_COLUMN_TEXT },        { "arrangements", KITH_COLUMN_NUMBER },
    { "days_a_year", KITH_COLUMN_NUMBER }, { "days_each", KITH_COLUMN_NUMBER },
    { "in_post", KITH_COLUMN_NUMBER },
  };
  KithLedger *ledger = kith_network_get_ledger (kith_roll_get_network (roll));
  g_autoptr (GArray) list = kith_load_list (roll);
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < list->len; i++)
    {
      const KithLoad *load = &g_array_index (list, KithLoad, i);
      const KithPerson *person = kith_ledger_find (ledger, KITH_TABLE_PERSON, load->person_id);

      kith_output_add_text (output, person != NULL ? person->name : NULL);
      kith_output_add_int (output, load->n_arrangements);
      kith_output_add_real (output, load->days_a_year, 1);
      kith_output_add_real (output, load->days_a_year / load->n_arrangements, 1);
      kith_output_add_int (output, load->is_in_post);
    }
  kith_cli_print (kith_output_end (output));
  return KITH_EXIT_DONE;
}

static KithExit
print_lapsing (const KithCli *cli, KithRoll *roll)
{
  static const KithColumn columns[] = {
    { "arrangement", KITH_COLUMN_NUMBER }, { "name", KITH_COLUMN_TEXT },
    { "kind", KITH_COLUMN_TEXT },          { "what", KITH_COLUMN_TEXT },
    { "state", KITH_COLUMN_TEXT },         { "day", KITH_COLUMN_TEXT },
  };
  KithNetwork *network = kith_roll_get_network (roll);
  const KithNetworkArrangement *arrangements =
      kith_network_get_arrangements (network, &(guint){ 0 });
  g_autoptr (GArray) list = kith_lapses_list (roll);
  KithOutput *output = kith_output_new (cli->format, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < list->len; i++)
    {
      const KithLapsing *lapsing = &g_array_index (list, KithLapsing, i);
      const KithNetworkArrangement *in = &arrangements[lapsing->arrangement];

      kith_output_add_int (output, in->record->id);
      kith_output_add_text (output, in->name);
      kith_output_add_text (output, kith_kind_get_info (in->kind)->key);
      kith_output_add_text (output, kith_clock_get_key (lapsing->lapse.clock));
      kith_output_add_text (output, kith_lapse_get_key (lapsing->lapse.state));
      kith_output_add_date (output, lapsing->lapse.day);
    }
  kith_cli_print (kith_output_end (output));
  kith_cli_tell (_ ("Soon: within %u days."), kith_network_get_settings (network)->lapse_days);
  return KITH_EXIT_DONE;
}

static KithExit
run_hubs (const KithCli *cli, GError **error)
{
  g_autoptr (KithRoll) roll = NULL;

  if (is_untouched + is_overlap + is_support + is_people + is_lapsing + (kind_name != NULL) +
          (cli->n_args > 1) >
      1)
    {
      g_set_error (
          error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
          _ ("Ask for one thing at a time: an arrangement, --kind, --untouched, --overlap, "
             "--support, --people or --lapsing."));
      return KITH_EXIT_NOT_DONE;
    }
  roll = kith_cli_read_roll (cli, error);
  if (roll == NULL)
    return KITH_EXIT_NOT_DONE;
  if (cli->n_args > 1)
    return kith_cli_tell_arrangement (cli, roll, error);
  if (is_untouched)
    return print_untouched (cli, roll);
  if (is_overlap)
    return print_overlaps (cli, roll);
  if (is_lapsing)
    return print_lapsing (cli, roll);
  if (is_support)
    return print_support (cli, roll);
  return is_people ? print_people (cli, roll) : print_hubs (cli, roll, error);
}

const KithVerb kith_verbs_of_hubs[] = {
  { "hubs", "R [ARRANGEMENT]", N_ ("whom arrangements reach, and everything about one"), 1, 2,
    hub_options, run_hubs },
  { NULL },
};

/* kith-settings.c: the parameters of METHODS, as the register sets them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-settings.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* What a kind's own parameters may be. */
#define LEAST_WEIGHT 1e-6
#define MOST_WEIGHT 1000.0
#define LEAST_HALF_LIFE 1.0
#define MOST_HALF_LIFE 36500.0

/* A parameter that is one number. */
typedef struct
{
  const char *key;
  gsize offset;
  double standard, least, most;
} Parameter;

static const Parameter reals[] = {
  { "neighbours.metres", G_STRUCT_OFFSET (KithSettings, neighbour_metres), 10000, 0, 1e6 },
  { "local.metres", G_STRUCT_OFFSET (KithSettings, local_metres), 10000, 0, 1e6 },
  { "local.authority-metres", G_STRUCT_OFFSET (KithSettings, local_authority_metres), 25000, 0,
    1e6 },
  { "live.recency", G_STRUCT_OFFSET (KithSettings, live_recency), 0.25, 1e-6, 1 },
  { "live.unrecorded", G_STRUCT_OFFSET (KithSettings, unrecorded_recency), 0.5, 0, 1 },
  { "radar.amber", G_STRUCT_OFFSET (KithSettings, radar_amber), 2, 0, 1000 },
  { "radar.red", G_STRUCT_OFFSET (KithSettings, radar_red), 4, 0, 1000 },
  { "radar.peer-share", G_STRUCT_OFFSET (KithSettings, radar_peer_share), 0.5, 0, 1 },
  { "cut-off.share", G_STRUCT_OFFSET (KithSettings, cut_off_share), 0.5, 0, 1 },
  { "patch.share", G_STRUCT_OFFSET (KithSettings, patch_share), 0.9, 0, 1 },
  { "vulnerable.sd", G_STRUCT_OFFSET (KithSettings, vulnerable_sd), 1, 0, 10 },
  { "rivals.metres-primary", G_STRUCT_OFFSET (KithSettings, rival_metres_primary), 3000, 0, 1e6 },
  { "rivals.metres-secondary", G_STRUCT_OFFSET (KithSettings, rival_metres_secondary), 6000, 0,
    1e6 },
};

static const Parameter counts[] = {
  { "scope.independent", G_STRUCT_OFFSET (KithSettings, include_independent), 0, 0, 1 },
  { "scope.colleges", G_STRUCT_OFFSET (KithSettings, include_colleges), 0, 0, 1 },
  { "neighbours.count", G_STRUCT_OFFSET (KithSettings, n_neighbours), 8, 1, 100 },
  { "neighbours.least", G_STRUCT_OFFSET (KithSettings, min_neighbours), 4, 1, 100 },
  { "assembly.schools", G_STRUCT_OFFSET (KithSettings, assembly_schools), 40, 2, 100000 },
  { "radar.days", G_STRUCT_OFFSET (KithSettings, radar_days), 395, 1, 10000 },
  { "radar.usual-days", G_STRUCT_OFFSET (KithSettings, radar_usual_days), 180, 1, 10000 },
  { "radar.least-days", G_STRUCT_OFFSET (KithSettings, radar_least_days), 28, 1, 10000 },
  { "radar.gaps", G_STRUCT_OFFSET (KithSettings, radar_gaps), 8, 1, 1000 },
  { "radar.new-days", G_STRUCT_OFFSET (KithSettings, radar_new_days), 180, 0, 10000 },
  { "radar.record-months", G_STRUCT_OFFSET (KithSettings, radar_record_months), 24, 1, 600 },
  { "radar.peer-months", G_STRUCT_OFFSET (KithSettings, radar_peer_months), 12, 1, 600 },
  { "orphaned.months", G_STRUCT_OFFSET (KithSettings, orphaned_months), 24, 1, 600 },
  { "shunted.changes", G_STRUCT_OFFSET (KithSettings, shunted_changes), 2, 1, 100 },
  { "shunted.months", G_STRUCT_OFFSET (KithSettings, shunted_months), 60, 1, 600 },
  { "cut-off.schools", G_STRUCT_OFFSET (KithSettings, cut_off_schools), 5, 2, 100000 },
  { "thread.days", G_STRUCT_OFFSET (KithSettings, thread_days), 180, 1, 10000 },
  { "engaged.months", G_STRUCT_OFFSET (KithSettings, engaged_months), 12, 1, 600 },
  { "talk.meetings", G_STRUCT_OFFSET (KithSettings, talk_meetings), 3, 1, 1000 },
  { "talk.months", G_STRUCT_OFFSET (KithSettings, talk_months), 12, 1, 600 },
  { "one-way.visits", G_STRUCT_OFFSET (KithSettings, one_way_visits), 3, 1, 1000 },
  { "one-way.months", G_STRUCT_OFFSET (KithSettings, one_way_months), 24, 1, 600 },
  { "lapse.days", G_STRUCT_OFFSET (KithSettings, lapse_days), 180, 1, 10000 },
  { "vulnerable.values", G_STRUCT_OFFSET (KithSettings, vulnerable_values), 5, 2, 1000 },
  { "suppressed.cohort", G_STRUCT_OFFSET (KithSettings, suppressed_cohort), 6, 1, 1000 },
  { "thin.cohort", G_STRUCT_OFFSET (KithSettings, thin_cohort), 15, 1, 1000 },
  { "rivals.nearest", G_STRUCT_OFFSET (KithSettings, rival_nearest), 3, 0, 100 },
  { "repair.minutes", G_STRUCT_OFFSET (KithSettings, repair_minutes), 45, 1, 10000 },
};

static double
read_number (KithLedger *ledger, const char *key, double standard, double least, double most)
{
  const char *text = kith_ledger_get_setting (ledger, key);
  double value;

  if (text == NULL || !kith_text_parse_real (text, -1, &value) || !(value >= least) ||
      !(value <= most))
    return standard;
  return value;
}

static void
read_kinds (KithSettings *self, KithLedger *ledger)
{
  for (guint k = 0; k < KITH_N_KINDS; k++)
    {
      const KithKindInfo *info = kith_kind_get_info ((KithKind)k);
      g_autofree char *weight = g_strdup_printf ("kind.%s.weight", info->key);
      g_autofree char *half_life = g_strdup_printf ("kind.%s.half-life", info->key);

      self->weight[k] = info->weight;
      self->half_life[k] = info->half_life;
      if (kith_kind_is_link ((KithKind)k))
        self->weight[k] = read_number (ledger, weight, info->weight, LEAST_WEIGHT, MOST_WEIGHT);
      if (!kith_kind_is_standing ((KithKind)k))
        self->half_life[k] =
            read_number (ledger, half_life, info->half_life, LEAST_HALF_LIFE, MOST_HALF_LIFE);
    }
}

static int
compare_codes (const void *a, const void *b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

static void
read_home (KithSettings *self, KithLedger *ledger)
{
  const char *text = kith_ledger_get_setting (ledger, "home");
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", ";", -1);

  self->home = g_new (gint64, g_strv_length (names) + 1);
  for (guint i = 0; names[i] != NULL; i++)
    if (!kith_text_is_blank (names[i]))
      self->home[self->n_home++] = kith_settings_find_authority (ledger, names[i]);
  qsort (self->home, self->n_home, sizeof *self->home, compare_codes);
}

/**
 * kith_settings_new:
 * @ledger: what the register says
 *
 * Returns: (transfer full): its parameters, with defaults for the rest
 */
KithSettings *
kith_settings_new (KithLedger *ledger)
{
  KithSettings *self = g_new0 (KithSettings, 1);

  for (guint p = 0; p < G_N_ELEMENTS (reals); p++)
    G_STRUCT_MEMBER (double, self, reals[p].offset) =
        read_number (ledger, reals[p].key, reals[p].standard, reals[p].least, reals[p].most);
  for (guint p = 0; p < G_N_ELEMENTS (counts); p++)
    {
      double value =
          read_number (ledger, counts[p].key, counts[p].standard, counts[p].least, counts[p].most);

      G_STRUCT_MEMBER (guint, self, counts[p].offset) =
          (guint)(value == floor (value) ? value : counts[p].standard);
    }
  read_kinds (self, ledger);
  read_home (self, ledger);
  return self;
}

/**
 * kith_settings_free:
 * @self: (transfer full) (nullable): settings
 */
void
kith_settings_free (KithSettings *self)
{
  if (self == NULL)
    return;
  g_free (self->home);
  g_free (self);
}

/**
 * kith_settings_is_home:
 * @la: an authority's code, or %KITH_INT_NONE
 *
 * Returns: whether it is a home authority; where none is set, every one is
 */
gboolean
kith_settings_is_home (const KithSettings *self, gint64 la)
{
  if (self->n_home == 0)
    return TRUE;
  for (gsize h = 0; h < self->n_home; h++)
    if (self->home[h] == la)
      return TRUE;
  return FALSE;
}

static gboolean
find_parameter_range (
    const Parameter *parameters, gsize n, const char *key, gboolean is_whole, KithParameter *range)
{
  for (gsize p = 0; p < n; p++)
    if (strcmp (parameters[p].key, key) == 0)
      {
        range->standard = parameters[p].standard;
        range->least = parameters[p].least;
        range->most = parameters[p].most;
        range->is_whole = is_whole;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_kind_range (const KithKindInfo *info, KithKind kind, const char *key, KithParameter *range)
{
  g_autofree char *weight = g_strdup_printf ("kind.%s.weight", info->key);
  g_autofree char *half_life = g_strdup_printf ("kind.%s.half-life", info->key);
  gboolean is_weight = kith_kind_is_link (kind) && strcmp (weight, key) == 0;

  if (!is_weight && (kith_kind_is_standing (kind) || strcmp (half_life, key) != 0))
    return FALSE;
  range->standard = is_weight ? info->weight : info->half_life;
  range->least = is_weight ? LEAST_WEIGHT : LEAST_HALF_LIFE;
  range->most = is_weight ? MOST_WEIGHT : MOST_HALF_LIFE;
  range->is_whole = FALSE;
  return TRUE;
}

/**
 * kith_settings_find_range:
 * @key: of a parameter that is a number
 * @parameter: (inout): takes what it is by default and may be
 *
 * Returns: %FALSE where there is no such parameter
 */
gboolean
kith_settings_find_range (const char *key, KithParameter *parameter)
{
  if (find_parameter_range (reals, G_N_ELEMENTS (reals), key, FALSE, parameter) ||
      find_parameter_range (counts, G_N_ELEMENTS (counts), key, TRUE, parameter))
    return TRUE;
  for (guint k = 0; k < KITH_N_KINDS; k++)
    if (find_kind_range (kith_kind_get_info ((KithKind)k), (KithKind)k, key, parameter))
      return TRUE;
  return FALSE;
}

/**
 * kith_settings_dup_problem:
 * @key: a parameter
 * @value: (nullable): what somebody would set it to; %NULL for back to its default
 *
 * Returns: (transfer full) (nullable): a sentence that says why it cannot be set so; %NULL
 *   where it can
 */
char *
kith_settings_dup_problem (const char *key, const char *value)
{
  KithParameter range = { 0 };
  double number;

  if (strcmp (key, "home") == 0)
    return NULL;
  if (!kith_settings_find_range (key, &range))
    return g_strdup_printf (_ ("There is no parameter “%s”."), key);
  if (value == NULL || (kith_text_parse_real (value, -1, &number) && number >= range.least &&
                        number <= range.most && (!range.is_whole || number == floor (number))))
    return NULL;
  return g_strdup_printf (range.is_whole ? _ ("“%s” is not a whole number from %.10g to %.10g.")
                                         : _ ("“%s” is not a number from %.10g to %.10g."),
                          value, range.least, range.most);
}

/**
 * kith_settings_find_authority:
 * @ledger: what the register says
 * @text: a code or a name
 *
 * Returns: the code; 0 for a name that no authority bears
 */
gint64
kith_settings_find_authority (KithLedger *ledger, const char *text)
{
  g_autofree char *key = kith_text_dup_key (text);
  const KithAuthority *authorities;
  gint64 code;
  gsize n;

  if (kith_text_parse_int (text, -1, &code))
    return code;
  authorities = kith_ledger_get_rows (ledger, KITH_TABLE_AUTHORITY, &n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = kith_text_dup_key (authorities[i].name);

      if (strcmp (name, key) == 0)
        return authorities[i].code;
    }
  return 0;
}

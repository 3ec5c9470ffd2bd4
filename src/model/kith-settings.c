/* kith-settings.c: the parameters of METHODS, as the register sets them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-settings.h"

#include <stdlib.h>

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
        self->weight[k] = read_number (ledger, weight, info->weight, 1e-6, 1000);
      if (!kith_kind_is_standing ((KithKind)k))
        self->half_life[k] = read_number (ledger, half_life, info->half_life, 1, 36500);
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
  g_auto (GStrv) codes = g_strsplit_set (text != NULL ? text : "", ";,", -1);

  self->home = g_new (gint64, g_strv_length (codes) + 1);
  for (guint i = 0; codes[i] != NULL; i++)
    if (kith_text_parse_int (codes[i], -1, &self->home[self->n_home]) &&
        self->home[self->n_home] != KITH_INT_NONE)
      self->n_home++;
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

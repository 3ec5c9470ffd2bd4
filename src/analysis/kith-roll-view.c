/* kith-roll-view.c: a part of the roll call that somebody looks at again and again
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-roll-view.h"

#include "kith-worklist.h"

#include <glib/gi18n.h>
#include <string.h>

/* Parts are set apart by semicolons, which names hardly hold. */
static char *
dup_escaped (const char *value)
{
  g_auto (GStrv) percents = g_strsplit (value, "%", -1);
  g_autofree char *safe = g_strjoinv ("%25", percents);
  g_auto (GStrv) parts = g_strsplit (safe, ";", -1);

  return g_strjoinv ("%3B", parts);
}

static char *
dup_plain (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "%3B", -1);
  g_autofree char *joined = g_strjoinv (";", parts);
  g_auto (GStrv) percents = g_strsplit (joined, "%25", -1);

  return g_strjoinv ("%", percents);
}

static gboolean
is_alike (const char *a, const char *b)
{
  g_autofree char *one = kith_text_dup_key (a);
  g_autofree char *other = kith_text_dup_key (b);

  return strcmp (one, other) == 0;
}

static gboolean
read_tiers (KithRollView *self, const char *value)
{
  g_auto (GStrv) names = g_strsplit (value, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      KithTier tier;

      for (tier = 0; tier < KITH_N_TIERS; tier++)
        if (is_alike (names[i], kith_tier_get_key (tier)) ||
            is_alike (names[i], kith_tier_get_words (tier)))
          break;
      if (tier == KITH_N_TIERS)
        return FALSE;
      self->tiers |= 1u << tier;
    }
  return TRUE;
}

static gboolean
read_phase (KithRollView *self, const char *value)
{
  for (self->phase = 0; self->phase < KITH_N_PHASES; self->phase++)
    if (is_alike (value, kith_phase_get_words ((KithPhase)self->phase)))
      return TRUE;
  return FALSE;
}

static gboolean
read_finding (KithRollView *self, const char *value)
{
  for (self->finding = 0; self->finding < KITH_N_FINDINGS; self->finding++)
    if (is_alike (value, kith_finding_get_key ((KithFindingCode)self->finding)))
      return TRUE;
  return FALSE;
}

/* Returns: whether there is such a part, and it may say that. */
static gboolean
read_part (KithRollView *self, const char *key, const char *value)
{
  if (strcmp (key, "tier") == 0)
    return read_tiers (self, value);
  if (strcmp (key, "phase") == 0)
    return read_phase (self, value);
  if (strcmp (key, "finding") == 0)
    return read_finding (self, value);
  if (strcmp (key, "to-do") == 0)
    self->is_to_do = TRUE;
  else if (strcmp (key, "authority") == 0)
    {
      g_free (self->authority);
      self->authority = g_strdup (value);
    }
  else if (strcmp (key, "trust") == 0)
    {
      g_free (self->trust);
      self->trust = g_strdup (value);
    }
  else if (strcmp (key, "text") == 0)
    {
      g_free (self->text);
      self->text = g_strdup (value);
    }
  else
    return FALSE;
  return TRUE;
}

static void
append_part (GString *text, const char *key, const char *value)
{
  g_autofree char *escaped = value != NULL ? dup_escaped (value) : NULL;

  g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? ";" : "", key,
                          escaped != NULL ? "=" : "", escaped != NULL ? escaped : "");
}

static gboolean
has_words (const KithRollView *self, KithNetwork *network, const KithRollRow *row)
{
  guint n;
  const KithSchool *school = kith_network_get_schools (network, &n)[row->school].record;
  const char *authority = kith_network_get_authority (network, row->school);
  g_autofree char *whole = g_strdup_printf (
      "%s %" G_GINT64_FORMAT " %s %s %s %s", school->name != NULL ? school->name : "", school->urn,
      authority != NULL ? authority : "", school->town != NULL ? school->town : "",
      school->postcode != NULL ? school->postcode : "", row->trust != NULL ? row->trust : "");
  g_autofree char *folded = kith_text_dup_key (whole);
  g_autofree char *wanted = kith_text_dup_key (self->text);
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_finding (const KithRollRow *row, int code)
{
  for (guint i = 0; i < row->n_findings; i++)
    if ((int)row->findings[i].code == code)
      return TRUE;
  return FALSE;
}

/**
 * kith_roll_view_new:
 *
 * Returns: (transfer full): a view of every school
 */
KithRollView *
kith_roll_view_new (void)
{
  KithRollView *self = g_new0 (KithRollView, 1);

  self->phase = self->finding = -1;
  return self;
}

/**
 * kith_roll_view_parse:
 * @text: as kith_roll_view_dup_text() writes it; tiers and phases in words too
 * @error: return location for %G_IO_ERROR_INVALID_DATA
 *
 * Returns: (transfer full): the view, or %NULL with @error set
 */
KithRollView *
kith_roll_view_parse (const char *text, GError **error)
{
  g_autoptr (KithRollView) self = kith_roll_view_new ();
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');
      g_autofree char *key =
          equals != NULL ? g_strndup (parts[i], (gsize)(equals - parts[i])) : g_strdup (parts[i]);
      g_autofree char *value = dup_plain (equals != NULL ? equals + 1 : "");

      g_strstrip (key);
      if (*key == '\0' || read_part (self, key, g_strstrip (value)))
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("“%s” narrows nothing. Write tier=1,2,3,U,4, authority=, phase=, trust=, "
                      "finding=, to-do or text=, with ; between."),
                   parts[i]);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * kith_roll_view_dup_text:
 *
 * Returns: (transfer full): the view, to be kept; empty for one of every school
 */
char *
kith_roll_view_dup_text (const KithRollView *self)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) tiers = g_string_new (NULL);

  for (KithTier tier = 0; tier < KITH_N_TIERS; tier++)
    if ((self->tiers & (1u << tier)) != 0)
      g_string_append_printf (tiers, "%s%s", tiers->len > 0 ? "," : "", kith_tier_get_key (tier));
  if (tiers->len > 0)
    append_part (text, "tier", tiers->str);
  if (self->authority != NULL)
    append_part (text, "authority", self->authority);
  if (self->phase >= 0)
    append_part (text, "phase", kith_phase_get_words ((KithPhase)self->phase));
  if (self->trust != NULL)
    append_part (text, "trust", self->trust);
  if (self->finding >= 0)
    append_part (text, "finding", kith_finding_get_key ((KithFindingCode)self->finding));
  if (self->is_to_do)
    append_part (text, "to-do", NULL);
  if (!kith_text_is_blank (self->text))
    append_part (text, "text", self->text);
  return g_string_free (text, FALSE);
}

/**
 * kith_roll_view_fits:
 * @roll: the roll call
 * @row: of it
 *
 * Returns: whether the school is in the view
 */
gboolean
kith_roll_view_fits (const KithRollView *self, const KithRoll *roll, const KithRollRow *row)
{
  KithNetwork *network = kith_roll_get_network (roll);
  guint n;
  const KithNetworkSchool *school = &kith_network_get_schools (network, &n)[row->school];

  return (self->tiers == 0 || (self->tiers & (1u << row->tier)) != 0) &&
         (self->authority == NULL ||
          is_alike (self->authority, kith_network_get_authority (network, row->school))) &&
         (self->trust == NULL || is_alike (self->trust, row->trust)) &&
         (self->phase < 0 || (int)school->phase == self->phase) &&
         (self->finding < 0 || has_finding (row, self->finding)) &&
         (!self->is_to_do || kith_worklist_is_waiting (row)) &&
         (kith_text_is_blank (self->text) || has_words (self, network, row));
}

/**
 * kith_roll_view_find:
 * @name: of a view that was saved
 *
 * Returns: (transfer none) (nullable): its row
 */
const KithSavedView *
kith_roll_view_find (KithLedger *ledger, const char *name)
{
  gsize n;
  const KithSavedView *views = kith_ledger_get_rows (ledger, KITH_TABLE_SAVED_VIEW, &n);

  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (views[i].page, KITH_ROLL_VIEW_PAGE) == 0 && is_alike (views[i].name, name))
      return &views[i];
  return NULL;
}

/**
 * kith_roll_view_free:
 * @self: (transfer full) (nullable): a view
 */
void
kith_roll_view_free (KithRollView *self)
{
  if (self == NULL)
    return;
  g_free (self->authority);
  g_free (self->trust);
  g_free (self->text);
  g_free (self);
}

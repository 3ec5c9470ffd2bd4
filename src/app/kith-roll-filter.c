/* kith-roll-filter.c: which schools of the roll call are shown
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-roll-filter.h"
#include "kith-roll-item.h"
#include "kith-worklist.h"

#include <string.h>

/**
 * KithRollFilter:
 *
 * Text, tiers, authority, trust, phase, finding, what is still to do and which schools are chosen
 * together: a school is shown when all fit. No tier chosen is every tier.
 */
struct _KithRollFilter
{
  GtkFilter parent_instance;

  char **words;      /* folded; all of them must occur */
  guint tiers;       /* a bit a tier; 0 for all */
  char *authority;   /* NULL for all */
  char *trust;       /* NULL for all; "" for schools in no trust */
  int phase;         /* -1 for all */
  int finding;       /* -1 for all */
  gboolean is_to_do; /* only schools that somebody has yet to see to */
  KithChosen *only;  /* NULL for all */
};

G_DEFINE_FINAL_TYPE (KithRollFilter, kith_roll_filter, GTK_TYPE_FILTER)

static gboolean
has_words (KithRollFilter *self, KithRollItem *item)
{
  const char *folded = kith_roll_item_get_folded (item);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
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

static gboolean
kith_roll_filter_match (GtkFilter *filter, gpointer object)
{
  KithRollFilter *self = KITH_ROLL_FILTER (filter);
  KithRollItem *item = KITH_ROLL_ITEM (object);
  const KithRollRow *row = kith_roll_item_get_row (item);

  if (self->tiers != 0 && (self->tiers & (1u << row->tier)) == 0)
    return FALSE;
  if (self->authority != NULL &&
      g_strcmp0 (self->authority, kith_roll_item_get_authority (item)) != 0)
    return FALSE;
  if (self->trust != NULL && strcmp (self->trust, row->trust != NULL ? row->trust : "") != 0)
    return FALSE;
  if (self->phase >= 0 && (int)kith_roll_item_get_school (item)->phase != self->phase)
    return FALSE;
  if (self->is_to_do && !kith_worklist_is_waiting (row))
    return FALSE;
  if (self->only != NULL && !kith_chosen_has (self->only, kith_roll_item_get_urn (item)))
    return FALSE;
  if (self->finding >= 0 && !has_finding (row, self->finding))
    return FALSE;
  return has_words (self, item);
}

static GtkFilterMatch
kith_roll_filter_get_strictness (GtkFilter *filter)
{
  return kith_roll_filter_is_set (KITH_ROLL_FILTER (filter)) ? GTK_FILTER_MATCH_SOME
                                                             : GTK_FILTER_MATCH_ALL;
}

static void
chosen_changed_cb (KithRollFilter *self)
{
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
change_only (KithRollFilter *self, KithChosen *chosen)
{
  if (self->only != NULL)
    g_signal_handlers_disconnect_by_data (self->only, self);
  g_set_object (&self->only, chosen);
  if (chosen != NULL)
    g_signal_connect_swapped (chosen, "changed", G_CALLBACK (chosen_changed_cb), self);
}

static void
kith_roll_filter_dispose (GObject *object)
{
  change_only (KITH_ROLL_FILTER (object), NULL);
  G_OBJECT_CLASS (kith_roll_filter_parent_class)->dispose (object);
}

static void
kith_roll_filter_finalize (GObject *object)
{
  KithRollFilter *self = KITH_ROLL_FILTER (object);

  g_strfreev (self->words);
  g_free (self->authority);
  g_free (self->trust);
  G_OBJECT_CLASS (kith_roll_filter_parent_class)->finalize (object);
}

static void
kith_roll_filter_class_init (KithRollFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kith_roll_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = kith_roll_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = kith_roll_filter_match;
  GTK_FILTER_CLASS (klass)->get_strictness = kith_roll_filter_get_strictness;
}

static void
kith_roll_filter_init (KithRollFilter *self)
{
  self->phase = -1;
  self->finding = -1;
}

static void
change_choice (KithRollFilter *self, int *choice, int value)
{
  if (*choice == value)
    return;
  *choice = value;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
change_text (KithRollFilter *self, char **text, const char *value)
{
  if (g_strcmp0 (*text, value) == 0)
    return;
  g_free (*text);
  *text = g_strdup (value);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * kith_roll_filter_new:
 *
 * Returns: (transfer full): a filter that lets every school through
 */
KithRollFilter *
kith_roll_filter_new (void)
{
  return g_object_new (KITH_TYPE_ROLL_FILTER, NULL);
}

/**
 * kith_roll_filter_set_text:
 * @text: (nullable): words that must all occur in a school's name, URN, authority, town,
 *   postcode or trust, in any order
 */
void
kith_roll_filter_set_text (KithRollFilter *self, const char *text)
{
  g_autofree char *folded = text != NULL ? kith_text_dup_key (text) : NULL;

  g_strfreev (self->words);
  self->words = folded != NULL && *folded != '\0' ? g_strsplit (folded, " ", -1) : NULL;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * kith_roll_filter_set_tier:
 * @is_wanted: whether schools of @tier are shown
 */
void
kith_roll_filter_set_tier (KithRollFilter *self, KithTier tier, gboolean is_wanted)
{
  guint tiers = is_wanted ? self->tiers | (1u << tier) : self->tiers & ~(1u << tier);

  if (tiers == self->tiers)
    return;
  self->tiers = tiers;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * kith_roll_filter_set_authority:
 * @authority: (nullable): its name, %NULL for all
 */
void
kith_roll_filter_set_authority (KithRollFilter *self, const char *authority)
{
  change_text (self, &self->authority, authority);
}

/**
 * kith_roll_filter_set_trust:
 * @trust: (nullable): its name, "" for schools in no trust, %NULL for all
 */
void
kith_roll_filter_set_trust (KithRollFilter *self, const char *trust)
{
  change_text (self, &self->trust, trust);
}

/**
 * kith_roll_filter_set_phase:
 * @phase: a #KithPhase, or -1 for all
 */
void
kith_roll_filter_set_phase (KithRollFilter *self, int phase)
{
  change_choice (self, &self->phase, phase);
}

/**
 * kith_roll_filter_set_finding:
 * @code: a #KithFindingCode, or -1 for all
 */
void
kith_roll_filter_set_finding (KithRollFilter *self, int code)
{
  change_choice (self, &self->finding, code);
}

/**
 * kith_roll_filter_set_to_do:
 * @is_to_do: whether only schools are shown that have a finding and are not ticked off
 */
void
kith_roll_filter_set_to_do (KithRollFilter *self, gboolean is_to_do)
{
  change_choice (self, &self->is_to_do, !!is_to_do);
}

/**
 * kith_roll_filter_set_only:
 * @chosen: (nullable): which schools alone are shown, as they are chosen now and later; %NULL for
 *   all
 */
void
kith_roll_filter_set_only (KithRollFilter *self, KithChosen *chosen)
{
  if (self->only == chosen)
    return;
  change_only (self, chosen);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * kith_roll_filter_clear:
 *
 * Lets every school through.
 */
void
kith_roll_filter_clear (KithRollFilter *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->authority, g_free);
  g_clear_pointer (&self->trust, g_free);
  self->tiers = 0;
  self->phase = -1;
  self->finding = -1;
  self->is_to_do = FALSE;
  change_only (self, NULL);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_LESS_STRICT);
}

/**
 * kith_roll_filter_is_set:
 *
 * Returns: whether any school may be kept out
 */
gboolean
kith_roll_filter_is_set (KithRollFilter *self)
{
  return self->words != NULL || self->tiers != 0 || self->authority != NULL ||
         self->trust != NULL || self->phase >= 0 || self->finding >= 0 || self->is_to_do ||
         self->only != NULL;
}

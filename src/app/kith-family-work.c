/* kith-family-work.c: Families as a page shows them, worked out in a worker
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-family-work.h"

#include <glib/gi18n.h>

/* As the command line has it. */
#define N_SEEDS 4

static KithFamilyWork *
begin (KithRoll *roll, KithPhase phase)
{
  KithFamilyWork *self = g_new0 (KithFamilyWork, 1);

  self->roll = kith_roll_ref (roll);
  self->standing = kith_family_standing_new (kith_roll_get_network (roll), phase);
  self->pool = self->standing->pool;
  self->choices = kith_result_choices_list (kith_roll_get_network (roll), phase);
  return self;
}

static void
explain (KithFamilyWork *self)
{
  if (self->families != NULL)
    self->explainer = kith_family_explainer_new (self->pool, self->families);
}

/**
 * kith_family_work_look:
 * @roll: of a ledger with all figures
 * @phase: that schools are compared in
 *
 * Returns: (transfer full): the Families that are kept
 */
KithFamilyWork *
kith_family_work_look (KithRoll *roll, KithPhase phase)
{
  KithFamilyWork *self = begin (roll, phase);

  self->n_families = self->standing->arrangements->len;
  if (self->n_families > 0 && self->pool->problem != NULL)
    self->families = self->standing->families;
  explain (self);
  return self;
}

/**
 * kith_family_work_build:
 * @roll: of a ledger with all figures
 * @terms: what the officer asks for
 * @churn: λ; below 0 where nothing goes on from the Families that are kept
 * @job: takes progress, gives cancellation
 * @error: return location for %G_IO_ERROR_CANCELLED, %G_IO_ERROR_NOT_FOUND where nobody can be
 *   compared, or a #KithGraphError
 *
 * Returns: (transfer full): the Families proposed, or why there are none
 */
KithFamilyWork *
kith_family_work_build (
    KithRoll *roll, const KithFamilyTerms *terms, double churn, KithJob *job, GError **error)
{
  g_autoptr (KithFamilyWork) self = begin (roll, terms->phase);
  const KithFamilySearch search = { 1, N_SEEDS, 0 };
  KithFamilyPool *pool = kith_family_pool_new (kith_roll_get_network (roll), terms);

  if (pool->problem == NULL)
    {
      kith_family_pool_free (pool);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("No school of this phase can be compared by this. Import the tables "
                              "that tell of it, or compare by something else."));
      return NULL;
    }
  if (churn >= 0 && self->standing->arrangements->len > 0)
    kith_family_standing_keep (self->standing, pool, churn);
  self->proposal = kith_families_build (pool, &search, job, error);
  if (self->proposal == NULL)
    return NULL;
  self->pool = pool;
  self->n_families = pool->problem->n_families;
  if (self->proposal->answers != NULL)
    kith_family_work_choose (self, 0);
  return g_steal_pointer (&self);
}

/**
 * kith_family_work_choose:
 * @answer: of the proposal, which has answers
 *
 * Looks at another of the answers.
 */
void
kith_family_work_choose (KithFamilyWork *self, guint answer)
{
  g_clear_pointer (&self->explainer, kith_family_explainer_free);
  self->answer = answer;
  self->families =
      ((const KithFamilyAnswer *)g_ptr_array_index (self->proposal->answers, answer))->families;
  explain (self);
}

/**
 * kith_family_work_free:
 * @self: (transfer full) (nullable): Families
 */
void
kith_family_work_free (KithFamilyWork *self)
{
  if (self == NULL)
    return;
  kith_family_explainer_free (self->explainer);
  g_array_unref (self->choices);
  kith_families_free (self->proposal);
  kith_family_standing_free (self->standing);
  kith_roll_unref (self->roll);
  g_free (self);
}

/**
 * kith_family_work_dup_name:
 * @family: from 0
 *
 * Returns: (transfer full): its name, or its number while it is proposed
 */
char *
kith_family_work_dup_name (const KithFamilyWork *self, guint family)
{
  const KithArrangement *row =
      self->proposal != NULL
          ? NULL
          : kith_ledger_find (kith_network_get_ledger (kith_roll_get_network (self->roll)),
                              KITH_TABLE_ARRANGEMENT,
                              g_array_index (self->standing->arrangements, gint64, family));

  return row != NULL && row->name != NULL ? g_strdup (row->name)
                                          : g_strdup_printf (_ ("Family %u"), family + 1);
}

static void
append_missing (GString *text, const KithFamilyPool *pool)
{
  if (pool->left_out->len > 0)
    g_string_append_printf (
        text,
        g_dngettext (NULL, " %u school cannot be compared: too little is known.",
                     " %u schools cannot be compared: too little is known.", pool->left_out->len),
        pool->left_out->len);
  for (guint v = 0; v < pool->dropped->len; v++)
    g_string_append_printf (
        text, _ (" Nothing is known of %s, or nothing differs; its weight is shared out."),
        kith_variable_get_words (g_array_index (pool->dropped, KithVariable, v)));
  if (pool->stand_in != NULL)
    g_string_append_printf (text, _ (" %s stands in for prior attainment."), pool->stand_in);
}

/**
 * kith_family_work_dup_words:
 *
 * Returns: (transfer full): what came of it, in sentences
 */
char *
kith_family_work_dup_words (const KithFamilyWork *self)
{
  GString *text = g_string_new (NULL);
  guint n_free = self->standing->pool->schools->len - self->standing->n_placed;

  if (self->proposal != NULL)
    {
      g_autofree char *outlook = kith_families_dup_outlook (self->proposal);
      g_autofree char *method = kith_families_dup_method (self->proposal);

      g_string_append_printf (text, "%s %s", outlook, method);
      append_missing (text, self->pool);
    }
  else if (self->families != NULL)
    {
      g_string_append_printf (text,
                              g_dngettext (NULL, "%u Family of %u schools.",
                                           "%u Families of %u schools.", self->n_families),
                              self->n_families, self->standing->n_placed);
      if (n_free > 0)
        g_string_append_printf (text,
                                g_dngettext (NULL, " %u school that can be compared is in none.",
                                             " %u schools that can be compared are in none.",
                                             n_free),
                                n_free);
    }
  return g_strchug (g_string_free (text, FALSE));
}

/**
 * kith_family_work_can_keep:
 *
 * Returns: whether it is a proposal, and the answer that is looked at breaks no rule
 */
gboolean
kith_family_work_can_keep (const KithFamilyWork *self)
{
  return self->proposal != NULL && self->proposal->answers != NULL &&
         ((const KithFamilyAnswer *)g_ptr_array_index (self->proposal->answers, self->answer))
                 ->n_broken == 0;
}

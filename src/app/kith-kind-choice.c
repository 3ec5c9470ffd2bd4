/* kith-kind-choice.c: kinds of arrangement, to choose from
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-kind-choice.h"

#include <glib/gi18n.h>

/**
 * kith_kind_choice_dup_words:
 * @first: (nullable): words before them, translated: "every kind of partnership"; the kinds are
 *   then in the plural
 *
 * Returns: (transfer full): a line for each kind, for people
 */
char **
kith_kind_choice_dup_words (const char *first)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (list, g_strdup (first));
  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    if (kith_kind_is_link (kind))
      g_ptr_array_add (list, g_strdup (_ (first != NULL ? kith_kind_get_info (kind)->plural
                                                        : kith_kind_get_info (kind)->words)));
  g_ptr_array_add (list, NULL);
  return (char **)g_ptr_array_steal (list, NULL);
}

/**
 * kith_kind_choice_get_key:
 * @choice: which of the kinds, from 0
 *
 * Returns: (transfer none) (nullable): as the register has it; %NULL beyond the last
 */
const char *
kith_kind_choice_get_key (guint choice)
{
  for (KithKind kind = 0; kind < KITH_N_KINDS; kind++)
    if (kith_kind_is_link (kind) && choice-- == 0)
      return kith_kind_get_info (kind)->key;
  return NULL;
}

/**
 * kith_kind_choice_find:
 * @kind: one that ties schools
 *
 * Returns: which of the kinds it is, from 0
 */
guint
kith_kind_choice_find (KithKind kind)
{
  guint choice = 0;

  for (KithKind before = 0; before < kind; before++)
    choice += kith_kind_is_link (before);
  return choice;
}

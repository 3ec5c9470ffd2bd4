/* kith-parameter.h: the parameters of METHODS in words, for those who set them
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a parameter stands among the preferences. */
typedef enum
{
  KITH_PARAMETER_SCOPE,
  KITH_PARAMETER_NEAR,
  KITH_PARAMETER_LIVE,
  KITH_PARAMETER_RADAR,
  KITH_PARAMETER_TRUSTS,
  KITH_PARAMETER_WHOLE,
  KITH_PARAMETER_RESULTS,
  KITH_PARAMETER_WORK,
  KITH_PARAMETER_WEIGHTS,
  KITH_PARAMETER_HALF_LIVES,
  KITH_N_PARAMETER_GROUPS,
} KithParameterGroup;

/**
 * KithParameter:
 * @key: as the register has it: "radar.amber"
 * @group: what it is about
 * @title: for people
 * @meaning: (nullable): what follows from it, and its unit
 * @standard: its default
 * @least: what it may be
 * @most: what it may be
 * @is_whole: whether it is a whole number
 */
typedef struct
{
  char *key;
  KithParameterGroup group;
  char *title;
  char *meaning;
  double standard, least, most;
  gboolean is_whole;
} KithParameter;

GPtrArray   *kith_parameter_list       (void);
char        *kith_parameter_dup_title  (const char           *key);
const char  *kith_parameter_get_group_words
                                       (KithParameterGroup    group);
void         kith_parameter_free       (KithParameter        *self);

G_END_DECLS

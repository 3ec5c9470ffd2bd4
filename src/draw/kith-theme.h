/* kith-theme.h: roles of ink, and the colours they take
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* LOOK, section 2, in its order. A scene knows these and no colour. */
typedef enum
{
  KITH_ROLE_NOTHING,
  KITH_ROLE_PAGE,
  KITH_ROLE_LAND,
  KITH_ROLE_VIEW,
  KITH_ROLE_OTHER,
  KITH_ROLE_SEA,
  KITH_ROLE_BAND,
  KITH_ROLE_BOUND,
  KITH_ROLE_GRAT,
  KITH_ROLE_RULE,
  KITH_ROLE_INK,
  KITH_ROLE_INK2,
  KITH_ROLE_INK3,
  KITH_ROLE_CONTEXT, /* “none”: schools that are only context */
  KITH_ROLE_ACCENT,
  KITH_ROLE_T1,
  KITH_ROLE_T2,
  KITH_ROLE_T3,
  KITH_ROLE_T3_EDGE,
  KITH_ROLE_TU,
  KITH_ROLE_T4,
  KITH_ROLE_TRUST,
  KITH_ROLE_HUB,
  KITH_ROLE_FAMILY,
  KITH_ROLE_PAIRING,
  KITH_ROLE_AREA,
  KITH_ROLE_PROGRAMME,
  KITH_ROLE_STRAND,
  KITH_N_ROLES,
} KithRole;

/**
 * KithTone:
 * @KITH_TONE_PLAIN: the role as it is
 * @KITH_TONE_MIX: mixed a part of the way towards another role
 * @KITH_TONE_WORD: as words are written in it: mixed towards ink as far as the theme says
 * @KITH_TONE_WASH: as an area is filled with it: as thin as the theme says
 */
typedef enum
{
  KITH_TONE_PLAIN,
  KITH_TONE_MIX,
  KITH_TONE_WORD,
  KITH_TONE_WASH,
} KithTone;

/**
 * KithInk:
 * @role: what it stands for; nothing is drawn with %KITH_ROLE_NOTHING
 * @tone: how
 * @toward: of a mix, the other role
 * @part: of a mix, how far towards it, from 0 to 1
 * @opacity: from 0 to 1
 */
typedef struct
{
  KithRole role;
  KithTone tone;
  KithRole toward;
  double part;
  double opacity;
} KithInk;

#define KITH_INK_NOTHING            ((KithInk){ KITH_ROLE_NOTHING })
#define KITH_INK(role)              ((KithInk){ (role), KITH_TONE_PLAIN, KITH_ROLE_NOTHING, 0, 1 })
#define KITH_INK_AT(role, opacity)  ((KithInk){ (role), KITH_TONE_PLAIN, KITH_ROLE_NOTHING, 0, (opacity) })
#define KITH_INK_MIX(role, part, toward) ((KithInk){ (role), KITH_TONE_MIX, (toward), (part), 1 })
#define KITH_INK_WORD(role)         ((KithInk){ (role), KITH_TONE_WORD, KITH_ROLE_NOTHING, 0, 1 })
#define KITH_INK_WASH(role)         ((KithInk){ (role), KITH_TONE_WASH, KITH_ROLE_NOTHING, 0, 1 })

/**
 * KithColour:
 * @red: from 0 to 1, sRGB
 * @green: the same
 * @blue: the same
 * @opacity: the same
 */
typedef struct
{
  double red, green, blue, opacity;
} KithColour;

typedef enum
{
  KITH_THEME_LIGHT,
  KITH_THEME_DARK,
  KITH_THEME_PRINT,
  KITH_THEME_GREY,
  KITH_N_THEMES,
} KithThemeName;

typedef struct _KithTheme KithTheme;

const KithTheme  *kith_theme_get          (KithThemeName     name);
const KithTheme  *kith_theme_find         (const char       *key);
const char       *kith_theme_get_key      (const KithTheme  *self);
KithColour        kith_theme_get_colour   (const KithTheme  *self,
                                           KithInk           ink);
const char       *kith_role_get_key       (KithRole          role);

G_END_DECLS

/* kith-theme.c: roles of ink, and the colours they take
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-theme.h"

#include <string.h>

struct _KithTheme
{
  const char *key;
  guint32 colours[KITH_N_ROLES];
  double word; /* how far words in a kind's colour go towards ink */
  double wash; /* how much of a kind's colour an area takes */
};

static const char *const role_keys[KITH_N_ROLES] = {
  [KITH_ROLE_NOTHING] = "nothing",
  [KITH_ROLE_PAGE] = "page",
  [KITH_ROLE_LAND] = "land",
  [KITH_ROLE_VIEW] = "view",
  [KITH_ROLE_OTHER] = "other",
  [KITH_ROLE_SEA] = "sea",
  [KITH_ROLE_BAND] = "band",
  [KITH_ROLE_BOUND] = "bound",
  [KITH_ROLE_GRAT] = "grat",
  [KITH_ROLE_RULE] = "rule",
  [KITH_ROLE_INK] = "ink",
  [KITH_ROLE_INK2] = "ink2",
  [KITH_ROLE_INK3] = "ink3",
  [KITH_ROLE_CONTEXT] = "none",
  [KITH_ROLE_ACCENT] = "accent",
  [KITH_ROLE_T1] = "t1",
  [KITH_ROLE_T2] = "t2",
  [KITH_ROLE_T3] = "t3",
  [KITH_ROLE_T3_EDGE] = "t3e",
  [KITH_ROLE_TU] = "tU",
  [KITH_ROLE_T4] = "t4",
  [KITH_ROLE_TRUST] = "trust",
  [KITH_ROLE_HUB] = "hub",
  [KITH_ROLE_FAMILY] = "family",
  [KITH_ROLE_PAIRING] = "pairing",
  [KITH_ROLE_AREA] = "area",
  [KITH_ROLE_PROGRAMME] = "programme",
  [KITH_ROLE_STRAND] = "strand",
};

/* LOOK, section 2. In greyscale, words and washes take what the light theme gives them. */
static const KithTheme themes[KITH_N_THEMES] = {
  [KITH_THEME_LIGHT] = {
      .key = "light",
      .word = 0.32,
      .wash = 0.085,
      .colours = {
          [KITH_ROLE_PAGE] = 0xfaf9f6,
          [KITH_ROLE_LAND] = 0xfdfcf9,
          [KITH_ROLE_VIEW] = 0xffffff,
          [KITH_ROLE_OTHER] = 0xf1efea,
          [KITH_ROLE_SEA] = 0xdfe9ee,
          [KITH_ROLE_BAND] = 0xd8d0c0,
          [KITH_ROLE_BOUND] = 0x857d6e,
          [KITH_ROLE_GRAT] = 0xe9e6de,
          [KITH_ROLE_RULE] = 0xc9c6be,
          [KITH_ROLE_INK] = 0x1b2430,
          [KITH_ROLE_INK2] = 0x454e5c,
          [KITH_ROLE_INK3] = 0x5f6773,
          [KITH_ROLE_CONTEXT] = 0x7f858e,
          [KITH_ROLE_ACCENT] = 0x1a5fb4,
          [KITH_ROLE_T1] = 0xa4133c,
          [KITH_ROLE_T2] = 0xd9560b,
          [KITH_ROLE_T3] = 0xf4c430,
          [KITH_ROLE_T3_EDGE] = 0x7a5800,
          [KITH_ROLE_TU] = 0x5b46b0,
          [KITH_ROLE_T4] = 0x4f8296,
          [KITH_ROLE_TRUST] = 0x1a5a9e,
          [KITH_ROLE_HUB] = 0x2f917e,
          [KITH_ROLE_FAMILY] = 0x40106e,
          [KITH_ROLE_PAIRING] = 0x8e0f4b,
          [KITH_ROLE_AREA] = 0x768f08,
          [KITH_ROLE_PROGRAMME] = 0x86562a,
          [KITH_ROLE_STRAND] = 0x50535c,
      },
  },
  [KITH_THEME_DARK] = {
      .key = "dark",
      .word = 0.15,
      .wash = 0.13,
      .colours = {
          [KITH_ROLE_PAGE] = 0x242424,
          [KITH_ROLE_LAND] = 0x2b2e33,
          [KITH_ROLE_VIEW] = 0x1e1e1e,
          [KITH_ROLE_OTHER] = 0x222529,
          [KITH_ROLE_SEA] = 0x191c20,
          [KITH_ROLE_BAND] = 0x454a52,
          [KITH_ROLE_BOUND] = 0x858c96,
          [KITH_ROLE_GRAT] = 0x33373c,
          [KITH_ROLE_RULE] = 0x4a4f57,
          [KITH_ROLE_INK] = 0xf2f3f5,
          [KITH_ROLE_INK2] = 0xc6cad1,
          [KITH_ROLE_INK3] = 0xa2a8b1,
          [KITH_ROLE_CONTEXT] = 0x8b929c,
          [KITH_ROLE_ACCENT] = 0x78aeed,
          [KITH_ROLE_T1] = 0xff6f7d,
          [KITH_ROLE_T2] = 0xff9d3b,
          [KITH_ROLE_T3] = 0xffe27a,
          [KITH_ROLE_T3_EDGE] = 0xffe27a,
          [KITH_ROLE_TU] = 0xbcaeff,
          [KITH_ROLE_T4] = 0x6d9fb3,
          [KITH_ROLE_TRUST] = 0x5b90cf,
          [KITH_ROLE_HUB] = 0x7fe0cf,
          [KITH_ROLE_FAMILY] = 0xdda6ff,
          [KITH_ROLE_PAIRING] = 0xff5c98,
          [KITH_ROLE_AREA] = 0xcfe36a,
          [KITH_ROLE_PROGRAMME] = 0xf0ae86,
          [KITH_ROLE_STRAND] = 0xa3a8af,
      },
  },
  [KITH_THEME_PRINT] = {
      .key = "print",
      .word = 0.32,
      .wash = 0.085,
      .colours = {
          [KITH_ROLE_PAGE] = 0xffffff,
          [KITH_ROLE_LAND] = 0xffffff,
          [KITH_ROLE_VIEW] = 0xffffff,
          [KITH_ROLE_OTHER] = 0xf4f4f2,
          [KITH_ROLE_SEA] = 0xe9eff2,
          [KITH_ROLE_BAND] = 0xe2ddd2,
          [KITH_ROLE_BOUND] = 0x766f62,
          [KITH_ROLE_GRAT] = 0xe9e9e6,
          [KITH_ROLE_RULE] = 0xbdbab3,
          [KITH_ROLE_INK] = 0x000000,
          [KITH_ROLE_INK2] = 0x333a44,
          [KITH_ROLE_INK3] = 0x59606b,
          [KITH_ROLE_CONTEXT] = 0x7f858e,
          [KITH_ROLE_ACCENT] = 0x1a4f94,
          [KITH_ROLE_T1] = 0xa4133c,
          [KITH_ROLE_T2] = 0xd9560b,
          [KITH_ROLE_T3] = 0xf4c430,
          [KITH_ROLE_T3_EDGE] = 0x5c4200,
          [KITH_ROLE_TU] = 0x4b3a99,
          [KITH_ROLE_T4] = 0x457486,
          [KITH_ROLE_TRUST] = 0x1a5a9e,
          [KITH_ROLE_HUB] = 0x2f917e,
          [KITH_ROLE_FAMILY] = 0x40106e,
          [KITH_ROLE_PAIRING] = 0x8e0f4b,
          [KITH_ROLE_AREA] = 0x768f08,
          [KITH_ROLE_PROGRAMME] = 0x86562a,
          [KITH_ROLE_STRAND] = 0x50535c,
      },
  },
  [KITH_THEME_GREY] = {
      .key = "grey",
      .word = 0.32,
      .wash = 0.085,
      .colours = {
          [KITH_ROLE_PAGE] = 0xffffff,
          [KITH_ROLE_LAND] = 0xffffff,
          [KITH_ROLE_VIEW] = 0xffffff,
          [KITH_ROLE_OTHER] = 0xf2f2f2,
          [KITH_ROLE_SEA] = 0xe6e6e6,
          [KITH_ROLE_BAND] = 0xdedede,
          [KITH_ROLE_BOUND] = 0x6e6e6e,
          [KITH_ROLE_GRAT] = 0xe8e8e8,
          [KITH_ROLE_RULE] = 0xbdbdbd,
          [KITH_ROLE_INK] = 0x000000,
          [KITH_ROLE_INK2] = 0x383838,
          [KITH_ROLE_INK3] = 0x5e5e5e,
          [KITH_ROLE_CONTEXT] = 0x858585,
          [KITH_ROLE_ACCENT] = 0x1a1a1a,
          [KITH_ROLE_T1] = 0x000000,
          [KITH_ROLE_T2] = 0x4a4a4a,
          [KITH_ROLE_T3] = 0xcfcfcf,
          [KITH_ROLE_T3_EDGE] = 0x3a3a3a,
          [KITH_ROLE_TU] = 0x3a3a3a,
          [KITH_ROLE_T4] = 0x7d7d7d,
          [KITH_ROLE_TRUST] = 0x1a1a1a,
          [KITH_ROLE_HUB] = 0x1a1a1a,
          [KITH_ROLE_FAMILY] = 0x555555,
          [KITH_ROLE_PAIRING] = 0x000000,
          [KITH_ROLE_AREA] = 0x333333,
          [KITH_ROLE_PROGRAMME] = 0x333333,
          [KITH_ROLE_STRAND] = 0x555555,
      },
  },
};

static KithColour
get_plain (const KithTheme *self, KithRole role)
{
  guint32 rgb = self->colours[role];

  return (KithColour){ (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0,
                       1 };
}

static KithColour
mix (KithColour a, KithColour b, double part)
{
  return (KithColour){ a.red + (b.red - a.red) * part, a.green + (b.green - a.green) * part,
                       a.blue + (b.blue - a.blue) * part, a.opacity };
}

/**
 * kith_theme_get:
 * @name: which
 *
 * Returns: (transfer none): the theme; it lives for ever
 */
const KithTheme *
kith_theme_get (KithThemeName name)
{
  g_return_val_if_fail (name < KITH_N_THEMES, NULL);
  return &themes[name];
}

/**
 * kith_theme_find:
 * @key: (nullable): light, dark, print or grey
 *
 * Returns: (transfer none) (nullable): the theme, or %NULL where there is none of that name
 */
const KithTheme *
kith_theme_find (const char *key)
{
  for (guint t = 0; t < KITH_N_THEMES; t++)
    if (g_strcmp0 (themes[t].key, key) == 0)
      return &themes[t];
  return NULL;
}

/**
 * kith_theme_get_key:
 *
 * Returns: (transfer none): light, dark, print or grey
 */
const char *
kith_theme_get_key (const KithTheme *self)
{
  return self->key;
}

/**
 * kith_theme_get_colour:
 * @self: a theme
 * @ink: what to draw with
 *
 * Returns: its colour
 */
KithColour
kith_theme_get_colour (const KithTheme *self, KithInk ink)
{
  KithColour colour;

  g_return_val_if_fail (ink.role < KITH_N_ROLES && ink.toward < KITH_N_ROLES, (KithColour){ 0 });
  if (ink.role == KITH_ROLE_NOTHING)
    return (KithColour){ 0 };
  colour = get_plain (self, ink.role);
  if (ink.tone == KITH_TONE_MIX)
    colour = mix (colour, get_plain (self, ink.toward), ink.part);
  else if (ink.tone == KITH_TONE_WORD)
    colour = mix (colour, get_plain (self, KITH_ROLE_INK), self->word);
  colour.opacity = ink.tone == KITH_TONE_WASH ? self->wash * ink.opacity : ink.opacity;
  return colour;
}

/**
 * kith_role_get_key:
 *
 * Returns: (transfer none): the role as LOOK and scene texts write it
 */
const char *
kith_role_get_key (KithRole role)
{
  g_return_val_if_fail (role < KITH_N_ROLES, NULL);
  return role_keys[role];
}

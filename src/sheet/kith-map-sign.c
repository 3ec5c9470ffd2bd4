/* kith-map-sign.c: which mark says what of a school
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-map-private.h"

#include <glib/gi18n.h>

/* LOOK, section 3. */
static const struct
{
  const char *key;
  const char *words;
  double r;
  KithRole fill; /* nothing: the ground; the tie's own colour where is_tie */
  KithRole edge;
  double edge_width;
  gboolean is_dashed;
  KithRing rings[KITH_SIGN_RINGS];
  gboolean is_tie;
} stands[KITH_N_STANDS] = {
  [KITH_STAND_ACT_NOW] = { "act-now",
                           N_ ("Act now"),
                           1.35,
                           KITH_ROLE_T1,
                           KITH_ROLE_T1,
                           0,
                           FALSE,
                           { { 0.62, 0.42 }, { 1.25, 0.34 } },
                           FALSE },
  [KITH_STAND_LOOK_IN] = { "look-in",
                           N_ ("Look in"),
                           1.25,
                           KITH_ROLE_T2,
                           KITH_ROLE_T2,
                           0,
                           FALSE,
                           { { 0.60, 0.36 } },
                           FALSE },
  [KITH_STAND_WATCH] = { "watch",
                         N_ ("Watch"),
                         1.15,
                         KITH_ROLE_T3,
                         KITH_ROLE_T3_EDGE,
                         0.30,
                         FALSE,
                         { { 0 } },
                         FALSE },
  [KITH_STAND_ASK] = { "ask",
                       N_ ("Ask"),
                       1.12,
                       KITH_ROLE_NOTHING,
                       KITH_ROLE_TU,
                       0.42,
                       TRUE,
                       { { 0 } },
                       FALSE },
  [KITH_STAND_IN_TOUCH] = { "in-touch",
                            N_ ("In touch"),
                            0.95,
                            KITH_ROLE_T4,
                            KITH_ROLE_T4,
                            0,
                            FALSE,
                            { { 0 } },
                            FALSE },
  [KITH_STAND_LEAD] = { "lead",
                        N_ ("Lead school"),
                        2.05,
                        KITH_ROLE_T4,
                        KITH_ROLE_T4,
                        0,
                        FALSE,
                        { { 0.85, 0.38 } },
                        TRUE },
  [KITH_STAND_LIVE] = { "live",
                        N_ ("In touch"),
                        1.30,
                        KITH_ROLE_T4,
                        KITH_ROLE_T4,
                        0,
                        FALSE,
                        { { 0 } },
                        TRUE },
  [KITH_STAND_UNRECORDED] = { "contact-not-recorded",
                              N_ ("Contact not recorded"),
                              1.20,
                              KITH_ROLE_NOTHING,
                              KITH_ROLE_TU,
                              0.42,
                              TRUE,
                              { { 0 } },
                              FALSE },
  [KITH_STAND_FADED] = { "faded",
                         N_ ("Faded"),
                         1.12,
                         KITH_ROLE_NOTHING,
                         KITH_ROLE_T4,
                         0.42,
                         FALSE,
                         { { 0 } },
                         TRUE },
  [KITH_STAND_CENTRE] = { "centre",
                          N_ ("In the middle"),
                          6.6,
                          KITH_ROLE_T4,
                          KITH_ROLE_T4,
                          0,
                          FALSE,
                          { { 0 } },
                          FALSE },
  [KITH_STAND_NEAR] = { "near",
                        N_ ("Works with this school"),
                        1.60,
                        KITH_ROLE_T4,
                        KITH_ROLE_T4,
                        0,
                        FALSE,
                        { { 0 } },
                        FALSE },
  [KITH_STAND_PARTED] = { "faded",
                          N_ ("The link has faded"),
                          1.40,
                          KITH_ROLE_NOTHING,
                          KITH_ROLE_T4,
                          0.42,
                          FALSE,
                          { { 0 } },
                          FALSE },
  [KITH_STAND_AWAY] = { "away",
                        N_ ("In an authority that is not home"),
                        0.95,
                        KITH_ROLE_CONTEXT,
                        KITH_ROLE_CONTEXT,
                        0,
                        FALSE,
                        { { 0 } },
                        FALSE },
  [KITH_STAND_PLAIN] = { "school",
                         N_ ("School"),
                         0.95,
                         KITH_ROLE_CONTEXT,
                         KITH_ROLE_CONTEXT,
                         0,
                         FALSE,
                         { { 0 } },
                         FALSE },
  [KITH_STAND_UNREACHED] = { "not-reached",
                             N_ ("Not reached"),
                             0.74,
                             KITH_ROLE_NOTHING,
                             KITH_ROLE_INK3,
                             0.26,
                             FALSE,
                             { { 0 } },
                             FALSE },
  [KITH_STAND_FAR] = { "far",
                       N_ ("One introduction away"),
                       0.62,
                       KITH_ROLE_T4,
                       KITH_ROLE_T4,
                       0,
                       FALSE,
                       { { 0 } },
                       FALSE },
  [KITH_STAND_CONTEXT] = { "other",
                           N_ ("Other schools"),
                           0.48,
                           KITH_ROLE_CONTEXT,
                           KITH_ROLE_CONTEXT,
                           0,
                           FALSE,
                           { { 0 } },
                           FALSE },
};

/* Marks that are only context stand back. */
#define CONTEXT_FADE 0.38
#define FAR_FADE 0.2
#define HALO 0.35

/**
 * kith_map_make_sign:
 * @stand: what it says
 * @phase: the school's
 * @tie: of the arrangement's kind, where the mark takes its colour
 * @scale: times LOOK's measures
 *
 * Returns: the mark
 */
KithSign
kith_map_make_sign (KithStand stand, KithPhase phase, KithTie tie, double scale)
{
  KithRole own = kith_tie_get_line (tie)->role;
  KithSign sign = { .shape = kith_map_get_shape (phase), .r = stands[stand].r, .halo = HALO };
  KithRole fill = stands[stand].fill;

  sign.ground = KITH_ROLE_LAND;
  if (stand == KITH_STAND_CONTEXT)
    {
      sign.fill = KITH_INK_MIX (fill, CONTEXT_FADE, KITH_ROLE_LAND);
      sign.ground = KITH_ROLE_NOTHING;
    }
  else if (fill == KITH_ROLE_NOTHING)
    sign.fill = KITH_INK (KITH_ROLE_LAND);
  else if (stand == KITH_STAND_CENTRE)
    sign.fill = KITH_INK_WORD (fill); /* its name is written on it */
  else if (stand == KITH_STAND_FAR)
    sign.fill = KITH_INK_MIX (fill, FAR_FADE, KITH_ROLE_LAND);
  else
    sign.fill = KITH_INK (stands[stand].is_tie ? own : fill);
  sign.edge = KITH_INK (stands[stand].is_tie ? own : stands[stand].edge);
  sign.edge_width = stands[stand].edge_width;
  sign.is_dashed = stands[stand].is_dashed;
  for (guint i = 0; i < KITH_SIGN_RINGS; i++)
    sign.rings[i] = stands[stand].rings[i];
  return kith_sign_scale (sign, scale);
}

/**
 * kith_map_get_tier_sign:
 * @tier: of a school
 * @phase: of it
 *
 * Returns: the mark that a map of the whole system gives it, on no ground of its own: for lists
 */
KithSign
kith_map_get_tier_sign (KithTier tier, KithPhase phase)
{
  /* the tiers stand first, in their order */
  KithSign sign = kith_map_make_sign (KITH_STAND_ACT_NOW + tier, phase, KITH_TIE_STRAND, 1);

  sign.ground = KITH_ROLE_NOTHING;
  if (sign.is_dashed)
    sign.fill = KITH_INK_NOTHING;
  return sign;
}

/**
 * kith_map_get_shape:
 *
 * Returns: the shape of a phase; colleges stand with secondary schools
 */
KithShape
kith_map_get_shape (KithPhase phase)
{
  switch (phase)
    {
    case KITH_PHASE_SECONDARY:
    case KITH_PHASE_SIXTEEN_PLUS:
      return KITH_SHAPE_SQUARE;
    case KITH_PHASE_ALL_THROUGH:
      return KITH_SHAPE_ARCH;
    case KITH_PHASE_SPECIAL:
      return KITH_SHAPE_DIAMOND;
    case KITH_PHASE_NURSERY:
      return KITH_SHAPE_TRIANGLE;
    case KITH_PHASE_ALTERNATIVE_PROVISION:
      return KITH_SHAPE_HEXAGON;
    case KITH_PHASE_PRIMARY:
    case KITH_PHASE_OTHER:
    case KITH_N_PHASES:
    default:
      return KITH_SHAPE_CIRCLE;
    }
}

/**
 * kith_stand_get_key:
 *
 * Returns: (transfer none): for tables that machines read
 */
const char *
kith_stand_get_key (KithStand stand)
{
  return stands[stand].key;
}

/**
 * kith_stand_get_words:
 *
 * Returns: (transfer none): for people, translated
 */
const char *
kith_stand_get_words (KithStand stand)
{
  return _ (stands[stand].words);
}

/**
 * kith_map_get_stand_words:
 *
 * Returns: (transfer none): for people, translated: as @draft has it, whose arrangement may have
 *   its own words
 */
const char *
kith_map_get_stand_words (const KithMapDraft *draft, KithStand stand)
{
  if (stand == KITH_STAND_LEAD && draft->arrangement->kind == KITH_KIND_HUB)
    return _ ("Hub school");
  if (stand == KITH_STAND_LIVE && kith_kind_is_standing (draft->arrangement->kind))
    return _ ("Member");
  return kith_stand_get_words (stand);
}

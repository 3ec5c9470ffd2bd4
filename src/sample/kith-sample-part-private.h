/* kith-sample-part-private.h: the parts that schools play
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Each school in scope plays one part. The planted ones come in the order in which they are
 * given away, so that a small region has at least one of each finding.
 */
typedef enum
{
  KITH_SAMPLE_PART_NONE,           /* not in scope */
  KITH_SAMPLE_PART_REST,           /* as it comes: no promise about its findings */
  KITH_SAMPLE_PART_CLEAN,
  KITH_SAMPLE_PART_ENDED,          /* its only arrangement has ended */
  KITH_SAMPLE_PART_FAR,            /* tied, but to nobody near */
  KITH_SAMPLE_PART_SINGLE_ASKED,   /* one affiliation, and it is known that there is no other */
  KITH_SAMPLE_PART_ODD,            /* a group holds all its neighbours */
  KITH_SAMPLE_PART_LEFT_PARTNERSHIP,
  KITH_SAMPLE_PART_SHUNTED,
  KITH_SAMPLE_PART_QUIET,          /* silent for longer than usual */
  KITH_SAMPLE_PART_NEVER,          /* no contact is recorded at all */
  KITH_SAMPLE_PART_UNKNOWN,        /* nothing is recorded at all */
  KITH_SAMPLE_PART_CUT_OFF,        /* two that know only each other */
  KITH_SAMPLE_PART_ONE_PERSON,     /* all hangs by one person */
  KITH_SAMPLE_PART_BEYOND_REACH,
  KITH_SAMPLE_PART_SPECIAL_MEASURES,
  KITH_SAMPLE_PART_FALLING,        /* low and falling results */
  KITH_SAMPLE_PART_ONE_WAY,        /* always host */
  KITH_SAMPLE_PART_NOT_ASKED,
  KITH_SAMPLE_PART_SINGLE,         /* one affiliation, and nobody has asked about others */
  KITH_SAMPLE_PART_FADED,          /* a member whose contacts stopped long ago */
  KITH_SAMPLE_PART_ANSWERED_NONE,
  KITH_SAMPLE_PART_ANSWERED_SOME,
  KITH_SAMPLE_PART_OUTSIDE,        /* tied only to a school that no file holds */
  KITH_SAMPLE_PART_ODD_FAR,        /* a group holds its neighbours, and its own ties are far */
  KITH_SAMPLE_PART_ODD_NOT_ASKED,
  KITH_SAMPLE_PART_LEFT_FEDERATION,
  KITH_SAMPLE_PART_SEEKING_TRUST,
  KITH_SAMPLE_PART_VERY_QUIET,
  KITH_SAMPLE_PART_LONG_QUIET,     /* more than 395 counted days, though that is not rare for it */
  KITH_SAMPLE_PART_NEW,            /* opened this summer, not visited yet */
  KITH_SAMPLE_PART_INSIDERS,       /* only its own trust has met it */
  KITH_SAMPLE_PART_TRUST_ONLY,     /* an academy of which only the DfE's files tell */
  KITH_SAMPLE_PART_SHARED_TRUST,   /* two arrangements, but all within one trust */
  KITH_SAMPLE_PART_ALONE,          /* the only academy of its trust */
  KITH_SAMPLE_PART_FUNDING_ENDS,
  KITH_SAMPLE_PART_ENDING,
  KITH_SAMPLE_PART_ACT_NOW,        /* vulnerable and without a link */
  KITH_SAMPLE_PART_THIN,           /* never contacted, in an authority that records little */
  KITH_SAMPLE_N_PARTS,
} KithSamplePart;

#define KITH_SAMPLE_FIRST_PLANTED KITH_SAMPLE_PART_ENDED

/* What a part has in common with a school in good order. */
typedef enum
{
  KITH_SAMPLE_KIT_PARTNERSHIP = 1 << 0, /* a member of its area partnership */
  KITH_SAMPLE_KIT_HUB = 1 << 1,         /* a member of a hub */
  KITH_SAMPLE_KIT_CONTACTS = 1 << 2,    /* met by an officer each term */
  KITH_SAMPLE_KIT_ENQUIRIES = 1 << 3,   /* asked, with an answer, about some kinds */
  KITH_SAMPLE_KIT_RESEARCH = 1 << 4,    /* a research group nearby besides */
  KITH_SAMPLE_KIT_ACADEMY = 1 << 5,     /* must be an academy; the others are maintained */
  KITH_SAMPLE_KIT_RECENT = 1 << 6,      /* joined not long ago, and has not been seen since */
} KithSampleKit;

/**
 * KithSamplePartInfo:
 * @kit: what it has
 * @codes: (array zero-terminated=1): the findings that it must have
 * @severities: of them
 * @states: of them, empty where there is none
 * @why: for planted.csv
 */
typedef struct
{
  KithSampleKit kit;
  guint codes[3];
  const char *severities[2];
  const char *states[2];
  const char *why;
} KithSamplePartInfo;

const KithSamplePartInfo  *kith_sample_part_get_info  (KithSamplePart  part);

G_END_DECLS

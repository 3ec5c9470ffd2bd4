/* kith-briefing.h: what officers carry into the room
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-audience.h"
#include "kith-document.h"
#include "kith-roll.h"

G_BEGIN_DECLS

/**
 * KithBriefingError:
 * @KITH_BRIEFING_ERROR_SECTION: there is no such section
 * @KITH_BRIEFING_ERROR_SCHOOL: the school is not on the roll at its date
 * @KITH_BRIEFING_ERROR_ARRANGEMENT: the arrangement is not active at the roll's date
 */
typedef enum
{
  KITH_BRIEFING_ERROR_SECTION,
  KITH_BRIEFING_ERROR_SCHOOL,
  KITH_BRIEFING_ERROR_ARRANGEMENT,
} KithBriefingError;
#define KITH_BRIEFING_ERROR (kith_briefing_error_quark ())
GQuark kith_briefing_error_quark (void);

/* In the usual order. */
typedef enum
{
  KITH_BRIEFING_HEADLINE,
  KITH_BRIEFING_MAP,
  KITH_BRIEFING_SCHOOLS,
  KITH_BRIEFING_FINDINGS,
  KITH_BRIEFING_HUBS,
  KITH_BRIEFING_FAMILIES,
  KITH_BRIEFING_LAPSES,
  KITH_BRIEFING_ACTIONS,
  KITH_BRIEFING_GAPS,
  KITH_BRIEFING_METHOD,
  KITH_N_BRIEFING_SECTIONS,
} KithBriefingSection;

/**
 * KithBriefingOptions:
 * @audience: who reads it
 * @urn: of the one school that it is about, 0 for all of them
 * @arrangement_id: key of the hub, the Family or the other arrangement that it is about, 0 for all
 * @sections: (array length=n_sections): which, in their order, each once
 * @n_sections: how many; 0 for all of them in the usual order
 * @notes: (nullable): for each section what the officer adds to it
 */
typedef struct
{
  KithAudience audience;
  gint64 urn;
  gint64 arrangement_id;
  KithBriefingSection sections[KITH_N_BRIEFING_SECTIONS];
  guint n_sections;
  char *notes[KITH_N_BRIEFING_SECTIONS];
} KithBriefingOptions;

void           kith_briefing_options_clear  (KithBriefingOptions        *self);
gboolean       kith_briefing_read_sections  (KithBriefingOptions        *self,
                                             const char                 *list,
                                             GError                    **error);
gboolean       kith_briefing_read_note      (KithBriefingOptions        *self,
                                             const char                 *text,
                                             GError                    **error);
const char    *kith_briefing_get_reader     (KithAudience                audience);
const char    *kith_briefing_section_get_key (KithBriefingSection        section);
const char    *kith_briefing_section_get_words (KithBriefingSection      section);

KithDocument  *kith_briefing_compose        (KithRoll                   *roll,
                                             const KithBriefingOptions  *options,
                                             const KithMeasure          *measure,
                                             KithJob                    *job,
                                             GError                    **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KithBriefingOptions, kith_briefing_options_clear)

G_END_DECLS

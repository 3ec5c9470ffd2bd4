/* kith-vocabulary.h: what a field of an officer's record may say
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-records.h"

G_BEGIN_DECLS

/*
 * Officers' own records come from workbooks, from the window and from the command line, and
 * each of their fields means the same in all three. Every function here reads what somebody
 * typed into one field and answers %NULL, or a translated sentence that says what is wrong
 * with it and what to write instead; the value is then that of a blank field. Words are
 * compared as kith_text_dup_key() has them. The values are static.
 */
const char        *kith_vocabulary_read_date          (const char   *text,
                                                       gssize        length,
                                                       KithDate     *date);
const char        *kith_vocabulary_read_urn           (const char   *text,
                                                       gint64       *urn);
const char        *kith_vocabulary_read_kind          (const char   *text,
                                                       const char  **kind);
const char        *kith_vocabulary_read_role          (const char   *text,
                                                       const char  **role);
const char        *kith_vocabulary_read_contact_kind  (const char   *text,
                                                       const char  **kind);
const char        *kith_vocabulary_read_part          (const char   *text,
                                                       const char  **part);
const char        *kith_vocabulary_read_yes_no        (const char   *text,
                                                       gint64       *value);
const char        *kith_vocabulary_read_agreement     (const char   *text,
                                                       char          day[static KITH_DATE_TEXT_SIZE + 8],
                                                       const char  **value);
const char        *kith_vocabulary_read_level         (const char   *text,
                                                       const char  **level);
const char        *kith_vocabulary_read_answer        (const char   *text,
                                                       const char  **answer);
const char        *kith_vocabulary_read_organisation_kind
                                                      (const char   *text,
                                                       const char  **kind);
const char        *kith_vocabulary_check_email        (const char   *text);
const char        *kith_vocabulary_check_postcode     (const char   *text);
const char        *kith_vocabulary_check_company      (const char   *text);
const char        *kith_vocabulary_check_capacity     (gint64        capacity);
const char        *kith_vocabulary_check_days_a_year  (double        days);
const char        *kith_vocabulary_check_left         (KithDate      joined,
                                                       KithDate      left);
const char        *kith_vocabulary_check_post_end     (KithDate      from,
                                                       KithDate      to);

/* (array zero-terminated=1): the words themselves, the usual one first */
extern const char *const kith_vocabulary_roles[];
extern const char *const kith_vocabulary_contact_kinds[];
extern const char *const kith_vocabulary_parts[];
extern const char *const kith_vocabulary_levels[];
extern const char *const kith_vocabulary_answers[];
extern const char *const kith_vocabulary_organisation_kinds[];

G_END_DECLS

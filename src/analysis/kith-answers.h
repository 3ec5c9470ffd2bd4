/* kith-answers.h: what a school answered when it was asked about its links
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-kind.h"
#include "kith-row-index.h"
#include "kith-wording.h"

G_BEGIN_DECLS

typedef enum
{
  KITH_ANSWER_BLANK, /* still not asked */
  KITH_ANSWER_NONE,
  KITH_ANSWER_SOME,
} KithAnswerWord;

/**
 * KithAnswer:
 * @word: the answer
 * @asked: when, or unknown
 */
typedef struct
{
  KithAnswerWord word;
  KithDate asked;
} KithAnswer;

/* Where an enquiry names no kind, it is about every kind. */
#define KITH_EVERY_KIND KITH_N_KINDS

/**
 * KithAnswers:
 * @held: for each kind, and for every kind, the latest enquiry that names it
 * @n_enquiries: how many there were on or before the date
 *
 * METHODS, section 4: the answers of one school that hold at a date.
 */
typedef struct
{
  KithAnswer held[KITH_N_KINDS + 1];
  guint n_enquiries;
} KithAnswers;

void        kith_answers_read        (KithAnswers         *answers,
                                      KithLedger          *ledger,
                                      const KithRowIndex  *enquiries,
                                      gint64               urn,
                                      KithDate             as_at);
KithAnswer  kith_answers_get         (const KithAnswers   *answers,
                                      KithKind             kind);
gboolean    kith_answers_is_none     (const KithAnswers   *answers);
void        kith_answers_say         (const KithAnswers   *answers,
                                      KithWording         *wording);
void        kith_answers_say_enquiry (const KithEnquiry   *enquiry,
                                      KithWording         *wording);
void        kith_answers_add_basis   (const KithAnswers   *answers,
                                      KithWording         *wording);

G_END_DECLS

/* kith-briefing-work.h: briefings, composed, written and printed beside the window
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "kith-book.h"
#include "kith-briefing.h"
#include "kith-session.h"

G_BEGIN_DECLS

/**
 * KithBriefingPaper:
 * @question: that it answers
 * @roll: that it tells of
 * @audience: who reads it
 * @is_whole: whether it is about all schools
 * @document: (nullable): what it says
 * @book: (nullable): its pages
 * @problem: (nullable): why there is none
 */
typedef struct
{
  GPtrArray *question;
  KithRoll *roll;
  KithAudience audience;
  gboolean is_whole;
  KithDocument *document;
  KithBook *book;
  char *problem;
} KithBriefingPaper;

gpointer  kith_briefing_work_compose  (KithRoll                 *roll,
                                       GPtrArray                *question,
                                       KithJob                  *job,
                                       GError                  **error);
void      kith_briefing_paper_free    (gpointer                  paper);
void      kith_briefing_work_write    (KithSession              *session,
                                       const KithBriefingPaper  *paper,
                                       GFile                    *file,
                                       gboolean                  is_issued);
void      kith_briefing_work_print    (GtkWidget                *asker,
                                       const KithBriefingPaper  *paper);

G_END_DECLS

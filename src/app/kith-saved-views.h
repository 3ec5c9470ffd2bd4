/* kith-saved-views.h: a menu of what officers saved for a page
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-session.h"

G_BEGIN_DECLS

/**
 * KithSavedViews:
 * @page: of the rows of table saved_view
 * @take: the action that takes one, by its key
 * @save: the action that saves one more
 * @save_words: what that is called
 * @forget: the action that forgets the one that was taken
 * @forgotten: what that is called when it is done, with the name in it
 *
 * One kind of what officers save. Words are not yet translated.
 */
typedef struct
{
  const char *page;
  const char *take;
  const char *save;
  const char *save_words;
  const char *forget;
  const char *forgotten;
} KithSavedViews;

const KithSavedView  *kith_saved_views_find    (const KithSavedViews  *self,
                                                KithSession           *session,
                                                gint64                 id);
void                  kith_saved_views_fill    (const KithSavedViews  *self,
                                                GMenu                 *menu,
                                                KithSession           *session,
                                                gint64                 taken);
void                  kith_saved_views_forget  (const KithSavedViews  *self,
                                                KithSession           *session,
                                                gint64                 id);

G_END_DECLS

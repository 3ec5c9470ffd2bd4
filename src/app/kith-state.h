/* kith-state.h: what the window remembers from one day to the next
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KithState:
 * @register_uri: (nullable): the register that was open last
 * @width: of the window
 * @height: of the window
 * @is_maximized: whether it filled the screen
 * @pane_width: of the school pane
 * @has_pane: whether the school pane was shown
 * @page: (nullable): the page that was shown
 */
typedef struct
{
  char *register_uri;
  int width;
  int height;
  gboolean is_maximized;
  int pane_width;
  gboolean has_pane;
  char *page;
} KithState;

KithState  *kith_state_read   (void);
gboolean    kith_state_write  (const KithState  *self,
                               GError          **error);
void        kith_state_free   (KithState        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithState, kith_state_free)

G_END_DECLS

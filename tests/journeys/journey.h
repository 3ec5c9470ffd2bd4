/* journey.h: the real program, driven as a screen reader and a keyboard drive it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Of libatspi’s own types only its later releases say how they are let go. */
typedef AtspiAccessible Accessible;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Accessible, g_object_unref)

/**
 * Journey:
 *
 * One run of the program. What is looked for is waited for: nothing here sleeps a fixed time, so
 * that a loaded machine is slow and not wrong. What does not come ends the test and says what.
 */
typedef struct _Journey Journey;

void              journey_init         (int               *argc,
                                        char            ***argv);
GFile            *journey_get_folder   (void);
char             *journey_ask          (const char        *verb,
                                        ...)               G_GNUC_NULL_TERMINATED;
GFile            *journey_make_register (const char       *name,
                                        guint              n_schools);
void              journey_clean_up     (void);

Journey          *journey_begin        (GFile             *file);
Journey          *journey_begin_elsewhere (GFile          *file);
void              journey_end          (Journey           *self);
void              journey_kill         (Journey           *self);

/* What is on the screen. A name is met by one that ends in it, or, ended by “…”, begins with it. */
Accessible       *journey_find         (Journey           *self,
                                        AtspiRole          role,
                                        const char        *name);
gboolean          journey_has          (Journey           *self,
                                        AtspiRole          role,
                                        const char        *name);
void              journey_wait_until   (Journey           *self,
                                        AtspiRole          role,
                                        const char        *name,
                                        gboolean           is_there);
void              journey_wait_for_label (Journey         *self,
                                        const char        *words);
void              journey_wait_for_focus (Journey         *self,
                                        AtspiRole          role,
                                        const char        *name);
void              journey_wait_for_window (Journey        *self,
                                        const char        *title);
void              journey_wait_for_window_gone (Journey   *self,
                                        const char        *title);
char             *journey_read         (Journey           *self,
                                        AtspiRole          role,
                                        const char        *name);
char             *journey_list_unnamed (Journey           *self);
Accessible       *journey_find_row     (Journey           *self,
                                        const char        *table,
                                        const char        *cell);

/* What a person does. */
void              journey_press        (Journey           *self,
                                        const char        *button);
void              journey_press_if_there (Journey         *self,
                                        const char        *button);
void              journey_choose       (Journey           *self,
                                        const char        *combo,
                                        const char        *words);
void              journey_keys         (Journey           *self,
                                        const char        *keys);
void              journey_keys_until   (Journey           *self,
                                        const char        *keys,
                                        const char        *button);
void              journey_type         (Journey           *self,
                                        const char        *text);

G_END_DECLS

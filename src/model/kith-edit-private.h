/* kith-edit-private.h: how an edit is made
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-edit-contact.h"

G_BEGIN_DECLS

KithEdit    *kith_edit_new               (KithLedger       *ledger);
KithEdit    *kith_edit_end               (KithEdit         *self,
                                          const char       *format,
                                          ...) G_GNUC_PRINTF (2, 3);
gboolean     kith_edit_accept            (KithEdit         *self,
                                          const char       *field,
                                          const char       *fault);
void         kith_edit_refuse            (KithEdit         *self,
                                          const char       *field,
                                          const char       *format,
                                          ...) G_GNUC_PRINTF (3, 4);
gboolean     kith_edit_is_good           (const KithEdit   *self);
KithLedger  *kith_edit_get_ledger        (const KithEdit   *self);
const char  *kith_edit_keep              (KithEdit         *self,
                                          const char       *text);
void         kith_edit_read_text         (KithEdit         *self,
                                          const char       *said,
                                          const char      **text);
gboolean     kith_edit_read_date         (KithEdit         *self,
                                          const char       *field,
                                          const char       *text,
                                          KithDate         *date);
gboolean     kith_edit_read_past         (KithEdit         *self,
                                          const char       *field,
                                          const char       *text,
                                          KithDate          today,
                                          KithDate         *date);
void         kith_edit_put_urn           (KithEdit         *self,
                                          gint64            urn);
void         kith_edit_hint_alike        (KithEdit         *self,
                                          const char       *field,
                                          KithTable         table,
                                          const char       *name,
                                          gint64            own);
gint64       kith_edit_put_organisation  (KithEdit         *self,
                                          const char       *field,
                                          const char       *name);
gint64       kith_edit_put_person        (KithEdit         *self,
                                          const char       *field,
                                          const char       *name);
gboolean     kith_edit_read_place        (KithEdit         *self,
                                          const char       *field,
                                          const KithPartySaid *said,
                                          gint64           *urn,
                                          gint64           *organisation_id);
void         kith_edit_read_expertise    (KithEdit         *self,
                                          KithTable         table,
                                          gint64            id,
                                          const char       *said,
                                          KithDate          today);
void         kith_edit_add_count         (GPtrArray        *parts,
                                          guint             n,
                                          const char       *one,
                                          const char       *many);
void         kith_expertise_note         (GPtrArray        *holding,
                                          const KithExpertise *row,
                                          KithDate          today);
char        *kith_expertise_dup_areas    (GPtrArray        *holding);
void         kith_edit_put_members       (KithEdit         *self,
                                          gint64            arrangement_id,
                                          const KithPartySaid *said,
                                          guint             n,
                                          KithDate          joined);

G_END_DECLS

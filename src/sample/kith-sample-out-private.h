/* kith-sample-out-private.h: rows on their way into a file
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-sample-region-private.h"

G_BEGIN_DECLS

/**
 * KithSampleForm:
 * @KITH_SAMPLE_UTF8: plain
 * @KITH_SAMPLE_UTF8_BOM: with a byte order mark in front
 * @KITH_SAMPLE_UTF8_C1: Windows-1252 taken for Latin-1 and written as UTF-8, as GIAS's groups are
 * @KITH_SAMPLE_WINDOWS_1252: of which the region uses ’ and no other letter beyond ASCII
 */
typedef enum
{
  KITH_SAMPLE_UTF8,
  KITH_SAMPLE_UTF8_BOM,
  KITH_SAMPLE_UTF8_C1,
  KITH_SAMPLE_WINDOWS_1252,
} KithSampleForm;

typedef struct _KithSampleOut KithSampleOut;

KithSampleOut  *kith_sample_out_open   (GFile          *folder,
                                        const char     *name,
                                        KithSampleForm  form,
                                        const char     *line_end,
                                        KithJob        *job,
                                        GError        **error);
void            kith_sample_out_raw    (KithSampleOut  *self,
                                        const char     *text);
void            kith_sample_out_text   (KithSampleOut  *self,
                                        const char     *cell);
void            kith_sample_out_quoted (KithSampleOut  *self,
                                        const char     *cell);
void            kith_sample_out_number (KithSampleOut  *self,
                                        gint64          number);
void            kith_sample_out_date   (KithSampleOut  *self,
                                        KithDate        date,
                                        const char     *order);
void            kith_sample_out_tenths (KithSampleOut  *self,
                                        int             tenths);
gboolean        kith_sample_out_row    (KithSampleOut  *self,
                                        GError        **error);
gboolean        kith_sample_out_close  (KithSampleOut  *self,
                                        GError        **error);
void            kith_sample_out_free   (KithSampleOut  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithSampleOut, kith_sample_out_free)

/* A file or a family of files each. */
gboolean  kith_sample_write_establishments  (KithSampleRegion  *region,
                                             GFile             *folder,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_sample_write_links           (KithSampleRegion  *region,
                                             GFile             *folder,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_sample_write_groups          (KithSampleRegion  *region,
                                             GFile             *folder,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_sample_write_boundaries      (KithSampleRegion  *region,
                                             GFile             *folder,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_sample_write_census          (KithSampleRegion  *region,
                                             GFile             *folder,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_sample_write_results         (KithSampleRegion  *region,
                                             GFile             *folder,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_sample_write_inspections     (KithSampleRegion  *region,
                                             GFile             *folder,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_sample_write_workbooks       (KithSampleRegion  *region,
                                             GFile             *folder,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_sample_write_planted         (KithSampleRegion  *region,
                                             GFile             *folder,
                                             KithJob           *job,
                                             GError           **error);

/* One year's table each. */
gboolean  kith_sample_write_ks2             (KithSampleRegion  *region,
                                             GFile             *folder,
                                             int                year,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_sample_write_ks4             (KithSampleRegion  *region,
                                             GFile             *folder,
                                             int                year,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_sample_write_ks4_info        (KithSampleRegion  *region,
                                             GFile             *folder,
                                             int                year,
                                             KithJob           *job,
                                             GError           **error);
gboolean  kith_sample_school_has_ks2        (const KithSampleSchool *school);
gboolean  kith_sample_school_has_ks4        (const KithSampleSchool *school);
guint     kith_sample_region_measure        (const KithSampleRegion *region,
                                             KithRandom         *random,
                                             const KithSampleSchool *school,
                                             int                year);

/* kith-sample-wgs84.c */
void      kith_sample_place_get_degrees     (KithPlace          place,
                                             double            *latitude,
                                             double            *longitude);

G_END_DECLS

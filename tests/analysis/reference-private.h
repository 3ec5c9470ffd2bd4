/* reference-private.h: what the slow reading of METHODS is made of
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reference.h"

#include <math.h>

G_BEGIN_DECLS

/* A topic of METHODS is a file of its own, reference-TOPIC.c; reference_new () calls its findings. */

#define UNKNOWN KITH_DATE_UNKNOWN
#define NONE KITH_INT_NONE

/* Section 2: ω, half-life (0: standing) and whether it ties. */
typedef struct
{
  const char *key;
  double omega, half_life;
  gboolean ties, is_own_trust;
} ReferenceKind;

extern const ReferenceKind reference_kinds[];
extern const guint reference_n_kinds;

/* One row of membership, or one cell of the establishment file; arrangement NULL where the
   register has none of that kind and name, and then name and kind tell which it is. */
typedef struct
{
  const KithMembership *row;
  const KithArrangement *arrangement;
  const char *name;
  guint kind;
  gint64 urn, organisation;
  KithDate joined, left;
} ReferenceStay;

/* An arrangement as a thing: a row, or a name in the establishment file. */
typedef struct
{
  const KithArrangement *row;
  const char *name;
  guint kind;
} ReferenceThing;

typedef struct
{
  KithLedger *ledger;
  KithDate t;
  guint assembly;
  GArray *stays;
  GArray *things;
  Reference *out;
  ReferenceSchool *schools;
  guint n;
  double *recencies; /* of each thing and school, once it was asked for */
  int *assemblies;   /* of each thing, likewise */
  double *parts;     /* s_ig, a row a thing */
} ReferenceWork;

#define ROWS(work, TABLE, n) kith_ledger_get_rows ((work)->ledger, KITH_TABLE_##TABLE, (n))

/* reference.c: sections 1 and 3 */
guint     reference_find_kind              (const char *key);
gboolean  reference_lasts                  (KithDate start,
                                            KithDate end,
                                            KithDate t);
gboolean  reference_is_arrangement_active  (ReferenceWork *work,
                                            const KithArrangement *a,
                                            KithDate t);
gboolean  reference_is_stay_active         (ReferenceWork *work,
                                            const ReferenceStay *stay,
                                            KithDate t);
gboolean  reference_is_same_thing          (const ReferenceStay *stay,
                                            const ReferenceThing *thing);
gboolean  reference_is_in_scope            (const KithSchool *s);
int       reference_get_opening            (const KithSchool *s,
                                            KithDate t);
gboolean  reference_is_member              (ReferenceWork *work,
                                            const ReferenceThing *g,
                                            gint64 urn,
                                            KithDate *joined);
guint     reference_count_members          (ReferenceWork *work,
                                            const ReferenceThing *g);
gboolean  reference_is_assembly            (ReferenceWork *work,
                                            const ReferenceThing *g);
gboolean  reference_is_party               (ReferenceWork *work,
                                            gint64 contact,
                                            gint64 urn);
double    reference_get_recency            (ReferenceWork *work,
                                            const ReferenceThing *g,
                                            gint64 urn);
gboolean  reference_is_tied                (ReferenceWork *work,
                                            guint i,
                                            guint j);
double    reference_get_distance           (ReferenceWork *work,
                                            guint i,
                                            guint j);
gboolean  reference_is_placed              (ReferenceWork *work,
                                            guint i);
gboolean  reference_is_local               (ReferenceWork *work,
                                            guint i,
                                            guint j);

/* reference-measures.c: section 3, where a school stands in the whole */
void      reference_measure                (ReferenceWork *work,
                                            guint i);

/* reference-findings.c: section 4 */
char      reference_get_held               (ReferenceWork *work,
                                            gint64 urn,
                                            const char *kind,
                                            KithDate *asked);
char      reference_get_answer             (ReferenceWork *work,
                                            gint64 urn,
                                            const char *kind);
gboolean  reference_is_recorded            (ReferenceWork *work,
                                            gint64 urn,
                                            const char *kind);
void      reference_find_1                 (ReferenceWork *work,
                                            ReferenceSchool *s);
void      reference_find_2                 (ReferenceWork *work,
                                            guint i);
char      reference_get_phase              (const KithSchool *s);
guint     reference_find_neighbours        (ReferenceWork *work,
                                            guint i,
                                            guint near[8]);
gboolean  reference_is_above               (ReferenceWork *work,
                                            const KithArrangement *above,
                                            const KithArrangement *below);
void      reference_find_4                 (ReferenceWork *work,
                                            guint i);
gboolean  reference_is_in_own_trust        (ReferenceWork *work,
                                            gint64 urn,
                                            gint64 other,
                                            gboolean is_organisation,
                                            KithDate day);
gboolean  reference_is_word                (const char *text,
                                            const char *word);
gint64    reference_get_predecessor        (ReferenceWork *work,
                                            gint64 urn);
gboolean  reference_is_itself              (ReferenceWork *work,
                                            gint64 urn,
                                            gint64 other);
gboolean  reference_is_person_of           (ReferenceWork *work,
                                            gint64 urn,
                                            gint64 as,
                                            gint64 person,
                                            KithDate day);
gboolean  reference_counts                 (ReferenceWork *work,
                                            gint64 urn,
                                            gint64 as,
                                            const KithContact *contact);
gboolean  reference_was_contacted_on       (ReferenceWork *work,
                                            gint64 urn,
                                            KithDate day);
guint     reference_count_days             (KithDate a,
                                            KithDate b);
gboolean  reference_was_recorded_since     (ReferenceWork *work,
                                            gint64 urn,
                                            KithDate after);
void      reference_find_last              (ReferenceWork *work,
                                            ReferenceSchool *s);
void      reference_find_7                 (ReferenceWork *work,
                                            ReferenceSchool *s);
void      reference_find_tier              (ReferenceSchool *s);

/* reference-vulnerable.c: section 6 and finding 14 */
void      reference_find_14                (ReferenceWork *work,
                                            guint i);

/* reference-rivals.c: section 1, rivals */
void      reference_find_rivals            (ReferenceWork *work);

/* reference-fragility.c: section 5 and finding 9 */
gboolean  reference_is_in_post             (ReferenceWork *work,
                                            gint64 person);
gboolean  reference_is_run_by_one          (ReferenceWork *work,
                                            const KithArrangement *a,
                                            gint64 person);
void      reference_find_9                 (ReferenceWork *work,
                                            guint i);

/* reference-engagement.c: section 3, what a hub or other arrangement reaches */
void      reference_find_reach             (ReferenceWork *work,
                                            ReferenceArrangement *it);
void      reference_find_untouched         (ReferenceWork *work);

/* reference-health.c: section 4, findings 11 to 13 */
void      reference_find_12                (ReferenceWork *work,
                                            ReferenceSchool *s);
void      reference_find_arrangements      (ReferenceWork *work);

/* reference-reach.c: finding 10 */
void      reference_find_10                (ReferenceWork *work,
                                            guint i);

/* reference-history.c: section 4, findings 3, 5, 6 and 8 */
void      reference_find_3                 (ReferenceWork *work,
                                            guint i);
void      reference_find_5                 (ReferenceWork *work,
                                            guint i);
void      reference_find_6                 (ReferenceWork *work,
                                            guint i);
void      reference_find_8                 (ReferenceWork *work,
                                            guint i);

G_END_DECLS

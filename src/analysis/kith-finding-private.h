/* kith-finding-private.h: what every finding looks at, and how each is found
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-asides.h"
#include "kith-holders.h"
#include "kith-circle.h"
#include "kith-measures.h"
#include "kith-ofsted.h"
#include "kith-radar.h"
#include "kith-results.h"
#include "kith-roll.h"
#include "kith-row-index.h"
#include "kith-span.h"
#include "kith-wording.h"

G_BEGIN_DECLS

/**
 * KithRecord:
 * @measures: of each school
 * @holders: of each arrangement
 * @spans: when each row of table arrangement was active
 * @first_contact: for each row of table arrangement, the first contact under it, or unknown
 * @memberships: of table membership, by URN
 * @parties: of table contact_party, by URN
 * @enquiries: of table enquiry, by URN
 * @contacts: of table contact, by the arrangement that it was under
 * @actions: of table action, by the arrangement that it names
 * @actions_of_contact: of table action, by the contact that it came from
 * @strengths: needs and expertise that hold
 * @posts: what people do
 * @members: of table membership, by arrangement
 * @kinds: of each row of table arrangement
 * @largest: schools in the largest component
 * @n_in_largest: schools in components of that size: more where there are several
 * @results: attainment, of each phase its own
 * @ofsted: what inspections found
 *
 * The network and what findings need besides. Made once, then only read.
 */
typedef struct
{
  KithNetwork *network;
  KithLedger *ledger;
  const KithSettings *settings;
  KithDate as_at;
  const KithNetworkSchool *schools;
  guint n_schools;
  const KithNetworkArrangement *arrangements;
  guint n_arrangements;
  KithMeasures *measures;
  KithHolders *holders;
  KithRadar *radar;
  KithSpan *spans;
  KithDate *first_contact;
  KithRowIndex *memberships;
  KithRowIndex *parties;
  KithRowIndex *enquiries;
  KithRowIndex *contacts;
  KithRowIndex *actions;
  KithRowIndex *actions_of_contact;
  KithStrengths *strengths;
  KithPosts *posts;
  KithRowIndex *members;
  KithKind *kinds;
  guint largest;
  guint n_in_largest;
  KithResults *results;
  KithOfsted *ofsted;
} KithRecord;

const KithRecord  *kith_roll_get_record  (const KithRoll    *self);
void         kith_roll_find_school       (KithRecord        *record,
                                          KithAsides        *asides,
                                          guint              school,
                                          KithWording       *wording,
                                          GArray            *live,
                                          GArray            *aside);

KithRecord  *kith_record_new             (KithNetwork       *network,
                                          KithJob           *job,
                                          GError           **error);
void         kith_record_free            (KithRecord        *self);
const char  *kith_record_get_name        (const KithRecord  *self,
                                          guint              school);
const char  *kith_record_get_arrangement_name
                                         (const KithRecord  *self,
                                          guint              arrangement);
const char  *kith_record_name_row        (const KithRecord  *self,
                                          const KithArrangement *arrangement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KithRecord, kith_record_free)

/*
 * A finder says whether its finding holds of a school, or of an arrangement with a row, given
 * by its index, and if so fills in severity, arrangement, state and texts. Texts that are built
 * belong to the wording.
 */
typedef gboolean (*KithFinder)           (const KithRecord  *record,
                                          guint              subject,
                                          KithWording       *wording,
                                          KithFinding       *finding);

gboolean     kith_find_no_live_link      (const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);
gboolean     kith_find_no_local_link     (const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);
gboolean     kith_find_single_affiliation(const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);
gboolean     kith_find_odd_one_out       (const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);
gboolean     kith_find_orphaned          (const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);
gboolean     kith_find_shunted           (const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);
gboolean     kith_find_off_the_radar     (const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);
gboolean     kith_find_hangs_by_a_thread (const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);
gboolean     kith_find_one_way           (const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);

gboolean     kith_find_meetings_only     (const KithRecord  *record,
                                          guint              arrangement,
                                          KithWording       *wording,
                                          KithFinding       *finding);
gboolean     kith_find_paper_agreement   (const KithRecord  *record,
                                          guint              arrangement,
                                          KithWording       *wording,
                                          KithFinding       *finding);
gboolean     kith_find_beyond_reach      (const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);
gboolean     kith_find_cut_off           (const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);
guint        kith_cut_off_find_other     (const KithRecord  *record,
                                          guint              school);
gboolean     kith_find_vulnerable        (const KithRecord  *record,
                                          guint              school,
                                          KithWording       *wording,
                                          KithFinding       *finding);
const char  *kith_vulnerable_get_silence (const KithRecord  *record,
                                          guint              school);

G_END_DECLS

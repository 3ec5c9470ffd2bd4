/* reference.h: METHODS once more, slowly and plainly
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-ledger.h"

G_BEGIN_DECLS

/*
 * Sections 1, 3 and 4 of METHODS read off line by line, in loops over loops over the rows of
 * the register. It shares records and the calendar with Kith and nothing else: no kinds, no
 * network, no grid, no graph. Findings are by their number in METHODS, severities by their
 * first letter (k for ask), 0 for no finding. Settings other than home and assembly.schools
 * are the defaults.
 */
typedef struct
{
  const KithSchool *school;
  gint64 la;
  gboolean is_home;
  guint links, outside_links, local_links, cross_border_links, component, arrangements;
  double strength;
  double concentration, constraint, closeness, ei; /* NaN: none */
  guint reach, coreness;
  gboolean is_cut_point;
  char finding[15];
  const char *state[15];
  const char *thread; /* what finding 9 hangs by: person, money or end */
  char tier; /* 1 2 3 U 4 */
  KithDate last_contact;
  double rho;
} ReferenceSchool;

/* One that is active and concerns the home authorities. */
typedef struct
{
  const KithArrangement *arrangement;
  char finding[15];
  guint schools, engaged, others, others_engaged;
  char patch; /* n none, r recorded, l about its lead, m about the middle of its members */
  double metres;
  guint in_patch, guests;
  GArray *not_reached; /* of gint64: URNs */
} ReferenceArrangement;

typedef struct
{
  GArray *schools;   /* of ReferenceSchool: in scope and open, by URN */
  double *weights;   /* of each pair, a row a school */
  char *rivals;      /* likewise: d by distance, c by catchment, o by an officer, 0 for no rivals */
  guint n_due_closed;
  GArray *arrangements; /* of ReferenceArrangement, by key */
  GArray *untouched;    /* of gint64: home schools that no hub touches */
} Reference;

Reference  *reference_new   (KithLedger *ledger,
                             KithDate    t);
void        reference_free  (Reference  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reference, reference_free)

G_END_DECLS

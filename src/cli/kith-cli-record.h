/* kith-cli-record.h: what the command line is given to record
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kith-cli.h"
#include "kith-edit-contact.h"

G_BEGIN_DECLS

/* The options, most of them the workbooks' columns; %NULL where one is not given. */
typedef struct
{
  char **urns;
  char **organisations;
  char **persons;
  char *id;
  gboolean is_deleted;
  char *arrangement;
  char *date;
  char *kind;
  char *officer;
  char *summary;
  char *outcome;
  char *what;
  char *owner;
  char *due;
  char *done;
  char *action;
  char *asked;
  char *answer;
  char *by;
  char *role;
  char *joined;
  char *left;
  char *area;
  char *level;
  char *evidence;
  gboolean is_confidential;
  gboolean is_expertise;
  char *name;
  char *email;
  char *post;
  char *from;
  char *to;
  char *days;
  char *company;
  char *postcode;
  char *note;
  gboolean is_struck_out;
  char *parent;
  char *lead;
  char *coordinator;
  char *deputy;
  char *starts;
  char *ends;
  char *review;
  char *focus;
  char *objective;
  char *funding;
  char *funding_ends;
  char *memorandum;
  char *data_sharing;
  char *capacity;
  char *patch;
} KithRecordSaid;

/* One makes the edit of each topic: %NULL with @error where what it is about cannot be told. */
typedef KithEdit *(*KithRecorder)       (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);
KithEdit  *kith_record_contact          (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);
KithEdit  *kith_record_action           (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);
KithEdit  *kith_record_enquiry          (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);
KithEdit  *kith_record_need             (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);
KithEdit  *kith_record_member           (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);
KithEdit  *kith_record_person           (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);
KithEdit  *kith_record_organisation     (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);
KithEdit  *kith_record_interest         (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);
KithEdit  *kith_record_rival            (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);
KithEdit  *kith_record_catchment        (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);
KithEdit  *kith_record_partnership      (KithLedger            *ledger,
                                         const KithRecordSaid  *said,
                                         KithDate               today,
                                         GError               **error);

GArray    *kith_record_list_parties     (const KithRecordSaid  *said,
                                         GPtrArray             *texts);
gboolean   kith_record_read_id          (const KithRecordSaid  *said,
                                         gint64                *id,
                                         GError               **error);

G_END_DECLS

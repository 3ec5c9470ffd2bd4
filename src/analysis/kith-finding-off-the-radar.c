/* kith-finding-off-the-radar.c: nobody from outside has met or spoken with it for long
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-finding-private.h"

#include <glib/gi18n.h>

static void
say_silence (const KithSilence *silence, const char *name, KithWording *wording)
{
  char day[KITH_DATE_TEXT_SIZE + 8];

  kith_wording_add (wording, _ ("%s was last met on %s, %u counted days ago."), name,
                    kith_date_format (silence->last, KITH_DATE_LONG, day), silence->counted_days);
  if (silence->is_usual_known)
    kith_wording_add (wording, _ ("It usually hears from someone every %g days."),
                      silence->usual_days);
  else
    kith_wording_add (wording, _ ("Too few contacts to know what is usual; %g days are taken."),
                      silence->usual_days);
}

static void
say_silence_evidence (const KithSilence *silence, KithWording *wording)
{
  char number[KITH_NUMBER_SIZE];

  kith_wording_add (
      wording, g_dngettext (NULL, "Contact on %s day.", "Contacts on %s days.", silence->n_days),
      kith_number_format (silence->n_days, FALSE, number));
  kith_wording_add (
      wording, "%s",
      _ ("The rule comes from telephone calls; that it fits schools is an assumption."));
}

static gboolean
find_silence (const KithRecord *record,
              guint school,
              const KithSilence *silence,
              KithWording *wording,
              KithFinding *finding)
{
  const KithSettings *settings = record->settings;

  if (silence->rho > settings->radar_red || silence->counted_days > settings->radar_days)
    finding->severity = KITH_SEVERITY_RED;
  else if (silence->rho > settings->radar_amber)
    finding->severity = KITH_SEVERITY_AMBER;
  else
    return FALSE;

  finding->chip = _ ("Off the radar");
  say_silence (silence, kith_record_get_name (record, school), wording);
  finding->sentence = kith_wording_keep (wording);
  say_silence_evidence (silence, wording);
  finding->evidence = kith_wording_keep (wording);
  finding->clears =
      _ ("A visit, a meeting or a call with somebody from outside its trust, recorded.");
  kith_wording_join (wording, "%s;%u;%u", kith_severity_get_key (finding->severity), silence->last,
                     silence->n_days);
  finding->basis = kith_wording_keep (wording);
  return TRUE;
}

static gboolean
is_long_open (const KithRecord *record, guint school)
{
  KithDate opened = record->schools[school].record->opened;

  return opened == KITH_DATE_UNKNOWN ||
         kith_date_count_days (opened, record->as_at) > record->settings->radar_new_days;
}

static gboolean
is_recently_recorded (const KithRecord *record, KithDate recorded)
{
  return recorded != KITH_DATE_UNKNOWN &&
         recorded >
             kith_date_add_months (record->as_at, -(int)record->settings->radar_record_months);
}

static void
say_never_evidence (const KithRecord *record,
                    guint school,
                    KithDate recorded,
                    KithPeers peers,
                    KithWording *wording)
{
  KithDate opened = record->schools[school].record->opened;
  char day[KITH_DATE_TEXT_SIZE + 8];

  if (peers.n_schools > 0)
    kith_wording_add (
        wording,
        g_dngettext (
            NULL, "%.0f%% of the home schools of its authority had a contact in the last %u month.",
            "%.0f%% of the home schools of its authority had a contact in the last %u months.",
            record->settings->radar_peer_months),
        floor (100.0 * peers.n_met / peers.n_schools), record->settings->radar_peer_months);
  else
    kith_wording_add (wording, "%s", _ ("Its authority has no home schools to compare it with."));
  if (recorded == KITH_DATE_UNKNOWN)
    kith_wording_add (wording, "%s", _ ("No officer’s record about it has a date."));
  else
    kith_wording_add (wording, _ ("The latest officer’s record about it is of %s."),
                      kith_date_format (recorded, KITH_DATE_LONG, day));
  if (!is_long_open (record, school))
    kith_wording_add (wording, _ ("It opened on %s."),
                      kith_date_format (opened, KITH_DATE_LONG, day));
}

static void
find_never (const KithRecord *record, guint school, KithWording *wording, KithFinding *finding)
{
  KithPeers peers = kith_radar_count_peers (record->radar, school);
  KithDate recorded = kith_radar_get_recorded (record->radar, school);
  gboolean is_red = is_long_open (record, school) && is_recently_recorded (record, recorded) &&
                    peers.n_schools > 0 &&
                    peers.n_met >= record->settings->radar_peer_share * peers.n_schools;

  finding->severity = is_red ? KITH_SEVERITY_RED : KITH_SEVERITY_ASK;
  finding->state = is_red ? NULL : _ ("contact not recorded");
  finding->chip = _ ("No contact recorded");
  kith_wording_add (wording,
                    kith_encounters_has_trust (kith_radar_get_encounters (record->radar), school)
                        ? _ ("No contact from outside its trust is recorded for %s.")
                        : _ ("No contact is recorded for %s."),
                    kith_record_get_name (record, school));
  finding->sentence = kith_wording_keep (wording);
  say_never_evidence (record, school, recorded, peers, wording);
  finding->evidence = kith_wording_keep (wording);
  finding->clears =
      _ ("A visit, a meeting or a call with somebody from outside its trust, recorded.");
  finding->basis = is_red ? "red;never" : "ask;never";
}

/**
 * kith_find_off_the_radar:
 *
 * METHODS, finding 7. For telephone ties, silence past 8 times the usual gap means that the
 * tie has gone; that it carries over to schools is an assumption, and the evidence says so.
 * Source: Navarro et al. (2017), EPJ Data Science 6.
 */
gboolean
kith_find_off_the_radar (const KithRecord *record,
                         guint school,
                         KithWording *wording,
                         KithFinding *finding)
{
  KithSilence silence = kith_radar_measure (record->radar, school);

  if (silence.n_days > 0)
    return find_silence (record, school, &silence, wording, finding);
  find_never (record, school, wording, finding);
  return TRUE;
}

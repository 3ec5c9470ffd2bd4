/* kith-statements.c: the statements that read and write each table
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-statements-private.h"

static const KithStatements statements[KITH_N_TABLES] = {
  [KITH_TABLE_AUTHORITY] = {
    .read =
      "SELECT code, name, gss, source_id FROM authority ORDER BY code",
    .insert =
      "INSERT INTO authority (code, name, gss, source_id) VALUES ("
      ":code, :name, :gss, :source_id)",
    .update =
      "UPDATE authority SET name = :name, gss = :gss, source_id = :source_id WHERE code = :code",
    .delete = "DELETE FROM authority WHERE code = :code",
  },
  [KITH_TABLE_SCHOOL] = {
    .read =
      "SELECT urn, name, la, estab, type, type_group, status, opened, open_reason, "
      "closed, close_reason, phase, low_age, high_age, gender, religion, diocese, "
      "admissions, sixth_form, nursery, boarders, capacity, pupils, boys, girls, "
      "fsm_percent, census, trust_flag, trusts, sponsors, federations, ukprn, uprn, "
      "companies_house, street, locality, town, county, postcode, website, "
      "telephone, region, district, ward, urban_rural, rsc_region, easting, "
      "northing, lsoa, msoa, ofsted_rating, ofsted_last, changed, source_id FROM school ORDER BY urn",
    .insert =
      "INSERT INTO school (urn, name, la, estab, type, type_group, status, opened, "
      "open_reason, closed, close_reason, phase, low_age, high_age, gender, "
      "religion, diocese, admissions, sixth_form, nursery, boarders, capacity, "
      "pupils, boys, girls, fsm_percent, census, trust_flag, trusts, sponsors, "
      "federations, ukprn, uprn, companies_house, street, locality, town, county, "
      "postcode, website, telephone, region, district, ward, urban_rural, "
      "rsc_region, easting, northing, lsoa, msoa, ofsted_rating, ofsted_last, "
      "changed, source_id) VALUES ("
      ":urn, :name, :la, :estab, :type, :type_group, :status, :opened, :open_reason, "
      ":closed, :close_reason, :phase, :low_age, :high_age, :gender, :religion, "
      ":diocese, :admissions, :sixth_form, :nursery, :boarders, :capacity, :pupils, "
      ":boys, :girls, :fsm_percent, :census, :trust_flag, :trusts, :sponsors, "
      ":federations, :ukprn, :uprn, :companies_house, :street, :locality, :town, "
      ":county, :postcode, :website, :telephone, :region, :district, :ward, "
      ":urban_rural, :rsc_region, :easting, :northing, :lsoa, :msoa, :ofsted_rating, "
      ":ofsted_last, :changed, :source_id)",
    .update =
      "UPDATE school SET name = :name, la = :la, estab = :estab, type = :type, "
      "type_group = :type_group, status = :status, opened = :opened, "
      "open_reason = :open_reason, closed = :closed, close_reason = :close_reason, "
      "phase = :phase, low_age = :low_age, high_age = :high_age, gender = :gender, "
      "religion = :religion, diocese = :diocese, admissions = :admissions, "
      "sixth_form = :sixth_form, nursery = :nursery, boarders = :boarders, "
      "capacity = :capacity, pupils = :pupils, boys = :boys, girls = :girls, "
      "fsm_percent = :fsm_percent, census = :census, trust_flag = :trust_flag, "
      "trusts = :trusts, sponsors = :sponsors, federations = :federations, "
      "ukprn = :ukprn, uprn = :uprn, companies_house = :companies_house, "
      "street = :street, locality = :locality, town = :town, county = :county, "
      "postcode = :postcode, website = :website, telephone = :telephone, "
      "region = :region, district = :district, ward = :ward, "
      "urban_rural = :urban_rural, rsc_region = :rsc_region, easting = :easting, "
      "northing = :northing, lsoa = :lsoa, msoa = :msoa, "
      "ofsted_rating = :ofsted_rating, ofsted_last = :ofsted_last, "
      "changed = :changed, source_id = :source_id WHERE urn = :urn",
    .delete = "DELETE FROM school WHERE urn = :urn",
  },
  [KITH_TABLE_SCHOOL_AUTHORITY] = {
    .read =
      "SELECT id, urn, la, from_date, to_date, source_id FROM school_authority ORDER BY id",
    .insert =
      "INSERT INTO school_authority (id, urn, la, from_date, to_date, source_id) VALUES ("
      ":id, :urn, :la, :from_date, :to_date, :source_id)",
    .update =
      "UPDATE school_authority SET urn = :urn, la = :la, from_date = :from_date, "
      "to_date = :to_date, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM school_authority WHERE id = :id",
  },
  [KITH_TABLE_SCHOOL_LINK] = {
    .read =
      "SELECT id, urn, link_urn, name, kind, date, source_id FROM school_link ORDER BY id",
    .insert =
      "INSERT INTO school_link (id, urn, link_urn, name, kind, date, source_id) VALUES ("
      ":id, :urn, :link_urn, :name, :kind, :date, :source_id)",
    .update =
      "UPDATE school_link SET urn = :urn, link_urn = :link_urn, name = :name, "
      "kind = :kind, date = :date, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM school_link WHERE id = :id",
  },
  [KITH_TABLE_ORGANISATION] = {
    .read =
      "SELECT id, name, kind, companies_house, postcode, note, source_id FROM organisation ORDER BY id",
    .insert =
      "INSERT INTO organisation (id, name, kind, companies_house, postcode, note, "
      "source_id) VALUES ("
      ":id, :name, :kind, :companies_house, :postcode, :note, :source_id)",
    .update =
      "UPDATE organisation SET name = :name, kind = :kind, "
      "companies_house = :companies_house, postcode = :postcode, note = :note, "
      "source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM organisation WHERE id = :id",
  },
  [KITH_TABLE_PERSON] = {
    .read =
      "SELECT id, name, email, source_id FROM person ORDER BY id",
    .insert =
      "INSERT INTO person (id, name, email, source_id) VALUES ("
      ":id, :name, :email, :source_id)",
    .update =
      "UPDATE person SET name = :name, email = :email, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM person WHERE id = :id",
  },
  [KITH_TABLE_POST] = {
    .read =
      "SELECT id, person_id, title, urn, organisation_id, from_date, to_date, "
      "days_a_year, source_id FROM post ORDER BY id",
    .insert =
      "INSERT INTO post (id, person_id, title, urn, organisation_id, from_date, "
      "to_date, days_a_year, source_id) VALUES ("
      ":id, :person_id, :title, :urn, :organisation_id, :from_date, :to_date, "
      ":days_a_year, :source_id)",
    .update =
      "UPDATE post SET person_id = :person_id, title = :title, urn = :urn, "
      "organisation_id = :organisation_id, from_date = :from_date, "
      "to_date = :to_date, days_a_year = :days_a_year, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM post WHERE id = :id",
  },
  [KITH_TABLE_ARRANGEMENT] = {
    .read =
      "SELECT id, uid, code, kind, name, parent_id, lead_person_id, lead_urn, "
      "lead_organisation_id, lead_la, coordinator_id, deputy_id, starts, ends, "
      "status, review, focus, objective, funding, funding_ends, memorandum, "
      "data_sharing, capacity, patch, group_id, companies_house, source_id FROM arrangement ORDER BY id",
    .insert =
      "INSERT INTO arrangement (id, uid, code, kind, name, parent_id, "
      "lead_person_id, lead_urn, lead_organisation_id, lead_la, coordinator_id, "
      "deputy_id, starts, ends, status, review, focus, objective, funding, "
      "funding_ends, memorandum, data_sharing, capacity, patch, group_id, "
      "companies_house, source_id) VALUES ("
      ":id, :uid, :code, :kind, :name, :parent_id, :lead_person_id, :lead_urn, "
      ":lead_organisation_id, :lead_la, :coordinator_id, :deputy_id, :starts, :ends, "
      ":status, :review, :focus, :objective, :funding, :funding_ends, :memorandum, "
      ":data_sharing, :capacity, :patch, :group_id, :companies_house, :source_id)",
    .update =
      "UPDATE arrangement SET uid = :uid, code = :code, kind = :kind, name = :name, "
      "parent_id = :parent_id, lead_person_id = :lead_person_id, "
      "lead_urn = :lead_urn, lead_organisation_id = :lead_organisation_id, "
      "lead_la = :lead_la, coordinator_id = :coordinator_id, deputy_id = :deputy_id, "
      "starts = :starts, ends = :ends, status = :status, review = :review, "
      "focus = :focus, objective = :objective, funding = :funding, "
      "funding_ends = :funding_ends, memorandum = :memorandum, "
      "data_sharing = :data_sharing, capacity = :capacity, patch = :patch, "
      "group_id = :group_id, companies_house = :companies_house, "
      "source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM arrangement WHERE id = :id",
  },
  [KITH_TABLE_MEMBERSHIP] = {
    .read =
      "SELECT id, arrangement_id, urn, organisation_id, role, joined, left_date, "
      "left_after, source_id FROM membership ORDER BY id",
    .insert =
      "INSERT INTO membership (id, arrangement_id, urn, organisation_id, role, "
      "joined, left_date, left_after, source_id) VALUES ("
      ":id, :arrangement_id, :urn, :organisation_id, :role, :joined, :left_date, "
      ":left_after, :source_id)",
    .update =
      "UPDATE membership SET arrangement_id = :arrangement_id, urn = :urn, "
      "organisation_id = :organisation_id, role = :role, joined = :joined, "
      "left_date = :left_date, left_after = :left_after, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM membership WHERE id = :id",
  },
  [KITH_TABLE_CONTACT] = {
    .read =
      "SELECT id, code, date, kind, arrangement_id, officer, summary, outcome, "
      "confidential, source_id FROM contact ORDER BY id",
    .insert =
      "INSERT INTO contact (id, code, date, kind, arrangement_id, officer, summary, "
      "outcome, confidential, source_id) VALUES ("
      ":id, :code, :date, :kind, :arrangement_id, :officer, :summary, :outcome, "
      ":confidential, :source_id)",
    .update =
      "UPDATE contact SET code = :code, date = :date, kind = :kind, "
      "arrangement_id = :arrangement_id, officer = :officer, summary = :summary, "
      "outcome = :outcome, confidential = :confidential, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM contact WHERE id = :id",
  },
  [KITH_TABLE_CONTACT_PARTY] = {
    .read =
      "SELECT id, contact_id, urn, organisation_id, person_id, part FROM contact_party ORDER BY id",
    .insert =
      "INSERT INTO contact_party (id, contact_id, urn, organisation_id, person_id, "
      "part) VALUES ("
      ":id, :contact_id, :urn, :organisation_id, :person_id, :part)",
    .update =
      "UPDATE contact_party SET contact_id = :contact_id, urn = :urn, "
      "organisation_id = :organisation_id, person_id = :person_id, part = :part WHERE id = :id",
    .delete = "DELETE FROM contact_party WHERE id = :id",
  },
  [KITH_TABLE_ACTION] = {
    .read =
      "SELECT id, code, urn, arrangement_id, contact_id, what, owner, due, done, "
      "outcome, source_id FROM action ORDER BY id",
    .insert =
      "INSERT INTO action (id, code, urn, arrangement_id, contact_id, what, owner, "
      "due, done, outcome, source_id) VALUES ("
      ":id, :code, :urn, :arrangement_id, :contact_id, :what, :owner, :due, :done, "
      ":outcome, :source_id)",
    .update =
      "UPDATE action SET code = :code, urn = :urn, arrangement_id = :arrangement_id, "
      "contact_id = :contact_id, what = :what, owner = :owner, due = :due, "
      "done = :done, outcome = :outcome, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM action WHERE id = :id",
  },
  [KITH_TABLE_MEASURE] = {
    .read =
      "SELECT id, urn, year, name, subgroup, subject, value, reason, cohort, "
      "source_id FROM measure ORDER BY id",
    .insert =
      "INSERT INTO measure (id, urn, year, name, subgroup, subject, value, reason, "
      "cohort, source_id) VALUES ("
      ":id, :urn, :year, :name, :subgroup, :subject, :value, :reason, :cohort, "
      ":source_id)",
    .update =
      "UPDATE measure SET urn = :urn, year = :year, name = :name, "
      "subgroup = :subgroup, subject = :subject, value = :value, reason = :reason, "
      "cohort = :cohort, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM measure WHERE id = :id",
  },
  [KITH_TABLE_NEED] = {
    .read =
      "SELECT id, urn, area, level, evidence, date, source_id FROM need ORDER BY id",
    .insert =
      "INSERT INTO need (id, urn, area, level, evidence, date, source_id) VALUES ("
      ":id, :urn, :area, :level, :evidence, :date, :source_id)",
    .update =
      "UPDATE need SET urn = :urn, area = :area, level = :level, "
      "evidence = :evidence, date = :date, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM need WHERE id = :id",
  },
  [KITH_TABLE_EXPERTISE] = {
    .read =
      "SELECT id, urn, person_id, organisation_id, area, level, evidence, date, "
      "source_id FROM expertise ORDER BY id",
    .insert =
      "INSERT INTO expertise (id, urn, person_id, organisation_id, area, level, "
      "evidence, date, source_id) VALUES ("
      ":id, :urn, :person_id, :organisation_id, :area, :level, :evidence, :date, "
      ":source_id)",
    .update =
      "UPDATE expertise SET urn = :urn, person_id = :person_id, "
      "organisation_id = :organisation_id, area = :area, level = :level, "
      "evidence = :evidence, date = :date, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM expertise WHERE id = :id",
  },
  [KITH_TABLE_ENQUIRY] = {
    .read =
      "SELECT id, urn, kind, asked, answer, \"by\", source_id FROM enquiry ORDER BY id",
    .insert =
      "INSERT INTO enquiry (id, urn, kind, asked, answer, \"by\", source_id) VALUES ("
      ":id, :urn, :kind, :asked, :answer, :by, :source_id)",
    .update =
      "UPDATE enquiry SET urn = :urn, kind = :kind, asked = :asked, "
      "answer = :answer, \"by\" = :by, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM enquiry WHERE id = :id",
  },
  [KITH_TABLE_INSPECTION] = {
    .read =
      "SELECT id, urn, scheme, area, grade, date, source_id FROM inspection ORDER BY id",
    .insert =
      "INSERT INTO inspection (id, urn, scheme, area, grade, date, source_id) VALUES ("
      ":id, :urn, :scheme, :area, :grade, :date, :source_id)",
    .update =
      "UPDATE inspection SET urn = :urn, scheme = :scheme, area = :area, "
      "grade = :grade, date = :date, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM inspection WHERE id = :id",
  },
  [KITH_TABLE_SETTING_ASIDE] = {
    .read =
      "SELECT id, urn, arrangement_id, code, reason, \"by\", since, until, evidence FROM setting_aside ORDER BY id",
    .insert =
      "INSERT INTO setting_aside (id, urn, arrangement_id, code, reason, \"by\", "
      "since, until, evidence) VALUES ("
      ":id, :urn, :arrangement_id, :code, :reason, :by, :since, :until, :evidence)",
    .update =
      "UPDATE setting_aside SET urn = :urn, arrangement_id = :arrangement_id, "
      "code = :code, reason = :reason, \"by\" = :by, since = :since, until = :until, "
      "evidence = :evidence WHERE id = :id",
    .delete = "DELETE FROM setting_aside WHERE id = :id",
  },
  [KITH_TABLE_INTEREST] = {
    .read =
      "SELECT id, person_id, organisation_id, urn, what, declared, resolved, "
      "resolution FROM interest ORDER BY id",
    .insert =
      "INSERT INTO interest (id, person_id, organisation_id, urn, what, declared, "
      "resolved, resolution) VALUES ("
      ":id, :person_id, :organisation_id, :urn, :what, :declared, :resolved, "
      ":resolution)",
    .update =
      "UPDATE interest SET person_id = :person_id, "
      "organisation_id = :organisation_id, urn = :urn, what = :what, "
      "declared = :declared, resolved = :resolved, resolution = :resolution WHERE id = :id",
    .delete = "DELETE FROM interest WHERE id = :id",
  },
  [KITH_TABLE_RIVALRY] = {
    .read =
      "SELECT id, urn, other_urn, decision, reason FROM rivalry ORDER BY id",
    .insert =
      "INSERT INTO rivalry (id, urn, other_urn, decision, reason) VALUES ("
      ":id, :urn, :other_urn, :decision, :reason)",
    .update =
      "UPDATE rivalry SET urn = :urn, other_urn = :other_urn, decision = :decision, "
      "reason = :reason WHERE id = :id",
    .delete = "DELETE FROM rivalry WHERE id = :id",
  },
  [KITH_TABLE_CATCHMENT] = {
    .read =
      "SELECT id, name, urn FROM catchment ORDER BY id",
    .insert =
      "INSERT INTO catchment (id, name, urn) VALUES ("
      ":id, :name, :urn)",
    .update =
      "UPDATE catchment SET name = :name, urn = :urn WHERE id = :id",
    .delete = "DELETE FROM catchment WHERE id = :id",
  },
  [KITH_TABLE_LOCK] = {
    .read =
      "SELECT id, kind, urn, other_urn, arrangement_id FROM lock ORDER BY id",
    .insert =
      "INSERT INTO lock (id, kind, urn, other_urn, arrangement_id) VALUES ("
      ":id, :kind, :urn, :other_urn, :arrangement_id)",
    .update =
      "UPDATE lock SET kind = :kind, urn = :urn, other_urn = :other_urn, "
      "arrangement_id = :arrangement_id WHERE id = :id",
    .delete = "DELETE FROM lock WHERE id = :id",
  },
  [KITH_TABLE_OUTSIDE_SCHOOL] = {
    .read =
      "SELECT urn, name, authority, source_id FROM outside_school ORDER BY urn",
    .insert =
      "INSERT INTO outside_school (urn, name, authority, source_id) VALUES ("
      ":urn, :name, :authority, :source_id)",
    .update =
      "UPDATE outside_school SET name = :name, authority = :authority, "
      "source_id = :source_id WHERE urn = :urn",
    .delete = "DELETE FROM outside_school WHERE urn = :urn",
  },
  [KITH_TABLE_FAMILY_RUN] = {
    .read =
      "SELECT id, accepted, phase, settings, seed, result FROM family_run ORDER BY id",
    .insert =
      "INSERT INTO family_run (id, accepted, phase, settings, seed, result) VALUES ("
      ":id, :accepted, :phase, :settings, :seed, :result)",
    .update =
      "UPDATE family_run SET accepted = :accepted, phase = :phase, "
      "settings = :settings, seed = :seed, result = :result WHERE id = :id",
    .delete = "DELETE FROM family_run WHERE id = :id",
  },
  [KITH_TABLE_PAIRING_DECISION] = {
    .read =
      "SELECT id, supported_urn, supporter_urn, decision, reason, decided, \"by\" FROM pairing_decision ORDER BY id",
    .insert =
      "INSERT INTO pairing_decision (id, supported_urn, supporter_urn, decision, "
      "reason, decided, \"by\") VALUES ("
      ":id, :supported_urn, :supporter_urn, :decision, :reason, :decided, :by)",
    .update =
      "UPDATE pairing_decision SET supported_urn = :supported_urn, "
      "supporter_urn = :supporter_urn, decision = :decision, reason = :reason, "
      "decided = :decided, \"by\" = :by WHERE id = :id",
    .delete = "DELETE FROM pairing_decision WHERE id = :id",
  },
  [KITH_TABLE_GOAL] = {
    .read =
      "SELECT id, urn, measure, year, value, set_on, \"by\" FROM goal ORDER BY id",
    .insert =
      "INSERT INTO goal (id, urn, measure, year, value, set_on, \"by\") VALUES ("
      ":id, :urn, :measure, :year, :value, :set_on, :by)",
    .update =
      "UPDATE goal SET urn = :urn, measure = :measure, year = :year, value = :value, "
      "set_on = :set_on, \"by\" = :by WHERE id = :id",
    .delete = "DELETE FROM goal WHERE id = :id",
  },
  [KITH_TABLE_BRIEFING] = {
    .read =
      "SELECT id, issued, audience, title, summary, sha256 FROM briefing ORDER BY id",
    .insert =
      "INSERT INTO briefing (id, issued, audience, title, summary, sha256) VALUES ("
      ":id, :issued, :audience, :title, :summary, :sha256)",
    .update =
      "UPDATE briefing SET issued = :issued, audience = :audience, title = :title, "
      "summary = :summary, sha256 = :sha256 WHERE id = :id",
    .delete = "DELETE FROM briefing WHERE id = :id",
  },
  [KITH_TABLE_POSITION] = {
    .read =
      "SELECT id, view, subject, x, y, pinned FROM position ORDER BY id",
    .insert =
      "INSERT INTO position (id, view, subject, x, y, pinned) VALUES ("
      ":id, :view, :subject, :x, :y, :pinned)",
    .update =
      "UPDATE position SET view = :view, subject = :subject, x = :x, y = :y, "
      "pinned = :pinned WHERE id = :id",
    .delete = "DELETE FROM position WHERE id = :id",
  },
  [KITH_TABLE_SAVED_VIEW] = {
    .read =
      "SELECT id, name, page, state FROM saved_view ORDER BY id",
    .insert =
      "INSERT INTO saved_view (id, name, page, state) VALUES ("
      ":id, :name, :page, :state)",
    .update =
      "UPDATE saved_view SET name = :name, page = :page, state = :state WHERE id = :id",
    .delete = "DELETE FROM saved_view WHERE id = :id",
  },
  [KITH_TABLE_BOUNDARY] = {
    .read =
      "SELECT id, gss, la, name, level, outline, source_id FROM boundary ORDER BY id",
    .insert =
      "INSERT INTO boundary (id, gss, la, name, level, outline, source_id) VALUES ("
      ":id, :gss, :la, :name, :level, :outline, :source_id)",
    .update =
      "UPDATE boundary SET gss = :gss, la = :la, name = :name, level = :level, "
      "outline = :outline, source_id = :source_id WHERE id = :id",
    .delete = "DELETE FROM boundary WHERE id = :id",
  },
  [KITH_TABLE_SOURCE] = {
    .read =
      "SELECT id, name, kind, dated, year, read_on, n_rows, n_added, n_changed, "
      "n_unchanged, n_rejected, n_skipped, sha256, problems FROM source ORDER BY id",
    .insert =
      "INSERT INTO source (id, name, kind, dated, year, read_on, n_rows, n_added, "
      "n_changed, n_unchanged, n_rejected, n_skipped, sha256, problems) VALUES ("
      ":id, :name, :kind, :dated, :year, :read_on, :n_rows, :n_added, :n_changed, "
      ":n_unchanged, :n_rejected, :n_skipped, :sha256, :problems)",
    .update =
      "UPDATE source SET name = :name, kind = :kind, dated = :dated, year = :year, "
      "read_on = :read_on, n_rows = :n_rows, n_added = :n_added, "
      "n_changed = :n_changed, n_unchanged = :n_unchanged, n_rejected = :n_rejected, "
      "n_skipped = :n_skipped, sha256 = :sha256, problems = :problems WHERE id = :id",
    .delete = "DELETE FROM source WHERE id = :id",
  },
  [KITH_TABLE_SETTING] = {
    .read =
      "SELECT id, \"key\", value FROM setting ORDER BY id",
    .insert =
      "INSERT INTO setting (id, \"key\", value) VALUES ("
      ":id, :key, :value)",
    .update =
      "UPDATE setting SET \"key\" = :key, value = :value WHERE id = :id",
    .delete = "DELETE FROM setting WHERE id = :id",
  },
};

/**
 * kith_statements_get:
 * @table: a table
 *
 * Returns: (transfer none): its statements
 */
const KithStatements *
kith_statements_get (KithTable table)
{
  g_return_val_if_fail (table < KITH_N_TABLES, NULL);
  return &statements[table];
}

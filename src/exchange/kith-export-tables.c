/* kith-export-tables.c: schools, links, arrangements, memberships and findings as tables
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-export-private.h"

#define TEXT KITH_FIELD_TEXT
#define INT KITH_FIELD_INT
#define REAL KITH_FIELD_REAL
#define DATE KITH_FIELD_DATE

/* Names of columns are not those of any file that import reads. */
static const KithExportColumn school_columns[] = {
  { "urn", INT },           { "name", TEXT },        { "authority", TEXT },
  { "phase", TEXT },        { "type", TEXT },        { "trust", TEXT },
  { "status", TEXT },       { "opened", DATE },      { "closes", DATE },
  { "pupils", INT },        { "postcode", TEXT },    { "east_metres", REAL },
  { "north_metres", REAL }, { "arrangements", INT }, { "links", INT },
  { "outside_links", INT }, { "local_links", INT },  { "strength", REAL },
  { "component", INT },     { "attainment", REAL },  { "attainment_year", INT },
  { "last_contact", DATE }, { "tier", TEXT },        { "findings", TEXT },
};

/* The latest figure that may be shown. */
static const KithResult *
find_result (const KithExport *self, guint school)
{
  guint n;
  const KithResult *results = kith_results_get (self->record->results, school, &n);

  while (n > 0)
    if (results[--n].state == KITH_RESULT_SHOWN)
      return &results[n];
  return NULL;
}

static char *
dup_codes (const KithRollRow *row)
{
  GString *codes = g_string_new (NULL);

  for (guint f = 0; f < row->n_findings; f++)
    g_string_append_printf (codes, "%s%s:%s", f == 0 ? "" : ";",
                            kith_finding_get_key (row->findings[f].code),
                            kith_severity_get_key (row->findings[f].severity));
  return g_string_free (codes, FALSE);
}

static void
add_judgement (const KithExport *self, KithExportTable *table, const KithRollRow *row)
{
  gboolean is_told = row != NULL && kith_export_may (self, KITH_TOPIC_FINDINGS);

  kith_export_table_add_date (table, row != NULL ? row->last_contact : KITH_DATE_UNKNOWN);
  kith_export_table_add_text (table, is_told ? kith_tier_get_key (row->tier) : NULL);
  kith_export_table_take_text (table, is_told ? dup_codes (row) : NULL);
}

static void
add_school (const KithExport *self, KithExportTable *table, guint i)
{
  const KithNetworkSchool *school = &self->record->schools[i];
  const KithSchool *record = school->record;
  const KithRollRow *row = kith_roll_find (self->roll, record->urn);
  const KithResult *result = find_result (self, i);
  guint n_links;

  kith_network_get_tied (self->record->network, i, &n_links);
  kith_export_table_add_int (table, record->urn);
  kith_export_table_add_text (table, record->name);
  kith_export_table_add_text (table, kith_network_get_authority (self->record->network, i));
  kith_export_table_add_text (table, kith_phase_get_words (school->phase));
  kith_export_table_add_text (table, record->type);
  kith_export_table_add_text (table,
                              school->trust == KITH_INDEX_NONE
                                  ? NULL
                                  : kith_record_get_arrangement_name (self->record, school->trust));
  kith_export_table_add_text (table, record->status);
  kith_export_table_add_date (table, record->opened);
  kith_export_table_add_date (table, record->closed);
  kith_export_table_add_int (table, record->pupils);
  kith_export_table_add_text (table, record->postcode);
  kith_export_table_add_real (table, record->easting);
  kith_export_table_add_real (table, record->northing);
  kith_export_table_add_int (table, row != NULL ? row->n_arrangements : KITH_INT_NONE);
  kith_export_table_add_int (table, n_links);
  kith_export_table_add_int (table, school->n_outside_links);
  kith_export_table_add_int (table, row != NULL ? row->n_local_links : KITH_INT_NONE);
  kith_export_table_add_real (table, school->strength);
  kith_export_table_add_int (table, row != NULL ? row->component : KITH_INT_NONE);
  kith_export_table_add_real (table, result != NULL ? result->value : KITH_REAL_NONE);
  kith_export_table_add_int (table, result != NULL ? result->year : KITH_INT_NONE);
  add_judgement (self, table, row);
}

static KithExportTable *
make_schools (const KithExport *self)
{
  KithExportTable *table =
      kith_export_table_new ("schools", school_columns, G_N_ELEMENTS (school_columns));

  for (guint i = 0; i < self->record->n_schools; i++)
    if (kith_export_has_school (self, self->record->schools[i].record->urn))
      add_school (self, table, i);
  return table;
}

static const KithExportColumn link_columns[] = {
  { "urn_a", INT },         { "name_a", TEXT },       { "urn_b", INT },   { "name_b", TEXT },
  { "through_kind", TEXT }, { "through_name", TEXT }, { "weight", REAL }, { "local", INT },
  { "since", DATE },        { "until", DATE },
};

static const KithMembership *
find_membership (const KithExport *self, guint school, guint arrangement)
{
  guint n;
  const guint *found = kith_network_get_memberships (self->record->network, school, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithNetworkMember *member = kith_network_get_member (self->record->network, found[m]);

      if (member->arrangement == arrangement)
        return member->record;
    }
  return NULL;
}

/* From when until when both are recorded in what ties them most. */
static KithSpan
find_span (const KithExport *self, const KithEdge *edge)
{
  const KithArrangement *rows =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  const KithArrangement *in = self->record->arrangements[edge->arrangement].record;
  const KithMembership *members[] = { find_membership (self, edge->a, edge->arrangement),
                                      find_membership (self, edge->b, edge->arrangement) };
  KithSpan span = in != NULL ? self->record->spans[in - rows] : (KithSpan){ 0, KITH_SPAN_NO_END };

  for (guint m = 0; m < 2; m++)
    if (members[m] != NULL)
      span = kith_span_of_membership (members[m], span);
  return span;
}

static KithExportTable *
make_links (const KithExport *self)
{
  KithExportTable *table =
      kith_export_table_new ("links", link_columns, G_N_ELEMENTS (link_columns));
  guint n;
  const KithEdge *edges = kith_network_get_edges (self->record->network, &n);

  for (guint e = 0; e < n; e++)
    {
      const KithSchool *a = self->record->schools[edges[e].a].record;
      const KithSchool *b = self->record->schools[edges[e].b].record;

      KithSpan span;

      if (!kith_export_has_link (self, &edges[e]))
        continue;
      span = find_span (self, &edges[e]);
      kith_export_table_add_int (table, a->urn);
      kith_export_table_add_text (table, a->name);
      kith_export_table_add_int (table, b->urn);
      kith_export_table_add_text (table, b->name);
      kith_export_table_add_text (
          table, kith_kind_get_info (self->record->arrangements[edges[e].arrangement].kind)->key);
      kith_export_table_take_text (table, kith_export_dup_index_name (self, edges[e].arrangement));
      kith_export_table_add_real (table, edges[e].weight);
      kith_export_table_add_int (
          table, kith_network_is_local (self->record->network, edges[e].a, edges[e].b));
      kith_export_table_add_date (table, span.from);
      kith_export_table_add_date (table,
                                  span.until == KITH_SPAN_NO_END ? KITH_DATE_UNKNOWN : span.until);
    }
  return table;
}

static const KithExportColumn arrangement_columns[] = {
  { "number", INT },        { "uid", INT },      { "sort", TEXT },         { "title", TEXT },
  { "within", INT },        { "led_by", TEXT },  { "co-ordinator", TEXT }, { "deputy", TEXT },
  { "begins", DATE },       { "ends", DATE },    { "review", DATE },       { "focus", TEXT },
  { "objective", TEXT },    { "money", TEXT },   { "money_ends", DATE },   { "memorandum", TEXT },
  { "data_sharing", TEXT }, { "room_for", INT }, { "schools", INT },
};

static char *
dup_leader (const KithExport *self, const KithArrangement *row)
{
  const KithSchool *school = kith_ledger_find (self->ledger, KITH_TABLE_SCHOOL, row->lead_urn);
  const KithAuthority *authority =
      kith_ledger_find (self->ledger, KITH_TABLE_AUTHORITY, row->lead_la);

  if (row->lead_person_id != KITH_INT_NONE)
    return g_strdup (kith_export_get_person (self, row->lead_person_id));
  if (row->lead_organisation_id != KITH_INT_NONE)
    return kith_redactor_strike (self->redactor,
                                 kith_export_get_organisation (self, row->lead_organisation_id));
  if (school != NULL)
    return g_strdup (school->name);
  return authority != NULL ? g_strdup (authority->name) : NULL;
}

static void
add_terms (const KithExport *self, KithExportTable *table, const KithArrangement *row)
{
  kith_export_table_take_text (table, dup_leader (self, row));
  kith_export_table_add_text (table, kith_export_get_person (self, row->coordinator_id));
  kith_export_table_add_text (table, kith_export_get_person (self, row->deputy_id));
  kith_export_table_add_date (table, row->starts);
  kith_export_table_add_date (table, row->ends);
  kith_export_table_add_date (table, row->review);
  kith_export_table_take_text (table, kith_redactor_strike (self->redactor, row->focus));
  kith_export_table_take_text (table, kith_redactor_strike (self->redactor, row->objective));
  kith_export_table_take_text (table, kith_redactor_strike (self->redactor, row->funding));
  kith_export_table_add_date (table, row->funding_ends);
  kith_export_table_add_text (table, row->memorandum);
  kith_export_table_add_text (table, row->data_sharing);
  kith_export_table_add_int (table, row->capacity);
}

static KithExportTable *
make_arrangements (const KithExport *self)
{
  KithExportTable *table = kith_export_table_new ("arrangements", arrangement_columns,
                                                  G_N_ELEMENTS (arrangement_columns));
  KithArrangement blank;

  kith_row_clear (KITH_TABLE_ARRANGEMENT, &blank);
  for (guint g = 0; g < self->record->n_arrangements; g++)
    {
      const KithNetworkArrangement *in = &self->record->arrangements[g];
      const KithArrangement *row = in->record != NULL ? in->record : &blank;

      if (!kith_export_has_index (self, g))
        continue;
      kith_export_table_add_int (table, g + 1);
      kith_export_table_add_int (table, row->uid);
      kith_export_table_add_text (table, kith_kind_get_info (in->kind)->key);
      kith_export_table_take_text (table, kith_export_dup_index_name (self, g));
      kith_export_table_add_int (table,
                                 in->parent == KITH_INDEX_NONE ? KITH_INT_NONE : in->parent + 1);
      add_terms (self, table, row);
      kith_export_table_add_int (table, in->n_schools);
    }
  return table;
}

static const KithExportColumn member_columns[] = {
  { "arrangement_number", INT },
  { "arrangement_title", TEXT },
  { "urn", INT },
  { "organisation_name", TEXT },
  { "part", TEXT },
  { "joined", DATE },
  { "left", DATE },
  { "spells", TEXT },
  { "recency", REAL },
  { "live", INT },
};

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const KithSpan *one = a, *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return (one->until > other->until) - (one->until < other->until);
}

/* All that the register has of a membership: “2019-09-01/2021-08-31;2023-09-01/..”, first and
   last days, as ISO 8601-2 writes intervals. */
static char *
dup_spells (const KithExport *self, const KithNetworkMember *member)
{
  const KithMembership *rows =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_MEMBERSHIP, &(gsize){ 0 });
  const KithArrangement *arrangements =
      kith_ledger_get_rows (self->ledger, KITH_TABLE_ARRANGEMENT, &(gsize){ 0 });
  const KithArrangement *in = self->record->arrangements[member->arrangement].record;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (KithSpan));
  GString *text = g_string_new (NULL);
  guint n = 0;
  const guint *found = in == NULL ? NULL : kith_row_index_find (self->record->members, in->id, &n);

  for (guint m = 0; m < n; m++)
    {
      const KithMembership *row = &rows[found[m]];
      KithSpan span = kith_span_of_membership (row, self->record->spans[in - arrangements]);

      if (row->urn == member->urn && row->organisation_id == member->organisation_id &&
          span.from < span.until)
        g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  for (guint s = 0; s < spans->len; s++)
    {
      const KithSpan *span = &g_array_index (spans, KithSpan, s);
      g_autofree char *from = kith_date_dup_text (span->from, KITH_DATE_ISO);
      g_autofree char *until = span->until == KITH_SPAN_NO_END
                                   ? NULL
                                   : kith_date_dup_text (span->until - 1, KITH_DATE_ISO);

      if (s > 0 && compare_spans (span, span - 1) == 0)
        continue;
      g_string_append_printf (text, "%s%s/%s", text->len > 0 ? ";" : "",
                              span->from == KITH_DATE_UNKNOWN ? ".." : from,
                              until == NULL ? ".." : until);
    }
  return g_string_free (text, FALSE);
}

static KithExportTable *
make_members (const KithExport *self)
{
  KithExportTable *table =
      kith_export_table_new ("memberships", member_columns, G_N_ELEMENTS (member_columns));

  for (guint g = 0; g < self->record->n_arrangements; g++)
    for (guint m = 0; m < self->record->arrangements[g].n_members; m++)
      {
        const KithNetworkMember *member = &self->record->arrangements[g].members[m];
        const KithMembership *row = member->record;

        if (!kith_export_has_member (self, g, member))
          continue;
        kith_export_table_add_int (table, g + 1);
        kith_export_table_take_text (table, kith_export_dup_index_name (self, g));
        kith_export_table_add_int (table, member->urn);
        kith_export_table_take_text (
            table, kith_redactor_strike (self->redactor, kith_export_get_organisation (
                                                             self, member->organisation_id)));
        kith_export_table_add_text (table, kith_export_get_role (self, member->role));
        kith_export_table_add_date (table, row != NULL ? row->joined : KITH_DATE_UNKNOWN);
        kith_export_table_add_date (table, row != NULL ? row->left_date : KITH_DATE_UNKNOWN);
        kith_export_table_take_text (table, dup_spells (self, member));
        kith_export_table_add_real (table, member->recency);
        kith_export_table_add_int (table, member->is_live);
      }
  return table;
}

static const KithExportColumn finding_columns[] = {
  { "urn", INT },       { "arrangement_title", TEXT }, { "code", TEXT },   { "severity", TEXT },
  { "sentence", TEXT }, { "evidence", TEXT },          { "clears", TEXT }, { "set_aside", TEXT },
};

static void
add_findings (const KithExport *self,
              KithExportTable *table,
              const KithFinding *findings,
              guint n,
              guint arrangement)
{
  for (guint f = 0; f < n; f++)
    {
      const KithFinding *finding = &findings[f];

      kith_export_table_add_int (table, finding->urn);
      kith_export_table_take_text (table, arrangement == KITH_INDEX_NONE
                                              ? NULL
                                              : kith_export_dup_index_name (self, arrangement));
      kith_export_table_add_text (table, kith_finding_get_key (finding->code));
      kith_export_table_add_text (table, kith_severity_get_key (finding->severity));
      kith_export_table_take_text (table, kith_redactor_strike (self->redactor, finding->sentence));
      kith_export_table_take_text (table, kith_redactor_strike (self->redactor, finding->evidence));
      kith_export_table_take_text (table, kith_redactor_strike (self->redactor, finding->clears));
      kith_export_table_add_text (table, finding->aside != NULL ? finding->aside->reason : NULL);
    }
}

static KithExportTable *
make_findings (const KithExport *self)
{
  KithExportTable *table =
      kith_export_table_new ("findings", finding_columns, G_N_ELEMENTS (finding_columns));
  gboolean with_asides = kith_export_may (self, KITH_TOPIC_ASIDES);
  guint n;
  const KithRollRow *rows = kith_roll_get_rows (self->roll, &n);
  const KithRollArrangement *arrangements;

  for (guint r = 0; r < n; r++)
    {
      if (!kith_export_has_school (self, self->record->schools[rows[r].school].record->urn))
        continue;
      add_findings (self, table, rows[r].findings, rows[r].n_findings, KITH_INDEX_NONE);
      if (with_asides)
        add_findings (self, table, rows[r].set_aside, rows[r].n_set_aside, KITH_INDEX_NONE);
    }
  arrangements = kith_roll_get_arrangements (self->roll, &n);
  for (guint a = 0; a < n; a++)
    {
      guint g = arrangements[a].arrangement;

      if (!kith_export_has_index (self, g))
        continue;
      add_findings (self, table, arrangements[a].findings, arrangements[a].n_findings, g);
      if (with_asides)
        add_findings (self, table, arrangements[a].set_aside, arrangements[a].n_set_aside, g);
    }
  return table;
}

/**
 * kith_export_list_tables:
 * @with_figures: whether published figures are wanted, which are many
 *
 * What the network is made of, and what is found, as at the roll’s date.
 *
 * Returns: (transfer full) (element-type KithExportTable): tables that the audience is told of
 */
GPtrArray *
kith_export_list_tables (const KithExport *self, gboolean with_figures)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)kith_export_table_free);

  g_ptr_array_add (list, make_schools (self));
  g_ptr_array_add (list, make_links (self));
  g_ptr_array_add (list, make_arrangements (self));
  g_ptr_array_add (list, make_members (self));
  if (kith_export_may (self, KITH_TOPIC_FINDINGS))
    g_ptr_array_add (list, make_findings (self));
  if (with_figures && kith_ledger_has_table (self->ledger, KITH_TABLE_MEASURE))
    g_ptr_array_add (list, kith_export_new_figures (self));
  return list;
}

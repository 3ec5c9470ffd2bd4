/* kith-edit.c: what an officer would change by hand, or what stands against it
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-edit.h"
#include "kith-alike.h"
#include "kith-edit-private.h"
#include "kith-naming.h"
#include "kith-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of what is wrong with one field. */
#define MOST_TOLD 6

G_DEFINE_QUARK (kith - edit - error - quark, kith_edit_error)

static void
free_problem (gpointer data)
{
  g_free (((KithEditProblem *)data)->sentence);
  g_free (data);
}

static void
free_hint (gpointer data)
{
  g_free (((KithEditHint *)data)->sentence);
  g_free (((KithEditHint *)data)->use);
  g_free (data);
}

/**
 * kith_edit_new:
 * @ledger: what the register says
 *
 * Returns: (transfer full): an edit that changes nothing yet
 */
KithEdit *
kith_edit_new (KithLedger *ledger)
{
  KithEdit *self = g_new0 (KithEdit, 1);

  self->changes = kith_changeset_new (ledger);
  self->problems = g_ptr_array_new_with_free_func (free_problem);
  self->hints = g_ptr_array_new_with_free_func (free_hint);
  return self;
}

/**
 * kith_edit_free:
 * @self: (transfer full) (nullable): an edit
 */
void
kith_edit_free (KithEdit *self)
{
  if (self == NULL)
    return;
  kith_changeset_unref (self->changes);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->hints);
  g_free (self->what);
  g_free (self);
}

/**
 * kith_edit_find_problem:
 * @field: of the form
 *
 * Returns: (transfer none) (nullable): what is wrong with it
 */
const char *
kith_edit_find_problem (const KithEdit *self, const char *field)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const KithEditProblem *problem = g_ptr_array_index (self->problems, i);

      if (strcmp (problem->field, field) == 0)
        return problem->sentence;
    }
  return NULL;
}

/**
 * kith_edit_dup_problems:
 * @field: of the form
 *
 * Returns: (transfer full) (nullable): all that is wrong with it, a line each, no more of them
 *   than somebody reads at once
 */
char *
kith_edit_dup_problems (const KithEdit *self, const char *field)
{
  GString *words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->problems->len; i++)
    {
      const KithEditProblem *problem = g_ptr_array_index (self->problems, i);

      if (strcmp (problem->field, field) == 0 && n++ < MOST_TOLD)
        g_string_append_printf (words, "%s%s", n > 1 ? "\n" : "", problem->sentence);
    }
  if (n > MOST_TOLD)
    g_string_append_printf (words, ngettext ("\nAnd %u more.", "\nAnd %u more.", n - MOST_TOLD),
                            n - MOST_TOLD);
  return g_string_free (words, n == 0);
}

/**
 * kith_edit_check:
 * @error: return location for a #KithEditError
 *
 * Returns: whether it may be written; else @error names each field and what is wrong with it
 */
gboolean
kith_edit_check (const KithEdit *self, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->problems->len; i++)
    {
      const KithEditProblem *problem = g_ptr_array_index (self->problems, i);

      g_string_append_printf (words, "%s%s: %s", i == 0 ? "" : "\n", problem->field,
                              problem->sentence);
    }
  if (words->len > 0)
    g_set_error_literal (error, KITH_EDIT_ERROR, KITH_EDIT_ERROR_FIELD, words->str);
  return words->len == 0;
}

/**
 * kith_edit_end:
 * @format: what it does, for the journal
 *
 * Returns: (transfer full): @self; without changes where there is a problem
 */
KithEdit *
kith_edit_end (KithEdit *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  self->what = g_strdup_vprintf (format, args);
  va_end (args);
  if (self->problems->len > 0)
    {
      KithChangeset *none = kith_changeset_new (kith_edit_get_ledger (self));

      kith_changeset_unref (self->changes);
      self->changes = none;
    }
  return self;
}

/**
 * kith_edit_accept:
 * @field: of the form; static
 * @fault: (nullable): what is wrong with it
 *
 * Returns: whether nothing is
 */
gboolean
kith_edit_accept (KithEdit *self, const char *field, const char *fault)
{
  if (fault != NULL)
    kith_edit_refuse (self, field, "%s", fault);
  return fault == NULL;
}

/**
 * kith_edit_refuse:
 * @field: of the form; static
 * @format: what is wrong with it and what to do
 */
void
kith_edit_refuse (KithEdit *self, const char *field, const char *format, ...)
{
  KithEditProblem *problem = g_new (KithEditProblem, 1);
  va_list args;

  problem->field = field;
  va_start (args, format);
  problem->sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->problems, problem);
}

/**
 * kith_edit_is_good:
 *
 * Returns: whether nothing was wrong so far
 */
gboolean
kith_edit_is_good (const KithEdit *self)
{
  return self->problems->len == 0;
}

/**
 * kith_edit_get_ledger:
 *
 * Returns: (transfer none): what the register says
 */
KithLedger *
kith_edit_get_ledger (const KithEdit *self)
{
  return kith_changeset_get_base (self->changes);
}

/**
 * kith_edit_keep:
 * @text: (nullable): as typed
 *
 * Returns: (transfer none) (nullable): without white space round it, for a row; %NULL for a blank
 */
const char *
kith_edit_keep (KithEdit *self, const char *text)
{
  g_autofree char *stripped = text == NULL ? NULL : g_strstrip (g_strdup (text));

  return kith_changeset_keep_text (self->changes, stripped, -1);
}

/**
 * kith_edit_read_text:
 * @said: (nullable): what stands in a field that any text may stand in
 * @text: (inout): of the row: stays where @said is %NULL, and says nothing where it is blank
 */
void
kith_edit_read_text (KithEdit *self, const char *said, const char **text)
{
  if (said != NULL)
    *text = kith_edit_keep (self, said);
}

/**
 * kith_edit_read_date:
 * @field: of the form; static
 * @text: (nullable): what stands in it
 * @date: (out): the day, unknown for a blank
 *
 * Returns: whether it is a day, or blank
 */
gboolean
kith_edit_read_date (KithEdit *self, const char *field, const char *text, KithDate *date)
{
  return kith_edit_accept (self, field, kith_vocabulary_read_date (text, -1, date));
}

/**
 * kith_edit_read_past:
 * @today: the last day that it may be
 *
 * As kith_edit_read_date(), of something that has happened: a blank is refused, and so is a day
 * to come, which is mostly a slip of the year.
 */
gboolean
kith_edit_read_past (
    KithEdit *self, const char *field, const char *text, KithDate today, KithDate *date)
{
  if (!kith_edit_read_date (self, field, text, date))
    return FALSE;
  if (*date == KITH_DATE_UNKNOWN)
    kith_edit_refuse (self, field, "%s", _ ("Give the day, as yyyy-mm-dd or dd/mm/yyyy."));
  else if (*date > today)
    kith_edit_refuse (self, field, "%s",
                      _ ("This day is still to come. Give the day on which it happened."));
  else
    return TRUE;
  return FALSE;
}

/**
 * kith_edit_add_count:
 * @parts: (element-type utf8): of a list that a sentence will hold
 * @n: how many there are; of none nothing is said
 * @one: what one of them is called
 * @many: what several are called
 */
void
kith_edit_add_count (GPtrArray *parts, guint n, const char *one, const char *many)
{
  g_autofree char *count = kith_text_dup_count (n);

  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf ("%s %s", count, n == 1 ? one : many));
}

/**
 * kith_edit_put_urn:
 * @urn: a school, or %KITH_INT_NONE
 *
 * Keeps a school that the register does not hold as an outside school.
 */
void
kith_edit_put_urn (KithEdit *self, gint64 urn)
{
  KithOutsideSchool school;

  if (urn == KITH_INT_NONE || kith_changeset_find (self->changes, KITH_TABLE_SCHOOL, urn) != NULL ||
      kith_changeset_find (self->changes, KITH_TABLE_OUTSIDE_SCHOOL, urn) != NULL)
    return;
  kith_row_clear (KITH_TABLE_OUTSIDE_SCHOOL, &school);
  school.urn = urn;
  kith_changeset_put (self->changes, KITH_TABLE_OUTSIDE_SCHOOL, &school);
}

/* One of this name that the edit itself makes. */
static gint64
find_made (const KithEdit *self, KithTable table, const char *name)
{
  g_autofree char *key = kith_text_dup_key (name);

  for (guint i = 0; i < kith_changeset_get_size (self->changes); i++)
    {
      const KithChange *change = kith_changeset_get (self->changes, i);
      g_autofree char *other = NULL;

      if (change->table != table || change->after == NULL)
        continue;
      other = kith_text_dup_key (table == KITH_TABLE_PERSON
                                     ? ((const KithPerson *)change->after)->name
                                     : ((const KithOrganisation *)change->after)->name);
      if (strcmp (key, other) == 0)
        return kith_row_get_key (change->after);
    }
  return KITH_INT_NONE;
}

/**
 * kith_edit_hint_alike:
 * @field: of the form; static
 * @table: person or organisation
 * @name: (nullable): of one that is new, or is renamed
 * @own: the one that is renamed, or %KITH_INT_NONE
 *
 * Tells who may be meant, where the register knows one of nearly this name.
 */
void
kith_edit_hint_alike (
    KithEdit *self, const char *field, KithTable table, const char *name, gint64 own)
{
  KithLedger *ledger = kith_edit_get_ledger (self);
  gint64 id = kith_alike_find (ledger, table, name);
  KithEditHint *hint;

  if (id == KITH_INT_NONE || id == own)
    return;
  hint = g_new (KithEditHint, 1);
  hint->field = field;
  hint->use = g_strdup (kith_alike_get_name (ledger, table, id));
  hint->sentence =
      g_strdup_printf (_ ("Kith knows “%s” already. This would be another."), hint->use);
  g_ptr_array_add (self->hints, hint);
}

/**
 * kith_edit_put_organisation:
 * @field: of the form, where a name that is nearly another's is told; static
 * @name: (nullable): what it is called
 *
 * Makes the organisation where there is none of this name.
 *
 * Returns: its key, %KITH_INT_NONE for a blank
 */
gint64
kith_edit_put_organisation (KithEdit *self, const char *field, const char *name)
{
  gint64 known = kith_naming_find_organisation (kith_edit_get_ledger (self), name);
  KithOrganisation organisation;

  if (known == KITH_INT_NONE)
    known = find_made (self, KITH_TABLE_ORGANISATION, name);
  if (known != KITH_INT_NONE || kith_text_is_blank (name))
    return known;
  kith_edit_hint_alike (self, field, KITH_TABLE_ORGANISATION, name, KITH_INT_NONE);
  kith_row_clear (KITH_TABLE_ORGANISATION, &organisation);
  organisation.id = kith_changeset_take_key (self->changes, KITH_TABLE_ORGANISATION);
  organisation.name = kith_edit_keep (self, name);
  kith_changeset_put (self->changes, KITH_TABLE_ORGANISATION, &organisation);
  return organisation.id;
}

/**
 * kith_edit_read_place:
 * @field: of the form
 * @said: a school or an organisation; one that is said to be an organisation is made if need be
 * @urn: (out): the school, %KITH_INT_NONE where it is none
 * @organisation_id: (out): the organisation, %KITH_INT_NONE where it is none
 *
 * Returns: whether it can be told, or is blank
 */
gboolean
kith_edit_read_place (KithEdit *self,
                      const char *field,
                      const KithPartySaid *said,
                      gint64 *urn,
                      gint64 *organisation_id)
{
  KithLedger *ledger = kith_edit_get_ledger (self);
  const char *fault = NULL;

  *urn = *organisation_id = KITH_INT_NONE;
  if (said->kind == KITH_PARTY_ORGANISATION)
    *organisation_id = kith_edit_put_organisation (self, field, said->who);
  else
    fault = kith_naming_find_school (ledger, said->who, urn);
  if (fault != NULL && said->kind == KITH_PARTY_ANY)
    {
      *organisation_id = kith_naming_find_organisation (ledger, said->who);
      if (*organisation_id != KITH_INT_NONE)
        fault = NULL;
    }
  if (fault != NULL)
    kith_edit_refuse (self, field, "“%.80s”: %s", said->who, fault);
  else
    kith_edit_put_urn (self, *urn);
  return fault == NULL;
}

/**
 * kith_edit_put_person:
 * @field: of the form, where a name that is nearly another's is told; static
 * @name: (nullable): what they are called
 *
 * Makes the person where there is none of this name.
 *
 * Returns: their key, %KITH_INT_NONE for a blank
 */
gint64
kith_edit_put_person (KithEdit *self, const char *field, const char *name)
{
  gint64 known = kith_naming_find_person (kith_edit_get_ledger (self), name, NULL);
  KithPerson person;

  if (known == KITH_INT_NONE)
    known = find_made (self, KITH_TABLE_PERSON, name);
  if (known != KITH_INT_NONE || kith_text_is_blank (name))
    return known;
  kith_edit_hint_alike (self, field, KITH_TABLE_PERSON, name, KITH_INT_NONE);
  kith_row_clear (KITH_TABLE_PERSON, &person);
  person.id = kith_changeset_take_key (self->changes, KITH_TABLE_PERSON);
  person.name = kith_edit_keep (self, name);
  kith_changeset_put (self->changes, KITH_TABLE_PERSON, &person);
  return person.id;
}

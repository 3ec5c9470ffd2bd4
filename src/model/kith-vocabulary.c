/* kith-vocabulary.c: what a field of an officer's record may say
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "kith-vocabulary.h"
#include "kith-kind.h"

#include <glib/gi18n.h>
#include <string.h>

/* Schools have six digits; a longer number is a UKPRN or a telephone. */
#define MAX_URN 9999999

const char *const kith_vocabulary_roles[] = { "member",    "lead",    "hub", "supporter",
                                              "supported", "partner", NULL };
const char *const kith_vocabulary_contact_kinds[] = { "visit",      "meeting",  "call",   "review",
                                                      "inspection", "training", "letter", NULL };
const char *const kith_vocabulary_parts[] = { "host", "visitor", "reviewer", "present", NULL };
const char *const kith_vocabulary_levels[] = { "1", "2", "3", "4", "5", "met", NULL };
const char *const kith_vocabulary_answers[] = { "none", "some", NULL };
const char *const kith_vocabulary_organisation_kinds[] = {
  "university", "charity", "housing association", "health", "business", "diocese", "authority",
  "other",      NULL,
};

/* The word of a list that @text is; NULL where it is none of them, or blank. */
static const char *
find_word (const char *const *words, const char *text)
{
  g_autofree char *key = kith_text_dup_key (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], key) == 0)
      return words[i];
  return NULL;
}

static const char *
read_word (const char *const *words, const char *text, const char *fault, const char **word)
{
  *word = find_word (words, text);
  return *word != NULL || kith_text_is_blank (text) ? NULL : fault;
}

/**
 * kith_vocabulary_read_date:
 * @text: (nullable): a day, as kith_date_parse() reads it
 * @length: bytes in @text, or -1 when it ends in NUL
 * @date: (out): the day, unknown where the field is blank
 */
const char *
kith_vocabulary_read_date (const char *text, gssize length, KithDate *date)
{
  if (kith_date_parse (text, length, date))
    return NULL;
  return _ ("This is not a date. Write it as yyyy-mm-dd or dd/mm/yyyy.");
}

/**
 * kith_vocabulary_read_urn:
 * @text: (nullable): a school's number
 * @urn: (out): it, %KITH_INT_NONE where the field is blank
 */
const char *
kith_vocabulary_read_urn (const char *text, gint64 *urn)
{
  *urn = KITH_INT_NONE;
  if (kith_text_is_blank (text))
    return NULL;
  if (kith_text_parse_int (text, -1, urn) && *urn > 0 && *urn <= MAX_URN)
    return NULL;
  *urn = KITH_INT_NONE;
  return _ ("This is not a URN. Give the school's six digits.");
}

/**
 * kith_vocabulary_read_kind:
 * @text: (nullable): a kind of arrangement, as kith_kind_find() knows it
 * @kind: (out): its key, %NULL where the field is blank
 */
const char *
kith_vocabulary_read_kind (const char *text, const char **kind)
{
  KithKind found = kith_kind_find (text);

  *kind = found == KITH_N_KINDS ? NULL : kith_kind_get_info (found)->key;
  if (*kind != NULL || kith_text_is_blank (text))
    return NULL;
  return _ ("This is no kind of arrangement. Use one such as hub, pairing, area-partnership or "
            "other.");
}

/**
 * kith_vocabulary_read_role:
 * @text: (nullable): a member's role
 * @role: (out): it, "member" where the field is blank
 */
const char *
kith_vocabulary_read_role (const char *text, const char **role)
{
  const char *fault = read_word (
      kith_vocabulary_roles, text,
      _ ("This is no role. Use lead, hub, supporter, supported, member or partner."), role);

  if (*role == NULL)
    *role = kith_vocabulary_roles[0];
  return fault;
}

/**
 * kith_vocabulary_read_contact_kind:
 * @text: (nullable): what a contact was
 * @kind: (out): it, %NULL where the field is blank
 */
const char *
kith_vocabulary_read_contact_kind (const char *text, const char **kind)
{
  return read_word (kith_vocabulary_contact_kinds, text,
                    _ ("This is no kind of contact. Use visit, meeting, call, review, inspection, "
                       "training or letter."),
                    kind);
}

/**
 * kith_vocabulary_read_part:
 * @text: (nullable): a party's part in a contact
 * @part: (out): it, %NULL where the field is blank
 */
const char *
kith_vocabulary_read_part (const char *text, const char **part)
{
  return read_word (kith_vocabulary_parts, text,
                    _ ("This is no part in a contact. Use host, visitor, reviewer or present."),
                    part);
}

/**
 * kith_vocabulary_read_yes_no:
 * @text: (nullable): yes, no or the like
 * @value: (out): 1 or 0, %KITH_INT_NONE where the field is blank
 */
const char *
kith_vocabulary_read_yes_no (const char *text, gint64 *value)
{
  static const char *const words[] = { "no", "yes", "n", "y", "false", "true", "0", "1", NULL };
  const char *word = find_word (words, text);

  *value = KITH_INT_NONE;
  for (guint i = 0; word != NULL && words[i] != NULL; i++)
    if (words[i] == word)
      *value = i % 2;
  return word != NULL || kith_text_is_blank (text) ? NULL : _ ("This is neither yes nor no.");
}

/**
 * kith_vocabulary_read_agreement:
 * @text: (nullable): yes, no or the last day of a memorandum or a data-sharing agreement
 * @day: room for a day
 * @value: (out): "yes", "no" or a day in @day; %NULL where the field is blank: not recorded
 */
const char *
kith_vocabulary_read_agreement (const char *text,
                                char day[static KITH_DATE_TEXT_SIZE + 8],
                                const char **value)
{
  static const char *const words[] = { "yes", "y", "true", "no", "n", "false", NULL };
  const char *word = find_word (words, text);
  KithDate date;

  *value = NULL;
  if (kith_text_is_blank (text))
    return NULL;
  for (guint i = 0; word != NULL && words[i] != NULL; i++)
    if (words[i] == word)
      *value = i < 3 ? "yes" : "no";
  if (*value == NULL && kith_date_parse (text, -1, &date) && date != KITH_DATE_UNKNOWN)
    *value = kith_date_format (date, KITH_DATE_ISO, day);
  if (*value != NULL)
    return NULL;
  return _ ("This is neither yes nor no nor a day. Write the last day as yyyy-mm-dd or "
            "dd/mm/yyyy.");
}

/**
 * kith_vocabulary_read_level:
 * @text: (nullable): how great a need or a strength is
 * @level: (out): "1" to "5", or "met" for an end, which 0 is too; %NULL where the field is blank
 */
const char *
kith_vocabulary_read_level (const char *text, const char **level)
{
  gint64 number;

  *level = find_word (kith_vocabulary_levels, text);
  if (*level != NULL || kith_text_is_blank (text))
    return NULL;
  if (kith_text_parse_int (text, -1, &number) && number >= 0 && number <= 5)
    {
      *level = number == 0 ? "met" : kith_vocabulary_levels[number - 1];
      return NULL;
    }
  return _ ("This is no level. Use 1 to 5, or met where it has ended.");
}

/**
 * kith_vocabulary_read_answer:
 * @text: (nullable): what a school answered to an enquiry
 * @answer: (out): "none" or "some"; %NULL where the field is blank: there is no answer yet
 */
const char *
kith_vocabulary_read_answer (const char *text, const char **answer)
{
  return read_word (kith_vocabulary_answers, text,
                    _ ("An answer is none or some, or blank while there is no answer."), answer);
}

/**
 * kith_vocabulary_check_capacity:
 * @capacity: how many an arrangement has room for, or %KITH_INT_NONE
 */
const char *
kith_vocabulary_check_capacity (gint64 capacity)
{
  return capacity == KITH_INT_NONE || capacity >= 0 ? NULL : _ ("A capacity is 0 or more.");
}

/**
 * kith_vocabulary_check_days_a_year:
 * @days: that somebody gives to a post, or NaN
 */
const char *
kith_vocabulary_check_days_a_year (double days)
{
  return days < 0 ? _ ("Days a year are 0 or more.") : NULL;
}

static gboolean
is_before (KithDate end, KithDate start)
{
  return start != KITH_DATE_UNKNOWN && end != KITH_DATE_UNKNOWN && end < start;
}

/**
 * kith_vocabulary_check_left:
 * @joined: when a member joined, or unknown
 * @left: when it left, or unknown
 */
const char *
kith_vocabulary_check_left (KithDate joined, KithDate left)
{
  return is_before (left, joined) ? _ ("This is before the day of joining. Correct one of the two.")
                                  : NULL;
}

/**
 * kith_vocabulary_check_post_end:
 * @from: when a post began, or unknown
 * @to: when it ended, or unknown
 */
const char *
kith_vocabulary_check_post_end (KithDate from, KithDate to)
{
  return is_before (to, from) ? _ ("This is before the day the post began. Correct one of the two.")
                              : NULL;
}

/**
 * kith_vocabulary_read_organisation_kind:
 * @text: (nullable): what an organisation is
 * @kind: (out): it, %NULL where the field is blank
 */
const char *
kith_vocabulary_read_organisation_kind (const char *text, const char **kind)
{
  return read_word (kith_vocabulary_organisation_kinds, text,
                    _ ("This is no kind of organisation. Use university, charity, housing "
                       "association, health, business, diocese, authority or other."),
                    kind);
}

/**
 * kith_vocabulary_check_email:
 * @text: (nullable): an e-mail address
 */
const char *
kith_vocabulary_check_email (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  const char *at = strchr (stripped, '@');

  if (*stripped == '\0')
    return NULL;
  if (at != NULL && at != stripped && strchr (at + 1, '@') == NULL && strchr (at, '.') > at + 1 &&
      stripped[strlen (stripped) - 1] != '.' && strpbrk (stripped, " \t,;<>") == NULL)
    return NULL;
  return _ ("This is not an e-mail address. Write it as name@example.org.");
}

/**
 * kith_vocabulary_check_postcode:
 * @text: (nullable): a postcode, with or without its space
 */
const char *
kith_vocabulary_check_postcode (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*stripped == '\0' || g_regex_match_simple ("^[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}$",
                                                 stripped, G_REGEX_CASELESS, 0))
    return NULL;
  return _ ("This is not a postcode. Write it as M1 2AB.");
}

/**
 * kith_vocabulary_check_company:
 * @text: (nullable): a number at Companies House; leading noughts may be left out
 */
const char *
kith_vocabulary_check_company (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*stripped == '\0' || g_regex_match_simple ("^([0-9]{5,8}|[A-Z]{2}[0-9]{6}|R[0-9]{7})$",
                                                 stripped, G_REGEX_CASELESS, 0))
    return NULL;
  return _ ("This is not a company number. It has eight digits, or two letters and six digits.");
}

/* test-audience.c: what each audience is told, and what no text of theirs holds
 *
 * SPDX-FileCopyrightText: 2026 The Kith authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kith-audience.h"
#include "ledger-plan.h"

/* A letter a topic, in the header's order; a small one is not told. */
static const struct
{
  const char *key;
  const char *told;
} rules[] = {
  { "officers", "NECTFANs" },
  { "partners", "NecTFaNs" },
  { "commissioner", "nectFaNs" },
  { "public", "nectfans" },
};

static void
test_rules (void)
{
  for (guint a = 0; a < G_N_ELEMENTS (rules); a++)
    {
      KithAudience audience = KITH_N_AUDIENCES;

      g_assert_true (kith_audience_find (rules[a].key, &audience));
      g_assert_cmpint (audience, ==, a);
      g_assert_cmpstr (kith_audience_get_key (audience), ==, rules[a].key);
      for (guint t = 0; t < KITH_N_TOPICS; t++)
        {
          gboolean is_told = kith_audience_may_see (audience, (KithTopic)t);
          const char *rule = kith_audience_tell (audience, (KithTopic)t);

          g_assert_cmpint (is_told, ==, g_ascii_isupper (rules[a].told[t]));
          /* the sentence that people read says the same */
          g_assert_cmpint (is_told, ==, strstr (rule, "left out") == NULL);
        }
    }
  g_assert_false (kith_audience_find ("everybody", &(KithAudience){ 0 }));
  g_assert_false (kith_audience_find (NULL, &(KithAudience){ 0 }));
}

static KithLedger *
plan_people (void)
{
  g_autoptr (LedgerPlan) plan = plan_new ();
  KithPerson *person = plan_row (plan, KITH_TABLE_PERSON);
  KithContact *contact;
  KithAction *action;

  person->name = "Mrs Ada Marsh";
  person->email = "ada.marsh@wexbridge.example";
  person = plan_row (plan, KITH_TABLE_PERSON);
  person->name = "Séan O’Neill-Dunn";
  person = plan_row (plan, KITH_TABLE_PERSON);
  person->name = "Zebedee";
  contact = plan_contact (plan, NULL, "visit", kith_date_new (2026, 3, 2));
  contact->officer = "Ben Coe and Cy van Dam";
  action = plan_row (plan, KITH_TABLE_ACTION);
  action->owner = "Head";
  return plan_end (plan);
}

#define P "a person not named here"
#define CAPITAL "A person not named here"

static const struct
{
  const char *text;
  const char *commissioner;
  const char *partners; /* NULL: as it was */
} texts[] = {
  { "Without Ada Marsh, Longacre has no link.", "Without " P ", Longacre has no link.", NULL },
  { "Ada Marsh leads. ADA  MARSH’s hub met.", CAPITAL " leads. " CAPITAL "’s hub met.", NULL },
  { "Marsh, Ada (A. Marsh, A Marsh)", CAPITAL " (" P ", " P ")", NULL },
  { "Spoke with Mrs Marsh and Dr Ada Marsh", "Spoke with " P " and " P, NULL },
  { "Mail ada.marsh@wexbridge.example", "Mail (address left out)", "Mail (address left out)" },
  { "Met séan o'neill-dunn", "Met " P, NULL },
  { "Ben Coe, Cy van Dam, C van Dam, Mr Dam", CAPITAL ", " P ", " P ", " P, NULL },
  { "a marsh; a van Dam", "a marsh; a van Dam", NULL },
  { "Zebedee went", CAPITAL " went", NULL },
  /* a word of a name alone, or part of a longer word, is no name */
  { "Marsh Lane Primary, Adam Marshall; the Head", "Marsh Lane Primary, Adam Marshall; the Head",
    NULL },
  { "Ada to see to it. By 9 May: Marsh", "Ada to see to it. By 9 May: Marsh", NULL },
  { "", "", NULL },
};

static void
test_strike (void)
{
  g_autoptr (KithLedger) ledger = plan_people ();
  g_autoptr (KithRedactor) officers = kith_redactor_new (ledger, KITH_AUDIENCE_OFFICERS);
  g_autoptr (KithRedactor) partners = kith_redactor_new (ledger, KITH_AUDIENCE_PARTNERS);
  g_autoptr (KithRedactor) commissioner = kith_redactor_new (ledger, KITH_AUDIENCE_COMMISSIONER);

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    {
      const char *for_partners = texts[t].partners != NULL ? texts[t].partners : texts[t].text;
      g_autofree char *one = kith_redactor_strike (officers, texts[t].text);
      g_autofree char *two = kith_redactor_strike (partners, texts[t].text);
      g_autofree char *three = kith_redactor_strike (commissioner, texts[t].text);

      g_assert_cmpstr (one, ==, texts[t].text);
      g_assert_cmpstr (two, ==, for_partners);
      g_assert_cmpstr (three, ==, texts[t].commissioner);
    }
  g_assert_null (kith_redactor_strike (commissioner, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audience/each is told what its rules say", test_rules);
  g_test_add_func ("/audience/names are struck however they are written", test_strike);
  return g_test_run ();
}

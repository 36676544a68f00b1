/** The vocabulary by which replies are read. */
import type { Entry, Vocabulary } from "../lexicon.ts";
import { client, type ClientConcept } from "./client.ts";
import { conditions, type ConditionConcept } from "./conditions.ts";
import { faults, type FaultConcept } from "./faults.ts";
import { centralEuropean } from "./languages/central-european.ts";
import type { Language } from "./languages/language.ts";
import { nordic } from "./languages/nordic.ts";
import { southernAndAsian } from "./languages/southern-and-asian.ts";
import { loginAndTls, type LoginConcept } from "./login-and-tls.ts";
import { predicates, type Predicate } from "./predicates.ts";
import { relaying, type RelayingConcept } from "./relaying.ts";
import { subjects, type Subject } from "./subjects/subjects.ts";

export type { Predicate, Subject };
export type Concept =
  Subject | Predicate | RelayingConcept | ClientConcept | LoginConcept | ConditionConcept | FaultConcept;

const fromProducts: Vocabulary<Concept> = {
  ...subjects,
  ...predicates,
  ...relaying,
  ...client,
  ...loginAndTls,
  ...conditions,
  ...faults,
};

const languages = [...nordic, ...centralEuropean, ...southernAndAsian];

/** What products say, and the same terms in languages of which few products were read. */
export const vocabulary: Vocabulary<Concept> = languages.reduce(
  (whole, language) => withLanguage(whole, language),
  fromProducts,
);

function withLanguage(whole: Vocabulary<Concept>, language: Language): Vocabulary<Concept> {
  const added = Object.entries(language) as (readonly [Concept, Entry])[];
  return added.reduce((sum, [concept, entry]) => ({ ...sum, [concept]: [...sum[concept], entry] }), whole);
}

export const SUBJECTS = Object.keys(subjects) as readonly Subject[];
export const PREDICATES = Object.keys(predicates) as readonly Predicate[];

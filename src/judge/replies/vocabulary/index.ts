/** The vocabulary by which replies are read. */
import type { Vocabulary } from "../lexicon.ts";
import { client, type ClientConcept } from "./client.ts";
import { conditions, type ConditionConcept } from "./conditions.ts";
import { faults, type FaultConcept } from "./faults.ts";
import { loginAndTls, type LoginConcept } from "./login-and-tls.ts";
import { predicates, type Predicate } from "./predicates.ts";
import { relaying, type RelayingConcept } from "./relaying.ts";
import { subjects, type Subject } from "./subjects/subjects.ts";

export type { Predicate, Subject };
export type Concept =
  Subject | Predicate | RelayingConcept | ClientConcept | LoginConcept | ConditionConcept | FaultConcept;

export const vocabulary: Vocabulary<Concept> = {
  ...subjects,
  ...predicates,
  ...relaying,
  ...client,
  ...loginAndTls,
  ...conditions,
  ...faults,
};

export const SUBJECTS = Object.keys(subjects) as readonly Subject[];
export const PREDICATES = Object.keys(predicates) as readonly Predicate[];

/** All targets of the bed. */
import type { Target } from "./target.ts";
import { COVERAGE_TARGETS } from "./targets-coverage.ts";
import { HOST_TARGETS } from "./targets-hosts.ts";
import { NAME_TARGETS } from "./targets-names.ts";
import { FETCH_TARGETS } from "./targets-fetch.ts";
import { FITNESS_TARGETS } from "./targets-fitness.ts";
import { GRAMMAR_TARGETS } from "./targets-grammar.ts";
import { SET_TARGETS } from "./targets-sets.ts";
import { USAGE_TARGETS } from "./targets-usages.ts";
import { STATUS_TARGETS } from "./targets-status.ts";
import { TEXT_TARGETS } from "./targets-texts.ts";
import { VALIDITY_TARGETS } from "./targets-validity.ts";

export const TARGETS: readonly Target[] = [
  ...USAGE_TARGETS,
  ...SET_TARGETS,
  ...VALIDITY_TARGETS,
  ...STATUS_TARGETS,
  ...NAME_TARGETS,
  ...HOST_TARGETS,
  ...COVERAGE_TARGETS,
  ...FITNESS_TARGETS,
  ...FETCH_TARGETS,
  ...GRAMMAR_TARGETS,
  ...TEXT_TARGETS,
];

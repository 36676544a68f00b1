/** All targets of the bed. */
import type { Target } from "./target.ts";
import { COVERAGE_TARGETS } from "./targets-coverage.ts";
import { HOST_TARGETS } from "./targets-hosts.ts";
import { NAME_TARGETS } from "./targets-names.ts";
import { POLICY_TARGETS } from "./targets-policies.ts";
import { RECORD_TARGETS } from "./targets-records.ts";
import { STATUS_TARGETS } from "./targets-status.ts";
import { TEXT_TARGETS } from "./targets-texts.ts";
import { VALIDITY_TARGETS } from "./targets-validity.ts";

export const TARGETS: readonly Target[] = [
  ...RECORD_TARGETS,
  ...VALIDITY_TARGETS,
  ...STATUS_TARGETS,
  ...NAME_TARGETS,
  ...HOST_TARGETS,
  ...COVERAGE_TARGETS,
  ...POLICY_TARGETS,
  ...TEXT_TARGETS,
];

/** Plans, made at once, with all that reads the files that they name. */
import type { Door, GivenSetting } from "../../../src/config/given.ts";
import {
  asking,
  openSettings,
  planning,
  planningReplay,
  type Asked,
  type Plan,
  type ReplayPlan,
} from "../../../src/config/plan.ts";
import { readingPolicyFile } from "../../../src/config/policy/file.ts";
import { NO_SOURCES, type PlanSources } from "../../../src/config/policy/sources.ts";
import { readingRecorded } from "../../../src/config/recorded-file.ts";
import { atOnce } from "../../../src/system/steps.ts";

function ask(written: readonly GivenSetting[], door: Door, sources: PlanSources): Asked {
  return atOnce(asking(openSettings(written, door, sources), sources, readingPolicyFile));
}

/** The plan of a run. @throws ConfigurationError with every problem at once */
export function makePlan(
  written: readonly GivenSetting[],
  door: Door,
  sources: PlanSources = NO_SOURCES,
): Plan {
  return atOnce(planning(ask(written, door, sources), sources, readingRecorded));
}

/** The policy alone, for judging recorded observations. @throws ConfigurationError */
export function makeReplayPolicy(
  written: readonly GivenSetting[],
  sources: PlanSources = NO_SOURCES,
): ReplayPlan {
  return atOnce(planningReplay(ask(written, "command", sources), readingRecorded));
}

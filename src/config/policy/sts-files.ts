/** Files that stand for MTA-STS policies which are not served yet. */
import type { ConfigurationProblem } from "../../text/configuration-error.ts";
import { failureReason } from "../../system/files.ts";
import { leadsUp } from "../../system/workspace.ts";
import { STS_FILE_OCTETS } from "../bounds.ts";
import { positionIn, type Layers } from "./in-force.ts";
import type { PlanSources } from "./sources.ts";

/** A file, and its text with one latin1 character for each octet, as a policy host would send it. */
export interface StsFile {
  readonly file: string;
  readonly text: string;
}

export interface StsFiles {
  /** The file that stands for the policy of a domain; undefined where it is to be fetched. */
  fileOf(domain: string): StsFile | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * Reads the files that `mta-sts-file` names. The policy file of the gate may name files of the workspace only.
 * @param domains the domains of the run
 */
export function loadStsFiles(layers: Layers, domains: readonly string[], sources: PlanSources): StsFiles {
  const named = layers.settings["mta-sts-file"];
  const problems: ConfigurationProblem[] = [];
  const read = new Map<string, StsFile>();
  for (const path of new Set(named.map((each) => each.path))) {
    const found = readOne(path, layers, sources);
    if ("message" in found) problems.push(found);
    else read.set(path, found);
  }
  for (const { domain } of named) {
    if (domain !== undefined && !domains.includes(domain))
      sources.note(`mta-sts-file: ${domain} is not tested, so its file says nothing.`);
  }
  return {
    problems,
    fileOf: (domain) => {
      const own =
        named.find((each) => each.domain === domain) ?? named.find((each) => each.domain === undefined);
      return own === undefined ? undefined : read.get(own.path);
    },
  };
}

function readOne(path: string, layers: Layers, sources: PlanSources): StsFile | ConfigurationProblem {
  const position = positionIn(layers, "mta-sts-file");
  const problem = (what: string): ConfigurationProblem => ({
    ...position,
    message: `mta-sts-file: ${path} ${what}`,
  });
  if (layers.origins.get("mta-sts-file") === "file") {
    const { workspace } = sources;
    const real = workspace?.realPath(path);
    const led = leadsUp(path) ? "leads out of the workspace" : undefined;
    const why = led ?? (real === undefined ? undefined : workspace?.refusal(real));
    if (why !== undefined) return problem(`${why}. Name another file of the workspace.`);
  }
  try {
    const text = sources.readFile(path, STS_FILE_OCTETS);
    if (text === undefined) return problem("does not exist.");
    return { file: path, text: ofPolicy(Buffer.from(text, "utf8").toString("latin1")) };
  } catch (error) {
    const reason = failureReason(error) ?? (error instanceof Error ? error.message : String(error));
    return problem(`cannot be read: ${reason}.`);
  }
}

const BYTE_ORDER_MARK = "\xef\xbb\xbf";

/** The keys of a policy (RFC 8461 3.2). */
const OF_POLICY = /^(?:version|mode|mx|max_age):/;

/**
 * The lines of a text that are those of a policy; of others only that they are there. A pull request may name any file
 * of the workspace, and what is in that must not come into a report.
 */
function ofPolicy(text: string): string {
  const marked = text.startsWith(BYTE_ORDER_MARK);
  const lines = text.slice(marked ? BYTE_ORDER_MARK.length : 0).split("\n");
  const kept = lines.map((line) => {
    const content = line.endsWith("\r") ? line.slice(0, -1) : line;
    const end = line.slice(content.length);
    if (OF_POLICY.test(content) || /^[ \t]*$/.test(content)) return line;
    return `${/^[A-Za-z0-9][A-Za-z0-9_.-]*:/.test(content) ? "other: -" : "?"}${end}`;
  });
  return `${marked ? BYTE_ORDER_MARK : ""}${kept.join("\n")}`;
}

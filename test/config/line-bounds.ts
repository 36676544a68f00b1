/** Files that are read line by line, up to each of their bounds and past it: what is told of them. */
import * as bounds from "../../src/config/bounds.ts";
import { readingDomains } from "../../src/config/domains-file.ts";
import { readingRecorded } from "../../src/config/recorded-file.ts";
import { split, UnboundedFile, type LineBounds } from "../../src/system/lines.ts";
import { atOnce } from "../../src/system/steps.ts";
import { folderWorkspace, type Workspace } from "../../src/system/workspace.ts";
import { ConfigurationError } from "../../src/text/configuration-error.ts";

/** Opens a file of so many octets or lines. */
type Opened = (allowed: LineBounds) => Iterable<string>;

/** What is told of a file of domains. */
function domains(opened: Opened): string[] {
  const workspace: Workspace = {
    ...folderWorkspace("."),
    *find() {
      yield;
      return { files: ["x"], refused: [], tooMany: false };
    },
    realPath: (file) => file,
    lines: (_, allowed) => opened(allowed),
  };
  const search = { workspace, anywhere: true, positionOf: () => undefined, standardInput: undefined };
  return atOnce(readingDomains(["x"], search)).problems.map(({ message }) => message);
}

/** What is told of a recording. */
function recording(opened: Opened): string[] {
  try {
    const files = {
      readFile: () => undefined,
      readLines: (_: string, allowed: LineBounds) => opened(allowed),
    };
    atOnce(readingRecorded("x.ndjson", files));
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

/** As the system tells it: a file as large as these bounds is not made. */
const ofOctets =
  (octets: number): Opened =>
  (allowed) => {
    if (octets > allowed.octets)
      throw new UnboundedFile(`it is larger than ${String(allowed.octets)} octets`);
    return ["a.test\n"];
  };
const ofLine =
  (octets: number): Opened =>
  (allowed) =>
    split([Buffer.alloc(octets, " ")], allowed);
const ofLines =
  (count: number): Opened =>
  (allowed) =>
    split([Buffer.alloc(count, "\n")], allowed);

export const LINE_BOUNDS = [
  {
    bound: "octets of a file of domains",
    at: bounds.DOMAINS_FILE_OCTETS,
    told: (count: number) => domains(ofOctets(count)),
    says: /larger than 64000000 octets/,
  },
  {
    bound: "lines of a file of domains",
    at: bounds.DOMAINS_FILE_LINES,
    told: (count: number) => domains(ofLines(count)),
    says: /more than 2000000 lines/,
  },
  {
    bound: "octets of a line of a file of domains",
    at: bounds.DOMAINS_FILE_LINE_OCTETS,
    told: (count: number) => domains(ofLine(count)),
    says: /longer than 65536 octets/,
  },
  {
    bound: "lines of files of domains that are wrong",
    at: bounds.DOMAINS_FILE_PROBLEMS,
    told: (count: number) => domains(() => new Array<string>(count).fill("a_b\n")),
    says: /1 more line is wrong and not shown/,
  },
  {
    bound: "octets of a recording",
    at: bounds.RECORDING_OCTETS,
    told: (count: number) => recording(ofOctets(count)),
    says: /larger than 8000000000 octets/,
  },
  {
    bound: "octets of a line of a recording",
    at: bounds.RECORDING_LINE_OCTETS,
    told: (count: number) => recording(ofLine(count)),
    says: /longer than 16777216 octets/,
  },
  {
    bound: "lines of a recording",
    at: bounds.RECORDING_LINES,
    told: (count: number) => recording(ofLines(count)),
    says: /more than 4000000 lines/,
  },
];

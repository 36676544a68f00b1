/**
 * The laws of the house: what each room of src/ may import of the others. Everything that is not listed is forbidden.
 * ESLint holds them (eslint.config.js), test/house.slow.test.ts breaks each of them on purpose.
 */

/** What a room may import: rooms (`text`) and single files (`observe/bounds.ts`). */
export interface Law {
  readonly values?: readonly string[];
  /** What may come in as a type only. */
  readonly types?: readonly string[];
}

/** Files of observe/ that stand below its rooms and import none of them. */
const FACTS = ["observe/observation.ts", "observe/bounds.ts"];

/** Rooms by path below src/. `observe/dns` is a room within a room: `observe` itself may import it. */
export const ROOMS: Readonly<Record<string, Law>> = {
  text: {},
  system: {},
  /** What DNS is, without asking it: record types, a question and its answer. */
  dns: { values: ["text"] },
  /** What MTA-STS and TLS reporting say, without fetching it: records and policies. */
  sts: { values: ["text"] },
  zone: { values: ["text", "system", "dns"] },
  observe: { values: ["text", "system", "dns", "sts"] },
  /** Who probes what, and how much at once: owners of hosts, operators, the bound by politeness. */
  /** The form of every fact: what reads recorded runs loads it, others know its types. */
  "observe/schemas": { values: ["text", "dns"] },
  "observe/load": { values: FACTS },
  "observe/x509": { values: ["text", "system", ...FACTS] },
  "observe/tls": { values: ["text", "system", ...FACTS] },
  "observe/route": { values: ["text", "system", ...FACTS] },
  "observe/dns": { values: ["text", "system", "dns", ...FACTS, "observe/route", "observe/tls"] },
  "observe/trust": {
    values: [
      "text",
      "system",
      "dns",
      ...FACTS,
      "observe/x509",
      "observe/route",
      "observe/dns",
      "observe/limiter.ts",
    ],
  },
  "observe/smtp": { values: ["text", "system", ...FACTS, "observe/route", "observe/tls", "observe/trust"] },
  "observe/sts": {
    values: [
      ...["text", "system", "dns", "sts", ...FACTS],
      ...["observe/dns", "observe/route", "observe/tls", "observe/trust", "observe/x509"],
      "observe/limiter.ts",
    ],
  },
  judge: {
    values: [
      "text",
      "system/steps.ts",
      "sts",
      "observe/observation.ts",
      "observe/egress-facts.ts",
      "observe/schemas",
    ],
  },
  report: { values: ["text", "system/steps.ts", "observe/observation.ts", "judge", "version.ts"] },
  recorded: {
    values: [
      "text",
      "system/steps.ts",
      ...FACTS,
      "observe/schemas",
      "observe/load/owner.ts",
      "observe/smtp/line-table.ts",
      "judge/report.ts",
      "judge/schemas",
    ],
  },
  config: { values: ["text", "system", "zone", "judge", "recorded", "version.ts"], types: ["observe"] },
  run: {
    values: [
      "text",
      "system",
      "dns",
      "zone",
      "observe",
      "config",
      "judge",
      "recorded",
      "report",
      "version.ts",
    ],
    types: ["host.ts"],
  },
  github: { values: ["text", "system", "judge", "report", "version.ts"], types: ["config", "host.ts"] },
  terminal: { values: ["text", "system", "config", "judge", "report", "version.ts"], types: ["host.ts"] },
  "version.ts": {},
  "host.ts": { types: ["text", "system", "config", "judge", "report", "observe/observation.ts"] },
  "action.ts": { values: ["text", "system", "config", "github", "run"] },
  "command.ts": { values: ["text", "system", "report", "run", "terminal", "version.ts"] },
  "cli.ts": { values: ["system", "terminal", "command.ts"] },
};

/** The room of a file, both by path below src/; undefined where the file stands in none. */
export function roomOf(file: string): string | undefined {
  const rooms = Object.keys(ROOMS).filter((room) => file === room || file.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0];
}

/**
 * Why one file of src/ may not import another one; undefined where it may.
 * @param from path below src/
 * @param to path below src/
 */
export function offence(from: string, to: string, typeOnly: boolean): string | undefined {
  const room = roomOf(from);
  const law = room === undefined ? undefined : ROOMS[room];
  if (room === undefined || law === undefined) return `${from} stands in no room of the house`;
  if (roomOf(to) === room || to.startsWith(`${room}/`)) return undefined;
  const { values = [], types = [] } = law;
  const within = (allowed: readonly string[]): boolean =>
    allowed.some((path) => to === path || to.startsWith(`${path}/`));
  if (within(values) || (typeOnly && within(types))) return undefined;
  if (within(types)) return `${room} takes only types of ${to}`;
  return `${room} may not import ${to}`;
}

/** Runs the lines by which findings are confirmed, where they were found and against a sound server. */
import { z } from "zod";
import { placedChecks, type Finding, type Report } from "../../src/judge/report.ts";
import { runLine } from "./shell-line.ts";
import type { Shell } from "./shell-line.ts";
import { SYMPTOMS } from "./symptoms.ts";
import type { Symptom } from "./symptoms.ts";

/** Seconds after which a line is ended; nc and dig give up after 15. */
const PATIENCE = 20;

/** Lines at once: most of them wait. */
const LINES_AT_ONCE = 30;

/** Findings of one code that are confirmed, where the table names none. */
const EACH = 3;

const said = z.strictObject({
  line: z.string(),
  status: z.int().nullable(),
  output: z.string(),
  seconds: z.number(),
});

export const confirmation = z.strictObject({
  code: z.string(),
  /** Name of the row. */
  name: z.string(),
  said,
  shell: z.enum(["dash", "bash"]),
  /** What the same line gives at a sound server; absent where that tells nothing. */
  control: said.optional(),
});
export type Confirmation = z.infer<typeof confirmation>;

/** A sound server, and the resolver that finds it. */
export interface Sound {
  readonly domain: string;
  readonly host: string;
  readonly address: string;
  readonly resolver: string;
}

interface Place {
  readonly name: string;
  readonly finding: Finding;
}

/** Findings with their rows, each code once for a row. */
export function findingsOf(reports: Iterable<Report>): Place[] {
  const locations = [...reports].flatMap(({ domains }) =>
    [...placedChecks(domains)].flatMap(({ domain, check }) =>
      check.findings.map((finding) => ({ name: domain.name.replace(/\.test$/, ""), finding })),
    ),
  );
  return [...new Map(locations.map((place) => [`${place.finding.code} ${place.name}`, place])).values()];
}

function chosen(locations: readonly Place[], { at }: Symptom): Place[] {
  return at === undefined ? locations.slice(0, EACH) : locations.filter(({ name }) => at.includes(name));
}

/** The same line, asked of a sound server. */
function towards(line: string, { address }: Finding, sound: Sound): string {
  return (address === undefined ? line : line.replaceAll(address, sound.address))
    .replaceAll(/@127[\d.]+ /g, `@${sound.resolver} `)
    .replaceAll(/(postmaster@|MX )?[\w.\\-]+\.test\b/g, (_, before: string | undefined) =>
      before === undefined ? sound.host : `${before}${sound.domain}`,
    );
}

/** Confirms findings of every code that has a line and a symptom to show. */
export async function confirmAll(
  reports: Iterable<Report>,
  sound: Sound,
  caFile: string,
): Promise<Confirmation[]> {
  const locations = findingsOf(reports);
  // So that openssl trusts whom the run trusted.
  const environment = { SSL_CERT_FILE: caFile };
  const jobs = Object.entries(SYMPTOMS).flatMap(([code, symptom]) => {
    if (!("shows" in symptom)) return [];
    const own = locations.filter(({ finding }) => finding.code === code);
    return chosen(own, symptom).map((place, index) => ({ code, place, first: index === 0, symptom }));
  });
  const queue = jobs.entries();
  const done = new Array<Confirmation[]>(jobs.length);
  async function worker(): Promise<void> {
    for (const [index, { code, place, first, symptom }] of queue) {
      const line = place.finding.confirm;
      done[index] = [];
      if (line === undefined) continue;
      const shell: Shell = index % 2 === 0 ? "dash" : "bash";
      const run = (text: string) => runLine(text, shell, PATIENCE, environment);
      const [own, control] = await Promise.all([
        run(line),
        first && symptom.anywhere !== true ? run(towards(line, place.finding, sound)) : undefined,
      ]);
      done[index] = [{ code, name: place.name, said: own, shell, ...(control !== undefined && { control }) }];
    }
  }
  await Promise.all(Array.from({ length: LINES_AT_ONCE }, worker));
  return done.flat();
}

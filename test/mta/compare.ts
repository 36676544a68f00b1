/** Truth against sight: what is right, and every difference by its kind. */
import type { CheckId, Verdict } from "../../src/judge/report.ts";
import { ENDPOINT_CHECKS, PASS } from "./expectation.ts";
import type { Expectation, Row } from "./expectation.ts";
import type { Judged, Sighting } from "./sighting.ts";

/** One check of one row. */
export interface Compared {
  readonly row: Row;
  readonly check: CheckId;
  /** Host and number of the address; absent for the check of the domain. */
  readonly endpoint?: string;
  readonly expected: Expectation;
  /** Absent where there is nothing about it in the report. */
  readonly got: Judged | undefined;
  /** Codes that should be there and are not. */
  readonly missed: readonly string[];
  /** Codes that are there and should not be. */
  readonly falseAlarms: readonly string[];
}

function compare(
  place: Pick<Compared, "row" | "check" | "endpoint">,
  expected: Expectation,
  got?: Judged,
): Compared {
  const seen: readonly string[] = got?.codes ?? [];
  const wanted: readonly string[] = expected.codes;
  return {
    ...place,
    expected,
    got,
    missed: wanted.filter((code) => !seen.includes(code)),
    falseAlarms: seen.filter((code) => !wanted.includes(code)),
  };
}

/** Hosts of a crowd say the same as long as all is well: more than so many are not to fill the matrix. */
const CROWD = 10;

/** Every check of a row: those that the truth names, and endpoints that should not be there. */
export function compareRow(row: Row, sighting: Sighting | undefined): Compared[] {
  const seen = sighting?.endpoints ?? {};
  const every = Object.entries(row.endpoints).flatMap(([endpoint, deviations]) =>
    ENDPOINT_CHECKS.map((check) =>
      compare({ row, check, endpoint }, deviations[check] ?? PASS, seen[endpoint]?.[check]),
    ),
  );
  const isCrowd = every.length > CROWD * ENDPOINT_CHECKS.length;
  const expected = isCrowd
    ? every.filter((each, index) => index < ENDPOINT_CHECKS.length || !isRight(each))
    : every;
  const unexpected = Object.entries(seen)
    .filter(([endpoint]) => row.endpoints[endpoint] === undefined)
    .map(([endpoint, checks]) =>
      compare({ row, check: "connect", endpoint }, { verdict: "skip", codes: [] }, checks.connect),
    );
  return [compare({ row, check: "mx" }, row.mx, sighting?.mx), ...expected, ...unexpected];
}

export function isRight({ expected, got, missed, falseAlarms }: Compared): boolean {
  return got?.verdict === expected.verdict && missed.length === 0 && falseAlarms.length === 0;
}

/** One difference in a line. */
export function describeDifference(compared: Compared): string {
  const { row, check, endpoint, expected, got } = compared;
  const words = (verdict: Verdict | undefined, codes: readonly string[]): string =>
    `${verdict ?? "nothing"}${codes.length === 0 ? "" : ` (${codes.join(", ")})`}`;
  const evidence = got === undefined || got.evidence.length === 0 ? "" : `; ${got.evidence.join("; ")}`;
  const place = `${row.name}.test${endpoint === undefined ? "" : ` ${endpoint}`} ${check}`;
  return `${place}: expected ${words(expected.verdict, expected.codes)}, got ${words(got?.verdict, got?.codes ?? [])}${evidence}`;
}

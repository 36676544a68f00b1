/** Writes recordings: while a run goes on, or of observations that are there already. */
import type { Report } from "../judge/report.ts";
import {
  observationKey,
  subjectKey,
  type CertificateFacts,
  type DomainObservation,
  type EndpointObservation,
  type Observations,
} from "../observe/observation.ts";
import { json } from "../text/escape.ts";
import type { HeaderLine, RecordingLine } from "./lines.ts";

function lineOf(line: RecordingLine): string {
  return `${json(JSON.stringify(line))}\n`;
}

/**
 * The lines of a recording under way. What was written stands; what has become of it since is written again at the end.
 */
export class RecordingLines {
  readonly #endpoints = new Map<string, EndpointObservation>();
  readonly #domains = new Map<number, DomainObservation>();
  /** Places of the domains that are written: of a shard, not every place has one. */
  readonly #places = new Map<string, number>();
  readonly #certificates = new Set<string>();

  *header(header: Omit<HeaderLine, "record" | "schema">): Generator<string> {
    yield lineOf({ record: "header", schema: "mx-gate/recording/v1", ...header });
  }

  /** Certificates that were seen: each is written once. */
  *certificates(seen: Readonly<Record<string, CertificateFacts>>): Generator<string> {
    for (const [sha256, certificate] of Object.entries(seen)) {
      if (this.#certificates.has(sha256)) continue;
      this.#certificates.add(sha256);
      yield lineOf({ record: "certificate", sha256, certificate });
    }
  }

  /** An endpoint as it is now; nothing where that is what was written of it last. */
  *endpoint(endpoint: EndpointObservation): Generator<string> {
    const key = observationKey(endpoint);
    if (this.#endpoints.get(key) === endpoint) return;
    this.#endpoints.set(key, endpoint);
    yield lineOf({ record: "endpoint", endpoint });
  }

  /** A domain whose endpoints are written. @param index its place among the subjects of the run */
  *domain(index: number, domain: DomainObservation): Generator<string> {
    if (this.#domains.get(index) === domain) return;
    this.#domains.set(index, domain);
    this.#places.set(placeKey(domain), index);
    yield lineOf({ record: "domain", index, domain });
  }

  /** What is not there yet, and the end. */
  *end(observations: Observations): Generator<string> {
    const { domains, endpoints, certificates, runs = [], finished, ended, absent } = observations;
    const { environment, politeness, egress, issuers, zoneFiles, daneKeys, targetNotes } = observations;
    yield* this.certificates(certificates);
    for (const endpoint of Object.values(endpoints)) yield* this.endpoint(endpoint);
    for (const [index, domain] of domains.entries())
      yield* this.domain(this.#places.get(placeKey(domain)) ?? index, domain);
    for (const run of runs) yield lineOf({ record: "run", run });
    yield lineOf({
      record: "end",
      finished,
      ...(ended !== undefined && { ended }),
      ...(absent !== undefined && { absent }),
      environment,
      ...(politeness !== undefined && { politeness }),
      ...(egress !== undefined && { egress }),
      ...(issuers !== undefined && { issuers }),
      ...(zoneFiles !== undefined && { zoneFiles }),
      ...(daneKeys !== undefined && { daneKeys }),
      ...(targetNotes !== undefined && { targetNotes }),
      domains: this.#domains.size,
      endpoints: this.#endpoints.size,
      certificates: this.#certificates.size,
    });
  }
}

function placeKey(domain: DomainObservation): string {
  return `${subjectKey(domain)} ${String(domain.run)}`;
}

/** The observations of a report as a recording, in pieces. */
export function* renderRecording({
  tool,
  policy,
  observations,
}: Pick<Report, "tool" | "policy" | "observations">): Generator<string> {
  const { started, checks, environment, domains, absent = 0, shard } = observations;
  const subjects = shard?.subjects ?? domains.length + absent;
  const lines = new RecordingLines();
  yield* lines.header({
    ...{ tool, policy, started, checks, environment, subjects },
    ...(shard !== undefined && { shard }),
  });
  yield* lines.end(observations);
}

/** Whether a path names a recording, by its ending. */
export function isRecording(path: string): boolean {
  return /\.ndjson$/i.test(path);
}

/** The dialogs as they went, line by line. Transcripts hold facts: here they become words. */
import { keyInRun, type ConnectionObservation, type Observations } from "../observe/observation.ts";
import type { EndpointReport } from "../judge/report.ts";
import { quoteWire } from "../text/quote.ts";

/** What was observed of endpoints; empty where nobody wants to see it. */
export type Observed = Observations["endpoints"];

export interface Transcript {
  /** Why the connection was made and when: `dialog, at 0.0 s`. */
  readonly title: string;
  /** When and who (`  0.034 <`, always as wide), and what was said. */
  readonly lines: readonly { readonly head: string; readonly text: string }[];
}

function connectionTranscript(connection: ConnectionObservation): Transcript {
  return {
    title: `${connection.purpose}, at ${connection.at.toFixed(1)} s`,
    lines: connection.transcript.map(({ at, mark, text }) => ({
      head: `${at.toFixed(3).padStart(7)} ${mark}`,
      text: quoteWire(text),
    })),
  };
}

/** Transcripts of an endpoint's connections, those that hold anything, in order. */
export function transcriptsOf(
  observed: Observed,
  endpoint: Pick<EndpointReport, "key" | "run">,
): Transcript[] {
  const connections = observed[keyInRun(endpoint)]?.connections ?? [];
  return connections.filter(({ transcript }) => transcript.length > 0).map(connectionTranscript);
}

/** The dialogs as they went, line by line. Transcripts hold facts: here they become words. */
import type { ConnectionObservation, EndpointObservation, Observations } from "../observe/observation.ts";
import type { EndpointReport, ServerReport } from "../judge/report.ts";
import { quote, quoteWire } from "../text/quote.ts";

export interface Transcript {
  /** Why the connection was made and when: `dialog, at 0.0 s`. */
  readonly title: string;
  /** When and who (`  0.034 <`, always as wide), and what was said. */
  readonly lines: readonly { readonly head: string; readonly text: string }[];
}

/** Finds the observation of a reported endpoint. The report names hosts in words, the observation as facts. */
export function observationIndex(
  observations: Observations,
): (server: ServerReport, endpoint: EndpointReport) => EndpointObservation | undefined {
  const byPlace = new Map<string, EndpointObservation>();
  for (const observed of Object.values(observations.endpoints)) {
    byPlace.set(
      `${quote(observed.host, 255)}|${observed.address}|${observed.port}|${observed.run ?? ""}`,
      observed,
    );
  }
  return (server, endpoint) =>
    byPlace.get(`${server.host}|${endpoint.address}|${endpoint.port}|${endpoint.run ?? ""}`);
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
export function transcriptsOf(observed: EndpointObservation): Transcript[] {
  return observed.connections.filter(({ transcript }) => transcript.length > 0).map(connectionTranscript);
}

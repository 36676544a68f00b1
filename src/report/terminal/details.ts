/** What `--verbose` shows below a domain: facts and timings; given twice, and by a debugging runner, transcripts, too. */
import { plural } from "../../text/plural.ts";
import { CHECK_IDS } from "../../judge/checks/all.ts";
import type { Check, DomainReport, EndpointReport, ServerReport } from "../../judge/report.ts";
import { terminal } from "../../text/escape.ts";
import { MARKS } from "../marks.ts";
import { endpointLabel } from "../labels.ts";
import { factSentences } from "./facts.ts";
import { secondsWords } from "../sentences.ts";
import { hang, wrap } from "../../text/layout.ts";
import type { Paint } from "../../text/layout.ts";
import { transcriptsOf, type Observed } from "../transcripts.ts";

const CHECK_WIDTH = Math.max(...CHECK_IDS.map((id) => id.length));

function checkLines(check: Check, width: number, paint: Paint): string[] {
  const { sign, style } = MARKS[check.verdict];
  const facts = factSentences(check);
  const took = check.seconds > 0 ? [secondsWords(check.seconds)] : [];
  const said = [check.summary, ...took, ...(facts === "" ? [] : [facts])].map(terminal).join(" · ");
  const prefix = `    ${sign} ${check.check.padEnd(CHECK_WIDTH)}  `;
  return hang(prefix, said, width).map((line, index) =>
    index === 0 ? line.replace(sign, paint(style, sign)) : line,
  );
}

/** Looks up what was observed of a domain's endpoints and tells it in lines. */
export function domainDetails(
  observed: Observed,
  { width, transcripts = false }: { readonly width: number; readonly transcripts?: boolean },
  paint: Paint,
): (domain: DomainReport) => string[] {
  const endpointLines = (server: ServerReport, endpoint: EndpointReport): string[] => {
    const looks =
      endpoint.secondLooks.length > 0 ? ` (second looks: ${endpoint.secondLooks.join(", ")})` : "";
    const title = `${endpointLabel(server, endpoint)} · ${plural(endpoint.connections, "connection")}${looks}`;
    return [
      ...wrap(terminal(title), width - 2).map((line) => `  ${paint("bold", line)}`),
      ...endpoint.checks.flatMap((check) => checkLines(check, width, paint)),
      ...(transcripts ? transcriptsOf(observed, endpoint) : []).flatMap((transcript) => [
        paint("dim", `    ${transcript.title}`),
        ...transcript.lines.flatMap(({ head, text }) => hang(`    ${head}  `, terminal(text), width)),
      ]),
    ];
  };
  return (domain) => {
    const parts = [
      [
        ...wrap(terminal(domain.name), width - 2).map((line) => `  ${paint("bold", line)}`),
        ...domain.checks.flatMap((check) => checkLines(check, width, paint)),
      ],
      ...domain.servers.flatMap((server) =>
        server.endpoints.map((endpoint) => endpointLines(server, endpoint)),
      ),
    ];
    return parts.flatMap((part, index) => (index === 0 ? part : ["", ...part]));
  };
}

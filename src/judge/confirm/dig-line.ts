/** Command lines that show what DNS says, asked of the server that the run has asked. */
import type { AskedQuestion, Confirmation, ConfirmationSubject } from "./confirmation.ts";
import { SHELL_SAFE } from "./shell-words.ts";

type DigConfirmation = Extract<Confirmation, `dig-${string}`>;

const DIG = "dig +noall +comments +answer";

/** Whether it is one of these lines. */
export function isDig(kind: Confirmation): kind is DigConfirmation {
  return kind.startsWith("dig-");
}

/**
 * The line for a finding about DNS; undefined where the subject lacks what it needs. What a zone file says is asked of the
 * zone's own server; where the file names none, the line says that DNS need not have it yet.
 */
export function digLine(kind: DigConfirmation, subject: ConfirmationSubject): string | undefined {
  const { domain, host, question } = subject;
  const ask = (words: string, server = serverOf(question)): string => `${DIG} ${server}${words}`;
  switch (kind) {
    case "dig-mx":
      return domain === undefined ? undefined : `${notLiveYet(question)}${ask(`MX ${domain}.`)}`;
    case "dig-host":
      return host === undefined ? undefined : `${notLiveYet(question)}${ask(`${host}. A ${host}. AAAA`)}`;
    case "dig-authoritative": {
      if (domain === undefined) return undefined;
      const servers = question?.servers?.map(serverWords).filter((words) => words !== "") ?? [];
      if (question === undefined || servers.length === 0) return `dig +nssearch ${domain}.`;
      return servers.map((server) => ask(questionWords(question), server)).join("; ");
    }
    case "dig-question":
      return question === undefined ? undefined : ask(questionWords(question));
    case "dig-dnssec":
      return question === undefined
        ? undefined
        : ask(questionWords(question), `+dnssec ${serverOf(question)}`);
    case "dig-bogus":
      if (question === undefined) return undefined;
      return `${ask(questionWords(question))}; ${ask(questionWords(question), `+cd ${serverOf(question)}`)}`;
    case "dig-resolver":
      return question === undefined ? undefined : `${ask(questionWords(question))}; ${ask("NS .")}`;
  }
}

function questionWords({ type, name }: AskedQuestion): string {
  return `${type} ${name === "." ? "." : `${name}.`}`;
}

function notLiveYet(question: AskedQuestion | undefined): string {
  if (question?.zoneFile === undefined) return "";
  return "echo 'The zone file is not live yet. DNS says:'; ";
}

/** Words that send a question to who answered it; nothing where that is not known. */
function serverOf(question: AskedQuestion | undefined): string {
  if (question?.zoneFile === undefined) return serverWords(question?.server);
  const { server } = question.zoneFile;
  return server === undefined || server === "." || !SHELL_SAFE.test(server) ? "" : `@${server} `;
}

/** `@192.0.2.53 -p 5353 ` for a name server, without the usual port; `+https @dns.example ` for one of DoH. */
function serverWords(server = ""): string {
  const overHttps = /^https:\/\/(?<host>[a-z0-9][a-z0-9.-]*|\[[0-9a-f:.]+\])(?::(?<port>\d+))?$/i.exec(
    server,
  )?.groups;
  if (overHttps?.["host"] !== undefined) {
    const { host, port } = overHttps;
    return `+https @${host.replace(/^\[(.*)\]$/, "$1")} ${port === undefined ? "" : `-p ${port} `}`;
  }
  const groups = /^\[?(?<address>[0-9a-f:.]+(?:%[a-z0-9]+)?)\]?:(?<port>\d+)$/i.exec(server)?.groups;
  if (groups?.["address"] === undefined) return "";
  return `@${groups["address"]} ${groups["port"] === "53" ? "" : `-p ${groups["port"] ?? ""} `}`;
}

/** An Exim that only sends: opportunistic TLS, its defaults, and less patience than a real one has. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BLOCK_LIST } from "../block-list.ts";
import { BINARY, EXIM_USER } from "../exim.ts";
import { run } from "../namespace.ts";
import type { Sender } from "./deliveries.ts";
import type { EximLog } from "./exim-log.ts";
import { readEximLog } from "./exim-log.ts";
import { addressOf, contentOf, envelopeOf, SENDER_DOMAIN, SENDER_HOST } from "./message.ts";
import type { Message } from "./message.ts";
import { PATIENCE } from "./patience.ts";

/** Which message goes to which address; all others follow the MX records. */
function routes(messages: readonly Message[]): string {
  const forced = messages.flatMap((message) => {
    const { route } = message;
    return route === "mx records" ? [] : [`"${addressOf("exim", message)}": <;${route.address}`];
  });
  return `${forced.join("\n")}\n`;
}

function configuration(home: string, caFile: string): string {
  const seconds = (number: number): string => `${String(number)}s`;
  return [
    `primary_hostname = ${SENDER_HOST}`,
    `spool_directory = ${home}/spool`,
    `log_file_path = ${home}/%slog`,
    "keep_environment =",
    // It starts itself anew to write a bounce.
    `exim_path = ${BINARY}`,
    "host_lookup =",
    "deliver_drop_privilege = true",
    // All messages come over one connection, and all are to go at once.
    "smtp_accept_queue_per_connection = 0",
    "begin routers",
    ...["own:", "  driver = redirect", `  domains = ${SENDER_DOMAIN}`, "  data = :blackhole:"],
    ...["forced:", "  driver = manualroute", "  transport = outside", "  self = send"],
    `  route_data = \${lookup{$sender_address}lsearch{${home}/routes}}`,
    ...["records:", "  driver = dnslookup", "  transport = outside", "  self = send", "  no_more"],
    "begin transports",
    ...["outside:", "  driver = smtp", "  allow_localhost = true", "  hosts_try_dane ="],
    // Servers that know a client again are not to take it for the other sender; over IPv6 this says nothing.
    `  interface = <; ${BLOCK_LIST.second}`,
    `  connect_timeout = ${seconds(PATIENCE.connect)}`,
    `  command_timeout = ${seconds(PATIENCE.reply)}`,
    `  tls_verify_certificates = ${caFile}`,
    ...["begin retry", `* * F,1h,${seconds(PATIENCE.secondTry)}`, ""],
  ].join("\n");
}

/**
 * Lets Exim send; each message has a process of its own.
 * @param caFile roots that it trusts, in PEM
 */
export async function sendByExim(
  folder: string,
  messages: readonly Message[],
  caFile: string,
): Promise<Sender> {
  const home = join(folder, "exim-sender");
  mkdirSync(join(home, "spool"), { recursive: true });
  writeFileSync(join(home, "routes"), routes(messages));
  run("chown", "-R", `${EXIM_USER}:${EXIM_USER}`, home);
  const file = join(home, "exim.conf");
  writeFileSync(file, configuration(home, caFile));
  const exim = (...args: readonly string[]) =>
    spawn(BINARY, ["-C", file, ...args], { stdio: ["pipe", "ignore", "inherit"] });
  const child = exim("-odb", "-bS");
  child.stdin.write(`EHLO ${SENDER_HOST}\r\n`);
  for (const [index, message] of messages.entries()) {
    if (index % PATIENCE.batch === 0) await sleep(PATIENCE.pause * 1000);
    child.stdin.write([...envelopeOf("exim", message), "DATA", contentOf("exim", message)].join("\r\n"));
  }
  child.stdin.end("QUIT\r\n");
  await once(child, "exit");
  if (child.exitCode !== 0)
    throw new Error(`Exim takes no messages: it ended with ${String(child.exitCode)}.`);
  const log = (): EximLog => readEximLog(readFileSync(join(home, "mainlog"), "utf8"));
  return {
    name: "exim",
    attempts: () => log().attempts,
    retry: (id) => {
      const message = log().messages.get(id);
      if (message !== undefined) exim("-M", message);
    },
  };
}

/** An Exim that sends to every target and tries DANE at every host. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { BINARY, EXIM_USER } from "../exim.ts";
import { run } from "../namespace.ts";
import type { Sent } from "./answers.ts";

/** How long all messages may take, in seconds. */
const PATIENCE = 400;

/** At most so many processes deliver at once. */
const AT_ONCE = 6;

function configuration(home: string): string {
  return [
    "primary_hostname = exim-sender.test",
    `spool_directory = ${home}/spool`,
    `log_file_path = ${home}/%slog`,
    // No address of a target is one of its own.
    "local_interfaces = 127.0.0.1",
    "keep_environment =",
    "host_lookup =",
    "dns_dnssec_ok = 1",
    "dns_retrans = 5s",
    "dns_retry = 1",
    "smtp_accept_queue_per_connection = 0",
    "log_selector = +tls_peerdn",
    "begin routers",
    ...["records:", "  driver = dnslookup", "  transport = outside", "  dnssec_request_domains = *"],
    ...["  self = send", "  no_more"],
    "begin transports",
    ...["outside:", "  driver = smtp", "  allow_localhost = true", "  dnssec_request_domains = *"],
    ...["  hosts_try_dane = *", "  connect_timeout = 15s", "  command_timeout = 60s"],
    ...["begin retry", "* * F,2h,1h", ""],
  ].join("\n");
}

const DELIVERED = / => postmaster@(\S+) .*H=(\S+) \[([^\]]+)\](.*)$/;
const FAILED = / (==|\*\*) postmaster@(\S+) (.*)$/;

/** What the main log says of each domain: the first end of each. */
export function readLog(log: string): Map<string, Sent> {
  const results = new Map<string, Sent>();
  const note = (domain: string, each: Sent): void => {
    if (!results.has(domain)) results.set(domain, each);
  };
  for (const line of log.split("\n")) {
    const [, domain = "", host = "", address = "", words = ""] = DELIVERED.exec(line) ?? [];
    if (domain !== "") {
      const answer = words.includes(" CV=dane")
        ? "verified"
        : words.includes(" X=")
          ? "unauthenticated"
          : "plain";
      note(domain, { answer, host, address, words: words.trim() });
    }
    const [, mark, failed = "", why = ""] = FAILED.exec(line) ?? [];
    if (failed !== "") note(failed, { answer: mark === "**" ? "bounced" : "deferred", words: why });
  }
  return results;
}

/**
 * Sends a message to postmaster of each domain and waits for what becomes of it. Domains that it has not finished with
 * in time are not in the answer.
 */
export async function askExim(
  folder: string,
  domains: readonly string[],
): Promise<ReadonlyMap<string, Sent>> {
  const home = join(folder, "exim-sender");
  mkdirSync(join(home, "spool"), { recursive: true });
  const file = join(home, "exim.conf");
  writeFileSync(file, configuration(home));
  run("chown", "-R", `${EXIM_USER}:${EXIM_USER}`, home);
  run("chown", "root:root", file);
  const dialogs = domains.map(
    (domain) =>
      `MAIL FROM:<>\r\nRCPT TO:<postmaster@${domain}>\r\nDATA\r\nSubject: test\r\n\r\ntest\r\n.\r\n`,
  );
  const taking = spawn(BINARY, ["-C", file, "-odq", "-bS"], { stdio: ["pipe", "ignore", "inherit"] });
  taking.stdin.end(`EHLO localhost\r\n${dialogs.join("")}QUIT\r\n`);
  const [status] = (await once(taking, "exit")) as [number | null];
  if (status !== 0) throw new Error(`Exim does not take the messages: status ${String(status)}.`);
  const waiting = readdirSync(join(home, "spool", "input")).filter((name) => name.endsWith("-H"));
  const share = Math.ceil(waiting.length / AT_ONCE);
  for (let first = 0; first < waiting.length; first += share) {
    const messages = waiting.slice(first, first + share).map((name) => name.slice(0, -"-H".length));
    spawn(BINARY, ["-C", file, "-M", ...messages], { stdio: "ignore" });
  }
  const log = join(home, "mainlog");
  const read = (): Map<string, Sent> => readLog(existsSync(log) ? readFileSync(log, "utf8") : "");
  for (let waited = 0; waited < PATIENCE && read().size < domains.length; waited += 0.5) await sleep(500);
  return read();
}

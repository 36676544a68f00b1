/** A Postfix that sends to every target: once with DANE, once as one that holds the target's MTA-STS policy. */
import { once } from "node:events";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { startDaemon } from "../daemon.ts";
import { run } from "../namespace.ts";
import { INTERNAL_SERVICES, MASTER } from "../postfix.ts";
import type { Sent } from "./answers.ts";

const SUBMISSION = { host: "127.0.0.1", port: 2526 } as const;

/** How long all messages may take, in seconds. */
const PATIENCE = 400;

/** Local parts by what the sender goes by. */
const RECIPIENTS = { dane: "postmaster", sts: "sts" } as const;

export interface PostfixOrders {
  readonly folder: string;
  readonly caFile: string;
  /** Domains that DANE delivers to; a host that is named directly, by domain. */
  readonly dane: ReadonlyMap<string, string | undefined>;
  /** MX patterns of policies by domain. */
  readonly sts: ReadonlyMap<string, readonly string[]>;
}

/** What a policy server would hand Postfix (postfix-mta-sts-resolver does): a leading dot for `*`. */
function policyLine([domain, patterns]: readonly [string, readonly string[]]): string {
  return `${domain} secure match=${patterns.map((each) => each.replace(/^\*/, "")).join(":")} servername=hostname`;
}

function settingsOf(home: string): Readonly<Record<string, string>> {
  return {
    compatibility_level: "3.6",
    mail_owner: "postfix",
    setgid_group: "postdrop",
    queue_directory: join(home, "spool"),
    data_directory: join(home, "data"),
    maillog_file: join(home, "maillog"),
    maillog_file_prefixes: home,
    syslog_name: "dane",
    myhostname: "postfix-sender.test",
    mydestination: "",
    local_recipient_maps: "",
    alias_maps: "",
    mynetworks: "127.0.0.0/8",
    // Otherwise mail to an address of this machine is a loop in its eyes.
    inet_interfaces: SUBMISSION.host,
    inet_protocols: "all",
    smtpd_relay_restrictions: "permit_mynetworks, reject_unauth_destination",
    transport_maps: `regexp:${join(home, "transports")}`,
    smtp_tls_security_level: "dane",
    smtp_dns_support_level: "dnssec",
    smtp_host_lookup: "dns",
    smtp_tls_loglevel: "1",
    smtp_mx_session_limit: "5",
    smtp_connect_timeout: "15s",
    smtp_helo_timeout: "60s",
    smtp_starttls_timeout: "60s",
    minimal_backoff_time: "1h",
    notify_classes: "",
  };
}

const SERVICES = [
  `${SUBMISSION.host}:${String(SUBMISSION.port)} inet n - n - - smtpd`,
  "smtp unix - - n - 20 smtp",
  "sts  unix - - n - 20 smtp",
  "  -o syslog_name=sts",
  "  -o smtp_dns_support_level=enabled",
  "  -o smtp_tls_security_level=secure",
  "  -o smtp_tls_CAfile=$config_directory/ca.pem",
  "  -o smtp_tls_policy_maps=texthash:$config_directory/policies",
  "retry unix - - n - - error",
  ...INTERNAL_SERVICES,
];

/** Hands over a message to each recipient. */
async function submit(recipients: readonly string[]): Promise<void> {
  const socket = connect(SUBMISSION);
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const told = async (expected: string, command: string): Promise<void> => {
    socket.write(command);
    for (;;) {
      const { value = "nothing more" } = await lines.next();
      if (value.startsWith(`${expected} `)) return;
      if (!value.startsWith(`${expected}-`)) throw new Error(`Postfix does not take ${command}: ${value}`);
    }
  };
  await told("220", "");
  await told("250", "EHLO localhost\r\n");
  for (const recipient of recipients) {
    await told("250", "MAIL FROM:<>\r\n");
    await told("250", `RCPT TO:<${recipient}>\r\n`);
    await told("354", "DATA\r\n");
    await told("250", "Subject: test\r\n\r\ntest\r\n.\r\n");
  }
  socket.end("QUIT\r\n");
  await once(socket, "close");
}

const TLS_LINE = /^(Verified|Trusted|Untrusted|Anonymous) TLS connection established to (\S+)\[(\S+)\]:\d+/;
const STATUS_LINE =
  /^[0-9A-F]+: to=<([^@>]+)@([^>]+)>.* relay=(?:([^[,]+)\[([^\]]+)\]:\d+|none).* status=(\w+) \((.*)\)$/;

/** What the log says of each recipient so far: the first status of each. */
export function readLog(log: string): Map<string, Sent> {
  const results = new Map<string, Sent>();
  /** What each process has said last of its TLS. */
  const tls = new Map<string, string>();
  for (const line of log.split("\n")) {
    const [, process = "", words = ""] = /(?:dane|sts)\/(\w+\[\d+\]): (.*)$/.exec(line) ?? [];
    const established = TLS_LINE.exec(words);
    if (established !== null) tls.set(process, established[1] ?? "");
    const status = STATUS_LINE.exec(words);
    if (status === null) continue;
    const [, local = "", domain = "", host, address, outcome = "", why = ""] = status;
    const connection = tls.get(process);
    tls.delete(process);
    const recipient = `${local}@${domain}`;
    if (results.has(recipient)) continue;
    results.set(recipient, {
      answer: answerOf(outcome, connection),
      ...(host === undefined || outcome !== "sent" ? {} : { host }),
      ...(address === undefined || outcome !== "sent" ? {} : { address }),
      words: connection === undefined ? why : `${connection} TLS connection; ${why}`,
    });
  }
  return results;
}

/** `Trusted` is what Postfix calls a host that DANE authenticates behind an insecure MX record: it knows no roots. */
function answerOf(outcome: string, connection: string | undefined): Sent["answer"] {
  if (outcome !== "sent") return outcome === "bounced" ? "bounced" : "deferred";
  if (connection === undefined) return "plain";
  return connection === "Verified" || connection === "Trusted" ? "verified" : "unauthenticated";
}

export interface PostfixAnswers {
  readonly dane: ReadonlyMap<string, Sent>;
  readonly sts: ReadonlyMap<string, Sent>;
}

/**
 * Sends a message to postmaster of each domain and waits for what becomes of it. Domains that it has not finished with
 * in time are not in the answer.
 */
export async function askPostfix(orders: PostfixOrders): Promise<PostfixAnswers> {
  const { folder, caFile, dane, sts } = orders;
  const home = join(folder, "postfix-sender");
  for (const each of ["", "spool", "data"]) mkdirSync(join(home, each), { recursive: true });
  run("chown", "postfix:postfix", join(home, "data"));
  const direct = [...dane].flatMap(([domain, host]) =>
    host === undefined ? [] : [`/@${domain.replaceAll(".", "\\.")}$/ smtp:[${host}]`],
  );
  writeFileSync(join(home, "transports"), [...direct, `/^${RECIPIENTS.sts}@/ sts:`, ""].join("\n"));
  copyFileSync(caFile, join(home, "ca.pem"));
  writeFileSync(join(home, "policies"), [...[...sts].map(policyLine), ""].join("\n"));
  const main = Object.entries(settingsOf(home)).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(join(home, "main.cf"), [...main, ""].join("\n"));
  writeFileSync(join(home, "master.cf"), [...SERVICES, ""].join("\n"));
  run("postfix", "-c", home, "check");
  const daemon = startDaemon("the sending Postfix", MASTER, ["-c", home, "-s"]);
  await daemon.untilListening(SUBMISSION.host, SUBMISSION.port);
  const recipients = [
    ...[...dane.keys()].map((domain) => `${RECIPIENTS.dane}@${domain}`),
    ...[...sts.keys()].map((domain) => `${RECIPIENTS.sts}@${domain}`),
  ];
  await submit(recipients);
  const log = join(home, "maillog");
  const read = (): ReturnType<typeof readLog> => readLog(readFileSync(log, "utf8"));
  for (let waited = 0; waited < PATIENCE && read().size < recipients.length; waited += 0.5) await sleep(500);
  const results = read();
  const of = (local: string): Map<string, Sent> =>
    new Map(
      [...results].flatMap(([recipient, each]) =>
        recipient.startsWith(`${local}@`) ? [[recipient.slice(local.length + 1), each]] : [],
      ),
    );
  return { dane: of(RECIPIENTS.dane), sts: of(RECIPIENTS.sts) };
}

/** A Postfix that only sends: opportunistic TLS, its defaults, and less patience than a real one has. */
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { startDaemon } from "../daemon.ts";
import { run } from "../namespace.ts";
import { INTERNAL_SERVICES, LOG_PATIENCE, MASTER } from "../postfix.ts";
import { addressOf, contentOf, envelopeOf, SENDER_DOMAIN, SENDER_HOST } from "./message.ts";
import type { Message } from "./message.ts";
import { PATIENCE } from "./patience.ts";
import type { Sender } from "./deliveries.ts";
import { readPostfixLog } from "./postfix-log.ts";

/** Where it takes what it is to send. */
const SUBMISSION = { host: "127.0.0.1", port: 2525 } as const;

const SERVICES = [
  `${SUBMISSION.host}:${String(SUBMISSION.port)} inet n - n - - smtpd`,
  "smtp       unix       -  -  n  -  0  smtp",
  "retry      unix       -  -  n  -  -  error",
  ...INTERNAL_SERVICES,
];

/** A next hop that is an address and nothing else. */
function nextHop(address: string): string {
  return `smtp:[${address.includes(":") ? `ipv6:${address}` : address}]:25`;
}

/** Which sender's mail goes to which address; all other mail follows the MX records. */
function routes(messages: readonly Message[]): string {
  const forced = messages.flatMap((message) =>
    message.route === "mx records"
      ? []
      : [`${addressOf("postfix", message)} ${nextHop(message.route.address)}`],
  );
  return `${forced.join("\n")}\n`;
}

/** Hands over one message after the other. */
async function submit(messages: readonly Message[]): Promise<void> {
  const socket = connect(SUBMISSION);
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const answered = async (expected: string, command: string): Promise<void> => {
    for (;;) {
      const { value = "nothing more" } = await lines.next();
      if (value.startsWith(`${expected} `)) return;
      if (!value.startsWith(`${expected}-`)) throw new Error(`Postfix does not take ${command}: ${value}`);
    }
  };
  await answered("220", "the connection");
  socket.write(`EHLO ${SENDER_HOST}\r\n`);
  await answered("250", "EHLO");
  for (const [index, message] of messages.entries()) {
    if (index % PATIENCE.batch === 0) await sleep(PATIENCE.pause * 1000);
    const [mail, rcpt] = envelopeOf("postfix", message);
    socket.write(`${mail}\r\n${rcpt}\r\nDATA\r\n`);
    await answered("250", mail);
    await answered("250", rcpt);
    await answered("354", "DATA");
    socket.write(contentOf("postfix", message));
    await answered("250", "a message");
  }
  socket.end("QUIT\r\n");
  await once(socket, "close");
}

/**
 * Starts it and lets it send; it tries again on its own.
 * @param caFile roots that it trusts, in PEM
 */
export async function sendByPostfix(
  folder: string,
  messages: readonly Message[],
  caFile: string,
): Promise<Sender> {
  const home = join(folder, "postfix-sender");
  const [spool, data] = [join(home, "spool"), join(home, "data")];
  for (const each of [home, spool, data]) mkdirSync(each, { recursive: true });
  run("chown", "postfix:postfix", data);
  writeFileSync(join(home, "routes"), routes(messages));
  const log = join(home, "maillog");
  const seconds = (number: number): string => `${String(number)}s`;
  const settings: Readonly<Record<string, string>> = {
    compatibility_level: "3.6",
    mail_owner: "postfix",
    setgid_group: "postdrop",
    queue_directory: spool,
    data_directory: data,
    maillog_file: log,
    maillog_file_prefixes: home,
    syslog_name: "sender",
    postlogd_watchdog_timeout: LOG_PATIENCE,
    myhostname: SENDER_HOST,
    mydestination: "",
    local_recipient_maps: "",
    alias_maps: "",
    mynetworks: "127.0.0.0/8",
    // Otherwise mail to an address of this machine is a loop in its eyes, and all of the lab's IPv6 ones are.
    inet_interfaces: SUBMISSION.host,
    inet_protocols: "all",
    smtpd_relay_restrictions: "permit_mynetworks, reject_unauth_destination",
    transport_maps: `inline:{ { ${SENDER_DOMAIN} = discard: } }`,
    sender_dependent_default_transport_maps: `texthash:${join(home, "routes")}`,
    smtp_tls_security_level: "may",
    smtp_tls_loglevel: "1",
    smtp_tls_CAfile: caFile,
    smtp_connect_timeout: seconds(PATIENCE.connect),
    smtp_starttls_timeout: seconds(PATIENCE.tls),
    smtp_helo_timeout: seconds(PATIENCE.reply),
    smtp_mail_timeout: seconds(PATIENCE.reply),
    smtp_rcpt_timeout: seconds(PATIENCE.reply),
    smtp_data_init_timeout: seconds(PATIENCE.reply),
    smtp_quit_timeout: "1s",
    // The second try comes after a multiple of this age: to a server whose TLS failed it is made in the clear.
    minimal_backoff_time: seconds(PATIENCE.secondTry),
    queue_run_delay: "3s",
    notify_classes: "",
  };
  const main = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(join(home, "main.cf"), [...main, ""].join("\n"));
  writeFileSync(join(home, "master.cf"), [...SERVICES, ""].join("\n"));
  run("postfix", "-c", home, "check");
  const daemon = startDaemon("the sending Postfix", MASTER, ["-c", home, "-s"]);
  await daemon.untilListening(SUBMISSION.host, SUBMISSION.port);
  await submit(messages);
  return { name: "postfix", attempts: () => readPostfixLog(readFileSync(log, "utf8")) };
}

/** Postfix as the lab runs it: one instance, one SMTP service per address, each with settings of its own. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Issued } from "../support/certificates/issue.ts";
import { startDaemon } from "./daemon.ts";
import type { Daemon } from "./daemon.ts";
import { run } from "./namespace.ts";

/** Settings of main.cf by name. */
export type PostfixSettings = Readonly<Record<string, string>>;

export interface PostfixService {
  /** IP address that it listens at, port 25. */
  readonly address: string;
  /** The name that it calls itself. */
  readonly name: string;
  /** Leaf first, as it is to be served. */
  readonly chain?: readonly [Issued, ...Issued[]];
  /** What differs from {@link SOUND}. */
  readonly settings?: PostfixSettings;
  /** postscreen stands in front, with these settings of its own. */
  readonly screen?: PostfixSettings;
}

/** How long Postfix's writer of logs may be kept waiting; its 10 s are soon over on a busy machine. */
export const LOG_PATIENCE = "1h";

/**
 * A server that does its work well: TLS for who wants it, mail for its own domains and for nobody else's.
 * Nobody is trusted, since every client of the lab comes from loopback.
 */
const SOUND: PostfixSettings = {
  compatibility_level: "3.6",
  inet_protocols: "all",
  mail_owner: "postfix",
  setgid_group: "postdrop",
  mynetworks: "192.0.2.0/24",
  mydestination: "",
  local_recipient_maps: "",
  alias_maps: "",
  smtpd_banner: "$myhostname ESMTP $mail_name",
  smtpd_relay_restrictions: "permit_mynetworks, reject_unauth_destination",
  smtpd_tls_protocols: ">=TLSv1.2",
  smtpd_tls_loglevel: "1",
  postlogd_watchdog_timeout: LOG_PATIENCE,
  // What is there is not started again.
  max_idle: "1h",
  // Also how many may wait for the one process that all of TLS hangs on: there are more servers than the usual 100.
  default_process_limit: "1000",
  // What senders deliver goes no further.
  relay_transport: "discard",
  import_environment: "MAIL_CONFIG MAIL_DEBUG MAIL_LOGTAG TZ LANG=C OPENSSL_CONF",
};

/** OpenSSL without its own idea of what is too weak: the lab has servers with keys of 1024 bits, too. */
const OPENSSL_SETTINGS = `
openssl_conf = start
[start]
ssl_conf = parts
[parts]
system_default = all
[all]
CipherString = DEFAULT@SECLEVEL=0
`;

export const MASTER = "/usr/lib/postfix/sbin/master";

/** What one instance needs beside its SMTP services. */
export const INTERNAL_SERVICES: readonly string[] = [
  "cleanup    unix       n  -  n  -  0  cleanup",
  "qmgr       unix       n  -  n  -  1  qmgr",
  "tlsmgr     unix       -  -  n  -  1  tlsmgr",
  "rewrite    unix       -  -  n  -  -  trivial-rewrite",
  "bounce     unix       -  -  n  -  0  bounce",
  "defer      unix       -  -  n  -  0  bounce",
  "verify     unix       -  -  n  -  1  verify",
  "proxymap   unix       -  -  n  -  -  proxymap",
  "error      unix       -  -  n  -  -  error",
  "discard    unix       -  -  n  -  -  discard",
  "dnsblog    unix       -  -  n  -  0  dnsblog",
  "anvil      unix       -  -  n  -  1  anvil",
  "postlog    unix-dgram n  -  n  -  1  postlogd",
];

function override(name: string, value: string): string {
  return `  -o { ${name} = ${value} }`;
}

/** PEM of key and chain in one file, as smtpd_tls_chain_files takes it. */
function writeChain(home: string, address: string, chain: readonly [Issued, ...Issued[]]): string {
  const file = join(home, `${address.replaceAll(":", "_")}.pem`);
  writeFileSync(file, chain[0].keyPem + chain.map((link) => link.pem).join(""), { mode: 0o600 });
  return file;
}

function overrides(settings: PostfixSettings): string[] {
  return Object.entries(settings).map(([name, value]) => override(name, value));
}

function serviceLines(home: string, service: PostfixService): string[] {
  const { address, name, chain, settings = {}, screen } = service;
  const place = address.includes(":") ? `[${address}]:25` : `${address}:25`;
  const tls: PostfixSettings =
    chain === undefined
      ? { smtpd_tls_security_level: "none" }
      : { smtpd_tls_security_level: "may", smtpd_tls_chain_files: writeChain(home, address, chain) };
  const own = overrides({ myhostname: name, syslog_name: `postfix/${name}`, ...tls, ...settings });
  if (screen === undefined) return [`${place} inet n - n - - smtpd`, ...own];
  // postscreen hands clients on to an smtpd of its own, and TLS to a tlsproxy of its own.
  const internal: PostfixSettings = {
    smtpd_service_name: `smtpd-${name}`,
    tlsproxy_service_name: `tlsproxy-${name}`,
    postscreen_cache_map: `btree:$data_directory/postscreen-${name}`,
  };
  return [
    `${place} inet n - n - 1 postscreen`,
    ...own,
    ...overrides({ ...internal, ...screen }),
    `smtpd-${name} pass - - n - - smtpd`,
    ...own,
    `tlsproxy-${name} unix - - n - 0 tlsproxy`,
    ...own,
  ];
}

export interface PostfixOptions {
  /** The lab's folder, below which it keeps everything. */
  readonly folder: string;
  /** Domains that it takes mail for; one list for all services, since one process of Postfix looks it up. */
  readonly domains: readonly string[];
  readonly services: readonly PostfixService[];
}

/** How many messages may wait in a datagram socket of the namespace, for sockets that are opened from now on. */
const DATAGRAM_QUEUE = "/proc/sys/net/unix/max_dgram_qlen";

/**
 * Lets every process of Postfix log without waiting. With the usual 10 messages its master waits until there is
 * room, and the writer of the log until the master listens: where both happen at once, which a busy machine
 * brings about, all of Postfix stands still for ever.
 */
export function widenLogQueue(): void {
  writeFileSync(DATAGRAM_QUEUE, "10000");
}

/** Starts Postfix with these services and waits until the first one listens. */
export async function startPostfix({ folder, domains, services }: PostfixOptions): Promise<Daemon> {
  const home = join(folder, "postfix");
  const spool = join(home, "spool");
  const data = join(home, "data");
  for (const each of [home, spool, data]) mkdirSync(each, { recursive: true });
  run("chown", "postfix:postfix", data);
  const settings: PostfixSettings = {
    ...SOUND,
    relay_domains: domains.join(" "),
    queue_directory: spool,
    data_directory: data,
    maillog_file: join(home, "maillog"),
    maillog_file_prefixes: home,
  };
  const main = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const master = [...services.flatMap((service) => serviceLines(home, service)), ...INTERNAL_SERVICES];
  writeFileSync(join(home, "main.cf"), [...main, ""].join("\n"));
  writeFileSync(join(home, "master.cf"), [...master, ""].join("\n"));
  // Makes the queue's folders. `postfix start` would do it, too, but leaves its master out of our hands.
  run("postfix", "-c", home, "check");
  const openssl = join(home, "openssl.cnf");
  writeFileSync(openssl, OPENSSL_SETTINGS);
  widenLogQueue();
  const daemon = startDaemon("Postfix", MASTER, ["-c", home, "-s"], { OPENSSL_CONF: openssl });
  const [first] = services;
  if (first !== undefined) await daemon.untilListening(first.address, 25);
  return daemon;
}

/** Exim as the lab runs it, with GnuTLS: one daemon per address, each with a configuration of its own. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Chain } from "./certificates.ts";
import { startDaemon } from "./daemon.ts";
import { run } from "./namespace.ts";
import { fileOf } from "./packages.ts";
import type { EximPlan, Stage } from "./plan.ts";

export const BINARY = fileOf("exim4-daemon-heavy", "usr/sbin/exim4");

/** The user that Debian's build runs as; the namespace has it even where the machine has not. */
export const EXIM_USER = "Debian-exim";

const MODERN = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2";

function tlsLines(stage: Stage, { foreignKey, priorities = MODERN }: EximPlan, chain: Chain): string[] {
  const keyPem = foreignKey === true ? stage.authorities.leaf(stage.host).keyPem : chain[0].keyPem;
  return [
    "tls_advertise_hosts = *",
    `tls_certificate = ${stage.file("cert.pem", chain.map((link) => link.pem).join(""))}`,
    `tls_privatekey = ${stage.file("key.pem", keyPem)}`,
    `tls_require_ciphers = ${priorities}`,
  ];
}

function configuration(stage: Stage, plan: EximPlan, spool: string, served: boolean): string {
  const chain =
    plan.chain === null ? undefined : (plan.chain?.(stage) ?? stage.authorities.chain(stage.host));
  const own = plan.settings?.(stage) ?? [];
  // A setting may stand in the file once only, so the plan's own come in place of ours.
  const isOwn = (line: string): boolean => own.some((each) => each.split(" ")[0] === line.split(" ")[0]);
  const tls = chain === undefined ? ["tls_advertise_hosts ="] : tlsLines(stage, plan, chain);
  const { connect = [], helo = [], mail = [], rcpt = [] } = plan.acl ?? {};
  return [
    `primary_hostname = ${stage.host}`,
    `spool_directory = ${spool}`,
    `log_file_path = ${spool}/%slog`,
    `local_interfaces = <; ${stage.address}`,
    "daemon_smtp_ports = 25",
    "keep_environment =",
    "host_lookup =",
    ...[`smtp_banner = ${stage.host} ESMTP Exim`, ...tls].filter((line) => !isOwn(line)),
    ...own,
    "acl_smtp_connect = on_connect",
    "acl_smtp_helo = on_helo",
    "acl_smtp_mail = on_mail",
    "acl_smtp_rcpt = on_rcpt",
    "begin acl",
    ...["on_connect:", ...connect, "accept"],
    ...["on_helo:", ...helo, "accept"],
    ...["on_mail:", ...mail, "accept"],
    ...["on_rcpt:", ...rcpt, ...(served ? [`accept domains = ${stage.domain}`] : [])],
    "deny message = relay not permitted",
    ...["begin routers", "all:", "  driver = accept", "  transport = nowhere"],
    ...["begin transports", "nowhere:", "  driver = appendfile", "  file = /dev/null"],
    ...(plan.authenticators === undefined ? [] : ["begin authenticators", ...plan.authenticators]),
    "",
  ].join("\n");
}

/** Starts Exim for one host and waits until it listens. @param served whether it takes mail for the domain */
export async function startExim(
  stage: Stage,
  plan: EximPlan,
  folder: string,
  served: boolean,
): Promise<void> {
  const spool = join(folder, `exim-${stage.domain}`);
  mkdirSync(spool);
  run("chown", `${EXIM_USER}:${EXIM_USER}`, spool);
  const file = join(folder, `exim-${stage.domain}.conf`);
  writeFileSync(file, configuration(stage, plan, spool, served));
  const daemon = startDaemon(`Exim for ${stage.domain}`, BINARY, ["-C", file, "-bdf"]);
  await daemon.untilListening(stage.address, 25);
}

/** OpenSMTPD as the lab runs it: one daemon, one listener per address. */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startDaemon } from "./daemon.ts";
import { run } from "./namespace.ts";
import { fileOf } from "./packages.ts";
import type { OpenSmtpdPlan, Stage } from "./plan.ts";

/** The users that Debian's build runs as. */
export const OPENSMTPD_USERS = ["opensmtpd", "opensmtpq"] as const;

export interface OpenSmtpdServer {
  readonly stage: Stage;
  readonly plan: OpenSmtpdPlan;
}

function listenerLines({ stage, plan }: OpenSmtpdServer, tag: string): string[] {
  const listen = `listen on ${stage.address} port 25 hostname ${stage.host} tag ${tag}`;
  if (!plan.tls) return [listen];
  const chain = stage.authorities.chain(stage.host);
  const cert = stage.file("cert.pem", chain.map((link) => link.pem).join(""));
  const key = stage.file("key.pem", chain[0].keyPem);
  // It takes no key that others may read.
  chmodSync(key, 0o600);
  return [`pki ${tag} cert "${cert}"`, `pki ${tag} key "${key}"`, `${listen} tls pki ${tag}`];
}

function ruleLines({ stage, plan }: OpenSmtpdServer, tag: string): string[] {
  return [
    `match tag ${tag} from any for domain "${stage.domain}" action in`,
    ...(plan.open === true ? [`match tag ${tag} from any for any action out`] : []),
  ];
}

/** Starts OpenSMTPD with these listeners. Its folders are compiled in: those of the namespace are empty ones. */
export async function startOpenSmtpd(folder: string, servers: readonly OpenSmtpdServer[]): Promise<void> {
  const [first] = servers;
  if (first === undefined) return;
  for (const each of ["/var/lib", "/var/spool", "/run"]) run("mount", "-t", "tmpfs", "mx-gate-lab", each);
  mkdirSync("/var/lib/opensmtpd/empty", { recursive: true });
  mkdirSync("/var/spool/smtpd", { mode: 0o711 });
  const tagged = servers.map((server, index) => ({ server, tag: `listener${index}` }));
  const lines = [
    ...tagged.flatMap(({ server, tag }) => listenerLines(server, tag)),
    'action in maildir "/dev/null" virtual { "@" = root }',
    "action out relay",
    ...tagged.flatMap(({ server, tag }) => ruleLines(server, tag)),
    "",
  ];
  const configuration = join(folder, "smtpd.conf");
  writeFileSync(configuration, lines.join("\n"));
  const daemon = startDaemon("OpenSMTPD", fileOf("opensmtpd", "usr/sbin/smtpd"), ["-d", "-f", configuration]);
  await daemon.untilListening(first.stage.address, 25);
}

/** Scripted servers at several addresses on one port, and runs against them. */
import type { Report } from "../../../src/judge/report.ts";
import { report as reportSchema } from "../../../src/judge/schemas/report.ts";
import { check } from "../../../src/run/run.ts";
import { startDnsServer } from "../dns/zone-server.ts";
import type { Zones } from "../dns/zone-records.ts";
import { openAuthority } from "../certificates/authority.ts";
import { startScriptedServer, type ScriptedServer } from "../smtp/scripted-server.ts";
import type { SmtpScript } from "../smtp/smtp-script.ts";
import { given, RecordingHost } from "./recording-host.ts";

const { stage, root } = openAuthority(new Date());
const CA = "ca.pem";

/** Starts a server at each address, all on one port. */
export async function startTogether(
  scripts: Readonly<Record<string, Partial<SmtpScript>>>,
): Promise<ScriptedServer[]> {
  for (;;) {
    const servers: ScriptedServer[] = [];
    try {
      for (const [host, script] of Object.entries(scripts)) {
        const tls = { chain: stage.chainFor("mx.shared.test", { dnsNames: ["*.shared.test"] }) };
        const port = servers[0]?.port ?? 0;
        servers.push(await startScriptedServer({ host, port }, { name: "mx.shared.test", tls, ...script }));
      }
      return servers;
    } catch (error) {
      // Somebody else has this port at another address.
      await Promise.all(servers.map((server) => server.close()));
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
}

export interface Run {
  readonly report: Report;
  readonly host: RecordingHost;
}

/** Makes a run over domains and servers; `meanwhile` may interrupt it. */
export async function run(
  zones: Zones,
  servers: readonly ScriptedServer[],
  settings: Readonly<Record<string, string>>,
  meanwhile: (interrupt: () => void) => Promise<void> = () => Promise.resolve(),
): Promise<Run> {
  const dns = await startDnsServer(zones);
  const interruption = new AbortController();
  const host = new RecordingHost({ files: { [CA]: root.pem }, interrupt: interruption.signal });
  const place = { port: String(servers[0]?.port), "dns-server": dns.address, "ca-file": CA };
  const options = given({ ...place, "allow-private-addresses": "true", ...settings });
  try {
    const [report] = await Promise.all([
      check(options, "command", host),
      meanwhile(() => interruption.abort()),
    ]);
    return { report: reportSchema.parse(report), host };
  } finally {
    await Promise.all([dns.close(), ...servers.map((server) => server.close())]);
  }
}

/** The workflow that renews a certificate with DANE, run as it stands: signed zones, a resolver that validates, Postfix. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Issued } from "../support/certificates/issue.ts";
import { startKnot, trustedKey, type TsigKey } from "./knot.ts";
import { postfix } from "./reach-server-scenes.ts";
import { run, type Stage } from "./reach-stage.ts";
import { jobsOf } from "./recipe-document.ts";
import { Runner, type StepResult } from "./recipe-runner.ts";

const FILE = "docs/examples/renew-with-dane.yml";
const AT = { resolver: "11.0.0.53", names: "11.0.0.54", mx: "11.0.1.1" };
const HOST = "mx1.example.com";
const TLSA = `_25._tcp.${HOST}.`;

const keyAndChain = ([leaf, ...above]: readonly Issued[]): { key: string; chain: string } => ({
  key: leaf?.keyPem ?? "",
  chain: [leaf, ...above].map((each) => each?.pem ?? "").join(""),
});

/** Knot signs, and takes updates for example.com; Unbound validates what it says. */
async function startNames(stage: Stage, served: readonly Issued[], updateKey: TsigKey): Promise<void> {
  const knot = await startKnot({
    folder: stage.folder,
    address: AT.names,
    updateKey,
    zones: [
      {
        name: "example.com",
        signed: true,
        updatable: true,
        records: [
          "@ MX 10 mx1",
          `mx1 A ${AT.mx}`,
          `ns1 A ${AT.names}`,
          `_25._tcp.mx1 TLSA 3 1 1 ${digestOf(stage, served)}`,
          '_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"',
        ],
      },
      {
        name: ".",
        signed: true,
        delegates: ["example.com"],
        records: ["example.com NS ns.example.com", `ns.example.com A ${AT.names}`],
      },
    ],
  });
  const home = join(stage.folder, "unbound");
  mkdirSync(home);
  writeFileSync(join(home, "hints"), `. 3600 NS ns.\nns. 3600 A ${AT.names}\n`);
  const lines = [
    "server:",
    `  interface: ${AT.resolver}`,
    "  access-control: 0.0.0.0/0 allow",
    `  root-hints: "${join(home, "hints")}"`,
    `  trust-anchor: "${trustedKey(knot, ".")}"`,
    // Nothing is kept: the two TTLs of the workflow are not waited for.
    "  cache-max-ttl: 0",
    '  username: ""',
    '  chroot: ""',
    `  directory: "${home}"`,
    '  pidfile: ""',
    "  use-syslog: no",
    "  do-daemonize: no",
    "remote-control:",
    "  control-enable: no",
  ];
  const configuration = join(home, "unbound.conf");
  writeFileSync(configuration, [...lines, ""].join("\n"));
  await stage.program([AT.resolver, 53], "/usr/sbin/unbound", "-d", "-c", configuration);
  const resolver = join(stage.folder, "resolv.conf");
  writeFileSync(resolver, `nameserver ${AT.resolver}\n`);
  stage.replace(resolver, "/etc/resolv.conf");
}

/** The digest of the leaf's key, by openssl. */
function digestOf(stage: Stage, [leaf]: readonly Issued[]): string {
  const file = join(stage.folder, "leaf.pem");
  writeFileSync(file, leaf?.pem ?? "");
  const script = `openssl x509 -in ${file} -noout -pubkey | openssl pkey -pubin -outform DER | sha256sum | cut -c 1-64`;
  return run("sh", "-c", script).trim();
}

/** Commands in place of those that would wait, or, where asked for, do their work. */
function writeCommands(stage: Stage, name: string, commands: Readonly<Record<string, string>>): string {
  const folder = join(stage.folder, name);
  mkdirSync(folder);
  for (const [command, line] of Object.entries(commands))
    writeFileSync(join(folder, command), `#!/bin/bash\n${line}\n`, { mode: 0o755 });
  return folder;
}

/**
 * Twice: with an update of DNS that is lost on its way, and as it should go. Behind the latter is a step that counts the
 * records that are left.
 */
export async function renewals(stage: Stage): Promise<Readonly<Record<string, readonly StepResult[]>>> {
  stage.own(AT.resolver, AT.names, AT.mx);
  const served = stage.authority.stage.chainFor(HOST);
  const next = keyAndChain(stage.authority.stage.chainFor(HOST));
  const updateKey: TsigKey = { name: "mx-gate", secret: randomBytes(32).toString("base64") };
  await startNames(stage, served, updateKey);
  const settings = {
    myhostname: HOST,
    relay_domains: "example.com",
    smtpd_recipient_restrictions:
      "check_recipient_access inline:{ { mx-gate-relay-test@example.com = 554 5.7.1 Relay access denied } }",
  };
  await postfix(stage, [AT.mx, 25], settings, [`${AT.mx}:25 inet n - n - - smtpd`], served);
  const system = join(stage.folder, "system.pem");
  const store = "/etc/ssl/certs/ca-certificates.crt";
  writeFileSync(system, readFileSync(store, "utf8") + stage.authority.root.pem);
  stage.replace(system, store);
  const waiting = { sleep: "# Nothing is kept by the resolver, so that there is nothing to wait for." };
  const plays = {
    "update lost": writeCommands(stage, "commands-lost", { ...waiting, nsupdate: "cat >/dev/null" }),
    sound: writeCommands(stage, "commands", waiting),
  };
  const home = join(stage.folder, `postfix-${AT.mx}`);
  const results: Record<string, readonly StepResult[]> = {};
  for (const [name, commands] of Object.entries(plays)) {
    const runner = new Runner({
      folder: stage.folder,
      commands,
      contexts: {
        "secrets.TSIG_KEY": `key "${updateKey.name}" { algorithm hmac-sha256; secret "${updateKey.secret}"; };`,
      },
      env: { GITHUB_EVENT_NAME: "push" },
    });
    runner.add("made/mx1.key", next.key);
    runner.add("made/mx1.pem", next.chain);
    runner.add("renew.sh", "#!/bin/sh\ncp -r made next\n", 0o755);
    const deploy = `cat next/mx1.key next/mx1.pem >${home}/chain.pem && postfix -c ${home} reload`;
    runner.add("deploy.sh", `#!/bin/sh\n${deploy}\n`, 0o755);
    for (const job of Object.values(jobsOf(FILE))) results[`${FILE} renew, ${name}`] = await runner.job(job);
    const count = `test "$(dig +short @${AT.names} TLSA ${TLSA} | wc -l)" = 1`;
    const counting = { run: count, with: {}, env: {}, "continue-on-error": false };
    results[`${name}: one record`] = await runner.job({ steps: [counting] });
  }
  return results;
}

/**
 * The world that the documents speak of: example.com with its servers, a machine to go through, proxies. Its names are
 * those of the documents, so that what they say can be run as it stands; it lies in a network of its own.
 */
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { blockOf, ROOT, textOf } from "./recipe-document.ts";
import { startKnot } from "./knot.ts";
import { postfix } from "./reach-server-scenes.ts";
import { run, type Stage } from "./reach-stage.ts";

/** Addresses by what lives there. Those of 11.0.0.0/8 count as public. */
export const AT = {
  resolver: "11.0.0.53",
  /** The resolver that the documents name. */
  namedResolver: "192.0.2.53",
  mx: "11.0.1.1",
  secondMx: "11.0.1.2",
  mail: "11.0.1.3",
  server: "11.0.2.1",
  proxy: "11.0.2.2",
  control: "11.0.3.1",
  v6: "2001:db8::25",
  /** Docker's gateway and the container behind it. */
  gateway: "172.17.0.1",
  container: "172.17.0.2",
};

/** Debian gives these ids to nobody (Policy 9.2.2). */
const USERS = { gate: "64110", you: "64111" };

export interface World {
  /** Key of the machine to go through, as a secret has it. */
  readonly key: string;
  /** Key that has the same machine probe. */
  readonly probeKey: string;
  readonly knownHost: string;
  /** Folder of commands that stand in for what is not here: docker, gh, apt-get, sudo. */
  readonly commands: string;
}

function replaceFile(stage: Stage, path: string, content: string): void {
  const own = join(stage.folder, path.replaceAll("/", "_"));
  writeFileSync(own, content, { mode: 0o644 });
  stage.replace(own, path);
}

async function startDns(stage: Stage): Promise<void> {
  const zones = [
    {
      name: "example.com",
      records: [
        "@ MX 10 mx1",
        "@ MX 20 mx2",
        `mx1 A ${AT.mx}`,
        `mx2 A ${AT.secondMx}`,
        `mail A ${AT.mail}`,
        `server A ${AT.server}`,
        `proxy A ${AT.proxy}`,
        "legacy MX 10 mx1",
      ],
    },
    { name: "example.org", records: ["@ MX 10 mx1.example.com."] },
    {
      name: ".",
      records: [
        `gmail-smtp-in.l.google.com A ${AT.control}`,
        `mxext1.mailbox.org A ${AT.control}`,
        `ns.example.com A ${AT.resolver}`,
        "example.com NS ns.example.com",
        `ns.example.org A ${AT.resolver}`,
        "example.org NS ns.example.org",
      ],
    },
  ];
  for (const address of [AT.resolver, AT.namedResolver]) {
    const served = zones.map((zone) => ({ ...zone, servedAt: AT.resolver }));
    await startKnot({ folder: stage.folder, address, zones: served });
  }
  replaceFile(stage, "/etc/resolv.conf", `nameserver ${AT.resolver}\n`);
  replaceFile(
    stage,
    "/etc/hosts",
    [
      "127.0.0.1 localhost runner",
      `${AT.server} server.example.com server`,
      `${AT.proxy} proxy.example.com`,
      "",
    ].join("\n"),
  );
}

/** What a sound server does; the address to which the relay test of the documents goes is foreign here, too. */
const SOUND = {
  relay_domains: "example.com example.org legacy.example.com",
  smtpd_recipient_restrictions:
    "check_recipient_access inline:{ { mx-gate-relay-test@example.com = 554 5.7.1 Relay access denied } }",
};

async function startMail(stage: Stage): Promise<void> {
  const smtpd = (address: string): string => `${address}:25 inet n - n - - smtpd`;
  const chain = stage.authority.stage.chainFor("mx1.example.com", {
    dnsNames: ["mx1", "mx2", "mx3", "mail"].map((host) => `${host}.example.com`),
    ipAddresses: [AT.v6],
  });
  const sasl =
    "-o smtpd_recipient_restrictions= -o smtpd_relay_restrictions=permit_sasl_authenticated,reject";
  await postfix(
    stage,
    [AT.mx, 25],
    { ...SOUND, myhostname: "mx1.example.com", inet_protocols: "all" },
    [
      smtpd(AT.mx),
      smtpd(AT.secondMx),
      smtpd(AT.mail),
      smtpd(`[${AT.v6}]`),
      `${AT.mail}:587 inet n - n - - smtpd -o smtpd_tls_security_level=encrypt ${sasl}`,
      `${AT.mail}:465 inet n - n - - smtpd -o smtpd_tls_wrappermode=yes ${sasl}`,
      "127.0.0.1:2525 inet n - n - - smtpd",
    ],
    chain,
  );
  await stage.mail(AT.control, "control.example.net");
  // The documents count on certificates that everybody trusts.
  const system = readFileSync("/etc/ssl/certs/ca-certificates.crt", "utf8");
  replaceFile(stage, "/etc/ssl/certs/ca-certificates.crt", system + stage.authority.root.pem);
}

/** server.example.com: OpenSSH, with the key of the documents for one user and a plain one for another. */
async function startSsh(stage: Stage): Promise<Pick<World, "key" | "probeKey" | "knownHost">> {
  const at = (name: string): string => join(stage.folder, `ssh-${name}`);
  for (const key of ["host", "gate", "you", "probe"])
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "gate", "-f", at(key));
  const publicKey = (name: string): string => readFileSync(`${at(name)}.pub`, "utf8").trim();
  const [, gate = ""] = publicKey("gate").split(" ");
  const { text } = blockOf("docs/reach.md", "Through a server of yours, by SSH (2)");
  mkdirSync(at("keys"));
  const [, probe = ""] = publicKey("probe").split(" ");
  writeFileSync(
    join(at("keys"), "gate"),
    `${text.replace("AAAA…", gate).trim()}\n${probeLine().replace("AAAA…", probe)}\n`,
  );
  writeFileSync(join(at("keys"), "you"), `${publicKey("you")}\n`);
  chmodSync(stage.folder, 0o755);
  mkdirSync("/run/sshd", { recursive: true });
  const users = Object.entries(USERS).map(([user, id]) => `${user}:x:${id}:${id}::/tmp:/bin/sh\n`);
  replaceFile(stage, "/etc/passwd", readFileSync("/etc/passwd", "utf8") + users.join(""));
  const config = [
    `ListenAddress ${AT.server}:22`,
    `HostKey ${at("host")}`,
    `AuthorizedKeysFile ${at("keys")}/%u`,
    "StrictModes no",
    "UsePAM no",
    "PidFile none",
    "",
  ];
  writeFileSync(at("sshd.conf"), config.join("\n"));
  await stage.program([AT.server, 22], "/usr/sbin/sshd", "-D", "-e", "-f", at("sshd.conf"));
  // The runner's home: a key that the server takes, and the server's own, already known.
  const home = join(stage.folder, "home");
  const knownHost = publicKey("host").split(" ").slice(0, 2).join(" ");
  mkdirSync(join(home, ".ssh"), { recursive: true, mode: 0o700 });
  writeFileSync(join(home, ".ssh", "id_ed25519"), readFileSync(at("you")), { mode: 0o600 });
  writeFileSync(join(home, ".ssh", "known_hosts"), `server ${knownHost}\n`);
  stage.replace(home, "/root");
  return {
    key: readFileSync(at("gate"), "utf8").trim(),
    probeKey: readFileSync(at("probe"), "utf8").trim(),
    knownHost: `server.example.com ${knownHost}`,
  };
}

/** The line for authorized_keys in docs/examples/probe-elsewhere.yml, with the bundle and the Node of this machine. */
function probeLine(): string {
  const [, line = ""] =
    /^# {5}(restrict,command=.*)$/m.exec(textOf("docs/examples/probe-elsewhere.yml")) ?? [];
  return line.replace('"node ', `"${process.execPath} `).replace("/opt/mx-gate/", `${join(ROOT, "dist")}/`);
}

async function startProxies(stage: Stage): Promise<void> {
  const words = ["-u", "user", "-P", "password"];
  await stage.program([AT.proxy, 1080], "microsocks", "-i", AT.proxy, "-p", "1080", ...words);
  const file = join(stage.folder, "tinyproxy.conf");
  writeFileSync(
    file,
    `Port 8080\nListen ${AT.proxy}\nMaxClients 50\nConnectPort 25\nBasicAuth user password\n`,
  );
  await stage.program([AT.proxy, 8080], "tinyproxy", "-d", "-c", file);
}

/** Commands that stand in for what cannot be had here; each says in its first lines what it does instead. */
function writeCommands(stage: Stage): string {
  const folder = join(stage.folder, "commands");
  const command = (name: string, ...lines: readonly string[]): void =>
    writeFileSync(join(folder, name), ["#!/bin/bash", ...lines, ""].join("\n"), { mode: 0o755 });
  mkdirSync(folder);
  command("apt-get", "# The packages are installed: .ci/run does that.", "exit 0");
  command(
    "docker",
    "# A container is a process here: its files are mounted, its port is published by the stage.",
    "# dnscontrol is not here: its zone file is the one that the workspace has.",
    'case "$*" in',
    '*dnscontrol\\ preview) test -n "$DNS_TOKEN"; exit ;;',
    "*dnscontrol\\ push\\ --providers\\ bind) cp dns/example.com.zone zones/; exit ;;",
    "esac",
    `log=${stage.folder}/docker.log`,
    `pid=${stage.folder}/docker.pid`,
    "case $1 in",
    "run)",
    '  while [ "$1" != debian:12 ]; do',
    '    if [ "$1" = --volume ]; then mount --bind "${2%%:*}" /mnt; fi',
    "    shift",
    "  done",
    "  shift",
    '  setsid "$@" >"$log" 2>&1 </dev/null &',
    '  echo $! >"$pid"',
    "  ;;",
    // What has ended and is still in the table of processes does not run.
    'ps) if grep -Eq "^State:[[:space:]]+[^Z[:space:]]" "/proc/$(cat "$pid")/status" 2>/dev/null; then echo postfix; fi ;;',
    'logs) cat "$log" ;;',
    "esac",
  );
  command("pip", "# octoDNS is not here.", '[[ $* == "install --requirement requirements.txt" ]]');
  command("octodns-sync", '[[ -n $DNS_TOKEN && $* == "--config-file=config.yaml" ]]');
  command(
    "octodns-dump",
    "# octoDNS is not here: its zone file is the one that the workspace has.",
    "[[ $1 == --config-file=config.yaml && $3 == --output-provider=zonefiles && $4 == example.com. ]]",
    'cp dns/example.com.zone "${2#--output-dir=}"',
  );
  command(
    "gh",
    "# GitHub is not here: what is asked is written down, and the answer lies in a file.",
    'echo "$*" >>gh.asked',
    'case "$1 $2" in',
    '"issue list") cat gh.issue 2>/dev/null || true ;;',
    '"run list") echo 41 ;;',
    '"run download")',
    "  if [ ! -e gh.report ]; then exit 1; fi",
    "  mkdir last-night && cp gh.report last-night/mx-gate-report.json",
    "  ;;",
    "esac",
  );
  return folder;
}

/** What a container needs of the machine, as copies that it may write to; and the way to its port. */
async function prepareContainer(stage: Stage): Promise<void> {
  for (const path of ["/etc/postfix", "/var/lib/postfix", "/var/spool/postfix"]) {
    const own = join(stage.folder, path.replaceAll("/", "_"));
    mkdirSync(own);
    if (path === "/etc/postfix") cpSync(path, own, { recursive: true });
    if (path === "/var/lib/postfix") run("chown", "postfix:postfix", own);
    stage.replace(own, path);
  }
  stage.own(AT.gateway, AT.container);
  const port = createServer((socket) => {
    const inside = connect({ host: AT.container, port: 25, localAddress: AT.gateway });
    inside.on("error", () => socket.destroy());
    socket.on("error", () => inside.destroy());
    socket.pipe(inside).pipe(socket);
  });
  await new Promise<void>((resolve) => port.listen(2525, "127.0.0.1", resolve));
  port.unref();
}

/**
 * Starts all of it.
 * @param behind what is behind port 2525 of the runner: a staging host, or a container that a step starts
 */
export async function startWorld(stage: Stage, behind: "staging" | "container"): Promise<World> {
  const { v6, mx, secondMx, mail, server, proxy, control, resolver, namedResolver } = AT;
  stage.own(v6, mx, secondMx, mail, server, proxy, control, resolver, namedResolver);
  await startDns(stage);
  const commands = writeCommands(stage);
  if (behind === "container") {
    // It listens everywhere, and nothing else is asked for there.
    await prepareContainer(stage);
    return { key: "", probeKey: "", knownHost: "", commands };
  }
  await startMail(stage);
  const ssh = await startSsh(stage);
  await startProxies(stage);
  return { ...ssh, commands };
}

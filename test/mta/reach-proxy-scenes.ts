/** Proxies between this machine and the servers: each is a program that others wrote. */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, type Stage } from "./reach-stage.ts";

const PROXY = "11.0.9.1";

/** Servers of all kinds, on addresses of this machine. */
async function servers(stage: Stage): Promise<Readonly<Record<string, string>>> {
  stage.own("11.0.4.1", "11.0.4.2", "11.0.4.3", PROXY);
  await stage.mail("11.0.4.1", "mx1.own.test");
  await stage.mail("11.0.4.2", "mx2.own.test", {
    tls: { chain: stage.authority.stage.chainFor("other.test") },
  });
  // Nobody listens at 11.0.4.3.
  const dns = await stage.dns({
    "own.test": {
      MX: [
        [10, "mx1.own.test"],
        [20, "mx2.own.test"],
        [30, "mx3.own.test"],
      ],
    },
    "mx1.own.test": { A: ["11.0.4.1"] },
    "mx2.own.test": { A: ["11.0.4.2"] },
    "mx3.own.test": { A: ["11.0.4.3"] },
  });
  return { domains: "own.test", "dns-server": dns.address, "egress-control": "off" };
}

function tinyproxy(stage: Stage, name: string, port: number, ...lines: readonly string[]): Promise<void> {
  const file = join(stage.folder, `${name}.conf`);
  writeFileSync(
    file,
    [`Port ${String(port)}`, `Listen ${PROXY}`, "Timeout 60", "MaxClients 100", ...lines, ""].join("\n"),
  );
  return stage.program([PROXY, port], "tinyproxy", "-d", "-c", file);
}

/** `ssh -D` through a server of its own with these further lines of sshd_config, with keys of its own. */
async function sshTunnel(stage: Stage, port: number, ...lines: readonly string[]): Promise<void> {
  const at = (name: string): string => join(stage.folder, `${name}-${String(port)}`);
  for (const key of ["host", "user"]) run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", at(key));
  run("cp", `${at("user")}.pub`, at("authorized"));
  chmodSync(stage.folder, 0o755);
  mkdirSync("/run/sshd", { recursive: true });
  const sshPort = port + 1000;
  writeFileSync(
    at("sshd.conf"),
    [
      `ListenAddress ${PROXY}:${String(sshPort)}`,
      `HostKey ${at("host")}`,
      `AuthorizedKeysFile ${at("authorized")}`,
      "StrictModes no",
      "UsePAM no",
      "PidFile none",
      "PermitRootLogin yes",
      ...lines,
      "",
    ].join("\n"),
  );
  await stage.program([PROXY, sshPort], "/usr/sbin/sshd", "-D", "-e", "-f", at("sshd.conf"));
  const options = [
    "StrictHostKeyChecking=no",
    `UserKnownHostsFile=${at("known")}`,
    "ExitOnForwardFailure=yes",
  ];
  await stage.program(
    ["127.0.0.1", port],
    "ssh",
    ...["-N", "-F", "none", "-D", `127.0.0.1:${String(port)}`, "-i", at("user"), "-p", String(sshPort)],
    ...options.flatMap((option) => ["-o", option]),
    `root@${PROXY}`,
  );
}

/** Squid with its stock rule for CONNECT, to these ports, and a login where a password is given. */
async function squid(stage: Stage, port: number, ports: string, password?: string): Promise<void> {
  const at = (name: string): string => join(stage.folder, `squid-${String(port)}-${name}`);
  chmodSync(stage.folder, 0o755);
  const login =
    password === undefined
      ? ["http_access allow all"]
      : [
          `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${at("users")}`,
          "acl users proxy_auth REQUIRED",
          "http_access allow users",
          "http_access deny all",
        ];
  if (password !== undefined)
    writeFileSync(at("users"), `me:${run("openssl", "passwd", "-apr1", password)}`, { mode: 0o644 });
  writeFileSync(
    at("conf"),
    [
      `http_port ${PROXY}:${String(port)}`,
      `acl SSL_ports port ${ports}`,
      "http_access deny CONNECT !SSL_ports",
      ...login,
      "cache deny all",
      "access_log none",
      "cache_log /dev/null",
      "pid_filename none",
      "pinger_enable off",
      "connect_timeout 2 seconds",
      "",
    ].join("\n"),
  );
  await stage.program([PROXY, port], "/usr/sbin/squid", "-N", "-f", at("conf"));
}

export const proxyScenes = {
  "every proxy": async (stage: Stage) => {
    const settings = await servers(stage);
    await stage.program([PROXY, 1080], "microsocks", "-i", PROXY, "-p", "1080");
    await stage.program([PROXY, 1081], "microsocks", "-i", PROXY, "-p", "1081", "-u", "me", "-P", "p@ss:w");
    await tinyproxy(stage, "open", 8080, "ConnectPort 25");
    await tinyproxy(stage, "login", 8081, "ConnectPort 25", "BasicAuth me secret");
    await sshTunnel(stage, 1085);
    await squid(stage, 3128, "443 25");
    await squid(stage, 3129, "443 25", "secret");
    const through = (proxy: string) => stage.check({ ...settings, proxy });
    return {
      direct: await stage.check(settings),
      "SOCKS5 (microsocks)": await through(`socks5://${PROXY}:1080`),
      "SOCKS5, DNS behind it": await through(`socks5h://${PROXY}:1080`),
      "SOCKS5 with a password": await through(`socks5://me:p%40ss%3Aw@${PROXY}:1081`),
      "CONNECT (tinyproxy)": await through(`http://${PROXY}:8080`),
      "CONNECT with a password": await through(`http://me:secret@${PROXY}:8081`),
      "CONNECT (squid)": await through(`http://${PROXY}:3128`),
      "CONNECT with a password (squid)": await through(`http://me:secret@${PROXY}:3129`),
      "ssh -D": await through("socks5://127.0.0.1:1085"),
    };
  },
  "ssh that may not": async (stage: Stage) => {
    const settings = await servers(stage);
    stage.own("11.0.9.9");
    await stage.mail("11.0.9.9", "control.other.test");
    const alive = { "egress-control": "11.0.9.9:25" };
    await sshTunnel(stage, 1085, "AllowTcpForwarding no");
    await sshTunnel(stage, 1086, "PermitOpen *:443");
    await sshTunnel(stage, 1087, "PermitOpen 11.0.4.1:25");
    await sshTunnel(stage, 1088, "PermitOpen *:25");
    const through = (port: number, more: Readonly<Record<string, string>> = {}) =>
      stage.check({ ...settings, ...more, proxy: `socks5://127.0.0.1:${String(port)}` });
    return {
      "AllowTcpForwarding no": await through(1085),
      "AllowTcpForwarding no, with a control host": await through(1085, alive),
      "PermitOpen for another port": await through(1086),
      "PermitOpen for one server, with a control host": await through(1087, alive),
      "PermitOpen for the port, with a control host": await through(1088, alive),
    };
  },
  "broken proxies": async (stage: Stage) => {
    const settings = await servers(stage);
    await stage.program([PROXY, 1081], "microsocks", "-i", PROXY, "-p", "1081", "-u", "me", "-P", "right");
    await tinyproxy(stage, "narrow", 8080, "ConnectPort 443");
    await tinyproxy(stage, "login", 8081, "ConnectPort 25", "BasicAuth me secret");
    await squid(stage, 3128, "443");
    await squid(stage, 3129, "443 25", "secret");
    await stage.mail(PROXY, "mx1.odd.test", {}, 2525);
    const through = (proxy: string) => stage.check({ ...settings, proxy });
    return {
      gone: await through(`socks5://${PROXY}:1090`),
      "wrong password": await through(`socks5://me:hunter2@${PROXY}:1081`),
      "password missing": await through(`socks5://${PROXY}:1081`),
      "CONNECT denied": await through(`http://${PROXY}:8080`),
      "CONNECT, wrong password": await through(`http://me:hunter2@${PROXY}:8081`),
      "CONNECT denied (squid)": await through(`http://${PROXY}:3128`),
      "CONNECT, wrong password (squid)": await through(`http://me:hunter2@${PROXY}:3129`),
      "CONNECT, password missing (squid)": await through(`http://${PROXY}:3129`),
      "no proxy at all": await through(`socks5://${PROXY}:2525`),
    };
  },
  "blocked behind the proxy": async (stage: Stage) => {
    const settings = await servers(stage);
    await sshTunnel(stage, 1085);
    await stage.program([PROXY, 1080], "microsocks", "-i", PROXY, "-p", "1080");
    stage.firewall("tcp dport 25 drop");
    const controls = { "egress-control": "11.0.0.98:25", domains: "own.test" };
    return {
      "ssh -D": await stage.check({ ...settings, ...controls, proxy: "socks5://127.0.0.1:1085" }),
      microsocks: await stage.check({ ...settings, ...controls, proxy: `socks5://${PROXY}:1080` }),
    };
  },
};

/** Servers at other ports, and servers and zones that change in mid-run. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Issued } from "../support/certificates/issue.ts";
import { run, type Run, type Stage } from "./reach-stage.ts";

const MASTER = "/usr/lib/postfix/sbin/master";

/** One Postfix of its own with these lines of master.cf; what they need beside them is there. */
export async function postfix(
  stage: Stage,
  [address, port]: readonly [string, number],
  settings: Readonly<Record<string, string>>,
  services: readonly string[],
  chain?: readonly Issued[],
): Promise<void> {
  const home = join(stage.folder, `postfix-${address}`);
  for (const folder of ["", "spool", "data"]) mkdirSync(join(home, folder), { recursive: true });
  run("chmod", "755", stage.folder);
  run("chown", "postfix:postfix", join(home, "data"));
  const pem = join(home, "chain.pem");
  if (chain !== undefined)
    writeFileSync(pem, (chain[0]?.keyPem ?? "") + chain.map((link) => link.pem).join(""), { mode: 0o600 });
  const main = {
    compatibility_level: "3.6",
    queue_directory: join(home, "spool"),
    data_directory: join(home, "data"),
    maillog_file: join(home, "maillog"),
    maillog_file_prefixes: home,
    mynetworks: "192.0.2.0/24",
    mydestination: "",
    local_recipient_maps: "",
    alias_maps: "",
    relay_domains: "own.test",
    smtpd_tls_protocols: ">=TLSv1.2",
    smtpd_tls_mandatory_protocols: ">=TLSv1.2",
    smtpd_relay_restrictions: "permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination",
    ...(chain === undefined ? {} : { smtpd_tls_chain_files: pem, smtpd_tls_security_level: "may" }),
    ...settings,
  };
  const internal = ["cleanup", "trivial-rewrite", "tlsmgr", "anvil", "proxymap", "bounce", "qmgr"].map(
    (name) => {
      const service = name === "trivial-rewrite" ? "rewrite" : name;
      const limit = ["cleanup", "bounce"].includes(name)
        ? "0"
        : ["tlsmgr", "anvil", "qmgr"].includes(name)
          ? "1"
          : "-";
      const open = ["cleanup", "qmgr"].includes(name) ? "n" : "-";
      return `${service} unix ${open} - n - ${limit} ${name}`;
    },
  );
  writeFileSync(
    join(home, "main.cf"),
    Object.entries(main)
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(""),
  );
  const log = "postlog unix-dgram n - n - 1 postlogd";
  writeFileSync(join(home, "master.cf"), [...services, ...internal, log, ""].join("\n"));
  run("postfix", "-c", home, "check");
  await stage.program([address, port], MASTER, "-c", home, "-s");
}

/** One of two authoritative name servers, with a copy of the zone of its own. */
async function knot(stage: Stage, address: string, mx: readonly string[]): Promise<void> {
  const home = join(stage.folder, `knot-${address}`);
  mkdirSync(home);
  const zone = [
    "own.test. 300 IN SOA ns1.own.test. hostmaster.own.test. 1 3600 600 86400 300",
    "own.test. 300 IN NS ns1.own.test.",
    "own.test. 300 IN NS ns2.own.test.",
    "ns1.own.test. 300 IN A 11.0.5.53",
    "ns2.own.test. 300 IN A 11.0.5.54",
    ...mx.map((host, index) => `own.test. 300 IN MX ${String(10 + index)} ${host}.own.test.`),
    "mx1.own.test. 300 IN A 11.0.5.1",
    "mx2.own.test. 300 IN A 11.0.5.2",
  ];
  writeFileSync(join(home, "own.test.zone"), `${zone.join("\n")}\n`);
  const conf = [
    "server:",
    `    rundir: ${home}`,
    `    listen: ${address}@53`,
    "    udp-workers: 1",
    "    tcp-workers: 1",
    "database:",
    `    storage: ${home}`,
    "zone:",
    "  - domain: own.test",
    `    file: ${join(home, "own.test.zone")}`,
    "",
  ];
  writeFileSync(join(home, "knot.conf"), conf.join("\n"));
  await stage.program([address, 53], "knotd", "-c", join(home, "knot.conf"));
}

const NO_EGRESS = { "egress-control": "off" };

export const serverScenes = {
  "submission and smtps": async (stage: Stage) => {
    stage.own("11.0.6.1");
    const sasl =
      "-o smtpd_relay_restrictions=permit_sasl_authenticated,reject -o smtpd_client_restrictions=permit_sasl_authenticated,reject";
    await postfix(
      stage,
      ["11.0.6.1", 587],
      { myhostname: "mail.own.test" },
      [
        "11.0.6.1:25 inet n - n - - smtpd",
        `11.0.6.1:587 inet n - n - - smtpd -o smtpd_tls_security_level=encrypt ${sasl}`,
        `11.0.6.1:465 inet n - n - - smtpd -o smtpd_tls_wrappermode=yes ${sasl}`,
      ],
      stage.authority.stage.chainFor("mail.own.test"),
    );
    const dns = await stage.dns({ "mail.own.test": { A: ["11.0.6.1"] } });
    return stage.check({
      ...NO_EGRESS,
      servers: "mail.own.test, submission://mail.own.test, smtps://mail.own.test, nobody.own.test",
      "dns-server": dns.address,
    });
  },
  "two connections a minute": async (stage: Stage) => {
    stage.own("11.0.6.2", "11.0.6.3");
    await postfix(
      stage,
      ["11.0.6.2", 25],
      {
        myhostname: "mx1.own.test",
        smtpd_client_connection_rate_limit: "2",
        smtpd_client_event_limit_exceptions: "",
      },
      ["11.0.6.2:25 inet n - n - - smtpd"],
      stage.authority.stage.chainFor("mx1.own.test"),
    );
    await stage.mail("11.0.6.3", "mx2.own.test", {
      troubles: [{ at: "greeting", connections: 1, reply: "421 4.7.0 Too many connections, try again" }],
    });
    const dns = await stage.dns({
      "own.test": {
        MX: [
          [10, "mx1.own.test"],
          [20, "mx2.own.test"],
        ],
      },
      "mx1.own.test": { A: ["11.0.6.2"] },
      "mx2.own.test": { A: ["11.0.6.3"] },
    });
    return stage.check({ ...NO_EGRESS, domains: "own.test", "dns-server": dns.address });
  },
  "before the deploy": async (stage: Stage) => {
    await stage.mail("127.0.0.1", "mx1.own.test", {}, 2525);
    const dns = await stage.dns({
      "own.test": { MX: [[10, "mx1.own.test"]] },
      "mx1.own.test": { A: ["11.0.7.1"] },
    });
    const settings = {
      ...NO_EGRESS,
      "dns-server": dns.address,
      "connect-to": "mx1.own.test:25:127.0.0.1:2525\nnew.own.test:25:localhost:2525",
    };
    return {
      domain: await stage.check({ ...settings, domains: "own.test" }),
      server: await stage.check({ ...settings, servers: "new.own.test" }),
    };
  },
  "after the deploy": async (stage: Stage) => {
    stage.own("11.0.5.1", "11.0.5.2", "11.0.5.3");
    const old = await stage.mail("11.0.5.1", "mx1.own.test", {
      tls: { chain: [stage.authority.stage.selfSigned("mx1.own.test")] },
    });
    const sound = await stage.mail("11.0.5.2", "mx2.own.test");
    const late = await stage.mail("11.0.5.3", "mx1.moved.test");
    const dns = await stage.dns({
      "own.test": {
        MX: [
          [10, "mx1.own.test"],
          [20, "mx2.own.test"],
        ],
      },
      "mx1.own.test": { A: ["11.0.5.1"] },
      "mx2.own.test": { A: ["11.0.5.2"] },
      "moved.test": { MX: [[10, "gone.moved.test"]] },
      "mx1.moved.test": { A: ["11.0.5.3"] },
    });
    const running = stage.check({
      ...NO_EGRESS,
      domains: "own.test, moved.test",
      "dns-server": dns.address,
      wait: "30",
    });
    await sleep(2000);
    await old.close();
    const renewed = await stage.mail("11.0.5.1", "mx1.own.test");
    dns.set("moved.test", { MX: [[10, "mx1.moved.test"]] });
    const found: Run = await running;
    const relayTests = [...old.sessions, ...renewed.sessions].flatMap(({ commands }) =>
      commands.filter(({ line }) => line.includes("@example.com")),
    );
    return {
      run: found,
      soundConnections: sound.connections,
      lateConnections: late.connections,
      relayTests: relayTests.length,
    };
  },
  authoritative: async (stage: Stage) => {
    stage.own("11.0.5.1", "11.0.5.2", "11.0.5.53", "11.0.5.54");
    await stage.mail("11.0.5.1", "mx1.own.test");
    await stage.mail("11.0.5.2", "mx2.own.test");
    await knot(stage, "11.0.5.53", ["mx1"]);
    await knot(stage, "11.0.5.54", ["mx1", "mx2"]);
    const dns = await stage.dns({
      "own.test": { NS: ["ns1.own.test", "ns2.own.test"], MX: [[10, "stale.own.test"]] },
      "ns1.own.test": { A: ["11.0.5.53"] },
      "ns2.own.test": { A: ["11.0.5.54"] },
    });
    const settings = { ...NO_EGRESS, domains: "own.test" };
    return {
      differing: await stage.check({ ...settings, "dns-server": `authoritative, ${dns.address}` }),
      asked: dns.asked.filter(({ type }) => type === "MX").length,
      alone: await stage.check({ ...settings, "dns-server": "11.0.5.54", domains: "own.test, other.test" }),
    };
  },
};

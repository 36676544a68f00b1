/** Networks that let nothing out, and some that only look so. */
import type { Records } from "../support/dns/zone-records.ts";
import { startRawServer, type Script } from "../support/tcp/raw-server.ts";
import type { Run, Stage } from "./reach-stage.ts";

const CONTROL = "11.0.0.99";
const HOSTS = 50;

/** fifty.test with fifty MX hosts of one operator, at 11.0.1.1 and so on. */
function fifty(): Record<string, Records> {
  const numbers = Array.from({ length: HOSTS }, (_, index) => index + 1);
  return {
    "fifty.test": { MX: numbers.map((number) => [number, `mx${String(number)}.fifty.test`] as const) },
    ...Object.fromEntries(
      numbers.map((number) => [`mx${String(number)}.fifty.test`, { A: [`11.0.1.${String(number)}`] }]),
    ),
  };
}

async function blocked(
  stage: Stage,
  rule: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Run> {
  stage.own(CONTROL, "11.0.1.1");
  const dns = await stage.dns(fifty());
  stage.firewall(rule);
  return stage.check({
    domains: "fifty.test",
    "dns-server": dns.address,
    "egress-control": `${CONTROL}:25, 11.0.0.98:25`,
    ...settings,
  });
}

/** A network whose box takes every connection to port 25 itself. */
async function boxed(stage: Stage, script: Script, control = `${CONTROL}:25`): Promise<Run> {
  const places = ["11.0.5.1", "11.0.5.2", CONTROL];
  stage.own(...places);
  for (const host of places) await startRawServer({ host, port: 25 }, script);
  const dns = await stage.dns({
    "boxed.test": { MX: [1, 2].map((number) => [number, `mx${String(number)}.boxed.test`] as const) },
    "mx1.boxed.test": { A: ["11.0.5.1"] },
    "mx2.boxed.test": { A: ["11.0.5.2"] },
  });
  return stage.check({
    domains: "boxed.test",
    "dns-server": dns.address,
    "egress-control": control,
    retries: "0",
  });
}

const DROP = "tcp dport 25 drop";

export const egressScenes = {
  drop: (stage: Stage) => withRoute(stage, () => blocked(stage, DROP)),
  "drop, on-inconclusive warn": (stage: Stage) =>
    withRoute(stage, () => blocked(stage, DROP, { "on-inconclusive": "warn" })),
  "reject with a reset": (stage: Stage) =>
    withRoute(stage, () => blocked(stage, "tcp dport 25 reject with tcp reset")),
  "reject as prohibited": (stage: Stage) =>
    withRoute(stage, () => blocked(stage, "tcp dport 25 reject with icmpx admin-prohibited")),
  "control alive": (stage: Stage) =>
    withRoute(stage, async () => {
      stage.own("11.0.0.99");
      await stage.mail(CONTROL, "control.other.test");
      const dns = await stage.dns({
        "dead.test": { MX: [[10, "mx1.dead.test"]] },
        "mx1.dead.test": { A: ["11.0.2.1"] },
      });
      stage.firewall("ip daddr 11.0.2.1 tcp dport 25 drop");
      return stage.check({
        domains: "dead.test",
        "dns-server": dns.address,
        "egress-control": `${CONTROL}:25`,
      });
    }),
  "a box hangs up": (stage: Stage) => boxed(stage, [{ hangUp: "end" }]),
  "a box resets": (stage: Stage) => boxed(stage, [{ hangUp: "reset" }]),
  "a box says nothing": (stage: Stage) => boxed(stage, []),
  "a box, and no control host has an address": (stage: Stage) =>
    boxed(stage, [{ hangUp: "end" }], "control.nowhere.test:25"),
  "no route": async (stage: Stage) => {
    const dns = await stage.dns(fifty());
    return stage.check({ domains: "fifty.test", "dns-server": dns.address, "egress-control": "off" });
  },
  "no IPv6": async (stage: Stage) => {
    stage.own("11.0.3.1");
    await stage.mail("11.0.3.1", "mx1.dual.test");
    const dns = await stage.dns({
      "dual.test": { MX: [[10, "mx1.dual.test"]] },
      "mx1.dual.test": { A: ["11.0.3.1"], AAAA: ["2a00:1::1"] },
      "six.test": { MX: [[10, "mx1.six.test"]] },
      "mx1.six.test": { AAAA: ["2a00:1::2"] },
    });
    const settings = { "dns-server": dns.address, "egress-control": "off" };
    return {
      dual: await stage.check({ ...settings, domains: "dual.test" }),
      six: await stage.check({ ...settings, domains: "dual.test, six.test" }),
    };
  },
};

async function withRoute<Result>(stage: Stage, scene: () => Promise<Result>): Promise<Result> {
  stage.route();
  return scene();
}

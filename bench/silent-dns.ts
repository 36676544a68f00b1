/**
 * Silent name servers beside sound ones: when the first probe begins, and how long the whole run takes.
 *
 *     node bench/silent-dns.ts
 */
import { systemClock } from "../src/system/clock.ts";
import type { NameServer } from "../src/observe/dns/name-server.ts";
import { memoised } from "../src/observe/dns/resolver.ts";
import { createStubResolver } from "../src/observe/dns/stub-resolver.ts";
import { observe } from "../src/observe/observe.ts";
import { adviseOnRefusal } from "../src/run/refusals.ts";
import { directRoute, type Route } from "../src/observe/route/route.ts";
import { createTrustStores } from "../src/observe/trust/stores.ts";
import { startNameServer } from "../test/support/dns/name-server.ts";
import { reply } from "../test/support/dns/scripted-answers.ts";
import { makePlan } from "../test/support/run/made-plan.ts";

const { rulesFor, settings } = makePlan(
  [{ name: "domains", value: "good1.test", label: "domains" }],
  "command",
);
const serverOf = ({ host, port }: { host: string; port: number }): NameServer => ({ address: host, port });

/** Observes the domains. @returns seconds until the first connect and until all was done, and how many were answered */
async function measure(
  names: readonly string[],
  servers: readonly NameServer[],
): Promise<{ first: number; all: number; answered: number }> {
  const began = performance.now();
  const since = (): number => (performance.now() - began) / 1000;
  let first = Number.NaN;
  const route: Route = {
    ...directRoute,
    dial(destination, options) {
      if (Number.isNaN(first)) first = since();
      return directRoute.dial({ ...destination, port: 9 }, options);
    },
  };
  const seen = await observe(
    {
      domains: names.map((name) => ({ name, kind: "domain" })),
      checks: ["mx", "connect"],
      probes: true,
      searchesIssuers: false,
      rulesFor,
      allowPrivateAddresses: true,
      concurrency: settings.concurrency,
      deadline: settings.deadline,
    },
    {
      clock: systemClock,
      createResolver: (signal) =>
        memoised(
          createStubResolver({
            servers,
            timeout: settings.timeout,
            clock: systemClock,
            signal,
            random: Math.random,
          }),
        ),
      route,
      trust: createTrustStores([]),
      interrupt: new AbortController().signal,
      random: Math.random,
      adviseOn: adviseOnRefusal,
      machineName: "nobody",
      interfaces: {},
      onProgress: () => undefined,
    },
  );
  const answered = seen.domains.filter(({ mx }) => mx?.question.outcome === "answer").length;
  return { first, all: since(), answered };
}

const sound = await startNameServer((query, back) => {
  const say = (answer: Buffer): void => back.say(answer);
  if (query.name.startsWith("silent")) return;
  const { name, type } = query;
  if (type === "MX") {
    say(reply(query, { answers: [{ name, type, data: { preference: 10, exchange: `mx.${name}` } }] }));
  } else if (type === "A") say(reply(query, { answers: [{ name, type, data: "127.0.0.1" }] }));
  else say(reply(query));
});
const dead = await startNameServer(() => undefined);
const named = (stem: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${stem}${String(index + 1)}.test`);

const cases: readonly [what: string, names: readonly string[], servers: readonly NameServer[]][] = [
  ["300 domains, two sound resolvers", named("good", 300), [serverOf(sound), serverOf(sound)]],
  ["300 domains, the first resolver silent", named("good", 300), [serverOf(dead), serverOf(sound)]],
  [
    "2,000 silent domains, then 10 sound ones",
    [...named("silent", 2000), ...named("good", 10)],
    [serverOf(sound)],
  ],
];
for (const [what, names, servers] of cases) {
  const { first, all, answered } = await measure(names, servers);
  process.stdout.write(
    `${what}: first probe after ${first.toFixed(1)} s, done after ${all.toFixed(1)} s, ${String(answered)} answered\n`,
  );
}
await Promise.all([sound.close(), dead.close()]);

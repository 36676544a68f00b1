/** Delivers a sample the way the Action does; host.test.ts starts it as a process with the runner's files. */
import { githubHost } from "../../src/github/host.ts";
import { systemClock } from "../../src/system/clock.ts";
import { samples } from "../report/samples.ts";

const [name = "", ...words] = process.argv.slice(2);
/** `comment=TOKEN` asks for the comment; every other word is a setting to switch off. */
const token = words.find((word) => word.startsWith("comment="))?.slice("comment=".length);
const settings = words.filter((word) => !word.startsWith("comment="));
const report = samples()[name];
if (report === undefined) throw new Error(`There is no sample ${name}.`);
for (const setting of settings) report.policy.settings[setting] = { value: false, from: "input" };

const host = githubHost(process, {
  clock: systemClock,
  machine: { name: "runner", interfaces: {}, random: () => 0.5 },
  interrupt: new AbortController().signal,
});
await host.deliver(
  report,
  [{ kind: "report-file", path: "mx-gate-report.json" }],
  token === undefined
    ? undefined
    : { "comment-summary-in-pr": "always", "github-token": token === "" ? null : token },
);

/**
 * Serves the embedded lab until it is ended (SIGINT, SIGTERM): for the workflow that points the Action at it, and
 * for whoever wants to try the command by hand. Says where it is, on stdout and as outputs of the step.
 *
 *     node .github/scripts/serve-lab.ts
 */
import { appendFileSync } from "node:fs";
import { startLab } from "../../test/support/lab/embedded-lab.ts";

const lab = await startLab();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void lab.close());
}

const locations = `port=${lab.port}\ndns-server=${lab.dnsServer}\nca-file=${lab.caFile}\n`;
const outputs = process.env["GITHUB_OUTPUT"];
// In one write: whoever waits for the last line finds the others there.
if (outputs !== undefined && outputs !== "") appendFileSync(outputs, locations);
process.stdout.write(locations);

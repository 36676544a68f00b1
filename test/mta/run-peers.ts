/** Runs inside a namespace: the lab, and other programs on every server of it. Prints what they said as JSON. */
import { join } from "node:path";
import { startLab } from "./lab.ts";
import type { Located } from "./lab.ts";
import { leaveWith, settleIn } from "./namespace.ts";
import { checkSmtp, nmap, openssl, posttlsFinger } from "./peer-tools.ts";
import { PLANS } from "./plans.ts";

/** Targets at once; the tools themselves go one after the other, each with connections of its own. */
const TARGETS_AT_ONCE = 12;

const folder = settleIn();
const lab = await startLab(folder, PLANS);
const caFile = join(folder, "ca.pem");
const tools = [openssl(caFile), posttlsFinger(caFile, folder), nmap(), checkSmtp()];

const queue = lab.domains
  .flatMap(({ name, servers }) => servers.map((server) => ({ name, server })))
  .values();
const words: { name: string; host: string; address: string; tool: string; says: string; words: string }[] =
  [];
async function worker(): Promise<void> {
  for (const { name, server } of queue) {
    for (const tool of tools) words.push(await askOne(name, server, tool));
  }
}
async function askOne(name: string, server: Located, tool: (typeof tools)[number]) {
  return {
    name,
    host: server.label,
    address: server.stage.address,
    tool: tool.name,
    ...(await tool.ask(server)),
  };
}
await Promise.all(Array.from({ length: TARGETS_AT_ONCE }, worker));
leaveWith(JSON.stringify(words));

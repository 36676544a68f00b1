/** Runs inside a namespace: the lab, and other programs on every server of it. Prints what they said as JSON. */
import { join } from "node:path";
import { startLab } from "./lab.ts";
import { leaveWith, settleIn } from "./namespace.ts";
import { checkSmtp, nmap, openssl, posttlsFinger } from "./peer-tools.ts";
import type { PeerWords } from "./peers-page.ts";
import { PLANS } from "./plans.ts";
import { keyOf } from "./sighting.ts";

/** Targets at once; the tools themselves go one after the other, each with connections of its own. */
const TARGETS_AT_ONCE = 12;

const folder = settleIn();
const lab = await startLab(folder, PLANS);
const caFile = join(folder, "ca.pem");
const tools = [openssl(caFile), posttlsFinger(caFile, folder), nmap(), checkSmtp()];

const queue = lab.domains.flatMap((domain) => domain.servers.map((server) => ({ domain, server }))).values();
const words: PeerWords = [];
async function worker(): Promise<void> {
  for (const { domain, server } of queue) {
    const endpoint = keyOf(domain, server.label, server.stage.address);
    for (const tool of tools) {
      words.push({ name: domain.name, endpoint, tool: tool.name, ...(await tool.ask(server)) });
    }
  }
}
await Promise.all(Array.from({ length: TARGETS_AT_ONCE }, worker));
leaveWith(JSON.stringify(words));

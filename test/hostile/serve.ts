/**
 * Serves hostile peers in a process of its own, so that their work and their memory are not the product's. Says where
 * they are in one line of JSON, and ends when its standard input does.
 *
 *     node test/hostile/serve.ts GROUP...
 *     node test/hostile/serve.ts crowd COUNT
 */
import { crowd } from "./crowd.ts";
import type { Peer } from "./peer.ts";
import { PEERS, type Group } from "./peers.ts";
import { startPeers, type Whereabouts } from "./stage.ts";

function peersOf([first, count, ...others]: readonly string[]): readonly Peer[] {
  if (first === "crowd") return crowd(Number(count));
  return [first, count, ...others].flatMap((word) => (isGroup(word) ? PEERS[word] : []));
}

function isGroup(word: string | undefined): word is Group {
  return word !== undefined && Object.hasOwn(PEERS, word);
}

const stage = await startPeers(peersOf(process.argv.slice(2)));
const { port, dnsServer, ca }: Whereabouts = stage;
process.stdout.write(`${JSON.stringify({ port, dnsServer, ca } satisfies Whereabouts)}\n`);
process.stdin.resume().once("end", () => void stage.close());

/**
 * Visits that make the lab's Postfix ready. Its master starts a process when a client comes; a hundred clients at once on a
 * busy machine wait half a minute for their greeting, and the answer of a block list comes later than postscreen waits for
 * it, which then lets everybody in. So somebody comes before: a few at a time, and what was started stays.
 */
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { BLOCK_LIST } from "./block-list.ts";

/** Visits at once. */
const AT_ONCE = 6;

/** Seconds after which a visitor leaves who is not greeted: some servers let everybody wait. */
const LONGEST = 3;

/** Seconds that a block list may take until it is asked in time. */
const PATIENCE = 180;

/** Comes from the address of a herald, and gives what the server says until it has greeted, or has turned us away. */
async function visit(address: string, herald: string, seconds?: number): Promise<string> {
  const from = address.includes(":") ? {} : { localAddress: herald };
  const socket = connect({ host: address, port: 25, ...from });
  const end = seconds === undefined ? undefined : setTimeout(() => socket.destroy(), seconds * 1000);
  let said = "";
  try {
    for await (const chunk of socket) {
      said += String(chunk);
      if (/^\d{3} .*\r\n/m.test(said)) break;
    }
  } catch {
    // It is left without a word, or leaves without one.
  } finally {
    clearTimeout(end);
    socket.destroy();
  }
  return said;
}

/** Visits servers, so that a process of each is there. @param addresses where they listen, at port 25 */
export async function visitServers(addresses: readonly string[]): Promise<void> {
  const queue = addresses.values();
  const visitor = async (): Promise<void> => {
    for (const address of queue) await visit(address, BLOCK_LIST.heralds[0], LONGEST);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
}

/**
 * Visits a postscreen that turns clients on the block list away in its greeting, until it does so with several at once:
 * then its processes are there, those that ask the list, too (each of them has one question at a time), and the resolver
 * knows the way to it.
 * @throws Error where it never does
 */
export async function visitUntilTurnedAway(address: string): Promise<void> {
  const began = performance.now();
  const visitAll = () => Promise.all(BLOCK_LIST.heralds.map((herald) => visit(address, herald)));
  while (!(await visitAll()).every((said) => /^521 /m.test(said))) {
    if (performance.now() - began > PATIENCE * 1000)
      throw new Error(`postscreen at ${address} lets clients in that are on the block list.`);
    // What it has learnt of this client is to be forgotten.
    await sleep(2000);
  }
}

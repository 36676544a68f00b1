/** An eye on what comes over a connection below TLS. */
import type { Socket } from "node:net";
import { OCTET_WATCH_SECONDS } from "../bounds.ts";
import type { Clock } from "../../system/clock.ts";
import type { Signal } from "../../system/signal.ts";

/**
 * Calls `onLimit` once when more than `limit` octets have come over the socket from now on, until `over` aborts. Key
 * updates, session tickets, empty records and requests to negotiate anew (RFC 8446 4.6, RFC 5246 7.4.1.1) wake nobody
 * above TLS: without it a server could keep this process at work for as long as it is waited for.
 */
export async function watchOctets(
  socket: Socket,
  limit: number,
  onLimit: () => void,
  { clock, over }: { readonly clock: Clock; readonly over: Signal },
): Promise<void> {
  const before = socket.bytesRead;
  while (!over.aborted) {
    await clock.sleep(OCTET_WATCH_SECONDS, over);
    if (over.aborted || socket.bytesRead - before <= limit) continue;
    onLimit();
    return;
  }
}

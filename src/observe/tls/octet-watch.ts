/** An eye on what comes over a connection below TLS. */
import type { Socket } from "node:net";

/** Milliseconds between two looks. */
const INTERVAL = 100;

/**
 * Calls `onLimit` once when more than `limit` octets have come over the socket from now on, and returns what ends the
 * watch. Key updates, session tickets, empty records and requests to negotiate anew (RFC 8446 4.6, RFC 5246 7.4.1.1)
 * wake nobody above TLS: without it a server could keep this process at work for as long as it is waited for.
 */
export function watchOctets(socket: Socket, limit: number, onLimit: () => void): () => void {
  const before = socket.bytesRead;
  const timer = setInterval(() => {
    if (socket.bytesRead - before <= limit) return;
    clearInterval(timer);
    onLimit();
  }, INTERVAL);
  return () => clearInterval(timer);
}

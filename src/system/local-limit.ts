/** Errors of this machine, which say nothing of anybody else. */

/** Codes of the system that speak of this machine's own sockets, ports, files and memory. */
const LOCAL_LIMITS: ReadonlySet<string> = new Set([
  "EMFILE",
  "ENFILE",
  "ENOBUFS",
  "ENOMEM",
  "EAGAIN",
  "EADDRINUSE",
]);

/**
 * True where a code of the system speaks of this machine alone. EADDRNOTAVAIL is none of these: it may mean that no
 * port is left, and that there is no route.
 */
export function isLocalLimit(code: string | undefined): boolean {
  return code !== undefined && LOCAL_LIMITS.has(code);
}

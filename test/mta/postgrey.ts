/** postgrey, the greylisting policy server that Postfix asks. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startDaemon } from "./daemon.ts";
import { run } from "./namespace.ts";

/** Where Postfix finds it. */
export const POSTGREY = { address: "127.0.0.1", port: 10023 } as const;

/** Another one, which makes no exception for postmaster, and lets in who comes again after 5 s. */
export const STRICT_POSTGREY = { address: "127.0.0.1", port: 10024 } as const;

const STRICTLY = ["--whitelist-recipients=/dev/null", "--delay=5"];

export async function startPostgrey(folder: string): Promise<void> {
  await Promise.all([start(folder, POSTGREY, []), start(folder, STRICT_POSTGREY, STRICTLY)]);
}

async function start(
  folder: string,
  { address, port }: { readonly address: string; readonly port: number },
  options: readonly string[],
): Promise<void> {
  const home = join(folder, `postgrey-${String(port)}`);
  mkdirSync(home);
  run("chown", "postgrey:postgrey", home);
  const daemon = startDaemon("postgrey", "/usr/sbin/postgrey", [
    `--inet=${address}:${String(port)}`,
    `--dbdir=${home}`,
    `--pidfile=${join(home, "pid")}`,
    ...options,
  ]);
  await daemon.untilListening(address, port);
}

/** postgrey, the greylisting policy server that Postfix asks. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startDaemon } from "./daemon.ts";
import { run } from "./namespace.ts";

/** Where Postfix finds it. */
export const POSTGREY = { address: "127.0.0.1", port: 10023 } as const;

export async function startPostgrey(folder: string): Promise<void> {
  const home = join(folder, "postgrey");
  mkdirSync(home);
  run("chown", "postgrey:postgrey", home);
  const { address, port } = POSTGREY;
  const daemon = startDaemon("postgrey", "/usr/sbin/postgrey", [
    `--inet=${address}:${port}`,
    `--dbdir=${home}`,
    `--pidfile=${join(home, "pid")}`,
  ]);
  await daemon.untilListening(address, port);
}

/** Starts peers in another process. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Whereabouts } from "./stage.ts";

export interface Elsewhere extends Whereabouts {
  /** Ends the process and waits until it is gone. */
  close(): Promise<void>;
}

/** Starts `serve.ts` with these words. */
export async function startElsewhere(...words: readonly string[]): Promise<Elsewhere> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "serve.ts"), ...words], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    lines.close();
    return {
      ...(JSON.parse(line) as Whereabouts),
      async close() {
        child.stdin.end();
        if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      },
    };
  }
  throw new Error("The peers did not start.");
}

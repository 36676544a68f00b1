/** A process that has opened all the files it may, and then dials; prints what became of it. */
import { openSync } from "node:fs";
import { systemClock } from "../../../src/system/clock.ts";
import { directRoute } from "../../../src/observe/route/route.ts";

const { signal } = new AbortController();
try {
  for (;;) openSync("/dev/null", "r");
} catch {
  const destination = { host: "mx.own.test", address: "127.0.0.1", port: 25 };
  const { step } = await directRoute.dial(destination, { timeout: 5, signal, clock: systemClock });
  process.stdout.write(`${step.outcome} ${step.code ?? ""}`);
}

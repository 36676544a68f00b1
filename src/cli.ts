/** The door of the command. */
import { realpathSync } from "node:fs";
import { keepMemorySmall, watchSignals } from "./system/machine.ts";
import { systemClock } from "./system/clock.ts";
import { BUG, bugReport, runCommand, withInertStreams } from "./command.ts";

process.on("uncaughtException", (error) => {
  withInertStreams(process).stderr.write(bugReport(error));
  process.exit(BUG);
});

keepMemorySmall();
const status = await runCommand({
  words: process.argv.slice(2),
  script: realpathSync(process.argv[1] ?? "."),
  called: process.argv[1] ?? "mx-gate",
  folder: process.cwd(),
  process,
  interruption: watchSignals(process, systemClock),
});

process.exitCode = status;
// After a bug nobody knows what is still open.
if (status === BUG) process.exit();

/** The door of the command. What is answered from a page comes first; everything else loads the engine. */
import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { keepCompiled } from "./system/compile-cache.ts";
import { readTextFile } from "./system/files.ts";
import { briefAnswer } from "./terminal/brief.ts";
import { bugReport } from "./terminal/bug.ts";
import { BUG } from "./terminal/exit-status.ts";
import { PROGRAM } from "./terminal/program.ts";
import { printPage, withInertStreams } from "./terminal/streams.ts";

process.on("uncaughtException", (error) => {
  withInertStreams(process).stderr.write(bugReport(error));
  process.exit(BUG);
});

const words = process.argv.slice(2);
const script = realpathSync(process.argv[1] ?? ".");

async function runEngine(): Promise<number> {
  keepCompiled(process);
  const { startCommand } = await import("./command.ts");
  const called = process.argv[1] ?? PROGRAM;
  return await startCommand({ words, script, called, folder: process.cwd() }, process);
}

const answer = briefAnswer(words, dirname(script), readTextFile);
const status = answer === undefined ? await runEngine() : await printPage(answer, withInertStreams(process));

process.exitCode = status;
// After a bug nobody knows what is still open.
if (status === BUG) process.exit();

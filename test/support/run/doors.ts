/**
 * The doors of the product, opened one after another in a process that stays: the program as a shell or the runner starts
 * it, with its folder, its environment, its streams and its exit status, but loaded once. For tests of what a run says
 * and writes; what becomes of a process (signals, limits, streams that break) needs one of its own, product.ts.
 */
import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { after } from "node:test";
import { endMark, type Order } from "./door-keeper.ts";
import { COMPILE_CACHE, SOURCES } from "./locations.ts";
import { newFolder } from "./folders.ts";
import { runActionBy, type Finished, type FinishedAction, type StartOptions } from "./product.ts";

type Options = Pick<StartOptions, "folder" | "env" | "without">;

export interface Doors {
  /** Runs the command. */
  runCommand(words: readonly string[], options?: Options): Promise<Finished>;
  /** Runs the Action with these inputs, the runner's files and the runner's variables. */
  runAction(inputs: Readonly<Record<string, string>>, options?: Options): Promise<FinishedAction>;
}

const END = new RegExp(`${endMark("(\\S+)")}$`);

function startKeeper(): ChildProcess {
  return fork(join(import.meta.dirname, "door-keeper.ts"), [], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    execArgv: [],
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE },
  });
}

/** Has one door opened; a bug ends the process, as it ends the program. */
function open(keeper: ChildProcess, order: Order): Promise<Finished> {
  const { stdout, stderr } = keeper;
  if (stdout === null || stderr === null) throw new Error("The process has no streams.");
  const { folder } = order;
  return new Promise((resolve) => {
    const said = { stdout: "", stderr: "" };
    const finish = (status: number | null): void => {
      for (const stream of [stdout, stderr]) stream.removeAllListeners("data");
      keeper.off("close", finish);
      resolve({ status, folder, stdout: said.stdout.replace(END, ""), stderr: said.stderr.replace(END, "") });
    };
    const hear = (name: "stdout" | "stderr") => (text: string) => {
      said[name] += text;
      const status = END.exec(said.stdout)?.[1];
      if (status !== undefined && END.test(said.stderr)) finish(Number(status));
    };
    stdout.setEncoding("utf8").on("data", hear("stdout"));
    stderr.setEncoding("utf8").on("data", hear("stderr"));
    keeper.on("close", finish);
    keeper.send(order);
  });
}

/** Opens doors until the tests of the file are over. */
export function openDoors(): Doors {
  let keeper: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  after(() => keeper?.kill());
  const start = (door: string, words: readonly string[], options: StartOptions): Promise<Finished> => {
    const { folder = newFolder(), env = {} } = options;
    const variables = { PATH: process.env["PATH"] ?? "", ...env };
    const next = last.then(() => {
      if (keeper?.exitCode !== null || keeper.signalCode !== null) keeper = startKeeper();
      return open(keeper, { door: join(SOURCES, door), words, folder, env: variables });
    });
    last = next.catch(() => undefined);
    return next;
  };
  return {
    runCommand: (words, options = {}) => start("cli.ts", words, options),
    runAction: (inputs, options = {}) => runActionBy(start, inputs, options),
  };
}

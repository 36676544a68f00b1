/**
 * A process that opens the doors of the product again and again, for {@link startDoorKeeper}: the door, its host and what
 * reads the environment while it is imported are evaluated anew each time, and everything behind them is there already.
 */
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

/** One run: what a shell or the runner would start a process with. */
export interface Order {
  readonly door: string;
  readonly words: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Written to both streams behind what a run said, with its exit status. */
export function endMark(status: string): string {
  return `\u0001end of the run ${status}\n`;
}

const ANEW = /\/src\/(?:action|cli|command)\.ts$|\/src\/(?:github|terminal)\/|\/node_modules\/@actions\//;

let runs = 0;
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return ANEW.test(resolved.url) ? { ...resolved, url: `${resolved.url}?run=${String(runs)}` } : resolved;
  },
});

async function open({ door, words, folder, env }: Order): Promise<void> {
  runs += 1;
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, env);
  process.chdir(folder);
  process.argv.splice(1, Infinity, door, ...words);
  process.exitCode = undefined;
  await import(pathToFileURL(door).href);
  const mark = endMark(String(process.exitCode ?? 0));
  process.stderr.write(mark, () => process.stdout.write(mark));
  // Signals and bugs are those of the next run.
  for (const event of ["uncaughtException", "SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(event);
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners("error");
}

if (process.send !== undefined) process.on("message", (order: Order) => void open(order));

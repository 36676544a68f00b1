/** Standard input of the command, read before the run begins: `domains-file: -`. */
import { DOMAINS_FILE_BOUNDS, STANDARD_INPUT } from "../config/domains-file.ts";
import { readSettings, type GivenSetting } from "../config/given.ts";
import type { Host } from "../host.ts";
import { Deadline } from "../system/deadline.ts";
import { split } from "../system/lines.ts";
import { ConfigurationError } from "../text/configuration-error.ts";

/**
 * The lines of standard input, where the settings ask for them and the host has one.
 * @param deadline seconds from the start of the process
 * @throws ConfigurationError where there is too much, or the run ends while it waits
 */
export async function standardInput(
  given: readonly GivenSetting[],
  host: Pick<Host, "input" | "clock" | "started" | "interrupt" | "note">,
  deadline: number,
): Promise<Iterable<string> | undefined> {
  const { settings } = readSettings(
    given.filter(({ name }) => name === "domains-file"),
    "command",
  );
  if (!settings["domains-file"].includes(STANDARD_INPUT)) return undefined;
  const input = host.input?.();
  if (input === undefined) return undefined;
  if (input.isTTY === true)
    host.note("Waiting for domains on standard input, one a line. Ctrl-D ends the list.");
  const left = deadline - (host.clock.monotonic() - host.started);
  const waiting = new Deadline(host.interrupt, () => input.destroy()).within(left, host.clock);
  const pieces: Buffer[] = [];
  let octets = 0;
  try {
    for await (const piece of input) {
      pieces.push(Buffer.from(piece));
      octets += piece.length;
      if (octets > DOMAINS_FILE_BOUNDS.octets) break;
    }
  } catch (error) {
    // A stream that is taken away from its reader says so.
    if (waiting.why === undefined) throw error;
  }
  const { why } = waiting;
  waiting.end();
  if (why === "aborted") stop("The run was interrupted while it read standard input.");
  if (why === "timeout")
    stop(`The run ran out of time while it read standard input (deadline ${String(deadline)} s).`);
  return split(pieces, DOMAINS_FILE_BOUNDS);
}

function stop(message: string): never {
  throw new ConfigurationError([{ message: `${message} Nothing was probed.` }]);
}

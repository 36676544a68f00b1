/** The body of an HTTP response: read up to a limit, for the server may send without end. */
import type { IncomingMessage } from "node:http";

/** How it ends. After one of them the others may come, too: the first one counts. */
export interface BodyEnds {
  whole(body: Buffer): void;
  /** It is larger than the limit, and was given up. */
  tooLarge(): void;
  /** The connection ended before it did. */
  brokenOff(error?: Error & { code?: string }): void;
}

/** Reads a body. @param limit octets that it may have */
export function readBody(response: IncomingMessage, limit: number, ends: BodyEnds): void {
  const chunks: Buffer[] = [];
  let received = 0;
  response.on("data", (chunk: Buffer) => {
    received += chunk.length;
    if (received <= limit) {
      chunks.push(chunk);
      return;
    }
    ends.tooLarge();
    response.destroy();
  });
  response.on("end", () => ends.whole(Buffer.concat(chunks)));
  response.on("error", (error) => ends.brokenOff(error));
  response.on("close", () => ends.brokenOff());
}

/** The npm package smtp-server as a peer that was not written here. */
import { once } from "node:events";
import { SMTPServer } from "smtp-server";
import type { Place } from "../tcp/raw-server.ts";
import type { ServerTls } from "./server-tls.ts";

export interface MailServerOptions {
  /** The name it calls itself. */
  name: string;
  tls: ServerTls;
  /** Domains whose mailboxes it accepts; all others are refused as Postfix does. */
  domains: readonly string[];
}

/** What every server of the lab can be asked. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Connections accepted so far. */
  readonly connections: number;
  /** Connections that are open now. */
  readonly open: number;
  close(): Promise<void>;
}

/** An SMTP reply that smtp-server sends where a handler fails with it. */
function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/**
 * Starts an smtp-server that takes mail for its own domains, up to DATA, which it refuses.
 * @throws the system's error where the address or port is not to be had.
 */
export async function startMailServer(place: Place, options: MailServerOptions): Promise<MailServer> {
  const { chain, minVersion = "TLSv1.2", maxVersion } = options.tls;
  let connections = 0;
  let open = 0;
  const server = new SMTPServer({
    name: options.name,
    cert: chain.map((link) => link.pem).join(""),
    key: chain[0].keyPem,
    minVersion,
    ...(maxVersion === undefined ? {} : { maxVersion }),
    disabledCommands: ["AUTH", "DATA"],
    disableReverseLookup: true,
    logger: false,
    onConnect: (_session, done) => {
      connections += 1;
      open += 1;
      done();
    },
    onClose: () => {
      open -= 1;
    },
    onRcptTo: ({ address }, _session, done) => {
      const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
      done(options.domains.includes(domain) ? null : refusal(554, `5.7.1 <${address}>: Relay access denied`));
    },
  });
  // Handshakes that break off are reported here; they are part of the play.
  server.on("error", () => undefined);
  const listener = server.listen(place.port ?? 0, place.host);
  await once(listener, "listening");
  const bound = listener.address();
  if (bound === null || typeof bound === "string") throw new Error(`${place.host} gave no port`);
  const sockets = new Set<{ destroy(): void }>();
  listener.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });

  return {
    host: place.host,
    port: bound.port,
    get connections() {
      return connections;
    },
    get open() {
      return open;
    },
    async close() {
      const closed = once(listener, "close");
      listener.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

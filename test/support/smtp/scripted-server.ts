/** An SMTP server on node:net and node:tls that behaves as its script says, and keeps a record of its visitors. */
import { listen } from "../tcp/raw-server.ts";
import type { Place, RawServer } from "../tcp/raw-server.ts";
import { contextsOf } from "./server-tls.ts";
import type { SeenSession, SmtpScript } from "./smtp-script.ts";
import { SmtpSession } from "./smtp-session.ts";

export class ScriptedServer {
  readonly host: string;
  readonly port: number;
  /** What every connection brought, in the order of their coming. */
  readonly sessions: readonly SeenSession[];
  readonly #server: RawServer;

  constructor(server: RawServer, sessions: readonly SeenSession[]) {
    this.host = server.host;
    this.port = server.port;
    this.sessions = sessions;
    this.#server = server;
  }

  get connections(): number {
    return this.#server.connections;
  }

  get open(): number {
    return this.#server.open;
  }

  get mostAtOnce(): number {
    return this.#server.mostAtOnce;
  }

  /** Verbs that were seen in any session, each once. */
  get verbs(): ReadonlySet<string> {
    return new Set(this.sessions.flatMap((session) => session.commands.map(({ verb }) => verb)));
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}

/** The commands of a session by packet: those that were sent in one write stand together. */
export function commandsByPacket(session: SeenSession): string[][] {
  const packets = Map.groupBy(session.commands, ({ packet, inTls }) => `${String(inTls)} ${String(packet)}`);
  return [...packets.values()].map((commands) => commands.map(({ line }) => line));
}

/**
 * Starts a scripted server.
 * @throws the system's error where the address or port is not to be had.
 */
export async function startScriptedServer(place: Place, script: SmtpScript): Promise<ScriptedServer> {
  const sessions: SeenSession[] = [];
  const contexts = script.tls === undefined ? undefined : contextsOf(script.tls);
  const server = await listen(place, (socket, connection, raw) => {
    const seen: SeenSession = { connection, commands: [], spokeEarly: false, discarded: "", ended: false };
    sessions.push(seen);
    void new SmtpSession(script, contexts, socket, seen, raw.closing).serve();
  });
  return new ScriptedServer(server, sessions);
}

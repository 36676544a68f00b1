/** Dialogs with servers of the lab: what a dialog needs, with nothing unusual unless a test says so. */
import type { TestContext } from "node:test";
import { systemClock } from "../../../src/system/clock.ts";
import { connectionObservation } from "../../../src/observe/observation.ts";
import type { CertificateFacts, ConnectionObservation } from "../../../src/observe/observation.ts";
import { directRoute } from "../../../src/observe/route/route.ts";
import { converse } from "../../../src/observe/smtp/dialog.ts";
import type { DialogPlan, DialogTools } from "../../../src/observe/smtp/dialog.ts";
import { createTlsContexts } from "../../../src/observe/tls/handshake.ts";
import { createTrustStores } from "../../../src/observe/trust/stores.ts";
import { issue } from "../../lab/pki.ts";
import { commandsByPacket, startScriptedServer } from "../../lab/scripted-server.ts";
import type { ScriptedServer } from "../../lab/scripted-server.ts";
import { onlyFor } from "../../lab/smtp-script.ts";
import { Turns } from "../../../src/observe/turns.ts";
import type { SmtpScript } from "../../lab/smtp-script.ts";

export const leaf = issue({ subject: "mx.own.test", dnsNames: ["mx.own.test"] });
/** Seconds for a connect and a handshake, each: another number than that for a reply, so that clocks can tell. */
export const TIMEOUT = 21;
const LOOPBACK = { host: "127.0.0.1" };
const contexts = createTlsContexts(() => []);

/** Starts a server that serves own.test and is sound but for what the script says. */
export async function startServer(
  t: TestContext,
  script: Partial<SmtpScript> = {},
  place = LOOPBACK,
): Promise<ScriptedServer> {
  const server = await startScriptedServer(place, {
    name: "mx.own.test",
    tls: { chain: [leaf] },
    rcpt: onlyFor(["own.test"]),
    ...script,
  });
  t.after(() => server.close());
  return server;
}

/** Tools of a dialog; `certificates` are those that were kept. */
export function dialogTools(
  differing: Partial<DialogTools> = {},
): DialogTools & { readonly certificates: Readonly<Record<string, CertificateFacts>> } {
  const certificates: Record<string, CertificateFacts> = {};
  return {
    route: directRoute,
    clock: systemClock,
    runStarted: systemClock.monotonic(),
    signal: new AbortController().signal,
    timeout: TIMEOUT,
    replyTimeout: 20,
    contexts,
    turns: new Turns(),
    trust: createTrustStores([{ store: "ca-file", read: () => [leaf.pem] }]),
    heloName: () => "client.test",
    keepCertificates: (kept) => Object.assign(certificates, kept),
    ...differing,
    certificates,
  };
}

/** A whole dialog with a server at this place. */
export function dialogPlan(
  { host, port }: { readonly host: string; readonly port: number },
  differing: Partial<DialogPlan> = {},
): DialogPlan {
  return {
    purpose: "dialog",
    depth: "starttls",
    destination: { host: "mx.own.test", address: host, port },
    tlsMode: "starttls",
    hello: "full",
    serverName: "mx.own.test",
    relay: { sender: "", recipient: "probe@foreign.test", domains: ["own.test"] },
    relayWaitsForTls: false,
    ...differing,
  };
}

export interface Conversation {
  readonly seen: ConnectionObservation;
  readonly server: ScriptedServer;
  /** Commands in the order of their coming; those of one packet stand together. */
  readonly packets: readonly (readonly string[])[];
}

/** Makes one connection to a scripted server; what was seen is known to be in the form of an observation. */
export async function converseWith(
  t: TestContext,
  script: Partial<SmtpScript>,
  plan: Partial<DialogPlan> = {},
  tools: Partial<DialogTools> = {},
): Promise<Conversation> {
  const server = await startServer(t, script);
  const connection = connectionObservation.parse(
    await converse(dialogPlan(server, plan), dialogTools(tools)),
  );
  const [session] = server.sessions;
  return { seen: connection, server, packets: session === undefined ? [] : commandsByPacket(session) };
}

export const EHLO = ["EHLO client.test"];
export const STARTTLS = ["STARTTLS"];
export const QUIT = ["QUIT"];
/** The relay test of a plan of {@link dialogPlan}, in one write. */
export const RELAY_TEST = [
  "MAIL FROM:<>",
  "RCPT TO:<probe@foreign.test>",
  "RCPT TO:<postmaster@own.test>",
  "RSET",
];

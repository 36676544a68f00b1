/** Dialogs with servers of the lab: what a dialog needs, with nothing unusual unless a test says so. */
import type { TestContext } from "node:test";
import { systemClock } from "../../../src/system/clock.ts";
import { connectionObservation } from "../../../src/observe/schemas/observation.ts";
import type { CertificateFacts, ConnectionObservation } from "../../../src/observe/observation.ts";
import { directRoute } from "../../../src/observe/route/route.ts";
import { converse } from "../../../src/observe/smtp/dialog.ts";
import type { DialogPlan, DialogTools } from "../../../src/observe/smtp/dialog.ts";
import { Postmasters } from "../../../src/observe/smtp/postmasters.ts";
import type { QuestionsPlan } from "../../../src/observe/smtp/questions.ts";
import type { AdviseOn } from "../../../src/observe/smtp/refusal.ts";
import { createTlsContexts } from "../../../src/observe/tls/handshake.ts";
import { createTrustStores } from "../../../src/observe/trust/stores.ts";
import { issue } from "../../support/certificates/issue.ts";
import { commandsByPacket, startScriptedServer } from "../../support/smtp/scripted-server.ts";
import type { ScriptedServer } from "../../support/smtp/scripted-server.ts";
import { onlyFor } from "../../support/smtp/smtp-script.ts";
import { Turns } from "../../../src/system/turns.ts";
import type { SmtpScript } from "../../support/smtp/smtp-script.ts";

export const leaf = issue({ subject: "mx.own.test", dnsNames: ["mx.own.test"] });
/** Seconds for a connect and a handshake, each: another number than that for a reply, so that clocks can tell. */
export const TIMEOUT = 21;
const LOOPBACK = { host: "127.0.0.1" };
const contexts = createTlsContexts(() => [leaf.pem]);

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
    adviseOn: adviseByCode,
    keepCertificates: (kept) => Object.assign(certificates, kept),
    ...differing,
    certificates,
  };
}

/** Reads nothing but codes: 553 is of the sender, other 5xx meet others, too, and 451 may be over in a while. */
export const adviseByCode: AdviseOn = ({ reply: { code } }) => ({
  tryOtherSender: code === 553,
  meetsOthers: code >= 500 && code !== 550,
  lookAgain: code === 451,
});

/** Both questions, for the postmasters of these domains. */
export function questionsFor(
  domains: readonly string[],
  differing: Partial<QuestionsPlan> = {},
): QuestionsPlan {
  return {
    sender: "",
    foreign: "probe@foreign.test",
    postmasters: new Postmasters(domains),
    onForeignDeferred: () => undefined,
    ...differing,
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
    questions: questionsFor(["own.test"]),
    questionsWaitForTls: false,
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
/** The transaction for a recipient, with the null sender. */
export function transactionFor(recipient: string, sender = ""): string[] {
  return [`MAIL FROM:<${sender}>`, `RCPT TO:<${recipient}>`, "RSET"];
}

/** Both questions of a plan of {@link dialogPlan}, in one write. */
export const QUESTIONS = [...transactionFor("probe@foreign.test"), ...transactionFor("postmaster@own.test")];

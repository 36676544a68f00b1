/** Servers that are sound up to one step of the dialog, and hostile there: at every step, in every way. */
import { contextsOf, type Contexts, type ServerTls } from "../support/smtp/server-tls.ts";
import { onlyFor, type Moment, type SmtpScript, type Trouble } from "../support/smtp/smtp-script.ts";
import { SmtpSession } from "../support/smtp/smtp-session.ts";
import { endsAt, SOUND, withoutTls, type Peer, type Said, type Scene } from "./peer.ts";

/** Contexts of the chains that were served already. */
const contexts = new WeakMap<ServerTls["chain"], Contexts>();

function contextsFor(tls: ServerTls): Contexts {
  const known = contexts.get(tls.chain) ?? contextsOf(tls);
  contexts.set(tls.chain, known);
  return known;
}

/** Plays a server of the lab that is sound but for what the script says. */
export async function playSound(
  { wire, host, domain, chain, connection }: Scene,
  differing: Partial<SmtpScript> = {},
): Promise<void> {
  const tls = { chain };
  const script = { name: host, rcpt: onlyFor([domain]), tls, ...differing };
  const seen = { connection, commands: [], spokeEarly: false, discarded: "", ended: false };
  await new SmtpSession(script, contextsFor(script.tls), wire.socket, seen, wire.closing).serve();
}

function scripted(name: string, said: Peer["said"], script: Partial<SmtpScript>): Peer {
  return { name, said, play: (scene) => playSound(scene, script) };
}

/** The name of a moment as a label. */
function labelOf(moment: Moment): string {
  return moment.toLowerCase().replaceAll(" ", "-");
}

const inTlsEndsAtEhlo = (code: string): Said => ({ ...SOUND, ehlo: code, relay: "skip", delivery: "skip" });

/** What is said of the two questions. */
function bothQuestions(relay: string, delivery = relay): Said {
  return { ...SOUND, relay, delivery };
}

/** What is said where the server goes away at a step, or in the middle of its reply. */
const GONE: Readonly<Record<Exclude<Moment, "HELO">, Said>> = {
  greeting: endsAt("banner", "fail banner-closed"),
  EHLO: endsAt("ehlo", "fail ehlo-closed"),
  // After STARTTLS without an answer senders do not go on in the clear.
  STARTTLS: withoutTls("fail session-closed", "pass", "skip"),
  // Both questions are put in the clear then, as senders go on there.
  "EHLO in TLS": { ...SOUND, ehlo: "fail ehlo-closed" },
  MAIL: bothQuestions("fail session-closed"),
  RCPT: bothQuestions("fail session-closed"),
  // All that counts has been answered by then.
  RSET: SOUND,
  QUIT: SOUND,
};

type Step = keyof typeof GONE;
const STEPS = Object.keys(GONE) as Step[];

/** A reset may overtake what was said before it: the connection itself, or the answers that RSET shares a write with. */
function reset(at: Step): Peer["said"] {
  if (at === "greeting") return [GONE[at], endsAt("connect", "fail connect-reset")];
  return at === "RSET" ? [GONE[at], GONE.RCPT, { ...SOUND, relay: "warn relay-not-tested" }] : GONE[at];
}

const goingAway = STEPS.flatMap((at) =>
  (["close", "reset"] as const).flatMap((then): Peer[] => {
    const said = then === "reset" ? reset(at) : GONE[at];
    const half: Trouble = { at, then, reply: "250-half" };
    if (at === "greeting") half.reply = "220-half";
    return [
      scripted(`${then}-before-${labelOf(at)}`, said, { troubles: [{ at, then }] }),
      scripted(`${then}-in-${labelOf(at)}`, said, { troubles: [half] }),
    ];
  }),
);

const HANDSHAKE_FAILS = withoutTls("fail tls-handshake-failed");
const HANDSHAKE_HANGS = withoutTls("fail tls-timeout");

const aroundHandshake: readonly Peer[] = [
  ...(["close", "reset", "plaintext"] as const).map((starttls) =>
    scripted(`${starttls}-at-handshake`, HANDSHAKE_FAILS, { starttls }),
  ),
  scripted("silence-at-handshake", HANDSHAKE_HANGS, { starttls: "silence" }),
  // Random octets may by chance be the beginning of a record whose end is then waited for.
  scripted("garbage-at-handshake", [HANDSHAKE_FAILS, HANDSHAKE_HANGS], { starttls: "garbage" }),
];

/** A second reply in the same write as the one that was asked for. */
const early: readonly Peer[] = [
  scripted("early-in-greeting", endsAt("ehlo", "fail ehlo-malformed"), {
    greeting: "220 mx.early.test ESMTP\r\n250 mx.early.test\r\n",
  }),
  scripted(
    "early-in-ehlo",
    withoutTls("fail tls-handshake-failed", "fail session-limit", "inconclusive delivery-not-tested"),
    {
      troubles: [{ at: "EHLO", reply: "250-mx.early.test\r\n250 STARTTLS\r\n220 2.0.0 Ready" }],
    },
  ),
  scripted(
    "early-in-starttls",
    { ...SOUND, starttls: "fail starttls-extra-data" },
    { behindStarttls: "250-mx.early.test\r\n250 PIPELINING\r\n" },
  ),
  scripted("early-in-ehlo-in-tls", bothQuestions("fail session-limit"), {
    troubles: [{ at: "EHLO in TLS", reply: "250-mx.early.test\r\n250 PIPELINING\r\n250 2.1.0 Ok" }],
  }),
  scripted("early-in-mail", bothQuestions("fail session-limit"), {
    troubles: [{ at: "MAIL", reply: "250 2.1.0 Ok\r\n550 5.7.1 relay access denied" }],
  }),
  scripted("early-in-rcpt", bothQuestions("fail session-limit"), {
    troubles: [{ at: "RCPT", reply: "550 5.7.1 relay access denied\r\n250 2.1.5 Ok" }],
  }),
  scripted("early-in-rset", bothQuestions("fail session-limit"), {
    troubles: [{ at: "RSET", reply: "250 2.0.0 Ok\r\n221 2.0.0 Bye" }],
  }),
  scripted("early-in-quit", SOUND, { troubles: [{ at: "QUIT", reply: "221 2.0.0 Bye\r\n250 Ok" }] }),
];

const CODES = ["150", "250", "299", "354", "450", "550", "650", "000", "999"] as const;
type WrongCode = (typeof CODES)[number];

/** Both recipients are refused in the same words, which say nothing. */
const UNCLEAR = bothQuestions("warn relay-not-tested", "inconclusive delivery-unclear");
const PUT_OFF = bothQuestions("warn relay-deferred", "warn delivery-deferred");

/** What is said of a code that does not belong where it is given. */
function saidOf(at: Step, code: WrongCode): Said {
  const noReply = !["2", "3", "4", "5"].includes(code.charAt(0));
  const deferred = code === "450";
  const refused = code === "550";
  switch (at) {
    case "greeting":
      return endsAt(
        "banner",
        deferred
          ? "inconclusive banner-deferred"
          : refused
            ? "inconclusive banner-refused"
            : "fail banner-malformed",
      );
    case "EHLO":
      // A bare 250 is an EHLO without extensions.
      if (code === "250") return { ...SOUND, starttls: "fail starttls-not-offered starttls-hidden" };
      return endsAt("ehlo", deferred || refused ? "inconclusive ehlo-client-refused" : "fail ehlo-malformed");
    case "STARTTLS":
      return noReply
        ? withoutTls("fail tls-handshake-failed", "pass", "skip")
        : withoutTls("fail starttls-refused");
    case "EHLO in TLS":
      if (code === "250") return SOUND;
      return inTlsEndsAtEhlo(
        deferred || refused ? "inconclusive ehlo-client-refused" : "fail ehlo-malformed",
      );
    case "MAIL":
      if (noReply) return bothQuestions("fail session-limit");
      // The server has forgotten the sender that it took, and says 503 to every RCPT.
      if (code === "250" || code === "299") return UNCLEAR;
      if (deferred) return PUT_OFF;
      return refused ? bothQuestions("warn relay-not-tested", "warn delivery-not-tested") : UNCLEAR;
    case "RCPT":
      if (noReply) return bothQuestions("fail session-limit");
      if (code === "250" || code === "299") return { ...SOUND, relay: "fail relay-open-to-us" };
      return deferred ? PUT_OFF : UNCLEAR;
    case "RSET":
    case "QUIT":
      return SOUND;
  }
}

const wrongCodes = STEPS.flatMap((at) =>
  CODES.map((code) =>
    scripted(`says-${code}-at-${labelOf(at)}`, saidOf(at, code), {
      troubles: [{ at, reply: `${code} words` }],
    }),
  ),
);

/** Servers that hear a command and never say a word again. */
const silent: readonly Peer[] = [
  scripted("silence-at-ehlo", endsAt("ehlo", "fail ehlo-timeout"), {
    troubles: [{ at: "EHLO", then: "silence" }],
  }),
  scripted("silence-at-starttls", withoutTls("fail tls-timeout", "pass", "skip"), {
    troubles: [{ at: "STARTTLS", then: "silence" }],
  }),
  scripted(
    "silence-at-ehlo-in-tls",
    { ...SOUND, ehlo: "fail ehlo-timeout" },
    { troubles: [{ at: "EHLO in TLS", then: "silence" }] },
  ),
  scripted("silence-at-mail", bothQuestions("fail session-limit"), {
    troubles: [{ at: "MAIL", then: "silence" }],
  }),
  scripted("silence-at-rcpt", bothQuestions("fail session-limit"), {
    troubles: [{ at: "RCPT", then: "silence" }],
  }),
  scripted("silence-at-rset", SOUND, { troubles: [{ at: "RSET", then: "silence" }] }),
  scripted("silence-at-quit", SOUND, { troubles: [{ at: "QUIT", then: "silence" }] }),
];

export const steps: readonly Peer[] = [...goingAway, ...aroundHandshake, ...early, ...wrongCodes, ...silent];

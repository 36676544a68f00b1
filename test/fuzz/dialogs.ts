/** Dialogs as servers were seen to lead them, and what can become of them. */
import fc from "fast-check";
import { ENGLISH_REPLIES } from "../judge/replies/english-replies.ts";

/** What a server says to one connection: the greeting, then one entry for each command; latin1, line ends included. */
export type Dialog = readonly string[];

/** A whole reply. */
function reply(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\r\n`).join("");
}

const GREETINGS = [
  reply("220 mx.own.test ESMTP Postfix"),
  reply("220-mx.own.test ESMTP", "220 ready"),
  reply("220 ****************"),
  reply("220-please wait", "220 mx.own.test"),
  reply("554 5.7.1 no service for you"),
  reply("421 4.7.0 too many connections"),
  reply("450 4.3.2 come again"),
];
const HELLOS = [
  reply("250-mx.own.test", "250-PIPELINING", "250-SIZE 10240000", "250-STARTTLS", "250 8BITMIME"),
  reply("250-mx.own.test Hello client.test [192.0.2.1]", "250-SIZE 52428800", "250-STARTTLS", "250 HELP"),
  reply("250-mx.own.test", "250-PIPELINING", "250-AUTH PLAIN LOGIN", "250 STARTTLS"),
  reply("250-mx.own.test", "250-PIPELINING", "250 8BITMIME"),
  reply("250-mx.own.test", "250-XXXXXXXA", "250 PIPELINING"),
  reply("250 mx.own.test"),
  reply("502 5.5.1 command not implemented"),
  reply("550 5.7.1 access denied"),
];
const STARTTLS = [
  reply("220 2.0.0 Ready to start TLS"),
  reply("220 2.0.0 Ready to start TLS"),
  reply("454 4.7.0 TLS not available"),
  reply("502 5.5.1 command not implemented"),
  reply("421 4.7.0 go away"),
];
const MAILS = [
  reply("250 2.1.0 Ok"),
  reply("250 2.1.0 Ok"),
  reply("421 4.7.0 [TSS04] deferred"),
  reply("550 5.7.1 blocked"),
  reply("530 5.7.0 Must issue a STARTTLS command first"),
];
const RECIPIENTS = Object.values(ENGLISH_REPLIES)
  .flat()
  .map((says) => reply(...says.split("\n")));
const OWN = [
  reply("250 2.1.5 Ok"),
  reply("250 2.1.5 Ok"),
  reply("554 5.7.1 <postmaster@own.test>: Relay access denied"),
];
const RSET = [reply("250 2.0.0 Ok")];
const QUIT = [reply("221 2.0.0 Bye")];

/** Nothing is wrong with this server. */
export const SOUND_DIALOG: Dialog = [
  reply("220 mx.own.test ESMTP Postfix"),
  reply("250-mx.own.test", "250-PIPELINING", "250-STARTTLS", "250 8BITMIME"),
  reply("220 2.0.0 Ready to start TLS"),
  reply("250-mx.own.test", "250-PIPELINING", "250 8BITMIME"),
  reply("250 2.1.0 Ok"),
  reply("554 5.7.1 <probe@foreign.test>: Relay access denied"),
  ...[...RSET, ...MAILS.slice(0, 1), ...OWN.slice(0, 1), ...RSET, ...QUIT],
];

const common = (all: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...all.slice(0, 2)) },
    { weight: 2, arbitrary: fc.constantFrom(...all) },
  );

const questions = [
  common(MAILS),
  fc.constantFrom(...RECIPIENTS),
  common(RSET),
  common(MAILS),
  common(OWN),
  common(RSET),
  common(QUIT),
] as const;

/** Dialogs that nobody has touched. In the clear STARTTLS is refused, so that the questions follow. */
export const recordedInClear: fc.Arbitrary<Dialog> = fc.tuple(
  common(GREETINGS),
  common(HELLOS),
  fc.constantFrom(...STARTTLS.slice(2, 4)),
  ...questions,
);
/** With STARTTLS taken, and a second EHLO inside TLS. */
export const recordedWithTls: fc.Arbitrary<Dialog> = fc.tuple(
  common(GREETINGS),
  common(HELLOS),
  common(STARTTLS),
  common(HELLOS),
  ...questions,
);

/** One thing that goes wrong; places are taken modulo what is there. */
type Mishap =
  | { readonly kind: "drop" | "duplicate" | "early"; readonly at: number }
  | { readonly kind: "swap"; readonly at: number; readonly with: number }
  | { readonly kind: "truncate"; readonly at: number; readonly length: number }
  | { readonly kind: "code"; readonly at: number; readonly code: string }
  | { readonly kind: "insert"; readonly at: number; readonly place: number; readonly octets: string }
  | { readonly kind: "line ends"; readonly at: number; readonly ends: string };

const at = fc.nat({ max: 11 });
const mishap: fc.Arbitrary<Mishap> = fc.oneof(
  fc.record({ kind: fc.constantFrom("drop" as const, "duplicate" as const, "early" as const), at }),
  fc.record({ kind: fc.constant("swap" as const), at, with: at }),
  fc.record({ kind: fc.constant("truncate" as const), at, length: fc.nat({ max: 80 }) }),
  fc.record({
    kind: fc.constant("code" as const),
    at,
    code: fc.constantFrom(
      "220",
      "250",
      "251",
      "354",
      "421",
      "450",
      "454",
      "500",
      "502",
      "530",
      "550",
      "554",
      "199",
      "600",
      "25",
    ),
  }),
  fc.record({
    kind: fc.constant("insert" as const),
    at,
    place: fc.nat({ max: 80 }),
    octets: fc.constantFrom(
      "\r\n",
      "\n",
      "\r",
      "\x00",
      "\xff",
      "250 Ok\r\n",
      "250-",
      "554 5.7.1 Relay access denied\r\n",
      "\x16\x03\x01",
      "x".repeat(5000),
    ),
  }),
  fc.record({
    kind: fc.constant("line ends" as const),
    at,
    ends: fc.constantFrom("\n", "\r", "\r\r\n", "\n\n", ""),
  }),
);

/** A few mishaps in a row; most dialogs have none or one. */
export const mishaps: fc.Arbitrary<readonly Mishap[]> = fc.oneof(
  fc.array(mishap, { maxLength: 1 }),
  fc.array(mishap, { maxLength: 4 }),
);

/** The dialog after everything that went wrong. */
export function spoilt(dialog: Dialog, all: readonly Mishap[]): Dialog {
  return all.reduce(spoil, dialog);
}

function spoil(dialog: Dialog, mishap: Mishap): Dialog {
  const place = mishap.at % Math.max(1, dialog.length);
  const one = dialog[place] ?? "";
  const withOne = (changed: string): Dialog => dialog.with(place, changed);
  if (dialog.length === 0) return dialog;
  switch (mishap.kind) {
    case "drop":
      return dialog.toSpliced(place, 1);
    case "duplicate":
      return dialog.toSpliced(place, 0, one);
    case "early":
      return dialog.toSpliced(place, 2, one + (dialog[place + 1] ?? ""));
    case "swap": {
      const other = mishap.with % dialog.length;
      return dialog.with(place, dialog[other] ?? "").with(other, one);
    }
    case "truncate":
      return withOne(one.slice(0, mishap.length));
    case "code":
      return withOne(one.replaceAll(/^\d{3}/gm, mishap.code));
    case "insert": {
      const before = mishap.place % (one.length + 1);
      return withOne(one.slice(0, before) + mishap.octets + one.slice(before));
    }
    case "line ends":
      return withOne(one.replaceAll("\r\n", mishap.ends));
  }
}

/** Replies and questions for the tests of meanings: the placeholders are those of the corpus. */
import type { Asked } from "../../../src/judge/replies/quoted-names.ts";
import { questionOf, recorded } from "../../corpus/confusion.ts";
import type { Reply } from "../../../src/observe/observation.ts";

/** Lines as one text, without line ends. */
export const replyOf = (text: string): Reply => recorded(text.split("\n"));

/** A reply of bytes that are no UTF-8. */
export const replyOfBytes = (code: number, ...bytes: readonly number[]): Reply => ({
  code,
  lines: [`${String(code)} ${String.fromCharCode(...bytes)}`],
  seconds: 0,
});

export const toForeign: Asked = questionOf("RCPT", "foreign", []);
export const toOwn: Asked = questionOf("RCPT", "own", []);
export const toMail: Asked = questionOf("MAIL", null, []);

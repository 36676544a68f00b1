/** How the words of a command line are read: what a page of docs/codes says that they show. */
import type { Said } from "./shell-line.ts";

/** Whether what a line gave is what the page promises. */
export type Shows = (said: Said) => boolean;

/** Its words have all of these. */
export function says(...patterns: readonly RegExp[]): Shows {
  return ({ output }) => patterns.every((pattern) => pattern.test(output));
}

/** Its words have none of these. */
export function lacks(...patterns: readonly RegExp[]): Shows {
  return ({ output }) => !patterns.some((pattern) => pattern.test(output));
}

/** It waits for something that does not come, or had to be ended. */
export const hangs: Shows = ({ status }) => status === null;

export function takes(seconds: number): Shows {
  return (said) => said.seconds >= seconds;
}

export function both(...all: readonly Shows[]): Shows {
  return (said) => all.every((shows) => shows(said));
}

export function either(...all: readonly Shows[]): Shows {
  return (said) => all.some((shows) => shows(said));
}

/** The answer to one command of swaks, `RCPT` say, is like this; `<**` and `<~*` mark refusals. */
export function answers(command: string, answer: RegExp): Shows {
  return ({ output }) => {
    const after = new RegExp(`^ [-~]> ${command}.*\\n((?:<.*\\n)+)`, "m").exec(output)?.[1] ?? "";
    return after.split("\n").some((line) => answer.test(line.replace(/^<[-~*]{1,2} */, "")));
  };
}

/** The connection ends where this command wants an answer. */
export function hangsUpAt(command: string): Shows {
  return says(new RegExp(`^ [-~]> (?:${command}).*\\n\\*\\*\\* Remote host closed connection`, "m"));
}

/** Names in the MX lines of dig. */
export function exchangesOf({ output }: Said): string[] {
  return [...output.matchAll(/\sMX\s+\d+ (\S+)$/gm)].map(([, name = ""]) => name.toLowerCase());
}

/** The date behind `notAfter=` or `notBefore=`, in days from now. */
export function daysUntil({ output }: Said, which: "notAfter" | "notBefore"): number {
  const date = new RegExp(`^${which}=(.*)$`, "m").exec(output)?.[1];
  return (Date.parse(date ?? "") - Date.now()) / 86_400_000;
}

/** A certificate in the list of `openssl s_client -showcerts`. */
export interface Listed {
  readonly subject: string;
  readonly issuer: string;
  /** Key, in OpenSSL's words, and algorithm of the signature. */
  readonly key: string;
  readonly signature: string;
  readonly daysLeft: number;
}

export function listedIn({ output }: Said): Listed[] {
  const entry = /^ *\d+ s:(.*)\n *i:(.*)\n *a:PKEY: (.*); sigalg: (.*)\n *v:.*NotAfter: (.*)$/gm;
  return [...output.matchAll(entry)].map(
    ([, subject = "", issuer = "", key = "", signature = "", end = ""]) => ({
      subject,
      issuer,
      key,
      signature,
      daysLeft: (Date.parse(end) - Date.now()) / 86_400_000,
    }),
  );
}

/** A certificate above the leaf is like this. */
export function listsAboveLeaf(like: (certificate: Listed) => boolean): Shows {
  return (said) => listedIn(said).slice(1).some(like);
}

/** The host that the line names to the server (SNI). */
export function hostOf({ line }: Said): string {
  return / -servername (\S+)/.exec(line)?.[1] ?? "";
}

/** The host is among the certificate's DNS names, a wildcard for its first label included. */
export const namesHost: Shows = (said) => {
  const names = [...said.output.matchAll(/DNS:([^,\s]+)/g)].map(([, name = ""]) => name.toLowerCase());
  const host = hostOf(said);
  return names.some((name) => name === host || name === host.replace(/^[^.]+/, "*"));
};

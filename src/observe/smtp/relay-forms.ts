/**
 * The forms of the thorough relay test: the sixteen of the classic suite (as in nmap's smtp-open-relay), a
 * sender of the tested domain, a trailing `@`, and a random local part at the domain itself as a control.
 */
import { literalOf } from "../../text/address.ts";
import type { RelayRecipient } from "../observation.ts";

/** One sender and one recipient to try. */
export interface RelayForm {
  readonly name: string;
  readonly kind: RelayRecipient["kind"];
  readonly sender: string;
  /** What stands between the angle brackets of RCPT. */
  readonly recipient: string;
  /** The recipient's domain part is foreign: who takes it relays. Other forms may merely be odd local parts. */
  readonly foreignDomain: boolean;
}

export interface RelayFormSubject {
  /** Foreign recipient, `local@domain`. */
  readonly recipient: string;
  /** Name of the server. */
  readonly host: string;
  /** IP address of the server. */
  readonly address: string;
  /** Mail domain that the server is there for; none for servers named directly. */
  readonly domain: string | undefined;
  /** A number in [0, 1), for the random local part. */
  readonly random: () => number;
}

/** Letters of a local part that nobody has. */
const RANDOM_LETTERS = 12;

/** The forms in the order in which they are tried; the plain one of the basic test is not repeated. */
export function relayForms({ recipient, host, address, domain, random }: RelayFormSubject): RelayForm[] {
  const at = recipient.lastIndexOf("@");
  const user = recipient.slice(0, at);
  const foreign = recipient.slice(at + 1);
  const literal = literalOf(address);
  const here = `mx-gate@${literal}`;
  const plain = (name: string, sender: string): RelayForm => {
    return { name, kind: "foreign", sender, recipient, foreignDomain: true };
  };
  const odd = (name: string, to: string, foreignDomain = false): RelayForm => {
    return { name, kind: "foreign", sender: here, recipient: to, foreignDomain };
  };
  const own: RelayForm[] =
    domain === undefined
      ? []
      : [
          {
            name: "random local part",
            kind: "random-local",
            sender: "",
            recipient: `${randomLocalPart(random)}@${domain}`,
            foreignDomain: false,
          },
          plain("sender of the tested domain", `postmaster@${domain}`),
        ];
  return [
    ...own,
    plain("sender of the recipient's domain", `mx-gate@${foreign}`),
    plain("sender of the server's name", `mx-gate@${host}`),
    plain("sender at the server's address", here),
    odd("source route by address", `@${literal}:${recipient}`, true),
    odd("source route by name", `@${host}:${recipient}`, true),
    odd("percent hack by address", `${user}%${foreign}@${literal}`),
    odd("percent hack by name", `${user}%${foreign}@${host}`),
    odd("quoted address", `"${recipient}"`),
    odd("quoted percent hack", `"${user}%${foreign}"`),
    odd("two domains, the last an address", `${recipient}@${literal}`),
    odd("quoted address at an address", `"${recipient}"@${literal}`),
    odd("two domains, the last a name", `${recipient}@${host}`),
    odd("bang path", `${foreign}!${user}`),
    odd("bang path by address", `${foreign}!${user}@${literal}`),
    odd("bang path by name", `${foreign}!${user}@${host}`),
    odd("trailing @", `${recipient}@`),
  ];
}

function randomLocalPart(random: () => number): string {
  const letters = Array.from({ length: RANDOM_LETTERS }, () =>
    String.fromCodePoint(97 + Math.floor(random() * 26)),
  );
  return `mx-gate-${letters.join("")}`;
}

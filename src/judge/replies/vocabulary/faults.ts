/** Trouble that is told from what stands beside it, and words that leave open what is wrong with an address. */
import type { Vocabulary } from "../lexicon.ts";

export type FaultConcept =
  /** The server's own, whatever else is said: its configuration, its disk, its loops. */
  | "ownTrouble"
  /** The form of an address. */
  | "malformed"
  /** The same words for a user that is none and for a domain that is not served. */
  | "vague"
  /** Records in the DNS that the recipient's domain lacks. */
  | "domainRecords"
  /** Delivery to this recipient is forbidden: of a stranger's it is relaying, of our own it may be us. */
  | "deliveryDenied";

export const faults: Vocabulary<FaultConcept> = {
  ownTrouble: [
    {
      source:
        "RFC 3463 X.3.5 (system incorrectly configured), Postfix smtpd_check.c: Server configuration error; smtpd_milters, milter_default_action: tempfail",
      phrases: [
        "server configuration error|problem",
        "configuration error|problem",
        "mail system configuration error|problem",
        "config error|problem",
        "failed expand",
        "expansion failed",
        "system config error|problem",
        "system incorrectly configured",
        "incorrectly configured",
        "our database|backend|server|system error*|fail*|returned",
        "database returned|failed|down|unreachable",
        "policy server configuration",
        "service unavailable . try again later",
        "filter message initialization|initialisation",
        "filter initialization|initialisation",
        "initialization|initialisation failure|failed|error",
        "unable correctly",
        "milter error*|fail*|unavailable",
        "filter|scanner|scanning|milter unreachable|unavailable|down|timeout|offline|crashed",
        "filter|scanner|milter not available|reachable|responding|running",
        "policy server|service|daemon unreachable|unavailable|down|timeout|offline|crashed|failed|fail*|error",
        "policy server|service|daemon not available|reachable|responding|running",
        "read only mode|state",
        "mailer error",
        "not able establish*",
        "unable establish*",
        "can|could not establish*",
        "failed to establish",
        "operating system error",
        "eaddrnotavail|econnrefused|econnreset|etimedout|etimeout|esockettimedout|enotfound|eservfail|ehostunreach|enetunreach",
      ],
    },
    {
      source: "RFC 3463 X.4.6, RFC 5321 6.3, exim src/deliver.c: routing loops, aliases that lead back",
      phrases: [
        "routing loop*",
        "mail loop*",
        "mail forwarding loop*",
        "forwarding loop*",
        "alias loop*",
        "loops back",
        "loop detect*",
        "loop found",
        "message looping",
        "mail looping",
        "looping",
        "loop back",
        "loops to myself",
        "loops to itself",
        "proxying loops",
        "recursive forward*",
        "too many forward*|redirect*|alias*",
        "recursive alias*",
        "nested alias*",
        "alias expansion",
        "list expansion",
        "mailing list expansion",
        "lowest numbered mx",
      ],
    },
    {
      source: "errno(3): ENOSPC, EROFS, EIO; RFC 3463 X.3.1 (mail system full)",
      phrases: [
        "no space left on device",
        "read only file system",
        "input output error",
        "mail system full",
        "can not create|open|write|rename|lock|read|execute|start|run",
        "could not create|open|write|rename|lock|read",
        "unable create|open|write|rename|lock|read",
        "failed to create|open|write|rename|lock|read",
      ],
    },
  ],
  malformed: [
    {
      source: "RFC 5321 4.2.3 (501, 553), RFC 3463 X.1.3: the form of the address, not what it names",
      phrases: [
        "recipient address syntax",
        "bad|invalid recipient address syntax",
        "address syntax",
        "bad|invalid address syntax",
        "bad|invalid destination address syntax",
        "malformed address|recipient",
        "malformed recipient address",
        "malformed email address",
        "character|characters in address",
        "character|characters in recipient",
        "character|characters in local part",
        "ascii character|characters",
        "not valid rfc",
        "address not valid rfc",
        "address format",
        "invalid|bad|illegal address format",
      ],
    },
  ],
  vague: [
    {
      source:
        "OpenSMTPD lka_session.c (Invalid recipient: no such user, or no rule for the domain); Trellix ETP100",
      phrases: [
        "invalid|bad|illegal|wrong recipient",
        "invalid|bad|illegal|wrong recipients",
        "invalid|bad|illegal address",
        "invalid|bad|illegal rcpt",
        "invalid|bad|illegal recipient address",
        "invalid recipient domain mode",
        "not receive for specified address",
        "recipient invalid",
        "recipient address invalid",
        "address invalid",
        "no users",
        "no mail users",
        "no mailboxes",
        "no mailbox for domain",
        "no valid recipient*",
      ],
    },
  ],
  domainRecords: [
    {
      source: "RFC 5321 5.1, RFC 7505: MX, A and AAAA records of the domain that mail is for",
      phrases: [
        "not have mx*",
        "not have mx record*",
        "not have valid mx*",
        "not have dns record*",
        "null mx",
        "nullmx",
        "mx null",
        "no mx",
        "no mx record*",
        "no mx records configured",
        "no valid mx*",
        "no mx or a record*",
        "no mail exchanger*",
        "no usable mx*",
        "missing mx*",
        "mx record* point|points|pointing",
        "mx point|points|pointing",
        "mx record* invalid",
        "invalid|bad|bogus|illegal mx*",
        "mx resolves to",
        "no mx host*",
        "mx host* not",
        "no a or mx*",
        "no aaaa or mx*",
        "no valid address record",
        "not have a|mx|aaaa record*",
      ],
    },
  ],
  deliveryDenied: [
    {
      source:
        "hMailServer SMTPConnection.cpp: Delivery is not allowed to this address, of an external recipient",
      phrases: [
        "delivery not allowed|permitted address",
        "delivery not allowed|permitted recipient",
        "delivery not allowed|permitted domain",
        "delivery denied|forbidden|prohibited address",
      ],
    },
  ],
};

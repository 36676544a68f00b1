/** Refusals of the recipient, and those that are not for ever. */
import type { Said } from "./real-reply.ts";

export const recipientDomainRefused: readonly Said[] = [
  [
    "Postfix, null MX",
    "556 5.1.10 <probe@example.com>: Recipient address rejected: Domain example.com does not accept mail (nullMX)",
  ],
  ["Postfix, unknown domain", "450 4.1.2 <probe@nowhere.test>: Recipient address rejected: Domain not found"],
  [
    "Postfix, unknown domain, permanently",
    "550 5.1.2 <probe@nowhere.test>: Recipient address rejected: Domain not found",
  ],
  ["Exim", "550 Unrouteable address"],
  ["Sendmail", "550 5.1.2 <probe@nowhere.test>... Host unknown (Name server: nowhere.test: host not found)"],
  ["a server that looks the domain up", "550 5.1.2 <probe@nowhere.test>: domain does not exist"],
];

export const deferred: readonly Said[] = [
  [
    "postgrey",
    "450 4.2.0 <probe@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.net.html",
  ],
  ["SQLgrey", "450 4.7.1 <probe@example.com>: Recipient address rejected: Greylisted for 5 minutes"],
  ["milter-greylist", "451 4.7.1 Greylisting in action, please come back in 00:05:00"],
  ["rspamd", "451 4.7.1 Try again later"],
  ["OpenBSD spamd", "451 Temporary failure, please try again later."],
  ["greylistd on Exim", "451 192.0.2.1 is greylisted. Please try again later."],
  ["hMailServer", "451 Please try again later."],
  ["postscreen, after-220 tests", "450 4.3.2 Service currently unavailable"],
  ["Postfix, local trouble", "451 4.3.0 <probe@example.com>: Temporary lookup failure"],
  ["Postfix, rate", "450 4.7.1 Error: too many recipients from 192.0.2.1"],
  ["Exchange Online", "451 4.7.0 Temporary server error. Please try again later. PRX2"],
  ["Exchange, back pressure", "452 4.3.1 Insufficient system resources"],
  ["Exim, callout", "451 Could not complete recipient verify callout"],
  ["Haraka 1", "450 I cannot deliver mail for <probe@example.com>"],
];

export const rejectedOtherwise: readonly Said[] = [
  [
    "Postfix",
    "550 5.1.1 <probe@example.com>: Recipient address rejected: User unknown in local recipient table",
  ],
  [
    "Postfix, virtual",
    "550 5.1.1 <probe@example.com>: Recipient address rejected: User unknown in virtual mailbox table",
  ],
  ["Postfix, access table", "554 5.7.1 <probe@example.com>: Recipient address rejected: Access denied"],
  [
    "Exchange Online, edge blocking",
    "550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [AM0EUR02FT040.eop-EUR02.prod.protection.outlook.com]",
  ],
  [
    "Gmail",
    [
      "550-5.1.1 The email account that you tried to reach does not exist. Please try",
      "550-5.1.1 double-checking the recipient's email address for typos or",
      "550 5.1.1 unnecessary spaces.",
    ],
  ],
  ["Exim", "550 Unknown user"],
  ["Haraka", "550 I cannot deliver mail for <probe@example.com>"],
  ["OpenSMTPD", "550 Invalid recipient"],
  ["hMailServer", "550 Delivery is not allowed to this address."],
  ["qmail", "550 sorry, no mailbox here by that name. (#5.1.1)"],
  ["Sendmail", "550 5.1.1 <probe@example.com>... User unknown"],
];

export const deferredSession: readonly Said[] = [
  [
    "Yahoo",
    "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1",
  ],
  ["Gmail", "421 4.7.0 IP not in whitelist for RCPT domain, closing connection."],
  ["Postfix", "421 4.7.0 Error: too many errors"],
];

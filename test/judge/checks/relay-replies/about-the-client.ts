/** Refusals of the client, its name or its sender. */
import type { Said } from "./real-reply.ts";

export const clientRefused: readonly Said[] = [
  [
    "Postfix, block list",
    "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
  ],
  [
    "Postfix, block list of relays",
    "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using relays.ordb.org; This mail was handled by an open relay",
  ],
  ["Postfix, reverse name", "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]"],
  ["Postfix 3.1, reverse name", "450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]"],
  ["Postfix, no PTR", "550 5.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]"],
  ["Postfix, access table", "554 5.7.1 <host.example.net[192.0.2.1]>: Client host rejected: Access denied"],
  ["Postfix, HELO without a dot", "504 5.5.2 <probe>: Helo command rejected: need fully-qualified hostname"],
  ["Postfix, HELO access table", "554 5.7.1 <probe.example.net>: Helo command rejected: Access denied"],
  [
    "Postfix, sender without domain",
    "504 5.5.2 <probe>: Sender address rejected: need fully-qualified address",
  ],
  ["Postfix, sender's domain", "450 4.1.8 <probe@nowhere.test>: Sender address rejected: Domain not found"],
  [
    "Postfix, sender's domain, permanently",
    "554 5.1.8 <probe@nowhere.test>: Sender address rejected: Domain not found",
  ],
  ["Postfix, sender's syntax", "501 5.1.7 Bad sender address syntax"],
  ["Exchange, sender's syntax", "501 5.1.7 Invalid address"],
  ["Postfix, null sender", "550 5.7.1 <>: Sender address rejected: Go away postmaster"],
  [
    "postscreen, block list",
    "550 5.7.1 Service unavailable; client [192.0.2.1] blocked using b.barracudacentral.org",
  ],
  ["postscreen, 4xx", "450 4.7.1 Service unavailable; client [192.0.2.1] blocked using zen.spamhaus.org"],
  ["postscreen, pregreet", "550 5.5.1 Protocol error"],
  ["Exim, callout", ["550-Verification failed for <probe@example.net>", "550 Sender verify failed"]],
  ["Exim, block list", "550 192.0.2.1 is in a black list at dnsbl.sorbs.net"],
  [
    "Exchange Online, banned",
    "550 5.7.606 Access denied, banned sending IP [192.0.2.1]. To request removal from this list please visit https://sender.office.com/",
  ],
  [
    "outlook.com",
    "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).",
  ],
  [
    "outlook.com, reputation",
    "451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation.",
  ],
  [
    "Exchange Online, customer list",
    "550 5.7.513 Service unavailable, Client host [192.0.2.1] blocked by example.net using Customer Block list (AS16012607)",
  ],
  [
    "Exchange Online, IPv6",
    "550 5.7.25 Access denied, the sending IPv6 address [2001:db8::1] must have a reverse DNS record",
  ],
  ["Exchange Online, HELO", "550 5.7.506 Access denied, Bad HELO"],
  ["Exchange, sender", "550 5.7.60 SMTP; Client does not have permissions to send as this sender"],
  [
    "Gmail, no PTR",
    [
      "550-5.7.25 [192.0.2.1] The IP address sending this message does not have a PTR",
      "550 5.7.25 record, or the corresponding forward DNS entry does not point to the sending IP.",
    ],
  ],
  [
    "Gmail, unusual rate",
    [
      "550-5.7.28 [192.0.2.1] There is an unusual rate of unsolicited mail originating from",
      "550-5.7.28 your IP address. To protect our users from spam, mail sent from your IP",
      "550 5.7.28 address has been blocked.",
    ],
  ],
  [
    "Yahoo, Spamhaus",
    "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html",
  ],
  ["Sendmail, block list", "550 5.7.1 Rejected: 192.0.2.1 listed at dnsbl.example.net"],
  [
    "Sendmail 8.9, block list",
    "550 5.7.1 Mail from 192.0.2.1 refused by blackhole site relays.mail-abuse.org",
  ],
  [
    "Sendmail, sender's domain",
    "553 5.1.8 <probe@nowhere.test>... Domain of sender address probe@nowhere.test does not exist",
  ],
  ["Sendmail, reverse name", "550 5.7.1 Fix reverse DNS for 192.0.2.1"],
  ["qmail, sender", "553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)"],
  [
    "policyd-weight",
    "550 5.7.1 <probe@example.com>: Recipient address rejected: Your MTA is listed in too many DNSBLs; please correct your HELO",
  ],
  ["Proofpoint", "554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1"],
  [
    "Barracuda",
    "554 Service unavailable; Client host [192.0.2.1] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/",
  ],
  ["mail.ru", "550 5.7.1 We do not accept mail from dynamic IPs."],
];

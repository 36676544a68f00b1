import type { RealReply } from "./real-reply.ts";

/** Words that lead astray whoever looks for words alone. */
export const TRAPS: readonly RealReply[] = [
  // The relay of the advice is another's.
  {
    of: "Gmail, dynamic address",
    says: [
      "550-5.7.1 [192.0.2.1] The IP you're using to send mail is not authorized to",
      "550-5.7.1 send email directly to our servers. Please use the SMTP relay at your",
      "550-5.7.1 service provider instead. For more information, go to",
      "550 5.7.1  https://support.google.com/mail/?p=NotAuthorizedError a640c23a62f3a-gsmtp",
    ],
    means: "client-refused",
  },
  // A domain that is relayed to is served.
  {
    of: "Postfix, backup MX",
    says: "550 5.1.1 <postmaster@example.net>: Recipient address rejected: User unknown in relay recipient table",
    means: "rejected-otherwise",
  },
  {
    of: "Yahoo, rate",
    says: "451 VS1-IP Excessive unknown recipients - possible Open Relay (#4.1.8)",
    means: "deferred",
  },
  {
    of: "a Sendmail that wants a reverse name",
    says: "550 5.7.1 unresolvable relay host name",
    means: "client-refused",
  },
  // The host that is not found is the client's.
  {
    of: "Postfix, HELO",
    says: "450 4.7.1 <probe.example.net>: Helo command rejected: Host not found",
    means: "client-refused",
  },
  // The domain that takes no mail is the sender's.
  {
    of: "Postfix, sender with a null MX",
    says: "550 5.7.27 <probe@example.com>: Sender address rejected: Domain example.com does not accept mail (nullMX)",
    means: "client-refused",
  },
  {
    of: "Postfix 2.2, sender's domain",
    says: "450 <probe@nowhere.test>: Sender address rejected: Domain not found",
    means: "client-refused",
  },
  // Names that hold the words.
  {
    of: "a server that quotes the recipient without brackets",
    says: "550 5.1.1 mx-gate-relay-test@example.com... User unknown",
    means: "rejected-otherwise",
  },
  {
    of: "a greylist on a host with such a name",
    says: "451 4.7.1 relay.example.net: Greylisted, try again in 300 seconds",
    means: "deferred",
  },
  {
    of: "a recipient whose name asks for a login",
    says: "550 5.1.1 <authenticate@relay.example>: User unknown",
    means: "rejected-otherwise",
  },
  // Authentication of mail is none of people.
  {
    of: "Gmail, DMARC",
    says: "451 4.7.26 Unauthenticated email from example.net is not accepted due to domain's DMARC policy, but temporary DNS failures prevent authentication.",
    means: "client-refused",
  },
  // 530 and 550 as text.
  {
    of: "a server that counts",
    says: "451 4.3.0 Queue 530 is full, 550 messages waiting",
    means: "deferred",
  },
  { of: "a greylist with a high number", says: "451 4.7.1 Try again in 530 seconds", means: "deferred" },
  {
    of: "Yahoo, persistent",
    says: "553 5.7.2 [TSS11] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed.",
    means: "client-refused",
  },
  {
    of: "Exchange Online, spam",
    says: "550 5.7.501 Access denied, spam abuse detected",
    means: "client-refused",
  },
  {
    of: "Exim, null MX",
    says: "550 an MX or SRV record indicated no SMTP service",
    means: "recipient-domain-refused",
  },
];

/** Where something was said, by whom, and for whom: it tells how the rest is to be read. */
import type { Vocabulary } from "../../lexicon.ts";

export const places: Vocabulary<"place" | "innerReply" | "recipientRule"> = {
  place: [
    {
      source: "postfix/src/smtpd/smtpd_check.c: MAIL_ERROR names, said before every policy answer at RCPT",
      phrases: [
        "recipient address rejected ,",
        "recipient address rejected",
        "in reply to rcpt to command",
        "in reply to mail from command",
        "reply to rcpt to",
        "reply to mail from",
        "in relay recipient table",
        "in local recipient table",
        "in virtual alias table",
        "in virtual mailbox table",
        "forwarding information",
        "forwarding address",
      ],
    },
    {
      source: "RFC 5321 4.2.3: Requested action not taken",
      phrases: [
        "requested action not taken",
        "requested mail action not taken",
        "requested action aborted",
        "requested mail action aborted",
      ],
    },
  ],
  innerReply: [
    {
      source: "postfix/src/smtp, src/verify: host NAME[ADDRESS] said: REPLY",
      phrases: [
        "said , #",
        "said #",
        "responded , #",
        "responded with #",
        "replied , #",
        "answered , #",
        "returned , #",
        "response , #",
      ],
    },
  ],
  recipientRule: [
    {
      source: "Exchange: RESOLVER.RST.SenderNotAuthenticatedForMailbox, RestrictedToRecipientsPermission",
      phrases: [
        "authenticated for mailbox",
        "not authenticated for mailbox|recipient|group",
        "only authenticated users|senders",
        "authenticated for recipient",
        "authenticated for group",
        "authentication required for mailbox",
        "authentication required for recipient",
        "restricted to recipient*",
        "not want your mail",
        "recipient preference*",
        "recipient s preference*",
        "recipient filter*",
        "recipient policy",
        "rejected by recipient*",
        "rejected by user",
        "rejected by destination*",
        "refused by recipient*",
        "blocked by recipient*",
        "blocked by user",
        "rejected by policy of recipient",
        "rejected by this user|recipient|addressee",
        "refused by this user|recipient",
        "blocked by this user|recipient",
        "declined by recipient*|user",
        "senderfilterconfig",
        "sender filter config",
        "not permitted send to this recipient",
      ],
    },
    {
      source:
        "Gmail 4.5.3, MailChannels, Haraka: recipients whose settings or next hops differ do not fit into one transaction",
      phrases: [
        "separate transaction*|session*|connection*|message*",
        "different transaction*|session*",
        "another transaction",
        "split transaction*",
        "per transaction",
        "same transaction",
        "one domain per",
        "multiple destination domain*",
        "multiple domains",
        "policy mismatch",
      ],
    },
  ],
};

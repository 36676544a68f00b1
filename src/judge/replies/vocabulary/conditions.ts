/** Conditions of mailboxes, domains and servers that a phrase says as a whole, and greylisting. */
import type { Vocabulary } from "../lexicon.ts";
import { places } from "./subjects/places.ts";
import { trouble } from "./trouble.ts";

export type ConditionConcept =
  /** The standard's own words for 450 and 550, which many servers give in front of any cause. */
  | "standardMailbox"
  | "mailboxSaid"
  /** Exim says so of a user that it does not have, and of a domain that it cannot find. */
  | "unroutableAddress"
  | "domainSaid"
  | "greylisting"
  | "troubleSaid"
  /** Words of trouble that stand in other refusals, too. */
  | "trouble"
  /** The server asks another one whether the recipient exists, and got no answer. */
  | "verification"
  /** Where something was said: carries no meaning. */
  | "place"
  /** What follows was said by another server. */
  | "innerReply"
  /** A recipient that only some may write to. */
  | "recipientRule";

export const conditions: Vocabulary<ConditionConcept> = {
  standardMailbox: [
    {
      source: "RFC 5321 4.2.3",
      phrases: [
        "requested action not taken , mailbox unavailable",
        "requested mail action not taken , mailbox unavailable",
        "requested action not taken , mailbox not available",
        "requested action not taken mailbox unavailable",
        "requested action aborted , mailbox unavailable",
      ],
    },
  ],
  mailboxSaid: [
    {
      source: "qmail-send(8), vpopmail: no mailbox here by that name; chkuser: validrcptto",
      phrases: [
        "no mailbox here",
        "no mailbox",
        "no such mailbox",
        "mailbox busy|locked",
        "mailbox in use",
        "not accepted at|for address",
        "no such recipient",
        "route not accept incoming",
        "no such list|group|alias|forward|forwarder|employee|student",
        "validrcptto",
        "no account",
        "no such address",
        "no such person",
        "nobody here",
        "nobody by that name",
        "no one by that name",
        "no one here",
        "no local mailbox|user|recipient|account|address",
        "not know anyone|anybody|recipient|user|address|this person",
        "never heard of",
        "not heard of",
        "only outgoing mail|email",
        "outgoing mail only",
        "send only|sendonly",
        "no reply address|mailbox",
        "noreply address|mailbox",
        "outbound only",
        "only sends mail|email|messages",
        "not monitored mailbox|address",
        "unmonitored",
        "not user|recipient|mailbox|subscriber of",
        "not user|recipient|mailbox|subscriber here",
        "not user|recipient|mailbox|subscriber on|at|in",
        "not our customer|subscriber|user|client",
        "unable find alias|user|recipient|mailbox|account",
      ],
    },
    {
      source: "qmail badrcptto patches: your envelope recipient has been denied",
      phrases: ["your envelope recipient denied", "badrcptto*", "bad rcpt to list", "bad rcptto"],
    },
    {
      source: "Exchange: RESOLVER.ADR.RecipNotFound, RecipientNotFound",
      phrases: ["recip not found", "recipnotfound", "recipient not found"],
    },
    {
      source:
        "Exchange Online: directory-based edge blocking, 5.4.1 Recipient address rejected: Access denied. AS(…)",
      phrases: ["access denied . as , <id>"],
    },
    {
      source: "RFC 5321 4.2.3, 553: mailbox name not allowed",
      phrases: ["mailbox name not allowed", "mailbox name invalid", "recipient mailbox not allowed"],
    },
    {
      source: "Mimecast SMTP Error Codes (550 Invalid Recipient, with a link); Trend Micro Email Security",
      phrases: ["invalid recipient . , <url>", "recipient address rejected , invalid recipient"],
    },
    {
      source: "GMX postmaster page: Too many mails (mail bomb), a limit of the recipient",
      phrases: ["mail bomb"],
    },
    {
      source: "simple-login app/email/status.py: an address that is called an email",
      phrases: ["email not exist*", "email not found", "email unknown", "unknown email", "no such email"],
    },
    {
      source: "hMailServer: Recipient not in route list",
      phrases: [
        "not in route list",
        "not in recipient*",
        "not in recipient list",
        "not in list of recipients",
        "not in directory",
        "not in ldap",
        "not found in ldap|directory|address book",
        "not in address book",
      ],
    },
  ],
  unroutableAddress: [
    {
      source: "exim src/verify.c, default configuration: Unrouteable address",
      phrases: [
        "unrouteable|unroutable address*",
        "address unrouteable|unroutable",
        "address not routable|routeable",
        "unable route address",
      ],
    },
  ],
  domainSaid: [
    {
      source: "RFC 7504: server does not accept mail",
      phrases: [
        "host not accept* mail",
        "domain not accept* mail",
        "domain not accept* email",
        "domain <domain> not accept* mail",
        "<domain> not accept* mail",
        "<domain> not accept* email",
        "no smtp service",
        "not accept any mail",
      ],
    },
    {
      source:
        "Exchange Online 4.4.4: a domain with no mail-enabled subscriptions; 4.4.312 DNS; Mimecast 451: a customer without inbound mail",
      phrases: [
        "account inbounds disabled",
        "no mail enabled",
        "domain expired",
        "reserved",
        "dns query failed",
      ],
    },
    {
      source:
        "Postfix: Malformed DNS server reply; smtpd_check.c reject_unknown_recipient_domain: Domain not found",
      phrases: [
        "domain not found",
        "invalid|bad|illegal|wrong recipient domain|system|host",
        "unknown domain",
        "unrouteable mail domain",
        "unroutable mail domain",
        "unknown recipient domain",
        "host unknown",
        "unknown host",
        "no such host",
        "no such domain",
        "can not route to",
        "can not be routed",
        "unable route to",
        "host or domain name not found",
        "domain name not found",
        "name or service not known",
        "nodename nor servname",
        "no address associated with",
        "unable look up host <domain>",
        "can not resolve <domain>",
        "malformed dns",
        "malformed or unexpected name server",
        "dns error resolving|when resolving",
        "dns server returned",
        "domain resolve fail*",
        "no dns record*",
        "no dns entry|entries",
        "nxdomain",
        "not resolve in dns",
        "not found in dns",
        "not exist in dns",
      ],
    },
  ],
  greylisting: [
    {
      source: "RFC 6647: greylisting; postgrey(8), milter-greylist(8), spamd(8)",
      phrases: [
        "greylist*",
        "graylist*",
        "grey list*",
        "gray list*",
        "greylisted",
        "not yet authori*|allow*|permit*|accept*|known|whitelisted|seen|trusted",
        "first time",
        "first contact|attempt|connection|delivery|message",
        "new sender|client|host|server|connection|correspondent|source",
        "initial delivery|attempt|connection",
        "never|not seen before",
        "not seen you|this before",
        "not known yet",
        "unknown to us retry|try|please",
        "unknown to us , retry|try|resend|wait|come",
        "fight|fighting|combat|reduce|reducing|minimize|minimise|deter spam",
        "anti spam measure*",
        "antispam measure*",
        "deferred antispam|anti",
        "internal resource|resources temporarily",
        "internal resource|resources temporarily unavailable",
        "tempfail*",
        "delay list*",
        "delayed delivery",
        "triplet*",
        "tuple",
        "new|unknown triplet",
        "grey listed",
        "grau gelistet",
        "liste grise",
        "lista gris",
        "lista cinza",
        "серы* спис*",
        "серый список",
        "серого списка",
        "灰名单",
        "灰名單",
        "グレイリスト",
        "グレーリスト",
      ],
    },
  ],
  troubleSaid: trouble.troubleSaid,
  trouble: [
    {
      source: "RFC 3463 4.x.x",
      phrases: ["dns lookup", "lookup", "resources temporarily", "temporarily unable"],
    },
  ],
  verification: [
    {
      source:
        "Postfix ADDRESS_VERIFICATION_README: unverified address, address verification problem; Exim: callout",
      phrases: [
        "unverified address",
        "address verification*",
        "verification problem",
        "unable verify recipient*",
        "unable verify address*",
        "unable verify user*",
        "unable verify",
        "can not verify recipient*",
        "can not verify address*",
        "can not verify user*",
        "could not verify recipient*",
        "could not verify address*",
        "could not verify user*",
        "recipient verification",
        "user lookup",
        "recipient lookup",
        "recipient verify",
        "could not complete recipient",
        "recipient callout",
        "recipient not verified",
        "recipient not be verified",
        "address not verified",
        "address not be verified",
        "callout",
      ],
    },
  ],
  ...places,
};

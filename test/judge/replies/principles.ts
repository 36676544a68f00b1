/** The principles by which single replies are read, each with a reply that shows it. */
import type { Meaning } from "../../../src/judge/replies/meaning.ts";
import type { Asked } from "../../../src/judge/replies/quoted-names.ts";
import { toForeign, toMail } from "./answered.ts";

export interface Case {
  readonly says: string;
  readonly reply: string;
  readonly meaning: Meaning;
  readonly asked?: Asked;
}

const POSTFIX = "<postmaster@own.example>: Recipient address rejected:";

export const PRINCIPLES: readonly Case[] = [
  { says: "every 2xx is accepted", reply: "252 Cannot VRFY user", meaning: "accepted" },
  { says: "251 is, too", reply: "251 User not local; will forward", meaning: "accepted" },
  { says: "3xx is no answer", reply: "354 Go ahead", meaning: "unclear" },
  {
    says: "the named subject decides",
    reply: "550 5.1.1 Sender address rejected: User unknown",
    meaning: "client",
  },
  { says: "where it was said does not", reply: `450 4.2.0 ${POSTFIX} Greylisted`, meaning: "greylisting" },
  { says: "nor does it alone", reply: `554 5.7.1 ${POSTFIX} Access denied`, meaning: "unclear" },
  { says: "words outweigh the enhanced code", reply: "550 5.7.1 User unknown", meaning: "mailbox" },
  { says: "which counts where they are silent", reply: "550 5.7.25", meaning: "client" },
  { says: "in qmail's form, too", reply: "550 sorry (#5.1.1)", meaning: "mailbox" },
  { says: "our address is about us", reply: "554 5.7.1 Rejected: 192.0.2.77", meaning: "client" },
  { says: "our name is, too", reply: "554 5.7.1 probe.example rejected", meaning: "client" },
  { says: "not beside words of relaying", reply: "550 relaying denied for 192.0.2.77", meaning: "relaying" },
  { says: "nor of a mailbox", reply: "550 User unknown, relay=[192.0.2.77]", meaning: "mailbox" },
  { says: "names are no words of relaying", reply: "550 relay.denied.example: rejected", meaning: "unclear" },
  { says: "URLs keep their evidence", reply: "550 https://www.spamhaus.org/query/ip/1", meaning: "client" },
  {
    says: "a provider's code decides",
    reply: "554 ESMTP server not available AUP#I-1010",
    meaning: "client",
  },
  { says: "each by its own table", reply: "550 5.5.0 Rejete. OFR_416 [416]", meaning: "mailbox" },
  { says: "also in small letters", reply: "550 5.2.0 Mail rejete. ofr_506 [506]", meaning: "client" },
  { says: "AOL's in brackets", reply: "554 5.7.1 : (CON:B1)", meaning: "client" },
  {
    says: "a restricted group wants no login",
    reply: "550 5.7.133 RESOLVER.RST; authentication required",
    meaning: "unclear",
  },
  { says: "nor does a connector", reply: "550 5.7.51 TenantInboundAttribution", meaning: "client" },
  { says: "and for trouble", reply: "421 mx1 try again [mx1; LIB_101]", meaning: "trouble" },
  {
    says: "what stands below the reason names nobody",
    reply: `554 5.7.1 ${POSTFIX} Access denied. For assistance, call 1: client (192.0.2.77)`,
    meaning: "unclear",
  },
  {
    says: "a provider's page for postmasters is for who sends",
    reply: "554 Reject due to policy. See https://postmaster.gmx.net/en/case?c=1",
    meaning: "client",
  },
  {
    says: "what is said outright outweighs a guess behind it",
    reply: "550 Mailbox unavailable. The recipient may have never logged on",
    meaning: "mailbox",
  },
  { says: "a guess alone is none", reply: "550 Mailbox may be unavailable", meaning: "unclear" },
  { says: "X.3.5 is trouble for now", reply: "451 4.3.5 <x@y.example>: Sender broken", meaning: "trouble" },
  { says: "so is what could not be done", reply: "421 unable to fork (#4.3.0)", meaning: "trouble" },
  {
    says: "and a policy that could not be asked",
    reply: `450 4.7.1 ${POSTFIX} Policy service is unavailable`,
    meaning: "trouble",
  },
  {
    says: "the local part stands for the recipient",
    reply: "550 5.1.1 postmaster not found",
    meaning: "mailbox",
  },
  {
    says: "of whom a sender claims to be, nothing is relayed",
    reply: "550 Sender claims to be local, but is neither authenticated nor relayed",
    meaning: "client",
  },
  {
    says: "a session that must be encrypted is TLS",
    reply: "554 5.7.1 <probe.example[192.0.2.77]>: Client host rejected: Session encryption is required",
    meaning: "tls",
  },
  { says: "551 is relaying", reply: "551 Sorry", meaning: "relaying" },
  { says: "unless it names another subject", reply: "551 Sender denied", meaning: "client" },
  { says: "530 is login", reply: "530 5.7.0 No", meaning: "login" },
  { says: "unless it is TLS", reply: "530 Must issue a STARTTLS command first", meaning: "tls" },
  { says: "a full mailbox is mailbox", reply: "452 4.2.2 Over quota", meaning: "mailbox" },
  { says: "so is a limit of the recipient", reply: "450 Recipient rate limit exceeded", meaning: "mailbox" },
  { says: "a limit of nobody named is ours", reply: "450 Rate limit exceeded", meaning: "client" },
  { says: "MAIL names no recipient", reply: "550 User unknown", meaning: "client", asked: toMail },
  { says: "nor a domain", reply: "550 Domain not found", meaning: "client", asked: toMail },
  {
    says: "login at MAIL stays login",
    reply: "530 Authentication required",
    meaning: "login",
    asked: toMail,
  },
  {
    says: "another server's refusal of a user is of the user",
    reply: `450 4.1.1 ${POSTFIX} undeliverable address: host a.example[198.51.100.9] said: 550 No such user`,
    meaning: "mailbox",
  },
  {
    says: "and its refusal of this server is this server's trouble",
    reply: `450 4.1.1 ${POSTFIX} undeliverable address: host a.example[198.51.100.9] said: 554 Client host rejected`,
    meaning: "trouble",
  },
  { says: "of ours, Exim's word is either", reply: "550 Unrouteable address", meaning: "unclear" },
  {
    says: "the form of an address is nobody's",
    reply: "501 5.1.3 Bad recipient address syntax",
    meaning: "unclear",
  },
  {
    says: "an invalid recipient of ours is a mailbox, or a domain that is not served",
    reply: "550 Invalid recipient",
    meaning: "unclear",
  },
  {
    says: "an invalid recipient of a stranger's is not served",
    reply: "550 Invalid recipient",
    meaning: "relaying",
    asked: toForeign,
  },
  { says: "an invalid address may be anybody's", reply: "550 Bad address", meaning: "unclear" },
  {
    says: "the very one is not",
    reply: "550 Invalid recipient <postmaster@own.example>",
    meaning: "mailbox",
  },
  {
    says: "one of two is unclear",
    reply: "554 5.7.1 Unknown domain or unknown recipient",
    meaning: "unclear",
  },
  {
    says: "a mailbox that may be no cause is none",
    reply: "550 Mailbox unavailable or access denied - <postmaster@own.example>",
    meaning: "unclear",
  },
  {
    says: "of a stranger's mailbox and what is not local, it is the second",
    reply: "550 Requested action not taken: mailbox unavailable or is not local",
    meaning: "relaying",
    asked: toForeign,
  },
  {
    says: "of ours it may be either",
    reply: "550 Requested action not taken: mailbox unavailable or is not local",
    meaning: "unclear",
  },
  {
    says: "a domain behind the recipient is the cause, also where it is not understood",
    reply: "550 5.1.1 Unknown recipient (domain zzyzx)",
    meaning: "unclear",
  },
  {
    says: "the command RCPT TO counts no recipients",
    reply: "552 RCPT TO:<postmaster@own.example> Mailbox disk quota exceeded",
    meaning: "mailbox",
  },
  {
    says: "what the DNS holds of a stranger's domain is of that domain",
    reply:
      "550 5.7.1 <relay-test@foreign.example>: Recipient address rejected: Address uses MX in zzyzx space",
    meaning: "domain",
    asked: toForeign,
  },
  {
    says: "a relay that is recommended denies no relaying",
    reply: "550 5.7.1 This IP may not send directly. Please try the relay of your provider instead",
    meaning: "client",
    asked: toForeign,
  },
  {
    says: "an address that is missing here may be a domain's",
    reply: "550 Address zzyzx here",
    meaning: "unclear",
  },
  {
    says: "a route that takes no mail is the recipient's",
    reply: "550 Route does not accept incoming messages",
    meaning: "mailbox",
  },
  {
    says: "what a probe met that is not understood is unclear",
    reply: `550 5.1.1 ${POSTFIX} undeliverable address: zzyzx to myself`,
    meaning: "unclear",
  },
  {
    says: "what follows the sender explains it",
    reply: "554 5.7.1 Sender address does not accept mail: user unknown",
    meaning: "client",
  },
  {
    says: "a login of the sender is the sender's",
    reply: "554 SMTP AUTH is required for this sender domain",
    meaning: "client",
  },
  {
    says: "authentication that failed is SPF or DKIM",
    reply: "550 5.7.1 This message does not pass authentication checks",
    meaning: "client",
  },
  {
    says: "greylisting may hide its name",
    reply: "451 4.7.1 Please try again later",
    meaning: "greylisting",
  },
  {
    says: "not where a reason stands",
    reply: "451 Storage error, please try again later",
    meaning: "trouble",
  },
  { says: "nor at 421", reply: "421 4.7.0 Try again later", meaning: "client" },
  {
    says: "a code of one product's own numbering outweighs the words that it shares with others",
    reply: "550 5.7.507 Access denied, rejected by recipient",
    meaning: "client",
  },
  { says: "also where it is the recipient's", reply: "550 5.7.505 Access denied", meaning: "mailbox" },
  {
    says: "a code that the text begins with is the one that was meant",
    reply: "550 451 4.3.0 Temporary lookup failure",
    meaning: "trouble",
  },
  { says: "of go-smtp, too", reply: "451 4.0.0 550 No such user here", meaning: "mailbox" },
  { says: "which writes 451 4.0.0 before any text", reply: "451 4.0.0 user not found", meaning: "mailbox" },
  {
    says: "a domain that is switched off outweighs the user in front of it",
    reply: "550 5.1.1 Unknown recipient (domain disabled)",
    meaning: "domain",
  },
  {
    says: "records are no mailbox server's own",
    reply: "550 <postmaster@own.example>: no MX record",
    meaning: "client",
  },
  {
    says: "causes that a server guesses at are none",
    reply: "550 Mailbox might be disabled or full",
    meaning: "unclear",
  },
  {
    says: "the form of an address tells of no box",
    reply: "553 5.1.3 User address required",
    meaning: "unclear",
  },
  {
    says: "451 tells of no box",
    reply: "451 Mailbox unavailable, try again in 5 minutes",
    meaning: "greylisting",
  },
  {
    says: "a sender that is refused for the lack of a login is the sender",
    reply: "553 5.7.1 <postmaster@probe.example>: Sender address rejected: not logged in",
    meaning: "client",
    asked: toMail,
  },
  { says: "so is an invitation to sign in", reply: "550 Sign in to send mail", meaning: "login" },
  {
    says: "who counts recipients speaks of us",
    reply: "550 Max 11 failed recipients allowed",
    meaning: "client",
  },
  {
    says: "a relay that is not ready denies nothing",
    reply: "451 Relay server not ready",
    meaning: "trouble",
  },
  {
    says: "postscreen defers newcomers",
    reply: "450 4.3.2 Service currently unavailable",
    meaning: "greylisting",
  },
  {
    says: "for good, that is no trouble: postscreen says so of a client on its list",
    reply: "550 5.3.2 Service currently unavailable",
    meaning: "client",
  },
  { says: "a loop is trouble for good", reply: "554 5.4.6 Routing loop detected", meaning: "trouble" },
  { says: "so is a full disk", reply: "452 Cannot create file: No space left on device", meaning: "trouble" },
  {
    says: "a callout that could not be done is trouble",
    reply: "451 Could not complete recipient verify callout",
    meaning: "trouble",
  },
  {
    says: "one that was refused is the user",
    reply: "550 Recipient callout verification failed",
    meaning: "mailbox",
  },
  {
    says: "one for the sender is the sender",
    reply: "451 Could not complete sender verify callout",
    meaning: "client",
  },
  {
    says: "a domain without MX is the domain",
    reply: "550 relay-test@foreign.example does not have any MX records",
    meaning: "domain",
    asked: toForeign,
  },
  {
    says: "delivery forbidden to a stranger is relaying",
    reply: "550 Delivery is not allowed to this address.",
    meaning: "relaying",
    asked: toForeign,
  },
  { says: "to our own, not told", reply: "550 Delivery is not allowed to this address.", meaning: "unclear" },
  {
    says: "530 is login also where it speaks of relaying",
    reply: "530 Authentication required to relay",
    meaning: "login",
  },
  { says: "your domain is ours", reply: "550 Your domain does not have an MX record", meaning: "client" },
  {
    says: "so is your server's fault",
    reply: "554 5.7.1 Your mail server is misconfigured",
    meaning: "client",
  },
  { says: "and a user of the return path", reply: "550 Unknown user in return path", meaning: "client" },
  {
    says: "a name on no list of theirs is ours",
    reply: "550 5.7.1 host-77.probe.example not in our allow list",
    meaning: "client",
  },
  {
    says: "no users at all may be no domain",
    reply: "550 own.example: no users in this domain",
    meaning: "unclear",
  },
  {
    says: "names of lists keep their evidence",
    reply: "550 found in sbl-xbl.spamhaus.org",
    meaning: "client",
  },
  { says: "the server's own name is none", reply: "550 sbl.own.example: user unknown", meaning: "mailbox" },
  { says: "codes that contradict each other are unclear", reply: "521 5.2.1 No", meaning: "unclear" },
  { says: "of strangers, the domain", reply: "550 Unrouteable address", meaning: "domain", asked: toForeign },
  {
    says: "a sentence goes on in the next line",
    reply: "550-5.1.1 The account that you tried to reach does\n550 5.1.1 not exist",
    meaning: "mailbox",
  },
  { says: "without a word there is no meaning", reply: "550", meaning: "unclear" },
  {
    says: "a cause behind a colon says for whom nothing is relayed",
    reply: "451 4.7.1 <relay not permitted: reverse DNS lookup failed>",
    meaning: "client",
  },
  {
    says: "also to a stranger's domain",
    reply: "550 relaying denied: your host is listed in zen.spamhaus.org",
    meaning: "client",
    asked: toForeign,
  },
  {
    says: "so do HELO and SPF",
    reply: "550 relay not permitted: SPF check failed for probe.example",
    meaning: "client",
    asked: toForeign,
  },
  {
    says: "in a sentence of its own it is a remark",
    reply: "550 5.7.1 Relaying denied. IP name lookup failed [192.0.2.77]",
    meaning: "relaying",
    asked: toForeign,
  },
  {
    says: "an undeliverable address is the mailbox, whatever failed",
    reply: `550 5.1.1 ${POSTFIX} undeliverable address: Address lookup failed`,
    meaning: "mailbox",
  },
  {
    says: "unless the way to it leads back",
    reply: `550 5.1.1 ${POSTFIX} undeliverable address: mail for own.example loops back to myself`,
    meaning: "trouble",
  },
  {
    says: "a probe that did not get there is trouble, also where it speaks of TLS",
    reply: `450 4.1.1 ${POSTFIX} unverified address: Cannot start TLS: handshake failure`,
    meaning: "trouble",
  },
  {
    says: "a banned domain of a recipient is the domain",
    reply: "550 Recipient domain foreign.example is blocked",
    meaning: "domain",
    asked: toForeign,
  },
  {
    says: "a no beside a stranger's domain is relaying",
    reply: "550 Ten serwer nie obsługuje tej domeny",
    meaning: "relaying",
    asked: toForeign,
  },
  {
    says: "the way to it is not",
    reply: "550 Cannot route to <relay-test@foreign.example>",
    meaning: "domain",
    asked: toForeign,
  },
  {
    says: "so is a domain that alone is served",
    reply: "550 Only @own.example recipients are accepted",
    meaning: "relaying",
    asked: toForeign,
  },
  {
    says: "by which IP version it came is ours",
    reply: "550 5.2.1 own.example does not accept email over IPv6",
    meaning: "client",
  },
  {
    says: "who receives too much is the mailbox",
    reply: "450 4.2.1 The user receives mail at too high a rate",
    meaning: "mailbox",
  },
  {
    says: "recipients that one session counts are ours",
    reply: "452 4.5.3 Recipient count limit of this session reached",
    meaning: "client",
  },
  {
    says: "what is called foreign is, whatever else may be",
    reply: "554 Recipient not local",
    meaning: "relaying",
  },
  { says: "of next to no words the codes are read", reply: "550 own.example no", meaning: "unclear" },
  { says: "a login may be all that is said", reply: "550 Zaloguj się", meaning: "login" },
  {
    says: "a provider's code outweighs words of a domain",
    reply: "550 Invalid recipient domain mode (ETP105)",
    meaning: "unclear",
    asked: toForeign,
  },
  {
    says: "X.2.2 explains a lack of storage",
    reply: "552 5.2.2 Insufficient storage for user",
    meaning: "mailbox",
  },
  {
    says: "whom a block of ours protects is nobody's mailbox",
    reply: "421 4.7.0 Su IP envía spam. Para proteger a los usuarios, se bloqueó",
    meaning: "client",
  },
  {
    says: "an address that cannot be verified is the sender's where the sender is quoted",
    reply: "451 <postmaster@probe.example> unable to verify address",
    meaning: "client",
  },
  { says: "556 is of a domain, and of no mailbox", reply: "556 Mailbox unavailable", meaning: "unclear" },
  { says: "521 is of a host", reply: "521 Mailbox unavailable", meaning: "unclear" },
  { says: "no mailbox is a matter of the DNS", reply: "550 Mailbox unavailable: DNS", meaning: "unclear" },
  {
    says: "for now, what is said to us by name may be of us alone",
    reply: "450 4.7.1 192.0.2.77 policy service unavailable",
    meaning: "unclear",
  },
  {
    says: "unless the code has it of the system",
    reply: "451 4.3.5 192.0.2.77 policy service unavailable",
    meaning: "trouble",
  },
  {
    says: "why a service is unavailable may stand behind a link",
    reply: "451 Service is temporarily unavailable - https://help.example/codes#451",
    meaning: "unclear",
  },
  {
    says: "at RCPT, too",
    reply: "553 5.7.1 <postmaster@probe.example>: Sender address rejected: not logged in",
    meaning: "client",
  },
  {
    says: "unless the code is registered for logins",
    reply: "530 5.7.0 <postmaster@probe.example>: Authentication required",
    meaning: "login",
  },
  {
    says: "at MAIL a login may be demanded for relaying",
    reply: "550 Authentication is required for relay",
    meaning: "login",
    asked: toMail,
  },
  {
    says: "for now, a mailbox that is unavailable may be a policy",
    reply: "450 Requested mail action not taken: mailbox unavailable",
    meaning: "unclear",
  },
  {
    says: "for good, it is a mailbox",
    reply: "550 Requested action not taken: mailbox unavailable",
    meaning: "mailbox",
  },
  {
    says: "unless a code of addresses says that it is not known which",
    reply: "550 5.1.0 Requested action not taken: mailbox unavailable",
    meaning: "unclear",
  },
  {
    says: "or a code of policies",
    reply: "550 5.7.1 Requested action not taken: mailbox unavailable",
    meaning: "unclear",
  },
  {
    says: "trouble of the server's beside a mailbox is no answer about the mailbox",
    reply: "550 Mailbox unavailable: connect ECONNREFUSED",
    meaning: "trouble",
  },
  {
    says: "a guess at who is meant is none",
    reply: "550 Gateway closed; most likely not your intended recipient",
    meaning: "unclear",
  },
  {
    says: "a few words that are understood among many that are not are none",
    reply:
      "550 Purple elephants gently wander across distant meadows while quiet rivers follow ancient winding stone paths, no mailbox",
    meaning: "unclear",
  },
  {
    says: "who is on a list is no mailbox, whatever is unavailable",
    reply: "550 Mailbox unavailable, sender listed",
    meaning: "client",
  },
  {
    says: "to whom an unknown user was said is no reason",
    reply: "550 User unknown, relay=[192.0.2.77]",
    meaning: "mailbox",
  },
  {
    says: "what is not served has a name",
    reply: "550 Not ours",
    meaning: "unclear",
  },
  { says: "or a code", reply: "551 Not ours", meaning: "relaying" },
  {
    says: "what a server is said to do explains no code of a mailbox",
    reply: "550 5.1.1 Recipient quux by server",
    meaning: "unclear",
  },
  {
    says: "who was blocked by a recipient is kept from a box that is there",
    reply: "550 5.1.1 Recipient has blocked you",
    meaning: "unclear",
  },
  {
    says: "X.1.7 is of the sender, and of no unknown user",
    reply: "550 5.1.7 Unknown user",
    meaning: "unclear",
  },
  {
    says: "X.1.8 is of the sender's domain",
    reply: "553 5.1.8 Domain not found",
    meaning: "unclear",
  },
  {
    says: "whose domain does not exist is not said",
    reply: "550 Domain does not exist",
    meaning: "unclear",
  },
  {
    says: "unless it is",
    reply: "550 Recipient domain does not exist",
    meaning: "domain",
  },
  {
    says: "your domain may be ours",
    reply: "550 Sorry, your domain is not in our list of allowed hosts",
    meaning: "unclear",
    asked: toForeign,
  },
  {
    says: "what is sent fills no box",
    reply: "550 5.2.2 User has exceeded sending limit",
    meaning: "unclear",
  },
  {
    says: "relaying that is denied to who is on a list fails nothing",
    reply: "550 5.7.1 Relaying denied. Your IP is blacklisted.",
    meaning: "unclear",
  },
];

/** Words by which this client is refused, or its sender. */
import type { Vocabulary } from "../lexicon.ts";
import { conduct } from "./conduct.ts";

export type ClientConcept =
  /** The refusal names the client or the sender as what is refused: decides, whatever follows. */
  | "clientRejected"
  /** A provider's page for postmasters. */
  | "postmasters"
  /** A list of clients. */
  | "listed"
  /** What only a client can have done, or lack. */
  | "conduct";

export const client: Vocabulary<ClientConcept> = {
  clientRejected: [
    {
      source: 'postfix/src/smtpd/smtpd_check.c: the name of what is rejected stands before "rejected:"',
      phrases: [
        "client host rejected",
        "client host blocked",
        "client host denied",
        "client host <client> blocked",
        "client host , <client> , blocked",
        "client host , <client> , rejected",
        "unverified client host rejected",
        "client address rejected",
        "client certificate rejected",
        "sender address rejected",
        "sender address blocked",
        "sender rejected",
        "sender denied",
        "sender blocked",
        "unverified sender address",
        "helo command rejected",
        "ehlo command rejected",
        "helo rejected",
        "client rejected",
        "sender verify failed",
        "sender verification failed",
      ],
    },
    {
      source: "RFC 7504, tcpwrappers hosts_access(5): the host that connects is not let in",
      phrases: [
        "host rejected",
        "host denied",
        "host refused",
        "host not allowed|permitted|authorized|authorised",
        "server not allowed|permitted|authorized|authorised",
        "host network not allowed|permitted",
        "network not allowed|permitted",
      ],
    },
  ],
  postmasters: [
    {
      source:
        "pages that Yahoo, GMX, IONOS, Comcast, Free, T-Online, Spectrum, Outlook.com link in refusals of senders",
      phrases: [
        "postmaster yahooinc|yahoo|gmx|web|free|comcast|aol|live|orange|laposte|mail",
        "postmaster 1and1|1und1|ionos|rr|charter|att|verizonmedia",
        "senders yahooinc",
        "sendersupport olc",
      ],
    },
  ],
  listed: [
    {
      source: "RFC 5782 (DNS block lists), RFC 6471; postconf(5) reject_rbl_client: blocked using",
      phrases: [
        "blocked using",
        "blocked by",
        "blocked by <host>",
        "rejected by <host>",
        "listed in|on|at|by",
        "listed , see",
        "listing in|on",
        "dnsbl*",
        "dnswl",
        "rbl*",
        "surbl",
        "rhsbl",
        "dnsbl list",
        "dns blacklist*",
        "dns black list*",
        "uribl",
        "block list*",
        "blocklist*",
        "ip blacklist*",
        "ip black list*",
        "black ip",
        "your ip black*",
        "real time block",
        "realtime block",
        "deny list",
        "denylist*",
        "sbl",
        "xbl",
        "pbl",
        "zen",
        "not in whitelist",
        "not in access list",
        "not in white list",
        "not whitelisted",
        "non whitelisted",
        "bl",
      ],
    },
    {
      source:
        "operators of block and reputation lists: Spamhaus, SpamCop, Barracuda Central, SORBS, UCEPROTECT, Invaluement, PSBL, Cloudmark, Validity, Talos, Abusix, SpamRATS, Mailspike, NiX, Trend Micro",
      phrases: [
        "spamhaus",
        "spamcop",
        "barracuda*",
        "sorbs",
        "uceprotect*",
        "invaluement",
        "psbl",
        "cloudmark",
        "senderscore",
        "senderbase",
        "talos",
        "abusix",
        "spamrats",
        "mailspike",
        "nixspam",
        "manitu",
        "abuseat",
        "cbl",
        "fortiguard",
        "lashback",
        "hostkarma",
        "backscatterer",
        "truncate",
        "ordb",
        "dsbl",
        "njabl",
        "dronebl",
        "wpbl",
        "spews",
        "surriel",
        "gbudb",
        "junkemailfilter",
        "efnetrbl",
        "rfc ignorant",
        "mail abuse",
        "sorbs|ahbl|blars|inps|swinog|s5h|nordspam|zapbl|suomispam",
      ],
    },
    {
      source: "Russian, Chinese, Japanese for black list",
      phrases: ["черн* спис*", "черном списке", "черный список", "黑名单", "黑名單", "ブラックリスト"],
    },
    {
      source: "French, Spanish, Portuguese, Italian, German, Dutch, Polish for black list",
      phrases: [
        "liste noire",
        "lista negra",
        "lista nera",
        "schwarze* liste",
        "zwarte lijst",
        "czarn* list*",
        "czarn* lisc*",
        "sperrliste",
      ],
    },
  ],
  conduct: conduct.conduct,
};

/** Words of a refusal to relay: not for this recipient's domain. */
import type { Vocabulary } from "../lexicon.ts";
import { foreignDomains } from "./subjects/foreign-domains.ts";

export type RelayingConcept =
  /** Relaying by name; a refusal only where a no stands with it. */
  | "relay"
  /** A relay that somebody else is: said of a client. */
  | "openRelay"
  /** Says of itself that this recipient's domain is none of the server's. */
  | "foreign"
  /** The same, where no enhanced code says that a mailbox is meant. */
  | "notOurs";

export const relaying: Vocabulary<RelayingConcept> = {
  relay: [
    {
      source: "RFC 5321 2.3.10, 3.6.1, 7.9 (relaying); Postfix, Sendmail, Exim, Exchange",
      phrases: [
        "relay",
        "relays",
        "relayed",
        "relaying",
        "relayer",
        "forwarding",
        "gatewaying",
        "mail gate",
        "not gateway",
        "mail hub",
        "smarthost",
        "smart host",
        "uucp addressing",
      ],
    },
    {
      source: "German: Weiterleitung, Weitervermittlung, Relaying",
      phrases: ["weiterleit*", "weitervermitt*", "weitergeleitet"],
    },
    {
      source: "French: relais, relayage, relayer",
      phrases: ["relais", "relayage", "relayer|relayons|relaie|relaye", "retransmission"],
    },
    { source: "Spanish: retransmisión, reenvío", phrases: ["retransmi*", "reenvio*", "reenviar"] },
    {
      source: "Portuguese: retransmissão, reencaminhamento, encaminhamento",
      phrases: ["reencaminha*", "encaminha*"],
    },
    { source: "Italian: inoltro", phrases: ["inoltr*", "ritrasmission*"] },
    {
      source: "Dutch: doorsturen, doorzenden, relayeren",
      phrases: ["doorstu*", "doorgestuurd", "doorzend*", "relayeren", "relayen"],
    },
    {
      source: "Polish: przekazywanie, przesyłanie dalej, relay",
      phrases: ["przekaz*", "przesylan*", "relayowan*"],
    },
    {
      source: "Russian: релей, релеинг, ретрансляция, пересылка",
      phrases: ["реле*", "рэле*", "ретрансл*", "пересыл*"],
    },
    {
      source: "Chinese: 中继, 中繼, 转发, 轉發, 转寄",
      phrases: ["中继", "中繼", "转发", "轉發", "轉寄", "转寄"],
    },
    { source: "Japanese: 中継, 転送, リレー", phrases: ["中継", "転送", "リレー"] },
  ],
  openRelay: [
    {
      source:
        "RFC 5321 7.9, RFC 2505: a host that relays for anybody, said of the client; DNS lists of such hosts",
      phrases: [
        "open relay*",
        "openrelay*",
        "insecure relay",
        "insecure mail relay",
        "unsecured relay",
        "open mail relay",
        "third party relay test",
        "relay host",
        "relay hosts",
        "relayhost",
        "relay service",
        "smtp relay at|of",
        "relay spam",
        "spam relay",
        "unresolvable relay",
        "from relay",
        "relay <client>",
        "relay , <client>",
      ],
    },
  ],
  foreign: foreignDomains.foreign,
  notOurs: [
    {
      source:
        "263.net, Comcast: not our client or customer: a domain that is not a customer, or a mailbox that is none",
      phrases: ["not our", "not my", "not ours"],
    },
  ],
};

/** What a run could see of DNSSEC, in one sentence for every report. */
import type { DnsAnswer, Observations } from "../../observe/observation.ts";
import { quote, words, type SafeText } from "../../text/quote.ts";

const TRANSPORTS: Readonly<Record<NonNullable<DnsAnswer["transport"]>, SafeText>> = {
  udp: words` over UDP`,
  tcp: words` over TCP`,
  https: words` over HTTPS`,
};

/** The sentence, and how to see more where nothing was seen; nothing where no check needed to know. */
export function dnssecSentence({ environment: { dnssec } }: Observations): { dnssec?: SafeText } {
  if (dnssec === undefined) return {};
  if (!dnssec.validates) {
    return {
      dnssec: words`DNSSEC not visible: this resolver is not known to validate. To see it, set dns-server to one that does (dns-server: https://… for DNS over HTTPS).`,
    };
  }
  // Whoever says that it validated is believed, so it is named with the way there.
  const { server, transport } = dnssec.answers.find(({ authenticated }) => authenticated) ?? {};
  const by = server === undefined ? words`the resolver` : quote(server);
  const over = transport === undefined ? words`` : TRANSPORTS[transport];
  return { dnssec: words`DNSSEC validated by ${by}${over}.` };
}

/** Codes of the check `mx`: what DNS says about where a domain's mail goes. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic } from "./diagnostic.ts";

type Domain = { readonly domain: SafeText };
type Host = { readonly host: SafeText };
type DomainHost = Domain & Host;
/** A host, and what it is: `MX host` or `server`. */
type Named = Host & { readonly role: SafeText };
type Question = { readonly question: SafeText };

export const mxDiagnostics = {
  "domain-not-found": diagnostic<Domain>({
    check: "mx",
    severity: "error",
    message: ({ domain }) => words`The domain ${domain} does not exist in DNS (NXDOMAIN).`,
    remedy: words`Check the spelling, and whether the registration has lapsed or the zone was removed from its name servers.`,
    confirm: "dig-mx",
    reference: "RFC 5321 5.1",
  }),
  "mx-missing": diagnostic<Domain>({
    check: "mx",
    severity: "error",
    message: ({ domain }) =>
      words`The domain ${domain} has neither an MX record nor an address, so mail to it has nowhere to go.`,
    remedy: words`Publish an MX record that names your mail server; where the domain accepts no mail, publish a null MX (0 .). Check the spelling.`,
    confirm: "dig-mx",
    reference: "RFC 5321 5.1",
  }),
  "mx-null": diagnostic<Domain>({
    check: "mx",
    severity: "error",
    message: ({ domain }) =>
      words`The domain ${domain} publishes a null MX, which means that it accepts no mail.`,
    remedy: words`Replace the null MX with the MX records of your mail servers, or set expect to none for it in the policy file.`,
    confirm: "dig-mx",
    reference: "RFC 7505 3",
    askedBy: "expect",
  }),
  "mx-not-null": diagnostic<Domain>({
    check: "mx",
    severity: "error",
    message: ({ domain }) =>
      words`The domain ${domain} should accept no mail but does not publish a null MX.`,
    remedy: words`Publish "0 ." as its only MX record, so that senders bounce at once; or set expect to mail in the policy file.`,
    confirm: "dig-mx",
    reference: "RFC 7505 3",
    askedBy: "expect",
  }),
  "mx-unexpected-host": diagnostic<DomainHost>({
    check: "mx",
    severity: "error",
    message: ({ domain, host }) =>
      words`The domain ${domain} lists the MX host ${host}, which the policy does not name.`,
    remedy: words`Find out who added the record: mail goes there. Take it out of DNS, or add the host to mx-hosts.`,
    confirm: "dig-mx",
    reference: "RFC 5321 5.1",
    askedBy: "mx-hosts",
  }),
  "mx-expected-missing": diagnostic<DomainHost>({
    check: "mx",
    severity: "error",
    message: ({ domain, host }) =>
      words`The domain ${domain} does not list the MX host ${host}, which the policy requires.`,
    remedy: words`Put the record back into the zone, or take the host out of mx-hosts.`,
    confirm: "dig-mx",
    reference: "RFC 5321 5.1",
    askedBy: "mx-hosts",
  }),
  "mx-too-few-hosts": diagnostic<Domain & { readonly found: SafeText }>({
    check: "mx",
    severity: "error",
    message: ({ domain, found }) => words`The domain ${domain} has only ${found}.`,
    remedy: words`Publish an MX record for a further server, or lower min-mx-hosts.`,
    confirm: "dig-mx",
    reference: "RFC 5321 5.1",
    askedBy: "min-mx-hosts",
  }),
  "ipv6-missing": diagnostic<Host>({
    check: "mx",
    severity: "error",
    message: ({ host }) => words`The MX host ${host} has no IPv6 address, which the policy requires.`,
    remedy: words`Give the server an IPv6 address and publish its AAAA record, or take require-ipv6 out of the policy.`,
    confirm: "dig-host",
    reference: "RFC 5321 5.2",
    askedBy: "require-ipv6",
  }),
  "mx-null-with-others": diagnostic<{ readonly others: number }>({
    check: "mx",
    severity: "error",
    message: ({ others }) =>
      words`The domain has a null MX together with ${others === 1 ? words`another MX record` : words`${others} other MX records`}, which contradicts itself.`,
    remedy: words`Remove the record "0 ." if the domain accepts mail, otherwise remove all the others.`,
    confirm: "dig-mx",
    reference: "RFC 7505 3",
  }),
  "mx-null-preference": diagnostic<{ readonly preference: number }>({
    check: "mx",
    severity: "notice",
    message: ({ preference }) => words`The null MX has preference ${preference} instead of 0.`,
    remedy: words`Publish it as "0 .".`,
    confirm: "dig-mx",
    reference: "RFC 7505 3",
  }),
  "mx-implicit": diagnostic<Domain>({
    check: "mx",
    severity: "warning",
    message: ({ domain }) =>
      words`The name ${domain} has an address but no MX record: senders take the host itself for the mail server of a domain of this name.`,
    remedy: words`To test a server, use servers: HOST. For a mail domain, publish an MX record that names its server, so that a web server at the same address is never taken for one.`,
    confirm: "dig-mx",
    reference: "RFC 5321 5.1",
  }),
  "mx-host-not-found": diagnostic<Named>({
    check: "mx",
    severity: "error",
    message: ({ role, host }) => words`The ${role} ${host} does not exist in DNS (NXDOMAIN).`,
    remedy: words`Correct the name where it is written, or publish A and AAAA records for it.`,
    confirm: "dig-host",
    reference: "RFC 5321 5.1",
  }),
  "mx-no-address": diagnostic<Named>({
    check: "mx",
    severity: "error",
    message: ({ role, host }) => words`The ${role} ${host} has neither an A nor an AAAA record.`,
    remedy: words`Publish the address of the server under this name, or take the name out.`,
    confirm: "dig-host",
    reference: "RFC 5321 5.1",
  }),
  "mx-is-address": diagnostic<Host>({
    check: "mx",
    severity: "error",
    message: ({ host }) => words`The MX record contains the IP address ${host} instead of a host name.`,
    remedy: words`Give the server a name with an A or AAAA record, and put that name into the MX record.`,
    confirm: "dig-mx",
    reference: "RFC 1035 3.3.9, RFC 5321 5.1",
  }),
  /** As an error, it is not tested; with an underscore alone, senders deliver and it is. */
  "mx-invalid-name": diagnostic<Host & { readonly why: SafeText }>({
    check: "mx",
    severity: "error",
    message: ({ host, why }) => words`The MX record names ${host}, which is not a valid host name${why}.`,
    remedy: words`Use letters, digits and hyphens only, and labels of at most 63 characters.`,
    confirm: "dig-mx",
    reference: "RFC 1123 2.1, RFC 5321 2.3.5",
  }),
  "mx-is-alias": diagnostic<Host & { readonly target: SafeText }>({
    check: "mx",
    severity: "warning",
    message: ({ host, target }) => words`The MX host ${host} is an alias (CNAME) of ${target}.`,
    remedy: words`Name the canonical host in the MX record, or give this name A and AAAA records of its own; some senders refuse an alias.`,
    confirm: "dig-host",
    reference: "RFC 2181 10.3, RFC 5321 5.1",
  }),
  "mx-private-address": diagnostic<Named & { readonly address: SafeText; readonly scope: SafeText }>({
    check: "mx",
    ofAddress: true,
    severity: "error",
    message: ({ role, host, address, scope }) =>
      words`The ${role} ${host} has the address ${address}, which is not public (${scope}).`,
    remedy: words`Publish the server's public address. To test servers of your own network on purpose, set allow-private-addresses.`,
    confirm: "dig-host",
    reference: "RFC 6890",
  }),
  "mx-duplicate-host": diagnostic<Host & { readonly times: number }>({
    check: "mx",
    severity: "notice",
    message: ({ host, times }) => words`The MX host ${host} is listed ${times} times.`,
    remedy: words`Keep one MX record per host.`,
    confirm: "dig-mx",
    reference: "RFC 5321 5.1",
  }),
  "mx-inconsistent": diagnostic<{ readonly question: SafeText; readonly servers: number }>({
    check: "mx",
    severity: "warning",
    message: ({ question, servers }) =>
      words`The ${servers} name servers of the zone do not agree on ${question}.`,
    remedy: words`Look for a secondary that has not taken over the zone (compare the serial numbers), and for a server that is no longer yours; what a sender gets depends on whom it asks.`,
    confirm: "dig-authoritative",
    reference: "RFC 1034 4.3.5, RFC 1912 2.2",
  }),
  "mx-truncated": diagnostic<{
    /** Absent: the domain, of whose MX records there are too many. */
    readonly host?: SafeText;
    readonly listed: number;
    readonly probed: number;
  }>({
    check: "mx",
    severity: "warning",
    message: ({ host, listed, probed }) =>
      host === undefined
        ? words`The domain lists ${listed} MX records; the first ${probed} by preference were tested.`
        : words`The host ${host} has ${listed} addresses; the first ${probed} were tested.`,
    remedy: words`Publish fewer of them: senders give up long before they have tried them all (Postfix after 5 addresses).`,
    confirm: "dig-mx",
    reference: "RFC 5321 5.1",
  }),
  "dns-servfail": diagnostic<Question>({
    check: "mx",
    severity: "error",
    message: ({ question }) =>
      words`DNS answers SERVFAIL for ${question}, while the resolver answers other questions.`,
    remedy: words`Check the zone's name servers for an expired zone, a lame delegation or a server that is down. Senders defer mail until this is fixed.`,
    confirm: "dig-question",
    reference: "RFC 1035 4.1.1",
  }),
  "dnssec-bogus": diagnostic<Question & { readonly shownBy: SafeText }>({
    check: "mx",
    severity: "error",
    message: ({ question, shownBy }) => words`DNSSEC validation fails for ${question}: ${shownBy}.`,
    remedy: words`Compare the DS record at the parent with the zone's keys, and look for expired signatures; sign the zone again or withdraw the DS record.`,
    confirm: "dig-bogus",
    reference: "RFC 4035 4.3, 5.5",
    resultType: "dnssec-invalid",
  }),
  "dns-malformed": diagnostic<Question>({
    check: "mx",
    severity: "warning",
    message: ({ question }) => words`The answer to ${question} is malformed.`,
    remedy: words`Look at the name server that answers, and at middleboxes that rewrite DNS.`,
    confirm: "dig-question",
    reference: "RFC 1035 4",
  }),
  "dns-timeout": diagnostic<Question & { readonly seconds: number }>({
    check: "mx",
    severity: "inconclusive",
    message: ({ question, seconds }) => words`No answer for ${question} within ${seconds} s.`,
    remedy: words`Run again; if it persists, ask each of the zone's name servers directly to find the one that does not answer.`,
    confirm: "dig-question",
    reference: "RFC 1035 7.2",
  }),
  "dns-refused": diagnostic<Question & { readonly rcode: SafeText }>({
    check: "mx",
    severity: "inconclusive",
    message: ({ question, rcode }) => words`The resolver does not answer ${question} (${rcode}).`,
    remedy: words`Set dns-server to a resolver that serves this machine.`,
    confirm: "dig-question",
    reference: "RFC 1035 4.1.1",
  }),
  "dns-resolver-broken": diagnostic<Question & { readonly gave: SafeText; readonly others: SafeText }>({
    check: "mx",
    severity: "inconclusive",
    message: ({ question, gave, others }) => words`${question} got ${gave}, ${others}.`,
    remedy: words`Fix this machine's resolver (/etc/resolv.conf), or set dns-server to one that works from here. Nothing is claimed about the domain.`,
    confirm: "dig-resolver",
    reference: "RFC 1035 7.2",
  }),
} as const;

/**
 * Every bound on what others may make us read, keep, wait for or do: one constant each, in one place.
 *
 * What goes past a bound becomes a finding (`@finding`), never an exception and never the memory of this process.
 * docs/bounds.md is generated from these comments. Bounds on files that the user hands in are in config/bounds.ts.
 */

// --- SMTP: what a server says ------------------------------------------------------------------------

/**
 * Octets of one reply line, its carriage return counted. RFC 5321 4.5.3.1.5 allows 512, extensions may raise it.
 * @finding `session-limit`; in the greeting `banner-too-long`
 */
export const MAX_LINE_OCTETS = 4096;

/**
 * Lines of one reply. The longest EHLO replies in the wild have about 30.
 * @finding `session-limit`; in the greeting `banner-too-long`
 */
export const MAX_REPLY_LINES = 256;

/**
 * Octets of one connection, and of its records inside TLS. A whole dialog takes about 2 KiB, five hundred
 * postmasters that are answered at length 50 KiB. Replies are kept, so that this many times the endpoints is what memory must hold.
 * @finding `session-limit`; in the greeting `banner-too-long`
 */
export const MAX_CONNECTION_OCTETS = 64 * 1024;

/**
 * Reply lines, and lists of extensions, that are remembered so that a run keeps equal ones once. The servers of one
 * provider have a dozen in common.
 * @finding none: what was forgotten is kept once more
 */
export const REMEMBERED_TEXTS = 1024;

/**
 * Characters of such a line or list. Longer ones are seldom the same.
 * @finding none: each is kept
 */
export const REMEMBERED_TEXT_LENGTH = 512;

/**
 * Lines of transcripts of which equal ones are kept once: the same words, as long after the connect. Two
 * lines of which only one can be kept push each other out.
 * @finding none: what was forgotten is kept once more
 */
export const REMEMBERED_TRANSCRIPT_LINES = 16_384;

/**
 * Texts of a recording that are remembered so that equal ones are kept once: names, digests, reply lines, which its lines
 * say again and again.
 * @finding none: what was forgotten is kept once more
 */
export const REMEMBERED_RECORDED_TEXTS = 16_384;

/**
 * Octets of an unfinished reply, or of bytes in clear behind the 220, that are kept as evidence.
 * @finding the one of the step, with the evidence cut
 */
export const MAX_EVIDENCE_OCTETS = 1024;

/**
 * Octets of transcript kept per connection: with eight connections, the most there are, 16 KiB per endpoint.
 * @finding none: the steps hold their replies, the transcript is cut
 */
export const MAX_TRANSCRIPT_OCTETS = 2048;

/**
 * Seconds to wait for the reply to QUIT. Nothing depends on it but good manners.
 * @finding none: the connection is closed
 */
export const QUIT_WAIT = 2;

// --- Connections: how often a server is visited ------------------------------------------------------

/**
 * Connections to one endpoint beyond the dialog and the floor test: second looks, and the forms of the relay test.
 * @finding the one that the last look leaves
 */
export const MAX_FURTHER_CONNECTIONS = 6;

/**
 * Connections at once to hosts below one registrable domain (ICANN part of the Public Suffix List): most likely one
 * operator's, who may limit clients. With `shard: K/N` an N-th of them, at least one.
 * @finding none: the others wait; where the deadline is too short for all of them `deadline-too-short`
 */
export const CONNECTIONS_PER_OPERATOR = 8;

/**
 * Seconds that one endpoint of a crowded operator takes at least, for the estimate before probing: two connections at
 * 100 ms round trip, the dialog 0.9 s and the floor test 0.4 s.
 * @finding none: it is a measure; `deadline-too-short` goes by it
 */
export const SECONDS_OF_AN_ENDPOINT = 1.3;

/**
 * Times `reply-timeout` that the connections to one endpoint may last together: ten minutes with the default. A dialog
 * has about ten replies, so that a server which takes the utmost time for each still gets through it.
 * @finding `not-probed` for the steps that were not reached
 */
export const REPLIES_WAIT = 10;

/**
 * Share of `reply-timeout` after which a connection counts as a slow one, which stands aside: 4 s with the default of
 * 60 s. A sound one is over by then.
 * @finding none: the server is waited for as long as ever
 */
export const SLOW_SHARE = 15;

/**
 * Connections that may stand aside for each place: with the default of 64 places there are 576 sockets at most, and
 * with those of the resolver still fewer than the 1024 that a process may be held to.
 * @finding none: the next slow one keeps its place
 */
export const ASIDE_PER_SLOT = 8;

/**
 * Forms of the thorough relay test on one connection. Servers count refusals, and slow down or hang up.
 * @finding none: the next forms have a connection of their own
 */
export const FORMS_PER_CONNECTION = 4;

/**
 * Domains of one endpoint whose postmasters are asked for, however many share it.
 * @finding `delivery-not-asked`
 */
export const MAX_POSTMASTERS = 1000;

/**
 * Domains whose postmasters are asked for with `delivery-test: sample`.
 * @finding none: the check is skipped for the others, and says so
 */
export const SAMPLE_OF_POSTMASTERS = 20;

/**
 * Postmasters asked for in transactions of their own, before others share one. Some servers refuse a second recipient
 * of the null sender.
 * @finding none: it is a measure
 */
export const POSTMASTERS_ALONE = 3;

/**
 * Postmasters asked for in one transaction, where there are many and all were accepted so far. Postfix hangs up after 20
 * errors (smtpd_hard_error_limit), and a refused recipient is one.
 * @finding none: the next ones have a transaction of their own
 */
export const POSTMASTERS_TOGETHER = 20;

/**
 * How many times more postmasters share the next transaction where all of one were accepted: 1, 4, 16.
 * @finding none: it is a measure
 */
export const POSTMASTERS_GROWTH = 4;

/**
 * Postmasters refused for more than their mailbox after which no further ones are asked for. By then the server has
 * shown what it does; Postfix slows down after 10 errors (smtpd_soft_error_limit).
 * @finding `delivery-not-asked`
 */
export const MAX_REFUSED_POSTMASTERS = 5;

/**
 * Transactions on one connection. Exim hangs up after 10 commands that carry no mail (smtp_accept_max_nonmail), RSET
 * among them.
 * @finding none: the next ones have a connection of their own
 */
export const TRANSACTIONS_PER_CONNECTION = 10;

/**
 * Octets of the head of a proxy's answer. Node reads as many of an HTTP response.
 * @finding `proxy-failed`
 */
export const MAX_ANSWER_OCTETS = 16_384;

/**
 * Octets of a proxy's error page that are searched for what became of the target.
 * @finding `proxy-failed` or the target's own, chosen by what was read
 */
export const MAX_PAGE_OCTETS = 8192;

/**
 * Seconds for a proxy to show what it does about a target that cannot be reached: nothing leaves its machine for that.
 * @finding none: without an answer, `proxy-failed` where the target says nothing either
 */
export const PROXY_HABIT_WAIT = 6;

// --- DNS: what a resolver says -----------------------------------------------------------------------

/**
 * Exchanges probed per domain, those with the lowest preference. None in the wild lists more, and a hostile zone may
 * list thousands.
 * @finding `mx-truncated`
 */
export const MAX_MX_HOSTS = 100;

/**
 * Addresses of one host and one family that are probed. Large providers list a dozen at most; a hostile zone may list
 * thousands, all of them other people's machines.
 * @finding `mx-truncated`
 */
export const MAX_HOST_ADDRESSES = 32;

/**
 * Octets of one message: the length that DNS over TCP can announce (RFC 1035 4.2.2).
 * @finding `dns-malformed`
 */
export const MESSAGE_BYTES = 65_535;

/**
 * Records of one message. The smallest record of use (compressed owner name, IPv4 address) takes 16 octets, so an
 * honest message cannot hold more.
 * @finding `dns-malformed`
 */
export const RECORD_LIMIT = 4096;

/**
 * UDP payload asked for with EDNS, in octets: passes every common path without fragments (DNS flag day 2020).
 * @finding none: what is longer comes over TCP
 */
export const UDP_PAYLOAD = 1232;

/**
 * Extended DNS errors kept of one message. Resolvers send one or two.
 * @finding the one of the outcome, with the errors that were kept
 */
export const EXTENDED_ERROR_LIMIT = 16;

/**
 * Octets kept of the text of one extended DNS error. It is a remark of one line.
 * @finding the one of the outcome, with the text cut
 */
export const EXTENDED_ERROR_OCTETS = 512;

/**
 * Seconds of silence before a question is sent again; doubles with each round over the servers.
 * @finding none; `dns-timeout` when the time for the question is over
 */
export const RETRANSMIT_SECONDS = 1.5;

/**
 * Seconds of silence of one name server before the next one is asked, which costs less than to ask the same again.
 * @finding none; `dns-timeout` when the time for the question is over
 */
export const FAILOVER_SECONDS = 1;

/**
 * Questions in a row that one name server leaves without an answer before the others are asked first. One datagram may
 * be lost.
 * @finding none: it is asked last
 */
export const SILENCES_TO_GO_LAST = 2;

/**
 * Seconds of a first look with DoH, whose first question waits for a connection and its TLS.
 * @finding none: the second look follows
 */
export const HTTPS_LOOK_SECONDS = 3;

/**
 * Seconds of a first look with `dns-server: authoritative`: to find the zone and its servers takes questions, too.
 * @finding none: the second look follows
 */
export const ZONE_LOOK_SECONDS = 4.5;

/**
 * Seconds between two looks at a question that ended with SERVFAIL: resolvers remember it for one to five.
 * @finding `dns-servfail` or `dnssec-bogus` after the second look
 */
export const DNS_SECOND_LOOK_SECONDS = 5;

/**
 * Seconds for which a third of the places of one resolver may wait for questions that were silent once. When they are used
 * up, what is silent gets a second look as short as the first: thousands of dead name servers must not use up the deadline.
 * @finding `dns-timeout`, with the seconds waited
 */
export const SILENCE_BUDGET = 60;

/**
 * Seconds after which a domain's look-up no longer keeps others from their turn.
 * @finding none: it goes on beside them
 */
export const SLOW_LOOKUP_SECONDS = 2;

/**
 * Seconds in which no look-up is done, after which probing begins with what was found.
 * @finding none: the endpoints of slow look-ups are probed as they come
 */
export const QUIET_SECONDS = 4;

/**
 * TLSA records of one answer that are kept. Real ones have one to four; a hostile zone may list thousands, and each
 * endpoint keeps its own.
 * @finding none: `listed` says how many there were
 */
export const MAX_TLSA_RECORDS = 64;

/**
 * Octets of their data that are kept of one answer: ten whole certificates. Of a record that does not fit any more the front
 * is kept, which matches nothing.
 * @finding none: `listed` says how many there were
 */
export const MAX_TLSA_OCTETS = 16_384;

/**
 * Sockets that questions to one name server share by chance: from outside nobody can tell which question left by which.
 * @finding none: each is renewed after some questions or seconds
 */
export const DNS_SOCKETS = 8;

/**
 * Questions that leave by one socket before it is renewed: whoever finds its port out can guess at the ids of this many.
 * @finding none: the next one has another port
 */
export const QUESTIONS_PER_SOCKET = 32;

/**
 * Seconds for which a socket takes questions.
 * @finding none: the next one has another port
 */
export const DNS_SOCKET_SECONDS = 3;

/**
 * Datagrams on one socket that answer no question of it, after which it takes no more questions, and those that share it are
 * put again on sockets of their own: somebody guesses, or floods.
 * @finding none: nobody else's answers are lost
 */
export const MAX_DNS_STRAYS = 8;

/**
 * Sockets without a question that are kept, over all name servers.
 * @finding none: the one that has been idle for longest is closed
 */
export const IDLE_DNS_SOCKETS = 16;

/**
 * Questions under way at once from one resolver. dnsmasq, the resolver of many routers and runners, refuses more than
 * 150 at once, and each may hold one socket of the 1024 that a process has by default on Linux.
 * @finding none: the others wait
 */
export const QUESTIONS_IN_FLIGHT = 128;

/**
 * Domains whose MX is looked up at once. Their questions share the places above.
 * @finding none: the others wait
 */
export const LOOKUPS_AT_ONCE = 128;

/**
 * Connections to one DoH server at once; each carries one question after another.
 * @finding none: the others wait
 */
export const DOH_CONNECTIONS = 8;

/**
 * Name servers asked of one zone, with `dns-server: authoritative`. A hostile zone may list thousands.
 * @finding none: `mx-inconsistent` compares those that were asked
 */
export const MAX_NAME_SERVERS = 16;

/**
 * Seconds that the other name servers of a zone have once one has answered.
 * @finding none: `mx-inconsistent` compares those that answered
 */
export const STRAGGLER_SECONDS = 3;

// --- TLS: what a certificate makes us do -------------------------------------------------------------

/**
 * Octets that a server may send until the handshake is done. Room for all the certificates that OpenSSL takes.
 * @finding `tls-handshake-failed`
 */
export const MAX_HANDSHAKE_OCTETS = 256 * 1024;

/**
 * Seconds between two looks at how much has come below TLS: in that time a flood is work for this process.
 * @finding the one of the bound that is passed
 */
export const OCTET_WATCH_SECONDS = 0.1;

/**
 * caIssuers names of one certificate that are kept. Real ones have one.
 * @finding none: the others are not asked
 */
export const MAX_CA_ISSUERS = 4;

/**
 * Names of one certificate that are asked for its issuer.
 * @finding none: the others are not asked
 */
export const MAX_ISSUER_NAMES = 2;

/**
 * Characters of such a name.
 * @finding the one of the chain, with the reason why the name gave nothing
 */
export const MAX_ISSUER_NAME_LENGTH = 2048;

/**
 * Names asked in one run. One CA serves the certificate that thousands of servers lack.
 * @finding the one of the chain: the issuer that nobody was asked for is missing
 */
export const MAX_ISSUER_FETCHES = 100;

/**
 * Names asked at once.
 * @finding none: the others wait
 */
export const ISSUER_FETCHES_AT_ONCE = 8;

/**
 * Addresses of one such name's host that are tried.
 * @finding the one of the chain, with the reason why the name gave nothing
 */
export const MAX_ISSUER_ADDRESSES = 3;

/**
 * Certificates above the served ones that are looked for. Real chains lack one or two.
 * @finding the one of the chain: what is further up is missing
 */
export const MAX_ISSUER_DEPTH = 3;

/**
 * Certificates of one name that are kept as possible issuers, out of all that the run has met: those that stand on a
 * verified path first, then those that were fetched. A real CA has one or two.
 * @finding the one of the chain: what is not kept counts as missing
 */
export const MAX_ISSUER_NAMESAKES = 64;

/**
 * Of those, how many are tried as the issuer of another certificate: first those that stand on a verified path, or have
 * the right key identifier.
 * @finding the one of the chain: what is not tried counts as missing
 */
export const MAX_ISSUER_CANDIDATES = 8;

/**
 * Certificates of a run that are put in order by name in one turn of the event loop.
 * @finding none: the others wait
 */
export const INDEXED_PER_TURN = 1000;

/**
 * Certificates of a trust store that are parsed in one turn of the event loop, ahead of the first handshake.
 * @finding none: the others wait
 */
export const PARSED_PER_TURN = 16;

/**
 * Work on signatures, in the units of `MAX_SIGNATURE_WORK`, in the search of a whole run for issuers that were not served: two seconds. A
 * server that lacks its intermediate takes three units. One search takes at most what one chain may take.
 * @finding the one of the chain, as it was served
 */
export const MAX_ISSUER_SEARCH_WORK = 20_000;

/**
 * Octets of one file of a CA. A certificate has two thousand.
 * @finding the one of the chain, with the reason why the name gave nothing
 */
export const MAX_ISSUER_FILE_OCTETS = 65_536;

/**
 * Certificates that are read from one file of a CA. Real ones hold one.
 * @finding none: the others are not read
 */
export const MAX_FILE_CERTIFICATES = 8;

/**
 * Served certificates that are kept; the rest is counted. Real chains have two to five.
 * @finding `cert-chain-surplus`
 */
export const MAX_SERVED_CERTIFICATES = 20;

/**
 * Octets of one served certificate; it and those behind it are counted. The largest in use, with some hundred names or
 * with keys that stand a quantum computer, have about 20 KiB. OpenSSL takes 100 KiB for a whole chain, and breaks the
 * handshake off past that (`tls-handshake-failed`).
 * @finding `cert-chain-surplus`; `cert-untrusted` where it is the server's own
 */
export const MAX_CERTIFICATE_OCTETS = 65_536;

/**
 * Work on signatures for one chain, in units of about a tenth of a millisecond: a signature of RSA with 2,048 bits or of
 * ECDSA on P-256 is one unit, on P-384 seven, of RSA with 16,384 bits 17, and what costs most, 45 and more. Real chains
 * take ten, those with the largest keys a hundred.
 * @finding `cert-untrusted` where no path was found by then; `cert-senders-differ` where OpenSSL finds one
 */
export const MAX_SIGNATURE_WORK = 150;

/**
 * Octets of a certificate whose hash costs one such unit.
 * @finding none: it is a measure
 */
export const OCTETS_PER_SIGNATURE_WORK = 16_384;

/**
 * Issuers of one certificate, by name and key, of which it is remembered whether they are. Real ones have one or two.
 * @finding none: what was forgotten is worked out again
 */
export const MAX_REMEMBERED_ISSUERS = 64;

/**
 * Certificates of one path, leaf and trust anchor included. Real ones have five at most.
 * @finding `cert-untrusted` where there is no shorter path; `cert-senders-differ` where OpenSSL takes a longer one
 */
export const MAX_PATH_LENGTH = 10;

/**
 * Alternative paths kept for each trust store. Real chains have one or two.
 * @finding none: the others are not needed
 */
export const MAX_PATHS_PER_STORE = 8;

/**
 * Steps of the search for the paths of one chain. Cross-signs of each other make their number explode.
 * @finding `cert-untrusted` where no path was found by then; `cert-senders-differ` where OpenSSL finds one
 */
export const MAX_SEARCH_STEPS = 500;

/**
 * Chains whose description is remembered. Many endpoints of a large provider serve the same one.
 * @finding none: what was forgotten is worked out again
 */
export const MAX_REMEMBERED_CHAINS = 4096;

/**
 * Intermediates and roots that stay parsed. One CA has a handful of each.
 * @finding none: what was forgotten is parsed again
 */
export const MAX_REMEMBERED_CERTIFICATES = 1024;

/**
 * Elements of one ASN.1 sequence that are read: extensions, names, usages. As many names as fit into a certificate, each
 * with three characters: OpenSSL reads them all.
 * @finding `cert-name-mismatch`, `cert-untrusted`: what cannot be read proves nothing
 */
export const MAX_ELEMENTS = 16_384;

/**
 * Octets of an object identifier's encoding. The longest in use has fewer than 20.
 * @finding the one that its field has where it cannot be read
 */
export const MAX_OID_OCTETS = 64;

/**
 * Comparisons of a name with a name constraint for one chain: about 20 milliseconds. OpenSSL gives up after a million
 * for each CA.
 * @finding `cert-untrusted` where there is no other path; `cert-senders-differ` where OpenSSL finds one
 */
export const MAX_NAME_COMPARISONS = 100_000;

// --- MTA-STS and TLS reporting: what a domain publishes ---------------------------------------------

/**
 * Octets of one MTA-STS policy (RFC 8461 3.3 suggests this very bound). Real ones have 100 to 300.
 * @finding `mta-sts-fetch-failed`
 */
export const MAX_POLICY_OCTETS = 65_536;

/**
 * Octets of the header of its HTTP response.
 * @finding `mta-sts-fetch-failed`
 */
export const MAX_POLICY_HEADER_OCTETS = 16_384;

/**
 * Seconds for one policy: name, connection, handshake and response (RFC 8461 3.3 suggests a minute).
 * @finding `mta-sts-fetch-failed`; `mta-sts-unseen` where nothing shows whose fault it is
 */
export const POLICY_FETCH_SECONDS = 60;

/**
 * Addresses of one policy host that are tried.
 * @finding `mta-sts-fetch-failed`
 */
export const MAX_POLICY_ADDRESSES = 4;

/**
 * Domains whose records and policies are looked up at once.
 * @finding none: the others wait
 */
export const POLICIES_AT_ONCE = 32;

/**
 * Hosts of one TLS reporting record that are looked up. Real ones name one or two.
 * @finding none: nothing is said of the others
 */
export const MAX_REPORT_DESTINATIONS = 8;

// --- Files: what is about to be deployed ------------------------------------------------------------

/**
 * Octets of one file of `dane-keys`. A chain of four certificates has eight thousand.
 * @finding configuration error: it is larger than this many octets
 */
export const DANE_KEY_FILE_OCTETS = 262_144;

/**
 * Files of `dane-keys` in one run.
 * @finding configuration error: there are more than this many
 */
export const DANE_KEY_FILES = 1000;

/**
 * Certificates and public keys of one such file: as many as are kept of a served chain.
 * @finding configuration error at the first one too many
 */
export const DANE_KEYS_IN_FILE = 20;

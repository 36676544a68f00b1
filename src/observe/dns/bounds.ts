/** The bounds of the DNS room, in one place, each with its reason. */

/**
 * Aliases that one question follows. RFC 1034 5.2.2 asks for some bound; resolvers stop between 8 and 16,
 * and a chain that long is unusable for mail long before (an MX host must be no alias at all, RFC 2181 10.3).
 */
export const ALIAS_LIMIT = 10;

/** Octets of one message: the length that DNS over TCP can announce (RFC 1035 4.2.2). */
export const MESSAGE_BYTES = 65_535;

/**
 * Records of one message. The smallest record of use (compressed owner name, IPv4 address) takes 16 octets,
 * so an honest message of {@link MESSAGE_BYTES} cannot hold more.
 */
export const RECORD_LIMIT = 4096;

/**
 * Compression pointers within one name. A name has at most 127 labels, and a pointer of use stands before
 * a label; without this bound a message of chained pointers takes quadratic time to read.
 */
export const POINTER_LIMIT = 127;

/** Octets of a name on the wire, and of one label (RFC 1035 2.3.4). */
export const NAME_OCTETS = 255;
export const LABEL_OCTETS = 63;

/** UDP payload asked for with EDNS: passes every common path without fragments (DNS flag day 2020). */
export const UDP_PAYLOAD = 1232;

/** Extended DNS errors kept of one message, and octets kept of the text of each. */
export const EXTENDED_ERROR_LIMIT = 16;
export const EXTENDED_ERROR_OCTETS = 512;

/** Seconds of silence before a question is sent again; doubles with each round over the servers. */
export const RETRANSMIT_SECONDS = 1.5;

/**
 * Questions under way at once from one resolver. dnsmasq, the resolver of many routers and runners, refuses
 * more than 150 at once, and each holds one socket of the 1024 that a process has by default on Linux.
 */
export const QUESTIONS_IN_FLIGHT = 128;

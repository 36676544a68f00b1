/** Bounds on what an SMTP server may say. Each meets a finding, never the memory of this process. */

/** Longest reply line in octets; RFC 5321 4.5.3.1.5 allows 512, extensions may raise it. */
export const MAX_LINE_OCTETS = 4096;

/** Most lines of one reply; the longest EHLO replies in the wild have about 30. */
export const MAX_REPLY_LINES = 256;

/** Most octets of one connection, and of its records inside TLS; a whole dialog takes about 2 KiB. */
export const MAX_CONNECTION_OCTETS = 256 * 1024;

/** Octets of an unfinished reply, or of bytes in clear behind the 220, that are kept as evidence. */
export const MAX_EVIDENCE_OCTETS = 1024;

/** Octets of transcript kept per connection: with eight connections, the most there are, 16 KiB per endpoint. */
export const MAX_TRANSCRIPT_OCTETS = 2048;

/** Longest wait for the reply to QUIT, in seconds: nothing depends on it but good manners. */
export const QUIT_PATIENCE = 2;

/**
 * Own postmasters asked for in one transaction. Each one refused counts as an error at the server, and
 * Postfix slows down after 10 of them (smtpd_soft_error_limit).
 */
export const CONTROLS_PER_TRANSACTION = 5;

/** Own postmasters asked for per endpoint, however many domains share it (RFC 5321 4.5.3.1.8: 100 recipients). */
export const MAX_CONTROLS = 100;

/** Refused postmasters after which no further ones are asked for. */
export const MAX_REFUSED_CONTROLS = 5;

/** Exit statuses that say nothing of a server. */

/** What the user got wrong. */
export const USAGE = 2;
/** What we got wrong (sysexits.h EX_SOFTWARE). */
export const BUG = 70;
/** The gate is open, but something that was asked for could not be written (sysexits.h EX_IOERR). */
export const UNWRITTEN = 74;

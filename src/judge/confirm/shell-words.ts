/** Words that every shell takes literally: sh, bash and zsh. */

/**
 * Characters of host names, addresses and mailboxes that no shell gives a meaning to. In front, zsh makes a path of
 * `=name`, and the command an option, a server or a file of `-name`, `+name` and `@name`.
 */
export const SHELL_SAFE = /^(?![=@+-])[A-Za-z0-9._:@+=-]*$/;

/** A mailbox as a word of a shell: as it is, or in single quotes; undefined where even those do not hold it. */
export function shellWord(mailbox: string): string | undefined {
  if (mailbox === "") return "'<>'";
  if (SHELL_SAFE.test(mailbox)) return mailbox;
  // To swaks, a word that begins with a hyphen is an option, in quotes or not.
  return /^(?!-)[\x21-\x26\x28-\x7e]+$/.test(mailbox) ? `'${mailbox}'` : undefined;
}

/** A name for EHLO; an address literal is put in quotes, for a shell reads brackets. */
export function heloName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (/^\[[0-9A-Za-z:.]+\]$/.test(name)) return `'${name}'`;
  return /^(?!-)[A-Za-z0-9.-]+$/.test(name) ? name : undefined;
}

/** Longest path that goes into a command line. */
const MAX_PATH_LENGTH = 200;

/** A file's path as a word of a shell; undefined where a shell, or the command, might take it for something else. */
export function pathWord(path: string | undefined): string | undefined {
  if (path === undefined || path.length > MAX_PATH_LENGTH) return undefined;
  return /^[A-Za-z0-9._/][A-Za-z0-9._/@+=:-]*$/.test(path) ? path : undefined;
}

/** Names and addresses that a reply quotes: whose they are tells whom the reply is about. */

/** What was asked, and by whom: what a reply may quote. */
export interface Asked {
  readonly command: "MAIL" | "RCPT";
  /**
   * Our address as the server sees it; undefined where that is not known (behind NAT or a proxy). Then any address
   * that is quoted counts as ours: servers quote their clients, not themselves.
   */
  readonly ownAddress: string | undefined;
  /** The name, or address literal, that we gave in EHLO. */
  readonly heloName: string;
  /** Address given in MAIL, without angle brackets; empty for the null sender. */
  readonly sender: string;
  /** Address given in RCPT, without angle brackets; undefined at MAIL. */
  readonly recipient: string | undefined;
  /** True where the recipient is a stranger's: the question of the relay test. */
  readonly foreign?: boolean;
  /** Name of the server. */
  readonly host: string;
}

/** A reply stands for these in a row of tokens. No word can look like one: words have no angle brackets. */
export type NameToken =
  "<recipient>" | "<domain>" | "<sender>" | "<client>" | "<host>" | "<ip>" | "<address>";

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** Whether a name is the given one or lies below it. */
function isWithin(name: string, zone: string): boolean {
  return zone !== "" && zone.includes(".") && (name === zone || name.endsWith(`.${zone}`));
}

/**
 * What a run of letters, digits and inner marks names; undefined where it is made of words. Without `asked` (phrases
 * of our own vocabulary) nothing is a name.
 */
export function nameToken(run: string, asked: Asked | undefined): NameToken | undefined {
  if (asked === undefined) return undefined;
  const lower = run.toLowerCase();
  if (lower.startsWith("ipv6:")) return nameToken(run.slice("ipv6:".length), asked);
  if (lower.includes("@", 1)) return addressToken(lower, asked);
  if (isAddress(lower)) return isOurs(lower, asked) ? "<client>" : "<ip>";
  return isHostName(run) || isKnown(lower, asked) ? hostToken(lower, asked) : undefined;
}

/** The names that we gave ourselves need not look like host names. */
function isKnown(name: string, { heloName }: Asked): boolean {
  return name.length > 2 && name === heloName.toLowerCase();
}

function addressToken(address: string, asked: Asked): NameToken {
  if (address === asked.recipient?.toLowerCase()) return "<recipient>";
  if (address === asked.sender.toLowerCase()) return "<sender>";
  const domain = domainOf(address);
  if (asked.recipient !== undefined && domain === domainOf(asked.recipient)) return "<recipient>";
  return isOurName(domain, asked) ? "<sender>" : "<address>";
}

function hostToken(name: string, asked: Asked): NameToken {
  if (name === asked.host.toLowerCase()) return "<host>";
  if (isOurName(name, asked)) return "<client>";
  if (asked.recipient !== undefined && name === domainOf(asked.recipient)) return "<domain>";
  // A reverse name that is made of our address: host-192-0-2-77.provider.example, 77.2.0.192.in-addr.arpa.
  return isMadeOf(name, asked.ownAddress) ? "<client>" : "<host>";
}

function isOurName(name: string, { heloName, sender }: Asked): boolean {
  return isWithin(name, heloName.toLowerCase()) || (sender !== "" && name === domainOf(sender));
}

function isMadeOf(name: string, address: string | undefined): boolean {
  const numbers = address?.split(".") ?? [];
  const words = name.split(/[.-]/).join(" ");
  return (
    numbers.length === 4 && [numbers, numbers.toReversed()].some((each) => words.includes(each.join(" ")))
  );
}

function isOurs(address: string, { ownAddress }: Asked): boolean {
  return ownAddress === undefined || address === ownAddress.toLowerCase();
}

/** IPv4 in dotted form, or what has the colons of IPv6; a time of day has two. */
function isAddress(run: string): boolean {
  const numbers = run.split(".");
  if (numbers.length === 4 && numbers.every((each) => /^\d{1,3}$/.test(each))) return true;
  return /^[\da-f:.]+$/.test(run) && (run.includes("::") || run.split(":").length > 5);
}

/** Labels with dots between, the last one of letters alone and all of one case: `denied.Please` is none. */
function isHostName(run: string): boolean {
  const labels = run.split(".");
  const last = labels.at(-1) ?? "";
  return (
    labels.length > 1 &&
    labels.every((label) => /^[a-z\d_-]+$/i.test(label)) &&
    /^(?:[a-z]{2,24}|[A-Z]{2,24})$/.test(last)
  );
}

/** Words of a URL. Our own address in it says `<client>`: the page tells why this client is refused. */
export function urlWords(url: string, asked: Asked | undefined): readonly string[] {
  const own = asked?.ownAddress?.toLowerCase();
  const lower = url.toLowerCase();
  const words = lower.split(/[^\p{L}\p{N}]/u).filter((word) => word !== "");
  return own !== undefined && lower.includes(own) ? [...words, "<client>"] : words;
}

/**
 * Words of the name of a host that is neither ours nor the server's: "found in zen.spamhaus.org" names the list in no
 * other way.
 */
export function foreignNameWords(run: string, asked: Asked | undefined): readonly string[] {
  if (asked === undefined || nameToken(run, asked) !== "<host>") return [];
  const name = run.toLowerCase();
  const zone = asked.host.slice(asked.host.indexOf(".") + 1).toLowerCase();
  return name === asked.host.toLowerCase() || isWithin(name, zone) ? [] : urlWords(name, undefined);
}

/** Zone files of every odd kind: what must be read, and what must be refused with its place. */

export interface OddZone {
  readonly name: string;
  readonly text: string;
  /** The zone's name; example.com where absent. */
  readonly origin?: string;
  /** Files beside it. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A zone with this below its head. */
function zone(name: string, below: string, more: Partial<OddZone> = {}): OddZone {
  const head = "$TTL 3600\n@ IN SOA ns hostmaster 1 7200 1800 1209600 3600\n  IN NS ns\nns IN A 192.0.2.1\n";
  return { name, text: head + below, ...more };
}

export const ODD_ZONES: readonly OddZone[] = [
  zone("plain", "@ IN MX 10 mx1\nmx1 IN A 192.0.2.10\nmx1 IN AAAA 2001:db8::10\n"),
  {
    name: "SOA in parentheses with comments",
    text: "@ 3600 IN SOA ns.example.com. host\\.master.example.com. ( ; begins\n 2026112101 ; serial\n 2h 30m\n 2w\n 1h ) ; done\n@ 3600 NS ns\nns 3600 A 192.0.2.1\n@ 60 MX 10 mx\n",
  },
  zone("blank owners", "mx1 A 192.0.2.10\n   AAAA 2001:db8::10\n\tMX 5 mx2\n; a comment\n\n  MX 6 mx3\n"),
  zone(
    "class before TTL, TTL before class, neither",
    "a IN 60 MX 1 x\nb 60 IN MX 2 x\nc IN MX 3 x\nd 60 MX 4 x\ne MX 5 x\n",
  ),
  zone("$GENERATE with a step of ten digits", "$GENERATE 19-28/2147483645 $ CNAME x\n"),
  zone(
    "$GENERATE below zero",
    "$GENERATE 1024-1026 ${-2000,0,n} AAAA 2001:db8::${0,4,x}\n$GENERATE 1-2 a${-9,0,x} A 192.0.2.$\n$GENERATE 1-2 b${-9,12,o} A 192.0.2.$\n$GENERATE 1-2 c${-9,12,X} A 192.0.2.$\n",
  ),
  zone("units of time", "a 1h MX 1 x\nb 1H30M MX 2 x\nc 1w2d3h4m5s MX 3 x\nd 90S MX 4 x\n"),
  zone("$TTL changes half-way", "a MX 1 x\n$TTL 1d\nb MX 2 x\n$TTL 5m\nc MX 3 x\n"),
  {
    name: "no $TTL: that of the record before",
    text: "@ 7200 IN SOA ns hm 1 2 3 4 5\n@ NS ns\nns 300 A 192.0.2.1\nmx A 192.0.2.2\n@ MX 10 mx\n",
  },
  {
    name: "no TTL at all: the minimum of the SOA",
    text: "@ IN SOA ns hm 1 2 3 4 77\n@ NS ns\nns A 192.0.2.1\n@ MX 10 mx\n",
  },
  zone("$ORIGIN absolute", "$ORIGIN mail.example.com.\n@ MX 10 mx\nmx A 192.0.2.10\n"),
  zone("$ORIGIN relative, twice", "$ORIGIN mail\n@ MX 10 mx\n$ORIGIN eu\n@ MX 20 mx\nmx A 192.0.2.10\n"),
  zone("at sign everywhere", "@ MX 10 @\n@ A 192.0.2.9\nwww CNAME @\n"),
  zone(
    "parentheses around the whole record",
    "( a 60\n IN\n MX ( 10\n mx1 ) )\nb MX ( 10 mx2 )\nc MX ( 10\n\n ; why\n mx3 ) \n",
  ),
  zone("white space within parentheses makes no blank owner", "a MX (\n10\nmx )\n  MX 20 mx2\n"),
  zone(
    "quotes, semicolons and parentheses in texts",
    'a TXT "v=spf1 ; ( -all" "b\\"c" plain\n  MX 10 mx\nb TXT "; no comment" ; comment "\n  MX 20 mx\n',
  ),
  zone(
    "comments that stick to words",
    "a MX 10 mx;comment\nb;c\n  MX 20 mx2 ;; more\n".replace("b;c\n  ", "b "),
  ),
  zone(
    "escapes in owners and exchanges",
    "host\\.with\\.dots MX 10 mx\\046x\n\\097bc MX 20 \\109x\nsemi\\;colon MX 30 a\\(b\\)c\nsp\\032ace MX 40 back\\\\slash\n",
  ),
  zone(
    "upper and lower case",
    "MAIL in mx 10 MX1\nMx1 A 192.0.2.10\n$origin SUB.Example.COM.\nX In Mx 5 Y\n$ttl 60\nz MX 1 y\n",
  ),
  zone("null MX", "none MX 0 .\n"),
  zone("wildcards and underscores", "* MX 10 mx\n*.sub MX 20 mx\n_dmarc TXT x\n_x MX 30 _y\n"),
  zone("the same record twice", "a MX 10 mx\na MX 10 mx\na MX 10 MX\n"),
  zone("names with digits that look like times", "1h MX 10 2d\n60 MX 20 3600\n  A 192.0.2.60\n"),
  zone(
    "types by number and data in octets",
    "a TYPE15 \\# 6 000A 02 6D78 00\nb TYPE1 192.0.2.77\nc A \\# 4 C0000204\nd TYPE65280 \\# 2 ABCD\ne CLASS1 MX 7 mx\nf AAAA \\# 16 20010db8000000000000000000000005\n",
  ),
  zone(
    "types that this reader does not look into",
    'a CAA 0 issue "letsencrypt.org"\n_25._tcp TLSA 3 1 1 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n_smtp._tcp SRV 0 1 25 mx\nb HINFO "a b" c\nc SSHFP 1 1 0011223344556677889900112233445566778899\nd MX 1 mx\n',
  ),
  zone(
    "$GENERATE",
    '$GENERATE 1-3 mx$ A 192.0.2.$\n$GENERATE 0-4/2 h${10,3,d} 60 IN CNAME mx$.pool\n$GENERATE 10-11 x${0,4,x} MX "5 y$"\n',
  ),
  zone("$INCLUDE", "$INCLUDE part.db\na MX 10 after\n", {
    files: { "part.db": "p MX 10 mx\n$ORIGIN elsewhere.example.com.\nq MX 20 mx\n" },
  }),
  zone(
    "$INCLUDE with an origin, and $ORIGIN inside does not leak",
    "$INCLUDE sub/part.db mail ; there\nb MX 10 after\n",
    { files: { "sub/part.db": "@ MX 10 mx\n$ORIGIN deep\n@ MX 20 mx\n" } },
  ),
  zone("carriage returns and tabs", "a\tIN\tMX\t10\tmx\r\n\tMX 20 mx2\r\n"),
  zone("no line break at the end", "a MX 10 mx\nb MX 20 mx2"),
  zone(
    "IPv6 in odd spellings",
    "a AAAA 2001:DB8:0:0:0:0:0:1\nb AAAA ::ffff:192.0.2.1\nc AAAA 2001:db8::192.0.2.1\nd AAAA ::\n",
  ),
  zone("delegation with glue, and DNAME", "sub NS ns.sub\nns.sub A 192.0.2.53\nold DNAME new.example.com.\n"),
  zone("the root as origin", "$ORIGIN .\nmail.example.com MX 10 mx.example.net\n"),
  zone("leading zeros and the largest preference", "a MX 00010 mx\nb MX 65535 mx\nc MX 0 mx\n"),
  { ...zone("another zone, whose name has capitals", "@ MX 10 mx\n"), origin: "Sub.Example.ORG" },
  zone(
    "TXT: one string, several, without quotes, empty",
    'a TXT "v=STSv1; id=20260101T000000;"\nb TXT "v=TLSRPTv1;" "rua=mailto:tls@example.com"\nc TXT one two (\n three ) ; and no more\nd TXT ""\n',
  ),
  zone(
    "TXT: escapes and octets that are not ASCII",
    String.raw`a TXT "a quote \" a backslash \\ octets \000\200\255 a letter \x"` +
      "\n" +
      String.raw`b TXT no\032break semi\;colon`.concat('\nc TXT "é €"\nd TXT "tab\there"\n'),
  ),
  zone("TXT: a string of 255 octets", `a TXT "${"x".repeat(255)}" ${String.raw`\255`.repeat(255)}\n`),
  zone(
    "TLSA as in RFC 6698 2.3",
    "_443._tcp.www TLSA (\n 0 0 1 d2abde240d7cd3ee6b4b28c54df034b9\n 7983A1D16E8A410E4561CB106618E971 )\n" +
      "_443._tcp.www TLSA (\n 1 1 2 92003ba34942dc74152e2f2c408d29ec\n a5a520e7f2e06bb944f4dca346baf63c\n 1b177615d466f6c4b71c216a50292bd5\n 8c9ebdd2f74e38fe51ffd48c43326cbc )\n" +
      "_443._tcp.www TLSA (\n 3 0 0 30820307308201efa003020102020 )0\n",
  ),
  zone(
    "TXT and TLSA in the generic form",
    String.raw`a TXT \# 8 03 666f6f 03626172` +
      "\n" +
      String.raw`_25._tcp.a TYPE52 \# 7 030101 DEADBEEF` +
      "\n",
  ),
  zone(
    "$GENERATE of TXT and TLSA",
    '$GENERATE 1-3 t$ TXT number$\n$GENERATE 1-2 _25._tcp.t$ TLSA "3 1 1 0$"\n',
  ),
];

export const REFUSED_ZONES: readonly (OddZone & { readonly says: string })[] = [
  {
    ...zone("a parenthesis that stays open", "a MX ( 10 mx\n"),
    says: "zone.db:5:6 This parenthesis is never closed.",
  },
  {
    ...zone("a parenthesis too many", "a MX 10 mx )\n"),
    says: "zone.db:5:12 This parenthesis was never opened.",
  },
  {
    ...zone("a quote that stays open", 'a TXT "abc\nb MX 10 mx\n'),
    says: "zone.db:5:7 This quote is not closed before the end of the line.",
  },
  {
    ...zone("a preference that is too large", "a MX 65536 mx\n"),
    says: "zone.db:5:6 This is not a whole number from 0 to 65535.",
  },
  {
    ...zone("a preference that is none", "a MX mx 10\n"),
    says: "zone.db:5:6 This is not a whole number from 0 to 65535.",
  },
  {
    ...zone("an MX without exchange", "a MX 10\n"),
    says: "zone.db:5:6 This MX record ends too soon: a name is missing.",
  },
  {
    ...zone("an MX with too much", "a MX 10 mx mx2\n"),
    says: "zone.db:5:12 This is too much for this MX record.",
  },
  {
    ...zone("an address that is none", "a A 192.0.2.256\n"),
    says: "zone.db:5:5 This is not an IPv4 address.",
  },
  {
    ...zone("an IPv6 address that is none", "a AAAA 2001:db8::1::2\n"),
    says: "zone.db:5:8 This is not an IPv6 address.",
  },
  {
    ...zone("a type that is none", "a MXX 10 mx\n"),
    says: "zone.db:5:3 This is not a record type. Did you mean MX?",
  },
  {
    ...zone("an ANAME, which is no alias", "@ ANAME www.example.net.\n"),
    says: "zone.db:5:3 This is not a record type. ANAME and ALIAS are features of some DNS providers, which answer with addresses: write A and AAAA records instead.",
  },
  {
    name: "a SOA without a dot, as Cloudflare exports it",
    text: "$TTL 60\nexample.com 3600 IN SOA ns.example.com dns.example.com 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n",
    says: "zone.db:2:1 This name has no dot at its end, so the zone's name is added to it once more. Write @, or put a dot behind it.",
  },
  { ...zone("no type", "a 60 IN\n"), says: "zone.db:5:6 This record has no type and no data." },
  { ...zone("no data", "a MX\n"), says: "zone.db:5:3 This MX record has no data." },
  {
    ...zone("a space that is none", "a\u00a0MX 10 mx\n"),
    says: "zone.db:5:1 A space in this word is not a plain space (U+0020). Replace it.",
  },
  {
    ...zone("a label that is too long", `${"a".repeat(64)} MX 10 mx\n`),
    says: `zone.db:5:1 This is not a domain name: labels have 1 to 63 octets, names at most 255.`,
  },
  {
    ...zone("an empty label", "a..b MX 10 mx\n"),
    says: "zone.db:5:1 This is not a domain name: labels have 1 to 63 octets, names at most 255.",
  },
  {
    ...zone("an escape beyond an octet", "a\\256 MX 10 mx\n"),
    says: "zone.db:5:1 This is not a domain name: labels have 1 to 63 octets, names at most 255.",
  },
  {
    ...zone("an exchange in quotes", 'a MX 10 "mx"\n'),
    says: "zone.db:5:9 A name stands without quotes here. Remove the quotes.",
  },
  {
    ...zone("another class", "a CH MX 10 mx\n"),
    says: "zone.db:5:3 This is not the class of the Internet. Write IN, or nothing.",
  },
  {
    ...zone("an unknown directive", "$INCULDE x\n"),
    says: "zone.db:5:1 This is not a directive. Did you mean $INCLUDE?",
  },
  {
    ...zone("a $TTL that is none", "$TTL soon\n"),
    says: "zone.db:5:6 This is not a time such as 3600 or 1h30m.",
  },
  {
    ...zone("an $ORIGIN without a name", "$ORIGIN\n"),
    says: "zone.db:5:1 $ORIGIN says nothing. Put its value behind it.",
  },
  {
    ...zone("an $INCLUDE of what is not there", "$INCLUDE nowhere.db\n"),
    says: "zone.db:5:10 The file is not there.",
  },
  {
    ...zone("an $INCLUDE of itself", "$INCLUDE zone.db\n"),
    says: "zone.db:5:10 The file is included by itself.",
  },
  {
    ...zone("a $GENERATE without a range", "$GENERATE x a$ A 192.0.2.$\n"),
    says: "zone.db:5:11 This is not a range such as 1-10 or 0-8/2.",
  },
  {
    ...zone("an alias with other data", "a CNAME b\na MX 10 mx\n"),
    says: "zone.db:6:1 a.example.com is an alias (CNAME, line 5), and an alias has no other records.",
  },
  {
    ...zone("an alias with two targets", "a CNAME b\na CNAME c\n"),
    says: "zone.db:6:1 a.example.com is an alias (CNAME, line 5), and an alias has no second target.",
  },
  {
    name: "no TTL anywhere",
    text: "a IN MX 10 mx\n",
    says: "zone.db:1:1 This record has no TTL, and no $TTL stands before it.",
  },
  {
    name: "a blank owner at the start",
    text: "  60 IN MX 10 mx\n",
    says: "zone.db:1:3 The first record of a file needs an owner; a line of white space repeats the one before.",
  },
  {
    name: "no NS record",
    text: "@ 60 IN SOA ns hm 1 2 3 4 5\n@ MX 10 mx\n",
    says: "zone.db:1:1 The zone example.com has no NS record, so no name server would load it.",
  },
  {
    ...zone("a second SOA", "@ SOA ns other 2 3 4 5 6\n"),
    says: "zone.db:5:1 A zone has one SOA record; line 2 has it already.",
  },
  {
    ...zone("octets that are no MX", "a MX \\# 3 000A02\n"),
    says: "zone.db:5:9 These octets are no data of a MX record.",
  },
  {
    ...zone("octets of another number", "a MX \\# 5 000A00\n"),
    says: "zone.db:5:9 This is not data in the form \\# LENGTH HEX.",
  },
  {
    ...zone("a TXT escape past 255", String.raw`a TXT "\256"`.concat("\n")),
    says: "zone.db:5:7 An escape in this text is not a backslash and three digits from 000 to 255.",
  },
  {
    ...zone("a TXT escape of two digits", String.raw`a TXT "\25x"`.concat("\n")),
    says: "zone.db:5:7 An escape in this text is not a backslash and three digits from 000 to 255.",
  },
  {
    ...zone("TXT octets that no string fills", String.raw`a TXT \# 3 03666f`.concat("\n")),
    says: "zone.db:5:10 These octets are no data of a TXT record.",
  },
  {
    ...zone("a TLSA usage past 255", "a TLSA 256 1 1 ab\n"),
    says: "zone.db:5:8 This is not a whole number from 0 to 255.",
  },
  {
    ...zone("a TLSA without data", "a TLSA 3 1 1\n"),
    says: "zone.db:5:12 This TLSA record ends too soon: the data in hexadecimal is missing.",
  },
  {
    ...zone("TLSA data of half an octet", "a TLSA 3 1 1 ab c\n"),
    says: "zone.db:5:14 This data has an odd number of hexadecimal digits.",
  },
  {
    ...zone("TLSA data in base64", "a TLSA 3 1 1 ab xyz=\n"),
    says: "zone.db:5:17 This is not data in hexadecimal.",
  },
];

/** Where our verdict and that of Node's OpenSSL differ, and why that may be. In a run its verdict is at hand, too. */
export const EXPLAINED: readonly { readonly titles: RegExp; readonly why: string }[] = [
  {
    titles: /^namesakes: (?:the signer last in the store|the first may not sign)$/,
    why: "Of two roots with one name and without key identifiers OpenSSL takes the first that its store gives, whoever has signed; the order of a store is not recorded.",
  },
  {
    titles: /^URI "https:(?:\/\/OWN\.test\?query|\/\/user@own\.test\/)" where "(?:own|OWN)\.test" is/,
    why: "OpenSSL 3.5 takes the host out of a URI with a query or a user, OpenSSL 3.0 does not, nor do we: Postfix of Debian 12 has OpenSSL 3.0.",
  },
  {
    titles: /^URI "https:\/\/\/path" where (?:"(?:\.?own|OWN)\.test" is excluded|"" is permitted)$/,
    why: "OpenSSL 3.5 compares an empty host, OpenSSL 3.0 refuses it, and so do we.",
  },
];

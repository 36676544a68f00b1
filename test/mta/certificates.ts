/** The certificate authorities of the lab, sound ones and others, and what they sign. */
import { nameOf, type AuthorityFile } from "./authority-files.ts";
import { DAY, issue } from "../support/certificates/issue.ts";
import type { IssueOptions, Issued } from "../support/certificates/issue.ts";

/** Leaf first, as it is served. */
export type Chain = readonly [Issued, ...Issued[]];

/** Validity in days from now on, fractions allowed. */
export function valid(from: number, until: number, now: Date): Pick<IssueOptions, "notBefore" | "notAfter"> {
  return {
    notBefore: new Date(now.getTime() + from * DAY),
    notAfter: new Date(now.getTime() + until * DAY),
  };
}

const YEAR = 365;

export class Authorities {
  readonly now: Date;
  /** Trusted by whoever is given {@link trusted}. */
  readonly root: Issued;
  readonly intermediate: Issued;
  /** Of the same root; two days past its end, and 20 days before it. */
  readonly expiredIntermediate: Issued;
  readonly endingIntermediate: Issued;
  /** Of the same root, and issuer of nothing that is served with it. */
  readonly otherIntermediate: Issued;
  /** Expired, with name and key of {@link intermediate}. */
  readonly expiredTwin: Issued;
  readonly weakIntermediate: Issued;
  readonly sha1Intermediate: Issued;
  /** Issued by {@link intermediate}, which may have no authority below it. */
  readonly tooDeep: Issued;
  /** Trusted, too, and signed by itself with SHA-1, as old roots are. */
  readonly sha1Root: Issued;
  /** Nobody trusts these. */
  readonly privateRoot: Issued;
  readonly privateIntermediate: Issued;
  /** Intermediates of the trusted root that nobody serves; the first one's name says that it is a root. */
  readonly calledRoot: Issued;
  readonly deep: Issued;
  /** Issued by {@link deep}. */
  readonly deeper: Issued;
  /** Another intermediate of the trusted root that nobody serves, and that is nowhere to be had. */
  readonly lost: Issued;
  /** A root that nobody trusts, nobody serves, and whose name does not say what it is. */
  readonly hiddenPrivate: Issued;
  readonly hiddenPrivateIntermediate: Issued;

  constructor(now: Date) {
    this.now = now;
    const authority = (
      name: string,
      issuer: Issued | undefined,
      days: [number, number],
      more: Partial<IssueOptions> = {},
    ) =>
      issue(
        {
          subject: name,
          organization: "MX Gate Lab",
          ca: true,
          ...(issuer === undefined ? {} : { issuer, pathLength: 0 }),
          ...valid(days[0], days[1], now),
          ...more,
        },
        now,
      );
    const long: [number, number] = [-YEAR, 5 * YEAR];
    this.root = authority("Lab Root", undefined, [-YEAR, 10 * YEAR]);
    this.intermediate = authority("Lab Intermediate", this.root, long);
    this.expiredIntermediate = authority("Lab Intermediate, expired", this.root, [-YEAR, -2]);
    this.endingIntermediate = authority("Lab Intermediate, ending", this.root, [-YEAR, 20]);
    this.otherIntermediate = authority("Lab Intermediate, other", this.root, long);
    this.expiredTwin = authority("Lab Intermediate", this.root, [-YEAR, -2], {
      reuseKeyOf: this.intermediate,
    });
    this.weakIntermediate = authority("Lab Intermediate, short key", this.root, long, { key: "rsa1024" });
    this.sha1Intermediate = authority("Lab Intermediate, SHA-1", this.root, long, { signature: "sha1" });
    this.tooDeep = authority("Lab Intermediate, too deep", this.intermediate, long);
    this.sha1Root = authority("Lab Root of Old", undefined, long, { key: "rsa2048", signature: "sha1" });
    this.privateRoot = authority("Private Root", undefined, long);
    this.privateIntermediate = authority("Private Intermediate", this.privateRoot, long);
    const at = (file: AuthorityFile) => ({ caIssuers: [nameOf(file)] });
    this.calledRoot = authority("Lab Root Two", this.root, long);
    this.deep = authority("Lab Intermediate, deep", this.root, long, { pathLength: 1 });
    this.deeper = authority("Lab Intermediate, deeper", this.deep, long, at("deep.p7c"));
    this.lost = authority("Lab Intermediate, lost", this.root, long);
    this.hiddenPrivate = authority("Private Authority", undefined, long);
    this.hiddenPrivateIntermediate = authority(
      "Private Authority for Mail",
      this.hiddenPrivate,
      long,
      at("private.cer"),
    );
  }

  /** PEM of every root that is trusted. */
  get trusted(): string {
    return this.root.pem + this.sha1Root.pem;
  }

  /** A leaf that names `host`, by default sound and signed by the intermediate. */
  leaf(host: string, differing: Partial<IssueOptions> = {}): Issued {
    return issue({ subject: host, dnsNames: [host], issuer: this.intermediate, ...differing }, this.now);
  }

  /** A leaf with the intermediate behind it. */
  chain(host: string, differing: Partial<IssueOptions> = {}): Chain {
    return [this.leaf(host, differing), this.intermediate];
  }

  selfSigned(host: string, differing: Partial<IssueOptions> = {}): Issued {
    return issue({ subject: host, dnsNames: [host], ...differing }, this.now);
  }

  /** {@link valid} from the lab's own moment on. */
  days(from: number, until: number): Pick<IssueOptions, "notBefore" | "notAfter"> {
    return valid(from, until, this.now);
  }
}

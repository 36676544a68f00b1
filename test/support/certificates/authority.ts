/** The certificate authority of the lab. */
import type { Stage } from "../lab/lab-plan.ts";
import { DAY, issue } from "./issue.ts";
import type { Issued } from "./issue.ts";

/** A root, an intermediate and what they sign, as seen from `now`. */
export function openAuthority(now: Date): { stage: Stage; root: Issued } {
  const years = (count: number): Date => new Date(now.getTime() + count * 365 * DAY);
  const organization = "MX Gate Lab";
  const root = issue(
    { subject: "Lab Root", organization, ca: true, notBefore: years(-1), notAfter: years(10) },
    now,
  );
  const intermediate = issue(
    {
      subject: "Lab Intermediate",
      organization,
      issuer: root,
      ca: true,
      pathLength: 0,
      notBefore: years(-1),
      notAfter: years(5),
    },
    now,
  );
  const stage: Stage = {
    now,
    chainFor: (host, differing = {}) => [
      issue({ subject: host, dnsNames: [host], issuer: intermediate, ...differing }, now),
      intermediate,
    ],
    selfSigned: (host) => issue({ subject: host, dnsNames: [host] }, now),
  };
  return { stage, root };
}

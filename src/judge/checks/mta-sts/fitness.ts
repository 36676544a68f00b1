/**
 * Whether an endpoint is what MTA-STS wants of a covered MX host (RFC 8461 4.2): STARTTLS, and a certificate that is trusted,
 * valid now and names the host by a dNSName. Nothing is tested for it: the checks of the endpoint have found it all.
 */
import { isLost } from "../../../observe/observation.ts";
import type { EndpointSubject, Outcome } from "../../outcome.ts";
import { ownSeverity } from "../../outcome.ts";
import type { Code } from "../../diagnostics/registry.ts";
import { NOT_AUTHENTICATED } from "../../reach.ts";

export type Fitness =
  | { readonly kind: "fit" }
  /** With the codes that say why, the first one first in the dialog. */
  | { readonly kind: "unfit"; readonly reasons: readonly Code[] }
  /** `unreached`: the server does not get as far as that for anybody, or this machine has no IPv6 while its IPv4 was tested. `unseen`: it could not be seen from here. */
  | { readonly kind: "unreached" | "unseen" | "not-asked" };

/** Tells it from what was made of the checks `starttls` and `certificate`, before the policy. */
export function fitnessOf(
  { dialog, endpoint }: Pick<EndpointSubject, "dialog" | "endpoint">,
  outcomeOf: (id: "starttls" | "certificate") => Outcome,
): Fitness {
  // MTA-STS is about mail from server to server.
  if (endpoint.submission === true) return { kind: "not-asked" };
  const starttls = outcomeOf("starttls");
  const certificate = outcomeOf("certificate");
  if (certificate.skip?.because === "not-asked") return { kind: "not-asked" };
  const secured = dialog.tls?.outcome === "done" && !isLost(dialog.helloInTls);
  if (!secured || dialog.starttls?.announced === false) return withoutTls(starttls);
  if (certificate.skip !== undefined) return notSeen(certificate.skip.because);
  const reasons = certificate.findings
    .map(({ code }) => code)
    .filter((code) => NOT_AUTHENTICATED.includes(code));
  return reasons.length === 0 ? { kind: "fit" } : { kind: "unfit", reasons };
}

function withoutTls({ findings, skip }: Outcome): Fitness {
  if (skip !== undefined) return notSeen(skip.because);
  const reasons = findings
    .filter((raised) => ["error", "warning"].includes(ownSeverity(raised)))
    .map(({ code }) => code);
  return reasons.length === 0 ? { kind: "unseen" } : { kind: "unfit", reasons };
}

function notSeen(because: NonNullable<Outcome["skip"]>["because"]): Fitness {
  return { kind: because === "inconclusive" ? "unseen" : "unreached" };
}

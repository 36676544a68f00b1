/** Command lines that show what a domain publishes beside DNS, and whether its MX hosts live up to it. */
import type { Confirmation, ConfirmationSubject } from "./confirmation.ts";
import { pathWord } from "./shell-words.ts";

type PolicyConfirmation = Extract<Confirmation, "policy-fetch" | "mx-certificate">;

/** Whether it is one of these lines. */
export function isPolicyLine(kind: Confirmation): kind is PolicyConfirmation {
  return kind === "policy-fetch" || kind === "mx-certificate";
}

/** The line for a finding about a policy; undefined where the subject lacks what it needs. */
export function policyLine(
  kind: PolicyConfirmation,
  { domain, host, caFile }: ConfirmationSubject,
): string | undefined {
  const file = pathWord(caFile);
  switch (kind) {
    case "policy-fetch": {
      const anchors = file === undefined ? "" : ` --cacert ${file}`;
      // Senders follow no redirect, and ask for TLS 1.2 at least.
      return domain === undefined
        ? undefined
        : `curl -v --tlsv1.2 --max-redirs 0${anchors} https://mta-sts.${domain}/.well-known/mta-sts.txt`;
    }
    case "mx-certificate": {
      const anchors = file === undefined ? "" : ` -CAfile ${file}`;
      return host === undefined
        ? undefined
        : `openssl s_client -starttls smtp -connect ${host}:25 -servername ${host} -verify_hostname ${host} -verify_return_error${anchors} -brief </dev/null`;
    }
  }
}

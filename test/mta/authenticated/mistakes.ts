/** Mistakes that programs make which look at DANE and MTA-STS; each has a target that shows it. */
export const MISTAKES = [
  "Any TLSA record that matches is taken, whatever its digest.",
  "Full(0) SPKI records are parsed as certificates.",
  "DANE-TA is checked with the roots of the WebPKI.",
  "DANE-TA is matched against the leaf.",
  "SERVFAIL for TLSA is taken for no TLSA record.",
  "The certificate that is served to the MX host's name is judged, not the base domain's.",
  "One address per host is looked at.",
  "The exit code is taken for the verdict.",
  "Patterns of a policy are matched as suffixes, or by expressions without an anchor.",
  "`*` in a policy stands for several labels, or for none.",
  "Redirects to a policy are followed.",
  "Unknown keys of a policy are refused.",
] as const;

export type Mistake = (typeof MISTAKES)[number];

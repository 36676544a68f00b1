/** Holds what the oracles say against the labels of the targets. */
import type { Row, Said, Sent } from "./answers.ts";
import { SOUND_RECORD } from "./policies.ts";
import type { DnsAnswer, OracleName, ParentZone, Target } from "./target.ts";

/** An answer that is not what the label leads to. */
export interface Disagreement {
  readonly target: string;
  readonly oracle: OracleName | "dns" | "txt";
  readonly expected: string;
  readonly answer: string;
  readonly words: string;
}

/** Outcome of `dane` of the n-th server of a host: `mx#2`. */
function outcomeOf({ label }: Target, server: string): string {
  const [host = ""] = server.split("#");
  return label.dane?.[server] ?? label.dane?.[host] ?? "";
}

/** What openssl has to say where `dane` comes to this outcome. */
function opensslAnswer(outcome: string): string {
  const byCode: readonly (readonly [string, string])[] = [
    ["dane-no-tls", "no tls"],
    ["dane-name-mismatch", "name"],
    ["dane-expired", "dates"],
    ["dane-mismatch", "mismatch"],
    ["dane-unusable", "unusable"],
  ];
  return byCode.find(([code]) => outcome.includes(code))?.[1] ?? "verified";
}

/**
 * What posttls-finger has to say: it talks to one server and does not go on to the next, so that its answer is held
 * against the outcome at that very server.
 */
function fingerAnswer(target: Target, said: Sent | undefined): string | undefined {
  const [first = []] = Object.values(target.hosts ?? {});
  if (first[0]?.starttls === "missing") return "plain";
  if (said?.server === undefined) return target.label.delivery;
  const outcome = outcomeOf(target, said.server);
  if (outcome.startsWith("fail")) return "deferred";
  return /^skip|dane-unusable|dane-insecure/.test(outcome) ? "unauthenticated" : "verified";
}

const BY_ZONE: Readonly<Record<ParentZone, DnsAnswer>> = {
  dane: "secure",
  plain: "insecure",
  island: "insecure",
  bogus: "bogus",
};

/** Whether a target has records that answer a question, as far as it says so itself. */
function hasAnswer({ target, owner, type }: { target: Target; owner: string; type: string }): boolean {
  const listed = (target.records ?? []).some((record) => {
    return record.startsWith(`${owner} ${type} `) || record.startsWith(`${owner} CNAME `);
  });
  if (listed || type === "A" || type === "AAAA") return true;
  if (type === "TLSA") {
    return Object.keys(target.tlsa ?? {}).some(
      (key) => owner === (key.includes("{") ? key : `_25._tcp.{${key}}`),
    );
  }
  return type === "MX" && (target.mx?.length ?? 1) > 0;
}

/** The status that a question has by the zone of its owner. */
export function dnsAnswer(target: Target, question: string): DnsAnswer {
  const stated = target.label.dns?.[question];
  if (stated !== undefined) return stated;
  const [owner = "", type = ""] = question.split(" ");
  const [, zone = target.zone ?? "dane"] = (/(?<=[^{])@(\w+)\}/.exec(owner) ?? []) as [string?, ParentZone?];
  const status = BY_ZONE[zone];
  if (status === "bogus" || hasAnswer({ target, owner, type })) return status;
  return status === "secure" ? "secure none" : "insecure none";
}

/** TXT records that the resolver gives for a kind of text, in their order. */
function textsOf(target: Target, owner: string): readonly string[] {
  if (target.zones?.[owner] === "bogus") return [];
  const own = owner.startsWith("_mta-sts") ? (target.sts?.txt ?? [SOUND_RECORD]) : (target.tlsRpt ?? []);
  const aliased = (target.records ?? []).some((record) => record.startsWith(`${owner} CNAME `));
  const behind = (target.records ?? []).flatMap((record) => / TXT (".*)$/.exec(record)?.[1] ?? []);
  return (aliased ? behind : own).toSorted();
}

/** Compares all answers of one row with the label of its target. */
export function disagreements(target: Target, row: Row): Disagreement[] {
  const { label } = target;
  const found: Disagreement[] = [];
  const hold = (
    oracle: Disagreement["oracle"],
    expected: string | undefined,
    said: Said | Sent | undefined,
  ): void => {
    if (expected === undefined || said === undefined || said.answer === expected) return;
    found.push({ target: target.name, oracle, expected, answer: said.answer, words: said.words });
  };
  for (const sender of ["postfix", "exim"] as const) {
    hold(sender, label.delivery, row[sender]);
    const server = row[sender]?.server;
    if (label.via !== undefined && server !== undefined && !server.startsWith(`${label.via}#`)) {
      found.push({
        target: target.name,
        oracle: sender,
        expected: `to ${label.via}`,
        answer: `to ${server}`,
        words: "",
      });
    }
  }
  hold("finger", fingerAnswer(target, row.finger), row.finger);
  hold("sts", label.stsDelivery, row.sts);
  hold("fetch", target.sts?.policy && (label.fetch ?? "200 text/plain"), row.fetch);
  for (const [server, said] of Object.entries(row.openssl)) {
    hold("openssl", opensslAnswer(outcomeOf(target, server)), said);
  }
  for (const [question, said] of Object.entries(row.dns)) hold("dns", dnsAnswer(target, question), said);
  for (const [owner, texts] of Object.entries(row.txt)) {
    const expected = textsOf(target, owner).join(" ").replaceAll("{null}", `null.${row.domain}`);
    hold("txt", expected, { answer: texts.join(" "), words: owner });
  }
  return found;
}

/** Which of the disagreements the target explains; and explanations that nothing needs. */
export function settle(
  target: Target,
  found: readonly Disagreement[],
): { readonly unexplained: Disagreement[]; readonly idle: OracleName[] } {
  const explained = ({ oracle, answer }: Disagreement): boolean => {
    const difference = oracle === "dns" || oracle === "txt" ? undefined : target.differs?.[oracle];
    return difference?.says === answer;
  };
  const needed = new Set(found.map(({ oracle }) => oracle));
  return {
    unexplained: found.filter((each) => !explained(each)),
    idle: (Object.keys(target.differs ?? {}) as OracleName[]).filter((oracle) => !needed.has(oracle)),
  };
}

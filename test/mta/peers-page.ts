/** docs/accuracy-peers.md: what other programs say about the targets of the lab, and why where they differ. */
import { format } from "prettier";
import { z } from "zod";
import { ENDPOINT_CHECKS } from "./expectation.ts";
import type { Deviations } from "./expectation.ts";
import { table } from "./matrix.ts";
import { reasonFor } from "./peer-reasons.ts";
import { TRUTH } from "./truth.ts";

export const peerWords = z.array(
  z.strictObject({
    name: z.string(),
    /** Key of the endpoint in the truth table. */
    endpoint: z.string(),
    tool: z.string(),
    says: z.enum(["fine", "fault", "unseen"]),
    words: z.string(),
  }),
);
export type PeerWords = z.infer<typeof peerWords>;

interface Truth {
  readonly verdict: "sound" | "faulty" | "unclear";
  readonly failing: (typeof ENDPOINT_CHECKS)[number][];
  readonly codes: readonly string[];
}

function truthOf(deviations: Deviations): Truth {
  const failing = ENDPOINT_CHECKS.filter((check) => deviations[check]?.verdict === "fail");
  const unclear = ENDPOINT_CHECKS.some(
    (check) =>
      deviations[check]?.verdict === "inconclusive" ||
      (check === "connect" && deviations[check]?.verdict === "skip"),
  );
  const codes = failing.flatMap((check) => deviations[check]?.codes ?? []);
  return { verdict: failing.length > 0 ? "faulty" : unclear ? "unclear" : "sound", failing, codes };
}

interface Line {
  readonly target: string;
  readonly endpoint: string;
  readonly truth: Truth;
  readonly words: PeerWords;
}

function linesOf(all: PeerWords): Line[] {
  return TRUTH.flatMap((row) =>
    Object.entries(row.endpoints).flatMap(([endpoint, deviations]) => {
      const words = all.filter((each) => each.name === row.name && each.endpoint === endpoint);
      return words.length === 0 ? [] : [{ target: row.name, endpoint, truth: truthOf(deviations), words }];
    }),
  );
}

/** `fine` is right about a sound server, `fault` about a faulty one; about an unclear one nothing is wrong. */
function differs({ verdict }: Truth, says: PeerWords[number]["says"]): boolean {
  return verdict === "sound" ? says === "fault" : verdict === "faulty" && says !== "fault";
}

const SIGNS = { fine: "fine", fault: "fault", unseen: "·" } as const;

function sums(lines: readonly Line[], tool: string): string[] {
  const count = (verdict: Truth["verdict"], says: string): number =>
    lines.filter(
      ({ truth, words }) =>
        truth.verdict === verdict && words.some((word) => word.tool === tool && word.says === says),
    ).length;
  const { length: faulty } = lines.filter(({ truth }) => truth.verdict === "faulty");
  const { length: sound } = lines.filter(({ truth }) => truth.verdict === "sound");
  return [tool, `${count("faulty", "fault")} of ${faulty}`, `${count("sound", "fault")} of ${sound}`];
}

/** The page in Markdown, and how many differences nobody has explained. */
export async function renderPeers(all: PeerWords): Promise<{ page: string; unexplained: string[] }> {
  const lines = linesOf(all);
  const tools = [...new Set(all.map(({ tool }) => tool))];
  const unexplained: string[] = [];
  const differences = lines.flatMap(({ target, endpoint, truth, words }) =>
    words.flatMap(({ tool, says, words: said }) => {
      if (!differs(truth, says)) return [];
      const why = reasonFor({ target, tool, ...truth });
      if (why === undefined) unexplained.push(`${target}.test ${endpoint}: ${tool} says ${says}: ${said}`);
      const codes = truth.codes.map((code) => `\`${code}\``).join(" ");
      const shown = said.replaceAll("|", "\\|").replaceAll(/\s+/g, " ");
      return [
        [`${target}.test`, codes === "" ? truth.verdict : codes, tool, shown, why ?? "**not explained**"],
      ];
    }),
  );
  const every = lines.map(({ target, endpoint, truth, words }) => [
    `${target}.test${endpoint === "mx" ? "" : ` ${endpoint}`}`,
    truth.verdict,
    ...tools.map((tool) => SIGNS[words.find((word) => word.tool === tool)?.says ?? "unseen"]),
  ]);
  const page = [
    "# The same targets, seen by others",
    "Made by `node test/mta/accuracy.ts --peers --write docs/accuracy-peers.md`; it needs nmap and monitoring-plugins-basic and takes some ten minutes. Not to be edited by hand.",
    "Each of these programs does one part of the work, and none of them was made for all of it: `openssl s_client` and `posttls-finger` look at TLS and certificates, nmap's scripts (smtp-commands, smtp-open-relay, ssl-cert) at relaying, `check_smtp` at the greeting and the days that a certificate has left. A target is faulty where the truth has a check that fails; what is inconclusive is not counted.",
    table(
      ["tool", "faulty targets that it complains about", "sound targets that it complains about"],
      tools.map((tool) => sums(lines, tool)),
    ),
    "## Where they differ from the truth, and why",
    table(["target", "truth", "tool", "what it says", "why"], differences, "---"),
    "## Every target",
    table(["target", "truth", ...tools], every, "---"),
  ];
  return { page: await format(page.join("\n\n"), { parser: "markdown", printWidth: 110 }), unexplained };
}

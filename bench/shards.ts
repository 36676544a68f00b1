/**
 * Twenty shards over 20,000 domains of the lab, killed, doubled and delayed at random: their report says what one run that
 * was not shared says, or the gate is closed and says what is missing.
 *
 *     node bench/shards.ts [ROUNDS [DOMAINS [SHARDS]]]
 *
 * The dialogs and certificates are real ones, seen once and multiplied under other names; each round splits them by owner,
 * merges what is left and judges it.
 */
import assert from "node:assert/strict";
import { splitByOwner } from "../test/recorded/shards.ts";
import { FATES, fingerprint, gather, playRound, type Round } from "../test/recorded/shard-rounds.ts";
import { policyOf } from "../test/recorded/reports.ts";
import { multiplied, observeLab } from "./multiplied-lab.ts";

const [rounds = 200, domains = 20_000, of = 20] = process.argv.slice(2).map(Number);
const POLICY = policyOf();
/** One shard in so many has a fate of its own: of twenty, all are whole in every third round or so. */
const ODDS = 20;

/** Numbers in [0, 1) that are the same in every run of this program (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(1);
const below = (limit: number): number => Math.floor(next() * limit);
const each = <Value>(make: () => Value): Value[] => Array.from({ length: of }, make);

function roundAtRandom(): Round {
  return {
    fates: each(() => (below(ODDS) === 0 ? (FATES[1 + below(FATES.length - 1)] ?? "missing") : "whole")),
    // An endpoint is judged at the end of its own run: an hour changes no verdict of the lab.
    delays: each(() => below(3_600_000) / 60_000),
    order: each(() => below(1_000_000)),
  };
}

const seen = await observeLab(["healthy.test", "expired.test", "one-of-four.test", "no-starttls.test"]);
const whole = multiplied(seen, domains, Math.ceil(domains * 0.4));
const parts = splitByOwner(whole, of);
const sizes = parts.map((part) => part.domains.length);
console.log(
  `${domains} domains, ${Object.keys(whole.endpoints).length} endpoints, ${of} shards with ${Math.min(...sizes)} to ${Math.max(...sizes)} domains each`,
);
const expected = fingerprint(gather([whole], POLICY));
let complete = 0;
const started = performance.now();
for (let round = 1; round <= rounds; round++) {
  if (playRound(parts, roundAtRandom(), expected, POLICY)) complete++;
  if (round % 10 === 0) console.log(`${round} rounds, ${complete} of them complete`);
}
assert.ok(complete > 0 && complete < rounds);
const seconds = (performance.now() - started) / 1000;
console.log(
  `${rounds} rounds in ${seconds.toFixed(0)} s: ${complete} with the verdicts of one run, ${rounds - complete} closed with what is missing; ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB at most`,
);

/**
 * Very many peers, half of them hostile. The hostile ones come first, as the worst order has it: whoever works through
 * them one by one meets the sound ones when all the time is gone.
 */
import { SOUND, type Peer } from "./peer.ts";
import { PEERS } from "./peers.ts";
import { playSound } from "./steps.ts";

/** Of the hostile ones, as many are merely silent: they cost nobody more than those whom they keep waiting. */
const SILENT_SHARE = 0.5;

const silent: Pick<Peer, "play" | "said"> | undefined = PEERS.dialogs.find(({ name }) => name === "silence");

/** So many peers, `c0` to `cN`; the first half hostile. */
export function crowd(count: number): readonly Peer[] {
  const hostile = [...PEERS.dialogs, ...PEERS.tls];
  const hostileCount = Math.floor(count / 2);
  return Array.from({ length: count }, (_, index): Peer => {
    const name = `c${index}`;
    const role = index < hostileCount * SILENT_SHARE ? silent : hostile[index % hostile.length];
    if (index < hostileCount && role !== undefined) return { name, play: role.play, said: role.said };
    return { name, said: SOUND, play: (scene) => playSound(scene) };
  });
}

/** Whether the n-th of so many is one of the hostile. */
export function isHostile(index: number, count: number): boolean {
  return index < Math.floor(count / 2);
}

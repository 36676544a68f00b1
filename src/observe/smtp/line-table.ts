/** Lines of transcripts, equal ones once. */
import { REMEMBERED_TEXT_LENGTH, REMEMBERED_TRANSCRIPT_LINES } from "../bounds.ts";
import type { TranscriptLine } from "../observation.ts";

/**
 * A third of what a run keeps of an endpoint is its transcript, and servers say the same things as soon. Each line has one
 * place in the table, where the last one that came stands: to look there takes less than to make a key of it.
 */
export class LineTable {
  readonly #lines = new Array<TranscriptLine | undefined>(REMEMBERED_TRANSCRIPT_LINES);

  /** The line that is known, or a new one. @param at seconds, whole to the millisecond */
  line(at: number, mark: TranscriptLine["mark"], text: string): TranscriptLine {
    if (text.length > REMEMBERED_TEXT_LENGTH) return { at, mark, text };
    let place = Math.round(at * 1000);
    for (let index = 0; index < text.length; index++) place = (place * 31 + text.charCodeAt(index)) | 0;
    place = (place >>> 0) % REMEMBERED_TRANSCRIPT_LINES;
    const known = this.#lines[place];
    if (known?.at === at && known.mark === mark && known.text === text) return known;
    const line = { at, mark, text };
    this.#lines[place] = line;
    return line;
  }
}

/** What each room may import, in docs/architecture.md and in the README.md of each room, from rooms.ts. */
import { ROOMS, type Law } from "./rooms.ts";

const PLACE = /(<!-- imports -->\n)[^]*?(<!-- \/imports -->)/;

/** The folders directly below src/. */
export const FOLDERS: readonly string[] = Object.keys(ROOMS).filter((room) => /^\w+$/.test(room));

const named = (path: string): string => (path.endsWith(".ts") ? `\`${path}\`` : `\`${path}/\``);

function wordsOf({ values = [], types = [] }: Law): string {
  const parts = [
    ...(values.length > 0 ? [values.map(named).join(", ")] : []),
    ...(types.length > 0 ? [`only types of ${types.map(named).join(", ")}`] : []),
  ];
  return parts.length === 0 ? "nothing" : parts.join("; ");
}

/** One line for each of these rooms. */
function lines(rooms: readonly string[]): string {
  return rooms.map((room) => `- ${named(room)} imports ${wordsOf(ROOMS[room] ?? {})}.\n`).join("");
}

/** A page with the lines of these rooms in their place. @throws Error where the page has no place for them */
function fill(page: string, rooms: readonly string[], file: string): string {
  if (!PLACE.test(page))
    throw new Error(`${file} has no place for what a room may import: <!-- imports -->.`);
  return page.replace(PLACE, (_, start: string, end: string) => `${start}\n${lines(rooms)}\n${end}`);
}

/** Pages by file, with what they have to say of rooms. @param read gives the text of a file of the project */
export function roomPages(read: (file: string) => string): Readonly<Record<string, string>> {
  const pages = new Map([["docs/architecture.md", Object.keys(ROOMS)]]);
  for (const folder of FOLDERS) {
    const inside = Object.keys(ROOMS).filter((room) => room === folder || room.startsWith(`${folder}/`));
    pages.set(`src/${folder}/README.md`, inside);
  }
  return Object.fromEntries([...pages].map(([file, rooms]) => [file, fill(read(file), rooms, file)]));
}

/**
 * What the lines of a recording have in common, kept once: its servers say the same things, and its domains have the same
 * hosts.
 */
import { REMEMBERED_RECORDED_TEXTS, REMEMBERED_TEXT_LENGTH, REMEMBERED_TEXTS } from "../observe/bounds.ts";
import type { DomainObservation, EhloStep, EndpointObservation, MxHost } from "../observe/observation.ts";
import { LineTable } from "../observe/smtp/line-table.ts";
import { Memory } from "../text/memory.ts";
import { stepsOf } from "./bounds.ts";

type Extensions = EhloStep["extensions"];

/** The list of whoever has none. It must not be changed. */
const NONE: readonly never[] = [];

/** Puts one value in the place of equal ones, in the lines of one recording. What reads alike stays alike when it is written. */
export class Sharing {
  readonly #texts = new Memory<string>(REMEMBERED_RECORDED_TEXTS, REMEMBERED_TEXT_LENGTH);
  readonly #lines = new LineTable();
  /** Of replies, by their first lines. */
  readonly #replies = new Memory<string[]>(REMEMBERED_TEXTS, REMEMBERED_TEXT_LENGTH);
  readonly #extensions = new Memory<Extensions>(REMEMBERED_TEXTS, REMEMBERED_TEXT_LENGTH);
  /** By their names, as each was met last. */
  readonly #hosts = new Map<string, MxHost>();
  /** Names of members that are being compared, those of outer objects first: to compare makes no lists. */
  readonly #compared: string[] = [];

  /** What an endpoint has in common with those before it. */
  endpoint(endpoint: EndpointObservation): void {
    this.#within(endpoint);
    for (const connection of endpoint.connections) {
      const { transcript, ehlo, helo, ehloInTls } = connection;
      for (const [index, { at, mark, text }] of transcript.entries())
        transcript[index] = this.#lines.line(at, mark, text);
      for (const { reply } of stepsOf(connection))
        if (reply !== undefined) reply.lines = this.#repliedBefore(reply.lines);
      for (const hello of [ehlo, helo, ehloInTls])
        if (hello !== undefined) hello.extensions = this.#extendedBefore(hello.extensions);
    }
  }

  /** What a domain has in common with those before it. */
  domain(domain: DomainObservation): void {
    this.#within(domain);
    const hosts = domain.mx?.hosts ?? [];
    for (const [index, host] of hosts.entries()) {
      const known = this.#hosts.get(host.host);
      if (known !== undefined && this.#same(known, host)) hosts[index] = known;
      else this.#hosts.set(host.host, host);
    }
  }

  #repliedBefore(lines: string[]): string[] {
    const known = this.#replies.recall(lines[0] ?? "", () => lines);
    return this.#same(known, lines) ? known : lines;
  }

  #extendedBefore(extensions: Extensions): Extensions {
    return extensions.length === 0
      ? extensions
      : this.#extensions.recall(JSON.stringify(extensions), () => extensions);
  }

  /** Texts and empty lists within a value. */
  #within(value: object): void {
    if (Array.isArray(value)) {
      const items = value as unknown[];
      for (let index = 0; index < items.length; index++) items[index] = this.#known(items[index]);
      return;
    }
    const members = value as Record<string, unknown>;
    for (const name in members) {
      const member = members[name];
      if (typeof member === "string" || typeof member === "object") members[name] = this.#known(member);
    }
  }

  #known(value: unknown): unknown {
    if (typeof value === "string") return this.#texts.get(value) ?? this.#texts.recall(value, () => value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value) && value.length === 0) return NONE;
    this.#within(value);
    return value;
  }

  /** Whether two values are the same JSON, members in the same order. */
  #same(a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (Array.isArray(a) || Array.isArray(b)) {
      if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
      return a.every((item, index) => this.#same(item, b[index]));
    }
    const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
    const names = this.#compared;
    const start = names.length;
    for (const name in one) names.push(name);
    let at = start;
    let alike = true;
    for (const name in other) alike = alike && name === names[at++] && this.#same(one[name], other[name]);
    alike = alike && at === names.length;
    names.length = start;
    return alike;
  }
}

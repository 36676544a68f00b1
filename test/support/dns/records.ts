/** Records and scripts that many tests use. */
import type { Answer } from "dns-packet";
import { reply } from "./scripted-answers.ts";
import type { ReplyParts, Script } from "./scripted-answers.ts";

export function a(name: string, address: string, ttl = 300): Answer {
  return { type: "A", name, ttl, data: address };
}

export function cname(name: string, target: string, ttl = 300): Answer {
  return { type: "CNAME", name, ttl, data: target };
}

export const soa: Answer = {
  type: "SOA",
  name: "example.com",
  data: { mname: "ns.example.com", rname: "root.example.com" },
};

/** Every query gets the same reply. */
export function always(parts: ReplyParts): Script {
  return (query) => [reply(query, parts)];
}

/** Every query gets the same address. */
export const good: Script = (query) => [reply(query, { answers: [a("host.example.com", "192.0.2.1")] })];

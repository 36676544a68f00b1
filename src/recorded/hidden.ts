/** What Zod passes over in records, so that nobody has looked at what it holds. */

/** Whether an object anywhere in a value has a member `__proto__`. The value may be nested to any depth. */
export function hidesMember(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const each = left.pop();
    if (typeof each !== "object" || each === null) continue;
    if (Object.hasOwn(each, "__proto__")) return true;
    for (const member of Object.values(each) as unknown[]) left.push(member);
  }
  return false;
}

/** What is wrong with such a value, as Zod says it. */
export const HIDDEN = { path: ["__proto__"], message: "No run writes a member of this name" } as const;

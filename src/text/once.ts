/** Values that are made when somebody asks for them. */

/** Computes a value at the first call; undefined is a value, too. */
export function once<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

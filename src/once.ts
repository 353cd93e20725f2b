/** A value that is made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The answers to what is asked again and again, each found out once. */
export function oncePer<Asked, Found extends object | string | number | boolean>(
  find: (asked: Asked) => Found,
): (asked: Asked) => Found {
  const known = new Map<Asked, Found>();
  return (asked) => {
    const before = known.get(asked);
    if (before !== undefined) return before;
    const found = find(asked);
    known.set(asked, found);
    return found;
  };
}

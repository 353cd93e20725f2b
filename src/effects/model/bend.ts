import type { z } from 'zod';

type Shape = z.core.JSONSchema._JSONSchema;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A value in the shape of a JSON Schema where it nearly has it, as models without structured outputs answer: what is missing is empty, a
 * number where text is expected is its digits, one thing where a list is expected is a list of it, and text where an object is expected
 * is its first field. An object that has none of the fields is something else, and stays as it is.
 */
export function bend(value: unknown, shape: Shape): unknown {
  if (typeof shape === 'boolean') return value;
  const kinds = shape.anyOf;
  if (kinds !== undefined) {
    if (value === null || value === undefined) return null;
    return bend(value, kinds.find((kind) => typeof kind !== 'boolean' && kind.type !== 'null') ?? true);
  }
  // JSON Schema's own type names one kind; zod's output names several where null is one of them.
  const types: readonly unknown[] = [shape.type].flat();
  if (types.length > 1 && types.includes('null')) {
    if (value === null || value === undefined) return null;
    return types.includes('string') && typeof value === 'number' ? String(value) : value;
  }
  if (shape.type === 'string') {
    if (typeof value === 'number') return String(value);
    return value === undefined || value === null ? '' : value;
  }
  if (shape.type === 'array') {
    const items = Array.isArray(shape.items) ? true : (shape.items ?? true);
    const list = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
    return list.map((item) => bend(item, items));
  }
  if (shape.type !== 'object' || shape.properties === undefined) return value;
  const fields = Object.entries(shape.properties);
  const given =
    value === undefined || value === null
      ? {}
      : typeof value === 'string'
        ? { [fields[0]?.[0] ?? '']: value }
        : isObject(value)
          ? value
          : null;
  const missing = value === undefined || value === null;
  if (given === null || (!missing && !fields.some(([name]) => name in given))) return value;
  return Object.fromEntries(fields.map(([name, field]) => [name, bend(given[name], field)]));
}

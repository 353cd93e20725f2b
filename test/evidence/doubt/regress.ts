/** What holds of an example, by names, whether it is so, and how much it counts. */
export type Case = { readonly names: ReadonlySet<string>; readonly is: boolean; readonly weight: number };

/** What fewer cases have tells nothing. */
const LEAST = 8;
/** How much the cases count against weights of nought. */
const TRUST = 0.1;
const STEPS = 300;

/** The weight of each name for its being so, in log odds: logistic regression with a quadratic penalty, by Nesterov's accelerated gradient. */
export function regress(cases: readonly Case[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { names } of cases) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count >= LEAST ? [name] : [])).sort();
  const placeOf = new Map(names.map((name, n) => [name, n + 1]));
  // The first place holds of every case.
  const rows = cases.map((one) => Int32Array.from([0, ...[...one.names].flatMap((name) => placeOf.get(name) ?? [])]));
  const width = names.length + 1;
  const sum = (row: Int32Array, weights: Float64Array): number => {
    let total = 0;
    for (const place of row) total += weights[place] ?? 0;
    return total;
  };
  /** The sum over the cases of what each says, at the places that it has. */
  const spread = (says: (row: Int32Array, n: number) => number): Float64Array => {
    const out = new Float64Array(width);
    rows.forEach((row, n) => {
      const one = says(row, n);
      for (const place of row) out[place] = (out[place] ?? 0) + one;
    });
    return out;
  };
  const step =
    1 / (1 + steepest(width, (along) => spread((row, n) => (TRUST * (cases[n]?.weight ?? 0) * sum(row, along)) / 4)));
  let weights = new Float64Array(width);
  let ahead = weights;
  for (let k = 0; k < STEPS; k++) {
    const from = ahead;
    const slope = spread((row, n) => {
      const { is, weight } = cases[n] ?? { is: false, weight: 0 };
      return TRUST * weight * (1 / (1 + Math.exp(-sum(row, from))) - (is ? 1 : 0));
    });
    const next = from.map((value, place) => value - step * (value + (slope[place] ?? 0)));
    const before = weights;
    ahead = next.map((value, place) => value + (k / (k + 3)) * (value - (before[place] ?? 0)));
    weights = next;
  }
  return new Map(names.map((name, n) => [name, weights[n + 1] ?? 0]));
}

/** The largest eigenvalue of a symmetric matrix that is given by what it makes of a vector. */
function steepest(width: number, turn: (along: Float64Array) => Float64Array): number {
  let along = new Float64Array(width).fill(1 / Math.sqrt(width));
  let length = 0;
  for (let k = 0; k < 30; k++) {
    const turned = turn(along);
    length = Math.hypot(...turned);
    along = turned.map((value) => value / length);
  }
  return length;
}

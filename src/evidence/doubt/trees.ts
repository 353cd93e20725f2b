/** A question about a trait (its place in the list), and what follows where it is below the cut and where it is not; or a weight. */
export type Tree = number | readonly [trait: number, cut: number, below: Tree, above: Tree];

/** The sum of the trees' weights, in units of log odds. */
export function weightOf(trees: readonly Tree[], traits: readonly number[]): number {
  let total = 0;
  for (const tree of trees) {
    let at = tree;
    while (typeof at !== 'number') at = (traits[at[0]] ?? 0) < at[1] ? at[2] : at[3];
    total += at;
  }
  return total;
}

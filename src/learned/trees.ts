/** A question about a trait (its place in the list), and what follows where it is below the cut and where it is not; or a weight. */
export type Tree = number | readonly [trait: number, cut: number, below: Tree, above: Tree];

/** A tree as it is written down. Throws a TypeError for what is none. */
export function treeOf(given: unknown): Tree {
  if (typeof given === 'number') return given;
  // A schema would be loaded by all that mines, which never asks a tree.
  const [trait, cut, below, above]: readonly unknown[] = Array.isArray(given) ? given : [];
  if (typeof trait !== 'number' || typeof cut !== 'number') throw new TypeError('a tree asks for a trait and a cut');
  return [trait, cut, treeOf(below), treeOf(above)];
}

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

/** Something that is seen of what is asked about, as a number. */
type Seen<Sight> = { readonly name: string; readonly of: (sight: Sight) => number };

/** What was learned of something that is asked about: how likely it is so, in log odds. */
export type Learned<Sight> = { readonly of: (sight: Sight) => number };

/** Trees as they are written down, with the traits that they ask for by name. Throws where a trait is not known any more. */
export function learnedOf<Sight>(
  { traits, trees }: { readonly traits: readonly string[]; readonly trees: readonly unknown[] },
  known: readonly Seen<Sight>[],
): Learned<Sight> {
  const asked = traits.map((name) => {
    const trait = known.find((one) => one.name === name);
    if (trait === undefined) throw new Error(`no trait is called "${name}": train the model again`);
    return trait;
  });
  const grown = trees.map(treeOf);
  return {
    of: (sight) =>
      weightOf(
        grown,
        asked.map(({ of }) => of(sight)),
      ),
  };
}

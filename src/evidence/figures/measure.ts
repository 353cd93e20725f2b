/** A unit as it stands beside a number: tokens up to `to`, the unit's name, and what the number is multiplied by. */
export type Measure = Meaning & { readonly to: number };
export type Meaning = { readonly name: string; readonly factor: number; readonly money: boolean };

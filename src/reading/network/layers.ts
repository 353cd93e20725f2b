import type { Matrix } from './matrices.ts';

/** A row of numbers without those below zero; in place. */
export function positive(row: Float32Array): Float32Array {
  for (let n = 0; n < row.length; n++) row[n] = Math.max(0, row[n] ?? 0);
  return row;
}

/** A layer of a network: its matrix times a row, and its bias; of all matrices those that have its name. */
export function layer(matrix: (name: string) => Matrix, name: string, row: Float32Array): Float32Array {
  const { rows, columns, scales, values } = matrix(`${name}.weight`);
  const bias = matrix(`${name}.bias`);
  const out = new Float32Array(rows);
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    for (let c = 0, at = r * columns; c < columns; c++, at++) sum += (values[at] ?? 0) * (row[c] ?? 0);
    out[r] = sum * (scales[r] ?? 0) + (bias.values[r] ?? 0) * (bias.scales[0] ?? 0);
  }
  return out;
}

/** A matrix of 8-bit numbers, each row with its scale: `values[row * columns + column] * scales[row]`. */
export type Matrix = {
  readonly rows: number;
  readonly columns: number;
  readonly scales: Float32Array;
  readonly values: Int8Array;
};

/** How a file of weights begins. It is made with the program and comes with it: a schema would bring a library that takes as much memory as the words. */
type Head = {
  readonly matrices: readonly (readonly [name: string, rows: number, columns: number])[];
  /** The words that rows of a matrix are for, on a line each. */
  readonly words: string;
};

export type Matrices<H> = { readonly head: H & Head; readonly matrix: (name: string) => Matrix };

/** A file of weights: the length of its head, the head as JSON, then each matrix, its scales before its values. Throws where one is asked for that is not there. */
export function readMatrices<H>(file: Buffer): Matrices<H> {
  const length = file.readUInt32LE(0);
  const head: H & Head = JSON.parse(file.toString('utf8', 4, 4 + length));
  const matrices = new Map<string, Matrix>();
  let at = file.byteOffset + 4 + length;
  for (const [name, rows, columns] of head.matrices) {
    const scales = new Float32Array(file.buffer, at, rows);
    const values = new Int8Array(file.buffer, at + rows * 4, rows * columns);
    matrices.set(name, { rows, columns, scales, values });
    at += Math.ceil((rows * 4 + rows * columns) / 4) * 4;
  }
  return {
    head,
    matrix(name) {
      const found = matrices.get(name);
      if (found === undefined) throw new Error(`the weights have no matrix ${name}: make them again`);
      return found;
    },
  };
}

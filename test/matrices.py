"""Writes weights as `src/reading/network/matrices.ts` reads them."""

import json, struct
import numpy as np

STEPS = 127


def packed(head, matrices):
    """A head of JSON (its length before it), then each matrix (name, rows, steps either way): a float32 scale a row, then the rows as int8."""
    named, body = [], b''
    for name, m, steps in matrices:
        named.append([name, *m.shape])
        scale = np.maximum(np.abs(m).max(1), 1e-9) / steps
        body += scale.astype('<f4').tobytes() + np.round(m / scale[:, None]).astype(np.int8).tobytes()
        body += b'\0' * (-len(body) % 4)
    text = json.dumps({'matrices': named, **head}, ensure_ascii=False, separators=(',', ':')).encode()
    text += b' ' * (-len(text) % 4)
    return struct.pack('<I', len(text)) + text + body

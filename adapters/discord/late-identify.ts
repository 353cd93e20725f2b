/**
 * discord.js says who it is on a connection a moment after it has greeted. Where that connection is let go in between, the error is nobody's
 * (`WebSocketShard.internalConnect` is not awaited), though the next connection is on its way: it must not end the process.
 */
export function isLateIdentify(reason: unknown): boolean {
  if (typeof reason !== 'object' || reason === null) return false;
  const message = 'message' in reason ? `${reason.message}` : '';
  const stack = 'stack' in reason ? `${reason.stack}` : '';
  return /WebSocket is not open/.test(message) && /WebSocketShard/.test(stack);
}

/** The twin listens on every interface and has no option for it: in tests nothing but this machine may reach it. */
import { Server } from 'node:net';

const listen = Server.prototype.listen;
Server.prototype.listen = function onLoopback(this: Server, ...args: unknown[]) {
  const [port, next, ...rest] = args;
  const given = typeof port === 'number' && typeof next !== 'string' ? [port, '127.0.0.1', next, ...rest] : args;
  return Reflect.apply(
    listen,
    this,
    given.filter((argument) => argument !== undefined),
  );
};

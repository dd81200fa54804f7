import type { Socket } from 'node:net';

/** How a socket fails: the code of its error, `closed` without one, `silent` when nothing happens for 200 ms. */
export function failureOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    const finish = (how: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(how);
    };
    const timer = setTimeout(() => finish('silent'), 200);
    socket.on('error', (error) => finish('code' in error ? String(error.code) : error.message));
    socket.on('close', () => finish('closed'));
    socket.on('connect', () => finish('connected'));
    socket.on('secureConnect', () => finish('trusted'));
  });
}

import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { openSilentPort } from '../../src/broken-port/silent-port.ts';

it('takes connections, says nothing, and lets them go at the end', async () => {
  const silent = await openSilentPort();
  const socket = connect(silent.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('hello');
  socket.on('data', () => expect.unreachable());
  socket.on('error', () => undefined);
  const gone = new Promise((resolve) => socket.on('end', resolve).on('close', resolve));
  await silent.close();
  await gone;
  socket.destroy();
});

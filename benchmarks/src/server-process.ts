// Runs the local server in a process of its own. It tells its port, and its CPU time whenever asked.
import type { AddressInfo } from 'node:net';
import { paymentServer } from './payment-server.ts';

const server = paymentServer();
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.on('disconnect', () => process.exit());

// Runs the local server behind mutual TLS in a process of its own. It tells that it is ready, and its port once it has its certificate.
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import type { MutualTls } from './mutual-tls.ts';
import { paymentServer } from './payment-server.ts';

const plain = paymentServer();
process.on('message', (tls: MutualTls) => {
  const server = createServer({ ...tls, requestCert: true }, (socket) => plain.emit('connection', socket));
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

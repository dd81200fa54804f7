export { type TraceOptions, traceGateway } from './trace-gateway.ts';

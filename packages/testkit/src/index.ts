export type { Bench, Personality, Sample, Subject, Target } from './bench.ts';
export { conformance, conformanceChecks } from './conformance/conformance.ts';
export type { Check, ConformanceSubject } from './conformance/conformance-subject.ts';
export type { Cell, CellResult, MatrixOptions, MatrixVerb, Observation } from './fault-matrix/cell.ts';
export {
  type AddressFault,
  type FaultEntry,
  type FaultName,
  type FaultNature,
  faults,
  type LineFault,
  type SimulatorFault,
} from './fault-matrix/fault.ts';
export { type FaultMatrix, faultMatrix, runFaultMatrix } from './fault-matrix/fault-matrix.ts';
export { type GraphqlFault, graphqlFaults } from './fault-matrix/graphql-fault.ts';
export { renderMatrix } from './fault-matrix/render-matrix.ts';
export { type FaultProxy, type FaultProxyOptions, startFaultProxy } from './fault-proxy/fault-proxy.ts';
export type { Toxic } from './fault-proxy/toxic.ts';
export { originOf } from './origin-of.ts';
export { PostgresServer, type PostgresServerOptions } from './postgres-server.ts';
export { seededRandom } from './seeded-random.ts';
export { ShiftedClock } from './shifted-clock.ts';
export { type Simulator, simulatorBench } from './simulator-bench.ts';
export { storeContract } from './store-contract/store-contract.ts';
export type { DurableSubject, OpenedStore, StoreSubject } from './store-contract/store-subject.ts';
export { transferContract } from './store-contract/transfer-contract.ts';
export type { TestRunner } from './test-runner.ts';
export { VirtualClock } from './virtual-clock.ts';

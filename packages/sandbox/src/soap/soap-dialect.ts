import type { DistortableMembers } from '../http/distort-json.ts';
import type { OperationName, WireAnswer, WireRequest } from '../http/wire.ts';
import type { JsonFields } from '../json-fields.ts';
import type { SignedPart } from './verify-request.ts';

/** Reads the fields of an input element and returns those of the output element. May throw SoapRequestFault. */
export type SoapOperation = (fields: JsonFields) => object;

/** One SOAP API in front of the acquirer: its WSDL and its manners. */
export interface SoapDialect {
  readonly wsdl: string;
  /** The names of the service and the port in the WSDL. */
  readonly service: string;
  readonly port: string;
  /** By the names of the WSDL. `late` holds an answer back. */
  operations(late: (ms: number) => void): Readonly<Record<string, SoapOperation>>;
  /** What a request has to sign, where its signature is demanded. */
  readonly signedParts: readonly SignedPart[];
  /** Where a request is not let in: what it gets instead. */
  refuse(request: WireRequest): WireAnswer | undefined;
  /** What a request asks for, read well enough to match faults. */
  operationOf(body: string): OperationName;
  /** The element by which faults name an operation. */
  readonly keyElement: string;
  /** The elements that can be made to lie. */
  readonly elements: DistortableMembers;
  /** Forgets what it keeps beside the acquirer. */
  reset(): void;
}

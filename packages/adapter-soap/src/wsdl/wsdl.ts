import { PolyrailError } from '@polyrail/core/provider';
import type { ElementShape } from './element-shape.ts';
import type { EngineDefinitions, EngineElement, EngineMethod } from './engine.ts';
import { ShapeCompiler } from './shape-compiler.ts';

/** One operation, ready to be written and read: style document, use literal. */
export interface WsdlOperation {
  readonly name: string;
  readonly soapAction: string;
  /** Whether the binding asks for WS-Addressing. */
  readonly addressing: boolean;
  readonly input: ElementShape;
  readonly output: ElementShape;
}

/** A WSDL that was loaded. Only {@link loadWsdl} makes one. */
export class Wsdl {
  readonly #definitions: EngineDefinitions;
  readonly #compiler: ShapeCompiler;
  readonly #operations = new Map<string, WsdlOperation>();

  /** @internal */
  constructor(definitions: EngineDefinitions) {
    this.#definitions = definitions;
    this.#compiler = new ShapeCompiler(definitions);
  }

  /**
   * An operation by its name.
   *
   * @throws PolyrailError `configuration_invalid` where there is none, and for RPC style and SOAP encoding
   */
  operation(name: string): WsdlOperation {
    const known = this.#operations.get(name);
    if (known !== undefined) return known;
    const operation = this.#make(name);
    this.#operations.set(name, operation);
    return operation;
  }

  /** A global element of its schemas. @throws PolyrailError `configuration_invalid` where there is none */
  element(namespace: string, name: string): ElementShape {
    return this.#compiler.element(namespace, name);
  }

  #make(name: string): WsdlOperation {
    for (const { ports } of Object.values(this.#definitions.services))
      for (const { binding } of Object.values(ports)) {
        const method = binding.methods[name];
        if (method !== undefined) return this.#bind(name, method, (binding.children ?? []).some(asksForAddressing));
      }
    throw invalid(`has no operation ${name}`);
  }

  #bind(name: string, method: EngineMethod, addressing: boolean): WsdlOperation {
    const { style = 'document', soapAction = '', inputSoap, outputSoap } = method;
    if (style !== 'document') throw invalid(`has ${name} in ${style} style: only document style is supported`);
    if ([inputSoap, outputSoap].some((body) => body?.use === 'encoded'))
      throw invalid(`has ${name} with SOAP encoding: only literal use is supported`);
    return {
      name,
      soapAction,
      addressing,
      input: this.#message(name, method.input),
      output: this.#message(name, method.output),
    };
  }

  #message(operation: string, element: EngineMethod['input']): ElementShape {
    if (element?.$name === undefined || element.targetNamespace === undefined)
      throw invalid(
        `has not one element for each message of ${operation}: others, and one-way ones, are not supported`,
      );
    return this.#compiler.element(element.targetNamespace, element.$name);
  }
}

/** `wsaw:UsingAddressing`, or `wsam:Addressing` inside a policy. */
function asksForAddressing({ name, children = [] }: EngineElement): boolean {
  return name === 'UsingAddressing' || name === 'Addressing' || children.some(asksForAddressing);
}

function invalid(reason: string): PolyrailError {
  return new PolyrailError('configuration_invalid', `the WSDL ${reason}`);
}

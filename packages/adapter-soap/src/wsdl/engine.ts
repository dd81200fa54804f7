import { AssertionError } from 'node:assert';
import { realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { PolyrailError } from '@polyrail/core/provider';
import { type IOptions, WSDL } from 'soap';

/** An element of a WSDL or of a schema, as the engine keeps it: attributes begin with `$`. */
export interface EngineElement {
  readonly name?: string;
  readonly nsName?: string;
  readonly children?: readonly EngineElement[];
  readonly xmlns?: Readonly<Record<string, string>>;
  readonly schemaXmlns?: Readonly<Record<string, string>>;
  readonly $name?: string;
  readonly $type?: string;
  readonly $ref?: string;
  readonly $base?: string;
  readonly $use?: string;
  readonly $form?: string;
  readonly $minOccurs?: string;
  readonly $maxOccurs?: string;
}

/** One schema, by its target namespace. */
export interface EngineSchema extends EngineElement {
  readonly $targetNamespace?: string;
  readonly $elementFormDefault?: string;
  readonly elements: Readonly<Record<string, EngineElement>>;
  readonly complexTypes: Readonly<Record<string, EngineElement>>;
  readonly types: Readonly<Record<string, EngineElement>>;
  readonly groups: Readonly<Record<string, EngineElement>>;
}

/** One operation of a binding. */
export interface EngineMethod {
  readonly style?: string;
  readonly soapAction?: string;
  readonly input?: EngineElement & { readonly targetNamespace?: string };
  readonly output?: EngineElement & { readonly targetNamespace?: string };
  readonly inputSoap?: { readonly use?: string } | null;
  readonly outputSoap?: { readonly use?: string } | null;
}

/** What a port is bound to. */
export interface EngineBinding {
  readonly methods: Readonly<Record<string, EngineMethod>>;
  readonly children?: readonly EngineElement[];
}

/** A whole WSDL with everything that it imports. */
export interface EngineDefinitions {
  readonly xmlns: Readonly<Record<string, string>>;
  readonly $targetNamespace?: string;
  readonly schemas: Readonly<Record<string, EngineSchema>>;
  readonly services: Readonly<
    Record<
      string,
      { readonly ports: Readonly<Record<string, { readonly location?: string; readonly binding: EngineBinding }>> }
    >
  >;
}

class ClosedWsdl extends WSDL {
  /** Its own descriptions of messages, which nobody reads here, follow each reference to a group anew: without end, or nearly. */
  override processIncludes(callback: (error?: unknown) => void): void {
    super.processIncludes((error: unknown) => {
      for (const { groups } of Object.values(this.definitions.schemas))
        for (const group of Object.values(groups)) group.description = () => ({});
      callback(error);
    });
  }
}

/**
 * Parses a WSDL with the `soap` package. What it imports is read from the folder of the WSDL and from nowhere else.
 *
 * @throws PolyrailError `configuration_invalid`
 */
export function parseWsdl(path: string, text: string): Promise<EngineDefinitions> {
  return new Promise((resolve, reject) => {
    const wsdl = new ClosedWsdl(text, path, closedOptions(dirname(path)));
    wsdl.onReady((error: unknown) => {
      if (error) reject(error instanceof PolyrailError ? error : unreadable(error));
      // The engine has no types for what it keeps.
      else resolve(wsdl.definitions as unknown as EngineDefinitions);
    });
  });
}

function closedOptions(folder: string): IOptions {
  const httpClient: NonNullable<IOptions['httpClient']> = {
    request: () => {
      throw new PolyrailError('configuration_invalid', 'a WSDL is never fetched over the network');
    },
  };
  const wsdl_options = {
    overrideImportLocation: (path: string, _from: string, location: string) => inside(folder, path, location),
  };
  return { httpClient, wsdl_options };
}

function inside(folder: string, path: string, location: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(location))
    throw new PolyrailError('configuration_invalid', `a WSDL imports ${location}: only files beside it are read`);
  const real = realpathOf(path);
  if (real === undefined) throw new PolyrailError('configuration_invalid', `a WSDL imports ${location}: no such file`);
  if (!real.startsWith(folder + sep))
    throw new PolyrailError('configuration_invalid', `a WSDL imports ${location}: it is outside its folder`);
  return real;
}

function realpathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function unreadable(error: unknown): PolyrailError {
  return new PolyrailError('configuration_invalid', `the WSDL cannot be read: ${reasonOf(error).slice(0, 200)}`, {
    cause: error,
  });
}

/** The engine stumbles where it does not check, and its words then say nothing of the WSDL. */
function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'a type or a group contains itself';
  if (error instanceof TypeError || error instanceof AssertionError)
    return 'a part is not where it belongs, or is named and missing, such as a schema without a place';
  return error instanceof Error ? error.message : String(error);
}

import { readFile, realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PolyrailError } from '@polyrail/core/provider';
import { parseWsdl } from './engine.ts';
import { Wsdl } from './wsdl.ts';

/** What is loaded, by its place: loads at the same time are one. */
const loading = new Map<string, Promise<Wsdl>>();

/**
 * Loads a WSDL and the schemas beside it, once for each file of the process. Nothing is fetched over the network, and
 * nothing outside the folder of the WSDL is read.
 *
 * @throws PolyrailError `configuration_invalid`
 */
export async function loadWsdl(file: string | URL): Promise<Wsdl> {
  const path = await placeOf(file);
  const known = loading.get(path);
  if (known !== undefined) return known;
  const wsdl = read(path);
  loading.set(path, wsdl);
  wsdl.catch(() => loading.delete(path));
  return wsdl;
}

async function placeOf(file: string | URL): Promise<string> {
  if (typeof file === 'string' ? /^https?:/i.test(file) : file.protocol !== 'file:')
    throw new PolyrailError(
      'configuration_invalid',
      'a WSDL is never fetched over the network: give the path of a file',
    );
  try {
    return await realpath(typeof file === 'string' ? file : fileURLToPath(file));
  } catch (error) {
    // biome-ignore lint/style/useErrorCause: the cause is there, in the third place.
    throw new PolyrailError('configuration_invalid', 'there is no WSDL at this path', { cause: error });
  }
}

async function read(path: string): Promise<Wsdl> {
  return new Wsdl(await parseWsdl(path, await readFile(path, 'utf8')));
}

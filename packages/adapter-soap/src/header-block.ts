import { PolyrailError } from '@polyrail/core/provider';
import { utilityNamespace } from './envelope.ts';

/** A header block, cut behind its declarations: there its `wsu:Id` goes where it is signed. */
export interface HeaderBlock {
  readonly opening: string;
  readonly rest: string;
}

/**
 * Writes header blocks.
 *
 * @param identified a signature will name each by its `wsu:Id`, `header-1` and so on
 * @throws PolyrailError `configuration_invalid` for a block with attributes that is to be signed
 */
export function writeHeaders(blocks: readonly HeaderBlock[], identified: boolean): readonly string[] {
  if (!identified) return blocks.map(({ opening, rest }) => opening + rest);
  return blocks.map(({ opening, rest }, index) => {
    if (!rest.startsWith('>'))
      throw new PolyrailError('configuration_invalid', 'a header block with attributes cannot be signed');
    return `${opening} xmlns:wsu="${utilityNamespace}" wsu:Id="header-${index + 1}"${rest}`;
  });
}

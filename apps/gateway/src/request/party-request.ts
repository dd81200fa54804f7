import type { Party } from '@polyrail/core';
import { z } from 'zod';
import { requestText } from './request-text.ts';

/** Who pays or is paid, as a request names them. */
export const partyRequest = z
  .strictObject({
    name: requestText(140),
    address: z
      .strictObject({
        street: requestText(70).optional(),
        building_number: requestText(16).optional(),
        post_code: requestText(16).optional(),
        town: requestText(35),
        country: requestText(2).meta({ description: 'ISO 3166-1 alpha-2.', examples: ['CH'] }),
      })
      .optional(),
  })
  .meta({ id: 'Party', description: 'Who pays or is paid. Bank networks demand the name, and often the address.' });

/** The party that a request names. */
export function readParty({ name, address }: z.infer<typeof partyRequest>): Party {
  if (address === undefined) return { name };
  const { street, building_number: buildingNumber, post_code: postCode, town, country } = address;
  return {
    name,
    address: {
      ...(street !== undefined && { street }),
      ...(buildingNumber !== undefined && { buildingNumber }),
      ...(postCode !== undefined && { postCode }),
      town,
      country,
    },
  };
}

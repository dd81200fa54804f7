import { clockBack } from './adversity/clock-back.ts';
import { corruptedFile } from './adversity/corrupted-file.ts';
import { databaseGone } from './adversity/database-gone.ts';
import { smallDisk } from './adversity/disk-full.ts';
import { type Adversity, underLoad } from './adversity/under-load.ts';
import type { CampaignResult } from './campaign-result.ts';
import { postgresPlace, type StorePlace, sqlitePlace } from './store-place.ts';

/** The adversities that a gateway is put through. */
export const adversities = [
  'disk full',
  'database gone',
  'corrupted file',
  'clock back',
  'clock back on postgres',
] as const;

export type AdversityName = (typeof adversities)[number];

/** Puts a gateway under load through one adversity. A text: why this machine cannot show it. */
export async function adversityCampaign(name: AdversityName, seed: number): Promise<CampaignResult | string> {
  const scene = await sceneOf(name);
  if (typeof scene === 'string') return scene;
  try {
    return await underLoad(scene.place, seed, scene.adversity);
  } finally {
    await scene.place.remove();
  }
}

interface Scene {
  readonly place: StorePlace;
  readonly adversity: Adversity;
}

async function sceneOf(name: AdversityName): Promise<Scene | string> {
  switch (name) {
    case 'disk full': {
      const disk = smallDisk();
      return disk === undefined ? 'a small disk cannot be mounted' : { place: disk.place, adversity: disk.fills };
    }
    case 'database gone': {
      const place = await postgresPlace();
      return place === undefined ? noPostgres : { place, adversity: databaseGone(place) };
    }
    case 'corrupted file': {
      const place = sqlitePlace();
      return { place, adversity: corruptedFile(place) };
    }
    case 'clock back':
      return { place: sqlitePlace(), adversity: clockBack };
    case 'clock back on postgres': {
      const place = await postgresPlace();
      return place === undefined ? noPostgres : { place, adversity: clockBack };
    }
  }
}

const noPostgres = 'there is no PostgreSQL';

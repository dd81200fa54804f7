import { beforeAll, expect, it, vi } from 'vitest';
import { type Channels, leaksOf, plantEverywhere } from './leaks/channels.ts';
import { planted } from './leaks/planted.ts';

// The same host without redaction: each channel that can show something shows it, so the test beside this one can fail.
vi.mock('@polyrail/redaction', () => ({
  redactText: (text: string) => text,
  hasCardNumber: () => false,
  createRedactor: () => ({ text: (text: string) => text, fields: (fields: object) => fields }),
  logRedaction: () => ({ formatters: {}, hooks: {} }),
}));

let channels: Channels;
beforeAll(async () => {
  channels = await plantEverywhere();
}, 120_000);

it.each(['log', 'answers', 'timelines', 'events', 'traces', 'crash', 'database'] as const)(
  'everything leaks through the %s',
  (name) => {
    expect(leaksOf(channels[name]).length).toBe(planted.length);
  },
);

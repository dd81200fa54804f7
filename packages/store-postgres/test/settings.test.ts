import { expect, it } from 'vitest';
import { checkSettings } from '../src/settings.ts';

const sound = { version: 140_000, fsync: 'on', synchronousCommit: 'on', readOnly: 'off' };

it('takes a server that keeps what it confirms', () => {
  for (const synchronousCommit of ['on', 'remote_write', 'remote_apply'])
    expect(() => checkSettings({ ...sound, synchronousCommit })).not.toThrow();
});

it('refuses every other one, and says why', () => {
  const refused = (change: Partial<typeof sound>, message: RegExp) =>
    expect(() => checkSettings({ ...sound, ...change })).toThrow(
      expect.objectContaining({ code: 'configuration_invalid', message: expect.stringMatching(message) }),
    );
  refused({ version: 130_022 }, /14 or newer/);
  refused({ fsync: 'off' }, /fsync=off/);
  refused({ synchronousCommit: 'off' }, /synchronous_commit=off/);
  refused({ synchronousCommit: 'local' }, /synchronous_commit=local/);
});

it('takes no server that is read-only, for as long as it is', () => {
  expect(() => checkSettings({ ...sound, readOnly: 'on' })).toThrow(
    expect.objectContaining({ code: 'ledger_unavailable', message: expect.stringMatching(/read-only/) }),
  );
});

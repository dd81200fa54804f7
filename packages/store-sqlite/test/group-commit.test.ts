import { VirtualClock } from '@polyrail/testkit';
import { describe, expect, it } from 'vitest';
import type { Command, CommandResult } from '../src/command.ts';
import type { Executor } from '../src/executor.ts';
import { GroupCommit } from '../src/group-commit.ts';

const command = (n: number): Command => ({ name: 'event', args: [n] });

/** Answers each command with its number, when it is let go. */
function scripted() {
  const groups: (readonly Command[])[] = [];
  const waiting: (() => void)[] = [];
  let checkpoints = 0;
  let closed = 0;
  let atOnce = 0;
  const answer = ({ args }: Command): CommandResult => ({ kind: 'done', answer: args[0] });
  const executor: Executor = {
    run(group) {
      atOnce += 1;
      expect(atOnce).toBe(1);
      groups.push(group);
      return new Promise((resolve) =>
        waiting.push(() => {
          atOnce -= 1;
          resolve(group.map(answer));
        }),
      );
    },
    async checkpoint() {
      checkpoints += 1;
    },
    async close() {
      closed += 1;
    },
  };
  return {
    executor,
    sizes: () => groups.map(({ length }) => length),
    counts: () => ({ checkpoints, closed }),
    /** Ends the group that runs, as soon as there is one. */
    async end() {
      while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
      waiting.shift()?.();
    },
  };
}

describe('GroupCommit', () => {
  it('runs what comes together as one group, and gathers the next one meanwhile', async () => {
    const { executor, sizes, end } = scripted();
    const commits = new GroupCommit(executor, new VirtualClock(0));
    const first = Promise.all([1, 2, 3].map((n) => commits.submit(command(n))));
    const ending = end();
    await ending;
    expect(await first).toEqual([1, 2, 3]);
    const rest = Promise.all(Array.from({ length: 600 }, (_, n) => commits.submit(command(n))));
    for (let n = 0; n < 3; n += 1) await end();
    expect(await rest).toEqual(Array.from({ length: 600 }, (_, n) => n));
    expect(sizes()).toEqual([3, 256, 256, 88]);
  });

  it('answers only after the group has run', async () => {
    const { executor, end } = scripted();
    const commits = new GroupCommit(executor, new VirtualClock(0));
    let answered = false;
    const answer = commits.submit(command(1)).then(() => {
      answered = true;
    });
    for (let n = 0; n < 10; n += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    await end();
    await answer;
  });

  it('fails every command of a group that the executor cannot run, and goes on', async () => {
    const { executor, end } = scripted();
    let broken = true;
    const run: Executor['run'] = (group) => (broken ? Promise.reject(new Error('gone')) : executor.run(group));
    const commits = new GroupCommit({ ...executor, run }, new VirtualClock(0));
    const results = await Promise.allSettled([commits.submit(command(1)), commits.submit(command(2))]);
    const refused = { status: 'rejected', reason: expect.objectContaining({ code: 'ledger_unavailable' }) };
    expect(results).toEqual([refused, refused]);
    broken = false;
    const answer = commits.submit(command(3));
    await end();
    expect(await answer).toBe(3);
  });

  it('fails a command that the executor forgot', async () => {
    const { executor } = scripted();
    const commits = new GroupCommit({ ...executor, run: async () => [] }, new VirtualClock(0));
    await expect(commits.submit(command(1))).rejects.toMatchObject({ code: 'ledger_unavailable' });
  });

  it('refuses what its queue cannot hold', async () => {
    const { executor } = scripted();
    const commits = new GroupCommit(executor, new VirtualClock(0));
    for (let n = 0; n < 50_000; n += 1) void commits.submit(command(n));
    await expect(commits.submit(command(0))).rejects.toMatchObject({ code: 'ledger_unavailable' });
  });

  it('ends what was submitted before it closes, and takes nothing afterwards', async () => {
    const { executor, counts, end } = scripted();
    const commits = new GroupCommit(executor, new VirtualClock(0));
    const answer = commits.submit(command(1));
    const closing = Promise.all([commits.close(), commits.close()]);
    await expect(commits.submit(command(2))).rejects.toMatchObject({ code: 'ledger_unavailable' });
    expect(counts().closed).toBe(0);
    await end();
    expect(await answer).toBe(1);
    await closing;
    expect(counts().closed).toBe(1);
  });

  it('moves the log into the file when it is idle, not before', async () => {
    const { executor, counts, end } = scripted();
    const clock = new VirtualClock(0);
    const commits = new GroupCommit(executor, clock);
    for (let n = 0; n < 2; n += 1) {
      await clock.advance(400);
      const answer = commits.submit(command(n));
      await end();
      await answer;
      await new Promise((resolve) => setImmediate(resolve));
    }
    // The look at 900 finds that the second command came after 400.
    await clock.advance(500);
    expect(counts().checkpoints).toBe(0);
    await clock.advance(100);
    expect(counts().checkpoints).toBe(1);
    const answer = commits.submit(command(9));
    await end();
    expect(await answer).toBe(9);
    await commits.close();
    await clock.advance(10_000);
    expect(counts().checkpoints).toBe(1);
  });
});

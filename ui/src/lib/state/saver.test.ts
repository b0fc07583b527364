import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type Code, Refusal } from '../api';
import { LONGEST, QUIET, RETRIES, Saver } from './saver.svelte';

interface Patch {
  title?: string;
  text?: string;
}

const refusal = (code: Code) => new Refusal({ code, message: 'It did not work.', hint: 'Try again.' });

/** A host that answers only when the test says so. */
class FakeHost {
  readonly received: Patch[] = [];
  readonly #waiting: { resolve: () => void; reject: (error: Refusal) => void }[] = [];

  readonly send = (patch: Patch): Promise<void> => {
    this.received.push(patch);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  };

  async acknowledge(): Promise<void> {
    this.#waiting.shift()?.resolve();
    await vi.advanceTimersByTimeAsync(0);
  }

  async refuse(code: Code): Promise<void> {
    this.#waiting.shift()?.reject(refusal(code));
    await vi.advanceTimersByTimeAsync(0);
  }
}

let host: FakeHost;
let saver: Saver<Patch>;

beforeEach(() => {
  vi.useFakeTimers();
  host = new FakeHost();
  saver = new Saver(host.send);
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a save', () => {
  it('follows the last key, and says so honestly', async () => {
    expect(saver.status.kind).toBe('saved');
    saver.change({ text: 'a' });
    expect(saver.status.kind).toBe('saving');
    await pass(QUIET - 1);
    expect(host.received).toEqual([]);
    await pass(1);
    expect(host.received).toEqual([{ text: 'a' }]);
    expect(saver.status.kind).toBe('saving');
    await host.acknowledge();
    expect(saver.status.kind).toBe('saved');
    expect(saver.unsaved).toBe(false);
  });

  it('does not wait for the end of a long burst', async () => {
    for (let key = 0; key < 12; key += 1) {
      saver.change({ text: 'a'.repeat(key + 1) });
      await pass(100);
    }
    expect(host.received).toHaveLength(1);
    expect(host.received[0]?.text?.length).toBe(LONGEST / 100);
  });

  it('takes only the fields that changed, the newest value of each', async () => {
    saver.change({ title: 'A' });
    saver.change({ text: 'x' });
    saver.change({ title: 'AB' });
    await pass(QUIET);
    expect(host.received).toEqual([{ title: 'AB', text: 'x' }]);
  });

  it('is alone: the next one waits for the answer, and then does not wait longer', async () => {
    saver.change({ text: 'a' });
    await pass(QUIET);
    saver.change({ text: 'ab' });
    await pass(LONGEST * 3);
    expect(host.received).toHaveLength(1);
    await host.acknowledge();
    expect(host.received).toEqual([{ text: 'a' }, { text: 'ab' }]);
    expect(saver.status.kind).toBe('saving');
    await host.acknowledge();
    expect(saver.status.kind).toBe('saved');
  });

  it('that was answered quickly does not make typing save at every key', async () => {
    saver.change({ text: 'a' });
    await pass(QUIET);
    saver.change({ text: 'ab' });
    await host.acknowledge();
    expect(host.received).toHaveLength(1);
    expect(saver.status.kind).toBe('saving');
    await pass(QUIET);
    expect(host.received).toHaveLength(2);
  });
});

describe('what is half typed', () => {
  it('is not sent with a pause, but when it is complete', async () => {
    saver.hold({ title: 'Sa' });
    expect(saver.status.kind).toBe('saving');
    saver.change({ text: 'x' });
    await pass(LONGEST * 2);
    await host.acknowledge();
    expect(host.received).toEqual([{ text: 'x' }]);
    expect(saver.status.kind).toBe('saving');
    saver.hold({ title: 'Sam' });
    saver.release();
    await pass(QUIET);
    expect(host.received.at(-1)).toEqual({ title: 'Sam' });
  });

  it('is not lost when the screen is left', async () => {
    saver.hold({ title: 'Sam' });
    expect(saver.unsaved).toBe(true);
    const kept = saver.flush();
    await host.acknowledge();
    expect(await kept).toBe(true);
    expect(host.received).toEqual([{ title: 'Sam' }]);
  });
});

describe('a save that fails', () => {
  it('says why, keeps everything, and is tried again until it works', async () => {
    saver.change({ title: 'A', text: 'x' });
    await pass(QUIET);
    await host.refuse('disk');
    expect(saver.status).toMatchObject({ kind: 'failed', waiting: 'time', problem: { code: 'disk' } });
    expect(saver.unsaved).toBe(true);
    for (const wait of [...RETRIES, RETRIES[RETRIES.length - 1] ?? 0]) {
      const before = host.received.length;
      await pass(wait - 1);
      expect(host.received).toHaveLength(before);
      await pass(1);
      expect(host.received).toHaveLength(before + 1);
      expect(saver.status.kind).toBe('failed');
      await host.refuse('disk');
    }
    await pass(RETRIES[RETRIES.length - 1] ?? 0);
    await host.acknowledge();
    expect(host.received.at(-1)).toEqual({ title: 'A', text: 'x' });
    expect(saver.status.kind).toBe('saved');
  });

  it('gives way to newer words', async () => {
    saver.change({ title: 'A', text: 'x' });
    await pass(QUIET);
    saver.change({ text: 'xy' });
    await host.refuse('disk');
    await pass(RETRIES[0] ?? 0);
    expect(host.received.at(-1)).toEqual({ title: 'A', text: 'xy' });
  });

  it('because a field is wrong is tried again when something changed, not before', async () => {
    saver.change({ title: 'A' });
    await pass(QUIET);
    await host.refuse('invalid');
    await pass(60_000);
    expect(host.received).toHaveLength(1);
    saver.change({ title: 'B' });
    await pass(QUIET);
    expect(host.received).toHaveLength(2);
  });

  it('because a field is wrong is tried again at once when it was put right meanwhile', async () => {
    saver.change({ title: 'A' });
    await pass(QUIET);
    saver.change({ title: 'B' });
    await pass(LONGEST);
    await host.refuse('invalid');
    expect(host.received).toEqual([{ title: 'A' }, { title: 'B' }]);
    await host.acknowledge();
    expect(saver.status.kind).toBe('saved');
  });

  it('because the article changed elsewhere waits for a decision, and keeps collecting', async () => {
    saver.change({ text: 'a' });
    await pass(QUIET);
    await host.refuse('stale');
    saver.change({ title: 'A' });
    await pass(60_000);
    expect(host.received).toHaveLength(1);
    expect(saver.status).toMatchObject({ kind: 'failed', waiting: 'decision' });
    const kept = saver.flush();
    await host.acknowledge();
    expect(await kept).toBe(true);
    expect(host.received.at(-1)).toEqual({ title: 'A', text: 'a' });
  });
});

describe('leaving', () => {
  it('sends at once, also what was typed while a save was under way', async () => {
    saver.change({ text: 'a' });
    await pass(QUIET);
    saver.change({ text: 'ab' });
    const kept = saver.flush();
    await host.acknowledge();
    await host.acknowledge();
    expect(await kept).toBe(true);
    expect(host.received).toEqual([{ text: 'a' }, { text: 'ab' }]);
    await pass(LONGEST * 2);
    expect(host.received).toHaveLength(2);
  });

  it('is told when it could not be kept', async () => {
    saver.change({ text: 'a' });
    const kept = saver.flush();
    await host.refuse('disk');
    expect(await kept).toBe(false);
    expect(saver.unsaved).toBe(true);
  });

  it('is told the truth also where somebody else waits already', async () => {
    saver.change({ text: 'a' });
    const first = saver.flush();
    saver.change({ text: 'ab' });
    const second = saver.flush();
    await host.refuse('invalid');
    await host.acknowledge();
    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(host.received).toEqual([{ text: 'a' }, { text: 'ab' }]);
  });

  it('ends: no timer, no later change and no flush sends anything again', async () => {
    saver.change({ text: 'a' });
    await pass(QUIET);
    await host.refuse('disk');
    void saver.end();
    saver.change({ text: 'ab' });
    expect(await saver.flush()).toBe(false);
    await pass(60_000);
    expect(host.received).toHaveLength(1);
    expect(saver.unsaved).toBe(false);
  });

  it('ends also under a flush that waits, once the host has answered', async () => {
    saver.change({ text: 'a' });
    await pass(QUIET);
    saver.change({ text: 'ab' });
    const kept = saver.flush();
    let ended = false;
    void saver.end().then(() => (ended = true));
    await pass(0);
    expect(ended).toBe(false);
    await host.refuse('disk');
    expect(await kept).toBe(false);
    await pass(60_000);
    expect(ended).toBe(true);
    expect(host.received).toHaveLength(1);
  });

  it('has nothing to wait for when nothing changed', async () => {
    expect(await saver.flush()).toBe(true);
    expect(host.received).toEqual([]);
  });
});

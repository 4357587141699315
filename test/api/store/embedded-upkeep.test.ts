import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepUp } from '../../../api/store/embedded-upkeep.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What a store was asked to do. */
function asking(answer: () => Promise<never[]> = async () => []) {
  const asked: string[] = [];
  const exec = (statement: string) => {
    asked.push(statement);
    return answer();
  };
  return { asked, exec };
}

const turns = (count: number) => Array.from({ length: count }, () => 'CHECKPOINT');

test('each minute the log of changes is checkpointed, at every tenth turn after dead rows were swept', () => {
  const { asked, exec } = asking();
  keepUp({ exec });
  vi.advanceTimersByTime(59_999);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(asked).toEqual(turns(1));
  vi.advanceTimersByTime(19 * 60_000);
  expect(asked).toEqual([...turns(9), 'VACUUM', ...turns(10), 'VACUUM', ...turns(1)]);
});

test('once it has ended nothing is asked any more', () => {
  const { asked, exec } = asking();
  const stop = keepUp({ exec }, 10);
  vi.advanceTimersByTime(30);
  stop();
  vi.advanceTimersByTime(100_000);
  expect(asked).toEqual(turns(3));
});

test('a turn that fails breaks nothing, and the next one comes', async () => {
  const { asked, exec } = asking(() => Promise.reject(new Error('gone')));
  const stop = keepUp({ exec }, 10);
  // An unhandled rejection would fail this run of the tests.
  await vi.advanceTimersByTimeAsync(20);
  expect(asked).toEqual(turns(2));
  stop();
});

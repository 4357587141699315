import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { sharedFloats, sharedInts } from '../../src/lp/thread-arrays.ts';

test('long arrays have pages of their own, and no room to grow', () => {
  const buffer = sharedFloats(8192).buffer as SharedArrayBuffer;
  expect(buffer.growable).toBe(true);
  expect([buffer.byteLength, buffer.maxByteLength]).toEqual([65_536, 65_536]);
  expect((sharedInts(16_383).buffer as SharedArrayBuffer).growable).toBe(false);
});

test('another thread sees the same numbers, as many', () => {
  const { port1, port2 } = new MessageChannel();
  const values = sharedInts(20_000);
  port1.postMessage(values);
  const seen = receiveMessageOnPort(port2)!.message as Int32Array;
  values[19_999] = 7;
  expect([seen.length, seen[19_999]]).toEqual([20_000, 7]);
  port1.close();
});

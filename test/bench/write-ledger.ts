/** `node test/bench/write-ledger.ts <result>`: its ledger in a process of its own, as one line of JSON. */
import { writeLedger } from '../../src/results/ledger/write-ledger.ts';

export interface WrittenLedger {
  /** Since the process began. */
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMB: number;
  readonly rows: number;
}

const { places } = await writeLedger(process.argv[2]!, { order: 'fifo', format: 'parquet' });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const written: WrittenLedger = {
  seconds: performance.now() / 1000,
  processorSeconds: (userCPUTime + systemCPUTime) / 1e6,
  peakMB: maxRSS / 1024,
  rows: places.flatMap(({ tables }) => tables).reduce((sum, { rows }) => sum + rows, 0),
};
console.log(JSON.stringify(written));

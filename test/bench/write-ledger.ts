/** `node test/bench/write-ledger.ts <result>`: its ledger in a process of its own, as one line of JSON. */
import { writeLedger } from '../../src/results/ledger/write-ledger.ts';

export interface WrittenLedger {
  /** Since the process began. */
  readonly seconds: number;
  readonly peakMB: number;
  readonly rows: number;
}

const { places } = await writeLedger(process.argv[2]!, { order: 'fifo', format: 'parquet' });
const written: WrittenLedger = {
  seconds: performance.now() / 1000,
  peakMB: process.resourceUsage().maxRSS / 1024,
  rows: places.flatMap(({ tables }) => tables).reduce((sum, { rows }) => sum + rows, 0),
};
console.log(JSON.stringify(written));

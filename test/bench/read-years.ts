/** `node test/bench/read-years.ts <file>…`: twenty years of ten columns in a process of its own, as one line of JSON. */
import { rememberingReader } from '../../src/profiles/read.ts';

export interface ReadYears {
  readonly seconds: number;
  /** Of the processor, in all threads of the process. */
  readonly processorSeconds: number;
  /** Highest resident memory of the process above that at its start. */
  readonly aboveStartMB: number;
  readonly values: number;
}

const [files = '', zone] = process.argv.slice(2);
const paths = files.split(';');
const columns = Array.from({ length: 10 }, (_, at) => ({ name: `DE${at}`, unit: 'capacityFactor' as const }));
const startMB = process.memoryUsage.rss() / 2 ** 20;
const begun = performance.now();
const before = process.cpuUsage();
const read = rememberingReader();
let values = 0;
for (let year = 2005; year < 2025; year++) {
  const path = paths[paths.length === 1 ? 0 : year - 2005]!;
  const told = zone === undefined ? {} : { zone, label: 'start' as const, unit: '1' };
  const file = await read(path, { columns, options: { year, ...told } });
  values += file.columns.reduce((sum, column) => sum + column.values.length, 0);
}
const { user, system } = process.cpuUsage(before);
const result: ReadYears = {
  seconds: (performance.now() - begun) / 1000,
  processorSeconds: (user + system) / 1e6,
  aboveStartMB: process.resourceUsage().maxRSS / 1024 - startMB,
  values,
};
console.log(JSON.stringify(result));

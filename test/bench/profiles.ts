/** How long reading a year of ten columns from disk takes. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nativeToCsv } from '../../src/profiles/native-csv.ts';
import { readProfileFile } from '../../src/profiles/read.ts';

const WARM_UPS = 3;
const RUNS = 7;

/** Ten columns of 8,760 hours; the numbers only need to fill their cells. */
function tenColumns(): string {
  const columns = Array.from({ length: 10 }, (_, index) => {
    const values = Float64Array.from({ length: 8760 }, (_, hour) => ((hour * (index + 7919)) % 9973) / 9973);
    return { name: `plant_${index}`, unit: 'capacityFactor' as const, values, decimals: 4 };
  });
  return nativeToCsv({ synthetic: true, source: 'made for a measurement', year: 2005, columns });
}

async function millisecondsToRead(path: string): Promise<number> {
  const start = performance.now();
  await readProfileFile(path);
  return performance.now() - start;
}

/** Median of seven readings after three that warm up [ms]. */
export async function benchProfiles(): Promise<{ name: string; value: number; unit: string; limit?: number }[]> {
  const directory = await mkdtemp(join(tmpdir(), 'hourmatch-bench-'));
  try {
    const path = join(directory, 'ten-columns.csv');
    await writeFile(path, tenColumns());
    const times: number[] = [];
    for (let run = 0; run < WARM_UPS + RUNS; run++) times.push(await millisecondsToRead(path));
    const measured = times.slice(WARM_UPS).sort((a, b) => a - b);
    const median = measured[Math.floor(RUNS / 2)]!;
    return [{ name: 'read a year of ten columns', value: median, unit: 'ms', limit: 100 }];
  } finally {
    await rm(directory, { recursive: true });
  }
}

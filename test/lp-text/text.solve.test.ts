import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { programToLp } from '../../src/lp/text/lp.ts';
import { programToMps } from '../../src/lp/text/mps.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { none, write } from '../conformance/programs.ts';
import { randomProgram } from '../conformance/random-programs.ts';
import { solvedByHand } from '../conformance/solved-by-hand.ts';
import { storageYear } from '../conformance/storage-year.ts';

const formats = [
  { format: 'mps', toText: programToMps },
  { format: 'lp', toText: programToLp },
] as const;

let highs: Highs;
let folder: string;
beforeAll(async () => {
  highs = await loadHighs();
  folder = mkdtempSync(join(tmpdir(), 'program-text-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What HiGHS's own reader makes of a text. */
function read(format: 'mps' | 'lp', data: string) {
  return highs.withModel({ format, data }, (model) => {
    const { matrix, ...rest } = model.getModel('csr');
    model.options.set('output_flag', false);
    const status = model.run().modelStatus;
    return { ...rest, matrix, status, objective: model.getObjectiveValue() };
  });
}

/** Both formats have their limits: crossed bounds in either, no columns in LP. */
function canBeSaid(program: LinearProgram): boolean {
  return program.columnCount > 0 && program.rowLower.every((lower, row) => lower <= program.rowUpper[row]!);
}

const columnsOfEveryKind = [
  { cost: 1 / 3 },
  { cost: 0, lower: -none },
  { cost: -2.5e-7, lower: -3, upper: 4 },
  { cost: 1e15, lower: 2 },
  { cost: 7, lower: -none, upper: -1 },
  { cost: 0, lower: 5, upper: 5 },
  { cost: 0 },
];

const plainRows = [
  { lower: 1, of: [0.1, 0, 0, 3, 0, 0, 0] },
  { upper: 2, of: [0, 1, 1, 0, -1e-7, 0, 0] },
  { lower: 4, upper: 4, of: [1, 1, 0, 0, 0, 0, 0] },
];

const ofEveryKind = write(
  columnsOfEveryKind,
  [
    ...plainRows,
    { lower: -1, upper: 0.3, of: [0, 0, 1, 0, 1, 0, 0] },
    { lower: -1, upper: 1, of: [0, 0, 0, 0, 0, 0, 0] },
  ],
  -12.25,
);

/** The same with each ranged row as two. */
const withoutRanges = write(
  columnsOfEveryKind,
  [
    ...plainRows,
    { lower: -1, of: [0, 0, 1, 0, 1, 0, 0] },
    { upper: 0.3, of: [0, 0, 1, 0, 1, 0, 0] },
    { lower: -1, of: [0, 0, 0, 0, 0, 0, 0] },
    { upper: 1, of: [0, 0, 0, 0, 0, 0, 0] },
  ],
  -12.25,
);

function rowsOf({ rowLower, rowUpper, rowStart, columnIndex, coefficient }: LinearProgram) {
  return { rowLower, rowUpper, matrix: { starts: rowStart, indices: columnIndex, values: coefficient } };
}

describe.each(formats)('$format', ({ format, toText }) => {
  test('a program of every kind of row and bound reads back as it was', () => {
    const back = read(format, toText(ofEveryKind));
    expect(back.colCost).toEqual(ofEveryKind.objective);
    expect(back.offset).toBe(-12.25);
    expect(back.colLower).toEqual(ofEveryKind.columnLower);
    expect(back.colUpper).toEqual(ofEveryKind.columnUpper);
    const { rowLower, rowUpper, matrix } = format === 'mps' ? rowsOf(ofEveryKind) : rowsOf(withoutRanges);
    expect(back.rowLower).toEqual(rowLower);
    expect(back.rowUpper).toEqual(rowUpper);
    expect(back.matrix).toMatchObject(matrix);
  });

  test('random programs cost the same from text as from arrays', async () => {
    const { modelStatus } = highs.constants;
    let optima = 0;
    await fc.assert(
      fc.asyncProperty(randomProgram.filter(canBeSaid), async (program) => {
        const answer = await highsSolver.solve(program, { timeLimitSeconds: none });
        const fromText = read(format, toText(program));
        if (answer.status === 'optimal') {
          optima += 1;
          expect(fromText.status).toBe(modelStatus.optimal);
          expect(fromText.objective).toBeCloseTo(answer.objective, 6);
        } else expect(fromText.status).not.toBe(modelStatus.optimal);
      }),
      { numRuns: 300, seed: 3 },
    );
    expect(optima).toBeGreaterThan(100);
  });

  test('no text of the user leaves its comment', () => {
    const label = 'sun\nROWS\r\n\u2028 N evil\u202E \\ * End\u0000';
    const lines = toText(write([{ cost: 1 }], [{ lower: 1, of: [1] }], 0, label)).split('\n');
    const withLabel = lines.filter((line) => line.includes('evil'));
    expect(withLabel).toHaveLength(2);
    for (const line of withLabel) {
      expect(line).toMatch(format === 'mps' ? /^\* / : /^\\ /);
      expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    }
    expect(lines.filter((line) => line === 'ROWS')).toHaveLength(format === 'mps' ? 1 : 0);
  });

  test('blocks called like numbers or keywords are still only names', () => {
    for (const name of ['e', 'inf', 'inflow', 'nan', 'free', 'end', 'bounds', 'x y', 'ROWS', 'grün', '']) {
      const program = write(
        [{ cost: 2, lower: -none }, { cost: 3 }],
        [
          { lower: 3, of: [1, 1] },
          { lower: 1, of: [1, -1] },
        ],
      );
      const block = { name, of: [], first: 0, length: 2 };
      const back = read(format, toText({ ...program, columnBlocks: [block], rowBlocks: [block] }));
      expect(back.objective, name).toBeCloseTo(6, 9);
      expect(back.numCols).toBe(2);
    }
  });

  test('what the format cannot say is refused', () => {
    const sound = write([{ cost: 1 }], [{ lower: 1, of: [1] }]);
    const faulty: Partial<LinearProgram>[] = [
      { objective: Float64Array.of(Number.NaN) },
      { coefficient: Float64Array.of(none) },
      { objectiveConstant: none },
      { rowUpper: Float64Array.of(0) },
      { rowLower: Float64Array.of(Number.NaN) },
      { columnLower: Float64Array.of(3), columnUpper: Float64Array.of(2) },
      { columnLower: Float64Array.of(none) },
    ];
    for (const fault of faulty) expect(() => toText({ ...sound, ...fault }), JSON.stringify(fault)).toThrow(RangeError);
  });

  test('eighty thousand rows are written in well under a second', () => {
    const program = storageYear(13_400);
    // This thread's own time: what else the machine is doing does not count.
    const before = process.threadCpuUsage();
    const text = toText(program);
    const used = process.threadCpuUsage(before);
    expect(program.rowCount).toBeGreaterThan(80_000);
    expect(text.length).toBeGreaterThan(1_000_000);
    expect((used.user + used.system) / 1e6).toBeLessThan(0.7);
  });
});

test('a program without columns has no LP text, but an MPS text', () => {
  const program = write([], [{ upper: 2, of: [] }], 7);
  expect(() => programToLp(program)).toThrow(RangeError);
  expect(programToMps(program)).toContain('RHS cost -7');
});

/** Solvers written by others, where this machine has them; HiGHS's reader above judges in any case. */
const others = [
  {
    solver: 'clp',
    run: (file: string, answer: string) => {
      const { stdout } = spawnSync('clp', [file, '-solve', '-quit'], { encoding: 'utf8' });
      writeFileSync(answer, stdout);
      return Number(/Optimal objective\s+(\S+)/.exec(stdout)?.[1] ?? Number.NaN);
    },
  },
  {
    solver: 'glpsol',
    run: (file: string, answer: string) => {
      spawnSync('glpsol', [file.endsWith('.mps') ? '--freemps' : '--lp', file, '-o', answer]);
      return Number(/Objective:\s+\S+ = (\S+)/.exec(readFileSync(answer, 'utf8'))?.[1] ?? Number.NaN);
    },
  },
];

test('solvers written by others find the same costs, those of them that are here', () => {
  const found = others.filter(({ solver }) => spawnSync(solver, ['--version']).error === undefined);
  process.stdout.write(`found to compare with: ${found.map(({ solver }) => solver).join(', ') || 'none'}\n`);
  for (const { solver, run } of found) {
    let compared = 0;
    for (const { law, program, answer } of solvedByHand) {
      if (answer.status !== 'optimal' || program.columnCount === 0 || program.rowCount === 0) continue;
      for (const { format, toText } of formats) {
        const file = join(folder, `program.${format}`);
        writeFileSync(file, toText(program));
        expect(run(file, join(folder, 'answer.txt')), `${solver} ${format}: ${law}`).toBeCloseTo(answer.objective, 5);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(10);
  }
});

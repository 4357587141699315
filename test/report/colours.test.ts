import { expect, test } from 'vitest';
import { channels, coloursOf, familyColour, gridColour } from '../../src/report/charts/colours.ts';
import { energySourceOf } from '../../src/scenario/technologies/energy-source.ts';
import { exampleScenario } from './example-campus.ts';

/**
 * How colours look without one kind of cone, in linear RGB. Machado, Oliveira and Fernandes, A Physiologically-based
 * Model for Simulation of Color Vision Deficiency, IEEE TVCG 15 (6), 2009: matrices of severity 1.
 */
const eyes: Readonly<Record<string, readonly (readonly number[])[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* (D65) of a colour as such an eye sees it. */
function seen(colour: string, eye: readonly (readonly number[])[]): [number, number, number] {
  const linear = channels(colour).map((value) =>
    value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  const [r, g, b] = eye.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, factor, c) => sum + factor * linear[c]!, 0),
      ),
    ),
  ) as [number, number, number];
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const base = exampleScenario({ hours: 24 });
/** Three of each family. */
const campus = {
  ...base,
  renewables: ['wind', 'wind', 'wind', 'solar-fixed', 'solar-fixed', 'solar-tracking'].map((technology) => ({
    ...base.renewables[0]!,
    technology,
  })),
  storages: [base.storages[0]!, base.storages[0]!, base.storages[0]!],
};

test.each(Object.keys(eyes))('sources can be told apart with %s colour vision', (kind) => {
  const { renewables, storages } = coloursOf(campus);
  const all = [...renewables, ...storages, gridColour];
  expect(all).toHaveLength(10);
  for (const [i, one] of all.entries()) {
    for (const other of all.slice(i + 1)) {
      const [a, b] = [seen(one, eyes[kind]!), seen(other, eyes[kind]!)];
      // A difference of 2.3 is just noticeable; areas in a legend want several times that.
      expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]), `${one} and ${other}`).toBeGreaterThan(12);
    }
  }
});

test('an asset has one colour; a single one of its family has that of the family', () => {
  const { renewables } = coloursOf({ ...campus, renewables: campus.renewables.slice(2, 4) });
  expect(renewables).toEqual([familyColour('wind'), familyColour('solar')]);
  expect(new Set(coloursOf(campus).renewables).size).toBe(6);
});

test('families are read from the technology', () => {
  expect(['solar-tracking', 'wind', 'offshore-wind', 'PV', 'geothermal'].map(energySourceOf)).toEqual([
    'solar',
    'wind',
    'wind',
    'solar',
    'other',
  ]);
});

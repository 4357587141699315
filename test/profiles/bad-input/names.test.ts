/** Names that every object of the language has are names like any other. */
import { describe, expect, test } from 'vitest';
import { exampleNamed } from './examples.ts';
import { outcomeOf } from './outcome.ts';

const names = ['constructor', '__proto__', 'toString'];
/** A column of each format that nothing else depends on. */
const columns: readonly (readonly [string, string])[] = [
  ['pvgis-hourly', 'H_sun'],
  ['pvgis-tmy', 'RH'],
  ['nsrdb', 'DHI'],
  ['nasa-power', 'WS50M'],
  ['era5-point', 't2m'],
  ['ninja-country', 'onshore'],
  ['opsd', 'DE_wind_generation_actual'],
];

describe.each(columns)('%s with another name for %s', (format, column) => {
  test.each(names)('%s', (name) => {
    const { bytes, request } = exampleNamed(format);
    const text = Buffer.from(bytes.toString().replace(`,${column}`, `,${name}`));
    const options = { ...request?.options, unit: '°C' };
    const { profile, issues } = outcomeOf(text, { columns: [{ name, unit: 'temperatureC' }], options });
    // The unit is stated and the numbers are temperatures: read, or refused for a reason that is in words.
    expect(profile !== undefined || issues.every(({ problem }) => !/native code|undefined/.test(problem))).toBe(true);
  });
});

/** What is said of real exports. */
import { expect } from 'vitest';
import { inspectProfileFile } from '../../src/profiles/inspection/inspect.ts';
import { onSample } from './sample.ts';

interface Sample {
  readonly file: string;
  readonly format: string;
  readonly zone: string;
  readonly rows: number;
  /** Column, unit and mean; means were computed from the files by other means. */
  readonly column: readonly [name: string, unit: string, mean: number];
  readonly warnings: readonly string[];
}

const known: readonly Sample[] = [
  {
    file: 'ninja_pv_MA_34.6401_-4.8542_uncorrected.csv',
    ...{ format: 'ninja-point', zone: 'UTC', rows: 8760, column: ['electricity', 'kW', 0.202], warnings: [] },
  },
  {
    file: 'pvgis_valencia_39.48N0.34W_SARAH2_36deg_2015.csv',
    ...{ format: 'pvgis-hourly', zone: 'UTC', rows: 8760, column: ['G(i)', 'W/m²', 234.31], warnings: [] },
  },
  {
    file: 'pvgis_valencia_39.48N0.34W_SARAH2_36deg_2016.csv',
    ...{
      format: 'pvgis-hourly',
      zone: 'UTC',
      rows: 8760,
      column: ['G(i)', 'W/m²', 228],
      warnings: ['leap-day-missing'],
    },
  },
  {
    file: 'pvgis_tmy_v5.3_45N8E_2005_2023.csv',
    ...{ format: 'pvgis-tmy', zone: 'UTC', rows: 8760, column: ['G(h)', 'W/m²', 163.9], warnings: ['typical-year'] },
  },
  {
    file: 'nsrdb_psm3_60min_TMY_mojave_34.87N116.78W.csv',
    ...{ format: 'nsrdb', zone: 'UTC−08:00', rows: 8760, column: ['GHI', 'W/m²', 243.06], warnings: ['typical-year'] },
  },
  {
    file: 'nrel_windtoolkit_2012_texas.srw',
    ...{ format: 'sam-wind', zone: 'unstated', rows: 8760, column: ['Speed_100m', 'm/s', 8.649] },
    warnings: ['leap-day-missing'],
  },
  {
    file: 'opsd_time_series_60min_DE_head3000.csv',
    ...{ format: 'opsd', zone: 'UTC', rows: 2999, column: ['DE_wind_profile', '1', 0.324] },
    warnings: ['capacity-factor-above-one'],
  },
  {
    file: 'entsoe_load_old_gui_FI_2021.csv',
    ...{
      format: 'entsoe-old',
      zone: 'Europe/Brussels',
      rows: 8760,
      column: ['Actual Total Load - BZN|FI', 'MW', 9669.7],
    },
    warnings: ['not-whole-years'],
  },
];

for (const { file, format, zone, rows, column, warnings } of known) {
  onSample(file, `is inspected as ${format} in ${zone}`, async (path) => {
    const inspection = await inspectProfileFile(path);
    expect(inspection).toMatchObject({ format, zone, rows, faults: [] });
    const [name, unit, mean] = column;
    const found = inspection.columns.find((candidate) => candidate.name === name);
    expect(found?.unit).toBe(unit);
    expect(found!.mean! / mean).toBeCloseTo(1, 2);
    const codes = inspection.warnings.map(({ code }) => code);
    for (const code of warnings) expect(codes).toContain(code);
    expect(codes).not.toContain('sun-out-of-place');
  });
}

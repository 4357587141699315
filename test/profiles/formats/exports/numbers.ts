/** Exports with units, marks, signs and series of their own. */
import { expect } from 'vitest';
import { berlin, type Case, named, only, start, twoDays, utc, whole } from './case.ts';

export const ofNumbers: readonly Case[] = [
  {
    file: 'entsoe_price_zone_in_header.csv',
    read: {
      ...whole,
      format: 'entsoe-old',
      firstHour: '2021-01-12T23:00Z',
      ...only(named('Day-ahead Price', 'EUR/MWh', { min: 100, hours: 48 })),
    },
  },
  {
    file: 'pvwatts_hourly.csv',
    read: {
      format: 'pvwatts',
      typicalYear: true,
      ...only(named('AC System Output', 'W', { max: 2304, capacityKW: 4 })),
    },
    questions: ['zone'],
  },
  {
    file: 'pvsyst_blank_line_below_units.csv',
    answers: utc,
    read: { ...whole, columns: [named('GlobInc', 'W/m²'), named('T_Amb', '°C'), named('E_Grid', 'kW', { max: 2880 })] },
    questions: ['dates', 'capacity'],
  },
  { file: 'thousands_dots_whole_numbers.csv', answers: berlin, read: whole, questions: ['decimal', 'capacity'] },
  {
    file: 'thousands_dots_whole_numbers.csv',
    answers: { ...berlin, decimal: 'comma' },
    read: {
      ...whole,
      label: 'start',
      firstHour: '2021-01-12T23:00Z',
      ...only(named('Wind Onshore', 'MWh', { min: 900, max: 1511 })),
    },
  },
  {
    file: 'missing_codes_above.csv',
    answers: start,
    read: twoDays,
    warnings: ['missing-mark', 'missing-mark', 'missing-mark', 'missing-mark'],
  },
  {
    file: 'missing_codes_above.csv',
    answers: { ...start, missing: ['9999', '99.9', '999', '99999'] },
    read: {
      ...twoDays,
      columns: [
        named('GHI', 'W/m²', { missingHours: 2, max: 720 }),
        named('Temperature', '°C', { max: 12.5 }),
        named('Wind speed 10 m', 'm/s', { max: 5.5 }),
        named('Load', 'MW', { max: 800 }),
      ],
    },
    warnings: [],
  },
  {
    file: 'missing_codes_below.csv',
    answers: start,
    read: twoDays,
    warnings: ['below-zero', 'too-cold', 'missing-mark'],
  },
  {
    file: 'missing_words.csv',
    answers: start,
    read: twoDays,
    faults: ['Bad', 'I/O Timeout', 'No Data', '?', '*', 'nodata', '#REF!', '#VALUE!'].map(
      (word) => `--missing "${word}"`,
    ),
  },
  {
    file: 'missing_words.csv',
    answers: { ...start, missing: ['Bad', 'I/O Timeout', 'No Data', '?', '*', 'nodata', '#REF!', '#VALUE!'] },
    read: { columns: [named('Power', 'kW', { hours: 40, missingHours: 8 })] },
  },
  {
    file: 'footer_total.csv',
    answers: start,
    read: { ...twoDays, columns: [named('Power', 'kW', { min: 500, max: 547, mean: 523.5, hours: 48 })] },
    warnings: ['below-table'],
  },
  { file: 'joule_per_cm2.csv', answers: start, read: { ...twoDays, columns: [named('GLO', 'J/cm2', { max: 240 })] } },
  { file: 'nsrdb_utc_time_zone.csv', read: { ...twoDays, format: 'nsrdb', zone: 'UTC', label: 'sample' } },
  { file: 'nsrdb_quoted_names.csv', read: { ...whole, format: 'nsrdb', firstHour: '2021-01-13T07:00Z' } },
  {
    file: 'last_row_empty.csv',
    answers: utc,
    read: { rows: 48, stepMinutes: 15, columns: [named('Total', 'kW', { hours: 12, min: 1, max: 12 })] },
  },
  { file: 'two_series_below_each_other.csv', faults: ['Offshore/onshore is "Offshore", "Onshore"'] },
  { file: 'series_after_series.csv', faults: ['Station is "A", "B"'] },
  {
    file: 'decimal_comma_quoted.csv',
    answers: start,
    read: { ...twoDays, columns: [named('CF', null, { min: 0.005, max: 0.235 })] },
  },
  {
    file: 'epw.epw',
    read: {
      ...whole,
      format: 'epw',
      zone: 'UTC+01:00',
      label: 'end',
      firstHour: '2004-12-31T23:00Z',
      ...only(
        named('Global Horizontal Radiation', 'Wh/m²', { max: 720 }),
        named('Dry Bulb Temperature', '°C', { mean: 12.5 }),
        named('Wind Speed', 'm/s', { mean: 4.5 }),
      ),
    },
  },
  {
    file: 'header_again_in_the_middle.csv',
    answers: start,
    read: { ...twoDays, columns: [named('Load', 'MW', { min: 100, max: 123, mean: 111.5, hours: 48 })] },
    warnings: ['heading-again'],
  },
  {
    file: 'sep_line.csv',
    answers: start,
    read: { ...twoDays, columns: [named('Load', 'MW', { min: 100.5, max: 123.5 })] },
  },
  {
    file: 'same_name_twice.csv',
    answers: start,
    read: {
      ...twoDays,
      columns: [
        named('P (column 2)', 'kW', { min: 100, max: 123 }),
        named('P (column 3)', 'kW', { min: 200, max: 223 }),
      ],
    },
    warnings: ['names-again'],
  },
  { file: 'nsrdb_zone_zero_but_local_hours.csv', read: { rows: 48 }, warnings: ['light-at-night'] },
  {
    file: 'quarter_hour_energy.csv',
    answers: start,
    read: { stepMinutes: 15, columns: [named('Verbrauch', 'kWh', { min: 1000, mean: 1000, max: 1000 })] },
  },
  {
    file: 'tmy3.csv',
    read: {
      format: 'tmy3',
      typicalYear: true,
      zone: 'UTC−01:00',
      label: 'end',
      ...only(named('Dry-bulb', '°C', { monthlyMeans: expect.arrayContaining([11, 12]) })),
    },
  },
];

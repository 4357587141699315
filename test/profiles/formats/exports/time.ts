/** Exports that tell the time of their rows in ways of their own. */
import { type Case, load, named, newYork, only, start, twoDays, utc, whole } from './case.ts';

export const ofTime: readonly Case[] = [
  {
    file: 'date_mask_in_header.csv',
    answers: { zone: 'UTC' },
    read: { ...whole, zone: 'UTC', ...only(named('GHI', 'W/m²', { mean: 122.5 })) },
    questions: ['label'],
  },
  {
    file: 'hour_ending_dst_spring.csv',
    answers: newYork,
    read: {
      rows: 47,
      gaps: [],
      firstHour: '2021-03-13T05:00Z',
      lastHour: '2021-03-15T03:00Z',
      ...only(named('Load', 'MW', { hours: 47 })),
    },
  },
  {
    file: 'hour_ending_dst_fall.csv',
    answers: { ...newYork, dates: 'month-first' },
    read: {
      rows: 49,
      gaps: [],
      firstHour: '2021-11-06T04:00Z',
      lastHour: '2021-11-08T04:00Z',
      ...only(named('Load', 'MW', { hours: 49 })),
    },
  },
  {
    file: 'hour_ending_column_dst.csv',
    answers: newYork,
    read: { rows: 71, gaps: [], firstHour: '2021-03-13T05:00Z', lastHour: '2021-03-16T03:00Z' },
  },
  { file: 'date_parts.csv', answers: utc, read: { ...twoDays, columns: [load] } },
  { file: 'date_parts_index.csv', answers: utc, read: { ...twoDays, columns: [named('GHI', null, { max: 720 })] } },
  { file: 'month_names.csv', answers: start, read: { ...twoDays, columns: [load] }, questions: ['capacity'] },
  ...['month_names_settlement.csv', 'settlement_period.csv'].map((file) => ({
    file,
    read: {
      zone: 'Europe/London',
      label: 'start',
      stepMinutes: 30,
      firstHour: '2021-01-13T00:00Z',
      columns: [named('ND', null, { hours: 24, min: 25010, max: 25480 })],
    },
    questions: ['unit'],
  })),
  {
    file: 'horodate_unit_in_preamble.csv',
    read: {
      zone: 'UTC',
      label: 'end',
      stepMinutes: 30,
      firstHour: '2023-01-12T23:00Z',
      columns: [named('Valeur', 'W', { hours: 23, missingHours: 1 })],
    },
  },
  {
    file: 'two_end_of_hour_columns.csv',
    read: {
      ...whole,
      zone: 'UTC',
      label: 'end',
      firstHour: '2021-01-13T05:00Z',
      columns: [named('Demand', 'MW', { min: 1000 }), named('Net Generation', 'MW')],
    },
  },
  {
    file: 'two_end_of_hour_columns.csv',
    answers: { zone: 'America/New_York' },
    read: { zone: 'UTC' },
    faults: ['America/New_York, but the file is in UTC'],
  },
  {
    file: 'period_end_period_start.csv',
    read: { ...twoDays, zone: 'UTC', label: 'start', ...only(named('Ghi', null, { max: 720 })) },
    questions: ['unit'],
  },
  {
    file: 'hours_as_ranges.csv',
    answers: { zone: 'Europe/Brussels' },
    read: {
      ...whole,
      label: 'start',
      firstHour: '2021-01-12T23:00Z',
      columns: [named('XX1 (EUR)', null, { min: 100, max: 269.75, hours: 48 })],
    },
  },
  {
    file: 'start_end_gmt_and_operating_hour.csv',
    read: {
      ...whole,
      zone: 'UTC',
      label: 'start',
      firstHour: '2021-01-13T08:00Z',
      columns: [named('MW', 'MW', { min: 20000 })],
    },
  },
  ...['wide_by_day.csv', 'wide_by_day_times.csv'].map((file) => ({
    file,
    faults: ['one row per hour: the date, the hour and its value'],
  })),
  ...['one_column.csv', 'one_column_header.csv', 'hour_of_year.csv', 'index_columns.csv'].map((file) => ({
    file,
    read: { format: 'rows-without-time', rows: 48 },
    questions: ['start', 'zone'],
  })),
  {
    file: 'hour_of_year.csv',
    answers: { start: '2019-01-01T00:00', zone: 'UTC' },
    read: { ...whole, firstHour: '2019-01-01T00:00Z', columns: [named('Load', 'kW', { min: 100, max: 269.75 })] },
  },
  { file: 'zone_behind_stamp.csv', answers: start, read: { ...twoDays, zone: 'UTC', columns: [load] } },
  {
    file: 'zone_abbrev.csv',
    answers: start,
    read: { zone: 'unstated' },
    questions: ['zone', 'capacity'],
    warnings: ['zone-in-letters'],
  },
  {
    file: 'compact_stamps.csv',
    answers: utc,
    read: { ...twoDays, ...only(named('FF', null, { min: 5.5, max: 7.8 })) },
  },
  {
    file: 'h_as_colon.csv',
    answers: utc,
    read: { ...twoDays, columns: [named('Puissance', 'kW', { min: 500, max: 547 })] },
  },
  {
    file: 'knmi.csv',
    answers: { zone: 'UTC' },
    read: { ...twoDays, label: 'end', ...only(named('Q', null, { max: 180 })) },
  },
  {
    file: 'two_stamp_columns.csv',
    answers: start,
    faults: [
      '"timestamp", "timestamp_local" → one column of stamps: delete the others, or say in its header which it is: UTC',
    ],
  },
  {
    file: 'interval_start_utc_interval_end_utc.csv',
    read: { ...twoDays, zone: 'UTC', label: 'start', ...only(named('load', null, { min: 3000 })) },
  },
  {
    file: 'beginning_utc_and_local.csv',
    answers: start,
    read: { ...twoDays, zone: 'UTC', columns: [named('mw', null, { min: 3000 })] },
  },
  {
    file: 'days_backwards.csv',
    answers: utc,
    read: {
      rows: 72,
      gaps: [],
      firstHour: '2021-02-01T01:00Z',
      lastHour: '2021-02-04T00:00Z',
      columns: [named('Load_MW', null, { min: 1101, max: 1324, hours: 72 })],
    },
    warnings: ['rows-sorted'],
  },
  { file: 'months_side_by_side.csv', answers: { ...utc, dates: 'day-first' }, faults: ['put below each other'] },
];

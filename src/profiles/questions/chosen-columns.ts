/** Which columns of a recording answer a request, and what must be known of them first. */

import { unitStep } from '../conversion/unit-factors.ts';
import type { FaultList } from '../faults.ts';
import type { ProfileUnit } from '../profile.ts';
import type { RecordedColumn, RecordedQuantity, Recording } from '../recording/recording.ts';
import { addContradiction, addQuestion, pass } from './questions.ts';
import type { ColumnRequest, ReadingOptions } from './reading-options.ts';

export interface ChosenColumn {
  readonly request: ColumnRequest;
  /** With the unit that was stated for it. */
  readonly column: RecordedColumn;
  /** What its conversion takes beside it: nameplates, other weather. */
  readonly others: readonly RecordedColumn[];
}

const output: readonly RecordedQuantity[] = ['capacityFactor', 'power', 'energy'];
const MOST_NAMED = 12;

const namesOf = (columns: readonly RecordedColumn[]) => {
  const names = columns.slice(0, MOST_NAMED).map(({ name }) => name);
  return columns.length > MOST_NAMED ? `${names.join(', ')}, …` : names.join(', ');
};

/** The column, or undefined where there is none or that is a question, which is added. */
export function chooseColumn(
  recording: Recording,
  request: ColumnRequest,
  options: ReadingOptions,
  faults: FaultList,
): ChosenColumn | undefined {
  const found =
    request.name === undefined
      ? onlyColumn(recording, request, options, faults)
      : namedColumn(recording, request.name, faults);
  const column = found && withUnit(found, request, options, faults);
  if (column === undefined) return undefined;
  const others = request.unit === 'capacityFactor' ? othersOf(recording, column, options, faults) : [];
  return { request, column, others };
}

function namedColumn({ columns }: Recording, name: string, faults: FaultList): RecordedColumn | undefined {
  const column = columns.find((other) => other.name === name);
  if (column !== undefined) return column;
  faults.add('profile.missing-column', { where: name }, () => ({
    problem: `no column ${JSON.stringify(name)}`,
    expected: `one of: ${namesOf(columns)}`,
  }));
  return undefined;
}

/** The one column that can be meant where none is named. */
function onlyColumn(
  { columns }: Recording,
  { unit }: ColumnRequest,
  { plant }: ReadingOptions,
  faults: FaultList,
): RecordedColumn | undefined {
  const of = (...quantities: RecordedQuantity[]) => columns.filter(({ quantity }) => quantities.includes(quantity));
  const candidates = (): readonly RecordedColumn[] => {
    if (unit === 'temperatureC') return of('temperature');
    if (unit === 'pricePerMWh') return of('price');
    if (unit === 'pue' || unit === 'share') return of('other');
    if (unit === 'relative') return of('power', 'energy');
    if (plant?.kind === 'wind') return atHub(of('windSpeed'), plant.hubHeightM);
    if (plant?.kind === 'photovoltaic') return mainIrradiance(of('irradiance'));
    const outputs = of(...output);
    return outputs.length > 0 ? outputs : of('irradiance', 'windSpeed');
  };
  const fitting = candidates();
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const problem = only === undefined ? 'no column says that it fits' : `${fitting.length} columns may be meant`;
  const which = only === undefined ? columns : fitting;
  addQuestion(
    faults,
    'column',
    problem,
    `${pass('column', JSON.stringify(which[0]?.name ?? ''))}, one of: ${namesOf(which)}`,
  );
  return undefined;
}

function atHub(speeds: readonly RecordedColumn[], hubHeightM: number): readonly RecordedColumn[] {
  const there = speeds.filter(({ heightM }) => heightM === hubHeightM);
  return there.length > 0 ? there : speeds;
}

/** All kinds of light go into one conversion; it is named after the one that tells most. */
function mainIrradiance(columns: readonly RecordedColumn[]): readonly RecordedColumn[] {
  for (const kind of ['plane', 'beamPlane', 'global', 'beamNormal'] as const) {
    const main = columns.filter(({ irradiance }) => irradiance === kind);
    if (main.length > 0) return main;
  }
  return columns;
}

function withUnit(
  column: RecordedColumn,
  { unit: wanted }: ColumnRequest,
  { unit: said, plant }: ReadingOptions,
  faults: FaultList,
): RecordedColumn | undefined {
  const { name, unit, quantity } = column;
  if (said !== undefined && unit !== undefined && said !== unit) {
    addContradiction(faults, 'unit', `${said}, but ${name} is in ${unit}`);
  }
  const known = unit ?? said;
  if (known === undefined) {
    // Of a shape only the proportions count; a PUE and a share have no unit.
    if (wanted === 'relative' || wanted === 'pue' || wanted === 'share') return column;
    const example = wanted === 'temperatureC' ? '°C' : wanted === 'pricePerMWh' ? 'EUR/MWh' : 'MW';
    addQuestion(faults, 'unit', `the file does not say which unit ${name} is in`, pass('unit', example));
    return undefined;
  }
  const meant = quantity === 'other' ? quantityOfUnit(known, wanted) : quantity;
  // Light of an unnamed kind falls on the plane that the plant says it was recorded on.
  const isOnPlane = meant === 'irradiance' && column.irradiance === undefined && plant?.kind === 'photovoltaic';
  const plane = isOnPlane && plant.mounting.kind === 'as-recorded' ? { irradiance: 'plane' as const } : {};
  return { ...column, unit: known, quantity: meant, ...plane };
}

/** Nameplates that go with output, or the weather that goes with weather. */
function othersOf(
  { columns }: Recording,
  column: RecordedColumn,
  { plant, capacityMW }: ReadingOptions,
  faults: FaultList,
): readonly RecordedColumn[] {
  const { name, quantity, capacityKW } = column;
  if (output.includes(quantity)) {
    if (plant !== undefined) {
      addContradiction(faults, 'plant', `a ${plant.kind} plant is given, but ${name} is ${quantity}, not weather`);
    }
    if (quantity === 'capacityFactor' || capacityMW !== undefined || capacityKW !== undefined) return [];
    const stem = name.replace(/_generation.*$/, '');
    const nameplates = columns.filter((other) => other.quantity === 'capacity' && other.name === `${stem}_capacity`);
    if (nameplates.length === 0) {
      const problem = `${name} is ${quantity} of a plant whose nameplate the file does not state`;
      addQuestion(faults, 'capacityMW', problem, `${pass('capacityMW', 100)}, the nameplate in MW`);
    }
    return nameplates;
  }
  if (plant === undefined) {
    const problem = `${name} is ${quantity}: which plant turns it into power?`;
    addQuestion(
      faults,
      'plant',
      problem,
      'plant: { kind: photovoltaic, mounting: … } or { kind: wind, hubHeightM: …, curve: … }',
    );
    return [];
  }
  const weather: readonly RecordedQuantity[] =
    plant.kind === 'photovoltaic'
      ? ['irradiance', 'temperature', 'windSpeed']
      : ['temperature', 'pressure', ...(plant.shear?.kind === 'recorded' ? (['windSpeed'] as const) : [])];
  return columns.filter(
    (other) =>
      other.name !== name && weather.includes(other.quantity) && other.values.some((value) => !Number.isNaN(value)),
  );
}

const physical = ['power', 'energy', 'irradiance', 'windSpeed', 'temperature', 'pressure'] as const;

/** What a column is about whose file does not say so, by the unit that is stated for it and what it is wanted for. */
function quantityOfUnit(unit: string, wanted: ProfileUnit): RecordedQuantity {
  if (wanted === 'pricePerMWh') return 'price';
  if (wanted === 'capacityFactor' && (unit === '1' || unit === '%')) return 'capacityFactor';
  return physical.find((quantity) => unitStep(quantity, unit) !== undefined) ?? 'other';
}

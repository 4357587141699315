/** What a file leaves open, each with the options that answer it. */

import { isMeter } from '../questions/meters.ts';
import type { RecordedQuantity, Recording } from '../recording/recording.ts';
import type { Coverage } from './coverage.ts';
import type { Question } from './inspection.ts';

/** Quantities that mean nothing without a unit. */
const needsUnit: readonly RecordedQuantity[] = ['power', 'energy', 'irradiance', 'windSpeed', 'temperature', 'price'];
const CLOCKS_CHANGE = ' An hour stands twice and another is missing, as on clocks that are put back and forward.';
const needsCapacity: readonly RecordedQuantity[] = ['power', 'energy'];

export function questionsOf({ zone, label, columns }: Recording, { gaps, duplicateHours }: Coverage): Question[] {
  const questions: Question[] = [];
  const isChanging = duplicateHours > 0 && gaps.length > 0;
  if (zone.kind === 'unstated') {
    questions.push({
      code: 'zone',
      question: `On which clock are the stamps? The file does not say.${isChanging ? CLOCKS_CHANGE : ''}`,
      options: ['--zone UTC', '--zone +01:00', '--zone Africa/Casablanca'],
    });
  }
  if (label.kind === 'unstated') {
    questions.push({
      code: 'label',
      question: 'Does a stamp name the start, the middle or the end of its interval?',
      options: ['--label start', '--label middle', '--label end'],
    });
  }
  const named = (wanted: readonly RecordedQuantity[], isOpen: (column: Recording['columns'][number]) => boolean) =>
    columns.filter((column) => wanted.includes(column.quantity) && isOpen(column)).map(({ name }) => name);
  // Where nothing in the file is known for what it is, its unit is what would tell.
  const isAllOpen = columns.every(({ quantity }) => quantity === 'other');
  const withoutUnit = named(isAllOpen ? ['other'] : needsUnit, ({ unit }) => unit === undefined);
  if (withoutUnit.length > 0) {
    questions.push({
      code: 'unit',
      question: `In which unit is ${listed(withoutUnit)}?`,
      options: ['--unit MW', '--unit kW', '--unit 1', '--unit %'],
    });
  }
  const withoutCapacity = named(needsCapacity, ({ capacityKW }) => capacityKW === undefined);
  if (withoutCapacity.length > 0) {
    questions.push({
      code: 'capacity',
      question: `What is the nameplate behind ${listed(withoutCapacity)}? Capacity factors need it, a load does not.`,
      options: ['--capacity <MW>'],
    });
  }
  return questions;
}

/** Of columns that only rise, as long as nobody has said what they are. */
export function meterQuestions(recording: Recording): Question[] {
  const meters = recording.columns.filter((column) => isMeter(column, recording)).map(({ name }) => name);
  if (meters.length === 0) return [];
  const question = `Is ${listed(meters)}, which never falls, the reading of a meter?`;
  return [{ code: 'meter', question, options: ['--meter differences', '--meter values'] }];
}

const MOST_NAMED = 3;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

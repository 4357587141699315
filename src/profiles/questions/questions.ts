/**
 * Facts that a file leaves open, as one list of questions with the options that answer them; and answers that contradict
 * what the file states. Nothing is guessed.
 */
import { tableOf, zoneForms, zoneOf } from '../civil-time/zone.ts';
import type { FaultList } from '../faults.ts';
import { type Fill, fillForms, fillOf } from '../hours/fill.ts';
import { type KnownLabel, wordsOfLabel } from '../hours/labels.ts';
import type { RecordedColumn, Recording, Zone } from '../recording/recording.ts';
import { suspectedCodes, wordsOfCode } from './missing-codes.ts';
import type { ReadingOptions } from './reading-options.ts';

export type KnownZone = Exclude<Zone, { kind: 'unstated' }>;

/** How an option is passed: in a scenario's reference and on the command line. */
export function pass(option: string, example: string | number): string {
  // The command counts capacities in MW without saying so.
  const flag = option === 'capacityMW' ? 'capacity' : option;
  return `pass ${option}: ${example} (--${flag} ${example})`;
}

export function addQuestion(faults: FaultList, where: string, problem: string, expected: string): void {
  faults.add('profile.question', { where }, () => ({ problem, expected }));
}

/** Numbers that look like marks are asked about, once for each, unless it is said that none of them is one. */
export function askAboutCodes(
  columns: readonly RecordedColumn[],
  { lines }: Recording,
  { missing = [] }: ReadingOptions,
  faults: FaultList,
): void {
  if (missing.includes('none')) return;
  for (const { name, values } of columns) {
    for (const code of suspectedCodes(values)) {
      faults.add('profile.question', { where: 'missing', line: lines[code.firstRow]! }, () => ({
        problem: `${name}: ${wordsOfCode(code)}, far from all others: a mark for missing values?`,
        expected: `pass missing: [${code.value}] (--missing ${code.value}), which makes gaps of them; missing: [none] (--missing none) where they are values`,
      }));
    }
  }
}

export function addContradiction(faults: FaultList, where: string, problem: string): void {
  const expected = 'leave the option out: what the file states is taken';
  faults.add('profile.contradiction', { where }, () => ({ problem, expected }));
}

/** The zone of the file, or the one that is stated for it; undefined where that is a question. */
export function zoneAnswer(
  { zone }: Recording,
  { zone: said }: ReadingOptions,
  faults: FaultList,
): KnownZone | undefined {
  const stated = said === undefined ? undefined : zoneOf(said);
  if (said !== undefined && stated === undefined) {
    addQuestion(faults, 'zone', `${said} is no zone that is known`, `one of: ${zoneForms}`);
    return undefined;
  }
  if (zone.kind === 'unstated') {
    if (stated === undefined) {
      addQuestion(
        faults,
        'zone',
        'the file does not say which clock its stamps are of',
        `${pass('zone', 'UTC')}: ${zoneForms}`,
      );
      return undefined;
    }
    return stated as KnownZone;
  }
  if (stated !== undefined && JSON.stringify(stated) !== JSON.stringify(zone)) {
    addContradiction(faults, 'zone', `${said}, but the file is in ${wordsOfZone(zone)}`);
  }
  return zone;
}

function wordsOfZone(zone: Zone): string {
  return zone.kind === 'unstated' ? 'not stated' : (tableOf(zone, 2000, 2000)?.name ?? 'unknown');
}

/** The label of the file, or the one that is stated for it; undefined where that is a question. */
export function labelAnswer({ label }: Recording, options: ReadingOptions, faults: FaultList): KnownLabel | undefined {
  const { label: said } = options;
  if (label.kind === 'unstated') {
    if (said !== undefined) return { kind: said };
    const expected = `${pass('label', 'start')}, middle or end`;
    addQuestion(faults, 'label', 'the file does not say which instant of its interval a stamp names', expected);
    return undefined;
  }
  if (said !== undefined && said !== label.kind) {
    addContradiction(faults, 'label', `${said}, but in this format: ${wordsOfLabel(label)}`);
  }
  return label;
}

/** Undefined where no filling is asked for. */
export function fillAnswer({ fill: said }: ReadingOptions, faults: FaultList): Fill | undefined {
  if (said === undefined) return undefined;
  const fill = fillOf(said);
  if (fill === undefined) addQuestion(faults, 'fill', `${said} is no known way to fill gaps`, fillForms);
  return fill;
}

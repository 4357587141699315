/** What a file holds, as it was understood: facts, doubts and open questions, without turning it into a profile. */

import type { Issue } from '../../errors.ts';
import type { RecordedPlane, RecordedQuantity, RecordedSite, RecordedWarning } from '../recording/recording.ts';

export interface Inspection {
  /** Name of the format: `native`, `pvgis-hourly` … */
  readonly format: string;
  /** What gave the format away. */
  readonly why: string;
  /** `UTC`, `UTC+01:00`, a name of the IANA database, or `unstated`. */
  readonly zone: string;
  readonly label: 'start' | 'middle' | 'end' | 'sample' | 'unstated';
  /** With `sample`: how long after the start of its hour. */
  readonly sampleMinutes?: number;
  readonly stepMinutes: number;
  readonly rows: number;
  /** Start of the first and of the last hour: with Z where the zone is known; undefined where no stamp can be read. */
  readonly firstHour: string | undefined;
  readonly lastHour: string | undefined;
  readonly typicalYear: boolean;
  readonly synthetic: boolean;
  readonly site?: RecordedSite;
  readonly plane?: RecordedPlane;
  readonly columns: readonly InspectedColumn[];
  /** Hours without a row, in the order of time; the first hundred. */
  readonly gaps: readonly Gap[];
  readonly warnings: readonly RecordedWarning[];
  readonly questions: readonly Question[];
  /** What keeps the file from being read as it is, with line and column. */
  readonly faults: readonly Issue[];
}

export interface InspectedColumn {
  readonly name: string;
  readonly quantity: RecordedQuantity;
  /** As the file or its format states it; null where nobody says. */
  readonly unit: string | null;
  /** Which of several irradiances. */
  readonly irradiance?: string;
  readonly heightM?: number;
  readonly capacityKW?: number;
  /** Where its stamps name another instant than those of the file. */
  readonly label?: 'end';
  /** Hours with a value for the whole of them. */
  readonly hours: number;
  /** Hours between the first and the last of the file that have none. */
  readonly missingHours: number;
  /** Hours that stand more than once. */
  readonly duplicateHours: number;
  /** Of the values as they stand, of energy in shorter steps than an hour of the sums of hours; null where there is none. */
  readonly min: number | null;
  readonly mean: number | null;
  readonly max: number | null;
  /** January first; null for months without a value. */
  readonly monthlyMeans: readonly (number | null)[];
  /** By hour of the day in the zone that `firstHour` is in, 00:00 first. */
  readonly hourOfDayMeans: readonly (number | null)[];
  /** Fifty-two weeks from the first hour of the year. */
  readonly weeklyMeans: readonly (number | null)[];
}

interface Gap {
  readonly from: string;
  readonly to: string;
  readonly hours: number;
}

/** Something that only whoever has the file can know. */
export interface Question {
  readonly code: 'zone' | 'label' | 'part' | 'dates' | 'decimal' | 'start' | 'meter' | 'unit' | 'capacity';
  readonly question: string;
  /** As an import takes them: `--zone UTC`. */
  readonly options: readonly string[];
}

/** A recorded column after the calendar: one value for each hour of a year in UTC, still in the unit of its file. */

import type { RecordedColumn } from '../recording/recording.ts';

export interface HourlyColumn extends Omit<RecordedColumn, 'values'> {
  /** Calendar year whose hours these are; of a typical year, the year it is laid on. */
  readonly year: number;
  /** `values[h]` stands for the hour that begins h hours after 1 January 00:00Z; never NaN. */
  readonly values: Float64Array;
  /**
   * Where in its hour the sun stands for the value [min]: 30 for means of the hour, the sampling minute for samples (which
   * may lie before or after the hour, for a file whose sampling departs from its stamps).
   */
  readonly sunMinutesIntoHour: number;
}

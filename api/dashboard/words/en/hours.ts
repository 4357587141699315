/** What is said about hours, in English. */

export const hours = {
  hour: {
    series: 'Shown',
    phase: 'Phase',
    weatherYear: 'Weather year',
    seriesNames: {
      matched: 'Share matched, by hour',
      curtailed: 'Curtailed power',
      stateOfCharge: 'Energy in store',
      price: 'Price of one more MWh',
      carbon: 'Carbon of the energy used',
    },
    mapLabel:
      'Map of the hours of a year, days from left to right, hours of the day in UTC from top to bottom. Arrow keys move, Enter opens the week.',
    hint: 'Point at an hour, or move with the arrow keys. A click or Enter shows its week.',
    nearer: 'Nearer',
    further: 'Further',
    wholeYear: 'Whole year',
    zoomHint: 'Keys + and −, or Ctrl and the wheel; drag along.',
    hintWeek: 'Point at an hour, or move with the arrow keys.',
    absent: 'no value',
    noneKnown: 'There is no value of any hour.',
    allMatched: 'all matched',
    matchedHours: (matched: string, all: string, least: string) =>
      `${matched} of ${all} hours are matched in full; the least matched one to ${least}.`,
    range: (mean: string, least: string, most: string) => `${mean} on average, from ${least} to ${most}.`,
    hardWeeks: 'Hardest weeks',
    hardWeeksNote: 'In which one more MWh of load would cost most, on average. They decide what must be built.',
    weekFrom: (stamp: string) => `Week from ${stamp}`,
    earlier: 'Week before',
    later: 'Week after',
    weekLabel: 'Supply and load by hour, MW',
    contentsLabel: 'Energy in store and work that waits, MWh',
    load: 'Load',
    layers: {
      grid: 'Grid import (unmatched)',
      exported: 'Export',
      charging: (name: string) => `Into ${name}`,
      discharging: (name: string) => `From ${name}`,
      stored: (name: string) => `In ${name}`,
      waiting: (name: string) => `Waiting: ${name}`,
    },
  },
};

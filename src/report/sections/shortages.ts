import type { Block, Section } from '../content/content.ts';
import { number, say } from '../content/words.ts';
import type { ReportData } from '../report-data.ts';
import { firstRemediesWords } from '../studies/repair.ts';

/** Where no plan exists: how much stays unmatched whatever is built, where and when. */
export function shortages({ document }: ReportData): Section | undefined {
  if (document.shortages.length === 0) return undefined;
  const worst = document.shortages.flatMap(({ phase, weatherYear, worstHours }) =>
    worstHours.map((hour) => ({ phase, weatherYear, ...hour })),
  );
  const hours: Block = {
    kind: 'table',
    caption: say('The worst hours'),
    subject: say('Phase'),
    columns: [
      { title: say('Weather year'), holds: 'text' },
      { title: say('Hour that begins at (UTC)'), holds: 'text' },
      { title: say('Unmatched'), unit: 'MWh' },
    ],
    rows: worst.map(({ phase, weatherYear, stamp, unmatchedMWh }) => ({
      name: phase,
      cells: [weatherYear, { stamp }, number(unmatchedMWh, 1)],
    })),
    note: say('At most 20 hours of each phase and weather year, largest first.'),
  };
  return {
    id: 'shortages',
    title: say('Why no plan exists'),
    blocks: [
      {
        kind: 'paragraph',
        text: say('The least energy that stays unmatched with everything built that the scenario permits, cost aside.'),
      },
      {
        kind: 'table',
        caption: say('Unmatched energy by phase and weather year'),
        subject: say('Phase'),
        columns: [
          { title: say('Weather year'), holds: 'text' },
          { title: say('Unmatched'), unit: 'MWh' },
          { title: say('Permitted by the target'), unit: 'MWh' },
          { title: say('Unmatched hours'), unit: 'h' },
        ],
        rows: document.shortages.map(({ phase, weatherYear, unmatchedMWh, permittedMWh, unmatchedHours }) => ({
          name: phase,
          cells: [weatherYear, number(unmatchedMWh, 1), number(permittedMWh, 1), number(unmatchedHours)],
        })),
      },
      ...(worst.length === 0 ? [] : [hours]),
      ...(document.remedies === undefined
        ? []
        : firstRemediesWords(document.remedies, document.scenario.currency).map(
            (text): Block => ({ kind: 'paragraph', text }),
          )),
    ],
  };
}

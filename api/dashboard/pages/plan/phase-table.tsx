/** Each phase in a row: whether it is matched, and what it costs; weather years one by one where there are several. */

import type { ResultDocument } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { type Question, Why } from '../../parts/why.tsx';
import { fixed, share, significant, whole } from '../../words/figures.ts';
import { words } from '../../words/words.ts';

export function PhaseTable({ result: { phases, scenario } }: { readonly result: ResultDocument }) {
  const { phase: w, hour } = words();
  return (
    <section>
      <h2>{w.title}</h2>
      <Scroll label={w.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.name}</th>
              <th scope="col">{w.from}</th>
              <th scope="col">{w.computing} MW</th>
              <th scope="col">{w.hourly}</th>
              <th scope="col">{w.annual}</th>
              <th scope="col">{w.unmatchedHours}</th>
              <th scope="col">
                {w.perMWh} {scenario.currency}/MWh
              </th>
              <th scope="col">
                {w.perYear} M {scenario.currency}
              </th>
            </tr>
          </thead>
          <tbody>
            {phases.map(({ name, firstYear, itCapacityMW, weatherYears, levelisedCostPerMWh, annualCost }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{firstYear}</td>
                <td>{significant(itCapacityMW)}</td>
                <td>
                  <Why asks={{ of: 'hourly', phase: name }}>
                    {share(Math.min(...weatherYears.map(({ cfeScore }) => cfeScore)))}
                  </Why>
                </td>
                <td>
                  <Why asks={{ of: 'annual', phase: name }}>
                    {share(Math.min(...weatherYears.map(({ annualMatchShare }) => annualMatchShare)))}
                  </Why>
                </td>
                <td>
                  <Why asks={{ of: 'unmatchedHours', phase: name }}>
                    {whole(weatherYears.reduce((sum, { unmatchedHours }) => sum + unmatchedHours, 0))}
                  </Why>
                </td>
                <td>
                  {levelisedCostPerMWh === undefined ? (
                    '–'
                  ) : (
                    <Why asks={{ of: 'levelised', phase: name }}>{fixed(levelisedCostPerMWh, 1)}</Why>
                  )}
                </td>
                <td>
                  <Why asks={{ of: 'annualCost', phase: name }}>{significant(annualCost / 1e6)}</Why>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <DataTable
        title={w.years}
        asks={(row, column) => {
          const [phase, year] = row as [string, string];
          const of = yearColumns[column];
          return of && { of, phase, year };
        }}
        write={(value) => significant(value, 6)}
        data={{
          head: [w.name, hour.weatherYear, w.hourly, w.annual, w.unmatchedHours, `${w.curtailed} MWh`, `${w.load} MWh`],
          rows: phases.flatMap(({ name, weatherYears }) =>
            weatherYears.map((year) => [
              name,
              year.name,
              year.cfeScore,
              year.annualMatchShare,
              year.unmatchedHours,
              year.curtailedMWh,
              year.loadMWh,
            ]),
          ),
        }}
      />
    </section>
  );
}

/** By column of the table of weather years. */
const yearColumns: readonly (Question['of'] | undefined)[] = [
  undefined,
  undefined,
  'hourly',
  'annual',
  'unmatchedHours',
  'curtailed',
  'load',
];

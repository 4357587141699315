/** Each phase in a row: whether it is matched, and what it costs; weather years one by one where there are several. */

import type { ResultDocument } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Scroll } from '../../parts/scroll.tsx';
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
                <td>{share(Math.min(...weatherYears.map(({ cfeScore }) => cfeScore)))}</td>
                <td>{share(Math.min(...weatherYears.map(({ annualMatchShare }) => annualMatchShare)))}</td>
                <td>{whole(weatherYears.reduce((sum, { unmatchedHours }) => sum + unmatchedHours, 0))}</td>
                <td>{levelisedCostPerMWh === undefined ? '–' : fixed(levelisedCostPerMWh, 1)}</td>
                <td>{significant(annualCost / 1e6)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <DataTable
        title={w.years}
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

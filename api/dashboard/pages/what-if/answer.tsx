/** The band of the change that is set, the exact answer once there is one, and all that is known along the slider. */

import { BandChart } from '../../charts/band-chart.tsx';
import type { CostBand, RunDocument } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Problem } from '../../parts/states.tsx';
import { linkTo } from '../../state/location.ts';
import { hasEnded, useRun } from '../../state/run.ts';
import { changeShare, money, share, significant } from '../../words/figures.ts';
import { words } from '../../words/words.ts';
import { knownAlong, stretchOf } from './known-costs.ts';
import { nameOf, valueText } from './slider-row.tsx';
import type { Slider } from './sliders.ts';
import { type Changes, keyOf, type ToldBand } from './use-band.ts';
import type { Asked } from './use-exact.ts';

interface AnswerProps {
  readonly run: RunDocument;
  readonly changes: Changes;
  readonly told: readonly ToldBand[];
  /** The run of exactly these changes. */
  readonly asked: Asked | undefined;
  readonly solved: readonly Asked[];
  /** Which slider was moved last. */
  readonly moved: Slider | undefined;
  readonly learn: (asked: Asked) => void;
}

export function Answer({ run, changes, told, asked, solved, moved, learn }: AnswerProps) {
  const { moves: w } = words();
  const { cost, currency } = run.figures!;
  const isPlan = Object.keys(changes).length === 0;
  const band = told.find((one) => keyOf(one.changes) === keyOf(changes))?.band;
  return (
    <section class="card what-if">
      <dl class="figures" aria-live="polite">
        <div>
          <dt>{w.plan}</dt>
          <dd>{money(cost, currency)}</dd>
        </div>
        <div>
          <dt>{w.band}</dt>
          <dd>
            {isPlan ? w.unmoved : band === undefined ? '…' : <Band band={band} cost={cost} currency={currency} />}
          </dd>
        </div>
        <div>
          <dt>{w.exact}</dt>
          <dd>
            {isPlan ? w.unmoved : asked === undefined ? w.waiting : <Exact asked={asked} base={run} learn={learn} />}
          </dd>
        </div>
      </dl>
      {!isPlan && band !== undefined && (
        <p class="band-now" aria-hidden="true">
          <Band band={band} cost={cost} currency={currency} />
        </p>
      )}
      {moved !== undefined && <Along run={run} changes={changes} told={told} solved={solved} moved={moved} />}
    </section>
  );
}

function Band({ band: { lower, upper }, cost, currency }: { band: CostBand; cost: number; currency: string }) {
  const { moves: w } = words();
  const [low, high] = [lower && money(lower.cost, currency, 'floor'), upper && money(upper.cost, currency, 'ceil')];
  if (low !== undefined && high !== undefined) {
    return (
      <>
        {w.between(low, high)}{' '}
        <small>
          {w.against(changeShare(lower!.cost / cost - 1, 'floor'), changeShare(upper!.cost / cost - 1, 'ceil'))}
        </small>
      </>
    );
  }
  if (low !== undefined)
    return (
      <>
        {w.atLeast(low)} <small>{w.noUpper}</small>
      </>
    );
  if (high !== undefined)
    return (
      <>
        {w.atMost(high)} <small>{w.noLower}</small>
      </>
    );
  return <>{w.nothing}</>;
}

function Exact({ asked, base, learn }: { asked: Asked; base: RunDocument; learn: AnswerProps['learn'] }) {
  const { moves: w, run: runWords } = words();
  const {
    run: { figures, answer, status, id },
  } = asked;
  if (!hasEnded(asked.run)) return <Solving key={id} asked={asked} learn={learn} />;
  const plan = <a href={linkTo(['runs', id])}>{w.open}</a>;
  if (figures === undefined) {
    return (
      <>
        {answer === undefined ? runWords.status[status] : runWords.answer[answer]} <small>{plan}</small>
      </>
    );
  }
  return (
    <>
      {money(figures.cost, figures.currency)}{' '}
      <small>
        {changeShare(figures.cost / base.figures!.cost - 1)} · {plan} ·{' '}
        <a href={linkTo(['compare'], { runs: `${base.id},${id}` })}>{words().compare}</a>
      </small>
    </>
  );
}

/** Followed until it has ended, and then told. */
function Solving({ asked, learn }: { readonly asked: Asked; readonly learn: AnswerProps['learn'] }) {
  const { moves: w } = words();
  const { run = asked.run, progress, error, reload } = useRun(asked.run.id);
  if (hasEnded(run)) queueMicrotask(() => learn({ ...asked, run }));
  if (error !== undefined) return <Problem error={error} retry={reload} />;
  const done = progress?.progress ?? run.progress;
  return (
    <label>
      {w.solving} {share(done, 0)}
      <progress max={1} value={done} />
    </label>
  );
}

function Along({
  run,
  changes,
  told,
  solved,
  moved,
}: Omit<AnswerProps, 'asked' | 'learn' | 'moved'> & { readonly moved: Slider }) {
  const { moves: w } = words();
  const { cost, currency } = run.figures!;
  const known = knownAlong(moved, changes, told, [{ run, changes: {} }, ...solved]);
  const write = (one: number) => money(one, currency);
  const writeValue = (value: number) => valueText(moved, value, currency);
  const title = w.along(nameOf(moved));
  return (
    <>
      <h2>{title}</h2>
      <BandChart
        label={w.alongLabel(
          nameOf(moved),
          String(known.filter(({ exact }) => exact !== undefined).length),
          write(cost),
        )}
        known={known}
        {...stretchOf(known, moved)}
        at={changes[moved.path] ?? moved.base}
        write={write}
        writeValue={writeValue}
      />
      <p class="quiet">{w.legend}</p>
      <DataTable
        title={title}
        write={(value) => significant(value, 6)}
        data={{
          head: [nameOf(moved), ...w.heads.map((head) => `${head} [${currency}]`)],
          rows: known.map(({ value, lower, upper, exact }) => [value, lower ?? '–', upper ?? '–', exact ?? '–']),
        }}
      />
    </>
  );
}

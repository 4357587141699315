/** Which runs are listed; it stands in the address. */

import { Choice } from '../../parts/choice.tsx';
import { place, refine } from '../../state/location.ts';
import { words } from '../../words/words.ts';

const statuses = ['', 'queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
const orders = ['newest', 'oldest'] as const;

export function RunFilter() {
  const w = words();
  const { query } = place.value;
  // Another filter is another list: its first page.
  const filter = (changes: Readonly<Record<string, string | undefined>>) => refine({ cursor: undefined, ...changes });
  const text = (name: string) => query.get(name) ?? '';
  return (
    <search class="choices">
      <label>
        {w.list.name}{' '}
        <input
          type="search"
          value={text('name')}
          maxLength={200}
          onChange={(event) => filter({ name: event.currentTarget.value || undefined })}
        />
      </label>
      <Choice
        label={w.run.outcome}
        value={statuses.find((status) => status === text('status')) ?? ''}
        options={statuses.map((status) => [status, status === '' ? w.list.all : w.run.status[status]] as const)}
        choose={(status) => filter({ status: status || undefined })}
      />
      <label>
        {w.list.since}{' '}
        <input
          type="date"
          value={text('from')}
          onChange={(event) => filter({ from: event.currentTarget.value || undefined })}
        />
      </label>
      <Choice
        label={w.list.order}
        value={orders.find((order) => order === text('order')) ?? 'newest'}
        options={orders.map((order) => [order, w.list.orders[order]] as const)}
        choose={(order) => filter({ order })}
      />
    </search>
  );
}
